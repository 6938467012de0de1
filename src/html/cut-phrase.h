/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What furniture says, in the larger languages of the web. A line is one block's text. */

/** cut_phrase_opens_furniture: Returns: whether a short line is a call or a teaser by its first
 * words, or says nothing but a button's word */
gboolean cut_phrase_opens_furniture (const char *text);

/** cut_phrase_is_button: Returns: whether a line says nothing but what buttons say ("Share") */
gboolean cut_phrase_is_button (const char *text);

/** cut_phrase_calls: Returns: whether a short line with a link in it calls to subscribe or follow */
gboolean cut_phrase_calls (const char *text);

/** cut_phrase_invites: Returns: whether a short paragraph calls to subscribe, with a link or without */
gboolean cut_phrase_invites (const char *text);

/** cut_phrase_is_credit: Returns: whether a line names whose a picture is */
gboolean cut_phrase_is_credit (const char *text);

/** cut_phrase_is_trail: Returns: whether @text is the way to a page through its site: "Home > Town > Harbour" */
gboolean cut_phrase_is_trail (const char *text);

/** cut_phrase_is_signature: Returns: whether a line signs the text: "(A. Example)", "ae/dpa" */
gboolean cut_phrase_is_signature (const char *text);

/** cut_phrase_is_mark: Returns: whether there is no letter in @text: "* * *", "861" */
gboolean cut_phrase_is_mark (const char *text);

/** cut_phrase_ends_article: Returns: whether a line says who the writer is or how to reach them, by mail or telephone: at the end, nowhere else */
gboolean cut_phrase_ends_article (const char *text);

/* Whether a line stands above readers' comments: "Comments (3)", and "Reactions", which a section of the article may be called, too. */
typedef enum
{
  CUT_COMMENTS_NONE,
  CUT_COMMENTS_PERHAPS,
  CUT_COMMENTS_SURELY,
} CutCommentsHead;

/** cut_phrase_heads_comments: Returns: whether @text is what stands above readers' comments */
CutCommentsHead cut_phrase_heads_comments (const char *text);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What pages that are no articles say, in the larger languages of the web. */
typedef enum
{
  CUT_WORDS_SCRIPT, /* JavaScript is needed */
  CUT_WORDS_BOT,    /* a check whether whoever asks is human; no access for them */
  CUT_WORDS_CHECK,  /* what such checks are called, in articles too */
  CUT_WORDS_PAY,    /* subscribe to read on */
  CUT_WORDS_MEMBER, /* whoever did may come in */
  CUT_WORDS_OFFER,  /* what stands beside that, and on pages that are free, too */
  CUT_WORDS_COOKIE, /* consent to cookies */
  CUT_WORDS_ACCEPT, /* what buttons that consent say */
  CUT_WORDS_ERROR,  /* no page at this address */
  CUT_WORDS_LOGIN,  /* log in */
  CUT_WORDS_FOUND,  /* results of a search */
  CUT_WORDS_WAIT,   /* all that is there before a script has run */
} CutVerdictWords;

/** cut_verdict_words_in: Returns: how many of the phrases stand in @text, which is in lower case */
guint cut_verdict_words_in (CutVerdictWords words, const char *text);

/** cut_verdict_words_take: takes the phrases out of @text and @inner, which are in lower case. Returns: how many of them
 * stood in @text oftener than in @inner, the same words counted once */
guint cut_verdict_words_take (CutVerdictWords words, char *text, char *inner);

/** cut_verdict_words_are: Returns: whether @line, in lower case, says hardly more than one of the phrases */
gboolean cut_verdict_words_are (CutVerdictWords words, const char *line);

/** cut_verdict_words_fill: Returns: whether @line, in lower case, says one of the phrases and no more than @most_beside bytes */
gboolean cut_verdict_words_fill (CutVerdictWords words, const char *line, gsize most_beside);

/** cut_verdict_words_name: Returns: whether @title, in lower case, says nothing but one of the phrases, beside a site's name */
gboolean cut_verdict_words_name (CutVerdictWords words, const char *title);

/** cut_verdict_is_challenge: Returns: 2 when an attribute's @value belongs to a challenge, 1 when it may also stand on
 * an ordinary page, else 0. Markup conventions of the widgets in use. */
guint cut_verdict_is_challenge (const char *value);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutFolded:
 * @chars: (array length=length): what is left of the text: letters without case and marks, one blank for any
 *   run of white space, one quotation mark and one dash for all of them, no invisible characters
 * @origins: (array length=length): the code point of the text that each came from, in order
 * @length: how many
 * @text_length: code points of the text
 *
 * A copy of a text in which wordings that only typography tells apart are the same, with a map back. For looking
 * things up; never shown. Immutable; any thread.
 */
typedef struct
{
  gunichar *chars;
  guint *origins;
  guint length;
  guint text_length;
} CutFolded;

/** cut_folded_new: @text: valid UTF-8 */
CutFolded *cut_folded_new (const char *text);
void cut_folded_free (CutFolded *self);

/** cut_folded_find_origin: Returns: the first index whose origin is at or after @offset (code points of the text); at most the length */
guint cut_folded_find_origin (const CutFolded *self, guint offset);

/** cut_folded_is_word: whether a folded character belongs to a word */
gboolean cut_folded_is_word (gunichar c);

/** cut_folded_stands_alone: whether it is of a script that parts words by no blanks, so that each character is taken for one */
gboolean cut_folded_stands_alone (gunichar c);

/** cut_folded_parts_word: whether a border before @at would go through a word */
gboolean cut_folded_parts_word (const CutFolded *self, guint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutFolded, cut_folded_free)

G_END_DECLS

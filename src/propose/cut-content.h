/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-parsed.h"

G_BEGIN_DECLS

/**
 * cut_content_end:
 * @i: where what is said begins
 * @end: of the sentence
 *
 * Looks for where reported speech ends: at the end of its sentence, or before the words of another report (", according to
 * …", ", adding that …", "and said …", ", Ms Reed said"). A quotation that it opens is taken whole, also over several sentences.
 *
 * Returns: the token behind it
 */
guint cut_content_end (const CutParsed *parsed, guint i, guint end);

/** cut_content_trim: without the stops and commas at its end, and without white signs at its beginning */
CutRange cut_content_trim (const CutParsed *parsed, CutRange content);

/**
 * cut_content_frame:
 * @cue: the verb or noun
 * @i: (inout): behind it; moved behind a preposition that belongs to it
 * @passive: whether it is a passive
 * @content: (out)
 *
 * Reads what is said behind a cue, in the ways in which the cue can take it.
 *
 * Returns: the letter of the frame, 0 when nothing that the cue can take is there
 */
char cut_content_frame (const CutParsed *parsed, const CutCue *cue, guint *i, guint end, CutRange *content);

/** cut_content_has_frame: whether a cue has the frame of that letter */
gboolean cut_content_has_frame (const CutCue *cue, char letter);

/** cut_content_begins_clause: whether a clause without "that" begins at @i: a noun phrase, then its verb */
gboolean cut_content_begins_clause (const CutParsed *parsed, guint i, guint end);

/** cut_content_skip_adverbials: over the times, places and manners between a cue and what is said ("in a statement on Monday") */
guint cut_content_skip_adverbials (const CutParsed *parsed, guint i, guint end);

G_END_DECLS

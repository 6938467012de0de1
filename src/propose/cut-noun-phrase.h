/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-parsed.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_NOUN_PHRASE_PLAIN = 0,
  CUT_NOUN_PHRASE_FULL = 1 << 0,       /* with all prepositions behind it, not only "of" */
  CUT_NOUN_PHRASE_APPOSITION = 1 << 1, /* with ", the mayor of the town," behind it */
} CutNounPhraseFlags;

/**
 * cut_noun_phrase_after:
 * @i: where it has to begin
 * @end: where it has to end at the latest
 *
 * Returns: the token behind it; @i when none begins there
 */
guint cut_noun_phrase_after (const CutParsed *parsed, guint i, guint end, CutNounPhraseFlags flags);

/** cut_noun_phrase_begins: whether one can begin at @i */
gboolean cut_noun_phrase_begins (const CutParsed *parsed, guint i);

/**
 * cut_subject_before:
 * @verb: first token of a verb and its auxiliaries
 * @start: where it may begin at the earliest
 * @subject: (out): left alone when there is none
 *
 * Looks to the left for whom a verb has as its subject: over an apposition or a relative clause between commas, over the time,
 * and, where the verb is joined to another ("came and said"), to that one's subject.
 */
gboolean cut_subject_before (const CutParsed *parsed, guint verb, guint start, CutRange *subject);

/** cut_subject_of_clause: the subject of the main verb that @i hangs on, for "…, saying" */
gboolean cut_subject_of_clause (const CutParsed *parsed, guint i, guint start, CutRange *subject);

/** cut_subject_trim: takes words off the front that are no part of it: "On Tuesday the mayor" */
CutRange cut_subject_trim (const CutParsed *parsed, CutRange range);

G_END_DECLS

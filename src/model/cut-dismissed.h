/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-dismissal.h"

G_BEGIN_DECLS

/* Which proposals a person did not want. Pure functions, any thread. */

/**
 * cut_dismissed_fingerprint:
 * @kind: a word of %CUT_VOCAB_PROPOSAL
 * @words: UTF-8, what is proposed
 *
 * Case, white space and punctuation do not count: rules that take a quotation mark or a full stop more propose the same.
 *
 * Returns: (transfer full): 32 hexadecimal digits
 */
char *cut_dismissed_fingerprint (const char *kind, const char *words);

/**
 * cut_dismissed_has:
 * @dismissals: (element-type CutDismissal): those of the clip
 * @text_sha256: (nullable): of the text that the proposal is about
 * @kind: a word of %CUT_VOCAB_PROPOSAL
 * @start, @end: code points of that text, half-open; both 0 for a proposal that marks no words
 * @words: UTF-8, what is proposed
 *
 * The same proposal is, in the same text, one of the same kind whose place is nearly the same (three quarters of both
 * together), whatever rules it comes from; in another text of the clip, or where no words are marked, one with the same
 * fingerprint.
 *
 * Cost: linear in @dismissals.
 *
 * Returns: whether a person has dismissed it
 */
gboolean cut_dismissed_has (GPtrArray *dismissals, const char *text_sha256, const char *kind, guint start, guint end, const char *words);

/**
 * cut_dismissed_new:
 * @clip: id of the clip
 * @proposed_by: (nullable): the rules it comes from, "attribute-1"
 *
 * Returns: (transfer full): what says that a person does not want the proposal; see cut_dismissed_has() for the rest
 */
CutRecord *cut_dismissed_new (const char *clip, const char *text_sha256, const char *kind, guint start, guint end,
                              const char *words, const char *proposed_by);

/** cut_dismissed_complete: Returns: (transfer full): @dismissal with the fingerprint that follows from its kind and its words, or its two
 *   clips; as it is where it has one */
CutRecord *cut_dismissed_complete (CutRecord *dismissal);

G_END_DECLS

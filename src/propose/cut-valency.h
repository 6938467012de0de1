/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-parsed.h"

G_BEGIN_DECLS

/**
 * cut_valency_read:
 * @cue: the verb or noun
 * @i: (inout): behind it; moved behind a preposition that belongs to it
 * @passive: whether it is a passive
 * @content: (out)
 *
 * Reads what is said behind a cue, in the ways in which the cue can take it.
 *
 * Returns: the letter of the frame, 0 when nothing that the cue can take is there
 */
char cut_valency_read (const CutParsed *parsed, const CutCue *cue, guint *i, guint end, CutRange *content);

/** cut_valency_has: whether a cue has the frame of that letter */
gboolean cut_valency_has (const CutCue *cue, char letter);

/** cut_valency_skip_adverbials: over the times, places and manners between a cue and what is said ("in a statement on Monday") */
guint cut_valency_skip_adverbials (const CutParsed *parsed, guint i, guint end);

G_END_DECLS

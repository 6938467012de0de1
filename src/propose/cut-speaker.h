/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-saying.h"

G_BEGIN_DECLS

/**
 * cut_speakers_find:
 * @sayings: (element-type CutSaying): all of the text, in order
 *
 * Looks for whom the source of each saying stands for: the person a relative pronoun hangs on; for "he", "she", "they" the last
 * source that fits in number and, where a title tells it, in sex, else the subject of a sentence before. An approximation of
 * centring (Grosz, Joshi, Weinstein 1995): who was spoken of last as a subject goes on to be.
 *
 * Returns: (transfer full) (array): tokens for each saying; empty where the source names somebody itself, or none is found
 */
CutRange *cut_speakers_find (const CutParsed *parsed, const GArray *sayings);

G_END_DECLS

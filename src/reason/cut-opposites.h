/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/** CutOppositesLookup: Returns: (transfer none) (nullable): the claim with @id */
typedef CutRecord *(*CutOppositesLookup) (const char *id, gpointer user_data);

/**
 * cut_opposites_find:
 * @attributions: (element-type CutAttribution): all of one source
 * @lookup: finds claims
 *
 * Where somebody contradicts themselves: asserting and denying the same claim (or two that are the same), or asserting two
 * that contradict each other. An answer that neither asserts nor denies (responds, declines, none) is never opposed. Linear in the
 * attributions.
 *
 * Returns: (transfer full) (element-type utf8 CutAttribution): id of an attribution → one that says the opposite, owned by @attributions
 */
GHashTable *cut_opposites_find (GPtrArray *attributions, CutOppositesLookup lookup, gpointer user_data);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* The same capture hash is the same capture: where two people clipped one page, each under ids of her own, theirs are
 * read as ours. Private to src/notebook. */

/** cut_remap_find: Returns: (transfer full) (nullable) (element-type utf8 utf8): their id → our id, of captures and clips */
GHashTable *cut_remap_find (CutStore *store, CutBundleContent *content, GError **error);

/** cut_remap_record: Returns: (transfer full): @record with our ids; a changed one has a revision that follows theirs */
CutRecord *cut_remap_record (GHashTable *ids, CutRecord *record);

/** cut_remap_references: Returns: (transfer full): @record with the ids that @ids (id → id) gives for those it names, each once in a list;
 *   @record itself where it names none of them. The revision is left as it is. */
CutRecord *cut_remap_references (GHashTable *ids, CutRecord *record);

/** cut_remap_revise: Returns: (transfer full): @mapped, made of @theirs to fit this notebook, as the revision that follows it */
CutRecord *cut_remap_revise (CutRecord *mapped, CutRecord *theirs);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-proven.h"

G_BEGIN_DECLS

#define CUT_TYPE_PROVEN_LIST (cut_proven_list_get_type ())
G_DECLARE_FINAL_TYPE (CutProvenList, cut_proven_list, CUT, PROVEN_LIST, GtkWidget)

/**
 * CutProvenList:
 *
 * The facts or the relations of an entity, each with what proves it. A row opens the entity that it leads to; buttons change and
 * delete it.
 *
 * Signals: `edit` (CutRecord *record, CutRecord *about): somebody wants to change it, a fact about a relation where @about is one, else
 * %NULL; `add-fact` (CutRecord *relation): somebody wants to add one.
 */

/**
 * cut_proven_list_new:
 * @label: the accessible name
 * @nothing: the sentence that stands there while there is none
 */
GtkWidget *cut_proven_list_new (CutNotebook *notebook, const char *label, const char *nothing);

/** cut_proven_list_show: @items: (element-type CutProven). @same: they are of the entity that is shown already */
void cut_proven_list_show (CutProvenList *self, GPtrArray *items, gboolean same);

G_END_DECLS

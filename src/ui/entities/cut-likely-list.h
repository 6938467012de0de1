/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_LIKELY_LIST (cut_likely_list_get_type ())
G_DECLARE_FINAL_TYPE (CutLikelyList, cut_likely_list, CUT, LIKELY_LIST, GtkWidget)

/**
 * CutLikelyList:
 *
 * Entities that are likely the same, with the reasons, and what a person says to it: merge, or not the same. Follows the notebook
 * by itself while it is on the screen; hidden as long as it has none of the entity that it is for.
 *
 * Property `n-pairs` (uint): how many are listed.
 */

/** cut_likely_list_new: @all: it is for all entities; else for the one of cut_likely_list_show() */
GtkWidget *cut_likely_list_new (CutNotebook *notebook, gboolean all);

/** cut_likely_list_show: @id: (nullable): of the entity */
void cut_likely_list_show (CutLikelyList *self, const char *id);

G_END_DECLS

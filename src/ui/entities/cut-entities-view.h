/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITIES_VIEW (cut_entities_view_get_type ())
G_DECLARE_FINAL_TYPE (CutEntitiesView, cut_entities_view, CUT, ENTITIES_VIEW, GtkWidget)

/**
 * CutEntitiesView:
 *
 * All entities of the notebook: a table to sort and filter beside the chosen one's fields, what is claimed of it,
 * and the passages that name it. Folds to one pane when narrow; Escape goes
 * back to the table. Follows the notebook's `changed` by itself.
 *
 * Signal `passage-activated` (const char *clip, const char *annotation): somebody wants to see the passage.
 */

GtkWidget *cut_entities_view_new (CutNotebook *notebook);

/** cut_entities_view_show: chooses the entity with @id */
void cut_entities_view_show (CutEntitiesView *self, const char *id);

/** cut_entities_view_set_alone: @alone: the window shows nothing else and has an arrow of its own that leads back */
void cut_entities_view_set_alone (CutEntitiesView *self, gboolean alone);

/** cut_entities_view_go_back: from the chosen entity to the table, where only one of them fits. Returns: whether it did */
gboolean cut_entities_view_go_back (CutEntitiesView *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_PAGE (cut_entity_page_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityPage, cut_entity_page, CUT, ENTITY_PAGE, GtkWidget)

/**
 * CutEntityPage:
 *
 * All that the notebook knows about one entity, in tabs: Overview, Mentions, Timeline, Graph. Follows the notebook's `changed` by itself while it is on
 * the screen. Alt and the number of a tab shows it, F2 edits the name.
 *
 * Signal `passage-activated` (const char *clip, const char *annotation): somebody wants to see the passage.
 */
GtkWidget *cut_entity_page_new (CutNotebook *notebook);

/** cut_entity_page_show: @entity: (nullable): the record of the entity to show; the rest of it is read by itself */
void cut_entity_page_show (CutEntityPage *self, CutRecord *entity);
/** cut_entity_page_edit_name: the first tab is shown, and the focus goes to the name */
void cut_entity_page_edit_name (CutEntityPage *self);

G_END_DECLS

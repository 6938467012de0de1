/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-entity-item.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_PAGE (cut_entity_page_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityPage, cut_entity_page, CUT, ENTITY_PAGE, GtkWidget)

/**
 * CutEntityPage:
 *
 * One entity: its fields to edit, what is claimed of it, and the passages that name it.
 *
 * Signals: `passage-activated` (const char *clip, const char *annotation).
 */
GtkWidget *cut_entity_page_new (CutNotebook *notebook);

/** cut_entity_page_show: @item: (nullable) */
void cut_entity_page_show (CutEntityPage *self, CutEntityItem *item);

G_END_DECLS

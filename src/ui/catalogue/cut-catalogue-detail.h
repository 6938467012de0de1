/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-catalogue-item.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CATALOGUE_DETAIL (cut_catalogue_detail_get_type ())
G_DECLARE_FINAL_TYPE (CutCatalogueDetail, cut_catalogue_detail, CUT, CATALOGUE_DETAIL, GtkWidget)

/**
 * CutCatalogueDetail:
 *
 * One entity: its fields to edit, what is claimed of it, and the passages that name it.
 *
 * Signals: `passage-activated` (const char *clip, const char *annotation).
 */
GtkWidget *cut_catalogue_detail_new (CutNotebook *notebook);

/** cut_catalogue_detail_show: @item: (nullable) */
void cut_catalogue_detail_show (CutCatalogueDetail *self, CutCatalogueItem *item);

G_END_DECLS

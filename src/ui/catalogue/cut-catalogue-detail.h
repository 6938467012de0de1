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
 * One claim, source or entity: its fields to edit, and what it rests on. A claim's attributions are
 * edited here, each behind its chain.
 *
 * Signals: `passage-activated` (const char *clip, const char *annotation).
 */
GtkWidget *cut_catalogue_detail_new (CutNotebook *notebook, CutKind kind);

/** cut_catalogue_detail_show: @item: (nullable) */
void cut_catalogue_detail_show (CutCatalogueDetail *self, CutCatalogueItem *item);

G_END_DECLS

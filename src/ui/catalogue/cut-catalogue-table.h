/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-record.h"

G_BEGIN_DECLS

/** cut_catalogue_table_fill: gives @table the columns of @kind, each sortable by its header */
void cut_catalogue_table_fill (GtkColumnView *table, CutKind kind);

/** cut_catalogue_table_get_vocab: the words the filter of @kind offers */
CutVocab cut_catalogue_table_get_vocab (CutKind kind);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cut_entities_table_fill: gives @table its columns, each sortable by its header */
void cut_entities_table_fill (GtkColumnView *table);

G_END_DECLS

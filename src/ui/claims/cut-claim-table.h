/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cut_claim_table_fill: @table: gets the columns for rows of #CutClaimItem, each of them sortable */
void cut_claim_table_fill (GtkColumnView *table);

/** cut_claim_table_set_narrow: @narrow: only claim, status and origins are shown: there is no room for more */
void cut_claim_table_set_narrow (GtkColumnView *table, gboolean narrow);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cut_claim_table_fill: @table: gets the columns for rows of #CutClaimItem, each of them sortable */
void cut_claim_table_fill (GtkColumnView *table);

/** cut_claim_table_fit: shows claim and status, and of the other columns, origins before all, as many as leave room for the words of the claim; @letters:
 *   the width of the table */
void cut_claim_table_fit (GtkColumnView *table, guint letters);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-graph.h"

G_BEGIN_DECLS

#define CUT_TYPE_GRAPH_LIST (cut_graph_list_get_type ())
G_DECLARE_FINAL_TYPE (CutGraphList, cut_graph_list, CUT, GRAPH_LIST, GtkWidget)

/**
 * CutGraphList:
 *
 * A graph as a list of its ties, those of the centre first: for who cannot see it, and for who wants to read.
 *
 * Signal `edge-activated` (guint edge)
 */
GtkWidget *cut_graph_list_new (void);

void cut_graph_list_set_graph (CutGraphList *self, CutGraph *graph);

G_END_DECLS

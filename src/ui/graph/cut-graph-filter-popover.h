/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-graph.h"

G_BEGIN_DECLS

#define CUT_TYPE_GRAPH_FILTER_POPOVER (cut_graph_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (CutGraphFilterPopover, cut_graph_filter_popover, CUT, GRAPH_FILTER_POPOVER, GtkPopover)

/**
 * CutGraphFilterPopover:
 *
 * What a graph shows: how far it goes, which ties count, which kinds of entities and relations, and of what time. It lists the
 * kinds that there are, and is the legend of the shapes and lines, too.
 *
 * Signal `changed`.
 */
GtkWidget *cut_graph_filter_popover_new (void);

/** cut_graph_filter_popover_get_filter: (transfer none) */
const CutGraphFilter *cut_graph_filter_popover_get_filter (CutGraphFilterPopover *self);
/** cut_graph_filter_popover_set_graph: the kinds that there are to choose from */
void cut_graph_filter_popover_set_graph (CutGraphFilterPopover *self, CutGraph *graph);
/** cut_graph_filter_popover_clear: the filter is as it was at first */
void cut_graph_filter_popover_clear (CutGraphFilterPopover *self);
/** cut_graph_filter_popover_show_clips: those that are named in the same clip count, too */
void cut_graph_filter_popover_show_clips (CutGraphFilterPopover *self);
/** cut_graph_filter_popover_count: how many things differ from how it was at first */
guint cut_graph_filter_popover_count (CutGraphFilterPopover *self);

G_END_DECLS

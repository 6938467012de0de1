/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_GRAPH_VIEW (cut_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (CutGraphView, cut_graph_view, CUT, GRAPH_VIEW, GtkWidget)

/**
 * CutGraphView:
 *
 * The graph around one entity, as a drawing or as a list of ties: filtered, walked through, saved as SVG or PNG. Enter on an
 * entity puts it in the centre, once more opens it; on an edge it shows what proves it. Follows the notebook's `changed` by itself
 * while it is on the screen.
 *
 * Signals: `entity-activated` (const char *id): somebody wants to see the entity; `passage-activated` (const char *clip, const
 * char *annotation): somebody wants to see the passage.
 */
GtkWidget *cut_graph_view_new (CutNotebook *notebook);

/** cut_graph_view_show: @entity_id: (nullable): the entity in the centre */
void cut_graph_view_show (CutGraphView *self, const char *entity_id);

G_END_DECLS

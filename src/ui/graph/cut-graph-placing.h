/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-graph-scene.h"

G_BEGIN_DECLS

#define CUT_TYPE_GRAPH_PLACING (cut_graph_placing_get_type ())
G_DECLARE_FINAL_TYPE (CutGraphPlacing, cut_graph_placing, CUT, GRAPH_PLACING, GObject)

/**
 * CutGraphPlacing:
 *
 * Finds places for the nodes of one graph after the other, in a thread, and remembers them: what was there before stays where it was.
 * What is asked for while it works is done next; a graph that is no longer wanted is given up.
 *
 * Signal `placed` (CutGraphScene *scene): in the main thread.
 */
CutGraphPlacing *cut_graph_placing_new (void);

/** cut_graph_placing_set_graph: @graph is to be placed, to look like @look */
void cut_graph_placing_set_graph (CutGraphPlacing *self, CutGraph *graph, CutGraphLook *look);
/** cut_graph_placing_pin: @id: of an entity: stands at @point until it is released */
void cut_graph_placing_pin (CutGraphPlacing *self, const char *id, CutGraphPoint point);
void cut_graph_placing_release (CutGraphPlacing *self, const char *id);
/** cut_graph_placing_forget: the next graph is placed as if none had been before */
void cut_graph_placing_forget (CutGraphPlacing *self);
/** cut_graph_placing_cancel: nothing is wanted any more */
void cut_graph_placing_cancel (CutGraphPlacing *self);

G_END_DECLS

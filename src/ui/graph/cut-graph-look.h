/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CutGraphShape: what an entity is drawn as, so that kinds are told apart without colours */
typedef enum
{
  CUT_GRAPH_CIRCLE,   /* a person */
  CUT_GRAPH_SQUARE,   /* a company */
  CUT_GRAPH_HEXAGON,  /* an organisation */
  CUT_GRAPH_PENTAGON, /* a public body */
  CUT_GRAPH_DIAMOND,  /* a place */
  CUT_GRAPH_TRIANGLE, /* an event */
  CUT_GRAPH_OCTAGON,  /* anything else */
  CUT_N_GRAPH_SHAPES,
} CutGraphShape;

/** cut_graph_shape_of: @schema: (nullable): of an entity */
CutGraphShape cut_graph_shape_of (const char *schema);
/** cut_graph_shape_get_corners: Returns: (array): the corners of @shape about a middle at 0, 0 with the radius 1, clockwise from the top;
 *   none of a circle */
const graphene_point_t *cut_graph_shape_get_corners (CutGraphShape shape, guint *n_corners);
/** cut_graph_shape_trace: adds the outline as a path */
void cut_graph_shape_trace (CutGraphShape shape, cairo_t *cr, double x, double y, double radius);

/**
 * CutGraphLook:
 * @ink: of words and lines
 * @paper: what they stand on
 * @accent: of what has the focus
 * @grounds, @lines: of each #CutGraphShape
 * @font: a Pango description
 * @letter: height of a line of words, pixels
 *
 * The colours and letters of a widget, for threads that draw for it. Immutable and reference-counted.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GdkRGBA ink;
  GdkRGBA paper;
  GdkRGBA accent;
  GdkRGBA grounds[CUT_N_GRAPH_SHAPES];
  GdkRGBA lines[CUT_N_GRAPH_SHAPES];
  char *font;
  double letter;
} CutGraphLook;

/** cut_graph_look_new: as @widget looks now */
CutGraphLook *cut_graph_look_new (GtkWidget *widget);
CutGraphLook *cut_graph_look_ref (CutGraphLook *self);
void cut_graph_look_unref (CutGraphLook *self);
gboolean cut_graph_look_equal (const CutGraphLook *a, const CutGraphLook *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphLook, cut_graph_look_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-sign.h"

#include "cut-graph-look.h"
#include "cut-graph-paint.h"

#define SIZE 18
#define LINE 30

static void
draw_shape_cb (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        user_data)
{
  g_autoptr (CutGraphLook) look = cut_graph_look_new (GTK_WIDGET (area));
  CutGraphShape shape = (CutGraphShape) GPOINTER_TO_INT (user_data);

  cut_graph_shape_trace (shape, cr, width / 2.0, height / 2.0, SIZE * 0.36);
  gdk_cairo_set_source_rgba (cr, &look->grounds[shape]);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &look->lines[shape]);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_line_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  g_autoptr (CutGraphLook) look = cut_graph_look_new (GTK_WIDGET (area));
  int n;
  const double *dashes = cut_graph_paint_get_dashes ((CutTieKind) GPOINTER_TO_INT (user_data), &n);

  gdk_cairo_set_source_rgba (cr, &look->ink);
  cairo_set_dash (cr, dashes, n, 0);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, 1, height / 2.0);
  cairo_line_to (cr, width - 1, height / 2.0);
  cairo_stroke (cr);
}

static GtkWidget *
make_area (int                      width,
           GtkDrawingAreaDrawFunc   draw,
           int                      what)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GINT_TO_POINTER (what), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

GtkWidget *
cut_graph_sign_new_for_schema (const char *schema)
{
  return make_area (SIZE, draw_shape_cb, (int) cut_graph_shape_of (schema));
}

GtkWidget *
cut_graph_sign_new_for_tie (CutTieKind kind)
{
  return make_area (LINE, draw_line_cb, (int) kind);
}

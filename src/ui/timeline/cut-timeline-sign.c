/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-sign.h"

#include "cut-palette.h"

const char *
cut_timeline_kind_get_colour (CutTimelineKind kind)
{
  static const char *const colours[CUT_N_TIMELINE_ROWS] = { "blue", "purple", "green" };

  return colours[cut_timeline_kind_get_row (kind)];
}

static void
trace_polygon (cairo_t      *cr,
               const double *points,
               guint         n,
               double        size)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[2 * i] * size, points[2 * i + 1] * size);
  cairo_close_path (cr);
}

static void
trace_circle (cairo_t *cr,
              double   x,
              double   y,
              double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

void
cut_timeline_sign_draw (cairo_t         *cr,
                        CutTimelineKind  kind,
                        double           size)
{
  static const double diamond[] = { 0.5, 0.02, 0.98, 0.5, 0.5, 0.98, 0.02, 0.5 };
  static const double square[] = { 0.12, 0.12, 0.88, 0.12, 0.88, 0.88, 0.12, 0.88 };
  static const double triangle[] = { 0.5, 0.06, 0.98, 0.92, 0.02, 0.92 };
  static const double line[] = { 0.2, 0.42, 0.8, 0.42, 0.8, 0.58, 0.2, 0.58 };

  cairo_new_path (cr);
  switch ((int) kind)
    {
    case CUT_TIMELINE_FACT:
      trace_circle (cr, size / 2, size / 2, size * 0.44);
      break;
    case CUT_TIMELINE_SAID:
      trace_polygon (cr, diamond, 4, size);
      break;
    case CUT_TIMELINE_PUBLISHED:
      trace_polygon (cr, square, 4, size);
      break;
    case CUT_TIMELINE_EVENT:
      trace_polygon (cr, triangle, 3, size);
      break;
    default:
      trace_circle (cr, size * 0.22, size / 2, size * 0.2);
      trace_circle (cr, size * 0.78, size / 2, size * 0.2);
      cairo_new_sub_path (cr);
      trace_polygon (cr, line, 4, size);
    }
  cairo_fill (cr);
}

/* As a widget. */

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        kind)
{
  CutPalette *palette = cut_palette_get (gtk_widget_get_display (GTK_WIDGET (area)));
  double size = MIN (width, height);
  GdkRGBA colour;

  cut_palette_lookup (palette, GTK_WIDGET (area), cut_timeline_kind_get_colour (GPOINTER_TO_UINT (kind)), TRUE, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cut_timeline_sign_draw (cr, GPOINTER_TO_UINT (kind), size);
}

void
cut_timeline_sign_set_kind (GtkWidget       *sign,
                            CutTimelineKind  kind)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_cb, GUINT_TO_POINTER (kind), NULL);
}

GtkWidget *
cut_timeline_sign_new (CutTimelineKind kind)
{
  GtkWidget *sign = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  PangoFontMetrics *font = pango_context_get_metrics (gtk_widget_get_pango_context (sign), NULL, NULL);
  int size = PANGO_PIXELS (pango_font_metrics_get_ascent (font));

  pango_font_metrics_unref (font);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sign), size);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sign), size);
  cut_timeline_sign_set_kind (sign, kind);
  g_signal_connect_object (cut_palette_get (gtk_widget_get_display (sign)), "changed", G_CALLBACK (gtk_widget_queue_draw), sign,
                           G_CONNECT_SWAPPED);
  return sign;
}

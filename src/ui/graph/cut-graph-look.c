/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-look.h"

#include <math.h>

#include "cut-palette.h"
#include "cut-schemata.h"

/* Those first that others extend last: a company is an organisation, too. */
static const struct
{
  const char *schema;
  CutGraphShape shape;
} schemas[] = {
  { "Person", CUT_GRAPH_CIRCLE },       { "Company", CUT_GRAPH_SQUARE },  { "PublicBody", CUT_GRAPH_PENTAGON },
  { "LegalEntity", CUT_GRAPH_HEXAGON }, { "Country", CUT_GRAPH_DIAMOND }, { "Address", CUT_GRAPH_DIAMOND },
  { "Event", CUT_GRAPH_TRIANGLE },
};

static const char *const colours[CUT_N_GRAPH_SHAPES] = {
  [CUT_GRAPH_CIRCLE] = "blue",   [CUT_GRAPH_SQUARE] = "orange", [CUT_GRAPH_HEXAGON] = "purple", [CUT_GRAPH_PENTAGON] = "teal",
  [CUT_GRAPH_DIAMOND] = "green", [CUT_GRAPH_TRIANGLE] = "red",  [CUT_GRAPH_OCTAGON] = "grey",
};

#define SIN_18 0.309017f
#define SIN_36 0.587785f
#define COS_36 0.809017f
#define COS_18 0.951057f
#define COS_30 0.866025f
#define COS_22 0.92388f
#define SIN_22 0.382683f

/* About as large as a circle of that radius. */
static const graphene_point_t square[] = { { -0.88f, -0.88f }, { 0.88f, -0.88f }, { 0.88f, 0.88f }, { -0.88f, 0.88f } };
static const graphene_point_t hexagon[] = { { -0.5f, -COS_30 }, { 0.5f, -COS_30 }, { 1, 0 }, { 0.5f, COS_30 }, { -0.5f, COS_30 }, { -1, 0 } };
static const graphene_point_t pentagon[] = { { 0, -1.05f }, { COS_18, -SIN_18 }, { SIN_36, COS_36 }, { -SIN_36, COS_36 }, { -COS_18, -SIN_18 } };
static const graphene_point_t diamond[] = { { 0, -1.15f }, { 1.15f, 0 }, { 0, 1.15f }, { -1.15f, 0 } };
static const graphene_point_t triangle[] = { { 0, -1.15f }, { 1.1f, 0.8f }, { -1.1f, 0.8f } };
static const graphene_point_t octagon[] = { { -SIN_22, -COS_22 }, { SIN_22, -COS_22 }, { COS_22, -SIN_22 }, { COS_22, SIN_22 },
                                            { SIN_22, COS_22 }, { -SIN_22, COS_22 }, { -COS_22, SIN_22 }, { -COS_22, -SIN_22 } };

CutGraphShape
cut_graph_shape_of (const char *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    if (cut_schemata_is_a (schema, schemas[i].schema))
      return schemas[i].shape;
  return CUT_GRAPH_OCTAGON;
}

const graphene_point_t *
cut_graph_shape_get_corners (CutGraphShape  shape,
                             guint         *n_corners)
{
  static const struct
  {
    const graphene_point_t *corners;
    guint n;
  } outlines[CUT_N_GRAPH_SHAPES] = {
    [CUT_GRAPH_CIRCLE] = { NULL, 0 },
    [CUT_GRAPH_SQUARE] = { square, G_N_ELEMENTS (square) },
    [CUT_GRAPH_HEXAGON] = { hexagon, G_N_ELEMENTS (hexagon) },
    [CUT_GRAPH_PENTAGON] = { pentagon, G_N_ELEMENTS (pentagon) },
    [CUT_GRAPH_DIAMOND] = { diamond, G_N_ELEMENTS (diamond) },
    [CUT_GRAPH_TRIANGLE] = { triangle, G_N_ELEMENTS (triangle) },
    [CUT_GRAPH_OCTAGON] = { octagon, G_N_ELEMENTS (octagon) },
  };

  *n_corners = outlines[shape].n;
  return outlines[shape].corners;
}

void
cut_graph_shape_trace (CutGraphShape  shape,
                       cairo_t       *cr,
                       double         x,
                       double         y,
                       double         radius)
{
  guint n;
  const graphene_point_t *corners = cut_graph_shape_get_corners (shape, &n);

  cairo_new_sub_path (cr);
  if (n == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + radius * corners[i].x, y + radius * corners[i].y);
  cairo_close_path (cr);
}

/* The look. */

static void
read_font (CutGraphLook *self,
           GtkWidget    *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  double dpi = pango_cairo_context_get_resolution (context);

  /* Other threads know neither the resolution nor the text scale of the display. */
  if (!pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * (dpi > 0 ? dpi : 96) / 72);
  self->letter = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE;
  self->font = pango_font_description_to_string (font);
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

CutGraphLook *
cut_graph_look_new (GtkWidget *widget)
{
  CutGraphLook *self = g_new0 (CutGraphLook, 1);
  CutPalette *palette = cut_palette_get (gtk_widget_get_display (widget));

  g_atomic_ref_count_init (&self->ref_count);
  cut_palette_lookup_name (palette, widget, "view_fg_color", &self->ink);
  cut_palette_lookup_name (palette, widget, "view_bg_color", &self->paper);
  cut_palette_lookup_name (palette, widget, "accent_color", &self->accent);
  for (guint i = 0; i < CUT_N_GRAPH_SHAPES; i++)
    {
      cut_palette_lookup (palette, widget, colours[i], FALSE, &self->grounds[i]);
      cut_palette_lookup (palette, widget, colours[i], TRUE, &self->lines[i]);
    }
  read_font (self, widget);
  return self;
}

CutGraphLook *
cut_graph_look_ref (CutGraphLook *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_graph_look_unref (CutGraphLook *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->font);
  g_free (self);
}

gboolean
cut_graph_look_equal (const CutGraphLook *a,
                      const CutGraphLook *b)
{
  for (guint i = 0; i < CUT_N_GRAPH_SHAPES; i++)
    if (!gdk_rgba_equal (&a->grounds[i], &b->grounds[i]) || !gdk_rgba_equal (&a->lines[i], &b->lines[i]))
      return FALSE;
  return gdk_rgba_equal (&a->ink, &b->ink) && gdk_rgba_equal (&a->paper, &b->paper) && gdk_rgba_equal (&a->accent, &b->accent) &&
         g_str_equal (a->font, b->font);
}

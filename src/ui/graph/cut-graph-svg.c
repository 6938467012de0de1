/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-svg.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-graph-paint.h"
#include "cut-graph-words.h"
#include "cut-html.h"
#include "cut-vocab.h"

#define MARGIN 16.0
#define ARROW 8.0

/* Numbers and lists of them as SVG wants them in any language. */
typedef struct
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
} Number;

static const char *
number (Number *self,
        double  value)
{
  return g_ascii_formatd (self->text, sizeof self->text, "%.2f", value);
}

static void
add_point (GString    *out,
           const char *command,
           double      x,
           double      y)
{
  Number left, top;

  g_string_append_printf (out, "%s%s %s", command, number (&left, x), number (&top, y));
}

/* Without alpha, which some programs do not read in colours. */
static char *
colour_of (const GdkRGBA *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround ((double) colour->red * 255), (guint) lround ((double) colour->green * 255),
                          (guint) lround ((double) colour->blue * 255));
}

static void
add_title (GString    *out,
           const char *title)
{
  cut_html_element (out, "title", title, NULL);
}

/* Edges. */

static void
add_arrow (GString             *out,
           const CutGraphCurve *curve,
           const char          *colour)
{
  double length = fmax (hypot (curve->to.x - curve->bend.x, curve->to.y - curve->bend.y), 1e-6);
  double x = (curve->to.x - curve->bend.x) / length * ARROW;
  double y = (curve->to.y - curve->bend.y) / length * ARROW;
  g_autoptr (GString) points = g_string_new (NULL);

  add_point (points, "", curve->to.x, curve->to.y);
  add_point (points, " ", curve->to.x - x - 0.45 * y, curve->to.y - y + 0.45 * x);
  add_point (points, " ", curve->to.x - x + 0.45 * y, curve->to.y - y - 0.45 * x);
  cut_html_open (out, "polygon", "points", points->str, "fill", colour, NULL);
  cut_html_close (out, "polygon");
}

static char *
dashes_of (CutTieKind kind)
{
  int n;
  const double *dashes = cut_graph_paint_get_dashes (kind, &n);
  Number line, gap;

  return n == 0 ? NULL : g_strdup_printf ("%s %s", number (&line, dashes[0]), number (&gap, dashes[1]));
}

static char *
path_of (const CutGraphCurve *curve,
         gboolean             bent)
{
  GString *path = g_string_new (NULL);

  add_point (path, "M", curve->from.x, curve->from.y);
  if (bent)
    {
      add_point (path, " Q", curve->bend.x, curve->bend.y);
      add_point (path, " ", curve->to.x, curve->to.y);
    }
  else
    add_point (path, " L", curve->to.x, curve->to.y);
  return g_string_free (path, FALSE);
}

static void
add_edge (GString       *out,
          CutGraphScene *scene,
          guint          edge)
{
  const CutGraphEdge *tie = cut_graph_get_edge (scene->graph, edge);
  CutGraphCurve curve = cut_graph_scene_get_curve (scene, edge, 1);
  g_autofree char *words = cut_graph_describe_edge (scene->graph, edge);
  g_autofree char *path = path_of (&curve, scene->bends[edge] != 0);
  g_autofree char *dashes = dashes_of (tie->kind);
  g_autofree char *colour = colour_of (&scene->look->ink);
  Number strength, width;

  cut_html_open (out, "g", "class", "tie", "opacity", number (&strength, cut_graph_paint_get_strength (tie->kind)), NULL);
  add_title (out, words);
  cut_html_open (out, "path", "d", path, "fill", "none", "stroke", colour, "stroke-width", number (&width, cut_graph_paint_get_width (tie)),
                 "stroke-dasharray", dashes, NULL);
  cut_html_close (out, "path");
  if (tie->kind == CUT_TIE_RELATION && cut_graph_is_directed (tie->schema))
    add_arrow (out, &curve, colour);
  cut_html_close (out, "g");
  g_string_append_c (out, '\n');
}

/* Words. */

static void
add_words (GString       *out,
           CutGraphScene *scene,
           CutGraphPoint  middle,
           double         size,
           const char    *words)
{
  g_autofree char *ink = colour_of (&scene->look->ink);
  g_autofree char *paper = colour_of (&scene->look->paper);
  Number x, y, letters;

  /* Lines behind do not cross them out. */
  cut_html_element (out, "text", words, "x", number (&x, middle.x), "y", number (&y, middle.y + size * 0.35), "font-size", number (&letters, size),
                    "text-anchor", "middle", "fill", ink, "stroke", paper, "stroke-width", "3", "paint-order", "stroke", NULL);
}

static void
add_edge_name (GString       *out,
               CutGraphScene *scene,
               guint          edge)
{
  CutGraphCurve curve = cut_graph_scene_get_curve (scene, edge, 1);
  g_autofree char *name = cut_graph_edge_get_name (cut_graph_get_edge (scene->graph, edge));

  if (name == NULL)
    return;
  add_words (out, scene, cut_graph_curve_at (&curve, 0.5), scene->look->letter * 0.68, name);
  g_string_append_c (out, '\n');
}

/* Nodes. */

static void
add_shape (GString       *out,
           CutGraphScene *scene,
           guint          node)
{
  CutGraphShape shape = cut_graph_shape_of (cut_graph_get_node (scene->graph, node)->schema);
  CutGraphPoint at = scene->points[node];
  double radius = cut_graph_scene_get_radius (scene, node);
  g_autofree char *ground = colour_of (&scene->look->grounds[shape]);
  g_autofree char *line = colour_of (&scene->look->lines[shape]);
  const char *width = node == 0 ? "3.2" : "1.8";
  g_autoptr (GString) points = g_string_new (NULL);
  guint n;
  const graphene_point_t *corners = cut_graph_shape_get_corners (shape, &n);
  Number x, y, size;

  for (guint i = 0; i < n; i++)
    add_point (points, i > 0 ? " " : "", at.x + radius * (double) corners[i].x, at.y + radius * (double) corners[i].y);
  if (n > 0)
    {
      cut_html_open (out, "polygon", "points", points->str, "fill", ground, "stroke", line, "stroke-width", width, NULL);
      cut_html_close (out, "polygon");
      return;
    }
  cut_html_open (out, "circle", "cx", number (&x, at.x), "cy", number (&y, at.y), "r", number (&size, radius), "fill", ground, "stroke", line,
                 "stroke-width", width, NULL);
  cut_html_close (out, "circle");
}

static void
add_node (GString       *out,
          CutGraphScene *scene,
          guint          node)
{
  const CutGraphNode *what = cut_graph_get_node (scene->graph, node);
  CutGraphPoint at = scene->points[node];
  /* Translators: the name of an entity, and what it is: Tolvane Line, Company */
  g_autofree char *title = g_strdup_printf (C_ ("entity", "%s, %s"), what->name, cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, what->schema));

  at.y += cut_graph_scene_get_radius (scene, node) + scene->look->letter * 0.7;
  cut_html_open (out, "g", "class", "entity", NULL);
  add_title (out, title);
  add_shape (out, scene, node);
  add_words (out, scene, at, scene->look->letter * 0.78, what->name);
  cut_html_close (out, "g");
  g_string_append_c (out, '\n');
}

/* The document. */

static void
open_document (GString               *out,
               CutGraphScene         *scene,
               const graphene_rect_t *area)
{
  g_autofree char *paper = colour_of (&scene->look->paper);
  g_autofree char *words = cut_graph_describe (scene->graph);
  g_autoptr (GString) box = g_string_new (NULL);
  Number x, y, width, height;

  number (&width, (double) area->size.width);
  number (&height, (double) area->size.height);
  add_point (box, "", (double) area->origin.x, (double) area->origin.y);
  add_point (box, " ", (double) area->size.width, (double) area->size.height);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  cut_html_open (out, "svg", "xmlns", "http://www.w3.org/2000/svg", "width", width.text, "height", height.text, "viewBox", box->str, "role", "img",
                 "font-family", "sans-serif", NULL);
  add_title (out, cut_graph_get_node (scene->graph, 0)->name);
  cut_html_element (out, "desc", words, NULL);
  cut_html_open (out, "rect", "x", number (&x, (double) area->origin.x), "y", number (&y, (double) area->origin.y), "width", width.text, "height",
                 height.text, "fill", paper, NULL);
  cut_html_close (out, "rect");
  g_string_append_c (out, '\n');
}

char *
cut_graph_to_svg (CutGraphScene *scene)
{
  GString *out = g_string_new (NULL);
  graphene_rect_t area = cut_graph_scene_get_bounds (scene, 1);

  graphene_rect_inset (&area, (float) -MARGIN, (float) -MARGIN);
  open_document (out, scene, &area);
  for (guint i = 0; i < scene->graph->edges->len; i++)
    add_edge (out, scene, i);
  for (guint i = scene->graph->nodes->len; i > 0; i--)
    add_node (out, scene, scene->order[i - 1]);
  for (guint i = 0; i < scene->graph->edges->len; i++)
    add_edge_name (out, scene, i);
  cut_html_close (out, "svg");
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

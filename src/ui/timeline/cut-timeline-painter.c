/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-painter.h"

#include <math.h>

#include "cut-palette.h"
#include "cut-timeline-sign.h"
#include "cut-timeline-words.h"

/* As many texts are kept, about a dozen windows full of them. */
#define MOST_TEXTS 3000
/* Words are drawn in steps of so many ems, so that few widths of each have to be kept. */
#define TEXT_STEP 2
#define MOST_STEPS 20
#define SHORT_BAR 8 /* ems */
#define PADDING 4.0
#define STROKE 1.5

typedef struct
{
  GskRenderNode *node; /* (owned) */
  double x;            /* of what is drawn, in the node */
  double width;
  double height;
} Text;

struct _CutTimelinePainter
{
  GtkWidget *widget;
  CutPalette *palette;
  GHashTable *texts;   /* (owned) (element-type gint64 Text) */
  GHashTable *strokes; /* (owned) (element-type utf8 Text): of the axis and captions, and counts */
  GHashTable *bars;    /* (owned) (element-type guint GskRenderNode): by the place of their mark */
  GskRenderNode *signs[CUT_N_TIMELINE_KINDS]; /* (owned) (nullable) */
  CutTimelineSizes sizes;
  guint serial; /* of the font */
};

static void
text_free (gpointer data)
{
  Text *self = data;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self);
}

static void
node_unref (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

CutTimelinePainter *
cut_timeline_painter_new (GtkWidget *widget)
{
  CutTimelinePainter *self = g_new0 (CutTimelinePainter, 1);

  self->widget = widget;
  self->palette = cut_palette_get (gtk_widget_get_display (widget));
  self->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, text_free);
  self->strokes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  self->bars = g_hash_table_new_full (NULL, NULL, NULL, node_unref);
  return self;
}

void
cut_timeline_painter_forget_bars (CutTimelinePainter *self)
{
  g_hash_table_remove_all (self->bars);
}

void
cut_timeline_painter_reset (CutTimelinePainter *self)
{
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->strokes);
  g_hash_table_remove_all (self->bars);
  for (guint i = 0; i < CUT_N_TIMELINE_KINDS; i++)
    g_clear_pointer (&self->signs[i], gsk_render_node_unref);
}

void
cut_timeline_painter_free (CutTimelinePainter *self)
{
  cut_timeline_painter_reset (self);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->strokes);
  g_hash_table_unref (self->bars);
  g_free (self);
}

gboolean
cut_timeline_painter_get_sizes (CutTimelinePainter *self,
                                CutTimelineSizes   *sizes)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  guint serial = pango_context_get_serial (context);
  gboolean changed = serial != self->serial;

  if (changed)
    {
      PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
      CutTimelineSizes *own = &self->sizes;

      own->line = ceil ((double) pango_font_metrics_get_height (font) / PANGO_SCALE);
      own->em = ceil ((double) pango_font_metrics_get_approximate_char_width (font) / PANGO_SCALE * 1.6);
      own->axis = 2 * own->line + 2 * PADDING;
      own->caption = own->line + PADDING;
      own->lane = own->line + 3;
      own->metrics.glyph = round (own->line * 0.75);
      own->metrics.cell = 3 * own->em;
      own->metrics.arrow = 2 * own->em;
      own->metrics.gap = 3;
      own->metrics.cell = MAX (own->metrics.cell, own->metrics.glyph);
      pango_font_metrics_unref (font);
      self->serial = serial;
      cut_timeline_painter_reset (self);
    }
  *sizes = self->sizes;
  return changed;
}

/* Colours. */

static GdkRGBA
get_ink (CutTimelinePainter *self,
         float               alpha)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &colour);
  colour.alpha *= alpha;
  return colour;
}

static GdkRGBA
get_colour (CutTimelinePainter *self,
            CutTimelineKind     kind,
            float               alpha)
{
  GdkRGBA colour;

  cut_palette_lookup (self->palette, self->widget, cut_timeline_kind_get_colour (kind), TRUE, &colour);
  colour.alpha *= alpha;
  return colour;
}

/* Text. */

static Text *
make_text (CutTimelinePainter *self,
           const char         *words,
           double              width,
           float               alpha)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, words);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA ink = get_ink (self, alpha);
  PangoRectangle logical;
  Text *text = g_new0 (Text, 1);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  text->node = gtk_snapshot_free_to_node (snapshot);
  text->x = logical.x;
  text->width = logical.width;
  text->height = logical.height;
  return text;
}

/* @x: the edge at which it begins: the left one, or the right one where time runs from right to left. */
static void
draw_text (GtkSnapshot *snapshot,
           const Text  *text,
           double       x,
           double       y,
           gboolean     mirrored)
{
  double left = mirrored ? x - text->width : x;

  if (text->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (left - text->x), (float) round (y)));
  gtk_snapshot_append_node (snapshot, text->node);
  gtk_snapshot_restore (snapshot);
}

/* Returns: (transfer none): words of the chart itself */
static const Text *
get_stroke_text (CutTimelinePainter *self,
                 const char         *words,
                 float               alpha)
{
  Text *text = g_hash_table_lookup (self->strokes, words);

  if (text == NULL)
    {
      if (g_hash_table_size (self->strokes) > MOST_TEXTS)
        g_hash_table_remove_all (self->strokes);
      text = make_text (self, words, 0, alpha);
      g_hash_table_insert (self->strokes, g_strdup (words), text);
    }
  return text;
}

/* Words end at the edge of the window, too. @x: where they begin. */
static double
limit_room (const CutTimelineLens *lens,
            double                 x,
            double                 room)
{
  return MIN (room, (lens->mirrored ? x : lens->width - x)) - PADDING;
}

/* Returns: (transfer none) (nullable): the title of an item, as much of it as fits; %NULL where hardly anything does */
static const Text *
get_title (CutTimelinePainter    *self,
           const CutTimelineItem *item,
           guint                  place,
           double                 room)
{
  int steps = (int) MIN (room / (TEXT_STEP * self->sizes.em), MOST_STEPS);
  gint64 key = (gint64) place * (MOST_STEPS + 1) + steps;
  Text *text;

  if (steps < 1)
    return NULL;
  text = g_hash_table_lookup (self->texts, &key);
  if (text == NULL)
    {
      if (g_hash_table_size (self->texts) > MOST_TEXTS)
        g_hash_table_remove_all (self->texts);
      text = make_text (self, item->title != NULL ? item->title : "", steps * TEXT_STEP * self->sizes.em, 1);
      g_hash_table_insert (self->texts, g_memdup2 (&key, sizeof key), text);
    }
  return text;
}

/* The axis and the rows. */

static void
draw_line (GtkSnapshot   *snapshot,
           const GdkRGBA *colour,
           double         x,
           double         y,
           double         width,
           double         height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) width, (float) height));
}

/* What the first strokes belong to stands at the edge, as long as nothing else comes there. */
static void
draw_context (CutTimelinePainter    *self,
              GtkSnapshot           *snapshot,
              const CutTimelineAxis *axis,
              const CutTimelineLens *lens)
{
  g_autofree char *words = cut_timeline_tick_get_context (axis->unit, (gint64) lens->from);
  const Text *text = words != NULL ? get_stroke_text (self, words, 1) : NULL;
  double free = G_MAXDOUBLE;

  for (guint i = 0; i < axis->ticks->len; i++)
    {
      const CutTick *tick = &g_array_index (axis->ticks, CutTick, i);
      double x = ((double) tick->at - lens->from) * lens->scale;

      if (tick->begins && x >= 0)
        free = MIN (free, x);
    }
  if (text != NULL && text->width + 3 * PADDING < free)
    draw_text (snapshot, text, lens->mirrored ? lens->width - PADDING : PADDING, PADDING / 2, lens->mirrored);
}

static gboolean
fits (const CutTimelineLens *lens,
      double                 x,
      const Text            *text)
{
  return lens->mirrored ? x - text->width >= 0 : x + text->width <= lens->width;
}

static void
draw_tick (CutTimelinePainter    *self,
           GtkSnapshot           *snapshot,
           const CutTimelineAxis *axis,
           const CutTick         *tick,
           const CutTimelineLens *lens,
           double                 height)
{
  double x = cut_timeline_lens_get_x (lens, (double) tick->at);
  g_autofree char *words = cut_timeline_tick_get_label (axis->unit, tick->at);
  g_autofree char *context = tick->begins ? cut_timeline_tick_get_context (axis->unit, tick->at) : NULL;
  double text_x = lens->mirrored ? x - PADDING : x + PADDING;
  GdkRGBA faint = get_ink (self, tick->begins ? 0.3f : 0.12f);

  /* Half a number at the edge would be another number. */
  if (x < 0 || x > lens->width)
    return;
  draw_line (snapshot, &faint, x, tick->begins ? 0 : self->sizes.line, 1, height - (tick->begins ? 0 : self->sizes.line));
  if (fits (lens, text_x, get_stroke_text (self, words, 0.8f)))
    draw_text (snapshot, get_stroke_text (self, words, 0.8f), text_x, self->sizes.line + PADDING / 2, lens->mirrored);
  if (context != NULL && fits (lens, text_x, get_stroke_text (self, context, 1)))
    draw_text (snapshot, get_stroke_text (self, context, 1), text_x, PADDING / 2, lens->mirrored);
}

void
cut_timeline_painter_draw_axis (CutTimelinePainter    *self,
                                GtkSnapshot           *snapshot,
                                const CutTimelineAxis *axis,
                                const CutTimelineLens *lens,
                                double                 height)
{
  draw_context (self, snapshot, axis, lens);
  for (guint i = 0; i < axis->ticks->len; i++)
    draw_tick (self, snapshot, axis, &g_array_index (axis->ticks, CutTick, i), lens, height);
}

static GskRenderNode *
get_sign (CutTimelinePainter *self,
          CutTimelineKind     kind)
{
  float size = (float) self->sizes.metrics.glyph;
  GdkRGBA colour;
  cairo_t *cr;

  if (self->signs[kind] != NULL)
    return self->signs[kind];
  self->signs[kind] = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size, size));
  colour = get_colour (self, kind, 1);
  cr = gsk_cairo_node_get_draw_context (self->signs[kind]);
  gdk_cairo_set_source_rgba (cr, &colour);
  cut_timeline_sign_draw (cr, kind, size);
  cairo_destroy (cr);
  return self->signs[kind];
}

static void
draw_node (GtkSnapshot   *snapshot,
           GskRenderNode *node,
           double         x,
           double         y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

void
cut_timeline_painter_draw_caption (CutTimelinePainter    *self,
                                   GtkSnapshot           *snapshot,
                                   CutTimelineRow         row,
                                   double                 y,
                                   double                 height,
                                   const CutTimelineLens *lens)
{
  static const CutTimelineKind kinds[] = { CUT_TIMELINE_FACT, CUT_TIMELINE_SAID, CUT_TIMELINE_PUBLISHED };
  double glyph = self->sizes.metrics.glyph;
  double x = lens->mirrored ? lens->width - PADDING : PADDING;
  double down = round ((self->sizes.line - glyph) / 2);
  GdkRGBA ground = get_ink (self, 0.25f);

  draw_node (snapshot, get_sign (self, kinds[row]), lens->mirrored ? x - glyph : x, y + down + PADDING / 2);
  draw_text (snapshot, get_stroke_text (self, cut_timeline_row_get_label (row), 0.8f), lens->mirrored ? x - glyph - PADDING : x + glyph + PADDING,
             y + PADDING / 2, lens->mirrored);
  draw_line (snapshot, &ground, 0, y + height - 1, lens->width, 1);
}

/* Bars. */

static void
trace_bar (cairo_t *cr,
           double   width,
           double   height,
           gboolean open_left,
           gboolean open_right)
{
  double tip = MIN (height / 2, width / 2);
  double left = STROKE / 2;
  double right = width - STROKE / 2;
  double top = STROKE / 2;
  double bottom = height - STROKE / 2;

  cairo_move_to (cr, open_left ? left + tip : left, top);
  cairo_line_to (cr, open_right ? right - tip : right, top);
  cairo_line_to (cr, right, open_right ? height / 2 : top);
  cairo_line_to (cr, open_right ? right - tip : right, bottom);
  cairo_line_to (cr, open_left ? left + tip : left, bottom);
  cairo_line_to (cr, left, open_left ? height / 2 : bottom);
  cairo_close_path (cr);
}

typedef struct
{
  CutTimelineKind kind;
  gboolean open_left;
  gboolean open_right;
  gboolean dashed;
} BarLook;

static GskRenderNode *
make_bar (CutTimelinePainter *self,
          const BarLook      *look,
          double              width,
          double              height)
{
  static const double dashes[] = { 5, 4 };
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  GdkRGBA line = get_colour (self, look->kind, 1);
  GdkRGBA ground = get_colour (self, look->kind, look->dashed ? 0.1f : 0.22f);

  cairo_set_line_width (cr, STROKE);
  trace_bar (cr, width, height, look->open_left, look->open_right);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  if (look->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return node;
}

static BarLook
look_of (const CutTimelineItem *item,
         guint                  n,
         gboolean               mirrored)
{
  gboolean start = n == 1 && item->span.open_start;
  gboolean end = n == 1 && item->span.open_end;

  return (BarLook) { item->kind, mirrored ? end : start, mirrored ? start : end, item->span.about && n == 1 };
}

/* Draws the bar from @left to @right; what is far outside of the window is cut off, and then not kept. */
static void
draw_bar (CutTimelinePainter    *self,
          GtkSnapshot           *snapshot,
          const BarLook         *look,
          guint                  place,
          const graphene_rect_t *box,
          const CutTimelineLens *lens)
{
  double height = self->sizes.lane - 3;
  double left = MAX (box->origin.x, -4 * self->sizes.em);
  double right = MIN (box->origin.x + box->size.width, lens->width + 4 * self->sizes.em);
  gboolean cut = left > box->origin.x || right < box->origin.x + box->size.width;
  GskRenderNode *node = cut ? NULL : g_hash_table_lookup (self->bars, GUINT_TO_POINTER (place));

  if (right - left < 1)
    return;
  if (node != NULL)
    {
      draw_node (snapshot, node, left, box->origin.y);
      return;
    }
  node = make_bar (self, look, right - left, height);
  draw_node (snapshot, node, left, box->origin.y);
  if (cut)
    gsk_render_node_unref (node);
  else
    g_hash_table_insert (self->bars, GUINT_TO_POINTER (place), node);
}

/* Returns: (transfer full) */
static char *
format_count (guint n)
{
  return g_strdup_printf ("%u", n);
}

/* In the bar, from the edge where time begins, or the edge of the window where that is outside. */
static void
draw_in_bar (CutTimelinePainter    *self,
             GtkSnapshot           *snapshot,
             const CutTimelineItem *item,
             const CutTimelineMark *mark,
             const graphene_rect_t *box,
             double                 room,
             const CutTimelineLens *lens)
{
  double left = MAX (box->origin.x, 0);
  double right = MIN (box->origin.x + box->size.width, lens->width);
  double glyph = self->sizes.metrics.glyph;
  BarLook look = look_of (item, mark->n, lens->mirrored);
  double inset = PADDING + ((lens->mirrored ? look.open_right : look.open_left) ? self->sizes.lane / 3 : 0);
  double x = lens->mirrored ? right - inset : left + inset;
  double inner = right - left - inset - PADDING;
  double y = box->origin.y;
  g_autofree char *count = mark->n > 1 ? format_count (mark->n) : NULL;
  const Text *text = count != NULL ? get_stroke_text (self, count, 1) : NULL;

  if (inner < glyph)
    x = (left + right + (lens->mirrored ? glyph : -glyph)) / 2;
  draw_node (snapshot, get_sign (self, item->kind), lens->mirrored ? x - glyph : x, round (y + (self->sizes.lane - 3 - glyph) / 2));
  x += lens->mirrored ? -(glyph + PADDING) : glyph + PADDING;
  inner -= glyph + PADDING;
  if (text == NULL && inner < SHORT_BAR * self->sizes.em)
    {
      /* Where a bar is too short for words they stand behind it, if there is more room. */
      double behind = lens->mirrored ? left - PADDING : right + PADDING;
      double outside = limit_room (lens, behind, room - PADDING);

      x = outside > inner ? behind : x;
      inner = MAX (inner, outside);
    }
  if (text == NULL)
    text = get_title (self, item, mark->first, inner);
  else if (text->width > inner)
    text = NULL;
  if (text != NULL)
    draw_text (snapshot, text, x, y + (self->sizes.lane - 3 - text->height) / 2, lens->mirrored);
}

/* Points. */

static void
draw_point (CutTimelinePainter    *self,
            GtkSnapshot           *snapshot,
            const CutTimelineItem *item,
            const CutTimelineMark *mark,
            const graphene_rect_t *box,
            double                 room,
            const CutTimelineLens *lens)
{
  double glyph = self->sizes.metrics.glyph;
  double x = lens->mirrored ? box->origin.x - PADDING : box->origin.x + glyph + PADDING;
  const Text *text = get_title (self, item, mark->first, limit_room (lens, x, room - PADDING));

  draw_node (snapshot, get_sign (self, item->kind), box->origin.x, round (box->origin.y + (self->sizes.lane - glyph) / 2));
  if (text != NULL)
    draw_text (snapshot, text, x, box->origin.y + (self->sizes.lane - text->height) / 2, lens->mirrored);
}

static void
draw_crowd (CutTimelinePainter    *self,
            GtkSnapshot           *snapshot,
            const CutTimelineItem *item,
            const CutTimelineMark *mark,
            const graphene_rect_t *box)
{
  g_autofree char *count = format_count (mark->n);
  const Text *text = get_stroke_text (self, count, 1);
  GdkRGBA line = get_colour (self, item->kind, 1);
  GdkRGBA ground = get_colour (self, item->kind, 0.22f);
  GskRoundedRect outline;
  graphene_rect_t inner = GRAPHENE_RECT_INIT (box->origin.x + 1, box->origin.y, box->size.width - 2, box->size.height - 2);
  const float widths[] = { (float) STROKE, (float) STROKE, (float) STROKE, (float) STROKE };
  const GdkRGBA colours[] = { line, line, line, line };

  gsk_rounded_rect_init_from_rect (&outline, &inner, 3);
  gtk_snapshot_append_color (snapshot, &ground, &inner);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  if (text->width <= box->size.width - 2)
    draw_text (snapshot, text, box->origin.x + (box->size.width - text->width) / 2,
               box->origin.y + box->size.height - self->sizes.lane + (self->sizes.lane - text->height) / 2 - 1, FALSE);
}

void
cut_timeline_painter_draw_mark (CutTimelinePainter    *self,
                                GtkSnapshot           *snapshot,
                                const CutTimeline     *timeline,
                                const CutTimelineMark *mark,
                                guint                  place,
                                const graphene_rect_t *box,
                                double                 room,
                                const CutTimelineLens *lens)
{
  const CutTimelineItem *item = g_ptr_array_index (timeline->items, mark->first);
  BarLook look = look_of (item, mark->n, lens->mirrored);

  if (mark->bar)
    {
      draw_bar (self, snapshot, &look, place, box, lens);
      draw_in_bar (self, snapshot, item, mark, box, room, lens);
    }
  else if (mark->n > 1)
    draw_crowd (self, snapshot, item, mark, box);
  else
    draw_point (self, snapshot, item, mark, box, room, lens);
}

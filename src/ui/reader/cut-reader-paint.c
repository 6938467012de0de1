/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-paint.h"

#include <math.h>

#include "cut-direction.h"

#define LANE_STEP 4 /* pixels from one line of a mark to that of the next lane */

typedef void (*CutPieceFunc) (const CutPaint *self, GtkSnapshot *snapshot, const GdkRectangle *piece, gpointer data);

gboolean
cut_paint_init (CutPaint      *self,
                GtkTextView   *view,
                const CutPage *page,
                int            em)
{
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &rect);
  self->view = view;
  self->page = page;
  self->palette = cut_palette_get (gtk_widget_get_display (GTK_WIDGET (view)));
  self->em = em;
  gtk_text_view_get_line_at_y (view, &iter, rect.y, NULL);
  self->first = (guint) gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, rect.y + rect.height, NULL);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  self->last = (guint) gtk_text_iter_get_offset (&iter);
  self->hidden = FALSE;
  return self->last > self->first;
}

static void
get_iter (const CutPaint *self,
          guint           offset,
          GtkTextIter    *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), iter, (int) offset);
}

static gboolean
is_mixed (const GtkTextIter *start,
          const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_visible_slice (start, end);

  return cut_line_is_mixed (text);
}

/* The ends of a run of one direction: a character's rectangle has negative width in a run from right to left. */
static GdkRectangle
get_span (const CutPaint    *self,
          const GtkTextIter *start,
          const GtkTextIter *end)
{
  GtkTextIter last = *end;
  GdkRectangle a, b;
  int left, right;

  gtk_text_iter_backward_char (&last);
  gtk_text_view_get_iter_location (self->view, start, &a);
  gtk_text_view_get_iter_location (self->view, &last, &b);
  left = MIN (MIN (a.x, a.x + a.width), MIN (b.x, b.x + b.width));
  right = MAX (MAX (a.x, a.x + a.width), MAX (b.x, b.x + b.width));
  return (GdkRectangle) { left, a.y, right - left, MAX (a.height, b.height) };
}

static void
paint_mixed (const CutPaint    *self,
             GtkSnapshot       *snapshot,
             const GtkTextIter *start,
             const GtkTextIter *end,
             CutPieceFunc       func,
             gpointer           data)
{
  GtkTextIter at = *start;
  GdkRectangle run = { 0 };

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextIter next = at;
      GdkRectangle rect;

      if (!gtk_text_iter_forward_char (&next))
        break;
      rect = get_span (self, &at, &next);
      if (run.width > 0 && (rect.x > run.x + run.width + 1 || rect.x + rect.width < run.x - 1))
        {
          func (self, snapshot, &run, data);
          run = rect;
        }
      else if (run.width > 0)
        gdk_rectangle_union (&run, &rect, &run);
      else
        run = rect;
      at = next;
    }
  if (run.width > 0)
    func (self, snapshot, &run, data);
}

static void
paint_line (const CutPaint    *self,
            GtkSnapshot       *snapshot,
            const GtkTextIter *start,
            const GtkTextIter *end,
            CutPieceFunc       func,
            gpointer           data)
{
  GdkRectangle piece;

  if (is_mixed (start, end))
    {
      paint_mixed (self, snapshot, start, end, func, data);
      return;
    }
  piece = get_span (self, start, end);
  func (self, snapshot, &piece, data);
}

/* Calls @func for each piece of [start, end) that lies in one line on the screen. */
static void
paint_pieces (const CutPaint *self,
              GtkSnapshot    *snapshot,
              guint           start,
              guint           end,
              CutPieceFunc    func,
              gpointer        data)
{
  GtkTextIter at, stop;

  get_iter (self, MAX (start, self->first), &at);
  get_iter (self, MIN (end, self->last), &stop);
  while (gtk_text_iter_compare (&at, &stop) < 0)
    {
      GtkTextIter line_end = at;
      GtkTextIter next;

      gtk_text_view_forward_display_line_end (self->view, &line_end);
      next = line_end;
      if (gtk_text_iter_compare (&line_end, &stop) > 0)
        line_end = stop;
      if (gtk_text_iter_compare (&at, &line_end) < 0)
        paint_line (self, snapshot, &at, &line_end, func, data);
      if (gtk_text_iter_compare (&next, &at) <= 0 || gtk_text_iter_ends_line (&next)
          || gtk_text_iter_get_char (&next) == ' ')
        gtk_text_iter_forward_char (&next);
      if (gtk_text_iter_compare (&next, &at) <= 0)
        break;
      at = next;
    }
}

static void
append_rect (GtkSnapshot   *snapshot,
             const GdkRGBA *rgba,
             double         x,
             double         y,
             double         width,
             double         height)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  gtk_snapshot_append_color (snapshot, rgba, &rect);
}

static void
piece_ground (const CutPaint     *self,
              GtkSnapshot        *snapshot,
              const GdkRectangle *piece,
              gpointer            data)
{
  append_rect (snapshot, data, piece->x, piece->y, piece->width, piece->height);
}

void
cut_paint_range (const CutPaint *self,
                 GtkSnapshot    *snapshot,
                 guint           start,
                 guint           end,
                 const GdkRGBA  *rgba)
{
  if (start < self->last && end > self->first)
    paint_pieces (self, snapshot, start, end, piece_ground, (gpointer) rgba);
}

/* Marks. */

typedef struct
{
  const CutMark *mark;
  GdkRGBA rgba;
} Line;

static void
append_dashes (GtkSnapshot        *snapshot,
               const Line         *line,
               const GdkRectangle *piece,
               double              y,
               int                 dash,
               int                 thick)
{
  /* Steps count from the column's edge, so that pieces of one line fit together. */
  for (int x = piece->x - piece->x % (2 * dash); x < piece->x + piece->width; x += 2 * dash)
    {
      int start = MAX (x, piece->x);
      int end = MIN (x + dash, piece->x + piece->width);

      if (end > start)
        append_rect (snapshot, &line->rgba, start, y, end - start, thick);
    }
}

static void
append_wave (GtkSnapshot        *snapshot,
             const Line         *line,
             const GdkRectangle *piece,
             double              y)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) piece->x, (float) y - 2, (float) piece->width, 6);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  gdk_cairo_set_source_rgba (cr, &line->rgba);
  cairo_set_line_width (cr, 1.2);
  for (int x = 0; x <= piece->width; x++)
    cairo_line_to (cr, piece->x + x, y + 1 + 1.5 * sin ((piece->x + x) * G_PI / 3));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
piece_mark (const CutPaint     *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *piece,
            gpointer            data)
{
  const Line *line = data;
  double y = piece->y + piece->height - 1 + (int) line->mark->lane * LANE_STEP;

  switch (line->mark->form)
    {
    case CUT_MARK_SINGLE:
      append_rect (snapshot, &line->rgba, piece->x, y, piece->width, 2);
      break;
    case CUT_MARK_DOUBLE:
      append_rect (snapshot, &line->rgba, piece->x, y - 1, piece->width, 1);
      append_rect (snapshot, &line->rgba, piece->x, y + 2, piece->width, 1);
      break;
    case CUT_MARK_WAVE:
      append_wave (snapshot, line, piece, y);
      break;
    case CUT_MARK_DOTS:
      append_dashes (snapshot, line, piece, y, 2, 2);
      break;
    case CUT_MARK_DASHES:
      append_dashes (snapshot, line, piece, y, 6, 2);
      break;
    case CUT_MARK_OVERLINE:
      append_rect (snapshot, &line->rgba, piece->x, piece->y, piece->width, 2);
      break;
    case CUT_MARK_GROUND:
    default:
      break;
    }
}

void
cut_paint_marks (const CutPaint *self,
                 GtkSnapshot    *snapshot)
{
  for (guint i = 0; i < self->page->marks->len; i++)
    {
      Line line = { .mark = &g_array_index (self->page->marks, CutMark, i) };

      if (line.mark->start >= self->last)
        break;
      if (line.mark->end <= self->first || line.mark->form == CUT_MARK_GROUND)
        continue;
      cut_palette_lookup (self->palette, GTK_WIDGET (self->view), cut_annotation_get_colour (line.mark->annotation),
                          TRUE, &line.rgba);
      paint_pieces (self, snapshot, line.mark->start, line.mark->end, piece_mark, &line);
    }
}

/* Proposals. */

#define DOT 2
#define DOT_STEP 6

static void
piece_dots (const CutPaint     *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *piece,
            gpointer            data)
{
  double y = piece->y + piece->height;

  for (int x = piece->x + DOT_STEP - piece->x % DOT_STEP; x + DOT <= piece->x + piece->width; x += DOT_STEP)
    append_rect (snapshot, data, x, y, DOT, DOT);
}

void
cut_paint_proposals (const CutPaint *self,
                     GtkSnapshot    *snapshot,
                     GPtrArray      *proposals,
                     guint           active)
{
  GdkRGBA dots, ground;

  cut_palette_lookup_name (self->palette, GTK_WIDGET (self->view), "reader_aside_color", &dots);
  ground = dots;
  ground.alpha *= 0.18f;
  for (guint i = 0; i < proposals->len; i++)
    {
      const CutProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->start >= self->last)
        break;
      for (guint n = 0; n < proposal->n_parts && proposal->end > self->first; n++)
        {
          const CutStretch *part = &proposal->parts[n];

          if (part->start >= self->last || part->end <= self->first)
            continue;
          if (proposal->start == active)
            cut_paint_range (self, snapshot, part->start, part->end, &ground);
          paint_pieces (self, snapshot, part->start, part->end, piece_dots, &dots);
        }
    }
}

/* Blocks. */

static gboolean
runs_rtl (const CutPaint    *self,
          const GtkTextIter *start)
{
  GtkTextIter end = *start;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (start, &end);
  return cut_line_is_rtl (text, -1);
}

/* Sets @text beside the words: before them at a distance of @gap, in a field of @width (0: as wide as it is). */
static void
append_aside (const CutPaint *self,
              GtkSnapshot    *snapshot,
              const CutBlock *block,
              const char     *text,
              int             gap,
              int             width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  GtkTextIter iter;
  GdkRectangle rect;
  GdkRGBA rgba;
  gboolean rtl;
  int own, x;

  get_iter (self, block->start, &iter);
  rtl = runs_rtl (self, &iter);
  gtk_text_view_get_iter_location (self->view, &iter, &rect);
  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }
  pango_layout_get_pixel_size (layout, &own, NULL);
  x = rtl ? rect.x + gap : rect.x - gap - (width > 0 ? width : own);
  cut_palette_lookup_name (self->palette, GTK_WIDGET (self->view), "reader_aside_color", &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) rect.y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
paint_list_item (const CutPaint *self,
                 GtkSnapshot    *snapshot,
                 const CutBlock *block)
{
  static const char *const bullets[] = { "•", "◦", "▪" };
  g_autofree char *number = NULL;

  number = block->ordinal > 0 ? g_strdup_printf ("%u.", block->ordinal)
                              : g_strdup (bullets[(MAX (block->level, 1) - 1) % G_N_ELEMENTS (bullets)]);
  append_aside (self, snapshot, block, number, self->em / 2, 0);
}

static void
paint_quote (const CutPaint *self,
             GtkSnapshot    *snapshot,
             const CutBlock *block)
{
  GtkTextIter iter;
  GdkRectangle rect;
  GdkRGBA rgba;
  int y, height, x;

  get_iter (self, block->start, &iter);
  gtk_text_view_get_line_yrange (self->view, &iter, &y, &height);
  gtk_text_view_get_iter_location (self->view, &iter, &rect);
  x = runs_rtl (self, &iter) ? rect.x + self->em * 2 / 3 : rect.x - self->em * 2 / 3;
  cut_palette_lookup_name (self->palette, GTK_WIDGET (self->view), "reader_rule_color", &rgba);
  append_rect (snapshot, &rgba, x, y, 3, height);
}

/* (nullable): the heading of the column @cell stands in: a cell of the first row that is a header. */
static char *
get_column_heading (const CutPaint *self,
                    guint           index)
{
  GPtrArray *blocks = self->page->reading->blocks;
  const CutBlock *cell = g_ptr_array_index (blocks, index);

  if (cell->row == 0)
    return NULL;
  for (guint i = index; i-- > 0;)
    {
      const CutBlock *other = g_ptr_array_index (blocks, i);
      GtkTextIter start, end;

      if (other->table != cell->table)
        break;
      if (other->row != 0 || other->column != cell->column || !other->header)
        continue;
      get_iter (self, other->start, &start);
      get_iter (self, other->end, &end);
      return gtk_text_iter_get_slice (&start, &end);
    }
  return NULL;
}

static void
paint_cell (const CutPaint *self,
            GtkSnapshot    *snapshot,
            guint           index)
{
  const CutBlock *cell = g_ptr_array_index (self->page->reading->blocks, index);
  const CutBlock *before = index > 0 ? g_ptr_array_index (self->page->reading->blocks, index - 1) : NULL;
  gboolean grid = cut_page_tables_get_grid (self->page->tables, cell) != NULL;
  g_autofree char *heading = grid ? NULL : get_column_heading (self, index);
  GtkTextIter iter;
  GdkRGBA rgba;
  int y;

  if (heading != NULL)
    append_aside (self, snapshot, cell, heading, self->em / 2, self->em * 7);
  if (before != NULL && before->table == cell->table && before->row == cell->row)
    return;
  get_iter (self, cell->start, &iter);
  gtk_text_view_get_line_yrange (self->view, &iter, &y, NULL);
  cut_palette_lookup_name (self->palette, GTK_WIDGET (self->view), "reader_rule_color", &rgba);
  append_rect (snapshot, &rgba, gtk_text_view_get_left_margin (self->view), y - 2,
               gtk_widget_get_width (GTK_WIDGET (self->view)) - gtk_text_view_get_left_margin (self->view)
                   - gtk_text_view_get_right_margin (self->view),
               1);
}

static void
paint_block (const CutPaint *self,
             GtkSnapshot    *snapshot,
             guint           index)
{
  const CutBlock *block = g_ptr_array_index (self->page->reading->blocks, index);

  if (block->start == block->end || (self->hidden && cut_page_hides (self->page, block)))
    return;
  switch (block->kind)
    {
    case CUT_BLOCK_LIST_ITEM:
      paint_list_item (self, snapshot, block);
      break;
    case CUT_BLOCK_QUOTE:
      paint_quote (self, snapshot, block);
      break;
    case CUT_BLOCK_CELL:
      paint_cell (self, snapshot, index);
      break;
    case CUT_BLOCK_PARAGRAPH:
    case CUT_BLOCK_HEADING:
    case CUT_BLOCK_PREFORMATTED:
    case CUT_BLOCK_CAPTION:
    default:
      break;
    }
}

void
cut_paint_blocks (const CutPaint *self,
                  GtkSnapshot    *snapshot)
{
  GPtrArray *blocks = self->page->reading->blocks;

  for (guint i = cut_page_find_block (self->page, self->first); i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);

      if (block->start >= self->last)
        break;
      paint_block (self, snapshot, i);
    }
}

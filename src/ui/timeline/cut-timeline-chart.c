/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-palette.h"
#include "cut-timeline-chart-private.h"
#include "cut-timeline-steps.h"
#include "cut-timeline-words.h"

#define NATURAL_LANES 6
#define TALL_CROWD 30 /* so many take all lanes, unless there are more somewhere */
#define MOST_LANES 24

enum
{
  ITEM_ACTIVATED,
  CROWD_ACTIVATED,
  ITEM_FOCUSED,
  VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutTimelineChart, cut_timeline_chart, GTK_TYPE_WIDGET)

/* The layout: made anew for another scale, height or choice of kinds. It takes about a millisecond for ten thousand items, less
 * than a thread would take to be asked. */

static guint
count_lanes (CutTimelineChart *self)
{
  double room = self->row_height - self->sizes.caption;

  return (guint) CLAMP (room / self->sizes.lane, CUT_TIMELINE_LEAST_LANES, MOST_LANES);
}

static void
forget_layout (CutTimelineChart *self)
{
  g_clear_pointer (&self->layout, cut_timeline_layout_free);
  cut_timeline_painter_forget_bars (self->painter);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Returns: (nullable): %NULL while there is nothing, or no place for it */
CutTimelineLayout *
cut_timeline_chart_ensure_layout (CutTimelineChart *self)
{
  CutTimelineMetrics metrics = self->sizes.metrics;

  if (self->timeline == NULL || self->lens.width <= 0)
    return NULL;
  if (self->layout != NULL && self->layout->scale == self->lens.scale)
    return self->layout;
  forget_layout (self);
  metrics.lanes = count_lanes (self);
  self->layout = cut_timeline_layout_new (self->timeline, self->lens.scale, &metrics, self->kinds);
  self->stale = TRUE;
  return self->layout;
}

const CutTimelineMark *
cut_timeline_chart_mark_at (CutTimelineChart *self,
                            guint             place)
{
  return &g_array_index (self->layout->marks, CutTimelineMark, place);
}

/* The place of the mark that has the focus, or would get it. */
guint
cut_timeline_chart_current_mark (CutTimelineChart *self)
{
  if (cut_timeline_chart_ensure_layout (self) == NULL || self->current >= self->timeline->items->len)
    return NO_MARK;
  return cut_timeline_layout_mark_of (self->layout, self->current);
}

static double
row_top (CutTimelineChart *self,
         guint             row)
{
  return self->sizes.axis + row * self->row_height;
}

/* Several at one place stand on the ground, the taller the more they are. */
static double
crowd_height (CutTimelineChart      *self,
              const CutTimelineMark *mark)
{
  double lanes = count_lanes (self) - self->layout->bar_lanes[mark->row];
  double share = log (mark->n) / log (MAX (self->layout->most, TALL_CROWD));

  return self->sizes.lane * (1 + (lanes - 1) * share * share);
}

graphene_rect_t
cut_timeline_chart_get_box (CutTimelineChart      *self,
                            const CutTimelineMark *mark)
{
  double offset = cut_timeline_layout_get_x (self->layout, 0) + self->lens.from * self->lens.scale;
  double x0 = mark->x0 - offset;
  double x1 = mark->x1 - offset;
  double ground = row_top (self, mark->row) + self->row_height - 2;
  double height = mark->bar ? self->sizes.lane - 3 : mark->n > 1 ? crowd_height (self, mark) : self->sizes.lane;
  double y = mark->n > 1 && !mark->bar ? ground - height : ground - (count_lanes (self) - mark->lane) * self->sizes.lane;

  return GRAPHENE_RECT_INIT ((float) (self->lens.mirrored ? self->lens.width - x1 : x0), (float) y, (float) (x1 - x0), (float) height);
}

/* What is in view. */

void
cut_timeline_chart_view_changed (CutTimelineChart *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
reveal (CutTimelineChart *self,
        guint             place)
{
  graphene_rect_t box = cut_timeline_chart_get_box (self, cut_timeline_chart_mark_at (self, place));
  double start = self->lens.mirrored ? self->lens.width - box.origin.x - box.size.width : box.origin.x;
  double end = start + MIN (box.size.width, self->lens.width / 2);
  double margin = MIN (4 * self->sizes.em, self->lens.width / 8);

  if (start < margin)
    cut_timeline_lens_pan (&self->lens, start - margin);
  else if (end > self->lens.width - margin)
    cut_timeline_lens_pan (&self->lens, end - self->lens.width + margin);
  else
    return;
  cut_timeline_chart_view_changed (self);
}

/* The focus. */

static void
name_cursor (CutTimelineChart *self,
             guint             place)
{
  g_autofree char *words = cut_timeline_mark_describe (self->timeline, self->layout, cut_timeline_chart_mark_at (self, place));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursors[self->cursor]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  self->stale = FALSE;
}

/* What the mark stands for may be another after each zoom. */
static void
show_cursor (CutTimelineChart *self)
{
  guint place = cut_timeline_chart_current_mark (self);

  if (place != NO_MARK && self->stale)
    name_cursor (self, place);
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    gtk_widget_set_child_visible (self->cursors[i], place != NO_MARK && i == self->cursor);
}

void
cut_timeline_chart_focus_mark (CutTimelineChart *self,
                               guint             place)
{
  self->current = cut_timeline_chart_mark_at (self, place)->first;
  self->cursor = 1 - self->cursor;
  reveal (self, place);
  name_cursor (self, place);
  gtk_widget_set_child_visible (self->cursors[self->cursor], TRUE);
  gtk_widget_grab_focus (self->cursors[self->cursor]);
  show_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[ITEM_FOCUSED], 0, self->current);
}

static gboolean
cut_timeline_chart_grab_focus (GtkWidget *widget)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (widget);
  guint place = cut_timeline_chart_current_mark (self);

  if (place == NO_MARK && self->layout != NULL)
    {
      double from = cut_timeline_layout_get_x (self->layout, (gint64) self->lens.from);

      place = cut_timeline_step_into (self->layout, from, from + self->lens.width);
    }
  if (place == NO_MARK)
    return FALSE;
  cut_timeline_chart_focus_mark (self, place);
  return TRUE;
}

/* One stop: within it the keys below walk. */
static gboolean
cut_timeline_chart_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && cut_timeline_chart_grab_focus (widget);
}

/* Opening. */

static GArray *
list_mark (CutTimelineChart      *self,
           const CutTimelineMark *mark)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint item = mark->first; item != G_MAXUINT; item = cut_timeline_layout_next (self->layout, item))
    g_array_append_val (places, item);
  return places;
}

void
cut_timeline_chart_open_mark (CutTimelineChart *self,
                              guint             place)
{
  const CutTimelineMark *mark = cut_timeline_chart_mark_at (self, place);
  g_autoptr (GArray) places = list_mark (self, mark);
  double scale = self->lens.scale;
  gint64 from, to;

  if (mark->n == 1)
    {
      g_signal_emit (self, signals[ITEM_ACTIVATED], 0, mark->first);
      return;
    }
  if (cut_timeline_mark_parts (self->timeline, self->layout, mark, &from, &to))
    {
      CutTimelineLens before = self->lens;

      cut_timeline_lens_show (&self->lens, from, to);
      if (self->lens.scale > scale * 1.05)
        {
          cut_timeline_chart_view_changed (self);
          return;
        }
      self->lens = before;
    }
  g_signal_emit (self, signals[CROWD_ACTIVATED], 0, places);
}

static void
cursor_clicked_cb (CutTimelineChart *self)
{
  guint place = cut_timeline_chart_current_mark (self);

  if (place != NO_MARK)
    cut_timeline_chart_open_mark (self, place);
}

/* Zooming and panning. */

void
cut_timeline_chart_zoom_at (CutTimelineChart *self,
                            double            factor,
                            double            x)
{
  if (self->timeline == NULL || self->timeline->items->len == 0)
    return;
  cut_timeline_lens_zoom (&self->lens, factor, x);
  cut_timeline_chart_view_changed (self);
}

void
cut_timeline_chart_zoom (CutTimelineChart *self,
                         double            steps)
{
  guint place;
  double x;

  g_return_if_fail (CUT_IS_TIMELINE_CHART (self));

  place = cut_timeline_chart_current_mark (self);
  x = self->lens.width / 2;
  if (place != NO_MARK)
    {
      graphene_rect_t box = cut_timeline_chart_get_box (self, cut_timeline_chart_mark_at (self, place));
      double middle = box.origin.x + box.size.width / 2;

      x = middle >= 0 && middle <= self->lens.width ? middle : x;
    }
  cut_timeline_chart_zoom_at (self, pow (CUT_TIMELINE_ZOOM_STEP, steps), x);
}

void
cut_timeline_chart_pan (CutTimelineChart *self,
                        double            windows)
{
  g_return_if_fail (CUT_IS_TIMELINE_CHART (self));

  if (self->timeline == NULL)
    return;
  cut_timeline_lens_pan (&self->lens, windows * self->lens.width);
  cut_timeline_chart_view_changed (self);
}

void
cut_timeline_chart_fit (CutTimelineChart *self)
{
  g_return_if_fail (CUT_IS_TIMELINE_CHART (self));

  if (self->timeline == NULL || self->lens.width <= 0)
    return;
  cut_timeline_lens_fit (&self->lens);
  cut_timeline_chart_view_changed (self);
}

static gboolean
cut_timeline_chart_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (widget);
  guint place = keyboard ? cut_timeline_chart_current_mark (self) : cut_timeline_chart_find_mark (self, x, y);
  graphene_rect_t box;
  GdkRectangle area;
  g_autofree char *words = NULL;

  if (place == NO_MARK)
    return FALSE;
  box = cut_timeline_chart_get_box (self, cut_timeline_chart_mark_at (self, place));
  words = cut_timeline_mark_describe (self->timeline, self->layout, cut_timeline_chart_mark_at (self, place));
  gtk_tooltip_set_text (tooltip, words);
  area = (GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* Size and drawing. */

static void
update_sizes (CutTimelineChart *self)
{
  if (!cut_timeline_painter_get_sizes (self->painter, &self->sizes))
    return;
  g_clear_pointer (&self->layout, cut_timeline_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cut_timeline_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (widget);

  cut_timeline_painter_get_sizes (self->painter, &self->sizes);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 600;
      return;
    }
  *minimum = (int) ceil (self->sizes.axis + CUT_N_TIMELINE_ROWS * (self->sizes.caption + CUT_TIMELINE_LEAST_LANES * self->sizes.lane));
  *natural = (int) ceil (self->sizes.axis + CUT_N_TIMELINE_ROWS * (self->sizes.caption + NATURAL_LANES * self->sizes.lane));
}

static void
allocate_cursors (CutTimelineChart *self)
{
  guint place = cut_timeline_chart_current_mark (self);
  graphene_rect_t box = place != NO_MARK ? cut_timeline_chart_get_box (self, cut_timeline_chart_mark_at (self, place)) : GRAPHENE_RECT_INIT (0, 0, 1, 1);
  double left = CLAMP (box.origin.x - 2, -self->lens.width, 2 * self->lens.width);
  double right = CLAMP (box.origin.x + box.size.width + 2, -self->lens.width, 2 * self->lens.width);

  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    if (gtk_widget_get_child_visible (self->cursors[i]))
      {
        GtkRequisition least;
        GtkAllocation area;

        gtk_widget_get_preferred_size (self->cursors[i], &least, NULL);
        area.x = (int) left;
        area.y = (int) box.origin.y - 1;
        area.width = MAX ((int) (right - left), least.width);
        area.height = MAX ((int) box.size.height + 3, least.height);
        gtk_widget_size_allocate (self->cursors[i], &area, -1);
      }
}

static void
cut_timeline_chart_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint lanes = self->row_height > 0 ? count_lanes (self) : 0;
  double before = self->lens.width;

  self->row_height = (height - self->sizes.axis) / CUT_N_TIMELINE_ROWS;
  if (count_lanes (self) != lanes)
    {
      g_clear_pointer (&self->layout, cut_timeline_layout_free);
      cut_timeline_painter_forget_bars (self->painter);
    }
  self->lens.mirrored = mirrored;
  self->lens.inset = self->sizes.metrics.cell;
  cut_timeline_lens_resize (&self->lens, width);
  cut_timeline_chart_ensure_layout (self);
  show_cursor (self);
  allocate_cursors (self);
  if (self->lens.width != before)
    g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
draw_row (CutTimelineChart *self,
          GtkSnapshot      *snapshot,
          guint             row)
{
  double from = cut_timeline_layout_get_x (self->layout, 0) + self->lens.from * self->lens.scale;
  double slack = 4 * self->sizes.em;
  guint end = self->layout->rows[row + 1];

  for (guint i = cut_timeline_layout_find (self->layout, (CutTimelineRow) row, from - slack * 6);
       i < end && cut_timeline_chart_mark_at (self, i)->x0 <= from + self->lens.width + slack; i++)
    {
      const CutTimelineMark *mark = cut_timeline_chart_mark_at (self, i);
      graphene_rect_t box = cut_timeline_chart_get_box (self, mark);

      if (mark->x1 >= from - slack * 6)
        cut_timeline_painter_draw_mark (self->painter, snapshot, self->timeline, mark, i, &box, mark->room, &self->lens);
    }
}

static void
cut_timeline_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (widget);
  double height = gtk_widget_get_height (widget);
  gint64 from, to;
  g_autoptr (CutTimelineAxis) axis = NULL;

  update_sizes (self);
  if (cut_timeline_chart_ensure_layout (self) == NULL || self->timeline->items->len == 0)
    return;
  cut_timeline_lens_get_span (&self->lens, &from, &to);
  axis = cut_timeline_axis_new (from, to, self->lens.scale, 4 * self->sizes.em);
  cut_timeline_painter_draw_axis (self->painter, snapshot, axis, &self->lens, height);
  for (guint row = 0; row < CUT_N_TIMELINE_ROWS; row++)
    {
      draw_row (self, snapshot, row);
      cut_timeline_painter_draw_caption (self->painter, snapshot, (CutTimelineRow) row, row_top (self, row), self->row_height, &self->lens);
    }
  GTK_WIDGET_CLASS (cut_timeline_chart_parent_class)->snapshot (widget, snapshot);
}

/* Setting up. */

static void
style_cb (CutTimelineChart *self)
{
  cut_timeline_painter_reset (self->painter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cut_timeline_chart_dispose (GObject *object)
{
  CutTimelineChart *self = CUT_TIMELINE_CHART (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);
  g_clear_pointer (&self->layout, cut_timeline_layout_free);
  g_clear_pointer (&self->timeline, cut_timeline_unref);
  g_clear_pointer (&self->painter, cut_timeline_painter_free);
  G_OBJECT_CLASS (cut_timeline_chart_parent_class)->dispose (object);
}

static void
cut_timeline_chart_class_init (CutTimelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_timeline_chart_dispose;
  widget_class->measure = cut_timeline_chart_measure;
  widget_class->size_allocate = cut_timeline_chart_size_allocate;
  widget_class->snapshot = cut_timeline_chart_snapshot;
  widget_class->focus = cut_timeline_chart_focus;
  widget_class->grab_focus = cut_timeline_chart_grab_focus;
  widget_class->query_tooltip = cut_timeline_chart_query_tooltip;
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CROWD_ACTIVATED] = g_signal_new ("crowd-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[ITEM_FOCUSED] = g_signal_new ("item-focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cut_timeline_chart_init (CutTimelineChart *self)
{
  self->painter = cut_timeline_painter_new (GTK_WIDGET (self));
  self->kinds = CUT_TIMELINE_ALL_KINDS;
  self->current = NO_MARK;
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    {
      self->cursors[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->cursors[i], "timeline-cursor");
      gtk_widget_set_can_target (self->cursors[i], FALSE);
      gtk_widget_set_child_visible (self->cursors[i], FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursors[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
      g_signal_connect_swapped (self->cursors[i], "clicked", G_CALLBACK (cursor_clicked_cb), self);
    }
  cut_timeline_chart_add_controllers (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  g_signal_connect_object (cut_palette_get (gtk_widget_get_display (GTK_WIDGET (self))), "changed", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cut_timeline_chart_new (void)
{
  return g_object_new (CUT_TYPE_TIMELINE_CHART, NULL);
}

/* The place of the same date of the same object; %NO_MARK where it is gone. */
static guint
find_again (const CutTimeline     *timeline,
            const CutTimelineItem *item)
{
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const CutTimelineItem *other = g_ptr_array_index (timeline->items, i);

      if (other->kind == item->kind && g_str_equal (other->id, item->id))
        return i;
    }
  return NO_MARK;
}

void
cut_timeline_chart_set_timeline (CutTimelineChart *self,
                                 CutTimeline      *timeline,
                                 gboolean          fit)
{
  g_autoptr (CutTimeline) before = NULL;

  g_return_if_fail (CUT_IS_TIMELINE_CHART (self));

  before = g_steal_pointer (&self->timeline);
  self->timeline = timeline != NULL ? cut_timeline_ref (timeline) : NULL;
  forget_layout (self);
  cut_timeline_painter_reset (self->painter);
  self->current = timeline != NULL && before != NULL && self->current < before->items->len
                      ? find_again (timeline, g_ptr_array_index (before->items, self->current))
                      : NO_MARK;
  self->lens.first = self->lens.last = 0;
  if (timeline != NULL)
    cut_timeline_get_range (timeline, &self->lens.first, &self->lens.last);
  if (self->lens.width > 0 && (fit || before == NULL || before->items->len == 0))
    cut_timeline_lens_fit (&self->lens);
  show_cursor (self);
  cut_timeline_chart_view_changed (self);
}

void
cut_timeline_chart_set_kinds (CutTimelineChart *self,
                              guint             kinds)
{
  g_return_if_fail (CUT_IS_TIMELINE_CHART (self));

  if (kinds == self->kinds)
    return;
  self->kinds = kinds;
  forget_layout (self);
  show_cursor (self);
  cut_timeline_chart_view_changed (self);
}

gboolean
cut_timeline_chart_get_span (CutTimelineChart *self,
                             gint64           *from,
                             gint64           *to)
{
  g_return_val_if_fail (CUT_IS_TIMELINE_CHART (self), FALSE);

  if (self->timeline == NULL || self->lens.width <= 0)
    return FALSE;
  cut_timeline_lens_get_span (&self->lens, from, to);
  return TRUE;
}

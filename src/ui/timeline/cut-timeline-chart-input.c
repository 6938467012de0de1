/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cut-timeline-chart-private.h"
#include "cut-timeline-steps.h"

#define SCROLL_PIXELS 60

/* Keys, pointer and fingers. */

static gboolean
zoom_key (CutTimelineChart *self,
          guint             keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      cut_timeline_chart_zoom (self, 2);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      cut_timeline_chart_zoom (self, -2);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      cut_timeline_chart_fit (self);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      cut_timeline_chart_pan (self, keyval == GDK_KEY_Page_Down ? 0.8 : -0.8);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
go (CutTimelineChart *self,
    guint             place)
{
  if (place != NO_MARK)
    cut_timeline_chart_focus_mark (self, place);
}

static gboolean
key_cb (CutTimelineChart *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  int on = self->lens.mirrored ? -1 : 1;
  guint place;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || self->timeline == NULL)
    return GDK_EVENT_PROPAGATE;
  if (zoom_key (self, keyval))
    return GDK_EVENT_STOP;
  place = cut_timeline_chart_current_mark (self);
  if (place == NO_MARK)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    go (self, cut_timeline_step_along (self->layout, place, keyval == GDK_KEY_Right ? on : -on));
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    go (self, cut_timeline_step_across (self->layout, place, keyval == GDK_KEY_Down ? 1 : -1));
  else if (keyval == GDK_KEY_Home || keyval == GDK_KEY_End)
    go (self, cut_timeline_step_to_end (self->timeline, self->layout, keyval == GDK_KEY_End));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The pointer. */

guint
cut_timeline_chart_find_mark (CutTimelineChart *self,
                              double            x,
                              double            y)
{
  int row = (int) floor ((y - self->sizes.axis) / self->row_height);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  double at, slack;

  if (cut_timeline_chart_ensure_layout (self) == NULL || y < self->sizes.axis || row >= CUT_N_TIMELINE_ROWS)
    return NO_MARK;
  at = cut_timeline_layout_get_x (self->layout, (gint64) cut_timeline_lens_get_time (&self->lens, x));
  slack = self->sizes.metrics.glyph;
  for (guint i = cut_timeline_layout_find (self->layout, (CutTimelineRow) row, at - slack);
       i < self->layout->rows[row + 1] && cut_timeline_chart_mark_at (self, i)->x0 <= at + slack; i++)
    {
      graphene_rect_t box = cut_timeline_chart_get_box (self, cut_timeline_chart_mark_at (self, i));

      if (graphene_rect_contains_point (&box, &point))
        return i;
    }
  return NO_MARK;
}

static void
released_cb (CutTimelineChart *self,
             int               n_press,
             double            x,
             double            y)
{
  guint place = cut_timeline_chart_find_mark (self, x, y);

  if (place == NO_MARK)
    return;
  cut_timeline_chart_focus_mark (self, place);
  cut_timeline_chart_open_mark (self, place);
}

static void
moved_cb (CutTimelineChart *self,
          double            x)
{
  self->pointer = x;
}

static gboolean
scrolled_cb (CutTimelineChart         *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double pixels = (dx != 0 ? (self->lens.mirrored ? -dx : dx) : dy) * SCROLL_PIXELS;

  if (self->timeline == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    cut_timeline_chart_zoom_at (self, pow (CUT_TIMELINE_ZOOM_STEP, -dy), self->pointer);
  else
    {
      cut_timeline_lens_pan (&self->lens, pixels);
      cut_timeline_chart_view_changed (self);
    }
  return GDK_EVENT_STOP;
}

static void
hold_cb (CutTimelineChart *self)
{
  self->held = self->lens.from;
  self->held_scale = self->lens.scale;
}

static void
dragged_cb (CutTimelineChart *self,
            double            dx,
            double            dy,
            GtkGesture       *drag)
{
  double way = self->lens.mirrored ? -dx : dx;

  if (self->timeline == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  self->lens.from = self->held;
  cut_timeline_lens_pan (&self->lens, -way);
  cut_timeline_chart_view_changed (self);
}

static void
pinched_cb (CutTimelineChart *self,
            double            scale,
            GtkGesture       *zoom)
{
  double x = self->lens.width / 2;

  gtk_gesture_get_bounding_box_center (zoom, &x, NULL);
  cut_timeline_chart_zoom_at (self, self->held_scale * scale / self->lens.scale, x);
}

/* Setting up. */

static void
add_controller (CutTimelineChart *self,
                gpointer          controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_gestures (CutTimelineChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (hold_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (hold_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  add_controller (self, zoom);
  add_controller (self, drag);
  add_controller (self, click);
}

void
cut_timeline_chart_add_controllers (CutTimelineChart *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  add_controller (self, key);
  add_controller (self, motion);
  add_controller (self, scroll);
  add_gestures (self);
}

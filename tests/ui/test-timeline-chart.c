/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"
#include "cut-timeline-chart.h"
#include "cut-timeline-view.h"

typedef struct
{
  GtkWidget *window;
  CutTimelineChart *chart;
  CutTimeline *timeline;
  guint opened;  /* the item last activated */
  guint focused; /* the item last focused */
  guint crowd;   /* how many of one place were activated */
} Shown;

static void
opened_cb (Shown *shown,
           guint  place)
{
  shown->opened = place;
}

static void
focused_cb (Shown *shown,
            guint  place)
{
  shown->focused = place;
}

static void
crowd_cb (Shown  *shown,
          GArray *places)
{
  shown->crowd = places->len;
}

static CutTimelineItem *
make_item (CutTimelineKind  kind,
           const char      *id,
           const char      *value,
           CutDatePrecision precision)
{
  g_autoptr (CutDate) date = cut_date_new (value, precision, NULL, NULL);
  CutTimelineItem *item = cut_timeline_item_new (kind, CUT_KIND_CLAIM, id, date, NULL);

  item->title = g_strdup (id);
  return item;
}

/* Two facts, seven sayings of one day, and a clip. */
static CutTimeline *
make_timeline (gboolean more)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);

  if (more)
    g_ptr_array_add (items, make_item (CUT_TIMELINE_FACT, "earliest", "1998", CUT_DATE_ABOUT));
  g_ptr_array_add (items, make_item (CUT_TIMELINE_FACT, "before", "2001", CUT_DATE_BEFORE));
  g_ptr_array_add (items, make_item (CUT_TIMELINE_FACT, "year", "2010", CUT_DATE_YEAR));
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("said %u", i);

      g_ptr_array_add (items, make_item (CUT_TIMELINE_SAID, id, "2018-11-23", CUT_DATE_DAY));
    }
  g_ptr_array_add (items, make_item (CUT_TIMELINE_PUBLISHED, "clip", "2018-11-24T09:12:00Z", CUT_DATE_INSTANT));
  return cut_timeline_new (items);
}

static void
show (Shown            *shown,
      GtkTextDirection  direction)
{
  *shown = (Shown) { gtk_window_new (), CUT_TIMELINE_CHART (cut_timeline_chart_new ()), make_timeline (FALSE), G_MAXUINT, G_MAXUINT, 0 };
  gtk_widget_set_direction (GTK_WIDGET (shown->chart), direction);
  g_signal_connect_swapped (shown->chart, "item-activated", G_CALLBACK (opened_cb), shown);
  g_signal_connect_swapped (shown->chart, "item-focused", G_CALLBACK (focused_cb), shown);
  g_signal_connect_swapped (shown->chart, "crowd-activated", G_CALLBACK (crowd_cb), shown);
  cut_timeline_chart_set_timeline (shown->chart, shown->timeline, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 800, 480);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->chart));
  gtk_window_present (GTK_WINDOW (shown->window));
  cut_test_iterate ();
}

static void
clear (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  cut_timeline_unref (shown->timeline);
  cut_test_iterate ();
}

static gboolean
press (Shown *shown,
       guint  keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shown->chart));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      return handled;
    }
  return FALSE;
}

static const char *
focused_title (Shown *shown)
{
  g_assert_cmpuint (shown->focused, <, shown->timeline->items->len);
  return ((const CutTimelineItem *) g_ptr_array_index (shown->timeline->items, shown->focused))->title;
}

static void
activate (Shown *shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shown->window));

  g_assert_true (GTK_IS_BUTTON (focus));
  g_signal_emit_by_name (focus, "clicked");
}

static void
test_walk (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_LTR);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (shown.chart)));
  g_assert_true (press (&shown, GDK_KEY_Home));
  g_assert_cmpstr (focused_title (&shown), ==, "before");
  g_assert_true (press (&shown, GDK_KEY_Left));
  g_assert_cmpstr (focused_title (&shown), ==, "before");
  g_assert_true (press (&shown, GDK_KEY_Right));
  g_assert_cmpstr (focused_title (&shown), ==, "year");
  activate (&shown);
  g_assert_cmpuint (shown.opened, ==, shown.focused);
  g_assert_true (press (&shown, GDK_KEY_Down));
  g_assert_cmpstr (focused_title (&shown), ==, "said 0");
  /* They are of one day: coming nearer parts nothing, so they are listed. */
  activate (&shown);
  g_assert_cmpuint (shown.crowd, ==, 7);
  g_assert_true (press (&shown, GDK_KEY_Down));
  g_assert_cmpstr (focused_title (&shown), ==, "clip");
  g_assert_false (press (&shown, GDK_KEY_a));
  clear (&shown);
}

/* The name of the mark with the focus, whose two stand-ins take turns. */
static void
test_named (void)
{
  Shown shown;
  GtkWidget *first, *second;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_LTR);
  gtk_widget_grab_focus (GTK_WIDGET (shown.chart));
  press (&shown, GDK_KEY_Home);
  first = gtk_window_get_focus (GTK_WINDOW (shown.window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, "before. Fact. before 2001");
  press (&shown, GDK_KEY_Right);
  second = gtk_window_get_focus (GTK_WINDOW (shown.window));
  g_assert_true (first != second);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LABEL, "year. Fact. 2010");
  press (&shown, GDK_KEY_Down);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, "7 items: Said, 23 Nov 2018");
  clear (&shown);
}

static double
span_of (Shown *shown)
{
  gint64 from, to;

  g_assert_true (cut_timeline_chart_get_span (shown->chart, &from, &to));
  return (double) (to - from);
}

static void
test_zoom (void)
{
  Shown shown;
  double all;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_LTR);
  all = span_of (&shown);
  g_assert_true (press (&shown, GDK_KEY_plus));
  g_assert_cmpfloat (span_of (&shown), <, all / 1.2);
  g_assert_true (press (&shown, GDK_KEY_minus));
  g_assert_cmpfloat_with_epsilon (span_of (&shown), all, all / 1000);
  press (&shown, GDK_KEY_minus);
  g_assert_true (press (&shown, GDK_KEY_0));
  g_assert_cmpfloat_with_epsilon (span_of (&shown), all, 1);
  clear (&shown);
}

/* Time runs as the language does, and the arrow keys with it. */
static void
test_mirrored (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_RTL);
  gtk_widget_grab_focus (GTK_WIDGET (shown.chart));
  press (&shown, GDK_KEY_Home);
  press (&shown, GDK_KEY_Left);
  g_assert_cmpstr (focused_title (&shown), ==, "year");
  press (&shown, GDK_KEY_Right);
  g_assert_cmpstr (focused_title (&shown), ==, "before");
  clear (&shown);
}

/* What is in view and what has the focus stay when the notebook changes. */
static void
test_follow (void)
{
  Shown shown;
  double near;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_LTR);
  gtk_widget_grab_focus (GTK_WIDGET (shown.chart));
  press (&shown, GDK_KEY_Home);
  press (&shown, GDK_KEY_Right);
  press (&shown, GDK_KEY_plus);
  near = span_of (&shown);
  cut_timeline_unref (shown.timeline);
  shown.timeline = make_timeline (TRUE);
  cut_timeline_chart_set_timeline (shown.chart, shown.timeline, FALSE);
  cut_test_iterate ();
  g_assert_cmpfloat_with_epsilon (span_of (&shown), near, near / 1000);
  press (&shown, GDK_KEY_Left);
  g_assert_cmpstr (focused_title (&shown), ==, "before");
  press (&shown, GDK_KEY_Left);
  g_assert_cmpstr (focused_title (&shown), ==, "earliest");
  cut_timeline_chart_set_kinds (shown.chart, 1u << CUT_TIMELINE_FACT);
  press (&shown, GDK_KEY_Home);
  gtk_widget_grab_focus (GTK_WIDGET (shown.chart));
  press (&shown, GDK_KEY_Home);
  g_assert_cmpstr (focused_title (&shown), ==, "earliest");
  clear (&shown);
}

static void
test_empty (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  show (&shown, GTK_TEXT_DIR_LTR);
  cut_timeline_unref (shown.timeline);
  shown.timeline = cut_timeline_new (g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free));
  cut_timeline_chart_set_timeline (shown.chart, shown.timeline, FALSE);
  cut_test_iterate ();
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (shown.chart)));
  press (&shown, GDK_KEY_plus);
  cut_timeline_chart_fit (shown.chart);
  cut_timeline_chart_set_timeline (shown.chart, NULL, FALSE);
  cut_test_iterate ();
  g_assert_false (press (&shown, GDK_KEY_Home));
  clear (&shown);
}

/* The whole view, on a notebook: a passage, a claim, an entity. */

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  CutTimelineView *view;
  char *clip;
  char *entity;
} Viewed;

static void
passage_cb (Viewed     *viewed,
            const char *clip,
            const char *annotation)
{
  g_free (viewed->clip);
  viewed->clip = g_strdup (clip);
}

static void
entity_cb (Viewed     *viewed,
           const char *id)
{
  g_free (viewed->entity);
  viewed->entity = g_strdup (id);
}

static void
make (Viewed    *viewed,
      CutRecord *record)
{
  cut_test_commit_one (viewed->notebook.notebook, "Make", g_object_ref (record));
}

static gboolean
has_button (Viewed     *viewed,
            const char *name)
{
  return cut_test_find (GTK_WIDGET (viewed->view), GTK_TYPE_TOGGLE_BUTTON, name) != NULL;
}

static void
wait_for_button (Viewed     *viewed,
                 const char *name)
{
  while (!has_button (viewed, name))
    g_main_context_iteration (NULL, TRUE);
}

static GListModel *
list_named (Viewed     *viewed,
            const char *name)
{
  GtkWidget *list = cut_test_find (GTK_WIDGET (viewed->view), GTK_TYPE_LIST_VIEW, name);

  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
activate_row (Viewed     *viewed,
              const char *name,
              guint       position)
{
  g_signal_emit_by_name (cut_test_find (GTK_WIDGET (viewed->view), GTK_TYPE_LIST_VIEW, name), "activate", position);
}

static void
test_view (void)
{
  Viewed viewed = { 0 };
  g_autoptr (CutDate) day = cut_date_new ("2021-03-11", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "Board denies", "published", day, NULL);
  g_autoptr (CutRecord) entity = cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Jon Berg", NULL);
  const char *entities[] = { cut_record_get_id (entity), NULL };
  g_autoptr (CutRecord) event = cut_record_new (CUT_KIND_EVENT, "text", "He is elected", "entities", entities, NULL);
  g_autoptr (CutRecord) dated = NULL;

  if (!cut_test_have_display ())
    return;
  cut_test_notebook_set_up (&viewed.notebook, NULL);
  make (&viewed, clip);
  make (&viewed, entity);
  make (&viewed, event);
  viewed.window = gtk_window_new ();
  viewed.view = CUT_TIMELINE_VIEW (cut_timeline_view_new (viewed.notebook.notebook));
  g_signal_connect_swapped (viewed.view, "passage-activated", G_CALLBACK (passage_cb), &viewed);
  g_signal_connect_swapped (viewed.view, "entity-activated", G_CALLBACK (entity_cb), &viewed);
  gtk_window_set_default_size (GTK_WINDOW (viewed.window), 800, 700);
  gtk_window_set_child (GTK_WINDOW (viewed.window), GTK_WIDGET (viewed.view));
  gtk_window_present (GTK_WINDOW (viewed.window));
  wait_for_button (&viewed, "Without Date (1)");
  wait_for_button (&viewed, "In View (1)");
  activate_row (&viewed, "Dates in View", 0);
  g_assert_cmpstr (viewed.clip, ==, cut_record_get_id (clip));
  activate_row (&viewed, "Without Date", 0);
  g_assert_cmpstr (viewed.entity, ==, cut_record_get_id (entity));
  /* It follows the notebook. */
  dated = cut_record_with (event, "date", day, NULL);
  make (&viewed, dated);
  wait_for_button (&viewed, "Without Date (0)");
  wait_for_button (&viewed, "In View (2)");
  g_assert_cmpuint (g_list_model_get_n_items (list_named (&viewed, "Dates in View")), ==, 2);
  /* Of the entity alone. */
  cut_timeline_view_set_fixed (viewed.view, TRUE);
  cut_timeline_view_show_entity (viewed.view, cut_record_get_id (entity));
  wait_for_button (&viewed, "In View (1)");
  gtk_window_destroy (GTK_WINDOW (viewed.window));
  cut_test_iterate ();
  cut_test_notebook_tear_down (&viewed.notebook, NULL);
  g_free (viewed.clip);
  g_free (viewed.entity);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-chart/walk", test_walk);
  g_test_add_func ("/timeline-chart/named", test_named);
  g_test_add_func ("/timeline-chart/zoom", test_zoom);
  g_test_add_func ("/timeline-chart/mirrored", test_mirrored);
  g_test_add_func ("/timeline-chart/follow", test_follow);
  g_test_add_func ("/timeline-chart/empty", test_empty);
  g_test_add_func ("/timeline-view", test_view);
  return g_test_run ();
}

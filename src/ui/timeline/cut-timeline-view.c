/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-failure.h"
#include "cut-timeline-chart.h"
#include "cut-timeline-dating.h"
#include "cut-timeline-entries.h"
#include "cut-timeline-filter.h"
#include "cut-timeline-query.h"
#include "cut-timeline-row.h"

#define REFRESH_MS 60 /* several changes at once cost one load */
#define FOLLOW_MS 80  /* the list follows where panning comes to rest */

struct _CutTimelineView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkMenuButton *filter_button;
  GtkLabel *scope_label;
  CutTimelineChart *chart;
  GtkStack *lists;
  GtkToggleButton *dated_button;
  GtkToggleButton *undated_button;
  GtkLabel *dated_label;
  GtkLabel *undated_label;
  GtkListView *dated_list;
  GtkListView *undated_list;
  AdwStatusPage *failed_page;

  CutTimelineFilter *filter;    /* the button's */
  CutNotebook *notebook;        /* (owned) */
  CutTimeline *timeline;        /* (owned) (nullable) */
  CutTimelineEntries *dated;    /* (owned) */
  CutTimelineEntries *undated;  /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GCancellable *cancellable;    /* (owned) (nullable): of the load under way */
  char *scope;                  /* (owned) (nullable): id of the story or entity */
  GArray *crowd;                /* (owned) (nullable) (element-type guint): listed instead of what is in view, until that changes */
  guint refresh_id;
  guint follow_id;
  gboolean fit;                 /* what is read next is to be shown whole */
  gboolean fixed;
};

enum
{
  PASSAGE_ACTIVATED,
  CLAIM_ACTIVATED,
  ENTITY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutTimelineView, cut_timeline_view, GTK_TYPE_WIDGET)

/* The lists. */

/* Takes @title. */
static void
set_title (GtkToggleButton *button,
           GtkLabel        *label,
           char            *title)
{
  gtk_label_set_label (label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_free (title);
}

static GArray *
list_undated (CutTimelineView *self,
              guint            kinds)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->timeline != NULL && i < self->timeline->undated->len; i++)
    if (kinds & (1u << ((const CutTimelineItem *) g_ptr_array_index (self->timeline->undated, i))->kind))
      g_array_append_val (places, i);
  return places;
}

static void
show_dated (CutTimelineView *self)
{
  guint kinds = cut_timeline_filter_get_kinds (self->filter);
  gint64 from, to;
  g_autoptr (GArray) places = NULL;

  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (self->timeline == NULL || !cut_timeline_chart_get_span (self->chart, &from, &to))
    return;
  places = self->crowd != NULL ? g_array_ref (self->crowd) : cut_timeline_list_within (self->timeline, from, to, kinds);
  cut_timeline_entries_show (self->dated, self->timeline, self->timeline->items, places);
  /* Translators: the title of a list of what is in view, with how many that are */
  set_title (self->dated_button, self->dated_label,
             self->crowd != NULL ? g_strdup_printf (_("At One Place (%u)"), places->len) : g_strdup_printf (_("In View (%u)"), places->len));
}

static void
show_undated (CutTimelineView *self)
{
  g_autoptr (GArray) places = list_undated (self, cut_timeline_filter_get_kinds (self->filter));

  cut_timeline_entries_show (self->undated, self->timeline, self->timeline != NULL ? self->timeline->undated : NULL, places);
  /* Translators: the title of a list of what has no date, with how many that are */
  set_title (self->undated_button, self->undated_label, g_strdup_printf (_("Without Date (%u)"), places->len));
}

static void
list_chosen_cb (CutTimelineView *self)
{
  gtk_stack_set_visible_child_name (self->lists, gtk_toggle_button_get_active (self->dated_button) ? "dated" : "undated");
}

static gboolean
follow_cb (gpointer user_data)
{
  CutTimelineView *self = user_data;

  self->follow_id = 0;
  show_dated (self);
  return G_SOURCE_REMOVE;
}

static void
view_changed_cb (CutTimelineView *self)
{
  g_clear_pointer (&self->crowd, g_array_unref);
  if (self->follow_id == 0)
    self->follow_id = g_timeout_add (FOLLOW_MS, follow_cb, self);
}

/* Which page is shown. */

static gboolean
shows_any (CutTimelineView *self,
           guint            kinds)
{
  g_autoptr (GArray) dated = cut_timeline_list_within (self->timeline, G_MININT64, G_MAXINT64, kinds);
  g_autoptr (GArray) undated = list_undated (self, kinds);

  return dated->len > 0 || undated->len > 0;
}

static void
update_filter_button (CutTimelineView *self)
{
  guint n = cut_timeline_filter_count (self->filter);
  /* Translators: the button of a filter, with how many choices leave something out */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("_Filter (%u)"), n) : g_strdup (_("_Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
}

static void
update_pages (CutTimelineView *self)
{
  gboolean any = self->timeline == NULL || shows_any (self, CUT_TIMELINE_ALL_KINDS);
  gboolean kept = any && (self->timeline == NULL || shows_any (self, cut_timeline_filter_get_kinds (self->filter)));

  update_filter_button (self);
  if (kept)
    gtk_stack_set_visible_child_name (self->stack, "timeline");
  else
    gtk_stack_set_visible_child_name (self->stack, !any && (self->scope == NULL || self->fixed) ? "empty" : "nothing");
  /* Where nothing has a date, what is to get one comes first. */
  if (self->timeline != NULL && self->timeline->items->len == 0 && self->timeline->undated->len > 0)
    gtk_toggle_button_set_active (self->undated_button, TRUE);
}

/* Loading. */

static void
show_timeline (CutTimelineView *self,
               CutTimeline     *timeline)
{
  g_clear_pointer (&self->crowd, g_array_unref);
  g_clear_pointer (&self->timeline, cut_timeline_unref);
  self->timeline = cut_timeline_ref (timeline);
  cut_timeline_chart_set_timeline (self->chart, timeline, self->fit);
  self->fit = FALSE;
  show_dated (self);
  show_undated (self);
  update_pages (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutTimelineView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutTimeline) timeline = cut_notebook_timeline_finish (CUT_NOTEBOOK (source), result, &error);

  if (self->notebook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (timeline == NULL)
    {
      cut_failure_describe (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  show_timeline (self, timeline);
}

static void
load (CutTimelineView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cut_notebook_timeline_async (self->notebook, self->scope, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutTimelineView *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutTimelineView *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_timeline_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_timeline_view_parent_class)->map (widget);
  load (CUT_TIMELINE_VIEW (widget));
}

static void
retry_cb (CutTimelineView *self)
{
  load (self);
}

/* What is shown. */

typedef struct
{
  CutTimelineView *view; /* (owned) */
  char *id;              /* (owned) */
} Named;

static void
scope_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Named *named = user_data;
  g_autoptr (CutTimelineView) self = named->view;
  g_autofree char *id = named->id;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  g_autofree char *title = record != NULL ? cut_record_get_title (record) : NULL;

  g_free (named);
  if (title != NULL && self->notebook != NULL && g_strcmp0 (id, self->scope) == 0)
    gtk_label_set_label (self->scope_label, title);
}

static void
name_scope (CutTimelineView *self)
{
  Named *named;

  gtk_label_set_label (self->scope_label, self->scope == NULL ? _("Whole Notebook") : "");
  if (self->scope == NULL)
    return;
  named = g_new0 (Named, 1);
  *named = (Named) { g_object_ref (self), g_strdup (self->scope) };
  cut_notebook_get_async (self->notebook, self->scope, NULL, scope_read_cb, named);
}

static void
set_scope (CutTimelineView *self,
           const char      *id)
{
  char *scope = g_strdup (id);

  g_free (self->scope);
  self->scope = scope;
  self->fit = TRUE;
  name_scope (self);
  update_filter_button (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
kinds_changed_cb (CutTimelineView *self,
                  guint            kinds)
{
  g_clear_pointer (&self->crowd, g_array_unref);
  cut_timeline_chart_set_kinds (self->chart, kinds);
  show_dated (self);
  show_undated (self);
  update_pages (self);
}

static void
clear_filter_cb (CutTimelineView *self)
{
  cut_timeline_filter_clear (self->filter);
}

/* Opening. */

static void
emit (CutTimelineView *self,
      guint            signal,
      const char      *id)
{
  if (id != NULL)
    g_signal_emit (self, signals[signal], 0, id);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
open_item (CutTimelineView       *self,
           const CutTimelineItem *item)
{
  if (item->clip != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, item->clip, item->annotation);
  else if (item->claim != NULL)
    emit (self, CLAIM_ACTIVATED, item->claim);
  else
    emit (self, ENTITY_ACTIVATED, item->entity);
}

static void
item_activated_cb (CutTimelineView *self,
                   guint            place)
{
  open_item (self, g_ptr_array_index (self->timeline->items, place));
}

static void
activate_entry (CutTimelineView    *self,
                CutTimelineEntries *entries,
                guint               position)
{
  g_autoptr (CutTimelineEntry) entry = g_list_model_get_item (G_LIST_MODEL (entries), position);

  if (entry != NULL)
    open_item (self, cut_timeline_entry_get_item (entry));
}

static void
dated_activated_cb (CutTimelineView *self,
                    guint            position)
{
  activate_entry (self, self->dated, position);
}

static void
undated_activated_cb (CutTimelineView *self,
                      guint            position)
{
  activate_entry (self, self->undated, position);
}

/* What stands at one place however near one comes is listed alone. */
static void
crowd_activated_cb (CutTimelineView *self,
                    GArray          *places)
{
  g_clear_pointer (&self->crowd, g_array_unref);
  self->crowd = g_array_ref (places);
  show_dated (self);
  gtk_toggle_button_set_active (self->dated_button, TRUE);
  gtk_single_selection_set_selected (self->selection, 0);
  cut_list_view_scroll_to (GTK_WIDGET (self->dated_list), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->dated_list));
}

static void
item_focused_cb (CutTimelineView *self,
                 guint            place)
{
  guint position;

  show_dated (self);
  position = cut_timeline_entries_find (self->dated, place);
  if (position == G_MAXUINT)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  cut_list_view_scroll_to (GTK_WIDGET (self->dated_list), position);
}

static void
give_cb (const CutTimelineItem *item,
         GtkWidget             *button,
         gpointer               user_data)
{
  cut_timeline_ask_date (button, CUT_TIMELINE_VIEW (user_data)->notebook, item);
}

/* The buttons. */

static void
zoom_in_cb (CutTimelineView *self)
{
  cut_timeline_chart_zoom (self->chart, 2);
}

static void
zoom_out_cb (CutTimelineView *self)
{
  cut_timeline_chart_zoom (self->chart, -2);
}

static void
fit_cb (CutTimelineView *self)
{
  cut_timeline_chart_fit (self->chart);
}

/* Setting up. */

static void
cut_timeline_view_dispose (GObject *object)
{
  CutTimelineView *self = CUT_TIMELINE_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  /* Its end may have changed the view once more. */
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_pointer (&self->crowd, g_array_unref);
  g_clear_pointer (&self->timeline, cut_timeline_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->dated);
  g_clear_object (&self->undated);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_timeline_view_parent_class)->dispose (object);
}

static void
cut_timeline_view_finalize (GObject *object)
{
  g_free (CUT_TIMELINE_VIEW (object)->scope);
  G_OBJECT_CLASS (cut_timeline_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/timeline/cut-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, scope_label);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, chart);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, lists);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, dated_button);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, undated_button);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, dated_label);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, undated_label);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, dated_list);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, undated_list);
  gtk_widget_class_bind_template_child (widget_class, CutTimelineView, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, crowd_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dated_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, undated_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
cut_timeline_view_class_init (CutTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_timeline_view_finalize;
  widget_class->map = cut_timeline_view_map;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                             G_TYPE_STRING, G_TYPE_STRING);
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTITY_ACTIVATED] = g_signal_new ("entity-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CUT_TYPE_TIMELINE_CHART);
  bind_template (widget_class);
}

static void
cut_timeline_view_init (CutTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fit = TRUE;
}

static void
set_up_lists (CutTimelineView *self)
{
  g_autoptr (GtkListItemFactory) dated = cut_timeline_row_factory_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) undated = cut_timeline_row_factory_new (give_cb, self);
  g_autoptr (GtkNoSelection) none = NULL;

  self->dated = cut_timeline_entries_new ();
  self->undated = cut_timeline_entries_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->dated)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  none = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->undated)));
  gtk_list_view_set_factory (self->dated_list, dated);
  gtk_list_view_set_factory (self->undated_list, undated);
  gtk_list_view_set_model (self->dated_list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->undated_list, GTK_SELECTION_MODEL (none));
}

GtkWidget *
cut_timeline_view_new (CutNotebook *notebook)
{
  CutTimelineView *self = g_object_new (CUT_TYPE_TIMELINE_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  self->filter = CUT_TIMELINE_FILTER (cut_timeline_filter_new (notebook));
  gtk_menu_button_set_popover (self->filter_button, GTK_WIDGET (self->filter));
  g_signal_connect_object (self->filter, "kinds-changed", G_CALLBACK (kinds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "scope-chosen", G_CALLBACK (set_scope), self, G_CONNECT_SWAPPED);
  set_up_lists (self);
  name_scope (self);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_timeline_view_show_story (CutTimelineView *self,
                              const char      *id)
{
  g_return_if_fail (CUT_IS_TIMELINE_VIEW (self));

  cut_timeline_filter_show_scope (self->filter, id, NULL);
  set_scope (self, id);
}

void
cut_timeline_view_show_entity (CutTimelineView *self,
                               const char      *id)
{
  g_return_if_fail (CUT_IS_TIMELINE_VIEW (self));

  cut_timeline_filter_show_scope (self->filter, NULL, id);
  set_scope (self, id);
}

void
cut_timeline_view_set_fixed (CutTimelineView *self,
                             gboolean         fixed)
{
  g_return_if_fail (CUT_IS_TIMELINE_VIEW (self));

  self->fixed = fixed;
  cut_timeline_filter_set_fixed (self->filter, fixed);
}

const char *
cut_timeline_view_get_scope (CutTimelineView *self)
{
  g_return_val_if_fail (CUT_IS_TIMELINE_VIEW (self), NULL);

  return self->scope;
}

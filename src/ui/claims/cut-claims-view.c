/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claims-view.h"

#include <glib/gi18n-lib.h>

#include "cut-claim-pane.h"
#include "cut-claim-facts.h"
#include "cut-claim-filter-popover.h"
#include "cut-claim-filter.h"
#include "cut-claim-list.h"
#include "cut-claim-table.h"
#include "cut-compat.h"
#include "cut-failure.h"
#include "cut-field-label.h"
#include "cut-parts.h"
#include "cut-toast.h"

#define SETTLE_MS 30   /* several acts at once cost one reading */
#define FIRST_ROWS 18  /* fill the window; the table makes as many rows as it has, up to 200, before anything is seen */
#define NEXT_ROWS 16   /* with each frame after that */
#define ENOUGH_ROWS 220

struct _CutClaimsView
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  GtkButton *add_button;
  GtkButton *back_button;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkColumnView *table;
  AdwStatusPage *failed_page;
  GtkStack *detail_stack;

  CutNotebook *notebook;          /* (owned) */
  CutClaimList *list;             /* (owned) */
  CutClaimFilter *filter;         /* (owned) */
  GtkSliceListModel *slice;       /* (owned): grows until all is in it */
  GtkSingleSelection *selection;  /* (owned) */
  GtkWidget *popover;             /* owned by the filter button */
  GtkWidget *detail;              /* owned by the widget tree */
  CutClaimFacts *facts;           /* (owned) (nullable): of the chosen claim */
  GCancellable *reading;          /* (owned) (nullable): of facts on their way */
  char *wanted;                   /* (owned) (nullable): id of the claim to choose as soon as it is listed */
  guint settle_id;
  guint fit_id;
  guint grow_id;
  guint n_frames;                 /* since the table began to be filled */
  gboolean alone;                 /* nothing else is in the window, whose own arrow leads back */
  gboolean go_on;                 /* the wanted claim is to be edited */
};

G_DEFINE_FINAL_TYPE (CutClaimsView, cut_claims_view, GTK_TYPE_WIDGET)

static CutClaimItem *
get_selected (CutClaimsView *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* What is to be seen. */

static void
update_pages (CutClaimsView *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean asked = any || cut_claim_list_get_story (self->list) != NULL;

  gtk_stack_set_visible_child_name (self->stack, found || !cut_claim_list_is_loaded (self->list) ? "table" : asked ? "nothing" : "empty");
  gtk_stack_set_visible_child_name (self->detail_stack, self->facts != NULL && get_selected (self) != NULL ? "detail" : "none");
  /* Where there is nothing to choose, one page says what to do. */
  gtk_widget_set_visible (GTK_WIDGET (self->detail_stack), any || !cut_claim_list_is_loaded (self->list));
}

static void
show_filter (CutClaimsView *self)
{
  guint n = cut_claim_filter_count (self->filter) + (cut_claim_list_get_story (self->list) != NULL ? 1 : 0);
  /* Translators: %u is how many things are asked for */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("_Filter (%u)"), n) : g_strdup (_("_Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "suggested-action");
  update_pages (self);
}

static void
words_cb (CutClaimsView *self)
{
  if (self->filter == NULL)
    return;
  cut_claim_filter_set_words (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_pages (self);
}

static void
clear_filter_cb (CutClaimsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  cut_claim_filter_set_words (self->filter, NULL);
  cut_claim_filter_popover_clear (CUT_CLAIM_FILTER_POPOVER (self->popover));
}

static void show_step_by_step (CutClaimsView *self);

static void
story_chosen_cb (CutClaimsView *self,
                 const char    *story)
{
  show_step_by_step (self);
  cut_claim_list_set_story (self->list, story);
}

/* The facts of the chosen claim. */

/* Its many fields are made when the first claim is shown, behind the table. */
static void
ensure_detail (CutClaimsView *self)
{
  if (self->detail != NULL)
    return;
  self->detail = cut_claim_pane_new (self->notebook);
  gtk_stack_add_named (self->detail_stack, self->detail, "detail");
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutClaimsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClaimFacts) facts = cut_claim_facts_load_finish (result, &error);

  /* A claim that is gone leaves the table by itself. */
  if (self->notebook == NULL || facts == NULL)
    return;
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  self->facts = cut_claim_facts_ref (facts);
  ensure_detail (self);
  cut_claim_pane_show (CUT_CLAIM_PANE (self->detail), facts);
  update_pages (self);
  if (self->go_on)
    {
      self->go_on = FALSE;
      cut_claim_pane_focus (CUT_CLAIM_PANE (self->detail));
    }
}

static void
stop_reading (CutClaimsView *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_facts (CutClaimsView *self)
{
  CutClaimItem *item = get_selected (self);

  stop_reading (self);
  if (item == NULL)
    {
      g_clear_pointer (&self->facts, cut_claim_facts_unref);
      update_pages (self);
      return;
    }
  self->reading = g_cancellable_new ();
  cut_claim_facts_load_async (self->notebook, item->id, self->reading, facts_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer user_data)
{
  CutClaimsView *self = user_data;

  self->settle_id = 0;
  read_facts (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutClaimsView *self,
            GPtrArray     *changes)
{
  if (self->facts == NULL || self->settle_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (cut_claim_facts_touches (self->facts, changes))
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void selected_cb (CutClaimsView *self);

/* Filling the table: what is seen at once, the rest with the next frames, so that none of them takes long. */

static void
show_all (CutClaimsView *self)
{
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_id);
  self->grow_id = 0;
  self->n_frames = 2;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CutClaimsView *self = CUT_CLAIMS_VIEW (widget);
  guint size = gtk_slice_list_model_get_size (self->slice);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n == 0 || self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  /* What is known of the chosen claim comes after the table. */
  if (self->n_frames == 2)
    selected_cb (self);
  if (size + NEXT_ROWS < MIN (n, ENOUGH_ROWS))
    {
      gtk_slice_list_model_set_size (self->slice, size + NEXT_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
show_step_by_step (CutClaimsView *self)
{
  self->n_frames = 0;
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  if (self->grow_id == 0)
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* Choosing. */

static gboolean
select_id (CutClaimsView *self,
           const char    *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutClaimItem) item = g_list_model_get_item (model, i);

      if (!g_str_equal (item->id, id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      cut_list_view_scroll_to (gtk_widget_get_last_child (GTK_WIDGET (self->table)), i);
      return TRUE;
    }
  return FALSE;
}

static void
choose_wanted (CutClaimsView *self)
{
  /* What is wanted may stand further down. */
  if (self->wanted != NULL && self->grow_id != 0 && cut_claim_list_find (self->list, self->wanted) != NULL)
    show_all (self);
  if (self->wanted != NULL && select_id (self, self->wanted))
    g_clear_pointer (&self->wanted, g_free);
}

static void
selected_cb (CutClaimsView *self)
{
  CutClaimItem *item = get_selected (self);

  if (self->n_frames < 2)
    return;
  if (item != NULL && self->facts != NULL && g_str_equal (item->id, cut_record_get_id (self->facts->claim)) && self->reading == NULL)
    update_pages (self);
  else
    read_facts (self);
}

static void
items_changed_cb (CutClaimsView *self)
{
  choose_wanted (self);
  update_pages (self);
}

static void
failed_cb (CutClaimsView *self,
           const char    *sentence)
{
  cut_failure_describe (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
retry_cb (CutClaimsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "table");
  cut_claim_list_read_again (self->list);
}

static void
activated_cb (CutClaimsView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (self->detail != NULL)
    gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
}

static void
back_cb (CutClaimsView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
update_back (CutClaimsView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), adw_leaflet_get_folded (self->leaflet) && !self->alone);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  back_cb (CUT_CLAIMS_VIEW (widget));
  return TRUE;
}

/* A new claim. */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutClaimsView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    cut_toast_error (GTK_WIDGET (self), error);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
add_cb (CutClaimsView *self)
{
  const char *stories[] = { cut_claim_list_get_story (self->list), NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", _("New claim"), "checkable", TRUE, "stories",
                                                stories[0] != NULL ? stories : NULL, NULL);
  CutAct *act = cut_act_new (cut_kind_get_new_label (CUT_KIND_CLAIM));

  g_free (self->wanted);
  self->wanted = g_strdup (cut_record_get_id (claim));
  self->go_on = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (cut_claim_filter_count (self->filter) > 0)
    clear_filter_cb (self);
  cut_act_put (act, claim);
  cut_notebook_commit_async (self->notebook, act, NULL, added_cb, g_object_ref (self));
}

/* The table shows as many columns as its width bears. */

static gboolean
fit_cb (gpointer user_data)
{
  CutClaimsView *self = user_data;
  double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scrolled));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font));

  pango_font_metrics_unref (font);
  self->fit_id = 0;
  cut_claim_table_fit (self->table, (guint) (width / MAX (letter, 1)));
  return G_SOURCE_REMOVE;
}

static void
width_cb (CutClaimsView *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

/* The widget. */

static void
cut_claims_view_map (GtkWidget *widget)
{
  CutClaimsView *self = CUT_CLAIMS_VIEW (widget);

  GTK_WIDGET_CLASS (cut_claims_view_parent_class)->map (widget);
  cut_claim_list_set_awake (self->list, TRUE);
  if (self->facts != NULL)
    read_facts (self);
}

static void
cut_claims_view_unmap (GtkWidget *widget)
{
  cut_claim_list_set_awake (CUT_CLAIMS_VIEW (widget)->list, FALSE);
  GTK_WIDGET_CLASS (cut_claims_view_parent_class)->unmap (widget);
}

static void
cut_claims_view_dispose (GObject *object)
{
  CutClaimsView *self = CUT_CLAIMS_VIEW (object);

  stop_reading (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_id);
  self->grow_id = 0;
  g_clear_pointer ((GtkWidget **) &self->leaflet, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  G_OBJECT_CLASS (cut_claims_view_parent_class)->dispose (object);
}

static void
cut_claims_view_finalize (GObject *object)
{
  g_free (CUT_CLAIMS_VIEW (object)->wanted);
  G_OBJECT_CLASS (cut_claims_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/claims/cut-claims-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, search);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, table);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CutClaimsView, detail_stack);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_back);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
cut_claims_view_class_init (CutClaimsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_claims_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_claims_view_finalize;
  widget_class->map = cut_claims_view_map;
  widget_class->unmap = cut_claims_view_unmap;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  bind_template (widget_class);
}

static void
cut_claims_view_init (CutClaimsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_model (CutClaimsView *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->list = cut_claim_list_new (self->notebook);
  self->filter = cut_claim_filter_new ();
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (sorted), 0, FIRST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_claims_view_new (CutNotebook *notebook)
{
  CutClaimsView *self = g_object_new (CUT_TYPE_CLAIMS_VIEW, NULL);
  GtkAdjustment *width;

  self->notebook = g_object_ref (notebook);
  cut_claim_table_fill (self->table);
  set_up_model (self);
  self->popover = cut_claim_filter_popover_new (notebook, self->filter);
  gtk_menu_button_set_popover (self->filter_button, self->popover);
  g_signal_connect_object (self->popover, "story-chosen", G_CALLBACK (story_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  cut_scrolled_begin_at_start (self->scrolled);
  width = gtk_scrolled_window_get_hadjustment (self->scrolled);
  g_signal_connect_object (width, "notify::page-size", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  show_step_by_step (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !cut_notebook_is_read_only (notebook));
  return GTK_WIDGET (self);
}

void
cut_claims_view_show (CutClaimsView *self,
                      const char    *id)
{
  g_return_if_fail (CUT_IS_CLAIMS_VIEW (self));

  clear_filter_cb (self);
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  choose_wanted (self);
  activated_cb (self);
}

void
cut_claims_view_show_story (CutClaimsView *self,
                            const char    *story)
{
  g_return_if_fail (CUT_IS_CLAIMS_VIEW (self));

  clear_filter_cb (self);
  cut_claim_filter_popover_show_story (CUT_CLAIM_FILTER_POPOVER (self->popover), story);
  story_chosen_cb (self, story);
  show_filter (self);
}

void
cut_claims_view_set_alone (CutClaimsView *self,
                           gboolean       alone)
{
  self->alone = alone;
  update_back (self);
}

gboolean
cut_claims_view_go_back (CutClaimsView *self)
{
  GtkWidget *table = adw_leaflet_get_adjacent_child (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);

  if (!adw_leaflet_get_folded (self->leaflet) || table == NULL)
    return FALSE;
  back_cb (self);
  return TRUE;
}

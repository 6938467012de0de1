/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sources-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-field-label.h"
#include "cut-parts.h"
#include "cut-protection-bar.h"
#include "cut-source-item.h"
#include "cut-source-pane.h"
#include "cut-source-row.h"
#include "cut-source.h"
#include "cut-sources-load.h"
#include "cut-spoken.h"
#include "cut-toast.h"

#define REFRESH_MS 60 /* several changes at once cost one load */

struct _CutSourcesView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  GtkEditable *search;
  GtkDropDown *kinds;
  GtkBox *bar_box;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *back_button;
  GtkWidget *add_button;
  GtkStack *detail_stack;

  CutSourcePane *pane;           /* (owned by the widget tree) */
  CutNotebook *notebook;         /* (owned) */
  CutSettings *settings;         /* (owned) */
  GListStore *items;             /* (owned) */
  GtkFilter *filter;             /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GCancellable *cancellable;     /* (owned) (nullable): of the load under way */
  char *wanted;                  /* (owned) (nullable): the source to choose when it is there */
  char *words;                   /* (owned) (nullable): case-folded */
  guint refresh_id;
  gboolean loaded;
  gboolean alone;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSourcesView, cut_sources_view, GTK_TYPE_WIDGET)

static CutSourceItem *
get_selected (CutSourcesView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The filter. */

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  CutSourcesView *self = user_data;
  CutSourceItem *entry = item;
  guint selected = gtk_drop_down_get_selected (self->kinds);
  const char *kind = selected == 0 || selected == GTK_INVALID_LIST_POSITION
                         ? NULL
                         : cut_vocab_get_words (CUT_VOCAB_SOURCE_KIND)[selected - 1];

  if (kind != NULL && g_strcmp0 (cut_source_get_kind (CUT_SOURCE (entry->record)), kind) != 0)
    return FALSE;
  return self->words == NULL || strstr (entry->folded, self->words) != NULL;
}

static void
update_pages (CutSourcesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_stack_set_visible_child_name (self->stack, n > 0 || !self->loaded ? "list" : any ? "nothing" : "empty");
  gtk_stack_set_visible_child_name (self->detail_stack, get_selected (self) != NULL ? "detail" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_stack), any || !self->loaded);
}

static void
filter_cb (CutSourcesView *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  if (self->filter == NULL)
    return;
  g_free (self->words);
  self->words = *g_strstrip (folded) != '\0' ? g_strdup (folded) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_pages (self);
}

static void
clear_filter_cb (CutSourcesView *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->kinds, 0);
  filter_cb (self);
}

/* Choosing. */

static gboolean
select_id (CutSourcesView *self,
           const char     *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutSourceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!g_str_equal (cut_record_get_id (item->record), id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return TRUE;
    }
  return FALSE;
}

static void
selected_cb (CutSourcesView *self)
{
  CutSourceItem *item = get_selected (self);

  cut_source_pane_show (self->pane, item);
  if (item != NULL)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (cut_record_get_id (item->record));
    }
  update_pages (self);
}

static void
activated_cb (CutSourcesView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (CutSourcesView *self)
{
  cut_source_pane_conceal (self->pane);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
update_back (CutSourcesView *self)
{
  gtk_widget_set_visible (self->back_button, adw_leaflet_get_folded (self->leaflet) && !self->alone);
}

static void
passage_cb (CutSourcesView *self,
            const char     *clip,
            const char     *annotation)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, clip, annotation);
}

/* Loading. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutSourcesView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fresh = cut_sources_load_finish (result, &error);
  g_autofree char *wanted = g_strdup (self->wanted);

  if (self->notebook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (fresh == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  self->loaded = TRUE;
  /* The row that is chosen is the same one, whatever it is called now. */
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  cut_list_store_take (self->items, fresh, cut_source_item_same);
  if (wanted != NULL)
    select_id (self, wanted);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  selected_cb (self);
}

static void
load (CutSourcesView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cut_sources_load_async (self->notebook, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutSourcesView *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutSourcesView *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_sources_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_sources_view_parent_class)->map (widget);
  load (CUT_SOURCES_VIEW (widget));
}

static void
cut_sources_view_unmap (GtkWidget *widget)
{
  cut_source_pane_conceal (CUT_SOURCES_VIEW (widget)->pane);
  GTK_WIDGET_CLASS (cut_sources_view_parent_class)->unmap (widget);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  CutSourcesView *self = CUT_SOURCES_VIEW (widget);

  if (cut_source_pane_is_revealed (self->pane))
    cut_source_pane_conceal (self->pane);
  else
    back_cb (self);
  return TRUE;
}

static void
settings_cb (CutSourcesView *self)
{
  cut_source_pane_set_reveal_for (self->pane, (guint) cut_settings_get_int (self->settings, "reveal-for"));
}

/* A new source. */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutSourcesView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    cut_toast_error (GTK_WIDGET (self), error);
  else
    activated_cb (self);
}

static void
add_cb (CutSourcesView *self)
{
  g_autoptr (CutAct) act = cut_act_new (cut_kind_get_new_label (CUT_KIND_SOURCE));
  g_autoptr (CutRecord) record = cut_record_new (CUT_KIND_SOURCE, "label", _("New source"), NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (cut_record_get_id (record));
  clear_filter_cb (self);
  cut_act_put (act, record);
  cut_notebook_commit_async (self->notebook, g_steal_pointer (&act), NULL, added_cb, g_object_ref (self));
}

/* Setting up. */

static void
set_up_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, cut_source_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *holder = gtk_widget_get_parent (row);
  CutSourceItem *source = gtk_list_item_get_item (item);
  g_autofree char *name = cut_source_row_describe (source);

  cut_source_row_show (CUT_SOURCE_ROW (row), source);
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_up_list (CutSourcesView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->items = g_list_store_new (CUT_TYPE_SOURCE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_kinds (CutSourcesView *self)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_SOURCE_KIND);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Every kind"));
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (names, cut_vocab_get_label (CUT_VOCAB_SOURCE_KIND, words[i]));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  cut_drop_down_set_spoken (self->kinds, _("Show kind"));
  cut_buttons_read_once (GTK_WIDGET (self));
}

static void
cut_sources_view_dispose (GObject *object)
{
  CutSourcesView *self = CUT_SOURCES_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->leaflet, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->settings);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_sources_view_parent_class)->dispose (object);
}

static void
cut_sources_view_finalize (GObject *object)
{
  g_free (CUT_SOURCES_VIEW (object)->wanted);
  g_free (CUT_SOURCES_VIEW (object)->words);
  G_OBJECT_CLASS (cut_sources_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/sources/cut-sources-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, list_box);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, search);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, kinds);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, bar_box);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, list);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, back_button);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CutSourcesView, detail_stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_back);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
cut_sources_view_class_init (CutSourcesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cut_sources_view_dispose;
  object_class->finalize = cut_sources_view_finalize;
  widget_class->map = cut_sources_view_map;
  widget_class->unmap = cut_sources_view_unmap;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  bind_template (widget_class);
}

static void
cut_sources_view_init (CutSourcesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_sources_view_new (CutNotebook *notebook,
                      CutSettings *settings)
{
  CutSourcesView *self = g_object_new (CUT_TYPE_SOURCES_VIEW, NULL);
  GtkWidget *bar = cut_protection_bar_new (notebook);

  self->notebook = g_object_ref (notebook);
  self->settings = g_object_ref (settings);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (self->bar_box, bar);
  self->pane = CUT_SOURCE_PANE (cut_source_pane_new (notebook));
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->pane), "detail");
  gtk_widget_set_sensitive (self->add_button, !cut_notebook_is_read_only (notebook));
  fill_kinds (self);
  set_up_list (self);
  settings_cb (self);
  g_signal_connect_object (self->pane, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reveal-for", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_sources_view_show (CutSourcesView *self,
                       const char     *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  clear_filter_cb (self);
  select_id (self, id);
  activated_cb (self);
}

void
cut_sources_view_set_alone (CutSourcesView *self,
                            gboolean        alone)
{
  self->alone = alone;
  update_back (self);
}

gboolean
cut_sources_view_go_back (CutSourcesView *self)
{
  GtkWidget *list = adw_leaflet_get_adjacent_child (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);

  if (!adw_leaflet_get_folded (self->leaflet) || list == NULL)
    return FALSE;
  back_cb (self);
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entities-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity-page.h"
#include "cut-entity-item.h"
#include "cut-entities-load.h"
#include "cut-entities-table.h"
#include "cut-field-label.h"
#include "cut-likely-dialog.h"
#include "cut-parts.h"
#include "cut-schemata.h"
#include "cut-spoken.h"
#include "cut-toast.h"

#define REFRESH_MS 60 /* several changes at once cost one load */

struct _CutEntitiesView
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkDropDown *filter_choice;
  GtkButton *add_button;
  GtkButton *back_button;
  GtkStack *stack;
  GtkColumnView *table;
  GtkStack *detail_stack;

  CutNotebook *notebook;         /* (owned) */
  GListStore *items;             /* (owned) */
  GtkFilter *filter;             /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  CutEntityPage *page;           /* (owned by the widget tree) */
  GCancellable *cancellable;     /* (owned) (nullable): of the load under way */
  char *wanted;                  /* (owned) (nullable): the object to choose when it is there */
  char *words;                   /* (owned) (nullable): case-folded */
  guint refresh_id;
  gboolean loaded;
  gboolean naming; /* the one that is wanted is new: its name is edited as soon as it is there */
  gboolean alone; /* nothing else is in the window, whose own arrow leads back */
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutEntitiesView, cut_entities_view, GTK_TYPE_WIDGET)

static CutEntityItem *
get_selected (CutEntitiesView *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* The filter. */

static const char *
get_filter_word (CutEntitiesView *self)
{
  guint selected = gtk_drop_down_get_selected (self->filter_choice);
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : words[selected - 1];
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  CutEntitiesView *self = user_data;
  CutEntityItem *entry = item;
  const char *word = get_filter_word (self);

  /* A company is an organisation, too. */
  if (word != NULL && !cut_schemata_is_a (entry->word, word))
    return FALSE;
  return self->words == NULL || strstr (entry->folded, self->words) != NULL;
}

static void
update_pages (CutEntitiesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_stack_set_visible_child_name (self->stack, n > 0 || !self->loaded ? "table" : any ? "nothing" : "empty");
  gtk_stack_set_visible_child_name (self->detail_stack, get_selected (self) != NULL ? "detail" : "none");
  /* Where there is nothing to choose, one page says what to do. */
  gtk_widget_set_visible (GTK_WIDGET (self->detail_stack), any || !self->loaded);
}

static void
filter_cb (CutEntitiesView *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  if (self->filter == NULL)
    return;
  g_free (self->words);
  self->words = *g_strstrip (folded) != '\0' ? g_strdup (folded) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_pages (self);
}

static void
clear_filter_cb (CutEntitiesView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->filter_choice, 0);
  filter_cb (self);
}

/* Choosing. */

static gboolean
select_id (CutEntitiesView *self,
           const char       *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutEntityItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!g_str_equal (cut_record_get_id (item->record), id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return TRUE;
    }
  return FALSE;
}

static void
selected_cb (CutEntitiesView *self)
{
  CutEntityItem *item = get_selected (self);

  cut_entity_page_show (self->page, item != NULL ? item->record : NULL);
  if (item != NULL)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (cut_record_get_id (item->record));
    }
  update_pages (self);
}

static void
activated_cb (CutEntitiesView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (CutEntitiesView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
update_back (CutEntitiesView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), adw_leaflet_get_folded (self->leaflet) && !self->alone);
}

static void
passage_cb (CutEntitiesView *self,
            const char       *clip,
            const char       *annotation)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, clip, annotation);
}

static void
name_new (CutEntitiesView *self)
{
  self->naming = FALSE;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  cut_entity_page_edit_name (self->page);
}

/* Loading. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutEntitiesView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fresh = cut_entities_load_finish (result, &error);
  g_autofree char *wanted = g_strdup (self->wanted);
  gboolean found;

  if (self->notebook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (fresh == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  self->loaded = TRUE;
  cut_list_store_take (self->items, fresh, cut_entity_item_same);
  found = wanted != NULL && select_id (self, wanted);
  selected_cb (self);
  if (found && self->naming)
    name_new (self);
}

static void
load (CutEntitiesView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cut_entities_load_async (self->notebook, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutEntitiesView *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutEntitiesView *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_entities_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_entities_view_parent_class)->map (widget);
  load (CUT_ENTITIES_VIEW (widget));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  back_cb (CUT_ENTITIES_VIEW (widget));
  return TRUE;
}

/* A new object. */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutEntitiesView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    return;
  self->naming = FALSE;
  cut_toast_error (GTK_WIDGET (self), error);
}

static void
add_cb (CutEntitiesView *self)
{
  g_autoptr (CutAct) act = cut_act_new (cut_kind_get_new_label (CUT_KIND_ENTITY));
  g_autoptr (CutRecord) record = cut_record_new (CUT_KIND_ENTITY, "name", _("New entity"), NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (cut_record_get_id (record));
  self->naming = TRUE;
  clear_filter_cb (self);
  cut_act_put (act, record);
  cut_notebook_commit_async (self->notebook, g_steal_pointer (&act), NULL, added_cb, g_object_ref (self));
}

static void
likely_cb (CutEntitiesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_window_present (GTK_WINDOW (cut_likely_dialog_new (GTK_WINDOW (root), self->notebook)));
}

/* Setting up. */

static void
fill_filter (CutEntitiesView *self)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Every kind"));
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (names, cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, words[i]));
  gtk_drop_down_set_model (self->filter_choice, G_LIST_MODEL (names));
  cut_drop_down_set_spoken (self->filter_choice, _("Show kind"));
  cut_buttons_read_once (GTK_WIDGET (self));
}

static void
set_up_model (CutEntitiesView *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->items = g_list_store_new (CUT_TYPE_ENTITY_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
cut_entities_view_dispose (GObject *object)
{
  CutEntitiesView *self = CUT_ENTITIES_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->leaflet, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_entities_view_parent_class)->dispose (object);
}

static void
cut_entities_view_finalize (GObject *object)
{
  CutEntitiesView *self = CUT_ENTITIES_VIEW (object);

  g_free (self->wanted);
  g_free (self->words);
  G_OBJECT_CLASS (cut_entities_view_parent_class)->finalize (object);
}

static void
cut_entities_view_class_init (CutEntitiesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cut_entities_view_dispose;
  object_class->finalize = cut_entities_view_finalize;
  widget_class->map = cut_entities_view_map;

  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/entities/cut-entities-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, search);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, back_button);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, table);
  gtk_widget_class_bind_template_child (widget_class, CutEntitiesView, detail_stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, likely_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_back);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
cut_entities_view_init (CutEntitiesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_entities_view_new (CutNotebook *notebook)
{
  CutEntitiesView *self = g_object_new (CUT_TYPE_ENTITIES_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  cut_entities_table_fill (self->table);
  cut_scrolled_begin_at_start (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->table), GTK_TYPE_SCROLLED_WINDOW)));
  fill_filter (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), cut_kind_get_new_label (CUT_KIND_ENTITY));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_kind_get_new_label (CUT_KIND_ENTITY), -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !cut_notebook_is_read_only (notebook));
  set_up_model (self);
  self->page = CUT_ENTITY_PAGE (cut_entity_page_new (notebook));
  g_signal_connect_object (self->page, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->page), "detail");
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "mentions-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_entities_view_show (CutEntitiesView *self,
                         const char       *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  clear_filter_cb (self);
  select_id (self, id);
  activated_cb (self);
}

void
cut_entities_view_set_alone (CutEntitiesView *self,
                              gboolean          alone)
{
  self->alone = alone;
  update_back (self);
}

gboolean
cut_entities_view_go_back (CutEntitiesView *self)
{
  GtkWidget *table = adw_leaflet_get_adjacent_child (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);

  if (!adw_leaflet_get_folded (self->leaflet) || table == NULL)
    return FALSE;
  back_cb (self);
  return TRUE;
}

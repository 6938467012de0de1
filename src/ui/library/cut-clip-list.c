/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-list-private.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-field-label.h"
#include "cut-search-save.h"
#include "cut-spoken.h"
#include "cut-view.h"
#include "cut-wrap-layout.h"

/* What the Trash can hold that a person put there. */
static const CutKind trash_kinds[] = {
  CUT_KIND_CLIP, CUT_KIND_ANNOTATION, CUT_KIND_CLAIM, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE, CUT_KIND_ENTITY,
  CUT_KIND_STORY, CUT_KIND_TAG, CUT_KIND_SAVED_SEARCH,
};

G_DEFINE_FINAL_TYPE (CutClipList, cut_clip_list, GTK_TYPE_WIDGET)

gboolean
cut_clip_list_is_trash (CutClipList *self)
{
  return strcmp (self->view, "trash") == 0;
}

static void
query (CutClipList *self)
{
  const char *words = cut_clip_list_get_match (self);
  g_autoptr (CutQuery) wanted = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->found), *words != '\0');
  if (self->model == NULL)
    return;
  wanted = cut_view_make_query (self->view, *words != '\0' ? cut_search_bar_get_order (self->found) : self->sort, words);
  cut_query_set_languages (wanted, self->languages);
  if (cut_clip_list_is_trash (self))
    {
      guint chosen = gtk_drop_down_get_selected (self->trash_kind);

      wanted->kind = trash_kinds[MIN (chosen, G_N_ELEMENTS (trash_kinds) - 1)];
      if (wanted->kind != CUT_KIND_CLIP && wanted->match == NULL)
        cut_query_set_order (wanted, "modified", TRUE);
    }
  g_array_set_size (self->chosen, 0);
  if (*words != '\0')
    cut_search_bar_begin (self->found);
  cut_row_list_set_query (self->model, wanted);
}

/* Searching. */

static void
search_changed_cb (CutClipList *self)
{
  query (self);
}

static void
order_changed_cb (CutClipList *self)
{
  query (self);
  g_signal_emit_by_name (self, "search-order-changed");
}

static void
clear_search_cb (CutClipList *self)
{
  cut_search_field_change_text (self->search, "");
  cut_clip_list_focus_search (self);
}

static void
drop_filters_cb (CutClipList *self)
{
  cut_search_field_drop_filters (self->search);
  cut_clip_list_focus_search (self);
}

/* The same words among all clips. */
static void
search_all_cb (CutClipList *self)
{
  g_autofree char *words = g_strdup (cut_clip_list_get_search (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "all");
  cut_search_field_change_text (self->search, words);
  cut_clip_list_focus_search (self);
}

static void
save_search_cb (CutClipList *self,
                const char  *name)
{
  const char *within = cut_view_get_search (self->view) != NULL ? cut_view_get_search (self->view) : cut_view_get_id (self->view);

  cut_search_save (GTK_WIDGET (self), self->notebook, within, name, cut_clip_list_get_search (self));
}

static void
retry_cb (CutClipList *self)
{
  query (self);
}

static void
trash_kind_cb (CutClipList *self)
{
  if (self->view != NULL && cut_clip_list_is_trash (self))
    query (self);
}

static void
cut_clip_list_dispose (GObject *object)
{
  CutClipList *self = CUT_CLIP_LIST (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_clip_list_parent_class)->dispose (object);
}

static void
cut_clip_list_finalize (GObject *object)
{
  CutClipList *self = CUT_CLIP_LIST (object);

  g_array_unref (self->chosen);
  g_free (self->view);
  g_free (self->sort);
  g_free (self->languages);
  g_free (self->open);
  G_OBJECT_CLASS (cut_clip_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-clip-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CutClipList, box);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, search);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, found);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, suggestion);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, all_button);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, filters_button);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, trash_bar);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, trash_kind);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, stack);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, scroller);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, list);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, empty);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, empty_buttons);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, error);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, clip_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_clip_list_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, drop_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_clip_list_set_search);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_clip_list_activate);
}

static void
cut_clip_list_class_init (CutClipListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_clip_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_clip_list_finalize;
  g_signal_new ("open", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_signal_new ("export-ids", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRV);
  g_signal_new ("fetch-ids", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRV);
  g_signal_new ("details", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
  g_signal_new ("search-order-changed", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("filled", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CUT_TYPE_SEARCH_FIELD);
  g_type_ensure (CUT_TYPE_SEARCH_BAR);
  g_type_ensure (CUT_TYPE_SEARCH_SUGGESTION);
  g_type_ensure (CUT_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  cut_clip_list_class_install_acts (widget_class);
  cut_clip_list_class_install_menu (widget_class);
}

static void
cut_clip_list_init (CutClipList *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sort = g_strdup ("created");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = g_strdup ("inbox");
  for (guint i = 0; i < G_N_ELEMENTS (trash_kinds); i++)
    gtk_string_list_append (kinds, cut_kind_get_label (trash_kinds[i]));
  gtk_drop_down_set_model (self->trash_kind, G_LIST_MODEL (kinds));
  cut_drop_down_set_spoken (self->trash_kind, _("What was deleted"));
  cut_buttons_read_once (GTK_WIDGET (self));
  cut_clip_list_init_rows (self);
  cut_search_bar_set_can_save (self->found, FALSE);
  cut_clip_list_update_actions (self, 0);
}

void
cut_clip_list_set_notebook (CutClipList *self,
                            CutNotebook *notebook)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (!g_set_object (&self->notebook, notebook))
    return;
  cut_search_bar_set_can_save (self->found, !cut_clip_list_is_trash (self));
  cut_search_field_set_notebook (self->search, notebook);
  self->model = cut_row_list_new (notebook);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (cut_clip_list_selection_changed), self);
  g_signal_connect_swapped (self->model, "refreshed", G_CALLBACK (cut_clip_list_refreshed), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* What was saved comes with cut_clip_list_show_saved(). */
  if (cut_view_get_search (self->view) == NULL)
    query (self);
}

void
cut_clip_list_set_view (CutClipList *self,
                        const char  *view)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (strcmp (self->view, view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  gtk_widget_set_visible (self->trash_bar, cut_clip_list_is_trash (self));
  cut_search_bar_set_can_save (self->found, self->notebook != NULL && !cut_clip_list_is_trash (self));
  cut_search_bar_set_name (self->found, NULL);
  cut_search_field_set_text (self->search, "");
  /* What was saved comes with cut_clip_list_show_saved(). */
  if (cut_view_get_search (view) == NULL)
    query (self);
}

void
cut_clip_list_show_saved (CutClipList *self,
                          const char  *name,
                          const char  *words)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  cut_search_bar_set_name (self->found, name);
  cut_search_field_set_text (self->search, words);
  query (self);
}

void
cut_clip_list_set_sort (CutClipList *self,
                        const char  *sort)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (strcmp (self->sort, sort) == 0)
    return;
  g_free (self->sort);
  self->sort = g_strdup (sort);
  query (self);
}

void
cut_clip_list_set_languages (CutClipList *self,
                             const char  *languages)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (g_strcmp0 (self->languages, languages) == 0)
    return;
  g_free (self->languages);
  self->languages = g_strdup (languages);
  if (*cut_clip_list_get_search (self) != '\0')
    query (self);
}

void
cut_clip_list_set_search_order (CutClipList *self,
                                const char  *order)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  cut_search_bar_set_order (self->found, order);
}

const char *
cut_clip_list_get_search_order (CutClipList *self)
{
  g_return_val_if_fail (CUT_IS_CLIP_LIST (self), "relevance");

  return cut_search_bar_get_order (self->found);
}

const char *
cut_clip_list_get_search (CutClipList *self)
{
  return cut_search_field_get_text (self->search);
}

const char *
cut_clip_list_get_match (CutClipList *self)
{
  return cut_search_field_get_match (self->search);
}

void
cut_clip_list_set_search (CutClipList *self,
                          const char  *words)
{
  cut_search_field_change_text (self->search, words);
}

void
cut_clip_list_focus_search (CutClipList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
cut_clip_list_focus_list (CutClipList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
cut_clip_list_set_open (CutClipList *self,
                        const char  *id)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (g_strcmp0 (self->open, id) == 0)
    return;
  g_free (self->open);
  self->open = g_strdup (id);
  g_array_set_size (self->chosen, 0);
  self->following = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  self->following = FALSE;
  for (guint i = 0; id != NULL && i < MIN (g_list_model_get_n_items (G_LIST_MODEL (self->model)), 256); i++)
    {
      CutRow *row = cut_clip_list_get_row (self, i);

      if (row == NULL || strcmp (cut_row_get_id (row), id) != 0)
        continue;
      cut_clip_list_choose (self, i);
      break;
    }
}

void
cut_clip_list_scroll_to_top (CutClipList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    cut_list_view_scroll_to (GTK_WIDGET (self->list), 0);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-list-private.h"
#include "cut-search-chip.h"
#include "cut-view.h"

/* The choice. */

CutRow *
cut_clip_list_get_row (CutClipList *self,
                       guint        position)
{
  g_autoptr (CutRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return item != NULL ? cut_row_item_get_row (item) : NULL;
}

/* Returns: the one position chosen, or GTK_INVALID_LIST_POSITION for none or several */
guint
cut_clip_list_get_single (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (chosen) == 1 ? gtk_bitset_get_nth (chosen, 0) : GTK_INVALID_LIST_POSITION;
}

static void
remember_choice (CutClipList *self,
                 GtkBitset   *chosen)
{
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (self->chosen, 0);
  if (!gtk_bitset_iter_init_first (&iter, chosen, &position))
    return;
  self->place = position;
  do
    {
      gint64 key = cut_row_list_get_key (self->model, position);

      g_array_append_val (self->chosen, key);
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

/* Chooses the row at @position without opening what is open already. */
void
cut_clip_list_choose (CutClipList *self,
                      guint        position)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_range (position, 1);

  self->following = TRUE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->following = FALSE;
  remember_choice (self, chosen);
}

void
cut_clip_list_update_actions (CutClipList *self,
                              guint64      n)
{
  gboolean trash = cut_clip_list_is_trash (self);
  gboolean clips = trash ? gtk_drop_down_get_selected (self->trash_kind) == 0
                         : cut_search_get_kind (cut_clip_list_get_search (self)) == CUT_KIND_NONE
                               || cut_search_get_kind (cut_clip_list_get_search (self)) == CUT_KIND_CLIP;
  guint64 n_clips = clips ? n : 0;
  gboolean writable = self->notebook != NULL && !cut_notebook_is_read_only (self->notebook);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.details", n_clips == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.add-to-story", n_clips > 0 && !trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.add-tag", n_clips > 0 && !trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.remove-from",
                                 n_clips > 0 && cut_view_get_id (self->view) != NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.export", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.fetch-again", n_clips > 0 && !trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.delete", n_clips > 0 && !trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.restore", n > 0 && trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.purge", n > 0 && trash && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.empty-trash", trash && writable);
}

/* What is no clip has a place of its own; its passing by with the keys takes nobody there. */
static void
open_other (CutClipList *self,
            CutRow      *row)
{
  CutKind kind = cut_row_get_kind (row);
  g_autofree char *action = g_strconcat ("win.show-", cut_kind_get_name (kind), NULL);
  g_autofree char *view = g_strdup_printf ("%s:%s", cut_kind_get_name (kind), cut_row_get_id (row));

  if (kind == CUT_KIND_STORY || kind == CUT_KIND_TAG)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", view);
  else if (kind == CUT_KIND_CLAIM || kind == CUT_KIND_SOURCE || kind == CUT_KIND_ENTITY || kind == CUT_KIND_ANNOTATION)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", cut_row_get_id (row));
}

void
cut_clip_list_open_row (CutClipList *self,
                        CutRow      *row,
                        gboolean     go)
{
  if (row == NULL)
    return;
  if (cut_row_get_kind (row) != CUT_KIND_CLIP)
    {
      if (go && !cut_clip_list_is_trash (self))
        open_other (self, row);
      return;
    }
  g_free (self->open);
  self->open = g_strdup (cut_row_get_id (row));
  g_signal_emit_by_name (self, "open", cut_row_get_id (row), go);
}

void
cut_clip_list_selection_changed (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  cut_clip_list_update_actions (self, gtk_bitset_get_size (chosen));
  if (self->following)
    return;
  remember_choice (self, chosen);
  if (gtk_bitset_get_size (chosen) == 1)
    cut_clip_list_open_row (self, cut_clip_list_get_row (self, gtk_bitset_get_nth (chosen, 0)), FALSE);
}

/* One row after the other is looked at and put away. */
static void
choose_next (CutClipList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  self->moving_on = FALSE;
  if (n > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), MIN (self->place, n - 1), TRUE);
}

/* Rows that moved in the list stay chosen. */
void
cut_clip_list_refreshed (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = cut_row_list_find_keys (self->model, self->chosen);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));

  self->following = TRUE;
  /* A row that was chosen while the list made it does not show that. */
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->following = FALSE;
  cut_clip_list_update_actions (self, gtk_bitset_get_size (chosen));
  cut_clip_list_show_state (self);
  if (self->moving_on && gtk_bitset_is_empty (chosen))
    choose_next (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 && !cut_row_list_is_partial (self->model))
    g_signal_emit_by_name (self, "filled");
}

void
cut_clip_list_activate (CutClipList *self,
                        guint        position)
{
  cut_clip_list_open_row (self, cut_clip_list_get_row (self, position), TRUE);
}

void
cut_clip_list_with_chosen (CutClipList    *self,
                           CutRowIds       func,
                           gpointer        data,
                           GDestroyNotify  free_data)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (CutRowChoice) choice = cut_row_choice_new (self->model, chosen);

  cut_row_choice_gather (choice, G_OBJECT (self), func, data, free_data);
}

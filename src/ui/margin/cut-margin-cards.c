/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-margin-cards.h"

static const char *
get_id_at (GListStore *items,
           guint       position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);

  return item != NULL ? cut_margin_item_get_id (item) : NULL;
}

static gboolean
is_at (GListStore *items,
       guint       position,
       GPtrArray  *shown,
       guint       index)
{
  return g_strcmp0 (get_id_at (items, position),
                    cut_margin_item_get_id (g_ptr_array_index (shown, index)))
         == 0;
}

static GHashTable *
index_items (GListStore *items,
             guint       start,
             guint       end)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = start; i < end; i++)
    {
      CutMarginItem *item = g_list_model_get_item (G_LIST_MODEL (items), i);

      g_hash_table_insert (index, (char *) cut_margin_item_get_id (item), item);
    }
  return index;
}

/* What is typed in a card that goes is kept in the notebook. */
static void
close_items (GHashTable *items,
             GPtrArray  *kept)
{
  GHashTableIter each;
  gpointer item;

  g_hash_table_iter_init (&each, items);
  while (g_hash_table_iter_next (&each, NULL, &item))
    if (!g_ptr_array_find (kept, item, NULL))
      g_object_set (item, "editing", FALSE, NULL);
}

/* Replaces items [start, old_end) by those shown in [start, new_end); an item that is among both is the same afterwards. */
static void
splice (GListStore *items,
        GPtrArray  *shown,
        guint       start,
        guint       old_end,
        guint       new_end)
{
  g_autoptr (GHashTable) old = index_items (items, start, old_end);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);

  if (start == old_end && start == new_end)
    return;
  for (guint i = start; i < new_end; i++)
    {
      CutMarginItem *fresh = g_ptr_array_index (shown, i);
      CutMarginItem *item = g_hash_table_lookup (old, cut_margin_item_get_id (fresh));

      g_ptr_array_add (new, g_object_ref (item != NULL ? item : fresh));
    }
  close_items (old, new);
  g_list_store_splice (items, start, old_end - start, new->pdata, new->len);
}

static void
update_items (GListStore *items,
              GPtrArray  *shown)
{
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      cut_margin_item_update (item, g_ptr_array_index (shown, i));
    }
}

guint
cut_margin_cards_show (GListStore *items,
                       GPtrArray  *shown)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (items));
  guint start = 0;
  guint tail = 0;

  while (start < n && start < shown->len && is_at (items, start, shown, start))
    start++;
  while (tail < n - start && tail < shown->len - start
         && is_at (items, n - 1 - tail, shown, shown->len - 1 - tail))
    tail++;
  splice (items, shown, start, n - tail, shown->len - tail);
  update_items (items, shown);
  return start;
}

guint
cut_margin_cards_find (GListStore *items,
                       const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (items));

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_strcmp0 (get_id_at (items, i), id) == 0)
      return i;
  return G_MAXUINT;
}

void
cut_margin_cards_close (GListStore *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      g_object_set (item, "editing", FALSE, NULL);
    }
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-margin-cards.h"

#include "cut-margin-order.h"

#define FIRST_CARDS 12
#define CARDS_AT_ONCE 24    /* in one frame: a few milliseconds */
#define PROPOSAL_WEIGHT 8   /* cards of proposals have more in them */
#define MAX_ROWS 240        /* more than a list view makes: what comes behind them costs nothing */

struct _CutMarginCards
{
  GListStore *items;      /* (owned) (element-type CutMarginItem): some of those of the order, in its sequence */
  CutMarginOrder *coming; /* (owned) (nullable): what is not known to be in the list yet */
  guint at;               /* behind what is known to be in it */
  gboolean grown;         /* all annotations were in it once: what comes is new, and shown at once */
};

CutMarginCards *
cut_margin_cards_new (void)
{
  CutMarginCards *self = g_new0 (CutMarginCards, 1);

  self->items = g_list_store_new (CUT_TYPE_MARGIN_ITEM);
  return self;
}

void
cut_margin_cards_free (CutMarginCards *self)
{
  g_clear_pointer (&self->coming, cut_margin_order_free);
  g_object_unref (self->items);
  g_free (self);
}

GListModel *
cut_margin_cards_get_model (CutMarginCards *self)
{
  return G_LIST_MODEL (self->items);
}

/* Another list. */

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
close_items (GHashTable *items)
{
  GHashTableIter each;
  gpointer item;

  g_hash_table_iter_init (&each, items);
  while (g_hash_table_iter_next (&each, NULL, &item))
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
      gpointer item;

      if (!g_hash_table_steal_extended (old, cut_margin_item_get_id (fresh), NULL, &item))
        item = g_object_ref (fresh);
      g_ptr_array_add (new, item);
    }
  close_items (old);
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

/* Returns: the first position at which something changed */
static guint
change (GListStore *items,
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

/* Returns: (element-type CutMarginItem): what is @there already, and what need not wait */
static GPtrArray *
get_shown (CutMarginCards *self,
           GHashTable     *there,
           CutReading     *reading,
           GPtrArray      *proposals)
{
  g_autoptr (CutMarginOrder) order = cut_margin_order_new (reading, proposals);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean all = self->grown || g_hash_table_size (there) > 0;
  CutMarginItem *item;

  while ((all || shown->len < FIRST_CARDS) && (item = cut_margin_order_next (order)) != NULL)
    {
      gboolean now = cut_margin_item_get_proposal (item) == NULL && (self->grown || shown->len < FIRST_CARDS);

      if (now || g_hash_table_contains (there, cut_margin_item_get_id (item)))
        g_ptr_array_add (shown, item);
      else
        g_object_unref (item);
    }
  return shown;
}

guint
cut_margin_cards_show (CutMarginCards *self,
                       CutReading     *reading,
                       GPtrArray      *proposals,
                       gboolean        afresh)
{
  guint n = afresh ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (GHashTable) there = index_items (self->items, 0, n);
  g_autoptr (GPtrArray) shown = NULL;

  self->grown = self->grown && !afresh;
  self->at = 0;
  g_clear_pointer (&self->coming, cut_margin_order_free);
  if (reading != NULL)
    self->coming = cut_margin_order_new (reading, proposals);
  shown = reading != NULL ? get_shown (self, there, reading, proposals) : g_ptr_array_new ();
  return change (self->items, shown);
}

/* Growing. */

/* Puts those of @fresh in before the position that growing has come to, and goes on behind them. */
static void
insert (CutMarginCards *self,
        GPtrArray      *fresh)
{
  if (fresh->len > 0)
    g_list_store_splice (self->items, self->at, 0, fresh->pdata, fresh->len);
  self->at += fresh->len;
  g_ptr_array_set_size (fresh, 0);
}

static void
grow (CutMarginCards *self,
      guint           room)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  while (room > 0)
    {
      g_autoptr (CutMarginItem) item = cut_margin_order_next (self->coming);

      if (item == NULL)
        break;
      if (g_strcmp0 (get_id_at (self->items, self->at), cut_margin_item_get_id (item)) == 0)
        {
          insert (self, fresh);
          self->at++;
          continue;
        }
      room -= MIN (room, cut_margin_item_get_proposal (item) != NULL ? PROPOSAL_WEIGHT : 1);
      g_ptr_array_add (fresh, g_steal_pointer (&item));
    }
  insert (self, fresh);
  if (room == 0)
    return;
  self->grown = TRUE;
  g_clear_pointer (&self->coming, cut_margin_order_free);
}

gboolean
cut_margin_cards_is_whole (CutMarginCards *self)
{
  return self->coming == NULL;
}

void
cut_margin_cards_grow (CutMarginCards *self)
{
  if (self->coming != NULL)
    grow (self, self->at < MAX_ROWS ? CARDS_AT_ONCE : G_MAXUINT);
}

void
cut_margin_cards_complete (CutMarginCards *self)
{
  if (self->coming != NULL)
    grow (self, G_MAXUINT);
}

guint
cut_margin_cards_find (CutMarginCards *self,
                       const char     *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_strcmp0 (get_id_at (self->items, i), id) == 0)
      return i;
  return G_MAXUINT;
}

void
cut_margin_cards_close (CutMarginCards *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_object_set (item, "editing", FALSE, NULL);
    }
}

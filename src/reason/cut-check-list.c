/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-check-list.h"

static void
item_free (gpointer data)
{
  CutCheckItem *self = data;

  cut_claim_standing_unref (self->standing);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CutCheckItem *left = *(const CutCheckItem *const *) a;
  const CutCheckItem *right = *(const CutCheckItem *const *) b;

  return cut_gap_compare (&left->gap, &right->gap);
}

/* What gaps that are the same have in common, so that only a handful is compared. */
static guint
hash_gap (gconstpointer key)
{
  const CutGap *gap = key;

  return (guint) gap->kind * 31 + (gap->object != NULL ? g_str_hash (gap->object) : 0);
}

static gboolean
equal_gaps (gconstpointer a,
            gconstpointer b)
{
  return cut_gap_is_same (a, b);
}

static void
add_gap (GPtrArray        *items,
         GHashTable       *known,
         CutClaimStanding *standing,
         const CutGap     *gap)
{
  CutCheckItem *item = g_hash_table_lookup (known, gap);

  if (item != NULL)
    {
      item->n_claims += item->standing == standing ? 0 : 1;
      return;
    }
  item = g_new0 (CutCheckItem, 1);
  item->gap = gap;
  item->standing = cut_claim_standing_ref (standing);
  item->n_claims = 1;
  g_hash_table_insert (known, (gpointer) gap, item);
  g_ptr_array_add (items, item);
}

GPtrArray *
cut_check_list_make (GPtrArray *standings)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) known = g_hash_table_new (hash_gap, equal_gaps);

  for (guint i = 0; i < standings->len; i++)
    {
      CutClaimStanding *standing = g_ptr_array_index (standings, i);

      for (guint k = 0; k < standing->gaps->len; k++)
        add_gap (items, known, standing, g_ptr_array_index (standing->gaps, k));
    }
  g_ptr_array_sort (items, compare);
  return items;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-likely-same-private.h"

/* Of a key that more entities share, only those that share another one too are compared: everybody in a family business is
 * called the same. */
#define MOST_IN_BLOCK 100
#define ASK_EVERY 1024 /* comparisons between two looks whether to go on */

/* Entities that have a key in common, in the order of their places. */
typedef struct
{
  gboolean telling; /* all that is the same, or a number, and not one word */
  GArray *places;   /* (element-type guint) */
} Block;

typedef struct
{
  GPtrArray *prepared; /* (owned) (element-type CutPrepared) */
  GHashTable *blocks;  /* (owned) (element-type utf8 Block): by key */
  GPtrArray *keys;     /* (owned) (element-type GPtrArray of Block): of each entity */
  guint *seen;         /* (owned): of each entity, the last one that it was compared with, + 1 */
  GPtrArray *pairs;    /* (owned) (element-type CutLikelySame) */
  gboolean (*cancelled) (gpointer data);
  gpointer data;
  guint n_compared;
} Find;

static void
block_free (gpointer data)
{
  Block *block = data;

  g_array_unref (block->places);
  g_free (block);
}

static void
find_clear (Find *self)
{
  g_clear_pointer (&self->prepared, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_free (self->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Find, find_clear)

/* Keys. */

/* Takes @key. Entities come in the order of their places. */
static void
add_key (Find *self,
         guint place,
         char *key)
{
  Block *block = g_hash_table_lookup (self->blocks, key);

  if (block == NULL)
    {
      block = g_new0 (Block, 1);
      block->telling = *key == 'w' || *key == 't';
      block->places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->blocks, key, block);
    }
  else
    g_free (key);
  if (block->places->len > 0 && g_array_index (block->places, guint, block->places->len - 1) == place)
    return;
  g_array_append_val (block->places, place);
  g_ptr_array_add (g_ptr_array_index (self->keys, place), block);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words in one order for all, and each pair of neighbours in that order. */
static void
add_whole (Find         *self,
           guint         place,
           CutNameParts *name)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) key = g_string_new ("w");

  for (guint i = 0; i < name->skeletons->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (name->skeletons, i));
  g_ptr_array_sort (sorted, compare_strings);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_string_append_printf (key, " %s", (char *) g_ptr_array_index (sorted, i));
      for (guint j = 0; j < i && sorted->len <= 6; j++)
        add_key (self, place, g_strdup_printf ("2 %s %s", (char *) g_ptr_array_index (sorted, j), (char *) g_ptr_array_index (sorted, i)));
    }
  if (sorted->len > 0)
    add_key (self, place, g_strdup (key->str));
}

static void
add_name (Find         *self,
          guint         place,
          CutNameParts *name,
          gboolean      person)
{
  guint n = name->parts->len;

  for (guint i = 0; i < n; i++)
    if (strlen (g_ptr_array_index (name->parts, i)) > 1)
      add_key (self, place, g_strdup_printf ("1 %s", (char *) g_ptr_array_index (name->skeletons, i)));
  add_whole (self, place, name);
  if (n >= 2 && person)
    add_key (self, place, g_strdup_printf ("i %.1s %s", (char *) g_ptr_array_index (name->parts, 0),
                                           (char *) g_ptr_array_index (name->skeletons, n - 1)));
  if (name->acronym != NULL)
    add_key (self, place, g_strdup_printf ("a %s", name->acronym));
  if (n >= 2 && !person)
    {
      g_autofree char *initials = cut_name_parts_get_initials (name);

      add_key (self, place, g_strdup_printf ("a %s", initials));
    }
}

static void
add_keys (Find  *self,
          guint  place)
{
  CutPrepared *prepared = g_ptr_array_index (self->prepared, place);
  GPtrArray *traits = prepared->portrait->traits;

  for (guint i = 0; i < prepared->names->len; i++)
    add_name (self, place, g_ptr_array_index (prepared->names, i), prepared->person);
  for (guint i = 0; i < traits->len; i++)
    if (!g_str_has_prefix (g_ptr_array_index (traits, i), "country\n"))
      add_key (self, place, g_strdup_printf ("t %s", (char *) g_ptr_array_index (traits, i)));
}

/* Pairs. */

static gboolean
should_stop (Find *self)
{
  return self->cancelled != NULL && ++self->n_compared % ASK_EVERY == 0 && self->cancelled (self->data);
}

static void
compare_two (Find  *self,
             guint  place,
             guint  other)
{
  CutLikelySame pair = { MIN (place, other), MAX (place, other), 0, 0 };

  if (self->seen[other] == place + 1)
    return;
  self->seen[other] = place + 1;
  if (cut_prepared_compare (g_ptr_array_index (self->prepared, pair.a), g_ptr_array_index (self->prepared, pair.b), &pair) &&
      pair.score >= CUT_LIKELY_SAME_LEAST)
    g_ptr_array_add (self->pairs, g_memdup2 (&pair, sizeof pair));
}

/* The first in the block behind @place. */
static guint
find_behind (const Block *block,
             guint        place)
{
  guint low = 0;
  guint high = block->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (block->places, guint, middle) <= place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of a thousand that are called the same, each with the next ones. A single word that many share tells nobody apart. */
static gboolean
compare_behind (Find        *self,
                const Block *block,
                guint        place)
{
  guint first = find_behind (block, place);

  if (block->places->len > MOST_IN_BLOCK && !block->telling)
    return TRUE;
  for (guint i = first; i < MIN (block->places->len, first + MOST_IN_BLOCK); i++)
    {
      compare_two (self, place, g_array_index (block->places, guint, i));
      if (should_stop (self))
        return FALSE;
    }
  return TRUE;
}

/* The one that was asked for, with all that share any of its keys. */
static gboolean
compare_all (Find        *self,
             const Block *block,
             guint        place)
{
  for (guint i = 0; i < block->places->len; i++)
    {
      if (g_array_index (block->places, guint, i) != place)
        compare_two (self, place, g_array_index (block->places, guint, i));
      if (should_stop (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compare_one (Find  *self,
             guint  place,
             gboolean (*compare) (Find *self, const Block *block, guint place))
{
  GPtrArray *blocks = g_ptr_array_index (self->keys, place);

  for (guint i = 0; i < blocks->len; i++)
    if (!compare (self, g_ptr_array_index (blocks, i), place))
      return FALSE;
  return TRUE;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const CutLikelySame *left = *(const CutLikelySame *const *) a;
  const CutLikelySame *right = *(const CutLikelySame *const *) b;

  if (left->score < right->score || left->score > right->score)
    return left->score > right->score ? -1 : 1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return left->b < right->b ? -1 : left->b > right->b;
}

GPtrArray *
cut_likely_same_find (GPtrArray *portraits,
                      int        only,
                      gboolean (*cancelled) (gpointer data),
                      gpointer   data)
{
  g_auto (Find) self = { .cancelled = cancelled, .data = data };

  self.prepared = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_prepared_free);
  self.blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, block_free);
  self.keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self.seen = g_new0 (guint, portraits->len);
  self.pairs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < portraits->len; i++)
    {
      g_ptr_array_add (self.prepared, cut_prepared_new (g_ptr_array_index (portraits, i)));
      g_ptr_array_add (self.keys, g_ptr_array_new ());
      add_keys (&self, i);
    }
  if (only >= 0 && !compare_one (&self, (guint) only, compare_all))
    return NULL;
  for (guint i = 0; only < 0 && i < portraits->len; i++)
    if (!compare_one (&self, i, compare_behind))
      return NULL;
  g_ptr_array_sort (self.pairs, compare_pairs);
  return g_steal_pointer (&self.pairs);
}

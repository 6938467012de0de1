/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-buried.h"

#include <string.h>

#include "cut-written.h"

#define NAME "buried"
/* What was heard of in which act: lines of its number, a space, and a tombstone. */
#define ACTS "buried-by-act"
#define MOST_NOTED 20000

CutBundleTombstone *
cut_buried_make (CutRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (CutWritten) written = cut_written_new (record);
  CutBundleTombstone *tombstone;

  if (g_strcmp0 (cut_record_get_string (record, CUT_RECORD_SENSITIVITY), "normal") != 0 || cut_written_find (written, "deleted", NULL) == NULL)
    return NULL;
  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (record, CUT_RECORD_PARENTS));
  if (cut_record_get_rev (record) != NULL)
    g_strv_builder_add (builder, cut_record_get_rev (record));
  tombstone = g_new0 (CutBundleTombstone, 1);
  tombstone->kind = cut_record_get_kind (record);
  tombstone->object = g_strdup (cut_record_get_id (record));
  tombstone->deleted = cut_record_get_int (record, CUT_RECORD_DELETED);
  tombstone->contributor = g_strdup (cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR));
  tombstone->parents = g_strv_builder_end (builder);
  tombstone->write = g_strdup (cut_written_find (written, "deleted", NULL));
  tombstone->seen = cut_written_list_seen (written);
  return tombstone;
}

GPtrArray *
cut_buried_load (CutStore  *store,
                 GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = cut_store_get_meta (store, NAME, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return cut_bundle_tombstones_from_text (text != NULL ? text : "", error);
}

/* Of two deletions the later one, and always the same one of two at a time. */
static gboolean
is_later (const CutBundleTombstone *one,
          const CutBundleTombstone *other)
{
  return one->deleted != other->deleted ? one->deleted > other->deleted : g_strcmp0 (one->write, other->write) > 0;
}

gboolean
cut_buried_save (CutStore   *store,
                 GPtrArray  *tombstones,
                 GError    **error)
{
  g_autoptr (GHashTable) by_object = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *before = cut_store_get_meta (store, NAME, NULL);
  GHashTableIter iter;
  gpointer tombstone;

  for (guint i = 0; i < tombstones->len; i++)
    {
      CutBundleTombstone *one = g_ptr_array_index (tombstones, i);
      const CutBundleTombstone *other = g_hash_table_lookup (by_object, one->object);

      if (other == NULL || is_later (one, other))
        g_hash_table_replace (by_object, one->object, one);
    }
  g_hash_table_iter_init (&iter, by_object);
  while (g_hash_table_iter_next (&iter, NULL, &tombstone))
    g_ptr_array_add (kept, tombstone);
  text = cut_bundle_tombstones_to_text (kept);
  if (g_strcmp0 (before != NULL ? before : "", text) == 0)
    return TRUE;
  return cut_store_set_meta (store, NAME, *text != '\0' ? text : NULL, error);
}

/* By act. */

gboolean
cut_buried_note (CutStore    *store,
                 gint64       act,
                 const char  *news,
                 GError     **error)
{
  g_autofree char *before = cut_store_get_meta (store, ACTS, NULL);
  g_auto (GStrv) old = g_strsplit (before != NULL ? before : "", "\n", -1);
  g_auto (GStrv) lines = g_strsplit (news, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_old = g_strv_length (old);

  for (guint i = n_old > MOST_NOTED ? n_old - MOST_NOTED : 0; i < n_old; i++)
    if (*old[i] != '\0')
      g_string_append_printf (text, "%s\n", old[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", act, lines[i]);
  return cut_store_set_meta (store, ACTS, text->str, error);
}

/* (transfer full): the lines of @act, as they were noted */
static char *
find_noted (CutStore *store,
            gint64    act)
{
  g_autofree char *text = cut_store_get_meta (store, ACTS, NULL);
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT " ", act);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], head))
      g_string_append_printf (found, "%s\n", lines[i] + strlen (head));
  return g_string_free (found, FALSE);
}

/* What another act has told since is not this one's any more. */
static void
forget (GPtrArray *remembered,
        GPtrArray *noted)
{
  for (guint i = 0; i < noted->len; i++)
    for (guint j = remembered->len; j-- > 0;)
      {
        const CutBundleTombstone *one = g_ptr_array_index (noted, i);
        const CutBundleTombstone *other = g_ptr_array_index (remembered, j);

        if (g_str_equal (one->object, other->object) && one->deleted == other->deleted && g_strcmp0 (one->write, other->write) == 0)
          g_ptr_array_remove_index (remembered, j);
      }
}

gboolean
cut_buried_undo (CutStore  *store,
                 gint64     act,
                 gboolean   redo,
                 GError   **error)
{
  g_autofree char *text = find_noted (store, act);
  g_autoptr (GPtrArray) noted = *text != '\0' ? cut_bundle_tombstones_from_text (text, error) : NULL;
  g_autoptr (GPtrArray) remembered = noted != NULL ? cut_buried_load (store, error) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (*text == '\0' || remembered == NULL)
    return *text == '\0';
  if (!redo)
    forget (remembered, noted);
  for (guint i = 0; i < remembered->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (remembered, i));
  for (guint i = 0; redo && i < noted->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (noted, i));
  return cut_buried_save (store, all, error);
}

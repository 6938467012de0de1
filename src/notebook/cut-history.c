/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-history.h"

#include <string.h>

/* The revision named in a journal line, borrowed from it as @rev of @length bytes; parsing each line would take
 * seconds in a long journal. Keys are sorted and text is escaped, so the name cannot stand inside a value. */
static gboolean
peek_rev (const char *line,
          char        rev[65])
{
  const char *at = strstr (line, "\"rev\":\"");

  if (at == NULL)
    return FALSE;
  g_strlcpy (rev, at + 7, 65);
  return strlen (rev) == 64;
}

static void
look_at (CutStore   *store,
         GHashTable *found,
         GHashTable *revs,
         CutKind     kind,
         const char *line)
{
  char rev[65];
  g_autoptr (CutRecord) record = NULL;

  if (!peek_rev (line, rev) || !g_hash_table_contains (revs, rev) || g_hash_table_contains (found, rev))
    return;
  record = cut_record_from_line (kind, line, NULL);
  if (record != NULL)
    g_hash_table_insert (found, g_strdup (rev), cut_store_reveal (store, record));
}

static gboolean
look_back (CutStore   *store,
           GHashTable *revs,
           GHashTable *found,
           GError    **error)
{
  g_autoptr (GError) failure = NULL;

  while (failure == NULL && g_hash_table_size (found) < g_hash_table_size (revs))
    {
      g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, FALSE, &failure);

      if (entry == NULL)
        break;
      for (guint i = 0; i < entry->kinds->len; i++)
        {
          look_at (store, found, revs, (CutKind) g_array_index (entry->kinds, int, i), g_ptr_array_index (entry->before, i));
          look_at (store, found, revs, (CutKind) g_array_index (entry->kinds, int, i), g_ptr_array_index (entry->after, i));
        }
      cut_store_journal_move (store, entry->seq, TRUE, &failure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GHashTable *
cut_history_find (CutStore    *store,
                  GHashTable  *revs,
                  GError     **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gboolean searched;

  if (g_hash_table_size (revs) == 0)
    return g_steal_pointer (&found);
  if (!cut_store_begin (store, error))
    return NULL;
  searched = look_back (store, revs, found, error);
  cut_store_rollback (store);
  return searched ? g_steal_pointer (&found) : NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-thrown-away.h"

#include "cut-id.h"

/* From a placement over its mark and capture to the clip are three steps; no chain of what is required is longer. */
#define LONGEST_CHAIN 4

typedef struct
{
  CutNotebook *notebook;
  GHashTable *known; /* (element-type utf8): by id, whether it is gone */
} Look;

static gboolean is_without_ground (Look *look, CutRecord *record, guint steps);

static gboolean
is_gone (Look       *look,
         const char *id,
         guint       steps)
{
  gpointer known;
  g_autoptr (CutRecord) record = NULL;
  gboolean gone;

  if (id == NULL || !cut_id_is_valid (id))
    return FALSE;
  if (g_hash_table_lookup_extended (look->known, id, NULL, &known))
    return GPOINTER_TO_INT (known);
  record = cut_notebook_get (look->notebook, id, NULL);
  gone = record != NULL && (cut_record_is_deleted (record) || is_without_ground (look, record, steps + 1));
  g_hash_table_insert (look->known, g_strdup (id), GINT_TO_POINTER (gone));
  return gone;
}

static gboolean
is_without_ground (Look      *look,
                   CutRecord *record,
                   guint      steps)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields && steps < LONGEST_CHAIN; i++)
    if (fields[i].type == CUT_FIELD_ID && (fields[i].flags & CUT_FIELD_REQUIRED) != 0 &&
        is_gone (look, cut_record_get_string (record, i), steps))
      return TRUE;
  return FALSE;
}

void
cut_thrown_away_drop (CutNotebook *notebook,
                      GPtrArray   *records)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Look look = { notebook, known };
  guint kept = 0;

  for (guint i = 0; i < records->len; i++)
    if (!is_without_ground (&look, g_ptr_array_index (records, i), 0))
      {
        gpointer swapped = records->pdata[kept];

        records->pdata[kept++] = records->pdata[i];
        records->pdata[i] = swapped;
      }
  g_ptr_array_set_size (records, (int) kept);
}

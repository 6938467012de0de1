/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-store-search.h"

#include "cut-rows.h"
#include "cut-spelling.h"
#include "cut-store-private.h"

#define OBJECTS_AT_ONCE 5000

GArray *
cut_store_search (CutStore        *self,
                  const CutQuery  *query,
                  gboolean        *partial,
                  GError         **error)
{
  *partial = FALSE;
  return cut_store_ready (self, query, error) ? cut_rows_keys (self->db, query, partial, error) : NULL;
}

gboolean
cut_store_suggest (CutStore        *self,
                   const CutQuery  *query,
                   char           **suggestion,
                   GError         **error)
{
  g_autofree char *better = NULL;
  g_autoptr (CutQuery) other = cut_query_copy (query);
  gint64 n;

  *suggestion = NULL;
  if (query->match == NULL)
    return TRUE;
  if (!cut_store_ready (self, query, error) || !cut_spelling_suggest (self->db, query->match, &better, error))
    return FALSE;
  if (better == NULL)
    return TRUE;
  cut_query_set_match (other, better);
  n = cut_rows_count (self->db, other, error);
  if (n > 0)
    *suggestion = g_steal_pointer (&better);
  return n >= 0;
}

gint64
cut_store_count_unindexed (CutStore  *self,
                           GError   **error)
{
  gint64 n;

  if (!cut_store_check (self, error))
    return -1;
  return cut_db_query_int (self->db, "SELECT count (*) FROM object WHERE indexed = 0", &n, error) ? n : -1;
}

gboolean
cut_store_catch_up (CutStore  *self,
                    gint64     budget,
                    guint     *n_done,
                    GError   **error)
{
  gint64 until = g_get_monotonic_time () + budget;

  *n_done = 0;
  if (!cut_store_begin (self, error))
    return FALSE;
  return cut_store_end_act (self, TRUE, cut_search_index_catch_up (self->index, OBJECTS_AT_ONCE, until, n_done, error), error);
}

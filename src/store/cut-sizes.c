/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "cut-store-private.h"
#include "cut-store-purge.h"

/* What takes the room. The lengths of values stand in front of them, so that nothing large is read; what SQLite itself could say about its pages needs
 * a build with DBSTAT, and reads the whole file. */

static gint64
size_of (const char *path,
         const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? info.st_size : 0;
}

static gboolean
measure_file (CutStore  *self,
              CutSizes  *sizes,
              gint64    *pages,
              GError   **error)
{
  gint64 page, free_pages;

  if (!cut_db_query_int (self->db, "PRAGMA page_size", &page, error) || !cut_db_query_int (self->db, "PRAGMA page_count", pages, error) ||
      !cut_db_query_int (self->db, "PRAGMA freelist_count", &free_pages, error))
    return FALSE;
  *pages *= page;
  sizes->unused = free_pages * page + size_of (self->path, "-wal");
  sizes->total = MAX (*pages, size_of (self->path, "")) + size_of (self->path, "-wal");
  return TRUE;
}

gboolean
cut_store_measure (CutStore  *self,
                   CutSizes  *sizes,
                   GError   **error)
{
  gint64 blobs, words, pages;

  *sizes = (CutSizes) { 0 };
  if (!cut_store_check (self, error) || !measure_file (self, sizes, &pages, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (data)), 0) FROM blob", &blobs, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (b.data)), 0) FROM blob b WHERE EXISTS (SELECT 1 FROM capture c WHERE c.sha256 = b.sha256) "
                                   "OR EXISTS (SELECT 1 FROM capture c WHERE c.warc_sha256 = b.sha256)", &sizes->pages, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (text) + length (blocks) + coalesce (length (html), 0)), 0) FROM reader_text",
                         &sizes->texts, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (block)), 0) FROM search_data", &sizes->index, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (word)), 0) FROM word", &words, error) ||
      !cut_db_query_int (self->db, "SELECT coalesce (sum (length (changes)), 0) FROM journal", &sizes->journal, error))
    return FALSE;
  sizes->pictures = blobs - sizes->pages;
  sizes->index += words;
  sizes->rest = MAX (0, sizes->total - sizes->pages - sizes->pictures - sizes->texts - sizes->index - sizes->journal - sizes->unused);
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-commit.h"
#include "cut-conflict-private.h"
#include "cut-contributor.h"
#include "cut-written.h"

/* What an object that was put into the Trash by one and changed by another is kept by: see cut-merge.c. */
#define KEEP "keep-"
#define TRASH "-trash"

typedef struct
{
  CutStore *store;
  const char *owner;     /* (nullable) */
  GHashTable *names;     /* (owned): id of a contributor → name */
  char *others;          /* (owned): the names of all others, for what may be of any of them */
  GHashTable *pending;   /* (owned) (element-type utf8 GPtrArray): by id of the object the wordings of which it is not known yet when they came */
} Finder;

static void
finder_clear (Finder *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->others, g_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/* Who. */

static const char *
get_others (Finder *self)
{
  return *self->others != '\0' ? self->others : NULL;
}

static gboolean
read_names (Finder  *self,
            GError **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CONTRIBUTOR);
  g_autoptr (GPtrArray) records = cut_store_list (self->store, query, error);
  g_autoptr (GString) others = g_string_new (NULL);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      const char *name = cut_contributor_get_name (CUT_CONTRIBUTOR (record));

      if (name == NULL)
        continue;
      g_hash_table_insert (self->names, g_strdup (cut_record_get_id (record)), g_strdup (name));
      if (g_strcmp0 (cut_record_get_id (record), self->owner) != 0)
        g_string_append_printf (others, "%s%s", others->len > 0 ? " / " : "", name);
    }
  self->others = g_string_free (g_steal_pointer (&others), FALSE);
  return records != NULL;
}

static const char *
get_name (Finder     *self,
          const char *contributor)
{
  return contributor != NULL ? g_hash_table_lookup (self->names, contributor) : NULL;
}

/* @write: SESSION.N, or SESSION-trash.N */
static gboolean
is_own (Finder     *self,
        const char *write)
{
  const char *dot = strrchr (write, '.');
  g_autofree char *session = g_strndup (write, dot != NULL ? (gsize) (dot - write) : strlen (write));
  g_autofree char *name = NULL;
  g_autofree char *noted = NULL;

  if (g_str_has_suffix (session, TRASH))
    session[strlen (session) - strlen (TRASH)] = '\0';
  name = cut_commit_name_session (session);
  noted = cut_store_get_meta (self->store, name, NULL);
  return noted != NULL;
}

static void
set_writer (Finder     *self,
            CutWording *wording,
            CutWriter   writer)
{
  wording->writer = writer;
  wording->name = g_strdup (writer == CUT_WRITER_HERE ? get_name (self, self->owner) : get_others (self));
}

static void
wait_for_journal (Finder     *self,
                  CutRecord  *record,
                  CutWording *wording)
{
  GPtrArray *list = g_hash_table_lookup (self->pending, cut_record_get_id (record));

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->pending, g_strdup (cut_record_get_id (record)), list);
    }
  g_ptr_array_add (list, wording);
}

static void
find_writer (Finder     *self,
             CutRecord  *record,
             CutWording *wording)
{
  const char *maker = cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR);
  g_autofree char *by = cut_written_get_original (wording->by);

  if (*wording->by == '\0')
    return;
  if (g_str_has_prefix (by, KEEP))
    {
      /* Kept against a deletion: by the other one. */
      set_writer (self, wording, is_own (self, by + strlen (KEEP)) ? CUT_WRITER_ELSEWHERE : CUT_WRITER_HERE);
      return;
    }
  if (!g_str_equal (by, CUT_WRITTEN_FIRST))
    {
      set_writer (self, wording, is_own (self, by) ? CUT_WRITER_HERE : CUT_WRITER_ELSEWHERE);
      wait_for_journal (self, record, wording);
      return;
    }
  wording->writer = g_strcmp0 (maker, self->owner) == 0 ? CUT_WRITER_HERE : CUT_WRITER_ELSEWHERE;
  wording->name = g_strdup (get_name (self, maker));
  wording->when = cut_record_get_int (record, CUT_RECORD_CREATED);
}

/* When. */

/* A name of a write stands in quotation marks, whether in `written` or in `conflicts`. */
static gboolean
has_write (const char *line,
           const char *write)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", write);

  return strstr (line, quoted) != NULL;
}

static gint64
get_modified (CutKind     kind,
              const char *line)
{
  g_autoptr (CutRecord) record = *line != '\0' ? cut_record_from_line (kind, line, NULL) : NULL;

  return record != NULL ? cut_record_get_int (record, CUT_RECORD_MODIFIED) : 0;
}

/* When two versions were brought together the later time stands: it tells when the other was changed only where it is later than ours. */
static void
date_wordings (GPtrArray  *wordings,
               CutKind     kind,
               const char *before,
               const char *after)
{
  for (guint i = wordings->len; i > 0; i--)
    {
      CutWording *wording = g_ptr_array_index (wordings, i - 1);
      g_autofree char *by = cut_written_get_original (wording->by);
      gint64 was, is;

      if (!has_write (after, by) || has_write (before, by))
        continue;
      was = get_modified (kind, before);
      is = get_modified (kind, after);
      wording->when = is > was ? is : 0;
      g_ptr_array_remove_index (wordings, i - 1);
    }
}

static gboolean
visit_cb (const CutJournalEntry *entry,
          gpointer               data)
{
  Finder *self = data;

  for (guint i = 0; i < entry->kinds->len; i++)
    {
      CutKind kind = (CutKind) g_array_index (entry->kinds, int, i);
      const char *before = g_ptr_array_index (entry->before, i);
      const char *after = g_ptr_array_index (entry->after, i);
      g_autoptr (CutRecord) record = NULL;
      GPtrArray *wordings;

      /* Most objects are as they were made, and cost no more than this look. */
      if (*after == '\0' || strstr (after, "\"written\":") == NULL || strstr (after, "\"written\":null") != NULL)
        continue;
      record = cut_record_from_line (kind, after, NULL);
      wordings = record != NULL ? g_hash_table_lookup (self->pending, cut_record_get_id (record)) : NULL;
      if (wordings != NULL)
        date_wordings (wordings, kind, before, after);
      if (wordings != NULL && wordings->len == 0)
        g_hash_table_remove (self->pending, cut_record_get_id (record));
    }
  return g_hash_table_size (self->pending) > 0;
}

gboolean
cut_conflict_find_writers (CutStore    *store,
                           const char  *owner,
                           GPtrArray   *conflicts,
                           GError     **error)
{
  g_auto (Finder) self = { .store = store, .owner = owner };

  self.pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!read_names (&self, error))
    return FALSE;
  for (guint i = 0; i < conflicts->len; i++)
    {
      CutConflict *conflict = g_ptr_array_index (conflicts, i);

      for (guint n = 0; n < conflict->wordings->len; n++)
        find_writer (&self, conflict->record, g_ptr_array_index (conflict->wordings, n));
    }
  return g_hash_table_size (self.pending) == 0 || cut_store_journal_walk (store, visit_cb, &self, error);
}

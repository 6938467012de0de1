/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-taguette.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#include "cut-error.h"

#define MAGIC "SQLite format 3" /* and a zero */

/* A view or a virtual table of one of these names would be somebody else's program. */
#define TABLES \
  "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND " \
  "name IN ('projects', 'documents', 'highlights', 'tags', 'highlight_tags', 'commands')"

#define DOCUMENTS \
  "SELECT documents.id, projects.name, documents.name, documents.description, filename, documents.created, contents " \
  "FROM documents LEFT JOIN projects ON projects.id = project_id ORDER BY documents.id"

/* When a mark was made, only the list of what was done says. */
#define MARKS \
  "WITH added (id, first, last) AS MATERIALIZED (SELECT CASE WHEN json_valid (payload) AND json_extract (payload, '$.type') = 'highlight_add' " \
  "THEN json_extract (payload, '$.highlight_id') END, min (date), max (date) FROM commands WHERE document_id = ?1 GROUP BY 1) " \
  "SELECT start_offset, end_offset, snippet, (SELECT group_concat (path, char (10)) FROM highlight_tags JOIN tags ON tags.id = tag_id " \
  "WHERE highlight_id = highlights.id), first, last FROM highlights LEFT JOIN added ON added.id = highlights.id " \
  "WHERE document_id = ?1 ORDER BY start_offset, end_offset, highlights.id"

#define DESCRIBED "SELECT count (*) FROM tags WHERE description <> ''"

typedef struct
{
  sqlite3 *handle;
  GBytes *bytes;
  const CutTaguetteVisitor *visitor;
  gpointer data;
  char *reason; /* (owned) (nullable): what SQLite said of the first failure */
} Taguette;

/* Before another call takes its place. */
static void
note_reason (Taguette *self,
             int       step)
{
  if (step != SQLITE_DONE && self->reason == NULL)
    self->reason = g_strdup (sqlite3_errmsg (self->handle));
}

/* SQLite takes the bytes for reading alone. */
static gboolean
open_database (Taguette *self)
{
  gsize length;
  const void *bytes = g_bytes_get_data (self->bytes, &length);

  if (length <= sizeof MAGIC || memcmp (bytes, MAGIC, sizeof MAGIC) != 0 ||
      sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  return sqlite3_deserialize (self->handle, "main", (unsigned char *) bytes, (sqlite3_int64) length, (sqlite3_int64) length,
                              SQLITE_DESERIALIZE_READONLY) == SQLITE_OK;
}

static gint64
count (Taguette   *self,
       const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 n = -1;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return n;
}

gboolean
cut_taguette_is (GBytes *bytes)
{
  Taguette self = { .bytes = bytes };
  gboolean is = open_database (&self) && count (&self, TABLES) == 6;

  sqlite3_close (self.handle);
  return is;
}

static const char *
text_of (sqlite3_stmt *statement,
         int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static gboolean
visit_marks (Taguette *self,
             gint64    document)
{
  sqlite3_stmt *statement = NULL;
  int step = sqlite3_prepare_v2 (self->handle, MARKS, -1, &statement, NULL);

  if (step == SQLITE_OK)
    step = sqlite3_bind_int64 (statement, 1, document);
  while (step == SQLITE_OK || step == SQLITE_ROW)
    {
      step = sqlite3_step (statement);
      if (step == SQLITE_ROW)
        self->visitor->mark (&(CutTaguetteMark) { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), text_of (statement, 2),
                                                  text_of (statement, 3), text_of (statement, 4), text_of (statement, 5) },
                             self->data);
    }
  note_reason (self, step);
  sqlite3_finalize (statement);
  return step == SQLITE_DONE;
}

static void
show_document (Taguette     *self,
               sqlite3_stmt *statement)
{
  const CutTaguetteDocument document = { text_of (statement, 1), text_of (statement, 2), text_of (statement, 3),
                                         text_of (statement, 4), text_of (statement, 5), text_of (statement, 6) };

  self->visitor->document (&document, self->data);
}

static gboolean
visit_documents (Taguette *self)
{
  sqlite3_stmt *statement = NULL;
  int step = sqlite3_prepare_v2 (self->handle, DOCUMENTS, -1, &statement, NULL);

  while (step == SQLITE_OK || step == SQLITE_ROW)
    {
      step = sqlite3_step (statement);
      if (step != SQLITE_ROW)
        break;
      show_document (self, statement);
      if (!visit_marks (self, sqlite3_column_int64 (statement, 0)))
        step = SQLITE_ERROR;
    }
  note_reason (self, step);
  sqlite3_finalize (statement);
  return step == SQLITE_DONE;
}

gboolean
cut_taguette_visit (GBytes                    *bytes,
                    const CutTaguetteVisitor  *visitor,
                    gpointer                   data,
                    GError                   **error)
{
  Taguette self = { NULL, bytes, visitor, data, NULL };
  gboolean sound = open_database (&self) && count (&self, TABLES) == 6 && visit_documents (&self);

  if (sound)
    visitor->described (count (&self, DESCRIBED), data);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("This database of Taguette is damaged: %s"),
                 self.reason != NULL ? self.reason : sqlite3_errstr (SQLITE_NOTADB));
  g_free (self.reason);
  sqlite3_close (self.handle);
  return sound;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stmt.h"

#include <sqlite3.h>

#define CACHED 128 /* statements; the fixed texts are some seventy, queries make the rest */

struct _CutStmt
{
  sqlite3_stmt *handle; /* (owned) */
  CutDb *db;            /* (unowned) */
  const char *sql;      /* (unowned) (nullable): of a cached one, its key */
  gboolean cached;
  gboolean in_use;
  int failed; /* what the first failed binding returned */
};

static void
stmt_free (gpointer data)
{
  CutStmt *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

GHashTable *
cut_stmt_cache_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stmt_free);
}

static gboolean
idle_cb (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return !((CutStmt *) value)->in_use;
}

static void
drop_idle (CutDb *db)
{
  g_hash_table_remove_all (db->statements_by_place);
  g_hash_table_foreach_remove (db->statements, idle_cb, NULL);
}

void
cut_stmt_cache_clear (CutDb *db)
{
  g_hash_table_remove_all (db->statements_by_place);
  g_hash_table_remove_all (db->statements);
}

static CutStmt *
prepare (CutDb       *db,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  CutStmt *self;

  if (code != SQLITE_OK)
    {
      cut_db_set_error (db, code, error);
      return NULL;
    }
  self = g_new0 (CutStmt, 1);
  self->handle = handle;
  self->db = db;
  self->in_use = TRUE;
  return self;
}

/* Most texts are constants: where one stands tells it sooner than its many characters. Another may stand there later. */
static CutStmt *
find_cached (CutDb      *db,
             const char *sql)
{
  CutStmt *self = g_hash_table_lookup (db->statements_by_place, sql);

  if (self != NULL && g_str_equal (self->sql, sql))
    return self;
  self = g_hash_table_lookup (db->statements, sql);
  if (g_hash_table_size (db->statements_by_place) >= 2 * CACHED)
    g_hash_table_remove_all (db->statements_by_place);
  if (self != NULL)
    g_hash_table_insert (db->statements_by_place, (gpointer) sql, self);
  return self;
}

CutStmt *
cut_stmt_new (CutDb       *db,
              const char  *sql,
              GError     **error)
{
  CutStmt *self = find_cached (db, sql);
  char *key;

  if (self != NULL && !self->in_use)
    {
      self->in_use = TRUE;
      return self;
    }
  if (self != NULL)
    return prepare (db, sql, error);
  if (g_hash_table_size (db->statements) >= CACHED)
    drop_idle (db);
  self = prepare (db, sql, error);
  if (self == NULL)
    return NULL;
  key = g_strdup (sql);
  self->cached = TRUE;
  self->sql = key;
  g_hash_table_insert (db->statements, key, self);
  return self;
}

CutStmt *
cut_stmt_newf (CutDb       *db,
               GError     **error,
               const char  *format,
               ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  return cut_stmt_new (db, sql, error);
}

void
cut_stmt_release (CutStmt *self)
{
  if (!self->cached)
    {
      stmt_free (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->failed = SQLITE_OK;
  self->in_use = FALSE;
}

static void
note (CutStmt *self,
      int      code)
{
  if (self->failed == SQLITE_OK)
    self->failed = code;
}

void
cut_stmt_bind_text (CutStmt    *self,
                    int         i,
                    const char *text)
{
  note (self, sqlite3_bind_text (self->handle, i, text, -1, SQLITE_TRANSIENT));
}

void
cut_stmt_bind_int (CutStmt *self,
                   int      i,
                   gint64   number)
{
  note (self, sqlite3_bind_int64 (self->handle, i, number));
}

void
cut_stmt_bind_bytes (CutStmt *self,
                     int      i,
                     GBytes  *bytes)
{
  gsize length;
  const void *data;

  if (bytes == NULL)
    {
      note (self, sqlite3_bind_null (self->handle, i));
      return;
    }
  data = g_bytes_get_data (bytes, &length);
  note (self, length > 0 ? sqlite3_bind_blob64 (self->handle, i, data, length, SQLITE_STATIC)
                         : sqlite3_bind_zeroblob (self->handle, i, 0));
}

CutStep
cut_stmt_step (CutStmt  *self,
               GError  **error)
{
  int code = self->failed != SQLITE_OK ? self->failed : sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return CUT_STEP_ROW;
  if (code == SQLITE_DONE)
    return CUT_STEP_DONE;
  cut_db_set_error (self->db, code, error);
  return CUT_STEP_FAILED;
}

gboolean
cut_stmt_run (CutStmt  *self,
              GError  **error)
{
  CutStep step = cut_stmt_step (self, error);

  while (step == CUT_STEP_ROW)
    step = cut_stmt_step (self, error);
  sqlite3_reset (self->handle);
  return step == CUT_STEP_DONE;
}

void
cut_stmt_reset (CutStmt *self)
{
  sqlite3_reset (self->handle);
}

gboolean
cut_stmt_is_null (CutStmt *self,
                  int      column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
cut_stmt_get_int (CutStmt *self,
                  int      column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
cut_stmt_get_double (CutStmt *self,
                     int      column)
{
  return sqlite3_column_double (self->handle, column);
}

const char *
cut_stmt_get_text (CutStmt *self,
                   int      column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

char *
cut_stmt_dup_text (CutStmt *self,
                   int      column)
{
  return g_strdup (cut_stmt_get_text (self, column));
}

const void *
cut_stmt_get_bytes (CutStmt *self,
                    int      column,
                    gsize   *length)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  *length = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}

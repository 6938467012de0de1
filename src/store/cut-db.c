/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-db.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "cut-error.h"
#include "cut-name-index.h"
#include "cut-pack.h"
#include "cut-rank.h"
#include "cut-stmt.h"
#include "cut-text-table.h"
#include "cut-tokenizer.h"

#define BUSY_MS 5000         /* another program's act is written in far less */
#define BUSY_STEP_MS 10
#define STEPS_A_LOOK 2000    /* virtual machine steps between two looks at the cancellable */

/* Errors. */

typedef struct
{
  int result;
  CutError code;
  const char *sentence;
} Failure;

static const Failure failures[] = {
  { SQLITE_FULL, CUT_ERROR_NOTEBOOK, N_ ("The disk is full; free some space and try again") },
  { SQLITE_BUSY, CUT_ERROR_BUSY, N_ ("Another program is writing to the notebook; try again in a moment") },
  { SQLITE_LOCKED, CUT_ERROR_BUSY, N_ ("Another program is writing to the notebook; try again in a moment") },
  { SQLITE_CORRUPT, CUT_ERROR_CORRUPT, N_ ("The notebook file is damaged; restore a backup, or see with “cuttings verify” where") },
  { SQLITE_NOTADB, CUT_ERROR_CORRUPT, N_ ("The file is not a notebook of Cuttings") },
  { SQLITE_READONLY, CUT_ERROR_READ_ONLY, N_ ("The notebook can only be read: its file or folder is write-protected") },
  { SQLITE_PERM, CUT_ERROR_NOTEBOOK, N_ ("You have no permission to open the notebook") },
  { SQLITE_CANTOPEN, CUT_ERROR_NOTEBOOK, N_ ("The notebook cannot be opened; look at its folder and permissions") },
  { SQLITE_IOERR, CUT_ERROR_NOTEBOOK, N_ ("The disk failed while the notebook was read or written") },
  { SQLITE_NOMEM, CUT_ERROR_NOTEBOOK, N_ ("There is not enough memory") },
  { SQLITE_TOOBIG, CUT_ERROR_TOO_LARGE, N_ ("This is too large to be stored") },
  { SQLITE_CONSTRAINT, CUT_ERROR_REFUSED, N_ ("The notebook refuses this change") },
};

static gboolean
is_full (int reason)
{
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

/* Why the log could not be written: when a transaction ends, SQLite has asked for other things since, and remembers the reason with the file alone. */
static int
get_log_reason (CutDb *self)
{
  sqlite3_file *log = NULL;
  int reason = 0;

  if (sqlite3_extended_errcode (self->handle) != SQLITE_IOERR_WRITE ||
      sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK || log == NULL || log->pMethods == NULL ||
      log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &reason) != SQLITE_OK)
    return 0;
  return reason;
}

/* To SQLite a quota that is used up and a file that may not grow are failures of the disk. */
static int
get_result (CutDb *self,
            int    code)
{
  gboolean failed = (code & 0xff) == SQLITE_IOERR && self->handle != NULL;

  return failed && (is_full (sqlite3_system_errno (self->handle)) || is_full (get_log_reason (self))) ? SQLITE_FULL : code & 0xff;
}

gboolean
cut_db_set_error (CutDb   *self,
                  int      code,
                  GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);
  int result = get_result (self, code);

  if (result == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].result == result)
      {
        g_set_error (error, CUT_ERROR, (int) failures[i].code, "%s (%s)", _(failures[i].sentence), detail);
        return FALSE;
      }
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook could not be used: %s"), detail);
  return FALSE;
}

gboolean
cut_db_refuse_writing (CutDb   *self,
                       GError **error)
{
  if (self->newer)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NEWER,
                         _("The notebook was made by a newer Cuttings and can only be read; update Cuttings to change it"));
  else if (self->full)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The disk is full; free some space and try again"));
  else if (self->protected)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_READ_ONLY,
                         _("The notebook can only be read: its file or folder is write-protected"));
  else
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_READ_ONLY, _("The notebook was opened for reading only"));
  return FALSE;
}

/* Opening. */

static int
progress_cb (void *data)
{
  CutDb *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static int
busy_cb (void *data,
         int   tries)
{
  CutDb *self = data;

  if (tries * BUSY_STEP_MS >= BUSY_MS || progress_cb (self))
    return 0;
  g_usleep (BUSY_STEP_MS * 1000);
  return 1;
}

/* SQL function cut_fold(TEXT): so that SQL compares as the name index does. */
static void
fold_cb (sqlite3_context  *context,
         int               n_values,
         sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, cut_name_fold (text), -1, g_free);
}

/* SQLite counts the bytes it uses in one place for all threads, which nobody asks for. What another library has set up already stays. */
static void
set_up_sqlite (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

/* A connection has one thread: SQLite need not keep others out of it. */
static gboolean
open_handle (CutDb      *self,
             const char *uri,
             gboolean    read_only,
             GError    **error)
{
  int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_URI |
              SQLITE_OPEN_NOMUTEX;
  int code;

  set_up_sqlite ();
  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    return cut_db_set_error (self, code, error);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_progress_handler (self->handle, STEPS_A_LOOK, progress_cb, self);
  /* A search reads the index and fifty texts, an import writes some hundred; SQLite's own two megabytes hold neither. */
  sqlite3_exec (self->handle, "PRAGMA cache_size = -16000", NULL, NULL, NULL);
  sqlite3_create_function (self->handle, "cut_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, fold_cb,
                           NULL, NULL);
  self->tokenizer = cut_tokenizer_new (self->handle);
  self->rank = cut_rank_new (self);
  if (self->tokenizer == NULL || self->rank == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("This SQLite cannot search: it was built without FTS5"));
      return FALSE;
    }
  /* A stranger's notebook may hold views and triggers of its own making. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

static void
close_handle (CutDb *self)
{
  cut_stmt_cache_clear (self);
  g_clear_pointer (&self->handle, sqlite3_close_v2);
}

static char *
uri_of (const char *path,
        gboolean    immutable)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  if (g_str_equal (path, ":memory:"))
    return g_strdup (path);
  return g_strconcat ("file:", escaped, immutable ? "?immutable=1" : NULL, NULL);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static gboolean
look (CutDb   *self,
      GError **error)
{
  gint64 version;

  return cut_db_query_int (self, "PRAGMA schema_version", &version, error);
}

/* Opens and reads the head of the file. In a folder that cannot be written (a CD, an archive), or where there is
 * no room for a log, SQLite needs to be told that nobody else writes there either. */
static gboolean
connect_to (CutDb     *self,
            gboolean   read_only,
            GError   **error)
{
  g_autofree char *uri = uri_of (self->path, FALSE);
  g_autofree char *fixed = uri_of (self->path, TRUE);
  g_autoptr (GError) local = NULL;

  if (open_handle (self, uri, read_only, &local) && look (self, &local))
    return TRUE;
  /* In a folder without its files it could not look for them, and says that it may not write. */
  if ((g_error_matches (local, CUT_ERROR, CUT_ERROR_NOTEBOOK) || g_error_matches (local, CUT_ERROR, CUT_ERROR_READ_ONLY)) && !has_log (self->path) &&
      g_access (self->path, R_OK) == 0)
    {
      self->full = get_result (self, sqlite3_extended_errcode (self->handle)) == SQLITE_FULL;
      close_handle (self);
      if (open_handle (self, fixed, TRUE, NULL) && look (self, NULL))
        return TRUE;
    }
  if (g_error_matches (local, CUT_ERROR, CUT_ERROR_READ_ONLY) && has_log (self->path))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_READ_ONLY,
                   _("The newest changes stand in a log beside the notebook, and its folder is write-protected: copy “%s” and “%s-wal” to a folder of your own"),
                   self->path, self->path);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_file (const char  *path,
            GError     **error)
{
  GStatBuf info;

  if (g_str_equal (path, ":memory:"))
    return TRUE;
  if (g_stat (path, &info) != 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no notebook “%s”"), path);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is not a file"), path);
  else if (info.st_size == 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("“%s” is empty; it is not a notebook"), path);
  else
    return TRUE;
  return FALSE;
}

/* What was cut off at the end shows only when it is read, which may be much later. */
static gboolean
check_length (CutDb   *self,
              GError **error)
{
  GStatBuf info;
  gint64 pages, page_size;

  if (g_str_equal (self->path, ":memory:") || has_log (self->path))
    return TRUE;
  if (!cut_db_query_int (self, "PRAGMA page_count", &pages, error) ||
      !cut_db_query_int (self, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (g_stat (self->path, &info) != 0 || info.st_size >= pages * page_size || has_log (self->path))
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT,
                       _("The notebook file is cut short: its end is missing; restore a backup"));
  return FALSE;
}

CutDb *
cut_db_open (const char  *path,
             gboolean     read_only,
             GError     **error)
{
  g_autoptr (CutDb) self = NULL;

  if (!check_file (path, error))
    return NULL;
  self = g_new0 (CutDb, 1);
  self->path = g_strdup (path);
  self->statements = cut_stmt_cache_new ();
  self->statements_by_place = g_hash_table_new (NULL, NULL);
  self->fresh_texts = cut_reader_text_fresh_new ();
  self->packer = cut_packer_new ();
  self->unpacker = cut_unpacker_new ();
  if (!connect_to (self, read_only, error) || !check_length (self, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  self->protected = !read_only && sqlite3_db_readonly (self->handle, "main") == 1;
  self->read_only = read_only || self->protected;
  return g_steal_pointer (&self);
}

CutDb *
cut_db_open_empty (const char  *path,
                   GError     **error)
{
  g_autoptr (CutDb) self = g_new0 (CutDb, 1);

  self->path = g_strdup (path);
  self->statements = cut_stmt_cache_new ();
  self->statements_by_place = g_hash_table_new (NULL, NULL);
  self->fresh_texts = cut_reader_text_fresh_new ();
  self->packer = cut_packer_new ();
  self->unpacker = cut_unpacker_new ();
  return connect_to (self, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
cut_db_reopen_read_only (CutDb   *self,
                         GError **error)
{
  close_handle (self);
  self->read_only = TRUE;
  return connect_to (self, TRUE, error);
}

void
cut_db_close (CutDb *self)
{
  close_handle (self);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->statements_by_place);
  g_hash_table_unref (self->fresh_texts);
  cut_packer_free (self->packer);
  cut_unpacker_free (self->unpacker);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/* Running. */

/* In whatever thread cancels, which SQLite allows for this alone. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      handle)
{
  sqlite3_interrupt (handle);
}

gulong
cut_db_listen (CutDb *self)
{
  return self->cancellable != NULL ? g_cancellable_connect (self->cancellable, G_CALLBACK (cancelled_cb), self->handle, NULL) : 0;
}

void
cut_db_listen_no_more (CutDb  *self,
                       gulong  listening)
{
  if (listening != 0)
    g_cancellable_disconnect (self->cancellable, listening);
}

gboolean
cut_db_exec (CutDb       *self,
             const char  *sql,
             GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || cut_db_set_error (self, code, error);
}

gboolean
cut_db_query_int (CutDb       *self,
                  const char  *sql,
                  gint64      *value,
                  GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self, sql, error);
  CutStep step = stmt != NULL ? cut_stmt_step (stmt, error) : CUT_STEP_FAILED;

  *value = step == CUT_STEP_ROW ? cut_stmt_get_int (stmt, 0) : 0;
  return step != CUT_STEP_FAILED;
}

gboolean
cut_db_begin (CutDb   *self,
              GError **error)
{
  if (self->read_only)
    return cut_db_refuse_writing (self, error);
  if (cut_db_in_transaction (self))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Another act is still being written"));
      return FALSE;
    }
  return cut_db_exec (self, "BEGIN IMMEDIATE", error);
}

static void
forget_fresh (CutDb *self)
{
  g_hash_table_remove_all (self->fresh_texts);
  self->fresh_bytes = 0;
}

gboolean
cut_db_commit (CutDb   *self,
               GError **error)
{
  forget_fresh (self);
  return cut_db_exec (self, "COMMIT", error);
}

void
cut_db_rollback (CutDb *self)
{
  int code;

  forget_fresh (self);
  if (!cut_db_in_transaction (self))
    return;
  /* A rollback cannot be stopped half-way. */
  sqlite3_progress_handler (self->handle, 0, NULL, NULL);
  code = sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_progress_handler (self->handle, STEPS_A_LOOK, progress_cb, self);
  if (code != SQLITE_OK)
    g_debug ("rollback: %s", sqlite3_errmsg (self->handle));
}

gboolean
cut_db_in_transaction (CutDb *self)
{
  return self->handle != NULL && !sqlite3_get_autocommit (self->handle);
}

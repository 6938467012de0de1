/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "cut-destination.h"
#include "cut-error.h"
#include "cut-store-private.h"
#include "cut-word-table.h"

/* Copies of the whole file, and making it small again. */

#define PAGES_A_STEP 256 /* 1 MiB between two looks at the cancellable */

static gboolean
cancelled (CutStore  *self,
           GError   **error)
{
  return self->db->cancellable != NULL && g_cancellable_set_error_if_cancelled (self->db->cancellable, error);
}

static gboolean
copy_pages (CutStore  *self,
            CutDb     *target,
            GError   **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->handle, "main", self->db->handle, "main");
  int code = SQLITE_OK;
  gboolean stopped = FALSE;

  if (backup == NULL)
    return cut_db_set_error (target, sqlite3_errcode (target->handle), error);
  while (!stopped && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED))
    {
      stopped = cancelled (self, error);
      code = stopped ? SQLITE_OK : sqlite3_backup_step (backup, PAGES_A_STEP);
    }
  sqlite3_backup_finish (backup);
  if (stopped)
    return FALSE;
  return code == SQLITE_DONE || cut_db_set_error (target, code, error);
}

/* A copy is one file: without a log beside it. */
static gboolean
fill_copy (CutStore    *self,
           const char  *path,
           GError     **error)
{
  g_autoptr (CutDb) target = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The backup cannot be made: %s"), g_strerror (errno));
      return FALSE;
    }
  close (fd);
  target = cut_db_open_empty (path, error);
  return target != NULL && copy_pages (self, target, error) &&
         cut_db_exec (target, "PRAGMA journal_mode = DELETE", error) &&
         cut_db_exec (target, "PRAGMA journal_mode = WAL", error) &&
         cut_db_exec (target, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The backup cannot be made: %s"), g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return synced;
}

static gboolean
put_in_place (const char  *draft,
              const char  *path,
              GError     **error)
{
  if (g_rename (draft, path) == 0)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The backup cannot be made: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
is_file_of (CutStore   *self,
            const char *path)
{
  GStatBuf ours, theirs;

  return g_stat (self->path, &ours) == 0 && g_stat (path, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

/* In a log are changes that another program has not yet put into the file. */
static gboolean
is_in_use (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/* An older copy may be replaced, and nothing else. Returns: (nullable): the file to write, where a link leads */
static char *
find_place (CutStore    *self,
            const char  *path,
            GError     **error)
{
  CutDestination kind;
  g_autofree char *real = cut_destination_look (path, &kind, error);

  if (real == NULL)
    return NULL;
  if (is_file_of (self, real))
    g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("%s is the notebook itself: name another file for the copy"), path);
  else if (kind == CUT_DESTINATION_STREAM)
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("A copy of a notebook is a file, and %s is none"), path);
  else if (kind == CUT_DESTINATION_FILE || kind == CUT_DESTINATION_DATABASE)
    g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("%s is no notebook, and would be lost: name another file for the copy"), path);
  else if (kind == CUT_DESTINATION_NOTEBOOK && is_in_use (real))
    g_set_error (error, CUT_ERROR, CUT_ERROR_BUSY, _("The notebook %s is in use: name another file for the copy"), path);
  else
    return g_steal_pointer (&real);
  return NULL;
}

gboolean
cut_store_backup (CutStore    *self,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *place = NULL;
  g_autofree char *draft = NULL;
  gboolean made;

  if (!cut_store_check (self, error))
    return FALSE;
  if (cut_db_in_transaction (self->db))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_BUSY, _("An act is being written; back up when it is done"));
      return FALSE;
    }
  place = find_place (self, path, error);
  if (place == NULL)
    return FALSE;
  cut_destination_sweep (place);
  draft = cut_destination_make_part (place);
  made = fill_copy (self, draft, error) && sync_file (draft, error) && put_in_place (draft, place, error);
  if (!made)
    g_unlink (draft);
  return made;
}

static gboolean
renew_words (CutStore  *self,
             GError   **error)
{
  return cut_store_begin (self, error) && cut_store_end_act (self, TRUE, cut_word_table_renew (self->db, error), error);
}

gboolean
cut_store_compact (CutStore  *self,
                   GError   **error)
{
  if (!cut_store_check (self, error))
    return FALSE;
  if (self->db->read_only)
    return cut_db_refuse_writing (self->db, error);
  if (cut_db_in_transaction (self->db))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_BUSY, _("An act is being written; compact when it is done"));
      return FALSE;
    }
  return cut_db_exec (self->db, "INSERT INTO search (search) VALUES ('optimize')", error) && renew_words (self, error) &&
         cut_db_exec (self->db, "VACUUM", error) &&
         cut_db_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

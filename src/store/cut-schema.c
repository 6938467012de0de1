/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cut-destination.h"
#include "cut-error.h"
#include "cut-store-resources.h"

static const char *const migrations[] = {
  "0001-notebook.sql",
  "0002-verdict.sql",
  "0003-places-and-custody.sql",
  "0004-claims-and-reprints.sql",
  "0005-protection.sql",
  "0006-facts.sql",
  "0007-mentions.sql",
  "0008-saved-searches.sql",
  "0009-topics.sql",
  "0010-event-evidence.sql",
  "0011-search.sql",
  "0012-end-of-events.sql",
  "0013-written.sql",
  "0014-text-against-evidence.sql",
  "0015-what-counts.sql",
  "0016-clips-in.sql",
};

gint64
cut_schema_get_newest (void)
{
  return G_N_ELEMENTS (migrations);
}

static gboolean
run_migration (CutDb     *db,
               gint64     number,
               GError   **error)
{
  g_autofree char *path = g_strconcat ("/app/cuttings/store/migrations/", migrations[number - 1], NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", (int) number);
  /* Asking for the resource by its symbol keeps the linker from dropping it. */
  g_autoptr (GBytes) sql = g_resource_lookup_data (cut_store_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && cut_db_exec (db, g_bytes_get_data (sql, NULL), error) &&
         cut_db_exec (db, version, error);
}

static gboolean
run_migrations (CutDb   *db,
                gint64   from,
                GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", CUT_NOTEBOOK_MARK);

  for (gint64 number = from + 1; number <= cut_schema_get_newest (); number++)
    if (!run_migration (db, number, error))
      return FALSE;
  return cut_db_exec (db, mark, error);
}

gboolean
cut_schema_migrate (CutDb   *db,
                    gint64   from,
                    GError **error)
{
  if (!cut_db_begin (db, error))
    return FALSE;
  if (run_migrations (db, from, error) && cut_db_commit (db, error))
    return TRUE;
  cut_db_rollback (db);
  return FALSE;
}

static gboolean
fill_new (const char  *path,
          GError     **error)
{
  g_autoptr (CutDb) db = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook cannot be made: %s"), g_strerror (errno));
      return FALSE;
    }
  close (fd);
  db = cut_db_open_empty (path, error);
  return db != NULL && cut_db_exec (db, "PRAGMA journal_mode = WAL", error) &&
         cut_schema_migrate (db, 0, error) && cut_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* Without replacing what another program has put there meanwhile. */
static gboolean
move_into_place (const char  *from,
                 const char  *to,
                 GError     **error)
{
  if (link (from, to) == 0 || errno == EEXIST)
    return TRUE;
  /* Some file systems know no links. */
  if (!g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook cannot be made: %s"), g_strerror (errno));
  return FALSE;
}

/* With its log: a disk that is full leaves what could not be put into the file. */
static void
remove_draft (const char *draft)
{
  static const char *const parts[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat (draft, parts[i], NULL);

      g_unlink (path);
    }
}

gboolean
cut_schema_create (const char  *path,
                   GError     **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strconcat (".", unique, ".new", NULL);
  g_autofree char *draft = g_build_filename (folder, name, NULL);
  gboolean made = fill_new (draft, error) && move_into_place (draft, path, error);

  remove_draft (draft);
  return made;
}

static gboolean
refuse_stranger (CutDb   *db,
                 GError **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("“%s” is not a notebook of Cuttings"), db->path);
  return FALSE;
}

gboolean
cut_schema_prepare (CutDb   *db,
                    GError **error)
{
  gint64 id, version;

  if (!cut_db_query_int (db, "PRAGMA application_id", &id, error) ||
      !cut_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id != CUT_NOTEBOOK_MARK || version < 1)
    return refuse_stranger (db, error);
  if (version > cut_schema_get_newest ())
    {
      db->newer = TRUE;
      return cut_db_reopen_read_only (db, error);
    }
  if (version == cut_schema_get_newest ())
    return TRUE;
  if (db->read_only)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_READ_ONLY,
                           _("The notebook is of an older form and must be opened for writing once"));
      return FALSE;
    }
  db->migrated_from = version;
  return cut_schema_migrate (db, version, error);
}

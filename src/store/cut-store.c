/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sha256.h"
#include "cut-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-blob.h"
#include "cut-custody.h"
#include "cut-error.h"
#include "cut-link.h"
#include "cut-journal.h"
#include "cut-object-row.h"
#include "cut-place-table.h"
#include "cut-schema.h"
#include "cut-seal.h"

/* The connection, its transactions, and what is one table's work. Objects are put in
 * cut-store-put.c and asked for in cut-store-find.c. */

G_DEFINE_FINAL_TYPE (CutStore, cut_store, G_TYPE_OBJECT)

static void
close_connection (CutStore *self)
{
  if (self->db == NULL)
    return;
  cut_db_rollback (self->db);
  g_clear_pointer (&self->index, cut_search_index_free);
  if (!self->db->read_only)
    /* Where another program reads just now, the log stays for the next one to fold in. */
    cut_db_exec (self->db, "PRAGMA optimize; PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  g_clear_pointer (&self->db, cut_db_close);
}

static void
cut_store_finalize (GObject *object)
{
  CutStore *self = CUT_STORE (object);

  close_connection (self);
  cut_seal_forget (self);
  g_clear_pointer (&self->vault, cut_vault_unref);
  g_hash_table_unref (self->uncounted);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->exposed);
  cut_record_tables_free (self->tables);
  g_free (self->session);
  g_free (self->path);
  G_OBJECT_CLASS (cut_store_parent_class)->finalize (object);
}

static void
cut_store_class_init (CutStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_store_finalize;
}

/* Two copies of a file must not name their writes alike, so it is made anew with each opening. */
static char *
make_session (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  /* The last twelve digits are all random. */
  return g_strdup (uuid + strlen (uuid) - 12);
}

const char *
cut_store_get_session (CutStore *self)
{
  return self->session;
}

static void
cut_store_init (CutStore *self)
{
  self->thread = g_thread_self ();
  self->tables = cut_record_tables_new ();
  self->session = make_session ();
  self->uncounted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->exposed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Opening. */

/* A commit that was reported must survive a power cut: FULL, though WAL would allow less. What is deleted is overwritten: it may
 * have been a name. */
static gboolean
set_up (CutDb   *db,
        GError **error)
{
  if (db->read_only)
    return cut_db_exec (db, "PRAGMA query_only = ON", error);
  return cut_db_exec (db, "PRAGMA journal_mode = WAL", error) &&
         cut_db_exec (db, "PRAGMA synchronous = FULL", error) &&
         cut_db_exec (db, "PRAGMA foreign_keys = ON", error) &&
         cut_db_exec (db, "PRAGMA secure_delete = ON", error) &&
         cut_db_exec (db, "PRAGMA temp_store = MEMORY", error);
}

static CutDb *
open_in_memory (GError **error)
{
  g_autoptr (CutDb) db = cut_db_open_empty (":memory:", error);

  return db != NULL && cut_schema_migrate (db, 0, error) ? g_steal_pointer (&db) : NULL;
}

static CutDb *
open_file (const char     *path,
           CutStoreFlags   flags,
           GError        **error)
{
  g_autoptr (CutDb) db = NULL;

  if ((flags & CUT_STORE_CREATE) && !(flags & CUT_STORE_READ_ONLY) &&
      !g_file_test (path, G_FILE_TEST_EXISTS) && !cut_schema_create (path, error))
    return NULL;
  db = cut_db_open (path, (flags & CUT_STORE_READ_ONLY) != 0, error);
  return db != NULL && cut_schema_prepare (db, error) ? g_steal_pointer (&db) : NULL;
}

CutStore *
cut_store_open (const char     *path,
                CutStoreFlags   flags,
                GError        **error)
{
  g_autoptr (CutDb) db = NULL;
  CutStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  db = g_str_equal (path, ":memory:") ? open_in_memory (error) : open_file (path, flags, error);
  if (db == NULL || !set_up (db, error))
    return NULL;
  self = g_object_new (CUT_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->db = g_steal_pointer (&db);
  self->index = cut_search_index_new (self->db, self->tables);
  return self;
}

void
cut_store_close (CutStore *self)
{
  g_assert (self->thread == g_thread_self ());

  close_connection (self);
}

gboolean
cut_store_check (CutStore  *self,
                 GError   **error)
{
  g_assert (self->thread == g_thread_self ());

  if (self->db != NULL)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook is closed"));
  return FALSE;
}

gboolean
cut_store_is_read_only (CutStore *self)
{
  return self->db == NULL || self->db->read_only;
}

gboolean
cut_store_refuse (CutStore  *self,
                  GError   **error)
{
  if (!cut_store_check (self, error))
    return TRUE;
  return self->db->read_only && !cut_db_refuse_writing (self->db, error);
}

const char *
cut_store_get_path (CutStore *self)
{
  return self->path;
}

void
cut_store_set_cancellable (CutStore     *self,
                           GCancellable *cancellable)
{
  g_assert (self->thread == g_thread_self ());

  if (self->db != NULL)
    g_set_object (&self->db->cancellable, cancellable);
}

/* Transactions. */

gboolean
cut_store_begin (CutStore  *self,
                 GError   **error)
{
  return cut_store_check (self, error) && cut_db_begin (self->db, error);
}

gboolean
cut_store_commit (CutStore  *self,
                  GError   **error)
{
  if (!cut_store_check (self, error))
    return FALSE;
  if (!cut_db_in_transaction (self->db))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Nothing is being written that could be kept"));
      return FALSE;
    }
  if (cut_seal_settle (self, error) && cut_object_row_count_clips (self->db, self->uncounted, error) &&
      cut_link_write_counts (self->db, self->counts, error) &&
      cut_search_index_flush (self->index, error) && cut_db_commit (self->db, error))
    return TRUE;
  cut_store_rollback (self);
  return FALSE;
}

void
cut_store_rollback (CutStore *self)
{
  g_assert (self->thread == g_thread_self ());

  if (self->db == NULL)
    return;
  cut_db_rollback (self->db);
  g_hash_table_remove_all (self->uncounted);
  g_hash_table_remove_all (self->counts);
  g_hash_table_remove_all (self->exposed);
  cut_search_index_forget (self->index);
}

gboolean
cut_store_ensure_act (CutStore  *self,
                      gboolean  *own,
                      GError   **error)
{
  *own = FALSE;
  if (!cut_store_check (self, error))
    return FALSE;
  if (cut_db_in_transaction (self->db))
    return TRUE;
  *own = cut_db_begin (self->db, error);
  return *own;
}

gboolean
cut_store_end_act (CutStore  *self,
                   gboolean   own,
                   gboolean   done,
                   GError   **error)
{
  if (done && own)
    return cut_store_commit (self, error);
  if (own)
    cut_store_rollback (self);
  return done;
}

/* Values of the notebook. */

char *
cut_store_get_meta (CutStore    *self,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, "SELECT value FROM meta WHERE name = ?1", error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, name);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
}

static gboolean
set_meta (CutStore    *self,
          const char  *name,
          const char  *value,
          GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (self->db,
                       value != NULL ? "INSERT INTO meta (name, value) VALUES (?1, ?2) "
                                       "ON CONFLICT DO UPDATE SET value = ?2"
                                     : "DELETE FROM meta WHERE name = ?1",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, name);
  if (value != NULL)
    cut_stmt_bind_text (stmt, 2, value);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_store_set_meta (CutStore    *self,
                    const char  *name,
                    const char  *value,
                    GError     **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, set_meta (self, name, value, error), error);
}

/* Bytes. */

gboolean
cut_store_put_blob (CutStore  *self,
                    GBytes    *bytes,
                    char     **sha256,
                    GError   **error)
{
  g_autofree char *hash = cut_sha256_of_bytes (bytes);

  if (!cut_store_put_blob_as (self, bytes, hash, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  return TRUE;
}

gboolean
cut_store_put_blob_as (CutStore    *self,
                       GBytes      *bytes,
                       const char  *sha256,
                       GError     **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, cut_blob_put (self->db, bytes, sha256, error), error);
}

GBytes *
cut_store_get_blob (CutStore    *self,
                    const char  *sha256,
                    GError     **error)
{
  return cut_store_check (self, error) ? cut_blob_get (self->db, sha256, error) : NULL;
}

gboolean
cut_store_has_blob (CutStore   *self,
                    const char *sha256)
{
  return cut_store_check (self, NULL) && cut_blob_has (self->db, sha256);
}

/* Places. */

static gboolean
put_found (CutStore   *self,
           GPtrArray  *found,
           GError    **error)
{
  for (guint i = 0; i < found->len; i++)
    if (!cut_place_table_put (self->db, g_ptr_array_index (found, i), error))
      return FALSE;
  return TRUE;
}

gboolean
cut_store_put_found (CutStore   *self,
                     GPtrArray  *found,
                     GError    **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) && cut_store_end_act (self, own, put_found (self, found, error), error);
}

GPtrArray *
cut_store_list_found (CutStore    *self,
                      const char  *annotation,
                      const char  *capture,
                      GError     **error)
{
  return cut_store_check (self, error) ? cut_place_table_list (self->db, annotation, capture, error) : NULL;
}

GPtrArray *
cut_store_list_unsettled (CutStore    *self,
                          const char  *clip,
                          GError     **error)
{
  return cut_store_check (self, error) ? cut_place_table_list_unsettled (self->db, clip, error) : NULL;
}

/* Journal. */

gboolean
cut_store_journal_append (CutStore               *self,
                          const CutJournalEntry  *entry,
                          GError                **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, cut_journal_append (self->db, entry, error), error);
}

CutJournalEntry *
cut_store_journal_peek (CutStore  *self,
                        gboolean   redo,
                        GError   **error)
{
  return cut_store_check (self, error) ? cut_journal_peek (self->db, redo, error) : NULL;
}

gboolean
cut_store_journal_walk (CutStore        *self,
                        CutJournalFunc   func,
                        gpointer         data,
                        GError         **error)
{
  return cut_store_check (self, error) && cut_journal_walk (self->db, func, data, error);
}

gboolean
cut_store_journal_move (CutStore  *self,
                        gint64     seq,
                        gboolean   undone,
                        GError   **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, cut_journal_move (self->db, seq, undone, error), error);
}

/* Custody. */

gboolean
cut_store_custody_append (CutStore    *self,
                          const char  *action,
                          const char  *object,
                          const char  *detail,
                          GError     **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, cut_custody_append (self->db, self->tables, action, object, detail, error), error);
}

gboolean
cut_store_custody_continue (CutStore    *self,
                            const char  *notebook,
                            const char  *head,
                            GError     **error)
{
  g_autofree char *detail = cut_custody_detail_of_head (head);

  return cut_store_custody_append (self, CUT_CUSTODY_CONTINUED, notebook, detail, error);
}

char *
cut_store_custody_head (CutStore  *self,
                        GError   **error)
{
  return cut_store_check (self, error) ? cut_custody_head (self->db, error) : NULL;
}

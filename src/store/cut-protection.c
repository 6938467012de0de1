/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-seal.h"
#include "cut-store-private.h"

/* Setting a passphrase and taking it away: everything that was written is written anew, and what stood there is wiped. */

static const CutKind secret_kinds[] = { CUT_KIND_SOURCE, CUT_KIND_ENQUIRY };

static gboolean
put_wrap (CutStore       *self,
          const CutWrap  *wrap,
          GError        **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (self->db,
                       "INSERT INTO vault (one, id, kdf, passes, memory, salt, \"key\") VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6) "
                       "ON CONFLICT (one) DO UPDATE SET id = ?1, kdf = ?2, passes = ?3, memory = ?4, salt = ?5, \"key\" = ?6",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, wrap->id);
  cut_stmt_bind_text (stmt, 2, wrap->kdf);
  cut_stmt_bind_int (stmt, 3, wrap->passes);
  cut_stmt_bind_int (stmt, 4, wrap->memory);
  cut_stmt_bind_text (stmt, 5, wrap->salt);
  cut_stmt_bind_text (stmt, 6, wrap->key);
  return cut_stmt_run (stmt, error);
}

static gboolean
rewrite (CutStore  *self,
         gboolean   open,
         GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (secret_kinds); i++)
    if (!cut_seal_rewrite_kind (self, secret_kinds[i], open, error))
      return FALSE;
  return cut_seal_rewrite_journal (self, NULL, open, error);
}

static gboolean
check_protected (CutStore  *self,
                 gboolean   wanted,
                 GError   **error)
{
  g_autoptr (CutWrap) wrap = NULL;

  if (!cut_store_get_wrap (self, &wrap, error))
    return FALSE;
  if ((wrap != NULL) == wanted)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED,
                       wanted ? _("The notebook is not protected by a passphrase")
                              : _("The notebook is protected by a passphrase already"));
  return FALSE;
}

static gboolean
protect (CutStore       *self,
         const CutWrap  *wrap,
         GError        **error)
{
  if (!check_protected (self, FALSE, error) || !put_wrap (self, wrap, error) || !rewrite (self, FALSE, error))
    return FALSE;
  /* The whole journal was gone through. */
  g_hash_table_remove_all (self->exposed);
  return cut_store_set_meta (self, "purge", "1", error);
}

gboolean
cut_store_protect (CutStore       *self,
                   const CutWrap  *wrap,
                   GError        **error)
{
  if (!cut_store_begin (self, error))
    return FALSE;
  return cut_store_end_act (self, TRUE, protect (self, wrap, error), error);
}

/* The old key would open the notebook as long as its bytes can be found in the file. */
static gboolean
change_wrap (CutStore       *self,
             const CutWrap  *wrap,
             GError        **error)
{
  g_autoptr (CutWrap) present = NULL;

  if (!check_protected (self, TRUE, error) || !cut_store_get_wrap (self, &present, error))
    return FALSE;
  if (!g_str_equal (present->id, wrap->id))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_BUSY,
                           _("The protection was changed by another program meanwhile; try again"));
      return FALSE;
    }
  return put_wrap (self, wrap, error) && cut_store_set_meta (self, "purge", "1", error);
}

gboolean
cut_store_change_wrap (CutStore       *self,
                       const CutWrap  *wrap,
                       GError        **error)
{
  if (!cut_store_begin (self, error))
    return FALSE;
  return cut_store_end_act (self, TRUE, change_wrap (self, wrap, error), error);
}

static gboolean
unprotect (CutStore  *self,
           GError   **error)
{
  g_autoptr (CutWrap) wrap = NULL;

  if (!check_protected (self, TRUE, error) || !cut_store_get_wrap (self, &wrap, error))
    return FALSE;
  if (self->vault == NULL || !cut_vault_is_open (self->vault, wrap->id))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED,
                           _("The protected sources are locked; unlock them with the passphrase first"));
      return FALSE;
    }
  return cut_db_exec (self->db, "DELETE FROM vault", error) && rewrite (self, TRUE, error);
}

gboolean
cut_store_unprotect (CutStore  *self,
                     GError   **error)
{
  if (!cut_store_begin (self, error))
    return FALSE;
  return cut_store_end_act (self, TRUE, unprotect (self, error), error);
}

gboolean
cut_store_is_purge_due (CutStore *self)
{
  g_autofree char *due = cut_store_get_meta (self, "purge", NULL);

  return due != NULL;
}

/* SQLite reports a log that somebody still reads as a result, not as a failure. */
static gboolean
empty_log (CutStore  *self,
           GError   **error)
{
  gint64 busy;

  if (!cut_db_query_int (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error))
    return FALSE;
  if (busy == 0)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_BUSY,
                       _("Another program is reading the notebook; what was unprotected is wiped when it has ended"));
  return FALSE;
}

/* Twice: the news that it is done goes through the log, too. */
gboolean
cut_store_purge (CutStore  *self,
                 GError   **error)
{
  return cut_store_compact (self, error) && empty_log (self, error) && cut_store_set_meta (self, "purge", NULL, error) &&
         empty_log (self, error);
}

GPtrArray *
cut_store_list_sealed (CutStore  *self,
                       GError   **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  if (!cut_store_check (self, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (secret_kinds); i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (CutStmt) stmt = NULL;
      CutStep step = CUT_STEP_FAILED;

      sql = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE t.sealed IS NOT NULL",
                             cut_record_tables_get_columns (self->tables, secret_kinds[i]), cut_kind_get_name (secret_kinds[i]));
      stmt = cut_stmt_new (self->db, sql, error);
      while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
        {
          CutRecord *record = cut_record_tables_read (self->tables, stmt, 0, secret_kinds[i], error);

          if (record == NULL)
            return NULL;
          g_ptr_array_add (all, record);
        }
      if (step != CUT_STEP_DONE)
        return NULL;
    }
  cut_seal_reveal_all (self, all);
  return g_steal_pointer (&all);
}

void
cut_store_set_vault (CutStore *self,
                     CutVault *vault)
{
  g_clear_pointer (&self->vault, cut_vault_unref);
  self->vault = vault != NULL ? cut_vault_ref (vault) : NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-enquiry.h"
#include "cut-error.h"
#include "cut-journal.h"
#include "cut-object-row.h"
#include "cut-rows.h"
#include "cut-source.h"
#include "cut-store-private.h"

/* The wrapped key. */

gboolean
cut_store_get_wrap (CutStore  *self,
                    CutWrap  **wrap,
                    GError   **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  *wrap = NULL;
  if (!cut_store_check (self, error))
    return FALSE;
  stmt = cut_stmt_new (self->db, "SELECT id, kdf, passes, memory, salt, \"key\" FROM vault", error);
  step = stmt != NULL ? cut_stmt_step (stmt, error) : CUT_STEP_FAILED;
  if (step != CUT_STEP_ROW)
    return step == CUT_STEP_DONE;
  *wrap = g_new0 (CutWrap, 1);
  (*wrap)->id = cut_stmt_dup_text (stmt, 0);
  (*wrap)->kdf = cut_stmt_dup_text (stmt, 1);
  (*wrap)->passes = cut_stmt_get_int (stmt, 2);
  (*wrap)->memory = cut_stmt_get_int (stmt, 3);
  (*wrap)->salt = cut_stmt_dup_text (stmt, 4);
  (*wrap)->key = cut_stmt_dup_text (stmt, 5);
  return TRUE;
}

static gboolean
refuse_locked (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED,
                       _("The protected sources are locked; unlock them with the passphrase first"));
  return FALSE;
}

/* Revealing. */

CutRecord *
cut_seal_reveal (CutStore  *self,
                 CutRecord *record)
{
  g_autofree char *key = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *about = NULL;
  g_autofree char *json = NULL;
  CutRecord *whole = NULL;

  if (self->vault == NULL || !cut_record_is_locked (record) || !cut_secrets_get_sealed (record, &key, &sealed) ||
      !cut_vault_is_open (self->vault, key))
    return g_object_ref (record);
  about = cut_secrets_about (record, cut_secrets_get_cover (record));
  json = cut_vault_open (self->vault, key, about, sealed, NULL);
  if (json != NULL)
    whole = cut_secrets_uncover (record, json, NULL);
  return whole != NULL ? whole : g_object_ref (record);
}

CutRecord *
cut_store_reveal (CutStore  *self,
                  CutRecord *record)
{
  return cut_seal_reveal (self, record);
}

void
cut_seal_reveal_all (CutStore  *self,
                     GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      if (!cut_record_is_locked (record))
        continue;
      records->pdata[i] = cut_seal_reveal (self, record);
      g_object_unref (record);
    }
}

/* Sealing. */

/* The number a source goes by, which it gets at its first sealing. */
static gboolean
find_number (CutStore    *self,
             const char  *id,
             gint64      *number,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (self->db,
                       "INSERT INTO cover (number, object) SELECT coalesce (max (number), 0) + 1, ?1 FROM cover WHERE true "
                       "ON CONFLICT (object) DO UPDATE SET object = ?1 RETURNING number",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  if (cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return FALSE;
  *number = cut_stmt_get_int (stmt, 0);
  return cut_stmt_run (stmt, error);
}

static char *
name_by_number (gint64 number)
{
  g_autofree char *letters = cut_secrets_letters ((guint) MAX (number - 1, 0));

  /* Translators: a source whose name is locked away: Confidential source A, B, … */
  return g_strdup_printf (_("Confidential source %s"), letters);
}

GHashTable *
cut_store_list_stand_ins (CutStore  *self,
                          GError   **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step = CUT_STEP_FAILED;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, "SELECT object, number FROM cover", error);
  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_insert (names, cut_stmt_dup_text (stmt, 0), name_by_number (cut_stmt_get_int (stmt, 1)));
  return step == CUT_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

static char *
make_stand_in (CutStore   *self,
               CutRecord  *record,
               CutCover    cover,
               GError    **error)
{
  gint64 number;

  if (cover != CUT_COVER_NAMES)
    return g_strdup ("");
  if (cut_record_get_kind (record) != CUT_KIND_SOURCE)
    return g_strdup (_("Confidential enquiry"));
  return find_number (self, cut_record_get_id (record), &number, error) ? name_by_number (number) : NULL;
}

/* As it stands in the file. @record: (out) (nullable) */
static gboolean
find_stored (CutStore    *self,
             const char  *id,
             CutRecord  **record,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;
  CutKind kind;
  gint64 key;

  *record = NULL;
  if (!cut_object_row_find (self->db, id, &key, &kind, error))
    return FALSE;
  if (key != 0)
    *record = cut_record_tables_get (self->tables, self->db, kind, key, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
cut_store_look_up_stored (CutStore    *self,
                          const char  *id,
                          CutRecord  **record,
                          GError     **error)
{
  *record = NULL;
  return cut_store_check (self, error) && find_stored (self, id, record, error);
}

/* Whether an enquiry goes to a source without a name, or names one. */
static gboolean
leads_to_source (CutStore   *self,
                 CutRecord  *enquiry,
                 gboolean   *leads,
                 GError    **error)
{
  const char *id = cut_enquiry_get_source (CUT_ENQUIRY (enquiry));
  g_autoptr (CutRecord) source = NULL;
  static const guint words[] = { CUT_ENQUIRY_WHOM, CUT_ENQUIRY_QUESTION, CUT_ENQUIRY_ANSWER };

  *leads = FALSE;
  if (id != NULL && !find_stored (self, id, &source, error))
    return FALSE;
  if (source != NULL && (cut_secrets_get_cover (source) == CUT_COVER_NAMES || cut_secrets_need (source) == CUT_COVER_NAMES))
    *leads = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words) && !*leads; i++)
    if (!cut_sealed_names_mention (self, cut_record_get_string (enquiry, words[i]), leads, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_need (CutStore   *self,
           CutRecord  *record,
           CutCover   *need,
           GError    **error)
{
  gboolean leads = FALSE;

  *need = cut_secrets_need (record);
  if (*need != CUT_COVER_NONE || cut_record_get_kind (record) != CUT_KIND_ENQUIRY || cut_record_is_locked (record))
    return TRUE;
  if (!leads_to_source (self, record, &leads, error))
    return FALSE;
  if (leads)
    *need = CUT_COVER_NAMES;
  return TRUE;
}

static CutRecord *
seal_with (CutStore       *self,
           const CutWrap  *wrap,
           CutRecord      *record,
           CutCover        cover,
           GError        **error)
{
  g_autofree char *about = cut_secrets_about (record, cover);
  g_autofree char *json = cut_secrets_take (record, cover);
  g_autofree char *sealed = NULL;
  g_autofree char *stand_in = NULL;

  if (self->vault == NULL)
    {
      refuse_locked (error);
      return NULL;
    }
  sealed = cut_vault_seal (self->vault, wrap->id, about, json, error);
  if (sealed == NULL)
    return NULL;
  stand_in = make_stand_in (self, record, cover, error);
  return stand_in != NULL ? cut_secrets_cover (record, cover, stand_in, wrap->id, sealed) : NULL;
}

/* A revision is a hash, and one over a name lets a guess at it be tried out: sealed records have revisions over what is
 * sealed, and only such ones for parents. */
static CutRecord *
with_blind_revision (CutRecord *sealed,
                     CutRecord *present)
{
  static const char *const none[] = { NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parents = NULL;

  if (present == NULL || !cut_record_is_locked (present))
    return cut_record_with_revision (sealed, none);
  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (present, CUT_RECORD_PARENTS));
  if (cut_record_get_rev (present) != NULL)
    g_strv_builder_add (builder, cut_record_get_rev (present));
  parents = g_strv_builder_end (builder);
  return cut_record_with_revision (sealed, (const char *const *) parents);
}

/* A locked record takes its secrets along unread, so nothing may be written where they belong. */
static gboolean
check_locked (CutStore   *self,
              CutRecord  *record,
              CutRecord  *present,
              GError    **error)
{
  CutCover cover = cut_secrets_get_cover (record);
  g_autofree char *stand_in = make_stand_in (self, record, cover, error);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  if (stand_in == NULL)
    return FALSE;
  if (cut_secrets_need (record) > cover)
    return refuse_locked (error);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text;

      if (!cut_secrets_is_covered (&fields[i], cover) || !cut_record_has_value (record, i))
        continue;
      text = (fields[i].flags & CUT_FIELD_REQUIRED) != 0 ? cut_record_get_string (record, i) : NULL;
      if (text == NULL || (!g_str_equal (text, stand_in) &&
                           (present == NULL || g_strcmp0 (text, cut_record_get_string (present, i)) != 0)))
        return refuse_locked (error);
    }
  return TRUE;
}

static CutRecord *
seal (CutStore       *self,
      const CutWrap  *wrap,
      CutRecord      *record,
      GError        **error)
{
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) sealed = NULL;
  CutCover need;

  if (!find_stored (self, cut_record_get_id (record), &present, error))
    return NULL;
  if (cut_record_is_locked (record))
    return check_locked (self, record, present, error) ? g_object_ref (record) : NULL;
  if (!find_need (self, record, &need, error))
    return NULL;
  if (need == CUT_COVER_NONE)
    {
      /* Written by who could not see what is there, it would be lost. */
      if (present != NULL && cut_record_is_locked (present) &&
          (self->vault == NULL || !cut_vault_is_open (self->vault, wrap->id)))
        {
          refuse_locked (error);
          return NULL;
        }
      return g_object_ref (record);
    }
  sealed = seal_with (self, wrap, record, need, error);
  return sealed != NULL ? with_blind_revision (sealed, present) : NULL;
}

CutRecord *
cut_store_seal (CutStore   *self,
                CutRecord  *record,
                GError    **error)
{
  g_autoptr (CutWrap) wrap = NULL;

  if (!cut_secrets_has_kind (cut_record_get_kind (record)))
    return g_object_ref (record);
  if (!cut_store_get_wrap (self, &wrap, error))
    return NULL;
  return wrap != NULL ? seal (self, wrap, record, error) : g_object_ref (record);
}

/* The journal. */

static CutRecord *
seal_more (CutStore   *self,
           CutWrap    *wrap,
           CutRecord  *record,
           GError    **error)
{
  g_autoptr (CutRecord) whole = cut_seal_reveal (self, record);
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) sealed = NULL;
  CutCover need, now;

  if (!find_stored (self, cut_record_get_id (record), &present, error) || !find_need (self, whole, &need, error))
    return NULL;
  now = present != NULL ? cut_secrets_get_cover (present) : CUT_COVER_NONE;
  need = MAX (need, now);
  if (need == CUT_COVER_NONE || (cut_record_is_locked (record) && cut_secrets_get_cover (record) >= need))
    return g_object_ref (record);
  sealed = seal_with (self, wrap, whole, need, error);
  return sealed != NULL ? with_blind_revision (sealed, NULL) : NULL;
}

char *
cut_seal_line (CutStore    *self,
               CutKind      kind,
               const char  *line,
               gboolean     open,
               GError     **error)
{
  g_autoptr (CutRecord) record = NULL;
  g_autoptr (CutRecord) other = NULL;
  g_autoptr (CutWrap) wrap = NULL;

  if (*line == '\0' || !cut_secrets_has_kind (kind))
    return NULL;
  record = cut_record_from_line (kind, line, error);
  if (record == NULL)
    return NULL;
  if (open)
    other = cut_seal_reveal (self, record);
  else if (cut_store_get_wrap (self, &wrap, error) && wrap != NULL)
    other = seal_more (self, wrap, record, error);
  if (other == NULL || other == record)
    return NULL;
  return cut_record_to_line (other, CUT_JSON_CANONICAL);
}

/* What was in the clear until this act. */

void
cut_seal_note_exposed (CutStore  *self,
                       CutRecord *before,
                       CutRecord *after)
{
  if (before == NULL || !cut_record_is_locked (after) || cut_secrets_get_cover (before) >= cut_secrets_get_cover (after))
    return;
  g_hash_table_add (self->exposed, g_strdup (cut_record_get_id (after)));
}

typedef struct
{
  CutStore *store;
  GHashTable *ids; /* (nullable): all, where there is none */
  gboolean open;
} Rewriting;

static char *
rewrite_line (CutKind      kind,
              const char  *line,
              gpointer     data,
              GError     **error)
{
  Rewriting *self = data;
  g_autoptr (CutRecord) record = NULL;

  if (*line == '\0' || !cut_secrets_has_kind (kind))
    return NULL;
  record = self->ids != NULL ? cut_record_from_line (kind, line, NULL) : NULL;
  if (record != NULL && !g_hash_table_contains (self->ids, cut_record_get_id (record)) && kind != CUT_KIND_ENQUIRY)
    return NULL;
  return cut_seal_line (self->store, kind, line, self->open, error);
}

gboolean
cut_seal_rewrite_journal (CutStore    *self,
                          GHashTable  *ids,
                          gboolean     open,
                          GError     **error)
{
  Rewriting rewriting = { self, ids, open };

  return cut_journal_rewrite (self->db, rewrite_line, &rewriting, error);
}

/* Writes anew whatever of @kind is not as it should be in the file. */
gboolean
cut_seal_rewrite_kind (CutStore  *self,
                       CutKind    kind,
                       gboolean   open,
                       GError   **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->trash = CUT_TRASH_INCLUDED;
  /* Letters in the order in which the sources came. */
  cut_query_set_order (query, "created", FALSE);
  records = cut_rows_list (self->db, self->tables, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *stored = g_ptr_array_index (records, i);
      g_autoptr (CutRecord) whole = cut_seal_reveal (self, stored);
      CutCover need;

      if (open && whole == stored)
        continue;
      if (!open && (!find_need (self, whole, &need, error)))
        return FALSE;
      if (!open && need <= cut_secrets_get_cover (stored))
        continue;
      if (!cut_store_put (self, whole, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_seal_settle (CutStore  *self,
                 GError   **error)
{
  g_autoptr (GHashTable) ids = NULL;

  if (g_hash_table_size (self->exposed) == 0)
    return TRUE;
  ids = g_steal_pointer (&self->exposed);
  self->exposed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cut_seal_forget (self);
  if (!cut_seal_rewrite_kind (self, CUT_KIND_ENQUIRY, FALSE, error) ||
      !cut_seal_rewrite_journal (self, ids, FALSE, error) || !cut_store_set_meta (self, "purge", "1", error))
    return FALSE;
  g_hash_table_remove_all (self->exposed);
  return TRUE;
}

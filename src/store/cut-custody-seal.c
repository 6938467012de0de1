/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-custody-seal.h"

#include "cut-id.h"
#include "cut-json.h"
#include "cut-object-row.h"
#include "cut-sha256.h"
#include "cut-stmt.h"
#include "cut-text-table.h"

char *
cut_custody_entry_hash (const CutCustodyEntry *entry)
{
  g_autofree char *sealed = NULL;

  if (entry->form == CUT_CUSTODY_PLAIN)
    sealed = g_strdup_printf ("%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s", entry->seq, entry->time,
                              entry->action, entry->object, entry->object_sha256, entry->previous);
  else
    sealed = g_strdup_printf ("cuttings-custody-%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT
                              "\n%s\n%s\n%s\n%s\n%s", entry->form, entry->seq, entry->time, entry->action, entry->object,
                              entry->object_sha256, entry->detail, entry->previous);
  return cut_sha256_of_text (sealed, -1);
}

/* Salts. */

gboolean
cut_custody_salt_get (CutDb       *db,
                      const char  *object,
                      char       **salt,
                      GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT salt FROM custody_salt WHERE object = ?1", error);
  CutStep step;

  *salt = NULL;
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, object);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    *salt = cut_stmt_dup_text (stmt, 0);
  return step != CUT_STEP_FAILED;
}

/* Two random UUIDs are 244 bits from the system's generator. */
static gboolean
make_salt (CutDb       *db,
           const char  *object,
           char       **salt,
           GError     **error)
{
  g_autofree char *first = g_uuid_string_random ();
  g_autofree char *second = g_uuid_string_random ();
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "INSERT INTO custody_salt (object, salt) VALUES (?1, ?2)", error);

  if (stmt == NULL)
    return FALSE;
  *salt = g_strconcat (first, second, NULL);
  cut_stmt_bind_text (stmt, 1, object);
  cut_stmt_bind_text (stmt, 2, *salt);
  return cut_stmt_run (stmt, error);
}

/* Seals. */

static char *
fixed_fields (CutRecord *capture)
{
  g_autoptr (JsonObject) object = cut_record_to_json (capture, CUT_JSON_CANONICAL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (capture, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (cut_record_field_may_change (CUT_KIND_CAPTURE, i))
      json_object_remove_member (object, fields[i].name);
  json_node_set_object (node, object);
  return cut_json_canonical (node);
}

static void
add_hash (CutSha256  *sum,
          const char *hash)
{
  cut_sha256_add_text (sum, "\n");
  if (hash != NULL)
    cut_sha256_add_text (sum, hash);
}

static char *
seal (CutRecord           *capture,
      const char          *salt,
      const CutTextHashes *hashes)
{
  static const CutTextHashes nothing = { NULL, NULL, NULL };
  g_autoptr (CutSha256) sum = cut_sha256_new ();
  g_autofree char *fields = fixed_fields (capture);
  const CutTextHashes *of = hashes != NULL ? hashes : &nothing;

  cut_sha256_add_text (sum, salt);
  cut_sha256_add_text (sum, "\n");
  cut_sha256_add_text (sum, fields);
  add_hash (sum, of->text);
  add_hash (sum, of->blocks);
  add_hash (sum, of->html);
  return cut_sha256_end_hex (sum);
}

gboolean
cut_custody_seal_of (CutDb       *db,
                     CutRecord   *capture,
                     const char  *salt,
                     char       **seal_out,
                     GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutTextHashes) hashes = cut_reader_text_read_hashes (db, cut_record_get_id (capture), &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *seal_out = seal (capture, salt, hashes);
  return TRUE;
}

/* What was put just now is not read back: a later check compares the file with what was meant to be in it. */
static gboolean
make_seal (CutDb       *db,
           CutRecord   *capture,
           const char  *salt,
           char       **seal_out,
           GError     **error)
{
  const CutTextHashes *fresh = cut_reader_text_get_fresh_hashes (db, cut_record_get_id (capture));

  if (fresh == NULL)
    return cut_custody_seal_of (db, capture, salt, seal_out, error);
  *seal_out = seal (capture, salt, fresh);
  return TRUE;
}

static gboolean
find_capture (CutDb                  *db,
              const CutRecordTables  *tables,
              const char             *object,
              CutRecord             **capture,
              GError                **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 key;
  CutKind kind;

  *capture = NULL;
  if (!cut_object_row_find (db, object, &key, &kind, error))
    return FALSE;
  if (key != 0 && kind == CUT_KIND_CAPTURE)
    *capture = cut_record_tables_get (tables, db, kind, key, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
cut_custody_seal_make (CutDb                  *db,
                       const CutRecordTables  *tables,
                       const char             *object,
                       char                  **seal_out,
                       GError                **error)
{
  g_autoptr (CutRecord) capture = NULL;
  g_autofree char *salt = NULL;

  if (!find_capture (db, tables, object, &capture, error))
    return FALSE;
  if (capture == NULL)
    {
      *seal_out = g_strdup ("");
      return TRUE;
    }
  return cut_custody_salt_get (db, object, &salt, error) && (salt != NULL || make_salt (db, object, &salt, error)) &&
         make_seal (db, capture, salt, seal_out, error);
}

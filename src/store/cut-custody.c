/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-custody.h"

#include "cut-custody-seal.h"
#include "cut-date.h"
#include "cut-stmt.h"

static gboolean
get_last (CutDb       *db,
          const char  *sql,
          gint64      *seq,
          char       **hash,
          GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);
  CutStep step = stmt != NULL ? cut_stmt_step (stmt, error) : CUT_STEP_FAILED;

  *seq = step == CUT_STEP_ROW ? cut_stmt_get_int (stmt, 0) : 0;
  *hash = step == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 1) : NULL;
  return step != CUT_STEP_FAILED;
}

static gboolean
insert (CutDb                  *db,
        const CutCustodyEntry  *entry,
        const char             *hash,
        GError                **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db,
                       "INSERT INTO custody (seq, time, action, object, object_sha256, previous, hash, form, detail) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, entry->seq);
  cut_stmt_bind_int (stmt, 2, entry->time);
  cut_stmt_bind_text (stmt, 3, entry->action);
  cut_stmt_bind_text (stmt, 4, entry->object);
  cut_stmt_bind_text (stmt, 5, entry->object_sha256);
  cut_stmt_bind_text (stmt, 6, entry->previous);
  cut_stmt_bind_text (stmt, 7, hash);
  cut_stmt_bind_int (stmt, 8, entry->form);
  cut_stmt_bind_text (stmt, 9, entry->detail);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_custody_append (CutDb                  *db,
                    const CutRecordTables  *tables,
                    const char             *action,
                    const char             *object,
                    const char             *detail,
                    GError                **error)
{
  g_autofree char *previous = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *hash = NULL;
  CutCustodyEntry entry = { .time = cut_time_now (), .action = action, .object = object, .form = CUT_CUSTODY_SALTED,
                            .detail = detail != NULL ? detail : "" };

  if (!get_last (db, "SELECT seq, hash FROM custody ORDER BY seq DESC LIMIT 1", &entry.seq, &previous, error))
    return FALSE;
  if (g_str_equal (action, CUT_CUSTODY_PURGED))
    seal = g_strdup ("");
  else if (!cut_custody_seal_make (db, tables, object, &seal, error))
    return FALSE;
  entry.seq++;
  entry.object_sha256 = seal;
  entry.previous = previous != NULL ? previous : "";
  hash = cut_custody_entry_hash (&entry);
  return insert (db, &entry, hash, error);
}

char *
cut_custody_detail_of_head (const char *head)
{
  return g_strdup_printf ("{\"custody_head\":\"%s\"}", head);
}

char *
cut_custody_head (CutDb   *db,
                  GError **error)
{
  g_autofree char *hash = NULL;
  gint64 seq;

  if (!get_last (db, "SELECT seq, CASE action WHEN '" CUT_CUSTODY_CONTINUED "' THEN json_extract (detail, '$.custody_head') ELSE hash END "
                     "FROM custody WHERE action NOT IN ('exported', 'unchanged', 'missing') ORDER BY seq DESC LIMIT 1", &seq, &hash, error))
    return NULL;
  return g_steal_pointer (&hash);
}

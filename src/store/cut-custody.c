/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-custody.h"

#include <glib/gi18n-lib.h>

#include "cut-date.h"
#include "cut-stmt.h"

static char *
hash_of (gint64      seq,
         gint64      time,
         const char *action,
         const char *object,
         const char *object_sha256,
         const char *previous)
{
  g_autofree char *sealed = NULL;

  sealed = g_strdup_printf ("%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s", seq, time, action, object,
                            object_sha256, previous);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, sealed, -1);
}

static gboolean
get_last (CutDb   *db,
          gint64  *seq,
          char   **hash,
          GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT seq, hash FROM custody ORDER BY seq DESC LIMIT 1", error);
  CutStep step = stmt != NULL ? cut_stmt_step (stmt, error) : CUT_STEP_FAILED;

  *seq = step == CUT_STEP_ROW ? cut_stmt_get_int (stmt, 0) : 0;
  *hash = step == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 1) : NULL;
  return step != CUT_STEP_FAILED;
}

gboolean
cut_custody_append (CutDb       *db,
                    const char  *action,
                    const char  *object,
                    const char  *object_sha256,
                    GError     **error)
{
  gint64 now = cut_time_now ();
  const char *sha256 = object_sha256 != NULL ? object_sha256 : "";
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  gint64 seq;

  if (!get_last (db, &seq, &previous, error))
    return FALSE;
  hash = hash_of (seq + 1, now, action, object, sha256, previous != NULL ? previous : "");
  stmt = cut_stmt_new (db,
                       "INSERT INTO custody (seq, time, action, object, object_sha256, previous, hash) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, seq + 1);
  cut_stmt_bind_int (stmt, 2, now);
  cut_stmt_bind_text (stmt, 3, action);
  cut_stmt_bind_text (stmt, 4, object);
  cut_stmt_bind_text (stmt, 5, sha256);
  cut_stmt_bind_text (stmt, 6, previous != NULL ? previous : "");
  cut_stmt_bind_text (stmt, 7, hash);
  return cut_stmt_run (stmt, error);
}

char *
cut_custody_head (CutDb   *db,
                  GError **error)
{
  g_autofree char *hash = NULL;
  gint64 seq;

  return get_last (db, &seq, &hash, error) ? g_steal_pointer (&hash) : NULL;
}

static void
check_entry (CutStmt    *stmt,
             gint64      expected,
             const char *previous,
             GPtrArray  *problems)
{
  gint64 seq = cut_stmt_get_int (stmt, 0);
  g_autofree char *hash = hash_of (seq, cut_stmt_get_int (stmt, 1), cut_stmt_get_text (stmt, 2),
                                   cut_stmt_get_text (stmt, 3), cut_stmt_get_text (stmt, 4),
                                   cut_stmt_get_text (stmt, 5));
  const char *problem = NULL;

  if (seq != expected)
    problem = _("an entry before it is missing");
  else if (g_strcmp0 (previous, cut_stmt_get_text (stmt, 5)) != 0)
    problem = _("it does not follow from the entry before it");
  else if (g_strcmp0 (hash, cut_stmt_get_text (stmt, 6)) != 0)
    problem = _("it was changed after it was written");
  if (problem != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("custody/%" G_GINT64_FORMAT ": %s", seq, problem));
}

gboolean
cut_custody_verify (CutDb      *db,
                    GPtrArray  *problems,
                    GError    **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  g_autofree char *previous = g_strdup ("");
  gint64 expected = 1;
  CutStep step;

  stmt = cut_stmt_new (db, "SELECT seq, time, action, object, object_sha256, previous, hash FROM custody ORDER BY seq", error);
  if (stmt == NULL)
    return FALSE;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      check_entry (stmt, expected, previous, problems);
      expected = cut_stmt_get_int (stmt, 0) + 1;
      g_free (previous);
      previous = cut_stmt_dup_text (stmt, 6);
    }
  return step == CUT_STEP_DONE;
}

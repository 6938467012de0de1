/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-url-index.h"

#include <string.h>

#include "cut-stmt.h"

static char *
without_fragment (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

char *
cut_url_get_host (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;
  return g_ascii_strdown (host, -1);
}

static const char *const url_fields[] = { "url", "final_url", "canonical_url" };

static gboolean
insert_urls (CutDb       *db,
             gint64       key,
             const char  *clip,
             CutRecord   *record,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "INSERT INTO known_url (url, key, clip) VALUES (?1, ?2, ?3) "
                                               "ON CONFLICT DO NOTHING", error);

  for (guint i = 0; stmt != NULL && i < G_N_ELEMENTS (url_fields); i++)
    {
      int field = cut_kind_find_field (cut_record_get_kind (record), url_fields[i]);
      g_autofree char *url = NULL;

      if (field < 0 || !cut_record_has_value (record, (guint) field))
        continue;
      url = without_fragment (cut_record_get_string (record, (guint) field));
      cut_stmt_bind_text (stmt, 1, url);
      cut_stmt_bind_int (stmt, 2, key);
      cut_stmt_bind_text (stmt, 3, clip);
      if (!cut_stmt_run (stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

gboolean
cut_url_index_update (CutDb      *db,
                      gint64      key,
                      CutRecord  *record,
                      GError    **error)
{
  CutKind kind = cut_record_get_kind (record);
  int clip = cut_kind_find_field (kind, "clip");
  g_autoptr (CutStmt) stmt = NULL;

  if (kind != CUT_KIND_CLIP && kind != CUT_KIND_CAPTURE)
    return TRUE;
  stmt = cut_stmt_new (db, "DELETE FROM known_url WHERE key = ?1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  if (!cut_stmt_run (stmt, error))
    return FALSE;
  return insert_urls (db, key, clip >= 0 ? cut_record_get_string (record, (guint) clip) : cut_record_get_id (record),
                      record, error);
}

char *
cut_url_index_find_clip (CutDb       *db,
                         const char  *url,
                         GError     **error)
{
  g_autofree char *bare = without_fragment (url);
  g_autoptr (CutStmt) stmt = NULL;

  /* An address of a capture in the Trash no longer stands for its clip. The address comes first, whatever SQLite counted when the
   * notebook held next to nothing. */
  stmt = cut_stmt_new (db,
                       "SELECT c.id FROM known_url u CROSS JOIN object o ON o.key = u.key "
                       "CROSS JOIN object c ON c.id = u.clip "
                       "WHERE u.url = ?1 AND o.deleted = 0 AND c.deleted = 0 ORDER BY +c.id LIMIT 1",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, bare);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-text-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-block.h"
#include "cut-error.h"
#include "cut-pack.h"
#include "cut-stmt.h"

char *
cut_reader_text_get_sha256 (CutDb       *db,
                            const char  *capture,
                            GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT sha256 FROM reader_text WHERE capture = ?1", error);

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, capture);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
}

/* What counts of the texts of this transaction: at its end the index asks for it, and need not unpack and parse them again. */
#define MOST_FRESH 1000
#define LARGE 20000 /* bytes: all together are twenty megabytes at most */

static void
keep_fresh (CutDb      *db,
            const char *capture,
            GPtrArray  *blocks,
            const char *text)
{
  if (g_hash_table_size (db->fresh_texts) < MOST_FRESH && strlen (text) <= LARGE)
    g_hash_table_insert (db->fresh_texts, g_strdup (capture), cut_blocks_get_counted_text (blocks, text));
}

const char *
cut_reader_text_get_fresh (CutDb      *db,
                           const char *capture)
{
  return g_hash_table_lookup (db->fresh_texts, capture);
}

static gboolean
check_content (CutDb       *db,
               const char  *capture,
               const char  *text,
               const char  *blocks_json,
               const char  *html,
               GError     **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const CutBlock *last;

  if (!g_utf8_validate (text, -1, NULL) || (html != NULL && !g_utf8_validate (html, -1, NULL)))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The text of the article is not UTF-8"));
      return FALSE;
    }
  blocks = cut_blocks_from_json (blocks_json, error);
  if (blocks == NULL || blocks->len == 0)
    return blocks != NULL;
  last = g_ptr_array_index (blocks, blocks->len - 1);
  if ((glong) last->end <= g_utf8_strlen (text, -1))
    {
      keep_fresh (db, capture, blocks, text);
      return TRUE;
    }
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The table of paragraphs does not fit the text"));
  return FALSE;
}

static gboolean
insert (CutDb       *db,
        const char  *capture,
        const char  *sha256,
        const char  *text,
        const char  *blocks_json,
        const char  *html,
        GError     **error)
{
  g_autoptr (GBytes) packed_text = cut_pack_text (text);
  g_autoptr (GBytes) packed_blocks = cut_pack_text (blocks_json);
  g_autoptr (GBytes) packed_html = cut_pack_text (html);
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db, "INSERT INTO reader_text (capture, sha256, text, blocks, html) "
                           "VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  cut_stmt_bind_text (stmt, 2, sha256);
  cut_stmt_bind_bytes (stmt, 3, packed_text);
  cut_stmt_bind_bytes (stmt, 4, packed_blocks);
  cut_stmt_bind_bytes (stmt, 5, packed_html);
  return cut_stmt_run (stmt, error);
}

static gboolean
check_same (CutDb       *db,
            const char  *capture,
            const char  *text,
            const char  *blocks_json,
            const char  *html,
            GError     **error)
{
  g_autofree char *old_text = NULL;
  g_autofree char *old_blocks = NULL;
  g_autofree char *old_html = NULL;

  if (!cut_reader_text_get (db, capture, &old_text, &old_blocks, &old_html, error))
    return FALSE;
  /* A stranger's file may hold none at all. */
  if (g_strcmp0 (text, old_text) == 0 && g_strcmp0 (blocks_json, old_blocks) == 0 && g_strcmp0 (html, old_html) == 0)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The text of a capture is never changed"));
  return FALSE;
}

gboolean
cut_reader_text_put (CutDb       *db,
                     const char  *capture,
                     const char  *text,
                     const char  *blocks_json,
                     const char  *html,
                     GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *known = NULL;
  g_autofree char *sha256 = NULL;

  if (!check_content (db, capture, text, blocks_json, html, error))
    return FALSE;
  known = cut_reader_text_get_sha256 (db, capture, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL)
    g_hash_table_remove (db->fresh_texts, capture);
  if (known != NULL)
    return check_same (db, capture, text, blocks_json, html, error);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return insert (db, capture, sha256, text, blocks_json, html, error);
}

static gboolean
get_column (CutStmt  *stmt,
            int       column,
            char    **text,
            GError  **error)
{
  gsize length;
  const void *data;

  if (text == NULL || cut_stmt_is_null (stmt, column))
    return TRUE;
  data = cut_stmt_get_bytes (stmt, column, &length);
  *text = cut_unpack_text (data, length, error);
  return *text != NULL;
}

gboolean
cut_reader_text_get (CutDb       *db,
                     const char  *capture,
                     char       **text,
                     char       **blocks_json,
                     char       **html,
                     GError     **error)
{
  char **const wanted[] = { text, blocks_json, html };
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;
  gboolean read = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      *wanted[i] = NULL;
  /* SQLite reads what is named: the HTML is larger than both others. */
  stmt = cut_stmt_new (db, html != NULL ? "SELECT text, blocks, html FROM reader_text WHERE capture = ?1"
                                        : "SELECT text, blocks FROM reader_text WHERE capture = ?1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_DONE)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds no text of the capture %.36s"), capture);
  if (step != CUT_STEP_ROW)
    return FALSE;
  for (int i = 0; read && i < (int) G_N_ELEMENTS (wanted); i++)
    read = get_column (stmt, i, wanted[i], error);
  for (guint i = 0; !read && i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      g_clear_pointer (wanted[i], g_free);
  return read;
}

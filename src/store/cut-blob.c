/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-blob.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-pack.h"
#include "cut-sha256.h"
#include "cut-stmt.h"

enum
{
  CODEC_NONE,
  CODEC_ZSTD,
};

gboolean
cut_blob_has (CutDb      *db,
              const char *sha256)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT 1 FROM blob WHERE sha256 = ?1", NULL);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, sha256);
  return cut_stmt_step (stmt, NULL) == CUT_STEP_ROW;
}

gboolean
cut_blob_put (CutDb       *db,
              GBytes      *bytes,
              const char  *sha256,
              GError     **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  gboolean pays;

  stmt = cut_stmt_new (db, "INSERT INTO blob (sha256, bytes, codec, data) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT (sha256) DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;
  if (cut_blob_has (db, sha256))
    return TRUE;
  packed = cut_pack (db->packer, g_bytes_get_data (bytes, NULL), length);
  /* Pictures hardly shrink, and reading them straight is faster. */
  pays = g_bytes_get_size (packed) < length - length / 16;
  cut_stmt_bind_text (stmt, 1, sha256);
  cut_stmt_bind_int (stmt, 2, (gint64) length);
  cut_stmt_bind_int (stmt, 3, pays ? CODEC_ZSTD : CODEC_NONE);
  cut_stmt_bind_bytes (stmt, 4, pays ? packed : bytes);
  return cut_stmt_run (stmt, error);
}

static GBytes *
unpack (CutDb    *db,
        CutStmt  *stmt,
        GError  **error)
{
  gsize length;
  const void *data = cut_stmt_get_bytes (stmt, 2, &length);
  g_autoptr (GBytes) bytes = cut_stmt_get_int (stmt, 1) == CODEC_ZSTD ? cut_unpack (db->unpacker, data, length, error)
                                                                     : g_bytes_new (data, length);

  if (bytes != NULL && (gint64) g_bytes_get_size (bytes) == cut_stmt_get_int (stmt, 0))
    return g_steal_pointer (&bytes);
  if (bytes != NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("Stored bytes are not as long as they were"));
  return NULL;
}

GBytes *
cut_blob_get (CutDb       *db,
              const char  *sha256,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT bytes, codec, data FROM blob WHERE sha256 = ?1", error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, sha256);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    return unpack (db, stmt, error);
  if (step == CUT_STEP_DONE)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds no bytes of SHA-256 %.64s"), sha256);
  return NULL;
}

gboolean
cut_blob_check (CutDb       *db,
                const char  *sha256,
                GError     **error)
{
  g_autoptr (GBytes) bytes = cut_blob_get (db, sha256, error);
  g_autofree char *hash = bytes != NULL ? cut_sha256_of_bytes (bytes) : NULL;

  if (bytes == NULL || g_str_equal (hash, sha256))
    return bytes != NULL;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The bytes are not those that were stored: their SHA-256 differs"));
  return FALSE;
}

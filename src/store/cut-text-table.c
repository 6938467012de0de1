/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-text-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-blob.h"
#include "cut-block.h"
#include "cut-error.h"
#include "cut-pack.h"
#include "cut-sha256.h"
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

/* The texts of this transaction: at its end the index asks for what counts of them and the chain of custody for their hashes, and neither need
 * unpack and parse them again. */
#define MOST_FRESH 1000
#define MOST_BYTES (20 * 1000 * 1000) /* of them all */

typedef struct
{
  char *counted; /* (nullable): where there was room */
  CutTextHashes *hashes;
} Fresh;

void
cut_text_hashes_free (CutTextHashes *self)
{
  g_free (self->text);
  g_free (self->blocks);
  g_free (self->html);
  g_free (self);
}

static char *
hash_of (const char *text)
{
  return text != NULL ? cut_sha256_of_text (text, -1) : NULL;
}

static void
fresh_free (gpointer data)
{
  Fresh *fresh = data;

  g_free (fresh->counted);
  cut_text_hashes_free (fresh->hashes);
  g_free (fresh);
}

GHashTable *
cut_reader_text_fresh_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fresh_free);
}

static void
keep_fresh (CutDb              *db,
            const char         *capture,
            const CutKnownText *known,
            GArray             *counted)
{
  gsize length = strlen (known->text);
  Fresh *fresh;

  if (g_hash_table_size (db->fresh_texts) >= MOST_FRESH)
    return;
  fresh = g_new0 (Fresh, 1);
  if (db->fresh_bytes + length <= MOST_BYTES)
    {
      fresh->counted = cut_text_parts_join (counted, known->text);
      db->fresh_bytes += length;
    }
  fresh->hashes = g_new0 (CutTextHashes, 1);
  fresh->hashes->text = g_strdup (known->sha256);
  fresh->hashes->blocks = hash_of (known->blocks_json);
  fresh->hashes->html = hash_of (known->html);
  g_hash_table_insert (db->fresh_texts, g_strdup (capture), fresh);
}

const char *
cut_reader_text_get_fresh (CutDb      *db,
                           const char *capture)
{
  const Fresh *fresh = g_hash_table_lookup (db->fresh_texts, capture);

  return fresh != NULL ? fresh->counted : NULL;
}

const CutTextHashes *
cut_reader_text_get_fresh_hashes (CutDb      *db,
                                  const char *capture)
{
  const Fresh *fresh = g_hash_table_lookup (db->fresh_texts, capture);

  return fresh != NULL ? fresh->hashes : NULL;
}

CutTextHashes *
cut_reader_text_read_hashes (CutDb       *db,
                             const char  *capture,
                             GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *html = NULL;
  CutTextHashes *hashes;

  if (!cut_reader_text_get (db, capture, &text, &blocks, &html, error))
    return NULL;
  hashes = g_new0 (CutTextHashes, 1);
  hashes->text = hash_of (text);
  hashes->blocks = hash_of (blocks);
  hashes->html = hash_of (html);
  return hashes;
}

GPtrArray *
cut_reader_text_check (const char  *text,
                       const char  *blocks_json,
                       const char  *html,
                       GError     **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const CutBlock *last;

  if (!g_utf8_validate (text, -1, NULL) || (html != NULL && !g_utf8_validate (html, -1, NULL)))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The text of the article is not UTF-8"));
      return NULL;
    }
  blocks = cut_blocks_from_json (blocks_json, error);
  if (blocks == NULL || blocks->len == 0)
    return g_steal_pointer (&blocks);
  last = g_ptr_array_index (blocks, blocks->len - 1);
  if ((glong) last->end <= g_utf8_strlen (text, -1))
    return g_steal_pointer (&blocks);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The table of paragraphs does not fit the text"));
  return NULL;
}

/* What counts, as it is stored. */

static GBytes *
pack_parts (GArray *parts)
{
  g_autoptr (GArray) ends = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 2 * parts->len);
  g_autoptr (GVariant) variant = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const CutTextPart *part = &g_array_index (parts, CutTextPart, i);
      guint32 pair[] = { GUINT32_TO_LE ((guint32) part->start), GUINT32_TO_LE ((guint32) part->end) };

      g_array_append_vals (ends, pair, 2);
    }
  variant = g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, ends->data, ends->len, sizeof (guint32)));
  return g_variant_get_data_as_bytes (variant);
}

/* A stranger's file may say anything. */
static gboolean
is_part (const CutTextPart *part,
         gsize              from,
         const char        *text,
         gsize              length)
{
  return part->start >= from && part->end >= part->start && part->end <= length && ((guchar) text[part->start] & 0xc0) != 0x80 &&
         ((guchar) text[part->end] & 0xc0) != 0x80;
}

GArray *
cut_reader_text_unpack_counted (CutStmt    *stmt,
                                int         column,
                                const char *text)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (CutTextPart));
  g_autoptr (GVariant) variant = NULL;
  gsize length = strlen (text);
  gsize size, n;
  const void *data;
  const guint32 *ends;
  gsize from = 0;

  data = cut_stmt_get_bytes (stmt, column, &size);
  if (cut_stmt_is_null (stmt, column) || size % sizeof (guint32) != 0)
    return NULL;
  variant = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE ("au"), data, size, FALSE, NULL, NULL));
  ends = g_variant_get_fixed_array (variant, &n, sizeof (guint32));
  for (gsize i = 0; i + 1 < n; i += 2)
    {
      CutTextPart part = { GUINT32_FROM_LE (ends[i]), GUINT32_FROM_LE (ends[i + 1]) };

      if (!is_part (&part, from, text, length))
        return NULL;
      g_array_append_val (parts, part);
      from = part.end;
    }
  return n % 2 == 0 ? g_steal_pointer (&parts) : NULL;
}

static gboolean
insert (CutDb               *db,
        const char          *capture,
        const CutKnownText  *known,
        GArray              *counted,
        GError             **error)
{
  g_autoptr (GBytes) packed_text = cut_pack_text_against (db->packer, known->text, known->against);
  g_autoptr (GBytes) packed_blocks = cut_pack_text (db->packer, known->blocks_json);
  g_autoptr (GBytes) packed_html = cut_pack_text (db->packer, known->html);
  g_autoptr (GBytes) packed_counted = pack_parts (counted);
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db, "INSERT INTO reader_text (capture, sha256, text, blocks, html, against, counted) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  cut_stmt_bind_text (stmt, 2, known->sha256);
  cut_stmt_bind_bytes (stmt, 3, packed_text);
  cut_stmt_bind_bytes (stmt, 4, packed_blocks);
  cut_stmt_bind_bytes (stmt, 5, packed_html);
  cut_stmt_bind_text (stmt, 6, known->against != NULL ? known->against_sha256 : NULL);
  cut_stmt_bind_bytes (stmt, 7, packed_counted);
  return cut_stmt_run (stmt, error);
}

static gboolean
check_same (CutDb               *db,
            const char          *capture,
            const CutKnownText  *known,
            GError             **error)
{
  g_autofree char *old_text = NULL;
  g_autofree char *old_blocks = NULL;
  g_autofree char *old_html = NULL;

  if (!cut_reader_text_get (db, capture, &old_text, &old_blocks, &old_html, error))
    return FALSE;
  /* A stranger's file may hold none at all. */
  if (g_strcmp0 (known->text, old_text) == 0 && g_strcmp0 (known->blocks_json, old_blocks) == 0 && g_strcmp0 (known->html, old_html) == 0)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The text of a capture is never changed"));
  return FALSE;
}

gboolean
cut_reader_text_put (CutDb               *db,
                     const char          *capture,
                     const CutKnownText  *known,
                     GError             **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *present = cut_reader_text_get_sha256 (db, capture, &local);
  g_autoptr (GArray) counted = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (present != NULL)
    return check_same (db, capture, known, error);
  counted = cut_blocks_get_counted (known->blocks, known->text);
  if (!insert (db, capture, known, counted, error))
    return FALSE;
  keep_fresh (db, capture, known, counted);
  return TRUE;
}

/* Without the bytes that it is packed against nothing can be said of the text. */
static gboolean
find_against (CutDb    *db,
              CutStmt  *stmt,
              int       column,
              GBytes  **against,
              GError  **error)
{
  g_autoptr (GError) local = NULL;

  *against = NULL;
  if (cut_stmt_is_null (stmt, column))
    return TRUE;
  *against = cut_blob_get (db, cut_stmt_get_text (stmt, column), &local);
  if (*against != NULL)
    return TRUE;
  if (g_error_matches (local, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("Stored text is damaged"));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

char *
cut_reader_text_unpack (CutDb    *db,
                        CutStmt  *stmt,
                        int       text,
                        int       against,
                        GError  **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const void *data;

  if (!find_against (db, stmt, against, &bytes, error))
    return NULL;
  data = cut_stmt_get_bytes (stmt, text, &length);
  return cut_unpack_text_against (db->unpacker, data, length, bytes, error);
}

static gboolean
get_text (CutDb    *db,
          CutStmt  *stmt,
          char    **text,
          GError  **error)
{
  if (text == NULL || cut_stmt_is_null (stmt, 0))
    return TRUE;
  *text = cut_reader_text_unpack (db, stmt, 0, 2, error);
  return *text != NULL;
}

static gboolean
get_column (CutDb    *db,
            CutStmt  *stmt,
            int       column,
            char    **text,
            GError  **error)
{
  gsize length;
  const void *data;

  if (text == NULL || cut_stmt_is_null (stmt, column))
    return TRUE;
  data = cut_stmt_get_bytes (stmt, column, &length);
  *text = cut_unpack_text (db->unpacker, data, length, error);
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
  gboolean read;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      *wanted[i] = NULL;
  /* SQLite reads what is named: the HTML is larger than both others. */
  stmt = cut_stmt_new (db, html != NULL ? "SELECT text, blocks, against, html FROM reader_text WHERE capture = ?1"
                                        : "SELECT text, blocks, against FROM reader_text WHERE capture = ?1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_DONE)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds no text of the capture %.36s"), capture);
  if (step != CUT_STEP_ROW)
    return FALSE;
  read = get_text (db, stmt, text, error) && get_column (db, stmt, 1, blocks_json, error) && get_column (db, stmt, 3, html, error);
  for (guint i = 0; !read && i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      g_clear_pointer (wanted[i], g_free);
  return read;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-seal.h"

#include <string.h>

#include "cut-name-index.h"
#include "cut-row.h"
#include "cut-rows.h"
#include "cut-source.h"
#include "cut-store-private.h"

/* The names of confidential sources, which no table may hold: kept in memory while the vault is open, read again when
 * anything was written. */

typedef struct
{
  gint64 key;
  char *id;
  char *folded; /* (owned): as cut_name_fold() */
} Name;

struct _CutSealedNames
{
  GPtrArray *names; /* (element-type Name) */
  gint64 version;   /* of the data, by other connections */
  gint64 writes;    /* of it, by this one */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->id);
  g_free (name->folded);
  g_free (name);
}

static void
names_free (CutSealedNames *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

void
cut_seal_forget (CutStore *self)
{
  g_clear_pointer (&self->names, names_free);
}

static gboolean
add_name (CutStore   *self,
          GPtrArray  *names,
          CutStmt    *stmt,
          GError    **error)
{
  g_autoptr (CutRecord) stored = cut_record_tables_read (self->tables, stmt, 1, CUT_KIND_SOURCE, error);
  g_autoptr (CutRecord) whole = stored != NULL ? cut_seal_reveal (self, stored) : NULL;
  Name *name;

  if (stored == NULL)
    return FALSE;
  if (whole == stored || cut_secrets_get_cover (stored) != CUT_COVER_NAMES || cut_source_get_label (CUT_SOURCE (whole)) == NULL)
    return TRUE;
  name = g_new0 (Name, 1);
  name->key = cut_stmt_get_int (stmt, 0);
  name->id = g_strdup (cut_record_get_id (whole));
  name->folded = cut_name_fold (cut_source_get_label (CUT_SOURCE (whole)));
  g_ptr_array_add (names, name);
  return TRUE;
}

static GPtrArray *
read_names (CutStore  *self,
            GError   **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autofree char *sql = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  sql = g_strdup_printf ("SELECT t.key, %s FROM source t WHERE t.sealed IS NOT NULL AND t.deleted = 0 ORDER BY t.id",
                         cut_record_tables_get_columns (self->tables, CUT_KIND_SOURCE));
  stmt = cut_stmt_new (self->db, sql, error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!add_name (self, names, stmt, error))
      return NULL;
  return step == CUT_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

static gboolean
get_moment (CutStore  *self,
            gint64    *version,
            gint64    *writes,
            GError   **error)
{
  return cut_db_query_int (self->db, "PRAGMA data_version", version, error) &&
         cut_db_query_int (self->db, "SELECT total_changes ()", writes, error);
}

/* @names: (out) (nullable) (transfer none): none while locked */
static gboolean
get_names (CutStore   *self,
           GPtrArray **names,
           GError    **error)
{
  gint64 version, writes;

  *names = NULL;
  if (self->vault == NULL || !cut_vault_is_open (self->vault, NULL))
    {
      cut_seal_forget (self);
      return TRUE;
    }
  if (!get_moment (self, &version, &writes, error))
    return FALSE;
  if (self->names == NULL || self->names->version != version || self->names->writes != writes)
    {
      GPtrArray *read = read_names (self, error);

      if (read == NULL)
        return FALSE;
      cut_seal_forget (self);
      self->names = g_new0 (CutSealedNames, 1);
      self->names->names = read;
      self->names->version = version;
      self->names->writes = writes;
    }
  *names = self->names->names;
  return TRUE;
}

/* Whether @words stands in @text as whole words; both folded. */
static gboolean
has_words (const char *text,
           const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL && length > 0; at = strstr (at + 1, words))
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      gunichar after = g_utf8_get_char (at + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_sealed_names_mention (CutStore    *self,
                          const char  *text,
                          gboolean    *mentioned,
                          GError     **error)
{
  g_autofree char *folded = text != NULL ? cut_name_fold (text) : NULL;
  GPtrArray *names;

  *mentioned = FALSE;
  if (folded == NULL)
    return TRUE;
  if (!get_names (self, &names, error))
    return FALSE;
  for (guint i = 0; names != NULL && i < names->len && !*mentioned; i++)
    *mentioned = has_words (folded, ((Name *) g_ptr_array_index (names, i))->folded);
  return TRUE;
}

char *
cut_seal_find_named (CutStore    *self,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *folded = cut_name_fold (name);
  GPtrArray *names;

  if (!get_names (self, &names, error))
    return NULL;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      Name *known = g_ptr_array_index (names, i);

      if (g_str_equal (known->folded, folded))
        return g_strdup (known->id);
    }
  return NULL;
}

static gboolean
starts_word (const char *name,
             const char *prefix)
{
  for (const char *at = name; at != NULL; at = strchr (at, ' '))
    {
      if (*at == ' ')
        at++;
      if (g_str_has_prefix (at, prefix))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_seal_complete (CutStore    *self,
                   const char  *prefix,
                   guint        limit,
                   GArray      *keys,
                   GError     **error)
{
  g_autofree char *folded = cut_name_fold (prefix);
  guint n_added = 0;
  GPtrArray *names;

  if (!get_names (self, &names, error))
    return FALSE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      Name *name = g_ptr_array_index (names, i);

      if (starts_word (name->folded, folded))
        g_array_insert_val (keys, n_added++, name->key);
    }
  if (limit > 0 && keys->len > limit)
    g_array_set_size (keys, limit);
  return TRUE;
}

/* Rows. */

static gboolean
reveal_row (CutStore  *self,
            CutRow   **row,
            GError   **error)
{
  g_autoptr (CutRecord) stored = NULL;
  g_autoptr (CutRecord) whole = NULL;
  g_autofree char *title = NULL;
  CutRow *other;

  if (!cut_store_look_up_stored (self, cut_row_get_id (*row), &stored, error))
    return FALSE;
  if (stored == NULL || cut_secrets_get_cover (stored) != CUT_COVER_NAMES)
    return TRUE;
  whole = cut_seal_reveal (self, stored);
  if (whole == stored)
    return TRUE;
  title = cut_record_get_title (whole);
  other = cut_row_with_title (*row, title);
  g_object_unref (*row);
  *row = other;
  return TRUE;
}

gboolean
cut_seal_reveal_rows (CutStore   *self,
                      GPtrArray  *rows,
                      GError    **error)
{
  if (rows == NULL || self->vault == NULL || !cut_vault_is_open (self->vault, NULL))
    return rows != NULL;
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL && cut_secrets_has_kind (cut_row_get_kind (rows->pdata[i])) &&
        !reveal_row (self, (CutRow **) &rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

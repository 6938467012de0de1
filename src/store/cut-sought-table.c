/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-search-term.h"
#include "cut-stmt.h"
#include "cut-store-mentions.h"
#include "cut-store-private.h"

/* Which entities are looked for, and by which names. */

/* That many entities may be merged into one another in a row; a ring of them ends here, too. */
#define LONGEST_MERGER 32

/* Of an entity whose names are in many clips: which one, and up to where its clips were put into the queue. */
#define REST_NAME "unsought-rest"

void
cut_named_free (CutNamed *self)
{
  g_free (self->schema);
  g_strfreev (self->names);
  g_free (self);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  char *line;

  if (name == NULL || *name == '\0')
    return;
  line = g_strdelimit (g_strdup (name), "\n", ' ');
  if (g_ptr_array_find_with_equal_func (names, line, g_str_equal, NULL))
    g_free (line);
  else
    g_ptr_array_add (names, line);
}

static void
add_names (GPtrArray  *names,
           const char *text)
{
  g_auto (GStrv) list = text != NULL ? cut_record_list_from_text (text) : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    add_name (names, list[i]);
}

#define COLUMNS "t.key, t.id, t.schema, t.name, t.aliases, t.previous_names, t.deleted, t.merged_into"

/* One row of the entity table. */
typedef struct
{
  gint64 key;
  char *id;
  char *schema;
  char *merged_into;
  gboolean deleted;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->id);
  g_free (row->schema);
  g_free (row->merged_into);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static gboolean
read_row (CutStmt    *stmt,
          Row        *row,
          GPtrArray  *names,
          GError    **error)
{
  CutStep step = cut_stmt_step (stmt, error);

  row_clear (row);
  memset (row, 0, sizeof *row);
  if (step != CUT_STEP_ROW)
    return step == CUT_STEP_DONE;
  row->key = cut_stmt_get_int (stmt, 0);
  row->id = cut_stmt_dup_text (stmt, 1);
  row->schema = cut_stmt_dup_text (stmt, 2);
  row->deleted = cut_stmt_get_int (stmt, 6) != 0;
  row->merged_into = cut_stmt_dup_text (stmt, 7);
  if (names == NULL)
    return TRUE;
  add_name (names, cut_stmt_get_text (stmt, 3));
  add_names (names, cut_stmt_get_text (stmt, 4));
  add_names (names, cut_stmt_get_text (stmt, 5));
  return TRUE;
}

static gboolean
read_by_key (CutStore   *self,
             gint64      key,
             Row        *row,
             GPtrArray  *names,
             GError    **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT " COLUMNS " FROM entity t WHERE t.key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return read_row (stmt, row, names, error);
}

static gboolean
find_key_of (CutStore    *self,
             const char  *id,
             gint64      *key,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT key FROM object WHERE id = ?1 AND kind = 'entity'", error);
  CutStep step;

  *key = 0;
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    *key = cut_stmt_get_int (stmt, 0);
  return step != CUT_STEP_FAILED;
}

/* The entity that the one with @key is part of now; 0 where there is none. */
static gboolean
find_root (CutStore  *self,
           gint64     key,
           gint64    *root,
           GError   **error)
{
  *root = 0;
  for (guint i = 0; i < LONGEST_MERGER && key != 0; i++)
    {
      g_auto (Row) row = { 0 };

      if (!read_by_key (self, key, &row, NULL, error))
        return FALSE;
      if (row.key == 0)
        return TRUE;
      if (row.merged_into == NULL)
        {
          *root = row.deleted ? 0 : row.key;
          return TRUE;
        }
      if (!find_key_of (self, row.merged_into, &key, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds the names of all that were merged into @id, whether they lie in the Trash or not. */
static gboolean
add_merged (CutStore    *self,
            const char  *id,
            GPtrArray   *names,
            GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (id));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT " COLUMNS " FROM entity t WHERE t.merged_into = ?1 ORDER BY t.id", error);
      g_auto (Row) row = { 0 };

      if (stmt == NULL)
        return FALSE;
      cut_stmt_bind_text (stmt, 1, g_ptr_array_index (ids, i));
      for (gboolean more = TRUE; more;)
        {
          if (!read_row (stmt, &row, names, error))
            return FALSE;
          more = row.key != 0;
          if (more && !g_ptr_array_find_with_equal_func (ids, row.id, g_str_equal, NULL))
            g_ptr_array_add (ids, g_strdup (row.id));
        }
    }
  return TRUE;
}

static CutNamed *
named_new (gint64      key,
           const char *schema,
           GPtrArray  *names)
{
  CutNamed *named = g_new0 (CutNamed, 1);

  named->key = key;
  named->schema = g_strdup (schema);
  named->names = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    named->names[i] = g_strdup (g_ptr_array_index (names, i));
  return named;
}

CutNamed *
cut_store_get_named (CutStore  *self,
                     gint64     key,
                     GError   **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (Row) row = { 0 };
  gint64 root;

  if (!cut_store_check (self, error) || !find_root (self, key, &root, error))
    return NULL;
  if (root == 0)
    return named_new (key, NULL, names);
  if (!read_by_key (self, root, &row, names, error) || !add_merged (self, row.id, names, error))
    return NULL;
  return named_new (root, row.schema, names);
}

/* The queue of names. */

static GArray *
list_keys (CutStore    *self,
           const char  *sql,
           guint        limit,
           GError     **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, sql, error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 1, limit);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

GArray *
cut_store_list_renamed (CutStore  *self,
                        guint      limit,
                        GError   **error)
{
  return list_keys (self, "SELECT entity FROM renamed ORDER BY entity LIMIT ?1", limit, error);
}

gint64
cut_store_count_renamed (CutStore  *self,
                         GError   **error)
{
  gint64 n = -1;

  return cut_store_check (self, error) && cut_db_query_int (self->db, "SELECT count (*) FROM renamed", &n, error) ? n : -1;
}

static gboolean
run_with_key (CutStore    *self,
              const char  *sql,
              gint64       key,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_store_check (self, error) ? cut_stmt_new (self->db, sql, error) : NULL;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_store_forget_renamed (CutStore  *self,
                          gint64     key,
                          GError   **error)
{
  return run_with_key (self, "DELETE FROM renamed WHERE entity = ?1", key, error);
}

/* The names it is looked for by: the schema and the names, a line each. */

static CutNamed *
named_from_text (gint64      key,
                 const char *text)
{
  CutNamed *named = g_new0 (CutNamed, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  named->key = key;
  named->schema = g_strdup (lines[0] != NULL ? lines[0] : "");
  named->names = g_strdupv (lines[0] != NULL ? lines + 1 : lines);
  return named;
}

gboolean
cut_store_get_sought (CutStore   *self,
                      gint64      key,
                      CutNamed  **sought,
                      GError    **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  *sought = NULL;
  if (!cut_store_check (self, error))
    return FALSE;
  stmt = cut_stmt_new (self->db, "SELECT names FROM sought WHERE entity = ?1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    *sought = named_from_text (key, cut_stmt_get_text (stmt, 0));
  return step != CUT_STEP_FAILED;
}

GPtrArray *
cut_store_list_sought (CutStore  *self,
                       GError   **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_named_free);
  g_autoptr (CutStmt) stmt = cut_store_check (self, error) ? cut_stmt_new (self->db, "SELECT entity, names FROM sought", error) : NULL;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (all, named_from_text (cut_stmt_get_int (stmt, 0), cut_stmt_get_text (stmt, 1)));
  return step == CUT_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

gboolean
cut_store_set_sought (CutStore        *self,
                      const CutNamed  *named,
                      GError         **error)
{
  g_autofree char *names = g_strjoinv ("\n", named->names);
  g_autofree char *text = g_strconcat (named->schema != NULL ? named->schema : "", "\n", names, NULL);
  g_autoptr (CutStmt) stmt = NULL;

  if (*named->names == NULL)
    return run_with_key (self, "DELETE FROM sought WHERE entity = ?1", named->key, error);
  if (!cut_store_check (self, error))
    return FALSE;
  stmt = cut_stmt_new (self->db, "INSERT INTO sought (entity, names) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET names = excluded.names", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, named->key);
  cut_stmt_bind_text (stmt, 2, text);
  return cut_stmt_run (stmt, error);
}

/* The queue of texts. */

gboolean
cut_store_unseek_all (CutStore  *self,
                      GError   **error)
{
  return cut_store_check (self, error) &&
         cut_db_exec (self->db, "INSERT OR IGNORE INTO unsought (clip) SELECT key FROM clip", error);
}

gboolean
cut_store_unseek_mentioning (CutStore  *self,
                             gint64     entity,
                             GError   **error)
{
  return run_with_key (self, "INSERT OR IGNORE INTO unsought (clip) SELECT clip FROM mention WHERE entity = ?1", entity, error);
}

static void
append_phrase (GString    *match,
               const char *phrase,
               gboolean    first)
{
  g_auto (GStrv) parts = g_strsplit (phrase, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (match, "%s\"%s\"", first ? "" : " OR ", doubled);
}

/* Returns: (transfer full) (nullable): keys of clips, the latest first */
static GArray *
list_saying (CutStore           *self,
             const char *const  *phrases,
             gint64              below,
             guint               limit,
             GError            **error)
{
  g_autoptr (GArray) clips = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) match = g_string_new ("body : (");
  gsize start = match->len;
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  for (; *phrases != NULL; phrases++)
    if (cut_search_has_word (*phrases))
      append_phrase (match, *phrases, match->len == start);
  if (match->len == start)
    return g_steal_pointer (&clips);
  g_string_append_c (match, ')');
  /* The index of words gives them in this order by itself, so that the limit ends its search. */
  stmt = cut_stmt_new (self->db,
                       "SELECT s.rowid FROM search s CROSS JOIN clip c ON c.key = s.rowid WHERE search MATCH ?1 AND s.rowid < ?2 "
                       "ORDER BY s.rowid DESC LIMIT ?3",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, match->str);
  cut_stmt_bind_int (stmt, 2, below);
  cut_stmt_bind_int (stmt, 3, limit);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (clips, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&clips) : NULL;
}

gint64
cut_store_unseek_saying (CutStore           *self,
                         const char *const  *phrases,
                         gint64              below,
                         guint               limit,
                         GError            **error)
{
  g_autoptr (GArray) clips = cut_store_check (self, error) ? list_saying (self, phrases, below, limit, error) : NULL;

  if (clips == NULL)
    return -1;
  for (guint i = 0; i < clips->len; i++)
    if (!run_with_key (self, "INSERT OR IGNORE INTO unsought (clip) VALUES (?1)", g_array_index (clips, gint64, i), error))
      return -1;
  return clips->len == limit ? g_array_index (clips, gint64, limit - 1) : 0;
}

gboolean
cut_store_set_unsought_rest (CutStore  *self,
                             gint64     entity,
                             gint64     below,
                             GError   **error)
{
  g_autofree char *rest = below != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, entity, below) : NULL;

  return cut_store_set_meta (self, REST_NAME, rest, error);
}

gboolean
cut_store_get_unsought_rest (CutStore  *self,
                             gint64    *entity,
                             gint64    *below,
                             GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *rest = cut_store_get_meta (self, REST_NAME, &failure);
  char *end = NULL;

  *entity = rest != NULL ? g_ascii_strtoll (rest, &end, 10) : 0;
  *below = end != NULL ? g_ascii_strtoll (end, NULL, 10) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
cut_store_forget_mentions (CutStore  *self,
                           GError   **error)
{
  return cut_store_check (self, error) && cut_db_exec (self->db, "DELETE FROM mention; DELETE FROM unsought", error);
}

gboolean
cut_store_has_unsought (CutStore  *self,
                        gint64     clip,
                        GError   **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  if (!cut_store_check (self, error))
    return FALSE;
  stmt = cut_stmt_new (self->db,
                       "SELECT EXISTS (SELECT 1 FROM renamed) OR EXISTS (SELECT 1 FROM unsought WHERE ?1 = 0 OR clip = ?1) "
                       "OR EXISTS (SELECT 1 FROM meta WHERE name = ?2)",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, clip);
  cut_stmt_bind_text (stmt, 2, REST_NAME);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW && cut_stmt_get_int (stmt, 0) != 0;
}

GArray *
cut_store_list_unsought (CutStore  *self,
                         guint      limit,
                         GError   **error)
{
  return list_keys (self, "SELECT clip FROM unsought ORDER BY clip DESC LIMIT ?1", limit, error);
}

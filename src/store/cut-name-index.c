/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-name-index.h"

#include <string.h>

#include "cut-entity.h"
#include "cut-id.h"
#include "cut-stmt.h"

#define MOST_WORDS 16     /* words of one name that a search may start at */
#define MOST_MATCHES 1000 /* objects that one word of a name may mean */

/* Folding. */

char *
cut_name_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && folded->len > 0)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Keeping. */

static const char *const name_fields[] = { "name", "label", "title", "aliases", "previous_names" };

/* An entity that was merged goes by the other's names, which are its own ones, too. */
static gboolean
is_merged (CutRecord *record)
{
  return CUT_IS_ENTITY (record) && cut_entity_get_merged_into (CUT_ENTITY (record)) != NULL &&
         cut_id_is_valid (cut_entity_get_merged_into (CUT_ENTITY (record)));
}

static gboolean
has_names (CutKind kind)
{
  return kind == CUT_KIND_ENTITY || kind == CUT_KIND_SOURCE || kind == CUT_KIND_TAG ||
         kind == CUT_KIND_STORY || kind == CUT_KIND_CONTRIBUTOR;
}

GPtrArray *
cut_name_index_list (CutRecord *record)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  CutKind kind = cut_record_get_kind (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; has_names (kind) && !is_merged (record) && i < G_N_ELEMENTS (name_fields); i++)
    {
      int field = cut_kind_find_field (kind, name_fields[i]);

      if (field < 0 || !cut_record_has_value (record, (guint) field))
        continue;
      if (fields[field].type == CUT_FIELD_STRING)
        g_ptr_array_add (names, g_strdup (cut_record_get_string (record, (guint) field)));
      else
        for (const char *const *name = cut_record_get_strv (record, (guint) field); *name != NULL; name++)
          g_ptr_array_add (names, g_strdup (*name));
    }
  return names;
}

static gboolean
insert_name (CutStmt     *stmt,
             gint64       key,
             CutKind      kind,
             const char  *name,
             GError     **error)
{
  g_autofree char *folded = cut_name_fold (name);
  const char *at = folded;

  for (guint n = 0; at != NULL && *at != '\0' && n < MOST_WORDS; n++)
    {
      cut_stmt_bind_text (stmt, 1, at);
      cut_stmt_bind_text (stmt, 2, cut_kind_get_name (kind));
      cut_stmt_bind_int (stmt, 3, key);
      cut_stmt_bind_int (stmt, 4, n == 0);
      if (!cut_stmt_run (stmt, error))
        return FALSE;
      at = strchr (at, ' ');
      at = at != NULL ? at + 1 : NULL;
    }
  return TRUE;
}

static gboolean
delete_names (CutDb   *db,
              gint64   key,
              GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "DELETE FROM name WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}

static gboolean
same_names (GPtrArray *a,
            GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
cut_name_index_update (CutDb      *db,
                       gint64      key,
                       CutRecord  *old,
                       CutRecord  *record,
                       GError    **error)
{
  g_autoptr (GPtrArray) before = old != NULL ? cut_name_index_list (old) : NULL;
  g_autoptr (GPtrArray) names = cut_name_index_list (record);
  g_autoptr (CutStmt) stmt = NULL;

  if (!has_names (cut_record_get_kind (record)) || same_names (before, names))
    return TRUE;
  if (before != NULL && !delete_names (db, key, error))
    return FALSE;
  stmt = cut_stmt_new (db, "INSERT INTO name (folded, kind, key, whole) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT DO UPDATE SET whole = max (whole, excluded.whole)", error);
  for (guint i = 0; stmt != NULL && i < names->len; i++)
    if (!insert_name (stmt, key, cut_record_get_kind (record), g_ptr_array_index (names, i), error))
      return FALSE;
  return stmt != NULL;
}

/* Asking. */

char *
cut_name_index_find (CutDb       *db,
                     CutKind      kind,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *folded = cut_name_fold (name);
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db,
                       "SELECT o.id FROM name n JOIN object o ON o.key = n.key "
                       "WHERE n.folded = ?1 AND n.kind = ?2 AND n.whole = 1 AND o.deleted = 0 "
                       "ORDER BY o.id LIMIT 1",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, folded);
  cut_stmt_bind_text (stmt, 2, cut_kind_get_name (kind));
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
}

/* All that starts with ?1 lies between it and ?2: no character sorts after U+10FFFF. */
static void
bind_prefix (CutStmt    *stmt,
             CutKind     kind,
             const char *folded)
{
  g_autofree char *after = g_strconcat (folded, "\364\217\277\277", NULL);

  cut_stmt_bind_text (stmt, 1, folded);
  cut_stmt_bind_text (stmt, 2, after);
  cut_stmt_bind_text (stmt, 3, cut_kind_get_name (kind));
}

GArray *
cut_name_index_complete (CutDb       *db,
                         CutKind      kind,
                         const char  *prefix,
                         guint        limit,
                         GError     **error)
{
  g_autofree char *folded = cut_name_fold (prefix);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  stmt = cut_stmt_new (db,
                       "SELECT n.key FROM name n JOIN object o ON o.key = n.key "
                       "WHERE n.folded >= ?1 AND n.folded < ?2 AND n.kind = ?3 AND o.deleted = 0 "
                       "GROUP BY n.key ORDER BY max (n.whole) DESC, o.title_key, o.id LIMIT ?4",
                       error);
  if (stmt == NULL)
    return NULL;
  bind_prefix (stmt, kind, folded);
  cut_stmt_bind_int (stmt, 4, limit > 0 ? (gint64) limit : -1);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static gboolean
collect_ids (CutStmt    *stmt,
             GPtrArray  *ids,
             GError    **error)
{
  CutStep step;

  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (ids, cut_stmt_dup_text (stmt, 0));
  return step == CUT_STEP_DONE;
}

static gboolean
match_whole (CutDb       *db,
             CutKind      kind,
             const char  *folded,
             GPtrArray   *ids,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db, "SELECT o.id FROM name n JOIN object o ON o.key = n.key "
                           "WHERE n.folded = ?1 AND n.kind = ?2 AND n.whole = 1 AND o.deleted = 0", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, folded);
  cut_stmt_bind_text (stmt, 2, cut_kind_get_name (kind));
  return collect_ids (stmt, ids, error);
}

static gboolean
match_start (CutDb       *db,
             CutKind      kind,
             const char  *folded,
             GPtrArray   *ids,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db, "SELECT DISTINCT o.id FROM name n JOIN object o ON o.key = n.key "
                           "WHERE n.folded >= ?1 AND n.folded < ?2 AND n.kind = ?3 AND o.deleted = 0 LIMIT ?4", error);
  if (stmt == NULL)
    return FALSE;
  bind_prefix (stmt, kind, folded);
  cut_stmt_bind_int (stmt, 4, MOST_MATCHES);
  return collect_ids (stmt, ids, error);
}

GPtrArray *
cut_name_index_match (CutDb       *db,
                      CutKind      kind,
                      const char  *name,
                      GError     **error)
{
  g_autofree char *folded = cut_name_fold (name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (cut_id_is_valid (name))
    {
      g_ptr_array_add (ids, g_strdup (name));
      return g_steal_pointer (&ids);
    }
  if (!match_whole (db, kind, folded, ids, error) ||
      (ids->len == 0 && *folded != '\0' && !match_start (db, kind, folded, ids, error)))
    return NULL;
  return g_steal_pointer (&ids);
}

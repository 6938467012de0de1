/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-object-row.h"
#include "cut-stmt.h"
#include "cut-store-likeness.h"
#include "cut-store-private.h"

/* A key that more captures have is no sign of a copy. */
#define MOST_SHARING 50
/* So many are looked at more closely, those with the most keys in common. */
#define MOST_CANDIDATES 100

void
cut_stored_sketch_free (CutStoredSketch *self)
{
  g_free (self->capture);
  g_free (self->clip);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

void
cut_alike_free (CutAlike *self)
{
  g_free (self->clip);
  g_free (self->capture);
  g_free (self->other_clip);
  g_free (self->other_capture);
  g_free (self);
}

/* The key of a capture, 0 for none. */
static gboolean
find_key (CutStore    *self,
          const char  *capture,
          gint64      *key,
          GError     **error)
{
  CutKind kind;

  if (!cut_store_check (self, error) || !cut_object_row_find (self->db, capture, key, &kind, error))
    return FALSE;
  if (kind != CUT_KIND_CAPTURE)
    *key = 0;
  return TRUE;
}

/* Which have none. */

GPtrArray *
cut_store_list_unsketched (CutStore  *self,
                           guint      limit,
                           GError   **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, "SELECT o.id FROM unsketched u JOIN object o ON o.key = u.capture ORDER BY u.capture LIMIT ?1", error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 1, limit);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (ids, cut_stmt_dup_text (stmt, 0));
  return step == CUT_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
forget (CutStore  *self,
        GError   **error)
{
  return cut_db_exec (self->db,
                      "DELETE FROM sketch; DELETE FROM sketch_value; DELETE FROM likeness; "
                      "INSERT OR IGNORE INTO unsketched (capture) SELECT key FROM capture",
                      error);
}

gboolean
cut_store_forget_sketches (CutStore  *self,
                           GError   **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) && cut_store_end_act (self, own, forget (self, error), error);
}

/* Putting. */

static gboolean
run_with_key (CutStore    *self,
              const char  *sql,
              gint64       key,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}

static gboolean
put_data (CutStore  *self,
          gint64     key,
          guint      n_shingles,
          GBytes    *data,
          GError   **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (self->db, "INSERT OR REPLACE INTO sketch (capture, shingles, data) VALUES (?1, ?2, ?3)", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  cut_stmt_bind_int (stmt, 2, n_shingles);
  cut_stmt_bind_bytes (stmt, 3, data);
  return cut_stmt_run (stmt, error);
}

static gboolean
put_keys (CutStore       *self,
          gint64          key,
          const guint32  *keys,
          guint           n_keys,
          GError        **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (self->db, "INSERT OR IGNORE INTO sketch_value (value, capture) VALUES (?1, ?2)", error);
  for (guint i = 0; stmt != NULL && i < n_keys; i++)
    {
      cut_stmt_bind_int (stmt, 1, keys[i]);
      cut_stmt_bind_int (stmt, 2, key);
      if (!cut_stmt_run (stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

static gboolean
put_sketch (CutStore       *self,
            const char     *capture,
            guint           n_shingles,
            GBytes         *data,
            const guint32  *keys,
            guint           n_keys,
            GError        **error)
{
  gint64 key;

  if (!find_key (self, capture, &key, error))
    return FALSE;
  if (key == 0)
    return TRUE;
  return run_with_key (self, "DELETE FROM unsketched WHERE capture = ?1", key, error) &&
         (data == NULL || (put_data (self, key, n_shingles, data, error) && put_keys (self, key, keys, n_keys, error)));
}

gboolean
cut_store_put_sketch (CutStore       *self,
                      const char     *capture,
                      guint           n_shingles,
                      GBytes         *data,
                      const guint32  *keys,
                      guint           n_keys,
                      GError        **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, put_sketch (self, capture, n_shingles, data, keys, n_keys, error), error);
}

static gboolean
put_alike (CutStore        *self,
           const CutAlike  *alike,
           GError         **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  gint64 one, other;

  if (!find_key (self, alike->capture, &one, error) || !find_key (self, alike->other_capture, &other, error))
    return FALSE;
  if (one == 0 || other == 0 || one == other)
    return TRUE;
  stmt = cut_stmt_new (self->db,
                       "INSERT OR REPLACE INTO likeness (one, other, resemblance, containment) VALUES (?1, ?2, ?3 / 1e6, ?4 / 1e6)", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, MIN (one, other));
  cut_stmt_bind_int (stmt, 2, MAX (one, other));
  cut_stmt_bind_int (stmt, 3, (gint64) (alike->resemblance * 1e6));
  cut_stmt_bind_int (stmt, 4, (gint64) (alike->containment * 1e6));
  return cut_stmt_run (stmt, error);
}

gboolean
cut_store_put_alike (CutStore        *self,
                     const CutAlike  *alike,
                     GError         **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) && cut_store_end_act (self, own, put_alike (self, alike, error), error);
}

/* Looking up. */

static gboolean
count_sharing (CutStore    *self,
               guint32      value,
               GHashTable  *counts,
               GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT capture FROM sketch_value WHERE value = ?1 LIMIT ?2", error);
  gint64 found[MOST_SHARING + 1];
  guint n = 0;
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, value);
  cut_stmt_bind_int (stmt, 2, MOST_SHARING + 1);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW && n <= MOST_SHARING)
    found[n++] = cut_stmt_get_int (stmt, 0);
  for (guint i = 0; n <= MOST_SHARING && i < n; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &found[i]));

      g_hash_table_insert (counts, g_memdup2 (&found[i], sizeof found[i]), GUINT_TO_POINTER (count + 1));
    }
  return step != CUT_STEP_FAILED;
}

typedef struct
{
  gint64 key;
  guint count;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->count != right->count)
    return left->count < right->count ? 1 : -1;
  return (left->key > right->key) - (left->key < right->key);
}

static GArray *
rank_candidates (GHashTable *counts)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iter;
  gpointer key, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      Candidate candidate = { *(const gint64 *) key, GPOINTER_TO_UINT (count) };

      g_array_append_val (ranked, candidate);
    }
  g_array_sort (ranked, compare_candidates);
  g_array_set_size (ranked, MIN (ranked->len, MOST_CANDIDATES));
  return ranked;
}

static gboolean
add_sketch (CutStore    *self,
            gint64       key,
            gint64       than,
            GPtrArray   *list,
            GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStoredSketch *sketch;
  const void *data;
  gsize length;
  CutStep step;

  stmt = cut_stmt_new (self->db,
                       "SELECT c.id, c.clip, s.shingles, s.data FROM sketch s JOIN capture c ON c.key = s.capture "
                       "WHERE s.capture = ?1 AND c.clip <> (SELECT clip FROM capture WHERE key = ?2)",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  cut_stmt_bind_int (stmt, 2, than);
  step = cut_stmt_step (stmt, error);
  if (step != CUT_STEP_ROW)
    return step == CUT_STEP_DONE;
  sketch = g_new0 (CutStoredSketch, 1);
  sketch->capture = cut_stmt_dup_text (stmt, 0);
  sketch->clip = cut_stmt_dup_text (stmt, 1);
  sketch->n_shingles = (guint) cut_stmt_get_int (stmt, 2);
  data = cut_stmt_get_bytes (stmt, 3, &length);
  sketch->data = g_bytes_new (data, length);
  g_ptr_array_add (list, sketch);
  return TRUE;
}

GPtrArray *
cut_store_list_sharing (CutStore       *self,
                        const char     *capture,
                        const guint32  *keys,
                        guint           n_keys,
                        GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_stored_sketch_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ranked = NULL;
  gint64 own;

  if (!find_key (self, capture, &own, error))
    return NULL;
  for (guint i = 0; i < n_keys; i++)
    if (!count_sharing (self, keys[i], counts, error))
      return NULL;
  ranked = rank_candidates (counts);
  for (guint i = 0; i < ranked->len; i++)
    if (!add_sketch (self, g_array_index (ranked, Candidate, i).key, own, list, error))
      return NULL;
  return g_steal_pointer (&list);
}

/* Pairs. */

#define PAIR_SQL                                                                                            \
  "SELECT a.clip, a.id, b.clip, b.id, l.resemblance, l.containment FROM likeness l "                       \
  "JOIN capture a ON a.key = l.%s JOIN capture b ON b.key = l.%s "                                         \
  "JOIN object ac ON ac.id = a.clip JOIN object bc ON bc.id = b.clip "                                     \
  "WHERE a.deleted = 0 AND b.deleted = 0 AND ac.deleted = 0 AND bc.deleted = 0 AND a.clip <> b.clip "

/* The captures of a clip are found through what refers to it. */
#define OF_CLIP_SQL "AND l.%s IN (SELECT from_key FROM link WHERE to_id = ?1 AND from_kind = 'capture' AND field = 'clip') "

static CutAlike *
read_alike (CutStmt *stmt)
{
  CutAlike *alike = g_new0 (CutAlike, 1);

  alike->clip = cut_stmt_dup_text (stmt, 0);
  alike->capture = cut_stmt_dup_text (stmt, 1);
  alike->other_clip = cut_stmt_dup_text (stmt, 2);
  alike->other_capture = cut_stmt_dup_text (stmt, 3);
  alike->resemblance = cut_stmt_get_double (stmt, 4);
  alike->containment = cut_stmt_get_double (stmt, 5);
  return alike;
}

static gboolean
add_pairs (CutStmt    *stmt,
           const char *clip,
           GPtrArray  *list,
           GError    **error)
{
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  if (clip != NULL)
    cut_stmt_bind_text (stmt, 1, clip);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (list, read_alike (stmt));
  return step == CUT_STEP_DONE;
}

static int
compare_alike (gconstpointer a,
               gconstpointer b)
{
  const CutAlike *left = *(const CutAlike *const *) a;
  const CutAlike *right = *(const CutAlike *const *) b;

  if (left->containment != right->containment)
    return left->containment < right->containment ? 1 : -1;
  if (left->resemblance != right->resemblance)
    return left->resemblance < right->resemblance ? 1 : -1;
  return g_strcmp0 (left->clip, right->clip) != 0 ? g_strcmp0 (left->clip, right->clip) : g_strcmp0 (left->other_clip, right->other_clip);
}

GPtrArray *
cut_store_list_alike (CutStore    *self,
                      const char  *clip,
                      GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_alike_free);
  g_autoptr (CutStmt) forth = NULL;
  g_autoptr (CutStmt) back = NULL;

  if (!cut_store_check (self, error))
    return NULL;
  if (clip == NULL)
    forth = cut_stmt_newf (self->db, error, PAIR_SQL, "one", "other");
  else
    forth = cut_stmt_newf (self->db, error, PAIR_SQL OF_CLIP_SQL, "one", "other", "one");
  if (!add_pairs (forth, clip, list, error))
    return NULL;
  if (clip != NULL)
    {
      back = cut_stmt_newf (self->db, error, PAIR_SQL OF_CLIP_SQL, "other", "one", "other");
      if (!add_pairs (back, clip, list, error))
        return NULL;
    }
  g_ptr_array_sort (list, compare_alike);
  return g_steal_pointer (&list);
}

GPtrArray *
cut_store_list_reprints (CutStore  *self,
                         GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  /* Through what refers to clips: so few are reprints that no list of all clips is read. */
  stmt = cut_stmt_new (self->db,
                       "SELECT DISTINCT o.id FROM link l JOIN object o ON o.key = l.from_key "
                       "WHERE l.from_kind = 'clip' AND l.field = 'reprint_of' AND o.deleted = 0",
                       error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutRecord *clip = cut_store_get (self, cut_stmt_get_text (stmt, 0), error);

      if (clip == NULL)
        return NULL;
      g_ptr_array_add (list, clip);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
cut_store_has_alike (CutStore *self)
{
  gint64 has = 1;

  return cut_store_check (self, NULL) && cut_db_query_int (self->db, "SELECT EXISTS (SELECT 1 FROM likeness)", &has, NULL) && has != 0;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-index.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-block.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-object-row.h"
#include "cut-sha256.h"
#include "cut-text-table.h"
#include "cut-tokenizer.h"
#include "cut-word-table.h"

#define MOST_WAITING 2000 /* touched objects kept before they are written */

struct _CutSearchIndex
{
  CutDb *db;                     /* (unowned) */
  const CutRecordTables *tables; /* (unowned) */
  GHashTable *touched;           /* (element-type gint64 Touched) */
  gboolean stale;                /* an entry is not what its object says: all must be made again */
};

typedef struct
{
  gint64 key;
  CutKind kind;
  CutSearchDoc *before; /* (owned) (nullable): the words in the index */
  CutRecord *record;    /* (owned) (nullable): what was written, while nothing was written over it */
} Touched;

/* The words of an object. */

void
cut_search_doc_free (CutSearchDoc *doc)
{
  g_free (doc->title);
  g_free (doc->detail);
  g_free (doc->body);
  g_free (doc);
}

gint64
cut_search_doc_hash (const CutSearchDoc *doc)
{
  g_autoptr (CutSha256) sum = cut_sha256_new ();
  guint8 digest[CUT_SHA256_LENGTH];
  gint64 hash;

  /* With the NUL, so that a word cannot move from one column to the next unseen. */
  cut_sha256_add (sum, doc->title, strlen (doc->title) + 1);
  cut_sha256_add (sum, doc->detail, strlen (doc->detail) + 1);
  cut_sha256_add (sum, doc->body, strlen (doc->body) + 1);
  cut_sha256_end (sum, digest);
  memcpy (&hash, digest, sizeof hash);
  hash = GINT64_FROM_LE (hash);
  return hash != 0 ? hash : 1;
}

static gboolean
names_the_object (const char *field)
{
  static const char *const names[] = { "title", "name", "label", "text", "question", NULL };

  return g_strv_contains (names, field);
}

static void
append_line (GString    *to,
             const char *text)
{
  if (text == NULL)
    return;
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append (to, text);
}

static CutSearchDoc *
doc_of_fields (CutRecord *record)
{
  CutSearchDoc *doc = g_new0 (CutSearchDoc, 1);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) detail = g_string_new (NULL);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      GString *to = names_the_object (fields[i].name) ? title : detail;

      if (!(fields[i].flags & CUT_FIELD_SEARCHED) || (fields[i].flags & CUT_FIELD_CONTACT))
        continue;
      if (fields[i].type == CUT_FIELD_STRING)
        append_line (to, cut_record_get_string (record, i));
      else if (fields[i].type == CUT_FIELD_STRINGS)
        for (const char *const *text = cut_record_get_strv (record, i); *text != NULL; text++)
          append_line (to, *text);
    }
  doc->has_lead = CUT_IS_CLIP (record) && (cut_clip_get_excerpt (CUT_CLIP (record)) != NULL || cut_clip_get_standfirst (CUT_CLIP (record)) != NULL);
  doc->title = g_string_free (g_steal_pointer (&title), FALSE);
  doc->detail = g_string_free (g_steal_pointer (&detail), FALSE);
  doc->body = g_strdup ("");
  return doc;
}

#define CAPTURES_OF_CLIP                                                                                       \
  "SELECT t.id, t.key FROM link l JOIN capture t ON t.key = l.from_key "                                     \
  "WHERE l.to_id = ?1 AND l.from_kind = 'capture' AND l.field = 'clip' AND t.deleted = 0 "
#define NEWEST_FIRST "coalesce (nullif (t.fetched_at, 0), t.created) DESC, t.id DESC LIMIT 1"
/* A wall or an error never takes the place of an article, nor does its beginning. */
#define ARTICLES_FIRST "CASE WHEN t.verdict IS NULL THEN 0 WHEN t.verdict = 'paywall' THEN 1 ELSE 2 END, "

static char *
first_capture (CutDb       *db,
               const char  *sql,
               const char  *clip,
               gint64      *key,
               GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, clip);
  if (cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return NULL;
  *key = cut_stmt_get_int (stmt, 1);
  return cut_stmt_dup_text (stmt, 0);
}

char *
cut_search_newest_capture (CutDb       *db,
                           const char  *clip,
                           gint64      *key,
                           GError     **error)
{
  return first_capture (db, CAPTURES_OF_CLIP "ORDER BY " NEWEST_FIRST, clip, key, error);
}

char *
cut_search_shown_capture (CutDb       *db,
                          const char  *clip,
                          gint64      *key,
                          GError     **error)
{
  return first_capture (db, CAPTURES_OF_CLIP "ORDER BY " ARTICLES_FIRST NEWEST_FIRST, clip, key, error);
}

static void
apply_decision (GPtrArray         *blocks,
                const CutSelector *at,
                gboolean           in)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (blocks, i);

      if (block->start >= at->start && block->end <= at->end && block->end > block->start)
        block->role = in ? CUT_ROLE_BODY : CUT_ROLE_FURNITURE;
    }
}

/* The user's word on what is furniture, oldest first. */
static gboolean
apply_decisions (CutDb                  *db,
                 const CutRecordTables  *tables,
                 const char             *capture,
                 GPtrArray              *blocks,
                 GError                **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  sql = g_strdup_printf ("SELECT %s FROM link l JOIN annotation t ON t.key = l.from_key "
                         "WHERE l.to_id = ?1 AND l.from_kind = 'annotation' AND l.field = 'capture' "
                         "AND t.kind = 'furniture' AND t.deleted = 0 ORDER BY t.created, t.id",
                         cut_record_tables_get_columns (tables, CUT_KIND_ANNOTATION));
  stmt = cut_stmt_new (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      g_autoptr (CutRecord) decision = cut_record_tables_read (tables, stmt, 0, CUT_KIND_ANNOTATION, error);
      const char *body;

      if (decision == NULL)
        return FALSE;
      body = cut_annotation_get_body (CUT_ANNOTATION (decision));
      if (g_strcmp0 (body, "in") == 0 || g_strcmp0 (body, "out") == 0)
        apply_decision (blocks, cut_annotation_get_selectors (CUT_ANNOTATION (decision)), g_str_equal (body, "in"));
    }
  return step == CUT_STEP_DONE;
}

static gboolean
has_decisions (CutDb       *db,
               const char  *capture,
               gboolean    *has,
               GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT 1 FROM link l JOIN annotation t ON t.key = l.from_key "
                                               "WHERE l.to_id = ?1 AND l.from_kind = 'annotation' AND l.field = 'capture' "
                                               "AND t.kind = 'furniture' AND t.deleted = 0 LIMIT 1", error);
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, capture);
  step = cut_stmt_step (stmt, error);
  *has = step == CUT_STEP_ROW;
  return step != CUT_STEP_FAILED;
}

/* The counted text of a capture; "" when it has none. */
static char *
counted_text (CutDb                  *db,
              const CutRecordTables  *tables,
              const char             *capture,
              GError                **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  g_autofree char *blocks_json = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const char *fresh = cut_reader_text_get_fresh (db, capture);
  gboolean decided = FALSE;

  if (fresh != NULL && !has_decisions (db, capture, &decided, error))
    return NULL;
  if (fresh != NULL && !decided)
    return g_strdup (fresh);
  if (!cut_reader_text_get (db, capture, &text, &blocks_json, NULL, &local))
    {
      if (g_error_matches (local, CUT_ERROR, CUT_ERROR_NOT_FOUND))
        return g_strdup ("");
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  blocks = cut_blocks_from_json (blocks_json, error);
  if (blocks == NULL || !apply_decisions (db, tables, capture, blocks, error))
    return NULL;
  return cut_blocks_get_counted_text (blocks, text);
}

static gboolean
add_body (CutDb                  *db,
          const CutRecordTables  *tables,
          const char             *clip,
          CutSearchDoc           *doc,
          GError                **error)
{
  g_autoptr (GError) local = NULL;
  gint64 key;
  g_autofree char *capture = cut_search_shown_capture (db, clip, &key, &local);
  g_autofree char *body = NULL;

  if (capture == NULL && local == NULL)
    return TRUE;
  if (capture != NULL)
    body = counted_text (db, tables, capture, &local);
  if (body == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_free (doc->body);
  doc->body = g_steal_pointer (&body);
  return TRUE;
}

CutSearchDoc *
cut_search_doc_new_of_fields (CutDb                  *db,
                              const CutRecordTables  *tables,
                              gint64                  key,
                              CutKind                 kind,
                              GError                **error)
{
  g_autoptr (CutRecord) record = cut_record_tables_get (tables, db, kind, key, error);

  return record != NULL ? doc_of_fields (record) : NULL;
}

static CutSearchDoc *
doc_of_record (CutDb                  *db,
               const CutRecordTables  *tables,
               CutRecord              *record,
               GError                **error)
{
  g_autoptr (CutSearchDoc) doc = doc_of_fields (record);

  if (CUT_IS_CLIP (record) && !add_body (db, tables, cut_record_get_id (record), doc, error))
    return NULL;
  return g_steal_pointer (&doc);
}

CutSearchDoc *
cut_search_doc_new (CutDb                  *db,
                    const CutRecordTables  *tables,
                    gint64                  key,
                    CutKind                 kind,
                    GError                **error)
{
  g_autoptr (CutRecord) record = cut_record_tables_get (tables, db, kind, key, error);

  return record != NULL ? doc_of_record (db, tables, record, error) : NULL;
}

/* What a search shows of a clip. */

#define SHOWN_TEXT                                                                                               \
  "SELECT r.text, EXISTS (SELECT 1 FROM link d JOIN annotation a ON a.key = d.from_key "               \
  "WHERE d.to_id = r.capture AND d.from_kind = 'annotation' AND d.field = 'capture' "                            \
  "AND a.kind = 'furniture' AND a.deleted = 0), r.capture, r.against, r.counted FROM reader_text r WHERE r.capture = ("     \
  "SELECT t.id FROM link l JOIN capture t ON t.key = l.from_key "                                                \
  "WHERE l.to_id = ?1 AND l.from_kind = 'capture' AND l.field = 'clip' AND t.deleted = 0 "                       \
  "ORDER BY " ARTICLES_FIRST NEWEST_FIRST ")"

/* Of texts that were stored before their rows said what counts. */
static char *
counted_by_blocks (CutDb       *db,
                   const char  *capture,
                   GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *blocks_json = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  if (!cut_reader_text_get (db, capture, &text, &blocks_json, NULL, error))
    return NULL;
  blocks = cut_blocks_from_json (blocks_json, error);
  return blocks != NULL ? cut_blocks_get_counted_text (blocks, text) : NULL;
}

static gboolean
is_all (GArray     *parts,
        const char *text)
{
  const CutTextPart *only = parts->len == 1 ? &g_array_index (parts, CutTextPart, 0) : NULL;

  return only != NULL && only->start == 0 && text[only->end] == '\0';
}

char *
cut_search_shown_text (CutDb                  *db,
                       const CutRecordTables  *tables,
                       const char             *clip,
                       GError                **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, SHOWN_TEXT, error);
  g_autofree char *text = NULL;
  g_autoptr (GArray) parts = NULL;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, clip);
  step = cut_stmt_step (stmt, error);
  if (step != CUT_STEP_ROW)
    return step == CUT_STEP_DONE ? g_strdup ("") : NULL;
  /* What a person decided on takes the blocks. */
  if (cut_stmt_get_int (stmt, 1) != 0)
    return counted_text (db, tables, cut_stmt_get_text (stmt, 2), error);
  if (cut_stmt_is_null (stmt, 4))
    return counted_by_blocks (db, cut_stmt_get_text (stmt, 2), error);
  text = cut_reader_text_unpack (db, stmt, 0, 3, error);
  parts = text != NULL ? cut_reader_text_unpack_counted (stmt, 4, text) : NULL;
  if (parts == NULL)
    return text != NULL ? counted_by_blocks (db, cut_stmt_get_text (stmt, 2), error) : NULL;
  return is_all (parts, text) ? g_steal_pointer (&text) : cut_text_parts_join (parts, text);
}

/* Keeping the index. */

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  g_clear_pointer (&touched->before, cut_search_doc_free);
  g_clear_object (&touched->record);
  g_free (touched);
}

CutSearchIndex *
cut_search_index_new (CutDb                 *db,
                      const CutRecordTables *tables)
{
  CutSearchIndex *self = g_new0 (CutSearchIndex, 1);

  self->db = db;
  self->tables = tables;
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, touched_free);
  return self;
}

void
cut_search_index_free (CutSearchIndex *self)
{
  g_hash_table_unref (self->touched);
  g_free (self);
}

void
cut_search_index_forget (CutSearchIndex *self)
{
  g_hash_table_remove_all (self->touched);
  self->stale = FALSE;
  cut_tokenizer_forget_gathered (self->db->tokenizer);
}

/* The hash of the words that are in the index for @key; 0 for none. */
static gboolean
get_indexed (CutSearchIndex  *self,
             gint64           key,
             gint64          *hash,
             GError         **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT indexed FROM object WHERE key = ?1", error);
  CutStep step;

  *hash = 0;
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    *hash = cut_stmt_get_int (stmt, 0);
  return step != CUT_STEP_FAILED;
}

/* An object without a searched field has no place in the index. */
gboolean
cut_search_index_has_kind (CutKind kind)
{
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].flags & CUT_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

static void
add_touched (CutSearchIndex *self,
             gint64          key,
             CutKind         kind,
             CutSearchDoc   *before,
             CutRecord      *record)
{
  Touched *touched = g_new0 (Touched, 1);

  touched->key = key;
  touched->kind = kind;
  touched->before = before;
  touched->record = record;
  g_hash_table_insert (self->touched, &touched->key, touched);
}

void
cut_search_index_add (CutSearchIndex *self,
                      gint64          key,
                      CutRecord      *record)
{
  CutKind kind = cut_record_get_kind (record);

  if (cut_search_index_has_kind (kind) && !g_hash_table_contains (self->touched, &key))
    add_touched (self, key, kind, NULL, g_object_ref (record));
}

/* What is about to be read otherwise, though its record may stay. */
static gboolean
touch (CutSearchIndex  *self,
       gint64           key,
       CutKind          kind,
       GError         **error)
{
  g_autoptr (CutSearchDoc) before = NULL;
  gint64 hash;

  if (!cut_search_index_has_kind (kind) || g_hash_table_contains (self->touched, &key))
    return TRUE;
  if (!get_indexed (self, key, &hash, error))
    return FALSE;
  if (hash != 0)
    {
      before = cut_search_doc_new (self->db, self->tables, key, kind, error);
      if (before == NULL)
        return FALSE;
      self->stale |= cut_search_doc_hash (before) != hash;
    }
  add_touched (self, key, kind, g_steal_pointer (&before), NULL);
  return TRUE;
}

gboolean
cut_search_index_touch (CutSearchIndex  *self,
                        gint64           key,
                        CutKind          kind,
                        GError         **error)
{
  Touched *touched = g_hash_table_lookup (self->touched, &key);

  if (touched != NULL)
    g_clear_object (&touched->record);
  return touch (self, key, kind, error);
}

gboolean
cut_search_index_touch_id (CutSearchIndex  *self,
                           const char      *id,
                           GError         **error)
{
  gint64 key;
  CutKind kind;

  if (!cut_object_row_find (self->db, id, &key, &kind, error))
    return FALSE;
  return key == 0 || touch (self, key, kind, error);
}

static gboolean
run_for_doc (CutSearchIndex      *self,
             const char          *sql,
             gint64               key,
             const CutSearchDoc  *doc,
             GError             **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  cut_stmt_bind_text (stmt, 2, doc->title);
  cut_stmt_bind_text (stmt, 3, doc->detail);
  cut_stmt_bind_text (stmt, 4, doc->body);
  return cut_stmt_run (stmt, error);
}

static gboolean
set_indexed (CutSearchIndex  *self,
             gint64           key,
             gint64           hash,
             GError         **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "UPDATE object SET indexed = ?2 WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  cut_stmt_bind_int (stmt, 2, hash);
  return cut_stmt_run (stmt, error);
}

/* A clip without standfirst shows its first words in a list. */
static gboolean
shows_first_words (CutKind             kind,
                   const CutSearchDoc *doc)
{
  return kind == CUT_KIND_CLIP && !doc->has_lead;
}

static gboolean
insert (CutSearchIndex      *self,
        gint64               key,
        CutKind              kind,
        const CutSearchDoc  *doc,
        GError             **error)
{
  gint64 hash = cut_search_doc_hash (doc);
  gboolean inserted;

  cut_tokenizer_set_gathering (self->db->tokenizer, TRUE);
  inserted = run_for_doc (self, "INSERT INTO search (rowid, title, detail, body) VALUES (?1, ?2, ?3, ?4)", key, doc, error);
  cut_tokenizer_set_gathering (self->db->tokenizer, FALSE);
  if (inserted && shows_first_words (kind, doc))
    return cut_object_row_set_indexed (self->db, key, hash, doc->body, error);
  return inserted && set_indexed (self, key, hash, error);
}

static gboolean
is_same (const CutSearchDoc *a,
         const CutSearchDoc *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->title, b->title) && g_str_equal (a->detail, b->detail) && g_str_equal (a->body, b->body);
}

static gboolean
flush_one (CutSearchIndex  *self,
           const Touched   *touched,
           GError         **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (CutSearchDoc) after = NULL;

  after = touched->record != NULL ? doc_of_record (self->db, self->tables, touched->record, &local)
                                  : cut_search_doc_new (self->db, self->tables, touched->key, touched->kind, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_same (touched->before, after))
    return after == NULL || !shows_first_words (touched->kind, after) ||
           cut_object_row_set_snippet (self->db, touched->key, after->body, error);
  if (touched->before != NULL &&
      !run_for_doc (self, "INSERT INTO search (search, rowid, title, detail, body) VALUES ('delete', ?1, ?2, ?3, ?4)",
                    touched->key, touched->before, error))
    return FALSE;
  return after == NULL || insert (self, touched->key, touched->kind, after, error);
}

gboolean
cut_search_index_is_full (CutSearchIndex *self)
{
  return g_hash_table_size (self->touched) >= MOST_WAITING;
}

static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b)
{
  const Touched *first = *(const Touched *const *) a;
  const Touched *second = *(const Touched *const *) b;

  return (first->key > second->key) - (first->key < second->key);
}

/* FTS5 gathers what comes in the order of the keys, and else writes each entry by itself. */
gboolean
cut_search_index_flush (CutSearchIndex  *self,
                        GError         **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer touched;

  if (self->stale)
    return cut_search_index_rebuild (self, error);
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, NULL, &touched))
    g_ptr_array_add (all, touched);
  g_ptr_array_sort (all, compare_keys_cb);
  for (guint i = 0; i < all->len; i++)
    if (!flush_one (self, g_ptr_array_index (all, i), error))
      return FALSE;
  g_hash_table_remove_all (self->touched);
  return cut_word_table_add_gathered (self->db, error);
}

/* All keys first: the table is changed while they are gone through. */
static gboolean
list_objects (CutSearchIndex  *self,
              CutKind          kind,
              GArray          *keys,
              GError         **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_newf (self->db, error, "SELECT key FROM \"%s\"", cut_kind_get_name (kind));
  CutStep step;

  g_array_set_size (keys, 0);
  if (stmt == NULL)
    return FALSE;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE;
}

static gboolean
index_object (CutSearchIndex  *self,
              gint64           key,
              CutKind          kind,
              GError         **error)
{
  g_autoptr (CutSearchDoc) doc = cut_search_doc_new (self->db, self->tables, key, kind, error);

  return doc != NULL && insert (self, key, kind, doc, error);
}

static gboolean
index_kind (CutSearchIndex  *self,
            CutKind          kind,
            GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!cut_search_index_has_kind (kind))
    return TRUE;
  if (!list_objects (self, kind, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      if (!index_object (self, g_array_index (keys, gint64, i), kind, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_search_index_rebuild (CutSearchIndex  *self,
                          GError         **error)
{
  if (!cut_db_exec (self->db, "INSERT INTO search (search) VALUES ('delete-all')", error))
    return FALSE;
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (!index_kind (self, (CutKind) kind, error))
      return FALSE;
  g_hash_table_remove_all (self->touched);
  self->stale = FALSE;
  return cut_word_table_add_gathered (self->db, error);
}

/* What waits to be indexed. */

static gboolean
list_unindexed (CutSearchIndex  *self,
                guint            limit,
                GArray          *keys,
                GArray          *kinds,
                GError         **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT key, kind FROM object WHERE indexed = 0 ORDER BY key DESC LIMIT ?1", error);
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, limit);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);
      CutKind kind = cut_kind_from_name (cut_stmt_get_text (stmt, 1));

      g_array_append_val (keys, key);
      g_array_append_val (kinds, kind);
    }
  return step == CUT_STEP_DONE;
}

gboolean
cut_search_index_catch_up (CutSearchIndex  *self,
                           guint            limit,
                           gint64           until,
                           guint           *n_done,
                           GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (CutKind));

  *n_done = 0;
  if (!list_unindexed (self, limit, keys, kinds, error))
    return FALSE;
  for (guint i = 0; i < keys->len && (i == 0 || g_get_monotonic_time () < until); i++)
    {
      if (!index_object (self, g_array_index (keys, gint64, i), g_array_index (kinds, CutKind, i), error))
        return FALSE;
      (*n_done)++;
    }
  return cut_word_table_add_gathered (self->db, error);
}

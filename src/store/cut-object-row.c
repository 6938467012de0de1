/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-object-row.h"

#include <string.h>

#include "cut-name-index.h"
#include "cut-record-table.h"
#include "cut-stmt.h"
#include "cut-url-index.h"

#define TITLE_CHARS 500   /* code points of a title that a list needs */
#define KEY_CHARS 80      /* of it that order the list */
#define SNIPPET_CHARS 240

gboolean
cut_object_row_find (CutDb       *db,
                     const char  *id,
                     gint64      *key,
                     CutKind     *kind,
                     GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT key, kind FROM object WHERE id = ?1", error);
  CutStep step;

  *key = 0;
  *kind = CUT_KIND_NONE;
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    {
      *key = cut_stmt_get_int (stmt, 0);
      *kind = cut_kind_from_name (cut_stmt_get_text (stmt, 1));
    }
  return step != CUT_STEP_FAILED;
}

/* Filling. */

/* The end of what stays as it is: ASCII without control characters. */
static const char *
skip_printable (const char *p,
                guint       most)
{
  for (; most > 0 && *p >= ' ' && *p < 0x7f; most--)
    p++;
  return p;
}

char *
cut_object_row_trim (const char *text,
                     guint       most)
{
  GString *line;
  guint n = 0;

  if (text == NULL)
    return NULL;
  line = g_string_new (NULL);
  for (const char *p = text; *p != '\0' && n < most;)
    {
      const char *end = skip_printable (p, most - n);

      g_string_append_len (line, p, end - p);
      n += (guint) (end - p);
      p = end;
      if (*p == '\0' || n >= most)
        break;
      g_string_append_unichar (line, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      n++;
    }
  return g_string_free (line, FALSE);
}

static char *
sort_key_of (const char *text)
{
  g_autofree char *start = cut_object_row_trim (text, KEY_CHARS);

  return start != NULL ? cut_name_fold (start) : NULL;
}

/* The first of the fields, by name, that the record has and that is set. */
static int
first_field (CutRecord         *record,
             const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = cut_kind_find_field (cut_record_get_kind (record), names[i]);

      if (field >= 0 && cut_record_has_value (record, (guint) field))
        return field;
    }
  return -1;
}

static const char *
first_string (CutRecord         *record,
              const char *const *names)
{
  int field = first_field (record, names);

  return field >= 0 ? cut_record_get_string (record, (guint) field) : NULL;
}

static const char *const status_fields[] = { "status", "outcome", "stance", NULL };
static const char *const detail_fields[] = { "schema", "kind", "method", "how", "colour", "property", NULL };
static const char *const site_fields[] = { "site_name", "publisher", NULL };
static const char *const url_fields[] = { "canonical_url", "url", "final_url", NULL };
static const char *const date_fields[] = { "published", "fact_date", "said_at", "date", "at", "asked_at", "start", NULL };
static const char *const snippet_fields[] = { "excerpt", "standfirst", "body", "summary", "description", "memo", "note", NULL };

static const char *
status_of (CutRecord *record)
{
  /* A capture's status is a number. */
  return cut_record_get_kind (record) != CUT_KIND_CAPTURE ? first_string (record, status_fields) : NULL;
}

static char *
byline_of (CutRecord *record)
{
  int field = cut_kind_find_field (cut_record_get_kind (record), "authors");
  g_autofree char *joined = NULL;

  if (field < 0 || !cut_record_has_value (record, (guint) field))
    return NULL;
  joined = g_strjoinv (", ", (char **) cut_record_get_strv (record, (guint) field));
  return cut_object_row_trim (joined, TITLE_CHARS);
}

static void
bind_date (CutStmt   *stmt,
           CutRecord *record)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);
  int first = first_field (record, date_fields);
  /* A relation starts on a date, a placement at an offset. */
  int field = first >= 0 && fields[first].type == CUT_FIELD_DATE ? first : -1;
  g_autofree char *json = field >= 0 ? cut_record_field_to_text (record, (guint) field) : NULL;

  cut_stmt_bind_text (stmt, 13, json);
  if (field >= 0)
    cut_stmt_bind_int (stmt, 14, cut_date_get_sort_key (cut_record_get_date (record, (guint) field)));
  else
    cut_stmt_bind_text (stmt, 14, NULL);
}

static void
bind_words (CutStmt   *stmt,
            CutRecord *record)
{
  g_autofree char *whole = cut_record_get_title (record);
  g_autofree char *title = cut_object_row_trim (whole, TITLE_CHARS);
  g_autofree char *title_key = sort_key_of (title);
  g_autofree char *site = cut_object_row_trim (first_string (record, site_fields), TITLE_CHARS);
  g_autofree char *site_key = sort_key_of (site);
  g_autofree char *host = cut_url_get_host (first_string (record, url_fields));
  g_autofree char *byline = byline_of (record);
  g_autofree char *snippet = cut_object_row_trim (first_string (record, snippet_fields), SNIPPET_CHARS);

  cut_stmt_bind_text (stmt, 6, title);
  cut_stmt_bind_text (stmt, 7, title_key);
  cut_stmt_bind_text (stmt, 8, site);
  cut_stmt_bind_text (stmt, 9, site_key);
  cut_stmt_bind_text (stmt, 10, host);
  cut_stmt_bind_text (stmt, 11, byline);
  cut_stmt_bind_text (stmt, 12, snippet);
}

#define WRITE_SQL                                                                                    "INSERT INTO object (id, kind, deleted, created, modified, title, title_key, site_name, site_key, "   "host, byline, snippet, published, published_key, status, detail) "                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "                  "ON CONFLICT (id) DO UPDATE SET deleted = ?3, created = ?4, modified = ?5, title = ?6, "           "title_key = ?7, site_name = ?8, site_key = ?9, host = ?10, byline = ?11, "                        "snippet = coalesce (?12, snippet), published = ?13, published_key = ?14, status = ?15, detail = ?16 "   "RETURNING key"

gint64
cut_object_row_write (CutDb      *db,
                      CutRecord  *record,
                      GError    **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, WRITE_SQL, error);
  gint64 key;

  if (stmt == NULL)
    return 0;
  cut_stmt_bind_text (stmt, 1, cut_record_get_id (record));
  cut_stmt_bind_text (stmt, 2, cut_kind_get_name (cut_record_get_kind (record)));
  cut_stmt_bind_int (stmt, 3, cut_record_get_int (record, CUT_RECORD_DELETED));
  cut_stmt_bind_int (stmt, 4, cut_record_get_int (record, CUT_RECORD_CREATED));
  cut_stmt_bind_int (stmt, 5, cut_record_get_int (record, CUT_RECORD_MODIFIED));
  bind_words (stmt, record);
  bind_date (stmt, record);
  cut_stmt_bind_text (stmt, 15, status_of (record));
  cut_stmt_bind_text (stmt, 16, first_string (record, detail_fields));
  if (cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return 0;
  key = cut_stmt_get_int (stmt, 0);
  return cut_stmt_run (stmt, error) ? key : 0;
}

static gboolean
run_for_key (CutDb       *db,
             const char  *sql,
             gint64       key,
             const char  *text,
             GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  if (text != NULL)
    cut_stmt_bind_text (stmt, 2, text);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_object_row_set_snippet (CutDb       *db,
                            gint64       key,
                            const char  *words,
                            GError     **error)
{
  g_autofree char *snippet = cut_object_row_trim (words != NULL ? words : "", SNIPPET_CHARS);

  return run_for_key (db, "UPDATE object SET snippet = ?2 WHERE key = ?1", key, snippet, error);
}

gboolean
cut_object_row_set_indexed (CutDb       *db,
                            gint64       key,
                            gint64       hash,
                            const char  *words,
                            GError     **error)
{
  g_autofree char *snippet = cut_object_row_trim (words, SNIPPET_CHARS);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "UPDATE object SET indexed = ?2, snippet = ?3 WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  cut_stmt_bind_int (stmt, 2, hash);
  cut_stmt_bind_text (stmt, 3, snippet);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_object_row_remove (CutDb   *db,
                       gint64   key,
                       GError **error)
{
  return run_for_key (db, "DELETE FROM object WHERE key = ?1", key, NULL, error);
}

/* Counts. */

static gboolean
run_for_id (CutDb       *db,
            const char  *sql,
            const char  *id,
            GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  if (id == NULL)
    return TRUE;
  stmt = cut_stmt_new (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  return cut_stmt_run (stmt, error);
}

/* A decision about furniture is no annotation to count. */
#define CLIP_ANNOTATIONS                                                                             "SELECT a.key, a.id, a.claim FROM link l JOIN annotation a ON a.key = l.from_key "                 "WHERE l.to_id = ?1 AND l.from_kind = 'annotation' AND l.field = 'clip' "                          "AND a.deleted = 0 AND a.kind <> 'furniture'"

#define CLIP_CLAIMS                                                                                  "SELECT claim FROM marks UNION "                                                                   "SELECT t.claim FROM marks JOIN link l ON l.to_id = marks.id AND l.from_kind = 'attribution' "     "AND l.field = 'annotation' JOIN attribution t ON t.key = l.from_key WHERE t.deleted = 0"

#define CLIP_COUNTS_SQL                                                                              "WITH marks AS (" CLIP_ANNOTATIONS "), claims AS (" CLIP_CLAIMS ") "                               "UPDATE object SET n_annotations = (SELECT count (*) FROM marks), "                                "n_claims = (SELECT count (*) FROM claims JOIN object c ON c.id = claims.claim AND c.kind = 'claim' AND c.deleted = 0) "   "WHERE id = ?1 AND kind = 'clip'"

const char *
cut_object_row_wrong_counts_sql (void)
{
  return "WITH marks AS (SELECT key, id, clip, claim FROM annotation WHERE deleted = 0 AND kind <> 'furniture'), "
         "claims AS (SELECT m.clip, m.claim FROM marks m UNION "
         "SELECT m.clip, t.claim FROM attribution t JOIN marks m ON m.id = t.annotation WHERE t.deleted = 0), "
         "n_marks AS (SELECT clip, count (*) AS n FROM marks GROUP BY clip), "
         "n_claims AS (SELECT p.clip, count (*) AS n FROM claims p JOIN object c ON c.id = p.claim "
         "AND c.kind = 'claim' AND c.deleted = 0 GROUP BY p.clip) "
         "SELECT o.id FROM object o LEFT JOIN n_marks m ON m.clip = o.id LEFT JOIN n_claims c ON c.clip = o.id "
         "WHERE o.kind = 'clip' AND (o.n_annotations <> coalesce (m.n, 0) OR o.n_claims <> coalesce (c.n, 0))";
}

/* An import puts thousands of marks into one clip: it is counted once, at the act's end. */
static void
count_later (GHashTable *uncounted,
             const char *clip)
{
  if (clip != NULL)
    g_hash_table_add (uncounted, g_strdup (clip));
}

gboolean
cut_object_row_count_clips (CutDb       *db,
                            GHashTable  *uncounted,
                            GError     **error)
{
  GHashTableIter iter;
  gpointer clip;

  g_hash_table_iter_init (&iter, uncounted);
  while (g_hash_table_iter_next (&iter, &clip, NULL))
    {
      if (!run_for_id (db, CLIP_COUNTS_SQL, clip, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

/* Each clip that @sql finds for @id. */
static gboolean
count_clips_of (CutDb       *db,
                GHashTable  *uncounted,
                const char  *sql,
                const char  *id,
                GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (id == NULL)
    return TRUE;
  stmt = cut_stmt_new (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    count_later (uncounted, cut_stmt_get_text (stmt, 0));
  return step == CUT_STEP_DONE;
}

#define CLIPS_OF_ANNOTATION_SQL "SELECT clip FROM annotation WHERE key = (SELECT key FROM object WHERE id = ?1)"

#define CLIPS_OF_CLAIM_SQL                                                                           "SELECT a.clip FROM link l JOIN annotation a ON a.key = l.from_key "                               "WHERE l.to_id = ?1 AND l.from_kind = 'annotation' AND l.field = 'claim' UNION "                   "SELECT a.clip FROM link l JOIN attribution t ON t.key = l.from_key JOIN object o ON o.id = t.annotation "   "JOIN annotation a ON a.key = o.key "                                                              "WHERE l.to_id = ?1 AND l.from_kind = 'attribution' AND l.field = 'claim'"

static gboolean
was_live (CutRecord *record)
{
  return record != NULL && !cut_record_is_deleted (record);
}

/* The id in one field of a record that may be none. */
static const char *
id_in (CutRecord  *record,
       const char *name)
{
  return record != NULL ? cut_record_get_string (record, (guint) cut_kind_find_field (cut_record_get_kind (record), name)) : NULL;
}

static gboolean
count_clips_of_attribution (CutDb       *db,
                            GHashTable  *uncounted,
                            CutRecord   *attribution,
                            GError     **error)
{
  return count_clips_of (db, uncounted, CLIPS_OF_ANNOTATION_SQL, id_in (attribution, "annotation"), error);
}

#define STORIES_OF_SQL                                                                               "(SELECT count (*) FROM link l JOIN object s ON s.id = l.to_id "                                   "WHERE l.from_key = object.key AND l.field = 'stories' AND s.deleted = 0)"

static gboolean
count_stories (CutDb      *db,
               CutRecord  *old,
               CutRecord  *new,
               GError    **error)
{
  CutRecord *any = new != NULL ? new : old;
  int field;

  if (cut_record_get_kind (any) == CUT_KIND_STORY && was_live (old) != was_live (new))
    return run_for_id (db, "UPDATE object SET n_stories = " STORIES_OF_SQL
                           " WHERE key IN (SELECT from_key FROM link WHERE to_id = ?1 AND field = 'stories')",
                       cut_record_get_id (any), error);
  field = cut_kind_find_field (cut_record_get_kind (any), "stories");
  if (new == NULL || field < 0 || (old == NULL && !cut_record_has_value (new, (guint) field)))
    return TRUE;
  return run_for_id (db, "UPDATE object SET n_stories = " STORIES_OF_SQL " WHERE id = ?1",
                     cut_record_get_id (new), error);
}

gboolean
cut_object_row_update_counts (CutDb       *db,
                              GHashTable  *uncounted,
                              CutRecord   *old,
                              CutRecord   *new,
                              GError     **error)
{
  CutRecord *any = new != NULL ? new : old;

  switch ((int) cut_record_get_kind (any))
    {
    case CUT_KIND_CLIP:
      if (old == NULL)
        count_later (uncounted, cut_record_get_id (any));
      break;
    case CUT_KIND_ANNOTATION:
      count_later (uncounted, id_in (old, "clip"));
      count_later (uncounted, id_in (new, "clip"));
      break;
    case CUT_KIND_ATTRIBUTION:
      if (!count_clips_of_attribution (db, uncounted, old, error) || !count_clips_of_attribution (db, uncounted, new, error))
        return FALSE;
      break;
    case CUT_KIND_CLAIM:
      if (was_live (old) != was_live (new) &&
          !count_clips_of (db, uncounted, CLIPS_OF_CLAIM_SQL, cut_record_get_id (any), error))
        return FALSE;
      break;
    default:
      break;
    }
  return count_stories (db, old, new, error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-stmt.h"
#include "cut-store-mentions.h"
#include "cut-store-private.h"
#include "cut-text-table.h"

/* All that decides what a clip mentions. */

void
cut_sought_text_free (CutSoughtText *self)
{
  g_free (self->clip_id);
  g_free (self->capture_id);
  g_free (self->language);
  g_free (self->text);
  g_free (self->blocks_json);
  g_free (self);
}

static gboolean
read_clip (CutStore       *self,
           CutSoughtText  *sought,
           GError        **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT id, language FROM clip WHERE key = ?1", error);
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, sought->clip);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_ROW)
    {
      sought->clip_id = cut_stmt_dup_text (stmt, 0);
      sought->language = cut_stmt_dup_text (stmt, 1);
    }
  return step != CUT_STEP_FAILED;
}

/* A clip without a capture, and a capture without a text, mention nobody. */
static gboolean
read_capture (CutStore       *self,
              CutSoughtText  *sought,
              GError        **error)
{
  g_autoptr (GError) failure = NULL;

  if (sought->clip_id == NULL)
    return TRUE;
  sought->capture_id = cut_search_shown_capture (self->db, sought->clip_id, &sought->capture, &failure);
  if (sought->capture_id == NULL)
    sought->capture = 0;
  else if (!cut_reader_text_get (self->db, sought->capture_id, &sought->text, &sought->blocks_json, NULL, &failure) &&
           g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

CutSoughtText *
cut_store_get_sought_text (CutStore  *self,
                           gint64     clip,
                           GError   **error)
{
  g_autoptr (CutSoughtText) sought = g_new0 (CutSoughtText, 1);

  sought->clip = clip;
  if (!cut_store_check (self, error) || !read_clip (self, sought, error) || !read_capture (self, sought, error))
    return NULL;
  return g_steal_pointer (&sought);
}

/* Lines. The headline and the captions are the article's own words, too; the byline, credits and furniture are not. */

#define LINES_SQL                                                                                             \
  "SELECT json_extract (value, '$.start'), json_extract (value, '$.end'), "                                   \
  "json_extract (value, '$.kind') = 'preformatted', "                                                         \
  "coalesce (json_extract (value, '$.role'), 'body') IN ('body', 'title', 'standfirst', 'caption') "          \
  "FROM json_each (?1)"

static gboolean
refuse_lines (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The table of paragraphs is damaged"));
  return FALSE;
}

static gboolean
add_line (CutStmt  *stmt,
          GArray   *lines,
          guint    *end,
          GError  **error)
{
  CutCounting line = { (guint) cut_stmt_get_int (stmt, 0), (guint) cut_stmt_get_int (stmt, 1), cut_stmt_get_int (stmt, 2) != 0,
                       cut_stmt_get_int (stmt, 3) != 0 };

  if (line.start < *end || line.end < line.start)
    return refuse_lines (error);
  *end = line.end;
  g_array_append_val (lines, line);
  return TRUE;
}

GArray *
cut_store_list_counting (CutStore    *self,
                         const char  *blocks_json,
                         GError     **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (CutCounting));
  g_autoptr (CutStmt) stmt = cut_store_check (self, error) ? cut_stmt_new (self->db, LINES_SQL, error) : NULL;
  guint end = 0;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, blocks_json);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!add_line (stmt, lines, &end, error))
      return NULL;
  return step == CUT_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

/* Marks. */

void
cut_stored_mark_free (CutStoredMark *self)
{
  g_free (self->id);
  g_strfreev (self->entities);
  g_free (self);
}

/* Where a mark stands: a person's word, else its own selectors in its own capture, else where it was found. */
#define MARKS_SQL                                                                                                       \
  "SELECT t.id, t.kind, t.body, t.entities, t.capture = ?2, d.status, d.start, d.\"end\", p.status, p.start, p.\"end\", " \
  "iif (json_valid (t.selectors), json_extract (t.selectors, '$[0].start'), NULL), "                                    \
  "iif (json_valid (t.selectors), json_extract (t.selectors, '$[0].end'), NULL) "                                       \
  "FROM link l JOIN annotation t ON t.key = l.from_key "                                                                \
  "LEFT JOIN placement d ON d.key = (SELECT x.key FROM link w JOIN placement x ON x.key = w.from_key "                  \
  "WHERE w.to_id = t.id AND w.from_kind = 'placement' AND w.field = 'annotation' AND x.capture = ?2 AND x.deleted = 0 " \
  "ORDER BY x.modified DESC, x.id DESC LIMIT 1) "                                                                       \
  "LEFT JOIN place p ON p.annotation = t.id AND p.capture = ?2 "                                                        \
  "WHERE l.to_id = ?1 AND l.from_kind = 'annotation' AND l.field = 'clip' AND t.deleted = 0 "                           \
  "AND (t.entities IS NOT NULL OR t.kind = 'furniture') ORDER BY t.id"

static gboolean
is_placed (const char *status)
{
  return g_strcmp0 (status, "exact") == 0 || g_strcmp0 (status, "moved") == 0 || g_strcmp0 (status, "changed") == 0;
}

/* Returns: the column of the start, -1 where it stands nowhere */
static int
find_place (CutStmt *stmt)
{
  if (!cut_stmt_is_null (stmt, 5))
    return is_placed (cut_stmt_get_text (stmt, 5)) ? 6 : -1;
  if (cut_stmt_get_int (stmt, 4) != 0)
    return cut_stmt_is_null (stmt, 11) ? -1 : 11;
  return is_placed (cut_stmt_get_text (stmt, 8)) ? 9 : -1;
}

static CutStoredMark *
read_mark (CutStmt *stmt,
           int      place)
{
  CutStoredMark *mark = g_new0 (CutStoredMark, 1);
  const char *kind = cut_stmt_get_text (stmt, 1);

  mark->furniture = g_strcmp0 (kind, "furniture") == 0;
  mark->names = g_strcmp0 (kind, "entity") == 0;
  mark->id = cut_stmt_dup_text (stmt, 0);
  mark->counts = g_strcmp0 (cut_stmt_get_text (stmt, 2), "in") == 0;
  mark->entities = cut_stmt_is_null (stmt, 3) ? NULL : cut_record_list_from_text (cut_stmt_get_text (stmt, 3));
  mark->start = (guint) cut_stmt_get_int (stmt, place);
  mark->end = (guint) cut_stmt_get_int (stmt, place + 1);
  return mark;
}

GPtrArray *
cut_store_list_naming_marks (CutStore             *self,
                             const CutSoughtText  *text,
                             GError              **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_stored_mark_free);
  g_autoptr (CutStmt) stmt = cut_store_check (self, error) ? cut_stmt_new (self->db, MARKS_SQL, error) : NULL;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, text->clip_id);
  cut_stmt_bind_text (stmt, 2, text->capture_id);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      int place = find_place (stmt);

      if (place >= 0)
        g_ptr_array_add (marks, read_mark (stmt, place));
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&marks) : NULL;
}

/* Few clips have any. */
static gboolean
has_refusals (CutStore    *self,
              const char  *clip,
              gboolean    *has,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db,
                                           "SELECT EXISTS (SELECT 1 FROM link l JOIN dismissal t ON t.key = l.from_key WHERE l.to_id = ?1 "
                                           "AND l.from_kind = 'dismissal' AND l.field = 'clip' AND t.kind = 'mention' AND t.deleted = 0)",
                                           error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, clip);
  if (cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return FALSE;
  *has = cut_stmt_get_int (stmt, 0) != 0;
  return TRUE;
}

GPtrArray *
cut_store_list_refusals (CutStore    *self,
                         const char  *clip,
                         GError     **error)
{
  g_autoptr (CutQuery) query = NULL;
  gboolean has;

  if (!cut_store_check (self, error) || !has_refusals (self, clip, &has, error))
    return NULL;
  if (!has)
    return g_ptr_array_new_with_free_func (g_object_unref);
  query = cut_query_new (CUT_KIND_DISMISSAL);
  cut_query_where (query, "clip", clip);
  cut_query_where (query, "kind", "mention");
  return cut_store_list (self, query, error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-object-row.h"
#include "cut-stmt.h"
#include "cut-store-mentions.h"
#include "cut-store-private.h"

void
cut_stored_mentions_free (CutStoredMentions *self)
{
  g_free (self->entity_id);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/* Spans: for each how far its start is from the end of the one before, its length and its flags, as numbers of 7 bits a byte, the
 * lowest first, with the eighth bit set on all but the last byte. */

static void
append_number (GByteArray *bytes,
               guint       number)
{
  guint8 byte;

  for (; number >= 0x80; number >>= 7)
    {
      byte = (guint8) (number | 0x80);
      g_byte_array_append (bytes, &byte, 1);
    }
  byte = (guint8) number;
  g_byte_array_append (bytes, &byte, 1);
}

static GBytes *
pack_spans (GArray *spans)
{
  GByteArray *bytes = g_byte_array_sized_new (4 * spans->len);
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const CutMentionSpan *span = &g_array_index (spans, CutMentionSpan, i);

      append_number (bytes, span->start - end);
      append_number (bytes, span->end - span->start);
      append_number (bytes, span->flags);
      end = span->end;
    }
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_number (const guint8 **at,
             const guint8  *end,
             guint         *number)
{
  *number = 0;
  for (guint shift = 0; *at < end && shift < 32; shift += 7)
    {
      guint8 byte = *(*at)++;

      *number |= (guint) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

/* What is damaged ends the list: it can be made again. */
static GArray *
unpack_spans (const void *data,
              gsize       length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CutMentionSpan));
  const guint8 *at = data;
  const guint8 *end = at + length;
  guint offset = 0;

  while (at < end)
    {
      CutMentionSpan span;
      guint gap, width;

      if (!read_number (&at, end, &gap) || !read_number (&at, end, &width) || !read_number (&at, end, &span.flags) ||
          gap > G_MAXINT || width > G_MAXINT || offset > G_MAXINT)
        break;
      span.start = offset + gap;
      span.end = offset = span.start + width;
      g_array_append_val (spans, span);
    }
  return spans;
}

/* Writing. */

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

static guint
count_linked (GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += (g_array_index (spans, CutMentionSpan, i).flags & CUT_SPAN_LINKED) != 0;
  return n;
}

static gboolean
insert (CutStmt                  *stmt,
        gint64                    clip,
        const CutStoredMentions  *mentions,
        GError                  **error)
{
  g_autoptr (GBytes) packed = pack_spans (mentions->spans);

  cut_stmt_bind_int (stmt, 1, clip);
  cut_stmt_bind_int (stmt, 2, mentions->entity);
  cut_stmt_bind_int (stmt, 3, mentions->capture);
  cut_stmt_bind_int (stmt, 4, mentions->spans->len);
  cut_stmt_bind_int (stmt, 5, count_linked (mentions->spans));
  cut_stmt_bind_bytes (stmt, 6, packed);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_store_put_mentions (CutStore   *self,
                        gint64      clip,
                        GPtrArray  *mentions,
                        GError    **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  if (!cut_store_check (self, error) || !run_with_key (self, "DELETE FROM mention WHERE clip = ?1", clip, error) ||
      !run_with_key (self, "DELETE FROM unsought WHERE clip = ?1", clip, error))
    return FALSE;
  stmt = cut_stmt_new (self->db, "INSERT INTO mention (clip, entity, capture, n, linked, spans) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  for (guint i = 0; stmt != NULL && i < mentions->len; i++)
    if (!insert (stmt, clip, g_ptr_array_index (mentions, i), error))
      return FALSE;
  return stmt != NULL;
}

/* Reading. */

static CutStoredMentions *
read_mentions (CutStmt *stmt)
{
  CutStoredMentions *mentions = g_new0 (CutStoredMentions, 1);
  const void *data;
  gsize length;

  mentions->entity = cut_stmt_get_int (stmt, 0);
  mentions->entity_id = cut_stmt_dup_text (stmt, 1);
  mentions->capture = cut_stmt_get_int (stmt, 2);
  data = cut_stmt_get_bytes (stmt, 3, &length);
  mentions->spans = unpack_spans (data, length);
  return mentions;
}

GPtrArray *
cut_store_list_mentions (CutStore  *self,
                         gint64     clip,
                         gint64     entity,
                         GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_stored_mentions_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db,
                       "SELECT m.entity, o.id, m.capture, m.spans FROM mention m JOIN object o ON o.key = m.entity "
                       "WHERE m.clip = ?1 AND (?2 = 0 OR m.entity = ?2)",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 1, clip);
  cut_stmt_bind_int (stmt, 2, entity);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (list, read_mentions (stmt));
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* Of one entity the index has all that is asked; of all, the rows of a clip stand together. */
#define OF_STATE "(?3 = 0 OR (?3 = 1 AND m.linked > 0) OR (?3 = 2 AND m.linked < m.n))"
#define OF_ENTITY "FROM mention m JOIN object o ON o.key = m.clip WHERE m.entity = ?1 AND (?2 = 0 OR m.clip = ?2) AND o.deleted = 0 AND " OF_STATE
#define OF_ALL                                                                                                          \
  "FROM (SELECT clip, sum (n) AS n, sum (linked) AS linked FROM mention WHERE ?2 = 0 OR clip = ?2 GROUP BY clip) m " \
  "JOIN object o ON o.key = m.clip WHERE ?1 = 0 AND o.deleted = 0 AND " OF_STATE

static CutStmt *
prepare (CutStore            *self,
         const char          *one,
         const char          *all,
         gint64               entity,
         gint64               clip,
         CutMentioningState   state,
         GError             **error)
{
  CutStmt *stmt = cut_store_check (self, error) ? cut_stmt_new (self->db, entity != 0 ? one : all, error) : NULL;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 1, entity);
  cut_stmt_bind_int (stmt, 2, clip);
  cut_stmt_bind_int (stmt, 3, state);
  return stmt;
}

GArray *
cut_store_list_mentioning (CutStore            *self,
                           gint64               entity,
                           gint64               clip,
                           CutMentioningState   state,
                           guint                offset,
                           guint                limit,
                           GError             **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (CutMentioning));
  g_autoptr (CutStmt) stmt = prepare (self, "SELECT m.clip, m.n, m.linked " OF_ENTITY " ORDER BY m.clip DESC LIMIT ?4 OFFSET ?5",
                                      "SELECT m.clip, m.n, m.linked " OF_ALL " ORDER BY m.clip DESC LIMIT ?4 OFFSET ?5", entity, clip,
                                      state, error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 4, limit > 0 ? (gint64) limit : -1);
  cut_stmt_bind_int (stmt, 5, offset);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutMentioning row = { cut_stmt_get_int (stmt, 0), (guint) cut_stmt_get_int (stmt, 1), (guint) cut_stmt_get_int (stmt, 2) };

      g_array_append_val (list, row);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

#define TOTALS "SELECT coalesce (sum (" OF_STATE "), 0), coalesce (sum (m.n), 0), coalesce (sum (m.linked), 0) "

gboolean
cut_store_count_mentioning (CutStore            *self,
                            gint64               entity,
                            gint64               clip,
                            CutMentioningState   state,
                            CutMentioning       *all,
                            GError             **error)
{
  g_autoptr (CutStmt) stmt = prepare (self,
                                      TOTALS "FROM mention m JOIN object o ON o.key = m.clip "
                                             "WHERE m.entity = ?1 AND (?2 = 0 OR m.clip = ?2) AND o.deleted = 0",
                                      TOTALS "FROM (SELECT clip, sum (n) AS n, sum (linked) AS linked FROM mention "
                                             "WHERE ?2 = 0 OR clip = ?2 GROUP BY clip) m JOIN object o ON o.key = m.clip "
                                             "WHERE ?1 = 0 AND o.deleted = 0",
                                      entity, clip, state, error);

  if (stmt == NULL || cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return FALSE;
  all->clip = cut_stmt_get_int (stmt, 0);
  all->n = (guint) cut_stmt_get_int (stmt, 1);
  all->n_linked = (guint) cut_stmt_get_int (stmt, 2);
  return TRUE;
}

GHashTable *
cut_store_count_unlinked (CutStore  *self,
                          GError   **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db,
                       "SELECT e.id, sum (m.n - m.linked) AS unlinked FROM mention m JOIN object e ON e.key = m.entity "
                       "JOIN object c ON c.key = m.clip WHERE c.deleted = 0 GROUP BY m.entity HAVING unlinked > 0",
                       error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_insert (counts, g_strdup (cut_stmt_get_text (stmt, 0)), GUINT_TO_POINTER ((guint) cut_stmt_get_int (stmt, 1)));
  return step == CUT_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

gint64
cut_store_find_key (CutStore    *self,
                    CutKind      kind,
                    const char  *id,
                    GError     **error)
{
  CutKind found;
  gint64 key;

  if (!cut_store_check (self, error) || !cut_object_row_find (self->db, id, &key, &found, error))
    return 0;
  if (key != 0 && found == kind)
    return key;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds no %s with the id %s"), cut_kind_get_name (kind), id);
  return 0;
}

CutRecord *
cut_store_get_by_key (CutStore  *self,
                      CutKind    kind,
                      gint64     key,
                      GError   **error)
{
  return cut_store_check (self, error) ? cut_record_tables_get (self->tables, self->db, kind, key, error) : NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-capture.h"
#include "cut-custody-seal.h"
#include "cut-custody.h"
#include "cut-object-row.h"
#include "cut-problem.h"
#include "cut-stmt.h"

/* The chain is walked to its end whatever is wrong on the way; then each capture is held against what the chain says
 * of it. */

/* What the chain says of one object. */
typedef struct
{
  gint64 first;     /* sequence number of the first entry that names it as a capture */
  gint64 plain_at;  /* of the first of form 1, 0 for none */
  char *plain;      /* (owned) (nullable): hash of the bytes */
  gint64 salted_at; /* of the first of form 2 that seals it, 0 for none */
  char *salted;     /* (owned) (nullable): the seal */
  gboolean purged;
} Said;

typedef struct
{
  CutDb *db;
  const CutRecordTables *tables;
  GPtrArray *problems;
  GHashTable *said; /* (element-type utf8 Said): by object */
  const char *head;
  gboolean head_found;
  GError **error;
} Walk;

static void
said_free (gpointer data)
{
  Said *said = data;

  g_free (said->plain);
  g_free (said->salted);
  g_free (said);
}

static void
entry_problem (Walk       *walk,
               gint64      seq,
               const char *problem)
{
  g_autofree char *path = g_strdup_printf ("custody/%" G_GINT64_FORMAT, seq);

  g_ptr_array_add (walk->problems, cut_problem_new (path, problem));
}

static void
capture_problem (Walk       *walk,
                 const char *id,
                 char       *problem)
{
  g_autofree char *path = g_strdup_printf ("capture/%s", id);

  g_ptr_array_add (walk->problems, cut_problem_new (path, problem));
  g_free (problem);
}

/* The chain. */

static void
name_missing (Walk   *walk,
              gint64  expected,
              gint64  seq)
{
  for (gint64 missing = expected; missing < seq && missing < expected + 100; missing++)
    entry_problem (walk, missing, _("the entry is missing"));
}

static const char *
text_or_empty (CutStmt *stmt,
               int      column)
{
  const char *text = cut_stmt_get_text (stmt, column);

  return text != NULL ? text : "";
}

static void
read_entry (CutStmt         *stmt,
            CutCustodyEntry *entry)
{
  entry->seq = cut_stmt_get_int (stmt, 0);
  entry->time = cut_stmt_get_int (stmt, 1);
  entry->action = text_or_empty (stmt, 2);
  entry->object = text_or_empty (stmt, 3);
  entry->object_sha256 = text_or_empty (stmt, 4);
  entry->previous = text_or_empty (stmt, 5);
  entry->form = cut_stmt_get_int (stmt, 7);
  entry->detail = text_or_empty (stmt, 8);
}

static void
check_entry (Walk                  *walk,
             const CutCustodyEntry *entry,
             const char            *stored,
             gint64                 expected,
             const char            *previous)
{
  g_autofree char *hash = cut_custody_entry_hash (entry);

  if (entry->seq != expected)
    name_missing (walk, expected, entry->seq);
  else if (!g_str_equal (previous, entry->previous))
    entry_problem (walk, entry->seq, _("it does not follow from the entry before it"));
  if (entry->form != CUT_CUSTODY_PLAIN && entry->form != CUT_CUSTODY_SALTED)
    entry_problem (walk, entry->seq, _("it is of a form that is not known"));
  else if (!g_str_equal (hash, stored))
    entry_problem (walk, entry->seq, _("it was changed after it was written"));
}

static void
hear (Walk                  *walk,
      const CutCustodyEntry *entry)
{
  Said *said = g_hash_table_lookup (walk->said, entry->object);
  gboolean plain = entry->form == CUT_CUSTODY_PLAIN;

  if (g_str_equal (entry->object_sha256, "") && !g_str_equal (entry->action, CUT_CUSTODY_PURGED))
    return;
  if (said == NULL)
    {
      said = g_new0 (Said, 1);
      said->first = entry->seq;
      g_hash_table_insert (walk->said, g_strdup (entry->object), said);
    }
  said->purged = g_str_equal (entry->action, CUT_CUSTODY_PURGED);
  /* What comes later under that id is sealed anew. */
  if (said->purged)
    {
      g_clear_pointer (&said->plain, g_free);
      g_clear_pointer (&said->salted, g_free);
    }
  if (plain && said->plain == NULL)
    {
      said->plain = g_strdup (entry->object_sha256);
      said->plain_at = entry->seq;
    }
  if (!plain && said->salted == NULL && *entry->object_sha256 != '\0')
    {
      said->salted = g_strdup (entry->object_sha256);
      said->salted_at = entry->seq;
    }
}

/* Whether it is the head that was asked for, or names it as the one it goes on from. */
static gboolean
is_head (const Walk            *walk,
         const CutCustodyEntry *entry,
         const char            *stored)
{
  g_autofree char *detail = walk->head != NULL ? cut_custody_detail_of_head (walk->head) : NULL;

  return g_strcmp0 (walk->head, stored) == 0 ||
         (detail != NULL && g_str_equal (entry->action, CUT_CUSTODY_CONTINUED) && g_str_equal (entry->detail, detail));
}

static gboolean
walk_chain (Walk *walk)
{
  g_autoptr (CutStmt) stmt = NULL;
  g_autofree char *previous = g_strdup ("");
  gint64 expected = 1;
  CutStep step;

  stmt = cut_stmt_new (walk->db, "SELECT seq, time, action, object, object_sha256, previous, hash, form, detail FROM custody ORDER BY seq",
                       walk->error);
  if (stmt == NULL)
    return FALSE;
  while ((step = cut_stmt_step (stmt, walk->error)) == CUT_STEP_ROW)
    {
      CutCustodyEntry entry;
      const char *stored = text_or_empty (stmt, 6);

      read_entry (stmt, &entry);
      check_entry (walk, &entry, stored, expected, previous);
      hear (walk, &entry);
      walk->head_found = walk->head_found || is_head (walk, &entry, stored);
      expected = entry.seq + 1;
      g_free (previous);
      previous = g_strdup (stored);
    }
  if (walk->head != NULL && !walk->head_found)
    g_ptr_array_add (walk->problems, cut_problem_new ("custody/head", _("The chain does not hold the head that was given: its end was cut off, "
                                                                            "it was written anew, or the head is that of another notebook")));
  return step == CUT_STEP_DONE;
}

/* The captures. */

static gboolean
check_sealed (Walk       *walk,
              CutRecord  *capture,
              const Said *said)
{
  const char *id = cut_record_get_id (capture);
  g_autofree char *salt = NULL;
  g_autofree char *seal = NULL;

  if (said->plain != NULL && g_strcmp0 (said->plain, cut_capture_get_sha256 (CUT_CAPTURE (capture))) != 0)
    capture_problem (walk, id, g_strdup_printf (_("The hash of its bytes is not the one in entry %ld of the chain of custody"),
                                                (long) said->plain_at));
  if (said->salted == NULL)
    return TRUE;
  if (!cut_custody_salt_get (walk->db, id, &salt, walk->error))
    return FALSE;
  if (salt == NULL)
    {
      entry_problem (walk, said->salted_at, _("its salt is gone, so that what it sealed cannot be looked at"));
      return TRUE;
    }
  if (!cut_custody_seal_of (walk->db, capture, salt, &seal, walk->error))
    return FALSE;
  if (!g_str_equal (seal, said->salted))
    capture_problem (walk, id, g_strdup_printf (_("It is not as entry %ld of the chain of custody sealed it"),
                                                (long) said->salted_at));
  return TRUE;
}

/* Rows that cannot be read are somebody else's line; here they only cannot be compared. */
static gboolean
check_capture (Walk       *walk,
               const char *id,
               gint64      key)
{
  const Said *said = g_hash_table_lookup (walk->said, id);
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) capture = NULL;

  if (said == NULL)
    {
      capture_problem (walk, id, g_strdup (_("The chain of custody does not know it")));
      return TRUE;
    }
  capture = cut_record_tables_get (walk->tables, walk->db, CUT_KIND_CAPTURE, key, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (walk->error, g_steal_pointer (&failure));
      return FALSE;
    }
  return capture == NULL || check_sealed (walk, capture, said);
}

typedef struct
{
  char *id;
  gint64 key;
} Row;

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->id);
  g_free (data);
}

static GPtrArray *
list_captures (Walk *walk)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (CutStmt) stmt = cut_stmt_new (walk->db, "SELECT id, key FROM capture ORDER BY key", walk->error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, walk->error)) == CUT_STEP_ROW)
    {
      Row *row = g_new0 (Row, 1);

      row->id = g_strdup (text_or_empty (stmt, 0));
      row->key = cut_stmt_get_int (stmt, 1);
      g_ptr_array_add (rows, row);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static int
compare_first (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Said *first = g_hash_table_lookup (data, a);
  const Said *second = g_hash_table_lookup (data, b);

  return first->first < second->first ? -1 : first->first > second->first;
}

static void
name_gone (Walk       *walk,
           GHashTable *present)
{
  g_autoptr (GList) ids = g_list_sort_with_data (g_hash_table_get_keys (walk->said), compare_first, walk->said);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const Said *said = g_hash_table_lookup (walk->said, l->data);

      if (!said->purged && !g_hash_table_contains (present, l->data))
        entry_problem (walk, said->first, _("the capture that it names is gone"));
    }
}

static gboolean
check_captures (Walk *walk)
{
  g_autoptr (GPtrArray) rows = list_captures (walk);
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      CutKind kind;
      gint64 key;

      if (!g_hash_table_add (present, row->id))
        capture_problem (walk, row->id, g_strdup (_("There are two of it")));
      if (!cut_object_row_find (walk->db, row->id, &key, &kind, walk->error) || !check_capture (walk, row->id, row->key))
        return FALSE;
      if (key != row->key)
        capture_problem (walk, row->id, g_strdup (_("It is in its table, but not among the objects")));
    }
  if (rows != NULL)
    name_gone (walk, present);
  return rows != NULL;
}

gboolean
cut_custody_verify (CutDb                  *db,
                    const CutRecordTables  *tables,
                    const char             *head,
                    GPtrArray              *problems,
                    GError                **error)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, said_free);
  Walk walk = { .db = db, .tables = tables, .problems = problems, .said = said, .head = head, .error = error };

  return walk_chain (&walk) && check_captures (&walk);
}

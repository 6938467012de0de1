/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-pack.h"
#include "cut-stmt.h"

/* The changes of one act are packed as lines, three an object: its kind, its JSON before, its JSON after. */

void
cut_journal_entry_free (CutJournalEntry *entry)
{
  g_free (entry->label);
  g_clear_pointer (&entry->kinds, g_array_unref);
  g_clear_pointer (&entry->before, g_ptr_array_unref);
  g_clear_pointer (&entry->after, g_ptr_array_unref);
  g_free (entry);
}

static GBytes *
pack_changes (CutDb                 *db,
              const CutJournalEntry *entry)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < entry->kinds->len; i++)
    {
      g_string_append (lines, cut_kind_get_name ((CutKind) g_array_index (entry->kinds, int, i)));
      g_string_append_printf (lines, "\n%s\n%s\n", (const char *) g_ptr_array_index (entry->before, i),
                              (const char *) g_ptr_array_index (entry->after, i));
    }
  return cut_pack (db->packer, lines->str, lines->len);
}

static CutJournalEntry *
entry_new (CutStmt *stmt)
{
  CutJournalEntry *entry = g_new0 (CutJournalEntry, 1);

  entry->seq = cut_stmt_get_int (stmt, 0);
  entry->label = cut_stmt_dup_text (stmt, 1);
  entry->kinds = g_array_new (FALSE, FALSE, sizeof (int));
  entry->before = g_ptr_array_new_with_free_func (g_free);
  entry->after = g_ptr_array_new_with_free_func (g_free);
  return entry;
}

/* The line at *@at, which moves behind it; NULL at the end. */
static char *
take_line (const char **at)
{
  const char *end = strchr (*at, '\n');
  char *line = end != NULL ? g_strndup (*at, (gsize) (end - *at)) : NULL;

  if (end != NULL)
    *at = end + 1;
  return line;
}

static gboolean
unpack_changes (CutJournalEntry *entry,
                const char      *lines)
{
  const char *at = lines;

  while (*at != '\0')
    {
      g_autofree char *name = take_line (&at);
      g_autofree char *before = take_line (&at);
      g_autofree char *after = take_line (&at);
      int kind = (int) cut_kind_from_name (name);

      if (kind == CUT_KIND_NONE || after == NULL)
        return FALSE;
      g_array_append_val (entry->kinds, kind);
      g_ptr_array_add (entry->before, g_steal_pointer (&before));
      g_ptr_array_add (entry->after, g_steal_pointer (&after));
    }
  return TRUE;
}

gboolean
cut_journal_append (CutDb                  *db,
                    const CutJournalEntry  *entry,
                    GError                **error)
{
  g_autoptr (GBytes) changes = pack_changes (db, entry);
  g_autoptr (CutStmt) stmt = NULL;

  if (!cut_db_exec (db, "DELETE FROM journal WHERE undone = 1", error))
    return FALSE;
  stmt = cut_stmt_new (db, "INSERT INTO journal (label, changes) VALUES (?1, ?2)", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, entry->label);
  cut_stmt_bind_bytes (stmt, 2, changes);
  return cut_stmt_run (stmt, error);
}

static CutJournalEntry *
read_entry (CutStmt  *stmt,
            GError  **error)
{
  g_autoptr (CutJournalEntry) entry = entry_new (stmt);
  gsize length;
  const void *bytes = cut_stmt_get_bytes (stmt, 2, &length);
  g_autofree char *lines = cut_unpack_text (NULL, bytes, length, error);

  if (lines == NULL)
    return NULL;
  if (unpack_changes (entry, lines))
    return g_steal_pointer (&entry);
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The record of “%s” is damaged and cannot be undone"), entry->label);
  return NULL;
}

CutJournalEntry *
cut_journal_peek (CutDb     *db,
                  gboolean   redo,
                  GError   **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db,
                                           redo ? "SELECT seq, label, changes FROM journal WHERE undone = 1 ORDER BY seq LIMIT 1"
                                                : "SELECT seq, label, changes FROM journal WHERE undone = 0 ORDER BY seq DESC LIMIT 1",
                                           error);

  return stmt != NULL && cut_stmt_step (stmt, error) == CUT_STEP_ROW ? read_entry (stmt, error) : NULL;
}

/* Act by act: all of them at once would be the whole notebook's history in memory. */
gboolean
cut_journal_walk (CutDb           *db,
                  CutJournalFunc   func,
                  gpointer         data,
                  GError         **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT seq, label, changes FROM journal WHERE undone = 0 ORDER BY seq DESC", error);
  CutStep step = stmt != NULL ? CUT_STEP_ROW : CUT_STEP_FAILED;

  while (step == CUT_STEP_ROW)
    {
      g_autoptr (CutJournalEntry) entry = NULL;

      step = cut_stmt_step (stmt, error);
      if (step != CUT_STEP_ROW)
        break;
      entry = read_entry (stmt, error);
      if (entry == NULL)
        return FALSE;
      if (!func (entry, data))
        return TRUE;
    }
  return step == CUT_STEP_DONE;
}

gboolean
cut_journal_move (CutDb     *db,
                  gint64     seq,
                  gboolean   undone,
                  GError   **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  stmt = cut_stmt_new (db, "UPDATE journal SET undone = ?2 WHERE seq = ?1 RETURNING seq", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, seq);
  cut_stmt_bind_int (stmt, 2, undone != FALSE);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_DONE)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no such act to undo"));
  return step == CUT_STEP_ROW && cut_stmt_run (stmt, error);
}

/* Rewriting. */

static gboolean
rewrite_lines (GArray             *kinds,
               GPtrArray          *lines,
               CutJournalRewrite   func,
               gpointer            data,
               gboolean           *changed,
               GError            **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      char *line = g_ptr_array_index (lines, i);
      char *next = *line != '\0' ? func ((CutKind) g_array_index (kinds, int, i), line, data, &failure) : NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (next == NULL)
        continue;
      g_free (line);
      lines->pdata[i] = next;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
store_changes (CutDb                  *db,
               const CutJournalEntry  *entry,
               GError                **error)
{
  g_autoptr (GBytes) changes = pack_changes (db, entry);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "UPDATE journal SET changes = ?2 WHERE seq = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, entry->seq);
  cut_stmt_bind_bytes (stmt, 2, changes);
  return cut_stmt_run (stmt, error);
}

/* The statement is done with before the row is written. */
static CutJournalEntry *
next_entry (CutDb     *db,
            gint64     after,
            gboolean  *end,
            GError   **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT seq, label, changes FROM journal WHERE seq > ?1 ORDER BY seq LIMIT 1",
                                           error);
  CutStep step = CUT_STEP_FAILED;

  if (stmt != NULL)
    {
      cut_stmt_bind_int (stmt, 1, after);
      step = cut_stmt_step (stmt, error);
    }
  *end = step == CUT_STEP_DONE;
  return step == CUT_STEP_ROW ? read_entry (stmt, error) : NULL;
}

gboolean
cut_journal_rewrite (CutDb              *db,
                     CutJournalRewrite   func,
                     gpointer            data,
                     GError            **error)
{
  gint64 last = 0;
  gboolean end = FALSE;

  while (!end)
    {
      g_autoptr (CutJournalEntry) entry = next_entry (db, last, &end, error);
      gboolean changed = FALSE;

      if (entry == NULL)
        break;
      if (!rewrite_lines (entry->kinds, entry->before, func, data, &changed, error) ||
          !rewrite_lines (entry->kinds, entry->after, func, data, &changed, error) ||
          (changed && !store_changes (db, entry, error)))
        return FALSE;
      last = entry->seq;
    }
  return end;
}

/* Dropping. */

static gboolean
drop_objects (CutJournalEntry *entry,
              CutJournalDrop   func,
              gpointer         data)
{
  guint n = entry->kinds->len;

  for (guint i = n; i-- > 0;)
    if (func ((CutKind) g_array_index (entry->kinds, int, i), g_ptr_array_index (entry->before, i), g_ptr_array_index (entry->after, i), data))
      {
        g_array_remove_index (entry->kinds, i);
        g_ptr_array_remove_index (entry->before, i);
        g_ptr_array_remove_index (entry->after, i);
      }
  return entry->kinds->len < n;
}

static gboolean
remove_entry (CutDb   *db,
              gint64   seq,
              GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "DELETE FROM journal WHERE seq = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, seq);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_journal_drop (CutDb           *db,
                  CutJournalDrop   func,
                  gpointer         data,
                  GError         **error)
{
  gint64 last = 0;
  gboolean end = FALSE;

  while (!end)
    {
      g_autoptr (CutJournalEntry) entry = next_entry (db, last, &end, error);

      if (entry == NULL)
        break;
      last = entry->seq;
      if (drop_objects (entry, func, data) && !(entry->kinds->len > 0 ? store_changes (db, entry, error) : remove_entry (db, last, error)))
        return FALSE;
    }
  return end;
}

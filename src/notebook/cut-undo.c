/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-buried.h"
#include "cut-commit.h"
#include "cut-error.h"
#include "cut-hanging.h"
#include "cut-store-purge.h"

/* One object of a journal entry: from @from to @to; "" where it was not there. */
typedef struct
{
  CutKind kind;
  const char *from;
  const char *to;
} Step;

/* What evidence stands on is never taken away, only put in the Trash: the reader text and the hash chain
 * go on naming it. */
static gboolean
is_kept (CutKind kind)
{
  return kind == CUT_KIND_CLIP || kind == CUT_KIND_CAPTURE;
}

static gboolean
undo_making (CutCommit  *commit,
             CutStore   *store,
             CutRecord  *made,
             GError    **error)
{
  g_autoptr (CutRecord) present = NULL;

  if (!is_kept (cut_record_get_kind (made)))
    return cut_commit_remove (commit, cut_record_get_kind (made), cut_record_get_id (made), error);
  present = cut_store_get (store, cut_record_get_id (made), error);
  return present != NULL && cut_commit_hide (commit, present, error);
}

static gboolean
note_purged (CutStore    *store,
             const char  *id,
             GHashTable  *purged,
             GError     **error)
{
  gboolean was;

  if (id == NULL)
    return TRUE;
  if (!cut_store_was_purged (store, id, &was, error))
    return FALSE;
  if (was)
    g_hash_table_add (purged, (gpointer) id);
  return TRUE;
}

/* What it named then may be deleted for good by now. Returns: (transfer full) (nullable) */
static CutRecord *
without_purged (CutStore   *store,
                CutRecord  *record,
                GError    **error)
{
  g_autoptr (GHashTable) purged = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == CUT_FIELD_ID && !note_purged (store, cut_record_get_string (record, i), purged, error))
        return NULL;
      for (const char *const *id = fields[i].type == CUT_FIELD_IDS ? cut_record_get_strv (record, i) : NULL; id != NULL && *id != NULL; id++)
        if (!note_purged (store, *id, purged, error))
          return NULL;
    }
  return cut_hanging_strip (record, purged);
}

/* What was removed comes back as it was; what is there gets a revision with the other wording. */
static gboolean
restore (CutCommit  *commit,
         CutStore   *store,
         CutRecord  *former,
         GError    **error)
{
  g_autoptr (CutRecord) record = without_purged (store, former, error);
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) next = NULL;

  if (record == NULL || !cut_store_look_up (store, cut_record_get_id (record), &present, error))
    return FALSE;
  if (present == NULL)
    return cut_commit_put_as_is (commit, record, error);
  next = cut_record_with (record, "rev", NULL, NULL);
  return cut_commit_put_back (commit, next, error);
}

static gboolean
take_step (CutCommit   *commit,
           CutStore    *store,
           const Step  *step,
           GError     **error)
{
  const char *line = *step->to != '\0' ? step->to : step->from;
  g_autoptr (CutRecord) written = NULL;
  g_autoptr (CutRecord) record = NULL;

  if (*line == '\0')
    return TRUE;
  written = cut_record_from_line (step->kind, line, error);
  if (written == NULL)
    return FALSE;
  record = cut_store_reveal (store, written);
  return *step->to == '\0' ? undo_making (commit, store, record, error)
                           : restore (commit, store, record, error);
}

/* Undoing goes backwards through the act, redoing forwards: an object may rest on one before it. */
static gboolean
take_steps (CutCommit              *commit,
            CutStore               *store,
            const CutJournalEntry  *entry,
            gboolean                redo,
            GError                **error)
{
  for (guint n = 0; n < entry->kinds->len; n++)
    {
      guint i = redo ? n : entry->kinds->len - 1 - n;
      const char *before = g_ptr_array_index (entry->before, i);
      const char *after = g_ptr_array_index (entry->after, i);
      Step step = { (CutKind) g_array_index (entry->kinds, int, i), redo ? before : after,
                    redo ? after : before };

      if (!take_step (commit, store, &step, error))
        return FALSE;
    }
  return TRUE;
}

static CutJournalEntry *
peek (CutStore  *store,
      gboolean   redo,
      GError   **error)
{
  g_autoptr (GError) failure = NULL;
  CutJournalEntry *entry = cut_store_journal_peek (store, redo, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (entry == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND,
                         redo ? _("There is nothing to redo") : _("There is nothing to undo"));
  return entry;
}

GPtrArray *
cut_undo (CutStore    *store,
          const char  *owner,
          gboolean     redo,
          char       **label,
          GError     **error)
{
  g_autoptr (CutJournalEntry) entry = NULL;
  g_autoptr (CutCommit) commit = cut_commit_begin (store, owner, "", error);

  if (commit == NULL)
    return NULL;
  entry = peek (store, redo, error);
  if (entry == NULL || !take_steps (commit, store, entry, redo, error) ||
      !cut_buried_undo (store, entry->seq, redo, error) || !cut_store_journal_move (store, entry->seq, !redo, error) || !cut_commit_end_quietly (commit, error))
    return NULL;
  *label = g_steal_pointer (&entry->label);
  return cut_commit_steal_changes (commit);
}

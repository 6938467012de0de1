/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Table `journal`: what undo and redo go back and forth on. Each acts inside the caller's transaction. */

gboolean cut_journal_append (CutDb *db, const CutJournalEntry *entry, GError **error);
CutJournalEntry *cut_journal_peek (CutDb *db, gboolean redo, GError **error);
gboolean cut_journal_walk (CutDb *db, CutJournalFunc func, gpointer data, GError **error);
gboolean cut_journal_move (CutDb *db, gint64 seq, gboolean undone, GError **error);

/** CutJournalRewrite: @line: of an object of @kind, never "". Returns: (transfer full) (nullable): what is to stand in its place; %NULL with
 *   an error, or without one when it stays */
typedef char *(*CutJournalRewrite) (CutKind kind, const char *line, gpointer data, GError **error);

/** cut_journal_rewrite: every line of every act, undone ones too */
gboolean cut_journal_rewrite (CutDb *db, CutJournalRewrite func, gpointer data, GError **error);

/** CutJournalDrop: @before, @after: lines, "" where the object did not exist. Returns: whether the object goes out of its act */
typedef gboolean (*CutJournalDrop) (CutKind kind, const char *before, const char *after, gpointer data);

/** cut_journal_drop: asks for each object of every act, undone ones too; an act that nothing is left of goes itself */
gboolean cut_journal_drop (CutDb *db, CutJournalDrop func, gpointer data, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Table `journal`: what undo and redo go back and forth on. Each acts inside the caller's transaction. */

gboolean cut_journal_append (CutDb *db, const CutJournalEntry *entry, GError **error);
CutJournalEntry *cut_journal_peek (CutDb *db, gboolean redo, GError **error);
gboolean cut_journal_move (CutDb *db, gint64 seq, gboolean undone, GError **error);

G_END_DECLS

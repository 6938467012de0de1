/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-secrets.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Between what a notebook says and what its file holds: sealing on the way in, revealing on the way out. Private to src/store. */

/** cut_seal_reveal: Returns: (transfer full): @record whole where the vault is open; else, and where what is sealed was
 *   tampered with, as it is */
CutRecord *cut_seal_reveal (CutStore *self, CutRecord *record);

/** cut_seal_reveal_all: each of @records, in place */
void cut_seal_reveal_all (CutStore *self, GPtrArray *records);

/** cut_seal_reveal_rows: @rows: (element-type CutRow): in place: titles and snippets of sources whose names are sealed; nothing while locked */
gboolean cut_seal_reveal_rows (CutStore *self, GPtrArray *rows, GError **error);

/** cut_seal_line: a line of the journal as it may stand in the file, or (@open) as it stood before protection.
 *   Returns: (transfer full) (nullable): %NULL without an error when it can stay as it is */
char *cut_seal_line (CutStore *self, CutKind kind, const char *line, gboolean open, GError **error);

/** cut_seal_note_exposed: @before (nullable), @after: as they stand in the file: notes that secrets of this object stood in the clear until now */
void cut_seal_note_exposed (CutStore *self, CutRecord *before, CutRecord *after);

/** cut_seal_settle: at the end of an act: what was exposed is sealed in the journal and in enquiries, too */
gboolean cut_seal_settle (CutStore *self, GError **error);

/** cut_seal_find_named: Returns: (transfer full) (nullable): id of the source whose sealed name is @name; %NULL while locked */
char *cut_seal_find_named (CutStore *self, const char *name, GError **error);

/** cut_seal_complete: @keys: (element-type gint64): those of sources with a sealed name in which a word starts with @prefix are put first */
gboolean cut_seal_complete (CutStore *self, const char *prefix, guint limit, GArray *keys, GError **error);

/** cut_seal_rewrite_journal: every line (of the objects in @ids, and of all enquiries, unless it is %NULL) through cut_seal_line() */
gboolean cut_seal_rewrite_journal (CutStore *self, GHashTable *ids, gboolean open, GError **error);

/** cut_seal_rewrite_kind: writes anew what of @kind is not sealed as it should be, or (@open) is sealed */
gboolean cut_seal_rewrite_kind (CutStore *self, CutKind kind, gboolean open, GError **error);

/** cut_sealed_names_mention: @text: (nullable): whether the name of a confidential source stands in it; never while locked */
gboolean cut_sealed_names_mention (CutStore *self, const char *text, gboolean *mentioned, GError **error);

/** cut_seal_forget: the names that were revealed */
void cut_seal_forget (CutStore *self);

G_END_DECLS

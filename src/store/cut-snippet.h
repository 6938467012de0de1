/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-table.h"

G_BEGIN_DECLS

/**
 * CutSnippet:
 *
 * The words a search looks for, to show where they stand. The index holds no text, so the few
 * objects that are shown are read again; words are cut and folded as the index does it.
 */
typedef struct _CutSnippet CutSnippet;

/** cut_snippet_new: (nullable): of a search as a person typed it; %NULL when it looks for no words */
CutSnippet *cut_snippet_new (const char *match);
/** cut_snippet_new_of_terms: (nullable): likewise; @terms: (element-type CutSearchTerm): with their other forms */
CutSnippet *cut_snippet_new_of_terms (GPtrArray *terms);
void cut_snippet_free (CutSnippet *self);

/**
 * cut_snippet_of_text:
 *
 * Returns: (transfer full) (nullable): the part of @text, some 30 words, with the most different hits, each
 *   between %CUT_ROW_HIT_START and %CUT_ROW_HIT_END; %NULL when there is none
 */
char *cut_snippet_of_text (const CutSnippet *self, const char *text);

/** CutSnippetFound: [@start, @end) in code points */
typedef void (*CutSnippetFound) (guint start, guint end, gpointer user_data);

/** cut_snippet_find: calls @found for every place of @text that the search finds, in text order, not overlapping. Any thread. */
void cut_snippet_find (const CutSnippet *self, const char *text, CutSnippetFound found, gpointer user_data);

/** cut_snippet_of: (nullable): as cut_snippet_of_text(), of the object with @key and @id: its text, else its fields */
char *cut_snippet_of (const CutSnippet *self, CutDb *db, const CutRecordTables *tables, gint64 key, CutKind kind, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSnippet, cut_snippet_free)

G_END_DECLS

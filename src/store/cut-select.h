/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-query.h"
#include "cut-stmt.h"

G_BEGIN_DECLS

/* What the title says weighs most, then who and where, then the text. Lower is better. */
#define CUT_SELECT_SCORE "cut_rank (search, 10.0, 4.0, 1.0)"

/**
 * CutSelect:
 *
 * A SELECT over table `object` (as o) under construction: what a #CutQuery asks for, in SQL. Every
 * value is bound, never written into the text.
 */
typedef struct _CutSelect CutSelect;

/** cut_select_new: %NULL with %CUT_ERROR_INPUT when @query names a field or order there is not */
CutSelect *cut_select_new (CutDb *db, const CutQuery *query, GError **error);
void cut_select_free (CutSelect *self);

/** cut_select_where: one more condition; each `?` of @sql takes the next of the values, all utf8, closed with %NULL */
void cut_select_where (CutSelect *self, const char *sql, ...) G_GNUC_NULL_TERMINATED;
/** cut_select_where_values: as cut_select_where(); @values: (element-type utf8) */
void cut_select_where_values (CutSelect *self, const char *sql, GPtrArray *values);

/** cut_select_linked_sql: Returns: (transfer full): a subquery of the keys of all that is linked to the ids in
 *   the JSON array that its one `?` stands for; @and_clips: and of the clips that such annotations stand in */
char *cut_select_linked_sql (gboolean and_clips);

/** cut_select_ids_to_json: Returns: (transfer full): for cut_select_linked_sql(); @ids: (element-type utf8) */
char *cut_select_ids_to_json (GPtrArray *ids);

/** cut_select_match: joins the full-text index by the FTS5 expression @expression */
void cut_select_match (CutSelect *self, const char *expression);

/** cut_select_is_ranked: whether what answers best is to come first, so that cut_select_rank() says the order */
gboolean cut_select_is_ranked (CutSelect *self);

/**
 * cut_select_rank:
 * @until: µs, monotonic: when to stop, the newest having been looked at first; 0 for never
 * @partial: (out): whether that came before the end
 *
 * Ranking needs no more than the index; so only the hits that may be shown cost a look at their objects.
 *
 * Returns: (transfer full) (element-type CutRanked): all that has the words, in no order; whether it meets the other conditions is
 *   not asked
 */
GArray *cut_select_rank (CutSelect *self, gint64 until, gboolean *partial, GError **error);

/** cut_select_is_indexed: whether an index has all of the kind in the order that is asked for, and no other condition asks for more than
 *   that index and the words: then cut_select_prepare_walk() and cut_select_hits() find what cut_select_prepare() does */
gboolean cut_select_is_indexed (CutSelect *self);
/** cut_select_hits: Returns: (transfer full) (element-type gint64): the keys of all that has the words, of whatever kind */
GArray *cut_select_hits (CutSelect *self, GError **error);
/** cut_select_prepare_walk: the keys of all that meets the conditions, whether it has the words or not, in order; no limit */
CutStmt *cut_select_prepare_walk (CutSelect *self, GError **error);
/** cut_select_count_kind: Returns: how many of the kind there are outside the Trash; -1 on error */
gint64 cut_select_count_kind (CutSelect *self, GError **error);

/** cut_select_prepare_count: one row, one column: how many */
CutStmt *cut_select_prepare_count (CutSelect *self, GError **error);

/** cut_select_prepare_keys: as cut_select_prepare(), of the objects with a key in the JSON array @keys, in its order; no limit */
CutStmt *cut_select_prepare_keys (CutSelect *self, const char *columns, const char *keys, GError **error);

/** cut_select_has_match: whether cut_select_match() was called, so that column `score` means something */
gboolean cut_select_has_match (CutSelect *self);

/** cut_select_prepare: @columns: of o, and t, the table of the query's kind; @ordered: with order, limit and offset */
CutStmt *cut_select_prepare (CutSelect *self, const char *columns, gboolean ordered, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSelect, cut_select_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-table.h"
#include "cut-select.h"

G_BEGIN_DECLS

/* What a query gives: rows for lists, keys for long ones, whole records, or their number. */

GPtrArray *cut_rows_list (CutDb *db, const CutRecordTables *tables, const CutQuery *query, GError **error);
GPtrArray *cut_rows_get (CutDb *db, const CutRecordTables *tables, const CutQuery *query, GError **error);
/** cut_rows_keys: @partial: (out): whether the time of the query was up before all was looked at */
GArray *cut_rows_keys (CutDb *db, const CutQuery *query, gboolean *partial, GError **error);
GPtrArray *cut_rows_for_keys (CutDb *db, const CutRecordTables *tables, const CutQuery *query, const gint64 *keys, guint n_keys, GError **error);
/** cut_rows_ids_for_keys: Returns: (transfer full): in the order of @keys, without those whose object is gone */
GStrv cut_rows_ids_for_keys (CutDb *db, const gint64 *keys, guint n_keys, GError **error);
gint64 cut_rows_count (CutDb *db, const CutQuery *query, GError **error);

G_END_DECLS

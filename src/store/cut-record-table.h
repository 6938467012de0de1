/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"
#include "cut-stmt.h"

G_BEGIN_DECLS

/**
 * CutRecordTables:
 *
 * One SQL table a kind, one column a field: the texts of the statements that read and write
 * them, built once from the model's field tables. Immutable.
 */
typedef struct _CutRecordTables CutRecordTables;

CutRecordTables *cut_record_tables_new (void);
void cut_record_tables_free (CutRecordTables *self);

/** cut_record_tables_get_columns: `t."id", t."created", …` for a table aliased t */
const char *cut_record_tables_get_columns (const CutRecordTables *self, CutKind kind);

/** cut_record_tables_read: the record of @kind whose columns start at @column of @stmt's row. (transfer full) (nullable) */
CutRecord *cut_record_tables_read (const CutRecordTables *self, CutStmt *stmt, int column, CutKind kind, GError **error);

/** cut_record_tables_get: by the object's key. (transfer full) (nullable): %NULL without an error when there is none */
CutRecord *cut_record_tables_get (const CutRecordTables *self, CutDb *db, CutKind kind, gint64 key, GError **error);

/** cut_record_tables_write: @exists: in place of what is there; of a write-once kind only what may change */
gboolean cut_record_tables_write (const CutRecordTables *self, CutDb *db, gint64 key, CutRecord *record, gboolean exists, GError **error);

/** cut_record_field_may_change: whether @field of a stored object of @kind may be replaced */
gboolean cut_record_field_may_change (CutKind kind, guint field);

/** cut_record_field_to_text: Returns: (transfer full) (nullable): the value of a field as its column holds it */
char *cut_record_field_to_text (CutRecord *record, guint field);

/** cut_record_list_from_text, cut_record_date_from_text: what cut_record_field_to_text() made of a list or date. Returns: (transfer full)
 *   (nullable): %NULL when it is none */
char **cut_record_list_from_text (const char *text);
CutDate *cut_record_date_from_text (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutRecordTables, cut_record_tables_free)

G_END_DECLS

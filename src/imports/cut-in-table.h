/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutInTable:
 * @names: (element-type utf8): of the columns, from the first line
 * @rows: (element-type GPtrArray of utf8): the others; a row may be shorter than @names
 *
 * Comma-separated values (RFC 4180), read with libcsv. Private to src/imports.
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *rows;
} CutInTable;

/** cut_in_table_new: @text: UTF-8. @head_only: the first line alone. Returns: (transfer full): never %NULL, perhaps empty */
CutInTable *cut_in_table_new (const char *text, gboolean head_only);
void cut_in_table_free (CutInTable *self);

/** cut_in_table_find: Returns: the number of the column called @name, whatever its case; -1 for none */
int cut_in_table_find (const CutInTable *self, const char *name);
/** cut_in_table_get: Returns: (transfer none) (nullable): %NULL where there is nothing */
const char *cut_in_table_get (const CutInTable *self, guint row, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutInTable, cut_in_table_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"

G_BEGIN_DECLS

#define CUT_TABLE_COLUMNS 16

/**
 * CutTableColumn:
 * @widest: (nullable): the cell with the most characters, within the reader text; not terminated
 * @n_bytes: of @widest
 * @n_chars: of @widest
 * @bold: @widest is a header
 * @n_numbers, @n_others: cells below the header that are a number, and that are none
 */
typedef struct
{
  const char *widest;
  gsize n_bytes;
  guint n_chars;
  gboolean bold;
  guint n_numbers;
  guint n_others;
} CutTableColumn;

/**
 * CutTable:
 * @grid: narrow enough to be shown as rows and columns; else each cell has a line of its own
 * @masks: (element-type guint): the sets of columns that rows of this table have cells in, bit 0 the first column
 */
typedef struct
{
  gboolean grid;
  guint n_columns;
  CutTableColumn columns[CUT_TABLE_COLUMNS];
  GArray *masks;
} CutTable;

/**
 * cut_page_tables_new:
 * @blocks: (element-type CutBlock)
 * @text: the reader text; what comes back points into it
 *
 * Linear in the text; any thread.
 *
 * Returns: (transfer full) (element-type CutTable): the tables of a text, by their number less one
 */
GPtrArray *cut_page_tables_new (GPtrArray *blocks, const char *text);

/** cut_page_tables_get_grid: Returns: (nullable): the table @block is a cell of, where that is shown as a grid */
const CutTable *cut_page_tables_get_grid (GPtrArray *tables, const CutBlock *block);

/** cut_page_tables_get_mask: @index: of the first cell of a row. Returns: the columns the row has cells in */
guint cut_page_tables_get_mask (GPtrArray *blocks, guint index);

/** cut_page_tables_joins: whether the next cell stands beside the one at @index: both are of one row of a grid */
gboolean cut_page_tables_joins (GPtrArray *tables, GPtrArray *blocks, guint index);

/** cut_page_tables_starts_row: whether a row of a grid starts with the cell at @index */
gboolean cut_page_tables_starts_row (GPtrArray *tables, GPtrArray *blocks, guint index);

G_END_DECLS

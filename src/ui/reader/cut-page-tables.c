/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-page-tables.h"

#define GRID_CHARS 58   /* what fits into the measure of the reader */
#define GAP_CHARS 2     /* between two columns */
#define TABLES_MAX 1000 /* pages that are laid out by thousands of tables have none to read */

static void
table_free (gpointer data)
{
  CutTable *self = data;

  g_array_unref (self->masks);
  g_free (self);
}

static CutTable *
get_table (GPtrArray *tables,
           guint      number)
{
  while (tables->len < number)
    {
      CutTable *table = g_new0 (CutTable, 1);

      table->grid = TRUE;
      table->masks = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (tables, table);
    }
  return g_ptr_array_index (tables, number - 1);
}

/* Digits with what stands around them: signs, currencies, separators, and at most a unit of two letters. */
static gboolean
is_number (const char *start,
           const char *end)
{
  guint digits = 0;
  guint letters = 0;

  for (const char *c = start; c < end; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      digits += g_unichar_isdigit (ch) ? 1 : 0;
      letters += g_unichar_isalpha (ch) ? 1 : 0;
    }
  return digits > 0 && letters <= 2;
}

static void
add_cell (CutTable       *self,
          const CutBlock *cell,
          const char     *start,
          const char     *end)
{
  guint n_chars = cell->end - cell->start;
  CutTableColumn *column;

  if (cell->column >= CUT_TABLE_COLUMNS)
    {
      self->grid = FALSE;
      return;
    }
  column = &self->columns[cell->column];
  self->n_columns = MAX (self->n_columns, cell->column + 1);
  /* Bold letters take about a tenth more. */
  if (column->widest == NULL || n_chars + (cell->header ? n_chars / 8 : 0) > column->n_chars)
    {
      column->widest = start;
      column->n_bytes = (gsize) (end - start);
      column->n_chars = n_chars;
      column->bold = cell->header;
    }
  if (cell->row > 0 && is_number (start, end))
    column->n_numbers++;
  else if (cell->row > 0)
    column->n_others++;
}

static void
add_mask (CutTable *self,
          guint     mask)
{
  for (guint i = 0; i < self->masks->len; i++)
    if (g_array_index (self->masks, guint, i) == mask)
      return;
  g_array_append_val (self->masks, mask);
}

static gboolean
is_wide (const CutTable *self)
{
  guint chars = 0;

  for (guint i = 0; i < self->n_columns; i++)
    chars += self->columns[i].n_chars + (i > 0 ? GAP_CHARS : 0);
  return chars > GRID_CHARS;
}

static gboolean
is_same_row (const CutBlock *a,
             const CutBlock *b)
{
  return b != NULL && b->kind == CUT_BLOCK_CELL && a->table == b->table && a->row == b->row;
}

guint
cut_page_tables_get_mask (GPtrArray *blocks,
                          guint      index)
{
  const CutBlock *first = g_ptr_array_index (blocks, index);
  guint mask = 0;

  for (guint i = index; i < blocks->len; i++)
    {
      const CutBlock *cell = g_ptr_array_index (blocks, i);

      if (!is_same_row (first, cell))
        break;
      if (cell->start < cell->end && cell->column < CUT_TABLE_COLUMNS)
        mask |= 1u << cell->column;
    }
  return mask;
}

GPtrArray *
cut_page_tables_new (GPtrArray  *blocks,
                     const char *text)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (table_free);
  const CutBlock *before = NULL;
  const char *at = text;
  guint offset = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CutBlock *cell = g_ptr_array_index (blocks, i);
      const char *end;
      CutTable *table;

      if (cell->kind != CUT_BLOCK_CELL || cell->start == cell->end || cell->table == 0 || cell->table > TABLES_MAX)
        continue;
      table = get_table (tables, cell->table);
      at = g_utf8_offset_to_pointer (at, (glong) cell->start - (glong) offset);
      end = g_utf8_offset_to_pointer (at, (glong) (cell->end - cell->start));
      add_cell (table, cell, at, end);
      at = end;
      offset = cell->end;
      if (before == NULL || !is_same_row (before, cell))
        add_mask (table, cut_page_tables_get_mask (blocks, i));
      /* Cells that came in another order than they stand in, or two in one place. */
      else if (before->column >= cell->column)
        table->grid = FALSE;
      before = cell;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      CutTable *table = g_ptr_array_index (tables, i);

      table->grid = table->grid && table->masks->len <= CUT_TABLE_COLUMNS && !is_wide (table);
    }
  return tables;
}

const CutTable *
cut_page_tables_get_grid (GPtrArray      *tables,
                          const CutBlock *block)
{
  const CutTable *table;

  if (block->kind != CUT_BLOCK_CELL || block->table == 0 || block->table > tables->len)
    return NULL;
  table = g_ptr_array_index (tables, block->table - 1);
  return table->grid ? table : NULL;
}

/* Cells without words have no place in the text. */
static guint
find_next (GPtrArray *blocks,
           guint      index)
{
  for (index++; index < blocks->len; index++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, index);

      if (block->start < block->end)
        break;
    }
  return index;
}

gboolean
cut_page_tables_joins (GPtrArray *tables,
                       GPtrArray *blocks,
                       guint      index)
{
  const CutBlock *cell = g_ptr_array_index (blocks, index);
  guint next = find_next (blocks, index);
  const CutBlock *other = next < blocks->len ? g_ptr_array_index (blocks, next) : NULL;

  return cut_page_tables_get_grid (tables, cell) != NULL && is_same_row (cell, other)
         && other->start == cell->end + 1;
}

gboolean
cut_page_tables_starts_row (GPtrArray *tables,
                            GPtrArray *blocks,
                            guint      index)
{
  const CutBlock *cell = g_ptr_array_index (blocks, index);
  guint before = index;

  if (cut_page_tables_get_grid (tables, cell) == NULL)
    return FALSE;
  while (before > 0)
    {
      const CutBlock *block = g_ptr_array_index (blocks, --before);

      if (block->start < block->end)
        return !is_same_row (block, cell) || cell->start != block->end + 1;
    }
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-table.h"

/* Cells longer than this on average hold a page, not data. */
#define MAX_CELL_CHARS 160

gboolean
cut_table_is_data (const CutTree *tree, const CutNode *table)
{
  const char *role = cut_node_get (table, "role");
  guint rows = 0;
  guint cells = 0;
  gboolean says_so = FALSE;

  if (role != NULL && (g_str_equal (role, "presentation") || g_str_equal (role, "none")))
    return FALSE;
  for (guint i = table->index + 1; i < table->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->tag == CUT_ELEMENT_TABLE)
        return FALSE;
      rows += node->tag == CUT_ELEMENT_TR;
      cells += node->tag == CUT_ELEMENT_TD || node->tag == CUT_ELEMENT_TH;
      says_so = says_so || node->tag == CUT_ELEMENT_TH || node->tag == CUT_ELEMENT_CAPTION
                || node->tag == CUT_ELEMENT_THEAD;
    }
  if (says_so)
    return TRUE;
  return rows >= 2 && cells >= rows * 2 && table->chars < cells * MAX_CELL_CHARS;
}

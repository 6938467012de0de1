/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-guard.h"
#include "cut-in.h"
#include "cut-tree.h"

/* Text in order, a line for each block. */
char *
cut_in_plain (const char *html)
{
  CutGuardFlags flags;
  g_autoptr (CutTree) tree = cut_tree_parse (cut_guard_apply (html, strlen (html), &flags), NULL, NULL);
  GString *text = g_string_new (NULL);
  const CutNode *block = NULL;

  for (guint i = 0; tree != NULL && i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->text == NULL)
        continue;
      if (text->len > 0 && block != node->block)
        g_string_append_c (text, '\n');
      block = node->block;
      g_string_append (text, node->text);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-measure.h"

#include <string.h>

/* A block of this many characters, mostly outside links, reads as a paragraph. */
#define PARAGRAPH_CHARS 60
#define PARAGRAPH_DENSITY 0.35f

static void
inherit (CutNode *node)
{
  const CutNode *parent = node->parent;

  node->seen_role = node->role != CUT_NODE_BODY || parent == NULL ? node->role : parent->seen_role;
  node->in_link = (parent != NULL && parent->in_link)
                  || (node->tag == CUT_ELEMENT_A && cut_node_get (node, "href") != NULL);
  node->block = parent == NULL || cut_node_is (node, CUT_ELEMENT_IS_BLOCK) ? node : parent->block;
  node->chars = node->link_chars = 0;
  node->own_chars = node->own_link_chars = node->own_commas = 0;
  node->paragraphs = node->paragraph_chars = 0;
}

static gboolean
is_comma (gunichar c)
{
  /* ASCII, Arabic, ideographic, fullwidth and small ones. */
  return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C || c == 0xFE50 || c == 0xFE10;
}

static void
read_text (CutNode *node)
{
  gboolean after_space = TRUE;

  node->text_chars = node->text_commas = 0;
  node->counted = TRUE;
  for (const char *at = node->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char (at);
      gboolean space = c == ' ' || (c >= 9 && c <= 13) || c == 0xA0;

      node->text_chars += !(space && after_space);
      /* What two letters say takes one ideograph. */
      node->text_chars += c >= 0x1100 && g_unichar_iswide (c);
      node->text_commas += is_comma (c);
      after_space = space;
    }
  if (node->text_chars > 0 && after_space)
    node->text_chars--;
}

static void
count_text (CutNode *node)
{
  CutNode *block = node->block;

  if (!node->counted)
    read_text (node);
  node->chars = node->text_chars;
  node->link_chars = node->in_link ? node->chars : 0;
  block->own_chars += node->chars;
  block->own_link_chars += node->link_chars;
  block->own_commas += node->text_commas;
}

static void
count_paragraph (CutNode *node)
{
  if (node->own_chars < PARAGRAPH_CHARS || !cut_node_is (node, CUT_ELEMENT_IS_SCORED))
    return;
  if (node->own_link_chars > node->own_chars * PARAGRAPH_DENSITY)
    return;
  node->paragraphs++;
  node->paragraph_chars += node->own_chars - node->own_link_chars;
}

void
cut_measure_tree (CutTree *tree)
{
  guint length = cut_tree_get_length (tree);

  for (guint i = 0; i < length; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      inherit (node);
      if (node->text != NULL && node->seen_role == CUT_NODE_BODY)
        count_text (node);
    }
  for (guint i = length; i-- > 0;)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      count_paragraph (node);
      if (node->parent == NULL)
        continue;
      node->parent->chars += node->chars;
      node->parent->link_chars += node->link_chars;
      node->parent->paragraphs += node->paragraphs;
      node->parent->paragraph_chars += node->paragraph_chars;
    }
}

static gboolean
is_blank (const CutNode *node)
{
  return node->text != NULL && node->text[strspn (node->text, " \t\r\n")] == '\0';
}

static gboolean
parts_lines (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_BR || cut_node_is (node, CUT_ELEMENT_IS_BLOCK);
}

static gboolean
holds_lines (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_DIV || node->tag == CUT_ELEMENT_SECTION
         || node->tag == CUT_ELEMENT_ARTICLE || node->tag == CUT_ELEMENT_MAIN
         || node->tag == CUT_ELEMENT_BODY || node->tag == CUT_ELEMENT_HEADER
         || node->tag == CUT_ELEMENT_FORM || node->tag == CUT_ELEMENT_TD
         || node->tag == CUT_ELEMENT_FIGURE || node->tag == CUT_ELEMENT_ASIDE || node->tag == CUT_ELEMENT_DETAILS;
}

gboolean
cut_node_stands_alone (const CutTree *tree, const CutNode *node)
{
  const CutNode *before;
  const CutNode *next = node->next;

  if (node->parent == NULL || node->parent != node->block || !holds_lines (node->parent))
    return FALSE;
  before = cut_tree_get_node (tree, node->index - 1);
  if (before->index > 0 && is_blank (before))
    before = cut_tree_get_node (tree, before->index - 1);
  while (next != NULL && is_blank (next))
    next = next->next;
  return (before->block != node->block || before == node->block || parts_lines (before)
          || before->seen_role != CUT_NODE_BODY)
         && (next == NULL || parts_lines (next) || next->seen_role != CUT_NODE_BODY);
}

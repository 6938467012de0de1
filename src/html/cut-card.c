/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-card.h"

#include "cut-phrase.h"

#define MIN_CARDS 3
#define MAX_CARD_CHARS 500
/* On average a teaser says no more than this below its heading. */
#define MAX_TEASER_CHARS 200
/* Before teasers there is an article; an overview has nothing else. */
#define MIN_TEXT_BEFORE 500
#define MIN_OWN_CHARS 120
#define MIN_TEXT_SHARE 0.4f

static gboolean
may_be_card (const CutNode *node)
{
  return (node->tag == CUT_ELEMENT_DIV || node->tag == CUT_ELEMENT_ARTICLE
          || node->tag == CUT_ELEMENT_LI || node->tag == CUT_ELEMENT_SECTION
          || node->tag == CUT_ELEMENT_A)
         && node->role == CUT_NODE_BODY && node->chars > 0 && node->chars <= MAX_CARD_CHARS
         && node->paragraphs <= 2;
}

/* Its one heading is a link. */
static gboolean
is_card (const CutTree *tree, const CutNode *node)
{
  guint headings = 0;

  if (!may_be_card (node))
    return FALSE;
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (tree, i);

      if (!cut_node_is (inner, CUT_ELEMENT_IS_HEADING) || inner->chars == 0)
        continue;
      if (inner->tag == CUT_ELEMENT_H1 || inner->link_chars * 5 < inner->chars * 4)
        return FALSE;
      headings++;
    }
  return headings == 1;
}

/* Returns: whether it ends by calling to read the rest elsewhere */
static gboolean
calls (CutTree *tree, const CutNode *card)
{
  for (guint i = card->end; i-- > card->index + 1;)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;

      if (node->tag != CUT_ELEMENT_A)
        continue;
      text = cut_node_get_text (tree, node);
      if (*text != '\0')
        return cut_phrase_opens_furniture (text) || cut_phrase_is_button (text);
    }
  return FALSE;
}

static void
mark_cards (CutTree *tree, const CutNode *parent, guint before)
{
  guint total = cut_tree_get_body (tree)->paragraph_chars;
  guint cards = 0;
  guint calling = 0;
  guint chars = 0;

  for (CutNode *child = parent->first_child; child != NULL; child = child->next)
    if (is_card (tree, child))
      {
        cards++;
        calling += calls (tree, child);
        chars += child->paragraph_chars;
      }
  /* Two that call to read on are as sure as three that do not. */
  if (cards + (calling == cards) < MIN_CARDS || chars > cards * MAX_TEASER_CHARS
      || before < total * MIN_TEXT_SHARE)
    return;
  for (CutNode *child = parent->first_child; child != NULL; child = child->next)
    if (is_card (tree, child))
      child->role = CUT_NODE_FURNITURE;
}

void
cut_card_mark (CutTree *tree)
{
  guint length = cut_tree_get_length (tree);
  guint before = 0;

  for (guint i = 0; i < length; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->role != CUT_NODE_BODY)
        {
          i = node->end - 1;
          continue;
        }
      if (before >= MIN_TEXT_BEFORE && cut_node_is (node, CUT_ELEMENT_IS_BLOCK)
          && node->link_chars > 0)
        mark_cards (tree, node, before);
      before += node->own_chars >= MIN_OWN_CHARS ? node->own_chars - node->own_link_chars : 0;
    }
}

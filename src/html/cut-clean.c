/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clean.h"

#include "cut-byline.h"
#include "cut-measure.h"

#include <string.h>

/* Link density from which a block of a kind is taken for a list of links. */
#define LIST_DENSITY 0.6f
#define BOX_DENSITY 0.5f
#define LINE_DENSITY 0.85f
#define MAX_LINE_CHARS 200
#define MAX_CALL_CHARS 260
#define MAX_LABEL_CHARS 40
#define N_LEVELS 6
#define MAX_TAIL_LINES 4
#define FIRST_PARAGRAPH_CHARS 100

/* First words of calls and teasers, folded to lower case. */
static const char *const openings[] = { "read more",
                                        "read also",
                                        "read next",
                                        "also read",
                                        "more on this",
                                        "more from ",
                                        "related:",
                                        "related stor",
                                        "related article",
                                        "related topics",
                                        "see also",
                                        "recommended:",
                                        "you may also",
                                        "you might also",
                                        "don't miss",
                                        "sign up for",
                                        "sign up to",
                                        "subscribe to",
                                        "subscribe now",
                                        "follow us on",
                                        "share this",
                                        "share on",
                                        "click here to",
                                        "download our app",
                                        "get our newsletter",
                                        "story continues below",
                                        "article continues below",
                                        "continue reading",
                                        "view comments",
                                        "leave a comment",
                                        "read the full",
                                        "watch:",
                                        "listen:",
                                        "like us on",
                                        "join our ",
                                        "email this",
                                        "print this",
                                        "most read",
                                        "editor's picks",
                                        "want more",
                                        "this story originally",
                                        "lesen sie auch",
                                        "lesen sie mehr",
                                        "mehr zum thema",
                                        "auch interessant",
                                        "zum newsletter",
                                        "lire aussi",
                                        "à lire aussi",
                                        "lire la suite",
                                        "voir aussi",
                                        "abonnez-vous",
                                        "lee también",
                                        "leer más",
                                        "lea también",
                                        "más información",
                                        "suscríbete",
                                        "leggi anche",
                                        "leia também",
                                        "leia mais",
                                        "lees ook",
                                        "läs också",
                                        "les også",
                                        "læs også",
                                        "читайте также",
                                        NULL };

/* Lines that say no more than this. */
static const char *const whole_lines[] = { "advertisement",
                                           "advertisement - story continues below",
                                           "ad",
                                           "anzeige",
                                           "publicité",
                                           "publicidad",
                                           "pubblicità",
                                           "image",
                                           "photo",
                                           "share",
                                           "close",
                                           "loading...",
                                           "play",
                                           "print",
                                           "caption",
                                           NULL };

gboolean
cut_clean_opens_furniture (const char *text)
{
  g_autofree char *start = NULL;
  g_autofree char *lower = NULL;

  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  lower = g_utf8_strdown (start, -1);
  if (g_strv_contains (whole_lines, lower))
    return TRUE;
  for (const char *const *opening = openings; *opening != NULL; opening++)
    if (g_str_has_prefix (lower, *opening))
      return TRUE;
  return FALSE;
}

static gboolean
is_list (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_UL || node->tag == CUT_ELEMENT_OL || node->tag == CUT_ELEMENT_DL
         || node->tag == CUT_ELEMENT_MENU;
}

static gboolean
is_box (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_DIV || node->tag == CUT_ELEMENT_SECTION
         || node->tag == CUT_ELEMENT_ASIDE || node->tag == CUT_ELEMENT_FORM
         || node->tag == CUT_ELEMENT_HEADER || node->tag == CUT_ELEMENT_FIELDSET;
}

/* A line of its own: text directly in this block and nothing below it. */
static gboolean
is_line (const CutNode *node)
{
  return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && node->own_chars > 0
         && node->own_chars == node->chars;
}

static gboolean
in_cell_or_quote (const CutNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->tag == CUT_ELEMENT_TD || node->tag == CUT_ELEMENT_TH
        || node->tag == CUT_ELEMENT_BLOCKQUOTE)
      return TRUE;
  return FALSE;
}

static gboolean
is_call (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (node->chars > MAX_CALL_CHARS || node->paragraphs > 2 || node->chars == 0)
    return FALSE;
  if (!is_line (node) && !is_list (node) && !is_box (node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_clean_opens_furniture (text);
}

static gboolean
is_link_block (const CutNode *node)
{
  float density = cut_node_get_density (node);

  if (node->chars == 0 || cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return FALSE;
  if (is_list (node))
    return density > LIST_DENSITY && node->paragraphs == 0;
  if (is_box (node) && node->own_chars < node->chars)
    return density > BOX_DENSITY && node->paragraphs == 0;
  return (is_box (node) || node->tag == CUT_ELEMENT_P) && density > LINE_DENSITY
         && node->chars <= MAX_LINE_CHARS && !in_cell_or_quote (node);
}

/* Bylines and dates before the first paragraph, and agencies' credits anywhere. */
static gboolean
is_credit_line (CutTree *tree, const CutNode *node, gboolean at_head)
{
  g_autofree char *text = NULL;

  if (!is_line (node) || node->chars > MAX_CALL_CHARS || cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      || node->tag == CUT_ELEMENT_LI || in_cell_or_quote (node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return (at_head && cut_byline_is_line (text)) || cut_byline_is_tail (text);
}

/* A label beside a picture is taken for a call; the picture stays. */
static void
make_furniture (CutTree *tree, CutNode *node)
{
  gboolean picture = FALSE;

  for (guint i = node->index + 1; i < node->end && !picture; i++)
    picture = cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_IMG;
  if (!picture || node->chars > MAX_LABEL_CHARS || node->link_chars > 0)
    {
      node->role = CUT_NODE_FURNITURE;
      return;
    }
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (tree, i)->text != NULL)
      cut_tree_get_node (tree, i)->role = CUT_NODE_FURNITURE;
}

static void
mark_blocks (CutTree *tree, CutNode *root)
{
  guint limit = root->chars / 3;
  gboolean at_head = TRUE;

  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->role != CUT_NODE_BODY)
        {
          i = node->end - 1;
          continue;
        }
      if (node->text != NULL || !cut_node_is (node, CUT_ELEMENT_IS_BLOCK))
        continue;
      at_head = at_head && node->own_chars < FIRST_PARAGRAPH_CHARS;
      if (node->chars > limit)
        continue;
      if (is_credit_line (tree, node, at_head))
        node->role = CUT_NODE_BYLINE;
      else if (is_link_block (node) || is_call (tree, node))
        make_furniture (tree, node);
      if (node->role != CUT_NODE_BODY)
        i = node->end - 1;
    }
}

/* Makes furniture of headings with no text between them and the next heading as high, or the
 * end. One walk backwards: @follows says for each level whether text was met since. */
static void
mark_headings (CutTree *tree, CutNode *root)
{
  gboolean follows[N_LEVELS] = { FALSE };

  for (guint i = root->end; i-- > root->index + 1;)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      guint level = node->tag - CUT_ELEMENT_H1;

      if (node->seen_role != CUT_NODE_BODY || node->role != CUT_NODE_BODY)
        continue;
      if (!cut_node_is (node, CUT_ELEMENT_IS_HEADING))
        {
          gboolean text = node->text != NULL && node->chars > 0
                          && !cut_node_is (node->block, CUT_ELEMENT_IS_HEADING);

          for (guint l = 0; l < N_LEVELS && (text || node->tag == CUT_ELEMENT_IMG); l++)
            follows[l] = TRUE;
        }
      else if (!follows[level])
        node->role = CUT_NODE_FURNITURE;
      else if (node->chars > 0)
        for (guint l = 0; l < N_LEVELS; l++)
          follows[l] = l < level;
    }
}

/* Goes back over the last lines of the article as long as they speak of its author. */
static void
mark_tail (CutTree *tree, CutNode *root, const char *const *authors)
{
  guint lines = 0;

  for (guint i = root->end; i-- > root->index + 1 && lines < MAX_TAIL_LINES;)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;

      if (node->role != CUT_NODE_BODY || node->seen_role != CUT_NODE_BODY || node->text != NULL
          || !is_line (node))
        continue;
      lines++;
      text = cut_node_get_text (tree, node);
      if (cut_byline_is_bio (text, authors))
        node->role = CUT_NODE_FURNITURE;
    }
}

void
cut_clean_mark (CutTree *tree, GPtrArray *roots, const char *const *authors)
{
  for (guint r = 0; r < roots->len; r++)
    mark_blocks (tree, g_ptr_array_index (roots, r));
  if (roots->len > 0)
    mark_tail (tree, g_ptr_array_index (roots, roots->len - 1), authors);
  cut_measure_tree (tree);
  for (guint r = 0; r < roots->len; r++)
    mark_headings (tree, g_ptr_array_index (roots, r));
}

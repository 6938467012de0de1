/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-arbiter.h"

#include "cut-title.h"

#include <string.h>

/* Shorter ones are teasers; longer ones cost more to compare than they tell. */
#define MIN_BODY_CHARS 500
#define MAX_BODY_BYTES (200 * 1000)
#define MAX_PARAGRAPHS 1500
/* A paragraph is looked for by its first letters. */
#define KEY_BYTES 40
/* This part of the data's text must be found in the containers. */
#define MIN_COVER 0.7f

static GPtrArray *
collect_paragraphs (CutTree *tree, GPtrArray *roots)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint r = 0; r < roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (roots, r);

      for (guint i = root->index; i < root->end; i++)
        {
          CutNode *node = cut_tree_get_node (tree, i);

          if (node->own_chars > 0 && node->own_chars == node->chars)
            g_ptr_array_add (found, node);
        }
    }
  return found;
}

/* Returns: bytes of @node's folded text when the body has it, else 0 */
static gsize
matched (CutTree *tree, CutNode *node, const char *body)
{
  g_autofree char *text = cut_node_get_text (tree, node);
  g_autofree char *folded = cut_title_fold (text);
  gsize length = strlen (folded);

  if (length < KEY_BYTES)
    return 0;
  folded[KEY_BYTES] = '\0';
  /* The key may end inside a character; what is compared are bytes. */
  return strstr (body, folded) != NULL ? length : 0;
}

/* Returns: whether the data's text ends where a paragraph does: what is cut short, for searches or
 * those who do not pay, says nothing of what follows */
static gboolean
ends_with (CutTree *tree, CutNode *node, const char *body)
{
  g_autofree char *text = cut_node_get_text (tree, node);
  g_autofree char *folded = cut_title_fold (text);
  gsize length = strlen (folded);

  return g_str_has_suffix (body, length > KEY_BYTES ? folded + length - KEY_BYTES : folded);
}

static void
mark_outside (GPtrArray *paragraphs, guint first, guint last)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      CutNode *node = g_ptr_array_index (paragraphs, i);
      gboolean before = i < first && node->own_chars >= 60;

      if ((before || i > last) && node->seen_role == CUT_NODE_BODY && node->parent != NULL)
        node->role = CUT_NODE_FURNITURE;
    }
}

void
cut_arbiter_bound (CutTree *tree, GPtrArray *roots, const char *body)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *folded = NULL;
  guint first = G_MAXUINT;
  guint last = 0;
  gsize cover = 0;

  if (body == NULL || strlen (body) > MAX_BODY_BYTES || g_utf8_strlen (body, -1) < MIN_BODY_CHARS)
    return;
  paragraphs = collect_paragraphs (tree, roots);
  if (paragraphs->len > MAX_PARAGRAPHS)
    return;
  folded = cut_title_fold (body);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      gsize length = matched (tree, g_ptr_array_index (paragraphs, i), folded);

      cover += length;
      if (length > 0)
        last = i;
      if (length > 0 && first == G_MAXUINT)
        first = i;
    }
  if (cover >= strlen (folded) * MIN_COVER
      && ends_with (tree, g_ptr_array_index (paragraphs, last), folded))
    mark_outside (paragraphs, first, last);
}

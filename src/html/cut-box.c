/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-box.h"

#include "cut-phrase.h"
#include "cut-title.h"

#include <string.h>

/* What asks for an address has no more to say than this. */
#define MAX_FORM_CHARS 450
#define MAX_FORM_SHARE 3
/* Comments and what is said of the author stand behind a text of this length. */
#define MIN_TEXT_CHARS 120
#define MIN_LINE_CHARS 25
#define MAX_LABEL_CHARS 60
/* A page has no more labels; each is looked around from. */
#define MAX_LABELS 20
#define MAX_BIO_CHARS 800

static gboolean
asks_reader (const CutNode *node)
{
  static const char *const names[] = { "type", "name", "id", NULL };

  if (node->tag != CUT_ELEMENT_INPUT)
    return FALSE;
  /* A poll asks, too. */
  if (g_strcmp0 (cut_node_get (node, "type"), "radio") == 0)
    return TRUE;
  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = cut_node_get (node, *name);
      g_autofree char *lower = value ? g_ascii_strdown (value, -1) : NULL;

      if (lower != NULL && strstr (lower, "email") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Goes up from the field to all that is said around it, as long as that is little. */
static void
mark_form (const CutNode *root, CutNode *field)
{
  guint limit = MIN (MAX_FORM_CHARS, root->chars / MAX_FORM_SHARE);
  CutNode *box = NULL;

  for (CutNode *at = field->parent; at != NULL && at != root && at->chars <= limit; at = at->parent)
    if (at->chars > 0)
      box = at;
  if (box != NULL)
    box->role = CUT_NODE_FURNITURE;
}

static gboolean
is_line (const CutNode *node)
{
  return node->text == NULL && cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && node->own_chars > 0
         && node->own_chars == node->chars;
}

/* Returns: whether @node holds text before @inner */
static gboolean
has_text_before (const CutTree *tree, const CutNode *node, const CutNode *inner)
{
  for (guint i = node->index; i < inner->index; i++)
    if (cut_tree_get_node (tree, i)->text != NULL && cut_tree_get_node (tree, i)->chars > 0)
      return TRUE;
  return FALSE;
}

/* Returns: the widest element that begins with @label, has more than it and no more than @limit */
static CutNode *
find_box (const CutTree *tree, const CutNode *root, CutNode *label, guint limit)
{
  CutNode *box = label;

  for (CutNode *at = label->parent;
       at != NULL && at != root && at->chars <= limit && !has_text_before (tree, at, label); at = at->parent)
    box = at;
  return box;
}

/* Whether sections of the article follow: then @label heads one of them, whatever it says. */
static gboolean
is_among_sections (CutTree *tree, const CutNode *label)
{
  for (const CutNode *node = label->next; node != NULL && cut_node_is (label, CUT_ELEMENT_IS_HEADING); node = node->next)
    {
      g_autofree char *text = node->tag == label->tag && node->chars > 0 ? cut_node_get_text (tree, node) : NULL;

      if (text != NULL && !cut_phrase_heads_comments (text) && !cut_phrase_opens_furniture (text))
        return TRUE;
    }
  return FALSE;
}

/* Makes furniture of the box that @label begins or, where there is none, of what follows it. */
static void
mark_labelled (CutTree *tree, const CutNode *root, CutNode *label, guint limit)
{
  CutNode *box = find_box (tree, root, label, limit);
  guint chars = 0;

  if (box->chars == label->chars && is_among_sections (tree, box))
    return;
  box->role = CUT_NODE_FURNITURE;
  if (box->chars > label->chars)
    return;
  for (CutNode *node = box->next; node != NULL && chars <= limit; node = node->next)
    chars += node->chars;
  for (CutNode *node = box->next; node != NULL && chars <= limit; node = node->next)
    if (node->role == CUT_NODE_BODY && node->chars > 0)
      node->role = CUT_NODE_FURNITURE;
}

static gboolean
names_author (const char *text, const char *const *authors)
{
  for (; authors != NULL && *authors != NULL; authors++)
    if (cut_title_is_same (text, *authors))
      return TRUE;
  return FALSE;
}

/* Returns: whether @node is a label of furniture */
static gboolean
mark_line (CutTree *tree, const CutNode *root, CutNode *node, const char *const *authors)
{
  g_autofree char *text = cut_node_get_text (tree, node);

  if (cut_phrase_heads_comments (text))
    mark_labelled (tree, root, node, G_MAXUINT);
  else if (cut_node_is (node, CUT_ELEMENT_IS_HEADING) && names_author (text, authors))
    mark_labelled (tree, root, node, MAX_BIO_CHARS);
  else
    return FALSE;
  return TRUE;
}

/* Forms were dropped before; what invites to fill them in was not. */
static void
mark_forms (CutTree *tree, const CutNode *root)
{
  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (asks_reader (node))
        mark_form (root, node);
    }
}

void
cut_box_mark (CutTree *tree, GPtrArray *roots, const char *const *authors)
{
  guint before = 0;
  guint labels = 0;

  for (guint r = 0; r < roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (roots, r);

      mark_forms (tree, root);
      for (guint i = root->index + 1; i < root->end; i++)
        {
          CutNode *node = cut_tree_get_node (tree, i);

          if (node->role == CUT_NODE_BODY && before >= MIN_TEXT_CHARS && is_line (node)
              && node->chars <= MAX_LABEL_CHARS && labels < MAX_LABELS)
            labels += mark_line (tree, root, node, authors);
          if (node->role != CUT_NODE_BODY)
            i = node->end - 1;
          else if (node->text == NULL && node->own_chars >= MIN_LINE_CHARS)
            before += node->own_chars - node->own_link_chars;
        }
    }
}

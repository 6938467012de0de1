/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-lead.h"

#include "cut-page-picture.h"

#include <string.h>

/* Less than this is a standfirst, a byline or a note. */
#define MIN_LEAD_IN_CHARS 200
#define MIN_LINE_CHARS 80
#define MAX_LINE_DENSITY 0.2f
/* Shorter names of files are no names: "image-1". */
#define MIN_STEM_BYTES 8

static gboolean
reads_like_text (const CutNode *node)
{
  return node->text == NULL && node->seen_role == CUT_NODE_BODY && node->paragraphs > 0
         && node->own_chars >= MIN_LINE_CHARS && cut_node_is (node, CUT_ELEMENT_IS_SCORED)
         && node->own_link_chars <= node->own_chars * MAX_LINE_DENSITY;
}

/* Returns: the highest element around @node that begins behind @headline and ends before @root */
static CutNode *
widen_between (CutNode *node, const CutNode *headline, const CutNode *root)
{
  while (node->parent != NULL && node->parent->index >= headline->end
         && node->parent->end <= root->index)
    node = node->parent;
  return node;
}

void
cut_lead_add_text (CutTree *tree, GPtrArray *roots, const CutNode *headline)
{
  const CutNode *root = g_ptr_array_index (roots, 0);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint chars = 0;

  if (headline == NULL)
    return;
  for (guint i = headline->end; i < root->index; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      /* The heading may stand in a box that ends before the text; what is around the text is no
       * part of what stands before it. */
      if (cut_node_contains (node, root) || !reads_like_text (node))
        continue;
      node = widen_between (node, headline, root);
      chars += node->paragraph_chars;
      g_ptr_array_add (found, node);
      i = node->end - 1;
    }
  if (chars < MIN_LEAD_IN_CHARS)
    return;
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_insert (roots, i, g_ptr_array_index (found, i));
}

/* Returns: (transfer full): the file's name without its ending and its size ("-640x480",
 * "-large"), which differ from one copy of a picture to the next */
static char *
get_stem (const char *address)
{
  gsize length = strcspn (address, "?#");
  g_autofree char *path = g_strndup (address, length);
  const char *slash = strrchr (path, '/');
  char *stem = g_strdup (slash ? slash + 1 : path);
  char *dot = strrchr (stem, '.');
  char *dash;

  if (dot != NULL)
    *dot = '\0';
  dash = strrchr (stem, '-');
  if (dash != NULL && dash - stem >= MIN_STEM_BYTES)
    *dash = '\0';
  return stem;
}

static gboolean
is_same_picture (const char *a, const char *b)
{
  g_autofree char *first = get_stem (a);
  g_autofree char *second = get_stem (b);

  if (g_str_equal (a, b))
    return TRUE;
  return strlen (first) >= MIN_STEM_BYTES && strlen (second) >= MIN_STEM_BYTES
         && (g_str_has_prefix (first, second) || g_str_has_prefix (second, first));
}

static CutNode *
find_figure (CutNode *node)
{
  for (CutNode *at = node; at != NULL; at = at->parent)
    if (at->tag == CUT_ELEMENT_FIGURE)
      return at;
  return NULL;
}

/* Returns: (nullable): the picture before @root that is the article's, or its figure */
static CutNode *
find_lead_picture (CutTree *tree, const CutNode *root, const char *image, const char *base)
{
  gboolean behind_heading = FALSE;

  for (guint i = 0; i < root->index; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      CutNode *figure;
      g_autofree char *url = NULL;

      behind_heading = behind_heading || node->tag == CUT_ELEMENT_H1;
      if (node->tag != CUT_ELEMENT_IMG || node->seen_role != CUT_NODE_BODY || node->in_link)
        continue;
      figure = find_figure (node);
      if (figure != NULL && figure->end > root->index)
        continue;
      url = cut_page_picture_get_url (tree, node, base);
      if (url == NULL)
        continue;
      if ((image != NULL && is_same_picture (url, image)) || (behind_heading && figure != NULL))
        return figure ? figure : node;
    }
  return NULL;
}

static gboolean
holds_picture (CutTree *tree, GPtrArray *roots, const char *image, const char *base)
{
  for (guint r = 0; r < roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (roots, r);

      for (guint i = root->index; i < root->end; i++)
        {
          const CutNode *node = cut_tree_get_node (tree, i);
          g_autofree char *url = NULL;

          if (node->tag != CUT_ELEMENT_IMG || node->seen_role != CUT_NODE_BODY)
            continue;
          url = cut_page_picture_get_url (tree, node, base);
          if (url != NULL && is_same_picture (url, image))
            return TRUE;
        }
    }
  return FALSE;
}

void
cut_lead_add_picture (CutTree *tree, GPtrArray *roots, const char *image, const char *base)
{
  CutNode *found;

  if (image != NULL && holds_picture (tree, roots, image, base))
    return;
  found = find_lead_picture (tree, g_ptr_array_index (roots, 0), image, base);
  if (found == NULL)
    return;
  /* What stands in the frame and is no caption labels the picture: "Image", "1 of 3". */
  for (guint i = found->index; i < found->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->text != NULL && node->seen_role == CUT_NODE_BODY)
        node->role = node->seen_role = CUT_NODE_HIDDEN;
    }
  g_ptr_array_insert (roots, 0, found);
}

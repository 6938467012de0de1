/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-series.h"

#include "cut-class.h"

#include <string.h>

#define MAX_LEVELS 6
/* Outside threads it takes so many parts to be a series, and that much text in each. */
#define MIN_PARTS 3
#define MIN_POSTS 2
#define MIN_CHARS 80
#define MIN_POST_CHARS 12
#define MAX_DENSITY 0.25f
#define MAX_POST_DENSITY 0.6f
/* A series is taken when it holds that many times the text of its one part. */
#define MIN_GAIN 1.2f

static gboolean
names_thread (const char *value)
{
  static const char *const words[]
      = { "viewtopic", "viewthread", "showthread", "forum",  "phpbb",  "vbulletin", "discourse", "xenforo",
          "flarum",    "question-page", "qa-page", "threadview", "topic-view", NULL };
  g_autofree char *folded = value ? g_ascii_strdown (value, -1) : NULL;

  for (const char *const *word = words; folded != NULL && *word != NULL; word++)
    if (strstr (folded, *word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_thread_item (const char *type)
{
  return type != NULL
         && (strstr (type, "/DiscussionForumPosting") != NULL || strstr (type, "/QAPage") != NULL
             || strstr (type, "/Question") != NULL);
}

gboolean
cut_series_is_thread (CutTree *tree)
{
  const CutNode *body = cut_tree_get_body (tree);

  if (names_thread (cut_node_get (body, "class")) || names_thread (cut_node_get (body, "id")))
    return TRUE;
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *name = node->tag == CUT_ELEMENT_META ? cut_node_get (node, "name") : NULL;

      if (is_thread_item (cut_node_get (node, "itemtype")))
        return TRUE;
      if (name != NULL && g_ascii_strcasecmp (name, "generator") == 0
          && names_thread (cut_node_get (node, "content")))
        return TRUE;
    }
  return FALSE;
}

/* The first class names the kind of part; numbers and states ("post-12", "odd") tell parts apart. */
static gboolean
is_alike (const CutNode *a, const CutNode *b)
{
  const char *first = cut_node_get (a, "class");
  const char *second = cut_node_get (b, "class");
  gsize length;

  if (a->tag != b->tag || (first == NULL) != (second == NULL))
    return FALSE;
  if (first == NULL)
    {
      first = cut_node_get (a, "id");
      second = cut_node_get (b, "id");
    }
  if (first == NULL || second == NULL)
    return a->tag == CUT_ELEMENT_ARTICLE;
  length = strcspn (first, " \t\r\n0123456789");
  return length > 0 && strcspn (second, " \t\r\n0123456789") == length
         && strncmp (first, second, length) == 0;
}

/* A part with a headline of its own, or one that leads elsewhere, begins the next story. */
static gboolean
begins_story (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (tree, i);

      if (inner->tag == CUT_ELEMENT_H1)
        return TRUE;
      if (cut_node_is (inner, CUT_ELEMENT_IS_HEADING) && inner->chars > 0
          && inner->link_chars * 2 > inner->chars)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_part (const CutTree *tree, const CutNode *node, gboolean thread)
{
  if (node->text != NULL || node->seen_role != CUT_NODE_BODY)
    return FALSE;
  if (thread)
    return node->chars >= MIN_POST_CHARS && cut_node_get_density (node) <= MAX_POST_DENSITY;
  return node->paragraphs > 0 && node->chars >= MIN_CHARS
         && cut_node_get_density (node) <= MAX_DENSITY && !begins_story (tree, node);
}

static gboolean
may_be_part (const CutNode *node)
{
  return (node->tag == CUT_ELEMENT_DIV || node->tag == CUT_ELEMENT_SECTION
          || node->tag == CUT_ELEMENT_ARTICLE || node->tag == CUT_ELEMENT_LI
          || node->tag == CUT_ELEMENT_TABLE || node->tag == CUT_ELEMENT_TR)
         && node->parent != NULL;
}

static GPtrArray *
collect (CutTree *tree, CutNode *part, gboolean thread)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (CutNode *node = part->parent->first_child; node != NULL; node = node->next)
    if (node == part || (is_alike (node, part) && is_part (tree, node, thread)))
      g_ptr_array_add (parts, node);
  return parts;
}

static gboolean
holds_headline (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_H1)
      return TRUE;
  return FALSE;
}

/* Whether @part shows beside its text what is known of who wrote it, as posts do. */
static gboolean
is_post (const CutTree *tree, const CutNode *part)
{
  for (guint i = part->index + 1; i < part->end; i++)
    if (cut_class_read (cut_tree_get_node (tree, i)) & CUT_CLASS_BIO)
      return TRUE;
  return FALSE;
}

static gboolean
are_posts (const CutTree *tree, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (!is_post (tree, g_ptr_array_index (parts, i)))
      return FALSE;
  return parts->len >= MIN_POSTS;
}

static guint
count_chars (GPtrArray *parts)
{
  guint chars = 0;

  for (guint i = 0; i < parts->len; i++)
    chars += ((CutNode *) g_ptr_array_index (parts, i))->chars;
  return chars;
}

GPtrArray *
cut_series_find (CutTree *tree, CutNode *chosen, gboolean thread)
{
  GPtrArray *best = NULL;
  guint least = chosen->chars * MIN_GAIN;
  CutNode *part = chosen;

  for (guint level = 0; level < MAX_LEVELS && part->tag != CUT_ELEMENT_BODY && part->parent != NULL;
       level++, part = part->parent)
    {
      g_autoptr (GPtrArray) parts = NULL;

      /* Columns beside the one with the headline are no parts of the same. */
      if (!may_be_part (part) || (!thread && holds_headline (tree, part)))
        continue;
      parts = collect (tree, part, thread || is_post (tree, part));
      if (!thread && !are_posts (tree, parts))
        {
          g_ptr_array_unref (parts);
          parts = collect (tree, part, FALSE);
          if (parts->len < MIN_PARTS)
            continue;
        }
      if (parts->len < MIN_POSTS || count_chars (parts) < least)
        continue;
      least = count_chars (parts) * MIN_GAIN;
      g_clear_pointer (&best, g_ptr_array_unref);
      best = g_steal_pointer (&parts);
    }
  return best;
}

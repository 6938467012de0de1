/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-visible-date.h"

#include "cut-byline.h"
#include "cut-class.h"
#include "cut-measure.h"

#include <string.h>

/* How many nodes from the headline a date is still near it. */
#define NEAR_BEHIND 300
#define NEAR_BEFORE 80
#define MAX_LINE_CHARS 140
#define MAX_LINE_NODES 40

/* Penalties; the date with the smallest sum is taken, of equals the first. */
enum
{
  OF_ELEMENT = 0, /* says the moment in an attribute */
  OF_CLASS = 1,
  OF_LINE = 2,
  BEFORE_HEADLINE = 4,
  FAR = 8,
  OF_CHANGE = 16,
  NO_DATE = 99,
};

static gboolean
has_figure (const char *text)
{
  return text != NULL && strpbrk (text, "0123456789") != NULL;
}

/* What scripts make "two hours ago" of. */
static const char *
data_of (const CutNode *node)
{
  static const char *const names[]
      = { "data-datetime", "data-timestamp", "data-date", "data-time", "data-publishtime",
          "data-published", "data-publish-date", "data-pubdate", "data-utc", "data-iso", NULL };

  for (const char *const *name = names; *name != NULL; name++)
    if (has_figure (cut_node_get (node, *name)))
      return cut_node_get (node, *name);
  return NULL;
}

static const char *
attribute_of (const CutNode *node)
{
  const char *class = cut_node_get (node, "class");
  const char *property = cut_node_get (node, "property");

  if (property != NULL
      && (strstr (property, "dc:date") != NULL || strstr (property, "dc:created") != NULL
          || strstr (property, "dateCreated") != NULL))
    return cut_node_get (node, "content");
  if (node->tag == CUT_ELEMENT_TIME)
    return cut_node_get (node, "datetime");
  if (class != NULL && (strstr (class, "published") != NULL || strstr (class, "updated") != NULL)
      && has_figure (cut_node_get (node, "title")))
    return cut_node_get (node, "title");
  return node->n_attributes > 0 && cut_class_read (node) & CUT_CLASS_DATE ? data_of (node) : NULL;
}

static gboolean
has_digit (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index; i < node->end; i++)
    {
      const char *text = cut_tree_get_node (tree, i)->text;

      if (text != NULL && strpbrk (text, "0123456789٠١٢٣٤٥٦٧٨٩") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A block with no block in it; what was marked as noise has no measures. */
static gboolean
is_line (const CutTree *tree, const CutNode *node)
{
  if (!(cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || cut_node_stands_alone (tree, node))
      || node->end - node->index > MAX_LINE_NODES
      || node->chars > MAX_LINE_CHARS || (node->chars > 0 && node->link_chars == node->chars))
    return FALSE;
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_node_is (cut_tree_get_node (tree, i), CUT_ELEMENT_IS_BLOCK))
      return FALSE;
  return TRUE;
}

static gboolean
speaks_of_change (const CutNode *node)
{
  const char *class = cut_node_get (node, "class");
  const char *prop = cut_node_get (node, "itemprop");

  if (prop != NULL && strstr (prop, "dateModified") != NULL)
    return TRUE;
  return class != NULL && strstr (class, "published") == NULL
         && (strstr (class, "updated") != NULL || strstr (class, "modified") != NULL);
}

static int
place_of (const CutNode *node, guint headline)
{
  if (headline == G_MAXUINT)
    return 0;
  if (node->index < headline)
    return headline - node->index <= NEAR_BEFORE ? BEFORE_HEADLINE : BEFORE_HEADLINE + FAR;
  return node->index - headline <= NEAR_BEHIND ? 0 : FAR;
}

static char *
read_published (const CutTree *tree, const CutNode *node)
{
  g_autofree char *text = cut_node_get_text (tree, node);

  return cut_meta_date_get_published (text);
}

/* Returns: the penalty of @node as a place of the date; *@value (transfer full) what it says */
static int
judge (CutTree *tree, const CutNode *node, guint headline, int best, char **value)
{
  const char *attribute = attribute_of (node);
  gboolean named = (node->n_attributes > 0 && cut_class_read (node) & CUT_CLASS_DATE)
                   || node->tag == CUT_ELEMENT_TIME;
  int penalty = place_of (node, headline) + (speaks_of_change (node) ? OF_CHANGE : 0);
  int kind = attribute != NULL ? OF_ELEMENT : named ? OF_CLASS : OF_LINE;

  if ((kind == OF_LINE && !is_line (tree, node)) || penalty + kind >= best)
    return NO_DATE;
  if (attribute == NULL && (node->end - node->index > MAX_LINE_NODES || !has_digit (tree, node)))
    return NO_DATE;
  *value = attribute ? g_strdup (attribute) : read_published (tree, node);
  if (g_utf8_strlen (*value, -1) > MAX_LINE_CHARS)
    return NO_DATE;
  /* Far from the headline are the dates of other things as well; near it a byline may hold one. */
  if (kind == OF_LINE && !cut_meta_date_has_cue (*value)
      && (penalty >= FAR
          || !(cut_meta_date_is_line (*value) || cut_class_read (node) & CUT_CLASS_AUTHOR)))
    return NO_DATE;
  return penalty + kind;
}

CutDate *
cut_visible_date_find (CutTree *tree, guint headline, CutDateOrder order)
{
  g_autoptr (CutDate) found = NULL;
  int best = NO_DATE;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *value = NULL;
      CutDate *date;
      int penalty;

      if (node->text != NULL || !cut_byline_is_of_article (node))
        continue;
      penalty = judge (tree, node, headline, best, &value);
      if (penalty == NO_DATE)
        continue;
      date = cut_meta_date_parse_in (value, order, "text");
      if (date == NULL)
        continue;
      g_clear_pointer (&found, cut_date_unref);
      found = date;
      best = penalty;
    }
  return g_steal_pointer (&found);
}

CutDate *
cut_visible_date_find_change (CutTree *tree, guint headline, CutDateOrder order)
{
  guint length = cut_tree_get_length (tree);

  if (headline == G_MAXUINT)
    return NULL;
  for (guint i = headline > NEAR_BEFORE ? headline - NEAR_BEFORE : 0; i < MIN (length, headline + NEAR_BEHIND); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;
      g_autofree char *changed = NULL;
      CutDate *date;

      if (node->text != NULL || !cut_byline_is_of_article (node) || !is_line (tree, node) || !has_digit (tree, node))
        continue;
      text = cut_node_get_text (tree, node);
      changed = g_utf8_strlen (text, -1) <= MAX_LINE_CHARS ? cut_meta_date_get_changed (text) : NULL;
      date = changed != NULL ? cut_meta_date_parse_in (changed, order, "text") : NULL;
      if (date != NULL)
        return date;
    }
  return NULL;
}

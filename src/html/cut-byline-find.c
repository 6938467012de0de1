/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-byline.h"

#include "cut-byline-name.h"
#include "cut-byline-words.h"
#include "cut-class.h"
#include "cut-measure.h"
#include "cut-meta-date.h"
#include "cut-shown.h"

#include <string.h>

#define MAX_BYLINE_CHARS 140
#define MAX_NAME_CHARS 60
/* A byline stands at most so many nodes behind the headline, and names so far apart. */
#define NEAR_NODES 120
#define NEXT_NODES 8
#define MAX_ADDRESS_CHARS 300
#define MAX_OPENING_BYTES 30

/* Whether a link leads to what an author wrote: "/author/ada-example", "/?author=4". */
static gboolean
leads_to_author (const CutNode *node)
{
  static const char *const folders[]
      = { "author", "authors", "autor", "autores", "autoren", "auteur", "auteurs", "autore", "autori", "writer",
          "writers", "contributor", "contributors", "journalist", "journalists", "journaliste", "journalistes",
          "journalisten", "reporter", "reporters", "columnist", "columnists", "by", "byline", "bylines", "firma",
          "firmas", "signataires", "redakteur", "redacteur", "skribent", "avtor", NULL };
  const char *href = node->tag == CUT_ELEMENT_A ? cut_node_get (node, "href") : NULL;
  g_auto (GStrv) parts = NULL;

  if (href == NULL || strlen (href) > MAX_ADDRESS_CHARS)
    return FALSE;
  if (strstr (href, "?author=") != NULL)
    return TRUE;
  parts = g_strsplit (href, "/", 0);
  for (char **part = parts; *part != NULL && part[1] != NULL; part++)
    if (*part[1] != '\0' && g_strv_contains (folders, *part))
      return TRUE;
  return FALSE;
}

static guint
trust_of (const CutNode *node)
{
  const char *rel = cut_node_get (node, "rel");
  const char *prop = cut_node_get (node, "itemprop");
  const char *class = cut_node_get (node, "class");

  if (rel != NULL && g_str_equal (rel, "author"))
    return 4;
  if (prop != NULL && strstr (prop, "author") != NULL)
    return 4;
  if (class != NULL && strstr (class, "byline") != NULL)
    return 3;
  return cut_class_read (node) & CUT_CLASS_AUTHOR ? 2 : 0;
}

/* What is named after buttons to share, or after the number of comments, may also hold who wrote it, and when. */
static gboolean
may_hold_byline (const CutNode *node)
{
  guint meaning = cut_class_read (node);

  if (meaning & CUT_CLASS_AUTHOR)
    return node->end - node->index <= NEAR_NODES;
  return meaning & CUT_CLASS_SHARE && !(meaning & (CUT_CLASS_COMMENT | CUT_CLASS_NAVIGATION | CUT_CLASS_AD));
}

/* Comments have authors too; the foot of an article names its own. */
gboolean
cut_byline_is_of_article (const CutNode *node)
{
  if (node->seen_role == CUT_NODE_HIDDEN)
    return FALSE;
  for (; node != NULL && (node->role != CUT_NODE_DROPPED || may_hold_byline (node)); node = node->parent)
    if (node->role == CUT_NODE_CAPTION || node->role == CUT_NODE_CREDIT)
      return FALSE;
  return node == NULL || node->tag == CUT_ELEMENT_FOOTER;
}

/* A line near the headline that opens as bylines do, whatever its element is called. */
static gboolean
is_unnamed_line (CutTree *tree, const CutNode *node, guint headline)
{
  g_autofree char *text = NULL;

  if (headline == G_MAXUINT || node->index < headline || node->index > headline + NEAR_NODES
      || node->chars == 0 || node->chars > MAX_BYLINE_CHARS
      || cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return FALSE;
  if (cut_node_is (node, CUT_ELEMENT_IS_BLOCK) ? node->own_chars != node->chars
                                               : !cut_node_stands_alone (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  if (cut_byline_is_signed_behind (text))
    return TRUE;
  if (cut_byline_skip_openings (text) > text)
    return cut_byline_is_line (text);
  /* "4 March 2021 by A. Example" */
  return cut_byline_skip_to_name (text) > text && cut_meta_date_is_line (text);
}

static gboolean
is_near (const CutNode *node, guint headline)
{
  return headline != G_MAXUINT && node->index >= headline && node->index <= headline + NEAR_NODES;
}

/* Whether @text says no more than that a name follows. */
static gboolean
is_opening (const char *text)
{
  g_autofree char *line = cut_shown_line (text);
  g_autofree char *opening = g_strconcat (line, " ", NULL);

  return *cut_byline_skip_opening (opening) == '\0';
}

/* Returns: (nullable): what stands before @node */
static const char *
text_before (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index; i-- > 0;)
    {
      const char *text = cut_tree_get_node (tree, i)->text;

      if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
        return text;
    }
  return NULL;
}

/* "By" in an element of its own, and the name in the next one. */
static gboolean
follows_opening (CutTree *tree, const CutNode *node)
{
  const char *before = text_before (tree, node);

  return before != NULL && strlen (before) <= MAX_OPENING_BYTES && is_opening (before);
}

static gboolean
is_whole_name (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = cut_node_get_text (tree, node);

  return cut_byline_count_words (text) >= 2 && cut_byline_is_name (text) && cut_byline_is_capitalised (text) && !cut_byline_is_office (text)
         && !cut_meta_date_has_cue (text);
}

/* What is a name by where it leads, or by the word before it. */
static gboolean
is_unnamed_name (CutTree *tree, const CutNode *node, guint headline)
{
  if (!is_near (node, headline) || node->chars == 0 || node->chars > MAX_NAME_CHARS || node->block == NULL
      || (cut_node_is (node->block, CUT_ELEMENT_IS_HEADING) && node->block->tag <= CUT_ELEMENT_H2))
    return FALSE;
  if (leads_to_author (node))
    return is_whole_name (tree, node);
  return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && node->own_chars == node->chars
         && follows_opening (tree, node) && is_whole_name (tree, node);
}

static guint
trust_in (CutTree *tree, const CutNode *node, guint headline)
{
  guint trust = node->n_attributes > 0 ? trust_of (node) : 0;

  if (trust > 0)
    return trust;
  return is_unnamed_line (tree, node, headline) || is_unnamed_name (tree, node, headline) ? 1 : 0;
}

/* Names of one byline that stand in elements of their own. */
static gboolean
is_next (const CutNode *node, const CutNode *last)
{
  return last != NULL && node->index >= last->end && node->index <= last->end + NEXT_NODES;
}

static gboolean
is_linked_name (CutTree *tree, const CutNode *link, char **name)
{
  g_autofree char *text = cut_node_get_text (tree, link);

  if (!cut_byline_is_name (text) || !cut_byline_is_capitalised (text) || cut_byline_count_words (text) < 2 || cut_byline_is_office (text)
      || cut_meta_date_has_cue (text))
    return FALSE;
  *name = g_steal_pointer (&text);
  return TRUE;
}

/* Behind each person may stand what they are; where names are links, those say where the next one begins. */
static void
add_linked (CutTree *tree, const CutNode *byline, GPtrArray *found)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = byline->index + 1; i < byline->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      char *name = NULL;

      if (node->tag == CUT_ELEMENT_A && is_linked_name (tree, node, &name))
        g_ptr_array_add (names, name);
    }
  if (names->len > 1)
    g_ptr_array_extend_and_steal (found, g_steal_pointer (&names));
}

/* Returns: what parts @at from the text of a byline before it */
static const char *
mark_between (const char *line, gboolean broken, const CutNode *last, const CutNode *at)
{
  gboolean lines = broken || at->block != last->block;
  gboolean beside = at->parent != last->parent && g_unichar_isupper (g_utf8_get_char (at->text));

  if (!lines && !beside)
    return "";
  if (is_opening (line))
    return " ";
  /* "Ada Example|Paper", but "Ada|Example" and "by Ada Example in |Town" */
  if (lines)
    return ", ";
  return !g_str_has_suffix (line, " ") && cut_byline_count_words (cut_byline_skip_openings (line)) >= 2 ? ", " : " ";
}

/* Elements side by side are parted by their style alone: "By|Ada Example", "Ada Example|Reporter". */
static char *
read_line (const CutTree *tree, const CutNode *node)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const CutNode *last = NULL;
  gboolean broken = FALSE;

  for (guint i = node->index; i < node->end; i++)
    {
      const CutNode *at = cut_tree_get_node (tree, i);

      broken = broken || at->tag == CUT_ELEMENT_BR;
      if (at->text == NULL || at->role == CUT_NODE_HIDDEN)
        continue;
      if (last != NULL)
        g_string_append (line, mark_between (line->str, broken, last, at));
      g_string_append (line, at->text);
      broken = FALSE;
      last = at;
    }
  return cut_shown_line (line->str);
}

GPtrArray *
cut_byline_find (CutTree *tree, guint headline)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const CutNode *last = NULL;
  guint best = 0;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autoptr (GPtrArray) names = NULL;
      g_autofree char *text = NULL;
      guint trust;

      if (node->text != NULL || node->chars > MAX_BYLINE_CHARS || !cut_byline_is_of_article (node))
        continue;
      trust = trust_in (tree, node, headline);
      if (trust == 0 || trust < best || (trust == best && !is_next (node, last)))
        continue;
      text = read_line (tree, node);
      if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_BYLINE_CHARS)
        continue;
      names = cut_byline_split (text);
      if (names->len == 0 || !cut_byline_is_capitalised (g_ptr_array_index (names, 0)))
        continue;
      if (trust > best)
        g_ptr_array_set_size (found, 0);
      add_linked (tree, node, found);
      g_ptr_array_add (found, g_steal_pointer (&text));
      best = trust;
      last = node;
    }
  return found;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-title.h"

#include "cut-class.h"
#include "cut-measure.h"

#include <string.h>

#define MAX_STANDFIRST_CHARS 500
#define MAX_TITLE_CHARS 250
#define MAX_SITE_WORDS 3
#define MIN_HEADLINE_WORDS 3
#define MIN_WORD_CHARS 4
#define MAX_PARTS 4
#define MIN_MAIN_SHARE 0.5f
/* A headline stands so many nodes above a paragraph of so many characters. */
#define NEAR_NODES 120
#define MIN_TEXT_CHARS 80

static const char *const separators[] = { " | ", " - ", " – ",  " — ", " :: ", " » ", " « ", " · ",
                                          " • ", " / ", " \\ ", " > ", " _",   "_",   NULL };

char *
cut_title_fold (const char *text)
{
  g_autofree char *lower = text ? g_utf8_casefold (text, -1) : g_strdup ("");
  GString *out = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

gboolean
cut_title_is_same (const char *a, const char *b)
{
  g_autofree char *first = cut_title_fold (a);
  g_autofree char *second = cut_title_fold (b);

  return *first != '\0' && g_str_equal (first, second);
}

gboolean
cut_title_holds (const char *text, const char *name)
{
  g_autofree char *whole = cut_title_fold (text);
  g_autofree char *part = cut_title_fold (name);

  return name != NULL && strchr (name, ' ') != NULL && *part != '\0' && strstr (whole, part) != NULL;
}

float
cut_title_get_likeness (const char *a, const char *b)
{
  g_autofree char *folded = g_utf8_casefold (b, -1);
  g_autofree char *lower = g_utf8_casefold (a, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " -:,.;!?\"", 0);
  guint all = 0;
  guint common = 0;

  for (char **word = words; *word != NULL; word++)
    {
      all += **word != '\0';
      common += **word != '\0' && strstr (folded, *word) != NULL;
    }
  return all > 0 ? (float) common / all : 0;
}

/* "CNN" for "CNN.com", "example" for "www.example.org". */
static gboolean
names_site (const char *part, const char *site)
{
  g_autofree char *first = cut_title_fold (part);
  g_autofree char *second = cut_title_fold (site);

  if (*first == '\0' || *second == '\0')
    return FALSE;
  return g_str_equal (first, second) || (strlen (first) >= 3 && g_str_has_prefix (second, first))
         || (strlen (second) >= 3 && g_str_has_prefix (first, second)
             && strlen (first) < strlen (second) + 12);
}

/* Returns: (nullable): the last separator in @text, whichever it is */
static const char *
last_separator (const char *text, const char **separator)
{
  const char *last = NULL;

  for (const char *const *candidate = separators; *candidate != NULL; candidate++)
    {
      const char *at = g_strrstr (text, *candidate);

      if (at != NULL && at != text && (last == NULL || at > last))
        {
          last = at;
          *separator = *candidate;
        }
    }
  return last;
}

static const char *
first_separator (const char *text, const char **separator)
{
  const char *first = NULL;

  for (const char *const *candidate = separators; *candidate != NULL; candidate++)
    {
      const char *at = strstr (text, *candidate);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          *separator = *candidate;
        }
    }
  return first;
}

gboolean
cut_title_names (const char *title, const char *name)
{
  const char *separator;
  const char *at = title ? last_separator (title, &separator) : NULL;
  g_autofree char *first = NULL;

  if (at != NULL && cut_title_is_same (at + strlen (separator), name))
    return TRUE;
  at = title ? first_separator (title, &separator) : NULL;
  first = at ? g_strndup (title, at - title) : NULL;
  return first != NULL && cut_title_is_same (first, name);
}

char *
cut_title_without_site (const char *title, const char *site)
{
  g_autofree char *text = g_strstrip (g_strdup (title));
  const char *separator;
  const char *at;

  if (site == NULL)
    return g_steal_pointer (&text);
  while ((at = last_separator (text, &separator)) != NULL
         && names_site (at + strlen (separator), site))
    {
      text[at - text] = '\0';
      g_strchomp (text);
    }
  at = first_separator (text, &separator);
  if (at != NULL)
    {
      g_autofree char *first = g_strndup (text, at - text);

      if (names_site (first, site))
        return g_strstrip (g_strdup (at + strlen (separator)));
    }
  return g_steal_pointer (&text);
}

static guint
count_words (const char *text)
{
  guint words = 0;
  gboolean space = TRUE;

  guint wide = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      words += space && *text != ' ';
      space = *text == ' ';
      wide += g_unichar_iswide (g_utf8_get_char (text));
    }
  /* Two ideographs make about a word. */
  return MAX (words, wide / 2);
}

char *
cut_title_get_heading (CutTree *tree, const CutNode *heading)
{
  static const char *const anchors[] = { "¶", "#", "§", "🔗", "[edit]", "\u200B", "\uFEFF", NULL };
  char *text = cut_node_get_text (tree, heading);

  /* Signs that link to the heading itself. */
  for (const char *const *anchor = anchors; *anchor != NULL; anchor++)
    if (g_str_has_suffix (text, *anchor))
      {
        text[strlen (text) - strlen (*anchor)] = '\0';
        g_strchomp (text);
      }
  return text;
}

static gboolean
is_headline_element (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_H1 || node->tag == CUT_ELEMENT_H2 || node->tag == CUT_ELEMENT_H3;
}

/* The site's name is often a heading too, linked to its front page. */
static gboolean
is_logo (const CutTree *tree, const CutNode *heading)
{
  for (guint i = heading->index + 1; i < heading->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *href = node->tag == CUT_ELEMENT_A ? cut_node_get (node, "href") : NULL;
      const char *path = href ? strstr (href, "://") : NULL;

      path = path ? strchr (path + 3, '/') : href;
      if (href == NULL)
        continue;
      path = path != NULL && *path == '/' ? path + 1 : path;
      if (path == NULL || *path == '\0' || g_str_has_prefix (path, "index."))
        return TRUE;
    }
  return FALSE;
}

/* Whether @inner is a line of @heading beside a label or a number: "<h1><span>Town</span><span>New pier</span></h1>" */
static gboolean
is_main_part (const CutNode *heading, const CutNode *inner)
{
  return inner->text == NULL && inner->chars <= MAX_TITLE_CHARS && inner->chars < heading->chars && inner->chars >= heading->chars * MIN_MAIN_SHARE;
}

gboolean
cut_title_is_heading (CutTree *tree, const CutNode *heading, const char *title)
{
  g_autofree char *text = cut_title_get_heading (tree, heading);

  if (cut_title_is_same (text, title))
    return TRUE;
  for (guint i = heading->index + 1; i < heading->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (tree, i);
      g_autofree char *part = is_main_part (heading, inner) ? cut_node_get_text (tree, inner) : NULL;

      if (part != NULL && cut_title_is_same (part, title))
        return TRUE;
    }
  return FALSE;
}

const CutNode *
cut_title_find_heading (CutTree *tree, const char *title)
{
  for (guint i = 0; title != NULL && i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (is_headline_element (node) && cut_title_is_heading (tree, node, title))
        return node;
    }
  return NULL;
}

/* Returns: (transfer full): what of @heading stands in @folded, a title; else all of it */
static char *
part_in_title (CutTree *tree, const CutNode *heading, const char *folded)
{
  char *text = cut_title_get_heading (tree, heading);
  g_autofree char *whole = cut_title_fold (text);

  for (guint i = heading->index + 1; strstr (folded, whole) == NULL && i < heading->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (tree, i);
      g_autofree char *part = is_main_part (heading, inner) ? cut_node_get_text (tree, inner) : NULL;
      g_autofree char *key = part ? cut_title_fold (part) : NULL;

      if (key == NULL || strstr (folded, key) == NULL)
        continue;
      g_free (text);
      return g_steal_pointer (&part);
    }
  return text;
}

/* Of the headings that stand in the title the one it begins with, else the longest. */
static char *
heading_in_title (CutTree *tree, const char *title)
{
  g_autofree char *folded = cut_title_fold (title);
  g_autofree char *longest = NULL;
  gsize length = 0;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;
      g_autofree char *heading = NULL;

      if (!is_headline_element (node) || is_logo (tree, node))
        continue;
      text = part_in_title (tree, node, folded);
      heading = cut_title_fold (text);
      if (strlen (heading) * (node->tag == CUT_ELEMENT_H1 ? 4 : 3) < strlen (folded)
          || strlen (heading) < 8
          || strstr (folded, heading) == NULL || count_words (text) < 2)
        continue;
      if (g_str_has_prefix (folded, heading))
        return g_steal_pointer (&text);
      if (strlen (heading) <= length)
        continue;
      length = strlen (heading);
      g_free (longest);
      longest = g_steal_pointer (&text);
    }
  return g_steal_pointer (&longest);
}

char *
cut_title_cut_at_heading (CutTree *tree, const char *title)
{
  g_autofree char *heading = heading_in_title (tree, title);
  const char *separator;
  gboolean parted = first_separator (title, &separator) != NULL || strstr (title, ": ") != NULL;

  return heading != NULL && parted ? g_steal_pointer (&heading) : NULL;
}

static const CutNode *
find_only_heading (CutTree *tree)
{
  const CutNode *only = NULL;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->tag != CUT_ELEMENT_H1 || node->seen_role == CUT_NODE_HIDDEN || is_logo (tree, node))
        continue;
      if (only != NULL)
        return NULL;
      only = node;
    }
  return only;
}

static char *
only_heading (CutTree *tree)
{
  const CutNode *only = find_only_heading (tree);

  return only ? cut_title_get_heading (tree, only) : NULL;
}

/* Without a site name to compare: what stands behind the last separator goes, when what is
 * left still reads as a headline. */
static char *
guess (const char *title)
{
  const char *separator;
  const char *at = last_separator (title, &separator);
  g_autofree char *left = at ? g_strstrip (g_strndup (title, at - title)) : NULL;

  if (left != NULL && count_words (left) >= 3 && count_words (at + strlen (separator)) <= 4)
    return g_steal_pointer (&left);
  return g_strdup (title);
}

/* Whether a paragraph follows soon. */
static gboolean
heads_text (const CutTree *tree, const CutNode *heading)
{
  guint end = MIN (heading->end + NEAR_NODES, cut_tree_get_length (tree));

  for (guint i = heading->end; i < end; i++)
    {
      const CutNode *node = cut_tree_get_node ((CutTree *) tree, i);

      if (node->seen_role == CUT_NODE_BODY && node->text == NULL && node->own_chars >= MIN_TEXT_CHARS
          && node->own_link_chars * 2 < node->own_chars)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): of a page without a title, what stands right above its text */
static char *
first_heading (CutTree *tree)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (is_headline_element (node) && node->seen_role == CUT_NODE_BODY && node->chars > 0
          && !is_logo (tree, node) && heads_text (tree, node))
        return cut_title_get_heading (tree, node);
    }
  return NULL;
}

static char *
without_title (CutTree *tree)
{
  char *only = only_heading (tree);

  return only != NULL ? only : first_heading (tree);
}

/* Whether a word of some length stands in both. */
static gboolean
shares_word (const char *a, const char *b)
{
  g_autofree char *folded = g_utf8_casefold (b, -1);
  g_autofree char *lower = g_utf8_casefold (a, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " -:,.;!?\"|", 0);

  for (char **word = words; *word != NULL; word++)
    if (g_utf8_strlen (*word, -1) >= MIN_WORD_CHARS && strstr (folded, *word) != NULL)
      return TRUE;
  return FALSE;
}

/* Some sites call all their pages by their own name: then the one headline there is says more.
 * Returns: (transfer full) (nullable) */
static char *
headline_beside (CutTree *tree, const char *element)
{
  g_autofree char *heading = only_heading (tree);
  gboolean alike;

  if (heading == NULL || count_words (heading) < MIN_HEADLINE_WORDS)
    return NULL;
  alike = shares_word (element, heading);
  if (count_words (element) == 1 || (!alike && count_words (element) <= MIN (MAX_SITE_WORDS, count_words (heading) - 1)))
    return g_steal_pointer (&heading);
  if (alike || cut_title_find_line (tree, element) != NULL || !heads_text (tree, find_only_heading (tree)))
    return NULL;
  return g_steal_pointer (&heading);
}

/* Returns: (transfer full) (nullable): @part, where it reads as a headline and the page shows it as a line; takes @part */
static char *
take_shown (CutTree *tree, char *part)
{
  if (count_words (part) >= MIN_HEADLINE_WORDS && cut_title_find_line (tree, part) != NULL)
    return part;
  g_free (part);
  return NULL;
}

/* Returns: (transfer full) (nullable): what @title begins with before a separator, or ends with behind one, where the page shows it as a line */
static char *
line_in_title (CutTree *tree, const char *title)
{
  const char *separator = NULL;
  const char *at = title;
  char *found = NULL;

  for (guint i = 0; i < MAX_PARTS && (at = first_separator (at, &separator)) != NULL && found == NULL; i++, at += strlen (separator))
    {
      char *part = g_strndup (title, at - title);

      found = take_shown (tree, g_strchomp (part));
    }
  at = found == NULL ? first_separator (title, &separator) : NULL;
  return at != NULL ? take_shown (tree, g_strstrip (g_strdup (at + strlen (separator)))) : found;
}

char *
cut_title_from_page (CutTree *tree, const char *element, const char *site)
{
  g_autofree char *cleaned = NULL;
  char *heading;

  if (element == NULL || *element == '\0')
    return without_title (tree);
  heading = heading_in_title (tree, element);
  if (heading == NULL)
    heading = headline_beside (tree, element);
  if (heading == NULL)
    heading = line_in_title (tree, element);
  if (heading != NULL)
    return heading;
  cleaned = cut_title_without_site (element, site);
  return g_str_equal (cleaned, element) ? guess (element) : g_steal_pointer (&cleaned);
}

/* Returns: whether @node stands before any paragraph of the article */
static guint
paragraphs_before (CutTree *tree, GPtrArray *roots)
{
  for (guint r = 0; r < roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (roots, r);

      for (guint i = root->index; i < root->end; i++)
        {
          const CutNode *node = cut_tree_get_node (tree, i);

          if (node->seen_role == CUT_NODE_BODY && node->tag == CUT_ELEMENT_P
              && node->own_chars >= 80)
            return i;
        }
    }
  return G_MAXUINT;
}

static gboolean
is_standfirst (CutTree *tree, const CutNode *node, const char *description)
{
  guint meaning = cut_class_read (node);
  g_autofree char *text = NULL;

  if (node->chars == 0 || node->chars > MAX_STANDFIRST_CHARS || node->paragraphs > 2)
    return FALSE;
  if (meaning & CUT_CLASS_STANDFIRST)
    return TRUE;
  if (description == NULL || !cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_title_is_same (text, description);
}

/* Headlines stand in paragraphs and divisions as well. */
static gboolean
is_short_line (const CutTree *tree, const CutNode *node)
{
  if (node->text != NULL || node->chars == 0 || node->chars > MAX_TITLE_CHARS)
    return FALSE;
  return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) ? node->own_chars == node->chars
                                                  : cut_node_stands_alone (tree, node);
}

const CutNode *
cut_title_find_line (CutTree *tree, const char *title)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;

      if (node->text != NULL || node->seen_role != CUT_NODE_BODY || !is_short_line (tree, node)
          || (node->link_chars == node->chars && !cut_node_is (node, CUT_ELEMENT_IS_HEADING)))
        continue;
      text = cut_node_get_text (tree, node);
      if (cut_title_is_same (text, title))
        return node;
    }
  return NULL;
}

/* "Re: New pier" above an answer in a forum */
static gboolean
answers_to (const char *text, const char *title)
{
  static const char *const marks[] = { "re: ", "re:", "aw: ", "sv: ", "antw: ", NULL };

  for (const char *const *mark = marks; *mark != NULL; mark++)
    if (g_ascii_strncasecmp (text, *mark, strlen (*mark)) == 0 && cut_title_is_same (text + strlen (*mark), title))
      return TRUE;
  return FALSE;
}

static void
mark_in (
    CutTree *tree, CutNode *root, guint first_paragraph, const char *title, const char *description)
{
  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      gboolean heading = cut_node_is (node, CUT_ELEMENT_IS_HEADING);
      g_autofree char *text = NULL;

      if (node->text != NULL || node->seen_role != CUT_NODE_BODY)
        continue;
      if (title != NULL && (heading || (i < first_paragraph && is_short_line (tree, node))))
        text = cut_node_get_text (tree, node);
      if (text != NULL
          && (answers_to (text, title)
              || ((node->tag == CUT_ELEMENT_H1 || i < first_paragraph)
                  && (cut_title_is_same (text, title) || (heading && cut_title_is_heading (tree, node, title))))))
        node->role = CUT_NODE_TITLE;
      else if (i <= first_paragraph && cut_node_is (node, CUT_ELEMENT_IS_BLOCK)
               && is_standfirst (tree, node, description))
        node->role = CUT_NODE_STANDFIRST;
      if (node->role != CUT_NODE_BODY)
        i = node->end - 1;
    }
}

void
cut_title_mark (CutTree *tree, GPtrArray *roots, const char *title, const char *description)
{
  guint first_paragraph = paragraphs_before (tree, roots);

  for (guint r = 0; r < roots->len; r++)
    mark_in (tree, g_ptr_array_index (roots, r), first_paragraph, title, description);
}

char *
cut_title_find_standfirst (CutTree *tree)
{
  gboolean after_heading = FALSE;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      after_heading = after_heading || node->tag == CUT_ELEMENT_H1;
      if (!after_heading || node->text != NULL || !cut_node_is (node, CUT_ELEMENT_IS_BLOCK))
        continue;
      if (node->seen_role != CUT_NODE_BODY && node->seen_role != CUT_NODE_STANDFIRST)
        continue;
      if (node->paragraphs > 3)
        continue;
      if (cut_class_read (node) & CUT_CLASS_STANDFIRST && node->chars >= 20
          && node->chars <= MAX_STANDFIRST_CHARS)
        return cut_node_get_text (tree, node);
    }
  return NULL;
}

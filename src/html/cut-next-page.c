/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-next-page.h"

#include "cut-page-url.h"

#include <string.h>

/* "page=", "/seite/", "p" before a page's number. */
#define MAX_MARK 12
#define MAX_PAGES 200

static gboolean
says_next (const CutNode *node)
{
  const char *rel = node->tag == CUT_ELEMENT_A || node->tag == CUT_ELEMENT_LINK
                        ? cut_node_get (node, "rel")
                        : NULL;
  g_auto (GStrv) words = rel ? g_strsplit_set (rel, " \t\n", 0) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (g_ascii_strcasecmp (*word, "next") == 0)
      return TRUE;
  return FALSE;
}

/* Returns: the page's number when @rest is nothing else ("?page=2", "/2", "-p2.html"), else 0 */
static guint
number_in (const char *rest)
{
  gsize letters = strcspn (rest, "0123456789");
  guint64 number = g_ascii_strtoull (rest + letters, NULL, 10);
  gsize digits = strspn (rest + letters, "0123456789");
  const char *end = rest + letters + digits;

  if (letters > MAX_MARK || digits == 0 || number > MAX_PAGES)
    return 0;
  for (gsize i = 0; i < letters; i++)
    if (!g_ascii_isalpha (rest[i]) && strchr ("/?&=-_,.", rest[i]) == NULL)
      return 0;
  if (*end == '/' || (*end == '.' && strlen (end) <= 6))
    end += strlen (end);
  return *end == '\0' ? number : 0;
}

/* Whether @next is @here with a page number behind it, or with one higher. */
static gboolean
continues (const char *here, const char *next)
{
  gsize same = 0;
  const char *rest;
  guint number;

  while (here[same] != '\0' && here[same] == next[same])
    same++;
  while (same > 0 && g_ascii_isdigit (here[same - 1]) && g_ascii_isdigit (next[same - 1]))
    same--;
  rest = here + same;
  number = number_in (next + same);
  if (number < 2)
    return FALSE;
  /* Only an ending, or the number of this page, may be lost. */
  return *rest == '\0' || g_str_equal (rest, "/") || (*rest == '.' && strlen (rest) <= 6)
         || (number_in (rest) > 0 && number_in (rest) + 1 == number);
}

char *
cut_next_page_find (CutTree *tree, const char *here, const char *base)
{
  g_autofree char *own = g_strndup (here ? here : "", here ? strcspn (here, "#") : 0);

  for (guint i = 0; i < cut_tree_get_length (tree) && *own != '\0'; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *next = NULL;

      if (node->n_attributes == 0 || !says_next (node))
        continue;
      next = cut_page_url_resolve (base, cut_node_get (node, "href"));
      if (next != NULL)
        next[strcspn (next, "#")] = '\0';
      if (next != NULL && continues (own, next))
        return g_steal_pointer (&next);
    }
  return NULL;
}

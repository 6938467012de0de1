/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-next-page.h"

#include "cut-page-url.h"

#include <string.h>

/* "page=", "/seite/", "p" before a page's number. */
#define MAX_MARK 12
#define MAX_PAGES 200
/* How far above a link the box of page numbers is. */
#define BOX_LEVELS 4
#define MAX_LABEL_CHARS 30

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

/* A box of page numbers, by what it is called. */
static gboolean
is_box_of_pages (const CutNode *node)
{
  static const char *const names[] = { "class", "id", "aria-label" };
  static const char *const words[] = { "pagina", "pager", "paging", "page-link", "page-number", "pagenumber",
                                       "page_nav", "pagenav", "pages", "seiten", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = cut_node_get (node, names[i]);
      g_autofree char *folded = value ? g_ascii_strdown (value, -1) : NULL;

      for (const char *const *word = words; folded != NULL && *word != NULL; word++)
        if (strstr (folded, *word) != NULL && strstr (folded, "comment") == NULL)
          return TRUE;
    }
  return FALSE;
}

/* Whether it reads "Next page" in one of many languages, an arrow or a number. */
static gboolean
is_labelled (CutTree *tree, const CutNode *link)
{
  static const char *const words[]
      = { "next",     "weiter",   "nächste",  "suivant", "siguiente", "avanti",  "successiv", "próxim",
          "seguinte", "volgende", "nästa",    "næste",   "neste",     "seuraava", "następn",  "další",
          "далее",    "следующ",  "вперед",   "下一页",  "下一頁",    "次",      "다음",      "التالي",
          "הבא",      "sonraki",  "επόμεν",   "következő", "›",       "»",       "→",         ">",
          NULL };
  g_autofree char *text = cut_node_get_text (tree, link);
  g_autofree char *folded = g_utf8_strdown (text, -1);

  if (*folded == '\0' || g_utf8_strlen (folded, -1) > MAX_LABEL_CHARS)
    return FALSE;
  if (strspn (folded, "0123456789") == strlen (folded))
    return TRUE;
  for (const char *const *word = words; *word != NULL; word++)
    if (g_str_has_prefix (folded, *word))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_pages (CutTree *tree, const CutNode *node)
{
  const CutNode *box = node->parent;

  if (node->tag != CUT_ELEMENT_A || cut_node_get (node, "href") == NULL)
    return FALSE;
  for (guint level = 0; box != NULL && level < BOX_LEVELS; level++, box = box->parent)
    if (box->tag != CUT_ELEMENT_BODY && is_box_of_pages (box))
      return is_labelled (tree, node);
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

/* Whether @next is @here with a page number behind it, or with one higher; @shown: links to all pages are
 * shown, of which only the one behind this is meant. */
static gboolean
continues (const char *here, const char *next, gboolean shown)
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
  if (number < 2 || strstr (next + same, "cpage") != NULL || strstr (next + same, "comment") != NULL)
    return FALSE;
  /* Only an ending, or the number of this page, may be lost. */
  return ((*rest == '\0' || g_str_equal (rest, "/") || (*rest == '.' && strlen (rest) <= 6))
          && (!shown || number == 2))
         || (number_in (rest) > 0 && number_in (rest) + 1 == number);
}

static char *
find (CutTree *tree, const char *own, const char *base, gboolean shown)
{
  for (guint i = 0; i < cut_tree_get_length (tree) && *own != '\0'; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *next = NULL;

      if (node->n_attributes == 0 || !(shown ? is_in_pages (tree, node) : says_next (node)))
        continue;
      next = cut_page_url_resolve (base, cut_node_get (node, "href"));
      if (next != NULL)
        next[strcspn (next, "#")] = '\0';
      if (next != NULL && continues (own, next, shown))
        return g_steal_pointer (&next);
    }
  return NULL;
}

char *
cut_next_page_find (CutTree *tree, const char *here, const char *base)
{
  g_autofree char *own = g_strndup (here ? here : "", here ? strcspn (here, "#") : 0);
  char *next = find (tree, own, base, FALSE);

  return next ? next : find (tree, own, base, TRUE);
}

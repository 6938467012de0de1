/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-page-picture.h"

#include "cut-page-url.h"

#include <string.h>

/* Pictures narrower than this in both ways count readers, not words. */
#define MIN_SIDE 3

static gboolean
is_placeholder (const char *src)
{
  static const char *const words[]
      = { "placeholder", "blank.",   "spacer",   "1x1",      "transparent", "pixel.",
          "lazyload.",   "loading.", "grey.gif", "gray.gif", "dummy",       NULL };
  const char *name = strrchr (src, '/');

  name = name ? name : src;
  for (const char *const *word = words; *word != NULL; word++)
    if (strstr (name, *word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_usable (const char *src)
{
  while (src != NULL && g_ascii_isspace (*src))
    src++;
  return src != NULL && *src != '\0' && *src != '#' && g_ascii_strncasecmp (src, "data:", 5) != 0
         && g_ascii_strncasecmp (src, "blob:", 5) != 0
         && g_ascii_strncasecmp (src, "about:", 6) != 0;
}

/* Returns: the candidate of the largest width or density in a srcset */
static char *
widest (const char *srcset)
{
  g_autofree char *best = NULL;
  double best_size = -1;

  while (srcset != NULL && *srcset != '\0')
    {
      const char *start;
      double size = 1;
      gsize n;

      srcset += strspn (srcset, " \t\r\n\f,");
      start = srcset;
      n = strcspn (srcset, " \t\r\n\f");
      srcset += n;
      if (n > 0 && start[n - 1] == ',')
        n--;
      else
        {
          srcset += strspn (srcset, " \t\r\n\f");
          if (g_ascii_isdigit (*srcset))
            size = g_ascii_strtod (srcset, NULL);
          srcset += strcspn (srcset, ",");
        }
      if (n > 0 && size > best_size)
        {
          g_free (best);
          best = g_strndup (start, n);
          best_size = size;
        }
    }
  return g_steal_pointer (&best);
}

static char *
from_srcset (const CutNode *node)
{
  static const char *const names[] = { "data-srcset", "data-lazy-srcset", "srcset", NULL };

  for (const char *const *name = names; *name != NULL; name++)
    {
      g_autofree char *found = widest (cut_node_get (node, *name));

      if (is_usable (found) && !is_placeholder (found))
        return g_steal_pointer (&found);
    }
  return NULL;
}

static gboolean
looks_like_picture (const char *value)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", NULL };

  if (!is_usable (value) || strpbrk (value, " {}<>\"") != NULL)
    return FALSE;
  for (const char *const *ending = endings; *ending != NULL; ending++)
    {
      const char *at = strstr (value, *ending);

      if (at != NULL && !g_ascii_isalnum (at[strlen (*ending)]))
        return TRUE;
    }
  return FALSE;
}

static const char *
from_lazy (const CutNode *node)
{
  static const char *const names[]
      = { "data-src",       "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src",
          "data-src-large", "data-url",      "data-image",    NULL };

  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = cut_node_get (node, *name);

      if (is_usable (value) && strpbrk (value, "{}<>\"") == NULL && !is_placeholder (value))
        return value;
    }
  for (guint i = 0; i < node->n_attributes; i++)
    if ((g_str_has_prefix (node->attributes[i].name, "data-") || strstr (node->attributes[i].name, "lazy") != NULL)
        && looks_like_picture (node->attributes[i].value))
      return node->attributes[i].value;
  return NULL;
}

static gboolean
is_pixel (const CutNode *image)
{
  const char *width = cut_node_get (image, "width");
  const char *height = cut_node_get (image, "height");

  return width != NULL && height != NULL && g_ascii_isdigit (*width) && g_ascii_isdigit (*height)
         && g_ascii_strtoull (width, NULL, 10) < MIN_SIDE
         && g_ascii_strtoull (height, NULL, 10) < MIN_SIDE;
}

static char *
from_sources (const CutNode *image)
{
  if (image->parent == NULL || image->parent->tag != CUT_ELEMENT_PICTURE)
    return NULL;
  for (const CutNode *child = image->parent->first_child; child != NULL; child = child->next)
    if (child->tag == CUT_ELEMENT_SOURCE)
      {
        char *found = from_srcset (child);

        if (found != NULL)
          return found;
      }
  return NULL;
}

static const CutNode *
first_image (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_IMG)
      return cut_tree_get_node (tree, i);
  return NULL;
}

/* A noscript right after the picture, or after the element that holds only it. */
static const CutNode *
beside (const CutTree *tree, const CutNode *image)
{
  for (guint level = 0; level < 3 && image != NULL && image->parent != NULL; level++)
    {
      for (const CutNode *next = image->next; next != NULL; next = next->next)
        {
          if (next->tag == CUT_ELEMENT_NOSCRIPT)
            return first_image (tree, next);
          if (next->text == NULL)
            break;
        }
      image = image->parent;
    }
  return NULL;
}

/* Nobody shows a photograph as a drawing first: "wait.svg" stands there until the real one comes. */
static gboolean
is_drawing_before (const char *src, const char *lazy)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp", ".avif", NULL };
  g_autofree char *path = g_strndup (src, strcspn (src, "?#"));

  if (!g_str_has_suffix (path, ".gif") && !g_str_has_suffix (path, ".svg"))
    return FALSE;
  for (const char *const *ending = endings; *ending != NULL; ending++)
    if (strstr (lazy, *ending) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: whether scripts are to put another address in the place of @src */
static gboolean
is_replaced (const CutNode *image, const char *src, const char *lazy)
{
  const char *class = cut_node_get (image, "class");

  if (!is_usable (src) || is_placeholder (src))
    return TRUE;
  return lazy != NULL && ((class != NULL && strstr (class, "lazy") != NULL) || is_drawing_before (src, lazy));
}

static char *
find (const CutNode *image)
{
  const char *src = cut_node_get (image, "src");
  const char *lazy = from_lazy (image);
  char *found;

  if (!is_replaced (image, src, lazy))
    {
      found = widest (cut_node_get (image, "data-lazy-srcset"));
      return found != NULL ? found : g_strdup (src);
    }
  if (lazy != NULL)
    return g_strdup (lazy);
  found = from_srcset (image);
  return found ? found : from_sources (image);
}

char *
cut_page_picture_get_url (const CutTree *tree, const CutNode *image, const char *base)
{
  g_autofree char *found = NULL;

  if (is_pixel (image))
    return NULL;
  found = find (image);
  if (found == NULL)
    {
      const CutNode *other = beside (tree, image);

      found = other ? find (other) : NULL;
    }
  return cut_page_url_resolve_picture (base, found);
}

char *
cut_page_picture_from_figure (const CutTree *tree, const CutNode *figure, const char *base)
{
  const char *item = cut_node_get (figure, "itemid");

  if (first_image (tree, figure) != NULL)
    return NULL;
  if (item == NULL || !looks_like_picture (item))
    item = from_lazy (figure);
  return item != NULL && looks_like_picture (item) ? cut_page_url_resolve_picture (base, item)
                                                   : NULL;
}

/* Upwards from the node before it: a page may have thousands of siblings. */
static const CutNode *
element_before (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index; i > node->parent->index + 1;)
    {
      const CutNode *before = cut_tree_get_node ((CutTree *) tree, i - 1);

      while (before->parent != node->parent)
        before = before->parent;
      if (before->text == NULL)
        return before;
      i = before->index;
    }
  return NULL;
}

const CutNode *
cut_page_picture_in_noscript (const CutTree *tree, const CutNode *noscript, const char *base)
{
  const CutNode *image = first_image (tree, noscript);
  const CutNode *before;

  if (image == NULL || noscript->parent == NULL || noscript->parent->tag == CUT_ELEMENT_IMG)
    return NULL;
  before = element_before (tree, noscript);
  if (before != NULL && before->tag != CUT_ELEMENT_IMG)
    before = first_image (tree, before);
  if (before != NULL && !is_pixel (before) && before->seen_role != CUT_NODE_HIDDEN)
    {
      g_autofree char *shown = cut_page_picture_get_url (tree, before, base);

      if (shown != NULL)
        return NULL;
    }
  return image;
}

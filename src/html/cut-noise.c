/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-noise.h"

#include "cut-class.h"

#include <string.h>

/* A pruning that would take this part of the page's paragraphs is a mistake. */
#define MAX_SHARE 0.3f
/* Hidden text is meant to be seen when it is so much of all. */
#define MIN_SHOWN_LATER 0.7f
/* Kinds of noise whose every piece is small but which together would take more than this are none. */
#define MAX_KIND_SHARE 0.4f
/* Comments may be longer than the article they follow, if this much of it came before. */
#define MIN_BEFORE_COMMENTS 200
/* Behind a heading a brief of this length is an article, too. */
#define MIN_BRIEF 80
#define MIN_LINE_CHARS 25
#define MAX_NOTICE_CHARS 600
#define MIN_PANEL_CHARS 30
#define MAX_PANEL_DENSITY 0.3f
/* Teasers are linked; the folded rest of an article is not. */
#define MIN_TEASER_DENSITY 0.05f
#define MAX_ARIA_HIDDEN_CHARS 400
/* A caption is no longer than this; a byline neither. */
#define MAX_CAPTION_CHARS 1000
#define MAX_BYLINE_CHARS 140
#define MAX_DATE_CHARS 70

static gboolean
style_hides (const char *style)
{
  g_autofree char *folded = NULL;
  char *to;

  if (style == NULL)
    return FALSE;
  folded = g_ascii_strdown (style, -1);
  to = folded;
  for (const char *from = folded; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return strstr (folded, "display:none") != NULL || strstr (folded, "visibility:hidden") != NULL;
}

static gboolean
is_hidden (const CutNode *node)
{
  const char *aria = cut_node_get (node, "aria-hidden");

  /* Questions that open their answer are buttons in headings. */
  if (node->tag == CUT_ELEMENT_BUTTON && cut_node_is (node->block, CUT_ELEMENT_IS_HEADING))
    return FALSE;
  /* noscript holds the real picture of a lazy one; the picture rules look there. */
  if (cut_node_is (node, CUT_ELEMENT_IS_NEVER))
    return TRUE;
  if (cut_node_get (node, "hidden") != NULL || style_hides (cut_node_get (node, "style")))
    return TRUE;
  return aria != NULL && g_str_equal (aria, "true") && node->chars < MAX_ARIA_HIDDEN_CHARS
         && node->tag != CUT_ELEMENT_IMG && node->tag != CUT_ELEMENT_FIGURE
         && node->tag != CUT_ELEMENT_PICTURE;
}

static gboolean
is_dialog (const CutNode *node)
{
  const char *role = cut_node_get (node, "role");

  return node->tag == CUT_ELEMENT_DIALOG
         || (role != NULL
             && (g_str_equal (role, "dialog") || g_str_equal (role, "alertdialog")));
}

/* Readers open these by a click on the tab or question above. */
static gboolean
is_panel (const CutNode *node)
{
  const char *role = cut_node_get (node, "role");
  guint meaning = cut_class_read (node);

  return ((role != NULL && g_str_equal (role, "tabpanel")) || meaning & CUT_CLASS_PANEL)
         && !(meaning & (CUT_CLASS_NAVIGATION | CUT_CLASS_SHARE | CUT_CLASS_COMMENT))
         && node->chars >= MIN_PANEL_CHARS && cut_node_get_density (node) <= MAX_PANEL_DENSITY;
}

/* Text that scripts show later: in a tab, or because the page is about nothing else. */
static gboolean
is_shown_later (const CutTree *tree, const CutNode *node)
{
  if (cut_node_is (node, CUT_ELEMENT_IS_NEVER) || is_dialog (node)
      || cut_class_read (node) & CUT_CLASS_CALL)
    return FALSE;
  return is_panel (node)
         || node->paragraph_chars > cut_tree_get_body (tree)->paragraph_chars * MIN_SHOWN_LATER;
}

void
cut_noise_hide (CutTree *tree)
{
  guint length = cut_tree_get_length (tree);

  for (guint i = 0; i < length; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->text != NULL || !is_hidden (node) || node->tag == CUT_ELEMENT_HTML
          || node->tag == CUT_ELEMENT_BODY || is_shown_later (tree, node))
        continue;
      node->role = CUT_NODE_HIDDEN;
      i = node->end - 1;
    }
}

static gboolean
role_drops (const CutNode *node)
{
  static const char *const roles[]
      = { "navigation", "banner",  "contentinfo", "search",  "dialog", "alertdialog",
          "menu",       "menubar", "toolbar",     "tablist", "alert",  NULL };
  const char *role = cut_node_get (node, "role");

  return role != NULL && g_strv_contains (roles, role);
}

/* The sign behind a heading that links to it. */
static gboolean
is_own_link (const CutNode *node)
{
  const char *href = node->tag == CUT_ELEMENT_A ? cut_node_get (node, "href") : NULL;

  return href != NULL && *href == '#' && node->chars <= 2 && node->block != NULL
         && cut_node_is (node->block, CUT_ELEMENT_IS_HEADING);
}

/* The foot of a quotation says whose it is. */
static gboolean
in_quote (const CutNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->tag == CUT_ELEMENT_BLOCKQUOTE)
      return TRUE;
  return FALSE;
}

static CutNodeRole
role_of_element (const CutNode *node)
{
  const char *role = cut_node_get (node, "role");

  if (is_own_link (node))
    return CUT_NODE_HIDDEN;

  if (role_drops (node) || node->tag == CUT_ELEMENT_NAV
      || (node->tag == CUT_ELEMENT_FOOTER && !in_quote (node)))
    return CUT_NODE_DROPPED;
  if (node->tag == CUT_ELEMENT_ASIDE || (role != NULL && g_str_equal (role, "complementary")))
    return CUT_NODE_FURNITURE;
  if (node->tag == CUT_ELEMENT_FIGCAPTION)
    return CUT_NODE_CAPTION;
  if (node->tag == CUT_ELEMENT_FORM && node->paragraphs == 0)
    return CUT_NODE_DROPPED;
  return CUT_NODE_BODY;
}

static gboolean
says (const CutNode *node, const char *attribute, const char *word)
{
  const char *value = cut_node_get (node, attribute);

  return value != NULL && strstr (value, word) != NULL;
}

/* A sentence that happens to stand in an element named "author" or "date" is none. */
static CutNodeRole
role_of_line (const CutNode *node, guint meaning)
{
  gboolean author = (meaning & CUT_CLASS_AUTHOR) || says (node, "rel", "author")
                    || says (node, "itemprop", "author") || says (node, "property", "author");
  gboolean date = (meaning & CUT_CLASS_DATE) || says (node, "itemprop", "datePublished")
                  || says (node, "itemprop", "dateModified")
                  || says (node, "property", "datePublished");
  gboolean alone = node->block == node || node->block->own_chars < node->chars + MAX_DATE_CHARS;

  if (node->chars == 0 || !alone)
    return CUT_NODE_BODY;
  if (author && node->chars <= MAX_BYLINE_CHARS)
    return CUT_NODE_BYLINE;
  if (author && !(meaning & CUT_CLASS_GOOD) && node->paragraphs <= 3)
    return CUT_NODE_FURNITURE;
  if ((date || node->tag == CUT_ELEMENT_TIME) && node->chars <= MAX_DATE_CHARS)
    return CUT_NODE_BYLINE;
  return CUT_NODE_BODY;
}

static CutNodeRole
role_of_class (const CutNode *node, guint meaning)
{
  gboolean inline_in_text = node->block != node && node->block->own_chars > node->chars + 80;

  if (meaning & CUT_CLASS_HIDDEN && node->paragraphs == 0 && node->chars < 300)
    return CUT_NODE_HIDDEN;
  if ((meaning & (CUT_CLASS_CAPTION | CUT_CLASS_CREDIT)) && node->chars <= MAX_CAPTION_CHARS
      && node->paragraphs <= 2 && !inline_in_text)
    return meaning & CUT_CLASS_CREDIT && !(meaning & CUT_CLASS_CAPTION) ? CUT_NODE_CREDIT
                                                                        : CUT_NODE_CAPTION;
  if (inline_in_text && node->chars > 0)
    return CUT_NODE_BODY;
  /* What a heading's class says of bars is how it scrolls below them. */
  if (cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    meaning &= ~CUT_CLASS_NAVIGATION;
  if (meaning & (CUT_CLASS_NAVIGATION | CUT_CLASS_COMMENT | CUT_CLASS_SHARE | CUT_CLASS_AD))
    return CUT_NODE_DROPPED;
  if (meaning & CUT_CLASS_NOISE)
    return CUT_NODE_FURNITURE;
  return CUT_NODE_BODY;
}

/* A captioned figure, "caption" in its class, is not all caption. */
static gboolean
holds_picture (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_IMG)
      return TRUE;
  return FALSE;
}

static gboolean
in_figure (const CutNode *node)
{
  for (guint level = 0; node != NULL && level < 4; level++, node = node->parent)
    if (node->tag == CUT_ELEMENT_FIGURE)
      return TRUE;
  return FALSE;
}

static CutNodeRole
role_of (CutTree *tree, CutNode *node, guint mask)
{
  guint meaning = cut_class_read (node) & mask;
  CutNodeRole role = role_of_element (node);

  if (role == CUT_NODE_BODY)
    role = role_of_class (node, meaning);
  if (role == CUT_NODE_BODY)
    role = role_of_line (node, meaning);
  if (role == CUT_NODE_BODY || role == CUT_NODE_HIDDEN || node->tag == CUT_ELEMENT_FIGCAPTION)
    return role;
  /* "caption" or "modal" beside a picture names the frame, not the words. */
  if ((role == CUT_NODE_CAPTION || role == CUT_NODE_CREDIT || in_figure (node))
      && holds_picture (tree, node))
    return CUT_NODE_BODY;
  return role;
}

/* Headings, list markers and the containers that carry a page are never noise. */
static gboolean
is_exempt (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_HTML || node->tag == CUT_ELEMENT_BODY
         || node->tag == CUT_ELEMENT_MAIN || node->tag == CUT_ELEMENT_IMG
         || node->tag == CUT_ELEMENT_H1 || node->tag == CUT_ELEMENT_TABLE
         || node->tag == CUT_ELEMENT_TBODY || node->tag == CUT_ELEMENT_TR;
}

/* The photographer's name inside a caption is a line of its own. */
static void
mark_credits (CutTree *tree, CutNode *caption)
{
  for (guint i = caption->index + 1; i < caption->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->text != NULL || !(cut_class_read (node) & CUT_CLASS_CREDIT))
        continue;
      node->role = CUT_NODE_CREDIT;
      i = node->end - 1;
    }
}

/* A page may have less text than the notice that lies over it. */
static gboolean
is_notice_beside (const CutNode *body, const CutNode *node)
{
  guint rest = body->chars - node->chars;
  guint links = body->link_chars - node->link_chars;

  return node->chars <= MAX_NOTICE_CHARS && rest - MIN (rest, links) >= MIN_BRIEF;
}

/* What asks for consent is no article, however long, as long as there is another text. */
static gboolean
asks_consent (const CutTree *tree, const CutNode *node)
{
  static const char *const words[] = { "cookie", "consent", "gdpr", "privacy", NULL };
  const char *id = cut_node_get (node, "id");
  const char *class = cut_node_get (node, "class");
  guint others = cut_tree_get_body (tree)->paragraph_chars - node->paragraph_chars;

  if (node->tag == CUT_ELEMENT_ARTICLE
      || (others < MIN_BEFORE_COMMENTS && !is_notice_beside (cut_tree_get_body (tree), node)))
    return FALSE;
  for (const char *const *word = words; *word != NULL; word++)
    if ((id != NULL && strstr (id, *word) != NULL)
        || (class != NULL && strstr (class, *word) != NULL))
      return cut_class_read (node) & CUT_CLASS_CALL || is_dialog (node);
  return is_dialog (node);
}

/* Teasers, and columns beside the text. */
static gboolean
is_beside (const CutNode *node, guint meaning)
{
  return meaning & CUT_CLASS_RELATED
         || ((meaning & CUT_CLASS_SIDE || node->tag == CUT_ELEMENT_ASIDE) && !(meaning & CUT_CLASS_GOOD));
}

/* Returns: whether to prune @node would take too much of the page */
static gboolean
is_too_much (const CutTree *tree, const CutNode *node, guint before, gboolean headed)
{
  guint limit = cut_tree_get_body (tree)->paragraph_chars * MAX_SHARE;
  guint meaning = cut_class_read (node);

  if (node->paragraph_chars <= limit || asks_consent (tree, node))
    return FALSE;
  /* Behind a brief, comments and teasers are longer than it. */
  if (headed && before >= MIN_BRIEF
      && (meaning & CUT_CLASS_COMMENT || (is_beside (node, meaning)
              && cut_node_get_density (node) >= MIN_TEASER_DENSITY)))
    return FALSE;
  return before < MIN_BEFORE_COMMENTS || !(meaning & CUT_CLASS_COMMENT);
}

typedef struct
{
  guint meaning;
  guint chars;
} Kind;

/* Returns: what to read in classes from now on: @mask without the kinds that took too much */
static guint
count_kinds (CutTree *tree, Kind *kinds, guint n_kinds, guint mask)
{
  guint limit = cut_tree_get_body (tree)->paragraph_chars * MAX_KIND_SHARE;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      /* Paragraphs of the text itself: boxes around them were weighed one by one. */
      if (node->tag == CUT_ELEMENT_P && node->role > CUT_NODE_HIDDEN)
        for (guint k = 0; k < n_kinds; k++)
          if (cut_class_read (node) & kinds[k].meaning)
            kinds[k].chars += node->paragraph_chars;
    }
  for (guint k = 0; k < n_kinds; k++)
    if (limit > 0 && kinds[k].chars > limit)
      mask &= ~kinds[k].meaning;
  return mask;
}

/* Returns: characters that a reader has read behind the line of text that @node is */
static guint
count_text (const CutNode *node)
{
  if (node->text != NULL || node->own_chars < MIN_LINE_CHARS || cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return 0;
  return node->own_chars - node->own_link_chars;
}

/* On a page that is nothing but a conversation the posts may well be called comments.
 * Returns: whether the first of them follows right behind the headline */
static gboolean
begins_with_comments (CutTree *tree)
{
  guint limit = cut_tree_get_body (tree)->paragraph_chars * MIN_SHOWN_LATER;
  gboolean headed = FALSE;
  guint before = 0;

  for (guint i = 0; i < cut_tree_get_length (tree) && before < MIN_BRIEF; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      headed = headed || node->tag == CUT_ELEMENT_H1;
      if (!headed || node->seen_role != CUT_NODE_BODY)
        continue;
      if (cut_class_read (node) & CUT_CLASS_COMMENT && node->paragraphs > 0)
        return node->paragraph_chars <= limit;
      before += count_text (node);
    }
  return FALSE;
}

static void
mark (CutTree *tree, guint mask)
{
  guint length = cut_tree_get_length (tree);
  guint before = 0;
  gboolean headed = FALSE;

  for (guint i = 0; i < length; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->role != CUT_NODE_BODY)
        {
          i = node->end - 1;
          continue;
        }
      headed = headed || node->tag == CUT_ELEMENT_H1 || node->tag == CUT_ELEMENT_H2;
      before += count_text (node);
      if (node->text != NULL || is_exempt (node) || is_too_much (tree, node, before, headed))
        continue;
      node->role = role_of (tree, node, mask);
      if (node->role == CUT_NODE_CAPTION)
        mark_credits (tree, node);
      if (node->role != CUT_NODE_BODY)
        i = node->end - 1;
    }
}

void
cut_noise_mark (CutTree *tree)
{
  Kind kinds[] = { { CUT_CLASS_CALL, 0 },  { CUT_CLASS_AD, 0 },         { CUT_CLASS_SIDE, 0 },
                   { CUT_CLASS_BIO, 0 },   { CUT_CLASS_TAGS, 0 },       { CUT_CLASS_SHARE, 0 },
                   { CUT_CLASS_AUTHOR, 0 }, { CUT_CLASS_NAVIGATION, 0 }, { CUT_CLASS_CAPTION, 0 } };
  guint first = begins_with_comments (tree) ? G_MAXUINT & ~CUT_CLASS_COMMENT : G_MAXUINT;
  guint mask;

  mark (tree, first);
  mask = count_kinds (tree, kinds, G_N_ELEMENTS (kinds), first);
  if (mask == first)
    return;
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    if (cut_tree_get_node (tree, i)->role != CUT_NODE_HIDDEN)
      cut_tree_get_node (tree, i)->role = CUT_NODE_BODY;
  mark (tree, mask);
}

guint
cut_noise_count_sure (CutTree *tree)
{
  guint chars = 0;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->role == CUT_NODE_BODY)
        continue;
      if (cut_class_read (node) & (CUT_CLASS_COMMENT | CUT_CLASS_RELATED | CUT_CLASS_SIDE | CUT_CLASS_CALL)
          || node->tag == CUT_ELEMENT_FOOTER || node->tag == CUT_ELEMENT_NAV || node->tag == CUT_ELEMENT_ASIDE)
        chars += node->paragraph_chars;
      i = node->end - 1;
    }
  return chars;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-box.h"

#include "cut-meta-date.h"
#include "cut-phrase.h"
#include "cut-title.h"

#include <string.h>

/* What asks for an address has no more to say than this. */
#define MAX_FORM_CHARS 450
#define MAX_FORM_SHARE 3
#define MAX_FORM_NODES 200
/* Comments and what is said of the author stand behind a text of this length. */
#define MIN_TEXT_CHARS 120
#define MIN_LINE_CHARS 25
#define MAX_LABEL_CHARS 60
/* A page has no more labels; each is looked around from. */
#define MAX_LABELS 20
#define MAX_BIO_CHARS 800
/* Whoever comments is named, and when, not far below the heading. */
#define MAX_SIGN_NODES 300
#define MAX_DAY_CHARS 60

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

/* Fields that nobody sees ask for nothing. */
static gboolean
is_unseen (const CutNode *field)
{
  if (g_strcmp0 (cut_node_get (field, "type"), "hidden") == 0)
    return TRUE;
  for (const CutNode *at = field; at != NULL; at = at->parent)
    {
      const char *style = cut_node_get (at, "style");

      if (cut_node_get (at, "hidden") != NULL || (style != NULL && strstr (style, "display:none") != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Stars that readers give to the article itself, which says what it has to say all around them. */
static gboolean
is_scale (const CutNode *node)
{
  static const char *const names[] = { "name", "id", "class", NULL };

  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = cut_node_get (node, *name);
      g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

      if (lower != NULL && (g_regex_match_simple ("(?:^|[-_ ])(?:stars?|ratings?|rate)(?:[-_ \\d]|$)", lower, 0, 0)))
        return TRUE;
    }
  return FALSE;
}

/* Where a head or a section of the article stands, there is more than a form. */
static gboolean
holds_more (const CutTree *tree, const CutNode *box)
{
  if (box->end - box->index > MAX_FORM_NODES)
    return TRUE;
  for (guint i = box->index; i < box->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->chars > 0 && (node->tag == CUT_ELEMENT_H1 || node->tag == CUT_ELEMENT_H2 || node->tag == CUT_ELEMENT_TIME))
        return TRUE;
    }
  return FALSE;
}

/* Goes up from the field to all that is said around it, as long as that is little. */
static void
mark_form (const CutTree *tree, const CutNode *root, CutNode *field)
{
  guint limit = MIN (MAX_FORM_CHARS, root->chars / MAX_FORM_SHARE);
  gboolean scale = is_scale (field) || is_scale (field->parent);
  CutNode *box = NULL;

  for (CutNode *at = field->parent; at != NULL && at != root && at->chars <= limit && !holds_more (tree, at); at = at->parent)
    if (scale && !is_scale (at) && at->tag != CUT_ELEMENT_LABEL)
      break;
    else if (at->chars > 0)
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

      if (text != NULL && cut_phrase_heads_comments (text) == CUT_COMMENTS_NONE && !cut_phrase_opens_furniture (text))
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
speaks_of_comments (const CutNode *node)
{
  static const char *const names[] = { "class", "id", "itemprop", "itemtype", NULL };

  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = cut_node_get (node, *name);
      g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

      if (lower != NULL && (strstr (lower, "comment") != NULL || strstr (lower, "kommentar") != NULL || strstr (lower, "reply") != NULL))
        return TRUE;
    }
  return FALSE;
}

/* "Ada wrote on 12 March at 20:14:"; an hour alone is in sentences, too. */
static gboolean
has_day_and_hour (const char *text)
{
  return g_regex_match_simple ("\\d\\D.*(?<!\\d)[012]?\\d[:h][0-5]\\d(?!\\d)|(?<!\\d)[012]?\\d[:h][0-5]\\d(?!\\d).*\\D\\d", text, G_REGEX_DOTALL, 0);
}

/* Whether @text asks to answer somebody. */
static gboolean
asks_to_answer (const char *text)
{
  static const char *const words[] = { "reply", "report", "antworten", "melden", "répondre", "signaler", "responder", "denunciar", "rispondi", "segnala", "antwoord", "reageer", "svar",
                                       "svara", "odpowiedz", "odpovědět", "ответить", "пожаловаться", "відповісти", "vastaa", "válasz", "yanıtla", "απάντηση", "返信", "回复", "回覆",
                                       "답글", "رد", "הגב", NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  return g_strv_contains (words, g_strstrip (folded));
}

/* "12 March, 20:14", "Reply" */
static gboolean
is_day_or_button (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (node->text != NULL || node->chars == 0 || node->chars > MAX_DAY_CHARS || (node->tag != CUT_ELEMENT_A && !is_line (node)))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_meta_date_is_line (text) || asks_to_answer (text) || has_day_and_hour (text);
}

/* Whether somebody comments behind @label, or can. */
static gboolean
has_comments (CutTree *tree, const CutNode *root, const CutNode *label)
{
  guint end = MIN (root->end, label->end + MAX_SIGN_NODES);

  for (guint i = label->end; i < end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      /* The next section has signs of its own; what was taken out already has none of these. */
      if (node->text == NULL && node->tag == label->tag && node->chars > 0 && cut_node_is (label, CUT_ELEMENT_IS_HEADING))
        break;
      if (node->role != CUT_NODE_BODY)
        continue;
      if (node->tag == CUT_ELEMENT_TIME || node->tag == CUT_ELEMENT_TEXTAREA || speaks_of_comments (node) || is_day_or_button (tree, node))
        return TRUE;
    }
  return speaks_of_comments (label) || (label->parent != root && speaks_of_comments (label->parent));
}

/* Returns: characters of @root behind @label */
static guint
count_behind (const CutTree *tree, const CutNode *root, const CutNode *label)
{
  guint chars = 0;

  for (guint i = label->end; i < root->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      chars += node->text != NULL ? node->chars : 0;
    }
  return chars;
}

/* No comments are longer than the text without a sign of who wrote them. */
static gboolean
are_comments (CutTree *tree, const CutNode *root, const CutNode *label, CutCommentsHead head, guint before)
{
  return has_comments (tree, root, label) || (head == CUT_COMMENTS_SURELY && count_behind (tree, root, label) <= before);
}

static gboolean
names_author (const char *text, const char *const *authors)
{
  for (; authors != NULL && *authors != NULL; authors++)
    if (cut_title_is_same (text, *authors))
      return TRUE;
  return FALSE;
}

/* Returns: whether @node may be a label of furniture, and was looked around from */
static gboolean
mark_line (CutTree *tree, const CutNode *root, CutNode *node, guint before, const char *const *authors)
{
  g_autofree char *text = cut_node_get_text (tree, node);
  CutCommentsHead head = cut_phrase_heads_comments (text);
  gboolean named = head == CUT_COMMENTS_NONE && cut_node_is (node, CUT_ELEMENT_IS_HEADING) && names_author (text, authors);

  if (head != CUT_COMMENTS_NONE && are_comments (tree, root, node, head, before))
    mark_labelled (tree, root, node, G_MAXUINT);
  else if (named)
    mark_labelled (tree, root, node, MAX_BIO_CHARS);
  return head != CUT_COMMENTS_NONE || named;
}

/* Forms were dropped before; what invites to fill them in was not. */
static void
mark_forms (CutTree *tree, const CutNode *root)
{
  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (asks_reader (node) && !is_unseen (node))
        mark_form (tree, root, node);
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
            labels += mark_line (tree, root, node, before, authors);
          if (node->role != CUT_NODE_BODY)
            i = node->end - 1;
          else if (node->text == NULL && node->own_chars >= MIN_LINE_CHARS)
            before += node->own_chars - node->own_link_chars;
        }
    }
}

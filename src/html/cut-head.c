/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-head.h"

#include "cut-byline-words.h"
#include "cut-byline.h"
#include "cut-measure.h"
#include "cut-meta-date.h"
#include "cut-phrase.h"
#include "cut-series.h"
#include "cut-title.h"

#include <string.h>

/* A head has no more lines than these, and its text begins with a paragraph as long as that. */
#define MAX_LINES 16
#define FIRST_PARAGRAPH_CHARS 100
#define MAX_LABEL_CHARS 60
#define MAX_SHORT_CHARS 25
/* A standfirst: so many lines with so many characters, and an article at least as long behind it. */
#define MAX_STANDFIRST_LINES 3
#define MAX_STANDFIRST_CHARS 600
#define MIN_REST_CHARS 400
/* A heading right below the headline is a standfirst rather than the first section's. */
#define MIN_SUBTITLE_CHARS 50
#define MAX_NAME_CHARS 120
#define MAX_NAME_NODES 20
#define MAX_OPENING_CHARS 20
#define MAX_REST_CHARS 40
#define MAX_REST_BYTES 30
#define MAX_BOX_NODES 60
#define MIN_HEADLINE_CHARS 24
#define DAY_BYTES 10 /* "2024-03-12" */
#define MONTH_BYTES 7
#define HOUR_MS (60 * 60 * 1000)

typedef struct
{
  CutTree *tree;
  GPtrArray *roots;
  const CutArticle *article;
  const char *const *authors; /* (nullable) */
  CutNode *lines[MAX_LINES];
  guint n_lines;
  gint headline; /* which of the lines; -1: before them all */
} Head;

static gboolean
is_line (const CutTree *tree, const CutNode *node)
{
  if (node->text != NULL || node->chars == 0)
    return FALSE;
  return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) ? node->own_chars == node->chars
                                                  : cut_node_stands_alone (tree, node);
}

static gboolean
has_text (const CutTree *tree, const CutNode *node)
{
  g_autofree char *text = cut_node_get_text (tree, node);

  return !cut_phrase_is_mark (text);
}

/* "Ada Kell resigned on Monday.", "“Ada Kell resigned!”" */
static gboolean
ends_sentence (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return strpbrk (end, ".!?") != NULL || strstr (end, "…") != NULL;
}

static gboolean
is_name (Head *self, const CutNode *node)
{
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (self->authors == NULL || node->end - node->index > MAX_NAME_NODES)
    return FALSE;
  text = cut_node_get_text (self->tree, node);
  if (g_utf8_strlen (text, -1) > MAX_NAME_CHARS)
    return FALSE;
  for (const char *const *author = self->authors; *author != NULL; author++)
    if (cut_title_is_same (text, *author)
        || (g_str_has_prefix (text, *author) && strlen (text) - strlen (*author) <= MAX_REST_BYTES && !ends_sentence (text)))
      return TRUE;
  joined = g_strjoinv (", ", (char **) self->authors);
  return cut_title_is_same (text, joined);
}

/* "by" above the name */
static gboolean
is_opening (Head *self, const CutNode *node)
{
  g_autofree char *text = NULL;
  g_autofree char *opening = NULL;

  if (node->chars > MAX_OPENING_CHARS)
    return FALSE;
  text = cut_node_get_text (self->tree, node);
  opening = g_strconcat (text, " ", NULL);
  return *cut_byline_skip_opening (opening) == '\0';
}

/* Whether the head ends with @node: with a paragraph behind the headline, and one more where the
 * first may be a standfirst. */
static gboolean
ends_head (const CutNode *node, gboolean headed, guint *paragraphs)
{
  if (!headed || node->role != CUT_NODE_BODY || node->chars < FIRST_PARAGRAPH_CHARS)
    return FALSE;
  return ++*paragraphs > 1;
}

static void
add_line (Head *self, CutNode *node)
{
  if (node->role == CUT_NODE_TITLE && self->headline < 0)
    self->headline = self->n_lines;
  self->lines[self->n_lines++] = node;
}

/* "in Exampleton" behind the name, "20:14" behind the day */
static gboolean
is_rest_of_byline (Head *self, const CutNode *node)
{
  if (node->chars > MAX_REST_CHARS)
    return FALSE;
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (self->tree, i)->role == CUT_NODE_BYLINE)
      return TRUE;
  return FALSE;
}

/* The day of a moment is another one in the next zone, and of some articles only the month is known. */
static gboolean
are_same_day (CutDate *a, CutDate *b)
{
  const char *first = cut_date_get_value (a), *second = cut_date_get_value (b);
  gsize length = MIN (MIN (strlen (first), strlen (second)), DAY_BYTES);

  if (length >= MONTH_BYTES && strncmp (first, second, length) == 0)
    return TRUE;
  return strchr (first, 'T') != NULL && strchr (second, 'T') != NULL && ABS (cut_date_get_sort_key (a) - cut_date_get_sort_key (b)) < HOUR_MS;
}

/* Whether @time is the day the article is of, rather than that of another which it leads to. */
static gboolean
is_own_day (Head *self, const CutNode *time)
{
  const char *stated = cut_node_get (time, "datetime");
  g_autofree char *text = stated != NULL ? g_strdup (stated) : cut_node_get_text (self->tree, time);
  g_autoptr (CutDate) date = cut_meta_date_parse (text, NULL);
  CutDate *known[] = { self->article->published, self->article->updated };

  for (guint i = 0; date != NULL && i < G_N_ELEMENTS (known); i++)
    if (known[i] != NULL && are_same_day (known[i], date))
      return TRUE;
  return FALSE;
}

/* Whether a headline of another article stands in @box. */
static gboolean
leads_away (Head *self, const CutNode *box)
{
  for (guint i = box->index; i < box->end; i++)
    {
      const CutNode *node = cut_tree_get_node (self->tree, i);

      if (node->text == NULL && node->tag == CUT_ELEMENT_A)
        {
          g_autofree char *text = cut_node_get_text (self->tree, node);

          if (g_utf8_strlen (text, -1) >= MIN_HEADLINE_CHARS)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a box that was taken for something else, such as a row of links, says who wrote the text or when. */
static gboolean
holds_byline (Head *self, const CutNode *box)
{
  if (box->end - box->index > MAX_BOX_NODES)
    return FALSE;
  for (guint i = box->index; i < box->end; i++)
    {
      const CutNode *node = cut_tree_get_node (self->tree, i);
      g_autofree char *text = NULL;

      if (node->tag == CUT_ELEMENT_TIME && is_own_day (self, node) && !leads_away (self, box))
        return TRUE;
      if (node->text != NULL || !cut_node_is (node, CUT_ELEMENT_IS_BLOCK))
        continue;
      text = cut_node_get_text (self->tree, node);
      if (cut_byline_is_line (text) || is_name (self, node))
        return TRUE;
    }
  return FALSE;
}

/* Whether @node is of the head, whatever it was taken for: a headline, or who wrote the text. */
static gboolean
is_marked (Head *self, CutNode *node, gboolean headed)
{
  if (node->text != NULL || node->role == CUT_NODE_HIDDEN)
    return FALSE;
  if (node->role == CUT_NODE_TITLE || node->role == CUT_NODE_BYLINE)
    return TRUE;
  if (node->role == CUT_NODE_FURNITURE)
    return holds_byline (self, node);
  if (node->role != CUT_NODE_BODY || !is_line (self->tree, node)
      || !(is_name (self, node) || is_opening (self, node) || is_rest_of_byline (self, node)))
    return FALSE;
  if (headed)
    node->role = CUT_NODE_BYLINE;
  return headed;
}

static void
collect (Head *self, gboolean headed)
{
  guint paragraphs = 0;

  for (guint r = 0; r < self->roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (self->roots, r);

      for (guint i = root->index; i < root->end && self->n_lines < MAX_LINES; i++)
        {
          CutNode *node = cut_tree_get_node (self->tree, i);
          gboolean marked = is_marked (self, node, headed || self->headline >= 0);

          if (node->role != CUT_NODE_BODY)
            i = node->end - 1;
          if (marked ? !has_text (self->tree, node) : node->role != CUT_NODE_BODY || !is_line (self->tree, node))
            continue;
          if (ends_head (node, headed || self->headline >= 0, &paragraphs))
            return;
          add_line (self, node);
          i = node->end - 1;
        }
    }
}

/* "Politics" above the headline */
static void
mark_labels (Head *self)
{
  for (gint i = 0; i < self->headline; i++)
    if (self->lines[i]->chars > MAX_LABEL_CHARS)
      return;
  for (gint i = 0; i < self->headline; i++)
    if (self->lines[i]->role == CUT_NODE_BODY)
      self->lines[i]->role = CUT_NODE_FURNITURE;
}

/* Returns: characters of the article that stand behind @node */
static guint
count_rest (const Head *self, const CutNode *node)
{
  guint chars = 0;

  for (guint r = 0; r < self->roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (self->roots, r);

      for (guint i = MAX (root->index, node->end); i < root->end; i++)
        {
          const CutNode *at = cut_tree_get_node (self->tree, i);

          chars += at->text != NULL ? at->chars : 0;
        }
    }
  return chars;
}

static gboolean
has_figure (const Head *self, const CutNode *node)
{
  g_autofree char *text = cut_node_get_text (self->tree, node);

  return strpbrk (text, "0123456789") != NULL;
}

/* Returns: how many bylines there are in the article */
static guint
count_bylines (const Head *self)
{
  guint n = 0;

  for (guint r = 0; r < self->roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (self->roots, r);

      for (guint i = root->index; i < root->end; i++)
        n += cut_tree_get_node (self->tree, i)->role == CUT_NODE_BYLINE;
    }
  return n;
}

/* Returns: the line the summary begins with: behind the headline, or behind the name where the day follows */
static guint
find_summary (const Head *self)
{
  guint first = self->headline + 1;
  guint other = first + 1;

  if (first >= self->n_lines || self->lines[first]->role != CUT_NODE_BYLINE || count_bylines (self) != 2)
    return first;
  while (other < self->n_lines && self->lines[other]->role == CUT_NODE_BODY)
    other++;
  if (other == self->n_lines || has_figure (self, self->lines[first]) == has_figure (self, self->lines[other]))
    return first;
  return first + 1;
}

/* Between headline and byline stands what sums the article up. */
static void
mark_standfirst (Head *self)
{
  guint first = find_summary (self);
  guint byline = first;
  guint chars = 0;

  while (byline < self->n_lines && self->lines[byline]->role == CUT_NODE_BODY)
    chars += self->lines[byline++]->chars;
  if (byline >= self->n_lines || byline - first > MAX_STANDFIRST_LINES || chars > MAX_STANDFIRST_CHARS
      || self->lines[byline]->role == CUT_NODE_TITLE
      || count_rest (self, self->lines[byline]) < MAX (MIN_REST_CHARS, chars * 2))
    return;
  for (guint i = first; i < byline; i++)
    self->lines[i]->role
        = self->lines[i]->chars < MAX_SHORT_CHARS ? CUT_NODE_FURNITURE : CUT_NODE_STANDFIRST;
}

/* Whether @heading stands in one box with the headline, and the text does not: then it heads no section. */
static gboolean
is_in_box_of_head (const Head *self, const CutNode *heading)
{
  const CutNode *headline = self->headline >= 0 ? self->lines[self->headline] : NULL;
  guint first = self->headline + 2;

  return headline != NULL && headline->index > heading->parent->index && first < self->n_lines && self->lines[first]->index >= heading->parent->end;
}

/* Whether no other heading of its order, or of any where it could head the first section, stands in the article. */
static gboolean
is_alone (const Head *self, const CutNode *heading)
{
  gboolean boxed = is_in_box_of_head (self, heading);

  for (guint r = 0; r < self->roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (self->roots, r);

      for (guint i = MAX (root->index, heading->end); i < root->end; i++)
        {
          const CutNode *node = cut_tree_get_node (self->tree, i);

          if ((boxed ? node->tag == heading->tag : cut_node_is (node, CUT_ELEMENT_IS_HEADING)) && node->seen_role == CUT_NODE_BODY && node->chars > 0)
            return FALSE;
        }
    }
  return TRUE;
}

/* Whether the page sums the article up in other words than those of @heading. */
static gboolean
is_described_otherwise (const Head *self, const CutNode *heading)
{
  const char *said = self->article->standfirst != NULL ? self->article->standfirst : self->article->excerpt;
  g_autofree char *text = cut_node_get_text (self->tree, heading);

  return said != NULL && *said != '\0' && !cut_title_is_same (text, said);
}

static void
mark_subtitle (Head *self)
{
  guint first = self->headline + 1;
  CutNode *node = first < self->n_lines ? self->lines[first] : NULL;

  if (node != NULL && node->role == CUT_NODE_BODY && cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      && node->chars >= MIN_SUBTITLE_CHARS && is_alone (self, node) && !is_described_otherwise (self, node))
    node->role = CUT_NODE_STANDFIRST;
}

/* Whether the headline stands above the article rather than in it. */
static gboolean
is_headed (CutTree *tree, GPtrArray *roots, const char *title)
{
  const CutNode *heading = title != NULL ? cut_title_find_heading (tree, title) : NULL;

  return heading != NULL && heading->end <= ((const CutNode *) g_ptr_array_index (roots, 0))->index;
}

void
cut_head_mark (CutTree *tree, GPtrArray *roots, const CutArticle *article)
{
  Head self = { .tree = tree, .roots = roots, .article = article, .authors = (const char *const *) article->authors, .headline = -1 };
  gboolean headed = is_headed (tree, roots, article->title);

  collect (&self, headed);
  if ((self.headline < 0 && !headed) || cut_series_is_thread (tree))
    return;
  mark_labels (&self);
  mark_standfirst (&self);
  mark_subtitle (&self);
}

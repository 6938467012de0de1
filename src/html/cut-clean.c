/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clean.h"

#include "cut-byline.h"
#include "cut-measure.h"
#include "cut-meta-date.h"
#include "cut-phrase.h"
#include "cut-series.h"
#include "cut-table.h"
#include "cut-title.h"
#include "cut-verdict-words.h"

#include <string.h>

/* Link density from which a block of a kind is taken for a list of links. */
#define LIST_DENSITY 0.6f
#define BOX_DENSITY 0.5f
#define LINE_DENSITY 0.85f
#define MAX_LINE_CHARS 200
#define MAX_CALL_CHARS 260
#define MAX_LABEL_CHARS 40
#define N_LEVELS 6
#define MAX_TAIL_LINES 4
#define MAX_LAST_LINES 2
#define MAX_LOOSE_CHARS 80
#define MIN_SECTION_CHARS 300
#define MAX_CAPTION_CHARS 300
#define FIRST_PARAGRAPH_CHARS 100
/* Of quotations that may say once more what the text says; so many of a page are compared. */
#define MIN_REPEAT_CHARS 20
#define MAX_REPEAT_CHARS 400
#define MAX_REPEATS 12
#define MAX_LAYOUT_NODES 600
#define MAX_POST_LINE_CHARS 60
#define MAX_COUNT_CHARS 20
#define YEAR_BYTES 4
#define CLOCK_BYTES 5
#define FIRST_YEAR 1000
#define LAST_YEAR 2100
/* Bytes beside the words of a call. */
#define MAX_BESIDE_CALL 12
#define MAX_BESIDE_LINE 32

static gboolean
is_list (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_UL || node->tag == CUT_ELEMENT_OL || node->tag == CUT_ELEMENT_DL
         || node->tag == CUT_ELEMENT_MENU;
}

static gboolean
is_box (const CutNode *node)
{
  return node->tag == CUT_ELEMENT_DIV || node->tag == CUT_ELEMENT_SECTION
         || node->tag == CUT_ELEMENT_ASIDE || node->tag == CUT_ELEMENT_FORM
         || node->tag == CUT_ELEMENT_HEADER || node->tag == CUT_ELEMENT_FIELDSET;
}

/* A line of its own: text directly in this block and nothing below it. */
static gboolean
is_line (const CutNode *node)
{
  return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && node->own_chars > 0
         && node->own_chars == node->chars;
}

static gboolean
in_data_table (const CutTree *tree, const CutNode *node)
{
  while (node != NULL && node->tag != CUT_ELEMENT_TABLE)
    node = node->parent;
  return node != NULL && cut_table_is_data (tree, node);
}

/* Cells of small tables that only lay out a page are boxes like others; larger ones are not gone through again and again. */
static gboolean
in_cell_or_quote (const CutTree *tree, const CutNode *node)
{
  gboolean in_cell = FALSE;

  for (; node != NULL; node = node->parent)
    {
      if (node->tag == CUT_ELEMENT_BLOCKQUOTE)
        return TRUE;
      in_cell = in_cell || node->tag == CUT_ELEMENT_TD || node->tag == CUT_ELEMENT_TH;
      if (in_cell && node->tag == CUT_ELEMENT_TABLE)
        return node->end - node->index > MAX_LAYOUT_NODES || cut_table_is_data (tree, node);
    }
  return in_cell;
}

static gboolean
fills_call (const char *lower, gsize most_beside)
{
  return cut_verdict_words_fill (CUT_WORDS_PAY, lower, most_beside) || cut_verdict_words_fill (CUT_WORDS_MEMBER, lower, most_beside);
}

/* "Subscribe to read on", "Already a subscriber? Sign in". Crossheads and sentences may have such words in them: a call hardly says more,
 * leads somewhere, or says two of them. */
static gboolean
asks_to_pay (const CutNode *node, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *last = lower + strlen (lower) - (*lower != '\0');

  if (strpbrk (text, "\"") != NULL || strstr (text, "“") != NULL || strstr (text, "„") != NULL || strstr (text, "«") != NULL)
    return FALSE;
  if (cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return strchr (lower, ':') == NULL && fills_call (lower, MAX_BESIDE_CALL);
  if (node->link_chars > 0 || *last != '.')
    return fills_call (lower, MAX_BESIDE_LINE);
  return fills_call (lower, MAX_BESIDE_CALL)
         || (fills_call (lower, MAX_BESIDE_LINE) && cut_verdict_words_in (CUT_WORDS_PAY, lower) + cut_verdict_words_in (CUT_WORDS_MEMBER, lower) > 1);
}

static gboolean
is_call (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (node->chars > MAX_CALL_CHARS || node->paragraphs > 2 || node->chars == 0)
    return FALSE;
  if (!is_line (node) && !is_list (node) && !is_box (node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_phrase_opens_furniture (text) || asks_to_pay (node, text)
         || (!cut_node_is (node, CUT_ELEMENT_IS_HEADING) && !in_cell_or_quote (tree, node)
             && cut_phrase_is_button (text))
         || (is_line (node) && (node->link_chars > 0 ? cut_phrase_calls (text) : cut_phrase_invites (text)));
}

static gboolean
is_link_block (const CutTree *tree, const CutNode *node)
{
  float density = cut_node_get_density (node);

  if (node->chars == 0 || cut_node_is (node, CUT_ELEMENT_IS_HEADING))
    return FALSE;
  if (is_list (node))
    return density > LIST_DENSITY && node->paragraphs == 0;
  if (is_box (node) && node->own_chars < node->chars)
    return density > BOX_DENSITY && node->paragraphs == 0;
  if (node->tag == CUT_ELEMENT_TD)
    return density > BOX_DENSITY && node->paragraphs == 0 && !in_data_table (tree, node);
  return (is_box (node) || node->tag == CUT_ELEMENT_P) && density > LINE_DENSITY
         && node->chars <= MAX_LINE_CHARS && !in_cell_or_quote (tree, node);
}

/* Bylines and dates before the first paragraph, and agencies' credits anywhere. */
static gboolean
is_credit_line (CutTree *tree, const CutNode *node, gboolean at_head)
{
  g_autofree char *text = NULL;

  if (!is_line (node) || node->chars > MAX_CALL_CHARS || cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      || (node->tag == CUT_ELEMENT_LI && !at_head) || in_cell_or_quote (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return (at_head && cut_byline_is_line (text)) || cut_byline_is_tail (text);
}

/* "Home > Town > Harbour" */
static gboolean
is_trail (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = is_line (node) && !in_cell_or_quote (tree, node) ? cut_node_get_text (tree, node) : NULL;

  return text != NULL && cut_phrase_is_trail (text);
}

/* A label beside a picture is taken for a call; the picture stays. */
static void
make_furniture (CutTree *tree, CutNode *node)
{
  gboolean picture = FALSE;

  for (guint i = node->index + 1; i < node->end && !picture; i++)
    picture = cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_IMG;
  if (!picture || node->chars > MAX_LABEL_CHARS || node->link_chars > 0)
    {
      node->role = CUT_NODE_FURNITURE;
      return;
    }
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_tree_get_node (tree, i)->text != NULL)
      cut_tree_get_node (tree, i)->role = CUT_NODE_FURNITURE;
}

/* A short link between line breaks or blocks, in no paragraph: "Back", "Home". */
static gboolean
is_link_alone (const CutTree *tree, const CutNode *node)
{
  return node->tag == CUT_ELEMENT_A && node->link_chars > 0 && node->chars <= MAX_LABEL_CHARS
         && cut_node_stands_alone (tree, node) && !in_data_table (tree, node);
}

/* "<small>3 June 2009 by A. Example</small>" between headline and text. */
static gboolean
is_line_alone (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (node->text != NULL || cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || node->chars == 0
      || node->chars > MAX_LINE_CHARS || !cut_node_stands_alone (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_byline_is_line (text);
}

/* "<span>3 min read</span>" between lines of their own. */
static gboolean
is_button_alone (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (node->text != NULL || node->chars == 0 || node->chars > MAX_LABEL_CHARS || in_cell_or_quote (tree, node)
      || !cut_node_stands_alone (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_phrase_is_button (text);
}

static void
mark_inline (CutTree *tree, CutNode *node, gboolean at_head)
{
  if (is_link_alone (tree, node) || is_button_alone (tree, node))
    node->role = CUT_NODE_FURNITURE;
  else if (at_head && is_line_alone (tree, node))
    node->role = CUT_NODE_BYLINE;
}

/* "1914–1918", "1914 - 18": a heading of what follows */
static gboolean
is_span_of_years (const char *text)
{
  g_auto (GStrv) years = g_regex_split_simple ("^(\\d{4})\\s*[-–—/]\\s*(?:\\d{4}|\\d{2})?$", text, 0, 0);
  gint64 first = g_strv_length (years) > 1 ? g_ascii_strtoll (years[1], NULL, 10) : 0;

  return first >= FIRST_YEAR && first <= LAST_YEAR;
}

/* One that people write of: "1914" */
static gboolean
is_year (const char *text)
{
  return strlen (text) == YEAR_BYTES && atoi (text) >= FIRST_YEAR && atoi (text) <= LAST_YEAR;
}

/* "00:00 / 41:12", or how many liked it; a line with a year, or with the time of day, begins something. */
static gboolean
is_count (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (!is_line (node) || node->chars > MAX_COUNT_CHARS || cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      || in_cell_or_quote (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_phrase_is_mark (text) && !is_year (text) && !is_span_of_years (text) && !(strlen (text) <= CLOCK_BYTES && strchr (text, ':') != NULL);
}

static void
mark_block (CutTree *tree, CutNode *node, gboolean at_head)
{
  if (is_credit_line (tree, node, at_head))
    node->role = CUT_NODE_BYLINE;
  else if (is_link_block (tree, node) || is_call (tree, node)
           || (at_head && (is_trail (tree, node) || is_count (tree, node))))
    make_furniture (tree, node);
}

/* In a conversation each post has its day, and numbers that count something. */
static gboolean
is_line_of_post (CutTree *tree, const CutNode *node)
{
  g_autofree char *text = NULL;

  if (!is_line (node) || node->chars > MAX_POST_LINE_CHARS || cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      || in_cell_or_quote (tree, node))
    return FALSE;
  text = cut_node_get_text (tree, node);
  return cut_meta_date_is_line (text) || (node->tag == CUT_ELEMENT_DIV && cut_phrase_is_mark (text));
}

static void
mark_blocks (CutTree *tree, CutNode *root, gboolean thread)
{
  guint limit = root->chars / 3;
  gboolean at_head = TRUE;

  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->role == CUT_NODE_BODY && node->text == NULL && node->chars <= limit)
        {
          if (thread && is_line_of_post (tree, node))
            node->role = CUT_NODE_BYLINE;
          else if (cut_node_is (node, CUT_ELEMENT_IS_BLOCK))
            mark_block (tree, node, at_head);
          else
            mark_inline (tree, node, at_head);
        }
      if (node->role != CUT_NODE_BODY)
        i = node->end - 1;
      else
        at_head = at_head && node->own_chars < FIRST_PARAGRAPH_CHARS;
    }
}

static gboolean
ends_section (const CutNode *node, const CutNode *heading)
{
  return cut_node_is (node, CUT_ELEMENT_IS_HEADING) && node->tag <= heading->tag;
}

/* What stands under a heading such as "About the author" or "Read more" is what it says, as long as
 * it is little. */
static void
mark_section (CutNode *heading, guint limit)
{
  guint chars = 0;

  for (CutNode *node = heading->next; node != NULL && !ends_section (node, heading);
       node = node->next)
    chars += node->chars;
  if (chars > limit)
    return;
  for (CutNode *node = heading->next; node != NULL && !ends_section (node, heading);
       node = node->next)
    if (node->role == CUT_NODE_BODY && node->chars > 0)
      node->role = CUT_NODE_FURNITURE;
}

static void
mark_sections (CutTree *tree, CutNode *root)
{
  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->role == CUT_NODE_FURNITURE && cut_node_is (node, CUT_ELEMENT_IS_HEADING)
          && node->chars > 0)
        {
          g_autofree char *text = cut_node_get_text (tree, node);

          if (cut_phrase_opens_furniture (text))
            mark_section (node, MAX (root->chars / 8, MIN (root->chars / 3, MIN_SECTION_CHARS)));
        }
      if (node->role != CUT_NODE_BODY)
        i = node->end - 1;
    }
}

/* Makes furniture of headings with no text between them and the next heading as high, or the
 * end. One walk backwards: @follows says for each level whether text was met since. */
static void
mark_headings (CutTree *tree, CutNode *root)
{
  gboolean follows[N_LEVELS] = { FALSE };

  for (guint i = root->end; i-- > root->index + 1;)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      guint level = node->tag - CUT_ELEMENT_H1;

      if (node->seen_role != CUT_NODE_BODY || node->role != CUT_NODE_BODY)
        continue;
      if (!cut_node_is (node, CUT_ELEMENT_IS_HEADING))
        {
          gboolean text = node->text != NULL && node->chars > 0
                          && !cut_node_is (node->block, CUT_ELEMENT_IS_HEADING);

          for (guint l = 0; l < N_LEVELS && (text || node->tag == CUT_ELEMENT_IMG); l++)
            follows[l] = TRUE;
        }
      else if (!follows[level])
        node->role = CUT_NODE_FURNITURE;
      else if (node->chars > 0)
        for (guint l = 0; l < N_LEVELS; l++)
          follows[l] = l < level;
    }
}

/* What a table of data or a quotation ends with belongs to it. */
static gboolean
is_kept_in (const CutTree *tree, const CutNode *node)
{
  if (in_data_table (tree, node))
    return TRUE;
  while (node != NULL && node->tag != CUT_ELEMENT_BLOCKQUOTE)
    node = node->parent;
  return node != NULL;
}

/* A line of links alone, or a word or two without an end: "Back to the front page". */
static gboolean
is_loose_end (const CutNode *node, const char *text)
{
  if (cut_node_is (node, CUT_ELEMENT_IS_HEADING) || node->chars > MAX_LOOSE_CHARS)
    return FALSE;
  return cut_node_get_density (node) > BOX_DENSITY || cut_phrase_is_button (text)
         || cut_phrase_is_mark (text) || cut_phrase_is_signature (text) || cut_byline_is_line (text);
}

/* Goes back over the last lines of the article as long as they speak of its author, or are none
 * of a text. */
static void
mark_tail (CutTree *tree, CutNode *root, const char *const *authors)
{
  gboolean at_end = TRUE;
  guint lines = 0;

  for (guint i = root->end; i-- > root->index + 1 && lines < MAX_TAIL_LINES;)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;

      if (node->role != CUT_NODE_BODY || node->seen_role != CUT_NODE_BODY || node->text != NULL
          || !(is_line (node) || (node->chars > 0 && cut_node_stands_alone (tree, node))))
        continue;
      text = cut_node_get_text (tree, node);
      if (cut_byline_is_bio (text, authors) || (lines < MAX_LAST_LINES && node->chars <= MAX_CALL_CHARS && !is_kept_in (tree, node) && cut_phrase_ends_article (text))
          || (at_end && !is_kept_in (tree, node) && is_loose_end (node, text)))
        node->role = CUT_NODE_FURNITURE;
      else
        at_end = FALSE;
      lines += !at_end;
    }
}

/* Returns: whether everything @node says is set off as one: in small print or slanted */
static gboolean
is_set_off (const CutTree *tree, const CutNode *node)
{
  guint chars = 0;

  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (tree, i);

      if (inner->tag != CUT_ELEMENT_EM && inner->tag != CUT_ELEMENT_I
          && inner->tag != CUT_ELEMENT_SMALL)
        continue;
      chars += inner->chars;
      i = inner->end - 1;
    }
  return chars > 0 && chars + 2 >= node->chars;
}

/* Captions that no class names: a credit, or a line set off, right behind a picture. */
static void
mark_captions (CutTree *tree, CutNode *root)
{
  gboolean behind_picture = FALSE;

  for (guint i = root->index + 1; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *text = NULL;

      if (node->role != CUT_NODE_BODY)
        {
          i = node->end - 1;
          continue;
        }
      behind_picture = behind_picture || node->tag == CUT_ELEMENT_IMG;
      if (node->text != NULL || !is_line (node))
        continue;
      if (node->chars <= MAX_CAPTION_CHARS && !cut_node_is (node, CUT_ELEMENT_IS_HEADING))
        {
          text = cut_node_get_text (tree, node);
          if (cut_phrase_is_credit (text))
            node->role = CUT_NODE_CREDIT;
          else if (behind_picture && is_set_off (tree, node))
            node->role = CUT_NODE_CAPTION;
        }
      behind_picture = behind_picture && node->role != CUT_NODE_BODY;
      i = node->end - 1;
    }
}

/* Returns: (transfer full): what @root says, folded */
static char *
read_folded (CutTree *tree, const CutNode *root)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = root->index + 1; i < root->end; i++)
    {
      const CutNode *at = cut_tree_get_node (tree, i);

      if (at->role != CUT_NODE_BODY && at->text == NULL)
        i = at->end - 1;
      else if (at->text != NULL)
        g_string_append (out, at->text);
    }
  return cut_title_fold (out->str);
}

static gboolean
may_repeat (const CutNode *node)
{
  const char *class = cut_node_get (node, "class");

  if (node->role != CUT_NODE_BODY || node->chars < MIN_REPEAT_CHARS || node->chars > MAX_REPEAT_CHARS)
    return FALSE;
  return node->tag == CUT_ELEMENT_BLOCKQUOTE
         || (class != NULL && (strstr (class, "pullquote") != NULL || strstr (class, "pull-quote") != NULL || strstr (class, "PullQuote") != NULL));
}

static gboolean
stands_twice (const char *all, const char *part)
{
  const char *first = strstr (all, part);

  return first != NULL && strstr (first + 1, part) != NULL;
}

/* Whose words they are may stand elsewhere in the text than they. */
static gboolean
says_again (CutTree *tree, const CutNode *node, const char *all)
{
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const char *text = cut_tree_get_node (tree, i)->text;
      g_autofree char *folded = text != NULL ? cut_title_fold (text) : NULL;

      if (folded != NULL && *folded != '\0' && !stands_twice (all, folded))
        return FALSE;
    }
  return TRUE;
}

/* A sentence of the text that is shown once more, large: a pull quote. */
static void
mark_repeats (CutTree *tree, const CutNode *root)
{
  g_autofree char *all = NULL;
  guint looked_at = 0;

  for (guint i = root->index + 1; i < root->end && looked_at < MAX_REPEATS; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->text != NULL || !may_repeat (node))
        continue;
      looked_at++;
      if (all == NULL)
        all = read_folded (tree, root);
      if (!says_again (tree, node, all))
        continue;
      /* Of two that say the same, one is the text. */
      g_clear_pointer (&all, g_free);
      node->role = CUT_NODE_FURNITURE;
      i = node->end - 1;
    }
}

void
cut_clean_mark (CutTree *tree, GPtrArray *roots, const char *const *authors)
{
  gboolean thread = cut_series_is_thread (tree);

  for (guint r = 0; r < roots->len; r++)
    {
      mark_captions (tree, g_ptr_array_index (roots, r));
      mark_blocks (tree, g_ptr_array_index (roots, r), thread);
      mark_sections (tree, g_ptr_array_index (roots, r));
      mark_repeats (tree, g_ptr_array_index (roots, r));
    }
  if (roots->len > 0)
    mark_tail (tree, g_ptr_array_index (roots, roots->len - 1), authors);
  cut_measure_tree (tree);
  for (guint r = 0; r < roots->len; r++)
    mark_headings (tree, g_ptr_array_index (roots, r));
}

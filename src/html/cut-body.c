/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-body.h"

#include "cut-class.h"
#include "cut-lead.h"
#include "cut-series.h"
#include "cut-title.h"

#include <string.h>

#define MIN_OWN_CHARS 25
#define ANCESTORS 5
#define MIN_BROKEN_CHARS 400
#define MIN_BREAKS 2
#define MIN_COLUMN_SHARE 0.45f
/* A rule's container must hold this part of the paragraphs the scoring found. */
#define MIN_RULE_SHARE 0.6f
#define MIN_RULE_CHARS 200
#define MIN_HEADED_SHARE 0.25f
#define FIRST_STORY_LEAD 3.0f
#define LONG_CHARS 800
/* List items that read like text, and how many of them make the list a part of the article. */
#define MIN_ITEM_CHARS 40
#define MAX_ITEM_DENSITY 0.2f
#define MIN_ITEM_SHARE 0.35f
/* What stands between a headline and the text found, or beside it, may be as long as this. */
#define MAX_BESIDE_CHARS 300
#define MAX_BESIDE_SHARE 0.5f
#define MAX_BESIDE_DENSITY 0.25f
/* Paragraphs scattered over boxes in boxes: the best place holds less than the one share of them
 * all, an element above it more than the other. */
#define SCATTERED_SHARE 0.5f
#define GATHERED_SHARE 0.7f
#define MAX_GATHERED_DENSITY 0.2f
#define MAX_REST_DENSITY 0.04f

static float
base_score (const CutNode *node)
{
  guint meaning = cut_class_read (node);
  float score = 0;

  if (meaning & CUT_CLASS_NOISE || meaning & CUT_CLASS_BAD)
    score -= 25;
  if (meaning & CUT_CLASS_GOOD)
    score += 25;
  switch ((int) node->tag)
    {
    case CUT_ELEMENT_DIV:
    case CUT_ELEMENT_ARTICLE:
      return score + 5;
    case CUT_ELEMENT_PRE:
    case CUT_ELEMENT_TD:
    case CUT_ELEMENT_BLOCKQUOTE:
      return score + 3;
    case CUT_ELEMENT_OL:
    case CUT_ELEMENT_UL:
    case CUT_ELEMENT_DL:
    case CUT_ELEMENT_DD:
    case CUT_ELEMENT_DT:
    case CUT_ELEMENT_LI:
    case CUT_ELEMENT_FORM:
    case CUT_ELEMENT_ADDRESS:
      return score - 3;
    case CUT_ELEMENT_TH:
      return score - 5;
    default:
      return score;
    }
}

/* Paragraphs that only line breaks part have no element of their own: what holds them speaks for itself. */
static gboolean
holds_broken_lines (const CutNode *node)
{
  guint breaks = 0;

  if (node->tag == CUT_ELEMENT_BODY)
    return TRUE;
  if (node->own_chars < MIN_BROKEN_CHARS)
    return FALSE;
  for (const CutNode *child = node->first_child; child != NULL && breaks < MIN_BREAKS; child = child->next)
    breaks += child->tag == CUT_ELEMENT_BR;
  return breaks >= MIN_BREAKS;
}

static void
speak_for_parents (CutNode *node)
{
  float score = 1 + node->own_commas + MIN (node->own_chars / 100, 3u);
  CutNode *parent = holds_broken_lines (node) ? node : node->parent;

  for (guint level = 0; parent != NULL && level < ANCESTORS; level++, parent = parent->parent)
    {
      if (parent->score == 0)
        parent->score = base_score (parent) + 0.001f;
      parent->score += level == 0 ? score : level == 1 ? score / 2 : score / (level * 3);
    }
}

static CutNode *
score_tree (CutTree *tree)
{
  CutNode *best = NULL;
  float best_score = 0;
  guint length = cut_tree_get_length (tree);

  for (guint i = 0; i < length; i++)
    cut_tree_get_node (tree, i)->score = 0;
  for (guint i = 0; i < length; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);

      if (node->own_chars >= MIN_OWN_CHARS && cut_node_is (node, CUT_ELEMENT_IS_SCORED))
        speak_for_parents (node);
    }
  for (guint i = 0; i < length; i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      float score = node->score * (1 - cut_node_get_density (node));

      if (score > best_score && node->tag != CUT_ELEMENT_HTML)
        {
          best = node;
          best_score = score;
        }
      node->score = score;
    }
  return best;
}

/* Returns: characters of list items and definitions in @node, outside @inner, that read like text:
 * steps, ingredients and answers score little but belong to what stands beside them */
static guint
count_items (CutTree *tree, const CutNode *node, const CutNode *inner)
{
  guint chars = 0;

  for (guint i = node->index; i < node->end; i++)
    {
      const CutNode *item = cut_tree_get_node (tree, i);

      if (item == inner)
        i = item->end - 1;
      else if ((item->tag == CUT_ELEMENT_LI || item->tag == CUT_ELEMENT_DD)
               && item->own_chars >= MIN_ITEM_CHARS
               && item->own_link_chars <= item->own_chars * MAX_ITEM_DENSITY)
        chars += item->own_chars;
    }
  return chars;
}

/* Returns: characters of the headings right below @node */
static guint
count_headings (const CutNode *node)
{
  guint chars = 0;

  for (const CutNode *child = node->first_child; child != NULL; child = child->next)
    chars += cut_node_is (child, CUT_ELEMENT_IS_HEADING) ? child->chars : 0;
  return chars;
}

/* Whether paragraphs stand before @inner in @node: before the article that begins with the headline, they are another's. */
static gboolean
holds_text_before (CutTree *tree, const CutNode *node, const CutNode *inner)
{
  for (guint i = node->index + 1; i < inner->index; i++)
    {
      const CutNode *at = cut_tree_get_node (tree, i);

      if (at->paragraphs == 1 && at->own_chars > 0 && !cut_node_contains (at, inner))
        return TRUE;
    }
  return FALSE;
}

static CutNode *
find_child_with (CutNode *node, const CutNode *inner)
{
  for (CutNode *child = node->first_child; child != NULL; child = child->next)
    if (cut_node_contains (child, inner))
      return child;
  return NULL;
}

/* Down from columns side by side to the one with the headline, where that has the most of the text and is not the
 * first, or is an `article`. */
static CutNode *
narrow (CutTree *tree, CutNode *best, const CutNode *headline)
{
  CutNode *at = best;

  while (at != NULL && cut_node_contains (at, headline))
    {
      CutNode *child = find_child_with (at, headline);

      if (child == NULL || child->paragraph_chars < best->paragraph_chars * MIN_COLUMN_SHARE)
        return best;
      if (child->tag == CUT_ELEMENT_ARTICLE || holds_text_before (tree, at, child))
        best = child;
      at = child;
    }
  return best;
}

/* Paragraphs often stand in several like parts of one parent: go up while the parent
 * holds much more of them, or of list items, and no more links. */
static CutNode *
widen (CutTree *tree, CutNode *best, const CutNode *headline)
{
  while (best->parent != NULL && best->tag != CUT_ELEMENT_BODY)
    {
      CutNode *parent = best->parent;
      guint little = best->chars / 20 + count_headings (parent);
      /* What little the page itself has beside the text is its head and foot. */
      gboolean only_child = parent->tag != CUT_ELEMENT_BODY && parent->chars <= best->chars + little;
      gboolean much_more = parent->paragraph_chars > best->paragraph_chars * 1.35f
                           && parent->score > best->score * 0.25f;

      if (parent->tag == CUT_ELEMENT_HTML || cut_node_get_density (parent) > 0.4f
          || (headline != NULL && cut_node_contains (best, headline)
              && (best->tag == CUT_ELEMENT_ARTICLE || holds_text_before (tree, parent, best))))
        break;
      if (!only_child && !much_more
          && count_items (tree, parent, best) <= best->paragraph_chars * MIN_ITEM_SHARE)
        break;
      best = parent;
    }
  return best;
}

/* Returns: 0 for no rule, else 1 for the surest */
static guint
rule_of (const CutNode *node)
{
  const char *itemprop = cut_node_get (node, "itemprop");
  const char *role = cut_node_get (node, "role");
  guint rank;

  if (itemprop != NULL && strstr (itemprop, "articleBody") != NULL)
    return 1;
  if (!cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || cut_node_is (node, CUT_ELEMENT_IS_HEADING)
      || node->tag == CUT_ELEMENT_P || node->tag == CUT_ELEMENT_BODY
      || node->tag == CUT_ELEMENT_HTML)
    return 0;
  rank = cut_class_get_rank (node);
  if (rank == 1)
    return 2;
  if (node->tag == CUT_ELEMENT_ARTICLE)
    return 3;
  if (rank == 2)
    return 4;
  if (node->tag == CUT_ELEMENT_MAIN || (role != NULL && g_str_equal (role, "main")))
    return 5;
  return 0;
}
#define N_RULES 6

/* Returns: (nullable): the first heading that is @title */
static const CutNode *
find_headline (CutTree *tree, const char *title)
{
  for (guint i = 0; title != NULL && i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if ((node->tag == CUT_ELEMENT_H1 || node->tag == CUT_ELEMENT_H2) && node->seen_role == CUT_NODE_BODY
          && cut_title_is_heading (tree, node, title))
        return node;
    }
  return NULL;
}

/* Whether a candidate stands where the headline's article would: around it or behind it. */
static gboolean
fits_headline (const CutNode *node, const CutNode *headline)
{
  return headline != NULL && node->end > headline->index;
}

/* How many times longer another candidate must be to take the place of @node. */
static float
lead (const CutNode *node, const CutNode *headline)
{
  if (!fits_headline (node, headline) || node->paragraph_chars < MIN_RULE_CHARS)
    return 1.2f;
  return FIRST_STORY_LEAD;
}

/* The candidate of each rule with most paragraphs; of equals the first, and the first behind
 * the headline also of less than equals: what follows is the next story. */
static void
find_candidates (CutTree *tree, const CutNode *headline, CutNode **candidates)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      guint rule;

      if (node->text != NULL || node->seen_role != CUT_NODE_BODY || node->paragraphs == 0)
        continue;
      rule = rule_of (node);
      if (rule == 0)
        continue;
      if (candidates[rule] == NULL
          || node->paragraph_chars
                 > candidates[rule]->paragraph_chars * lead (candidates[rule], headline))
        candidates[rule] = node;
    }
}

/* The part of the paragraphs the scoring found that a rule's container must hold. */
static float
share_of (const CutNode *candidate, guint rule, const CutNode *scored, const CutNode *headline)
{
  gboolean long_enough = candidate->paragraph_chars >= LONG_CHARS;

  /* An article around the headline beside others like it: the scoring saw them all. */
  if (headline != NULL && cut_node_contains (candidate, headline)
      && cut_node_contains (scored, candidate))
    return MIN_HEADED_SHARE;
  if (rule > 4 || !fits_headline (candidate, headline) || !long_enough)
    return MIN_RULE_SHARE;
  /* What scores higher further down are the readers' comments or the next story. */
  if (scored->index >= candidate->end)
    return 0;
  return rule <= 2 ? MIN_HEADED_SHARE : MIN_RULE_SHARE;
}

static CutNode *
choose (CutNode **candidates, CutNode *scored, const CutNode *headline)
{
  for (guint rule = 1; rule < N_RULES; rule++)
    {
      CutNode *candidate = candidates[rule];

      if (candidate == NULL || candidate->paragraph_chars < MIN_RULE_CHARS)
        continue;
      if (scored == NULL
          || candidate->paragraph_chars
                 >= scored->paragraph_chars * share_of (candidate, rule, scored, headline))
        return candidate;
    }
  return scored;
}

/* Parts of one article that a page keeps in several elements of the same rule,
 * side by side, belong together (paywalls and pictures often split a text). */
static void
add_siblings (CutTree *tree, GPtrArray *found, CutNode *chosen)
{
  guint rule = rule_of (chosen);
  const char *class = cut_node_get (chosen, "class");

  if (rule != 1 && rule != 2)
    return;
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      CutNode *node = cut_tree_get_node (tree, i);
      const char *other = node->text ? NULL : cut_node_get (node, "class");

      if (node == chosen)
        {
          i = node->end - 1;
          continue;
        }
      if (node->text != NULL || node->seen_role != CUT_NODE_BODY
          || cut_node_contains (node, chosen))
        continue;
      if (node->tag != chosen->tag || node->paragraphs == 0 || g_strcmp0 (class, other) != 0
          || rule_of (node) != rule || cut_node_get_density (node) > 0.3f)
        continue;
      if (node->parent != chosen->parent
          && (node->parent->parent == NULL || node->parent->parent != chosen->parent->parent))
        continue;
      g_ptr_array_add (found, node);
      i = node->end - 1;
    }
}

/* Whether what the page has outside of @node is linked, as teasers are; the sections of a page about one thing are not. */
static gboolean
leads_elsewhere (CutTree *tree, const CutNode *node)
{
  const CutNode *body = cut_tree_get_body (tree);
  guint chars = body->chars - node->chars;
  guint links = body->link_chars - node->link_chars;

  return node->paragraph_chars >= MIN_RULE_CHARS || links > chars * MAX_REST_DENSITY;
}

/* Page builders wrap each paragraph so deep that no score reaches what they have in common. */
static CutNode *
gather (CutTree *tree, CutNode *scored, const CutNode *headline)
{
  guint total = cut_tree_get_body (tree)->paragraph_chars;
  CutNode *at = scored;

  if (scored->paragraph_chars > total * SCATTERED_SHARE)
    return scored;
  while (at != NULL && at->paragraph_chars < total * GATHERED_SHARE)
    {
      /* A brief right below its headline; what else there is stands beside both, and leads elsewhere. */
      if (headline != NULL && cut_node_contains (at, headline) && leads_elsewhere (tree, at))
        return scored;
      at = at->parent;
    }
  if (at == NULL || at->tag == CUT_ELEMENT_HTML || cut_node_get_density (at) > MAX_GATHERED_DENSITY)
    return scored;
  return at;
}

/* Text found by its score alone: up to the element that holds the headline as well, where that
 * has little more, and none of it links: facts above the text, notes below it. */
static CutNode *
grow_to_headline (CutNode *chosen, const CutNode *headline)
{
  CutNode *at = chosen;

  while (at != NULL && !cut_node_contains (at, headline))
    at = at->parent;
  if (at == NULL || at->tag == CUT_ELEMENT_BODY || at->tag == CUT_ELEMENT_HTML
      || cut_node_get_density (at) > MAX_BESIDE_DENSITY)
    return chosen;
  return at->chars - chosen->chars <= MAX (MAX_BESIDE_CHARS, chosen->chars * MAX_BESIDE_SHARE)
             ? at
             : chosen;
}

/* Adds @chosen to @found, with the parts of its series. */
static void
add_chosen (CutTree *tree, GPtrArray *found, CutNode *chosen)
{
  gboolean thread = cut_series_is_thread (tree);
  guint rule = rule_of (chosen);
  g_autoptr (GPtrArray) parts
      = thread || rule == 0 || rule == 5 ? cut_series_find (tree, chosen, thread) : NULL;

  if (parts != NULL)
    {
      g_ptr_array_extend (found, parts, NULL, NULL);
      return;
    }
  g_ptr_array_add (found, chosen);
  if (chosen->parent != NULL)
    add_siblings (tree, found, chosen);
}

static int
by_index (gconstpointer a, gconstpointer b)
{
  const CutNode *first = *(CutNode *const *) a;
  const CutNode *second = *(CutNode *const *) b;

  return first->index < second->index ? -1 : first->index > second->index;
}

GPtrArray *
cut_body_find (CutTree *tree, const char *title)
{
  GPtrArray *found = g_ptr_array_new ();
  CutNode *candidates[N_RULES] = { NULL };
  const CutNode *headline = find_headline (tree, title);
  CutNode *scored = score_tree (tree);
  CutNode *chosen;

  if (scored != NULL && headline != NULL)
    scored = narrow (tree, scored, headline);
  if (scored != NULL)
    scored = widen (tree, scored, headline);
  find_candidates (tree, headline, candidates);
  chosen = choose (candidates, scored, headline);
  if (chosen == NULL)
    chosen = cut_tree_get_body (tree);
  else if (chosen == scored)
    chosen = gather (tree, chosen, headline);
  while (chosen->parent != NULL && !cut_node_is (chosen, CUT_ELEMENT_IS_BLOCK))
    chosen = chosen->parent;
  if (headline != NULL && (rule_of (chosen) == 0 || rule_of (chosen) == 5))
    chosen = grow_to_headline (chosen, headline);
  add_chosen (tree, found, chosen);
  g_ptr_array_sort (found, by_index);
  cut_lead_add_text (tree, found, headline);
  return found;
}

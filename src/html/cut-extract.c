/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-extract.h"

#include "cut-arbiter.h"
#include "cut-block-writer.h"
#include "cut-body.h"
#include "cut-box.h"
#include "cut-card.h"
#include "cut-charset.h"
#include "cut-clean.h"
#include "cut-error.h"
#include "cut-guard.h"
#include "cut-head.h"
#include "cut-lead.h"
#include "cut-markup.h"
#include "cut-measure.h"
#include "cut-meta.h"
#include "cut-noise.h"
#include "cut-sanitise.h"
#include "cut-title.h"
#include "cut-verdict.h"
#include "cut-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Less text than this, where the page has more, means the wrong place was chosen. */
#define ENOUGH_CHARS 250
/* Of a page's paragraphs an article holds one in so many, right behind its headline one in more. */
#define ONE_IN 2
#define ONE_IN_HEADED 5
#define BRIEF_CHARS 80
#define MIN_HEADED_CHARS 120

/* How much of the page is taken, from the most careful to everything. */
typedef enum
{
  TRY_CAREFUL,
  TRY_WITH_NOISE,
  TRY_CLEAN_BODY,
  TRY_WHOLE_BODY,
  N_TRIES,
} Try;

static char *
describe (CutGuardFlags flags)
{
  if (flags & CUT_GUARD_ELEMENTS)
    return g_strdup (_ ("The page was too long to be read whole; its end is missing."));
  if (flags & (CUT_GUARD_DEPTH | CUT_GUARD_FORMATTING | CUT_GUARD_ATTRIBUTES))
    return g_strdup (
        _ ("The page’s code was damaged or unusually deep; some formatting was left out."));
  return NULL;
}

static void
reset_roles (CutTree *tree)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    cut_tree_get_node (tree, i)->role = CUT_NODE_BODY;
}

/* Returns: characters of paragraphs on the page, without those that are surely not the article's */
static guint
prepare (CutTree *tree, Try try)
{
  guint paragraphs;

  reset_roles (tree);
  cut_measure_tree (tree);
  cut_noise_hide (tree);
  cut_measure_tree (tree);
  paragraphs = cut_tree_get_body (tree)->paragraph_chars;
  if (try != TRY_CAREFUL && try != TRY_CLEAN_BODY)
    return paragraphs;
  cut_noise_mark (tree);
  paragraphs -= cut_noise_count_sure (tree);
  cut_measure_tree (tree);
  cut_card_mark (tree);
  cut_measure_tree (tree);
  return paragraphs;
}

/* Much text is enough; of a short page, most of its paragraphs. */
static gboolean
is_enough (CutTree *tree, GPtrArray *roots, const char *title, guint available)
{
  const CutNode *headline = title ? cut_title_find_heading (tree, title) : NULL;
  guint one_in = ONE_IN;
  guint chars = 0;
  guint paragraphs = 0;

  for (guint i = 0; i < roots->len; i++)
    {
      const CutNode *root = g_ptr_array_index (roots, i);

      chars += root->chars;
      paragraphs += root->paragraph_chars;
    }
  if (headline != NULL && paragraphs >= BRIEF_CHARS
      && headline->index < ((const CutNode *) g_ptr_array_index (roots, 0))->end)
    one_in = ONE_IN_HEADED;
  /* Steps, lists and tables below a headline are an article without any paragraph. */
  if (headline != NULL && chars >= MAX (MIN_HEADED_CHARS, available))
    return TRUE;
  return chars >= ENOUGH_CHARS || (paragraphs > 0 && paragraphs * one_in >= available);
}

static GPtrArray *
take_body (CutTree *tree)
{
  GPtrArray *roots = g_ptr_array_new ();

  g_ptr_array_add (roots, cut_tree_get_body (tree));
  return roots;
}

static void
mark_article (CutTree *tree, GPtrArray *roots, const CutArticle *article, const char *body)
{
  cut_box_mark (tree, roots, (const char *const *)article->authors);
  cut_measure_tree (tree);
  cut_clean_mark (tree, roots, (const char *const *)article->authors);
  cut_title_mark (tree, roots, article->title,
                  article->standfirst ? article->standfirst : article->excerpt);
  cut_measure_tree (tree);
  cut_head_mark (tree, roots, article);
  cut_measure_tree (tree);
  cut_arbiter_bound (tree, roots, body);
  cut_measure_tree (tree);
}

/* Returns: (transfer container): the article's containers, nodes marked and measured */
static GPtrArray *
choose_roots (CutTree *tree, const CutArticle *article, const char *body)
{
  for (Try try = TRY_CAREFUL;; try++)
    {
      guint available = prepare (tree, try);
      GPtrArray *roots
          = try >= TRY_CLEAN_BODY ? take_body (tree) : cut_body_find (tree, article->title);

      if (try != TRY_WHOLE_BODY)
        mark_article (tree, roots, article, body);
      if (try == N_TRIES - 1 || is_enough (tree, roots, article->title, available))
        return roots;
      g_ptr_array_unref (roots);
    }
}

static void
write_article (CutTree *tree, GPtrArray *roots, const char *base, CutArticle *article)
{
  cut_lead_add_picture (tree, roots, article->image, base);
  cut_block_writer_write (tree, roots, base, article);
  article->html = cut_sanitise_write (tree, roots, base);
  g_clear_pointer (&article->dir, g_free);
  article->dir = cut_markup_get_dir (g_ptr_array_index (roots, 0));
}

static CutTree *
parse_text (const char *text, gsize len, char **warning, GCancellable *cancellable, GError **error)
{
  CutGuardFlags flags;
  GString *safe = cut_guard_apply (text, len, &flags);

  if (warning != NULL)
    *warning = describe (flags);
  return cut_tree_parse (safe, cancellable, error);
}

static gboolean
check_size (gsize size, GError **error)
{
  if (size <= CUT_LIMIT_BODY)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
                       _ ("The page is larger than 32 MiB."));
  return FALSE;
}

static gboolean
is_nothing (const CutArticle *article)
{
  return article->verdict == NULL || g_str_equal (article->verdict, "no-text");
}

CutArticle *
cut_extract_html (GBytes *bytes,
                  const char *content_type,
                  const char *url,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CutArticle) article = cut_article_new ();
  g_autoptr (CutTree) tree = NULL;
  g_autoptr (GPtrArray) roots = NULL;
  g_autofree char *text = NULL;
  g_autofree char *base = NULL;
  g_autofree char *body = NULL;
  gsize size;
  gsize len;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean fragment;

  if (!check_size (size, error))
    return NULL;
  text = cut_charset_decode (data ? data : "", size, content_type, &len, &article->charset);
  fragment = cut_guard_is_fragment (text, len);
  tree = parse_text (text, len, &article->warning, cancellable, error);
  if (tree == NULL)
    return NULL;
  base = cut_markup_get_base (tree, url);
  prepare (tree, fragment ? TRY_WHOLE_BODY : TRY_CAREFUL);
  cut_meta_fill (tree, url, base, article, &body);
  if (fragment)
    roots = take_body (tree);
  else
    roots = choose_roots (tree, article, body);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  write_article (tree, roots, base, article);
  cut_meta_finish (article);
  if (!fragment)
    cut_verdict_set (article, cut_verdict_judge (tree, article, url));
  /* A wall says by its name what nothing else on it does. */
  if (*article->text == '\0' && ((article->title == NULL && is_nothing (article)) || fragment))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT,
                           _ ("There is no text on this page. It may need a browser to show it."));
      return NULL;
    }
  return g_steal_pointer (&article);
}

/* In lower case and without NUL: what is left of the ASCII letters of UTF-16 are they themselves. */
static char *
read_head (const char *data, gsize size)
{
  GString *head = g_string_sized_new (size);

  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      g_string_append_c (head, g_ascii_tolower (data[i]));
  return g_string_free (head, FALSE);
}

/* Whether the tag at @at has a name that HTML knows. */
static gboolean
begins_element (const char *at)
{
  g_autofree char *name = NULL;
  gsize n = 1;

  while (g_ascii_isalnum (at[n]))
    n++;
  if (n == 1 || at[n] == '\0' || strchr (" \t\r\n/>", at[n]) == NULL)
    return FALSE;
  name = g_strndup (at + 1, n - 1);
  for (guint i = CUT_ELEMENT_UNKNOWN + 1; i < CUT_ELEMENT_LAST; i++)
    if (g_str_equal (name, cut_element_get_name (i)))
      return TRUE;
  return FALSE;
}

gboolean
cut_extract_looks_like_html (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = NULL;
  const char *at;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    data += 3, size -= 3;
  else if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    data += 2, size -= 2;
  head = read_head (data, MIN (size, 2048));
  at = head + strspn (head, " \t\r\n");
  if (g_str_has_prefix (at, "<!doctype html") || g_str_has_prefix (at, "<!--"))
    return TRUE;
  if (*at == '<' && begins_element (at))
    return TRUE;
  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL;
}

char *
cut_sanitise_fragment (const char *html,
                       const char *base,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CutTree) tree = NULL;
  g_autoptr (GPtrArray) roots = NULL;
  g_autofree char *valid = g_utf8_make_valid (html, -1);

  if (!check_size (strlen (valid), error))
    return NULL;
  tree = parse_text (valid, strlen (valid), NULL, cancellable, error);
  if (tree == NULL)
    return NULL;
  prepare (tree, TRY_WHOLE_BODY);
  roots = take_body (tree);
  return cut_sanitise_write (tree, roots, base);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-verdict.h"

#include "cut-verdict-page.h"
#include "cut-verdict-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of text: with fewer than this a page can be what is asked. */
#define ENOUGH_FOR_ALL 6000   /* no article of this length is looked into, unless its address is a list's */
#define ENOUGH_BEHIND_WALL 3500
#define MOST_OF_TEASER 1500
#define MOST_OF_WALL 1000
#define MOST_OF_CHALLENGE 900
#define MOST_OF_CONSENT 1800
#define MOST_OF_ERROR 600
#define MOST_OF_SHELL 200

static const struct
{
  const char *word;
  const char *sentence;
  gboolean has_text;
} verdicts[] = {
  { "script-only", N_ ("This page holds no text of its own: it needs a browser to show it. Save it in your browser and clip the file, or paste its text."), FALSE },
  { "bot-wall", N_ ("The site did not show the article; it asked whether a human is reading. Save it in your browser and clip the file, or paste its text."), FALSE },
  { "paywall", N_ ("Only the beginning of this article is here; the rest is for subscribers. If you may read it, save it in your browser and clip the file, or paste its text."), TRUE },
  { "cookie-wall", N_ ("The site asked for consent to cookies in place of the article. Save it in your browser and clip the file, or paste its text."), FALSE },
  { "error-page", N_ ("The site answered that this page is not there or cannot be shown. Check the address, or look for a copy in an archive."), FALSE },
  { "front-page", N_ ("This seems to be a front page or a list of articles. Open the article that you want, and clip that."), TRUE },
  { "no-text", N_ ("No article text was found in this page. Save it in your browser and clip the file, or paste its text."), FALSE },
  { "unread", N_ ("This page could not be read; it is kept as it came. Paste its text to work with it."), FALSE },
  { "bookmark", N_ ("This came from another program, which kept no text of it. Fetch the page to read it here, or paste its text."), FALSE },
};

/* A short text that says little beside what a wall says. */

static gboolean
is_challenge (const CutVerdictPage *page)
{
  guint phrases = cut_verdict_words_in (CUT_WORDS_BOT, page->words);
  gboolean named = cut_verdict_words_are (CUT_WORDS_BOT, page->title) || cut_verdict_words_are (CUT_WORDS_BOT, page->heading);

  if (page->length > MOST_OF_CHALLENGE || page->seen > MOST_OF_CHALLENGE * 2)
    return FALSE;
  if (named)
    return page->challenge > 0 || phrases > 0 || page->length < MOST_OF_SHELL;
  if (page->challenge == 2)
    return phrases > 0 || page->length < MOST_OF_SHELL * 2;
  return phrases > (page->challenge == 1 && page->length < MOST_OF_SHELL ? 0 : 1) && page->length < MOST_OF_SHELL * 2;
}

static gboolean
is_consent (const CutVerdictPage *page, const CutArticle *article)
{
  gboolean dated = article->published != NULL || article->authors != NULL;
  guint phrases = cut_verdict_words_in (CUT_WORDS_COOKIE, page->words);
  gboolean asks = cut_verdict_words_in (CUT_WORDS_ACCEPT, page->words) > 0 && page->n_buttons > 0;

  /* Most pages have a dialog: here there is hardly anything beside it. Some articles are about them. */
  return page->length < (dated ? MOST_OF_CONSENT / 3 : MOST_OF_CONSENT) && page->seen < MOST_OF_CONSENT * 2 && phrases >= 2 && asks;
}

/* Whether the article's text is what the dialog says. */
static gboolean
speaks_of_consent (const CutArticle *article)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);
  g_autofree char *words = g_utf8_strdown (text, -1);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  gsize about = 0;

  for (char **line = lines; *line != NULL; line++)
    if (cut_verdict_words_in (CUT_WORDS_COOKIE, *line) > 0 || cut_verdict_words_in (CUT_WORDS_ACCEPT, *line) > 1)
      about += strlen (*line);
  return about * 5 >= strlen (words) * 3;
}

static gboolean
names_error_number (const char *line)
{
  static const char *const numbers[] = { "400", "401", "403", "404", "410", "451", "500", "502", "503", "504", NULL };
  gsize length = strlen (line);

  for (const char *const *number = numbers; *number != NULL; number++)
    {
      const char *at = strstr (line, *number);

      if (at != NULL && length < 48 && (at == line || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[3])
          && (strstr (line, "error") != NULL || strstr (line, "fehler") != NULL || strstr (line, "erreur") != NULL || strstr (line, "not ") != NULL
              || length - 3 <= (at == line ? 32 : 4)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_error (const CutVerdictPage *page, const CutArticle *article)
{
  gboolean signed_by_somebody = article->authors != NULL && article->published != NULL;

  if (page->length > MOST_OF_ERROR || signed_by_somebody || page->expected > 0)
    return FALSE;
  return names_error_number (page->title) || names_error_number (page->heading) || cut_verdict_words_are (CUT_WORDS_ERROR, page->title)
         || cut_verdict_words_are (CUT_WORDS_ERROR, page->heading);
}

static gboolean
is_shell (const CutVerdictPage *page)
{
  gboolean told = cut_verdict_words_in (CUT_WORDS_SCRIPT, page->noscript) > 0;
  gboolean shown = cut_verdict_words_in (CUT_WORDS_SCRIPT, page->words) > 0;

  if (page->mount || told)
    return page->length < MOST_OF_SHELL;
  return shown && page->length < MOST_OF_SHELL * 2;
}

/* Too little of an article that is not free. */

static guint
count_words (const CutArticle *article)
{
  g_auto (GStrv) words = g_strsplit_set (article->text, " \n", -1);

  return g_strv_length (words);
}

static gboolean
is_teaser (const CutVerdictPage *page, const CutArticle *article)
{
  guint phrases = cut_verdict_words_in (CUT_WORDS_PAY, page->words);

  if (page->length >= ENOUGH_BEHIND_WALL)
    return FALSE;
  if (page->closed && page->expected > 0)
    return count_words (article) * 2 < page->expected;
  if (page->closed)
    return page->length < (phrases > 0 || page->wall ? MOST_OF_TEASER : MOST_OF_WALL * 2 / 3);
  if (page->metered || page->wall)
    return phrases > 0 && page->length < MOST_OF_WALL;
  return phrases > 1 && page->length < MOST_OF_WALL * 2 / 3;
}

/* Lists. */

/* Returns: how many parts the path has that name no single page; G_MAXUINT when one does, or there is no address */
static guint
count_sections (const char *url)
{
  g_autoptr (GUri) uri = url ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_auto (GStrv) parts = uri ? g_strsplit (g_uri_get_path (uri), "/", -1) : NULL;
  guint count = 0;

  if (parts == NULL)
    return G_MAXUINT;
  for (char **part = parts; *part != NULL; part++)
    {
      guint hyphens = 0;

      for (const char *c = *part; *c != '\0'; c++)
        if (g_ascii_isdigit (*c) || (*c == '-' && ++hyphens > 2))
          return G_MAXUINT;
      if (**part != '\0' && !g_str_has_prefix (*part, "index.") && !g_str_equal (*part, "home"))
        count++;
    }
  return count;
}

static gboolean
is_list (const CutVerdictPage *page, const CutArticle *article, const char *url)
{
  guint sections = count_sections (url ? url : article->canonical_url);

  if (page->has_article || (article->published != NULL && article->authors != NULL))
    return FALSE;
  if (sections == 0)
    return page->n_headlines >= 6 && page->n_headlines * 350 > page->length;
  /* An article has headlines of others below it: those are not taken for its text. */
  if (page->n_headlines_in_text * 3 < page->n_headlines)
    return FALSE;
  if (sections <= 2)
    return page->n_headlines >= 8 && page->n_headlines * 200 > page->length;
  return page->is_site && article->published == NULL && page->n_headlines >= 10 && page->n_headlines * 160 > page->length;
}

const char *
cut_verdict_judge (CutTree *tree, const CutArticle *article, const char *url)
{
  g_autoptr (CutVerdictPage) page = NULL;

  if (strlen (article->text) > ENOUGH_FOR_ALL * 4 || (strlen (article->text) > ENOUGH_FOR_ALL && count_sections (url ? url : article->canonical_url) > 2))
    return NULL;
  page = cut_verdict_page_new (tree, article, ENOUGH_BEHIND_WALL);
  if (!page->brief)
    return is_list (page, article, url) ? "front-page" : NULL;
  if (is_challenge (page))
    return "bot-wall";
  if (is_error (page, article))
    return "error-page";
  if (is_consent (page, article) && speaks_of_consent (article))
    return "cookie-wall";
  if (is_list (page, article, url))
    return "front-page";
  if (is_teaser (page, article))
    return "paywall";
  if (is_shell (page))
    return "script-only";
  return *article->text == '\0' ? "no-text" : NULL;
}

static guint
find_verdict (const char *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdict, verdicts[i].word) == 0)
      return i;
  return G_N_ELEMENTS (verdicts);
}

const char *
cut_verdict_explain (const char *verdict)
{
  guint at = find_verdict (verdict);

  return at < G_N_ELEMENTS (verdicts) ? _(verdicts[at].sentence) : NULL;
}

gboolean
cut_verdict_has_text (const char *verdict)
{
  guint at = find_verdict (verdict);

  return at == G_N_ELEMENTS (verdicts) || verdicts[at].has_text;
}

void
cut_verdict_set (CutArticle *article, const char *verdict)
{
  const char *sentence = cut_verdict_explain (verdict);
  g_autofree char *before = NULL;

  if (verdict == NULL)
    return;
  g_free (article->verdict);
  article->verdict = g_strdup (verdict);
  before = g_steal_pointer (&article->warning);
  article->warning = before != NULL ? g_strconcat (sentence, " ", before, NULL) : g_strdup (sentence);
}

void
cut_verdict_set_status (CutArticle *article, guint status)
{
  gboolean unread = g_strcmp0 (article->verdict, "no-text") == 0;

  if (status < 400 || (article->verdict != NULL && !unread))
    return;
  if (unread)
    g_clear_pointer (&article->warning, g_free);
  cut_verdict_set (article, "error-page");
}

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
#define MOST_OF_LOGIN 500
#define MOST_OF_WAITING 80 /* of all that is seen */
#define LONGEST_TITLE_LINE 80 /* bytes of a line that can be the title of a wall */
#define LONG_LINE 80 /* bytes; offers are made in shorter lines than stories are told in */

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
  { "login-page", N_ ("The site asked to log in in place of showing the article. If you may read it, log in in your browser, save the page there and clip the file, or paste its text."), FALSE },
  { "error-page", N_ ("The site answered that this page is not there or cannot be shown. Check the address, or look for a copy in an archive."), FALSE },
  { "front-page", N_ ("This seems to be a front page or a list of articles. Open the article that you want, and clip that."), TRUE },
  { "no-text", N_ ("No article text was found in this page. Save it in your browser and clip the file, or paste its text."), FALSE },
  { "unread", N_ ("This page could not be read; it is kept as it came. Paste its text to work with it."), FALSE },
  { "bookmark", N_ ("This came from another program, which kept no text of it. Fetch the page to read it here, or paste its text."), FALSE },
};

/* A short text that says little beside what a wall says. */

/* No wall has an author and a date; articles about walls do. */
static gboolean
is_signed (const CutArticle *article)
{
  return article->authors != NULL && article->published != NULL;
}

static gboolean
are_named (const CutVerdictPage *page, CutVerdictWords words)
{
  return cut_verdict_words_are (words, page->title) || cut_verdict_words_are (words, page->heading);
}

static gboolean
is_named_wholly (const CutVerdictPage *page, CutVerdictWords words)
{
  return cut_verdict_words_name (words, page->title) || cut_verdict_words_name (words, page->heading);
}

/* Whether one more of @words is on the page than those that its title and heading say. */
static gboolean
has_beside_names (const CutVerdictPage *page, CutVerdictWords words)
{
  g_autofree char *names = g_strdup_printf ("%s\n%s", page->title, page->heading);
  g_autofree char *text = g_strdup (page->offer);

  return cut_verdict_words_take (words, text, names) > 0;
}

static gboolean
is_challenge (const CutVerdictPage *page, const CutArticle *article)
{
  guint phrases, names;
  gboolean named;

  if (page->length > MOST_OF_CHALLENGE || page->seen > MOST_OF_CHALLENGE * 2 || (is_signed (article) && page->challenge < 2))
    return FALSE;
  phrases = cut_verdict_words_in (CUT_WORDS_BOT, page->words) + cut_verdict_words_in (CUT_WORDS_BOT, page->noscript);
  names = cut_verdict_words_in (CUT_WORDS_CHECK, page->words);
  named = are_named (page, CUT_WORDS_BOT) || are_named (page, CUT_WORDS_CHECK);
  if (page->challenge == 2)
    return phrases + names > 0 || page->length < MOST_OF_SHELL;
  if (named)
    return phrases > 0 || (page->length < MOST_OF_SHELL && is_named_wholly (page, CUT_WORDS_CHECK));
  if (page->challenge == 1 && page->length < MOST_OF_SHELL && phrases + names > 0)
    return TRUE;
  return page->length < MOST_OF_SHELL * 2 && (phrases > 1 || (phrases > 0 && (names > 0 || page->length < MOST_OF_SHELL)));
}

static gboolean
is_consent (const CutVerdictPage *page, const CutArticle *article)
{
  gboolean dated = article->published != NULL || article->authors != NULL;

  /* Most pages have a dialog: here there is hardly anything beside it. Some articles are about them. */
  if (page->length >= (dated ? MOST_OF_CONSENT / 3 : MOST_OF_CONSENT) || page->seen >= MOST_OF_CONSENT * 2 || page->n_buttons == 0)
    return FALSE;
  return cut_verdict_words_in (CUT_WORDS_COOKIE, page->words) >= 2 && cut_verdict_words_in (CUT_WORDS_ACCEPT, page->words) > 0;
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

/* Whether @line, in lower case, tells of an error and of a page, or of nothing else: girls are not found, too. */
static gboolean
tells_of_error (const char *line)
{
  if (cut_verdict_words_in (CUT_WORDS_ERROR, line) == 0)
    return FALSE;
  return cut_verdict_words_name (CUT_WORDS_ERROR, line)
         || g_regex_match_simple ("\\b(?:pages?|(?:web)?sites?|article|content|url|link|address|requests?|server|browser|you|wrong|error|404|seite|artikel|inhalt|adresse|"
                                  "fehler|schief\\p{L}*|contenu|erreur|vous|página|contenido|sitio|artículo|buscas?|pagina|sito|contenuto|articolo|errore|storto|artigo|"
                                  "conteúdo|erro|sidan?|siden?|fel|fejl|feil|sivu\\p{L}*|stron\\p{L}*|błąd|страниц\\p{L}*|сайт\\p{L}*|ошибк\\p{L}*|сторін\\p{L}*|"
                                  "помилк\\p{L}*|intént\\p{L}*|tente|prøv|probeer|spróbuj|попробуйте|спробуйте|zkuste|yritä|deneyin|riprova|réessayez|försök|stránk\\p{L}*|chyb\\p{L}*|oldal\\p{L}*|hiba|sayfa\\p{L}*|hata|eroare|σελίδα|στραβά)\\b",
                                  line, 0, 0);
}

/* Whether the line of @text that comes first, or the one behind it, tells of an error. */
static gboolean
begins_with_error (const CutArticle *article)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);
  g_autofree char *words = g_utf8_strdown (text, -1);
  g_auto (GStrv) lines = g_strsplit (words, "\n", 3);

  for (guint i = 0; i < 2 && lines[i] != NULL; i++)
    if (strlen (lines[i]) <= LONGEST_TITLE_LINE * 2 && tells_of_error (lines[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_error (const CutVerdictPage *page, const CutArticle *article)
{
  guint phrases;

  if (page->length > MOST_OF_ERROR || is_signed (article) || page->expected > 0)
    return FALSE;
  if (names_error_number (page->title) || names_error_number (page->heading) || is_named_wholly (page, CUT_WORDS_ERROR)
      || (are_named (page, CUT_WORDS_ERROR) && has_beside_names (page, CUT_WORDS_ERROR)))
    return TRUE;
  if (article->published != NULL || page->length > MOST_OF_ERROR / 2)
    return FALSE;
  phrases = cut_verdict_words_in (CUT_WORDS_ERROR, page->offer);
  return phrases > 1 || (phrases > 0 && begins_with_error (article));
}

static gboolean
is_login (const CutVerdictPage *page, const CutArticle *article)
{
  if (page->n_passwords == 0 || page->length > MOST_OF_LOGIN || is_signed (article) || page->has_article)
    return FALSE;
  return are_named (page, CUT_WORDS_LOGIN);
}

static gboolean
is_shell (const CutVerdictPage *page, const CutArticle *article)
{
  if (page->length >= MOST_OF_SHELL * 2)
    return FALSE;
  if (page->mount || cut_verdict_words_in (CUT_WORDS_SCRIPT, page->noscript) > 0)
    return page->length < MOST_OF_SHELL;
  if (page->has_script && page->seen < MOST_OF_WAITING && cut_verdict_words_are (CUT_WORDS_WAIT, page->words))
    return TRUE;
  return !is_signed (article) && cut_verdict_words_in (CUT_WORDS_SCRIPT, page->words) > 0;
}

/* Too little of an article that is not free. */

static guint
count_words (const CutArticle *article)
{
  g_auto (GStrv) words = g_strsplit_set (article->text, " \n", -1);

  return g_strv_length (words);
}

/* Returns: (transfer full): what the article itself says, in lower case: its long lines up to the last that offers nothing */
static char *
get_story (const CutArticle *article)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);
  g_autofree char *words = g_utf8_strdown (text, -1);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  GString *story = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) >= LONG_LINE && cut_verdict_words_in (CUT_WORDS_PAY, lines[i]) == 0)
      last = i;
  for (guint i = 0; i < last; i++)
    if (strlen (lines[i]) >= LONG_LINE)
      g_string_append_printf (story, "%s\n", lines[i]);
  return g_string_free (story, FALSE);
}

static gboolean
is_teaser (const CutVerdictPage *page, const CutArticle *article)
{
  g_autofree char *story = NULL;
  g_autofree char *offer = NULL;
  guint phrases, offers;

  if (page->closed && page->expected > 0)
    return page->length < ENOUGH_BEHIND_WALL && count_words (article) * 2 < page->expected;
  if (page->length >= (page->closed ? MOST_OF_TEASER : MOST_OF_WALL))
    return FALSE;
  if (page->closed && (page->wall || page->length < MOST_OF_WALL * 2 / 3))
    return TRUE;
  story = get_story (article);
  offer = g_strdup (page->offer);
  phrases = cut_verdict_words_take (CUT_WORDS_PAY, offer, story);
  offers = cut_verdict_words_take (CUT_WORDS_MEMBER, offer, story) + cut_verdict_words_take (CUT_WORDS_OFFER, offer, story);
  if (page->closed)
    return phrases > 0;
  if (page->metered || page->wall)
    return phrases > 0 || (page->wall && offers > 1);
  return phrases > 1 || (phrases > 0 && offers > 0 && page->length < MOST_OF_WALL * 2 / 3);
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

/* Whether the address or the page says that it lists what has been found, or tagged. */
static gboolean
is_named_list (const CutVerdictPage *page, const char *url)
{
  return (url != NULL && g_regex_match_simple ("/(?:search|suche|recherche|busca|buscar|buscador|cerca|ricerca|zoeken|szukaj|tags?|topics?|themen?|category|"
                                               "kategorie|categor[a-z]+|authors?|autor[a-z]*|auteurs?|archives?|archiv)(?:/|\\?|$)|[?&](?:q|s|query|search)=",
                                               url, G_REGEX_CASELESS, 0))
         || are_named (page, CUT_WORDS_FOUND);
}

static gboolean
is_list (const CutVerdictPage *page, const CutArticle *article, const char *url)
{
  const char *address = url ? url : article->canonical_url;
  guint sections = count_sections (address);
  guint headlines = page->n_headlines + page->n_links;
  guint in_text = page->n_headlines_in_text + page->n_links_in_text;
  /* What is seen beside a long text was not looked for. */
  guint seen = page->brief ? page->seen : MAX (page->seen, page->length);
  gboolean unsigned_page = article->published == NULL && article->authors == NULL;

  if (page->has_article || is_signed (article))
    return FALSE;
  if (unsigned_page && headlines >= 6 && in_text * 3 >= headlines && headlines * 160 > page->length && is_named_list (page, address))
    return TRUE;
  if (sections == 0)
    return (page->n_headlines >= 6 && page->n_headlines * 350 > page->length) || (headlines >= 12 && page->link_chars * 2 > seen);
  /* An article has headlines of others below it: those are not taken for its text. */
  if (in_text * 3 < headlines)
    return FALSE;
  if (sections <= 2)
    return (page->n_headlines >= 8 && page->n_headlines * 200 > page->length) || (headlines >= 15 && page->link_chars * 2 > seen);
  return (page->is_site || address == NULL) && unsigned_page && page->n_headlines >= 10 && page->n_headlines * 160 > page->length;
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
  if (is_challenge (page, article))
    return "bot-wall";
  if (is_error (page, article))
    return "error-page";
  if (is_login (page, article))
    return "login-page";
  if (is_consent (page, article) && speaks_of_consent (article))
    return "cookie-wall";
  if (is_list (page, article, url))
    return "front-page";
  if (is_teaser (page, article))
    return "paywall";
  if (is_shell (page, article))
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

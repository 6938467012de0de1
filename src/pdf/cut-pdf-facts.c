/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-facts.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-pdf-xmp.h"

#define ORIGIN "pdf"
#define MOST_AUTHORS 50
#define LONGEST_AUTHOR 100 /* code points */
#define LONGEST_TITLE 500  /* code points */

/* The title. */

gboolean
cut_pdf_is_title (const char *text)
{
  static const char made_up[] = "^(?:untitled|unbenannt|sans titre|sin título|senza titolo|microsoft (?:word|powerpoint|excel)\\b|"
                                "powerpoint[- ]presentation|pr[äé]sentation powerpoint|presentación de powerpoint|word document|"
                                "(?:layout|slide|folie|document|dokument|doc|book|sheet) ?\\d*$|no job name|pdf document|scan)";
  static const char file_name[] = "\\.(?:docx?|indd|qxp|qxd|rtf|odt|odp|ods|pdf|pptx?|xlsx?|tex|dvi|e?ps|pages|pub|wpd|txt|html?|ai|p65|fm)$";
  g_autofree char *line = text != NULL ? cut_normal_line (text, -1) : NULL;
  glong length = line != NULL ? g_utf8_strlen (line, -1) : 0;

  if (length < 3 || length > LONGEST_TITLE || g_regex_match_simple (made_up, line, G_REGEX_CASELESS, 0) ||
      g_regex_match_simple (file_name, line, G_REGEX_CASELESS, 0))
    return FALSE;
  /* One word with a figure or a low line in it is the name of a file without its ending. */
  return strchr (line, ' ') != NULL || strpbrk (line, "_0123456789") == NULL;
}

static void
set_string (CutArticle *article,
            const char *field,
            char      **place,
            const char *value)
{
  g_autofree char *line = value != NULL ? cut_normal_line (value, -1) : NULL;

  if (*place != NULL || line == NULL || *line == '\0')
    return;
  *place = g_steal_pointer (&line);
  cut_article_set_origin (article, field, ORIGIN);
}

static void
write_title (const CutPdfDocument *document,
             const CutPdfXmp      *xmp,
             CutArticle           *article)
{
  if (cut_pdf_is_title (xmp->title))
    set_string (article, "title", &article->title, xmp->title);
  else if (cut_pdf_is_title (document->title))
    set_string (article, "title", &article->title, document->title);
}

/* Authors. */

static gboolean
is_person (const char *name)
{
  static const char *const accounts[] = { "user", "administrator", "admin", "root", "unknown", "owner", "author", "default", "guest" };
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (g_str_equal (folded, accounts[i]))
      return FALSE;
  return *name != '\0' && g_utf8_strlen (name, -1) <= LONGEST_AUTHOR && strpbrk (name, "@\\/<>") == NULL &&
         !g_str_has_suffix (folded, " user");
}

static void
add_person (GPtrArray  *people,
            const char *text)
{
  g_autofree char *name = cut_normal_line (text, -1);

  if (people->len < MOST_AUTHORS && is_person (name) && !g_ptr_array_find_with_equal_func (people, name, g_str_equal, NULL))
    g_ptr_array_add (people, g_steal_pointer (&name));
}

static gboolean
has_space (const char *text)
{
  g_autofree char *line = cut_normal_line (text, -1);

  return strchr (line, ' ') != NULL;
}

/* "Kell, Ada" is one person, "Ada Kell, Bo Riis" are two: each part then has more than one word. */
static void
add_by_comma (GPtrArray  *people,
              const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MOST_AUTHORS);
  gboolean several = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    several = several && has_space (parts[i]);
  for (guint i = 0; several && parts[i] != NULL; i++)
    add_person (people, parts[i]);
  if (!several)
    add_person (people, text);
}

static void
add_people (GPtrArray  *people,
            const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*;\\s*|\\s+(?:and|und|et|y|e|&)\\s+", text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    add_by_comma (people, parts[i]);
}

static void
write_authors (const CutPdfDocument *document,
               const CutPdfXmp      *xmp,
               CutArticle           *article)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < xmp->creators->len; i++)
    add_people (people, g_ptr_array_index (xmp->creators, i));
  if (people->len == 0 && document->author != NULL)
    add_people (people, document->author);
  if (people->len == 0)
    return;
  g_ptr_array_add (people, NULL);
  article->authors = g_strdupv ((char **) people->pdata);
  article->byline = g_strjoinv (", ", article->authors);
  cut_article_set_origin (article, "authors", ORIGIN);
  cut_article_set_origin (article, "byline", ORIGIN);
}

/* Dates. */

static CutDate *
read_date (const char *xmp,
           const char *info)
{
  CutDate *date = xmp != NULL ? cut_date_new (xmp, CUT_DATE_UNKNOWN, ORIGIN, NULL) : NULL;

  return date == NULL && info != NULL ? cut_date_new (info, CUT_DATE_UNKNOWN, ORIGIN, NULL) : date;
}

static void
write_dates (const CutPdfDocument *document,
             const CutPdfXmp      *xmp,
             CutArticle           *article)
{
  article->published = read_date (xmp->created, document->created);
  article->updated = read_date (xmp->modified, document->modified);
  if (article->published != NULL)
    cut_article_set_origin (article, "published", ORIGIN);
  if (article->updated != NULL && article->published != NULL && cut_date_equal (article->updated, article->published))
    g_clear_pointer (&article->updated, cut_date_unref);
  if (article->updated != NULL)
    cut_article_set_origin (article, "updated", ORIGIN);
}

static void
write_keywords (const CutPdfDocument *document,
                CutArticle           *article)
{
  g_auto (GStrv) parts = document->keywords != NULL ? g_regex_split_simple ("\\s*[,;]\\s*", document->keywords, 0, 0) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts != NULL && parts[i] != NULL && i < 100; i++)
    {
      g_autofree char *word = cut_normal_line (parts[i], -1);

      if (*word == '\0')
        continue;
      g_strv_builder_add (builder, word);
      n++;
    }
  if (n == 0)
    return;
  article->keywords = g_strv_builder_end (builder);
  cut_article_set_origin (article, "keywords", ORIGIN);
}

/* BCP 47, or nothing. */
static void
write_language (const CutPdfXmp *xmp,
                CutArticle      *article)
{
  if (xmp->language != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", xmp->language, 0, 0))
    set_string (article, "language", &article->language, xmp->language);
}

void
cut_pdf_write_facts (const CutPdfDocument *document,
                     CutArticle           *article)
{
  g_autoptr (CutPdfXmp) xmp = cut_pdf_xmp_read (document->metadata);

  write_title (document, xmp, article);
  write_authors (document, xmp, article);
  write_dates (document, xmp, article);
  write_keywords (document, article);
  write_language (xmp, article);
  set_string (article, "publisher", &article->publisher, xmp->publisher);
  set_string (article, "excerpt", &article->excerpt, xmp->description != NULL ? xmp->description : document->subject);
}

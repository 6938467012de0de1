/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-output.h"
#include "cut-verdict.h"

#include <string.h>

#define STANDARD_INPUT "/dev/stdin" /* which reads like any file */

static void
set_strings (JsonObject  *object,
             const char  *name,
             char       **strings)
{
  JsonArray *array = json_array_new ();

  for (; strings != NULL && *strings != NULL; strings++)
    json_array_add_string_element (array, *strings);
  json_object_set_array_member (object, name, array);
}

static void
set_reviews (JsonObject *object,
             GPtrArray  *reviews)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reviews->len; i++)
    {
      const CutReview *review = g_ptr_array_index (reviews, i);
      JsonObject *member = json_object_new ();

      cut_output_set (member, "claim", review->claim);
      cut_output_set (member, "claimant", review->claimant);
      cut_output_set (member, "verdict", review->verdict);
      cut_output_set (member, "reviewer", review->reviewer);
      cut_output_set (member, "url", review->url);
      cut_output_set_date (member, "reviewed", review->reviewed);
      json_array_add_object_element (array, member);
    }
  json_object_set_array_member (object, "reviews", array);
}

/* Where each field came from, in the order of the alphabet: the same output on every run. */
static void
set_origins (JsonObject *object,
             GHashTable *origins)
{
  JsonObject *members = json_object_new ();
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (origins), (GCompareFunc) strcmp);

  for (GList *at = names; at != NULL; at = at->next)
    cut_output_set (members, at->data, g_hash_table_lookup (origins, at->data));
  json_object_set_object_member (object, "origins", members);
}

static void
set_about (JsonObject *object,
           GPtrArray  *about)
{
  JsonArray *array = json_array_sized_new (about->len);

  for (guint i = 0; i < about->len; i++)
    {
      const CutTopic *topic = g_ptr_array_index (about, i);
      JsonObject *member = json_object_new ();

      cut_output_set (member, "name", topic->name);
      cut_output_set (member, "type", topic->type);
      cut_output_set (member, "same_as", topic->same_as);
      json_array_add_object_element (array, member);
    }
  json_object_set_array_member (object, "about", array);
}

/* What a page shows instead of its article is not the article's text. */
static gboolean
has_text (const CutArticle *article)
{
  return *article->text != '\0' && cut_verdict_has_text (article->verdict);
}

static void
set_article (JsonObject *object,
             CutArticle *article)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);

  cut_output_set (object, "title", article->title);
  cut_output_set (object, "standfirst", article->standfirst);
  cut_output_set (object, "byline", article->byline);
  cut_output_set (object, "site_name", article->site_name);
  cut_output_set_date (object, "published", article->published);
  cut_output_set_date (object, "modified", article->updated);
  cut_output_set (object, "language", article->language);
  cut_output_set (object, "dir", article->dir);
  cut_output_set (object, "canonical_url", article->canonical_url);
  cut_output_set (object, "excerpt", article->excerpt);
  cut_output_set (object, "image", article->image);
  cut_output_set (object, "image_caption", article->image_caption);
  cut_output_set (object, "image_credit", article->image_credit);
  set_strings (object, "authors", article->authors);
  cut_output_set (object, "publisher", article->publisher);
  cut_output_set (object, "kind", article->kind);
  set_strings (object, "keywords", article->keywords);
  set_about (object, article->about);
  cut_output_set (object, "licence", article->licence);
  cut_output_set (object, "next_url", article->next_url);
  set_reviews (object, article->reviews);
  set_origins (object, article->origins);
  cut_output_set (object, "wire_credit", article->wire_credit);
  if (article->verdict != NULL)
    cut_output_set (object, "verdict", article->verdict);
  if (!has_text (article))
    {
      cut_output_set (object, "error", article->warning);
      return;
    }
  cut_output_set (object, "text", text);
  cut_output_set (object, "html", article->html);
  if (article->warning != NULL)
    cut_output_set (object, "warning", article->warning);
}

static void
print_article (CutArticle *article)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);

  g_print ("%s\n", article->title != NULL ? article->title : _("Untitled"));
  if (article->byline != NULL)
    g_print ("%s\n", article->byline);
  if (article->published != NULL)
    g_print ("%s\n", cut_date_get_value (article->published));
  g_print ("\n%s\n", text);
}

static gboolean
extract_one (CutCli       *cli,
             CutExtractor *extractor,
             const char   *path,
             const char   *url)
{
  g_autoptr (GError) error = NULL;
  const char *read = g_str_equal (path, "-") ? STANDARD_INPUT : path;
  g_autoptr (CutArticle) article = cut_notebook_extract (extractor, read, url, NULL, &error);
  g_autoptr (JsonObject) object = json_object_new ();
  gboolean found = article != NULL && has_text (article);

  cut_output_set (object, "file", path);
  /* An archive says itself where its page came from. */
  cut_output_set (object, "url", url == NULL && article != NULL && article->snapshot != NULL ? article->snapshot->url : url);
  if (article != NULL)
    set_article (object, article);
  else
    cut_output_set (object, "error", error->message);
  if (cli->json)
    cut_output_object (object);
  else if (found)
    print_article (article);
  if (article != NULL && !found)
    error = g_error_new_literal (CUT_ERROR, CUT_ERROR_INPUT, article->warning);
  if (!found)
    cut_cli_report (cli, path, error);
  else if (article->verdict != NULL && !cli->quiet)
    g_printerr ("cuttings extract: %s: %s\n", path, article->warning);
  return found;
}

int
cut_command_extract (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  g_autofree char *url = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  guint failed = 0;
  guint n = 0;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Where the page came from"), N_ ("URL") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &files))
    return CUT_EXIT_USAGE;
  if (files[0] == NULL)
    return cut_cli_usage (cli, _("name the files to read"));
  for (; files[n] != NULL; n++)
    failed += !extract_one (cli, extractor, files[n], url);
  if (failed == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}

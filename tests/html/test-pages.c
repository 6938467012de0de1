/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-extract.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Small pages of our own in tests/data/html, each with what must come out of it. NAME.json holds
 * fields with their values; `text`: all lines that count; `has`, `lacks`, `html_has`, `html_lacks`:
 * pieces of the counted text and the HTML; `reader_has`: of the whole reader text; `images`. */

#define ADDRESS "https://news.example/page.html"

typedef struct
{
  CutArticle *article;
  char *text;
} Result;

static const char *
name_field (const CutArticle *article, const char *field)
{
  const struct
  {
    const char *name;
    const char *value;
  } fields[] = {
    { "title", article->title },
    { "standfirst", article->standfirst },
    { "site_name", article->site_name },
    { "language", article->language },
    { "dir", article->dir },
    { "kind", article->kind },
    { "verdict", article->verdict },
    { "image", article->image },
    { "image_caption", article->image_caption },
    { "image_credit", article->image_credit },
    { "wire_credit", article->wire_credit },
    { "licence", article->licence },
    { "next_url", article->next_url },
    { "published", article->published ? cut_date_get_value (article->published) : NULL },
    { "modified", article->updated ? cut_date_get_value (article->updated) : NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      return fields[i].value;
  g_error ("no such field: %s", field);
}

static void
check_list (char **ours, JsonArray *wanted)
{
  guint n = ours ? g_strv_length (ours) : 0;

  for (guint i = 0; ours != NULL && i < MIN (n, json_array_get_length (wanted)); i++)
    g_assert_cmpstr (ours[i], ==, json_array_get_string_element (wanted, i));
  g_assert_cmpuint (n, ==, json_array_get_length (wanted));
}

static void
check_text (const char *text, JsonArray *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);

  check_list (lines, wanted);
}

static void
check_pieces (const char *text, JsonArray *wanted, gboolean present)
{
  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      const char *piece = json_array_get_string_element (wanted, i);

      if ((strstr (text, piece) != NULL) != present)
        g_error ("%s “%s” in: %s", present ? "no" : "there is", piece, text);
    }
}

static void
check_images (const CutArticle *article, JsonArray *wanted)
{
  g_autoptr (GPtrArray) images = g_ptr_array_copy (article->images, NULL, NULL);

  g_ptr_array_set_free_func (images, NULL);
  g_ptr_array_add (images, NULL);
  check_list ((char **)images->pdata, wanted);
}

static void
check_reviews (const CutArticle *article, JsonArray *wanted)
{
  g_assert_cmpuint (article->reviews->len, ==, json_array_get_length (wanted));
  for (guint i = 0; i < article->reviews->len; i++)
    {
      const CutReview *review = g_ptr_array_index (article->reviews, i);
      JsonObject *object = json_array_get_object_element (wanted, i);

      g_assert_cmpstr (review->claim, ==, json_object_get_string_member (object, "claim"));
      g_assert_cmpstr (review->verdict, ==, json_object_get_string_member (object, "verdict"));
      g_assert_cmpstr (review->reviewer, ==, json_object_get_string_member (object, "reviewer"));
      g_assert_cmpstr (review->claimant, ==, json_object_get_string_member (object, "claimant"));
      g_assert_cmpstr (review->url, ==, json_object_get_string_member (object, "url"));
      g_assert_cmpstr (cut_date_get_value (review->reviewed), ==,
                       json_object_get_string_member (object, "reviewed"));
    }
}

/* As "NAME, TYPE, ADDRESS", with "-" for what is not said. */
static void
check_about (const CutArticle *article, JsonArray *wanted)
{
  g_assert_cmpuint (article->about->len, ==, json_array_get_length (wanted));
  for (guint i = 0; i < article->about->len; i++)
    {
      const CutTopic *topic = g_ptr_array_index (article->about, i);
      g_autofree char *line = g_strjoin (", ", topic->name, topic->type ? topic->type : "-", topic->same_as ? topic->same_as : "-", NULL);

      g_assert_cmpstr (line, ==, json_array_get_string_element (wanted, i));
    }
}

static void
check_member (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  const Result *result = data;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  (void)object;
  if (g_str_equal (name, "url"))
    return;
  if (g_str_equal (name, "text"))
    check_text (result->text, array);
  else if (g_str_equal (name, "has") || g_str_equal (name, "lacks"))
    check_pieces (result->text, array, g_str_equal (name, "has"));
  else if (g_str_equal (name, "html_has") || g_str_equal (name, "html_lacks"))
    check_pieces (result->article->html, array, g_str_equal (name, "html_has"));
  else if (g_str_equal (name, "reader_has"))
    check_pieces (result->article->text, array, TRUE);
  else if (g_str_equal (name, "authors"))
    check_list (result->article->authors, array);
  else if (g_str_equal (name, "keywords"))
    check_list (result->article->keywords, array);
  else if (g_str_equal (name, "about"))
    check_about (result->article, array);
  else if (g_str_equal (name, "images"))
    check_images (result->article, array);
  else if (g_str_equal (name, "checks"))
    check_reviews (result->article, array);
  else
    g_assert_cmpstr (name_field (result->article, name), ==, json_node_get_string (node));
}

static void
test_page (gconstpointer data)
{
  g_autofree char *page = g_strdup_printf ("%s.html", (const char *)data);
  g_autofree char *answer = g_strdup_printf ("%s.json", (const char *)data);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *wanted;
  Result result;
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (page, &content, &size, &error));
  bytes = g_bytes_new_take (content, size);
  g_assert_true (json_parser_load_from_file (parser, answer, &error));
  wanted = json_node_get_object (json_parser_get_root (parser));
  result.article = cut_extract_html (
      bytes, NULL, json_object_get_string_member_with_default (wanted, "url", ADDRESS), NULL,
      &error);
  g_assert_no_error (error);
  result.text = cut_blocks_get_counted_text (result.article->blocks, result.article->text);
  json_object_foreach_member (wanted, check_member, &result);
  g_free (result.text);
  cut_article_free (result.article);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "html", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".html"));
        g_autofree char *test = g_strdup_printf ("/html/pages/%s", stem);
        char *path = g_build_filename (folder, stem, NULL);

        g_ptr_array_add (paths, path);
        g_test_add_data_func (test, path, test_page);
      }
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-answer.h"
#include "cut-article-variant.h"
#include "cut-error.h"

static void
add_part (CutArticle *article)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1", 2);

  g_ptr_array_add (article->parts, cut_part_new ("https://example.org/j.png", "image/png", bytes));
  article->snapshot = cut_snapshot_new ("https://example.org/taken");
  article->snapshot->status = 200;
  article->snapshot->headers = g_strsplit ("Date: now\nServer: s", "\n", -1);
}

static void
add_review (CutArticle *article,
            const char *claim,
            const char *date)
{
  CutReview *review = g_new0 (CutReview, 1);

  review->claim = g_strdup (claim);
  review->verdict = g_strdup ("v");
  review->reviewed = date != NULL ? cut_date_new (date, CUT_DATE_DAY, NULL, NULL) : NULL;
  g_ptr_array_add (article->reviews, review);
}

/* An article in which every member is set: one that is added and forgotten on the wire is missed here. */
static CutArticle *
make_full (void)
{
  CutArticle *article = cut_article_new ();
  const gpointer *members = (const gpointer *) (gpointer) article;
  const char *const authors[] = { "Ada Kell", "Bo Riis", NULL };

  article->title = g_strdup ("t");
  article->standfirst = g_strdup ("s");
  article->authors = g_strdupv ((char **) authors);
  article->byline = g_strdup ("b");
  article->publisher = g_strdup ("p");
  article->site_name = g_strdup ("n");
  article->published = cut_date_new ("2026-03-01T08:00:00+02:00", CUT_DATE_INSTANT, "json-ld", NULL);
  article->updated = cut_date_new ("2026-03", CUT_DATE_MONTH, NULL, NULL);
  article->language = g_strdup ("de-AT");
  article->dir = g_strdup ("ltr");
  article->canonical_url = g_strdup ("https://example.org/c");
  article->excerpt = g_strdup ("e");
  article->image = g_strdup ("https://example.org/i.png");
  article->kind = g_strdup ("report");
  article->wire_credit = g_strdup ("w");
  article->keywords = g_strdupv ((char **) authors);
  article->charset = g_strdup ("UTF-8");
  cut_article_set_origin (article, "title", "og");
  g_free (article->text);
  article->text = g_strdup ("Ünits");
  g_ptr_array_add (article->blocks, cut_block_new (CUT_BLOCK_HEADING, CUT_ROLE_TITLE, 0, 5));
  article->html = g_strdup ("<h1>Ünits</h1>");
  g_ptr_array_add (article->images, g_strdup ("https://example.org/j.png"));
  article->warning = g_strdup ("!");
  article->verdict = g_strdup ("paywall");
  article->image_caption = g_strdup ("ic");
  article->image_credit = g_strdup ("ir");
  article->licence = g_strdup ("l");
  article->next_url = g_strdup ("https://example.org/2");
  add_part (article);
  ((CutBlock *) g_ptr_array_index (article->blocks, 0))->page = 7;
  add_review (article, "c", "2026-02-02");
  add_review (article, "d", NULL);
  g_ptr_array_add (article->about, cut_topic_new ("Ada Kell", "Person", "https://example.org/ada"));
  g_ptr_array_add (article->about, cut_topic_new ("Piers", NULL, NULL));
  for (gsize i = 0; i < sizeof *article / sizeof *members; i++)
    g_assert_nonnull (members[i]);
  return article;
}

static void
test_round (void)
{
  g_autoptr (CutArticle) article = make_full ();
  g_autoptr (GBytes) bytes = cut_answer_write (article, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) copy = cut_answer_read (bytes, &error);
  g_autoptr (GVariant) before = g_variant_ref_sink (cut_article_to_variant (article));
  g_autoptr (GVariant) after = NULL;
  const gpointer *members = (const gpointer *) (gpointer) copy;

  g_assert_no_error (error);
  after = g_variant_ref_sink (cut_article_to_variant (copy));
  g_assert_true (g_variant_equal (before, after));
  for (gsize i = 0; i < sizeof *copy / sizeof *members; i++)
    g_assert_nonnull (members[i]);
  g_assert_true (cut_date_equal (copy->published, article->published));
  g_assert_true (cut_date_equal (copy->updated, article->updated));
  g_assert_cmpstr (copy->authors[1], ==, "Bo Riis");
  g_assert_cmpstr (g_hash_table_lookup (copy->origins, "title"), ==, "og");
  g_assert_true (g_bytes_equal (((CutPart *) g_ptr_array_index (copy->parts, 0))->bytes, ((CutPart *) g_ptr_array_index (article->parts, 0))->bytes));
  g_assert_cmpuint (copy->about->len, ==, 2);
  g_assert_cmpstr (((CutTopic *) g_ptr_array_index (copy->about, 0))->same_as, ==, "https://example.org/ada");
  g_assert_cmpstr (copy->snapshot->headers[1], ==, "Server: s");
  g_assert_cmpuint (((CutBlock *) g_ptr_array_index (copy->blocks, 0))->page, ==, 7);
}

static void
test_failure (void)
{
  g_autoptr (GError) told = g_error_new_literal (CUT_ERROR, CUT_ERROR_INPUT, "Nothing.");
  g_autoptr (GBytes) bytes = cut_answer_write (NULL, told);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_answer_read (bytes, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "Nothing.");
}

/* Whatever bytes come: an article that hangs together, or an error. */
static void
test_garbage (void)
{
  g_autoptr (CutArticle) article = make_full ();
  g_autoptr (GBytes) bytes = cut_answer_write (article, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree guint8 *broken = g_memdup2 (data, length);
      g_autoptr (GBytes) answer = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) copy = NULL;

      broken[g_test_rand_int_range (0, (gint32) length)] ^= (guint8) g_test_rand_int_range (1, 256);
      answer = g_bytes_new (broken, (gsize) g_test_rand_int_range (1, (gint32) length + 1));
      copy = cut_answer_read (answer, &error);
      g_assert_true ((copy == NULL) == (error != NULL));
      if (copy != NULL)
        g_assert_true (g_utf8_validate (copy->text, -1, NULL));
    }
}

static void
test_blocks_beyond_text (void)
{
  g_autoptr (CutArticle) article = make_full ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  ((CutBlock *) g_ptr_array_index (article->blocks, 0))->end = 6;
  bytes = cut_answer_write (article, NULL);
  g_assert_null (cut_answer_read (bytes, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/answer/round", test_round);
  g_test_add_func ("/process/answer/failure", test_failure);
  g_test_add_func ("/process/answer/garbage", test_garbage);
  g_test_add_func ("/process/answer/blocks-beyond-text", test_blocks_beyond_text);
  return g_test_run ();
}

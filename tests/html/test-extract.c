/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-extract.h"
#include "cut-normal.h"

#include <string.h>

/* Three paragraphs of our own, long enough to be taken for an article's. */
#define ONE                                                                                        \
  "The council of the small harbour town voted on Tuesday, after a long debate, to rebuild the "   \
  "old pier before the winter storms."
#define TWO                                                                                        \
  "Fishermen, who had asked for the repair for years, said they were relieved; others, among "     \
  "them two members, called the price too high."
#define THREE                                                                                      \
  "The work is to begin in May, the mayor said, and should be finished, weather permitting, "      \
  "before the first boats return in autumn."
#define BODY "<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p>"

static CutArticle *
extract (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  CutArticle *article = cut_extract_html (
      bytes, NULL, "https://news.example/2024/harbour/pier.html?x=1", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cut_normal_is_reader_text (article->text));
  return article;
}

static char *
counted (const CutArticle *article)
{
  return cut_blocks_get_counted_text (article->blocks, article->text);
}

static CutBlock *
find_block (const CutArticle *article, const char *line)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (article->blocks, i);
      g_autofree char *text = g_utf8_substring (article->text, block->start, block->end);

      if (g_str_equal (text, line))
        return block;
    }
  g_test_message ("no line “%s” in:\n%s", line, article->text);
  g_assert_not_reached ();
}

static void
test_body (void)
{
  g_autoptr (CutArticle) article
      = extract ("<html><body><nav><ul><li><a href=/>Home</a></ul></nav><div "
                 "class=page><article><h1>New pier</h1>"
                 "<p class=byline>By Ada Example</p>" BODY
                 "<div class=newsletter>Get our letter every day.</div>"
                 "<p><a href=/other>Read more: the old pier</a></p></article>"
                 "<div id=comments><p>" ONE " " TWO
                 "</p></div></div><footer>Imprint, contact and rules</footer>");
  g_autofree char *text = counted (article);

  g_assert_cmpstr (text, ==, ONE "\n" TWO "\n" THREE);
  g_assert_cmpint (find_block (article, "New pier")->role, ==, CUT_ROLE_TITLE);
  g_assert_cmpint (find_block (article, "By Ada Example")->role, ==, CUT_ROLE_BYLINE);
  g_assert_cmpint (find_block (article, "Get our letter every day.")->role, ==, CUT_ROLE_FURNITURE);
  g_assert_cmpint (find_block (article, "Read more: the old pier")->role, ==, CUT_ROLE_FURNITURE);
  g_assert_null (strstr (article->text, "Home"));
  g_assert_null (strstr (article->text, "Imprint"));
  g_assert_cmpstr (article->title, ==, "New pier");
  g_assert_cmpstr (article->byline, ==, "Ada Example");
}

/* Two stories on one page: the headline's is meant, also where the next one is longer. */
static void
test_next_story (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><head><title>New pier</title></head><body><main><article><h1>New pier</h1>" BODY
      "<p>Ada Example contributed to this report.</p></article>"
      "<article><h1>Old bridge</h1><p>The bridge, built long ago, is closed, and nobody knows for "
      "how long it will be.</p>"
      "<p>Drivers, who now take the long way, past the mill, say that the town should have "
      "known.</p>"
      "<p>The bridge, of wood, had been checked, as every year, in spring, and found to be "
      "sound.</p>"
      "<p>Nobody was hurt, the police said, when a beam, rotten inside, fell on the road "
      "below.</p></article></main>");
  g_autofree char *text = counted (article);

  g_assert_cmpstr (text, ==, ONE "\n" TWO "\n" THREE);
}

/* The page's own data says where the story ends. */
static void
test_bounded_by_data (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><head><title>New pier</title><script "
      "type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" ONE " " TWO " " THREE
      " " ONE " " TWO "\"}</script></head><body><article><h1>New pier</h1><div>" BODY "<p>" ONE
      "</p><p>" TWO "</p></div><div><p>The bridge, built long ago, is closed, and nobody knows for "
      "how long it will be.</p></div></article>");
  g_autofree char *text = counted (article);

  g_assert_null (strstr (text, "bridge"));
  g_assert_nonnull (strstr (article->text, "bridge"));
  g_assert_nonnull (strstr (text, THREE));
}

static void
test_byline_lines (void)
{
  g_autoptr (CutArticle) article
      = extract ("<html><head><meta name=author content='Ada Example'></head><body><article><p>By "
                 "Ada Example</p>"
                 "<p>24 November 2017, 18:42</p>" BODY
                 "<p>Ada Example is a reporter for the paper.</p></article>");
  g_autofree char *text = counted (article);

  g_assert_cmpstr (text, ==, ONE "\n" TWO "\n" THREE);
  g_assert_cmpint (find_block (article, "24 November 2017, 18:42")->role, ==, CUT_ROLE_BYLINE);
}

/* Of a short page the menus stay out too. */
static void
test_short (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><body><div class=nav><a href=/>Home</a></div><h1>New pier</h1><div class=text><p>" ONE
      "</p></div><div class=foot>All rights with the paper.</div></body></html>");
  g_autofree char *text = counted (article);

  g_assert_cmpstr (text, ==, ONE);
}

/* Noise words on the article itself must not cost the article. */
static void
test_noise_undone (void)
{
  g_autoptr (CutArticle) article
      = extract ("<html><body><div class='sidebar share promo'>" BODY "</div></body></html>");
  g_autofree char *text = counted (article);

  g_assert_cmpstr (text, ==, ONE "\n" TWO "\n" THREE);
}

static void
test_no_paragraph_elements (void)
{
  g_autoptr (CutArticle) article = extract ("<html><body><table><tr><td>menu<td><div>" ONE
                                            "<br><br>" TWO "<br><br>" THREE "</div></table>");
  g_autofree char *text = counted (article);

  g_assert_nonnull (strstr (text, ONE "\n" TWO "\n" THREE));
}

static void
test_blocks (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><body><article>" BODY
      "<h2>Prices</h2><ol start=3><li>Steel<ul><li>Bolts</ul><li>Wood</ol>"
      "<blockquote><p>Too high, I say.</p></blockquote>"
      "<table><tr><th>Part<th>Price<tr><td>Deck<td>9,000</table>"
      "<pre>one\n  two</pre><p>one<br>two</p><div>three<div>four</div>five</div></article>");
  CutBlock *block = find_block (article, "Prices");

  g_assert_cmpint (block->kind, ==, CUT_BLOCK_HEADING);
  g_assert_cmpuint (block->level, ==, 2);
  block = find_block (article, "Steel");
  g_assert_cmpint (block->kind, ==, CUT_BLOCK_LIST_ITEM);
  g_assert_cmpuint (block->ordinal, ==, 3);
  block = find_block (article, "Bolts");
  g_assert_cmpuint (block->level, ==, 2);
  g_assert_cmpuint (block->ordinal, ==, 0);
  g_assert_cmpuint (find_block (article, "Wood")->ordinal, ==, 4);
  g_assert_cmpint (find_block (article, "Too high, I say.")->kind, ==, CUT_BLOCK_QUOTE);
  block = find_block (article, "9,000");
  g_assert_cmpint (block->kind, ==, CUT_BLOCK_CELL);
  g_assert_cmpuint (block->table, ==, 1);
  g_assert_cmpuint (block->row, ==, 1);
  g_assert_cmpuint (block->column, ==, 1);
  g_assert_false (block->header);
  g_assert_true (find_block (article, "Part")->header);
  g_assert_cmpint (find_block (article, "one")->kind, ==, CUT_BLOCK_PREFORMATTED);
  g_assert_cmpint (find_block (article, "\xC2\xA0\xC2\xA0two")->kind, ==, CUT_BLOCK_PREFORMATTED);
  find_block (article, "one two");
  find_block (article, "three");
  find_block (article, "four");
  find_block (article, "five");
}

static void
test_spans (void)
{
  g_autoptr (CutArticle) article
      = extract ("<html><body><article>" BODY
                 "<p>Cafe\xCC\x81 <a href='../menu'>me\xCC\x81nu  du <em>jour</em></a>!</p>");
  CutBlock *block = find_block (article, "Caf\xC3\xA9 m\xC3\xA9nu du jour!");
  CutSpan *link = &g_array_index (block->spans, CutSpan, 0);
  CutSpan *emphasis = &g_array_index (block->spans, CutSpan, 1);

  g_assert_cmpuint (block->spans->len, ==, 2);
  g_assert_cmpint (link->kind, ==, CUT_SPAN_LINK);
  g_assert_cmpstr (link->target, ==, "https://news.example/2024/menu");
  g_assert_cmpuint (link->start, ==, block->start + 5);
  g_assert_cmpuint (link->end, ==, block->start + 17);
  g_assert_cmpint (emphasis->kind, ==, CUT_SPAN_EMPHASIS);
  g_assert_cmpuint (emphasis->start, ==, block->start + 13);
  g_assert_cmpuint (emphasis->end, ==, block->start + 17);
}

static void
test_pictures (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><head><base href='https://cdn.example/a/'></head><body><article>"
      "<figure><img src='data:image/gif;base64,R0' data-src='one.jpg' alt='A pier'><figcaption>The "
      "pier in May. "
      "<span class=credit>Ben Example</span></figcaption></figure>" BODY
      "<p><img srcset='two-320.jpg 320w, two-1280.jpg 1280w, two-640.jpg 640w'></p>"
      "<div><img class=lazy src=placeholder.gif><noscript><img src='three.jpg'></noscript></div>"
      "<img src=count.gif width=1 height=1></article>");
  CutBlock *caption = find_block (article, "The pier in May.");
  g_autofree char *text = counted (article);

  g_assert_cmpint (caption->role, ==, CUT_ROLE_CAPTION);
  g_assert_cmpstr (caption->image, ==, "https://cdn.example/a/one.jpg");
  g_assert_cmpstr (caption->alt, ==, "A pier");
  g_assert_null (strstr (text, "in May."));
  g_assert_cmpuint (article->images->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (article->images, 1), ==,
                   "https://cdn.example/a/two-1280.jpg");
  g_assert_cmpstr (g_ptr_array_index (article->images, 2), ==, "https://cdn.example/a/three.jpg");
  g_assert_nonnull (strstr (article->html, "<figcaption>The pier in May."));
}

static void
test_sanitised (void)
{
  g_autoptr (CutArticle) article
      = extract ("<html><body><article onclick=x()>" BODY
                 "<p onmouseover=\"x()\">A <a href='javascript:x()'>b</a> "
                 "<a href='JAVA\nSCRIPT:x()'>c</a> <a href=' data:text/html,x'>d</a> <a "
                 "href='mailto:a@example.org'>e</a></p>"
                 "<svg onload=x()><a xlink:href='javascript:x()'><text>f</text></a></svg><iframe "
                 "src=x></iframe>"
                 "<p style='x'>1 &lt;script&gt; &amp; "
                 "\"2\"</p><math><mtext><script>x()</script></mtext></math>"
                 "<form action=x><input value=y></form><object data=x></object><embed src=x><meta "
                 "http-equiv=refresh></article>");
  static const char *const never[]
      = { "<script", "onclick", "onmouse", "onload", "javascript", "JAVA",   "data:", "<svg",
          "<iframe", "style=",  "<form",   "<input", "<object",    "<embed", "<meta", NULL };

  for (const char *const *word = never; *word != NULL; word++)
    g_assert_null (strstr (article->html, *word));
  g_assert_nonnull (strstr (article->html, "href=\"mailto:a@example.org\""));
  g_assert_nonnull (strstr (article->html, "1 &lt;script&gt; &amp; &quot;2&quot;"));
}

static void
test_metadata (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html lang=en-GB><head><title>New pier | Harbour News</title>"
      "<meta property=og:site_name content='Harbour News'><meta property=og:title content='New "
      "pier - Harbour News'>"
      "<meta name=description content='The pier is rebuilt.'><link rel=canonical href=/pier>"
      "<meta property=og:image content=/p.jpg>"
      "<script "
      "type=application/ld+json><![CDATA[\n{\"@context\":\"https://schema.org\",\"@graph\":["
      "{\"@id\":\"#ada\",\"@type\":\"Person\",\"name\":\"Ada Example\"},"
      "{\"@type\":\"NewsArticle\",\"headline\":\"New "
      "pier\",\"author\":[{\"@id\":\"#ada\"},{\"@type\":\"Person\","
      "\"name\":\"Ben Example, senior reporter\"}],\"datePublished\":\"2024-05-01T10:00+02:00\","
      "\"dateModified\":\"2024-05-02\",\"publisher\":{\"name\":\"Harbour "
      "Press\"},\"keywords\":\"pier, town\",}]}]]>"
      "</script></head><body><article><h1>New pier</h1><p class=standfirst>The pier is to be "
      "rebuilt after years.</p>"
      "<p>HARBOUR (Reuters) - " ONE "</p>" BODY "</article>");

  g_assert_cmpstr (article->title, ==, "New pier");
  g_assert_cmpstr (article->site_name, ==, "Harbour News");
  g_assert_cmpstr (article->publisher, ==, "Harbour Press");
  g_assert_cmpstr (article->byline, ==, "Ada Example, Ben Example");
  g_assert_cmpuint (g_strv_length (article->authors), ==, 2);
  g_assert_cmpstr (cut_date_get_value (article->published), ==, "2024-05-01T10:00+02:00");
  g_assert_cmpint (cut_date_get_precision (article->published), ==, CUT_DATE_INSTANT);
  g_assert_cmpstr (cut_date_get_value (article->updated), ==, "2024-05-02");
  g_assert_cmpint (cut_date_get_precision (article->updated), ==, CUT_DATE_DAY);
  g_assert_cmpstr (article->language, ==, "en-GB");
  g_assert_cmpstr (article->canonical_url, ==, "https://news.example/pier");
  g_assert_cmpstr (article->image, ==, "https://news.example/p.jpg");
  g_assert_cmpstr (article->excerpt, ==, "The pier is rebuilt.");
  g_assert_cmpstr (article->standfirst, ==, "The pier is to be rebuilt after years.");
  g_assert_cmpstr (article->wire_credit, ==, "Reuters");
  g_assert_cmpstr (article->keywords[1], ==, "town");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "authors"), ==, "json-ld");
  g_assert_cmpint (find_block (article, "The pier is to be rebuilt after years.")->role, ==,
                   CUT_ROLE_STANDFIRST);
}

/* An agency and an account: the agency has the byline, and nobody is an author; what was found where is told for each field that is. */
static void
test_agency_and_account (void)
{
  g_autoptr (CutArticle) article = extract (
      "<html><head><title>New pier</title><meta name=author content=webadmin><script type=\"application/ld+json\">"
      "{\"@type\":\"NewsArticle\",\"headline\":\"New pier\",\"author\":[{\"@type\":\"Organization\",\"name\":\"Reuters\"},{\"name\":\"fsmith1\"}]}"
      "</script></head><body><article><h1>New pier</h1>" BODY "</article></body></html>");
  GHashTableIter iter;
  gpointer field, origin;

  g_hash_table_iter_init (&iter, article->origins);
  while (g_hash_table_iter_next (&iter, &field, &origin))
    g_assert_nonnull (origin);
  g_assert_true (article->authors == NULL || article->authors[0] != NULL);
}

/* A piece of a page, as a clipboard has it, keeps all of its text. */
static void
test_fragment (void)
{
  g_autoptr (CutArticle) article = extract (
      "<div class=newsletter><h2>Short</h2><p>Read more: <a href=/x>all</a></p></div><p>Last.</p>");

  g_assert_cmpstr (article->text, ==, "Short\nRead more: all\nLast.");
}

static void
test_sanitise_fragment (void)
{
  g_autofree char *html
      = cut_sanitise_fragment ("<p onclick=x>a<script>x</script> <b>b</b><img src=y.png></p>c",
                               "https://news.example/", NULL, NULL);

  g_assert_cmpstr (
      html, ==, "<p>a <b>b</b><img src=\"https://news.example/y.png\" alt=\"\"></p>\n<p>c</p>\n");
}

static void
test_looks_like_html (void)
{
  static const char *const yes[] = { "<!DOCTYPE html><p>x", "\xEF\xBB\xBF\n<html>", "<p>x</p>",
                                     "<font size=2>x", "<blockquote>x", "<dl><dt>x", "<B>x</B>",
                                     "<?xml version=\"1.0\"?><html>" };
  static const char *const no[]
      = { "", "Plain words.", "a < b", "{\"a\":1}", "<?xml version=\"1.0\"?><rss>", "<3 you",
            "<note>x</note>", "<http://news.example/>" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (yes[i], strlen (yes[i]));

      g_assert_true (cut_extract_looks_like_html (bytes));
    }
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (no[i], strlen (no[i]));

      g_assert_false (cut_extract_looks_like_html (bytes));
    }
}

/* The marks of UTF-16 in either order, and a stray NUL. */
static void
test_looks_like_html_wide (void)
{
  static const char little[] = "\377\376<\0h\0t\0m\0l\0>";
  static const char big[] = "\376\377\0<\0h\0t\0m\0l\0>";
  static const char stray[] = "<!doc\0type html>";
  g_autoptr (GBytes) first = g_bytes_new_static (little, sizeof little);
  g_autoptr (GBytes) second = g_bytes_new_static (big, sizeof big);
  g_autoptr (GBytes) third = g_bytes_new_static (stray, sizeof stray);

  g_assert_true (cut_extract_looks_like_html (first));
  g_assert_true (cut_extract_looks_like_html (second));
  g_assert_true (cut_extract_looks_like_html (third));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/extract/body", test_body);
  g_test_add_func ("/html/extract/next-story", test_next_story);
  g_test_add_func ("/html/extract/bounded-by-data", test_bounded_by_data);
  g_test_add_func ("/html/extract/byline-lines", test_byline_lines);
  g_test_add_func ("/html/extract/short", test_short);
  g_test_add_func ("/html/extract/noise-undone", test_noise_undone);
  g_test_add_func ("/html/extract/no-paragraph-elements", test_no_paragraph_elements);
  g_test_add_func ("/html/extract/blocks", test_blocks);
  g_test_add_func ("/html/extract/spans", test_spans);
  g_test_add_func ("/html/extract/pictures", test_pictures);
  g_test_add_func ("/html/extract/sanitised", test_sanitised);
  g_test_add_func ("/html/extract/metadata", test_metadata);
  g_test_add_func ("/html/extract/fragment", test_fragment);
  g_test_add_func ("/html/extract/sanitise-fragment", test_sanitise_fragment);
  g_test_add_func ("/html/extract/looks-like-html", test_looks_like_html);
  g_test_add_func ("/html/extract/looks-like-html-wide", test_looks_like_html_wide);
  g_test_add_func ("/html/extract/agency-and-account", test_agency_and_account);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-notebook.h"
#include "cut-test-server.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-join.h"
#include "cut-json.h"
#include "cut-notebook-private.h"
#include "cut-progress.h"

/* Articles of several pages, and pages that are none. */

#define FIRST \
  "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first.</p>" \
  "<p>“We were told on the ninth,” said Jon Berg, who chairs the board, and named two officials who knew of it earlier.</p>"
#define SECOND \
  "<p>Neither of the two was asked to write a report, the minutes say, and the register shows no inspection since 2011.</p>" \
  "<p>The next inspection had been put off three times, each time because the diver who was to make it had fallen ill.</p>"
#define THIRD \
  "<p>The board meets again on Friday. Until then the pier stays closed, and the ferry lands at the old steps instead.</p>" \
  "<p>Residents of the south bank have asked for a doctor to come to the school on two afternoons of the coming week.</p>"
#define PAGE(body, next) \
  "<!doctype html><html lang=\"en\"><head><title>Board admits second leak</title>" next "</head><body>" \
  "<article><h1>Board admits second leak</h1><p class=\"byline\">By Ada Lindqvist</p>" body \
  "<p class=\"bio\">Ada Lindqvist writes about the harbour.</p></article></body></html>"
#define NEXT(address) "<link rel=\"next\" href=\"" address "\">"

typedef struct
{
  CutTestNotebook base;
  CutTestServer *server;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->base, data);
  self->server = cut_test_server_new (NULL, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  cut_test_server_free (self->server);
  cut_test_notebook_tear_down (&self->base, data);
}

static void
serve (Fixture    *self,
       const char *path,
       const char *page)
{
  cut_test_server_serve (self->server, path, 200, "text/html; charset=utf-8", page, -1);
}

static CutClipResult *
clip (Fixture    *self,
      const char *path)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;
  CutClipResult *result;

  request->url = cut_test_server_get_url (self->server, path);
  result = cut_notebook_clip (self->base.notebook, request, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static CutReading *
get_reading (Fixture       *self,
             CutClipResult *result)
{
  g_autoptr (GError) error = NULL;
  CutReading *reading = cut_notebook_read (self->base.notebook, cut_record_get_id (result->capture), &error);

  g_assert_no_error (error);
  return reading;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    n++, text += strlen (part);
  return n;
}

/* Every block is the line that stands where it says. */
static void
assert_blocks_fit (const char *text,
                   GPtrArray  *blocks)
{
  guint at = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpuint (block->start, ==, at);
      if (block->end == block->start)
        continue;
      at = block->end + 1;
      g_assert_true (at > (guint) g_utf8_strlen (text, -1) || *g_utf8_offset_to_pointer (text, block->end) == '\n');
    }
  g_assert_cmpuint (at, ==, (guint) g_utf8_strlen (text, -1) + 1);
}

/* Returns: (transfer full): the bytes kept of the page at @path */
static GBytes *
get_kept (Fixture       *self,
          CutClipResult *result,
          const char    *path)
{
  g_autofree char *url = cut_test_server_get_url (self->server, path);
  g_autoptr (JsonNode) node = cut_json_parse (cut_capture_get_resources (CUT_CAPTURE (result->capture)), -1, NULL);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (cut_json_get_string (object, "url"), url) != 0)
        continue;
      g_assert_cmpstr (cut_json_get_string (object, "content_type"), ==, "text/html; charset=utf-8");
      return cut_notebook_blob (self->base.notebook, cut_json_get_string (object, "sha256"), NULL);
    }
  return NULL;
}

static void
test_three_pages (Fixture       *self,
                  gconstpointer  data)
{
  const char second[] = PAGE (SECOND, NEXT ("/story/3"));
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) last = NULL;
  const char *before, *after;

  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  serve (self, "/story/2", second);
  serve (self, "/story/3", PAGE (THIRD, NEXT ("/story/2")));
  result = clip (self, "/story");
  g_assert_cmpuint (result->warnings->len, ==, 0);
  reading = get_reading (self, result);
  before = strstr (reading->text, "named two officials");
  after = strstr (reading->text, "Neither of the two");
  g_assert_true (before != NULL && after != NULL && before < after && after < strstr (reading->text, "Residents of the south bank"));
  g_assert_cmpuint (count (reading->text, "Board admits second leak"), <=, 1);
  g_assert_cmpuint (count (reading->text, "By Ada Lindqvist"), <=, 1);
  g_assert_cmpuint (count (reading->text, "writes about the harbour"), <=, 1);
  assert_blocks_fit (reading->text, reading->blocks);
  kept = get_kept (self, result, "/story/2");
  last = get_kept (self, result, "/story/3");
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), second, strlen (second));
  g_assert_nonnull (last);
  cut_test_assert_verifies (self->base.path);
}

/* The first page alone is no sign that nothing changed. */
static void
test_later_page_changed (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) same = NULL;
  g_autoptr (CutClipResult) changed = NULL;

  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  serve (self, "/story/2", PAGE (SECOND, ""));
  first = clip (self, "/story");
  same = clip (self, "/story");
  serve (self, "/story/2", PAGE (THIRD, ""));
  changed = clip (self, "/story");
  g_assert_cmpint (first->status, ==, CUT_CLIPPED_NEW);
  g_assert_cmpint (same->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpint (changed->status, ==, CUT_CLIPPED_NEW_CAPTURE);
}

static void
assert_stops_after_first (Fixture    *self,
                          const char *named)
{
  g_autoptr (CutClipResult) result = clip (self, "/story");
  g_autoptr (CutReading) reading = get_reading (self, result);

  g_assert_cmpuint (result->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (result->warnings, 0), named));
  g_assert_nonnull (strstr (cut_capture_get_warning (CUT_CAPTURE (result->capture)), "Page 2"));
  g_assert_null (cut_capture_get_verdict (CUT_CAPTURE (result->capture)));
  g_assert_nonnull (strstr (reading->text, "named two officials"));
  g_assert_null (strstr (reading->text, "Residents"));
}

static void
test_missing_page (Fixture       *self,
                   gconstpointer  data)
{
  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  assert_stops_after_first (self, "/story/2");
}

/* A page that asks whether somebody is human is kept, and is none of the article. */
static void
test_wall_behind (Fixture       *self,
                  gconstpointer  data)
{
  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  serve (self, "/story/2", "<!doctype html><html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p>"
                                "<form class=\"challenge-form\"></form></body></html>");
  assert_stops_after_first (self, "/story/2");
}

static void
test_elsewhere (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutTestTrap) trap = cut_test_trap_new ("127.0.0.1");
  g_autofree char *page = g_strdup_printf (PAGE (FIRST, NEXT ("http://127.0.0.1:%u/story/2")), cut_test_trap_get_port (trap));
  g_autoptr (CutClipResult) result = NULL;

  serve (self, "/story", page);
  result = clip (self, "/story");
  g_assert_null (cut_capture_get_resources (CUT_CAPTURE (result->capture)));
  cut_test_trap_assert_untouched (trap);
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) result = NULL;

  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  for (guint i = 2; i < 30; i++)
    {
      g_autofree char *path = g_strdup_printf ("/story/%u", i);
      g_autofree char *page = g_strdup_printf (PAGE (SECOND "<p>This is what stands on page number %u of the article, and nowhere else in it.</p>", NEXT ("/story/%u")), i + 1, i);

      serve (self, path, page);
    }
  result = clip (self, "/story");
  g_assert_cmpuint (cut_test_server_count (self->server, "/story/20"), ==, 1);
  g_assert_cmpuint (cut_test_server_count (self->server, "/story/21"), ==, 0);
  g_assert_cmpint (result->status, ==, CUT_CLIPPED_NEW);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  serve (self, "/story", PAGE (FIRST, NEXT ("/story/2")));
  cut_test_server_raw (self->server, "/story/2", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n<p>", -1, CUT_TEST_HOLD);
  request->url = cut_test_server_get_url (self->server, "/story");
  cut_notebook_clip_async (self->base.notebook, request, progress, cut_test_result_cb, &result);
  cut_test_server_wait (self->server, "/story/2", 1);
  g_cancellable_cancel (cut_progress_get_cancellable (progress));
  done = cut_test_await (&result);
  g_assert_null (cut_notebook_clip_finish (self->base.notebook, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CLIP), ==, 0);
}

/* Pages that are no articles. */

static void
test_wall (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) result = NULL;
  CutCapture *capture;

  serve (self, "/wall", "<!doctype html><html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p>"
                        "<form class=\"challenge-form\"></form></body></html>");
  result = clip (self, "/wall");
  capture = CUT_CAPTURE (result->capture);
  g_assert_cmpstr (cut_capture_get_verdict (capture), ==, "bot-wall");
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (result->clip)), ==, "Just a moment...");
  g_assert_cmpuint (result->warnings->len, ==, 1);
  g_assert_cmpstr (cut_capture_get_warning (capture), ==, g_ptr_array_index (result->warnings, 0));
}

/* A reader that runs out of time loses nothing that was fetched. */
static void
test_unread (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GString) page = g_string_new ("<!doctype html><title>Deep</title>");
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (GBytes) kept = NULL;

  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (page, "<p class=c%u>word <b>word</b> word", i);
  cut_extractor_set_limits (self->base.notebook->extractor, 1, 200 * 1024 * 1024);
  serve (self, "/deep", page->str);
  result = clip (self, "/deep");
  g_assert_cmpstr (cut_capture_get_verdict (CUT_CAPTURE (result->capture)), ==, "unread");
  kept = cut_notebook_blob (self->base.notebook, cut_capture_get_sha256 (CUT_CAPTURE (result->capture)), NULL);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, page->len);
}

/* The rules of joining, without a network. */

static void
add_line (CutArticle   *article,
          CutBlockRole  role,
          const char   *line)
{
  guint start = (guint) g_utf8_strlen (article->text, -1) + (*article->text != '\0');
  char *text = *article->text != '\0' ? g_strconcat (article->text, "\n", line, NULL) : g_strdup (line);
  g_autofree char *html = g_strdup_printf ("%s<p>%s</p>\n", article->html != NULL ? article->html : "", line);

  g_free (article->text);
  article->text = text;
  g_free (article->html);
  article->html = g_steal_pointer (&html);
  g_ptr_array_add (article->blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, role, start, start + (guint) g_utf8_strlen (line, -1)));
}

static void
add_picture (CutArticle *article,
             const char *url)
{
  guint at = (guint) g_utf8_strlen (article->text, -1) + (*article->text != '\0');
  CutBlock *block = cut_block_new (CUT_BLOCK_CAPTION, CUT_ROLE_CAPTION, at, at);

  block->image = g_strdup (url);
  g_ptr_array_add (article->blocks, block);
  g_ptr_array_add (article->images, g_strdup (url));
}

static void
test_seam (void)
{
  g_autoptr (CutArticle) article = cut_article_new ();
  g_autoptr (CutArticle) page = cut_article_new ();
  const CutBlock *last;

  add_line (article, CUT_ROLE_TITLE, "Ünits");
  add_line (article, CUT_ROLE_BODY, "One.");
  add_line (article, CUT_ROLE_FURNITURE, "Read on");
  add_line (article, CUT_ROLE_BODY, "Two.");
  add_line (article, CUT_ROLE_BODY, "The author.");
  add_line (page, CUT_ROLE_TITLE, "Ünits, page 2");
  add_line (page, CUT_ROLE_BODY, "Three.");
  add_line (page, CUT_ROLE_FURNITURE, "Read on");
  add_picture (page, "https://example.org/a.png");
  add_line (page, CUT_ROLE_BODY, "One.");
  add_line (page, CUT_ROLE_BODY, "The author.");
  cut_block_add_span (g_ptr_array_index (page->blocks, 4), CUT_SPAN_STRONG, 29, 32, NULL);
  page->next_url = g_strdup ("https://example.org/3");
  cut_join_page (article, page);
  g_assert_cmpstr (article->text, ==, "Ünits\nOne.\nRead on\nTwo.\nThree.\nOne.\nThe author.");
  g_assert_cmpstr (article->next_url, ==, "https://example.org/3");
  g_assert_cmpuint (article->images->len, ==, 1);
  g_assert_cmpuint (count (article->html, "The author."), ==, 1);
  g_assert_cmpuint (count (article->html, "Read on"), ==, 1);
  g_assert_null (strstr (article->html, "page 2"));
  assert_blocks_fit (article->text, article->blocks);
  last = g_ptr_array_index (article->blocks, article->blocks->len - 2);
  g_assert_cmpuint (g_array_index (last->spans, CutSpan, 0).start, ==, last->start);
}

static void
test_picture_at_end (void)
{
  g_autoptr (CutArticle) article = cut_article_new ();
  g_autoptr (CutArticle) page = cut_article_new ();
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;

  add_line (article, CUT_ROLE_BODY, "One.");
  add_line (page, CUT_ROLE_BODY, "Two.");
  add_picture (page, "https://example.org/a.png");
  cut_join_page (article, page);
  g_assert_cmpstr (article->text, ==, "One.\nTwo.");
  json = cut_blocks_to_json (article->blocks);
  read = cut_blocks_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((CutBlock *) g_ptr_array_index (read, 2))->end, ==, 9);
}

#define TEST(name, func) g_test_add ("/notebook/join/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notebook/join/seam", test_seam);
  g_test_add_func ("/notebook/join/picture-at-end", test_picture_at_end);
  TEST ("three-pages", test_three_pages);
  TEST ("later-page-changed", test_later_page_changed);
  TEST ("missing-page", test_missing_page);
  TEST ("wall-behind", test_wall_behind);
  TEST ("elsewhere", test_elsewhere);
  TEST ("many", test_many);
  TEST ("cancelled", test_cancelled);
  TEST ("wall", test_wall);
  TEST ("unread", test_unread);
  return g_test_run ();
}

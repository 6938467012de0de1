/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-test-notebook.h"
#include "cut-test-server.h"

#define PARAGRAPHS                                                                                               \
  "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the " \
  "first, according to minutes seen by this newspaper on Tuesday.</p>"                                          \
  "<p>The minutes name two officials who knew earlier, and say that neither of them was asked to write a report " \
  "about it, or to tell the neighbours of the tank what had happened.</p>"                                      \
  "<p>The board did not answer questions about the age of the tank. Its last inspection was in 2011, the "       \
  "register shows, and the next one had been put off three times since then.</p>"

#define PAGE(body)                                                                                           \
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Board admits second leak</title>"      \
  "<meta property=\"article:published_time\" content=\"2024-03-12T08:00:00Z\"></head>"                         \
  "<body><article><h1>Board admits second leak</h1>" body "</article></body></html>"

/* The smallest PNG: one pixel. */
static const guint8 png[] = {
  0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
  0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x62, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d,
  0xb4, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
};

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

static CutClipResult *
clip (Fixture        *self,
      CutClipRequest *request)
{
  g_autoptr (GError) error = NULL;
  CutClipResult *result = cut_notebook_clip (self->base.notebook, request, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static CutClipResult *
clip_path (Fixture    *self,
           const char *path)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();

  request->url = cut_test_server_get_url (self->server, path);
  return clip (self, request);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const void *data,
            gssize      length)
{
  char *path = g_build_filename (self->base.folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_error_of_file (Fixture    *self,
                      const char *name,
                      const void *data,
                      gssize      length,
                      int         code)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;

  request->path = write_file (self, name, data, length);
  g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) result = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutClipResult) again = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GBytes) blob = NULL;
  g_autoptr (GBytes) warc = NULL;
  g_autoptr (GError) error = NULL;
  CutCapture *capture = CUT_CAPTURE (result->capture);

  g_assert_cmpint (result->status, ==, CUT_CLIPPED_NEW);
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (result->clip)), ==, "Harbour board admits second leak");
  g_assert_cmpstr (cut_capture_get_how (capture), ==, "paste");
  g_assert_cmpstr (cut_capture_get_content_type (capture), ==, "text/plain");
  g_assert_cmpint (cut_capture_get_bytes (capture), ==, strlen (CUT_TEST_ARTICLE));
  blob = cut_notebook_blob (self->base.notebook, cut_capture_get_sha256 (capture), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob), CUT_TEST_ARTICLE, strlen (CUT_TEST_ARTICLE));
  warc = cut_notebook_blob (self->base.notebook, cut_capture_get_warc_sha256 (capture), &error);
  g_assert_no_error (error);
  reading = cut_notebook_read (self->base.notebook, cut_record_get_id (result->clip), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cut_capture_get_text_length (capture), ==, g_utf8_strlen (reading->text, -1));

  g_assert_cmpint (again->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpstr (cut_record_get_id (again->capture), ==, cut_record_get_id (result->capture));
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CAPTURE), ==, 1);
}

static void
test_html_bytes (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  request->bytes = g_bytes_new_static (PAGE (PARAGRAPHS), strlen (PAGE (PARAGRAPHS)));
  request->url = g_strdup ("https://paper.example/leak");
  request->how = g_strdup ("browser");
  result = clip (self, request);
  g_assert_cmpstr (cut_capture_get_how (CUT_CAPTURE (result->capture)), ==, "browser");
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (result->clip)), ==, "Board admits second leak");
  g_assert_cmpstr (cut_clip_get_url (CUT_CLIP (result->clip)), ==, "https://paper.example/leak");
  reading = cut_notebook_read (self->base.notebook, cut_record_get_id (result->clip), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (reading->text, "a second tank leaked in March"));
}

static void
test_user_says (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (CutClipResult) again = NULL;
  CutDate *published;

  request->bytes = g_bytes_new_static (PAGE (PARAGRAPHS), strlen (PAGE (PARAGRAPHS)));
  request->title = g_strdup ("My title");
  request->published = cut_date_new ("2018-11-23", CUT_DATE_UNKNOWN, NULL, NULL);
  result = clip (self, request);
  published = cut_clip_get_published (CUT_CLIP (result->clip));
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (result->clip)), ==, "My title");
  g_assert_cmpstr (cut_date_get_value (published), ==, "2018-11-23");
  g_assert_cmpstr (cut_date_get_origin (published), ==, "user");
  g_assert_nonnull (strstr (cut_clip_get_origins (CUT_CLIP (result->clip)), "\"title\":\"user\""));

  /* The same bytes again, now for a story: it is put there. */
  cut_test_commit_one (self->base.notebook, "New Story", story);
  request->story = g_strdup (cut_record_get_id (story));
  again = clip (self, request);
  g_assert_cmpint (again->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpstr (cut_clip_get_stories (CUT_CLIP (again->clip))[0], ==, cut_record_get_id (story));
}

static void
test_fetch (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) same = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutRecord) mark = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = cut_test_server_get_url (self->server, "/old");
  CutCapture *capture;
  guint start, end;

  cut_test_server_serve (self->server, "/leak", 200, "text/html; charset=utf-8", PAGE (PARAGRAPHS "<img src=\"/a.png\" alt=\"Tank\">" "<img src=\"/gone.png\">"), -1);
  cut_test_server_add_header (self->server, "/leak", "Set-Cookie", "id=secret");
  cut_test_server_serve (self->server, "/a.png", 200, "image/png", png, sizeof png);
  cut_test_server_redirect (self->server, "/old", 301, "/leak");
  first = clip_path (self, "/old");
  capture = CUT_CAPTURE (first->capture);
  g_assert_cmpint (first->status, ==, CUT_CLIPPED_NEW);
  g_assert_cmpstr (cut_capture_get_how (capture), ==, "fetcher");
  g_assert_cmpint (cut_capture_get_status (capture), ==, 200);
  g_assert_cmpstr (cut_capture_get_url (capture), ==, asked);
  g_assert_true (g_str_has_suffix (cut_capture_get_final_url (capture), "/leak"));
  g_assert_nonnull (strstr (cut_capture_get_redirects (capture), "\"status\":301"));
  g_assert_nonnull (strstr (cut_capture_get_headers (capture), "Content-Type"));
  g_assert_null (strstr (cut_capture_get_headers (capture), "secret"));
  g_assert_nonnull (cut_capture_get_remote_address (capture));
  g_assert_nonnull (strstr (cut_capture_get_resources (capture), "\"content_type\":\"image/png\""));
  /* The picture that is not there is said, and harms nothing. */
  g_assert_cmpuint (first->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (first->warnings, 0), "/gone.png"));

  same = clip_path (self, "/leak");
  g_assert_cmpint (same->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpstr (cut_record_get_id (same->capture), ==, cut_record_get_id (first->capture));

  reading = cut_notebook_read (self->base.notebook, cut_record_get_id (first->clip), &error);
  g_assert_cmpuint (g_hash_table_size (reading->images), ==, 1);
  start = (guint) g_utf8_pointer_to_offset (reading->text, strstr (reading->text, "two officials"));
  cut_notebook_commit (self->base.notebook, cut_marking_annotate (reading, "quote", start, start + 13, NULL, &mark, &error), NULL, &error);
  g_assert_no_error (error);

  cut_test_server_serve (self->server, "/leak", 200, "text/html; charset=utf-8", PAGE ("<p>Correction: this article was changed on Wednesday, after the harbour board had sent a letter about it to the editor.</p>" PARAGRAPHS), -1);
  changed = clip_path (self, "/leak");
  g_assert_cmpint (changed->status, ==, CUT_CLIPPED_NEW_CAPTURE);
  g_assert_cmpstr (cut_record_get_id (changed->clip), ==, cut_record_get_id (first->clip));
  g_assert_cmpstr (cut_capture_get_previous (CUT_CAPTURE (changed->capture)), ==, cut_record_get_id (first->capture));
  g_clear_pointer (&reading, cut_reading_unref);
  reading = cut_notebook_read (self->base.notebook, cut_record_get_id (first->clip), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->captures->len, ==, 2);
  g_assert_cmpstr (cut_record_get_id (reading->capture), ==, cut_record_get_id (changed->capture));
  /* The mark made in the older capture is found where its words stand now. */
  g_assert_true (cut_reading_find_place (reading, cut_record_get_id (mark), &start, &end));
  g_assert_cmpuint (start, ==, g_utf8_pointer_to_offset (reading->text, strstr (reading->text, "two officials")));
}

static void
test_fetch_fails (Fixture       *self,
                  gconstpointer  data)
{
  static const struct
  {
    const char *path;
    const char *type;
    const char *body;
    unsigned status;
    int code;
  } cases[] = {
    { "/404", "text/html", "", 404, CUT_ERROR_NOT_FOUND },
    { "/pdf", "application/pdf", "%PDF-1.4 ...", 200, CUT_ERROR_UNSUPPORTED },
    { "/zip", "application/zip", "PK\3\4....", 200, CUT_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutClipRequest) request = cut_clip_request_new ();
      g_autoptr (GError) error = NULL;

      cut_test_server_serve (self->server, cases[i].path, cases[i].status, cases[i].type, cases[i].body, -1);
      request->url = cut_test_server_get_url (self->server, cases[i].path);
      g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
      g_assert_error (error, CUT_ERROR, cases[i].code);
    }
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CLIP), ==, 0);
}

/* What a server says in place of a page is evidence, and not what was asked for. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  static const unsigned statuses[] = { 401, 403, 404, 410, 451, 500, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refused-%u", statuses[i]);
      g_autofree char *number = g_strdup_printf ("(%u)", statuses[i]);
      g_autoptr (CutClipResult) result = NULL;

      cut_test_server_serve (self->server, path, statuses[i], "text/html", "<h1>Not now</h1><p>The keeper of the door has gone to lunch.</p>", -1);
      result = clip_path (self, path);
      g_assert_cmpint (result->status, ==, CUT_CLIPPED_NEW);
      g_assert_cmpstr (cut_capture_get_verdict (CUT_CAPTURE (result->capture)), ==, "error-page");
      g_assert_nonnull (strstr (result->refusal, number));
      g_assert_cmpuint (result->warnings->len, ==, 2);
    }
}

/* A page without words is kept as evidence, and said to be one. */
static void
test_no_words (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (CutClipResult) result = NULL;

  cut_test_server_serve (self->server, "/app", 200, "text/html", "<!doctype html><html><head><script>start()</script></head><body><div id=app></div></body></html>", -1);
  result = clip_path (self, "/app");
  g_assert_cmpint (result->status, ==, CUT_CLIPPED_NEW);
  g_assert_nonnull (cut_capture_get_warning (CUT_CAPTURE (result->capture)));
  g_assert_cmpuint (result->warnings->len, ==, 1);
  g_assert_nonnull (cut_clip_get_title (CUT_CLIP (result->clip)));
  g_assert_cmpstr (cut_capture_get_verdict (CUT_CAPTURE (result->capture)), ==, "script-only");
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  static const char *const nothing[] = { "", " \n\n ", "<p> </p>" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (CutClipRequest) request = cut_clip_request_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      g_clear_error (&error);
      request->bytes = g_bytes_new_static (nothing[i], strlen (nothing[i]));
      g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

static gboolean
has_resource (CutClipResult *result,
              const char    *url)
{
  const char *resources = cut_capture_get_resources (CUT_CAPTURE (result->capture));

  return resources != NULL && strstr (resources, url) != NULL;
}

/* Pictures beside a saved page come along, none from outside its folder. */
static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *page = write_file (self, "saved/leak.html", PAGE (PARAGRAPHS "<img src=\"leak_files/in%20side.png\" alt=\"Tank\"><img src=\"../outside.png\">"
                                      "<img src=\"leak_files/link.png\"><img src=\"leak_files/missing.png\">"), -1);
  g_autofree char *inside = write_file (self, "saved/leak_files/in side.png", png, sizeof png);
  g_autofree char *outside = write_file (self, "outside.png", png, sizeof png);
  g_autofree char *link = g_build_filename (self->base.folder, "saved", "leak_files", "link.png", NULL);
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  guint shown = 0;

  g_assert_cmpint (symlink (outside, link), ==, 0);
  request->path = g_strdup (page);
  result = clip (self, request);
  g_assert_cmpstr (cut_capture_get_how (CUT_CAPTURE (result->capture)), ==, "file");
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (result->clip)), ==, "Board admits second leak");
  g_assert_true (has_resource (result, "leak_files/in%20side.png"));
  g_assert_false (has_resource (result, "outside.png"));
  g_assert_false (has_resource (result, "link.png"));
  g_assert_null (cut_clip_get_url (CUT_CLIP (result->clip)));
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  reading = cut_notebook_read (self->base.notebook, cut_record_get_id (result->clip), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);

      if (block->image != NULL && g_hash_table_contains (reading->images, block->image))
        shown++;
      g_assert_true (block->image == NULL || strstr (block->image, ".invalid") == NULL);
    }
  g_assert_cmpuint (shown, ==, 1);
}

static void
test_unread_files (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;

  assert_error_of_file (self, "a.pdf", "%PDF-1.7\n", -1, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "a.warc", "WARC/1.1\r\n", -1, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "a.mhtml", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", -1, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "a.png", png, sizeof png, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "a.bin", "ab\0cd", 5, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "b.bin", "\1\2\3 ab", 6, CUT_ERROR_UNSUPPORTED);
  assert_error_of_file (self, "empty.html", "", 0, CUT_ERROR_INPUT);
  assert_error_of_file (self, "blank.html", " \n\t ", 4, CUT_ERROR_INPUT);
  request->path = g_build_filename (self->base.folder, "none.html", NULL);
  g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_free (request->path);
  request->path = g_strdup (self->base.folder);
  g_assert_null (cut_notebook_clip (self->base.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  cut_test_server_raw (self->server, "/slow", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>", -1, CUT_TEST_HOLD);
  request->url = cut_test_server_get_url (self->server, "/slow");
  cut_notebook_clip_async (self->base.notebook, request, progress, cut_test_result_cb, &result);
  cut_test_server_wait (self->server, "/slow", 1);
  g_cancellable_cancel (cut_progress_get_cancellable (progress));
  done = cut_test_await (&result);
  g_assert_null (cut_notebook_clip_finish (self->base.notebook, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CLIP), ==, 0);
  g_assert_null (cut_notebook_get_undo_label (self->base.notebook));
}

/* Closing does not wait for a slow server. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  cut_test_server_raw (self->server, "/slow", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>", -1, CUT_TEST_HOLD);
  request->url = cut_test_server_get_url (self->server, "/slow");
  cut_notebook_clip_async (self->base.notebook, request, NULL, cut_test_result_cb, &result);
  cut_test_server_wait (self->server, "/slow", 1);
  cut_notebook_close (self->base.notebook);
  done = cut_test_await (&result);
  g_assert_null (cut_notebook_clip_finish (self->base.notebook, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&done);
  cut_notebook_clip_async (self->base.notebook, request, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  g_assert_null (cut_notebook_clip_finish (self->base.notebook, done, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
}

static void
test_eight (Fixture       *self,
            gconstpointer  data)
{
  GAsyncResult *results[16] = { NULL };
  guint n_new = 0;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *path = g_strdup_printf ("/leak-%u", i);
      g_autofree char *page = g_strdup_printf (PAGE ("<p>Number %u of the harbour series that this newspaper began in the spring of the year before.</p>" PARAGRAPHS), i);

      cut_test_server_serve (self->server, path, 200, "text/html", page, -1);
    }
  /* Each address twice at the same time: still one clip. */
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (CutClipRequest) request = cut_clip_request_new ();
      g_autofree char *path = g_strdup_printf ("/leak-%u", i / 2);

      request->url = cut_test_server_get_url (self->server, path);
      cut_notebook_clip_async (self->base.notebook, request, NULL, cut_test_result_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) done = cut_test_await (&results[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CutClipResult) result = cut_notebook_clip_finish (self->base.notebook, done, &error);

      g_assert_no_error (error);
      n_new += result->status == CUT_CLIPPED_NEW;
    }
  g_assert_cmpuint (n_new, ==, 8);
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CLIP), ==, 8);
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CAPTURE), ==, 8);
}

static void
test_clip_again_after_undo (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (CutClipResult) first = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutClipResult) second = NULL;
  g_autoptr (CutClipResult) third = NULL;
  g_autoptr (GError) error = NULL;

  g_free (cut_notebook_undo (self->base.notebook, &error));
  g_assert_no_error (error);
  second = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_assert_cmpstr (cut_record_get_id (second->clip), !=, cut_record_get_id (first->clip));
  g_assert_cmpint (second->status, ==, CUT_CLIPPED_NEW);
  third = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_assert_cmpint (third->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpstr (cut_record_get_id (third->clip), ==, cut_record_get_id (second->clip));
}

static void
test_extract (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *html = write_file (self, "leak.html", PAGE (PARAGRAPHS), -1);
  g_autofree char *text = write_file (self, "leak.txt", CUT_TEST_ARTICLE, -1);
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) page = cut_notebook_extract (extractor, html, NULL, NULL, &error);
  g_autoptr (CutArticle) plain = cut_notebook_extract (extractor, text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "Board admits second leak");
  g_assert_cmpstr (plain->title, ==, "Harbour board admits second leak");
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CLIP), ==, 0);
}

#define TEST(name, func) g_test_add ("/notebook/clip/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("text", test_text);
  TEST ("html-bytes", test_html_bytes);
  TEST ("user-says", test_user_says);
  TEST ("fetch", test_fetch);
  TEST ("fetch-fails", test_fetch_fails);
  TEST ("refused", test_refused);
  TEST ("no-words", test_no_words);
  TEST ("nothing", test_nothing);
  TEST ("file", test_file);
  TEST ("unread-files", test_unread_files);
  TEST ("cancel", test_cancel);
  TEST ("close", test_close);
  TEST ("eight", test_eight);
  TEST ("clip-again-after-undo", test_clip_again_after_undo);
  TEST ("extract", test_extract);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-fetcher.h"
#include "cut-picture.h"
#include "cut-resources.h"
#include "cut-test-server.h"

/* Heads of pictures, as far as their size goes: 3 × 2 pixels each. */
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\2\x8\2\0\0\0"
#define GIF "GIF89a\3\0\2\0\0\0\0"
#define JPEG "\xff\xd8\xff\xe0\0\4ab\xff\xff\xc4\0\2\xff\xc0\0\x0b\x8\0\2\0\3\1\1\x11\0"
#define WEBP_LOSSY "RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\0\0\0\x9d\1\x2a\3\0\2\0"
#define WEBP_LOSSLESS "RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2f\2\x40\0\0"
#define WEBP_EXTENDED "RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\2\0\0\1\0\0"
#define AVIF "\0\0\0\x1c" "ftypmif1\0\0\0\0mif1avifmiaf"
#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"
#define BYTES(literal) literal, sizeof literal - 1

typedef struct
{
  CutTestServer *server;
  CutFetcher *fetcher;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = cut_test_server_new (NULL, NULL);
  self->fetcher = cut_fetcher_new ();
  cut_fetcher_count_as_public (self->fetcher, cut_test_server_get_host_port (self->server));
  cut_test_server_serve (self->server, "/a.png", 200, "text/html", BYTES (PNG));
  cut_test_server_serve (self->server, "/b.gif", 200, "image/gif", BYTES (GIF));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->fetcher);
  cut_test_server_free (self->server);
}

static void
test_inspect (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    CutPictureKind kind;
    unsigned width;
    unsigned height;
  } cases[] = {
    { BYTES (PNG), CUT_PICTURE_PNG, 3, 2 },
    { BYTES (GIF), CUT_PICTURE_GIF, 3, 2 },
    { BYTES (JPEG), CUT_PICTURE_JPEG, 3, 2 },
    { BYTES (WEBP_LOSSY), CUT_PICTURE_WEBP, 3, 2 },
    { BYTES (WEBP_LOSSLESS), CUT_PICTURE_WEBP, 3, 2 },
    { BYTES (WEBP_EXTENDED), CUT_PICTURE_WEBP, 3, 2 },
    { BYTES (AVIF), CUT_PICTURE_AVIF, 0, 0 },
    { BYTES (SVG), CUT_PICTURE_NONE, 0, 0 },
    { BYTES ("<html>"), CUT_PICTURE_NONE, 0, 0 },
    { BYTES ("BM\0\0\0\0"), CUT_PICTURE_NONE, 0, 0 },
    { BYTES ("\0\0\0\x18" "ftypisom\0\0\0\0isom"), CUT_PICTURE_NONE, 0, 0 },
    { "", 0, CUT_PICTURE_NONE, 0, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length <= cases[i].length; length++)
      {
        /* Copied to its own size, so that a read beyond the end is found. */
        g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, length);
        unsigned width;
        unsigned height;
        CutPictureKind kind = cut_picture_inspect (bytes, &width, &height);
        if (length < cases[i].length)
          continue;
        g_assert_cmpint (kind, ==, cases[i].kind);
        g_assert_cmpuint (width, ==, cases[i].width);
        g_assert_cmpuint (height, ==, cases[i].height);
      }
}

static GPtrArray *
fetch (Fixture *self, const char *const *paths)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GPtrArray *resources;

  for (; *paths != NULL; paths++)
    g_ptr_array_add (urls, cut_test_server_get_url (self->server, *paths));
  g_ptr_array_add (urls, NULL);
  resources = cut_fetch_session_fetch_pictures (clip, (const char *const *) urls->pdata, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return resources;
}

static const CutResource *
at (GPtrArray *resources, unsigned i)
{
  return resources->pdata[i];
}

static void
test_pictures (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/a.png", "/gone.png", "/b.gif", "/page.png", "/x.svg", "/a.png", NULL };
  g_autoptr (GPtrArray) resources = NULL;
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) BYTES (PNG));

  cut_test_server_serve (self->server, "/page.png", 200, "image/png", "<html>no picture", -1);
  cut_test_server_serve (self->server, "/x.svg", 200, "image/svg+xml", SVG, -1);
  resources = fetch (self, paths);
  g_assert_cmpuint (resources->len, ==, 6);
  g_assert_no_error (at (resources, 0)->error);
  g_assert_cmpstr (at (resources, 0)->content_type, ==, "image/png");
  g_assert_cmpstr (at (resources, 0)->sha256, ==, digest);
  g_assert_cmpuint (at (resources, 0)->width, ==, 3);
  g_assert_cmpuint (at (resources, 0)->fetched->status, ==, 200);
  g_assert_error (at (resources, 1)->error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_assert_cmpstr (at (resources, 2)->content_type, ==, "image/gif");
  g_assert_error (at (resources, 3)->error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
  g_assert_error (at (resources, 4)->error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
  g_assert_null (at (resources, 4)->bytes);
  g_assert_true (g_bytes_equal (at (resources, 5)->bytes, at (resources, 0)->bytes));
  g_assert_cmpuint (cut_test_server_count (self->server, "/a.png"), ==, 1);
}

static void
test_request (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autofree char *page = cut_test_server_get_url (self->server, "/page");
  g_autofree char *picture = cut_test_server_get_url (self->server, "/a.png");
  const char *urls[] = { picture, NULL };
  g_autoptr (CutFetched) fetched = NULL;
  g_autoptr (GPtrArray) resources = NULL;
  g_autofree char *cookie = NULL;
  g_autofree char *referer = NULL;

  cut_test_server_serve (self->server, "/page", 200, "text/html", "<p>Page", -1);
  cut_test_server_add_header (self->server, "/page", "Set-Cookie", "s=1");
  fetched = cut_fetch_session_fetch (clip, page, CUT_FETCH_DEFAULT, NULL, NULL, NULL, NULL);
  resources = cut_fetch_session_fetch_pictures (clip, urls, NULL, NULL, NULL, NULL);
  cookie = cut_test_server_get_request_header (self->server, "/a.png", "Cookie");
  referer = cut_test_server_get_request_header (self->server, "/a.png", "Referer");
  g_assert_cmpstr (cookie, ==, "s=1");
  g_assert_null (referer);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/a.png", "/b.gif", "/c.png", NULL };
  CutFetchLimits limits;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) small = NULL;
  g_autoptr (GPtrArray) little = NULL;

  cut_test_server_serve (self->server, "/c.png", 200, "image/png", BYTES (PNG));
  cut_fetcher_get_limits (self->fetcher, &limits);
  limits.pictures = 2;
  cut_fetcher_set_limits (self->fetcher, &limits);
  few = fetch (self, paths);
  g_assert_no_error (at (few, 1)->error);
  g_assert_error (at (few, 2)->error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
  g_assert_cmpuint (cut_test_server_count (self->server, "/c.png"), ==, 0);
  limits.pictures = 10;
  limits.picture_bytes = sizeof GIF;
  cut_fetcher_set_limits (self->fetcher, &limits);
  small = fetch (self, paths);
  g_assert_error (at (small, 0)->error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
  g_assert_no_error (at (small, 1)->error);
  limits.picture_bytes = 1000;
  limits.pictures_bytes = sizeof PNG + sizeof GIF;
  cut_fetcher_set_limits (self->fetcher, &limits);
  little = fetch (self, paths);
  g_assert_cmpuint ((at (little, 0)->error == NULL) + (at (little, 1)->error == NULL) + (at (little, 2)->error == NULL), ==, 2);
}

static void
test_all_at_once_end (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/mute1", "/a.png", "/mute2", "/mute3", "/mute4", "/mute5", "/b.gif", NULL };
  CutFetchLimits limits;
  g_autoptr (GPtrArray) resources = NULL;

  for (unsigned i = 1; i <= 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/mute%u", i);
      cut_test_server_raw (self->server, path, "HTTP/1.1 200 OK\r\n", -1, CUT_TEST_HOLD);
    }
  cut_fetcher_get_limits (self->fetcher, &limits);
  limits.total_ms = 300;
  cut_fetcher_set_limits (self->fetcher, &limits);
  resources = fetch (self, paths);
  g_assert_cmpuint (resources->len, ==, 7);
  g_assert_no_error (at (resources, 1)->error);
  for (unsigned i = 2; i < 7; i++)
    g_assert_error (at (resources, i)->error, CUT_ERROR, CUT_ERROR_TIMEOUT);
}

static void
test_parallel (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/m1", "/m2", "/m3", "/m4", "/m5", "/m6", NULL };
  CutFetchLimits limits;
  g_autoptr (GPtrArray) resources = NULL;

  for (unsigned i = 0; paths[i] != NULL; i++)
    cut_test_server_raw (self->server, paths[i], "", 0, CUT_TEST_HOLD);
  cut_fetcher_get_limits (self->fetcher, &limits);
  limits.total_ms = 300;
  cut_fetcher_set_limits (self->fetcher, &limits);
  resources = fetch (self, paths);
  g_assert_cmpuint (cut_test_server_count (self->server, NULL), ==, 4);
}

typedef struct
{
  CutTestServer *server;
  GCancellable *cancellable;
} Canceller;

static gpointer
cancel_thread (gpointer data)
{
  Canceller *canceller = data;

  cut_test_server_wait (canceller->server, "/mute", 1);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { self->server, cancellable };
  g_autofree char *mute = cut_test_server_get_url (self->server, "/mute");
  const char *urls[] = { mute, NULL };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  cut_test_server_raw (self->server, "/mute", "", 0, CUT_TEST_HOLD);
  thread = g_thread_new ("cancel", cancel_thread, &canceller);
  g_assert_null (cut_fetch_session_fetch_pictures (clip, urls, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
count_cb (unsigned done, unsigned total, gpointer data)
{
  unsigned *last = data;

  g_assert_cmpuint (done, ==, *last + 1);
  g_assert_cmpuint (total, ==, 4);
  *last = done;
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autofree char *picture = cut_test_server_get_url (self->server, "/a.png");
  const char *urls[] = { picture, picture, "relative.png", "not an address", NULL };
  g_autoptr (GPtrArray) resources = NULL;
  unsigned last = 0;

  resources = cut_fetch_session_fetch_pictures (clip, urls, count_cb, &last, NULL, NULL);
  g_assert_cmpuint (last, ==, 4);
  g_assert_error (at (resources, 2)->error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_error (at (resources, 3)->error, CUT_ERROR, CUT_ERROR_INPUT);
}

#define ADD(name, function) g_test_add ("/net/resources/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/resources/inspect", test_inspect);
  ADD ("pictures", test_pictures);
  ADD ("request", test_request);
  ADD ("limits", test_limits);
  ADD ("all-at-once-end", test_all_at_once_end);
  ADD ("parallel", test_parallel);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-fetcher.h"
#include "cut-limits.h"
#include "cut-test-server.h"

#define PAGE "<!doctype html><title>Harbour</title><p>The ferry was late again."

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
  cut_test_server_serve (self->server, "/page", 200, "text/html; charset=utf-8", PAGE, -1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->fetcher);
  cut_test_server_free (self->server);
}

static CutFetched *
fetch (Fixture *self, const char *path, GError **error)
{
  g_autofree char *url = cut_test_server_get_url (self->server, path);

  return cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, error);
}

static CutFetched *
fetch_well (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  CutFetched *fetched = fetch (self, path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (fetched);
  return fetched;
}

/* The sentence must name the server and be one. */
static void
fetch_badly (Fixture *self, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  CutFetched *fetched = fetch (self, path, &error);

  g_assert_null (fetched);
  g_assert_error (error, CUT_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
}

static void
assert_bytes (GBytes *bytes, const char *expected)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (data, length, expected, strlen (expected));
}

static void
limit (Fixture *self, unsigned idle_ms, unsigned total_ms, gsize body_bytes)
{
  CutFetchLimits limits;

  cut_fetcher_get_limits (self->fetcher, &limits);
  limits.idle_ms = idle_ms;
  limits.total_ms = total_ms;
  limits.body_bytes = body_bytes;
  cut_fetcher_set_limits (self->fetcher, &limits);
}

/* --- What comes back ---------------------------------------------------------------------- */

static void
test_page (Fixture *self, gconstpointer data)
{
  gint64 before = g_get_real_time () / 1000;
  g_autoptr (CutFetched) fetched = fetch_well (self, "/page");
  g_autofree char *url = cut_test_server_get_url (self->server, "/page");

  g_assert_cmpstr (fetched->url, ==, url);
  g_assert_cmpstr (fetched->final_url, ==, url);
  g_assert_cmpuint (fetched->hops->len, ==, 0);
  g_assert_cmpuint (fetched->status, ==, 200);
  g_assert_cmpstr (fetched->reason, ==, "OK");
  g_assert_cmpstr (fetched->http_version, ==, "1.1");
  g_assert_cmpstr (fetched->content_type, ==, "text/html; charset=utf-8");
  g_assert_cmpstr (fetched->remote_address, ==, "127.0.0.1");
  g_assert_cmpint (fetched->started, >=, before);
  g_assert_cmpint (fetched->ended, >=, fetched->started);
  g_assert_cmpint (ABS (fetched->server_date - fetched->started), <, 10000);
  g_assert_null (fetched->tls_version);
  g_assert_null (fetched->certificate_pem);
  g_assert_false (fetched->incomplete);
  assert_bytes (fetched->body, PAGE);
  assert_bytes (fetched->raw, PAGE);
}

static void
test_request (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetched) fetched = fetch_well (self, "/page");
  g_autofree char *agent = cut_test_server_get_request_header (self->server, "/page", "User-Agent");
  g_autofree char *encoding = cut_test_server_get_request_header (self->server, "/page", "Accept-Encoding");
  static const char *const unsent[] = { "Referer", "Cookie", "Authorization", "Accept-Language", "Origin" };

  g_assert_true (g_str_has_prefix (agent, "Cuttings/"));
  g_assert_true (g_str_has_suffix (agent, " (+https://cuttings.app)"));
  g_assert_cmpstr (encoding, ==, "gzip, deflate");
  g_assert_cmpstr (cut_headers_get (fetched->request_headers, "user-agent"), ==, agent);
  for (size_t i = 0; i < G_N_ELEMENTS (unsent); i++)
    {
      g_autofree char *value = cut_test_server_get_request_header (self->server, "/page", unsent[i]);
      g_assert_null (value);
    }
  g_assert_cmpuint (cut_test_server_count (self->server, NULL), ==, 1);
}

static void
test_user_agent (Fixture *self, gconstpointer data)
{
  g_autofree char *agent = NULL;

  cut_fetcher_set_user_agent (self->fetcher, "Desk/1\r\nX-Evil: 1");
  cut_fetched_unref (fetch_well (self, "/page"));
  agent = cut_test_server_get_request_header (self->server, "/page", "User-Agent");
  g_assert_cmpstr (agent, ==, "Desk/1  X-Evil: 1");
}

static void
test_headers_in_order (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetched) fetched = NULL;
  const CutHeader *header;

  cut_test_server_raw (self->server, "/order", "HTTP/1.1 200 Fine\r\nX-B: 1\r\nx-a: 2\r\nX-B: 3\r\nContent-Length: 2\r\n\r\nhi", -1, CUT_TEST_CLOSE);
  fetched = fetch_well (self, "/order");
  g_assert_cmpstr (fetched->reason, ==, "Fine");
  g_assert_cmpuint (fetched->headers->len, ==, 4);
  header = fetched->headers->pdata[1];
  g_assert_cmpstr (header->value, ==, "1");
  header = fetched->headers->pdata[2];
  g_assert_cmpstr (header->name, ==, "x-a");
  header = fetched->headers->pdata[3];
  g_assert_cmpstr (header->value, ==, "3");
}

static void
test_gzip (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) packed = cut_test_gzip (PAGE, strlen (PAGE));
  g_autoptr (CutFetched) fetched = NULL;

  cut_test_server_serve (self->server, "/gzip", 200, "text/html", g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  cut_test_server_add_header (self->server, "/gzip", "Content-Encoding", "gzip");
  fetched = fetch_well (self, "/gzip");
  assert_bytes (fetched->body, PAGE);
  g_assert_true (g_bytes_equal (fetched->raw, packed));
  g_assert_cmpstr (fetched->content_encoding, ==, "gzip");
}

static void
test_chunked (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetched) fetched = NULL;

  cut_test_server_raw (self->server, "/chunked",
                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nHello\r\n00007\r\n, world\r\n0\r\nX-T: 1\r\n\r\n",
                       -1, CUT_TEST_HOLD);
  fetched = fetch_well (self, "/chunked");
  assert_bytes (fetched->body, "Hello, world");
}

static void
test_old_http (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetched) fetched = NULL;

  cut_test_server_raw (self->server, "/old", "HTTP/1.0 200 OK\r\n\r\nuntil the end", -1, CUT_TEST_CLOSE);
  fetched = fetch_well (self, "/old");
  assert_bytes (fetched->body, "until the end");
  g_assert_cmpstr (fetched->http_version, ==, "1.0");
}

static void
test_progress_cb (guint64 bytes, gpointer data)
{
  *(guint64 *) data = bytes;
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autofree char *url = cut_test_server_get_url (self->server, "/big");
  g_autofree char *big = g_strnfill (300 * 1024, 'x');
  g_autoptr (CutFetched) fetched = NULL;
  guint64 bytes = 0;

  cut_test_server_serve (self->server, "/big", 200, "text/plain", big, -1);
  fetched = cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, test_progress_cb, &bytes, NULL, NULL);
  g_assert_nonnull (fetched);
  g_assert_cmpuint (bytes, ==, 300 * 1024);
}

/* --- Redirects ---------------------------------------------------------------------------- */

static void
test_redirects (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetched) fetched = NULL;
  const CutHop *hop;

  cut_test_server_redirect (self->server, "/a", 301, "/b?x=1");
  cut_test_server_redirect (self->server, "/b", 302, "sub/c");
  cut_test_server_redirect (self->server, "/sub/c", 308, "../page#there");
  fetched = fetch_well (self, "/a");
  g_assert_cmpuint (fetched->hops->len, ==, 3);
  hop = fetched->hops->pdata[1];
  g_assert_cmpuint (hop->status, ==, 302);
  g_assert_true (g_str_has_suffix (hop->url, "/b?x=1"));
  g_assert_cmpstr (cut_headers_get (hop->headers, "Location"), ==, "sub/c");
  g_assert_true (g_str_has_suffix (fetched->final_url, "/page#there"));
  assert_bytes (fetched->body, PAGE);
}

static void
test_redirect_limit (Fixture *self, gconstpointer data)
{
  for (unsigned i = 0; i < 12; i++)
    {
      g_autofree char *from = g_strdup_printf ("/hop%u", i);
      g_autofree char *to = g_strdup_printf ("/hop%u", i + 1);
      cut_test_server_redirect (self->server, from, 302, to);
    }
  cut_test_server_serve (self->server, "/hop12", 200, "text/html", PAGE, -1);
  cut_fetched_unref (fetch_well (self, "/hop2"));
  fetch_badly (self, "/hop1", CUT_ERROR_NETWORK);
}

static void
test_redirect_loop (Fixture *self, gconstpointer data)
{
  cut_test_server_redirect (self->server, "/tick", 302, "/tock");
  cut_test_server_redirect (self->server, "/tock", 302, "/tick");
  fetch_badly (self, "/tick", CUT_ERROR_NETWORK);
  g_assert_cmpuint (cut_test_server_count (self->server, "/tick"), ==, 2);
}

static void
test_redirect_refused (Fixture *self, gconstpointer data)
{
  static const char *const targets[] = { "file:///etc/passwd", "data:text/html,hi", "ftp://example.org/", "javascript:alert(1)",
                                         "mailto:a@example.org" };

  for (size_t i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      cut_test_server_redirect (self->server, "/away", 302, targets[i]);
      fetch_badly (self, "/away", CUT_ERROR_REFUSED);
    }
  cut_test_server_redirect (self->server, "/nowhere", 302, "http://");
  fetch_badly (self, "/nowhere", CUT_ERROR_NETWORK);
  cut_test_server_serve (self->server, "/silent", 302, "text/html", "", 0);
  fetch_badly (self, "/silent", CUT_ERROR_NETWORK);
}

/* --- Answers that bring no page ----------------------------------------------------------- */

static void
test_status (Fixture *self, gconstpointer data)
{
  static const struct
  {
    unsigned status;
    int code;
  } cases[] = { { 404, CUT_ERROR_NOT_FOUND }, { 410, CUT_ERROR_NOT_FOUND }, { 401, CUT_ERROR_NETWORK }, { 403, CUT_ERROR_NETWORK },
                { 429, CUT_ERROR_NETWORK },   { 451, CUT_ERROR_NETWORK },   { 500, CUT_ERROR_NETWORK }, { 503, CUT_ERROR_NETWORK },
                { 206, CUT_ERROR_NETWORK },   { 304, CUT_ERROR_NETWORK },   { 204, CUT_ERROR_NETWORK } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cut_test_server_serve (self->server, "/status", cases[i].status, "text/html", PAGE, cases[i].status == 204 || cases[i].status == 304 ? 0 : -1);
      fetch_badly (self, "/status", cases[i].code);
    }
}

static void
test_password_asked (Fixture *self, gconstpointer data)
{
  cut_test_server_serve (self->server, "/closed", 401, "text/html", PAGE, -1);
  cut_test_server_add_header (self->server, "/closed", "WWW-Authenticate", "Basic realm=\"desk\"");
  fetch_badly (self, "/closed", CUT_ERROR_NETWORK);
  g_assert_cmpuint (cut_test_server_count (self->server, "/closed"), ==, 1);
}

static void
test_userinfo_dropped (Fixture *self, gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://anna:secret@%s/page", cut_test_server_get_host_port (self->server));
  g_autoptr (CutFetched) fetched = cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, NULL);
  g_autofree char *sent = cut_test_server_get_request_header (self->server, "/page", "Authorization");

  g_assert_nonnull (fetched);
  g_assert_null (strstr (fetched->url, "secret"));
  g_assert_null (sent);
}

static void
test_broken (Fixture *self, gconstpointer data)
{
  static const char *const answers[] = {
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100\r\n\r\nshort",
    "HTTP/1.0 200 OK\r\nContent-Length: 100\r\n\r\nshort",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHel",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nHello\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nHello\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello, world\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nHello\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 200 OK\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Le",
    "SSH-2.0-OpenSSH_9.2\r\n",
    "",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_test_message ("answer %zu", i);
      cut_test_server_raw (self->server, "/broken", answers[i], -1, CUT_TEST_CLOSE);
      fetch_badly (self, "/broken", CUT_ERROR_NETWORK);
    }
}

static void
test_keep_incomplete (Fixture *self, gconstpointer data)
{
  g_autofree char *url = cut_test_server_get_url (self->server, "/cut");
  g_autoptr (CutFetched) fetched = NULL;

  cut_test_server_raw (self->server, "/cut", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", -1, CUT_TEST_CLOSE);
  fetched = cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_KEEP_INCOMPLETE, NULL, NULL, NULL, NULL);
  g_assert_nonnull (fetched);
  g_assert_true (fetched->incomplete);
  g_assert_nonnull (fetched->incomplete_reason);
  assert_bytes (fetched->body, "short");
}

static void
serve_packed (Fixture *self, const char *path, GBytes *packed, gsize length, const char *coding)
{
  cut_test_server_serve (self->server, path, 200, "text/html", g_bytes_get_data (packed, NULL), (gssize) length);
  cut_test_server_add_header (self->server, path, "Content-Encoding", coding);
}

static void
test_bad_packing (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) packed = cut_test_gzip (PAGE, strlen (PAGE));
  gsize length = g_bytes_get_size (packed);
  g_autoptr (GBytes) plain = g_bytes_new_static (PAGE, strlen (PAGE));

  serve_packed (self, "/cut", packed, length - 9, "gzip");
  fetch_badly (self, "/cut", CUT_ERROR_NETWORK);
  serve_packed (self, "/false", plain, strlen (PAGE), "gzip");
  fetch_badly (self, "/false", CUT_ERROR_NETWORK);
  serve_packed (self, "/false", plain, strlen (PAGE), "deflate");
  fetch_badly (self, "/false", CUT_ERROR_NETWORK);
  serve_packed (self, "/unasked", plain, strlen (PAGE), "zstd");
  fetch_badly (self, "/unasked", CUT_ERROR_UNSUPPORTED);
}

/* --- Limits ------------------------------------------------------------------------------- */

static void
test_bomb (Fixture *self, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (4 * 1024 * 1024);
  g_autoptr (GBytes) packed = cut_test_gzip (zeros, 4 * 1024 * 1024);

  limit (self, 10000, 10000, 1024 * 1024);
  serve_packed (self, "/bomb", packed, g_bytes_get_size (packed), "gzip");
  fetch_badly (self, "/bomb", CUT_ERROR_TOO_LARGE);
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autofree char *big = g_strnfill (200 * 1024, 'x');
  g_autofree char *chunked = g_strdup_printf ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n32000\r\n%s\r\n", big);
  g_autofree char *open = g_strdup_printf ("HTTP/1.0 200 OK\r\n\r\n%s", big);

  limit (self, 10000, 10000, 100 * 1024);
  cut_test_server_serve (self->server, "/declared", 200, "text/html", big, -1);
  fetch_badly (self, "/declared", CUT_ERROR_TOO_LARGE);
  cut_test_server_raw (self->server, "/chunked", chunked, -1, CUT_TEST_HOLD);
  fetch_badly (self, "/chunked", CUT_ERROR_TOO_LARGE);
  cut_test_server_raw (self->server, "/open", open, -1, CUT_TEST_HOLD);
  fetch_badly (self, "/open", CUT_ERROR_TOO_LARGE);
  limit (self, 10000, 10000, 200 * 1024);
  cut_fetched_unref (fetch_well (self, "/declared"));
}

static void
test_large_header (Fixture *self, gconstpointer data)
{
  g_autofree char *long_value = g_strnfill (2 * 1024 * 1024, 'h');
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nX-Long: %s\r\nContent-Length: 2\r\n\r\nhi", long_value);

  cut_test_server_raw (self->server, "/header", answer, -1, CUT_TEST_CLOSE);
  fetch_badly (self, "/header", CUT_ERROR_NETWORK);
}

static void
test_silence (Fixture *self, gconstpointer data)
{
  limit (self, 100, 60000, 1024);
  cut_test_server_raw (self->server, "/mute", "", 0, CUT_TEST_HOLD);
  fetch_badly (self, "/mute", CUT_ERROR_TIMEOUT);
  cut_test_server_raw (self->server, "/stops", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", -1, CUT_TEST_HOLD);
  fetch_badly (self, "/stops", CUT_ERROR_TIMEOUT);
}

static void
test_drip (Fixture *self, gconstpointer data)
{
  gint64 begun = g_get_monotonic_time ();

  limit (self, 60000, 200, 1024);
  cut_test_server_raw (self->server, "/body",
                       "HTTP/1.1 200 OK\r\n\r\nslow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow", -1, CUT_TEST_DRIP);
  fetch_badly (self, "/body", CUT_ERROR_TIMEOUT);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
}

/* --- Cookies ------------------------------------------------------------------------------ */

static void
test_cookies (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autofree char *first = cut_test_server_get_url (self->server, "/first");
  g_autofree char *page = cut_test_server_get_url (self->server, "/page");
  g_autoptr (CutFetched) fetched = NULL;
  g_autoptr (CutFetched) second = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *later = NULL;

  cut_test_server_redirect (self->server, "/first", 302, "/page");
  cut_test_server_add_header (self->server, "/first", "Set-Cookie", "wall=open; Path=/");
  fetched = cut_fetch_session_fetch (clip, first, CUT_FETCH_DEFAULT, NULL, NULL, NULL, NULL);
  sent = cut_test_server_get_request_header (self->server, "/page", "Cookie");
  g_assert_cmpstr (sent, ==, "wall=open");
  g_assert_null (cut_headers_get (fetched->request_headers, "Cookie"));
  g_clear_pointer (&sent, g_free);
  second = cut_fetch_session_fetch (clip, page, CUT_FETCH_DEFAULT, NULL, NULL, NULL, NULL);
  sent = cut_test_server_get_request_header (self->server, "/page", "Cookie");
  g_assert_cmpstr (sent, ==, "wall=open");
  cut_fetched_unref (fetch_well (self, "/page"));
  later = cut_test_server_get_request_header (self->server, "/page", "Cookie");
  g_assert_null (later);
}

/* --- Cancelling --------------------------------------------------------------------------- */

typedef struct
{
  CutTestServer *server;
  GCancellable *cancellable;
} Canceller;

static gpointer
cancel_thread (gpointer data)
{
  Canceller *canceller = data;

  cut_test_server_wait (canceller->server, NULL, 1);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { self->server, cancellable };
  g_autofree char *url = cut_test_server_get_url (self->server, "/mute");
  g_autoptr (GError) error = NULL;
  GThread *thread;

  cut_test_server_raw (self->server, "/mute", data, -1, CUT_TEST_HOLD);
  thread = g_thread_new ("cancel", cancel_thread, &canceller);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_KEEP_INCOMPLETE, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_clear_error (&error);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cut_test_server_count (self->server, NULL), ==, 1);
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autofree char *url = cut_test_server_get_url (self->server, "/page");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CutFetched) fetched = NULL;
  guint64 bytes = 0;

  cut_fetcher_fetch_async (self->fetcher, url, CUT_FETCH_DEFAULT, test_progress_cb, &bytes, NULL, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  fetched = cut_fetcher_fetch_finish (self->fetcher, result, NULL);
  g_assert_nonnull (fetched);
  assert_bytes (fetched->body, PAGE);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

#define ADD(name, function, data) g_test_add ("/net/fetcher/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_test_init (&argc, &argv, NULL);
  ADD ("page", test_page, NULL);
  ADD ("request", test_request, NULL);
  ADD ("user-agent", test_user_agent, NULL);
  ADD ("headers-in-order", test_headers_in_order, NULL);
  ADD ("gzip", test_gzip, NULL);
  ADD ("chunked", test_chunked, NULL);
  ADD ("old-http", test_old_http, NULL);
  ADD ("progress", test_progress, NULL);
  ADD ("redirects", test_redirects, NULL);
  ADD ("redirect-limit", test_redirect_limit, NULL);
  ADD ("redirect-loop", test_redirect_loop, NULL);
  ADD ("redirect-refused", test_redirect_refused, NULL);
  ADD ("status", test_status, NULL);
  ADD ("password-asked", test_password_asked, NULL);
  ADD ("userinfo-dropped", test_userinfo_dropped, NULL);
  ADD ("broken", test_broken, NULL);
  ADD ("keep-incomplete", test_keep_incomplete, NULL);
  ADD ("bad-packing", test_bad_packing, NULL);
  ADD ("bomb", test_bomb, NULL);
  ADD ("too-large", test_too_large, NULL);
  ADD ("large-header", test_large_header, NULL);
  ADD ("silence", test_silence, NULL);
  ADD ("drip", test_drip, NULL);
  ADD ("cookies", test_cookies, NULL);
  ADD ("cancel-waiting", test_cancel, "");
  ADD ("cancel-reading", test_cancel, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
  ADD ("async", test_async, NULL);
  return g_test_run ();
}

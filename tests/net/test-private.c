/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-fetcher.h"
#include "cut-resources.h"
#include "cut-test-resolver.h"
#include "cut-test-server.h"

/* The server at 127.0.0.1 counts as public; whatever else is on this computer does not. The trap
 * notices a connection even when no byte comes with it. */

#define PAGE "<p>Council minutes"

typedef struct
{
  CutTestServer *server;
  CutTestTrap *trap;
  CutTestResolver *resolver;
  CutFetcher *fetcher;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->resolver = cut_test_resolver_install ();
  self->server = cut_test_server_new (NULL, NULL);
  self->trap = cut_test_trap_new ("127.0.0.1");
  self->fetcher = cut_fetcher_new ();
  cut_fetcher_count_as_public (self->fetcher, cut_test_server_get_host_port (self->server));
  cut_test_server_serve (self->server, "/page", 200, "text/html", PAGE, -1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cut_test_trap_assert_untouched (self->trap);
  g_object_unref (self->fetcher);
  cut_test_trap_free (self->trap);
  cut_test_server_free (self->server);
  g_object_unref (self->resolver);
}

static void
assert_refused (Fixture *self, const char *url)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", url);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  cut_test_trap_assert_untouched (self->trap);
}

static void
test_typed (Fixture *self, gconstpointer data)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost", "localhost.", "name.localhost", "[::ffff:127.0.0.1]", "127.0.0.2", "0.0.0.0" };

  for (size_t i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *url = g_strdup_printf ("http://%s:%u/", hosts[i], cut_test_trap_get_port (self->trap));
      assert_refused (self, url);
    }
}

static void
test_typed_allowed (Fixture *self, gconstpointer data)
{
  g_autoptr (CutTestServer) inside = cut_test_server_new ("127.0.0.5", NULL);
  g_autofree char *url = cut_test_server_get_url (inside, "/first");
  g_autoptr (CutFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  cut_test_server_redirect (inside, "/first", 302, "/second");
  cut_test_server_serve (inside, "/second", 200, "text/html", PAGE, -1);
  fetched = cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_ALLOW_PRIVATE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fetched->hops->len, ==, 1);
  assert_refused (self, url);
  g_assert_cmpuint (cut_test_server_count (inside, NULL), ==, 2);
}

/* That she typed one private address does not open another. */
static void
test_allowed_holds_for_one_server (Fixture *self, gconstpointer data)
{
  g_autoptr (CutTestServer) inside = cut_test_server_new ("127.0.0.5", NULL);
  g_autofree char *url = cut_test_server_get_url (inside, "/first");
  g_autofree char *target = g_strdup_printf ("http://127.0.0.1:%u/", cut_test_trap_get_port (self->trap));
  g_autoptr (GError) error = NULL;

  cut_test_server_redirect (inside, "/first", 302, target);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_ALLOW_PRIVATE, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
}

static void
test_redirect (Fixture *self, gconstpointer data)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost", "a.localhost", "127.0.0.9", "[::ffff:127.0.0.1]", "inside.example" };
  g_autofree char *url = cut_test_server_get_url (self->server, "/away");

  cut_test_resolver_add (self->resolver, "inside.example", "127.0.0.1");
  for (size_t i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *target = g_strdup_printf ("http://%s:%u/", hosts[i], cut_test_trap_get_port (self->trap));
      cut_test_server_redirect (self->server, "/away", 302, target);
      assert_refused (self, url);
    }
}

/* ALLOW_PRIVATE for a public page is not passed on to where the page redirects. */
static void
test_redirect_after_allowed (Fixture *self, gconstpointer data)
{
  g_autofree char *url = cut_test_server_get_url (self->server, "/away");
  g_autofree char *target = g_strdup_printf ("http://127.0.0.1:%u/", cut_test_trap_get_port (self->trap));
  g_autoptr (GError) error = NULL;

  cut_test_server_redirect (self->server, "/away", 302, target);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_ALLOW_PRIVATE, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
test_name_of_private_address (Fixture *self, gconstpointer data)
{
  static const char *const addresses[] = { "127.0.0.1", "::1", "::ffff:127.0.0.1", "127.0.0.1 8.8.8.8" };

  for (size_t i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *name = g_strdup_printf ("n%zu.example", i);
      g_autofree char *url = g_strdup_printf ("http://%s:%u/", name, cut_test_trap_get_port (self->trap));
      cut_test_resolver_add (self->resolver, name, addresses[i]);
      assert_refused (self, url);
    }
}

/* The name leads to the public server first and inwards after: the second connection is refused. */
static void
test_rebinding (Fixture *self, gconstpointer data)
{
  g_autoptr (CutTestServer) inside = cut_test_server_new ("127.0.0.6", NULL);
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  const char *port = strchr (cut_test_server_get_host_port (self->server), ':') + 1;
  g_autofree char *url = g_strdup_printf ("http://turning.example:%s/page", port);
  g_autoptr (CutFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  cut_test_resolver_add (self->resolver, "turning.example", "127.0.0.1");
  cut_test_resolver_add (self->resolver, "turning.example", "127.0.0.6");
  fetched = cut_fetch_session_fetch (clip, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (cut_fetch_session_fetch (clip, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_cmpuint (cut_test_server_count (inside, NULL), ==, 0);
}

static void
test_pictures (Fixture *self, gconstpointer data)
{
  g_autoptr (CutFetchSession) clip = cut_fetcher_begin_clip (self->fetcher);
  g_autofree char *direct = g_strdup_printf ("http://127.0.0.1:%u/a.png", cut_test_trap_get_port (self->trap));
  g_autofree char *named = g_strdup_printf ("http://inside.example:%u/b.png", cut_test_trap_get_port (self->trap));
  g_autofree char *moved = cut_test_server_get_url (self->server, "/moved.png");
  const char *urls[] = { direct, named, moved, "file:///etc/passwd", "data:image/png;base64,AAAA", NULL };
  g_autoptr (GPtrArray) resources = NULL;

  cut_test_resolver_add (self->resolver, "inside.example", "127.0.0.1");
  cut_test_server_redirect (self->server, "/moved.png", 302, direct);
  resources = cut_fetch_session_fetch_pictures (clip, urls, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (resources->len, ==, 5);
  for (unsigned i = 0; i < resources->len; i++)
    {
      const CutResource *resource = resources->pdata[i];
      g_assert_error (resource->error, CUT_ERROR, CUT_ERROR_REFUSED);
      g_assert_null (resource->bytes);
    }
}

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_fetcher_fetch (self->fetcher, "http://nowhere.example/", CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nowhere.example"));
}

static void
test_connection_refused (Fixture *self, gconstpointer data)
{
  CutTestTrap *gone = cut_test_trap_new ("127.0.0.1");
  g_autofree char *host_port = g_strdup_printf ("127.0.0.1:%u", cut_test_trap_get_port (gone));
  g_autofree char *url = g_strdup_printf ("http://%s/", host_port);
  g_autoptr (GError) error = NULL;

  cut_test_trap_free (gone);
  cut_fetcher_count_as_public (self->fetcher, host_port);
  g_assert_null (cut_fetcher_fetch (self->fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NETWORK);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "127.0.0.1 does not accept connections"));
}

typedef struct
{
  CutTestResolver *resolver;
  GCancellable *cancellable;
} Canceller;

static gpointer
cancel_thread (gpointer data)
{
  Canceller *canceller = data;

  cut_test_resolver_wait (canceller->resolver);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static void
test_cancel_looking_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { self->resolver, cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_thread, &canceller);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_fetcher_fetch (self->fetcher, "http://slow.example/", CUT_FETCH_DEFAULT, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_slow_name (Fixture *self, gconstpointer data)
{
  CutFetchLimits limits;
  g_autoptr (GError) error = NULL;

  cut_fetcher_get_limits (self->fetcher, &limits);
  limits.idle_ms = 100;
  cut_fetcher_set_limits (self->fetcher, &limits);
  g_assert_null (cut_fetcher_fetch (self->fetcher, "http://slow.example/", CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_TIMEOUT);
}

#define ADD(name, function) g_test_add ("/net/private/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_test_init (&argc, &argv, NULL);
  ADD ("typed", test_typed);
  ADD ("typed-allowed", test_typed_allowed);
  ADD ("allowed-holds-for-one-server", test_allowed_holds_for_one_server);
  ADD ("redirect", test_redirect);
  ADD ("redirect-after-allowed", test_redirect_after_allowed);
  ADD ("name-of-private-address", test_name_of_private_address);
  ADD ("rebinding", test_rebinding);
  ADD ("pictures", test_pictures);
  ADD ("names", test_names);
  ADD ("connection-refused", test_connection_refused);
  ADD ("cancel-looking-up", test_cancel_looking_up);
  ADD ("slow-name", test_slow_name);
  return g_test_run ();
}

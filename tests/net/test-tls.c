/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-fetcher.h"
#include "cut-test-server.h"

/* The certificates in tls/ were made for these tests and nothing else: `good` for 127.0.0.1,
 * `other` for another server, `expired` in 2011, all by `authority`. */

static char *
path_of (const char *name)
{
  return g_build_filename (g_getenv ("CUTTINGS_SOURCE"), "tests", "net", "tls", name, NULL);
}

static CutTestServer *
serve_with (const char *certificate)
{
  g_autofree char *path = path_of (certificate);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) tls = g_tls_certificate_new_from_file (path, &error);
  CutTestServer *server;

  g_assert_no_error (error);
  server = cut_test_server_new (NULL, tls);
  cut_test_server_serve (server, "/page", 200, "text/html", "<p>Sealed", -1);
  return server;
}

static CutFetched *
fetch (CutTestServer *server, gboolean trust, GError **error)
{
  g_autoptr (CutFetcher) fetcher = cut_fetcher_new ();
  g_autofree char *authority = path_of ("authority.pem");
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (authority, NULL);
  g_autofree char *url = cut_test_server_get_url (server, "/page");

  g_assert_nonnull (database);
  if (trust)
    cut_fetcher_set_tls_database (fetcher, database);
  cut_fetcher_count_as_public (fetcher, cut_test_server_get_host_port (server));
  return cut_fetcher_fetch (fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, error);
}

static void
test_good (void)
{
  g_autoptr (CutTestServer) server = serve_with ("good.pem");
  g_autoptr (GError) error = NULL;
  g_autoptr (CutFetched) fetched = fetch (server, TRUE, &error);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GByteArray) der = NULL;
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (fetched->tls_version, "TLS 1."));
  g_assert_nonnull (fetched->tls_cipher);
  certificate = g_tls_certificate_new_from_pem (fetched->certificate_pem, -1, &error);
  g_assert_no_error (error);
  g_object_get (certificate, "certificate", &der, NULL);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
  g_assert_cmpstr (fetched->certificate_sha256, ==, digest);
}

static void
assert_distrusted (const char *name, gboolean trust, const char *reason)
{
  g_autoptr (CutTestServer) server = serve_with (name);
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch (server, trust, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NETWORK);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_cmpuint (cut_test_server_count (server, NULL), ==, 0);
}

static void
test_distrusted (void)
{
  assert_distrusted ("good.pem", FALSE, "nobody this computer trusts");
  assert_distrusted ("other.pem", TRUE, "belongs to another server");
  assert_distrusted ("expired.pem", TRUE, "has expired");
}

/* A plain web server waits for the rest of a request that will never be one. */
static void
test_not_tls (void)
{
  g_autoptr (CutTestServer) server = cut_test_server_new (NULL, NULL);
  g_autoptr (CutFetcher) fetcher = cut_fetcher_new ();
  g_autofree char *url = g_strdup_printf ("https://%s/", cut_test_server_get_host_port (server));
  g_autoptr (GError) error = NULL;
  CutFetchLimits limits;

  cut_fetch_limits_init (&limits);
  limits.idle_ms = 200;
  cut_fetcher_set_limits (fetcher, &limits);
  cut_fetcher_count_as_public (fetcher, cut_test_server_get_host_port (server));
  g_assert_null (cut_fetcher_fetch (fetcher, url, CUT_FETCH_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_TIMEOUT);
}

int
main (int argc, char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_test_init (&argc, &argv, NULL);
  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_print ("1..0 # SKIP no TLS here: glib-networking is missing\n");
      return 0;
    }
  g_test_add_func ("/net/tls/good", test_good);
  g_test_add_func ("/net/tls/distrusted", test_distrusted);
  g_test_add_func ("/net/tls/not-tls", test_not_tls);
  return g_test_run ();
}

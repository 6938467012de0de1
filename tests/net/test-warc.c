/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-decode.h"
#include "cut-fetcher.h"
#include "cut-id.h"
#include "cut-test-server.h"
#include "cut-warc-record.h"
#include "cut-warc.h"

#define ID "0190a0b0-0000-7000-8000-000000000001"
#define PAGE "<p>The bridge was closed."

/* Each record, unpacked by itself: that each is a gzip member of its own is part of the format. */
static GPtrArray *
read_records (GBytes *warc)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);
  gsize length;
  const guint8 *data = g_bytes_get_data (warc, &length);

  while (length > 0)
    {
      g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      char *record = g_malloc0 (65536);
      gsize taken;
      gsize made;
      g_assert_cmpint (g_converter_convert (gzip, data, length, record, 65535, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL), ==, G_CONVERTER_FINISHED);
      g_assert_true (g_str_has_prefix (record, "WARC/1.1\r\n"));
      g_assert_true (g_str_has_suffix (record, "\r\n\r\n"));
      g_ptr_array_add (records, record);
      data += taken;
      length -= taken;
    }
  return records;
}

static char *
get_field (const char *record, const char *name)
{
  g_autofree char *key = g_strdup_printf ("\r\n%s: ", name);
  const char *at = strstr (record, key);
  const char *end;

  if (at == NULL)
    return NULL;
  at += strlen (key);
  end = strstr (at, "\r\n");
  return g_strndup (at, (gsize) (end - at));
}

static void
assert_field (const char *record, const char *name, const char *expected)
{
  g_autofree char *value = get_field (record, name);

  g_assert_cmpstr (value, ==, expected);
}

static const char *
get_block (const char *record)
{
  return strstr (record, "\r\n\r\n") + 4;
}

/* Length and digest must be those of the block. */
static void
assert_sound (const char *record)
{
  g_autofree char *length = get_field (record, "Content-Length");
  g_autofree char *id = get_field (record, "WARC-Record-ID");
  gsize size = (gsize) g_ascii_strtoull (length, NULL, 10);
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) get_block (record), size);
  g_autofree char *labelled = g_strconcat ("sha256:", digest, NULL);
  g_autofree char *uuid = NULL;

  g_assert_cmpuint (strlen (get_block (record)), ==, size + 4);
  assert_field (record, "WARC-Block-Digest", labelled);
  g_assert_true (g_str_has_prefix (id, "<urn:uuid:"));
  uuid = g_strndup (id + 10, 36);
  g_assert_true (cut_id_is_valid (uuid));
}

static CutFetched *
make_fetched (void)
{
  CutFetched *fetched = cut_fetched_new ();
  CutHop *hop = cut_hop_new ();

  hop->url = g_strdup ("http://example.org/a");
  hop->status = 301;
  hop->reason = g_strdup ("Moved");
  hop->at = 1000;
  cut_headers_add (hop->headers, "Location", "/b?q=1");
  cut_headers_add (hop->headers, "Set-Cookie", "hop=secret");
  g_ptr_array_add (fetched->hops, hop);
  fetched->url = g_strdup ("http://example.org/a");
  fetched->final_url = g_strdup ("http://example.org/b?q=1");
  fetched->status = 200;
  fetched->reason = g_strdup ("OK");
  fetched->http_version = g_strdup ("2");
  fetched->started = 1543000000123;
  fetched->ended = 1543000001000;
  fetched->remote_address = g_strdup ("93.184.216.34");
  cut_headers_add (fetched->request_headers, "User-Agent", "Cuttings");
  cut_headers_add (fetched->request_headers, "Cookie", "a=secret");
  cut_headers_add (fetched->headers, "Content-Type", "text/html");
  cut_headers_add (fetched->headers, "Set-Cookie", "b=secret");
  cut_headers_add (fetched->headers, "Transfer-Encoding", "chunked");
  cut_headers_add (fetched->headers, "X-Split", "one\r\nX-Evil: two");
  g_bytes_unref (fetched->raw);
  fetched->raw = g_bytes_new_static (PAGE, strlen (PAGE));
  fetched->tls_version = g_strdup ("TLS 1.3");
  fetched->certificate_pem = g_strdup ("-----BEGIN CERTIFICATE-----\n");
  return fetched;
}

static void
test_response (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autoptr (GBytes) warc = cut_warc_from_fetched (fetched, ID);
  g_autoptr (GPtrArray) records = read_records (warc);
  const char *response = records->pdata[0];
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PAGE, -1);
  g_autofree char *payload = g_strconcat ("sha256:", digest, NULL);

  g_assert_cmpuint (records->len, ==, 5);
  for (unsigned i = 0; i < records->len; i++)
    assert_sound (records->pdata[i]);
  assert_field (response, "WARC-Type", "response");
  assert_field (response, "WARC-Record-ID", "<urn:uuid:" ID ">");
  assert_field (response, "WARC-Date", "2018-11-23T19:06:40.123Z");
  assert_field (response, "WARC-Target-URI", "http://example.org/b?q=1");
  assert_field (response, "WARC-IP-Address", "93.184.216.34");
  assert_field (response, "WARC-Payload-Digest", payload);
  assert_field (response, "Content-Type", "application/http;msgtype=response");
  g_assert_cmpstr (get_block (response), ==,
                   "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Split: one  X-Evil: two\r\n\r\n" PAGE "\r\n\r\n");
}

static void
test_other_records (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autoptr (GBytes) warc = cut_warc_from_fetched (fetched, ID);
  g_autoptr (GPtrArray) records = read_records (warc);
  const char *request = records->pdata[1];
  const char *metadata = records->pdata[2];
  const char *hop = records->pdata[3];

  assert_field (request, "WARC-Type", "request");
  assert_field (request, "WARC-Concurrent-To", "<urn:uuid:" ID ">");
  g_assert_cmpstr (get_block (request), ==, "GET /b?q=1 HTTP/1.1\r\nHost: example.org\r\nUser-Agent: Cuttings\r\n\r\n\r\n\r\n");
  g_assert_true (g_str_has_prefix (get_block (metadata), "requested-uri: http://example.org/a\r\n"));
  g_assert_nonnull (strstr (metadata, "http-version: 2\r\n"));
  g_assert_nonnull (strstr (metadata, "tls-version: TLS 1.3\r\n"));
  g_assert_nonnull (strstr (metadata, "left-out: response Set-Cookie\r\n"));
  g_assert_nonnull (strstr (metadata, "left-out: response Transfer-Encoding\r\n"));
  g_assert_nonnull (strstr (metadata, "left-out: request Cookie\r\n"));
  assert_field (hop, "WARC-Target-URI", "http://example.org/a");
  g_assert_nonnull (strstr (hop, "redirect-status: 301\r\n"));
  g_assert_nonnull (strstr (hop, "response-header: Location: /b?q=1\r\n"));
  assert_field (records->pdata[4], "Content-Type", "application/x-pem-file");
  for (unsigned i = 0; i < records->len; i++)
    g_assert_null (strstr (records->pdata[i], "secret"));
}

static void
test_same_bytes (void)
{
  g_autoptr (CutFetched) one = make_fetched ();
  g_autoptr (CutFetched) other = make_fetched ();
  g_autoptr (GBytes) first = cut_warc_from_fetched (one, ID);
  g_autoptr (GBytes) second = cut_warc_from_fetched (other, ID);
  g_autoptr (GBytes) third = cut_warc_from_fetched (one, "0190a0b0-0000-7000-8000-000000000002");

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, third));
}

static void
test_incomplete (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autoptr (GBytes) warc = NULL;
  g_autoptr (GPtrArray) records = NULL;

  fetched->incomplete = TRUE;
  fetched->incomplete_reason = g_strdup ("It broke off.");
  warc = cut_warc_from_fetched (fetched, ID);
  records = read_records (warc);
  assert_field (records->pdata[0], "WARC-Truncated", "disconnect");
  g_assert_nonnull (strstr (records->pdata[2], "incomplete: It broke off.\r\n"));
}

static void
test_resource (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Pasted", 6);
  g_autofree char *uri = cut_warc_paste_uri (bytes);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Pasted", -1);
  g_autofree char *expected = g_strconcat ("urn:cuttings:paste:", digest, NULL);
  g_autoptr (GBytes) warc = cut_warc_from_bytes (bytes, "text/plain; charset=utf-8", uri, 0, ID);
  g_autoptr (GPtrArray) records = read_records (warc);

  g_assert_cmpuint (records->len, ==, 1);
  assert_sound (records->pdata[0]);
  assert_field (records->pdata[0], "WARC-Type", "resource");
  assert_field (records->pdata[0], "WARC-Target-URI", expected);
  assert_field (records->pdata[0], "Content-Type", "text/plain; charset=utf-8");
  g_assert_true (g_str_has_prefix (get_block (records->pdata[0]), "Pasted\r\n"));
}

static void
test_empty_resource (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) warc = cut_warc_from_bytes (bytes, "text/plain", "urn:cuttings:file:a", 0, ID);
  g_autoptr (GPtrArray) records = read_records (warc);

  assert_sound (records->pdata[0]);
}

static void
test_file_uri (void)
{
  g_autofree char *plain = cut_warc_file_uri ("/home/anna/source files/page.html");
  g_autofree char *odd = cut_warc_file_uri ("Größe 1.html");
  g_autofree char *broken = cut_warc_file_uri ("/x/\xff.html");

  g_assert_cmpstr (plain, ==, "urn:cuttings:file:page.html");
  g_assert_cmpstr (odd, ==, "urn:cuttings:file:Gr%C3%B6%C3%9Fe%201.html");
  g_assert_cmpstr (broken, ==, "urn:cuttings:file:%EF%BF%BD.html");
}

/* A page fetched for real, packed as sent. */
static void
test_fetched (void)
{
  g_autoptr (CutTestServer) server = cut_test_server_new (NULL, NULL);
  g_autoptr (CutFetcher) fetcher = cut_fetcher_new ();
  g_autofree char *url = cut_test_server_get_url (server, "/page");
  g_autofree char *host = g_strdup_printf ("Host: %s\r\n", cut_test_server_get_host_port (server));
  g_autoptr (CutFetched) fetched = NULL;
  g_autoptr (GBytes) warc = NULL;
  g_autoptr (GPtrArray) records = NULL;

  cut_test_server_serve (server, "/page", 200, "text/html", PAGE, -1);
  cut_test_server_add_header (server, "/page", "Set-Cookie", "secret=1");
  fetched = cut_fetcher_fetch (fetcher, url, CUT_FETCH_ALLOW_PRIVATE, NULL, NULL, NULL, NULL);
  warc = cut_warc_from_fetched (fetched, ID);
  records = read_records (warc);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_nonnull (strstr (records->pdata[0], "\r\n\r\n" PAGE "\r\n\r\n"));
  g_assert_null (strstr (records->pdata[0], "secret"));
  g_assert_nonnull (strstr (records->pdata[1], host));
  g_assert_null (strstr (strstr (records->pdata[1], host) + 1, "Host:"));
}

static void
test_json (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autofree char *headers = cut_headers_to_json (fetched->headers);
  g_autofree char *hops = cut_hops_to_json (fetched->hops);

  g_assert_cmpstr (headers, ==, "[[\"Content-Type\",\"text/html\"],[\"Transfer-Encoding\",\"chunked\"],[\"X-Split\",\"one\\r\\nX-Evil: two\"]]");
  g_assert_cmpstr (hops, ==, "[{\"at\":\"1970-01-01T00:00:01.000Z\",\"headers\":[[\"Location\",\"/b?q=1\"]],\"status\":301,\"url\":\"http://example.org/a\"}]");
}

/* A response with what a browser would have kept to itself, and a request that names it. */
static GBytes *
make_secret (void)
{
  const char *response = "HTTP/1.1 200 OK\r\nset-cookie: sid=4711;\r\n path=/\r\nContent-Type: text/html\r\n\r\n" PAGE "\r\nCookie: of the text";
  const char *request = "GET / HTTP/1.1\r\nAuthorization: Basic c2VjcmV0\r\nCookie: sid=4711\r\nHost: a.example\r\n\r\n";
  g_autofree char *own = cut_warc_derive_id (ID, "request");
  GByteArray *out = g_byte_array_new ();
  GString *head = cut_warc_record_begin ("response", ID, "https://a.example/", 1000);

  cut_warc_record_end (out, head, "application/http;msgtype=response", (const guint8 *) response, strlen (response));
  head = cut_warc_record_begin ("request", own, "https://a.example/", 1000);
  cut_warc_record_add_id (head, "WARC-Concurrent-To", ID);
  cut_warc_record_end (out, head, "application/http;msgtype=request", (const guint8 *) request, strlen (request));
  head = cut_warc_record_begin ("metadata", "0190a0b0-0000-7000-8000-000000000009", NULL, 1000);
  cut_warc_record_add_id (head, "WARC-Concurrent-To", ID);
  cut_warc_record_end (out, head, "application/warc-fields", (const guint8 *) "via: none\r\n", 11);
  return g_byte_array_free_to_bytes (out);
}

static void
assert_digest (const char *record)
{
  const char *block = strstr (record, "\r\n\r\n") + 4;
  g_autofree char *length = get_field (record, "Content-Length");
  g_autofree char *hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) block, strlen (block) - 4);
  g_autofree char *expected = g_strconcat ("sha256:", hex, NULL);

  g_assert_cmpint (atoi (length), ==, (int) strlen (block) - 4);
  assert_field (record, "WARC-Block-Digest", expected);
}

static void
test_without_secrets (void)
{
  g_autoptr (GBytes) secret = make_secret ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clean = cut_warc_without_secrets (secret, 1 << 20, &error);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  records = read_records (clean);
  g_assert_cmpuint (records->len, ==, 5);
  for (unsigned i = 0; i < records->len; i++)
    {
      g_assert_null (strstr (records->pdata[i], "4711"));
      g_assert_null (strstr (records->pdata[i], "c2VjcmV0"));
      g_assert_null (strstr (records->pdata[i], "path=/"));
      assert_digest (records->pdata[i]);
    }
  g_assert_nonnull (strstr (records->pdata[0], "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE "\r\nCookie: of the text"));
  g_assert_nonnull (strstr (records->pdata[1], "changed-from: <urn:uuid:" ID ">\r\nleft-out: set-cookie\r\n"));
  g_assert_nonnull (strstr (records->pdata[2], "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"));
  g_assert_nonnull (strstr (records->pdata[3], "left-out: Authorization\r\nleft-out: Cookie\r\n"));
  id = get_field (records->pdata[0], "WARC-Record-ID");
  g_assert_cmpstr (id, !=, "<urn:uuid:" ID ">");
  assert_field (records->pdata[1], "WARC-Concurrent-To", id);
  assert_field (records->pdata[2], "WARC-Concurrent-To", id);
  assert_field (records->pdata[4], "WARC-Concurrent-To", id);
}

/* Behind what cannot be read there may be anything. */
static void
test_damaged (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autoptr (GBytes) whole = cut_warc_from_fetched (fetched, ID);
  g_autoptr (GPtrArray) before = read_records (whole);
  const char *junk = "no record\r\n\r\nCookie: sid=4711\r\n";
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GBytes) damaged = NULL, clean = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  for (unsigned i = 0; i < before->len; i++)
    g_byte_array_append (out, before->pdata[i], (guint) strlen (before->pdata[i]));
  g_byte_array_append (out, (const guint8 *) junk, (guint) strlen (junk));
  damaged = g_byte_array_free_to_bytes (out);
  clean = cut_warc_without_secrets (damaged, 1 << 20, &error);
  g_assert_no_error (error);
  records = read_records (clean);
  g_assert_cmpuint (records->len, ==, before->len);
  for (unsigned i = 0; i < records->len; i++)
    g_assert_null (strstr (records->pdata[i], "4711"));
}

/* What has no secret in it stays as it was captured, to the byte. */
static void
test_nothing_to_take_out (void)
{
  g_autoptr (CutFetched) fetched = make_fetched ();
  g_autoptr (GBytes) warc = cut_warc_from_fetched (fetched, ID);
  g_autoptr (GBytes) junk = g_bytes_new_static ("no archive", 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clean = cut_warc_without_secrets (warc, 1 << 20, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (clean, warc));
  g_assert_null (cut_warc_without_secrets (junk, 1 << 20, &error));
  g_assert_nonnull (error);
}

static void
test_info (void)
{
  g_autoptr (GBytes) info = cut_warc_info ("a test", 1000, ID);
  g_autoptr (GPtrArray) records = read_records (info);

  g_assert_cmpuint (records->len, ==, 1);
  assert_field (records->pdata[0], "WARC-Type", "warcinfo");
  assert_field (records->pdata[0], "description", "a test");
  assert_digest (records->pdata[0]);
}

int
main (int argc, char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/warc/response", test_response);
  g_test_add_func ("/net/warc/other-records", test_other_records);
  g_test_add_func ("/net/warc/same-bytes", test_same_bytes);
  g_test_add_func ("/net/warc/incomplete", test_incomplete);
  g_test_add_func ("/net/warc/resource", test_resource);
  g_test_add_func ("/net/warc/empty-resource", test_empty_resource);
  g_test_add_func ("/net/warc/file-uri", test_file_uri);
  g_test_add_func ("/net/warc/fetched", test_fetched);
  g_test_add_func ("/net/warc/json", test_json);
  g_test_add_func ("/net/warc/without-secrets", test_without_secrets);
  g_test_add_func ("/net/warc/damaged", test_damaged);
  g_test_add_func ("/net/warc/nothing-to-take-out", test_nothing_to_take_out);
  g_test_add_func ("/net/warc/info", test_info);
  return g_test_run ();
}

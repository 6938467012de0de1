/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-warc.h"

#include <string.h>

#include "cut-address.h"
#include "cut-date.h"
#include "cut-sha256.h"
#include "cut-warc-record.h"

/* --- HTTP messages ------------------------------------------------------------------------ */

/* Left out of the record: secrets, and framing that the stored body no longer has. */
static gboolean
is_left_out (const char *name)
{
  return cut_header_is_secret (name) || g_ascii_strcasecmp (name, "Transfer-Encoding") == 0;
}

static void
add_headers (GString *head, const GPtrArray *headers)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      if (!is_left_out (header->name))
        cut_warc_record_add (head, header->name, header->value);
    }
}

/* Readers of WARC know HTTP/1 heads only, so those of HTTP/2 are written in that form. */
static const char *
written_version (const CutFetched *fetched)
{
  return g_strcmp0 (fetched->http_version, "1.0") == 0 ? "1.0" : "1.1";
}

static void
add_response (GByteArray *out, const CutFetched *fetched, const char *id)
{
  GString *record = cut_warc_record_begin ("response", id, fetched->final_url, fetched->started);
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GByteArray) block = g_byte_array_new ();
  gsize length;
  const guint8 *body = g_bytes_get_data (fetched->raw, &length);

  g_string_append_printf (head, "HTTP/%s %u %s\r\n", written_version (fetched), fetched->status, fetched->reason != NULL ? fetched->reason : "");
  add_headers (head, fetched->headers);
  g_string_append (head, "\r\n");
  g_byte_array_append (block, (const guint8 *) head->str, (guint) head->len);
  if (length > 0)
    g_byte_array_append (block, body, (guint) length);
  if (fetched->remote_address != NULL)
    cut_warc_record_add (record, "WARC-IP-Address", fetched->remote_address);
  if (fetched->incomplete)
    cut_warc_record_add (record, "WARC-Truncated", "disconnect");
  cut_warc_record_add_digest (record, "WARC-Payload-Digest", body, length);
  cut_warc_record_end (out, record, "application/http;msgtype=response", block->data, block->len);
}

/* The part of the address that stands in a request. */
static char *
request_target (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *query = uri != NULL ? g_uri_get_query (uri) : NULL;

  if (uri == NULL)
    return g_strdup ("/");
  return g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : "", query, NULL);
}

/* As a request names the host: the port only where it is not the usual one. */
static char *
host_field (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (uri != NULL && g_uri_get_port (uri) == -1)
    return g_strdup (g_uri_get_host (uri));
  return cut_address_get_host_port (url);
}

static void
add_request (GByteArray *out, const CutFetched *fetched, const char *id)
{
  g_autofree char *own = cut_warc_derive_id (id, "request");
  GString *record = cut_warc_record_begin ("request", own, fetched->final_url, fetched->started);
  g_autofree char *target = request_target (fetched->final_url);
  g_autofree char *host = host_field (fetched->final_url);
  g_autoptr (GString) head = g_string_new (NULL);

  g_string_append_printf (head, "GET %s HTTP/%s\r\n", target, written_version (fetched));
  if (cut_headers_get (fetched->request_headers, "Host") == NULL)
    cut_warc_record_add (head, "Host", host);
  add_headers (head, fetched->request_headers);
  g_string_append (head, "\r\n");
  cut_warc_record_add_id (record, "WARC-Concurrent-To", id);
  cut_warc_record_end (out, record, "application/http;msgtype=request", (const guint8 *) head->str, head->len);
}

/* --- Metadata ----------------------------------------------------------------------------- */

static void
add_time (GString *fields, const char *name, gint64 time)
{
  g_autofree char *text = cut_time_format (time);

  cut_warc_record_add (fields, name, text);
}

static void
add_if_known (GString *fields, const char *name, const char *value)
{
  if (value != NULL)
    cut_warc_record_add (fields, name, value);
}

static void
note_left_out (GString *fields, const char *message, const GPtrArray *headers)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      g_autofree char *note = g_strdup_printf ("%s %s", message, header->name);
      if (is_left_out (header->name))
        cut_warc_record_add (fields, "left-out", note);
    }
}

static void
add_metadata (GByteArray *out, const CutFetched *fetched, const char *id)
{
  g_autofree char *own = cut_warc_derive_id (id, "metadata");
  GString *record = cut_warc_record_begin ("metadata", own, fetched->final_url, fetched->started);
  g_autoptr (GString) fields = g_string_new (NULL);

  cut_warc_record_add (fields, "requested-uri", fetched->url);
  add_time (fields, "started", fetched->started);
  add_time (fields, "ended", fetched->ended);
  if (fetched->server_date != 0)
    add_time (fields, "server-date", fetched->server_date);
  add_if_known (fields, "http-version", fetched->http_version);
  add_if_known (fields, "tls-version", fetched->tls_version);
  add_if_known (fields, "tls-cipher", fetched->tls_cipher);
  add_if_known (fields, "certificate-sha256", fetched->certificate_sha256);
  add_if_known (fields, "incomplete", fetched->incomplete_reason);
  cut_warc_record_add (fields, "note", "HTTP heads were put together again from parsed headers; the body is as transferred, without chunk framing; cookies and credentials are left out");
  note_left_out (fields, "response", fetched->headers);
  note_left_out (fields, "request", fetched->request_headers);
  cut_warc_record_add_id (record, "WARC-Concurrent-To", id);
  cut_warc_record_end (out, record, "application/warc-fields", (const guint8 *) fields->str, fields->len);
}

static void
add_hop_headers (GString *fields, const char *name, const GPtrArray *headers)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", header->name, header->value);
      if (!cut_header_is_secret (header->name))
        cut_warc_record_add (fields, name, line);
    }
}

static void
add_hop (GByteArray *out, const CutHop *hop, unsigned number, const char *id)
{
  g_autofree char *role = g_strdup_printf ("redirect-%u", number);
  g_autofree char *own = cut_warc_derive_id (id, role);
  g_autofree char *status = g_strdup_printf ("%u", hop->status);
  GString *record = cut_warc_record_begin ("metadata", own, hop->url, hop->at);
  g_autoptr (GString) fields = g_string_new (NULL);

  cut_warc_record_add (fields, "redirect-status", status);
  add_if_known (fields, "redirect-reason", hop->reason);
  add_if_known (fields, "http-version", hop->http_version);
  add_hop_headers (fields, "request-header", hop->request_headers);
  add_hop_headers (fields, "response-header", hop->headers);
  note_left_out (fields, "response", hop->headers);
  if (hop->remote_address != NULL)
    cut_warc_record_add (record, "WARC-IP-Address", hop->remote_address);
  cut_warc_record_add_id (record, "WARC-Concurrent-To", id);
  cut_warc_record_end (out, record, "application/warc-fields", (const guint8 *) fields->str, fields->len);
}

static void
add_certificate (GByteArray *out, const CutFetched *fetched, const char *id)
{
  g_autofree char *own = cut_warc_derive_id (id, "certificate");
  GString *record = cut_warc_record_begin ("metadata", own, fetched->final_url, fetched->started);

  cut_warc_record_add_id (record, "WARC-Concurrent-To", id);
  cut_warc_record_end (out, record, "application/x-pem-file", (const guint8 *) fetched->certificate_pem, strlen (fetched->certificate_pem));
}

/* --- Public ------------------------------------------------------------------------------- */

GBytes *
cut_warc_from_fetched (const CutFetched *fetched, const char *record_id)
{
  GByteArray *out;

  g_return_val_if_fail (fetched != NULL && fetched->final_url != NULL, NULL);
  g_return_val_if_fail (record_id != NULL, NULL);

  out = g_byte_array_new ();
  add_response (out, fetched, record_id);
  add_request (out, fetched, record_id);
  add_metadata (out, fetched, record_id);
  for (unsigned i = 0; i < fetched->hops->len; i++)
    add_hop (out, fetched->hops->pdata[i], i + 1, record_id);
  if (fetched->certificate_pem != NULL)
    add_certificate (out, fetched, record_id);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
cut_warc_from_bytes (GBytes *bytes, const char *content_type, const char *uri, gint64 time, const char *record_id)
{
  GByteArray *out;
  GString *record;
  gsize length;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (content_type != NULL, NULL);
  g_return_val_if_fail (uri != NULL && !g_str_has_prefix (uri, "file:"), NULL);
  g_return_val_if_fail (record_id != NULL, NULL);

  out = g_byte_array_new ();
  data = g_bytes_get_data (bytes, &length);
  record = cut_warc_record_begin ("resource", record_id, uri, time);
  cut_warc_record_add_digest (record, "WARC-Payload-Digest", data, length);
  cut_warc_record_end (out, record, content_type, data, length);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
cut_warc_info (const char *description, gint64 time, const char *record_id)
{
  GByteArray *out = g_byte_array_new ();
  GString *record = cut_warc_record_begin ("warcinfo", record_id, NULL, time);
  g_autoptr (GString) fields = g_string_new (NULL);

  cut_warc_record_add (fields, "software", "Cuttings " PACKAGE_VERSION);
  cut_warc_record_add (fields, "format", "WARC File Format 1.1");
  cut_warc_record_add (fields, "conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
  cut_warc_record_add (fields, "description", description);
  cut_warc_record_end (out, record, "application/warc-fields", (const guint8 *) fields->str, fields->len);
  return g_byte_array_free_to_bytes (out);
}

char *
cut_warc_file_uri (const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  valid = g_utf8_make_valid (name, -1);
  escaped = g_uri_escape_string (valid, NULL, FALSE);
  return g_strconcat ("urn:cuttings:file:", escaped, NULL);
}

char *
cut_warc_paste_uri (GBytes *bytes)
{
  g_autofree char *hex = cut_sha256_of_bytes (bytes);

  return g_strconcat ("urn:cuttings:paste:", hex, NULL);
}

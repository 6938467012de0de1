/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-warc.h"

#include <string.h>

#include "cut-address.h"
#include "cut-date.h"

#define STEP (64 * 1024)

/* --- Records ------------------------------------------------------------------------------ */

/* A line end in a value would begin a line of its own. */
static void
add_field (GString *head, const char *name, const char *value)
{
  g_autofree char *line = g_strdup (value);

  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (head, "%s: %s\r\n", name, line);
}

static void
add_digest (GString *head, const char *name, const guint8 *data, gsize length)
{
  g_autofree char *hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
  g_autofree char *value = g_strconcat ("sha256:", hex, NULL);

  add_field (head, name, value);
}

static void
add_id (GString *head, const char *name, const char *id)
{
  g_autofree char *value = g_strdup_printf ("<urn:uuid:%s>", id);

  add_field (head, name, value);
}

static GString *
begin_record (const char *type, const char *id, const char *uri, gint64 time)
{
  GString *head = g_string_new ("WARC/1.1\r\n");
  g_autofree char *date = cut_time_format (time);

  add_field (head, "WARC-Type", type);
  add_id (head, "WARC-Record-ID", id);
  add_field (head, "WARC-Date", date);
  if (uri != NULL)
    add_field (head, "WARC-Target-URI", uri);
  return head;
}

static void
append_gzip (GByteArray *out, const guint8 *data, gsize length)
{
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autofree guint8 *step = g_malloc (STEP);
  GConverterResult result;

  do
    {
      gsize taken = 0;
      gsize made = 0;
      result = g_converter_convert (gzip, data, length, step, STEP, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
      g_assert (result != G_CONVERTER_ERROR);
      g_byte_array_append (out, step, (guint) made);
      data += taken;
      length -= taken;
    }
  while (result != G_CONVERTER_FINISHED);
}

/* Takes @head. */
static void
end_record (GByteArray *out, GString *head, const char *content_type, const guint8 *block, gsize length)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, length);

  add_field (head, "Content-Type", content_type);
  add_digest (head, "WARC-Block-Digest", block, length);
  add_field (head, "Content-Length", size);
  g_string_append (head, "\r\n");
  g_byte_array_append (record, (const guint8 *) head->str, (guint) head->len);
  if (length > 0)
    g_byte_array_append (record, block, (guint) length);
  g_byte_array_append (record, (const guint8 *) "\r\n\r\n", 4);
  append_gzip (out, record->data, record->len);
  g_string_free (head, TRUE);
}

/* A UUID of version 8 (RFC 9562, section 5.8) that follows from @id and @role. */
static char *
derive_id (const char *id, const char *role)
{
  g_autofree char *seed = g_strconcat (id, ":", role, NULL);
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

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
        add_field (head, header->name, header->value);
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
  GString *record = begin_record ("response", id, fetched->final_url, fetched->started);
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
    add_field (record, "WARC-IP-Address", fetched->remote_address);
  if (fetched->incomplete)
    add_field (record, "WARC-Truncated", "disconnect");
  add_digest (record, "WARC-Payload-Digest", body, length);
  end_record (out, record, "application/http;msgtype=response", block->data, block->len);
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
  g_autofree char *own = derive_id (id, "request");
  GString *record = begin_record ("request", own, fetched->final_url, fetched->started);
  g_autofree char *target = request_target (fetched->final_url);
  g_autofree char *host = host_field (fetched->final_url);
  g_autoptr (GString) head = g_string_new (NULL);

  g_string_append_printf (head, "GET %s HTTP/%s\r\n", target, written_version (fetched));
  if (cut_headers_get (fetched->request_headers, "Host") == NULL)
    add_field (head, "Host", host);
  add_headers (head, fetched->request_headers);
  g_string_append (head, "\r\n");
  add_id (record, "WARC-Concurrent-To", id);
  end_record (out, record, "application/http;msgtype=request", (const guint8 *) head->str, head->len);
}

/* --- Metadata ----------------------------------------------------------------------------- */

static void
add_time (GString *fields, const char *name, gint64 time)
{
  g_autofree char *text = cut_time_format (time);

  add_field (fields, name, text);
}

static void
add_if_known (GString *fields, const char *name, const char *value)
{
  if (value != NULL)
    add_field (fields, name, value);
}

static void
note_left_out (GString *fields, const char *message, const GPtrArray *headers)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      g_autofree char *note = g_strdup_printf ("%s %s", message, header->name);
      if (is_left_out (header->name))
        add_field (fields, "left-out", note);
    }
}

static void
add_metadata (GByteArray *out, const CutFetched *fetched, const char *id)
{
  g_autofree char *own = derive_id (id, "metadata");
  GString *record = begin_record ("metadata", own, fetched->final_url, fetched->started);
  g_autoptr (GString) fields = g_string_new (NULL);

  add_field (fields, "requested-uri", fetched->url);
  add_time (fields, "started", fetched->started);
  add_time (fields, "ended", fetched->ended);
  if (fetched->server_date != 0)
    add_time (fields, "server-date", fetched->server_date);
  add_if_known (fields, "http-version", fetched->http_version);
  add_if_known (fields, "tls-version", fetched->tls_version);
  add_if_known (fields, "tls-cipher", fetched->tls_cipher);
  add_if_known (fields, "certificate-sha256", fetched->certificate_sha256);
  add_if_known (fields, "incomplete", fetched->incomplete_reason);
  add_field (fields, "note", "HTTP heads were put together again from parsed headers; the body is as transferred, without chunk framing; cookies and credentials are left out");
  note_left_out (fields, "response", fetched->headers);
  note_left_out (fields, "request", fetched->request_headers);
  add_id (record, "WARC-Concurrent-To", id);
  end_record (out, record, "application/warc-fields", (const guint8 *) fields->str, fields->len);
}

static void
add_hop_headers (GString *fields, const char *name, const GPtrArray *headers)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", header->name, header->value);
      if (!cut_header_is_secret (header->name))
        add_field (fields, name, line);
    }
}

static void
add_hop (GByteArray *out, const CutHop *hop, unsigned number, const char *id)
{
  g_autofree char *role = g_strdup_printf ("redirect-%u", number);
  g_autofree char *own = derive_id (id, role);
  g_autofree char *status = g_strdup_printf ("%u", hop->status);
  GString *record = begin_record ("metadata", own, hop->url, hop->at);
  g_autoptr (GString) fields = g_string_new (NULL);

  add_field (fields, "redirect-status", status);
  add_if_known (fields, "redirect-reason", hop->reason);
  add_if_known (fields, "http-version", hop->http_version);
  add_hop_headers (fields, "request-header", hop->request_headers);
  add_hop_headers (fields, "response-header", hop->headers);
  note_left_out (fields, "response", hop->headers);
  if (hop->remote_address != NULL)
    add_field (record, "WARC-IP-Address", hop->remote_address);
  add_id (record, "WARC-Concurrent-To", id);
  end_record (out, record, "application/warc-fields", (const guint8 *) fields->str, fields->len);
}

static void
add_certificate (GByteArray *out, const CutFetched *fetched, const char *id)
{
  g_autofree char *own = derive_id (id, "certificate");
  GString *record = begin_record ("metadata", own, fetched->final_url, fetched->started);

  add_id (record, "WARC-Concurrent-To", id);
  end_record (out, record, "application/x-pem-file", (const guint8 *) fetched->certificate_pem, strlen (fetched->certificate_pem));
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
  record = begin_record ("resource", record_id, uri, time);
  add_digest (record, "WARC-Payload-Digest", data, length);
  end_record (out, record, content_type, data, length);
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
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strconcat ("urn:cuttings:paste:", hex, NULL);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-warc-read.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "cut-decode.h"
#include "cut-error.h"

#define STEP (64 * 1024)
#define LONGEST_HEAD (64 * 1024) /* bytes; one that does not end by then is no head */

struct _CutWarcReader
{
  GBytes *bytes; /* (owned): unpacked */
  gsize at;
  gboolean cut;
};

void
cut_warc_record_free (CutWarcRecord *self)
{
  g_free (self->head);
  g_free (self->id);
  g_free (self->type);
  g_free (self->uri);
  g_free (self->date);
  g_free (self->content_type);
  g_ptr_array_unref (self->headers);
  g_clear_pointer (&self->block, g_bytes_unref);
  g_free (self);
}

/* Unpacking. */

static gboolean
is_gzip (const char *data, gsize length)
{
  return length >= 2 && memcmp (data, "\037\213", 2) == 0;
}

static GBytes *
fail_too_large (gsize limit, GError **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
               _("This web archive is larger than %u MiB unpacked; take the page out of it that you need"), (unsigned) (limit >> 20));
  return NULL;
}

/* One member after the other. A file that breaks off has the records before that place. */
static GBytes *
unpack (GBytes *packed, gsize limit, gboolean *cut, GError **error)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *step = g_malloc (STEP);
  gsize length;
  const char *data = g_bytes_get_data (packed, &length);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED || is_gzip (data, length))
    {
      gsize taken = 0, made = 0;

      if (result == G_CONVERTER_FINISHED)
        g_converter_reset (converter);
      result = g_converter_convert (converter, data, length, step, STEP, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
      if (result == G_CONVERTER_ERROR)
        break;
      if (out->len + made > limit)
        return fail_too_large (limit, error);
      g_byte_array_append (out, step, (guint) made);
      data += taken;
      length -= taken;
    }
  *cut = result == G_CONVERTER_ERROR;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Heads. */

/* Returns: the length of the head at @data with its blank line, or 0 where there is none; @lines without that line */
static gsize
find_head (const char *data, gsize length, gsize *lines)
{
  gsize most = MIN (length, LONGEST_HEAD);

  for (const char *at = data; (at = memchr (at, '\n', most - (gsize) (at - data))) != NULL; at++)
    {
      const char *next = at + 1;
      gsize left = most - (gsize) (next - data);

      *lines = (gsize) (next - data);
      if (left >= 1 && next[0] == '\n')
        return *lines + 1;
      if (left >= 2 && next[0] == '\r' && next[1] == '\n')
        return *lines + 2;
    }
  return 0;
}

static char *
dup_header (SoupMessageHeaders *headers, const char *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

static void
copy_headers (GPtrArray *out, SoupMessageHeaders *headers)
{
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    cut_headers_add (out, name, value);
}

/* The head of the answer that a response record holds. */
static void
read_response (CutWarcRecord *self)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  gsize length, lines = 0;
  const char *data = g_bytes_get_data (self->block, &length);
  g_autofree char *head = NULL;
  SoupHTTPVersion version;

  self->body = find_head (data, length, &lines);
  g_clear_pointer (&self->content_type, g_free);
  /* libsoup reads numbers with strtol(), which goes on to a NUL. */
  head = g_strndup (data, lines);
  /* A status line that libsoup does not know ("HTTP/2 200") does not make the headers worthless. */
  if (self->body > 0 && !soup_headers_parse_response (head, (int) lines, headers, &version, &self->status, NULL))
    {
      self->status = 0;
      soup_message_headers_clear (headers);
      soup_headers_parse (head, (int) lines, headers);
    }
  copy_headers (self->headers, headers);
  self->content_type = g_strdup (cut_headers_get (self->headers, "Content-Type"));
  soup_message_headers_unref (headers);
}

static gboolean
is_http (const CutWarcRecord *self)
{
  return g_strcmp0 (self->type, "response") == 0 && self->content_type != NULL &&
         g_ascii_strncasecmp (self->content_type, "application/http", strlen ("application/http")) == 0;
}

/* Addresses stand in angle brackets in old files. */
static void
strip_brackets (char *uri)
{
  gsize length = uri != NULL ? strlen (uri) : 0;

  if (length < 2 || uri[0] != '<' || uri[length - 1] != '>')
    return;
  memmove (uri, uri + 1, length - 2);
  uri[length - 2] = '\0';
}

static gboolean
read_length (SoupMessageHeaders *headers, guint64 *length)
{
  const char *value = soup_message_headers_get_one (headers, "Content-Length");

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, length, NULL);
}

static CutWarcRecord *
record_new (SoupMessageHeaders *headers, char *head, GBytes *block)
{
  CutWarcRecord *self = g_new0 (CutWarcRecord, 1);

  self->head = head;
  self->id = dup_header (headers, "WARC-Record-ID");
  self->type = dup_header (headers, "WARC-Type");
  self->uri = dup_header (headers, "WARC-Target-URI");
  self->date = dup_header (headers, "WARC-Date");
  self->content_type = dup_header (headers, "Content-Type");
  self->headers = cut_headers_new ();
  self->block = block;
  strip_brackets (self->uri);
  if (is_http (self))
    read_response (self);
  return self;
}

/* The file. */

static void
skip_blank (CutWarcReader *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  while (self->at < length && g_ascii_isspace (data[self->at]))
    self->at++;
}

static gboolean
stands_at_record (CutWarcReader *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  skip_blank (self);
  return length - self->at >= 5 && memcmp (data + self->at, "WARC/", 5) == 0;
}

CutWarcReader *
cut_warc_reader_new (GBytes *bytes, gsize limit, GError **error)
{
  g_autoptr (CutWarcReader) self = g_new0 (CutWarcReader, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (is_gzip (data, length))
    self->bytes = unpack (bytes, limit, &self->cut, error);
  else
    self->bytes = length <= limit ? g_bytes_ref (bytes) : fail_too_large (limit, error);
  if (self->bytes == NULL)
    return NULL;
  if (stands_at_record (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("This is a compressed file and no web archive; unpack it and clip what is in it"));
  return NULL;
}

void
cut_warc_reader_free (CutWarcReader *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

void
cut_warc_reader_rewind (CutWarcReader *self)
{
  self->at = 0;
}

CutWarcRecord *
cut_warc_reader_next (CutWarcReader *self)
{
  gsize length, head, lines = 0;
  const char *data = g_bytes_get_data (self->bytes, &length);
  SoupMessageHeaders *headers;
  CutWarcRecord *record = NULL;
  guint64 size = 0;

  if (!stands_at_record (self))
    {
      self->cut = self->cut || self->at < length;
      return NULL;
    }
  head = find_head (data + self->at, length - self->at, &lines);
  headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_MULTIPART);
  if (head > 0 && soup_headers_parse (data + self->at, (int) lines, headers) &&
      read_length (headers, &size))
    {
      gsize left = length - self->at - head;

      self->cut = self->cut || size > left;
      size = MIN (size, left);
      record = record_new (headers, g_strndup (data + self->at, lines), g_bytes_new_from_bytes (self->bytes, self->at + head, (gsize) size));
      self->at += head + (gsize) size;
    }
  else
    self->cut = TRUE;
  soup_message_headers_unref (headers);
  return record;
}

gboolean
cut_warc_reader_is_cut (const CutWarcReader *self)
{
  return self->cut;
}

/* The payload. */

static GBytes *
undo_chunks (GBytes *body)
{
  g_autoptr (CutChunks) chunks = cut_chunks_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (body, &length);

  CutChunksState state = cut_chunks_feed (chunks, data, length, out);

  if (state == CUT_CHUNKS_BROKEN || (state == CUT_CHUNKS_MORE && out->len == 0))
    return g_bytes_ref (body);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* What begins with a tag is packed by no coding. */
static gboolean
is_unpacked (GBytes *body)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (body, &length);
  gsize at = length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  return at + 1 < length && data[at] == '<' && (data[at + 1] == '!' || data[at + 1] == '?' || g_ascii_isalpha (data[at + 1]));
}

GBytes *
cut_warc_record_get_payload (const CutWarcRecord *self, gsize limit, GError **error)
{
  const char *transfer = cut_headers_get (self->headers, "Transfer-Encoding");
  gsize length = g_bytes_get_size (self->block);
  g_autoptr (GBytes) body = g_bytes_new_from_bytes (self->block, self->body, length - self->body);
  g_autoptr (GBytes) whole = transfer != NULL && g_ascii_strcasecmp (transfer, "chunked") == 0 ? undo_chunks (body) : g_bytes_ref (body);

  /* Some archivers unpack what they keep, and leave the server's words as they came. */
  if (is_unpacked (whole))
    return g_steal_pointer (&whole);
  return cut_decode_content (whole, cut_headers_get (self->headers, "Content-Encoding"), limit, error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-warc-record.h"

#include <gio/gio.h>

#include "cut-date.h"
#include "cut-sha256.h"
#include "cut-warc.h"

#define STEP (64 * 1024)

/* A line end in a value would begin a line of its own. */
void
cut_warc_record_add (GString *head, const char *name, const char *value)
{
  g_autofree char *line = g_strdup (value);

  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (head, "%s: %s\r\n", name, line);
}

void
cut_warc_record_add_digest (GString *head, const char *name, const guint8 *data, gsize length)
{
  g_autofree char *hex = cut_sha256_of_data (data, length);
  g_autofree char *value = g_strconcat ("sha256:", hex, NULL);

  cut_warc_record_add (head, name, value);
}

void
cut_warc_record_add_id (GString *head, const char *name, const char *id)
{
  g_autofree char *value = g_strdup_printf ("<urn:uuid:%s>", id);

  cut_warc_record_add (head, name, value);
}

GString *
cut_warc_record_begin (const char *type, const char *id, const char *uri, gint64 time)
{
  GString *head = g_string_new ("WARC/1.1\r\n");
  g_autofree char *date = cut_time_format (time);

  cut_warc_record_add (head, "WARC-Type", type);
  cut_warc_record_add_id (head, "WARC-Record-ID", id);
  cut_warc_record_add (head, "WARC-Date", date);
  if (uri != NULL)
    cut_warc_record_add (head, "WARC-Target-URI", uri);
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
void
cut_warc_record_end (GByteArray *out, GString *head, const char *content_type, const guint8 *block, gsize length)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, length);

  if (content_type != NULL)
    cut_warc_record_add (head, "Content-Type", content_type);
  cut_warc_record_add_digest (head, "WARC-Block-Digest", block, length);
  cut_warc_record_add (head, "Content-Length", size);
  g_string_append (head, "\r\n");
  g_byte_array_append (record, (const guint8 *) head->str, (guint) head->len);
  if (length > 0)
    g_byte_array_append (record, block, (guint) length);
  g_byte_array_append (record, (const guint8 *) "\r\n\r\n", 4);
  append_gzip (out, record->data, record->len);
  g_string_free (head, TRUE);
}

/* A UUID of version 8 (RFC 9562, section 5.8) that follows from @id and @role. */
char *
cut_warc_derive_id (const char *id, const char *role)
{
  g_autofree char *seed = g_strconcat (id, ":", role, NULL);
  g_autofree char *hex = cut_sha256_of_text (seed, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-warc.h"

#include <string.h>

#include "cut-date.h"
#include "cut-warc-read.h"
#include "cut-warc-record.h"

/**
 * Part:
 * @id: (nullable): of a record that changes: the new one, a UUID
 * @block: (nullable): of a record that changes: the new one
 * @left_out: (element-type utf8): names of the headers that are gone from it
 */
typedef struct
{
  CutWarcRecord *record;
  char *id;
  GBytes *block;
  GPtrArray *left_out;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  cut_warc_record_free (part->record);
  g_free (part->id);
  g_clear_pointer (&part->block, g_bytes_unref);
  g_ptr_array_unref (part->left_out);
  g_free (part);
}

/* --- What is taken out -------------------------------------------------------------------- */

static gboolean
is_http (const CutWarcRecord *record)
{
  g_autofree char *head = g_ascii_strdown (record->head, -1);

  return strstr (head, "application/http") != NULL;
}

static char *
header_name (const char *line, gsize length)
{
  const char *colon = memchr (line, ':', length);

  return colon != NULL ? g_strstrip (g_strndup (line, (gsize) (colon - line))) : NULL;
}

/* Whether the line goes. One that begins with a space belongs to the line before. */
static gboolean
leaves_out (const char *line, gsize length, gboolean before, GPtrArray *left_out)
{
  g_autofree char *name = NULL;

  if (*line == ' ' || *line == '\t')
    return before;
  name = header_name (line, length);
  if (name == NULL || !cut_header_is_secret (name))
    return FALSE;
  g_ptr_array_add (left_out, g_steal_pointer (&name));
  return TRUE;
}

/* Line by line up to the blank one; all else is as it was. */
static GBytes *
strip_block (GBytes *block, GPtrArray *left_out)
{
  gsize length;
  const char *data = g_bytes_get_data (block, &length);
  const char *end = data + length;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const char *at = data;
  gboolean gone = FALSE;

  while (at < end && *at != '\r' && *at != '\n')
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));
      gsize line = newline != NULL ? (gsize) (newline + 1 - at) : (gsize) (end - at);

      gone = leaves_out (at, line, gone, left_out);
      if (!gone)
        g_byte_array_append (out, (const guint8 *) at, (guint) line);
      at += line;
    }
  if (left_out->len == 0)
    return NULL;
  g_byte_array_append (out, (const guint8 *) at, (guint) (end - at));
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static Part *
part_new (CutWarcRecord *record)
{
  Part *part = g_new0 (Part, 1);

  part->record = record;
  part->left_out = g_ptr_array_new_with_free_func (g_free);
  if (is_http (record))
    part->block = strip_block (record->block, part->left_out);
  if (part->block != NULL)
    part->id = cut_warc_derive_id (record->id != NULL ? record->id : "", "without-secrets");
  return part;
}

/* --- What is written instead -------------------------------------------------------------- */

/* In brackets, as they have to be: any other word would be found where it is no id. */
static gboolean
is_proper (const char *id)
{
  return id != NULL && g_str_has_prefix (id, "<") && g_str_has_suffix (id, ">");
}

/* Other records name the changed ones by their ids. */
static void
change_ids (GString *head, GPtrArray *parts)
{
  for (unsigned i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      g_autofree char *id = part->id != NULL ? g_strdup_printf ("<urn:uuid:%s>", part->id) : NULL;

      if (id != NULL && is_proper (part->record->id))
        g_string_replace (head, part->record->id, id, 0);
    }
}

static GString *
copy_head (const Part *part, GPtrArray *parts)
{
  g_auto (GStrv) lines = g_strsplit (part->record->head, "\n", -1);
  GString *head = g_string_new (NULL);

  for (unsigned i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = header_name (lines[i], strlen (lines[i]));
      gboolean written_anew = name != NULL && (g_ascii_strcasecmp (name, "WARC-Block-Digest") == 0 || g_ascii_strcasecmp (name, "Content-Length") == 0);

      if (!written_anew && *g_strchomp (lines[i]) != '\0')
        g_string_append_printf (head, "%s\r\n", lines[i]);
    }
  change_ids (head, parts);
  return head;
}

static void
add_note (GByteArray *out, const Part *part)
{
  g_autofree char *id = cut_warc_derive_id (part->id, "metadata");
  g_autoptr (GString) fields = g_string_new (NULL);
  gint64 time = 0;
  GString *head;

  cut_time_parse (part->record->date != NULL ? part->record->date : "", &time);
  head = cut_warc_record_begin ("metadata", id, part->record->uri, time);
  cut_warc_record_add_id (head, "WARC-Concurrent-To", part->id);
  cut_warc_record_add (fields, "note", "cookies and credentials were taken out when this was exported; all else is as it was captured");
  if (part->record->id != NULL)
    cut_warc_record_add (fields, "changed-from", part->record->id);
  for (unsigned i = 0; i < part->left_out->len; i++)
    cut_warc_record_add (fields, "left-out", part->left_out->pdata[i]);
  cut_warc_record_end (out, head, "application/warc-fields", (const guint8 *) fields->str, fields->len);
}

static GBytes *
write_parts (GPtrArray *parts)
{
  GByteArray *out = g_byte_array_new ();

  for (unsigned i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      gsize length;
      const guint8 *block = g_bytes_get_data (part->block != NULL ? part->block : part->record->block, &length);

      cut_warc_record_end (out, copy_head (part, parts), NULL, block, length);
      if (part->id != NULL)
        add_note (out, part);
    }
  return g_byte_array_free_to_bytes (out);
}

GBytes *
cut_warc_without_secrets (GBytes *warc, gsize limit, GError **error)
{
  g_autoptr (CutWarcReader) reader = cut_warc_reader_new (warc, limit, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  gboolean changes = FALSE;
  CutWarcRecord *record;

  if (reader == NULL)
    return NULL;
  while ((record = cut_warc_reader_next (reader)) != NULL)
    {
      Part *part = part_new (record);

      changes = changes || part->id != NULL;
      g_ptr_array_add (parts, part);
    }
  /* What could not be read was not searched, so it stays here. */
  changes = changes || cut_warc_reader_is_cut (reader);
  return changes ? write_parts (parts) : g_bytes_ref (warc);
}

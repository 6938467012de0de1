/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-in-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "cut-error.h"
#include "cut-limits.h"

#define CHUNK (64 * 1024)
#define TAR_MARK 257 /* where a tar says that it is one */

static void
entry_free (gpointer data)
{
  CutInEntry *entry = data;

  g_free (entry->path);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

gboolean
cut_in_is_archive (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return (length > 4 && memcmp (data, "PK\3\4", 4) == 0) || (length > TAR_MARK + 5 && memcmp (data + TAR_MARK, "ustar", 5) == 0);
}

static void
set_damaged (struct archive *reader,
             GError        **error)
{
  const char *reason = archive_error_string (reader);

  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The archive is damaged or encrypted: %s"), reason != NULL ? reason : "–");
}

/* (transfer full) (nullable): the bytes of the file that the reader is at; @left: (inout): bytes that may still be unpacked. */
static GBytes *
read_bytes (struct archive *reader,
            gsize          *left,
            GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t count;

  while ((count = archive_read_data (reader, chunk, CHUNK)) > 0)
    {
      if ((gsize) count > *left)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("There are more than %lu MiB in this archive"), CUT_LIMIT_UNPACKED / 1024 / 1024);
          return NULL;
        }
      *left -= (gsize) count;
      g_byte_array_append (bytes, chunk, (guint) count);
    }
  if (count == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  set_damaged (reader, error);
  return NULL;
}

static gboolean
read_entry (struct archive       *reader,
            struct archive_entry *entry,
            GPtrArray            *entries,
            gsize                *left,
            GError              **error)
{
  const char *path = archive_entry_pathname (entry);
  CutInEntry *read;
  GBytes *bytes;

  if (archive_entry_filetype (entry) != S_IFREG || path == NULL)
    return TRUE;
  bytes = read_bytes (reader, left, error);
  if (bytes == NULL)
    return FALSE;
  read = g_new0 (CutInEntry, 1);
  read->path = g_utf8_make_valid (path, -1);
  read->bytes = bytes;
  g_ptr_array_add (entries, read);
  return TRUE;
}

static gboolean
read_entries (struct archive  *reader,
              GPtrArray       *entries,
              GError         **error)
{
  gsize left = CUT_LIMIT_UNPACKED;
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (reader, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (entries->len >= CUT_LIMIT_IMPORT_ITEMS)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("There are more than %d files in this archive"), CUT_LIMIT_IMPORT_ITEMS);
          return FALSE;
        }
      if (!read_entry (reader, entry, entries, &left, error))
        return FALSE;
    }
  if (status == ARCHIVE_EOF)
    return TRUE;
  set_damaged (reader, error);
  return FALSE;
}

GPtrArray *
cut_in_archive_read (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  struct archive *reader = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  gboolean sound;

  archive_read_support_format_zip (reader);
  archive_read_support_format_tar (reader);
  sound = archive_read_open_memory (reader, data, length) == ARCHIVE_OK;
  if (!sound)
    set_damaged (reader, error);
  sound = sound && read_entries (reader, entries, error);
  archive_read_free (reader);
  return sound ? g_steal_pointer (&entries) : NULL;
}

const CutInEntry *
cut_in_archive_find (GPtrArray  *entries,
                     const char *path)
{
  g_autofree char *below = g_strconcat ("/", path, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->path, path) || g_str_has_suffix (entry->path, below))
        return entry;
    }
  return NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-input.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"

#define LONGEST_TEXT (1024UL * 1024 * 1024) /* where a slip (a file of another kind) is told from a text */

static void
say_unread (const char    *path,
            const GError  *failure,
            GError       **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no file %s"), path);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is a folder; name a file in it"), path);
  else
    g_propagate_error (error, g_error_copy (failure));
}

static GBytes *
read_all (const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (strcmp (path, "-") == 0)
    input = g_unix_input_stream_new (0, FALSE);
  else
    input = G_INPUT_STREAM (g_file_read (file, NULL, &failure));
  if (failure != NULL)
    say_unread (path, failure, error);
  if (input == NULL
      || g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* A byte order mark names what is no UTF-8; without one it stays a guess, and offsets would be counted in a guess. */
static gboolean
is_utf16 (const char *data,
          gsize       length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

/* Returns: (nullable): NULL where it breaks off within a letter or is none at all. A NUL is no text either. */
static char *
decode (const char *data,
        gsize       length)
{
  const char *from = *data == '\xff' ? "UTF-16LE" : "UTF-16BE";
  gsize n = 0;
  g_autofree char *text = g_convert (data + 2, (gssize) length - 2, "UTF-8", from, NULL, &n, NULL);

  return text != NULL && memchr (text, '\0', n) == NULL ? g_steal_pointer (&text) : NULL;
}

static char *
read_text (const char *data,
           gsize       length)
{
  if (is_utf16 (data, length))
    return decode (data, length);
  if (length > 0 && !g_utf8_validate (data, (gssize) length, NULL))
    return NULL;
  return g_strndup (length > 0 ? data : "", length);
}

char *
cut_input_read_text (const char  *path,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = read_all (path, error);
  gsize length = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  char *text;

  if (bytes == NULL)
    return NULL;
  if (length > LONGEST_TEXT)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it is too long for a text"));
      return NULL;
    }
  text = read_text (g_bytes_get_data (bytes, NULL), length);
  if (text == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it is no UTF-8 text"));
  return text;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-input.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"

#define LONGEST_TEXT (1024UL * 1024 * 1024) /* where a slip (a file of another kind) is told from a text */

static GBytes *
read_all (const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (strcmp (path, "-") == 0)
    input = g_unix_input_stream_new (0, FALSE);
  else
    input = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (input == NULL
      || g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

char *
cut_input_read_text (const char  *path,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = read_all (path, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (length > LONGEST_TEXT)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it is too long for a text"));
  /* A NUL is no text either. */
  else if (length > 0 && !g_utf8_validate (data, (gssize) length, NULL))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it is no UTF-8 text"));
  else
    return g_strndup (length > 0 ? data : "", length);
  return NULL;
}

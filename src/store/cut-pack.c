/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zstd.h>

#include "cut-error.h"

#define LEVEL 3
#define MOST (1024ULL * 1024 * 1024) /* SQLite's own limit of one value: a frame that promises more lies */

GBytes *
cut_pack (const void *data,
          gsize       length)
{
  gsize room = ZSTD_compressBound (length);
  char *packed = g_malloc (room);
  gsize written = ZSTD_compress (packed, room, data, length, LEVEL);

  /* Only too little room or memory makes it fail, and GLib aborts on the latter too. */
  g_assert (!ZSTD_isError (written));
  return g_bytes_new_take (g_realloc (packed, MAX (written, 1)), written);
}

/* Returns: (transfer full) (nullable): with a NUL behind it */
static char *
unpack (const void  *data,
        gsize        length,
        gsize       *n,
        GError     **error)
{
  unsigned long long size = ZSTD_getFrameContentSize (data, length);
  char *plain = size <= MOST ? g_try_malloc (size + 1) : NULL;
  gsize written = plain != NULL ? ZSTD_decompress (plain, size, data, length) : 0;

  if (plain == NULL || ZSTD_isError (written) || written != size)
    {
      g_free (plain);
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("Stored bytes are damaged and cannot be unpacked"));
      return NULL;
    }
  plain[size] = '\0';
  *n = written;
  return plain;
}

GBytes *
cut_unpack (const void  *data,
            gsize        length,
            GError     **error)
{
  gsize size;
  char *plain = unpack (data, length, &size, error);

  return plain != NULL ? g_bytes_new_take (plain, size) : NULL;
}

GBytes *
cut_pack_text (const char *text)
{
  return text != NULL ? cut_pack (text, strlen (text)) : NULL;
}

char *
cut_unpack_text (const void  *data,
                 gsize        length,
                 GError     **error)
{
  gsize size;
  g_autofree char *text = unpack (data, length, &size, error);

  if (text == NULL)
    return NULL;
  if (g_utf8_validate_len (text, size, NULL))
    return g_steal_pointer (&text);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("Stored text is damaged"));
  return NULL;
}

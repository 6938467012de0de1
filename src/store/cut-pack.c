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

static GBytes *
take_packed (char  *packed,
             gsize  written)
{
  /* Only too little room or memory makes it fail, and GLib aborts on the latter too. */
  g_assert (!ZSTD_isError (written));
  return g_bytes_new_take (g_realloc (packed, MAX (written, 1)), written);
}

CutPacker *
cut_packer_new (void)
{
  CutPacker *self = ZSTD_createCCtx ();

  /* Only too little memory makes it fail, and GLib aborts on that. */
  g_assert (self != NULL);
  return self;
}

void
cut_packer_free (CutPacker *self)
{
  ZSTD_freeCCtx (self);
}

static GBytes *
compress (CutPacker  *packer,
          const void *data,
          gsize       length,
          GBytes     *against)
{
  g_autoptr (CutPacker) own = packer == NULL ? cut_packer_new () : NULL;
  CutPacker *context = packer != NULL ? packer : own;
  gsize room = ZSTD_compressBound (length);
  char *packed = g_malloc (room);

  ZSTD_CCtx_reset (context, ZSTD_reset_session_and_parameters);
  ZSTD_CCtx_setParameter (context, ZSTD_c_compressionLevel, LEVEL);
  if (against != NULL)
    ZSTD_CCtx_refPrefix (context, g_bytes_get_data (against, NULL), g_bytes_get_size (against));
  return take_packed (packed, ZSTD_compress2 (context, packed, room, data, length));
}

GBytes *
cut_pack (CutPacker  *packer,
          const void *data,
          gsize       length)
{
  return compress (packer, data, length, NULL);
}

CutUnpacker *
cut_unpacker_new (void)
{
  CutUnpacker *self = ZSTD_createDCtx ();

  /* Only too little memory makes it fail, and GLib aborts on that. */
  g_assert (self != NULL);
  return self;
}

void
cut_unpacker_free (CutUnpacker *self)
{
  ZSTD_freeDCtx (self);
}

static gsize
decompress (CutUnpacker *unpacker,
            char        *plain,
            gsize        size,
            const void  *data,
            gsize        length,
            GBytes      *against)
{
  g_autoptr (CutUnpacker) own = unpacker == NULL ? cut_unpacker_new () : NULL;
  CutUnpacker *context = unpacker != NULL ? unpacker : own;

  /* What was refused before has left it in the middle. */
  ZSTD_DCtx_reset (context, ZSTD_reset_session_only);
  if (against != NULL)
    ZSTD_DCtx_refPrefix (context, g_bytes_get_data (against, NULL), g_bytes_get_size (against));
  return ZSTD_decompressDCtx (context, plain, size, data, length);
}

/* Returns: (transfer full) (nullable): with a NUL behind it */
static char *
unpack (CutUnpacker *unpacker,
        const void  *data,
        gsize        length,
        GBytes      *against,
        gsize       *n,
        GError     **error)
{
  unsigned long long size = ZSTD_getFrameContentSize (data, length);
  char *plain = size <= MOST ? g_try_malloc (size + 1) : NULL;
  gsize written = plain != NULL ? decompress (unpacker, plain, size, data, length, against) : 0;

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
cut_unpack (CutUnpacker *unpacker,
            const void  *data,
            gsize        length,
            GError     **error)
{
  gsize size;
  char *plain = unpack (unpacker, data, length, NULL, &size, error);

  return plain != NULL ? g_bytes_new_take (plain, size) : NULL;
}

GBytes *
cut_pack_text (CutPacker  *packer,
               const char *text)
{
  return text != NULL ? compress (packer, text, strlen (text), NULL) : NULL;
}

GBytes *
cut_pack_text_against (CutPacker  *packer,
                       const char *text,
                       GBytes     *against)
{
  return compress (packer, text, strlen (text), against);
}

char *
cut_unpack_text (CutUnpacker *unpacker,
                 const void  *data,
                 gsize        length,
                 GError     **error)
{
  return cut_unpack_text_against (unpacker, data, length, NULL, error);
}

char *
cut_unpack_text_against (CutUnpacker *unpacker,
                         const void  *data,
                         gsize        length,
                         GBytes      *against,
                         GError     **error)
{
  gsize size;
  g_autofree char *text = unpack (unpacker, data, length, against, &size, error);

  if (text == NULL)
    return NULL;
  if (g_utf8_validate_len (text, size, NULL))
    return g_steal_pointer (&text);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("Stored text is damaged"));
  return NULL;
}

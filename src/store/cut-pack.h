/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* zstd, level 3: half the size of news text at a speed that is never felt. */

/** CutUnpacker: what is used again from one unpacking to the next, as making it takes as long as unpacking a short text. One thread. */
typedef struct ZSTD_DCtx_s CutUnpacker;

CutUnpacker *cut_unpacker_new (void);
void cut_unpacker_free (CutUnpacker *self);

/** CutPacker: the same for packing */
typedef struct ZSTD_CCtx_s CutPacker;

CutPacker *cut_packer_new (void);
void cut_packer_free (CutPacker *self);

/** cut_pack: @packer: (nullable). Returns: (transfer full) */
GBytes *cut_pack (CutPacker *packer, const void *data, gsize length);

/** cut_unpack: @unpacker: (nullable). Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_CORRUPT when @data is no whole frame */
GBytes *cut_unpack (CutUnpacker *unpacker, const void *data, gsize length, GError **error);

/** cut_pack_text: @packer: (nullable). Returns: (transfer full) (nullable): %NULL for %NULL */
GBytes *cut_pack_text (CutPacker *packer, const char *text);
/** cut_unpack_text: @unpacker: (nullable). Returns: (transfer full) (nullable): as cut_unpack(); UTF-8 or %CUT_ERROR_CORRUPT */
char *cut_unpack_text (CutUnpacker *unpacker, const void *data, gsize length, GError **error);

/**
 * cut_pack_text_against:
 * @packer: (nullable)
 * @against: (nullable): bytes that say much of the same; as cut_pack_text() where there are none
 *
 * Packs what @text has that @against does not: cut_unpack_text_against() needs the same bytes.
 *
 * Returns: (transfer full)
 */
GBytes *cut_pack_text_against (CutPacker *packer, const char *text, GBytes *against);
/** cut_unpack_text_against: @unpacker, @against: (nullable). Returns: (transfer full) (nullable): as cut_unpack_text() */
char *cut_unpack_text_against (CutUnpacker *unpacker, const void *data, gsize length, GBytes *against, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPacker, cut_packer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutUnpacker, cut_unpacker_free)

G_END_DECLS

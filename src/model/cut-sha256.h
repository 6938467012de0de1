/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:cut-sha256
 *
 * SHA-256 (FIPS 180-4) by Nettle, which uses the instructions that processors have for it: every page, text and revision of a
 * notebook is hashed, several times on its way, and #GChecksum takes five times as long. All functions may be called in any thread; a
 * #CutSha256 belongs to one at a time.
 */

/** CUT_SHA256_LENGTH: bytes of a digest */
#define CUT_SHA256_LENGTH 32

/** CutSha256: a digest on its way */
typedef struct _CutSha256 CutSha256;

/**
 * cut_sha256_of_text:
 * @length: bytes; -1 for all of a text that ends with NUL
 *
 * Returns: (transfer full): the digest as 64 lower-case hexadecimal digits
 */
char *cut_sha256_of_text (const char *text, gssize length);

/** cut_sha256_of_data: Returns: (transfer full): the same of @length bytes. @data: (nullable): where @length is 0 */
char *cut_sha256_of_data (gconstpointer data, gsize length);

/** cut_sha256_of_bytes: Returns: (transfer full): the same of @bytes */
char *cut_sha256_of_bytes (GBytes *bytes);

/** cut_sha256_new: Returns: (transfer full): the digest of nothing yet */
CutSha256 *cut_sha256_new (void);

void cut_sha256_free (CutSha256 *self);

/** cut_sha256_add: adds @length bytes */
void cut_sha256_add (CutSha256 *self, gconstpointer data, gsize length);

/** cut_sha256_add_text: adds a text without its NUL */
void cut_sha256_add_text (CutSha256 *self, const char *text);

/** cut_sha256_end: writes the digest of all that was added to @digest; @self is that of nothing again */
void cut_sha256_end (CutSha256 *self, guint8 digest[CUT_SHA256_LENGTH]);

/** cut_sha256_end_hex: the same. Returns: (transfer full): as 64 lower-case hexadecimal digits */
char *cut_sha256_end_hex (CutSha256 *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSha256, cut_sha256_free)

G_END_DECLS

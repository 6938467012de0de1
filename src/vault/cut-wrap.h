/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutWrap:
 * @id: (owned): names the data key that is wrapped; random, the same after a change of passphrase
 * @kdf: (owned): `argon2id13`: Argon2id version 1.3 (RFC 9106), as libsodium's crypto_pwhash()
 * @passes: Argon2's passes over its memory
 * @memory: bytes of it
 * @salt: (owned): base64, 16 bytes
 * @key: (owned): base64: nonce (24 bytes) and the data key (32 bytes) under XChaCha20-Poly1305 with the key that was made of the
 *   passphrase; everything above is associated data
 *
 * What stands in the file of the key: nothing in it is secret. A plain structure.
 */
typedef struct
{
  char *id;
  char *kdf;
  gint64 passes;
  gint64 memory;
  char *salt;
  char *key;
} CutWrap;

CutWrap *cut_wrap_copy (const CutWrap *self);
void cut_wrap_free (CutWrap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWrap, cut_wrap_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-passphrase.h"
#include "cut-wrap.h"

G_BEGIN_DECLS

/**
 * CutVault:
 *
 * Holds the key that the secrets of a notebook are sealed with, or holds none and is locked. The passphrase is made into a
 * key by Argon2id; that key wraps a random data key, which seals the texts, so that another passphrase wraps it anew and
 * nothing else changes. All by libsodium. The data key lives in memory that is locked against swapping, between guard pages,
 * unreadable but while it is used, and is wiped when the vault locks.
 *
 * It locks itself after ten minutes without use: when cut_vault_touch() was not called for that long by a clock that
 * goes on while the computer sleeps, no call finds it open any more, whether or not anybody waited for that moment.
 *
 * Reference-counted. Any thread.
 */
typedef struct _CutVault CutVault;

/** CutVaultClock: Returns: microseconds since any moment; never goes back */
typedef gint64 (*CutVaultClock) (gpointer data);

/**
 * CutVaultCost:
 * @CUT_VAULT_COST_LEAST: the least that libsodium takes: for tests, a passphrase behind it is worth little
 * @CUT_VAULT_COST_DEFAULT: 3 passes over 256 MiB: under a second here, and as much for each guess
 */
typedef enum
{
  CUT_VAULT_COST_LEAST,
  CUT_VAULT_COST_DEFAULT,
} CutVaultCost;

#define CUT_VAULT_LOCK_AFTER (10 * 60 * G_USEC_PER_SEC)

/** cut_vault_new: Returns: (transfer full): locked */
CutVault *cut_vault_new (void);
CutVault *cut_vault_ref (CutVault *self);
void cut_vault_unref (CutVault *self);

/** cut_vault_set_clock: for tests. @clock: (nullable): %NULL for the system's */
void cut_vault_set_clock (CutVault *self, CutVaultClock clock, gpointer data);
/** cut_vault_set_limit: @limit: microseconds without use until it locks; %CUT_VAULT_LOCK_AFTER unless set */
void cut_vault_set_limit (CutVault *self, gint64 limit);

/**
 * cut_vault_create:
 *
 * A new data key, wrapped by @passphrase; the vault is open with it. Takes as long as the @cost says and cannot be
 * interrupted: not in the main thread.
 *
 * Returns: (transfer full) (nullable): or %NULL with %CUT_ERROR_INPUT (a passphrase that is too short) or %CUT_ERROR_NOTEBOOK (too little memory)
 */
CutWrap *cut_vault_create (CutVault *self, CutPassphrase *passphrase, CutVaultCost cost, GError **error);

/**
 * cut_vault_unlock:
 *
 * Likewise slow.
 *
 * Returns: %FALSE with %CUT_ERROR_PASSPHRASE when it is not the one, or %CUT_ERROR_CORRUPT when @wrap is none; then an open vault stays
 *   as it was
 */
gboolean cut_vault_unlock (CutVault *self, const CutWrap *wrap, CutPassphrase *passphrase, GError **error);

/**
 * cut_vault_rewrap:
 *
 * The data key of @wrap, which @old opens, wrapped by @passphrase. Twice as slow. The vault is not touched.
 *
 * Returns: (transfer full) (nullable): or %NULL with an error as of cut_vault_create() and cut_vault_unlock()
 */
CutWrap *cut_vault_rewrap (const CutWrap *wrap, CutPassphrase *old, CutPassphrase *passphrase, CutVaultCost cost, GError **error);

/** cut_vault_lock: wipes the key */
void cut_vault_lock (CutVault *self);
/** cut_vault_is_open: @id: (nullable): whether it holds the key of that name (any key for %NULL), and was used lately */
gboolean cut_vault_is_open (CutVault *self, const char *id);
/** cut_vault_touch: it is in use: the ten minutes begin anew. Nothing when it is locked, or should be. */
void cut_vault_touch (CutVault *self);
/** cut_vault_get_remaining: Returns: microseconds until it locks unless touched; 0 when it is locked */
gint64 cut_vault_get_remaining (CutVault *self);

/**
 * cut_vault_seal:
 * @id: name of the key
 * @about: what the text belongs to (which object and field, in which form); opened with anything else it is refused
 * @text: UTF-8
 *
 * XChaCha20-Poly1305 (crypto_aead_xchacha20poly1305_ietf) with a random nonce of 24 bytes and @about as associated data, over
 * @text padded to a multiple of 128 bytes, so that its length does not tell a name.
 *
 * Returns: (transfer full) (nullable): base64 of nonce and sealed bytes; %NULL with %CUT_ERROR_LOCKED
 */
char *cut_vault_seal (CutVault *self, const char *id, const char *about, const char *text, GError **error);

/** cut_vault_open: Returns: (transfer full) (nullable): the text; %NULL with %CUT_ERROR_LOCKED, or %CUT_ERROR_CORRUPT when @sealed was
 *   changed, was sealed with another key or belongs to something else */
char *cut_vault_open (CutVault *self, const char *id, const char *about, const char *sealed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutVault, cut_vault_unref)

G_END_DECLS

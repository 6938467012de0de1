/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* OpenPGP (RFC 4880) by the user's GnuPG, which keeps the keys and does the work in a process of its own. Everything here blocks
 * and may be called from any thread. %CUT_ERROR_UNSUPPORTED where there is no GnuPG. */

/**
 * cut_pgp_sign:
 * @key: (nullable): fingerprint, address or name; %NULL for the user's default key
 *
 * GnuPG may ask for the key's passphrase in a window of its own.
 *
 * Returns: (transfer full) (nullable): a detached signature over @bytes, in ASCII armour
 */
GBytes *cut_pgp_sign (GBytes *bytes, const char *key, GError **error);

/**
 * CutPgpVerdict:
 * @CUT_PGP_GOOD: signed with a key of the keyring
 * @CUT_PGP_BAD: what was signed is something else
 * @CUT_PGP_UNKNOWN: the key is not in the keyring, so nothing can be said
 * @CUT_PGP_SPOILT: it fits, but the key or the signature has expired, or was withdrawn
 */
typedef enum
{
  CUT_PGP_GOOD,
  CUT_PGP_BAD,
  CUT_PGP_UNKNOWN,
  CUT_PGP_SPOILT,
} CutPgpVerdict;

/**
 * CutPgpSigner:
 * @fingerprint: of the key
 * @name: (nullable): what the key says whose it is: that is a claim, unless @certified
 * @certified: whether the user, or somebody they trust, has certified that
 */
typedef struct
{
  CutPgpVerdict verdict;
  char *fingerprint;
  char *name;
  gboolean certified;
} CutPgpSigner;

/** cut_pgp_verify: Returns: (transfer full) (nullable): who made @signature; %CUT_ERROR_CORRUPT when it is none */
CutPgpSigner *cut_pgp_verify (GBytes *bytes, GBytes *signature, GError **error);
void cut_pgp_signer_free (CutPgpSigner *self);

/**
 * cut_pgp_encrypt:
 * @plain: a file descriptor that is read to its end, and stays open
 * @path: a file that is not there yet; on failure it may be left unfinished
 * @keys: (nullable): whose it shall be: whole fingerprints, which are taken as they are, or addresses and names, each of which must be certified itself
 * @passphrase: (nullable): where @keys is %NULL, what opens it
 *
 * What is read is never on the disk.
 */
gboolean cut_pgp_encrypt (int plain, const char *path, const char *const *keys, const char *passphrase, GCancellable *cancellable,
                          GError **error);

/**
 * CutPgpKey:
 * @fingerprint: whole
 * @name: (nullable): what it says whose it is
 * @certified: whether the user, or somebody they trust, has certified that this name is right
 *
 * A key that can be used now.
 */
typedef struct
{
  char *fingerprint;
  char *name;
  gboolean certified;
} CutPgpKey;

void cut_pgp_key_free (CutPgpKey *self);

/** cut_pgp_list_keys: @secret: those that the user can sign with; else those that can be encrypted to. Returns: (transfer full) (nullable)
 *   (element-type CutPgpKey): sorted by name; %NULL with an error */
GPtrArray *cut_pgp_list_keys (gboolean secret, GError **error);

/** cut_pgp_is_encrypted: whether the file at @path is an OpenPGP message, by its name (`.gpg`, `.pgp`) */
gboolean cut_pgp_is_encrypted (const char *path);

/** cut_pgp_needs_passphrase: @needed: (out): whether it is a passphrase that opens the file at @path, and no key that GnuPG has or can ask for */
gboolean cut_pgp_needs_passphrase (const char *path, GCancellable *cancellable, gboolean *needed, GError **error);

/**
 * cut_pgp_decrypt:
 * @passphrase: (nullable): where it was encrypted with one; without it GnuPG asks
 *
 * Returns: a file descriptor of memory that holds what was in it, at its beginning, to be closed; -1 with an error
 */
int cut_pgp_decrypt (const char *path, const char *passphrase, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPgpSigner, cut_pgp_signer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPgpKey, cut_pgp_key_free)

G_END_DECLS

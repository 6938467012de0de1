/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-decrypted.h"

#include "cut-passphrase.h"
#include "cut-pgp.h"

int
cut_decrypted_open (const char  *path,
                    const char  *passphrase_file,
                    GError     **error)
{
  g_autoptr (CutPassphrase) passphrase = NULL;

  if (passphrase_file == NULL)
    return cut_pgp_decrypt (path, NULL, NULL, error);
  passphrase = cut_passphrase_read (passphrase_file, error);
  return passphrase != NULL ? cut_pgp_decrypt (path, cut_passphrase_get (passphrase, NULL), NULL, error) : -1;
}

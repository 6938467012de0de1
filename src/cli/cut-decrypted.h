/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_decrypted_open:
 * @passphrase_file: (nullable): where the passphrase stands, `-` for standard input; without it GnuPG asks for what it needs
 *
 * Opens an encrypted bundle into memory, never onto the disk.
 *
 * Returns: a file descriptor, to be closed, which can be read by the path `/proc/self/fd/NUMBER`; -1 with an error
 */
int cut_decrypted_open (const char *path, const char *passphrase_file, GError **error);

G_END_DECLS

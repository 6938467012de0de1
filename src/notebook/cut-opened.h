/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-passphrase.h"

G_BEGIN_DECLS

/**
 * CutOpened:
 *
 * A file as it can be read: one that is encrypted is opened into memory, never onto the disk, and gone with the last reference.
 * Immutable; any thread.
 */
typedef struct _CutOpened CutOpened;

/**
 * cut_opened_new:
 * @passphrase: (nullable): of a file that is encrypted with one
 *
 * Blocking. Where a key opens it, GnuPG may ask for its passphrase in a window of its own.
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_PASSPHRASE where @passphrase is missing, %CUT_ERROR_LOCKED where it is another or
 *   the key is not here, or another error
 */
CutOpened *cut_opened_new (const char *path, CutPassphrase *passphrase, GCancellable *cancellable, GError **error);
void cut_opened_new_async (const char *path, CutPassphrase *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
CutOpened *cut_opened_new_finish (GAsyncResult *result, GError **error);
CutOpened *cut_opened_ref (CutOpened *self);
void cut_opened_unref (CutOpened *self);

/** cut_opened_get_path: Returns: (transfer none): where it can be read as long as @self lives */
const char *cut_opened_get_path (CutOpened *self);

/** cut_opened_is_decrypted: whether it is encrypted on the disk */
gboolean cut_opened_is_decrypted (CutOpened *self);

/** cut_opened_name: @message: (transfer full): about the file at cut_opened_get_path(), which nobody knows. Returns: (transfer full): the same
 *   about the file that was opened */
char *cut_opened_name (CutOpened *self, char *message);

/** cut_opened_rename: likewise, of what was read at @plain and is called @path */
char *cut_opened_rename (char *message, const char *plain, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutOpened, cut_opened_unref)

G_END_DECLS

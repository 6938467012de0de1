/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-vault.h"

G_BEGIN_DECLS

/* Protection of sources: see cut-secrets.h for what is sealed and cut-vault.h for how.
 *
 * A notebook without a passphrase holds everything in the clear, and nothing here changes anything. Once one is set it is
 * locked whenever it is opened; it unlocks by cut_notebook_unlock() and locks again by cut_notebook_lock(), by ten
 * minutes without cut_notebook_touch(), and by closing. At each of these the signal `changed` says that the sealed objects are other ones
 * now (whole, or locked), and the properties `protected` and `locked` notify.
 *
 * While it is locked, acts that would write a secret, or lose one, fail with %CUT_ERROR_LOCKED; so does an export that touches sealed
 * objects, because the search for what must not leave would not know what to look for.
 *
 * Whoever forgets the passphrase loses what is sealed; there is no second way in. Backups and copies made before hold what they
 * held, under the passphrase they had.
 *
 * Everything that needs the passphrase takes about a second of one processor, in a thread of the notebook; cancelling takes effect when that is
 * over, and then nothing was changed. */

/** cut_notebook_is_protected: whether a passphrase is set, as far as this program knows */
gboolean cut_notebook_is_protected (CutNotebook *self);
/** cut_notebook_is_locked: whether a passphrase is set and was not given, or too long ago */
gboolean cut_notebook_is_locked (CutNotebook *self);

/** cut_notebook_lock: at once; main thread. Nothing when it is not protected. */
void cut_notebook_lock (CutNotebook *self);
/** cut_notebook_touch: somebody is there: the time until it locks begins anew */
void cut_notebook_touch (CutNotebook *self);
/** cut_notebook_set_lock_after: @seconds: without use until it locks; 600 unless set */
void cut_notebook_set_lock_after (CutNotebook *self, guint seconds);
/** cut_notebook_check_lock: main thread: looks at the clock now instead of some seconds later */
void cut_notebook_check_lock (CutNotebook *self);
/** cut_notebook_set_clock: for tests: see cut_vault_set_clock() */
void cut_notebook_set_clock (CutNotebook *self, CutVaultClock clock, gpointer data);
/** cut_notebook_set_cost: for tests: what the next passphrase costs to try */
void cut_notebook_set_cost (CutNotebook *self, CutVaultCost cost);

/** cut_notebook_protect: sets the first passphrase, seals everything there is, the journal included, and wipes what stood there from the
 *   file. It is unlocked then. No undo step. %CUT_ERROR_INPUT for a passphrase that is too short, %CUT_ERROR_REFUSED where there is one. */
gboolean cut_notebook_protect (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GError **error);
void cut_notebook_protect_async (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_protect_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_unlock: %CUT_ERROR_PASSPHRASE when it is not the one */
gboolean cut_notebook_unlock (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GError **error);
void cut_notebook_unlock_async (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_unlock_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_change_passphrase: @old: the present one. Only the key is wrapped anew; what is sealed stays as it is. */
gboolean cut_notebook_change_passphrase (CutNotebook *self, CutPassphrase *old, CutPassphrase *passphrase, GCancellable *cancellable, GError **error);
void cut_notebook_change_passphrase_async (CutNotebook *self, CutPassphrase *old, CutPassphrase *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_change_passphrase_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_unprotect: writes everything in the clear again */
gboolean cut_notebook_unprotect (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GError **error);
void cut_notebook_unprotect_async (CutNotebook *self, CutPassphrase *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_unprotect_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_stand_ins: what sources whose names are hidden go by. Blocking, on the reading thread. Returns: (transfer full)
 *   (element-type utf8 utf8): id → “Confidential source A”, of those that were ever sealed by name */
GHashTable *cut_notebook_stand_ins (CutNotebook *self, GError **error);

/** cut_notebook_refresh_protection: asks the file whether there is a passphrase: another program may have set or removed it. Blocking. */
gboolean cut_notebook_refresh_protection (CutNotebook *self, GError **error);

G_END_DECLS

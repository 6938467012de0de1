/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_SEAL_GROUP (cut_seal_group_get_type ())
G_DECLARE_FINAL_TYPE (CutSealGroup, cut_seal_group, CUT, SEAL_GROUP, AdwPreferencesGroup)

/**
 * CutSealGroup:
 *
 * How a bundle is closed: whether it is signed, with which of the user's keys; and whether it is encrypted, to whose keys or with a
 * passphrase. Where there is no GnuPG it says so, and nothing can be chosen.
 *
 * Signal `changed`: something else is chosen.
 */

/** cut_seal_group_set_required: whether it has to be encrypted */
void cut_seal_group_set_required (CutSealGroup *self, gboolean required);

/** cut_seal_group_is_ready: whether what is chosen is complete; what is missing is said in the group */
gboolean cut_seal_group_is_ready (CutSealGroup *self);
/** cut_seal_group_is_encrypting: whether the file will be encrypted */
gboolean cut_seal_group_is_encrypting (CutSealGroup *self);

/** cut_seal_group_fill: puts what is chosen into @request. Returns: %FALSE with %CUT_ERROR_INPUT where the passphrase cannot be taken */
gboolean cut_seal_group_fill (CutSealGroup *self, CutExportRequest *request, GError **error);

/** cut_seal_group_describe_readers: Returns: (transfer full): who will be able to open it, in a sentence */
char *cut_seal_group_describe_readers (CutSealGroup *self);

/** cut_seal_group_forget: wipes the passphrase that was typed */
void cut_seal_group_forget (CutSealGroup *self);

G_END_DECLS

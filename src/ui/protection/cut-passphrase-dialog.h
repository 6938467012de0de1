/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook-protection.h"

G_BEGIN_DECLS

/**
 * CutPassphraseAim:
 * @CUT_PASSPHRASE_SET: the first passphrase; says before what is lost when it is forgotten
 * @CUT_PASSPHRASE_UNLOCK: opens what is sealed
 * @CUT_PASSPHRASE_CHANGE: another passphrase in place of the present one
 * @CUT_PASSPHRASE_REMOVE: no protection any more
 */
typedef enum
{
  CUT_PASSPHRASE_SET,
  CUT_PASSPHRASE_UNLOCK,
  CUT_PASSPHRASE_CHANGE,
  CUT_PASSPHRASE_REMOVE,
} CutPassphraseAim;

#define CUT_TYPE_PASSPHRASE_DIALOG (cut_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutPassphraseDialog, cut_passphrase_dialog, CUT, PASSPHRASE_DIALOG, AdwWindow)

/**
 * CutPassphraseDialog:
 *
 * Asks for the passphrase of a notebook and does with it what @aim says. Stays open, with the reason, when it is not the one.
 * Closing it while it works cancels. Signal `done`: it worked; the window closes by itself.
 */
GtkWidget *cut_passphrase_dialog_new (CutNotebook *notebook, CutPassphraseAim aim);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_KEY_PICKER (cut_key_picker_get_type ())
G_DECLARE_FINAL_TYPE (CutKeyPicker, cut_key_picker, CUT, KEY_PICKER, GtkWidget)

/**
 * CutKeyPicker:
 *
 * Chooses OpenPGP keys to encrypt to. A key is offered by the name on it only where somebody has certified that name; any other only to
 * who types its whole fingerprint, as on the command line.
 *
 * Signal `changed`: other keys are chosen.
 */
GtkWidget *cut_key_picker_new (void);

/** cut_key_picker_set_keys: @keys: (element-type CutPgpKey) */
void cut_key_picker_set_keys (CutKeyPicker *self, GPtrArray *keys);

/** cut_key_picker_get_chosen: Returns: (transfer full) (nullable): the fingerprints; %NULL for none */
char **cut_key_picker_get_chosen (CutKeyPicker *self);

/** cut_key_picker_describe: Returns: (transfer full): the names on the chosen keys */
char *cut_key_picker_describe (CutKeyPicker *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook-protection.h"
#include "cut-settings.h"

G_BEGIN_DECLS

#define CUT_TYPE_PROTECTION_GROUP (cut_protection_group_get_type ())
G_DECLARE_FINAL_TYPE (CutProtectionGroup, cut_protection_group, CUT, PROTECTION_GROUP, AdwPreferencesGroup)

/** CutProtectionGroup: the preferences about protected sources: setting, changing and removing the passphrase, and when it locks. The
 *   dialogs it opens stand over the window it is in. */
GtkWidget *cut_protection_group_new (CutNotebook *notebook, CutSettings *settings);

G_END_DECLS

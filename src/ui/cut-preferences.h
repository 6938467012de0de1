/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"
#include "cut-settings.h"

G_BEGIN_DECLS

#define CUT_TYPE_PREFERENCES (cut_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CutPreferences, cut_preferences, CUT, PREFERENCES, AdwPreferencesWindow)

/** CutPreferences: how the program behaves, and the protection of the open notebook */
GtkWidget *cut_preferences_new (CutSettings *settings, CutNotebook *notebook);

G_END_DECLS

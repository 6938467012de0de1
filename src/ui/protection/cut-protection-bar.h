/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook-protection.h"

G_BEGIN_DECLS

#define CUT_TYPE_PROTECTION_BAR (cut_protection_bar_get_type ())
G_DECLARE_FINAL_TYPE (CutProtectionBar, cut_protection_bar, CUT, PROTECTION_BAR, GtkWidget)

/** CutProtectionBar: one line that says whether sources are protected and locked, with the button that changes it (the window's
 *   actions `win.protect` and `win.lock`). Follows the notebook by itself. */
GtkWidget *cut_protection_bar_new (CutNotebook *notebook);

G_END_DECLS

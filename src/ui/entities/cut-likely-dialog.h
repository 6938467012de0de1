/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

/** cut_likely_dialog_new: all pairs of entities that are likely the same. Returns: (transfer none): a window, which lives until it is closed */
GtkWidget *cut_likely_dialog_new (GtkWindow *parent, CutNotebook *notebook);

G_END_DECLS

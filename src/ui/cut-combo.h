/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cut_combo_row_show_whole: of a row whose model is a #GtkStringList: by itself it cuts every choice to 20 letters, also in its
 *   list */
void cut_combo_row_show_whole (AdwComboRow *row);

G_END_DECLS

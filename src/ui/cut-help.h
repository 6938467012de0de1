/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cut_help_show: the pages of data/help in the desktop's viewer; where there is none, @window says what else there is to read */
void cut_help_show (GtkWindow *window);

G_END_DECLS

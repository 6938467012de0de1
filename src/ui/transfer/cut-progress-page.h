/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-progress.h"

G_BEGIN_DECLS

/** cut_progress_page_update: shows how far @progress is; the bar moves to and fro where that is not known */
void cut_progress_page_update (GtkLabel *label, GtkProgressBar *bar, CutProgress *progress);

G_END_DECLS

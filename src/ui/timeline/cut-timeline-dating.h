/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"
#include "cut-timeline.h"

G_BEGIN_DECLS

/** cut_timeline_ask_date: asks for the date of @item in a popover at @widget, and stores it in one act; what is no date is said */
void cut_timeline_ask_date (GtkWidget *widget, CutNotebook *notebook, const CutTimelineItem *item);

G_END_DECLS

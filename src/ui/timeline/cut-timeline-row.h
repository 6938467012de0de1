/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-timeline-entries.h"

G_BEGIN_DECLS

/** CutTimelineGive: somebody wants to give @item its date; @button: what was pressed for that */
typedef void (*CutTimelineGive) (const CutTimelineItem *item, GtkWidget *button, gpointer user_data);

/**
 * cut_timeline_row_factory_new:
 * @give: (nullable): for rows of what has no date: each gets a button that calls it
 *
 * Rows of #CutTimelineEntry: sign, title, kind and who, and the date.
 *
 * Returns: (transfer full)
 */
GtkListItemFactory *cut_timeline_row_factory_new (CutTimelineGive give, gpointer user_data);

G_END_DECLS

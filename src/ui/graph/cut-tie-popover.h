/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-graph-query.h"

G_BEGIN_DECLS

#define CUT_TYPE_TIE_POPOVER (cut_tie_popover_get_type ())
G_DECLARE_FINAL_TYPE (CutTiePopover, cut_tie_popover, CUT, TIE_POPOVER, GtkPopover)

/**
 * CutTiePopover:
 *
 * What ties two entities together, and the passages that say so.
 *
 * Signals: `passage-activated` (const char *clip, const char *annotation); `node-activated` (guint node): one of the two is wanted.
 */
GtkWidget *cut_tie_popover_new (CutNotebook *notebook);

/** cut_tie_popover_show: reads the passages of @edge, and then pops up */
void cut_tie_popover_show (CutTiePopover *self, CutGraph *graph, guint edge);

G_END_DECLS

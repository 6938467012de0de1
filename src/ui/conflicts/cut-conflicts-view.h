/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CONFLICTS_VIEW (cut_conflicts_view_get_type ())
G_DECLARE_FINAL_TYPE (CutConflictsView, cut_conflicts_view, CUT, CONFLICTS_VIEW, GtkWidget)

/**
 * CutConflictsView:
 *
 * All that two people wrote differently without knowing of each other, to be settled one by one, or all of one side at once. Each
 * settling is an act that can be undone. Follows the notebook by itself while it is on the screen.
 */
GtkWidget *cut_conflicts_view_new (CutNotebook *notebook);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook-protection.h"
#include "cut-settings.h"

G_BEGIN_DECLS

#define CUT_TYPE_SOURCES_VIEW (cut_sources_view_get_type ())
G_DECLARE_FINAL_TYPE (CutSourcesView, cut_sources_view, CUT, SOURCES_VIEW, GtkWidget)

/**
 * CutSourcesView:
 *
 * The contact book: all sources by name, and all about the one that is chosen. A confidential source goes by “Confidential source
 * A”, also while unlocked; see CutSourcePane. Follows the notebook by itself. Uses the window's actions `win.lock`, `win.protect` and `win.toast`.
 *
 * Signal `passage-activated` (clip, annotation: ids).
 */
GtkWidget *cut_sources_view_new (CutNotebook *notebook, CutSettings *settings);

/** cut_sources_view_show: chooses the source with @id */
void cut_sources_view_show (CutSourcesView *self, const char *id);
/** cut_sources_view_set_alone: whether nothing else is in the window, whose own arrow leads back */
void cut_sources_view_set_alone (CutSourcesView *self, gboolean alone);
/** cut_sources_view_go_back: Returns: whether there was somewhere to go, from the source to the list */
gboolean cut_sources_view_go_back (CutSourcesView *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIMS_VIEW (cut_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimsView, cut_claims_view, CUT, CLAIMS_VIEW, GtkWidget)

/**
 * CutClaimsView:
 *
 * The claims of the notebook or of a story: a table to sort and filter beside all that is known of the chosen one. Folds to one
 * pane when narrow; Escape goes back to the table. Follows the notebook by itself, and keeps the choice and the place in the table.
 */
GtkWidget *cut_claims_view_new (CutNotebook *notebook);

/** cut_claims_view_show: chooses the claim with @id, whatever was filtered */
void cut_claims_view_show (CutClaimsView *self, const char *id);
/** cut_claims_view_show_story: @story: (nullable): id: lists the claims of that story */
void cut_claims_view_show_story (CutClaimsView *self, const char *story);
/** cut_claims_view_set_alone: @alone: the window shows nothing else and has an arrow of its own that leads back */
void cut_claims_view_set_alone (CutClaimsView *self, gboolean alone);
/** cut_claims_view_go_back: from the chosen claim to the table, where only one of them fits. Returns: whether it did */
gboolean cut_claims_view_go_back (CutClaimsView *self);

G_END_DECLS

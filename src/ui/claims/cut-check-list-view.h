/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CHECK_LIST_VIEW (cut_check_list_view_get_type ())
G_DECLARE_FINAL_TYPE (CutCheckListView, cut_check_list_view, CUT, CHECK_LIST_VIEW, GtkWidget)

/**
 * CutCheckListView:
 *
 * What is still missing before a story can be printed: every gap of its claims, most urgent first, each with the act that closes
 * it. To be printed, and to be saved as a document. Follows the notebook by itself.
 */
GtkWidget *cut_check_list_view_new (CutNotebook *notebook);

/** cut_check_list_view_set_story: @story: (nullable): id; %NULL for the whole notebook. @title: of it */
void cut_check_list_view_set_story (CutCheckListView *self, const char *story, const char *title);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-check-list.h"

G_BEGIN_DECLS

/**
 * CutCheckListPages:
 *
 * A check list set on pages: for a printer or a PDF. Made for one Pango context, and used in the thread that made it. An item is
 * never parted by the end of a page, unless it is longer than one.
 */
typedef struct _CutCheckListPages CutCheckListPages;

/**
 * cut_check_list_pages_new:
 * @items: (element-type CutCheckItem)
 * @title: of the story, or of the notebook
 * @width, @height: of what can be printed on, in the units that @context draws in
 * @mirrored: the language runs from right to left
 */
CutCheckListPages *cut_check_list_pages_new (GPtrArray *items, const char *title, PangoContext *context, double width, double height,
                                             gboolean mirrored);
void cut_check_list_pages_free (CutCheckListPages *self);
/** cut_check_list_pages_count: Returns: how many there are: at least one */
guint cut_check_list_pages_count (CutCheckListPages *self);
/** cut_check_list_pages_draw: @page: from 0 on; at the origin of @cr */
void cut_check_list_pages_draw (CutCheckListPages *self, cairo_t *cr, guint page);

/** cut_check_list_to_pdf: on A4 or letter, as is used here. Any thread. Returns: (transfer full) (nullable): the file; %G_IO_ERROR_FAILED */
GBytes *cut_check_list_to_pdf (GPtrArray *items, const char *title, gboolean mirrored, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutCheckListPages, cut_check_list_pages_free)

G_END_DECLS

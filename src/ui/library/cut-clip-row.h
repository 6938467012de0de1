/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-row-list.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLIP_ROW (cut_clip_row_get_type ())
G_DECLARE_FINAL_TYPE (CutClipRow, cut_clip_row, CUT, CLIP_ROW, GtkWidget)

/** CutClipRow: a clip in the list: outlet and date, title, snippet with the words found, counts. */
GtkWidget *cut_clip_row_new (void);
/** cut_clip_row_set_item: @item: (nullable): what to show once its row has been read. The lines get their words when they come into view */
void cut_clip_row_set_item (CutClipRow *self, CutRowItem *item);
/** cut_clip_row_lay_out: gives the lines their words now, and its name to the widget around it, which a screen reader reads out */
void cut_clip_row_lay_out (CutClipRow *self);
/** CutClipRowRead: the row of the item has been read */
typedef void (*CutClipRowRead) (CutClipRow *self, gpointer data);
/** cut_clip_row_set_read: @read: called for each item whose row is there */
void cut_clip_row_set_read (CutClipRow *self, CutClipRowRead read, gpointer data);
CutRowItem *cut_clip_row_get_item (CutClipRow *self);
/** cut_row_get_accessible_name: Returns: (transfer full): the row read out as one line */
char *cut_row_get_accessible_name (CutRow *row);
/** cut_row_describe_counts: Returns: (transfer full) (nullable): such as "2 claims · 5 annotations" */
char *cut_row_describe_counts (CutRow *row);

G_END_DECLS

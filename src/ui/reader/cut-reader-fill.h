/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-page.h"

G_BEGIN_DECLS

/**
 * CutReaderFill:
 *
 * Puts the text and tags of a page into a buffer in slices of a few milliseconds, so that a text of a megabyte
 * with thousands of marks never holds the window up. The first slice, what is seen first, is there on return.
 */
typedef struct _CutReaderFill CutReaderFill;

/** CutReaderFillFunc: called after each slice; @filled: code points that are in the buffer; @done: all are */
typedef void (*CutReaderFillFunc) (guint filled, gboolean done, gpointer user_data);

/** cut_reader_fill_new: empties @buffer and starts. @page: (transfer none) */
CutReaderFill *cut_reader_fill_new (GtkTextBuffer *buffer, CutPage *page, CutReaderFillFunc func, gpointer user_data);
/** cut_reader_fill_set_page: the same text with other marks, while filling goes on */
void cut_reader_fill_set_page (CutReaderFill *self, CutPage *page);
gboolean cut_reader_fill_is_done (CutReaderFill *self);
guint cut_reader_fill_get_filled (CutReaderFill *self);
void cut_reader_fill_free (CutReaderFill *self);

/** cut_reader_fill_update: changes @buffer, which shows @before as far as @filled, to show @after, which has the
 *   same text: only what differs is touched */
void cut_reader_fill_update (GtkTextBuffer *buffer, const CutPage *before, const CutPage *after, guint filled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutReaderFill, cut_reader_fill_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_READER_HEAD (cut_reader_head_get_type ())
G_DECLARE_FINAL_TYPE (CutReaderHead, cut_reader_head, CUT, READER_HEAD, GtkWidget)

/**
 * CutReaderHead:
 *
 * What stands above the words: headline, standfirst, byline, outlet and date, and the strip of evidence: when and
 * from where it was captured, the hash of the bytes, how many captures there are.
 *
 * Signals: `open-id` (const char *id): a capture of the list was chosen; `date-given` (CutDate *date): the missing
 * publication date, or another.
 */
GtkWidget *cut_reader_head_new (void);
/** cut_reader_head_set_notebook: where the captures are compared; before anything is shown */
void cut_reader_head_set_notebook (CutReaderHead *self, CutNotebook *notebook);
/** cut_reader_head_set_reading: @reading: (nullable) */
void cut_reader_head_set_reading (CutReaderHead *self, CutReading *reading);

G_END_DECLS

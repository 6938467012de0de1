/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_READER_BANNER (cut_reader_banner_get_type ())
G_DECLARE_FINAL_TYPE (CutReaderBanner, cut_reader_banner, CUT, READER_BANNER, GtkWidget)

/**
 * CutReaderBanner:
 *
 * What is wrong with the capture that is read, above it: that the page is no article, or that something of it is
 * missing. Of a page that is no article with what can be done: text can be pasted (the action `win.paste-into`, parameter
 * `s`: the clip's address), and the page be opened in a browser. Hidden while nothing is wrong.
 */
GtkWidget *cut_reader_banner_new (void);
/** cut_reader_banner_set_reading: @reading: (nullable) */
void cut_reader_banner_set_reading (CutReaderBanner *self, CutReading *reading);

G_END_DECLS

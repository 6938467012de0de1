/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-capture.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/** cut_capture_get_name: Returns: (transfer full): what a capture is called among others: its local time and the first characters of
 *   its hash */
char *cut_capture_get_name (CutCapture *capture);

#define CUT_TYPE_CAPTURES_LIST (cut_captures_list_get_type ())
G_DECLARE_FINAL_TYPE (CutCapturesList, cut_captures_list, CUT, CAPTURES_LIST, GtkWidget)

/**
 * CutCapturesList:
 *
 * The captures of a clip: when and how each came, its hash, what it is if it is no article, and how its text differs from the
 * capture before it. The differences are counted when the list is first seen, off the main thread.
 *
 * Signal `chosen` (const char *id): a capture shall be shown.
 */
GtkWidget *cut_captures_list_new (void);
/** cut_captures_list_set_notebook: before anything is shown */
void cut_captures_list_set_notebook (CutCapturesList *self, CutNotebook *notebook);
void cut_captures_list_set_reading (CutCapturesList *self, CutReading *reading);

G_END_DECLS

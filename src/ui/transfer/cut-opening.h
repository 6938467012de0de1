/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-opened.h"
#include "cut-progress.h"

G_BEGIN_DECLS

#define CUT_TYPE_OPENING (cut_opening_get_type ())
G_DECLARE_FINAL_TYPE (CutOpening, cut_opening, CUT, OPENING, GtkWidget)

/**
 * CutOpening:
 *
 * What a dialog shows while it opens a bundle and works with it: progress, a question for the passphrase where one is needed, what went
 * wrong, and then the dialog's own `content` (property). Property `failure`: the heading over what went wrong.
 *
 * Signal `opened`: cut_opening_get_opened() can be read. Signal `stopped`: it was cancelled before that.
 */

/** cut_opening_open: opens the file at @path; what is encrypted goes into memory alone */
void cut_opening_open (CutOpening *self, const char *path);

/** cut_opening_get_opened: Returns: (transfer none) (nullable): %NULL before the signal `opened` */
CutOpened *cut_opening_get_opened (CutOpening *self);

/** cut_opening_begin: @message: what is done now. Returns: (transfer none): the progress to be followed, until cut_opening_end() or _fail() */
CutProgress *cut_opening_begin (CutOpening *self, const char *message);
/** cut_opening_end: what was begun is done: the content is shown */
void cut_opening_end (CutOpening *self);
/** cut_opening_fail: what was begun failed; what was cancelled is not shown but gives the signal `stopped` */
void cut_opening_fail (CutOpening *self, const GError *error);

/** cut_opening_cancel: Returns: whether something was under way and is cancelled */
gboolean cut_opening_cancel (CutOpening *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CUT_TYPE_PROGRESS (cut_progress_get_type ())
G_DECLARE_FINAL_TYPE (CutProgress, cut_progress, CUT, PROGRESS, GObject)

/**
 * CutProgress:
 *
 * How far a long job is. A worker thread calls cut_progress_update() as often as it likes; the
 * properties `message` and `fraction` (0–1, or -1 when unknown) change and notify in the main
 * context the object was made in, many updates folded into one. `cancellable` stops the job.
 */
CutProgress *cut_progress_new (void);
/** cut_progress_update: any thread; @message may be %NULL to keep the last */
void cut_progress_update (CutProgress *self, const char *message, double fraction);
/** cut_progress_get_message: main thread. (nullable) */
const char *cut_progress_get_message (CutProgress *self);
double cut_progress_get_fraction (CutProgress *self);
/** cut_progress_get_cancellable: (transfer none); any thread */
GCancellable *cut_progress_get_cancellable (CutProgress *self);

G_END_DECLS

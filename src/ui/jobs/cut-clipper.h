/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-job.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLIPPER (cut_clipper_get_type ())
G_DECLARE_FINAL_TYPE (CutClipper, cut_clipper, CUT, CLIPPER, GObject)

/**
 * CutClipper:
 *
 * Clips what the window is given, a few at a time, and keeps a #CutJob for each: its model for the
 * jobs button. A job that failed stays until it is cleared or tried again.
 *
 * Signal `clipped` (CutClipResult *): a clip was stored or found unchanged; valid during the signal.
 * Signal `settled` (guint done, guint failed): nothing is running any more. What was fetched again is not counted.
 * Signal `fetched-again` (guint changed, guint gone, guint done, guint failed): nothing is running any more; of what was
 *   fetched again @done were answered, of which @changed had other bytes and @gone are no longer there. No `clipped` is
 *   said of these.
 * Property `busy` (boolean): something is running or waiting, jobs of others included.
 */
CutClipper *cut_clipper_new (CutNotebook *notebook);

/** cut_clipper_clip: @request is copied */
void cut_clipper_clip (CutClipper *self, const CutClipRequest *request);
/** cut_clipper_fetch_again: @clip: a clip that came from the web */
void cut_clipper_fetch_again (CutClipper *self, CutRecord *clip, const char *user_agent);
/** cut_clipper_add_job: @job: of somebody else, who finishes it: is listed beside what is clipped */
void cut_clipper_add_job (CutClipper *self, CutJob *job);
/** cut_clipper_remove_job: @job is no longer listed */
void cut_clipper_remove_job (CutClipper *self, CutJob *job);
/** cut_clipper_get_jobs: (transfer none): of #CutJob, newest last */
GListModel *cut_clipper_get_jobs (CutClipper *self);
gboolean cut_clipper_is_busy (CutClipper *self);
/** cut_clipper_count_ended: of what was to be clipped, how many came to an end since nothing was running; none once `settled` was said */
guint cut_clipper_count_ended (CutClipper *self);
/** cut_clipper_clear: forgets finished jobs; @failed: those that failed or were cancelled, too */
void cut_clipper_clear (CutClipper *self, gboolean failed);
/** cut_clipper_cancel_all: what runs is stopped, what waits is dropped */
void cut_clipper_cancel_all (CutClipper *self);

G_END_DECLS

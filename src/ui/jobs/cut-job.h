/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-progress.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_JOB_WAITING,
  CUT_JOB_RUNNING,
  CUT_JOB_DONE,
  CUT_JOB_FAILED,
  CUT_JOB_CANCELLED,
} CutJobState;

#define CUT_TYPE_JOB (cut_job_get_type ())
G_DECLARE_FINAL_TYPE (CutJob, cut_job, CUT, JOB, GObject)

/**
 * CutJob:
 *
 * A piece of work that takes time, as the jobs button shows it. Properties: `title`, `message` (what it is
 * doing, then what came of it), `fraction` (0–1, -1 unknown), `state` (#CutJobState as int), `progress`.
 *
 * Signal `retry`: somebody asks to do it again (only of one that failed or was cancelled).
 */
CutJob *cut_job_new (const char *title);
const char *cut_job_get_title (CutJob *self);
const char *cut_job_get_message (CutJob *self);
double cut_job_get_fraction (CutJob *self);
CutJobState cut_job_get_state (CutJob *self);
/** cut_job_is_finished: done, failed or cancelled */
gboolean cut_job_is_finished (CutJob *self);
CutProgress *cut_job_get_progress (CutJob *self);
/** cut_job_start: it was waiting and runs now */
void cut_job_start (CutJob *self);
/** cut_job_finish: @error: (nullable); @message: (nullable): what came of it, when there is no error */
void cut_job_finish (CutJob *self, const char *message, const GError *error);
void cut_job_cancel (CutJob *self);
void cut_job_retry (CutJob *self);

G_END_DECLS

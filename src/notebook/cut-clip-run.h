/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* A list that is clipped in one run. After the program was stopped or killed the same list goes on with what is left of it: the
 * notebook keeps when its run began, by a hash of the list. */

/**
 * cut_clip_run_begin:
 * @targets: the list
 * @since: (out): milliseconds; what was captured from then on belongs to this run, see `since` of #CutClipRequest
 * @goes_on: (out): whether a run of the same list was stopped within the last day
 *
 * Blocking. Returns: (transfer full) (nullable): the name of the run, for cut_clip_run_end()
 */
char *cut_clip_run_begin (CutNotebook *notebook, const char *const *targets, gint64 *since, gboolean *goes_on, GError **error);

/** cut_clip_run_end: each of the list was tried: the same list again is another run. Blocking */
gboolean cut_clip_run_end (CutNotebook *notebook, const char *name, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutStartupStep:
 * @CUT_STARTUP_MAIN: the program's first line runs
 * @CUT_STARTUP_INIT: GTK is there
 * @CUT_STARTUP_ACTIVATE: a window is asked for
 * @CUT_STARTUP_MAP: it is on the screen
 * @CUT_STARTUP_FIRST_FRAME: and drawn
 * @CUT_STARTUP_LIST_READY: the rows in view are drawn
 */
typedef enum
{
  CUT_STARTUP_MAIN,
  CUT_STARTUP_INIT,
  CUT_STARTUP_ACTIVATE,
  CUT_STARTUP_MAP,
  CUT_STARTUP_FIRST_FRAME,
  CUT_STARTUP_LIST_READY,
  CUT_STARTUP_N_STEPS,
} CutStartupStep;

/** CutStartup: how long a start takes, step by step. Main thread. */
typedef struct _CutStartup CutStartup;

/** cut_startup_new: @began: when the first line of the program ran, g_get_monotonic_time(). Counted from T0_NS of the environment (CLOCK_MONOTONIC
 *   at exec) where that is a moment before it */
CutStartup *cut_startup_new (gint64 began);
void cut_startup_free (CutStartup *self);
/** cut_startup_reach: only the first time counts. Returns: whether this was the last step that was missing */
gboolean cut_startup_reach (CutStartup *self, CutStartupStep step);
/** cut_startup_describe: Returns: (transfer full): one JSON object: milliseconds of each step, processor time until two of them, and the memory held now in MB */
char *cut_startup_describe (const CutStartup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStartup, cut_startup_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-command.h"

G_BEGIN_DECLS

/**
 * CutMeter:
 *
 * What a command that takes long says of itself, and how it is stopped: how much is done, how fast, and how long the rest takes, in one
 * line on standard error while that is a terminal; Ctrl+C (or SIGTERM) cancels, and once more ends the program at once. One a run.
 * Any thread.
 */
typedef struct _CutMeter CutMeter;

/** cut_meter_new: @cli: unless it is quiet, the line is shown. Returns: (transfer full) */
CutMeter *cut_meter_new (CutCli *cli);
/** cut_meter_free: takes the line away; Ctrl+C ends the program again */
void cut_meter_free (CutMeter *self);

/** cut_meter_get_cancellable: (transfer none): cancelled by Ctrl+C */
GCancellable *cut_meter_get_cancellable (CutMeter *self);
gboolean cut_meter_is_stopped (CutMeter *self);

/**
 * cut_meter_set:
 * @message: how far it is, as a person reads it
 * @done: pieces that are done: the rate is of these
 * @fraction: 0–1 of all the work, or -1 where nobody knows
 */
void cut_meter_set (CutMeter *self, const char *message, guint64 done, double fraction);

/** cut_meter_lock: takes the line out of the way of what is printed until cut_meter_unlock() */
void cut_meter_lock (CutMeter *self);
void cut_meter_unlock (CutMeter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMeter, cut_meter_free)

G_END_DECLS

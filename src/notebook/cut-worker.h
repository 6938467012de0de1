/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-store.h"

G_BEGIN_DECLS

/**
 * CutWorker:
 *
 * One thread with a queue that owns one #CutStore: the notebook has one that writes and one that
 * reads. Jobs run one after the other in the order they came; one that is cancelled before its
 * turn is skipped. Reference-counted, because a job may hold the last reference to its owner.
 */
typedef struct _CutWorker CutWorker;

/**
 * CutWorkerFunc:
 *
 * A job, run in the worker's thread. While it runs, cancelling stops the store's statements.
 *
 * Returns: (nullable): the result; %NULL with @error set on failure, %NULL without is a result, too
 */
typedef gpointer (*CutWorkerFunc) (CutStore *store, gpointer data, GCancellable *cancellable, GError **error);

/** cut_worker_new: opens the store in the new thread and waits for that. @vault: (nullable): held; what the store opens sealed fields
 *   with. Returns: (transfer full) (nullable) */
CutWorker *cut_worker_new (const char *name, const char *path, CutStoreFlags flags, CutVault *vault, GError **error);
CutWorker *cut_worker_ref (CutWorker *self);
void cut_worker_unref (CutWorker *self);

/** cut_worker_get_refusal: (transfer none) (nullable): why the store that was opened can only be read; %NULL where it can be
 *   written */
const GError *cut_worker_get_refusal (CutWorker *self);

/** cut_worker_run: runs @func and waits for it; not from a job of the same worker */
gpointer cut_worker_run (CutWorker *self, CutWorkerFunc func, gpointer data, GCancellable *cancellable, GError **error);

/**
 * cut_worker_push:
 * @task: (transfer full): gets the result; its cancellable is the job's
 * @data: (transfer full): freed by @free_data in the worker's thread before the task returns
 * @free_result: (nullable): frees a result nobody fetched
 */
void cut_worker_push (CutWorker *self, GTask *task, CutWorkerFunc func, gpointer data,
                      GDestroyNotify free_data, GDestroyNotify free_result);

/** cut_worker_post: a job whose end nobody waits for. @data: (transfer full): freed by @free_data in the worker's thread, also when the
 *   worker has stopped and nothing is done */
void cut_worker_post (CutWorker *self, CutWorkerFunc func, gpointer data, GDestroyNotify free_data);

/**
 * cut_worker_stop:
 * @drain: whether what is queued is still done; else it fails with %CUT_ERROR_NOTEBOOK
 *
 * Waits for the job under way, closes the store and ends the thread. Later jobs fail with %CUT_ERROR_NOTEBOOK.
 */
void cut_worker_stop (CutWorker *self, gboolean drain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWorker, cut_worker_unref)

G_END_DECLS

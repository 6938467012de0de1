/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutProcess:
 *
 * A process that reads untrusted bytes for the program, one lot after the other. It holds itself to its limits of
 * processor time and memory and is killed where it does not answer. One thread at a time.
 */
typedef struct _CutProcess CutProcess;

/**
 * cut_process_new:
 * @program: path of the reader, a program whose main function is cut_process_main()
 * @seconds: of processor time for one lot of bytes
 * @memory: bytes of address space, all in all
 * @error: %CUT_ERROR_UNSUPPORTED when it cannot be started
 *
 * Returns: (transfer full) (nullable)
 */
CutProcess *cut_process_new (const char *program, guint seconds, gsize memory, GError **error);

/** cut_process_free: ends the process */
void cut_process_free (CutProcess *self);

/**
 * cut_process_ask:
 * @died: (out): whether the process is gone, so that @self is of no more use
 * @error: what the reader said; or, where it died, %CUT_ERROR_TIMEOUT or %CUT_ERROR_TOO_LARGE
 *
 * Blocking. Returns: (transfer full) (nullable): what the reader found, `a{sv}` in normal form, not trusted otherwise
 */
GVariant *cut_process_ask (CutProcess *self, GBytes *bytes, const char *content_type, const char *url, GCancellable *cancellable,
                           gboolean *died, GError **error);

/** cut_process_is_ready: whether it can be asked (a worker that had nothing to do for a while ends by itself) */
gboolean cut_process_is_ready (CutProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutProcess, cut_process_free)

G_END_DECLS

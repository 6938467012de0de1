/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_thread_step_behind:
 *
 * Lets the calling thread run only where the window has nothing to do on this processor, for the rest of its life (only the
 * system's owner may take it back): not for a thread of a pool that others use. Does nothing where threads have no priority
 * of their own.
 */
void cut_thread_step_behind (void);

G_END_DECLS

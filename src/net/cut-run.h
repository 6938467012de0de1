/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to src/net: a main context of one blocking call, so that it can run in any thread. */

typedef struct
{
  GMainContext *context;
} CutRun;

static inline void
cut_run_begin (CutRun *self)
{
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
}

/* Lets what was cancelled or closed let go of its objects first. */
static inline void
cut_run_end (CutRun *self)
{
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  g_clear_pointer (&self->context, g_main_context_unref);
}

G_END_DECLS

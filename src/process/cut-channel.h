/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutChannel:
 * @input: a descriptor to read from
 * @output: a descriptor to write to
 * @deadline: monotonic µs; 0 for none
 * @cancellable: (nullable)
 *
 * The two ends of the pipes between the program and a worker. What goes over them is frames: a length of four
 * bytes, the least first, and that many bytes; the length %G_MAXUINT32 stands for %NULL. One thread at a time.
 */
typedef struct
{
  int input;
  int output;
  gint64 deadline;
  GCancellable *cancellable;
} CutChannel;

/**
 * cut_channel_send:
 * @bytes: (nullable)
 * @error: %G_IO_ERROR_CANCELLED, %G_IO_ERROR_TIMED_OUT, or %G_IO_ERROR_BROKEN_PIPE when the other side is gone (no signal is raised)
 */
gboolean cut_channel_send (CutChannel *self, GBytes *bytes, GError **error);

/**
 * cut_channel_receive:
 * @most: bytes; a longer frame is %G_IO_ERROR_MESSAGE_TOO_LARGE
 * @bytes: (out) (transfer full) (nullable)
 * @error: as of cut_channel_send()
 */
gboolean cut_channel_receive (CutChannel *self, gsize most, GBytes **bytes, GError **error);

/** cut_channel_is_closed: whether the other side has closed what is read from, without waiting */
gboolean cut_channel_is_closed (CutChannel *self);

G_END_DECLS

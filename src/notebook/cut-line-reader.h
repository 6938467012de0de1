/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-ndjson.h"

G_BEGIN_DECLS

/* The lines of a file, read and made ready in a thread of their own while those before are written. Private to src/notebook. */

/**
 * CutLineBatch:
 * @lines: (element-type CutLine): what can be stored
 * @problems: (element-type utf8): a sentence for each bad line and each mark that was not found
 * @n_read: lines that are not empty
 * @n_bad: how many of them are in no way to be stored
 * @reached: bytes of the file up to here
 * @stop: (nullable): why the reading ends here, before the end of the file
 * @error: (nullable): why it cannot go on
 * @last: nothing comes after it
 */
typedef struct
{
  GPtrArray *lines;
  GPtrArray *problems;
  guint n_read;
  guint n_bad;
  goffset reached;
  char *stop;
  GError *error;
  gboolean last;
} CutLineBatch;

void cut_line_batch_free (CutLineBatch *self);
/** cut_line_batch_add_problem: @number: of the line; @problem: what is wrong with it */
void cut_line_batch_add_problem (CutLineBatch *self, guint number, const char *problem);

typedef struct _CutLineReader CutLineReader;

/**
 * cut_line_reader_new:
 * @path: a file, or `-` for standard input
 * @strict: the first bad line ends it
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT where it cannot be opened
 */
CutLineReader *cut_line_reader_new (const char *path, gboolean strict, GCancellable *cancellable, GError **error);
/** cut_line_reader_free: ends the reading, wherever it is */
void cut_line_reader_free (CutLineReader *self);

/** cut_line_reader_next: waits for the next lines. Returns: (transfer full): not to be asked again after the last */
CutLineBatch *cut_line_reader_next (CutLineReader *self);
/** cut_line_reader_get_size: bytes of the file; 0 where nobody knows */
goffset cut_line_reader_get_size (CutLineReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLineBatch, cut_line_batch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLineReader, cut_line_reader_free)

G_END_DECLS

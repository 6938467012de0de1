/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CUT_NOTEBOOK_MARK: stands in the head of every notebook and in no other database: "Cutt" */
#define CUT_NOTEBOOK_MARK 0x43757474

/**
 * CutDestination:
 * @CUT_DESTINATION_FREE: nothing, or a file without a byte
 * @CUT_DESTINATION_FILE: a file of another kind than those below
 * @CUT_DESTINATION_NOTEBOOK: a notebook
 * @CUT_DESTINATION_DATABASE: a database of another program
 * @CUT_DESTINATION_STREAM: a pipe, a device, or what standard output leads to: bytes go into it one after the other
 *
 * What stands where a file is to be written.
 */
typedef enum
{
  CUT_DESTINATION_FREE,
  CUT_DESTINATION_FILE,
  CUT_DESTINATION_NOTEBOOK,
  CUT_DESTINATION_DATABASE,
  CUT_DESTINATION_STREAM,
} CutDestination;

/**
 * cut_destination_look:
 * @path: as the user named it
 * @kind: (out): what stands there
 * @error: set where it is a folder, or a link to nothing
 *
 * Follows links, so that a file which is put in place by its name takes the place of the file, not of the link. Any thread.
 *
 * Returns: (transfer full) (nullable): the name to write to; of a stream @path itself
 */
char *cut_destination_look (const char *path, CutDestination *kind, GError **error);

/** cut_destination_is_output: whether @path is what the standard output of this program leads to */
gboolean cut_destination_is_output (const char *path);

/**
 * cut_destination_make_part:
 *
 * Returns: (transfer full): a hidden name beside @path that nobody else uses, to write a file under before it is put in place. What is
 *   written beside that has a longer name.
 */
char *cut_destination_make_part (const char *path);
/** cut_destination_sweep: takes away what programs that were killed left under such names */
void cut_destination_sweep (const char *path);

G_END_DECLS

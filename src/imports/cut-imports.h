/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-brought.h"

G_BEGIN_DECLS

/* The files that other programs export. */

/**
 * cut_imports_read:
 * @bytes: a file
 * @name: its name, without the folder
 * @format: (nullable): a word of cut_imports_get_formats(); %NULL to find out by what is in the file
 * @error: %CUT_ERROR_UNSUPPORTED for a file of no format that is read, %CUT_ERROR_INPUT for one that is not of @format, or what is
 *   wrong with it
 *
 * Blocking; safe in any thread, but meant for a process that can be killed.
 *
 * Returns: (transfer full) (nullable)
 */
CutBrought *cut_imports_read (GBytes *bytes, const char *name, const char *format, GError **error);

/** cut_imports_get_formats: Returns: (transfer container): the words, %NULL-terminated */
const char **cut_imports_get_formats (void);

/** cut_imports_get_label: Returns: (transfer none) (nullable): what people call the program; %NULL for another word */
const char *cut_imports_get_label (const char *format);

G_END_DECLS

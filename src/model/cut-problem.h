/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a file, and with which. Both are one string, so that lists of them are lists of strings: the path, a line break, and the
 * problem. A path may hold anything else, a colon too, so that it cannot be told from the problem by what a person is shown. */

/** cut_problem_new: @path: any bytes, somebody else's; @problem: a sentence. Returns: (transfer full): UTF-8 */
char *cut_problem_new (const char *path, const char *problem);

/** cut_problem_get_path: Returns: (transfer full): its line breaks are spaces; `""` where @problem is of no file */
char *cut_problem_get_path (const char *problem);
/** cut_problem_get_text: Returns: (transfer none): what is wrong */
const char *cut_problem_get_text (const char *problem);
/** cut_problem_to_line: Returns: (transfer full): `PATH: PROBLEM`, for people */
char *cut_problem_to_line (const char *problem);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/**
 * cut_search_batch:
 * @path: a file, or "-" for standard input: one JSON object a line: `q` (what a person would type), and optional `site`, `from`
 *   and `to` (the first and the last date, both meant)
 * @like: what each search asks for besides its words
 *
 * Answers many searches in one process, one JSON object a line: `q`, `ms` (until the hits with their snippets were there),
 * `total` and `hits`, and where there are none `suggestion`, if there is one; `error` instead where a line cannot be read or answered.
 *
 * Returns: an exit status
 */
int cut_search_batch (CutCli *cli, const char *path, const CutQuery *like);

/** cut_search_make_ready: waits until everything can be found */
gboolean cut_search_make_ready (CutCli *cli, GError **error);

/** cut_search_describe: Returns: (transfer full): one hit */
JsonObject *cut_search_describe (CutRow *row);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/**
 * cut_search_doubts_print:
 * @words: what is looked for
 * @found: whether anything was
 *
 * Says on standard error which filters were not understood, and, where nothing was found, which name nothing. They are searched for all the
 * same: any text is a search.
 */
void cut_search_doubts_print (CutCli *cli, const char *words, gboolean found);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/** cut_reprints_print: `list reprints`. @clip, @word: (nullable): the clip, by id or the first characters of it; NULL for all. Returns: the
 *   exit status */
int cut_reprints_print (CutCli *cli, const char *clip, const char *word);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/** cut_gaps_list_print: @story: (nullable): a story by name or id. Prints the check list, most urgent first. Returns: an exit status */
int cut_gaps_list_print (CutCli *cli, const char *story);

G_END_DECLS

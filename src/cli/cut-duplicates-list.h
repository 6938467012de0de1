/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/** cut_duplicates_list_print: @entity: (nullable): name or id; %NULL for all. Returns: exit status */
int cut_duplicates_list_print (CutCli *cli, const char *entity);

G_END_DECLS

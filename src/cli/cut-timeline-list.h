/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/** cut_timeline_list_print: `list timeline`. @story, @entity: (nullable): id or name; at most one of them. Returns: an exit status */
int cut_timeline_list_print (CutCli *cli, const char *story, const char *entity);

G_END_DECLS

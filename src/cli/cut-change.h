/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/* What the commands have in common that change objects named by their ids. */

/** cut_change_get_all: @ids: or the beginnings of ids. Returns: (transfer full) (nullable) (element-type CutRecord) */
GPtrArray *cut_change_get_all (CutCli *cli, char **ids, GError **error);

/** cut_change_commit: @act: (transfer full). Stores it and prints its objects as they are then */
gboolean cut_change_commit (CutCli *cli, CutAct *act, GError **error);

/** CutChangeFunc: adds to @act what becomes of @record */
typedef void (*CutChangeFunc) (CutAct *act, CutRecord *record);

/** cut_change_all: does the same to all objects of @ids, in one act called @label, and prints them */
gboolean cut_change_all (CutCli *cli, char **ids, const char *label, CutChangeFunc change, GError **error);

G_END_DECLS

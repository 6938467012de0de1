/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/* Captures and places, as the command line prints them. */

/** cut_versions_set: member `changed`: null for a first capture, else `text`, `words_added`, `words_removed`, `headline`; and `shown` */
void cut_versions_set (JsonObject *object, const CutVersion *version);

/** cut_versions_print: all captures of the clip with @id, oldest first. Returns: an exit status */
int cut_versions_print (CutCli *cli, const char *id);

/** cut_versions_find: Returns: (transfer full) (nullable): what changed with @capture */
CutVersion *cut_versions_find (CutCli *cli, CutRecord *capture);

/** cut_versions_set_places: member `places`: where @annotation stands in each capture of its clip, oldest first */
void cut_versions_set_places (CutCli *cli, JsonObject *object, CutRecord *annotation);

/** cut_versions_print_places: the same for people */
void cut_versions_print_places (CutCli *cli, CutRecord *annotation);

/** cut_versions_standing_to_json: Returns: (transfer full) */
JsonObject *cut_versions_standing_to_json (const CutStanding *standing);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-command.h"
#include "cut-notebook-entities.h"

G_BEGIN_DECLS

/**
 * CutProperties:
 * @set: (nullable): `--property KEY=VALUE`, as often as wanted
 * @unset: (nullable): `--no-property KEY` or `KEY=VALUE`: facts to move to the Trash
 * @evidence: (nullable): `--evidence ID`: annotations that prove what is set
 *
 * What is said of an entity or a relation beside its fields.
 */
typedef struct
{
  char **set;
  char **unset;
  char **evidence;
} CutProperties;

void cut_properties_clear (CutProperties *self);

/** cut_properties_apply: @act: gets @record with the properties that are fields of it, and a fact for each other one.
 *   Returns: %FALSE with an error that names the property */
gboolean cut_properties_apply (const CutProperties *self, CutCli *cli, CutAct *act, CutRecord *record, GError **error);

/** cut_properties_print: what is known of an entity: facts with their evidence, relations, and what was merged into it */
void cut_properties_print (CutCli *cli, CutRecord *entity);
/** cut_properties_set: likewise, as members of @object: `facts`, `relations`, `merged` */
void cut_properties_set (CutCli *cli, JsonObject *object, CutRecord *entity);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CutProperties, cut_properties_clear)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-bundle.h"

G_BEGIN_DECLS

/* FollowTheMoney, read. Private to src/bundle. */

/**
 * CutForeign:
 * @line: number in the file, from 1
 * @id: ours
 * @schema: ours
 * @node, @properties: as they came
 * @record: (nullable): the record we wrote it from
 * @facts: (element-type CutFact): likewise
 * @translated: its properties are those of another schema than the record's
 *
 * One object of a file that can be one of ours.
 */
typedef struct
{
  guint line;
  char *id;
  const char *schema;
  JsonNode *node;
  JsonObject *properties;
  CutRecord *record;
  GPtrArray *facts;
  gboolean translated;
} CutForeign;

/** CutForeigners: @by_id: their id → CutForeign; @left: `SCHEMA` or `SCHEMA.PROPERTY` → how many */
typedef struct
{
  CutBundleContent *content;
  GPtrArray *objects;
  GHashTable *by_id;
  GHashTable *left;
  GPtrArray *failed;
} CutForeigners;

/** cut_foreign_take: adds what @foreign says to the content: an entity or a relation with its facts */
void cut_foreign_take (CutForeigners *self, CutForeign *foreign);

/** cut_foreign_leave: one more value or object that is not carried over; @property: (nullable) */
void cut_foreign_leave (CutForeigners *self, const char *schema, const char *property);
/** cut_foreign_fail: what is not accepted, and why */
void cut_foreign_fail (CutForeigners *self, guint line, const char *reason);
/** cut_foreign_derive_id: Returns: (transfer full): a UUID of version 8 that follows from @text */
char *cut_foreign_derive_id (const char *text);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-proven.h"

G_BEGIN_DECLS

/**
 * CutEntityLine:
 * @claim: (nullable): the claim that names it; %NULL for a passage alone
 * @passage: (nullable): where it stands; of a claim where it was first said
 * @date: (nullable): of the fact, else when it was said, else when it was published
 *
 * One line of what is said of an entity.
 */
typedef struct
{
  CutRecord *claim;
  CutPassage *passage;
  CutDate *date;
} CutEntityLine;

/**
 * CutEntityKnown:
 * @entity: the record, which may lie in the Trash
 * @successor: (nullable): the entity that it was merged into
 * @lines: (element-type CutEntityLine): newest first, those without a date last
 * @facts: (element-type CutProven): in the order of its kind's properties
 * @relations: (element-type CutProven): by kind and direction, then by the name of the other end
 *
 * All that the notebook knows of one entity. Read in a worker thread, then immutable; reference-counted.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutRecord *entity;
  CutRecord *successor;
  GPtrArray *lines;
  GPtrArray *facts;
  GPtrArray *relations;
} CutEntityKnown;

CutEntityKnown *cut_entity_known_ref (CutEntityKnown *self);
void cut_entity_known_unref (CutEntityKnown *self);

/** cut_entity_known_load_async: @id: of an entity, also of one in the Trash. Off the main thread */
void cut_entity_known_load_async (CutNotebook *notebook, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
CutEntityKnown *cut_entity_known_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutEntityKnown, cut_entity_known_unref)

G_END_DECLS

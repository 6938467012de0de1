/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-likely-same.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/* Entities: all about one; merging two, or saying that they are not the same.
 *
 * Facts, relations and entities are changed by acts like everything else (cut_notebook_commit_async()). An act is refused with
 * %CUT_ERROR_INPUT and the reason where the value of a fact does not fit its property, where an end of a relation does not fit its
 * kind, or where the new kind of an entity does not fit what it is tied to. cut_fact_new() says so before. */

/**
 * CutEntityDetail:
 * @entity: the entity
 * @merged: (element-type CutEntity): those that were merged into it, under their own ids
 * @facts: (element-type CutFact): about it, by property as cut_schemata_list_properties() has them, then oldest first
 * @relations: (element-type CutRelation): to and from it, by schema in the order to show, then by start, those without one last
 * @relation_facts: (element-type CutFact): about @relations
 * @entities: (element-type CutEntity): at the other ends of @relations, and values of facts
 * @passages: (element-type CutAnnotation): marks that name it
 * @claims: (element-type CutClaim): about it
 * @sources: (element-type CutSource): that are it
 * @events: (element-type CutEvent): it has part in
 * @evidence: (element-type CutAnnotation): of facts and relations
 * @clips: (element-type CutClip): that @passages and @evidence stand in
 *
 * All about one entity, nothing of it in the Trash. Immutable and reference-counted; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutRecord *entity;
  GPtrArray *merged;
  GPtrArray *facts;
  GPtrArray *relations;
  GPtrArray *relation_facts;
  GPtrArray *entities;
  GPtrArray *passages;
  GPtrArray *claims;
  GPtrArray *sources;
  GPtrArray *events;
  GPtrArray *evidence;
  GPtrArray *clips;
} CutEntityDetail;

#define CUT_TYPE_ENTITY_DETAIL (cut_entity_detail_get_type ())
GType cut_entity_detail_get_type (void);
CutEntityDetail *cut_entity_detail_ref (CutEntityDetail *self);
void cut_entity_detail_unref (CutEntityDetail *self);
/** cut_entity_detail_find: Returns: (transfer none) (nullable): the object with @id among all those in @self */
CutRecord *cut_entity_detail_find (CutEntityDetail *self, const char *id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutEntityDetail, cut_entity_detail_unref)

/** cut_notebook_entity_detail: @entity: id; of one that was merged the detail is that of the entity that stands for it.
 *   %CUT_ERROR_NOT_FOUND when there is no such entity */
CutEntityDetail *cut_notebook_entity_detail (CutNotebook *self, const char *entity, GCancellable *cancellable, GError **error);
void cut_notebook_entity_detail_async (CutNotebook *self, const char *entity, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutEntityDetail *cut_notebook_entity_detail_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/* Merging. */

/**
 * cut_notebook_merge_entities:
 * @keep: id of the entity that stands for all
 * @others: (array zero-terminated=1): ids of those that are the same
 * @despite: also where somebody said that they are not the same
 *
 * One undo step. The others stay under their ids, merged into @keep, and no list shows them; @keep takes their names, identifiers,
 * stories and tags; every passage, claim, source, relation, fact and event that named them names @keep. What they say of themselves
 * that @keep says differently (summary, country) becomes facts about it.
 *
 * Returns: %FALSE with %CUT_ERROR_REFUSED where they were said not to be the same, %CUT_ERROR_INPUT where their kinds do not go
 *   together or they are the same already, %CUT_ERROR_LOCKED where protected sources are locked, which may name them
 */
gboolean cut_notebook_merge_entities (CutNotebook *self, const char *keep, const char *const *others, gboolean despite, GCancellable *cancellable, GError **error);
void cut_notebook_merge_entities_async (CutNotebook *self, const char *keep, const char *const *others, gboolean despite, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_merge_entities_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_part_entities: says that @a and @b are not the same, both ways: they are not proposed again, and merging them is refused. One
 *   undo step. %CUT_ERROR_INPUT where they are merged. */
gboolean cut_notebook_part_entities (CutNotebook *self, const char *a, const char *b, GCancellable *cancellable, GError **error);
void cut_notebook_part_entities_async (CutNotebook *self, const char *a, const char *b, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_part_entities_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * CutDuplicate:
 * @entity, @other: the two, the better known one (more that refers to it; else the older) first
 * @likeness: how likely they are the same, and why
 */
typedef struct
{
  CutRecord *entity;
  CutRecord *other;
  CutLikelySame *likeness;
} CutDuplicate;

void cut_duplicate_free (CutDuplicate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutDuplicate, cut_duplicate_free)

/** cut_notebook_duplicates: @entity: (nullable): id; %NULL for all. Returns: (transfer full) (nullable) (element-type CutDuplicate): pairs
 *   that are likely the same, likeliest first; without those that were said not to be */
GPtrArray *cut_notebook_duplicates (CutNotebook *self, const char *entity, GCancellable *cancellable, GError **error);
void cut_notebook_duplicates_async (CutNotebook *self, const char *entity, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_duplicates_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * cut_notebook_count_naming:
 * @kind: of those that are counted; what is in the Trash is not
 * @field: of @kind, in which they name others
 * @distinct: (nullable): a field of @kind with an id: those that have the same there count once, those that have none do not
 *
 * Blocking; what is counted is not read. Returns: (transfer full) (element-type utf8 uint): how many name an object, by its id
 */
GHashTable *cut_notebook_count_naming (CutNotebook *self, CutKind kind, const char *field, const char *distinct, GCancellable *cancellable, GError **error);

G_END_DECLS

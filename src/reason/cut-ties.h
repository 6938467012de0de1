/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/**
 * CutTieKind:
 * @CUT_TIE_RELATION: a relation between two entities
 * @CUT_TIE_CLAIM: named in the same claim
 * @CUT_TIE_PASSAGE: named in the same mark, or in marks within it
 * @CUT_TIE_CLIP: marked in the same clip
 *
 * What ties entities together, the strongest first.
 */
typedef enum
{
  CUT_TIE_RELATION,
  CUT_TIE_CLAIM,
  CUT_TIE_PASSAGE,
  CUT_TIE_CLIP,
  CUT_N_TIE_KINDS,
} CutTieKind;

/** CUT_TIES_CROWD: a passage or clip that names more entities than this is a list of names: it ties nobody to anybody */
#define CUT_TIES_CROWD 40

/**
 * CutTies:
 *
 * All that ties the entities of a notebook together, out of which graphs are cut (cut-graph.h). First everything is put into
 * it, in any order; then cut_ties_close() puts it together, and from then on it does not change. One thread at a time.
 * What is in the Trash is not put.
 */
typedef struct _CutTies CutTies;

CutTies *cut_ties_new (void);
void cut_ties_free (CutTies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTies, cut_ties_free)

/** cut_ties_put_entity: @merged_into: (nullable): id of the entity that it is part of now: what is said of it is said of that one */
void cut_ties_put_entity (CutTies *self, const char *id, const char *schema, const char *name, const char *merged_into);

/**
 * CutRelationFact:
 * @from, @to: ids of entities
 * @role: (nullable)
 * @start, @end: (nullable): since and until when it held
 * @evidence: (nullable): ids of annotations
 */
typedef struct
{
  const char *id;
  const char *schema;
  const char *from;
  const char *to;
  const char *role;
  CutDate *start;
  CutDate *end;
  const char *const *evidence;
} CutRelationFact;

void cut_ties_put_relation (CutTies *self, const CutRelationFact *fact);
/** cut_ties_put_claim: @date: (nullable): of the fact; @entities: (nullable): ids */
void cut_ties_put_claim (CutTies *self, const char *id, CutDate *date, const char *const *entities);
/** cut_ties_put_mark: @start, @end: of the annotation in the text of @capture; code points, half-open; @entities: (nullable): ids */
void cut_ties_put_mark (CutTies *self, const char *id, const char *clip, const char *capture, guint start, guint end,
                        const char *const *entities);
/** cut_ties_put_clip: @published: (nullable): dates the passages of the clip */
void cut_ties_put_clip (CutTies *self, const char *id, CutDate *published);

/** cut_ties_close: puts together what was put. Once. */
void cut_ties_close (CutTies *self);

/** cut_ties_get_n_entities: those that are not merged into others */
guint cut_ties_get_n_entities (CutTies *self);
/** cut_ties_get_n_crowds: passages and clips that name too many to tie anybody; see %CUT_TIES_CROWD */
guint cut_ties_get_n_crowds (CutTies *self);

/* Looking at them, for cut-graph.c. */

/**
 * CutTieMember:
 * @entity: place of it among the entities
 * @mark: (nullable): id of the annotation in which a clip names it first
 */
typedef struct
{
  guint entity;
  const char *mark;
} CutTieMember;

/**
 * CutTie:
 * @id: of the relation, claim, annotation or clip
 * @clip: (nullable): in which it stands
 * @earliest, @latest: milliseconds since 1970 UTC, half-open: when it can have held; %G_MININT64 and %G_MAXINT64 where it is open
 * @dated: whether there is any date
 * @members: (array length=n_members): of a relation from and to; else by place
 * @start, @end, @evidence: (nullable): of a relation
 *
 * One thing that ties two or more entities.
 */
typedef struct
{
  CutTieKind kind;
  const char *id;
  const char *clip;
  const char *schema;
  const char *role;
  gint64 earliest;
  gint64 latest;
  gboolean dated;
  CutTieMember *members;
  guint n_members;
  CutDate *start;
  CutDate *end;
  char **evidence;
} CutTie;

/** cut_ties_find: Returns: the place of the entity that @id stands for, merged ones followed; -1 for none */
int cut_ties_find (CutTies *self, const char *id);
const char *cut_ties_get_id (CutTies *self, guint entity);
const char *cut_ties_get_name (CutTies *self, guint entity);
const char *cut_ties_get_schema (CutTies *self, guint entity);
/** cut_ties_get_n_places: entities have places below this; merged ones have one, too, but no ties */
guint cut_ties_get_n_places (CutTies *self);
/** cut_ties_list: Returns: (transfer none) (array length=n_ties): the ties of @entity, by kind and id: numbers for cut_ties_get() */
const guint *cut_ties_list (CutTies *self, guint entity, guint *n_ties);
const CutTie *cut_ties_get (CutTies *self, guint tie);
guint cut_ties_get_n_ties (CutTies *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-passage.h"

G_BEGIN_DECLS

/**
 * CutProven:
 * @record: a fact or a relation
 * @about: (nullable): the relation that a fact in a list of relations is about; such facts stand behind it
 * @title: for people: a value, or the other end of a relation
 * @subtitle: what it is, and when it was so
 * @opens: (nullable): id of the entity that it leads to
 * @evidence: (element-type CutPassage): what proves it, as far as it is not in the Trash
 *
 * What is known of an entity and rests on passages. Made in a worker thread, then immutable.
 */
typedef struct
{
  CutRecord *record;
  CutRecord *about;
  char *title;
  char *subtitle;
  char *opens;
  GPtrArray *evidence;
} CutProven;

void cut_proven_free (CutProven *self);
/** cut_proven_same: whether the two would show the same */
gboolean cut_proven_same (const CutProven *a, const CutProven *b);

/** cut_proven_read_facts: @about: an entity or a relation. Blocking. Returns: (transfer full) (nullable) (element-type CutProven): in the order of its kind's properties */
GPtrArray *cut_proven_read_facts (CutNotebook *notebook, CutPassageFinder *finder, CutRecord *about, GCancellable *cancellable,
                                  GError **error);
/** cut_proven_read_relations: Blocking. Returns: (transfer full) (nullable) (element-type CutProven): by kind and direction, then by the name of the
 *   other end, each with the facts about it behind it; those whose other end is in the Trash come back with it */
GPtrArray *cut_proven_read_relations (CutNotebook *notebook, CutPassageFinder *finder, CutRecord *entity, GCancellable *cancellable,
                                      GError **error);

G_END_DECLS

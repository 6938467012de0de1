/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-name-spans.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_NAME_KIND_PERSON,
  CUT_NAME_KIND_ORGANIZATION,
  CUT_NAME_KIND_PLACE,
  CUT_NAME_KIND_OTHER,
  CUT_NAME_N_KINDS,
} CutNameNameKind;

/**
 * CutNameKey:
 * @ids: (array length=n): its words, as numbers of types, and signs
 * @span: the number of the span that shows it best: the first that is in no headline
 * @n_spans: how often it stands in the text
 * @score: what speaks for each kind, in itself and around all its spans
 * @kind: what most speaks for
 * @group: the number of the key that it is a short form of; its own where it is none
 *
 * One name of a text, however often it stands there.
 */
typedef struct
{
  guint *ids;
  guint n;
  guint hash;
  guint span;
  guint n_spans;
  double inside[CUT_NAME_N_KINDS];
  double around[CUT_NAME_N_KINDS];
  CutNameNameKind kind;
  guint group;
} CutNameKey;

/** cut_name_key_free: of one that is allocated by itself */
void cut_name_key_free (CutNameKey *self);

/**
 * cut_name_keys_new:
 * @spans: (element-type CutNameSpan): gets the number of its key each
 *
 * Returns: (transfer full) (element-type CutNameKey): the names, in the order in which they first stand in the text, with what speaks
 *   for each kind, and the kind that follows from it when each name is looked at by itself
 */
GPtrArray *cut_name_keys_new (const CutNameText *words, GArray *spans);

/** cut_name_around: adds to @score what the words around @span say of its kind */
void cut_name_around (const CutNameText *words, const CutNameSpan *span, double *score);

/** cut_name_best: Returns: the kind that most speaks for */
CutNameNameKind cut_name_best (const double *inside, const double *around);

/** cut_name_groups_find: puts short forms to their full names (see CutNameKey.group), and gives each span its kind */
void cut_name_groups_find (const CutNameText *words, GArray *spans, GPtrArray *keys);

G_END_DECLS

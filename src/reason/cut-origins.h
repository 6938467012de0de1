/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutOrigins:
 * @low, @high: how many independent origins the claim rests on: unknown ends ("a report") count as
 *   one together in @low, each by itself in @high
 * @denials: how many independent origins deny or dispute it
 * @keys: (element-type utf8): what each asserting end was taken for, sorted, each once; for tests and trees
 *
 * The count of `domain.md`, "What is computed": each attribution is walked along its via to its end, and
 * the same end is one origin. An unnamed end is "the unnamed sources of that one work", whoever retells it.
 */
typedef struct
{
  guint low;
  guint high;
  guint denials;
  GPtrArray *keys;
} CutOrigins;

/**
 * CutOriginsLookup:
 *
 * Returns: (transfer none) (nullable): the object with @id: a source, clip or annotation
 */
typedef CutRecord *(*CutOriginsLookup) (const char *id, gpointer user_data);

/**
 * cut_origins_count:
 * @attributions: (element-type CutAttribution): all of one claim
 * @lookup: finds what they refer to
 *
 * Cost: linear in the length of the chains. Cycles cannot occur: a via is walked once, in order.
 *
 * Returns: (transfer full)
 */
CutOrigins *cut_origins_count (GPtrArray *attributions, CutOriginsLookup lookup, gpointer user_data);
void cut_origins_free (CutOrigins *self);

/** cut_origins_format: Returns: (transfer full): "1 origin", "1–3 origins", translated */
char *cut_origins_format (const CutOrigins *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutOrigins, cut_origins_free)

G_END_DECLS

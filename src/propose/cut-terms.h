/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-saying.h"

G_BEGIN_DECLS

#define CUT_TERMS_VIA 4

/**
 * CutTerms:
 * @terms, @channel: (nullable): words of their vocabularies
 * @stance: a word of its vocabulary
 *
 * What the words round a saying tell about it. Ranges are tokens, empty when there is none.
 */
typedef struct
{
  gboolean anonymous;
  const char *terms;
  CutRange condition;
  const char *stance;
  CutRange hedge;
  const char *channel;
  CutRange via[CUT_TERMS_VIA];
  guint n_via;
  CutRange said_at;
} CutTerms;

/**
 * cut_terms_read:
 * @saying: its source is replaced where an outlet cites somebody ("The Paper reported, citing officials")
 * @limits: what lies outside belongs to the sayings before and behind
 */
void cut_terms_read (const CutParsed *parsed, CutSaying *saying, CutRange limits, CutTerms *terms);

/** cut_terms_is_unnamed: whether a source is spoken of without a name: "officials", "a person who knows the plan" */
gboolean cut_terms_is_unnamed (const CutParsed *parsed, CutRange source);

/** cut_terms_is_outlet: whether a name is that of a paper, an agency, a station */
gboolean cut_terms_is_outlet (const CutParsed *parsed, CutRange name);

G_END_DECLS

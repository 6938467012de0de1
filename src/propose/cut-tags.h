/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tokens.h"

G_BEGIN_DECLS

/** CutTag: what a token is in its sentence */
typedef enum
{
  CUT_TAG_SIGN,
  CUT_TAG_QUOTE,
  CUT_TAG_NUMBER,
  CUT_TAG_NOUN,       /* and everything that is not known to be something else */
  CUT_TAG_NAME,
  CUT_TAG_ADJECTIVE,
  CUT_TAG_DETERMINER,
  CUT_TAG_PRONOUN,    /* that can be a subject */
  CUT_TAG_OBJECT,     /* a pronoun that cannot */
  CUT_TAG_OWNER,      /* the 's of an owner */
  CUT_TAG_PREPOSITION,
  CUT_TAG_COORDINATOR,
  CUT_TAG_SUBORDINATOR,
  CUT_TAG_RELATIVE,
  CUT_TAG_QUESTION,
  CUT_TAG_THAT,
  CUT_TAG_TO,         /* before an infinitive */
  CUT_TAG_ADVERB,
  CUT_TAG_TIME,       /* a weekday, a noun of time without article */
  CUT_TAG_NEGATION,
  CUT_TAG_MODAL,
  CUT_TAG_BE,
  CUT_TAG_HAVE,
  CUT_TAG_DO,
  CUT_TAG_FINITE,     /* a verb with a subject */
  CUT_TAG_BASE,       /* an infinitive */
  CUT_TAG_GERUND,
  CUT_TAG_PARTICIPLE, /* after have or be, or by itself */
} CutTag;

/**
 * cut_tags_new:
 *
 * Tells for each token what it is in its sentence, by the classes of the language, by the words beside it, and by the rule
 * that a clause has one finite verb. A few hundred rules could not make it right always; what stands on it has to bear
 * a wrong one.
 *
 * Returns: (transfer full) (array): a #CutTag for each token
 */
guint8 *cut_tags_new (const CutTokens *tokens);

G_END_DECLS

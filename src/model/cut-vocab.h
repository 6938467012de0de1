/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed vocabularies of `domain.md`. A record stores the word itself; people see its label. */

typedef enum
{
  CUT_VOCAB_NONE,
  CUT_VOCAB_SENSITIVITY,
  CUT_VOCAB_TERMS,
  CUT_VOCAB_STANCE,
  CUT_VOCAB_CLAIM_STATUS,
  CUT_VOCAB_CLAIM_KIND,
  CUT_VOCAB_IMPORTANCE,
  CUT_VOCAB_ANNOTATION_KIND,
  CUT_VOCAB_COLOUR,
  CUT_VOCAB_SOURCE_KIND,
  CUT_VOCAB_ENTITY_SCHEMA,
  CUT_VOCAB_RELATION_SCHEMA,
  CUT_VOCAB_HOW,
  CUT_VOCAB_VERDICT,
  CUT_VOCAB_FORM,
  CUT_VOCAB_CHANNEL,
  CUT_VOCAB_METHOD,
  CUT_VOCAB_STORY_STATUS,
  CUT_VOCAB_OUTCOME,
  CUT_VOCAB_PLACE_STATUS,
  CUT_VOCAB_PROPOSAL,
  CUT_N_VOCABS,
} CutVocab;

/** cut_vocab_get_words: Returns: (transfer none) (array zero-terminated=1): in the order to show */
const char *const *cut_vocab_get_words (CutVocab vocab);

/** cut_vocab_get_label: Returns: (transfer none): @word translated for people; @word itself when unknown */
const char *cut_vocab_get_label (CutVocab vocab, const char *word);

/** cut_vocab_get_message: Returns: (transfer none) (nullable): the untranslated label of @word and its @context, for a
 *   translation other than the program's own (the pages of a bundle) */
const char *cut_vocab_get_message (CutVocab vocab, const char *word, const char **context);

/** cut_vocab_get_place: Returns: where @word (nullable) stands in the order to show, from 0; after all words when unknown */
guint cut_vocab_get_place (CutVocab vocab, const char *word);

gboolean cut_vocab_has (CutVocab vocab, const char *word);

/** cut_vocab_get_default: Returns: (nullable): the word a new object starts with */
const char *cut_vocab_get_default (CutVocab vocab);

/** cut_vocab_list: Returns: (transfer full): the words joined by ", ", for messages */
char *cut_vocab_list (CutVocab vocab);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"
#include "cut-schemata.h"
#include "cut-vocab.h"

G_BEGIN_DECLS

/**
 * CutWords:
 *
 * The pages' own words in one language, which need not be the program's. gettext answers in the
 * language of the process and only where its locale is installed; here the same translations
 * (po/) are compiled in and looked up by language, so that a bundle has the same bytes on any
 * machine and in any thread. Immutable.
 */
typedef struct _CutWords CutWords;

/** cut_words_new: @language: (nullable): BCP 47; English where there is no translation */
CutWords *cut_words_new (const char *language);
void cut_words_free (CutWords *self);
/** cut_words_get_language: Returns: (transfer none): of the words, `en` or `de` */
const char *cut_words_get_language (const CutWords *self);

/** cut_words_get: Returns: (transfer none): @message (marked N_()) translated, or itself */
const char *cut_words_get (const CutWords *self, const char *message);
/** cut_words_get_vocab: Returns: (transfer none): the label of @word; "" for %NULL */
const char *cut_words_get_vocab (const CutWords *self, CutVocab vocab, const char *word);
/** cut_words_get_property: Returns: (transfer none): the label of @property */
const char *cut_words_get_property (const CutWords *self, const CutProperty *property);
/** cut_words_get_date: Returns: (transfer full): `23 November 2018`, `about 1998`; an instant as its day and minute in UTC */
char *cut_words_get_date (const CutWords *self, const CutDate *date);
/** cut_words_get_time: Returns: (transfer full): of @ms, in UTC */
char *cut_words_get_time (const CutWords *self, gint64 ms);

/** cut_words_fill: @first_name: name and text of each `{name}` in @template, closed with %NULL. (transfer full) */
char *cut_words_fill (const char *template, const char *first_name, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWords, cut_words_free)

G_END_DECLS

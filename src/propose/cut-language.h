/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutClass:
 *
 * What a word of a language can be, as bits: most words are several. The data file of a language lists the words under
 * the same names in lower case ("[classes] article=a;an;the").
 */
typedef enum
{
  CUT_CLASS_ARTICLE,
  CUT_CLASS_POSSESSIVE,    /* my, his */
  CUT_CLASS_DETERMINER,    /* this, some, many, no */
  CUT_CLASS_NUMERAL,       /* two, dozens */
  CUT_CLASS_PREPOSITION,
  CUT_CLASS_COORDINATOR,   /* and, or */
  CUT_CLASS_SUBORDINATOR,  /* because, while */
  CUT_CLASS_RELATIVE,      /* who, which */
  CUT_CLASS_QUESTION,      /* what, how, whether */
  CUT_CLASS_THAT,          /* opens what is said: that, dass */
  CUT_CLASS_TO,            /* opens an infinitive: to, zu */
  CUT_CLASS_SUBJECT,       /* pronouns that can be a subject */
  CUT_CLASS_OBJECT,        /* pronouns that cannot be a subject */
  CUT_CLASS_PERSONAL,      /* pronouns that stand for somebody named before: he, she, they */
  CUT_CLASS_REFLEXIVE,
  CUT_CLASS_BE,
  CUT_CLASS_HAVE,
  CUT_CLASS_DO,
  CUT_CLASS_MODAL,
  CUT_CLASS_NEGATION,
  CUT_CLASS_ADVERB,        /* the commonest that their ending does not tell */
  CUT_CLASS_TITLE,         /* before a name: Mr., Sen., President */
  CUT_CLASS_ABBREVIATION,  /* ends with a full stop that ends no sentence */
  CUT_CLASS_CLITIC,        /* 's, n't: written to the word before */
  CUT_CLASS_AGENT,         /* before who does it, in the passive: by */
  CUT_CLASS_AS,
  CUT_CLASS_OF,
  CUT_CLASS_ADJECTIVE,
  CUT_CLASS_NOUN,          /* nouns that are verbs too: plan, vote */
  CUT_CLASS_PERSON,        /* nouns of people who can say something */
  CUT_CLASS_BODY,          /* nouns of groups that can */
  CUT_CLASS_DOCUMENT,      /* nouns of what can be cited */
  CUT_CLASS_OUTLET,        /* words that names of media are made of */
  CUT_CLASS_UNNAMED,       /* nouns of people who are cited without a name: officials, sources */
  CUT_CLASS_TIME,          /* nouns and adverbs of time: today, week */
  CUT_CLASS_WEEKDAY,
  CUT_CLASS_MONTH,
  CUT_CLASS_HEDGE,         /* reportedly, allegedly */
  CUT_CLASS_ASKING,        /* verbs of who wants to know or to have something: ask, wonder */
  CUT_CLASS_MALE,
  CUT_CLASS_FEMALE,
  CUT_CLASS_PLURAL,
  CUT_N_CLASSES,
} CutClass;

#define CUT_CLASS_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

/** CutForm: the forms of a verb as bits; one word can be several ("said", "put") */
typedef enum
{
  CUT_FORM_BASE = 1 << 0,       /* say */
  CUT_FORM_PRESENT = 1 << 1,    /* says */
  CUT_FORM_PAST = 1 << 2,       /* said */
  CUT_FORM_PARTICIPLE = 1 << 3, /* said, after have or be */
  CUT_FORM_GERUND = 1 << 4,     /* saying */
} CutForm;

/**
 * CutCue:
 * @lemma: its first form
 * @frames: one letter for each way in which it takes what is said; the data file explains them
 * @stance: (nullable): of #CUT_VOCAB_STANCE
 *
 * A verb, or a noun, that ascribes something to somebody.
 */
typedef struct
{
  const char *lemma;
  const char *frames;
  const char *stance;
} CutCue;

typedef struct _CutPhrase CutPhrase;

/**
 * CutEntry:
 * @classes: of %CUT_CLASS_BIT()
 * @verb: (nullable): the cue that the word is a form of
 * @forms: of #CutForm, which form of @verb it is
 * @noun: (nullable): the cue that the word is as a noun
 * @predicate: (nullable): the cue that the word is behind a form of "be" ("is convinced that")
 *
 * One word of a language. Two words are the same when their entries are. Immutable.
 */
typedef struct
{
  const char *word;
  guint64 classes;
  const CutCue *verb;
  guint forms;
  const CutCue *noun;
  const CutCue *predicate;
  GPtrArray *phrases; /* (nullable): that begin with it, the longest first */
} CutEntry;

static inline gboolean
cut_entry_is (const CutEntry *self,
              guint64         classes)
{
  return self != NULL && (self->classes & classes) != 0;
}

/**
 * CutLanguage:
 *
 * What is known of a language: a data file that is compiled in (`languages/TAG.ini`), with the classes of its words,
 * the verbs and nouns that ascribe, and tables of words and phrases with a value for each. Loaded when first asked for,
 * then immutable; any thread.
 */
typedef struct _CutLanguage CutLanguage;

/**
 * cut_language_get:
 * @tag: (nullable): a BCP 47 tag; of one with a region ("en-GB", "de_AT") its language is taken
 *
 * Returns: (transfer none) (not nullable): the language; English where there is no data file for it
 */
const CutLanguage *cut_language_get (const char *tag);

/** cut_language_is_known: whether there is a data file for @tag itself */
gboolean cut_language_is_known (const char *tag);

/** cut_language_get_tag: Returns: (transfer none): "en", "de" */
const char *cut_language_get_tag (const CutLanguage *self);

/** cut_language_is_verb_second: whether the finite verb is the second part of a clause, and "that" stands behind a comma, as in German */
gboolean cut_language_is_verb_second (const CutLanguage *self);

/**
 * cut_language_find:
 * @word, @length: bytes of valid UTF-8, in any case
 *
 * Returns: (transfer none) (nullable): the entry of one word
 */
const CutEntry *cut_language_find (const CutLanguage *self, const char *word, gsize length);

/**
 * cut_language_find_ending:
 * @word, @length: bytes of valid UTF-8, in lower case
 *
 * Returns: (transfer none) (nullable): the entry of the ending that a word has which is not listed itself ("-ing" in the
 *   data file): it has classes and forms, but neither verb nor noun
 */
const CutEntry *cut_language_find_ending (const CutLanguage *self, const char *word, gsize length);

/**
 * cut_language_get_table:
 * @name: a group of the data file, as "months"
 *
 * Returns: the number by which cut_language_match() knows it; 0 when there is none
 */
guint cut_language_get_table (const CutLanguage *self, const char *name);

/**
 * cut_language_match:
 * @table: of cut_language_get_table()
 * @at: entry of the first of @n_left words; the next ones stand every @stride bytes behind it
 * @n: (out) (optional): how many words the phrase has
 *
 * Looks whether a phrase of a table begins here; the longest counts. Entries are compared, so case does not matter.
 * Tokens call it through cut_tokens_match().
 *
 * Returns: (transfer none) (nullable): the phrase's value in the data file
 */
const char *cut_language_match (const CutLanguage *self, guint table, const CutEntry *const *at, gsize stride, guint n_left, guint *n);

G_END_DECLS

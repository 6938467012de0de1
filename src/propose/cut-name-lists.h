/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutNameClass:
 *
 * What a word can be in a name or beside one, as bits: most words are several. The files in `names/` list the words
 * under the same names in lower case ("city=Aachen;New York").
 */
typedef enum
{
  CUT_NAME_FUNCTION,     /* grammar: the, of, who; never a name by itself */
  CUT_NAME_NO_NAME,      /* written with a capital, and no name: Monday, TV, CEO */
  CUT_NAME_COMMON,       /* an ordinary word of the language, in lower case */
  CUT_NAME_MONTH,
  CUT_NAME_TITLE,        /* before a person's name, and no part of it: Mr., President */
  CUT_NAME_TITLE_PART,   /* goes with a title: Prime, Foreign */
  CUT_NAME_GIVEN,        /* Ann */
  CUT_NAME_SURNAME,
  CUT_NAME_PARTICLE,     /* in lower case within names of people: van, bin */
  CUT_NAME_SUFFIX,       /* Jr. */
  CUT_NAME_COUNTRY,
  CUT_NAME_REGION,
  CUT_NAME_CITY,
  CUT_NAME_PLACE_HEAD,   /* River, Street: what is named so is a place */
  CUT_NAME_PLACE_LEAD,   /* Mount, San */
  CUT_NAME_BODY,         /* a known organisation */
  CUT_NAME_TEAM,
  CUT_NAME_COMPANY_END,  /* Inc., GmbH */
  CUT_NAME_BODY_HEAD,    /* Ministry, Bank */
  CUT_NAME_BODY_LEAD,    /* the same before "of" */
  CUT_NAME_OTHER,        /* a known event, product, creed */
  CUT_NAME_DEMONYM,      /* Chinese, Londoner */
  CUT_NAME_EVENT_HEAD,   /* Cup, Treaty */
  CUT_NAME_EVENT_LEAD,   /* Hurricane */
  CUT_NAME_LEAD,         /* begins names of bodies and places: Royal, General, New */
  CUT_NAME_SAYING,       /* said */
  CUT_NAME_ACT,          /* what companies and governments do: announced */
  CUT_NAME_BEATING,      /* what teams do: beat */
  CUT_NAME_PLACE_BEFORE, /* stands before places, among others: at, from */
  CUT_NAME_PLACE_IN,     /* stands before places most of all: in, near */
  CUT_NAME_PLACE_NOUN,   /* "the city of" */
  CUT_NAME_BODY_NOUN,    /* "the company" */
  CUT_NAME_BODY_AFTER,   /* "… spokesman", "… shares" */
  CUT_NAME_PLACE_AFTER,  /* "… region" */
  CUT_NAME_ROLE,         /* "striker …", "…, a lawyer" */
  CUT_NAME_OF,
  CUT_NAME_THE,
  CUT_NAME_AND,
  CUT_NAME_FOR,          /* Centre for … */
  CUT_NAME_ABBREVIATION, /* ends with a stop that ends no sentence */
  CUT_NAME_SPORT,        /* tells that a text is about sport */
  CUT_NAME_NOUN_END,     /* "-ung": an ending of nouns, where these are written with a capital */
  CUT_NAME_WITH,         /* an analyst with … */
  CUT_NAME_PUBLIC,       /* known as a body of a state, or a word of one: Ministry */
  CUT_NAME_PEOPLE_AFTER, /* "… villagers" */
  CUT_NAME_NUMBERED,     /* has a number behind it that belongs to the name: Boeing 747 */
  CUT_NAME_COMPANY,      /* known as a company */
  CUT_NAME_N_CLASSES,
} CutNameClass;

#define CUT_NAME_BIT(class) (G_GUINT64_CONSTANT (1) << (class))
#define CUT_NAME_PLACES (CUT_NAME_BIT (CUT_NAME_COUNTRY) | CUT_NAME_BIT (CUT_NAME_REGION) | CUT_NAME_BIT (CUT_NAME_CITY))
#define CUT_NAME_BODIES (CUT_NAME_BIT (CUT_NAME_BODY) | CUT_NAME_BIT (CUT_NAME_TEAM))
/* What a list knows as a name, or a part of one. */
#define CUT_NAME_KNOWN                                                                                                          \
  (CUT_NAME_PLACES | CUT_NAME_BODIES | CUT_NAME_BIT (CUT_NAME_GIVEN) | CUT_NAME_BIT (CUT_NAME_SURNAME) | CUT_NAME_BIT (CUT_NAME_OTHER) | CUT_NAME_BIT (CUT_NAME_DEMONYM))
#define CUT_NAME_HEADS                                                                                                          \
  (CUT_NAME_BIT (CUT_NAME_PLACE_HEAD) | CUT_NAME_BIT (CUT_NAME_BODY_HEAD) | CUT_NAME_BIT (CUT_NAME_EVENT_HEAD) | CUT_NAME_BIT (CUT_NAME_COMPANY_END) | CUT_NAME_BIT (CUT_NAME_TEAM))

/** CUT_NAME_LONGEST_WORD: bytes in lower case; a longer word is no name */
#define CUT_NAME_LONGEST_WORD 64

typedef struct _CutNameEntry CutNameEntry;

/** CutNamePhrase: several words that a list knows as one name; the first is that of the entry it belongs to */
typedef struct
{
  guint64 classes;
  guint n;
  const CutNameEntry **words;
} CutNamePhrase;

/** CutNameEntry: a word that a list knows; two words are the same when their entries are. Immutable. */
struct _CutNameEntry
{
  const char *word;     /* in lower case */
  guint64 classes;
  guint64 caps_classes; /* what it is when it is written in capitals alone, as the list has it: US, WHO */
  CutNamePhrase *phrases; /* (array length=n_phrases): that begin with it, the longest first */
  guint n_phrases;
};

/** CutNameLists: the word lists of one language, with those for all. Loaded when first asked for, then immutable; any thread. */
typedef struct _CutNameLists CutNameLists;

/**
 * cut_name_lists_get:
 * @language: (nullable): a BCP 47 tag; where there is no list for it, what holds for all languages is taken; %NULL is English
 *
 * Returns: (transfer none) (not nullable)
 */
const CutNameLists *cut_name_lists_get (const char *language);

/** cut_name_lists_has_noun_capitals: whether every noun is written with a capital, as in German */
gboolean cut_name_lists_has_noun_capitals (const CutNameLists *self);

#define CUT_NAME_HASH_START 2166136261u

/** cut_name_hash_next: the hash of one byte more; it begins with %CUT_NAME_HASH_START */
static inline guint
cut_name_hash_next (guint hash,
                    char  byte)
{
  return (hash ^ (guchar) byte) * 16777619u;
}

/** cut_name_hash: of @length bytes; see cut_name_lists_find() */
static inline guint
cut_name_hash (const char *folded,
               gsize       length)
{
  guint hash = CUT_NAME_HASH_START;

  for (gsize i = 0; i < length; i++)
    hash = cut_name_hash_next (hash, folded[i]);
  return hash;
}

/**
 * cut_name_lists_fold:
 * @word, @length: bytes of valid UTF-8
 * @folded: room for %CUT_NAME_LONGEST_WORD bytes
 *
 * Lower case, with one kind of apostrophe and of hyphen.
 *
 * Returns: the length in bytes; 0 for what is too long for a word
 */
gsize cut_name_lists_fold (const char *word, gsize length, char *folded);

/** cut_name_lists_find: Returns: (transfer none) (nullable): the entry of a word as cut_name_lists_fold() gives it, with its cut_name_hash() */
const CutNameEntry *cut_name_lists_find (const CutNameLists *self, const char *folded, gsize length, guint hash);

/** cut_name_lists_ending: Returns: the classes of the longest listed ending ("-ung") of @folded, 0 for none */
guint64 cut_name_lists_ending (const CutNameLists *self, const char *folded, gsize length);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Raise when a text is found to mention others than before. */
#define CUT_NAME_MATCHER_RULES 3

/**
 * CutNameMatcher:
 *
 * Finds many names in one pass over a text. A trie (E. Fredkin, "Trie Memory", Communications of the ACM 3 (1960)) over words
 * without case and diacritics; from every word of the text on the longest name is taken. A name has at most 32 words, so that
 * the pass is linear in the text, however many names there are. Of one thread while names are added or removed; any number of
 * threads may look at once otherwise.
 *
 * What is a mention:
 * - Case counts: "Apple" is not in "apple", "US" not in "us". All in capitals counts where the name has four letters or the
 *   line no small ones. A name that begins with a small letter is also found with a capital; an article before a name in either.
 * - Diacritics of Latin letters, kinds of apostrophes, hyphens and spaces do not count; a hyphen is a space, a comma or the
 *   full stop of an abbreviation may be missing; "US" is found as "U.S.", too, and the other way round.
 * - Only whole words: of "Trump's" the name alone, of "L'Italie" what is behind the article; nothing in "O'Neill" but itself.
 *   Where spaces part no words (Chinese, Japanese, Thai, Korean) any place will do.
 * - Of names that overlap the longest, then the first one; what is shorter from the same word on is not tried instead.
 * - Short forms only where the text names the owner in full: the family name of a person, not behind another first name nor
 *   before another capital ("Trump Tower"); "the Journal" of The Wall Street Journal; a company without "Inc.".
 */
typedef struct _CutNameMatcher CutNameMatcher;

/** CutNameSort: which short forms a name has */
typedef enum
{
  CUT_NAME_PERSON, /* the family name */
  CUT_NAME_BODY,   /* "the" with the noun at its head; without "Inc." and the like */
  CUT_NAME_OTHER,  /* none */
} CutNameSort;

/**
 * CutNameMatch:
 * @start, @end: code points of the text
 * @owner: as of cut_name_matcher_add()
 * @is_short: it is a short form
 * @ambiguous: others could be meant by it as well: each of them has a match of its own at this place
 */
typedef struct
{
  guint start;
  guint end;
  gint64 owner;
  gboolean is_short;
  gboolean ambiguous;
} CutNameMatch;

/** CutNameRange: bytes of a text. @folded: whether a line end in it is a space, and not the end of every name */
typedef struct
{
  gsize start;
  gsize end;
  gboolean folded;
} CutNameRange;

/** CutNameBefore: whether @word (not terminated, as in the text) may stand before a family name though it has a capital: a title
 *   ("President"), a word that begins a sentence ("But"); the same word behind one is no part of another name */
typedef gboolean (*CutNameBefore) (const char *word, gsize length, gpointer data);

/**
 * CutNameManner:
 * @genitive_s: the genitive has an s without an apostrophe: Müllers
 * @noun_capitals: common nouns have capitals, so that one behind a family name says nothing
 * @before: (nullable): %NULL for no word at all
 * @data: for @before
 *
 * What the language of a text has to do with names in it.
 */
typedef struct
{
  gboolean genitive_s;
  gboolean noun_capitals;
  CutNameBefore before;
  gpointer data;
} CutNameManner;

CutNameMatcher *cut_name_matcher_new (void);
void cut_name_matcher_free (CutNameMatcher *self);

/**
 * cut_name_matcher_add:
 * @owner: whom the name belongs to; not 0
 * @name: UTF-8; a line
 *
 * Adds the name and its short forms. A name of more than 32 words, or of one character of a script without spaces, is never
 * found.
 */
void cut_name_matcher_add (CutNameMatcher *self, gint64 owner, CutNameSort sort, const char *name);

/** cut_name_matcher_remove: all names of @owner. Cost: linear in them. */
void cut_name_matcher_remove (CutNameMatcher *self, gint64 owner);

/** cut_name_matcher_has_owner: whether it has a name that can be found */
gboolean cut_name_matcher_has_owner (CutNameMatcher *self, gint64 owner);

/** cut_name_matcher_list_full: Returns: (transfer full) (array zero-terminated=1): what is found of @owner in full, without diacritics, words parted
 *   by spaces; each once */
char **cut_name_matcher_list_full (CutNameMatcher *self, gint64 owner);

/**
 * cut_name_matcher_run:
 * @text: valid UTF-8, less than 4 GB
 * @ranges: (nullable) (array length=n_ranges): where to look, in order, not overlapping, each at borders of characters; %NULL for
 *   the whole text, in which a line end ends every name
 * @manner: (nullable)
 *
 * Returns: (transfer full) (element-type CutNameMatch): in order of start
 */
GArray *cut_name_matcher_run (const CutNameMatcher *self, const char *text, const CutNameRange *ranges, guint n_ranges,
                              const CutNameManner *manner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNameMatcher, cut_name_matcher_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_FILTER_NONE,
  CUT_FILTER_SITE,
  CUT_FILTER_BY,
  CUT_FILTER_TAG,
  CUT_FILTER_STORY,
  CUT_FILTER_ENTITY,
  CUT_FILTER_SOURCE,
  CUT_FILTER_STATUS,
  CUT_FILTER_BEFORE,
  CUT_FILTER_AFTER,
  CUT_FILTER_KIND,
} CutFilter;

#define CUT_N_FILTERS (CUT_FILTER_KIND + 1)

/**
 * CutSearchTerm:
 * @filter: what it restricts, or %CUT_FILTER_NONE for words to be found
 * @text: a word, a phrase or the filter's value, without quotes
 * @text_start: where @text stands, in bytes of what cut_search_terms_compose() gives
 * @quoted: exactly as it stands
 * @prefix: also words that start with the last word of @text
 * @negative: must not hold
 * @group: terms of one group are joined by OR; all groups must hold
 * @near: not 0: stands at most so many words from the term before, which is of the same group
 * @date: (only of before: and after:) the first moment of the date, ms
 * @start, @end: where it stands with all its marks, likewise
 * @forms: (owned) (nullable): other forms of the word, folded, which are as good
 */
typedef struct
{
  CutFilter filter;
  char *text;
  gsize text_start;
  gboolean quoted;
  gboolean prefix;
  gboolean negative;
  guint group;
  guint near;
  gint64 date;
  gsize start;
  gsize end;
  char **forms;
} CutSearchTerm;

/** cut_search_terms_compose: Returns: (transfer full): @text as it is read: valid, and its letters with their marks */
char *cut_search_terms_compose (const char *text);

/**
 * cut_search_terms_parse:
 * @text: as a person types it; any text at all is good
 *
 * Returns: (transfer full) (element-type CutSearchTerm): empty when @text holds no word
 */
GPtrArray *cut_search_terms_parse (const char *text);

/**
 * cut_search_leave_open:
 * @text: what was typed so far
 *
 * A word of two letters or more at the very end, which may go on, is found by all that begins with it. Behind a blank or a closing quote it is
 * finished; what is not to be found, and filters, mean what they say.
 *
 * Returns: (transfer full): the search to make
 */
char *cut_search_leave_open (const char *text);

/** cut_filter_get_word: Returns: (transfer none): what is typed before the colon; "" of %CUT_FILTER_NONE */
const char *cut_filter_get_word (CutFilter filter);

/** cut_search_is_quote: whether @c opens and closes a phrase: the straight quote, and those that keyboards and pages make of it */
gboolean cut_search_is_quote (gunichar c);

/** cut_search_has_word: whether @text has a letter or digit, which is what the index holds */
gboolean cut_search_has_word (const char *text);

G_END_DECLS

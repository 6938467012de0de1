/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which the lines of a pasted page give themselves away. */
typedef enum
{
  CUT_PLAIN_FURNITURE,     /* openings of furniture */
  CUT_PLAIN_LABEL,         /* openings of furniture, where no sentence follows */
  CUT_PLAIN_LONE, /* labels that headlines begin with, too */
  CUT_PLAIN_BUTTON,        /* whole lines of furniture: buttons */
  CUT_PLAIN_MENU,          /* whole lines: sections of a site */
  CUT_PLAIN_RELATED,       /* whole lines over titles of other articles */
  CUT_PLAIN_END,           /* openings of lines under the article */
  CUT_PLAIN_CREDIT,        /* openings of a picture's credit */
  CUT_PLAIN_CREDIT_END,    /* its endings */
  CUT_PLAIN_CREDIT_INSIDE, /* where it begins behind a caption */
  CUT_PLAIN_AGENCY,        /* news agencies */
  CUT_PLAIN_JOB,           /* jobs of authors */
  CUT_PLAIN_BIO,           /* words of their bios */
  CUT_PLAIN_ROLE,          /* words of a job behind a name */
  CUT_PLAIN_BYLINE,        /* openings of a byline */
  CUT_PLAIN_NAME_END,      /* words behind the names of a byline */
  CUT_PLAIN_NO_NAME,       /* words that no name begins or ends with */
  CUT_PLAIN_NO_SURNAME,    /* words behind "A" and "An" that make no name of them */
  CUT_PLAIN_MAKER,         /* openings of lines that say who made the text */
  CUT_PLAIN_MAKER_WORD,    /* what such lines have between the names */
} CutPlainWords;

/** cut_plain_words_get: Returns: (transfer none) (array zero-terminated=1): in lower case */
const char *const *cut_plain_words_get (CutPlainWords words);
/** cut_plain_words_are: whether @folded, a line or word in lower case, is one of @words */
gboolean cut_plain_words_are (CutPlainWords words, const char *folded);
/** cut_plain_words_open: whether @folded begins with one of @words, and that ends where a word does */
gboolean cut_plain_words_open (CutPlainWords words, const char *folded);
/** cut_plain_words_within: whether one of @words stands somewhere in @folded */
gboolean cut_plain_words_within (CutPlainWords words, const char *folded);

G_END_DECLS

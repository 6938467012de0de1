/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What bylines are made of beside names, in the larger languages of the web; lower case. */
typedef enum
{
  CUT_BYLINE_ENDINGS,   /* what comes behind a name and is none */
  CUT_BYLINE_INSIDE,    /* what a name follows in the middle of a line */
  CUT_BYLINE_NOT_NAMES, /* what stands where names do */
  CUT_BYLINE_OFFICES,   /* parts of what a person is */
  CUT_BYLINE_AGENCIES,  /* news agencies */
} CutBylineWords;

/** cut_byline_words: Returns: (transfer none): the list, which ends with %NULL */
const char *const *cut_byline_words (CutBylineWords words);

/** cut_byline_skip_opening: Returns: where @text goes on behind a "By " of any language; @text where there is none */
const char *cut_byline_skip_opening (const char *text);

/** cut_byline_is_agency: Returns: whether @name is that of a news agency */
gboolean cut_byline_is_agency (const char *name);

G_END_DECLS

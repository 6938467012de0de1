/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What pages that are no articles say, in the larger languages of the web. */
typedef enum
{
  CUT_WORDS_SCRIPT, /* JavaScript is needed */
  CUT_WORDS_BOT,    /* a check whether somebody is human; no access */
  CUT_WORDS_PAY,    /* subscribe to read on */
  CUT_WORDS_COOKIE, /* consent to cookies */
  CUT_WORDS_ACCEPT, /* what buttons that consent say */
  CUT_WORDS_ERROR,  /* no page at this address */
} CutVerdictWords;

/** cut_verdict_words_in: Returns: how many of the phrases stand in @text, which is in lower case */
guint cut_verdict_words_in (CutVerdictWords words, const char *text);

/** cut_verdict_words_are: Returns: whether @line, in lower case, says hardly more than one of the phrases */
gboolean cut_verdict_words_are (CutVerdictWords words, const char *line);

/** cut_verdict_is_challenge: Returns: 2 when an attribute's @value belongs to a challenge, 1 when it may also stand on
 * an ordinary page, else 0. Markup conventions of the widgets in use. */
guint cut_verdict_is_challenge (const char *value);

G_END_DECLS

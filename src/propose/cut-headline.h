/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_HEADLINE_UNHEDGED,    /* the title states what the text only ascribes to somebody, or hedges */
  CUT_HEADLINE_PRESUPPOSED, /* a word takes for true what somebody says: "admits", "exposes" */
} CutHeadlineKind;

/**
 * CutHeadlineFinding:
 * @in_title: whether @words stand in the title, else in the text
 * @words: what is stated, or the word that takes it for true
 * @rests_on: where the text ascribes it (code points of the text); of a presupposition what is taken for true
 * @source: who says it there; none when nobody is named
 * @weight: from 0 to 1: how much of the title's words that passage has
 */
typedef struct
{
  CutHeadlineKind kind;
  gboolean in_title;
  CutStretch words;
  CutStretch rests_on;
  CutStretch source;
  double weight;
} CutHeadlineFinding;

/**
 * cut_headline_check:
 * @title: (nullable): valid UTF-8
 * @text: valid UTF-8, the article without its title
 * @language: (nullable): a BCP 47 tag; see cut_language_get()
 *
 * Compares what a title states with who says it in the text. A title that names a source itself, hedges, asks or quotes states
 * nothing; and one whose words stand in a sentence that the author states himself is borne by it. Lists the presuppositions of
 * title and text too. Proposals for a person to look at, and no verdict: linear in the text.
 *
 * Returns: (transfer container) (element-type CutHeadlineFinding) (nullable): %NULL only when cancelled
 */
GPtrArray *cut_headline_check (const char *title, const char *text, const char *language, GCancellable *cancellable);

G_END_DECLS

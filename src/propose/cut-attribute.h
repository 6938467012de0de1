/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CutStretch: code points of a text, half-open; @start == @end means there is none */
typedef struct
{
  guint start;
  guint end;
} CutStretch;

static inline gboolean
cut_stretch_is_empty (const CutStretch *self)
{
  return self->start >= self->end;
}

/**
 * CutProposedAttribution:
 * @source: who says it, or the document that does; none where nobody is named ("is said to")
 * @cue: the words that ascribe it, from the first to the last; none behind a bare "Name:"
 * @content: from the beginning of the first part to the end of the last
 * @parts: (array length=n_parts): what is said; several where a quotation is split by its cue. Quotation marks belong to it, and
 *   the "that" or "to" at its beginning
 * @form: of #CUT_VOCAB_FORM: "direct", "indirect" or "mixed"
 * @anonymous: the source is spoken of without a name ("officials", "people who know the plan"), or nobody is named at all
 * @terms: (nullable): of #CUT_VOCAB_TERMS, where the text says or plainly shows on what terms
 * @condition: the words that say it ("on condition of anonymity because …")
 * @stance: of #CUT_VOCAB_STANCE
 * @hedge: the word that weakens it ("reportedly")
 * @channel: (nullable): of #CUT_VOCAB_CHANNEL
 * @via: (array length=n_via): outlets or documents through which it reached this text, the nearest first: of "…, The
 *   Paper reported, citing officials" the source is "officials" and the via "The Paper"
 * @said_at: the words that say when it was said ("Thursday", "last month")
 * @speaker: where the text names whom @source stands for: the antecedent of "she", the speaker of the paragraph before
 *   where no source stands here; none where @source names him itself, or where it is not known
 * @weight: from 0 to 1, how sure the rule is that proposed it
 *
 * What a text seems to ascribe to somebody. A proposal, nothing more: a person accepts it or not. All offsets are code
 * points of the text. All words are constants of the program.
 */
typedef struct
{
  CutStretch source;
  CutStretch cue;
  CutStretch content;
  CutStretch *parts;
  guint n_parts;
  const char *form;
  gboolean anonymous;
  const char *terms;
  CutStretch condition;
  const char *stance;
  CutStretch hedge;
  const char *channel;
  CutStretch *via;
  guint n_via;
  CutStretch said_at;
  CutStretch speaker;
  double weight;
} CutProposedAttribution;

void cut_proposed_attribution_free (CutProposedAttribution *self);

/**
 * cut_attribute:
 * @text: valid UTF-8; reader text, or any text with paragraphs in lines
 * @language: (nullable): a BCP 47 tag; see cut_language_get()
 * @cancellable: (nullable)
 *
 * Proposes who says what, by the grammar of reported speech over the word lists of the language. Pure: the same text
 * gives the same answer. Linear in the text's length; off the main thread for more than a page or two.
 *
 * A word belongs to one proposal's content at most, and proposals come in the order of their content.
 *
 * Returns: (transfer container) (element-type CutProposedAttribution) (nullable): %NULL only when cancelled
 */
GPtrArray *cut_attribute (const char *text, const char *language, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutProposedAttribution, cut_proposed_attribution_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribute.h"

#include "cut-speaker.h"
#include "cut-terms.h"

#define MAX_DISTANCE 10 /* paragraphs between a report and what rests on it */
#define LOOK_ROUND 16  /* proposals */

void
cut_proposed_attribution_free (CutProposedAttribution *self)
{
  g_free (self->parts);
  g_free (self->via);
  g_free (self);
}

static CutStretch
get_stretch (const CutParsed *parsed,
             CutRange         range)
{
  if (range.start >= range.end)
    return (CutStretch){ 0, 0 };
  return (CutStretch){ cut_parsed_get (parsed, range.start)->start, cut_parsed_get (parsed, range.end - 1)->end };
}

static const char *
get_form (const CutParsed *parsed,
          const CutSaying *saying)
{
  guint quoted = 0;
  guint plain = 0;

  for (guint part = 0; part < saying->n_parts; part++)
    for (guint i = saying->parts[part].start; i < saying->parts[part].end; i++)
      if (parsed->inside[i] != CUT_NO_TOKEN)
        quoted++;
      else
        plain += cut_parsed_get (parsed, i)->kind != CUT_PROSE_SIGN;
  if (quoted == 0)
    return saying->frame == ':' ? "direct" : "indirect";
  return plain == 0 ? "direct" : "mixed";
}

static CutStretch *
get_stretches (const CutParsed *parsed,
               const CutRange  *ranges,
               guint            n)
{
  CutStretch *stretches = g_new (CutStretch, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    stretches[i] = get_stretch (parsed, ranges[i]);
  return stretches;
}

static CutProposedAttribution *
make (const CutParsed *parsed,
      const CutSaying *saying,
      const CutTerms  *terms,
      CutRange         speaker)
{
  CutProposedAttribution *self = g_new0 (CutProposedAttribution, 1);

  self->source = get_stretch (parsed, saying->source);
  self->cue = get_stretch (parsed, saying->cue);
  self->parts = get_stretches (parsed, saying->parts, saying->n_parts);
  self->n_parts = saying->n_parts;
  self->content = (CutStretch){ self->parts[0].start, self->parts[self->n_parts - 1].end };
  self->form = get_form (parsed, saying);
  self->anonymous = terms->anonymous;
  self->terms = terms->terms;
  self->condition = get_stretch (parsed, terms->condition);
  self->stance = terms->stance;
  self->hedge = get_stretch (parsed, terms->hedge);
  self->channel = terms->channel;
  self->via = get_stretches (parsed, terms->via, terms->n_via);
  self->n_via = terms->n_via;
  self->said_at = get_stretch (parsed, terms->said_at);
  self->speaker = get_stretch (parsed, speaker);
  self->weight = saying->weight;
  return self;
}

/* A hedged sentence that names nobody rests on the report that the paragraphs round it name. */
static void
share_reports (const CutParsed *parsed,
               GArray          *sayings,
               CutTerms        *terms,
               CutRange        *speakers)
{
  for (guint i = 0; i < sayings->len; i++)
    {
      const CutSaying *saying = &g_array_index (sayings, CutSaying, i);
      guint best = sayings->len;
      guint distance = MAX_DISTANCE + 1;

      if (saying->source.start < saying->source.end || terms[i].hedge.start >= terms[i].hedge.end || terms[i].n_via > 0)
        continue;
      for (guint j = i > LOOK_ROUND ? i - LOOK_ROUND : 0; j < sayings->len && j <= i + LOOK_ROUND; j++)
        {
          const CutSaying *other = &g_array_index (sayings, CutSaying, j);
          guint from = cut_parsed_get (parsed, saying->parts[0].start)->paragraph;
          guint to = cut_parsed_get (parsed, other->parts[0].start)->paragraph;
          guint apart = from > to ? from - to : to - from;

          if (other->source.start >= other->source.end || terms[j].n_via == 0 || !terms[j].anonymous || apart >= distance)
            continue;
          best = j;
          distance = apart;
        }
      if (best == sayings->len)
        continue;
      terms[i].via[0] = terms[best].via[0];
      terms[i].n_via = 1;
      terms[i].anonymous = TRUE;
      terms[i].terms = terms[best].terms;
      speakers[i] = g_array_index (sayings, CutSaying, best).source;
    }
}

/* "citing officials" is no report of its own where it only names whom another one rests on. */
static gboolean
is_used_up (const GArray   *sayings,
            const CutTerms *terms,
            guint           i)
{
  const CutSaying *saying = &g_array_index (sayings, CutSaying, i);

  for (guint j = i > 0 ? i - 1 : 0; j < sayings->len && j <= i + 1; j++)
    if (j != i && terms[j].n_via > 0 && saying->n_parts == 1
        && g_array_index (sayings, CutSaying, j).source.start == saying->parts[0].start)
      return TRUE;
  return FALSE;
}

/* What a saying has for itself, between those before and behind it. */
static CutRange
get_limits (const CutParsed *parsed,
            const GArray    *sayings,
            guint            i)
{
  const CutSaying *saying = &g_array_index (sayings, CutSaying, i);
  CutRange limits = { 0, parsed->tokens->n };

  if (i > 0)
    {
      guint end = cut_saying_get_end (&g_array_index (sayings, CutSaying, i - 1));

      limits.start = end <= cut_saying_get_start (saying) ? end : 0;
    }
  if (i + 1 < sayings->len)
    {
      guint start = cut_saying_get_start (&g_array_index (sayings, CutSaying, i + 1));

      limits.end = start >= cut_saying_get_end (saying) ? start : limits.end;
    }
  return limits;
}

static GPtrArray *
make_all (const CutParsed *parsed,
          GArray          *sayings)
{
  GPtrArray *proposals = g_ptr_array_new_full (sayings->len, (GDestroyNotify) cut_proposed_attribution_free);
  g_autofree CutTerms *terms = g_new (CutTerms, MAX (sayings->len, 1));
  g_autofree CutRange *speakers = NULL;

  for (guint i = 0; i < sayings->len; i++)
    cut_terms_read (parsed, &g_array_index (sayings, CutSaying, i), get_limits (parsed, sayings, i), &terms[i]);
  speakers = cut_speakers_find (parsed, sayings);
  share_reports (parsed, sayings, terms, speakers);
  for (guint i = 0; i < sayings->len; i++)
    if (!is_used_up (sayings, terms, i))
      g_ptr_array_add (proposals, make (parsed, &g_array_index (sayings, CutSaying, i), &terms[i], speakers[i]));
  return proposals;
}

GPtrArray *
cut_attribute (const char   *text,
               const char   *language,
               GCancellable *cancellable)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get (language), cancellable);
  g_autoptr (CutParsed) parsed = NULL;
  g_autoptr (GArray) sayings = NULL;

  if (tokens == NULL)
    return NULL;
  parsed = cut_parsed_new (tokens);
  sayings = cut_sayings_new (parsed);
  return make_all (parsed, sayings);
}

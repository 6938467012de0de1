/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

/* How well a place fits: the context around it, and where its ends are. */

#define CHANCE 0.35     /* two stretches of prose that have nothing in common are this much alike */
#define SLACK 10        /* characters by which a context may have grown */
#define AWAY 600        /* how far from the quote a context is looked for that something was put in front of */
#define AWAY_LIKE 0.85  /* how alike it must be there */
#define AWAY_WORTH 0.6  /* and what it then counts */
#define REACH 24        /* how far an end may be moved */
#define RUN 12          /* characters compared on either side of an end */

static double
above_chance (double likeness)
{
  return MAX (0.0, (likeness - CHANCE) / (1.0 - CHANCE));
}

/* The likeness of @context with what lies next to @at. */
static double
measure_side (const CutAnchorText *text,
              const gunichar      *context,
              guint                length,
              guint                at,
              gboolean             before)
{
  guint room = before ? at : text->folded->length - at;
  guint compared = MIN (MIN (length, CUT_ANCHOR_CONTEXT), room);
  guint window = MIN (compared + SLACK, room);
  const gunichar *part = before ? context + length - compared : context;
  g_autoptr (CutPattern) pattern = NULL;
  double likeness, away;
  guint end;

  if (length == 0 || room == 0)
    return CUT_ANCHOR_SILENT;
  pattern = cut_pattern_new (part, compared, before);
  likeness = 1.0 - (double) cut_pattern_search (pattern, text->folded->chars + (before ? at - window : at), window, TRUE, before, &end) / compared;
  if (likeness >= AWAY_LIKE || compared < CUT_ANCHOR_CONTEXT / 2)
    return above_chance (likeness);
  window = MIN (AWAY, room);
  away = 1.0 - (double) cut_pattern_search (pattern, text->folded->chars + (before ? at - window : at), window, FALSE, before, &end) / compared;
  return MAX (above_chance (likeness), away >= AWAY_LIKE ? AWAY_WORTH : 0.0);
}

void
cut_place_measure_context (const CutAnchorText *text,
                           const CutWanted     *wanted,
                           CutPlace            *place)
{
  const CutFolded *all = wanted->all;

  place->before = measure_side (text, all->chars, wanted->from, place->start, TRUE);
  place->after = measure_side (text, all->chars + wanted->to, all->length - wanted->to, place->end, FALSE);
}

double
cut_place_get_context (const CutPlace *place)
{
  if (place->before < 0)
    return place->after;
  if (place->after < 0)
    return place->before;
  return (place->before + place->after) / 2;
}

/* Ends. */

static guint
run_after (const gunichar *a,
           guint           a_length,
           const gunichar *b,
           guint           b_length)
{
  guint n = 0;

  while (n < RUN && n < a_length && n < b_length && a[n] == b[n])
    n++;
  return n;
}

static guint
run_before (const gunichar *a,
            guint           a_length,
            const gunichar *b,
            guint           b_length)
{
  guint n = 0;

  while (n < RUN && n < a_length && n < b_length && a[a_length - 1 - n] == b[b_length - 1 - n])
    n++;
  return n;
}

/* How well the wanted text's border @mark (the quote's start or end) fits the text's @at. The quote's own side weighs more:
 * what was put in just outside stays outside. */
static double
fit (const CutAnchorText *text,
     const CutWanted     *wanted,
     guint                mark,
     guint                at,
     gboolean             is_start)
{
  const CutFolded *all = wanted->all;
  const CutFolded *folded = text->folded;
  guint before = run_before (all->chars, mark, folded->chars, at);
  guint after = run_after (all->chars + mark, all->length - mark, folded->chars + at, folded->length - at);

  return is_start ? before + 1.5 * after : 1.5 * before + after;
}

static gboolean
may_end_at (const CutFolded *folded,
            guint            at,
            gboolean         at_border,
            gboolean         is_start)
{
  gboolean blank_inside = is_start ? at < folded->length && folded->chars[at] == ' ' : at > 0 && folded->chars[at - 1] == ' ';

  return !blank_inside && !(at_border && cut_folded_parts_word (folded, at));
}

static guint
settle (const CutAnchorText *text,
        const CutWanted     *wanted,
        guint                at,
        guint                low,
        guint                high,
        gboolean             is_start)
{
  guint mark = is_start ? wanted->from : wanted->to;
  gboolean at_border = is_start ? wanted->starts_word : wanted->ends_word;
  guint best = at;
  double best_fit = -1e9;

  for (guint i = low; i <= high; i++)
    {
      double value;

      if (!may_end_at (text->folded, i, at_border, is_start))
        continue;
      value = fit (text, wanted, mark, i, is_start) - 0.15 * (i > at ? i - at : at - i);
      if (value > best_fit)
        {
          best_fit = value;
          best = i;
        }
    }
  return best;
}

void
cut_place_settle_ends (const CutAnchorText *text,
                       const CutWanted     *wanted,
                       CutPlace            *place)
{
  guint middle = place->start + (place->end - place->start) / 2;
  guint start = place->start;
  guint end = place->end;

  place->start = settle (text, wanted, start, start > REACH ? start - REACH : 0, MIN (start + REACH, middle), TRUE);
  place->end = settle (text, wanted, end, MAX (end > REACH ? end - REACH : 0, MAX (middle, place->start + 1)),
                       MIN (end + REACH, text->folded->length), FALSE);
}

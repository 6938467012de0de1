/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

#include <string.h>

#include "cut-grapheme.h"

/* The rules by which a place is taken or refused. Likeness and context run from 0 to 1; lengths are folded characters. */

#define MARGIN 0.08         /* by which the best place must be better than the next */
#define WHOLE_CONTEXT 0.9   /* so much like it is the same passage */
#define KNOWN_CONTEXT 0.5   /* so much will do for long quotes */
#define LONG 48
#define LEAST_CONTEXT 0.3   /* what their context counts at least */
#define WELL_KNOWN 28       /* characters that stand only once, whatever is around them */
#define UNMISTAKABLE 56     /* characters that are not said again about somebody else */
#define HOLE_LEAD 0.25      /* by which the context is better where it stands without the quote */
#define WHOLE_TORN 48       /* shorter quotes are not taken for two pieces */
#define FEWEST_ALONE 10     /* characters that prove something without any context */
#define OTHERS_CONTEXT 0.92 /* what the context must say where a name or figure is another */
#define MANY_OTHERS_CONTEXT 0.97
#define OTHERS_LOSS 0.1     /* what each of these counts against a place */
#define NEARER 2            /* times as near it must be for the position to decide: positions shift */
#define SAME_CONTEXT 0.02   /* less than this apart, contexts do not tell two places apart */

static const char *const status_words[] = { "exact", "moved", "changed", "unsure", "orphan" };

CutAnchorText *
cut_anchor_text_new (const char *text)
{
  CutAnchorText *self = g_new0 (CutAnchorText, 1);

  self->text = text;
  self->index = cut_index_new (text);
  self->folded = cut_folded_new (text);
  self->grams = cut_grams_new (self->folded->chars, self->folded->length);
  return self;
}

void
cut_anchor_text_free (CutAnchorText *self)
{
  cut_grams_free (self->grams);
  cut_folded_free (self->folded);
  cut_index_free (self->index);
  g_free (self);
}

const char *
cut_anchor_status_to_word (CutAnchorStatus status)
{
  return status_words[status];
}

CutAnchorStatus
cut_anchor_status_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    if (g_strcmp0 (word, status_words[i]) == 0)
      return (CutAnchorStatus) i;
  return CUT_ANCHOR_ORPHAN;
}

gboolean
cut_anchor_is_placed (const CutAnchor *self)
{
  return self->status <= CUT_ANCHOR_CHANGED;
}

/* Which places may be taken. */

/* So much was put in that it is two pieces rather than one. */
static gboolean
is_torn (const CutPlace *place,
         guint           length)
{
  return place->end - place->start > length + length / 2 + 16;
}

static double
best_side (const CutPlace *place)
{
  return MAX (place->before, place->after);
}

/* Of a short text's edge, or of a selector without context, nothing is held against a place. */
static double
worst_side (const CutPlace *place)
{
  if (place->before < 0 || place->after < 0)
    return best_side (place);
  return MIN (place->before, place->after);
}

/* The same words: how much the context must say depends on how few they are. */
static gboolean
accept_same (const CutPlace *place,
             guint           length)
{
  if (best_side (place) < 0)
    return length >= FEWEST_ALONE;
  if (length >= UNMISTAKABLE)
    return TRUE;
  if (place->others_around > 0 && worst_side (place) < OTHERS_CONTEXT)
    return FALSE;
  if (length >= WELL_KNOWN)
    return TRUE;
  if (length >= 20)
    return best_side (place) >= 0.3;
  return best_side (place) >= 0.9 || (worst_side (place) >= 0.4 && cut_place_get_context (place) >= 0.6);
}

static gboolean
accept_alike (const CutWanted *wanted,
              const CutPlace  *place)
{
  guint length = wanted->weight;
  double context = cut_place_get_context (place);
  guint others = place->others_inside + place->others_around;

  if (is_torn (place, cut_wanted_get_length (wanted)) && (length < WHOLE_TORN || place->likeness < 0.9 || (context >= 0 && best_side (place) < 0.6)))
    return FALSE;
  if (context < 0)
    return length >= 24 && place->likeness >= 0.7 && others == 0 && place->gone_inside == 0;
  if (others > 0 && worst_side (place) < (others > 1 ? MANY_OTHERS_CONTEXT : OTHERS_CONTEXT))
    return FALSE;
  if (context >= 0.75)
    return place->likeness >= 0.5;
  if (context >= 0.5)
    return place->likeness >= 0.65;
  if (best_side (place) >= 0.6)
    return place->likeness >= 0.7 && length >= 16;
  return length >= 32 && place->likeness >= 0.85 && others == 0 && place->gone_inside == 0;
}

static gboolean
accept (const CutWanted *wanted,
        const CutPlace  *place)
{
  return place->likeness >= 1.0 ? accept_same (place, wanted->weight) : accept_alike (wanted, place);
}

/* Which place is the best. */

static gboolean
is_hole (const CutPlace *place)
{
  return place->end <= place->start;
}

static double
weigh (const CutWanted *wanted,
       const CutPlace  *place)
{
  double context = cut_place_get_context (place);

  /* So many words do not stand anywhere by chance: no context of other words weighs that up. */
  if (place->likeness >= 1.0 && wanted->weight >= WELL_KNOWN && context >= 0)
    context = MAX (context, LEAST_CONTEXT);

  return 0.5 * place->likeness + 0.5 * (context < 0 ? 0.5 : context) - OTHERS_LOSS * (place->others_inside + place->others_around);
}

static guint
distance_from (const CutPlace *place,
               guint           near)
{
  return place->start > near ? place->start - near : near - place->start;
}

typedef struct
{
  const CutPlace *best;
  gboolean certain;
} Choice;

static Choice
choose (const CutWanted *wanted,
        const GArray    *places,
        guint            near,
        gboolean         has_position)
{
  Choice choice = { NULL, TRUE };
  const CutPlace *second = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const CutPlace *place = &g_array_index (places, CutPlace, i);
      double lead;

      if (is_hole (place))
        continue;
      if (choice.best == NULL)
        {
          choice.best = place;
          continue;
        }
      lead = weigh (wanted, place) - weigh (wanted, choice.best);
      if (lead > SAME_CONTEXT || (lead > -SAME_CONTEXT && has_position && distance_from (place, near) < distance_from (choice.best, near)))
        {
          second = choice.best;
          choice.best = place;
        }
      else if (second == NULL || weigh (wanted, place) > weigh (wanted, second))
        second = place;
    }
  if (choice.best == NULL || second == NULL)
    return choice;
  if (weigh (wanted, choice.best) - weigh (wanted, second) >= (cut_place_get_context (choice.best) >= WHOLE_CONTEXT ? SAME_CONTEXT : MARGIN))
    return choice;
  /* Equal in words and context: then, and only then, the position speaks. */
  choice.certain = has_position && distance_from (choice.best, near) <= distance_from (second, near) / NEARER;
  return choice;
}

/* The answer. */

static const CutAnchor orphan = { CUT_ANCHOR_ORPHAN, 0, 0, 0.0 };

static double
score_of (const CutPlace *place)
{
  double context = cut_place_get_context (place);

  return context < 0 ? place->likeness : 0.6 * place->likeness + 0.4 * context;
}

static CutAnchor
make_anchor (const CutAnchorText *text,
             const CutWanted     *wanted,
             const CutPlace      *place,
             gboolean             has_position,
             gboolean             certain)
{
  CutAnchor anchor = { CUT_ANCHOR_CHANGED, text->folded->origins[place->start], text->folded->origins[place->end - 1] + 1, score_of (place) };

  cut_grapheme_widen (text->text, text->index, &anchor.start, &anchor.end);
  if (!certain)
    anchor.status = CUT_ANCHOR_UNSURE;
  else if (place->likeness >= 1.0)
    anchor.status = has_position && anchor.start == wanted->selector->start ? CUT_ANCHOR_EXACT : CUT_ANCHOR_MOVED;
  return anchor;
}

static gboolean
stands_where_it_stood (const CutAnchorText *text,
                       const CutSelector   *selector)
{
  guint length = cut_index_get_length (text->index);
  gsize before = strlen (selector->prefix);
  const char *at;

  if (selector->start > length)
    return FALSE;
  at = cut_index_to_pointer (text->index, selector->start);
  return (gsize) (at - text->text) >= before && strncmp (at - before, selector->prefix, before) == 0 &&
         g_str_has_prefix (at, selector->exact) && g_str_has_prefix (at + strlen (selector->exact), selector->suffix);
}

/* Where its context stands without it, few words were taken out rather than moved. */
static gboolean
was_taken_out (const GArray    *places,
               const CutPlace  *best,
               const CutWanted *wanted)
{
  if (wanted->weight >= WELL_KNOWN)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const CutPlace *place = &g_array_index (places, CutPlace, i);

      if (is_hole (place) && cut_place_get_context (place) >= cut_place_get_context (best) + HOLE_LEAD)
        return TRUE;
    }
  return FALSE;
}

/* A short word may stand elsewhere too, in a context that is a little like its own; a long quote, about somebody else. */
static gboolean
is_beyond_doubt (const CutPlace *place,
                 guint           length)
{
  double context = cut_place_get_context (place);

  if (context < 0)
    return length >= LONG;
  return place->others_around == 0 && context >= (length >= LONG ? KNOWN_CONTEXT : WHOLE_CONTEXT);
}

static CutAnchor
search (const CutAnchorText *text,
        const CutWanted     *wanted,
        gboolean             has_position)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CutPlace));
  guint near = has_position ? cut_folded_find_origin (text->folded, wanted->selector->start) : 0;
  Choice choice;

  cut_places_find_exact (text, wanted, near, places);
  choice = choose (wanted, places, near, has_position);
  if (choice.best == NULL || !choice.certain || !is_beyond_doubt (choice.best, cut_wanted_get_length (wanted)))
    {
      cut_places_find_alike (text, wanted, places);
      choice = choose (wanted, places, near, has_position);
    }
  if (choice.best == NULL)
    return orphan;
  return make_anchor (text, wanted, choice.best, has_position,
                      choice.certain && accept (wanted, choice.best) && !was_taken_out (places, choice.best, wanted));
}

CutAnchor
cut_anchor_find (const CutAnchorText *text,
                 const CutSelector   *selector,
                 gboolean             has_position)
{
  g_autoptr (CutWanted) wanted = NULL;
  CutAnchor anchor = { CUT_ANCHOR_EXACT, selector->start, 0, 1.0 };

  if (*selector->exact == '\0' || *text->text == '\0')
    return orphan;
  if (has_position && stands_where_it_stood (text, selector))
    {
      anchor.end = selector->start + (guint) g_utf8_strlen (selector->exact, -1);
      return anchor;
    }
  /* A position outside of the text is of another text. */
  has_position = has_position && selector->start < cut_index_get_length (text->index);
  wanted = cut_wanted_new (selector);
  return cut_wanted_get_length (wanted) > 0 ? search (text, wanted, has_position) : orphan;
}

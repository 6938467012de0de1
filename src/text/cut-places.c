/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

#include <stdlib.h>
#include <string.h>

/* Where a quote may stand: every exact hit, and the stretches of the text that share grams with the quote or its context
 * in the same order. */

#define MOST_EXACT 48       /* of many exact hits, those with the best context */
#define WHOLE_WORDS 16      /* shorter quotes are whole words */
#define MOST_GRAM 512       /* a gram that stands more often tells nothing */
#define MOST_HITS 1500      /* shared grams looked at for one quote */
#define MOST_STRETCHES 10
#define FEWEST_SHARED 2
#define LEAST_SHARED 12     /* of the grams of quote and context, one in so many has to be shared */
#define LEAST_LIKENESS 0.3
#define WORTH_IT 0.45       /* likeness by characters; prose that has nothing in common has 0.35 to 0.4 */
#define LOST 10             /* characters lost at an end from which on it is looked for further away */
#define MOST_BETWEEN 2000   /* characters put in between */

static gboolean
same (const gunichar *a,
      const gunichar *b,
      guint           length)
{
  return memcmp (a, b, length * sizeof *a) == 0;
}

/* Exact hits. */

typedef struct
{
  guint start;
  guint agreement; /* characters of the context that agree, counted outwards */
  guint distance;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->agreement != y->agreement)
    return x->agreement > y->agreement ? -1 : 1;
  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

static guint
count_agreement (const CutAnchorText *text,
                 const CutWanted     *wanted,
                 guint                start)
{
  const CutFolded *all = wanted->all;
  const CutFolded *folded = text->folded;
  guint end = start + cut_wanted_get_length (wanted);
  guint before = 0;
  guint after = 0;

  while (before < wanted->from && before < start && all->chars[wanted->from - 1 - before] == folded->chars[start - 1 - before])
    before++;
  while (wanted->to + after < all->length && end + after < folded->length && all->chars[wanted->to + after] == folded->chars[end + after])
    after++;
  return before + after;
}

/* Without context nobody knows whether a quote of some length was cut out of words. */
static gboolean
parts_words (const CutAnchorText *text,
             const CutWanted     *wanted,
             guint                start)
{
  guint length = cut_wanted_get_length (wanted);
  gboolean known = length < WHOLE_WORDS;

  return ((known || wanted->from > 0) && wanted->starts_word && cut_folded_parts_word (text->folded, start)) ||
         ((known || wanted->to < wanted->all->length) && wanted->ends_word && cut_folded_parts_word (text->folded, start + length));
}

/* "Linus" is no word of "machines" turned round, nor "he" one of "then". */
static void
add_hit (const CutAnchorText *text,
         const CutWanted     *wanted,
         guint                start,
         guint                near,
         GArray              *hits)
{
  Hit hit = { start, 0, start > near ? start - near : near - start };

  if (parts_words (text, wanted, start))
    return;
  hit.agreement = count_agreement (text, wanted, start);
  g_array_append_val (hits, hit);
}

static guint
find_rarest_gram (const CutAnchorText *text,
                  const gunichar      *quote,
                  guint                length)
{
  guint rarest = 0;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i + CUT_GRAM <= length && fewest > 0; i++)
    {
      guint n;

      cut_grams_look_up (text->grams, quote + i, &n);
      if (n >= fewest)
        continue;
      fewest = n;
      rarest = i;
    }
  return rarest;
}

static void
collect_by_gram (const CutAnchorText *text,
                 const CutWanted     *wanted,
                 guint                near,
                 GArray              *hits)
{
  const gunichar *quote = wanted->all->chars + wanted->from;
  guint length = cut_wanted_get_length (wanted);
  guint gram = find_rarest_gram (text, quote, length);
  guint n;
  const guint *places = cut_grams_look_up (text->grams, quote + gram, &n);

  for (guint i = 0; i < n; i++)
    if (places[i] >= gram && places[i] - gram + length <= text->folded->length &&
        same (text->folded->chars + places[i] - gram, quote, length))
      add_hit (text, wanted, places[i] - gram, near, hits);
}

static void
collect_by_reading (const CutAnchorText *text,
                    const CutWanted     *wanted,
                    guint                near,
                    GArray              *hits)
{
  const gunichar *quote = wanted->all->chars + wanted->from;
  guint length = cut_wanted_get_length (wanted);

  for (guint i = 0; i + length <= text->folded->length; i++)
    if (text->folded->chars[i] == *quote && same (text->folded->chars + i, quote, length))
      add_hit (text, wanted, i, near, hits);
}

guint
cut_places_find_exact (const CutAnchorText *text,
                       const CutWanted     *wanted,
                       guint                near,
                       GArray              *places)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint length = cut_wanted_get_length (wanted);

  if (length >= CUT_GRAM)
    collect_by_gram (text, wanted, near, hits);
  else
    collect_by_reading (text, wanted, near, hits);
  if (hits->len > MOST_EXACT)
    g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, MOST_EXACT); i++)
    {
      CutPlace place = { .start = g_array_index (hits, Hit, i).start, .likeness = 1.0 };

      place.end = place.start + length;
      cut_place_measure_context (text, wanted, &place);
      g_array_append_val (places, place);
    }
  return hits->len;
}

/* Grams shared. */

typedef struct
{
  gint64 diagonal; /* place in the text less place in the wanted text */
  guint at;        /* in the wanted text */
} Shared;

typedef struct
{
  guint at;
  guint n;
} Gram;

static int
compare_grams (gconstpointer a,
               gconstpointer b)
{
  const Gram *x = a;
  const Gram *y = b;

  if (x->n != y->n)
    return x->n < y->n ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const Shared *x = a;
  const Shared *y = b;

  if (x->diagonal != y->diagonal)
    return x->diagonal < y->diagonal ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

/* Of a long quote every so many grams will do. */
static GArray *
list_grams (const CutAnchorText *text,
            const CutWanted     *wanted)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (Gram));
  guint step = MAX (1, wanted->all->length / (2 * CUT_ANCHOR_LONGEST));

  for (guint i = 0; i + CUT_GRAM <= wanted->all->length; i += step)
    {
      Gram gram = { i, 0 };

      cut_grams_look_up (text->grams, wanted->all->chars + i, &gram.n);
      if (gram.n > 0 && gram.n <= MOST_GRAM)
        g_array_append_val (grams, gram);
    }
  g_array_sort (grams, compare_grams);
  return grams;
}

static GArray *
list_shared (const CutAnchorText *text,
             const CutWanted     *wanted)
{
  g_autoptr (GArray) grams = list_grams (text, wanted);
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (Shared));

  for (guint i = 0; i < grams->len && shared->len < MOST_HITS; i++)
    {
      guint at = g_array_index (grams, Gram, i).at;
      const gunichar *gram = wanted->all->chars + at;
      guint n;
      const guint *places = cut_grams_look_up (text->grams, gram, &n);

      for (guint j = 0; j < n; j++)
        if (same (text->folded->chars + places[j], gram, CUT_GRAM))
          g_array_append_val (shared, ((Shared){ (gint64) places[j] - at, at }));
    }
  g_array_sort (shared, compare_shared);
  return shared;
}

/* Stretches. */

typedef struct
{
  gint64 diagonal; /* of the middle one of those that were counted */
  guint votes;
} Stretch;

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *x = a;
  const Stretch *y = b;

  if (x->votes != y->votes)
    return x->votes > y->votes ? -1 : 1;
  return (x->diagonal > y->diagonal) - (x->diagonal < y->diagonal);
}

/* Counts what lies within @width diagonals of one another; @low and @high restrict it to a part of the wanted text. */
static GArray *
list_stretches (const GArray *shared,
                gint64        width,
                guint         low,
                guint         high)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  guint first = 0;

  while (first < shared->len)
    {
      const Shared *start = &g_array_index (shared, Shared, first);
      Stretch stretch = { start->diagonal, 0 };
      guint last = first;

      for (; last < shared->len && g_array_index (shared, Shared, last).diagonal <= start->diagonal + width; last++)
        {
          const Shared *here = &g_array_index (shared, Shared, last);

          stretch.votes += here->at >= low && here->at < high;
        }
      stretch.diagonal = g_array_index (shared, Shared, (first + last - 1) / 2).diagonal;
      if (stretch.votes >= FEWEST_SHARED)
        g_array_append_val (stretches, stretch);
      first = last;
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* Places. */

static guint
slack_of (guint length)
{
  return 32 + length / 4;
}

/* @low, @high: in the wanted text, which lies on the diagonals from @first to @last. */
static CutPlace
make_window (const CutAnchorText *text,
             gint64               first,
             gint64               last,
             guint                low,
             guint                high)
{
  const gint64 slack = slack_of (high - low);
  const gint64 length = text->folded->length;

  return (CutPlace){ .start = (guint) CLAMP (first + low - slack, 0, length), .end = (guint) CLAMP (last + high + slack, 0, length) };
}

/* What was lost at one end may stand further on, or further back: something was put in between. */
static gboolean
find_lost (const CutWanted *wanted,
           const GArray    *shared,
           gint64           width,
           gint64           diagonal,
           const CutPlace  *place,
           gint64          *first,
           gint64          *last)
{
  gboolean head = place->lost_head > place->lost_tail;
  guint low = head ? wanted->from : wanted->to - place->lost_tail;
  guint high = head ? wanted->from + place->lost_head : wanted->to;
  g_autoptr (GArray) stretches = NULL;

  if (MAX (place->lost_head, place->lost_tail) < LOST)
    return FALSE;
  stretches = list_stretches (shared, width, low, high);
  for (guint i = 0; i < stretches->len; i++)
    {
      gint64 other = g_array_index (stretches, Stretch, i).diagonal;

      if (head ? other >= diagonal || other < diagonal - MOST_BETWEEN : other <= diagonal || other > diagonal + MOST_BETWEEN)
        continue;
      *first = MIN (diagonal, other);
      *last = MAX (diagonal, other);
      return TRUE;
    }
  return FALSE;
}

/* Whether the words are alike at all, by single characters: that is soon known. */
static gboolean
is_worth_it (const CutAnchorText *text,
             const CutWanted     *wanted,
             const CutPlace      *window)
{
  guint edits, end;

  if (wanted->pattern == NULL)
    return TRUE;
  edits = cut_pattern_search (wanted->pattern, text->folded->chars + window->start, window->end - window->start, FALSE, FALSE, &end);
  return 1.0 - (double) edits / cut_wanted_get_length (wanted) >= WORTH_IT;
}

static gboolean
match_near (const CutAnchorText *text,
            const CutWanted     *wanted,
            const GArray        *shared,
            gint64               width,
            gint64               diagonal,
            CutPlace            *place)
{
  gint64 first, last;
  CutPlace wider;

  *place = make_window (text, diagonal, diagonal, 0, wanted->all->length);
  if (!is_worth_it (text, wanted, place) || !cut_place_align (text, wanted, wanted->from, wanted->to, place))
    return FALSE;
  if (place->end == place->start)
    return TRUE;
  if (!find_lost (wanted, shared, width, diagonal, place, &first, &last))
    return TRUE;
  wider = make_window (text, first, last, 0, wanted->all->length);
  if (cut_place_align (text, wanted, wanted->from, wanted->to, &wider) && wider.likeness > place->likeness)
    *place = wider;
  return TRUE;
}

static gboolean
overlap (const CutPlace *a,
         const CutPlace *b)
{
  return a->start < b->end && b->start < a->end;
}

/* Two stretches may lead to the same place: the better one stays. */
static void
add_place (GArray         *places,
           const CutPlace *place)
{
  if (place->likeness < LEAST_LIKENESS && place->end > place->start)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      CutPlace *other = &g_array_index (places, CutPlace, i);

      if (!overlap (other, place))
        continue;
      if (other->likeness < place->likeness)
        *other = *place;
      return;
    }
  g_array_append_val (places, *place);
}

static void
add_whole (const CutAnchorText *text,
           const CutWanted     *wanted,
           const GArray        *shared,
           GArray              *places)
{
  gint64 width = 16 + cut_wanted_get_length (wanted) / 6;
  guint fewest = MAX (FEWEST_SHARED, wanted->all->length / LEAST_SHARED);
  g_autoptr (GArray) stretches = list_stretches (shared, width, 0, G_MAXUINT);

  for (guint i = 0; i < MIN (stretches->len, MOST_STRETCHES); i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      CutPlace place;

      if (stretch->votes >= fewest && match_near (text, wanted, shared, width, stretch->diagonal, &place))
        add_place (places, &place);
    }
}

/* A very long quote is where its ends are. */
static gboolean
match_ends (const CutAnchorText *text,
            const CutWanted     *wanted,
            gint64               first,
            gint64               last,
            CutPlace            *place)
{
  guint low = wanted->from + CUT_ANCHOR_PART;
  guint high = wanted->to - CUT_ANCHOR_PART;
  CutPlace tail = make_window (text, last, last, high, wanted->all->length);

  *place = make_window (text, first, first, 0, low);
  if (!cut_place_align (text, wanted, wanted->from, low, place) || !cut_place_align (text, wanted, high, wanted->to, &tail) || tail.end <= place->end)
    return FALSE;
  place->end = tail.end;
  place->likeness = (place->likeness + tail.likeness) / 2;
  place->after = tail.after;
  place->others_inside += tail.others_inside;
  place->others_around += tail.others_around;
  return TRUE;
}

static void
add_ends (const CutAnchorText *text,
          const CutWanted     *wanted,
          const GArray        *shared,
          GArray              *places)
{
  const gint64 width = 16 + CUT_ANCHOR_PART / 6;
  const gint64 length = cut_wanted_get_length (wanted);
  g_autoptr (GArray) heads = list_stretches (shared, width, 0, wanted->from + CUT_ANCHOR_PART);
  g_autoptr (GArray) tails = list_stretches (shared, width, wanted->to - CUT_ANCHOR_PART, G_MAXUINT);

  for (guint i = 0; i < MIN (heads->len, 3); i++)
    for (guint j = 0; j < MIN (tails->len, 3); j++)
      {
        gint64 head = g_array_index (heads, Stretch, i).diagonal;
        gint64 tail = g_array_index (tails, Stretch, j).diagonal;
        CutPlace place;

        if (ABS (tail - head) <= MAX (MOST_BETWEEN, length / 2) && match_ends (text, wanted, head, tail, &place))
          add_place (places, &place);
      }
}

void
cut_places_find_alike (const CutAnchorText *text,
                       const CutWanted     *wanted,
                       GArray              *places)
{
  g_autoptr (GArray) shared = list_shared (text, wanted);

  if (cut_wanted_get_length (wanted) > CUT_ANCHOR_LONGEST)
    add_ends (text, wanted, shared, places);
  else
    add_whole (text, wanted, shared, places);
}

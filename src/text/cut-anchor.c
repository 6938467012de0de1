/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

#include <string.h>

#include "cut-grapheme.h"

/* The rules by which a place is taken or refused. Likeness and context run from 0 to 1; lengths are folded characters. */

#define MARGIN 0.08         /* by which the best place must be better than the next */
#define KNOWN_CONTEXT 0.8   /* so much like it is the same passage */
#define NEARBY 80           /* characters around a place in which its names are looked for */
#define PUT_IN 1.25         /* times as long as the quote: something was put in */
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

/* Names and figures. */

typedef struct
{
  const gunichar *chars;
  guint length;
} Word;

static gboolean
has_digit (const Word *word)
{
  for (guint i = 0; i < word->length; i++)
    if (g_unichar_isdigit (word->chars[i]))
      return TRUE;
  return FALSE;
}

/* The same word, or the same with a slip of the pen in it: all but two letters of a word of five or more agree from its ends
 * inwards. A figure with a slip in it is another figure. */
static gboolean
is_same_word (const Word *a,
              const Word *b)
{
  guint shorter = MIN (a->length, b->length);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && a->chars[head] == b->chars[head])
    head++;
  while (tail < shorter - head && a->chars[a->length - 1 - tail] == b->chars[b->length - 1 - tail])
    tail++;
  if (head + tail >= MAX (a->length, b->length))
    return TRUE;
  return shorter >= 5 && head + tail + 2 >= MAX (a->length, b->length) && !has_digit (a) && !has_digit (b);
}

static gboolean
is_word_in (const Word    *word,
            const GArray  *words)
{
  for (guint i = 0; i < words->len; i++)
    if (is_same_word (word, &g_array_index (words, Word, i)))
      return TRUE;
  return FALSE;
}

static GArray *
split_words (const gunichar *chars,
             guint           length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint start = 0;

  for (guint i = 0; i <= length; i++)
    {
      if (i < length && cut_folded_is_word (chars[i]))
        continue;
      if (i > start)
        g_array_append_val (words, ((Word){ chars + start, i - start }));
      start = i + 1;
    }
  return words;
}

/* @origin: the folded character's code point in @text */
static gboolean
is_telling (const Word  *word,
            const char  *original)
{
  return has_digit (word) ||
         (word->length > 1 && g_unichar_isupper (g_utf8_get_char (original)));
}

static const char *
quote_origin (const CutWanted *wanted,
              const Word      *word)
{
  return g_utf8_offset_to_pointer (wanted->words, (glong) wanted->all->origins[word->chars - wanted->all->chars]);
}

/* Whether a name or figure of the quote is not among the words of the place, or the other way round; where something was put
 * in between, it brings its own. */
static gboolean
differs_in_fact (const CutAnchorText *text,
                 const CutWanted     *wanted,
                 const CutPlace      *place)
{
  g_autoptr (GArray) wanted_words = split_words (wanted->all->chars + wanted->from, cut_wanted_get_length (wanted));
  g_autoptr (GArray) found_words = split_words (text->folded->chars + place->start, place->end - place->start);

  for (guint i = 0; i < wanted_words->len; i++)
    {
      const Word *word = &g_array_index (wanted_words, Word, i);

      if (!is_word_in (word, found_words) && is_telling (word, quote_origin (wanted, word)))
        return TRUE;
    }
  if (place->end - place->start > cut_wanted_get_length (wanted) * PUT_IN)
    return FALSE;
  for (guint i = 0; i < found_words->len; i++)
    {
      const Word *word = &g_array_index (found_words, Word, i);
      guint origin = text->folded->origins[word->chars - text->folded->chars];

      if (!is_word_in (word, wanted_words) && is_telling (word, cut_index_to_pointer (text->index, origin)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name or figure that stood near the quote is not near the place: a report on one team is often written like that on
 * the next. Words that the cut of the context went through are left out. */
static gboolean
misses_fact_nearby (const CutAnchorText *text,
                    const CutWanted     *wanted,
                    const CutPlace      *place)
{
  guint before = wanted->from > CUT_ANCHOR_CONTEXT ? wanted->from - CUT_ANCHOR_CONTEXT : 0;
  guint after = MIN (wanted->to + CUT_ANCHOR_CONTEXT, wanted->all->length);
  guint start = place->start > NEARBY ? place->start - NEARBY : 0;
  guint end = MIN (place->end + NEARBY, text->folded->length);
  g_autoptr (GArray) wanted_words = split_words (wanted->all->chars + before, after - before);
  g_autoptr (GArray) found_words = split_words (text->folded->chars + start, end - start);

  for (guint i = 1; i + 1 < wanted_words->len; i++)
    {
      const Word *word = &g_array_index (wanted_words, Word, i);

      if (is_telling (word, quote_origin (wanted, word)) && !is_word_in (word, found_words))
        return TRUE;
    }
  return FALSE;
}

/* Which places may be taken. */

static double
best_side (const CutPlace *place)
{
  return MAX (place->before, place->after);
}

/* The same words: how much the context must say depends on how few they are. */
static gboolean
accept_same (const CutAnchorText *text,
             const CutWanted     *wanted,
             const CutPlace      *place,
             guint                length)
{
  double context = cut_place_get_context (place);

  if (context < 0)
    return length >= 10;
  if (length < 32 && best_side (place) < 0.9 && misses_fact_nearby (text, wanted, place))
    return FALSE;
  if (length >= 32)
    return TRUE;
  if (length >= 24)
    return best_side (place) >= 0.2;
  return best_side (place) >= (length >= 12 ? 0.5 : 0.6);
}

static gboolean
accept_alike (const CutAnchorText *text,
              const CutWanted     *wanted,
              const CutPlace      *place,
              guint                length)
{
  double context = cut_place_get_context (place);

  if (context < 0)
    return length >= 24 && place->likeness >= 0.75 && !differs_in_fact (text, wanted, place);
  if (context < 0.9 && differs_in_fact (text, wanted, place))
    return FALSE;
  if (context >= 0.75)
    return place->likeness >= 0.55 || (context >= 0.95 && place->likeness >= 0.45);
  if (context >= 0.5)
    return place->likeness >= 0.55 && (length >= 16 || place->likeness >= 0.7);
  if (best_side (place) >= 0.6 && length >= 24)
    return place->likeness >= 0.65;
  return length >= 32 && place->likeness >= 0.8 && !differs_in_fact (text, wanted, place);
}

static gboolean
accept (const CutAnchorText *text,
        const CutWanted     *wanted,
        const CutPlace      *place)
{
  guint length = cut_wanted_get_length (wanted);

  return place->likeness >= 1.0 ? accept_same (text, wanted, place, length) : accept_alike (text, wanted, place, length);
}

/* Which place is the best. */

static double
weigh (const CutPlace *place)
{
  double context = cut_place_get_context (place);

  return 0.5 * place->likeness + 0.5 * (context < 0 ? 0.5 : context);
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
choose (const GArray *places,
        guint         near,
        gboolean      has_position)
{
  Choice choice = { NULL, TRUE };
  const CutPlace *second = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const CutPlace *place = &g_array_index (places, CutPlace, i);
      double lead;

      if (choice.best == NULL)
        {
          choice.best = place;
          continue;
        }
      lead = weigh (place) - weigh (choice.best);
      if (lead > SAME_CONTEXT || (lead > -SAME_CONTEXT && has_position && distance_from (place, near) < distance_from (choice.best, near)))
        {
          second = choice.best;
          choice.best = place;
        }
      else if (second == NULL || weigh (place) > weigh (second))
        second = place;
    }
  if (choice.best == NULL || second == NULL)
    return choice;
  if (weigh (choice.best) - weigh (second) >= MARGIN)
    return choice;
  /* Equal in words and context: then, and only then, the position speaks. */
  choice.certain = has_position && ABS (weigh (choice.best) - weigh (second)) <= SAME_CONTEXT &&
                   distance_from (choice.best, near) != distance_from (second, near);
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

static CutAnchor
choose_among (const CutAnchorText *text,
              const CutWanted     *wanted,
              const GArray        *places,
              guint                near,
              gboolean             has_position)
{
  Choice choice = choose (places, near, has_position);

  if (choice.best == NULL)
    return orphan;
  return make_anchor (text, wanted, choice.best, has_position, choice.certain && accept (text, wanted, choice.best));
}

static CutAnchor
search (const CutAnchorText *text,
        const CutWanted     *wanted,
        gboolean             has_position)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CutPlace));
  guint near = has_position ? cut_folded_find_origin (text->folded, wanted->selector->start) : 0;
  CutAnchor anchor;

  cut_places_find_exact (text, wanted, near, places);
  anchor = choose_among (text, wanted, places, near, has_position);
  /* A short word may stand elsewhere too, in a context that is a little like its own. */
  if (cut_anchor_is_placed (&anchor) && (anchor.score >= 0.6 + 0.4 * KNOWN_CONTEXT || cut_wanted_get_length (wanted) >= 48))
    return anchor;
  cut_places_find_alike (text, wanted, places);
  return choose_among (text, wanted, places, near, has_position);
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
  wanted = cut_wanted_new (selector);
  return cut_wanted_get_length (wanted) > 0 ? search (text, wanted, has_position) : orphan;
}

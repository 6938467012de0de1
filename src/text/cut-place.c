/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

#include "cut-align.h"

/* How well a place fits: its words and those around it are laid beside the wanted ones, and what each wanted word became
 * says where the ends are, how much of quote and context is there, and whether it is about the same people and figures. */

#define MOST_EXTENDED 3  /* words beyond the last one known that an end is moved by, where nothing else says how many */
#define MOST_REPLACED 6  /* words taken for one that was replaced at an end */
#define ROOM_SLACK 8     /* characters by which a context may have shrunk */
#define AWAY 24          /* characters put in between context and quote, from which on */
#define AWAY_WORTH 0.6   /* the context says less */
#define HOLE_CONTEXT 0.6 /* so much of either side is there where the quote was taken out */
#define STRAY 3          /* words put in */
#define REACH 400        /* characters on either side in which a context is looked for */

/* Which part of what is wanted is laid beside which part of the text. */
typedef struct
{
  const CutAnchorText *text;
  const CutWanted *wanted;
  GArray *asked;   /* CutWord */
  GArray *found;   /* CutWord */
  guint *partners; /* (array length=asked) */
  guint from;      /* in asked: where the quote is */
  guint to;
} Beside;

static void
beside_clear (Beside *self)
{
  g_array_unref (self->asked);
  g_array_unref (self->found);
  g_free (self->partners);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beside, beside_clear)

static const CutWord *
asked_word (const Beside *self,
            guint         i)
{
  return &g_array_index (self->asked, CutWord, i);
}

static const CutWord *
found_word (const Beside *self,
            guint         i)
{
  return &g_array_index (self->found, CutWord, i);
}

static const CutWord *
partner_of (const Beside *self,
            guint         i)
{
  return self->partners[i] == CUT_ALIGN_NONE ? NULL : found_word (self, self->partners[i]);
}

static double
likeness_at (const Beside *self,
             guint         i)
{
  const CutWord *partner = partner_of (self, i);

  return partner != NULL ? cut_word_get_likeness (asked_word (self, i), partner) : 0.0;
}

/* The words of the context, but for one that the quote's border goes through. */
static void
split_context (const CutWanted *wanted,
               gboolean         before,
               GArray          *words)
{
  const CutFolded *all = wanted->all;
  guint first = words->len;
  guint start = before ? (wanted->from > CUT_ANCHOR_CONTEXT ? wanted->from - CUT_ANCHOR_CONTEXT : 0) : wanted->to;
  guint end = before ? wanted->from : MIN (wanted->to + CUT_ANCHOR_CONTEXT, all->length);

  if (before && !wanted->starts_word)
    while (end > start && cut_folded_is_word (all->chars[end - 1]))
      end--;
  if (!before && !wanted->ends_word)
    while (start < end && cut_folded_is_word (all->chars[start]))
      start++;
  cut_words_split (all, start, end, words);
  if (words->len == first)
    return;
  if (before)
    g_array_index (words, CutWord, first).cut_head = TRUE;
  else
    g_array_index (words, CutWord, words->len - 1).cut_tail = TRUE;
}

static Beside
beside_new (const CutAnchorText *text,
            const CutWanted     *wanted)
{
  return (Beside){ text, wanted, g_array_new (FALSE, FALSE, sizeof (CutWord)), g_array_new (FALSE, FALSE, sizeof (CutWord)), NULL, 0, 0 };
}

static gboolean
is_stray (const Beside *self,
          guint         a,
          guint         b)
{
  return self->partners[a] != CUT_ALIGN_NONE && self->partners[b] - self->partners[a] > b - a + STRAY && asked_word (self, a)->kind != CUT_WORD_QUOTE &&
         asked_word (self, b)->kind != CUT_WORD_QUOTE;
}

/* A single word far from the others is there by chance. */
static void
drop_stray (Beside *self)
{
  guint known[2] = { CUT_ALIGN_NONE, CUT_ALIGN_NONE };
  guint last[2] = { CUT_ALIGN_NONE, CUT_ALIGN_NONE };

  for (guint i = 0; i < self->asked->len; i++)
    if (self->partners[i] != CUT_ALIGN_NONE && asked_word (self, i)->kind != CUT_WORD_MARK)
      {
        if (known[0] == CUT_ALIGN_NONE || known[1] == CUT_ALIGN_NONE)
          known[known[0] != CUT_ALIGN_NONE] = i;
        last[0] = last[1];
        last[1] = i;
      }
  if (known[1] == CUT_ALIGN_NONE)
    return;
  if (is_stray (self, known[0], known[1]))
    for (guint i = 0; i < known[1]; i++)
      self->partners[i] = CUT_ALIGN_NONE;
  if (last[0] != CUT_ALIGN_NONE && is_stray (self, last[0], last[1]))
    for (guint i = last[0] + 1; i < self->asked->len; i++)
      self->partners[i] = CUT_ALIGN_NONE;
}

static gboolean
beside_align (Beside *self)
{
  self->partners = g_new (guint, MAX (self->asked->len, 1));
  if (!cut_align (&g_array_index (self->asked, CutWord, 0), self->asked->len, &g_array_index (self->found, CutWord, 0),
                  self->found->len, self->partners))
    return FALSE;
  drop_stray (self);
  return TRUE;
}

/* Context. */

/* Where sentences begin, short words have capitals too. */
static gboolean
speak_of_others (guint      asked_length,
                 CutTelling asked,
                 guint      found_length,
                 CutTelling found)
{
  if (asked == CUT_TELLING_NOT || found == CUT_TELLING_NOT)
    return FALSE;
  return asked == CUT_TELLING_SURELY || found == CUT_TELLING_SURELY || MIN (asked_length, found_length) >= 4;
}

static gboolean
is_contradicted (const Beside *self,
                 guint         i)
{
  const CutWord *partner = partner_of (self, i);
  CutTelling asked, found;

  if (partner == NULL || cut_word_get_likeness (asked_word (self, i), partner) > 0)
    return FALSE;
  asked = cut_word_get_telling (asked_word (self, i), self->wanted->all, self->wanted->index);
  found = cut_word_get_telling (partner, self->text->folded, self->text->index);
  return speak_of_others (asked_word (self, i)->length, asked, partner->length, found);
}

static guint
count_inside (const Beside *self)
{
  guint n = 0;

  for (guint i = self->from; i < self->to; i++)
    n += is_contradicted (self, i);
  return n;
}

/* What other sentences say proves nothing about whom the quote's own is. */
static gboolean
is_in_sentence (const Beside  *self,
                const CutWord *word)
{
  return word->start >= self->wanted->sentence_from && word->start < self->wanted->sentence_to;
}

static guint
count_around (const Beside *self)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    if ((i < self->from || i >= self->to) && is_in_sentence (self, asked_word (self, i)))
      n += is_contradicted (self, i);
  return n;
}

/* The share of the context's characters that are there; only of those for which there is room. */
static double
measure_side (const Beside *self,
              gboolean      before,
              guint         border,
              guint         room)
{
  guint n = before ? self->from : self->asked->len - self->to;
  guint nearest = G_MAXUINT;
  guint asked = 0;
  double there = 0;

  for (guint k = 0; k < n; k++)
    {
      guint i = before ? self->from - 1 - k : self->to + k;

      if (asked + asked_word (self, i)->length > room + ROOM_SLACK)
        break;
      asked += asked_word (self, i)->length;
      if (likeness_at (self, i) <= 0)
        continue;
      there += asked_word (self, i)->length;
      if (nearest == G_MAXUINT)
        nearest = before ? border - MIN (border, partner_of (self, i)->start) : partner_of (self, i)->start - border;
    }
  if (asked == 0 || room == 0)
    return CUT_ANCHOR_SILENT;
  return there / asked * (nearest > AWAY && nearest != G_MAXUINT ? AWAY_WORTH : 1.0);
}

/* Where the context's likeness ends in a name or figure, and another one stands there, it is about somebody else. */
static gboolean
ends_in_contradiction (const Beside *self,
                       gboolean      before)
{
  guint i = before ? 0 : self->asked->len;
  const CutWord *other;

  if (before)
    while (i < self->from && self->partners[i] == CUT_ALIGN_NONE)
      i++;
  else
    while (i > self->to && self->partners[i - 1] == CUT_ALIGN_NONE)
      i--;
  if (before ? i == 0 || i >= self->from || self->partners[i] == 0 : i >= self->asked->len || i <= self->to || self->partners[i - 1] + 1 >= self->found->len)
    return FALSE;
  other = found_word (self, before ? self->partners[i] - 1 : self->partners[i - 1] + 1);
  i = before ? i - 1 : i;
  return is_in_sentence (self, asked_word (self, i)) && cut_word_get_likeness (asked_word (self, i), other) <= 0 &&
         speak_of_others (asked_word (self, i)->length, cut_word_get_telling (asked_word (self, i), self->wanted->all, self->wanted->index),
                          other->length, cut_word_get_telling (other, self->text->folded, self->text->index));
}

static void
measure_context (const Beside *self,
                 CutPlace     *place)
{
  place->before = measure_side (self, TRUE, place->start, place->start);
  place->after = measure_side (self, FALSE, place->end, self->text->folded->length - place->end);
  place->others_around = count_around (self) + ends_in_contradiction (self, TRUE) + ends_in_contradiction (self, FALSE);
}

void
cut_place_measure_context (const CutAnchorText *text,
                           const CutWanted     *wanted,
                           CutPlace            *place)
{
  const CutWord quote = { NULL, 0, 0, CUT_WORD_QUOTE, FALSE, FALSE };
  g_auto (Beside) beside = beside_new (text, wanted);

  split_context (wanted, TRUE, beside.asked);
  beside.from = beside.asked->len;
  g_array_append_val (beside.asked, quote);
  beside.to = beside.asked->len;
  split_context (wanted, FALSE, beside.asked);
  cut_words_split (text->folded, place->start > REACH ? place->start - REACH : 0, place->start, beside.found);
  g_array_append_val (beside.found, quote);
  cut_words_split (text->folded, place->end, MIN (place->end + REACH, text->folded->length), beside.found);
  beside_align (&beside);
  measure_context (&beside, place);
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

/* Ends. Both are found by the same steps: the end's are those of the start, seen in a mirror. */

typedef struct
{
  const Beside *beside;
  gboolean mirrored;
} View;

static guint
view_asked (const View *self,
            guint       i)
{
  return self->mirrored ? self->beside->asked->len - 1 - i : i;
}

static guint
view_partner (const View *self,
              guint       i)
{
  guint partner = self->beside->partners[view_asked (self, i)];

  return partner == CUT_ALIGN_NONE || !self->mirrored ? partner : self->beside->found->len - 1 - partner;
}

static const CutWord *
view_found (const View *self,
            guint       j)
{
  return found_word (self->beside, self->mirrored ? self->beside->found->len - 1 - j : j);
}

/* Goes back over words that stand in the place of @missing ones, not out of the sentence. */
static guint
extend (const View *self,
        guint       first,
        guint       missing,
        guint       low)
{
  guint left = MIN (missing, MOST_EXTENDED);
  guint reached = first;

  for (guint j = first; left > 0 && j > low && !cut_word_ends_sentence (view_found (self, j - 1)); j--)
    if (view_found (self, j - 1)->kind == CUT_WORD_LETTERS)
      {
        reached = j - 1;
        left--;
      }
  return reached;
}

static gboolean
parts_sentences (const View *self,
                 guint       from,
                 guint       to)
{
  for (guint j = from; j < to; j++)
    if (cut_word_ends_sentence (view_found (self, j)))
      return TRUE;
  return FALSE;
}

/* Of the found words between the last of the context and the first of the quote: where the quote begins. */
static guint
divide (const View *self,
        guint       from,
        guint       first,
        guint       at)
{
  gboolean replaced = likeness_at (self->beside, view_asked (self, first)) <= 0;
  guint context = from;
  guint missing = 0;

  for (guint i = from; i < first + replaced; i++)
    missing += asked_word (self->beside, view_asked (self, i))->kind == CUT_WORD_LETTERS;
  if (missing == 0)
    return at;
  while (context > 0 && view_partner (self, context - 1) == CUT_ALIGN_NONE)
    context--;
  if (context == 0)
    return extend (self, at, missing - MIN (missing, (guint) replaced), 0);
  if (context == from && at - (view_partner (self, context - 1) + 1) <= missing + MOST_REPLACED &&
      !parts_sentences (self, view_partner (self, context - 1) + 1, at))
    return view_partner (self, context - 1) + 1;
  return extend (self, at, missing - MIN (missing, (guint) replaced), view_partner (self, context - 1) + 1);
}

/* Returns: the index of the found word at which the quote begins, or %CUT_ALIGN_NONE */
static guint
find_border (const View *self,
             guint       from,
             guint       to)
{
  guint first = from;

  while (first < to && view_partner (self, first) == CUT_ALIGN_NONE)
    first++;
  return first < to ? divide (self, from, first, view_partner (self, first)) : CUT_ALIGN_NONE;
}

static guint
find_start (const Beside *self)
{
  const View view = { self, FALSE };
  const CutWord *first = asked_word (self, self->from);
  guint j = find_border (&view, self->from, self->to);

  if (j == CUT_ALIGN_NONE)
    return CUT_ALIGN_NONE;
  if (first->cut_head && self->partners[self->from] == j && likeness_at (self, self->from) >= 1.0)
    return found_word (self, j)->start + found_word (self, j)->length - first->length;
  return found_word (self, j)->start;
}

static guint
find_end (const Beside *self)
{
  const View view = { self, TRUE };
  const CutWord *last = asked_word (self, self->to - 1);
  guint n = self->asked->len;
  guint j = find_border (&view, n - self->to, n - self->from);

  if (j == CUT_ALIGN_NONE)
    return CUT_ALIGN_NONE;
  if (last->cut_tail && self->partners[self->to - 1] == self->found->len - 1 - j && likeness_at (self, self->to - 1) >= 1.0)
    return view_found (&view, j)->start + last->length;
  return view_found (&view, j)->start + view_found (&view, j)->length;
}

/* Words. */

static void
measure_words (const Beside *self,
               CutPlace     *place)
{
  guint asked = 0;
  double there = 0;

  place->gone_inside = 0;
  for (guint i = self->from; i < self->to; i++)
    {
      if (self->partners[i] == CUT_ALIGN_NONE)
        place->gone_inside += cut_word_get_telling (asked_word (self, i), self->wanted->all, self->wanted->index) == CUT_TELLING_SURELY;
      asked += asked_word (self, i)->length;
      there += likeness_at (self, i) * asked_word (self, i)->length;
    }
  place->likeness = asked > 0 ? MIN (there / asked, CUT_PLACE_ALIKE) : 0.0;
  place->others_inside = count_inside (self);
}

static void
measure_lost (const Beside *self,
              CutPlace     *place)
{
  guint i = self->from;
  guint k = self->to;

  while (i < self->to && self->partners[i] == CUT_ALIGN_NONE)
    i++;
  while (k > i && self->partners[k - 1] == CUT_ALIGN_NONE)
    k--;
  place->lost_head = asked_word (self, i)->start - asked_word (self, self->from)->start;
  place->lost_tail = asked_word (self, self->to - 1)->start - asked_word (self, k - 1)->start;
}

/* The context is there, without the quote. */
static gboolean
find_hole (const Beside *self,
           CutPlace     *place)
{
  guint i = self->from;

  while (i > 0 && self->partners[i - 1] == CUT_ALIGN_NONE)
    i--;
  if (i == 0)
    return FALSE;
  place->start = place->end = partner_of (self, i - 1)->start + partner_of (self, i - 1)->length;
  place->likeness = 0.0;
  measure_context (self, place);
  return place->before >= HOLE_CONTEXT && place->after >= HOLE_CONTEXT;
}

gboolean
cut_place_align (const CutAnchorText *text,
                 const CutWanted     *wanted,
                 guint                from,
                 guint                to,
                 CutPlace            *place)
{
  g_auto (Beside) beside = beside_new (text, wanted);

  if (from == wanted->from)
    split_context (wanted, TRUE, beside.asked);
  beside.from = beside.asked->len;
  cut_words_split (wanted->all, from, to, beside.asked);
  beside.to = beside.asked->len;
  g_array_index (beside.asked, CutWord, beside.from).cut_head = from == wanted->from && !wanted->starts_word;
  g_array_index (beside.asked, CutWord, beside.to - 1).cut_tail = to == wanted->to && !wanted->ends_word;
  if (to == wanted->to)
    split_context (wanted, FALSE, beside.asked);
  cut_words_split (text->folded, place->start, place->end, beside.found);
  if (!beside_align (&beside))
    return FALSE;
  place->start = find_start (&beside);
  place->end = find_end (&beside);
  if (place->start == CUT_ALIGN_NONE && from == wanted->from && to == wanted->to)
    return find_hole (&beside, place);
  if (place->start == CUT_ALIGN_NONE || place->end == CUT_ALIGN_NONE || place->end <= place->start)
    return FALSE;
  measure_words (&beside, place);
  measure_context (&beside, place);
  measure_lost (&beside, place);
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-difference-private.h"

/* Words replaced, removed or added: half-open. */
typedef struct
{
  guint a0, a1;
  guint b0, b1;
  gboolean figure;
} Hunk;

#define hunk_at(hunks, i) (&g_array_index ((hunks), Hunk, (i)))

guint
cut_side_count (const CutSide *self,
                guint          first,
                guint          last)
{
  guint n = 0;

  for (guint i = first; i < last; i++)
    if (cut_side_word (self, i)->kind == CUT_TOKEN_WORD || cut_side_word (self, i)->kind == CUT_TOKEN_NUMBER)
      n++;
  return n;
}

/* Returns: the first number at or after @i, or @last */
static guint
next_number (const CutSide *side,
             guint          i,
             guint          last)
{
  while (i < last && cut_side_word (side, i)->kind != CUT_TOKEN_NUMBER)
    i++;
  return i;
}

/* Numbers of either side in order: how many pairs differ. */
static guint
count_figures (const CutComparison *self,
               const Hunk          *hunk)
{
  guint a = next_number (&self->old, hunk->a0, hunk->a1);
  guint b = next_number (&self->new, hunk->b0, hunk->b1);
  guint n = 0;

  while (a < hunk->a1 && b < hunk->b1)
    {
      if (self->old.ids[a] != self->new.ids[b])
        n++;
      a = next_number (&self->old, a + 1, hunk->a1);
      b = next_number (&self->new, b + 1, hunk->b1);
    }
  return n;
}

static void
add_hunk (CutComparison *self,
          GArray        *hunks,
          Hunk           hunk,
          CutTally      *tally)
{
  guint figures;

  if (hunk.a0 == hunk.a1 && hunk.b0 == hunk.b1)
    return;
  figures = count_figures (self, &hunk);
  hunk.figure = figures > 0;
  tally->figures += figures;
  tally->removed += cut_side_count (&self->old, hunk.a0, hunk.a1);
  tally->added += cut_side_count (&self->new, hunk.b0, hunk.b1);
  g_array_append_val (hunks, hunk);
}

static GArray *
find_hunks (CutComparison *self,
            CutWordRange   old,
            CutWordRange   new,
            CutTally      *tally)
{
  g_autoptr (GArray) found = cut_common_find (&self->common, self->old.ids + old.first, old.last - old.first,
                                              self->new.ids + new.first, new.last - new.first);
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  Hunk hunk = { .a0 = old.first, .b0 = new.first };

  for (guint i = 0; i < found->len; i++)
    {
      const CutStretch *stretch = &g_array_index (found, CutStretch, i);

      hunk.a1 = old.first + stretch->a;
      hunk.b1 = new.first + stretch->b;
      add_hunk (self, hunks, hunk, tally);
      hunk.a0 = hunk.a1 + stretch->length;
      hunk.b0 = hunk.b1 + stretch->length;
    }
  hunk.a1 = old.last;
  hunk.b1 = new.last;
  add_hunk (self, hunks, hunk, tally);
  return hunks;
}

/* Islands. */

static guint
get_length (const CutSide *side,
            guint          first,
            guint          last)
{
  return first < last ? cut_side_word (side, last - 1)->end - cut_side_word (side, first)->start : 0;
}

static guint
get_weight (const CutComparison *self,
            const Hunk          *hunk)
{
  return MAX (get_length (&self->old, hunk->a0, hunk->a1), get_length (&self->new, hunk->b0, hunk->b1));
}

static gboolean
has_break (const CutSide *side,
           guint          first,
           guint          last)
{
  for (guint i = first; i < last; i++)
    if (cut_side_word (side, i)->kind == CUT_TOKEN_BREAK)
      return TRUE;
  return FALSE;
}

/* Whether what was kept between two changes is too little to be read on its own. */
static gboolean
is_island (const CutComparison *self,
           const Hunk          *before,
           const Hunk          *after)
{
  guint length = get_length (&self->old, before->a1, after->a0);

  if (has_break (&self->old, before->a1, after->a0))
    return FALSE;
  if (cut_side_count (&self->old, before->a1, after->a0) == 0)
    return TRUE;
  return length <= MIN (get_weight (self, before), get_weight (self, after));
}

static GArray *
merge_hunks (const CutComparison *self,
             GArray              *hunks)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (Hunk));

  for (guint i = 0; i < hunks->len; i++)
    {
      Hunk hunk = *hunk_at (hunks, i);

      while (merged->len > 0 && is_island (self, hunk_at (merged, merged->len - 1), &hunk))
        {
          const Hunk *before = hunk_at (merged, merged->len - 1);

          hunk.a0 = before->a0;
          hunk.b0 = before->b0;
          hunk.figure = hunk.figure || before->figure;
          g_array_set_size (merged, merged->len - 1);
        }
      g_array_append_val (merged, hunk);
    }
  return merged;
}

/* Runs: spaces stand between words, and belong to what is kept where both texts have them. */

typedef struct
{
  CutComparison *self;
  GArray *runs;
  guint old_at, new_at; /* code points told so far */
} Telling;

static void
tell (Telling   *telling,
      CutRunKind kind,
      guint      old_end,
      guint      new_end)
{
  CutRun run = { kind, telling->old_at, old_end, telling->new_at, new_end };
  CutRun *last = telling->runs->len > 0 ? &g_array_index (telling->runs, CutRun, telling->runs->len - 1) : NULL;

  if (old_end == telling->old_at && new_end == telling->new_at)
    return;
  telling->old_at = old_end;
  telling->new_at = new_end;
  if (last != NULL && last->kind == kind && kind == CUT_RUN_KEPT && last->old_end - last->old_start == last->new_end - last->new_start &&
      run.old_end - run.old_start == run.new_end - run.new_start)
    {
      last->old_end = old_end;
      last->new_end = new_end;
      return;
    }
  g_array_append_val (telling->runs, run);
}

static guint
get_start (const CutSide *side,
           guint          word,
           CutWordRange   range,
           guint          end)
{
  return word < range.last ? cut_side_word (side, word)->start : end;
}

/* Returns: @end of the whole for the last word */
static guint
get_end (const CutSide *side,
         guint          word,
         CutWordRange   range,
         guint          start)
{
  return word > range.first ? cut_side_word (side, word - 1)->end : start;
}

static void
tell_kept (Telling *telling,
           guint    a0,
           guint    a1,
           guint    b0)
{
  const CutSide *old = &telling->self->old;
  const CutSide *new = &telling->self->new;

  for (guint i = 0; a0 + i < a1; i++)
    {
      tell (telling, CUT_RUN_KEPT, cut_side_word (old, a0 + i)->start, cut_side_word (new, b0 + i)->start);
      tell (telling, CUT_RUN_KEPT, cut_side_word (old, a0 + i)->end, cut_side_word (new, b0 + i)->end);
    }
}

/* The space before a change is kept where both texts have one; else the one behind it is. */
static void
tell_hunk (Telling     *telling,
           const Hunk  *hunk,
           CutWordRange old,
           CutWordRange new,
           CutWordRange ends)
{
  const CutSide *was = &telling->self->old;
  const CutSide *is = &telling->self->new;
  guint old_next = get_start (was, hunk->a1, old, ends.first);
  guint new_next = get_start (is, hunk->b1, new, ends.last);
  guint old_end = get_end (was, hunk->a1, old, telling->old_at);
  guint new_end = get_end (is, hunk->b1, new, telling->new_at);
  guint old_lead = hunk->a0 < hunk->a1 ? cut_side_word (was, hunk->a0)->start - telling->old_at : old_next - telling->old_at;
  guint new_lead = hunk->b0 < hunk->b1 ? cut_side_word (is, hunk->b0)->start - telling->new_at : new_next - telling->new_at;

  if (old_lead == new_lead)
    tell (telling, CUT_RUN_KEPT, telling->old_at + old_lead, telling->new_at + new_lead);
  /* Of words that are gone the space behind them is gone too, and of new ones it is new. */
  if (hunk->b0 == hunk->b1 && telling->new_at == new_next)
    old_end = old_next;
  if (hunk->a0 == hunk->a1 && telling->old_at == old_next)
    new_end = new_next;
  tell (telling, CUT_RUN_REMOVED, MAX (old_end, telling->old_at), telling->new_at);
  tell (telling, CUT_RUN_ADDED, telling->old_at, MAX (new_end, telling->new_at));
}

GArray *
cut_comparison_compare_words (CutComparison *self,
                              CutWordRange   old,
                              CutWordRange   new,
                              CutTally      *tally,
                              GArray        *figures)
{
  g_autoptr (GArray) found = find_hunks (self, old, new, tally);
  g_autoptr (GArray) hunks = merge_hunks (self, found);
  Telling telling = { .self = self, .runs = g_array_new (FALSE, FALSE, sizeof (CutRun)) };
  CutWordRange ends = { 0, 0 };
  guint a = old.first;
  guint b = new.first;

  telling.old_at = cut_side_word (&self->old, old.first)->start;
  telling.new_at = cut_side_word (&self->new, new.first)->start;
  ends.first = cut_side_word (&self->old, old.last - 1)->end;
  ends.last = cut_side_word (&self->new, new.last - 1)->end;
  for (guint i = 0; i < hunks->len; i++)
    {
      const Hunk *hunk = hunk_at (hunks, i);
      guint before;

      tell_kept (&telling, a, hunk->a0, b);
      before = telling.runs->len;
      tell_hunk (&telling, hunk, old, new, ends);
      for (; hunk->figure && before < telling.runs->len; before++)
        if (g_array_index (telling.runs, CutRun, before).kind == CUT_RUN_REMOVED)
          g_array_append_val (figures, before);
      a = hunk->a1;
      b = hunk->b1;
    }
  tell_kept (&telling, a, old.last, b);
  return telling.runs;
}

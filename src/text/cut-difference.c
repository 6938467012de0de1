/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-difference.h"

#include <string.h>

#include "cut-block.h"
#include "cut-difference-private.h"

#define BUDGET (1LL << 28)    /* steps: about a second */
#define LONG_PART 4096        /* words; in longer parts those that occur once are matched first */

static void
pair_free (CutPair *pair)
{
  g_array_unref (pair->runs);
  g_free (pair);
}

void
cut_difference_free (CutDifference *self)
{
  g_ptr_array_unref (self->pairs);
  g_array_unref (self->alterations);
  g_free (self);
}

/* The two sides. */

static void
line_clear (gpointer data)
{
  g_free (((CutLine *) data)->bag);
}

/* Returns: (transfer full) (element-type guint guint): the starts of lines that do not count */
static GHashTable *
find_furniture (GPtrArray *blocks)
{
  GHashTable *starts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == CUT_ROLE_FURNITURE && block->start < block->end)
        g_hash_table_add (starts, GUINT_TO_POINTER (block->start + 1));
    }
  return starts;
}

static void
add_line (CutSide    *side,
          CutLexicon *lexicon,
          GHashTable *furniture,
          guint       start,
          CutLine     line)
{
  if (line.first == line.last || g_hash_table_contains (furniture, GUINT_TO_POINTER (start + 1)))
    return;
  line.start = cut_side_word (side, line.first)->start;
  line.end = cut_side_word (side, line.last - 1)->end;
  line.id = cut_lexicon_add (lexicon, side->ids + line.first, (line.last - line.first) * sizeof (guint));
  g_array_append_val (side->lines, line);
}

static void
side_init (CutSide    *side,
           const char *text,
           GPtrArray  *blocks,
           CutLexicon *words,
           CutLexicon *lines)
{
  g_autoptr (GHashTable) furniture = find_furniture (blocks);
  CutLine line = { 0 };
  guint start = 0; /* of the line: its first word may stand behind a no-break space */

  side->text = text;
  side->words = cut_lexicon_split (words, text);
  side->ids = g_new (guint, side->words->len + 1);
  side->lines = g_array_new (FALSE, FALSE, sizeof (CutLine));
  g_array_set_clear_func (side->lines, line_clear);
  for (guint i = 0; i < side->words->len; i++)
    side->ids[i] = cut_side_word (side, i)->id;
  for (guint i = 0; i <= side->words->len; i++)
    if (i == side->words->len || cut_side_word (side, i)->kind == CUT_TOKEN_BREAK)
      {
        line.last = i;
        add_line (side, lines, furniture, start, line);
        start = i < side->words->len ? cut_side_word (side, i)->end : 0;
        line.first = i + 1;
        line.number++;
      }
}

static void
side_clear (CutSide *side)
{
  g_clear_pointer (&side->words, g_array_unref);
  g_clear_pointer (&side->ids, g_free);
  g_clear_pointer (&side->lines, g_array_unref);
}

/* Which line is which. */

static guint *
get_line_ids (const CutSide *side)
{
  guint *ids = g_new (guint, side->lines->len + 1);

  for (guint i = 0; i < side->lines->len; i++)
    ids[i] = cut_side_line (side, i)->id;
  return ids;
}

static void
set_same (CutComparison    *self,
          const CutStretch *stretch)
{
  for (guint i = 0; i < stretch->length; i++)
    {
      CutLine *a = cut_side_line (&self->old, stretch->a + i);
      CutLine *b = cut_side_line (&self->new, stretch->b + i);

      a->fate = b->fate = CUT_FATE_PAIRED;
      a->partner = stretch->b + i;
      b->partner = stretch->a + i;
    }
}

static void
match_lines (CutComparison *self)
{
  g_autofree guint *a = get_line_ids (&self->old);
  g_autofree guint *b = get_line_ids (&self->new);
  g_autoptr (GArray) found = cut_common_find (&self->common, a, self->old.lines->len, b, self->new.lines->len);
  guint old_at = 0;
  guint new_at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const CutStretch *stretch = &g_array_index (found, CutStretch, i);

      set_same (self, stretch);
      cut_comparison_pair (self, old_at, stretch->a, new_at, stretch->b);
      old_at = stretch->a + stretch->length;
      new_at = stretch->b + stretch->length;
    }
  cut_comparison_pair (self, old_at, self->old.lines->len, new_at, self->new.lines->len);
  cut_comparison_find_moved (self);
}

/* The answer. */

typedef struct
{
  CutComparison *comparison;
  CutDifference *difference;
  CutTally tally;
} Answer;

/* Returns: the index after the line @i and those joined to it */
static guint
skip_joined (const CutSide *side,
             guint          i)
{
  for (i++; i < side->lines->len && cut_side_line (side, i)->fate == CUT_FATE_JOINED;)
    i++;
  return i;
}

static void
add_alteration (CutDifference *self,
                guint          run,
                guint          n_runs,
                gboolean       figure)
{
  CutAlteration alteration = { self->pairs->len, run, n_runs, figure };

  g_array_append_val (self->alterations, alteration);
}

static void
add_alterations (CutDifference *self,
                 GArray        *runs,
                 GArray        *figures)
{
  guint at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      CutRunKind kind = g_array_index (runs, CutRun, i).kind;
      gboolean both = kind == CUT_RUN_REMOVED && i + 1 < runs->len && g_array_index (runs, CutRun, i + 1).kind == CUT_RUN_ADDED;
      gboolean figure = at < figures->len && g_array_index (figures, guint, at) == i;

      if (kind == CUT_RUN_KEPT)
        continue;
      add_alteration (self, i, both ? 2 : 1, figure);
      at += figure ? 1 : 0;
      i += both ? 1 : 0;
    }
}

/* A block that only one of the texts has. */
static void
add_alone (Answer        *answer,
           const CutLine *line,
           CutPairKind    kind)
{
  CutDifference *self = answer->difference;
  gboolean added = kind == CUT_PAIR_ADDED;
  CutRun run = { .kind = added ? CUT_RUN_ADDED : CUT_RUN_REMOVED };
  CutPair *pair = g_new0 (CutPair, 1);

  pair->kind = kind;
  pair->runs = g_array_new (FALSE, FALSE, sizeof (CutRun));
  *(added ? &pair->new_start : &pair->old_start) = line->start;
  *(added ? &pair->new_end : &pair->old_end) = line->end;
  run.old_start = pair->old_start;
  run.old_end = pair->old_end;
  run.new_start = pair->new_start;
  run.new_end = pair->new_end;
  g_array_append_val (pair->runs, run);
  add_alteration (self, 0, 1, FALSE);
  if (added)
    answer->tally.added += cut_side_count (&answer->comparison->new, line->first, line->last);
  else
    answer->tally.removed += cut_side_count (&answer->comparison->old, line->first, line->last);
  g_ptr_array_add (self->pairs, pair);
}

static gboolean
has_other_spaces (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const CutRun *run = &g_array_index (runs, CutRun, i);

      if (run->kind == CUT_RUN_KEPT && run->old_end - run->old_start != run->new_end - run->new_start)
        return TRUE;
    }
  return FALSE;
}

/* Lines [old_line, old_end) became [new_line, new_end). */
static void
add_pair (Answer *answer,
          guint   old_line,
          guint   old_end,
          guint   new_line,
          guint   new_end)
{
  CutComparison *comparison = answer->comparison;
  CutDifference *self = answer->difference;
  const CutLine *a = cut_side_line (&comparison->old, old_line);
  const CutLine *b = cut_side_line (&comparison->new, new_line);
  CutWordRange old = { a->first, cut_side_line (&comparison->old, old_end - 1)->last };
  CutWordRange new = { b->first, cut_side_line (&comparison->new, new_end - 1)->last };
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (guint));
  guint before = self->alterations->len;
  CutPair *pair = g_new0 (CutPair, 1);

  pair->old_start = a->start;
  pair->old_end = cut_side_line (&comparison->old, old_end - 1)->end;
  pair->new_start = b->start;
  pair->new_end = cut_side_line (&comparison->new, new_end - 1)->end;
  pair->runs = cut_comparison_compare_words (comparison, old, new, &answer->tally, figures);
  add_alterations (self, pair->runs, figures);
  if (b->fate == CUT_FATE_MOVED)
    pair->kind = CUT_PAIR_MOVED;
  else
    pair->kind = self->alterations->len > before ? CUT_PAIR_CHANGED : CUT_PAIR_SAME;
  if (pair->kind == CUT_PAIR_MOVED && self->alterations->len == before)
    add_alteration (self, 0, 1, FALSE);
  self->spacing = self->spacing || has_other_spaces (pair->runs);
  g_ptr_array_add (self->pairs, pair);
}

static void
assemble (Answer *answer)
{
  CutSide *old = &answer->comparison->old;
  CutSide *new = &answer->comparison->new;
  guint i = 0;
  guint j = 0;

  while (i < old->lines->len || j < new->lines->len)
    {
      const CutLine *a = i < old->lines->len ? cut_side_line (old, i) : NULL;
      const CutLine *b = j < new->lines->len ? cut_side_line (new, j) : NULL;

      if (a != NULL && a->fate == CUT_FATE_MOVED)
        i++;
      else if (a != NULL && a->fate == CUT_FATE_NONE)
        {
          add_alone (answer, a, CUT_PAIR_REMOVED);
          i++;
        }
      else if (b != NULL && b->fate == CUT_FATE_MOVED)
        {
          add_pair (answer, b->partner, b->partner + 1, j, j + 1);
          j++;
        }
      else if (b != NULL && b->fate == CUT_FATE_NONE)
        {
          add_alone (answer, b, CUT_PAIR_ADDED);
          j++;
        }
      else
        {
          guint old_end = skip_joined (old, i);
          guint new_end = skip_joined (new, j);

          add_pair (answer, i, old_end, j, new_end);
          i = old_end;
          j = new_end;
        }
    }
}

static CutDifference *
compare (CutComparison *comparison)
{
  CutDifference *self = g_new0 (CutDifference, 1);
  Answer answer = { .comparison = comparison, .difference = self };

  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
  self->alterations = g_array_new (FALSE, FALSE, sizeof (CutAlteration));
  assemble (&answer);
  self->words_removed = answer.tally.removed;
  self->words_added = answer.tally.added;
  self->figures = answer.tally.figures;
  self->spacing = self->spacing || (self->alterations->len == 0 && !g_str_equal (comparison->old.text, comparison->new.text));
  return self;
}

CutDifference *
cut_difference_new (const char   *old_text,
                    GPtrArray    *old_blocks,
                    const char   *new_text,
                    GPtrArray    *new_blocks,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (CutLexicon) words = cut_lexicon_new ();
  g_autoptr (CutLexicon) lines = cut_lexicon_new ();
  CutComparison comparison = { .common = { .budget = BUDGET, .cancellable = cancellable } };
  CutDifference *self;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);
  side_init (&comparison.old, old_text, old_blocks, words, lines);
  side_init (&comparison.new, new_text, new_blocks, words, lines);
  comparison.common.n_ids = cut_lexicon_get_size (lines);
  match_lines (&comparison);
  comparison.common.n_ids = cut_lexicon_get_size (words);
  comparison.common.anchor_above = LONG_PART;
  self = compare (&comparison);
  side_clear (&comparison.old);
  side_clear (&comparison.new);
  /* A comparison that was cut short is no answer. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&self, cut_difference_free);
  return self;
}

gboolean
cut_difference_is_same (const CutDifference *self)
{
  return self->alterations->len == 0;
}

void
cut_difference_get_ranges (const CutDifference *self,
                           guint                index,
                           guint               *old_start,
                           guint               *old_end,
                           guint               *new_start,
                           guint               *new_end)
{
  const CutAlteration *alteration = &g_array_index (self->alterations, CutAlteration, index);
  const CutPair *pair = g_ptr_array_index (self->pairs, alteration->pair);
  const CutRun *first = &g_array_index (pair->runs, CutRun, alteration->run);
  const CutRun *last = first + alteration->n_runs - 1;

  gboolean moved = first->kind == CUT_RUN_KEPT; /* all of it */

  *old_start = moved ? pair->old_start : first->old_start;
  *old_end = moved ? pair->old_end : last->old_end;
  *new_start = moved ? pair->new_start : first->new_start;
  *new_end = moved ? pair->new_end : last->new_end;
}

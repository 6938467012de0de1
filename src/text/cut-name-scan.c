/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-matcher-private.h"

#include <string.h>

/* All that is in capitals counts as the name from so many letters on. */
#define LONG_ENOUGH 4

/* What is written to a name with an apostrophe behind it, or before it. */
#define CLITICS " s d ll re ve m "
#define ELISIONS " l d j m n s t c qu dell all nell sull dall un jusqu lorsqu puisqu "

static const CutNameWord *
get_word (const CutNameLook *self,
          guint              i)
{
  return &g_array_index (self->words, CutNameWord, i);
}

/* How a name is written. */

typedef enum
{
  FIT_NOT,
  FIT_WRITTEN,
  FIT_UPPER, /* in capitals where the name is not */
} Fit;

/* Compares @word with the characters at @cased; both are the same without case. */
static Fit
fit_word (const CutNameLook *self,
          const CutNameWord *word,
          const char        *cased,
          gboolean           stem,
          guint             *n_letters)
{
  const CutLetters *letters = cut_name_table_get_letters (self->matcher->table);
  const char *end = self->text + word->end - (stem ? 1 : 0);
  gboolean first = TRUE, upper = FALSE;

  for (const char *p = self->text + word->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (cut_letters_get_kind (letters, c) & CUT_LETTER_MARK)
        continue;
      if (cut_letters_get_bare (letters, c) != g_utf8_get_char (cased))
        {
          if ((cut_letters_get_kind (letters, c) & CUT_LETTER_UPPER) == 0)
            return FIT_NOT;
          upper = upper || !first;
        }
      first = FALSE;
      (*n_letters)++;
      cased = g_utf8_next_char (cased);
    }
  if (!upper)
    return FIT_WRITTEN;
  return word->flags & CUT_NAME_WORD_LOWER ? FIT_NOT : FIT_UPPER;
}

gboolean
cut_name_fits (const CutNameLook *self,
               const char        *cased,
               const CutNameWord *words,
               guint              n,
               gboolean           stem,
               gboolean           upper)
{
  gboolean in_upper = FALSE;
  guint n_letters = 0;

  for (guint i = 0; i < n; i++, cased += strlen (cased) + 1)
    {
      Fit fit = fit_word (self, &words[i], cased, stem && i + 1 == n, &n_letters);

      if (fit == FIT_NOT && (i > 0 || n == 1 || !cut_name_is_article (self->text, &words[i])))
        return FALSE;
      in_upper = in_upper || fit == FIT_UPPER;
    }
  return !in_upper || n_letters >= LONG_ENOUGH || upper;
}

/* What stands around. */

static gboolean
may_begin (const CutNameLook *self,
           guint              i)
{
  const CutNameWord *word = get_word (self, i);

  switch ((CutGap) word->gap)
    {
    case CUT_GAP_NONE:
      return (word->flags & get_word (self, i - 1)->flags & CUT_NAME_WORD_KANA) == 0;
    case CUT_GAP_APOSTROPHE:
      /* The d' of a name has a capital. */
      return cut_name_word_is_one_of (self->text, get_word (self, i - 1), ELISIONS) &&
             (self->text[get_word (self, i - 1)->start] != 'D');
    case CUT_GAP_DOT:
      return FALSE;
    case CUT_GAP_BREAK:
    case CUT_GAP_SPACE:
    case CUT_GAP_HYPHEN:
    case CUT_GAP_AND:
    case CUT_GAP_STOP:
    case CUT_GAP_COMMA:
    case CUT_GAP_SLASH:
    case CUT_GAP_OTHER:
    default:
      return TRUE;
    }
}

static gboolean
may_end (const CutNameLook *self,
         guint              last)
{
  const CutNameWord *next = last + 1 < self->words->len ? get_word (self, last + 1) : NULL;

  if (next == NULL)
    return TRUE;
  if (next->gap == CUT_GAP_APOSTROPHE)
    return cut_name_word_is_one_of (self->text, next, CLITICS);
  if (next->gap == CUT_GAP_NONE)
    return (next->flags & get_word (self, last)->flags & CUT_NAME_WORD_KANA) == 0;
  if (next->gap != CUT_GAP_DOT)
    return TRUE;
  /* example.com; U.S.A. */
  return (next->flags & CUT_NAME_WORD_CAPITAL) != 0 && (next->flags & get_word (self, last)->flags & CUT_NAME_WORD_SINGLE) == 0;
}

static gboolean
is_no_name (const CutNameLook *self,
            const CutNameWord *word)
{
  const CutNameManner *manner = self->manner;

  return manner != NULL && manner->before != NULL && manner->before (self->text + word->start, word->end - word->start, manner->data);
}

/* A capital before is another first name, or the first part of a double one. */
static gboolean
is_alone_before (const CutNameLook *self,
                 guint              i)
{
  const CutNameWord *before = i > 0 ? get_word (self, i - 1) : NULL;
  gboolean capital = before != NULL && (before->flags & CUT_NAME_WORD_CAPITAL) != 0;

  switch ((CutGap) get_word (self, i)->gap)
    {
    case CUT_GAP_SPACE:
      return !capital || is_no_name (self, before);
    case CUT_GAP_HYPHEN:
      return !capital;
    case CUT_GAP_STOP:
      return !capital || (before->flags & CUT_NAME_WORD_SINGLE) == 0;
    case CUT_GAP_AND:
      return FALSE;
    case CUT_GAP_BREAK:
    case CUT_GAP_APOSTROPHE:
    case CUT_GAP_DOT:
    case CUT_GAP_COMMA:
    case CUT_GAP_SLASH:
    case CUT_GAP_NONE:
    case CUT_GAP_OTHER:
    default:
      return TRUE;
    }
}

static gboolean
is_alone_behind (const CutNameLook *self,
                 guint              last)
{
  const CutNameWord *next = last + 1 < self->words->len ? get_word (self, last + 1) : NULL;

  if (next == NULL || next->gap == CUT_GAP_BREAK)
    return TRUE;
  if (next->gap == CUT_GAP_AND)
    return FALSE;
  return next->gap != CUT_GAP_SPACE || (next->flags & CUT_NAME_WORD_CAPITAL) == 0 ||
         (self->manner != NULL && self->manner->noun_capitals) || is_no_name (self, next);
}

/* "the Bank of Japan" */
static gboolean
has_of_behind (const CutNameLook *self,
               guint              last)
{
  return last + 2 < self->words->len && cut_name_word_is_one_of (self->text, get_word (self, last + 1), " of for de du des ") &&
         get_word (self, last + 2)->gap == CUT_GAP_SPACE && (get_word (self, last + 2)->flags & CUT_NAME_WORD_CAPITAL) != 0;
}

static gboolean
stands_right (const CutNameLook *self,
              CutNameForm        form,
              guint              first,
              guint              last)
{
  if (form == CUT_NAME_FULL)
    return TRUE;
  if (form == CUT_NAME_HEAD)
    return is_alone_behind (self, last) && !has_of_behind (self, last);
  return is_alone_before (self, first) && is_alone_behind (self, last);
}

/* The walk. */

static gboolean
is_upper_line (CutNameLook *self)
{
  if (self->upper < 0)
    {
      self->upper = TRUE;
      for (guint i = 0; i < self->words->len && self->upper; i++)
        self->upper = (get_word (self, i)->flags & CUT_NAME_WORD_LOWER) == 0;
    }
  return self->upper;
}

/* Bits of the forms that end at @node and fit. */
static guint8
find_forms (CutNameLook *self,
            guint32      node,
            guint        first,
            guint        last,
            gboolean     stem)
{
  const CutNameMatcher *matcher = self->matcher;
  guint tried = 0, fitting = 0;

  for (guint32 i = g_array_index (matcher->nodes, CutNameNode, node).pattern; i != 0;)
    {
      const CutNamePattern *pattern = &g_array_index (matcher->patterns, CutNamePattern, i);
      guint bit = 1U << pattern->form;

      if ((tried & bit) == 0 && !stands_right (self, pattern->form, first, last))
        tried |= bit;
      if (((tried | fitting) & bit) == 0 &&
          cut_name_fits (self, pattern->cased, get_word (self, first), last - first + 1, stem, is_upper_line (self)))
        fitting |= bit;
      i = pattern->next;
    }
  return (guint8) fitting;
}

/* What ends somewhere behind the word that a walk began with. */
typedef struct
{
  guint32 node;
  guint last;
  gboolean stem;
} End;

typedef struct
{
  guint n;
  End ends[2 * CUT_NAME_MOST_WORDS + 2];
} Walk;

static void
note (const CutNameLook *self,
      Walk              *walk,
      guint32            node,
      guint              last,
      gboolean           stem)
{
  if (node != 0 && g_array_index (self->matcher->nodes, CutNameNode, node).pattern != 0 && walk->n < G_N_ELEMENTS (walk->ends))
    walk->ends[walk->n++] = (End) { node, last, stem };
}

static void
walk_on (const CutNameLook *self,
         guint              first,
         guint32            node,
         Walk              *walk)
{
  const CutNameMatcher *matcher = self->matcher;

  note (self, walk, node, first, FALSE);
  for (guint i = first + 1; i < self->words->len && g_array_index (matcher->nodes, CutNameNode, node).leads_on; i++)
    {
      const CutNameWord *word = get_word (self, i);
      CutGap gap = cut_name_canonical_gap (word->gap, get_word (self, i - 1));

      note (self, walk, cut_name_matcher_step (matcher, node, gap, word->stem), i, TRUE);
      node = cut_name_matcher_step (matcher, node, gap, word->id);
      if (node == 0)
        return;
      note (self, walk, node, i, FALSE);
    }
}

/* The longest full name, and before it the longest of what is short. */
static void
choose_ends (CutNameLook *self,
             guint        first,
             const Walk  *walk)
{
  gboolean has_short = FALSE;

  for (guint n = walk->n; n > 0; n--)
    {
      const End *end = &walk->ends[n - 1];
      CutNameCandidate candidate = { get_word (self, first)->start, get_word (self, end->last)->end, end->node, (guint8) end->stem, 0, 0 };
      gboolean full;

      if (!may_end (self, end->last))
        continue;
      candidate.forms = find_forms (self, end->node, first, end->last, end->stem);
      candidate.upper = (guint8) (candidate.forms != 0 && is_upper_line (self));
      full = (candidate.forms & (1U << CUT_NAME_FULL)) != 0;
      if (full || (candidate.forms != 0 && !has_short))
        g_array_append_val (self->candidates, candidate);
      has_short = has_short || candidate.forms != 0;
      if (full)
        return;
    }
}

static guint32
node_of (const CutNameLook *self,
         guint32            id)
{
  return id != 0 && id < self->matcher->firsts->len ? g_array_index (self->matcher->firsts, guint32, id) : 0;
}

void
cut_name_scan (CutNameLook *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const CutNameWord *word = get_word (self, i);
      guint32 node = node_of (self, word->id);
      guint32 stem = node_of (self, word->stem);
      Walk walk;

      if ((node == 0 && stem == 0) || !may_begin (self, i))
        continue;
      walk.n = 0;
      note (self, &walk, stem, i, TRUE);
      if (node != 0)
        walk_on (self, i, node, &walk);
      choose_ends (self, i, &walk);
    }
}

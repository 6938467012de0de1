/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-folded-words.h"

#include <string.h>

#define SLIP_LENGTH 4 /* shorter words are other words when a letter is another */
#define NAME_LENGTH 2 /* shorter words with a capital are no names */

static guint
find_end (const CutFolded *folded,
          guint            start,
          guint            end)
{
  guint at = start + 1;

  if (!cut_folded_is_word (folded->chars[start]) || cut_folded_stands_alone (folded->chars[start]))
    return at;
  while (at < end && cut_folded_is_word (folded->chars[at]) && !cut_folded_stands_alone (folded->chars[at]))
    at++;
  return at;
}

void
cut_words_split (const CutFolded *folded,
                 guint            start,
                 guint            end,
                 GArray          *words)
{
  for (guint at = start; at < end;)
    {
      CutWord word = { folded->chars + at, at, 1, CUT_WORD_MARK, FALSE, FALSE };

      if (folded->chars[at] == ' ')
        {
          at++;
          continue;
        }
      word.length = find_end (folded, at, end) - at;
      if (cut_folded_is_word (folded->chars[at]))
        word.kind = CUT_WORD_LETTERS;
      g_array_append_val (words, word);
      at += word.length;
    }
}

gboolean
cut_word_is_same (const CutWord *a,
                  const CutWord *b)
{
  if (a->kind != b->kind)
    return FALSE;
  return a->kind == CUT_WORD_QUOTE || (a->length == b->length && memcmp (a->chars, b->chars, a->length * sizeof *a->chars) == 0);
}

gboolean
cut_word_has_digit (const CutWord *self)
{
  for (guint i = 0; i < self->length; i++)
    if (g_unichar_isdigit (self->chars[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_part_of (const CutWord *a,
            const CutWord *b)
{
  const gunichar *part = a->cut_head ? b->chars + b->length - a->length : b->chars;

  return (a->cut_head != a->cut_tail) && a->kind == b->kind && a->length <= b->length && memcmp (part, a->chars, a->length * sizeof *part) == 0;
}

static gboolean
is_swapped (const gunichar *a,
            const gunichar *b)
{
  return a[0] == b[1] && a[1] == b[0];
}

double
cut_word_get_likeness (const CutWord *a,
                       const CutWord *b)
{
  guint shorter = MIN (a->length, b->length);
  guint longer = MAX (a->length, b->length);
  guint head = 0;
  guint tail = 0;

  if (cut_word_is_same (a, b) || is_part_of (a, b))
    return 1.0;
  if (a->kind != CUT_WORD_LETTERS || b->kind != CUT_WORD_LETTERS || longer < SLIP_LENGTH || longer - shorter > 3)
    return 0.0;
  while (head < shorter && a->chars[head] == b->chars[head])
    head++;
  while (tail < shorter - head && a->chars[a->length - 1 - tail] == b->chars[b->length - 1 - tail])
    tail++;
  if (shorter == longer && head + tail + 2 == longer && is_swapped (a->chars + head, b->chars + head))
    return cut_word_has_digit (a) ? 0.0 : (double) (longer - 1) / longer;
  if (head + tail + (longer > SLIP_LENGTH + 2 ? 3u : longer > SLIP_LENGTH ? 2u : 1u) < longer || cut_word_has_digit (a) || cut_word_has_digit (b))
    return 0.0;
  return (double) (head + tail) / longer;
}

gboolean
cut_word_ends_sentence (const CutWord *self)
{
  gunichar c = self->kind == CUT_WORD_MARK ? *self->chars : 0;

  return c != 0 && (c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x61f || c == 0x6d4);
}

/* Whether what stands before it is no word: the text's start, a line's end, or punctuation other than that inside of sentences. */
static gboolean
begins_sentence (const CutWord   *self,
                 const CutFolded *folded,
                 const CutIndex  *index)
{
  guint at = (guint) (self->chars - folded->chars);
  gunichar before;

  if (at == 0)
    return TRUE;
  if (folded->chars[at - 1] == ' ' && *cut_index_to_pointer (index, folded->origins[at - 1]) == '\n')
    return TRUE;
  while (at > 0 && folded->chars[at - 1] == ' ')
    at--;
  before = at > 0 ? folded->chars[at - 1] : '.';
  return !cut_folded_is_word (before) && before != ',' && before != '-' && before != '(' && before != '&' && before != '/';
}

CutTelling
cut_word_get_telling (const CutWord   *self,
                      const CutFolded *folded,
                      const CutIndex  *index)
{
  guint at = (guint) (self->chars - folded->chars);

  if (self->kind != CUT_WORD_LETTERS)
    return CUT_TELLING_NOT;
  if (cut_word_has_digit (self))
    return CUT_TELLING_SURELY;
  if (self->length < NAME_LENGTH || !g_unichar_isupper (g_utf8_get_char (cut_index_to_pointer (index, folded->origins[at]))))
    return CUT_TELLING_NOT;
  return begins_sentence (self, folded, index) ? CUT_TELLING_MAYBE : CUT_TELLING_SURELY;
}

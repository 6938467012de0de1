/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-anchor-private.h"

#include <string.h>

#define LONE_WEIGHT 3    /* letters that a character of a script without blanks stands for */
#define LEAST_PATTERN 28 /* of fewer characters so many are alike by chance that it tells nothing */

static const char *
last_characters (const char *text,
                 guint       most)
{
  const char *p = text + strlen (text);

  for (guint i = 0; i < most && p > text; i++)
    p = g_utf8_prev_char (p);
  return p;
}

static char *
first_characters (const char *text,
                  guint       most)
{
  const char *p = text;

  for (guint i = 0; i < most && *p != '\0'; i++)
    p = g_utf8_next_char (p);
  return g_strndup (text, (gsize) (p - text));
}

/* Blanks at the ends of the quote are no words: they are found again, or not, with their neighbours. */
static void
trim (CutWanted *self)
{
  while (self->from < self->to && self->all->chars[self->from] == ' ')
    self->from++;
  while (self->to > self->from && self->all->chars[self->to - 1] == ' ')
    self->to--;
}

/* Whether a sentence, or a line, ends before the folded character @at. */
static gboolean
sentence_ends (const CutWanted *self,
               guint            at)
{
  const CutFolded *all = self->all;
  guint last = at;

  if (at == 0 || at >= all->length)
    return TRUE;
  while (last > 0 && (all->chars[last - 1] == ' ' || all->chars[last - 1] == '\'' || all->chars[last - 1] == ')'))
    {
      if (*cut_index_to_pointer (self->index, all->origins[last - 1]) == '\n')
        return TRUE;
      last--;
    }
  if (last == 0)
    return TRUE;
  return (last < at && strchr (".!?", (int) MIN (all->chars[last - 1], 0x7f)) != NULL) || all->chars[last - 1] == 0x3002 || all->chars[last - 1] == 0x61f;
}

static void
find_sentence (CutWanted *self)
{
  self->sentence_from = self->from;
  self->sentence_to = self->to;
  while (!sentence_ends (self, self->sentence_from))
    self->sentence_from--;
  while (!sentence_ends (self, self->sentence_to))
    self->sentence_to++;
}

CutWanted *
cut_wanted_new (const CutSelector *selector)
{
  CutWanted *self = g_new0 (CutWanted, 1);
  const char *prefix = last_characters (selector->prefix, CUT_ANCHOR_LOOKED_UP);
  g_autofree char *suffix = first_characters (selector->suffix, CUT_ANCHOR_LOOKED_UP);
  guint before = (guint) g_utf8_strlen (prefix, -1);

  self->selector = selector;
  self->words = g_strconcat (prefix, selector->exact, suffix, NULL);
  self->index = cut_index_new (self->words);
  self->all = cut_folded_new (self->words);
  self->from = cut_folded_find_origin (self->all, before);
  self->to = cut_folded_find_origin (self->all, before + (guint) g_utf8_strlen (selector->exact, -1));
  trim (self);
  find_sentence (self);
  for (guint i = self->from; i < self->to; i++)
    self->weight += cut_folded_stands_alone (self->all->chars[i]) ? LONE_WEIGHT : 1;
  if (cut_wanted_get_length (self) >= LEAST_PATTERN && cut_wanted_get_length (self) <= CUT_ANCHOR_LONGEST)
    self->pattern = cut_pattern_new (self->all->chars + self->from, cut_wanted_get_length (self), FALSE);
  self->starts_word = !cut_folded_parts_word (self->all, self->from);
  self->ends_word = !cut_folded_parts_word (self->all, self->to);
  return self;
}

void
cut_wanted_free (CutWanted *self)
{
  g_clear_pointer (&self->pattern, cut_pattern_free);
  cut_folded_free (self->all);
  cut_index_free (self->index);
  g_free (self->words);
  g_free (self);
}

guint
cut_wanted_get_length (const CutWanted *self)
{
  return self->to - self->from;
}

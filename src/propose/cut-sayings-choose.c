/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-saying.h"

guint
cut_saying_get_start (const CutSaying *self)
{
  guint start = self->parts[0].start;

  if (self->source.end > self->source.start)
    start = MIN (start, self->source.start);
  return MIN (start, self->cue.start);
}

guint
cut_saying_get_end (const CutSaying *self)
{
  guint end = self->parts[self->n_parts - 1].end;

  return MAX (MAX (end, self->source.end), self->cue.end);
}

/* What begins first, then what goes further: the outer before the inner. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CutSaying *left = a;
  const CutSaying *right = b;
  guint left_start = cut_saying_get_start (left);
  guint right_start = cut_saying_get_start (right);

  if (left_start != right_start)
    return left_start < right_start ? -1 : 1;
  if (cut_saying_get_end (left) != cut_saying_get_end (right))
    return cut_saying_get_end (left) > cut_saying_get_end (right) ? -1 : 1;
  return left->cue.start < right->cue.start ? -1 : left->cue.start > right->cue.start;
}

static gboolean
meets (CutRange a,
       CutRange b)
{
  return a.start < b.end && b.start < a.end;
}

static gboolean
clashes (const CutSaying *a,
         const CutSaying *b)
{
  for (guint i = 0; i < a->n_parts; i++)
    {
      if (meets (a->parts[i], b->cue))
        return TRUE;
      for (guint j = 0; j < b->n_parts; j++)
        if (meets (a->parts[i], b->parts[j]))
          return TRUE;
    }
  for (guint j = 0; j < b->n_parts; j++)
    if (meets (b->parts[j], a->cue))
      return TRUE;
  return meets (a->cue, b->cue);
}

static int
compare_contents (gconstpointer a,
                  gconstpointer b)
{
  guint left = ((const CutSaying *) a)->parts[0].start;
  guint right = ((const CutSaying *) b)->parts[0].start;

  return left < right ? -1 : left > right;
}

/* Whether the paragraph is one quotation and nothing else. */
static gboolean
is_quotation (const CutParsed *parsed,
              guint            start,
              guint            end)
{
  if (!cut_parsed_opens (parsed, start))
    return FALSE;
  return parsed->mates[start] == CUT_NO_TOKEN || parsed->mates[start] + 1 >= end;
}

/* “One,” she said. “Two. Three.” */
static void
go_on (const CutParsed *parsed,
       CutSaying       *saying,
       guint            limit)
{
  guint at = cut_saying_get_end (saying);
  CutRange paragraph = cut_parsed_get_paragraph (parsed, at - 1);

  if (!cut_parsed_closes (parsed, saying->parts[saying->n_parts - 1].end - 1) && !cut_parsed_opens (parsed, saying->parts[0].start))
    return;
  while (at < paragraph.end && (cut_parsed_get (parsed, at)->flags & CUT_PROSE_SENTENCE) == 0)
    at++;
  while (at < paragraph.end && cut_parsed_opens (parsed, at))
    {
      guint close = parsed->mates[at] == CUT_NO_TOKEN ? paragraph.end - 1 : parsed->mates[at];

      if (close >= limit || (close + 1 < paragraph.end && (cut_parsed_get (parsed, close + 1)->flags & CUT_PROSE_SENTENCE) == 0))
        return;
      cut_saying_add_part (saying, (CutRange){ at, close + 1 });
      at = close + 1;
    }
  if (at < paragraph.end)
    return;
  while (at < parsed->tokens->n && at < limit)
    {
      paragraph = cut_parsed_get_paragraph (parsed, at);
      if (!is_quotation (parsed, paragraph.start, paragraph.end) || paragraph.end > limit)
        return;
      cut_saying_add_part (saying, paragraph);
      at = paragraph.end;
    }
}

void
cut_sayings_choose (const CutParsed *parsed,
                    GArray          *sayings)
{
  guint kept = 0;

  g_array_sort (sayings, compare);
  for (guint i = 0; i < sayings->len; i++)
    {
      CutSaying *saying = &g_array_index (sayings, CutSaying, i);
      gboolean good = TRUE;

      for (guint back = kept; good && back > 0 && back + 12 > kept; back--)
        good = !clashes (&g_array_index (sayings, CutSaying, back - 1), saying);
      if (good)
        g_array_index (sayings, CutSaying, kept++) = *saying;
    }
  g_array_set_size (sayings, kept);
  for (guint i = 0; i < kept; i++)
    go_on (parsed, &g_array_index (sayings, CutSaying, i), i + 1 < kept ? cut_saying_get_start (&g_array_index (sayings, CutSaying, i + 1)) : parsed->tokens->n);
  g_array_sort (sayings, compare_contents);
}

GArray *
cut_sayings_new (const CutParsed *parsed)
{
  GArray *sayings = g_array_new (FALSE, FALSE, sizeof (CutSaying));

  cut_sayings_from_verbs (parsed, sayings);
  cut_sayings_from_words (parsed, sayings);
  cut_sayings_choose (parsed, sayings);
  return sayings;
}

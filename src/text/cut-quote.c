/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-grapheme.h"
#include "cut-limits.h"

#define LONGEST_CONTEXT 256
#define LONGEST_COMPARED 1024 /* code points of another program's context */
#define MOST_PLACES 20000     /* of the same words, over which their context is compared */

static gboolean
is_unique (const char *text,
           const char *from,
           const char *to)
{
  g_autofree char *words = g_strndup (from, (gsize) (to - from));
  const char *hit = strstr (text, words);

  return hit == NULL || strstr (hit + 1, words) == NULL;
}

CutSelector *
cut_quote_make (const char      *text,
                const CutIndex  *index,
                guint            start,
                guint            end,
                GError         **error)
{
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  guint length = cut_index_get_length (index);
  guint before, after;

  if (start >= end || end > length)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
                   _("There are no words from %u to %u in this text"), start, end);
      return NULL;
    }
  cut_grapheme_widen (text, index, &start, &end);
  for (guint context = CUT_LIMIT_CONTEXT;; context *= 2)
    {
      before = start > context ? start - context : 0;
      after = MIN (length, end + context);
      cut_grapheme_widen (text, index, &before, &after);
      if (context >= LONGEST_CONTEXT || is_unique (text, cut_index_to_pointer (index, before),
                                                   cut_index_to_pointer (index, after)))
        break;
    }
  exact = cut_index_slice (index, start, end);
  prefix = cut_index_slice (index, before, start);
  suffix = cut_index_slice (index, end, after);
  return cut_selector_new (start, end, exact, prefix, suffix);
}

/* How many characters of the context agree, counted from the quote outwards. */
static guint
agreeing_before (const char *text,
                 const char *at,
                 const char *prefix)
{
  const char *p = prefix + strlen (prefix);
  guint n = 0;

  for (; p > prefix && at > text && n < LONGEST_COMPARED; n++)
    {
      p = g_utf8_prev_char (p);
      at = g_utf8_prev_char (at);
      if (g_utf8_get_char (p) != g_utf8_get_char (at))
        break;
    }
  return n;
}

static guint
agreeing_after (const char *at,
                const char *suffix)
{
  guint n = 0;

  for (; *suffix != '\0' && n < LONGEST_COMPARED && g_utf8_get_char (suffix) == g_utf8_get_char (at); n++)
    {
      suffix = g_utf8_next_char (suffix);
      at = g_utf8_next_char (at);
    }
  return n;
}

/* Whether the quote stands at @at with the whole of its context. */
static gboolean
stands_at (const char        *text,
           const char        *at,
           const CutSelector *selector)
{
  gsize before = strlen (selector->prefix);

  return (gsize) (at - text) >= before && strncmp (at - before, selector->prefix, before) == 0 &&
         g_str_has_prefix (at, selector->exact) && g_str_has_prefix (at + strlen (selector->exact), selector->suffix);
}

typedef struct
{
  const char *at;
  guint agreement;
  guint distance; /* from the position; 0 when there is none */
  gboolean tied;
} Best;

static void
consider (Best       *best,
          const char *at,
          guint       agreement,
          guint       distance)
{
  if (best->at != NULL &&
      (agreement < best->agreement || (agreement == best->agreement && distance > best->distance)))
    return;
  best->tied = best->at != NULL && agreement == best->agreement && distance == best->distance;
  best->at = at;
  best->agreement = agreement;
  best->distance = distance;
}

/* The table of Knuth, Morris and Pratt: for each length of a start of @words, that of the longest shorter start it
 * ends with. Looking anew behind each hit would take the square of a text that repeats one letter. */
static gsize *
make_borders (const char *words,
              gsize       length)
{
  gsize *borders = g_new0 (gsize, length + 1);
  gsize border = 0;

  for (gsize i = 1; i < length; i++)
    {
      while (border > 0 && words[i] != words[border])
        border = borders[border];
      if (words[i] == words[border])
        border++;
      borders[i + 1] = border;
    }
  return borders;
}

/* Every place of the words, overlapping ones too. Returns: FALSE when they are too many to tell apart */
static gboolean
consider_all (const char        *text,
              const CutIndex    *index,
              const CutSelector *selector,
              gboolean           has_position,
              Best              *best)
{
  gsize length = strlen (selector->exact);
  g_autofree gsize *borders = make_borders (selector->exact, length);
  gsize matched = 0;
  guint hits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      while (matched > 0 && *p != selector->exact[matched])
        matched = borders[matched];
      if (*p == selector->exact[matched])
        matched++;
      if (matched < length)
        continue;
      {
        const char *hit = p + 1 - length;
        guint offset = cut_index_to_offset (index, hit);
        guint distance = offset > selector->start ? offset - selector->start : selector->start - offset;

        consider (best, hit, agreeing_before (text, hit, selector->prefix) + agreeing_after (p + 1, selector->suffix),
                  has_position ? distance : 0);
      }
      matched = borders[matched];
      if (++hits > MOST_PLACES)
        break;
    }
  return hits <= MOST_PLACES;
}

gboolean
cut_quote_find (const char        *text,
                const CutIndex    *index,
                const CutSelector *selector,
                gboolean           has_position,
                guint             *start,
                guint             *end)
{
  Best best = { NULL, 0, 0, FALSE };
  guint length = (guint) g_utf8_strlen (selector->exact, -1);

  if (length == 0)
    return FALSE;
  if (has_position && stands_at (text, cut_index_to_pointer (index, selector->start), selector))
    best.at = cut_index_to_pointer (index, selector->start);
  else if (!consider_all (text, index, selector, has_position, &best) || best.at == NULL || best.tied)
    return FALSE;
  *start = cut_index_to_offset (index, best.at);
  *end = *start + length;
  return TRUE;
}

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

  for (; p > prefix && at > text; n++)
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

  for (; *suffix != '\0' && g_utf8_get_char (suffix) == g_utf8_get_char (at); n++)
    {
      suffix = g_utf8_next_char (suffix);
      at = g_utf8_next_char (at);
    }
  return n;
}

typedef struct
{
  const char *at;
  guint agreement;
  guint distance;
  gboolean tied;
} Best;

static void
consider (Best       *best,
          const char *at,
          guint       agreement,
          guint       distance)
{
  if (best->at != NULL && agreement < best->agreement)
    return;
  if (best->at != NULL && agreement == best->agreement)
    {
      best->tied = TRUE;
      if (distance >= best->distance)
        return;
    }
  else
    best->tied = FALSE;
  best->at = at;
  best->agreement = agreement;
  best->distance = distance;
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
  guint quote_length = (guint) g_utf8_strlen (selector->exact, -1);
  gsize quote_bytes = strlen (selector->exact);

  if (quote_length == 0)
    return FALSE;
  for (const char *hit = strstr (text, selector->exact); hit != NULL;
       hit = strstr (g_utf8_next_char (hit), selector->exact))
    {
      guint offset = cut_index_to_offset (index, hit);
      guint distance = offset > selector->start ? offset - selector->start : selector->start - offset;
      guint agreement = agreeing_before (text, hit, selector->prefix) +
                        agreeing_after (hit + quote_bytes, selector->suffix);

      consider (&best, hit, agreement, has_position ? distance : 0);
    }
  if (best.at == NULL || (best.tied && !has_position))
    return FALSE;
  *start = cut_index_to_offset (index, best.at);
  *end = *start + quote_length;
  return TRUE;
}

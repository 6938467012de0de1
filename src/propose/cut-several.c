/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-several.h"

#define LOOK_BACK 60 /* tokens: two or three sentences */

/* Tokens, half-open. */
typedef struct
{
  guint from;
  guint to;
} Run;

static gboolean
is_class (const CutTokens *self,
          guint            i,
          guint64          classes)
{
  return cut_entry_is (self->tokens[i].entry, classes);
}

static gboolean
is_comma (const CutTokens *self,
          guint            i)
{
  return self->tokens[i].kind == CUT_PROSE_SIGN && self->tokens[i].sign == ',';
}

static gboolean
is_coordinator (const CutTokens *self,
                guint            i)
{
  return is_class (self, i, CUT_CLASS_BIT (CUT_CLASS_COORDINATOR)) && self->tokens[i].kind == CUT_PROSE_WORD;
}

static gboolean
is_name_word (const CutTokens *self,
              guint            i)
{
  return self->tokens[i].kind == CUT_PROSE_WORD && (self->tokens[i].flags & CUT_PROSE_CAPITAL) != 0
         && !is_class (self, i, CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_SUBJECT) | CUT_CLASS_BIT (CUT_CLASS_PREPOSITION));
}

static CutStretch
get_stretch (const CutTokens *self,
             Run              run)
{
  return (CutStretch) { self->tokens[run.from].start, self->tokens[run.to - 1].end };
}

/* "the tech companies" */
static gboolean
is_group (const CutTokens *self,
          Run              run)
{
  guint table = cut_language_get_table (self->language, "groups");

  return run.to - run.from >= 2 && is_class (self, run.from, CUT_CLASS_BIT (CUT_CLASS_ARTICLE)) && table != 0
         && cut_tokens_match (self, table, run.to - 1, run.to, NULL) != NULL;
}

/* "the ministry" */
static gboolean
is_party (const CutTokens *self,
          Run              run)
{
  const guint64 parties = CUT_CLASS_BIT (CUT_CLASS_BODY) | CUT_CLASS_BIT (CUT_CLASS_PERSON) | CUT_CLASS_BIT (CUT_CLASS_UNNAMED);

  return run.to - run.from >= 2 && is_class (self, run.from, CUT_CLASS_BIT (CUT_CLASS_ARTICLE))
         && is_class (self, run.to - 1, parties);
}

static gboolean
has_name (const CutTokens *self,
          Run              run)
{
  for (guint i = run.from; i < run.to; i++)
    if (is_name_word (self, i))
      return TRUE;
  return FALSE;
}

/* What a name of its own does not have in it. */
static gboolean
is_bound (const CutTokens *self,
          Run              run)
{
  const guint64 binding = CUT_CLASS_BIT (CUT_CLASS_PREPOSITION) | CUT_CLASS_BIT (CUT_CLASS_RELATIVE) | CUT_CLASS_BIT (CUT_CLASS_CLITIC)
                          | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE);

  for (guint i = run.from; i < run.to; i++)
    if (self->tokens[i].kind != CUT_PROSE_WORD || is_class (self, i, binding))
      return TRUE;
  return FALSE;
}

/* The parts between commas and coordinators; none where one of them is no name. */
static GArray *
split (const CutTokens *self,
       Run              whole)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Run));
  Run part = { whole.from, whole.from };

  for (guint i = whole.from; i <= whole.to; i++)
    {
      if (i < whole.to && !is_comma (self, i) && !is_coordinator (self, i))
        continue;
      part.to = i;
      if (part.to > part.from)
        {
          if (is_bound (self, part) || (!has_name (self, part) && !is_group (self, part) && !is_party (self, part)))
            return NULL;
          g_array_append_val (parts, part);
        }
      part.from = i + 1;
    }
  return parts->len > 0 ? g_steal_pointer (&parts) : NULL;
}

/* The names in a row that end before @end with "X and Y": their places, the last first. */
static GArray *
find_row (const CutTokens *self,
          guint            end)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (CutStretch));
  guint i = end;

  while (i > 0 && is_name_word (self, i - 1))
    {
      Run name = { i, i };
      CutStretch stretch;

      while (name.from > 0 && is_name_word (self, name.from - 1))
        name.from--;
      stretch = get_stretch (self, name);
      g_array_append_val (names, stretch);
      i = name.from;
      if (i > 1 && is_coordinator (self, i - 1) && is_comma (self, i - 2))
        i--;
      if (i == 0 || !(is_coordinator (self, i - 1) || (names->len > 1 && is_comma (self, i - 1))))
        break;
      i--;
    }
  return names->len > 1 ? g_steal_pointer (&names) : NULL;
}

/* Who a group is: the names that stood in a row last before it. */
static GArray *
find_members (const CutTokens *self,
              guint            before)
{
  guint first = before > LOOK_BACK ? before - LOOK_BACK : 0;

  for (guint i = before; i > first; i--)
    if (is_name_word (self, i - 1) && (i == before || !is_name_word (self, i)))
      {
        GArray *names = find_row (self, i);

        if (names != NULL)
          return names;
      }
  return NULL;
}

static void
add_part (const CutTokens *self,
          Run              part,
          guint            before,
          GArray          *names)
{
  g_autoptr (GArray) members = is_group (self, part) ? find_members (self, before) : NULL;
  CutStretch stretch = get_stretch (self, part);

  for (guint i = members != NULL ? members->len : 0; i > 0; i--)
    g_array_append_val (names, g_array_index (members, CutStretch, i - 1));
  if (members == NULL)
    g_array_append_val (names, stretch);
}

/* The first token that begins at or behind @offset. */
static guint
find_token (const CutTokens *self,
            guint            offset)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
cut_several_names (const CutTokens  *tokens,
                   const CutStretch *source)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (CutStretch));
  Run whole = { find_token (tokens, source->start), find_token (tokens, source->end) };
  g_autoptr (GArray) parts = whole.to > whole.from ? split (tokens, whole) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_part (tokens, g_array_index (parts, Run, i), whole.from, names);
  if (names->len == 0)
    g_array_append_val (names, *source);
  return names;
}

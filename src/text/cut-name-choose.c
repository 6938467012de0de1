/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-matcher-private.h"

#include <string.h>

/* Candidates become matches: the longest of those that overlap, then short forms of those who are named in full. */

typedef struct
{
  CutNameLook *look;
  GHashTable *named; /* (element-type gint64): owners named in full */
  GArray *matches;   /* (element-type CutNameMatch) */
} Choice;

/* Who is meant. */

static gboolean
counts (const Choice         *self,
        const CutNamePattern *pattern,
        guint8                forms)
{
  return (forms & (1U << pattern->form)) != 0 &&
         (pattern->form == CUT_NAME_FULL || g_hash_table_contains (self->named, &pattern->owner));
}

/* The last stop of an abbreviation with stops is its own, also where it ends the sentence. */
static guint
get_end (const Choice           *self,
         const CutNameCandidate *candidate)
{
  const char *last = self->look->text + candidate->end - 1;

  return candidate->end - candidate->start > 2 && last[-1] == '.' && last[1] == '.' ? candidate->end + 1 : candidate->end;
}

/* An owner may have two patterns that fit one place. */
static void
add_owner (const Choice           *self,
           GArray                 *owners,
           const CutNameCandidate *candidate,
           const CutNamePattern   *pattern)
{
  CutNameMatch match = { candidate->start, get_end (self, candidate), pattern->owner, pattern->form != CUT_NAME_FULL, FALSE };

  for (guint i = 0; i < owners->len; i++)
    {
      CutNameMatch *other = &g_array_index (owners, CutNameMatch, i);

      if (other->owner == match.owner)
        {
          other->is_short = other->is_short && match.is_short;
          return;
        }
    }
  g_array_append_val (owners, match);
}

static const CutNamePattern *
get_pattern (const Choice *self,
             guint32       number)
{
  return &g_array_index (self->look->matcher->patterns, CutNamePattern, number);
}

static void
add_fitting (const Choice           *self,
             GArray                 *owners,
             const CutNameCandidate *candidate,
             const CutNamePattern   *pattern)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (CutNameWord));

  cut_name_table_split (self->look->matcher->table, self->look->text, candidate->start, candidate->end, TRUE, FALSE, words);
  for (;; pattern = get_pattern (self, pattern->next))
    {
      if (counts (self, pattern, candidate->forms) &&
          cut_name_fits (self->look, pattern->cased, (const CutNameWord *) (void *) words->data, words->len, candidate->stem,
                         candidate->upper))
        add_owner (self, owners, candidate, pattern);
      if (pattern->next == 0)
        return;
    }
}

/* Returns: (element-type CutNameMatch): everybody who may be meant */
static GArray *
list_owners (const Choice           *self,
             const CutNameCandidate *candidate)
{
  const CutNamePattern *first = get_pattern (self, g_array_index (self->look->matcher->nodes, CutNameNode, candidate->node).pattern);
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (CutNameMatch));

  /* One alone fits: it would be no candidate else. */
  if (first->next != 0)
    add_fitting (self, owners, candidate, first);
  else if (counts (self, first, candidate->forms))
    add_owner (self, owners, candidate, first);
  return owners;
}

/* Which of those that overlap. */

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const CutNameCandidate *left = a;
  const CutNameCandidate *right = b;
  guint32 lengths[2] = { left->end - left->start, right->end - right->start };

  if (lengths[0] != lengths[1])
    return lengths[0] > lengths[1] ? -1 : 1;
  return (left->start > right->start) - (left->start < right->start);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const CutNameCandidate *left = a;
  const CutNameCandidate *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* The bytes that are taken are marked: no name has more than 32 words, so that this is linear in the text. */
static void
take_longest (CutNameCandidate *candidates,
              guint             n,
              guint32           end,
              GArray           *taken)
{
  guint32 start = candidates[0].start;
  g_autofree guint8 *marks = g_malloc0 (end - start);
  guint from = taken->len;

  qsort (candidates, n, sizeof *candidates, compare_lengths);
  for (guint i = 0; i < n; i++)
    {
      guint8 *place = marks + (candidates[i].start - start);
      gsize length = candidates[i].end - candidates[i].start;

      if (memchr (place, 1, length) != NULL)
        continue;
      memset (place, 1, length);
      g_array_append_val (taken, candidates[i]);
    }
  qsort (&g_array_index (taken, CutNameCandidate, from), taken->len - from, sizeof (CutNameCandidate), compare_starts);
}

/* @candidates: in order of start; its own order is lost. Returns: (element-type CutNameCandidate): in order of start */
static GArray *
resolve (GArray *candidates)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CutNameCandidate));
  guint i = 0;

  while (i < candidates->len)
    {
      CutNameCandidate *first = &g_array_index (candidates, CutNameCandidate, i);
      guint32 end = first->end;
      guint n = 1;

      for (; i + n < candidates->len && first[n].start < end; n++)
        end = MAX (end, first[n].end);
      if (n == 1)
        g_array_append_val (taken, *first);
      else
        take_longest (first, n, end, taken);
      i += n;
    }
  return taken;
}

/* Full names. */

static GArray *
list_full (const Choice *self)
{
  GArray *full = g_array_new (FALSE, FALSE, sizeof (CutNameCandidate));
  GArray *all = self->look->candidates;

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, CutNameCandidate, i).forms & (1U << CUT_NAME_FULL))
      g_array_append_val (full, g_array_index (all, CutNameCandidate, i));
  return full;
}

static void
note_named (Choice                 *self,
            const CutNameCandidate *candidate)
{
  g_autoptr (GArray) owners = list_owners (self, candidate);

  for (guint i = 0; i < owners->len; i++)
    {
      const CutNameMatch *match = &g_array_index (owners, CutNameMatch, i);

      if (!match->is_short)
        g_hash_table_add (self->named, g_memdup2 (&match->owner, sizeof match->owner));
    }
}

/* Short forms, beside the full names that were @taken. */
static GArray *
list_short (const Choice *self,
            GArray       *taken)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CutNameCandidate));
  GArray *all = self->look->candidates;
  guint at = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const CutNameCandidate *candidate = &g_array_index (all, CutNameCandidate, i);
      g_autoptr (GArray) owners = NULL;

      while (at < taken->len && g_array_index (taken, CutNameCandidate, at).end <= candidate->start)
        at++;
      if ((candidate->forms & ~(1U << CUT_NAME_FULL)) == 0 ||
          (at < taken->len && g_array_index (taken, CutNameCandidate, at).start < candidate->end))
        continue;
      owners = list_owners (self, candidate);
      if (owners->len > 0)
        g_array_append_vals (list, candidate, 1);
    }
  return list;
}

static void
add_matches (Choice *self,
             GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    {
      g_autoptr (GArray) owners = list_owners (self, &g_array_index (taken, CutNameCandidate, i));

      for (guint n = 0; owners->len > 1 && n < owners->len; n++)
        g_array_index (owners, CutNameMatch, n).ambiguous = TRUE;
      if (owners->len > 0)
        g_array_append_vals (self->matches, owners->data, owners->len);
    }
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const CutNameMatch *left = a;
  const CutNameMatch *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->owner > right->owner) - (left->owner < right->owner);
}

GArray *
cut_name_choose (CutNameLook *look)
{
  Choice self = { look, NULL, g_array_new (FALSE, FALSE, sizeof (CutNameMatch)) };
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GArray) full = NULL;
  g_autoptr (GArray) taken = NULL;
  g_autoptr (GArray) short_ones = NULL;
  g_autoptr (GArray) short_taken = NULL;

  if (look->candidates->len == 0)
    return self.matches;
  self.named = named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  full = list_full (&self);
  taken = resolve (full);
  for (guint i = 0; i < taken->len; i++)
    note_named (&self, &g_array_index (taken, CutNameCandidate, i));
  short_ones = g_hash_table_size (named) > 0 ? list_short (&self, taken) : NULL;
  short_taken = short_ones != NULL ? resolve (short_ones) : NULL;
  add_matches (&self, taken);
  if (short_taken != NULL)
    add_matches (&self, short_taken);
  g_array_sort (self.matches, compare_matches);
  return self.matches;
}

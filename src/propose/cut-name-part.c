/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-spans.h"

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)
/* Classes of words that are written with a small letter when they are no part of a name. */
#define ORDINARY                                                                                                                \
  (BIT (COMMON) | BIT (TITLE) | BIT (TITLE_PART) | BIT (PLACE_HEAD) | BIT (BODY_HEAD) | BIT (EVENT_HEAD) | BIT (LEAD)           \
   | BIT (PLACE_LEAD) | BIT (BODY_LEAD) | BIT (EVENT_LEAD) | BIT (SAYING) | BIT (ACT) | BIT (BEATING) | BIT (PLACE_NOUN)        \
   | BIT (BODY_NOUN) | BIT (BODY_AFTER) | BIT (PLACE_AFTER) | BIT (ROLE) | BIT (FUNCTION) | BIT (NO_NAME) | BIT (SPORT))

static gboolean
is_name (const CutNameRun *self,
         guint             k)
{
  return k < self->n && !self->units[k].link && !self->units[k].drop;
}

/* The last unit of the name that @k belongs to, as far as it is parted by now. */
static guint
find_last (const CutNameRun *self,
           guint             k)
{
  while (is_name (self, k + 1) && !self->units[k + 1].apart)
    k++;
  return k;
}

static gboolean
is (const CutNameRun *self,
    guint             k,
    guint64           classes)
{
  return k < self->n && (self->units[k].classes & classes) != 0;
}

/* Whether a name that begins with @k is one of a body, a place or an event by its last word. */
static gboolean
ends_with_head (const CutNameRun *self,
                guint             k)
{
  guint last = find_last (self, k);

  return last > k && is (self, last, CUT_NAME_HEADS) && !is (self, last, BIT (GIVEN));
}

/* Openings of sentences, and headlines. */

static gboolean
is_ordinary (const CutNameText *words,
             const CutNameUnit  *unit)
{
  const CutNameType *type = cut_name_text_type (words, unit->first);

  if (unit->phrase)
    return FALSE;
  if ((unit->classes & CUT_NAME_KNOWN) != 0)
    return (unit->classes & ORDINARY) != 0 || type->n_lower > 0;
  return (unit->classes & ORDINARY) != 0 || type->n_lower > 0 || (unit->classes == BIT (COMMON));
}

/* Whether a word whose capital means nothing is one of a name all the same. */
static gboolean
is_name_anyway (const CutNameRun   *self,
                const CutNameText *words,
                guint               k)
{
  const CutNameUnit *unit = &self->units[k];
  const CutNameType *type = cut_name_text_type (words, unit->first);
  gboolean known = (unit->classes & CUT_NAME_KNOWN) != 0;
  gboolean alone = !is_name (self, k + 1);

  if (!is_ordinary (words, unit))
    return TRUE;
  if (type->n_capital > type->n_lower && ((unit->classes & ORDINARY) == 0 || type->n_capital > 1))
    return TRUE;
  if (known)
    return alone ? type->n_lower == 0 && (unit->classes & BIT (COMMON)) == 0
                 : (unit->classes & (BIT (GIVEN) | BIT (DEMONYM))) != 0 || type->n_lower == 0;
  return (unit->classes & (BIT (LEAD) | BIT (BODY_LEAD) | BIT (PLACE_LEAD) | BIT (EVENT_LEAD))) != 0
         && (ends_with_head (self, k) || (find_last (self, k) > k + 1 && !is (self, k + 1, BIT (GIVEN) | BIT (TITLE) | BIT (TITLE_PART))) || (is (self, k, BIT (PLACE_LEAD)) && type->n_capital > 0 && is (self, k + 1, CUT_NAME_PLACES)));
}

static gboolean
is_name_in_capitals (const CutNameRun   *self,
                     const CutNameText *words,
                     guint               k)
{
  const CutNameUnit *unit = &self->units[k];
  const CutNameType *type = cut_name_text_type (words, unit->first);

  if (unit->phrase)
    return TRUE;
  if (type->n_capital > 0 && type->n_capital >= type->n_lower && (unit->classes & (BIT (TITLE) | BIT (TITLE_PART))) == 0
      && ((unit->classes & BIT (COMMON)) == 0 || (unit->classes & CUT_NAME_KNOWN) != 0))
    return TRUE;
  if ((unit->classes & CUT_NAME_KNOWN) != 0)
    return !is_ordinary (words, unit);
  if ((unit->classes & CUT_NAME_HEADS) != 0)
    return type->n_capital > 0 && k > 0 && is (self, k - 1, CUT_NAME_PLACES | BIT (DEMONYM));
  return k > 0 && is_name (self, k - 1) && is (self, k - 1, BIT (GIVEN)) && !is_ordinary (words, unit);
}

/* A headline gives no word that is met nowhere else the benefit of the doubt. */
static gboolean
is_name_in_title (const CutNameRun   *self,
                  const CutNameText *words,
                  guint               k)
{
  const CutNameUnit *unit = &self->units[k];
  const guint64 known = CUT_NAME_KNOWN & ~BIT (SURNAME);

  if (!is_name_anyway (self, words, k))
    return FALSE;
  return unit->phrase || (unit->classes & CUT_NAME_KNOWN) != 0 || cut_name_text_type (words, unit->first)->n_capital > 0
         || (unit->flags & (CUT_NAME_CAPS | CUT_NAME_MIXED)) != 0 || (k > 0 && is (self, k - 1, known))
         || (is_name (self, k + 1) && is (self, k + 1, CUT_NAME_KNOWN | CUT_NAME_HEADS));
}

/* Where every noun has a capital, it says nothing; see `names/de.txt`. */
static gboolean
is_name_among_nouns (const CutNameRun   *self,
                     const CutNameText *words,
                     guint               k)
{
  const CutNameUnit *unit = &self->units[k];
  const CutNameType *type = cut_name_text_type (words, unit->first);
  gboolean behind = (k > 0 && is (self, k - 1, BIT (GIVEN) | BIT (TITLE) | BIT (BODY_NOUN) | BIT (PLACE_NOUN)))
                    || (k > 1 && is (self, k - 2, BIT (TITLE)) && self->units[k - 1].classes == 0);
  const guint64 ordinary = BIT (NOUN_END) | BIT (COMMON) | BIT (TITLE) | BIT (BODY_NOUN) | BIT (PLACE_NOUN) | BIT (ROLE);

  if (unit->phrase || (unit->classes & CUT_NAME_KNOWN) != 0 || (unit->flags & CUT_NAME_MIXED) != 0)
    return TRUE;
  if ((unit->flags & (CUT_NAME_CAPS | CUT_NAME_IN_CAPS)) == CUT_NAME_CAPS || (unit->flags & CUT_NAME_INITIAL) != 0)
    return TRUE;
  if ((unit->classes & (BIT (COMPANY_END) | BIT (SUFFIX))) != 0)
    return k > 0;
  if ((unit->classes & (BIT (BODY_HEAD) | BIT (LEAD))) != 0)
    return k + 1 < self->n || (k > 0 && is (self, k - 1, BIT (LEAD) | CUT_NAME_PLACES));
  if ((unit->classes & ordinary) != 0 || type->n_lower > 0)
    return FALSE;
  if (behind || type->n_named > 0 || is (self, k + 1, BIT (COMPANY_END)) || (is (self, k + 2, BIT (COMPANY_END)) && !self->units[k + 1].link))
    return TRUE;
  return cut_name_text_is (words, unit->end, BIT (SAYING)) || cut_name_text_is (words, unit->first - 1, BIT (SAYING));
}

static void
drop_nouns (CutNameRun         *self,
            const CutNameText *words)
{
  for (guint k = self->n; k-- > 0;)
    if (!self->units[k].link && !is (self, k, BIT (TITLE)))
      self->units[k].drop = !is_name_among_nouns (self, words, k);
  /* What begins or ends with a head needs a name beside it. */
  for (guint k = 0; k < self->n; k++)
    if (is_name (self, k) && is (self, k, BIT (BODY_HEAD) | BIT (LEAD)) && !is (self, k, CUT_NAME_KNOWN) && !self->units[k].phrase
        && !is_name (self, k + 1) && (k == 0 || !is_name (self, k - 1)) && !(k + 1 < self->n && self->units[k + 1].link))
      self->units[k].drop = TRUE;
}

/* "PORT SENNET (NPA) –": the place that a report is sent from stands in capitals where the line has small letters, all of its words. */
static gboolean
is_in_dateline (const CutNameRun  *self,
                const CutNameText *words,
                guint              k)
{
  return k + 1 < self->n && cut_name_text_has (words, self->units[k].first, CUT_NAME_LINE) && !self->units[k + 1].link &&
         (self->units[k].flags & (CUT_NAME_CAPS | CUT_NAME_IN_CAPS)) == CUT_NAME_CAPS &&
         (self->units[k + 1].flags & (CUT_NAME_CAPS | CUT_NAME_IN_CAPS)) == CUT_NAME_CAPS;
}

static void
drop_ordinary (CutNameRun         *self,
               const CutNameText *words)
{
  if (cut_name_lists_has_noun_capitals (words->lists))
    {
      drop_nouns (self, words);
      return;
    }
  for (guint k = self->n; k-- > 0;)
    {
      CutNameUnit *unit = &self->units[k];

      if (unit->link || (unit->classes & BIT (PARTICLE) && (unit->flags & CUT_NAME_CAPITAL) == 0))
        continue;
      if ((unit->flags & CUT_NAME_IN_CAPS) != 0)
        unit->drop = !is_name_in_capitals (self, words, k);
      else if ((unit->flags & CUT_NAME_IN_TITLE) != 0)
        unit->drop = !is_name_in_title (self, words, k);
      else if ((unit->flags & CUT_NAME_FRESH) != 0)
        unit->drop = !is_name_anyway (self, words, k) && !is_in_dateline (self, words, k);
    }
}

/* Titles. */

static gboolean
is_title (const CutNameRun *self,
          guint             k)
{
  const CutNameUnit *unit = &self->units[k];

  if (unit->link || unit->phrase || (unit->classes & BIT (TITLE)) == 0)
    return FALSE;
  if ((unit->classes & BIT (SURNAME)) != 0 && k > 0 && is_name (self, k - 1) && is (self, k - 1, BIT (GIVEN)) && !is_name (self, k + 1))
    return FALSE;
  return (unit->classes & BIT (LEAD)) == 0 || !ends_with_head (self, k);
}

/* "of State", "of Defense and …": what goes with a title behind it. */
static guint
skip_office (CutNameRun *self,
             guint       k)
{
  while (k + 1 < self->n && self->units[k].link && is (self, k, BIT (OF) | BIT (FOR) | BIT (AND)) && !self->units[k + 1].phrase
         && is (self, k + 1, BIT (TITLE_PART)))
    {
      self->units[k].drop = self->units[k + 1].drop = TRUE;
      k += 2;
    }
  return k;
}

static void
drop_title (CutNameRun *self,
            guint       k)
{
  guint next = k + 1;

  self->units[k].drop = TRUE;
  for (guint i = k; i-- > 0 && !self->units[i].link && !self->units[i].phrase && is (self, i, BIT (TITLE_PART) | BIT (TITLE));)
    self->units[i].drop = TRUE;
  next = skip_office (self, next);
  while (next < self->n && !self->units[next].link && !self->units[next].phrase && is (self, next, BIT (TITLE) | BIT (TITLE_PART))
         && !is (self, next, BIT (GIVEN)) && (is_name (self, next + 1) || is (self, next, BIT (TITLE))))
    self->units[next++].drop = TRUE;
  if (next < self->n && !self->units[next].link)
    self->units[next].titled = self->units[next].apart = TRUE;
}

static void
drop_titles (CutNameRun *self)
{
  for (guint k = 0; k < self->n; k++)
    if (is_title (self, k))
      drop_title (self, k);
}

/* Small words. */

/* "Department of", "Bank of", "Battle of": what "of" goes on with. */
static gboolean
takes_of (const CutNameRun *self,
          guint             k)
{
  return is (self, k, BIT (BODY_LEAD) | BIT (EVENT_LEAD) | BIT (PLACE_LEAD) | BIT (EVENT_HEAD) | BIT (BODY_HEAD))
         && !is (self, k, CUT_NAME_PLACES | BIT (GIVEN) | BIT (DEMONYM));
}

static guint
find_first (const CutNameRun *self,
            guint             k)
{
  const CutNameUnit *unit = &self->units[k];

  while (unit > self->units && !unit->apart && !unit[-1].drop)
    unit--;
  return (guint) (unit - self->units);
}

/* "Health and Human Services", "Food and Drug Administration" */
static gboolean
takes_and (const CutNameRun *self,
           guint             k)
{
  guint first = find_first (self, k - 1);
  gboolean ordinary = is (self, k - 1, BIT (COMMON) | BIT (TITLE_PART)) && is (self, k + 1, BIT (COMMON) | BIT (TITLE_PART))
                      && !is (self, k + 1, CUT_NAME_BODIES) && !self->units[k + 1].phrase;

  if (!ordinary)
    return FALSE;
  for (guint i = first; i < k; i++)
    if (self->units[i].link && is (self, i, BIT (OF) | BIT (FOR)) && !self->units[i].drop)
      return TRUE;
  return ends_with_head (self, k + 1) || is (self, k + 1, BIT (COMPANY_END));
}

static gboolean
takes_possessive (const CutNameRun *self,
                  guint             k)
{
  guint first = find_first (self, k - 1);

  return is (self, k + 1, CUT_NAME_HEADS) && !is_name (self, k + 2) && first + 1 < k && is (self, first, BIT (PLACE_LEAD));
}

static gboolean
joins (const CutNameRun   *self,
       const CutNameText *words,
       guint               k)
{
  const CutNameUnit *link = &self->units[k];

  if (k == 0 || !is_name (self, k - 1) || !is_name (self, k + 1) || self->units[k + 1].titled)
    return FALSE;
  if (cut_name_text_get (words, link->first)->kind == CUT_NAME_POSSESSIVE)
    return takes_possessive (self, k);
  if (cut_name_text_sign (words, link->first) != 0)
    return TRUE;
  if (is (self, k, BIT (AND)))
    return takes_and (self, k);
  if (is (self, k, BIT (FOR)))
    return is (self, k - 1, BIT (BODY_LEAD)) && !is (self, k + 1, BIT (GIVEN));
  if (is (self, k, BIT (OF)))
    return takes_of (self, k - 1);
  return is (self, k, BIT (PARTICLE)) && !is (self, k - 1, BIT (DEMONYM) | CUT_NAME_BODIES | BIT (COUNTRY)) && !is (self, k, BIT (FUNCTION));
}

static void
part_links (CutNameRun         *self,
            const CutNameText *words)
{
  for (guint k = 0; k < self->n; k++)
    if (self->units[k].link && !joins (self, words, k))
      {
        self->units[k].drop = TRUE;
        if (k + 1 < self->n)
          self->units[k + 1].apart = TRUE;
      }
}

/* Names beside each other. */

/* "German Klaus Kinkel" are two, "German Bundesbank" too, but "French Open" and "British Steel" are one. */
static gboolean
goes_on_behind_demonym (const CutNameRun *self,
                        guint             k)
{
  if (ends_with_head (self, k))
    return TRUE;
  return find_last (self, k) == k + 1 && is (self, k + 1, BIT (COMMON)) && !is (self, k + 1, BIT (GIVEN) | BIT (SURNAME) | BIT (TITLE_PART))
         && (self->units[k + 1].flags & (CUT_NAME_IN_CAPS | CUT_NAME_IN_TITLE)) == 0;
}

static gboolean
is_person_behind (const CutNameRun *self,
                  guint             k)
{
  return is (self, k, BIT (GIVEN)) && is_name (self, k + 1) && !is (self, k + 1, CUT_NAME_HEADS);
}

static void
part_neighbours (CutNameRun *self)
{
  for (guint k = 0; k + 1 < self->n; k++)
    {
      if (!is_name (self, k) || !is_name (self, k + 1) || is (self, k, BIT (GIVEN)))
        continue;
      if (is (self, k, BIT (DEMONYM)) && !goes_on_behind_demonym (self, k))
        self->units[k + 1].apart = TRUE;
      else if (is (self, k, CUT_NAME_PLACES) && is (self, k + 1, BIT (BODY)) && !is (self, k + 1, BIT (BODY_HEAD)))
        self->units[k + 1].apart = TRUE;
      else if (is (self, k, CUT_NAME_PLACES | BIT (BODY) | BIT (OTHER)) && !is (self, k, BIT (SURNAME)) && is_person_behind (self, k + 1))
        self->units[k + 1].apart = TRUE;
    }
}

void
cut_name_run_part (CutNameRun         *self,
                   const CutNameText *words)
{
  drop_ordinary (self, words);
  drop_titles (self);
  part_neighbours (self);
  part_links (self, words);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-spans.h"

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)

/* "US" is no pronoun, and "us" no country. */
static guint64
get_classes (const CutNameText *words,
             guint               i)
{
  const CutNameType *type = cut_name_text_type (words, i);
  guint64 caps = type->entry != NULL && cut_name_text_has (words, i, CUT_NAME_CAPS) ? type->entry->caps_classes : 0;

  if (caps == 0)
    return type->classes;
  if (cut_name_text_has (words, i, CUT_NAME_IN_CAPS) && (type->classes & (BIT (FUNCTION) | BIT (COMMON))) != 0)
    return type->classes;
  return caps | (type->classes & ~(BIT (FUNCTION) | BIT (COMMON) | BIT (NO_NAME)));
}

static const CutNameUnit *
get_last (const CutNameRun *self)
{
  return self->n > 0 && !self->units[self->n - 1].link ? &self->units[self->n - 1] : NULL;
}

static gboolean
is_after_given_name (const CutNameRun *self)
{
  const CutNameUnit *last = get_last (self);

  return last != NULL && ((last->classes & BIT (GIVEN)) != 0 || (last->flags & CUT_NAME_INITIAL) != 0)
         && (last->flags & CUT_NAME_IN_TITLE) == 0;
}

static gboolean
is_after_title (const CutNameRun *self)
{
  const CutNameUnit *last = get_last (self);

  return last != NULL && (last->classes & BIT (TITLE)) != 0;
}

/* "Will Smith" and "Theresa May", but not "Will he" and "in May". */
static gboolean
is_doubtful (const CutNameRun   *self,
             const CutNameText *words,
             guint               i,
             guint64             classes)
{
  gboolean month = (classes & BIT (MONTH)) != 0;

  if ((classes & (BIT (FUNCTION) | BIT (NO_NAME) | BIT (MONTH))) == 0)
    return FALSE;
  if (is_after_given_name (self) || (month && is_after_title (self)))
    return FALSE;
  if ((classes & BIT (LEAD)) != 0 && (classes & BIT (FUNCTION)) == 0)
    return !cut_name_text_is (words, i + 1, CUT_NAME_HEADS | BIT (LEAD));
  if ((classes & BIT (GIVEN)) == 0 || cut_name_text_is (words, i - 1, BIT (PLACE_BEFORE)))
    return TRUE;
  return !cut_name_text_has (words, i + 1, CUT_NAME_CAPITAL) || cut_name_text_has (words, i + 1, CUT_NAME_LINE)
         || cut_name_text_is (words, i + 1, BIT (FUNCTION) | BIT (NO_NAME) | BIT (MONTH));
}

/* "Boeing 747": the number belongs to the name, and makes it one of a thing. */
static void
take_number (CutNameRun         *self,
             const CutNameText *words)
{
  CutNameUnit *unit = &self->units[self->n - 1];
  const CutNameToken *next = unit->end < words->tokens->len ? cut_name_text_get (words, unit->end) : NULL;

  if (next == NULL || !cut_name_text_is (words, unit->end - 1, BIT (NUMBERED)) || next->kind != CUT_NAME_NUMBER || next->length > 4
      || (next->flags & (CUT_NAME_LINE | CUT_NAME_APART)) != 0 || !g_ascii_isdigit (words->text[next->at]))
    return;
  unit->end++;
  if ((unit->classes & BIT (TEAM)) == 0)
    unit->classes = BIT (OTHER);
  self->end = unit->end;
}

static gboolean
add_phrase (CutNameRun         *self,
            const CutNameText *words,
            guint               i)
{
  const CutNamePhrase *phrase = cut_name_text_phrase (words, i);
  CutNameUnit *unit = &self->units[self->n];

  if (phrase == NULL || !cut_name_text_has (words, i, CUT_NAME_CAPITAL))
    return FALSE;
  *unit = (CutNameUnit){ i, i + phrase->n, phrase->classes, cut_name_text_get (words, i)->flags, TRUE };
  self->n++;
  self->end = unit->end;
  take_number (self, words);
  return TRUE;
}

static gboolean
add_word (CutNameRun         *self,
          const CutNameText *words,
          guint               i)
{
  guint64 classes;

  if (cut_name_text_type (words, i) == NULL || !cut_name_text_has (words, i, CUT_NAME_CAPITAL))
    return FALSE;
  classes = get_classes (words, i);
  if (is_doubtful (self, words, i, classes))
    return FALSE;
  self->units[self->n++] = (CutNameUnit){ i, i + 1, classes, cut_name_text_get (words, i)->flags };
  self->end = i + 1;
  take_number (self, words);
  return TRUE;
}

static gboolean
is_name_word (const CutNameText *words,
              guint               i)
{
  return cut_name_text_type (words, i) != NULL && cut_name_text_has (words, i, CUT_NAME_CAPITAL)
         && !cut_name_text_has (words, i, CUT_NAME_LINE | CUT_NAME_APART | CUT_NAME_QUOTED)
         && !cut_name_text_is (words, i, BIT (FUNCTION) | BIT (NO_NAME));
}

/* Signs that stand within names: "&", the "'s" of "St. Mary's Hospital", the comma of ", Inc." */
static gboolean
is_linking_sign (const CutNameText *words,
                 guint               i)
{
  gunichar sign = cut_name_text_sign (words, i);

  if (cut_name_text_get (words, i)->kind == CUT_NAME_POSSESSIVE || sign == '&')
    return is_name_word (words, i + 1);
  return sign == ',' && is_name_word (words, i + 1) && cut_name_text_is (words, i + 1, BIT (COMPANY_END) | BIT (SUFFIX))
         && !cut_name_text_is (words, i + 1, BIT (COMMON));
}

/* How many tokens from @i on are small words as they stand within names. */
static guint
count_links (const CutNameText *words,
             guint               i)
{
  guint n = 0;

  if (i >= words->tokens->len || cut_name_text_has (words, i, CUT_NAME_LINE | CUT_NAME_APART))
    return 0;
  if (is_linking_sign (words, i))
    return 1;
  if (cut_name_text_has (words, i, CUT_NAME_CAPITAL))
    return 0;
  while (n < 3 && cut_name_text_is (words, i + n, BIT (OF) | BIT (AND) | BIT (FOR) | BIT (THE) | BIT (PARTICLE))
         && !cut_name_text_has (words, i + n, CUT_NAME_CAPITAL | CUT_NAME_LINE))
    n++;
  return n > 0 && is_name_word (words, i + n) && !cut_name_text_has (words, i + n, CUT_NAME_FRESH) ? n : 0;
}

static gboolean
add_links (CutNameRun         *self,
           const CutNameText *words,
           guint               i)
{
  guint n = self->n > 0 ? count_links (words, i) : 0;

  if (n == 0 || self->units[self->n - 1].link || self->n + 1 >= CUT_NAME_MAX_UNITS)
    return FALSE;
  self->units[self->n] = (CutNameUnit){ .first = i, .end = i + n, .link = TRUE };
  for (guint k = 0; k < n; k++)
    self->units[self->n].classes |= cut_name_text_type (words, i + k) != NULL ? cut_name_text_type (words, i + k)->classes : 0;
  self->n++;
  self->end = i + n;
  return TRUE;
}

/* "bin Laden", "van Gaal": a small word that begins a name. */
static gboolean
add_particle (CutNameRun         *self,
              const CutNameText *words,
              guint               i)
{
  if (self->n > 0 || !cut_name_text_is (words, i, BIT (PARTICLE)) || cut_name_text_is (words, i, BIT (FUNCTION) | BIT (OF))
      || cut_name_text_has (words, i, CUT_NAME_CAPITAL) || !is_name_word (words, i + 1))
    return FALSE;
  self->units[self->n++] = (CutNameUnit){ i, i + 1, BIT (PARTICLE), cut_name_text_get (words, i)->flags };
  self->end = i + 1;
  return TRUE;
}

void
cut_name_run_read (CutNameRun         *self,
                   const CutNameText *words,
                   guint               i)
{
  self->n = 0;
  self->end = i;
  while (self->end < words->tokens->len && self->n < CUT_NAME_MAX_UNITS)
    {
      guint at = self->end;

      if (self->n > 0 && cut_name_text_has (words, at, CUT_NAME_LINE | CUT_NAME_APART | CUT_NAME_QUOTED))
        break;
      if (!add_phrase (self, words, at) && !add_word (self, words, at) && !add_links (self, words, at) && !add_particle (self, words, at))
        break;
    }
  while (self->n > 0 && self->units[self->n - 1].link)
    self->n--;
  self->end = MAX (self->end, i + 1);
}

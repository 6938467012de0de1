/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-kinds.h"

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)

#define PERSON CUT_NAME_KIND_PERSON
#define BODY CUT_NAME_KIND_ORGANIZATION
#define PLACE CUT_NAME_KIND_PLACE
#define OTHER CUT_NAME_KIND_OTHER

/* A rule: what a word of one of the classes beside a name says of its kind. */
typedef struct
{
  guint64 classes;
  CutNameNameKind kind;
  double weight;
} Rule;

static const Rule rules_before[] = {
  { BIT (ROLE), PERSON, 3 },
  { BIT (BODY_NOUN), BODY, 2 },
  { BIT (PLACE_NOUN), PLACE, 2.5 },
  { BIT (PLACE_IN), PLACE, 2 },
  { BIT (PLACE_BEFORE), PLACE, 0.7 },
  { BIT (THE), BODY, 0.7 },
  { BIT (THE), OTHER, 0.4 },
};

static const Rule rules_behind[] = {
  { BIT (SAYING), PERSON, 1.5 },
  { BIT (SAYING), BODY, 0.5 },
  { BIT (ACT), BODY, 1 },
  { BIT (BODY_AFTER), BODY, 2 },
  { BIT (BODY_NOUN), BODY, 1 },
  { BIT (ROLE), BODY, 1 },
  { BIT (PLACE_AFTER), PLACE, 1.5 },
  { BIT (PLACE_NOUN), PLACE, 2.5 },
  { BIT (PEOPLE_AFTER), OTHER, 2.5 },
};

static void
apply (const CutNameText *words,
       const Rule         *rules,
       guint               n_rules,
       guint               i,
       double             *score)
{
  const CutNameType *type = cut_name_text_type (words, i);

  for (guint k = 0; type != NULL && k < n_rules; k++)
    if ((type->classes & rules[k].classes) != 0)
      score[rules[k].kind] += rules[k].weight;
}

/* "the city of …", "president of …", "a spokesman for …" */
static void
look_before (const CutNameText *words,
             const CutNameSpan  *span,
             double             *score)
{
  guint i = span->first - 1;

  if (i >= words->tokens->len || cut_name_text_has (words, span->first, CUT_NAME_LINE))
    return;
  if (!cut_name_text_has (words, i, CUT_NAME_CAPITAL) || cut_name_text_has (words, i, CUT_NAME_FRESH))
    apply (words, rules_before, G_N_ELEMENTS (rules_before), i, score);
  if (cut_name_text_is (words, i, BIT (THE)) && (span->all & (BIT (SURNAME) | BIT (GIVEN))) == 0)
    score[PERSON] -= 2;
  if (cut_name_text_is (words, i, BIT (OF)) && cut_name_text_is (words, i - 1, BIT (PLACE_NOUN)))
    score[PLACE] += 3;
  else if (cut_name_text_is (words, i, BIT (OF) | BIT (FOR)) && cut_name_text_is (words, i - 1, BIT (ROLE)))
    {
      score[BODY] += 1.2;
      score[PLACE] += 1;
    }
  else if (cut_name_text_is (words, i, BIT (OF)) && cut_name_text_has (words, i - 1, CUT_NAME_CAPITAL))
    score[PLACE] += 1.5;
  else if (cut_name_text_is (words, i, BIT (PLACE_BEFORE) | BIT (WITH)) && cut_name_text_is (words, i - 1, BIT (ROLE)))
    score[BODY] += 2.5;
  else if (cut_name_text_is (words, i, BIT (THE)) && cut_name_text_is (words, i - 1, BIT (BEATING)))
    score[OTHER] += 1;
}

static gboolean
is_age (const CutNameText *words,
        guint               i)
{
  const CutNameToken *token = i < words->tokens->len ? cut_name_text_get (words, i) : NULL;

  return token != NULL && token->kind == CUT_NAME_NUMBER && token->length == 2 && g_ascii_isdigit (words->text[token->at])
         && g_ascii_isdigit (words->text[token->at + 1]);
}

/* "…, 43,", "…, a lawyer", "…, who", "…, Texas" */
static void
look_behind_comma (const CutNameText *words,
                   guint               i,
                   double             *score)
{
  if (is_age (words, i) && cut_name_text_sign (words, i + 1) != 0)
    score[PERSON] += 4;
  else if (cut_name_text_is (words, i, BIT (ROLE) | BIT (TITLE)) && !cut_name_text_has (words, i, CUT_NAME_CAPITAL)
           && !cut_name_text_has (words, i + 1, CUT_NAME_CAPITAL))
    score[PERSON] += 2.5;
  else if (cut_name_text_is (words, i, BIT (FUNCTION)) && cut_name_text_is (words, i + 1, BIT (ROLE)))
    score[PERSON] += 2.5;
  else if (cut_name_text_is (words, i, BIT (FUNCTION)) && cut_name_text_is (words, i + 1, BIT (BODY_NOUN)))
    score[BODY] += 2;
  else if (cut_name_text_is (words, i, CUT_NAME_PLACES) && cut_name_text_has (words, i, CUT_NAME_CAPITAL))
    score[PLACE] += 2;
}

static gboolean
is_word (const CutNameText *words,
         guint               i,
         const char         *word)
{
  const CutNameType *type = cut_name_text_type (words, i);

  return type != NULL && type->entry != NULL && g_str_equal (type->entry->word, word);
}

static void
look_behind (const CutNameText *words,
             const CutNameSpan  *span,
             double             *score)
{
  guint i = span->end;

  if (i >= words->tokens->len || cut_name_text_has (words, i, CUT_NAME_LINE))
    return;
  if (cut_name_text_sign (words, i) == ',')
    look_behind_comma (words, i + 1, score);
  else if (cut_name_text_sign (words, i) == '-' && cut_name_text_has (words, i, CUT_NAME_JOINED))
    score[is_word (words, i + 1, "based") || is_word (words, i + 1, "born") ? PLACE : BODY] += 1.5;
  else if (cut_name_text_get (words, i)->kind == CUT_NAME_POSSESSIVE)
    apply (words, rules_behind, G_N_ELEMENTS (rules_behind), i + 1, score);
  else if (!cut_name_text_has (words, i, CUT_NAME_CAPITAL))
    apply (words, rules_behind, G_N_ELEMENTS (rules_behind), i, score);
  if (is_word (words, i, "who") || is_word (words, i + 1, "who") || is_word (words, i + 1, "whose"))
    score[PERSON] += 2;
}

/* Sport: towns are clubs in results, and who has a country in brackets is a person. */

static gboolean
is_number (const CutNameText *words,
           guint               i)
{
  return i < words->tokens->len && cut_name_text_get (words, i)->kind == CUT_NAME_NUMBER;
}

/* "1996-08-30" */
static gboolean
is_date (const CutNameText *words,
         guint               i)
{
  return is_number (words, i) && cut_name_text_get (words, i)->length == 10;
}

/* "LONDON 1996-08-30", "PARIS (Reuters)" */
static gboolean
is_dateline (const CutNameText *words,
             const CutNameSpan  *span)
{
  gunichar sign = cut_name_text_sign (words, span->end);

  return cut_name_text_has (words, span->first, CUT_NAME_LINE) && cut_name_text_has (words, span->end - 1, CUT_NAME_CAPS)
         && !cut_name_text_has (words, span->first, CUT_NAME_IN_CAPS)
         && (is_date (words, span->end) || sign == '(' || sign == ',' || sign == '-' || sign == 0x2014 || sign == 0x2013);
}

/* "Boston beat Toronto", "Boston at Toronto" */
static gboolean
is_opponent (const CutNameText *words,
             const CutNameSpan  *span)
{
  guint i = span->end;

  if (cut_name_text_has (words, i, CUT_NAME_LINE) || cut_name_text_is (words, span->first - 1, BIT (PLACE_IN)))
    return FALSE;
  if (cut_name_text_is (words, i, BIT (BEATING)) || cut_name_text_is (words, span->first - 1, BIT (BEATING)))
    return TRUE;
  if (cut_name_text_is (words, i, BIT (PLACE_BEFORE)) && cut_name_text_has (words, span->first, CUT_NAME_FRESH))
    return cut_name_text_is (words, i + 1, BIT (CITY));
  return cut_name_text_is (words, span->first - 1, BIT (PLACE_BEFORE)) && cut_name_text_is (words, span->first - 2, BIT (CITY))
         && cut_name_text_has (words, span->first - 2, CUT_NAME_FRESH);
}

static gboolean
is_in_table (const CutNameText *words,
             const CutNameSpan  *span)
{
  gboolean begins = cut_name_text_has (words, span->first, CUT_NAME_LINE | CUT_NAME_APART) || is_number (words, span->first - 1)
                    || cut_name_text_sign (words, span->first - 1) != 0;

  return begins && is_number (words, span->end) && !cut_name_text_has (words, span->end, CUT_NAME_LINE);
}

/* "b Croft 46", "Gough 10-0-43-1": of cricket */
static gboolean
is_player (const CutNameText *words,
           const CutNameSpan  *span)
{
  const CutNameToken *before = span->first > 0 ? cut_name_text_get (words, span->first - 1) : NULL;
  const CutNameToken *next = is_number (words, span->end) ? cut_name_text_get (words, span->end) : NULL;
  guint n = 0;

  if (before != NULL && before->kind == CUT_NAME_WORD && before->length == 1 && (before->flags & CUT_NAME_CAPITAL) == 0 && words->text[before->at] != 'a')
    return TRUE;
  for (guint i = 0; next != NULL && i < next->length; i++)
    n += words->text[next->at + i] == '-';
  return n > 1 && next->length != 10;
}

static void
look_at_sport (const CutNameText *words,
               const CutNameSpan  *span,
               double             *score)
{
  gboolean known = (span->all & (BIT (CITY) | BIT (REGION))) != 0;
  gboolean town = known || (span->all & CUT_NAME_KNOWN) == 0;

  if (!cut_name_text_are_sport (words) || is_dateline (words, span))
    return;
  if (is_player (words, span))
    {
      score[PERSON] += 4;
      return;
    }
  if ((span->all & BIT (TEAM)) != 0 && cut_name_text_is (words, span->first - 1, BIT (THE)))
    score[BODY] += 4;
  if ((span->all & (BIT (CITY) | BIT (REGION))) != 0 && cut_name_text_is (words, span->end, BIT (ROLE)))
    score[BODY] += 3;
  if (town && is_in_table (words, span))
    score[BODY] += known ? 5 : 1;
  else if (town && is_opponent (words, span))
    score[BODY] += known ? 4.5 : 0.5;
  if (cut_name_text_sign (words, span->end) == '(' && cut_name_text_is (words, span->end + 1, BIT (COUNTRY)))
    score[PERSON] += 2.5;
}

void
cut_name_around (const CutNameText *words,
                 const CutNameSpan  *span,
                 double             *score)
{
  if (span->titled)
    score[PERSON] += 4;
  look_before (words, span, score);
  look_behind (words, span, score);
  /* "US officials", "the China trade": countries act and have people, as bodies do. */
  if ((span->all & CUT_NAME_PLACES) != 0 && span->n == 1)
    score[BODY] /= 2;
  look_at_sport (words, span, score);
  if (is_dateline (words, span))
    score[PLACE] += 3;
}

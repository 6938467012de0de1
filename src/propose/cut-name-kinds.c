/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-kinds.h"

#include <string.h>

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)
#define MAX_WORDS 64
#define MOST_AROUND 6.0 /* what is around many spans counts no more than that */


#define PERSON CUT_NAME_KIND_PERSON
#define BODY CUT_NAME_KIND_ORGANIZATION
#define PLACE CUT_NAME_KIND_PLACE
#define OTHER CUT_NAME_KIND_OTHER

void
cut_name_key_free (CutNameKey *self)
{
  g_free (self->ids);
  g_free (self);
}

static guint
hash_key (gconstpointer data)
{
  return ((const CutNameKey *) data)->hash;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const CutNameKey *left = a;
  const CutNameKey *right = b;

  return left->n == right->n && memcmp (left->ids, right->ids, left->n * sizeof *left->ids) == 0;
}

/* What speaks for a kind in the name itself. */

static void
judge_person (const CutNameSpan *span,
              double            *score)
{
  gboolean headed = span->n > 1 && (span->tail & CUT_NAME_HEADS) != 0 && (span->tail & BIT (SURNAME)) == 0;

  if (span->n == 1)
    score[PERSON] += 0.6;
  else if (span->n < 4 && !headed)
    score[PERSON] += 1.4;
  if ((span->head & BIT (GIVEN)) != 0)
    score[PERSON] += span->n > 1 ? 3.5 : 2.2;
  if ((span->tail & BIT (SURNAME)) != 0)
    score[PERSON] += 2.5;
  if ((span->tail & BIT (SUFFIX)) != 0)
    score[PERSON] += 3;
}

static void
judge_body (const CutNameText *words,
            const CutNameSpan  *span,
            double             *score)
{
  gboolean several = span->n > 1;
  gboolean person = (span->head & BIT (GIVEN)) != 0 && (span->tail & BIT (SURNAME)) != 0;

  score[BODY] += 0.9;
  if ((span->all & CUT_NAME_BIT (CUT_NAME_BODY)) != 0)
    score[BODY] += several ? 2.5 : 4;
  if ((span->tail & BIT (TEAM)) != 0)
    score[BODY] += several || span->phrase ? 5 : cut_name_text_are_sport (words) ? 3.5 : 1;
  if (several && (span->tail & (BIT (COMPANY_END) | BIT (BODY_HEAD))) != 0 && !person)
    score[BODY] += 4.5;
  else if (several && (span->head & BIT (BODY_LEAD)) != 0)
    score[BODY] += 3.5;
  else if (several && (span->head & BIT (LEAD)) != 0 && (span->head & (BIT (PLACE_LEAD) | BIT (GIVEN) | BIT (DEMONYM))) == 0)
    score[BODY] += 1.5;
  else if (several && (span->all & (BIT (BODY_HEAD) | BIT (COMPANY_END))) != 0)
    score[BODY] += 1.5;
  else if (!several && (span->head & BIT (BODY_HEAD)) != 0)
    score[BODY] += 1;
}

static void
judge_place (const CutNameSpan *span,
             double            *score)
{
  gboolean several = span->n > 1;
  gboolean person = (span->head & BIT (GIVEN)) != 0 && (span->tail & BIT (SURNAME)) != 0;

  score[PLACE] += 0.6;
  if (!several && (span->all & CUT_NAME_PLACES) != 0)
    score[PLACE] += (span->all & (BIT (GIVEN) | BIT (SURNAME))) != 0 && !span->phrase ? 2.8 : 4;
  if (several && (span->tail & BIT (PLACE_HEAD)) != 0 && !person)
    score[PLACE] += 4.2;
  if (several && (span->head & BIT (PLACE_LEAD)) != 0)
    score[PLACE] += (span->tail & CUT_NAME_PLACES) != 0 ? 4 : 1.5;
  else if (several && (span->tail & CUT_NAME_PLACES) != 0)
    score[PLACE] += 1;
}

static void
judge_other (const CutNameSpan *span,
             double            *score)
{
  gboolean several = span->n > 1;

  if (!several && (span->all & BIT (DEMONYM)) != 0)
    score[OTHER] += 9;
  if ((span->all & CUT_NAME_BIT (CUT_NAME_OTHER)) != 0)
    score[OTHER] += several ? 3 : 4.5;
  if (several && (span->tail & BIT (EVENT_HEAD)) != 0 && (span->tail & BIT (SURNAME)) == 0)
    score[OTHER] += 4.4;
  if (several && (span->head & BIT (EVENT_LEAD)) != 0)
    score[OTHER] += 4.6;
  if (several && (span->tail & BIT (DEMONYM)) != 0)
    score[OTHER] += 2;
  if (span->quoted)
    score[OTHER] += 7;
}

/* "IBM", "J. K. Rowling", "Johnson & Johnson", "iPhone 6" */
static void
judge_shape (const CutNameText *words,
             const CutNameSpan  *span,
             double             *score)
{
  for (guint i = span->first; i < span->end; i++)
    {
      const CutNameToken *token = cut_name_text_get (words, i);

      if ((token->flags & CUT_NAME_INITIAL) != 0 && span->n > 1 && token->length < 6)
        score[PERSON] += 2.5;
      if (cut_name_text_sign (words, i) == '&')
        score[BODY] += 5;
      if (cut_name_text_is (words, i, BIT (PARTICLE)) && (token->flags & CUT_NAME_CAPITAL) == 0)
        score[PERSON] += 1.5;
    }
  if (span->n == 1 && (span->all & CUT_NAME_PLACES) == 0 && cut_name_text_has (words, span->first, CUT_NAME_CAPS) && !cut_name_text_has (words, span->first, CUT_NAME_IN_CAPS)
      && cut_name_text_get (words, span->first)->length < 7)
    score[BODY] += 2;
}

static void
judge_inside (const CutNameText *words,
              const CutNameSpan  *span,
              double             *score)
{
  judge_person (span, score);
  judge_body (words, span, score);
  judge_place (span, score);
  judge_other (span, score);
  judge_shape (words, span, score);
}

CutNameNameKind
cut_name_best (const double *inside,
               const double *around)
{
  CutNameNameKind best = CUT_NAME_KIND_PERSON;

  for (CutNameNameKind kind = 1; kind < CUT_NAME_N_KINDS; kind++)
    if (inside[kind] + around[kind] > inside[best] + around[best])
      best = kind;
  return best;
}

/* Keys. */

static void
read_key (const CutNameText *words,
          const CutNameSpan  *span,
          CutNameKey         *key)
{
  guint first = span->first;

  if (span->end - first > 1 && cut_name_text_is (words, first, BIT (THE)))
    first++;
  key->n = 0;
  key->hash = 0;
  for (guint i = first; i < span->end && key->n < MAX_WORDS; i++)
    {
      const CutNameToken *token = cut_name_text_get (words, i);
      guint id = token->kind == CUT_NAME_WORD ? token->type : token->type | 0x80000000u;

      key->ids[key->n++] = id;
      key->hash = (key->hash ^ id) * 16777619u;
    }
}

static CutNameKey *
add_key (GPtrArray        *keys,
         const CutNameKey *found,
         guint             span)
{
  CutNameKey *key = g_memdup2 (found, sizeof *found);

  key->ids = g_memdup2 (found->ids, found->n * sizeof *found->ids);
  key->span = span;
  key->group = keys->len;
  g_ptr_array_add (keys, key);
  return key;
}

static gboolean
shows_better (const CutNameText *words,
              const CutNameSpan  *span,
              const CutNameSpan  *other)
{
  const guint headline = CUT_NAME_IN_CAPS | CUT_NAME_CAPS;

  return cut_name_text_has (words, other->end - 1, headline) && !cut_name_text_has (words, span->end - 1, headline);
}

static void
add_span (const CutNameText *words,
          GArray             *spans,
          guint               i,
          CutNameKey         *key)
{
  CutNameSpan *span = &g_array_index (spans, CutNameSpan, i);
  double around[CUT_NAME_N_KINDS] = { 0 };

  if (key->n_spans++ == 0)
    judge_inside (words, span, key->inside);
  else if (shows_better (words, span, &g_array_index (spans, CutNameSpan, key->span)))
    key->span = i;
  span->key = key->group;
  cut_name_around (words, span, around);
  for (guint kind = 0; kind < CUT_NAME_N_KINDS; kind++)
    key->around[kind] += around[kind];
}

GPtrArray *
cut_name_keys_new (const CutNameText *words,
                   GArray             *spans)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_name_key_free);
  g_autoptr (GHashTable) table = g_hash_table_new (hash_key, equal_keys);
  guint ids[MAX_WORDS];

  for (guint i = 0; i < spans->len; i++)
    {
      CutNameKey found = { .ids = ids };
      CutNameKey *key;

      read_key (words, &g_array_index (spans, CutNameSpan, i), &found);
      key = g_hash_table_lookup (table, &found);
      if (key == NULL)
        {
          key = add_key (keys, &found, i);
          g_hash_table_add (table, key);
        }
      add_span (words, spans, i, key);
    }
  for (guint i = 0; i < keys->len; i++)
    {
      CutNameKey *key = g_ptr_array_index (keys, i);

      for (guint kind = 0; kind < CUT_NAME_N_KINDS; kind++)
        key->around[kind] = CLAMP (key->around[kind] * 2 / (key->n_spans + 1), -MOST_AROUND, MOST_AROUND);
      key->kind = cut_name_best (key->inside, key->around);
    }
  return keys;
}

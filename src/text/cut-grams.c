/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-grams.h"

#define FEWEST_BITS 8
#define MOST_BITS 20

struct _CutGrams
{
  guint *starts; /* (owned): of each bucket in places; one more than there are buckets */
  guint *places; /* (owned) */
  guint bits;
};

static guint
hash_gram (const gunichar *gram,
           guint           bits)
{
  guint64 hash = 0;

  for (guint i = 0; i < CUT_GRAM; i++)
    hash = (hash + gram[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> (64 - bits));
}

/* Counts, adds up, puts in: each bucket's places end up beside one another, in rising order. */
CutGrams *
cut_grams_new (const gunichar *chars,
               guint           length)
{
  CutGrams *self = g_new0 (CutGrams, 1);
  guint n = length >= CUT_GRAM ? length - CUT_GRAM + 1 : 0;
  gsize n_buckets;

  self->bits = CLAMP (g_bit_storage (n), FEWEST_BITS, MOST_BITS);
  n_buckets = (gsize) 1 << self->bits;
  self->starts = g_new0 (guint, n_buckets + 1);
  self->places = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->starts[hash_gram (chars + i, self->bits) + 1]++;
  for (gsize i = 0; i < n_buckets; i++)
    self->starts[i + 1] += self->starts[i];
  for (guint i = n; i-- > 0;)
    self->places[--self->starts[hash_gram (chars + i, self->bits) + 1]] = i;
  /* Each start was moved down to that of the bucket before: shift them back. */
  for (gsize i = 0; i < n_buckets; i++)
    self->starts[i] = self->starts[i + 1];
  self->starts[n_buckets] = n;
  return self;
}

void
cut_grams_free (CutGrams *self)
{
  g_free (self->starts);
  g_free (self->places);
  g_free (self);
}

const guint *
cut_grams_look_up (const CutGrams *self,
                   const gunichar *gram,
                   guint          *n)
{
  guint bucket = hash_gram (gram, self->bits);

  *n = self->starts[bucket + 1] - self->starts[bucket];
  return self->places + self->starts[bucket];
}

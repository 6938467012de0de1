/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-sketch.h"

#include <string.h>

#include "cut-folded.h"

#define SHINGLE_WORDS 4
/* So many of the smallest values are kept: the error of a share is about one over the root of it. */
#define MOST_VALUES 128
/* So many of them are looked up. A trimmed copy with a fifth of the text shares none of them once in 200 times. */
#define N_KEYS 24
/* A text with fewer shingles is a caption or a wall: much like many others, and copied from none. */
#define FEWEST_SHINGLES 24
/* A share of fewer values says nothing. */
#define FEWEST_SAMPLES 12

struct _CutSketch
{
  guint n_shingles;
  guint n_values;
  guint32 values[MOST_VALUES]; /* rising, each once */
};

/* Words. */

/* The last steps of MurmurHash3 (A. Appleby, public domain): every bit of @x counts in every bit of the result. */
static guint64
mix (guint64 x)
{
  x = (x ^ (x >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x = (x ^ (x >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

/* The hash of the word that starts at or after *@at, which moves behind it; FALSE at the end. */
static gboolean
next_word (const CutFolded *folded,
           guint           *at,
           guint64         *hash)
{
  guint i = *at;

  while (i < folded->length && !cut_folded_is_word (folded->chars[i]))
    i++;
  *hash = 0;
  for (guint first = i; i < folded->length && cut_folded_is_word (folded->chars[i]); i++)
    {
      gboolean alone = cut_folded_stands_alone (folded->chars[i]);

      if (alone && i > first)
        break;
      *hash = (*hash + folded->chars[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      if (alone)
        {
          i++;
          break;
        }
    }
  *at = i;
  *hash = mix (*hash);
  return *hash != 0;
}

static guint32
shingle_value (const guint64 *words,
               guint          last)
{
  guint64 sum = 0;

  for (guint i = 1; i <= SHINGLE_WORDS; i++)
    sum = (sum + words[(last + i) % SHINGLE_WORDS]) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (guint32) (mix (sum) >> 32);
}

static GArray *
collect_values (const CutFolded *folded)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 words[SHINGLE_WORDS] = { 0 };
  guint at = 0;

  for (guint n = 0; next_word (folded, &at, &words[n % SHINGLE_WORDS]); n++)
    if (n + 1 >= SHINGLE_WORDS)
      {
        guint32 value = shingle_value (words, n % SHINGLE_WORDS);

        g_array_append_val (values, value);
      }
  return values;
}

/* Making. */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static guint
drop_repeats (guint32 *values,
              guint    n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (kept == 0 || values[i] != values[kept - 1])
      values[kept++] = values[i];
  return kept;
}

CutSketch *
cut_sketch_new (const char *text)
{
  g_autoptr (CutFolded) folded = cut_folded_new (text);
  g_autoptr (GArray) values = collect_values (folded);
  CutSketch *self;
  guint n;

  g_array_sort (values, compare_values);
  n = drop_repeats ((guint32 *) (gpointer) values->data, values->len);
  if (n < FEWEST_SHINGLES)
    return NULL;
  self = g_new0 (CutSketch, 1);
  self->n_shingles = n;
  self->n_values = MIN (n, MOST_VALUES);
  memcpy (self->values, values->data, self->n_values * sizeof (guint32));
  return self;
}

CutSketch *
cut_sketch_copy (const CutSketch *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
cut_sketch_free (CutSketch *self)
{
  g_free (self);
}

guint
cut_sketch_get_n_shingles (const CutSketch *self)
{
  return self->n_shingles;
}

const guint32 *
cut_sketch_get_keys (const CutSketch *self,
                     guint           *n)
{
  *n = MIN (self->n_values, N_KEYS);
  return self->values;
}

/* Comparing. */

typedef struct
{
  guint both;
  guint only_self;
  guint only_other;
} Shares;

static gboolean
is_whole (const CutSketch *self)
{
  return self->n_shingles == self->n_values;
}

/* Up to here the values of both are all there. */
static guint32
common_border (const CutSketch *self,
               const CutSketch *other)
{
  guint32 border = G_MAXUINT32;

  if (!is_whole (self))
    border = MIN (border, self->values[self->n_values - 1]);
  if (!is_whole (other))
    border = MIN (border, other->values[other->n_values - 1]);
  return border;
}

static Shares
count_shares (const CutSketch *self,
              const CutSketch *other)
{
  guint32 border = common_border (self, other);
  Shares shares = { 0, 0, 0 };
  guint i = 0, j = 0;

  while (TRUE)
    {
      gboolean left = i < self->n_values && self->values[i] <= border;
      gboolean right = j < other->n_values && other->values[j] <= border;

      if (!left && !right)
        return shares;
      if (left && right && self->values[i] == other->values[j])
        {
          shares.both++;
          i++;
          j++;
        }
      else if (left && (!right || self->values[i] < other->values[j]))
        {
          shares.only_self++;
          i++;
        }
      else
        {
          shares.only_other++;
          j++;
        }
    }
}

CutLikeness
cut_sketch_compare (const CutSketch *self,
                    const CutSketch *other)
{
  Shares shares = count_shares (self, other);
  guint of_shorter = shares.both;
  CutLikeness likeness = { 0, 0 };

  if (self->n_shingles == other->n_shingles)
    of_shorter += MIN (shares.only_self, shares.only_other);
  else
    of_shorter += self->n_shingles < other->n_shingles ? shares.only_self : shares.only_other;
  if (of_shorter < FEWEST_SAMPLES)
    return likeness;
  likeness.resemblance = (double) shares.both / (double) (shares.both + shares.only_self + shares.only_other);
  likeness.containment = (double) shares.both / (double) of_shorter;
  return likeness;
}

/* Storing. */

GBytes *
cut_sketch_to_bytes (const CutSketch *self)
{
  g_autofree guint32 *packed = g_new (guint32, self->n_values);

  for (guint i = 0; i < self->n_values; i++)
    packed[i] = GUINT32_TO_LE (self->values[i]);
  return g_bytes_new_take (g_steal_pointer (&packed), self->n_values * sizeof (guint32));
}

CutSketch *
cut_sketch_from_bytes (const void *data,
                       gsize       length,
                       guint       n_shingles)
{
  g_autoptr (CutSketch) self = NULL;
  guint n = (guint) (length / sizeof (guint32));

  if (n_shingles < FEWEST_SHINGLES || length != n * sizeof (guint32) || n != MIN (n_shingles, MOST_VALUES))
    return NULL;
  self = g_new0 (CutSketch, 1);
  self->n_shingles = n_shingles;
  self->n_values = n;
  memcpy (self->values, data, length);
  for (guint i = 0; i < n; i++)
    {
      self->values[i] = GUINT32_FROM_LE (self->values[i]);
      if (i > 0 && self->values[i] <= self->values[i - 1])
        return NULL;
    }
  return g_steal_pointer (&self);
}

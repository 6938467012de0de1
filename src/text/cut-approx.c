/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-approx.h"

#include <string.h>

#define ROWS 64

/* One column of the table: the differences between a row and the one above it, as bits. */
typedef struct
{
  guint64 plus;
  guint64 minus;
} Block;

struct _CutPattern
{
  guint length;
  guint n_blocks;
  guint mask;        /* of the table of letters */
  gunichar *letters; /* (owned): open addressing; 0 is free */
  guint64 *rows;     /* (owned): n_blocks words a slot: the rows at which the letter stands */
  Block *blocks;     /* (owned): scratch */
};

static guint
find_slot (const CutPattern *self,
           gunichar          letter)
{
  guint slot = (letter * 0x9e3779b1u) & self->mask;

  while (self->letters[slot] != 0 && self->letters[slot] != letter)
    slot = (slot + 1) & self->mask;
  return slot;
}

CutPattern *
cut_pattern_new (const gunichar *chars,
                 guint           length,
                 gboolean        backwards)
{
  CutPattern *self = g_new0 (CutPattern, 1);
  guint n_slots = 1u << g_bit_storage (2 * MIN (length, 4096) + 1);

  while (n_slots < 2 * length)
    n_slots *= 2;
  self->length = length;
  self->n_blocks = (length + ROWS - 1) / ROWS;
  self->mask = n_slots - 1;
  self->letters = g_new0 (gunichar, n_slots);
  self->rows = g_new0 (guint64, (gsize) n_slots * MAX (self->n_blocks, 1));
  self->blocks = g_new (Block, MAX (self->n_blocks, 1));
  for (guint i = 0; i < length; i++)
    {
      gunichar letter = chars[backwards ? length - 1 - i : i];
      guint slot = find_slot (self, letter);

      self->letters[slot] = letter;
      self->rows[(gsize) slot * self->n_blocks + i / ROWS] |= (guint64) 1 << (i % ROWS);
    }
  return self;
}

void
cut_pattern_free (CutPattern *self)
{
  g_free (self->letters);
  g_free (self->rows);
  g_free (self->blocks);
  g_free (self);
}

/* @carry: the difference between this column and the one before in the row above the block: -1, 0 or 1.
 * Returns: the same for the row @last of the block */
static int
advance (Block   *block,
         guint64  equal,
         int      carry,
         guint    last)
{
  const guint64 bit = (guint64) 1 << last;
  guint64 vertical = equal | block->minus;
  guint64 diagonal, plus, minus;
  int out;

  equal |= carry < 0;
  diagonal = (((equal & block->plus) + block->plus) ^ block->plus) | equal;
  plus = block->minus | ~(diagonal | block->plus);
  minus = block->plus & diagonal;
  out = (plus & bit) != 0 ? 1 : (minus & bit) != 0 ? -1 : 0;
  plus = (plus << 1) | (carry > 0);
  minus = (minus << 1) | (carry < 0);
  block->plus = minus | ~(vertical | plus);
  block->minus = plus & vertical;
  return out;
}

static int
advance_column (CutPattern    *self,
                const guint64 *rows,
                int            carry)
{
  const guint n = self->n_blocks;

  for (guint i = 0; i + 1 < n; i++)
    carry = advance (&self->blocks[i], rows[i], carry, ROWS - 1);
  return advance (&self->blocks[n - 1], rows[n - 1], carry, (self->length - 1) % ROWS);
}

static guint
difference (guint a,
            guint b)
{
  return a > b ? a - b : b - a;
}

guint
cut_pattern_search (CutPattern     *self,
                    const gunichar *text,
                    guint           length,
                    gboolean        anchored,
                    gboolean        backwards,
                    guint          *end)
{
  guint score = self->length;
  guint best = score;

  *end = 0;
  if (self->length == 0)
    return 0;
  for (guint i = 0; i < self->n_blocks; i++)
    self->blocks[i] = (Block) { ~(guint64) 0, 0 };
  for (guint j = 0; j < length; j++)
    {
      gunichar letter = text[backwards ? length - 1 - j : j];

      score = (guint) ((int) score + advance_column (self, self->rows + (gsize) find_slot (self, letter) * self->n_blocks, anchored));
      if (score < best || (anchored && score == best && difference (j + 1, self->length) < difference (*end, self->length)))
        {
          best = score;
          *end = j + 1;
        }
    }
  return best;
}

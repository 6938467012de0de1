/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sieve.h"

#include <string.h>

#include "cut-fold.h"

/* Of most characters that are met the folded form is known beforehand. */
#define N_KNOWN 0x800
#define KNOWN_BYTES 6
#define UNKNOWN 0xff

typedef struct
{
  guint8 length;
  gint8 digit;
  char bytes[KNOWN_BYTES];
} Known;

typedef struct
{
  GPtrArray *words;     /* (element-type utf8) */
  GArray *numbers;      /* (element-type guint): parallel to the words */
  guint8 class_of[256]; /* bytes that no word has are of class 0 */
  guint n_classes;
  guint32 *next;        /* rows of n_classes: the state behind each class; a state is the place of its row */
  int *found;           /* by row: a number, or -1 */
  guint32 first_found;  /* from this state on something ends in every one */
  guint32 start;
} Automaton;

struct _CutSieve
{
  Automaton automata[CUT_N_SIFTINGS];
  gsize reach;
  guint8 plain[0x80]; /* letters and digits in lower case, else 0 */
  Known known[N_KNOWN];
};

/* Making. */

static void
know_characters (CutSieve *self)
{
  char bytes[CUT_FOLD_BYTES];

  for (gunichar c = 0; c < N_KNOWN; c++)
    {
      gsize length = cut_fold_character (c, bytes);

      if (c < 0x80)
        self->plain[c] = length == 1 && *bytes != ' ' ? (guint8) *bytes : 0;
      self->known[c].digit = (gint8) cut_fold_digit (c);
      self->known[c].length = length <= KNOWN_BYTES ? (guint8) length : UNKNOWN;
      if (length <= KNOWN_BYTES)
        memcpy (self->known[c].bytes, bytes, length);
    }
}

CutSieve *
cut_sieve_new (void)
{
  CutSieve *self = g_new0 (CutSieve, 1);

  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    {
      self->automata[i].words = g_ptr_array_new_with_free_func (g_free);
      self->automata[i].numbers = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  know_characters (self);
  return self;
}

void
cut_sieve_free (CutSieve *self)
{
  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    {
      g_ptr_array_unref (self->automata[i].words);
      g_array_unref (self->automata[i].numbers);
      g_free (self->automata[i].next);
      g_free (self->automata[i].found);
    }
  g_free (self);
}

void
cut_sieve_add (CutSieve  *self,
                CutSifting  finding,
                const char *word,
                guint       number)
{
  g_return_if_fail (*word != '\0');

  g_ptr_array_add (self->automata[finding].words, g_strdup (word));
  g_array_append_val (self->automata[finding].numbers, number);
  self->reach = MAX (self->reach, strlen (word));
}

static guint
class_bytes (Automaton *automaton)
{
  guint total = 1;

  automaton->n_classes = 1;
  for (guint i = 0; i < automaton->words->len; i++)
    for (const char *at = g_ptr_array_index (automaton->words, i); *at != '\0'; at++, total++)
      if (automaton->class_of[(guchar) *at] == 0)
        automaton->class_of[(guchar) *at] = (guint8) automaton->n_classes++;
  return total;
}

/* The words as a tree; 0 is where there is no branch yet. Returns: how many rows it has. */
static guint
plant (Automaton *automaton)
{
  guint n_rows = 1;

  for (guint i = 0; i < automaton->words->len; i++)
    {
      guint row = 0;

      for (const char *at = g_ptr_array_index (automaton->words, i); *at != '\0'; at++)
        {
          guint32 *branch = &automaton->next[row * automaton->n_classes + automaton->class_of[(guchar) *at]];

          if (*branch == 0)
            *branch = n_rows++;
          row = *branch;
        }
      if (automaton->found[row] < 0)
        automaton->found[row] = (int) g_array_index (automaton->numbers, guint, i);
    }
  return n_rows;
}

/* Gives every row the branches of the longest end of it that a word starts with, so that no byte is read twice. */
static void
graft (Automaton *automaton,
       guint      n_rows)
{
  g_autofree guint *fall = g_new0 (guint, n_rows);
  g_autofree guint *queue = g_new (guint, n_rows);
  guint n_queued = 1;

  queue[0] = 0;
  for (guint i = 0; i < n_queued; i++)
    for (guint class = 1; class < automaton->n_classes; class++)
      {
        guint row = queue[i];
        guint32 *branch = &automaton->next[row * automaton->n_classes + class];
        guint back = row == 0 ? 0 : automaton->next[fall[row] * automaton->n_classes + class];

        if (*branch == 0)
          {
            *branch = back;
            continue;
          }
        fall[*branch] = back;
        if (automaton->found[*branch] < 0)
          automaton->found[*branch] = automaton->found[back];
        queue[n_queued++] = *branch;
      }
}

/* Puts the rows in which something ends behind the others, and makes places of their numbers. */
static void
place_rows (Automaton *automaton,
            guint      n_rows)
{
  gsize width = automaton->n_classes;
  g_autofree guint32 *place = g_new (guint32, n_rows);
  guint32 *next = g_new (guint32, n_rows * width);
  int *found = g_new (int, n_rows);
  guint placed = 0;

  for (guint ends = 0; ends < 2; ends++)
    {
      automaton->first_found = (guint32) (placed * width);
      for (guint row = 0; row < n_rows; row++)
        if ((automaton->found[row] >= 0) == (ends == 1))
          {
            found[placed] = automaton->found[row];
            place[row] = placed++;
          }
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint class = 0; class < width; class++)
      next[place[row] * width + class] = (guint32) (place[automaton->next[row * width + class]] * width);
  g_free (automaton->next);
  g_free (automaton->found);
  automaton->next = next;
  automaton->found = found;
}

static void
build (Automaton *automaton)
{
  guint total = class_bytes (automaton);
  guint n_rows;

  automaton->next = g_new0 (guint32, (gsize) total * automaton->n_classes);
  automaton->found = g_new (int, total);
  for (guint i = 0; i < total; i++)
    automaton->found[i] = -1;
  n_rows = plant (automaton);
  graft (automaton, n_rows);
  place_rows (automaton, n_rows);
}

static inline guint32
step (const Automaton *automaton,
      guint32          state,
      guint8           byte)
{
  return automaton->next[state + automaton->class_of[byte]];
}

void
cut_sieve_build (CutSieve *self)
{
  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    build (&self->automata[i]);
  self->automata[CUT_SIFTING_WORDS].start = step (&self->automata[CUT_SIFTING_WORDS], 0, ' ');
}

gsize
cut_sieve_get_reach (const CutSieve *self)
{
  return self->reach;
}

/* Searching. */

typedef struct
{
  const CutSieve *sieve;
  guint32 states[CUT_N_SIFTINGS];
  gboolean gap;
  guint between; /* characters since the last digit that may stand in a number */
  int found;
} Scan;

/* Returns: whether something ends here. */
static inline gboolean
move (Scan       *scan,
      CutSifting  finding,
      guint8      byte)
{
  const Automaton *automaton = &scan->sieve->automata[finding];

  scan->states[finding] = step (automaton, scan->states[finding], byte);
  if (G_LIKELY (scan->states[finding] < automaton->first_found))
    return FALSE;
  scan->found = automaton->found[scan->states[finding] / automaton->n_classes];
  return TRUE;
}

static inline gboolean
put (Scan   *scan,
     guint8  byte)
{
  if (scan->gap && move (scan, CUT_SIFTING_WORDS, ' '))
    return TRUE;
  scan->gap = FALSE;
  return move (scan, CUT_SIFTING_SQUEEZED, byte) || move (scan, CUT_SIFTING_WORDS, byte);
}

static inline gboolean
put_digit (Scan *scan,
           int   digit)
{
  if (digit >= 0)
    {
      scan->between = 0;
      return move (scan, CUT_SIFTING_DIGITS, (guint8) ('0' + digit));
    }
  if (scan->states[CUT_SIFTING_DIGITS] != 0 && (digit != CUT_FOLD_JOINS || ++scan->between > CUT_FOLD_MOST_JOINING))
    scan->states[CUT_SIFTING_DIGITS] = 0;
  return FALSE;
}

static gboolean
put_wide (Scan     *scan,
          gunichar  c)
{
  char buffer[CUT_FOLD_BYTES];
  const char *bytes = buffer;
  const Known *known = c < N_KNOWN && scan->sieve->known[c].length != UNKNOWN ? &scan->sieve->known[c] : NULL;
  gsize length = known != NULL ? known->length : cut_fold_character (c, buffer);

  if (known != NULL)
    bytes = known->bytes;
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == ' ')
        scan->gap = TRUE;
      else if (put (scan, (guint8) bytes[i]))
        return TRUE;
    }
  return put_digit (scan, known != NULL ? known->digit : cut_fold_digit (c));
}

static inline gboolean
put_plain (Scan   *scan,
           guint8  byte)
{
  guint8 letter = scan->sieve->plain[byte];

  if (letter == 0)
    scan->gap = TRUE;
  else if (put (scan, letter))
    return TRUE;
  return put_digit (scan, scan->sieve->known[byte].digit);
}

/* Plain bytes are nearly all there is, so they are gone through with everything at hand. Returns: the first byte that is not done: one that is not
 * plain, or at which something ends */
static const guint8 *
skip_plain (Scan         *scan,
            const guint8 *at,
            const guint8 *end)
{
  const CutSieve *sieve = scan->sieve;
  const Automaton *squeezed = &sieve->automata[CUT_SIFTING_SQUEEZED];
  const Automaton *words = &sieve->automata[CUT_SIFTING_WORDS];
  guint32 in_squeezed = scan->states[CUT_SIFTING_SQUEEZED];
  guint32 in_words = scan->states[CUT_SIFTING_WORDS];
  gboolean gap = scan->gap;

  for (; at < end && *at < 0x80; at++)
    {
      guint8 letter = sieve->plain[*at];
      guint32 before = gap && letter != 0 ? step (words, in_words, ' ') : in_words;
      guint32 next_squeezed = letter != 0 ? step (squeezed, in_squeezed, letter) : in_squeezed;
      guint32 next_words = letter != 0 ? step (words, before, letter) : in_words;
      int digit = sieve->known[*at].digit;

      if (next_squeezed >= squeezed->first_found || next_words >= words->first_found || before >= words->first_found ||
          ((digit >= 0 || scan->states[CUT_SIFTING_DIGITS] != 0) && put_digit (scan, digit)))
        break;
      in_squeezed = next_squeezed;
      in_words = next_words;
      gap = letter == 0;
    }
  scan->states[CUT_SIFTING_SQUEEZED] = in_squeezed;
  scan->states[CUT_SIFTING_WORDS] = in_words;
  scan->gap = gap;
  return at;
}

static gboolean
scan_western (Scan         *scan,
              const guint8 *at,
              const guint8 *end)
{
  while ((at = skip_plain (scan, at, end)) < end)
    {
      if (scan->found >= 0 || (*at < 0x80 ? put_plain (scan, *at) : put_wide (scan, *at)))
        return TRUE;
      at++;
    }
  return FALSE;
}

/* What is no character stands between letters. */
static void
put_nothing (Scan *scan)
{
  scan->gap = TRUE;
  scan->states[CUT_SIFTING_DIGITS] = 0;
}

static gboolean
scan_utf8 (Scan         *scan,
           const guint8 *at,
           const guint8 *end)
{
  while ((at = skip_plain (scan, at, end)) < end)
    {
      gunichar c = *at < 0x80 ? *at : g_utf8_get_char_validated ((const char *) at, end - at);

      if (scan->found >= 0 || (c < 0x80 ? put_plain (scan, (guint8) c) : c < 0x110000 && put_wide (scan, c)))
        return TRUE;
      if (c >= 0x110000)
        put_nothing (scan);
      at += c < 0x110000 ? g_utf8_skip[*at] : 1;
    }
  return FALSE;
}

int
cut_sieve_search (const CutSieve *self,
                   const char      *text,
                   gsize            length,
                   gboolean         western)
{
  Scan scan = { self, { 0 }, FALSE, 0, -1 };
  const guint8 *at = (const guint8 *) text;
  gboolean found;

  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    scan.states[i] = self->automata[i].start;
  found = western ? scan_western (&scan, at, at + length) : scan_utf8 (&scan, at, at + length);
  if (!found)
    move (&scan, CUT_SIFTING_WORDS, ' ');
  return scan.found;
}

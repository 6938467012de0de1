/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sieve.h"

#include <string.h>

#include "cut-fold.h"

/* Of most characters that are met the folded form is known beforehand: the scripts of Europe, and general punctuation. */
#define N_LETTERS 0x800
#define PUNCTUATION 0x2000
#define N_KNOWN (N_LETTERS + 0x80)
#define KNOWN_BYTES 6
#define UNKNOWN 0xff
/* Rows of some forty classes: what a processor keeps at hand. */
#define MOST_STANDS 2048
#define N_SLOTS 8192
#define LEAVES G_MAXUINT32

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

/* Where a scan stands. */
typedef struct
{
  guint32 states[CUT_N_SIFTINGS];
  gboolean gap;
  guint between; /* characters since the last digit that may stand in a number */
} Stand;

/* What moves the automata: a plain byte (below 0x80), a byte of a folded letter (from 0x80 on), or something that is no character. */
#define NOTHING 0x100
#define N_SYMBOLS 0x101

/* The automata as one, so that one look-up does for each of nearly all bytes: for as many stands as there is room for, those that are reached by the
 * fewest symbols first. */
typedef struct
{
  guint8 class_of[N_SYMBOLS];
  guint8 plain_class[256];     /* of bytes as they come; those that are not plain are of the last class */
  guint16 symbols[N_SYMBOLS];  /* by class: one of its symbols */
  guint8 classes[N_KNOWN][KNOWN_BYTES]; /* of what a known character folds to */
  guint8 n_of[N_KNOWN];        /* how many those are, or UNKNOWN */
  guint n_classes;             /* the last one leaves the rows */
  GArray *stands;        /* (element-type Stand) */
  GArray *next;          /* (element-type guint32): rows of n_classes: the place of the next row, or LEAVES */
  guint16 *slots;        /* open addressing: 1 + the number of a stand, 0 for none */
} Product;

struct _CutSieve
{
  Automaton automata[CUT_N_SIFTINGS];
  Product product;
  gsize reach;
  guint8 plain[0x80]; /* letters and digits in lower case, else 0 */
  Known known[N_KNOWN];
};

/* Making. */

static void
know_characters (CutSieve *self)
{
  char bytes[CUT_FOLD_BYTES];

  for (guint c = 0; c < N_KNOWN; c++)
    {
      gunichar character = c < N_LETTERS ? c : PUNCTUATION + c - N_LETTERS;
      gsize length = cut_fold_character (character, bytes);

      if (c < 0x80)
        self->plain[c] = length == 1 && *bytes != ' ' ? (guint8) *bytes : 0;
      self->known[c].digit = (gint8) cut_fold_digit (character);
      self->known[c].length = length <= KNOWN_BYTES ? (guint8) length : UNKNOWN;
      if (length <= KNOWN_BYTES)
        memcpy (self->known[c].bytes, bytes, length);
    }
}

/* The place of @c among the known, or N_KNOWN. */
static inline guint
place_known (gunichar c)
{
  if (c < N_LETTERS)
    return c;
  return c - PUNCTUATION < N_KNOWN - N_LETTERS ? c - PUNCTUATION + N_LETTERS : N_KNOWN;
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
  g_clear_pointer (&self->product.stands, g_array_unref);
  g_clear_pointer (&self->product.next, g_array_unref);
  g_free (self->product.slots);
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

/* Searching. */

typedef struct
{
  const CutSieve *sieve;
  Stand stand;
  int found;
} Scan;

/* Returns: whether something ends here. */
static inline gboolean
move (Scan       *scan,
      CutSifting  finding,
      guint8      byte)
{
  const Automaton *automaton = &scan->sieve->automata[finding];

  scan->stand.states[finding] = step (automaton, scan->stand.states[finding], byte);
  if (G_LIKELY (scan->stand.states[finding] < automaton->first_found))
    return FALSE;
  scan->found = automaton->found[scan->stand.states[finding] / automaton->n_classes];
  return TRUE;
}

static inline gboolean
put (Scan   *scan,
     guint8  byte)
{
  if (scan->stand.gap && move (scan, CUT_SIFTING_WORDS, ' '))
    return TRUE;
  scan->stand.gap = FALSE;
  return move (scan, CUT_SIFTING_SQUEEZED, byte) || move (scan, CUT_SIFTING_WORDS, byte);
}

static inline gboolean
put_digit (Scan *scan,
           int   digit)
{
  if (digit >= 0)
    {
      scan->stand.between = 0;
      return move (scan, CUT_SIFTING_DIGITS, (guint8) ('0' + digit));
    }
  if (scan->stand.states[CUT_SIFTING_DIGITS] != 0 && (digit != CUT_FOLD_JOINS || ++scan->stand.between > CUT_FOLD_MOST_JOINING))
    scan->stand.states[CUT_SIFTING_DIGITS] = 0;
  return FALSE;
}

static gboolean
put_wide (Scan     *scan,
          gunichar  c)
{
  char buffer[CUT_FOLD_BYTES];
  const char *bytes = buffer;
  guint place = place_known (c);
  const Known *known = place < N_KNOWN && scan->sieve->known[place].length != UNKNOWN ? &scan->sieve->known[place] : NULL;
  gsize length = known != NULL ? known->length : cut_fold_character (c, buffer);

  if (known != NULL)
    bytes = known->bytes;
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == ' ')
        scan->stand.gap = TRUE;
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
    scan->stand.gap = TRUE;
  else if (put (scan, letter))
    return TRUE;
  return put_digit (scan, scan->sieve->known[byte].digit);
}

/* All of them as one. */

/* What was counted in a number that is over says nothing. */
static Stand
plainly (const Stand *stand)
{
  Stand same = *stand;

  same.gap = same.gap != FALSE;
  if (same.states[CUT_SIFTING_DIGITS] == 0)
    same.between = 0;
  return same;
}

static gboolean
is_same (const Stand *a,
         const Stand *b)
{
  return memcmp (a->states, b->states, sizeof a->states) == 0 && a->gap == b->gap && a->between == b->between;
}

/* Where @stand is filed, or would be. */
static guint16 *
find_slot (const Product *self,
           const Stand   *stand)
{
  guint32 hash = stand->states[CUT_SIFTING_SQUEEZED] * 0x9e3779b1u + stand->states[CUT_SIFTING_WORDS] * 0x85ebca6bu +
                 stand->states[CUT_SIFTING_DIGITS] * 0xc2b2ae35u + stand->between * 0x27d4eb2fu + (guint32) stand->gap;
  guint at = (hash ^ hash >> 15) % N_SLOTS;

  while (self->slots[at] != 0 && !is_same (&g_array_index (self->stands, Stand, self->slots[at] - 1), stand))
    at = (at + 1) % N_SLOTS;
  return &self->slots[at];
}

/* What is no character stands between letters. */
static void
put_nothing (Scan *scan)
{
  scan->stand.gap = TRUE;
  scan->stand.states[CUT_SIFTING_DIGITS] = 0;
}

static guint8
letter_of (const CutSieve *self,
           guint           symbol)
{
  return symbol < 0x80 ? self->plain[symbol] : (guint8) symbol;
}

static int
digit_of (const CutSieve *self,
          guint           symbol)
{
  return symbol < 0x80 ? self->known[symbol].digit : CUT_FOLD_ENDS;
}

/* Whether all automata treat two symbols alike, wherever they stand. */
static gboolean
is_alike (const CutSieve *self,
          guint           a,
          guint           b)
{
  const Automaton *digits = &self->automata[CUT_SIFTING_DIGITS];
  guint8 first = letter_of (self, a);
  guint8 second = letter_of (self, b);
  int digit = digit_of (self, a);
  int other = digit_of (self, b);

  if (a == NOTHING || b == NOTHING)
    return a == b;
  if ((first == 0) != (second == 0) || (digit < 0 || other < 0 ? digit != other : digits->class_of['0' + digit] != digits->class_of['0' + other]))
    return FALSE;
  for (guint i = 0; i < CUT_SIFTING_DIGITS; i++)
    if (self->automata[i].class_of[first] != self->automata[i].class_of[second])
      return FALSE;
  return TRUE;
}

static void
class_symbols (CutSieve *self)
{
  Product *product = &self->product;

  for (guint symbol = 0; symbol < N_SYMBOLS; symbol++)
    {
      guint class = 0;

      while (class < product->n_classes && !is_alike (self, product->symbols[class], symbol))
        class++;
      if (class == product->n_classes)
        product->symbols[product->n_classes++] = (guint16) symbol;
      product->class_of[symbol] = (guint8) class;
    }
  memcpy (product->plain_class, product->class_of, 0x80);
  memset (product->plain_class + 0x80, (int) product->n_classes++, 0x80);
}

/* The symbols that do to the automata what a character does: of letters those of its folded form, of what stands between letters a plain byte like it.
 * Returns: how many, or UNKNOWN where there are none such */
static guint8
spell (const CutSieve *self,
       const Known    *known,
       guint8         *classes)
{
  gboolean letters = known->length != UNKNOWN && known->length > 0 && known->digit == CUT_FOLD_ENDS;
  gboolean space = known->length == 1 && *known->bytes == ' ' && known->digit < 0;

  for (guint i = 0; letters && i < known->length; i++)
    {
      guint8 byte = (guint8) known->bytes[i];

      letters = byte >= 0x80 || g_ascii_islower (byte);
      classes[i] = self->product.class_of[byte];
    }
  if (letters)
    return known->length;
  if (space)
    *classes = self->product.class_of[known->digit == CUT_FOLD_JOINS ? '-' : '!'];
  return space ? 1 : UNKNOWN;
}

/* Returns: where the row of @stand is, which is made where there is room for one; else LEAVES */
static guint32
place_of (Product     *self,
          const Stand *stand)
{
  Stand same = plainly (stand);
  guint16 *slot = find_slot (self, &same);

  if (*slot == 0 && self->stands->len == MOST_STANDS)
    return LEAVES;
  if (*slot == 0)
    {
      g_array_append_val (self->stands, same);
      *slot = (guint16) self->stands->len;
    }
  return (guint32) (*slot - 1) * self->n_classes;
}

static gboolean
put_symbol (Scan  *scan,
            guint  symbol)
{
  if (symbol == NOTHING)
    put_nothing (scan);
  if (symbol >= 0x80)
    return symbol != NOTHING && (put (scan, (guint8) symbol) || put_digit (scan, CUT_FOLD_ENDS));
  return put_plain (scan, (guint8) symbol);
}

static void
add_row (const CutSieve *sieve,
         Product        *self,
         guint           row)
{
  const guint32 leaves = LEAVES;

  for (guint class = 0; class + 1 < self->n_classes; class++)
    {
      Scan scan = { sieve, g_array_index (self->stands, Stand, row), -1 };
      guint32 next = put_symbol (&scan, self->symbols[class]) ? LEAVES : place_of (self, &scan.stand);

      g_array_append_val (self->next, next);
    }
  g_array_append_val (self->next, leaves);
}

static void
multiply (CutSieve *self)
{
  Product *product = &self->product;
  Stand start = { { 0 }, FALSE, 0 };

  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    start.states[i] = self->automata[i].start;
  class_symbols (self);
  for (guint c = 0; c < N_KNOWN; c++)
    product->n_of[c] = spell (self, &self->known[c], product->classes[c]);
  product->stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  product->slots = g_new0 (guint16, N_SLOTS);
  product->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  place_of (product, &start);
  for (guint row = 0; row < product->stands->len; row++)
    add_row (self, product, row);
}

void
cut_sieve_build (CutSieve *self)
{
  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    build (&self->automata[i]);
  self->automata[CUT_SIFTING_WORDS].start = step (&self->automata[CUT_SIFTING_WORDS], 0, ' ');
  multiply (self);
}

gsize
cut_sieve_get_reach (const CutSieve *self)
{
  return self->reach;
}

/* The character at @at, or one that is none; @length: (out): its bytes */
static inline gunichar
take_character (const guint8 *at,
                const guint8 *end,
                gboolean      western,
                guint        *length)
{
  gunichar c;

  *length = 1;
  if (western || *at < 0x80)
    return *at;
  if (*at < 0xc2 || *at > 0xf4)
    return G_MAXUINT32;
  if (*at < 0xe0 && end - at > 1 && (at[1] & 0xc0) == 0x80)
    {
      *length = 2;
      return (gunichar) (*at & 0x1f) << 6 | (at[1] & 0x3f);
    }
  c = g_utf8_get_char_validated ((const char *) at, end - at);
  *length = c < 0x110000 ? g_utf8_skip[*at] : 1;
  return c;
}

/* Returns: the row behind the symbols of @c, or LEAVES */
static inline guint32
move_by_character (const Product *product,
                   guint32        place,
                   gunichar       c)
{
  const guint32 *rows = (const guint32 *) (const void *) product->next->data;
  guint known = place_known (c);

  if (c >= 0x110000)
    return rows[place + product->class_of[NOTHING]];
  if (known == N_KNOWN || product->n_of[known] == UNKNOWN)
    return LEAVES;
  for (guint i = 0; i < product->n_of[known] && place != LEAVES; i++)
    place = rows[place + product->classes[known][i]];
  return place;
}

/* As far as the rows go. Returns: the first byte that is not done */
static const guint8 *
skip_in_rows (Scan         *scan,
              const guint8 *at,
              const guint8 *end,
              gboolean      western)
{
  const Product *product = &scan->sieve->product;
  const guint32 *rows = (const guint32 *) (const void *) product->next->data;
  Stand same = plainly (&scan->stand);
  guint16 slot = *find_slot (product, &same);
  guint32 place = (guint32) (slot - 1) * product->n_classes;
  guint32 next;
  guint length;

  if (slot == 0)
    return at;
  while (at < end)
    {
      next = rows[place + product->plain_class[*at]];
      length = 1;
      if (G_UNLIKELY (next == LEAVES))
        {
          if (*at < 0x80)
            break;
          next = move_by_character (product, place, take_character (at, end, western, &length));
          if (next == LEAVES)
            break;
        }
      place = next;
      at += length;
    }
  scan->stand = g_array_index (product->stands, Stand, place / product->n_classes);
  return at;
}

/* Returns: whether something ends at @c */
static gboolean
put_character (Scan     *scan,
               gunichar  c)
{
  if (c < 0x80)
    return put_plain (scan, (guint8) c);
  if (c < 0x110000)
    return put_wide (scan, c);
  put_nothing (scan);
  return FALSE;
}

static gboolean
scan_text (Scan         *scan,
           const guint8 *at,
           const guint8 *end,
           gboolean      western)
{
  guint length;

  while ((at = skip_in_rows (scan, at, end, western)) < end)
    {
      if (put_character (scan, take_character (at, end, western, &length)))
        return TRUE;
      at += length;
    }
  return FALSE;
}

int
cut_sieve_search (const CutSieve *self,
                   const char      *text,
                   gsize            length,
                   gboolean         western)
{
  Scan scan = { self, { { 0 }, FALSE, 0 }, -1 };
  const guint8 *at = (const guint8 *) text;
  gboolean found;

  for (guint i = 0; i < CUT_N_SIFTINGS; i++)
    scan.stand.states[i] = self->automata[i].start;
  found = scan_text (&scan, at, at + length, western);
  if (!found)
    move (&scan, CUT_SIFTING_WORDS, ' ');
  return scan.found;
}

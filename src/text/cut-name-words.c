/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-words.h"

#include <string.h>

#define LONGEST_WORD 256  /* bytes; no word of a name is longer */
#define LONGEST_GAP 12    /* bytes that may stand within a name */
#define SIEVE_BITS 18     /* of a filter that most words of a text fail: it stays in the processor's cache */
#define SEED 2166136261U  /* of FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo */
#define PRIME 16777619U

struct _CutNameTable
{
  CutLetters *letters;
  guint8 ascii[256]; /* kinds of the first 128; 0 for the rest */
  GString *bytes;    /* of all words, one behind the other */
  GArray *ends;      /* (element-type guint32): where each ends in @bytes; 0 for the word 0 */
  guint32 *slots;    /* ids, by hash */
  guint32 n_slots;   /* a power of two */
  guint8 *sieve;
};

/* A word on its way: its folded bytes and their hash. */
typedef struct
{
  char bytes[LONGEST_WORD];
  guint length; /* LONGEST_WORD + 1 where it is too long */
  guint32 hash;
  guint32 before; /* the hash without the last byte */
} Draft;

CutNameTable *
cut_name_table_new (void)
{
  CutNameTable *self = g_new0 (CutNameTable, 1);
  guint32 none = 0;

  self->letters = cut_letters_new ();
  memcpy (self->ascii, self->letters->kinds, 0x80);
  self->bytes = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->ends, none);
  self->n_slots = 1024;
  self->slots = g_new0 (guint32, self->n_slots);
  self->sieve = g_malloc0 ((1 << SIEVE_BITS) / 8);
  return self;
}

void
cut_name_table_free (CutNameTable *self)
{
  cut_letters_free (self->letters);
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->ends);
  g_free (self->slots);
  g_free (self->sieve);
  g_free (self);
}

const CutLetters *
cut_name_table_get_letters (const CutNameTable *self)
{
  return self->letters;
}

guint
cut_name_table_get_size (const CutNameTable *self)
{
  return self->ends->len;
}

/* Looking up. */

static guint32
spread (guint32 hash)
{
  return hash ^ (hash >> 15);
}

static gboolean
is_word (const CutNameTable *self,
         guint32             id,
         const char         *bytes,
         guint               length)
{
  guint32 start = g_array_index (self->ends, guint32, id - 1);

  return g_array_index (self->ends, guint32, id) - start == length && memcmp (self->bytes->str + start, bytes, length) == 0;
}

static guint32
find (const CutNameTable *self,
      const char         *bytes,
      guint               length,
      guint32             hash)
{
  guint32 key = spread (hash);
  guint32 bit = key & ((1 << SIEVE_BITS) - 1);

  if ((self->sieve[bit >> 3] & (1 << (bit & 7))) == 0)
    return 0;
  for (guint32 at = key & (self->n_slots - 1); self->slots[at] != 0; at = (at + 1) & (self->n_slots - 1))
    if (is_word (self, self->slots[at], bytes, length))
      return self->slots[at];
  return 0;
}

static void
put_slot (CutNameTable *self,
          guint32       id,
          guint32       hash)
{
  guint32 key = spread (hash);
  guint32 at = key & (self->n_slots - 1);
  guint32 bit = key & ((1 << SIEVE_BITS) - 1);

  while (self->slots[at] != 0)
    at = (at + 1) & (self->n_slots - 1);
  self->slots[at] = id;
  self->sieve[bit >> 3] |= (guint8) (1 << (bit & 7));
}

static guint32
hash_word (const CutNameTable *self,
           guint32             id)
{
  guint32 hash = SEED;

  for (guint32 i = g_array_index (self->ends, guint32, id - 1); i < g_array_index (self->ends, guint32, id); i++)
    hash = (hash ^ (guint8) self->bytes->str[i]) * PRIME;
  return hash;
}

static void
grow (CutNameTable *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 id = 1; id < self->ends->len; id++)
    put_slot (self, id, hash_word (self, id));
}

static guint32
add (CutNameTable *self,
     const Draft  *draft)
{
  guint32 id = find (self, draft->bytes, draft->length, draft->hash);
  guint32 end;

  if (id != 0)
    return id;
  if (self->ends->len * 2 > self->n_slots)
    grow (self);
  g_string_append_len (self->bytes, draft->bytes, draft->length);
  end = (guint32) self->bytes->len;
  g_array_append_val (self->ends, end);
  id = self->ends->len - 1;
  put_slot (self, id, draft->hash);
  return id;
}

/* Words. */

static inline void
draft_add (Draft   *self,
           guint8   byte)
{
  if (self->length >= LONGEST_WORD)
    {
      self->length = LONGEST_WORD + 1;
      return;
    }
  self->bytes[self->length++] = (char) byte;
  self->before = self->hash;
  self->hash = (self->hash ^ byte) * PRIME;
}

static void
draft_add_char (Draft    *self,
                gunichar  c)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (c, bytes);

  for (int i = 0; i < n; i++)
    draft_add (self, (guint8) bytes[i]);
}

static guint8
flags_of (guint kind)
{
  return (guint8) ((kind & CUT_LETTER_UPPER ? CUT_NAME_WORD_UPPER : 0) | (kind & CUT_LETTER_LOWER ? CUT_NAME_WORD_LOWER : 0));
}

/* The part of a word that is ASCII, which most words are all of. Returns: where it ends */
static inline const char *
read_ascii (const CutNameTable *self,
            const char         *at,
            const char         *end,
            Draft              *draft,
            guint              *seen)
{
  guint32 hash = draft->hash, before = draft->before;
  guint length = draft->length, kinds = 0;

  for (; at < end && length < LONGEST_WORD; at++)
    {
      guint kind = self->ascii[(guint8) *at];
      guint8 byte;

      if ((kind & CUT_LETTER_IN_WORD) == 0)
        break;
      /* Capitals differ from small letters by one bit. */
      byte = (guint8) ((guint8) *at | ((kind & CUT_LETTER_UPPER) << 5));
      draft->bytes[length++] = (char) byte;
      before = hash;
      hash = (hash ^ byte) * PRIME;
      kinds |= kind;
    }
  draft->hash = hash;
  draft->before = before;
  draft->length = length;
  *seen |= kinds;
  return at;
}

/* Reads the word that begins at @at; returns its end. */
static const char *
read_word (const CutNameTable *self,
           const char         *at,
           const char         *end,
           Draft              *draft,
           guint8             *flags)
{
  const char *start = at;
  guint first = cut_letters_get_kind (self->letters, g_utf8_get_char (at));
  guint seen = 0;

  draft->length = 0;
  draft->hash = draft->before = SEED;
  while (at < end)
    {
      gunichar c;
      guint kind;

      at = read_ascii (self, at, end, draft, &seen);
      if (at >= end)
        break;
      c = g_utf8_get_char (at);
      kind = cut_letters_get_kind (self->letters, c);
      if ((kind & CUT_LETTER_IN_WORD) == 0)
        break;
      seen |= kind;
      if ((kind & CUT_LETTER_MARK) == 0)
        draft_add_char (draft, cut_letters_fold (self->letters, c));
      at = g_utf8_next_char (at);
    }
  *flags = flags_of (seen);
  if (first & CUT_LETTER_UPPER)
    *flags |= CUT_NAME_WORD_CAPITAL;
  if (at > start && g_utf8_next_char (start) >= at)
    *flags |= CUT_NAME_WORD_SINGLE;
  return at;
}

static const char *
read_alone (const CutNameTable *self,
            const char         *at,
            Draft              *draft,
            guint8             *flags)
{
  gunichar c = g_utf8_get_char (at);

  draft->length = 0;
  draft->hash = draft->before = SEED;
  draft_add_char (draft, cut_letters_fold (self->letters, c));
  *flags = CUT_NAME_WORD_ALONE | (cut_letters_get_kind (self->letters, c) & CUT_LETTER_KANA ? CUT_NAME_WORD_KANA : 0);
  return g_utf8_next_char (at);
}

/* Gaps. */

static CutGap
gap_of_sign (gunichar c)
{
  switch (c)
    {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2013:
      return CUT_GAP_HYPHEN;
    case '\'':
    case '`':
    case 0x2bc:
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0xff07:
      return CUT_GAP_APOSTROPHE;
    case '&':
    case 0xff06:
      return CUT_GAP_AND;
    case '.':
      return CUT_GAP_DOT;
    case ',':
      return CUT_GAP_COMMA;
    case '/':
      return CUT_GAP_SLASH;
    case 0xb7:
    case 0x30fb:
      return CUT_GAP_SPACE;
    default:
      return CUT_GAP_OTHER;
    }
}

/* What one sign is together with the spaces around it. */
static CutGap
with_spaces (CutGap   sign,
             gboolean before,
             gboolean after)
{
  if (sign == CUT_GAP_SPACE || sign == CUT_GAP_AND)
    return sign;
  if (sign == CUT_GAP_DOT && after && !before)
    return CUT_GAP_STOP;
  if (sign == CUT_GAP_COMMA)
    return after && !before ? CUT_GAP_COMMA : CUT_GAP_OTHER;
  return before || after ? CUT_GAP_OTHER : sign;
}

static CutGap
gap_of (const CutNameTable *self,
        const char         *start,
        const char         *end,
        gboolean            folded)
{
  gboolean before = FALSE, after = FALSE;
  CutGap sign = CUT_GAP_NONE;

  if (end - start == 1 && *start == ' ')
    return CUT_GAP_SPACE;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = (cut_letters_get_kind (self->letters, c) & CUT_LETTER_SPACE) != 0 || c == '\t' || (c == '\n' && folded);

      if (!space && (c == '\n' || end - start > LONGEST_GAP))
        return CUT_GAP_BREAK;
      if (!space)
        sign = sign == CUT_GAP_NONE ? gap_of_sign (c) : CUT_GAP_OTHER;
      else if (sign == CUT_GAP_NONE)
        before = TRUE;
      else
        after = TRUE;
    }
  if (sign == CUT_GAP_NONE)
    return before ? CUT_GAP_SPACE : CUT_GAP_NONE;
  return with_spaces (sign, before, after);
}

/* The first word from @at on, or @end. */
static const char *
skip_gap (const CutNameTable *self,
          const char         *at,
          const char         *end)
{
  while (at < end)
    {
      guint8 byte = (guint8) *at;

      if (byte < 0x80 ? self->ascii[byte] & CUT_LETTER_IN_WORD
                      : cut_letters_get_kind (self->letters, g_utf8_get_char (at)) & (CUT_LETTER_IN_WORD | CUT_LETTER_ALONE))
        return at;
      at = byte < 0x80 ? at + 1 : g_utf8_next_char (at);
    }
  return end;
}

static gboolean
has_stem (const Draft *draft,
          guint8       flags)
{
  /* After these the genitive has no s of its own. */
  return draft->length > 3 && draft->length <= LONGEST_WORD && (flags & CUT_NAME_WORD_UPPER) != 0 &&
         draft->bytes[draft->length - 1] == 's' && strchr ("sxz", draft->bytes[draft->length - 2]) == NULL;
}

typedef struct
{
  const char *at;
  const char *end;
  gboolean folded;
} Cursor;

/* The next word, without its number. */
static gboolean
next_word (const CutNameTable *self,
           const char         *text,
           Cursor             *cursor,
           CutNameWord        *word,
           Draft              *draft)
{
  gboolean first = cursor->at == NULL;
  const char *from = first ? text + word->end : cursor->at;
  const char *start = skip_gap (self, from, cursor->end);

  if (start >= cursor->end)
    return FALSE;
  word->gap = (guint8) (first ? CUT_GAP_BREAK : gap_of (self, from, start, cursor->folded));
  if ((guint8) *start >= 0x80 && cut_letters_get_kind (self->letters, g_utf8_get_char (start)) & CUT_LETTER_ALONE)
    cursor->at = read_alone (self, start, draft, &word->flags);
  else
    cursor->at = read_word (self, start, cursor->end, draft, &word->flags);
  word->start = (guint32) (start - text);
  word->end = (guint32) (cursor->at - text);
  return TRUE;
}

void
cut_name_table_add_words (CutNameTable *self,
                          const char   *name,
                          GArray       *words)
{
  Cursor cursor = { NULL, name + strlen (name), TRUE };
  CutNameWord word = { 0 };
  Draft draft;

  g_array_set_size (words, 0);
  while (next_word (self, name, &cursor, &word, &draft))
    {
      word.id = draft.length <= LONGEST_WORD ? add (self, &draft) : 0;
      g_array_append_val (words, word);
    }
}

void
cut_name_table_split (const CutNameTable *self,
                      const char         *text,
                      gsize               start,
                      gsize               end,
                      gboolean            folded,
                      gboolean            stems,
                      GArray             *words)
{
  Cursor cursor = { NULL, text + end, folded };
  CutNameWord word = { .end = (guint32) start };
  Draft draft;

  g_array_set_size (words, 0);
  while (next_word (self, text, &cursor, &word, &draft))
    {
      word.id = draft.length <= LONGEST_WORD ? find (self, draft.bytes, draft.length, draft.hash) : 0;
      word.stem = stems && has_stem (&draft, word.flags) ? find (self, draft.bytes, draft.length - 1, draft.before) : 0;
      g_array_append_val (words, word);
    }
}

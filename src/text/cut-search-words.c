/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-search-words.h"

#include <string.h>

#define KNOWN 0x600     /* below this characters are looked up, above worked out */
#define MOST_PARTS 18   /* of one character: U+FDFA comes apart into 18 */
#define LONGEST_WORD 256 /* folded bytes; what is longer is found by its beginning */
#define READ_BEHIND 7    /* bytes behind a word that the callee may read */
#define SLOW 0xffff     /* comes apart into several, or is none */

/* What a character is to a word. */
typedef enum
{
  UNKNOWN, /* not looked at yet */
  BREAK,
  LETTER,
  DIGIT,
  TRACELESS, /* within a word it does not count; by itself it is none */
  PAIRED,
} Kind;

/* Filled as characters come: most texts have few different ones. */
struct _CutSearchWords
{
  guint8 kinds[KNOWN];
  guint16 folded[KNOWN]; /* SLOW where it is not one character */
};

/* Characters. */

/* Hangul words are parted by blanks, but their particles are written to the noun. */
static gboolean
is_paired (gunichar c)
{
  if (c < 0xe00)
    return FALSE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return g_unichar_isalnum (c) || g_unichar_ismark (c);
    default:
      /* The marks of a long vowel and of a voiced sound belong to no one script. */
      return c == 0x30fc || c == 0xff70 || c == 0x3099 || c == 0x309a || c == 0xff9e || c == 0xff9f;
    }
}

/* Soft hyphens and joiners, which pages set where a word may be broken; the stroke that makes Arabic words longer. */
static gboolean
is_traceless (gunichar c)
{
  return c == 0xad || c == 0x640 || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
}

/* Accents and points above and below; not the vowels of Indian scripts, which have low classes or none. */
static gboolean
is_diacritic (gunichar c)
{
  return g_unichar_ismark (c) && g_unichar_combining_class (c) >= 10;
}

static Kind
kind_of (gunichar c)
{
  if (is_traceless (c))
    return TRACELESS;
  if (is_paired (c))
    return PAIRED;
  if (is_diacritic (c))
    return TRACELESS;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return LETTER;
  return g_unichar_isalnum (c) ? DIGIT : BREAK;
}

/* Letters that no decomposition takes the stroke off, as people without such a keyboard type them; ß is written SS in capitals, and
 * whether an i has its dot is a matter of Turkish alone. */
static const char *
get_plain (gunichar c)
{
  static const struct
  {
    gunichar c;
    const char *plain;
  } plain[] = {
    { 0xdf, "ss" },  { 0x1e9e, "ss" }, { 0xe6, "ae" },  { 0xc6, "ae" },  { 0x153, "oe" }, { 0x152, "oe" }, { 0xf8, "o" },
    { 0xd8, "o" },   { 0x142, "l" },   { 0x141, "l" },  { 0x111, "d" },  { 0x110, "d" },  { 0xf0, "d" },   { 0xd0, "d" },
    { 0xfe, "th" },  { 0xde, "th" },   { 0x131, "i" },  { 0x127, "h" },  { 0x126, "h" },  { 0x3c2, "σ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i].c == c)
      return plain[i].plain;
  return NULL;
}

static gsize
append (char     *to,
        gunichar  c)
{
  const char *plain = c >= 0x80 ? get_plain (c) : NULL;
  gsize n = 0;

  if (plain == NULL)
    return (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), to);
  for (; plain[n] != '\0'; n++)
    to[n] = plain[n];
  return n;
}

/* @to: room for 6 * MOST_PARTS bytes */
static gsize
fold_slowly (gunichar  c,
             char     *to)
{
  gunichar parts[MOST_PARTS];
  /* Syllables of Hangul stay whole: they are characters to who reads them. */
  gsize n = c >= 0xac00 && c <= 0xd7a3 ? 0 : g_unichar_fully_decompose (c, TRUE, parts, MOST_PARTS);
  gsize length = 0;

  if (n == 0)
    {
      parts[0] = c;
      n = 1;
    }
  for (gsize i = 0; i < MIN (n, MOST_PARTS); i++)
    if (kind_of (parts[i]) != TRACELESS && kind_of (parts[i]) != BREAK)
      length += append (to + length, parts[i]);
  return length;
}

static guint16
fold_to_one (gunichar c)
{
  char folded[6 * MOST_PARTS];
  gsize length = fold_slowly (c, folded);
  gunichar first = length > 0 ? g_utf8_get_char (folded) : 0;

  return length > 0 && first < SLOW && length == (gsize) g_unichar_to_utf8 (first, NULL) ? (guint16) first : SLOW;
}

CutSearchWords *
cut_search_words_new (void)
{
  return g_new0 (CutSearchWords, 1);
}

static Kind
look_up (CutSearchWords *self,
         gunichar        c)
{
  if (c >= KNOWN)
    return kind_of (c);
  if (self->kinds[c] == UNKNOWN)
    {
      self->kinds[c] = (guint8) kind_of (c);
      self->folded[c] = fold_to_one (c);
    }
  return (Kind) self->kinds[c];
}

void
cut_search_words_free (CutSearchWords *self)
{
  g_free (self);
}

/* Cutting. */

typedef struct
{
  CutSearchWords *words;
  const char *text;
  gsize length;
  gsize at;    /* the byte that is looked at */
  gsize next;  /* the one behind the character there */
  gunichar c;  /* the character there; 0 at the end */
  Kind kind;
  CutSearchWordFunc func;
  gpointer data;
} Cutter;

/* Looks at the character at @next. */
static void
look (Cutter *self)
{
  guchar byte;

  self->at = self->next;
  self->c = 0;
  self->kind = BREAK;
  if (self->at >= self->length)
    return;
  byte = (guchar) self->text[self->at];
  self->next = self->at + 1;
  if (byte >= 0x80)
    {
      gunichar c = g_utf8_get_char_validated (self->text + self->at, (gssize) (self->length - self->at));

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return;
      self->c = c;
      self->next = self->at + (gsize) g_unichar_to_utf8 (c, NULL);
    }
  else
    {
      self->c = byte;
    }
  self->kind = look_up (self->words, self->c);
}

static gsize
fold (const Cutter *self,
      char         *to)
{
  guint16 one = self->c < KNOWN ? self->words->folded[self->c] : SLOW;

  if (one >= 0x80)
    return one == SLOW ? fold_slowly (self->c, to) : (gsize) g_unichar_to_utf8 (one, to);
  *to = (char) one;
  return 1;
}

static gboolean
cut_word (Cutter *self)
{
  char folded[LONGEST_WORD + 6 * MOST_PARTS + READ_BEHIND];
  CutSearchWord word = { self->at, self->at, 0, folded, 0, TRUE };

  for (; self->kind != BREAK && self->kind != PAIRED; look (self))
    {
      if (self->kind != TRACELESS && word.length < LONGEST_WORD)
        word.length += fold (self, folded + word.length);
      word.of_letters = word.of_letters && self->kind != DIGIT;
      word.end = self->next;
    }
  word.first_end = word.end;
  return word.length == 0 || self->func (&word, self->data);
}

/* Half-width letters, and those of a decomposed text, have the mark of a voiced sound behind them. */
static gboolean
is_voice_mark (gunichar c)
{
  return c == 0x3099 || c == 0x309a || c == 0xff9e || c == 0xff9f;
}

/* Folds a character with its mark and goes on. @end: (out): the byte behind it. Returns: bytes of @to */
static gsize
take_half (Cutter *self,
           char   *to,
           gsize  *end)
{
  gsize length = fold (self, to);

  *end = self->next;
  look (self);
  if (is_voice_mark (self->c))
    {
      length += fold (self, to + length);
      *end = self->next;
      look (self);
    }
  while (self->kind == TRACELESS)
    look (self);
  return length;
}

/* A run of characters; the pair that the one before makes with each goes out when it is seen. */
static gboolean
cut_pairs (Cutter   *self,
           gboolean  sought)
{
  char folded[4 * 6 * MOST_PARTS + READ_BEHIND];
  CutSearchWord word = { self->at, 0, 0, folded, 0, FALSE };
  gsize first = take_half (self, folded, &word.first_end);
  gboolean single = TRUE;

  while (self->kind == PAIRED)
    {
      gsize start = self->at;
      gsize second = take_half (self, folded + first, &word.end);

      word.length = first + second;
      if (!self->func (&word, self->data))
        return FALSE;
      memmove (folded, folded + first, second);
      first = second;
      single = FALSE;
      word.start = start;
      word.first_end = word.end;
    }
  if (sought && !single && self->at >= self->length)
    return TRUE;
  word.end = word.first_end;
  word.length = first;
  return first == 0 || self->func (&word, self->data);
}

gboolean
cut_search_words_cut (CutSearchWords    *self,
                      const char        *text,
                      gsize              length,
                      gboolean           sought,
                      CutSearchWordFunc  func,
                      gpointer           data)
{
  Cutter cutter = { .words = self, .text = text, .length = length, .func = func, .data = data };
  gboolean going = TRUE;

  for (look (&cutter); going && cutter.at < length;)
    {
      if (cutter.kind == PAIRED)
        going = cut_pairs (&cutter, sought);
      else if (cutter.kind != BREAK)
        going = cut_word (&cutter);
      else
        look (&cutter);
    }
  return going;
}

static gboolean
note_single_cb (const CutSearchWord *word,
                gpointer             data)
{
  /* Of a word that could be a pair, only one character. */
  *(gboolean *) data = word->end == word->first_end && is_paired (g_utf8_get_char_validated (word->folded, (gssize) word->length));
  return TRUE;
}

gboolean
cut_search_words_end_single (CutSearchWords *self,
                             const char     *text)
{
  gboolean single = FALSE;

  cut_search_words_cut (self, text, strlen (text), TRUE, note_single_cb, &single);
  return single;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-text.h"

#include "cut-name-lines.h"

#include <string.h>

#define LOOK_EVERY 4096 /* tokens between two looks at the cancellable */
#define FIRST_SLOTS 1024
#define NONE G_MAXUINT

typedef struct
{
  CutNameText *out;
  const char *p;
  guint cp;      /* code points before p */
  gboolean wrapped; /* lines end within sentences */
  gboolean fresh;
  gboolean quoted;
  guint16 flags; /* what is known of the next token */
} Reader;

static gunichar
get (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_';
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_upper (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Types. */

static void
grow (CutNameText *self)
{
  self->mask = self->slots == NULL ? FIRST_SLOTS - 1 : self->mask * 2 + 1;
  g_free (self->slots);
  self->slots = g_new (guint, self->mask + 1);
  memset (self->slots, 0xFF, (self->mask + 1) * sizeof *self->slots);
  for (guint i = 0; i < self->types->len; i++)
    {
      guint at = g_array_index (self->types, CutNameType, i).hash & self->mask;

      while (self->slots[at] != NONE)
        at = (at + 1) & self->mask;
      self->slots[at] = i;
    }
}

static gboolean
is_common (const CutNameLists *lists,
           const char         *folded,
           gsize               length)
{
  const CutNameEntry *entry = cut_name_lists_find (lists, folded, length, cut_name_hash (folded, length));

  return entry != NULL && (entry->classes & CUT_NAME_BIT (CUT_NAME_COMMON)) != 0;
}

static guint64
get_listed_classes (const CutNameLists *lists,
                    const char         *folded,
                    gsize               length)
{
  const CutNameEntry *entry = length > 0 ? cut_name_lists_find (lists, folded, length, cut_name_hash (folded, length)) : NULL;

  return entry != NULL ? entry->classes : 0;
}

/* "Syrian-American" is what "American" is, "she'll" what "she" is. */
static guint64
get_compound_classes (const CutNameLists *lists,
                      const char         *folded,
                      gsize               length)
{
  for (gsize i = length; i-- > 1;)
    if (folded[i] == '-')
      return get_listed_classes (lists, folded + i + 1, length - i - 1) & CUT_NAME_BIT (CUT_NAME_DEMONYM);
    else if (folded[i] == '\'')
      return get_listed_classes (lists, folded, i) & CUT_NAME_BIT (CUT_NAME_FUNCTION);
  return 0;
}

/* "Deutschlands" */
static guint64
get_genitive_classes (const CutNameLists *lists,
                      const char         *folded,
                      gsize               length)
{
  return length > 4 && folded[length - 1] == 's' ? get_listed_classes (lists, folded, length - 1) & CUT_NAME_KNOWN : 0;
}

/* Of a word that is in no list: "floods" is an ordinary word where "flood" is. */
static guint64
get_derived_classes (const CutNameLists *lists,
                     const char         *folded,
                     gsize               length)
{
  static const char *const endings[] = { "s", "es", "d", "ed", "ing", "ly", "er", "ers", "ness" };
  guint64 classes = cut_name_lists_ending (lists, folded, length) | get_compound_classes (lists, folded, length);

  if (cut_name_lists_has_noun_capitals (lists))
    return classes | get_genitive_classes (lists, folded, length);

  for (guint i = 0; i < G_N_ELEMENTS (endings) && (classes & CUT_NAME_BIT (CUT_NAME_COMMON)) == 0; i++)
    {
      gsize n = strlen (endings[i]);
      char stem[CUT_NAME_LONGEST_WORD + 1];

      if (length > n + 3 && memcmp (folded + length - n, endings[i], n) == 0 && is_common (lists, folded, length - n))
        classes |= CUT_NAME_BIT (CUT_NAME_COMMON);
      else if (length > n + 3 && i > 2 && memcmp (folded + length - n, endings[i], n) == 0)
        {
          memcpy (stem, folded, length - n);
          stem[length - n] = 'e';
          if (is_common (lists, stem, length - n + 1))
            classes |= CUT_NAME_BIT (CUT_NAME_COMMON);
        }
    }
  return classes;
}

static guint
add_type (CutNameText *self,
          const char   *folded,
          gsize         length,
          guint         hash)
{
  CutNameType type = { NULL };

  type.entry = cut_name_lists_find (self->lists, folded, length, hash);
  type.classes = type.entry != NULL ? type.entry->classes : get_derived_classes (self->lists, folded, length);
  type.folded = self->store->len;
  type.length = (guint) length;
  type.hash = hash;
  g_string_append_len (self->store, folded, (gssize) length);
  g_array_append_val (self->types, type);
  if ((type.classes & CUT_NAME_BIT (CUT_NAME_SPORT)) != 0)
    self->n_sport++;
  return self->types->len - 1;
}

static guint
find_type (CutNameText *self,
           const char   *folded,
           gsize         length,
           guint         hash)
{
  guint at;

  if (self->types->len * 2 >= self->mask)
    grow (self);
  for (at = hash & self->mask; self->slots[at] != NONE; at = (at + 1) & self->mask)
    {
      const CutNameType *type = &g_array_index (self->types, CutNameType, self->slots[at]);

      if (type->hash == hash && type->length == length && memcmp (self->store->str + type->folded, folded, length) == 0)
        return self->slots[at];
    }
  self->slots[at] = add_type (self, folded, length, hash);
  return self->slots[at];
}

/* Where a word ends. */

/* "U.S.", "J.", "a.m.": letters each with a stop. Returns where they end, @from when it is none. */
static const char *
skip_initials (const char *from)
{
  const char *p = from;
  const char *end = from;
  guint n = 0;

  while (is_letter (get (p)) && *g_utf8_next_char (p) == '.')
    {
      p = g_utf8_next_char (p) + 1;
      end = p;
      n++;
    }
  if (n == 0 || is_letter (get (end)))
    return from;
  return n > 1 || is_upper (get (from)) ? end : from;
}

static gboolean
is_listed (const Reader *self,
           const char   *from,
           const char   *end,
           guint64       classes)
{
  char folded[CUT_NAME_LONGEST_WORD];
  gsize n = cut_name_lists_fold (from, (gsize) (end - from), folded);
  const CutNameEntry *entry = n > 0 ? cut_name_lists_find (self->out->lists, folded, n, cut_name_hash (folded, n)) : NULL;

  return entry != NULL && (entry->classes & classes) != 0;
}

/* "Anti-Trump", "ex-Soviet", "D-Va." */
static gboolean
is_prefix (const char *from,
           const char *hyphen)
{
  static const char *const prefixes[] = { "anti", "pro", "non", "ex", "pre", "post", "mid", "un", "co", "self", "d", "r" };
  gsize length = (gsize) (hyphen - from);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strlen (prefixes[i]) == length && g_ascii_strncasecmp (from, prefixes[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* "al-Assad", "el-Sisi" */
static gboolean
is_arabic_article (const char *from,
                   const char *hyphen)
{
  return hyphen - from == 2 && (from[0] == 'a' || from[1] == 'l');
}

/* "-le-" of "Chester-le-Street", "-upon-" */
static gboolean
is_small_part (const char *p)
{
  guint n = 0;

  for (; g_ascii_islower (*p) && n < 5; p++)
    n++;
  return *p == '-' && is_upper (get (p + 1));
}

/* "London-based", "anti-Trump": a name, and a word beside it. A name with hyphens goes on with a capital. */
static gboolean
is_parted_by_hyphen (const char *from,
                     const char *hyphen)
{
  const char *next = g_utf8_next_char (hyphen);
  gboolean before = is_upper (get (from));
  gboolean after = is_upper (get (next));

  if (is_prefix (from, hyphen))
    return TRUE;
  if (before)
    return !after && !g_ascii_isdigit (*next) && !is_small_part (next);
  return after && !is_arabic_article (from, hyphen);
}

/* Whether a sign inside a word goes on with it: O'Hara, AT&T, Amazon.com, Jean-Claude. */
static gboolean
goes_on (const char *from,
         const char *p)
{
  gunichar c = get (p);
  gunichar next = *p == '\0' ? 0 : get (g_utf8_next_char (p));

  if (is_apostrophe (c))
    return is_letter (next) && !((next == 's' || next == 'S') && !is_letter (get (g_utf8_next_char (p) + 1)));
  if (is_hyphen (c))
    return is_word (next) && !is_parted_by_hyphen (from, p);
  if (c == '&')
    return is_upper (next);
  if (c == '.')
    return is_word (next) && !is_upper (next);
  return FALSE;
}

/* "McDonald's", "People's", "St. John's": names that end so. */
static const char *
skip_possessive (const Reader *self,
                 const char   *from,
                 const char   *p)
{
  const char *end = p;

  if (!is_apostrophe (get (p)))
    return p;
  end = g_utf8_next_char (p);
  if (*end != 's' && *end != 'S')
    return p;
  return is_listed (self, from, end + 1, G_MAXUINT64 & ~CUT_NAME_BIT (CUT_NAME_FUNCTION)) ? end + 1 : p;
}

static const char *
skip_word (const Reader *self,
           gboolean     *ascii)
{
  const char *from = self->p;
  const char *p = from;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80)
        *ascii = FALSE;
      if (g_ascii_isalnum (*p))
        continue;
      if (!is_word (get (p)) && !(p > from && goes_on (from, p)))
        break;
    }
  p = skip_possessive (self, from, p);
  if (*p == '.' && p - from < 10 && is_listed (self, from, p + 1, CUT_NAME_BIT (CUT_NAME_ABBREVIATION)))
    p++;
  return p;
}

/* Tokens. */

static guint16
get_case (const char *from,
          const char *end)
{
  guint n_upper = 0;
  guint n_lower = 0;
  gboolean mixed = FALSE;

  for (const char *p = from; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = get (p);

      if (is_upper (c))
        {
          mixed = mixed || n_lower > 0;
          n_upper++;
        }
      else if (c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c))
        n_lower++;
    }
  return (guint16) ((is_upper (get (from)) || mixed ? CUT_NAME_CAPITAL : 0) | (n_upper > 1 && n_lower == 0 ? CUT_NAME_CAPS : 0)
                    | (mixed ? CUT_NAME_MIXED : 0));
}

static CutNameToken *
add (Reader      *self,
     const char  *end,
     CutNameKind  kind,
     guint        type,
     gboolean     ascii)
{
  CutNameToken token = { 0 };

  token.at = (guint) (self->p - self->out->text);
  token.length = (guint) (end - self->p);
  token.start = self->cp;
  token.end = self->cp + (ascii ? token.length : (guint) g_utf8_strlen (self->p, (gssize) token.length));
  token.type = type;
  token.kind = (guint16) kind;
  token.flags = self->flags;
  if (self->fresh)
    token.flags |= CUT_NAME_FRESH;
  if (self->quoted)
    token.flags |= CUT_NAME_QUOTED;
  self->cp = token.end;
  self->p = end;
  self->flags = CUT_NAME_JOINED;
  self->quoted = FALSE;
  g_array_append_val (self->out->tokens, token);
  return &g_array_index (self->out->tokens, CutNameToken, self->out->tokens->len - 1);
}

static gboolean
is_address (const char *from,
            const char *end)
{
  return (end[0] == ':' && end[1] == '/' && end[2] == '/') || (end[0] == '@' && is_word (get (end + 1)))
         || (from[0] == 'w' && from[1] == 'w' && from[2] == 'w' && from[3] == '.');
}

static void
add_address (Reader *self)
{
  const char *end = self->p;

  while (*end != '\0' && !g_unichar_isspace (get (end)))
    end = g_utf8_next_char (end);
  add (self, end, CUT_NAME_NUMBER, 0, FALSE);
  self->fresh = FALSE;
}

static void
add_word (Reader *self)
{
  gboolean ascii = TRUE;
  gboolean dotted = FALSE;
  char folded[CUT_NAME_LONGEST_WORD];
  const char *from = self->p;
  const char *end = skip_initials (from);
  CutNameToken *token;
  guint16 flags;
  gsize n;

  if (end > from)
    dotted = TRUE;
  else
    end = skip_word (self, &ascii);
  if (!dotted && is_address (from, end))
    {
      add_address (self);
      return;
    }
  n = cut_name_lists_fold (from, (gsize) (end - from), folded);
  flags = get_case (from, end);
  token = add (self, end, n > 0 ? CUT_NAME_WORD : CUT_NAME_NUMBER, n > 0 ? find_type (self->out, folded, n, cut_name_hash (folded, n)) : 0, ascii && !dotted);
  token->flags |= n > 0 ? flags : 0;
  if (dotted && n > 0 && (flags & CUT_NAME_CAPITAL) != 0)
    token->flags |= CUT_NAME_INITIAL;
  self->fresh = FALSE;
}

/* Most words are letters of ASCII with a space or a comma behind them: all that is asked of these in one pass. Returns
 * whether it was such a word. */
static gboolean
add_plain_word (Reader *self)
{
  char folded[CUT_NAME_LONGEST_WORD];
  const char *p = self->p;
  guint hash = CUT_NAME_HASH_START;
  guint n_upper = 0;
  gboolean mixed = FALSE;
  guint16 flags = 0;
  gsize n = 0;

  for (; g_ascii_isalpha (*p) && n < CUT_NAME_LONGEST_WORD / 2; p++)
    {
      gboolean upper = g_ascii_isupper (*p);

      mixed = mixed || (upper && n > n_upper);
      n_upper += upper;
      folded[n] = (char) (*p | 0x20);
      hash = cut_name_hash_next (hash, folded[n++]);
    }
  if (*p != ' ' && *p != ',' && *p != '\n')
    return FALSE;
  if (g_ascii_isupper (*self->p) || mixed)
    flags |= CUT_NAME_CAPITAL;
  if (n_upper > 1 && n_upper == n)
    flags |= CUT_NAME_CAPS;
  if (mixed)
    flags |= CUT_NAME_MIXED;
  add (self, p, CUT_NAME_WORD, find_type (self->out, folded, n, hash), TRUE)->flags |= flags;
  self->fresh = FALSE;
  return TRUE;
}

static void
add_number (Reader *self)
{
  const char *end = self->p;

  while (g_ascii_isalnum (*end) || ((*end == '.' || *end == ',' || *end == '-' || *end == ':' || *end == '/') && g_ascii_isdigit (end[1])))
    end++;
  if (end == self->p)
    end = g_utf8_next_char (end);
  add (self, end, CUT_NAME_NUMBER, 0, FALSE);
  self->fresh = FALSE;
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || (c >= 0x2018 && c <= 0x201F && c != 0x2019) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || c == '`';
}

static gboolean
is_possessive (const Reader *self,
               gunichar      c)
{
  const char *next = g_utf8_next_char (self->p);
  GArray *tokens = self->out->tokens;

  return is_apostrophe (c) && (*next == 's' || *next == 'S') && !is_word (get (next + 1)) && tokens->len > 0
         && g_array_index (tokens, CutNameToken, tokens->len - 1).kind != CUT_NAME_SIGN;
}

/* Whether a capital behind the sign may mean nothing. */
static gboolean
makes_fresh (const Reader *self,
             gunichar      c)
{
  switch (c)
    {
    case '.':
    case '?':
    case '!':
    case ':':
    case 0x2026:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case '*':
    case '|':
      return TRUE;
    case '-':
      return (self->flags & CUT_NAME_JOINED) == 0;
    case ')':
    case 0x201D:
      return self->fresh;
    default:
      return is_quotation_mark (c) || (self->fresh && c != ',' && c != '(');
    }
}

static void
add_sign (Reader  *self,
          gunichar c)
{
  const char *end = g_utf8_next_char (self->p);
  gboolean fresh = makes_fresh (self, c);

  if (c == '.' || c == '-' || c == '\'' || c == '`')
    while (*end == *self->p)
      end++;
  add (self, end, CUT_NAME_SIGN, c == '\'' && end[-1] == '\'' && end - self->p > 2 ? '"' : c, FALSE);
  self->fresh = fresh;
  self->quoted = is_quotation_mark (c) || c == '\'';
}

/* White space, and what it says of the token behind it. */
static void
skip_space (Reader *self)
{
  guint n_lines = 0;
  guint n = 0;
  gboolean tab = FALSE;

  for (; *self->p != '\0' && (*self->p == ' ' || g_unichar_isspace (get (self->p))); self->p = g_utf8_next_char (self->p))
    {
      n_lines += *self->p == '\n' || get (self->p) == 0x2028 || get (self->p) == 0x2029;
      tab = tab || *self->p == '\t';
      self->cp++;
      n++;
    }
  self->flags = 0;
  if (tab || (n > 1 && n_lines == 0))
    self->flags |= CUT_NAME_APART;
  if (n_lines > 1 || (n_lines == 1 && !self->wrapped))
    {
      self->flags |= CUT_NAME_LINE;
      self->fresh = TRUE;
    }
}

static void
read_one (Reader *self)
{
  gunichar c = get (self->p);

  if (c == ' ' && g_ascii_isalnum (self->p[1]))
    {
      self->p++;
      self->cp++;
      self->flags = 0;
    }
  else if (c == ' ' || (c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c)))
    skip_space (self);
  else if (g_ascii_isalpha (*self->p) && add_plain_word (self))
    return;
  else if (is_letter (c))
    add_word (self);
  else if (is_word (c))
    add_number (self);
  else if (is_possessive (self, c))
    {
      add (self, g_utf8_next_char (self->p) + 1, CUT_NAME_POSSESSIVE, 0, FALSE);
      self->fresh = FALSE;
    }
  else if ((c == '@' || c == '#') && is_word (get (self->p + 1)))
    add_address (self);
  else
    add_sign (self, c);
}

static gboolean
read_all (Reader       *self,
          GCancellable *cancellable)
{
  guint look_at = LOOK_EVERY;

  while (*self->p != '\0')
    {
      read_one (self);
      if (self->out->tokens->len < look_at)
        continue;
      look_at += LOOK_EVERY;
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }
  return !g_cancellable_is_cancelled (cancellable);
}

CutNameText *
cut_name_text_new (const char         *text,
                    const CutNameLists *lists,
                    GCancellable       *cancellable)
{
  g_autoptr (CutNameText) self = g_new0 (CutNameText, 1);
  Reader reader = { self, text, 0, cut_name_lines_are_wrapped (text), TRUE, FALSE, CUT_NAME_LINE };

  self->text = text;
  self->lists = lists;
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (CutNameToken), (guint) MIN (strlen (text) / 5 + 16, G_MAXUINT / 64));
  self->types = g_array_new (FALSE, FALSE, sizeof (CutNameType));
  self->store = g_string_new (NULL);
  grow (self);
  if (!read_all (&reader, cancellable))
    return NULL;
  self->length = reader.cp;
  cut_name_lines_judge (self);
  return g_steal_pointer (&self);
}

void
cut_name_text_free (CutNameText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_array_unref (self->types);
  g_string_free (self->store, TRUE);
  g_free (self->slots);
  g_free (self);
}

static gboolean
fits (const CutNameText  *self,
      const CutNamePhrase *phrase,
      guint                i)
{
  if (i + phrase->n > self->tokens->len)
    return FALSE;
  for (guint k = 1; k < phrase->n; k++)
    {
      const CutNameType *type = cut_name_text_type (self, i + k);

      if (type == NULL || type->entry != phrase->words[k] || cut_name_text_has (self, i + k, CUT_NAME_LINE | CUT_NAME_APART))
        return FALSE;
    }
  return cut_name_text_has (self, i + phrase->n - 1, CUT_NAME_CAPITAL) || cut_name_text_get (self, i + phrase->n - 1)->kind != CUT_NAME_WORD;
}

const CutNamePhrase *
cut_name_text_phrase (const CutNameText *self,
                       guint               i)
{
  const CutNameType *type = cut_name_text_type (self, i);
  const CutNameEntry *entry = type != NULL ? type->entry : NULL;

  for (guint k = 0; entry != NULL && k < entry->n_phrases; k++)
    if (fits (self, &entry->phrases[k], i))
      return &entry->phrases[k];
  return NULL;
}

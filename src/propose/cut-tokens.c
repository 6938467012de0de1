/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tokens.h"

#include <string.h>

#define LOOK_EVERY 4096 /* tokens between two looks at the cancellable */
#define MAX_SENTENCE 500 /* tokens; a longer one is none, and is cut, so that every rule takes linear time */
#define DASH 0x2014
#define DOTS 0x2026

typedef struct
{
  CutTokens *out;
  GArray *tokens;
  const char *p;
  guint cp;        /* code points before p */
  gunichar opened; /* the double mark that is open, or 0 */
  gboolean single; /* a single mark is open */
  gboolean spaced; /* white space before p */
  gboolean lined;  /* a line's end before p */
  gunichar before; /* the character before p, 0 at the beginning */
} Reader;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
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
  return is_letter (c) || (c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c)) || c == '_';
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x80 && g_unichar_isspace (c));
}

static gunichar
get (const char *p)
{
  return *p == '\0' ? 0 : (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static gunichar
get_next (const char *p)
{
  return *p == '\0' ? 0 : get (g_utf8_next_char (p));
}

/* Whether @p, at a sign, goes on a word: co-author, U.S., O'Hara, AT&T, 1,200.50, Example.com. */
static gboolean
goes_on (gunichar    before,
         const char *p)
{
  gunichar c = get (p);
  gunichar next = get_next (p);

  if (c == '-' || c == 0x2010 || c == 0x2011 || c == '&')
    return is_word (before) && is_word (next);
  if (is_apostrophe (c))
    return is_letter (before) && is_letter (next);
  if (c == '.')
    return (g_unichar_isdigit (before) && g_unichar_isdigit (next)) || (is_letter (before) && g_unichar_islower (next));
  if (c == ',')
    return g_unichar_isdigit (before) && g_unichar_isdigit (next);
  return FALSE;
}

/* "U.S.": letters each with a stop. Returns where they end, @from when it is none. */
static const char *
skip_initials (const char *from)
{
  const char *p = from;
  const char *end = from;
  guint n = 0;

  while (is_letter (get (p)) && get_next (p) == '.')
    {
      p = g_utf8_next_char (p) + 1;
      end = p;
      n++;
    }
  if (n == 0 || is_letter (get (end)))
    return from;
  return n > 1 || g_unichar_isupper (get (from)) ? end : from;
}

static const char *
skip_address (const char *p)
{
  if (!g_str_has_prefix (p, "http://") && !g_str_has_prefix (p, "https://"))
    return p;
  while (*p != '\0' && !is_space (get (p)) && get (p) != '"' && get (p) != 0x201D)
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_abbreviation (const CutLanguage *language,
                 const char        *from,
                 const char        *end)
{
  return cut_entry_is (cut_language_find (language, from, (gsize) (end - from)), CUT_CLASS_BIT (CUT_CLASS_ABBREVIATION));
}

static const char *
skip_word (Reader *self)
{
  const CutLanguage *language = self->out->language;
  const char *from = self->p;
  const char *p = skip_address (from);
  const char *hyphen = NULL;
  gunichar before = 0;

  if (p > from)
    return p;
  p = skip_initials (from);
  if (p > from)
    return p;
  p = from;
  if (*p == '@' || *p == '#')
    p++;
  while (*p != '\0' && (is_word (get (p)) || goes_on (before, p)))
    {
      before = get (p);
      if (before == '-')
        hyphen = p;
      p = g_utf8_next_char (p);
    }
  if (*p == '.' && (is_abbreviation (language, from, p + 1) || (hyphen != NULL && is_abbreviation (language, hyphen + 1, p + 1))))
    p++;
  return p;
}

static CutProse *
add (Reader     *self,
     const char *end,
     guint8      kind,
     gunichar    sign)
{
  CutProse token = { NULL };

  token.start = self->cp;
  token.at = (guint) (self->p - self->out->text);
  token.length = (guint) (end - self->p);
  token.kind = kind;
  token.sign = sign;
  token.flags = (guint8) ((self->spaced ? CUT_PROSE_SPACED : 0) | (self->lined ? CUT_PROSE_PARAGRAPH : 0));
  self->before = 0;
  for (const char *p = self->p; p < end; p = g_utf8_next_char (p))
    {
      self->before = get (p);
      self->cp++;
    }
  token.end = self->cp;
  self->p = end;
  self->spaced = FALSE;
  self->lined = FALSE;
  g_array_append_val (self->tokens, token);
  return &g_array_index (self->tokens, CutProse, self->tokens->len - 1);
}

static guint8
get_case (const char *p,
          const char *end)
{
  guint upper = 0;
  guint lower = 0;
  gboolean first = g_unichar_isupper (get (p));

  for (; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      {
        upper += g_ascii_isupper (*p);
        lower += g_ascii_islower (*p);
      }
    else
      lower++;
  return (guint8) ((first ? CUT_PROSE_CAPITAL : 0) | (upper > 1 && lower == 0 ? CUT_PROSE_CAPS : 0));
}

/* The clitic at the end of a word ("'s" of "Ann's", "n't" of "don't"); @end when it has none. */
static const char *
find_clitic (Reader     *self,
             const char *end)
{
  const char *p = self->p;

  for (const char *apostrophe = end; apostrophe > p;)
    {
      apostrophe = g_utf8_prev_char (apostrophe);
      if (!is_apostrophe (get (apostrophe)))
        continue;
      for (guint back = 0; back < 2; back++)
        {
          const char *from = back == 0 ? apostrophe : g_utf8_prev_char (apostrophe);

          if (from > p
              && cut_entry_is (cut_language_find (self->out->language, from, (gsize) (end - from)), CUT_CLASS_BIT (CUT_CLASS_CLITIC)))
            return from;
          if (from <= p)
            break;
        }
      break;
    }
  return end;
}

static void
add_word (Reader *self)
{
  const char *end = skip_word (self);
  const char *clitic = find_clitic (self, end);

  while (self->p < end)
    {
      const char *stop = self->p < clitic ? clitic : end;
      const char *from = self->p;
      gboolean number = g_unichar_isdigit (get (from));
      CutProse *token = add (self, stop, number ? CUT_PROSE_NUMBER : CUT_PROSE_WORD, 0);

      token->flags |= get_case (from, stop);
      token->entry = cut_language_find (self->out->language, from, (gsize) (stop - from));
      if (token->entry == NULL && (token->flags & CUT_PROSE_CAPITAL) == 0)
        token->entry = cut_language_find_ending (self->out->language, from, (gsize) (stop - from));
    }
}

static gboolean
is_double_mark (gunichar c)
{
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

static gboolean
is_single_mark (gunichar c)
{
  return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

/* A mark stands before a word when white space or an opening sign is before it and none behind it. */
static gboolean
leans_right (Reader *self,
             gunichar next)
{
  gunichar before = self->spaced ? ' ' : self->before;
  gboolean free_left = before == 0 || is_space (before) || before == '(' || before == '[' || before == DASH || before == 0x2013 || is_double_mark (before);

  return free_left && next != 0 && !is_space (next) && next != ',' && next != '.';
}

static gboolean
opens_double (Reader  *self,
              gunichar c,
              gunichar next)
{
  if (c == 0x201E || c == 0x201F)
    return TRUE;
  /* A mark that was meant to close: “so,“ he said. */
  if (c == 0x201C)
    return self->opened != 0x201E && !(self->opened == 0x201C && !self->spaced && !is_word (next));
  if (c == 0x201D)
    return self->opened == 0 && leans_right (self, next);
  return self->opened == 0 ? leans_right (self, next) || c != '"' : c == '"' && self->spaced && leans_right (self, next);
}

/* Some agencies write two apostrophes for a double mark. */
static gboolean
is_typed_mark (const char *p)
{
  return (p[0] == '\'' && p[1] == '\'') || (p[0] == '`' && p[1] == '`');
}

static void
add_double_mark (Reader     *self,
                 gunichar    c,
                 const char *end)
{
  gboolean opens = opens_double (self, c, get (end));

  self->opened = opens ? c : 0;
  self->single = FALSE;
  add (self, end, opens ? CUT_PROSE_OPEN : CUT_PROSE_CLOSE, c);
}

/* An apostrophe is a mark only where one was opened before; else it belongs to a word ("the officials' plan"). */
static gboolean
add_single_mark (Reader  *self,
                 gunichar c)
{
  const char *end = g_utf8_next_char (self->p);
  gunichar next = get (end);
  gboolean apostrophe = is_apostrophe (c);

  if (!self->single && (c == 0x2018 || c == 0x201A || !is_apostrophe (c) || c == '\'') && leans_right (self, next) && is_word (next))
    self->single = TRUE;
  else if (self->single && !is_letter (next))
    self->single = FALSE;
  else
    {
      CutProse *token = add (self, end, apostrophe ? CUT_PROSE_WORD : CUT_PROSE_SIGN, 0);

      token->entry = cut_language_find (self->out->language, "'", 1);
      return TRUE;
    }
  add (self, end, self->single ? CUT_PROSE_OPEN : CUT_PROSE_CLOSE, c)->flags |= CUT_PROSE_SINGLE;
  return TRUE;
}

static void
add_sign (Reader  *self,
          gunichar c)
{
  const char *end = g_utf8_next_char (self->p);

  if (c == '.' && *end == '.')
    {
      while (*end == '.')
        end++;
      c = DOTS;
    }
  else if (c == '-' && *end == '-')
    {
      while (*end == '-')
        end++;
      c = DASH;
    }
  else if (c == 0x2013 || c == 0x2015 || (c == '-' && (self->spaced || is_space (get (end)))))
    c = DASH;
  add (self, end, CUT_PROSE_SIGN, c);
}

static void
read_one (Reader *self)
{
  gunichar c = get (self->p);

  if (is_space (c))
    {
      if (c == '\n' || c == 0x2028 || c == 0x2029)
        {
          self->lined = TRUE;
          self->opened = 0;
          self->single = FALSE;
        }
      self->spaced = TRUE;
      self->p = g_utf8_next_char (self->p);
      self->cp++;
    }
  else if (is_word (c) || ((c == '@' || c == '#') && is_word (get_next (self->p))))
    add_word (self);
  else if (is_typed_mark (self->p) && !(self->single && self->p[2] == '\''))
    add_double_mark (self, '"', self->p + 2);
  else if (is_double_mark (c))
    add_double_mark (self, c, g_utf8_next_char (self->p));
  else if (is_single_mark (c))
    add_single_mark (self, c);
  else
    add_sign (self, c);
}

static gboolean
ends_with_stop (const CutTokens *self,
                const CutProse  *token)
{
  return token->kind == CUT_PROSE_WORD && token->length > 1 && self->text[token->at + token->length - 1] == '.';
}

/* Behind an abbreviation only a word that is no name tells that a sentence begins. */
static gboolean
begins_plainly (const CutProse *token)
{
  const guint64 openers = CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_SUBJECT) | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE)
                          | CUT_CLASS_BIT (CUT_CLASS_DETERMINER) | CUT_CLASS_BIT (CUT_CLASS_SUBORDINATOR)
                          | CUT_CLASS_BIT (CUT_CLASS_PREPOSITION) | CUT_CLASS_BIT (CUT_CLASS_COORDINATOR);

  if (token->kind == CUT_PROSE_OPEN)
    return TRUE;
  return (token->flags & CUT_PROSE_CAPITAL) != 0 && cut_entry_is (token->entry, openers);
}

static gboolean
may_begin (const CutProse *token)
{
  return token->kind == CUT_PROSE_OPEN || token->kind == CUT_PROSE_NUMBER || (token->flags & CUT_PROSE_CAPITAL) != 0
         || (token->kind == CUT_PROSE_SIGN && token->sign != ',' && token->sign != DASH && token->sign != ')');
}

/* Whether a sentence ends between tokens @i - 1 and @i. */
static gboolean
is_boundary (const CutTokens *self,
             guint            i)
{
  const CutProse *next = &self->tokens[i];
  guint last = i - 1;

  if ((next->flags & CUT_PROSE_PARAGRAPH) != 0)
    return TRUE;
  if ((next->flags & CUT_PROSE_SPACED) == 0 || next->kind == CUT_PROSE_CLOSE)
    return FALSE;
  while (last > 0 && (self->tokens[last].kind == CUT_PROSE_CLOSE || self->tokens[last].sign == ')' || self->tokens[last].sign == ']'))
    last--;
  if (ends_with_stop (self, &self->tokens[last]))
    return !cut_entry_is (self->tokens[last].entry, CUT_CLASS_BIT (CUT_CLASS_TITLE)) && begins_plainly (next);
  switch (self->tokens[last].sign)
    {
    case '.':
    case '?':
    case '!':
    case DOTS:
      return may_begin (next);
    default:
      return FALSE;
    }
}

static void
add_boundaries (CutTokens *self)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    {
      CutProse *token = &self->tokens[i];

      if (i == 0 || (token->flags & CUT_PROSE_PARAGRAPH) != 0)
        {
          token->flags |= CUT_PROSE_PARAGRAPH;
          g_array_append_val (paragraphs, i);
        }
      if (i == 0 || is_boundary (self, i) || i - g_array_index (sentences, guint, sentences->len - 1) >= MAX_SENTENCE)
        {
          token->flags |= CUT_PROSE_SENTENCE;
          g_array_append_val (sentences, i);
        }
      token->sentence = sentences->len - 1;
      token->paragraph = paragraphs->len - 1;
    }
  self->n_sentences = sentences->len;
  self->n_paragraphs = paragraphs->len;
  g_array_append_val (sentences, self->n);
  g_array_append_val (paragraphs, self->n);
  self->sentences = (guint *) (gpointer) g_array_free (sentences, FALSE);
  self->paragraphs = (guint *) (gpointer) g_array_free (paragraphs, FALSE);
}

CutTokens *
cut_tokens_new (const char        *text,
                const CutLanguage *language,
                GCancellable      *cancellable)
{
  g_autoptr (CutTokens) self = g_new0 (CutTokens, 1);
  Reader reader = { self, NULL };
  guint look_at = LOOK_EVERY;

  self->text = text;
  self->language = language;
  reader.tokens = g_array_sized_new (FALSE, FALSE, sizeof (CutProse), (guint) MIN (strlen (text) / 5 + 16, G_MAXUINT / 64));
  reader.p = text;
  reader.spaced = TRUE;
  while (*reader.p != '\0')
    {
      read_one (&reader);
      if (reader.tokens->len < look_at)
        continue;
      look_at += LOOK_EVERY;
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  self->n = reader.tokens->len;
  self->tokens = (CutProse *) (gpointer) g_array_free (reader.tokens, FALSE);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  add_boundaries (self);
  return g_steal_pointer (&self);
}

void
cut_tokens_free (CutTokens *self)
{
  g_free (self->tokens);
  g_free (self->sentences);
  g_free (self->paragraphs);
  g_free (self);
}

const char *
cut_tokens_match (const CutTokens *self,
                  guint            table,
                  guint            i,
                  guint            end,
                  guint           *n)
{
  if (i >= end)
    return NULL;
  return cut_language_match (self->language, table, &self->tokens[i].entry, sizeof (CutProse), end - i, n);
}

char *
cut_tokens_dup (const CutTokens *self,
                guint            first,
                guint            end)
{
  const CutProse *last;

  if (first >= end)
    return g_strdup ("");
  last = &self->tokens[end - 1];
  return g_strndup (self->text + self->tokens[first].at, last->at + last->length - self->tokens[first].at);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-parts.h"

#include <string.h>

#define MOST_BYTES 2048 /* of a name that are looked at */

/* Letters that fall into no Latin letter and marks. */

typedef struct
{
  gunichar c;
  const char *latin;
} Letter;

static const Letter letters[] = {
  { 0x00E6, "ae" },   { 0x00F0, "d" },   { 0x00F8, "o" },  { 0x00FE, "th" }, { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" },
  { 0x0142, "l" },    { 0x0153, "oe" },  { 0x0167, "t" },  { 0x0259, "a" },  { 0x03B1, "a" },  { 0x03B2, "v" },  { 0x03B3, "g" },
  { 0x03B4, "d" },    { 0x03B5, "e" },   { 0x03B6, "z" },  { 0x03B7, "i" },  { 0x03B8, "th" }, { 0x03B9, "i" },  { 0x03BA, "k" },
  { 0x03BB, "l" },    { 0x03BC, "m" },   { 0x03BD, "n" },  { 0x03BE, "x" },  { 0x03BF, "o" },  { 0x03C0, "p" },  { 0x03C1, "r" },
  { 0x03C2, "s" },    { 0x03C3, "s" },   { 0x03C4, "t" },  { 0x03C5, "y" },  { 0x03C6, "f" },  { 0x03C7, "ch" }, { 0x03C8, "ps" },
  { 0x03C9, "o" },    { 0x0430, "a" },   { 0x0431, "b" },  { 0x0432, "v" },  { 0x0433, "g" },  { 0x0434, "d" },  { 0x0435, "e" },
  { 0x0436, "zh" },   { 0x0437, "z" },   { 0x0438, "i" },  { 0x0439, "y" },  { 0x043A, "k" },  { 0x043B, "l" },  { 0x043C, "m" },
  { 0x043D, "n" },    { 0x043E, "o" },   { 0x043F, "p" },  { 0x0440, "r" },  { 0x0441, "s" },  { 0x0442, "t" },  { 0x0443, "u" },
  { 0x0444, "f" },    { 0x0445, "kh" },  { 0x0446, "ts" }, { 0x0447, "ch" }, { 0x0448, "sh" }, { 0x0449, "shch" }, { 0x044A, "" },
  { 0x044B, "y" },    { 0x044C, "" },    { 0x044D, "e" },  { 0x044E, "yu" }, { 0x044F, "ya" }, { 0x0454, "ye" }, { 0x0456, "i" },
  { 0x0457, "yi" },   { 0x0458, "j" },   { 0x0459, "lj" }, { 0x045A, "nj" }, { 0x045B, "c" },  { 0x0452, "dj" }, { 0x045F, "dz" },
  { 0x0491, "g" },
};

static const char *
find_latin (gunichar c)
{
  for (guint i = 0; c >= 0x80 && i < G_N_ELEMENTS (letters); i++)
    if (letters[i].c == c)
      return letters[i].latin;
  return NULL;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x02B9 || c == '`';
}

/* Words parted by one blank. */
static char *
fold (const char *name)
{
  g_autofree char *start = g_strndup (name, MOST_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *latin = find_latin (c);

      if (g_unichar_ismark (c) || is_apostrophe (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      if (latin != NULL)
        g_string_append (folded, latin);
      else
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Words that say nothing about whose name it is. */

static const char *const articles[] = { "the", "der", "die", "das", "le", "la", "les", "el", "and", "und", "et", "y", "of", NULL };

static const char *const titles[] = { "mr",   "mrs",  "ms",  "miss", "mister", "dr",   "prof", "professor", "sir", "dame", "lord",
                                      "lady", "herr", "frau", "mme",  "monsieur", "madame", "senor", "senora", "rev", "jr", "sr", NULL };

static const struct
{
  const char *word;
  const char *form;
} forms[] = {
  { "limited", "ltd" }, { "ltd", "ltd" },   { "ltda", "ltd" },  { "incorporated", "inc" }, { "inc", "inc" },  { "corporation", "corp" },
  { "corp", "corp" },   { "company", "co" }, { "co", "co" },     { "llc", "llc" },          { "llp", "llp" },  { "lp", "lp" },
  { "plc", "plc" },     { "gmbh", "gmbh" }, { "ag", "ag" },     { "kg", "kg" },            { "ohg", "ohg" },  { "kgaa", "kgaa" },
  { "se", "se" },       { "sa", "sa" },     { "sas", "sas" },   { "sarl", "sarl" },        { "srl", "srl" },  { "spa", "spa" },
  { "bv", "bv" },       { "nv", "nv" },     { "ab", "ab" },     { "asa", "asa" },          { "as", "as" },    { "oy", "oy" },
  { "oyj", "oyj" },     { "aps", "aps" },   { "kft", "kft" },   { "zrt", "zrt" },          { "doo", "doo" },  { "ooo", "ooo" },
  { "oao", "oao" },     { "pao", "pao" },   { "ao", "ao" },     { "jsc", "jsc" },          { "pjsc", "pjsc" }, { "pty", "pty" },
  { "sro", "sro" },     { "ev", "ev" },     { "eg", "eg" },     { "mbh", "gmbh" },         { "aktiengesellschaft", "ag" },
};

static const char *
find_form (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].word, word))
      return forms[i].form;
  return NULL;
}

static guint
count_letters (char **words)
{
  guint n = 0;

  while (words[n] != NULL && strlen (words[n]) == 1)
    n++;
  return n;
}

/* "G.m.b.H.", "S.A." and "U.S." come as single letters; what is no person's name has these as one word. */
static GPtrArray *
join_letters (char     **words,
              gboolean   person)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (g_free);

  while (*words != NULL)
    {
      guint n = person ? 0 : count_letters (words);
      g_autoptr (GString) word = g_string_new (*words);

      for (guint i = 1; i < n; i++)
        g_string_append (word, words[i]);
      if (word->len > 0)
        g_ptr_array_add (joined, g_strdup (word->str));
      words += MAX (n, 1);
    }
  return joined;
}

static void
replace (GString    *text,
         const char *from,
         const char *to)
{
  g_string_replace (text, from, to, 0);
}

/* What transliterations of one word have in common. */
static char *
skeleton_of (const char *part)
{
  GString *text = g_string_new (part);

  replace (text, "sch", "sh");
  replace (text, "tch", "ch");
  replace (text, "kh", "h");
  replace (text, "ph", "f");
  replace (text, "ck", "k");
  replace (text, "ae", "a");
  replace (text, "oe", "o");
  replace (text, "ue", "u");
  replace (text, "ou", "u");
  replace (text, "ie", "i");
  replace (text, "w", "v");
  replace (text, "y", "i");
  replace (text, "j", "i");
  replace (text, "x", "ks");
  replace (text, "q", "k");
  for (gsize i = 1; i < text->len;)
    if (g_ascii_isalpha (text->str[i]) && text->str[i] == text->str[i - 1])
      g_string_erase (text, (gssize) i, 1);
    else
      i++;
  return g_string_free (text, FALSE);
}

static char *
acronym_of (const char *name,
            GPtrArray  *words)
{
  gsize length = words->len == 1 ? strlen (g_ptr_array_index (words, 0)) : 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return NULL;
  return length >= 2 && length <= 8 ? g_strdup (g_ptr_array_index (words, 0)) : NULL;
}

static void
take_words (CutNameParts *self,
            GPtrArray    *words,
            gboolean      person)
{
  for (guint i = 0; i < words->len && self->parts->len < CUT_NAME_MOST_PARTS; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *form = person ? NULL : find_form (word);

      if (form != NULL && i > 0)
        self->form = form;
      else if (!g_strv_contains (person ? titles : articles, word))
        {
          g_ptr_array_add (self->parts, g_strdup (word));
          g_ptr_array_add (self->skeletons, skeleton_of (word));
        }
    }
}

static char *
join_parts (GPtrArray *parts)
{
  GString *whole = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (whole, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (parts, i));
  return g_string_free (whole, FALSE);
}

CutNameParts *
cut_name_parts_new (const char *name,
                    gboolean    person)
{
  CutNameParts *self = g_new0 (CutNameParts, 1);
  g_autofree char *folded = fold (name);
  g_auto (GStrv) split = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) words = join_letters (split, person);

  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->skeletons = g_ptr_array_new_with_free_func (g_free);
  take_words (self, words, person);
  self->acronym = g_utf8_validate (name, -1, NULL) ? acronym_of (name, self->parts) : NULL;
  self->whole = join_parts (self->parts);
  return self;
}

void
cut_name_parts_free (CutNameParts *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->skeletons);
  g_free (self->whole);
  g_free (self->acronym);
  g_free (self);
}

char *
cut_name_parts_get_initials (const CutNameParts *self)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    g_string_append_unichar (initials, g_utf8_get_char (g_ptr_array_index (self->parts, i)));
  return g_string_free (initials, FALSE);
}

gboolean
cut_name_part_is_near (const char *a,
                       const char *b)
{
  gsize a_length = strlen (a);
  gsize b_length = strlen (b);
  gsize head = 0;
  gsize tail = 0;

  if (MIN (a_length, b_length) < 5 || MAX (a_length, b_length) > MIN (a_length, b_length) + 1)
    return FALSE;
  while (a[head] != '\0' && a[head] == b[head])
    head++;
  while (tail < a_length - head && tail < b_length - head && a[a_length - 1 - tail] == b[b_length - 1 - tail])
    tail++;
  if (MAX (a_length, b_length) - head - tail <= 1)
    return TRUE;
  return a_length == b_length && a_length - head - tail == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-lexicon.h"

#include <string.h>

#include "cut-grapheme.h"

/* The lexicon. */

typedef struct
{
  const void *bytes;
  gsize length;
  guint id;
} Entry;

struct _CutLexicon
{
  GHashTable *entries; /* (element-type Entry): a set */
};

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;
  const guint8 *bytes = entry->bytes;
  guint hash = 2166136261U;

  /* FNV-1a */
  for (gsize i = 0; i < entry->length; i++)
    hash = (hash ^ bytes[i]) * 16777619U;
  return hash;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return left->length == right->length && (left->length == 0 || memcmp (left->bytes, right->bytes, left->length) == 0);
}

CutLexicon *
cut_lexicon_new (void)
{
  CutLexicon *self = g_new0 (CutLexicon, 1);

  self->entries = g_hash_table_new_full (entry_hash, entry_equal, g_free, NULL);
  return self;
}

void
cut_lexicon_free (CutLexicon *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

guint
cut_lexicon_add (CutLexicon   *self,
                 gconstpointer bytes,
                 gsize         length)
{
  Entry key = { bytes, length, g_hash_table_size (self->entries) };
  const Entry *known = g_hash_table_lookup (self->entries, &key);

  if (known != NULL)
    return known->id;
  g_hash_table_add (self->entries, g_memdup2 (&key, sizeof key));
  return key.id;
}

guint
cut_lexicon_get_size (const CutLexicon *self)
{
  return g_hash_table_size (self->entries);
}

/* Words. */

static gboolean
is_regional (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_';
}

static gboolean
stands_alone (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return g_unichar_isalpha (c);
    default:
      return FALSE;
    }
}

static gboolean
is_space (gunichar c)
{
  return c != '\n' && (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff);
}

/* Whether the sign @c may stand between @before and @after in one word or number. */
static gboolean
joins (gunichar c,
       gunichar before,
       gunichar after)
{
  if (c == '\'' || c == 0x2019 || c == 0x02bc || c == 0x00b7)
    return is_word (after) && !stands_alone (after);
  if (c == 0x200c || c == 0x200d)
    return is_word (after);
  if (c == '.' || c == ',' || c == 0x066b || c == 0x066c || c == 0x00a0 || c == 0x202f || c == 0x2009)
    return g_unichar_isdigit (before) && g_unichar_isdigit (after);
  return FALSE;
}

/* Returns: the end of what begins at @p with a letter or digit */
static const char *
skip_word (const char *p)
{
  gunichar before = g_utf8_get_char (p);

  p = g_utf8_next_char (p);
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_word (c) ? stands_alone (c) : (*next == '\0' || !joins (c, before, g_utf8_get_char (next))))
        break;
      before = c;
      p = next;
    }
  return p;
}

/* A grapheme ends where @p is moved to. Flags are pairs: looked back upon, a million of them would take for ever. */
static const char *
skip_rest (const char *text,
           const char *start,
           const char *p)
{
  gunichar first = g_utf8_get_char (start);

  if (is_regional (first))
    return *p != '\0' && is_regional (g_utf8_get_char (p)) ? g_utf8_next_char (p) : p;
  while (*p != '\0' && !is_regional (g_utf8_get_char (p)) && !cut_grapheme_is_border (text, p))
    p = g_utf8_next_char (p);
  return p;
}

static CutTokenKind
get_kind (gunichar c)
{
  if (c == '\n')
    return CUT_TOKEN_BREAK;
  if (g_unichar_isdigit (c))
    return CUT_TOKEN_NUMBER;
  return is_word (c) ? CUT_TOKEN_WORD : CUT_TOKEN_OTHER;
}

GArray *
cut_lexicon_split (CutLexicon *self,
                   const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CutToken));
  guint offset = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      gunichar c = g_utf8_get_char (p);
      CutToken word = { .start = offset, .kind = get_kind (c) };

      if (is_space (c))
        {
          p = g_utf8_next_char (p);
          offset++;
          continue;
        }
      if ((word.kind == CUT_TOKEN_WORD && !stands_alone (c)) || word.kind == CUT_TOKEN_NUMBER)
        p = skip_word (p);
      else
        p = g_utf8_next_char (p);
      if (word.kind != CUT_TOKEN_BREAK)
        p = skip_rest (text, start, p);
      offset += (guint) g_utf8_strlen (start, p - start);
      word.end = offset;
      word.id = cut_lexicon_add (self, start, (gsize) (p - start));
      g_array_append_val (words, word);
    }
  return words;
}

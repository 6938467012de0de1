/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-words.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define HYPHEN 0x2010

struct _CutPdfWords
{
  GHashTable *words; /* (owned) (set): folded */
};

static gboolean
is_hyphen (gunichar letter)
{
  return letter == '-' || letter == HYPHEN;
}

static gboolean
is_of_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || is_hyphen (letter) || letter == SOFT_HYPHEN;
}

/* A word as it is compared: small letters, one kind of hyphen. */
static char *
fold (const char *text,
      gsize       length)
{
  g_autofree char *small = g_utf8_casefold (text, (gssize) length);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    if (is_hyphen (g_utf8_get_char (p)))
      g_string_append_c (word, '-');
    else if (g_utf8_get_char (p) != SOFT_HYPHEN)
      g_string_append_unichar (word, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&word), FALSE);
}

static const char *
word_end (const char *at)
{
  while (*at != '\0' && is_of_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
word_start (const char *text,
            const char *end)
{
  const char *at = end;

  while (at > text && is_of_word (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  return at;
}

/* The last word of a line may be half of one, and the first the other half. */
static void
add_line (CutPdfWords *self,
          const char  *line)
{
  const char *at = line;

  while (*at != '\0')
    {
      const char *end = word_end (at);

      if (end > at && *end != '\0' && at > line)
        g_hash_table_add (self->words, fold (at, (gsize) (end - at)));
      at = end > at ? end : g_utf8_next_char (at);
    }
}

CutPdfWords *
cut_pdf_words_new (CutPdfDocument *document)
{
  CutPdfWords *self = g_new0 (CutPdfWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < document->pages->len; i++)
    {
      GPtrArray *lines = ((CutPdfPage *) g_ptr_array_index (document->pages, i))->lines;

      for (guint j = 0; j < lines->len; j++)
        add_line (self, ((CutPdfLine *) g_ptr_array_index (lines, j))->text);
    }
  return self;
}

void
cut_pdf_words_free (CutPdfWords *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
has_letter (const char *text,
            gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether the hyphen after @head, before @tail, is one that the word has on any line. */
static gboolean
keeps_hyphen (CutPdfWords *self,
              const char  *head,
              const char  *tail)
{
  g_autofree char *first = fold (head, strlen (head));
  g_autofree char *second = fold (tail, (gsize) (word_end (tail) - tail));
  g_autofree char *with = g_strconcat (first, "-", second, NULL);
  g_autofree char *without = g_strconcat (first, second, NULL);

  if (g_hash_table_contains (self->words, without))
    return FALSE;
  return strchr (first, '-') != NULL || g_hash_table_contains (self->words, with) || !has_letter (first, strlen (first));
}

void
cut_pdf_words_join (CutPdfWords *self,
                    GString     *text,
                    const char  *line)
{
  const char *end, *last, *start;
  g_autofree char *head = NULL;
  gunichar mark;

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  while (*line == ' ')
    line++;
  end = text->str + text->len;
  last = text->len > 0 ? g_utf8_prev_char (end) : end;
  mark = text->len > 0 ? g_utf8_get_char (last) : 0;
  start = word_start (text->str, last);
  head = g_strndup (start, (gsize) (last - start));
  if (mark == SOFT_HYPHEN)
    g_string_truncate (text, (gsize) (last - text->str));
  else if (!is_hyphen (mark) || start == last || !g_unichar_isalnum (g_utf8_get_char (line)))
    g_string_append (text, text->len > 0 ? " " : "");
  else if (g_unichar_islower (g_utf8_get_char (line)) && !keeps_hyphen (self, head, line))
    g_string_truncate (text, (gsize) (last - text->str));
  g_string_append (text, line);
}

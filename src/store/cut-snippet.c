/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-snippet.h"

#include <string.h>

#include "cut-name-index.h"
#include "cut-row.h"
#include "cut-search-index.h"
#include "cut-search-term.h"

#define WINDOW 30 /* words shown */
#define BEFORE 6  /* of them before the first hit */

struct _CutSnippet
{
  GPtrArray *phrases; /* (element-type Phrase) */
};

/* Folded words that stand one after the other. */
typedef struct
{
  GPtrArray *words;
  gboolean prefix;
} Phrase;

/* Where a word stands in a text, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
  char *folded;
} Word;

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_ptr_array_unref (phrase->words);
  g_free (phrase);
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* The words of @text as the index cuts them: runs of letters, digits and marks. */
static GArray *
words_of (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;
      g_autofree char *raw = NULL;
      Word word;

      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      raw = g_strndup (start, (gsize) (p - start));
      word = (Word){ (gsize) (start - text), (gsize) (p - text), cut_name_fold (raw) };
      g_array_append_val (words, word);
    }
  return words;
}

static void
add_phrase (CutSnippet          *self,
            const CutSearchTerm *term)
{
  g_autoptr (GArray) words = words_of (term->text);
  Phrase *phrase;

  if (words->len == 0)
    return;
  phrase = g_new0 (Phrase, 1);
  phrase->words = g_ptr_array_new_with_free_func (g_free);
  phrase->prefix = term->prefix;
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (phrase->words, g_steal_pointer (&g_array_index (words, Word, i).folded));
  g_ptr_array_add (self->phrases, phrase);
}

CutSnippet *
cut_snippet_new (const char *match)
{
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (match);
  g_autoptr (CutSnippet) self = g_new0 (CutSnippet, 1);

  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  for (guint i = 0; i < terms->len; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->filter == CUT_FILTER_NONE && !term->negative)
        add_phrase (self, term);
    }
  return self->phrases->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
cut_snippet_free (CutSnippet *self)
{
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

static gboolean
stands_at (const Phrase *phrase,
           GArray       *words,
           guint         i)
{
  if (i + phrase->words->len > words->len)
    return FALSE;
  for (guint n = 0; n < phrase->words->len; n++)
    {
      const char *wanted = g_ptr_array_index (phrase->words, n);
      const char *found = g_array_index (words, Word, i + n).folded;
      gboolean last = n + 1 == phrase->words->len;

      if (last && phrase->prefix ? !g_str_has_prefix (found, wanted) : !g_str_equal (found, wanted))
        return FALSE;
    }
  return TRUE;
}

/* A hit: the phrase, and the words from first to end that are it. */
typedef struct
{
  guint phrase;
  guint first;
  guint end;
} Hit;

static GArray *
find_hits (const CutSnippet *self,
           GArray           *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < words->len; i++)
    for (guint n = 0; n < self->phrases->len; n++)
      {
        const Phrase *phrase = g_ptr_array_index (self->phrases, n);
        Hit hit = { n, i, i + phrase->words->len };

        if (stands_at (phrase, words, i))
          g_array_append_val (hits, hit);
      }
  return hits;
}

/* How many different phrases are hit in the window that starts at the hit @from. */
static guint
worth_of (GArray *hits,
          guint   from)
{
  guint first = g_array_index (hits, Hit, from).first;
  guint64 seen = 0;
  guint worth = 0;

  for (guint i = from; i < hits->len && g_array_index (hits, Hit, i).end <= first + WINDOW - BEFORE; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (g_array_index (hits, Hit, i).phrase % 64);

      worth += (seen & bit) == 0;
      seen |= bit;
    }
  return worth;
}

static guint
best_hit (GArray *hits)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint worth = worth_of (hits, i);

      if (worth > most)
        {
          most = worth;
          best = i;
        }
    }
  return best;
}

static void
append_part (GString    *snippet,
             const char *text,
             gsize       start,
             gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (snippet, g_unichar_iscntrl (c) ? ' ' : c);
    }
}

static char *
mark_up (const char *text,
         GArray     *words,
         GArray     *hits,
         guint       from)
{
  GString *snippet = g_string_new (NULL);
  guint start = g_array_index (hits, Hit, from).first;
  guint first = start > BEFORE ? start - BEFORE : 0;
  guint end = MIN (first + WINDOW, words->len);
  gsize at = first > 0 ? g_array_index (words, Word, first).start : 0;
  gsize stop = end < words->len ? g_array_index (words, Word, end - 1).end : strlen (text);

  if (first > 0)
    g_string_append (snippet, "… ");
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      gsize hit_start = g_array_index (words, Word, hit->first).start;
      gsize hit_end = g_array_index (words, Word, hit->end - 1).end;

      if (hit_start < at || hit_end > stop)
        continue;
      append_part (snippet, text, at, hit_start);
      g_string_append (snippet, CUT_ROW_HIT_START);
      append_part (snippet, text, hit_start, hit_end);
      g_string_append (snippet, CUT_ROW_HIT_END);
      at = hit_end;
    }
  append_part (snippet, text, at, stop);
  if (end < words->len)
    g_string_append (snippet, " …");
  return g_string_free (snippet, FALSE);
}

char *
cut_snippet_of_text (const CutSnippet *self,
                     const char       *text)
{
  g_autoptr (GArray) words = words_of (text);
  g_autoptr (GArray) hits = find_hits (self, words);

  return hits->len > 0 ? mark_up (text, words, hits, best_hit (hits)) : NULL;
}

char *
cut_snippet_of (const CutSnippet       *self,
                CutDb                  *db,
                const CutRecordTables  *tables,
                gint64                  key,
                CutKind                 kind,
                GError                **error)
{
  g_autoptr (CutSearchDoc) doc = cut_search_doc_new (db, tables, key, kind, error);
  char *snippet;

  if (doc == NULL)
    return NULL;
  snippet = cut_snippet_of_text (self, doc->body);
  if (snippet == NULL)
    snippet = cut_snippet_of_text (self, doc->detail);
  return snippet;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-snippet.h"

#include <string.h>

#include "cut-row.h"
#include "cut-search-index.h"
#include "cut-search-term.h"
#include "cut-search-words.h"

#define WINDOW 30 /* words shown */
#define BEFORE 6  /* of them before the first hit */

struct _CutSnippet
{
  CutSearchWords *cutter; /* (owned) */
  GPtrArray *phrases;     /* (element-type Phrase) */
  guint64 terms;          /* a bit for each that has a phrase */
  guint longest;          /* words of a phrase */
};

/* Folded words that stand one after the other. */
typedef struct
{
  GPtrArray *words;
  gboolean prefix;
  gboolean single; /* the last is half of a pair */
  guint term;      /* forms of one word are as good as one phrase */
} Phrase;

/* Where a word stands in a text, in bytes, and where its folded form in that of all. */
typedef struct
{
  gsize start;
  gsize end;
  gsize first_end;
  gsize folded;
} Word;

typedef struct
{
  GArray *words;   /* (element-type Word) */
  GString *folded; /* of each word, closed with NUL */
} Words;

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_ptr_array_unref (phrase->words);
  g_free (phrase);
}

static void
words_clear (Words *self)
{
  g_clear_pointer (&self->words, g_array_unref);
  if (self->folded != NULL)
    g_string_free (g_steal_pointer (&self->folded), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char *
get_word (const Words *self,
          guint        i)
{
  return self->folded->str + g_array_index (self->words, Word, i).folded;
}

static gboolean
word_cb (const CutSearchWord *found,
         gpointer             data)
{
  Words *all = data;
  Word word = { found->start, found->end, found->first_end, all->folded->len };

  g_string_append_len (all->folded, found->folded, (gssize) found->length);
  g_string_append_c (all->folded, '\0');
  g_array_append_val (all->words, word);
  return TRUE;
}

static Words
words_of (CutSearchWords *cutter,
          const char     *text,
          gboolean        sought)
{
  Words all = { g_array_new (FALSE, FALSE, sizeof (Word)), g_string_new (NULL) };

  cut_search_words_cut (cutter, text, strlen (text), sought, word_cb, &all);
  return all;
}

static guint64
bit_of (guint term)
{
  return G_GUINT64_CONSTANT (1) << (term % 64);
}

static void
add_phrase (CutSnippet *self,
            const char *text,
            gboolean    prefix,
            guint       term)
{
  g_auto (Words) words = words_of (self->cutter, text, TRUE);
  Phrase *phrase;

  if (words.words->len == 0)
    return;
  phrase = g_new0 (Phrase, 1);
  phrase->words = g_ptr_array_new_with_free_func (g_free);
  phrase->single = cut_search_words_end_single (self->cutter, text);
  phrase->prefix = prefix || phrase->single;
  phrase->term = term;
  self->terms |= bit_of (term);
  self->longest = MAX (self->longest, words.words->len);
  for (guint i = 0; i < words.words->len; i++)
    g_ptr_array_add (phrase->words, g_strdup (get_word (&words, i)));
  g_ptr_array_add (self->phrases, phrase);
}

static void
add_term (CutSnippet          *self,
          const CutSearchTerm *term,
          guint                number)
{
  add_phrase (self, term->text, term->prefix, number);
  for (guint i = 0; term->forms != NULL && term->forms[i] != NULL; i++)
    add_phrase (self, term->forms[i], FALSE, number);
}

CutSnippet *
cut_snippet_new_of_terms (GPtrArray *terms)
{
  g_autoptr (CutSnippet) self = g_new0 (CutSnippet, 1);

  self->cutter = cut_search_words_new ();
  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  for (guint i = 0; i < terms->len; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->filter == CUT_FILTER_NONE && !term->negative)
        add_term (self, term, i);
    }
  return self->phrases->len > 0 ? g_steal_pointer (&self) : NULL;
}

CutSnippet *
cut_snippet_new (const char *match)
{
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (match);

  return cut_snippet_new_of_terms (terms);
}

void
cut_snippet_free (CutSnippet *self)
{
  cut_search_words_free (self->cutter);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

static gboolean
stands_at (const Phrase *phrase,
           const Words  *words,
           guint         i)
{
  if (i + phrase->words->len > words->words->len)
    return FALSE;
  for (guint n = 0; n < phrase->words->len; n++)
    {
      const char *wanted = g_ptr_array_index (phrase->words, n);
      const char *found = get_word (words, i + n);
      gboolean last = n + 1 == phrase->words->len;

      if (last && phrase->prefix ? !g_str_has_prefix (found, wanted) : !g_str_equal (found, wanted))
        return FALSE;
    }
  return TRUE;
}

/* A hit: the term, the words from first to end that are it, and the byte behind it. */
typedef struct
{
  guint term;
  guint first;
  guint end;
  gsize stop;
} Hit;

/* Adds the hits that start at the word @i. */
static void
add_hits (const CutSnippet *self,
          const Words      *words,
          guint             i,
          GArray           *hits)
{
  for (guint n = 0; n < self->phrases->len; n++)
    {
      const Phrase *phrase = g_ptr_array_index (self->phrases, n);
      Hit hit = { phrase->term, i, i + phrase->words->len, 0 };
      const Word *last;

      if (!stands_at (phrase, words, i))
        continue;
      last = &g_array_index (words->words, Word, hit.end - 1);
      hit.stop = phrase->single ? last->first_end : last->end;
      g_array_append_val (hits, hit);
    }
}

static GArray *
find_hits (const CutSnippet *self,
           const Words      *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < words->words->len; i++)
    add_hits (self, words, i, hits);
  return hits;
}

/* The terms that are hit in the window that starts at the hit @from. */
static guint64
terms_in (GArray *hits,
          guint   from)
{
  guint first = g_array_index (hits, Hit, from).first;
  guint64 seen = 0;

  for (guint i = from; i < hits->len && g_array_index (hits, Hit, i).end <= first + WINDOW - BEFORE; i++)
    seen |= bit_of (g_array_index (hits, Hit, i).term);
  return seen;
}

static guint
worth_of (GArray *hits,
          guint   from)
{
  return (guint) __builtin_popcountll (terms_in (hits, from));
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
      gsize hit_end = hit->stop;

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

/* No window is worth more than one with all terms, and of two as good the first is shown: what comes behind it need not be cut into words. */
typedef struct
{
  const CutSnippet *snippet;
  Words words;
  GArray *hits;  /* (element-type Hit): of the words that were looked at */
  guint looked;  /* so many words */
  guint start;   /* the first hit of the latest window */
  guint enough;  /* words, once such a window is found; else 0 */
} Search;

/* @i: hits before it are looked at */
static void
look_for_all_terms (Search *self,
                    guint   i)
{
  for (; i < self->hits->len; i++)
    {
      guint end = g_array_index (self->hits, Hit, i).end;

      while (self->start < i && end > g_array_index (self->hits, Hit, self->start).first + WINDOW - BEFORE)
        self->start++;
      if (self->enough == 0 && terms_in (self->hits, self->start) == self->snippet->terms)
        self->enough = g_array_index (self->hits, Hit, self->start).first + WINDOW + self->snippet->longest + 1;
    }
}

static gboolean
search_word_cb (const CutSearchWord *found,
                gpointer             data)
{
  Search *self = data;
  guint n_hits = self->hits->len;

  word_cb (found, &self->words);
  /* A phrase is known to stand at a word when as many words follow as it has. */
  if (self->words.words->len < self->looked + self->snippet->longest)
    return TRUE;
  add_hits (self->snippet, &self->words, self->looked++, self->hits);
  look_for_all_terms (self, n_hits);
  return self->enough == 0 || self->words.words->len < self->enough;
}

char *
cut_snippet_of_text (const CutSnippet *self,
                     const char       *text)
{
  g_auto (Words) words = { g_array_new (FALSE, FALSE, sizeof (Word)), g_string_new (NULL) };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Search search = { self, words, hits, 0, 0, 0 };

  cut_search_words_cut (self->cutter, text, strlen (text), FALSE, search_word_cb, &search);
  while (search.looked < words.words->len)
    add_hits (self, &words, search.looked++, hits);
  return hits->len > 0 ? mark_up (text, words.words, hits, best_hit (hits)) : NULL;
}

void
cut_snippet_find (const CutSnippet *self,
                  const char       *text,
                  CutSnippetFound   found,
                  gpointer          user_data)
{
  g_auto (Words) words = words_of (self->cutter, text, FALSE);
  g_autoptr (GArray) hits = find_hits (self, &words);
  gsize read = 0;
  guint offset = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      gsize start = g_array_index (words.words, Word, hit->first).start;
      guint first;

      if (start < read)
        continue;
      first = offset + (guint) g_utf8_strlen (text + read, (gssize) (start - read));
      offset = first + (guint) g_utf8_strlen (text + start, (gssize) (hit->stop - start));
      read = hit->stop;
      found (first, offset, user_data);
    }
}

char *
cut_snippet_of (const CutSnippet       *self,
                CutDb                  *db,
                const CutRecordTables  *tables,
                gint64                  key,
                CutKind                 kind,
                const char             *id,
                GError                **error)
{
  g_autoptr (CutSearchDoc) doc = NULL;
  g_autofree char *body = kind == CUT_KIND_CLIP ? cut_search_shown_text (db, tables, id, error) : g_strdup ("");
  char *snippet = body != NULL ? cut_snippet_of_text (self, body) : NULL;

  if (body == NULL || snippet != NULL)
    return snippet;
  doc = cut_search_doc_new_of_fields (db, tables, key, kind, error);
  return doc != NULL ? cut_snippet_of_text (self, doc->detail) : NULL;
}

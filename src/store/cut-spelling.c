/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-spelling.h"

#include <string.h>

#include "cut-search-term.h"
#include "cut-slip.h"
#include "cut-tokenizer.h"
#include "cut-word-table.h"

#define BUDGET_US 100000
#define WORDS_A_LOOK 256   /* between two looks at the clock */
#define SHORTEST 3         /* characters: of a shorter word everything is like it */
#define LONG 6             /* from so many characters on two slips are forgiven, before one */
#define MOST_CANDIDATES 32 /* whose texts are counted */
#define MOST_TEXTS 1000

/* What is looked for: the words with the fewest slips. */
typedef struct
{
  gunichar *chars;
  guint length;
  gsize bytes;
  guint most;       /* slips */
  GPtrArray *found; /* (element-type utf8): as many slips each as @most says */
  gint64 until;
  guint n_looked;
} Search;

static guint
read_word (const char *word,
           gunichar   *chars)
{
  guint n = 0;

  for (const char *p = word; *p != '\0' && n < CUT_SLIP_LONGEST; p = g_utf8_next_char (p))
    chars[n++] = g_utf8_get_char (p);
  return n;
}

static gboolean
look_cb (const char *word,
         gpointer    data)
{
  Search *search = data;
  gsize bytes = strlen (word);
  gunichar chars[CUT_SLIP_LONGEST];
  guint slips;

  if (++search->n_looked % WORDS_A_LOOK == 0 && g_get_monotonic_time () > search->until)
    return FALSE;
  /* A character has four bytes at most. */
  if (MAX (bytes, search->bytes) - MIN (bytes, search->bytes) > (gsize) search->most * 4)
    return TRUE;
  slips = cut_slip_count (search->chars, search->length, chars, read_word (word, chars), search->most);
  if (slips == 0 || slips > search->most)
    return TRUE;
  if (slips < search->most)
    g_ptr_array_set_size (search->found, 0);
  search->most = slips;
  if (search->found->len < MOST_CANDIDATES)
    g_ptr_array_add (search->found, g_strdup (word));
  return TRUE;
}

/* Few people mistake the first letter: words that share it come first. */
static gboolean
look (CutDb       *db,
      const char  *word,
      Search      *search,
      GError     **error)
{
  g_autofree char *first = g_strndup (word, (gsize) (g_utf8_next_char (word) - word));

  if (!cut_word_table_foreach (db, first, look_cb, search, error))
    return FALSE;
  return search->found->len > 0 || cut_word_table_foreach (db, "", look_cb, search, error);
}

static gboolean
take_most_frequent (CutDb      *db,
                    GPtrArray  *found,
                    char      **best,
                    GError    **error)
{
  gint64 most = 0;

  for (guint i = 0; i < found->len; i++)
    {
      gint64 n = cut_word_table_count_texts (db, g_ptr_array_index (found, i), FALSE, MOST_TEXTS, error);

      if (n < 0)
        return FALSE;
      if (n > most)
        {
          g_free (*best);
          *best = g_strdup (g_ptr_array_index (found, i));
        }
      most = MAX (most, n);
    }
  return TRUE;
}

static gboolean
any_cb (const char *word,
        gpointer    any)
{
  *(gboolean *) any = TRUE;
  return FALSE;
}

/* @right: (out): whether @word stands in a text, or @prefix: what begins with it */
static gboolean
look_up (CutDb       *db,
         const char  *word,
         gboolean     prefix,
         gboolean    *right,
         GError     **error)
{
  gint64 n;

  *right = FALSE;
  /* The table may have words that no text has any more, but has all that texts have, and is asked at no cost. */
  if (prefix && !cut_word_table_foreach (db, word, any_cb, right, error))
    return FALSE;
  if (prefix && !*right)
    return TRUE;
  n = cut_word_table_count_texts (db, word, prefix, 1, error);
  *right = n > 0;
  return n >= 0;
}

/* @best: (out) (nullable): what @word was perhaps meant to be; %NULL where it is right, or like none */
static gboolean
correct (CutDb       *db,
         const char  *word,
         gboolean     prefix,
         gint64       until,
         char       **best,
         GError     **error)
{
  gunichar chars[CUT_SLIP_LONGEST];
  guint length = read_word (word, chars);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Search search = { chars, length, strlen (word), length < LONG ? 1 : 2, found, until, 0 };
  gboolean right = FALSE;

  *best = NULL;
  if (length < SHORTEST)
    return TRUE;
  if (!look_up (db, word, prefix, &right, error))
    return FALSE;
  if (right)
    return TRUE;
  return look (db, word, &search, error) && take_most_frequent (db, found, best, error);
}

/* The text of a search on its way to another. */
typedef struct
{
  CutDb *db;
  GPtrArray *words;  /* (element-type utf8): folded */
  GArray *places;    /* (element-type gsize): two each: the bytes of the text they stand at */
} Words;

static gboolean
word_cb (const CutSearchWord *word,
         gpointer             data)
{
  Words *words = data;

  if (!word->of_letters)
    return TRUE;
  g_ptr_array_add (words->words, g_strndup (word->folded, word->length));
  g_array_append_val (words->places, word->start);
  g_array_append_val (words->places, word->end);
  return TRUE;
}

/* Appends @text of one term, corrected. @prefix: its last word may go on */
static gboolean
append_corrected (Words       *words,
                  const char  *text,
                  gboolean     prefix,
                  gint64       until,
                  GString     *to,
                  gboolean    *changed,
                  GError     **error)
{
  gsize at = 0;

  g_ptr_array_set_size (words->words, 0);
  g_array_set_size (words->places, 0);
  cut_search_words_cut (cut_tokenizer_get_words (words->db->tokenizer), text, strlen (text), TRUE, word_cb, words);
  for (guint i = 0; i < words->words->len; i++)
    {
      gsize start = g_array_index (words->places, gsize, 2 * i);
      g_autofree char *better = NULL;

      if (!correct (words->db, g_ptr_array_index (words->words, i), prefix && i + 1 == words->words->len, until, &better, error))
        return FALSE;
      if (better == NULL)
        continue;
      g_string_append_len (to, text + at, (gssize) (start - at));
      g_string_append (to, better);
      at = g_array_index (words->places, gsize, 2 * i + 1);
      *changed = TRUE;
    }
  g_string_append (to, text + at);
  return TRUE;
}

gboolean
cut_spelling_suggest (CutDb       *db,
                      const char  *text,
                      char       **suggestion,
                      GError     **error)
{
  g_autofree char *composed = cut_search_terms_compose (text);
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (text);
  g_autoptr (GString) to = g_string_new (NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  Words words = { db, list, places };
  gint64 until = g_get_monotonic_time () + BUDGET_US;
  gboolean changed = FALSE;
  gsize at = 0;

  *suggestion = NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->filter != CUT_FILTER_NONE || term->negative)
        continue;
      g_string_append_len (to, composed + at, (gssize) (term->text_start - at));
      if (!append_corrected (&words, term->text, term->prefix, until, to, &changed, error))
        return FALSE;
      at = term->text_start + strlen (term->text);
    }
  g_string_append (to, composed + at);
  if (changed)
    *suggestion = g_strstrip (g_string_free (g_steal_pointer (&to), FALSE));
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stems.h"

#include <string.h>

#include "cut-search-term.h"
#include "cut-stemmer.h"
#include "cut-tokenizer.h"
#include "cut-word-table.h"

#define MOST_FORMS 32     /* of a word: each costs a look into the index */
#define MOST_LOOKED 20000 /* words that are stemmed for one */
#define SHORTEST 3        /* bytes of a stem: what is shorter has too much in common */

/* The one word that a term is. */
typedef struct
{
  guint n_words;
  char *word; /* (owned) (nullable): folded, of letters */
} Only;

static gboolean
only_cb (const CutSearchWord *word,
         gpointer             data)
{
  Only *only = data;

  g_clear_pointer (&only->word, g_free);
  if (only->n_words++ == 0 && word->of_letters)
    only->word = g_strndup (word->folded, word->length);
  return only->n_words == 1;
}

static char *
get_only_word (CutDb               *db,
               const CutSearchTerm *term)
{
  Only only = { 0, NULL };

  if (term->filter != CUT_FILTER_NONE || term->quoted || term->prefix)
    return NULL;
  cut_search_words_cut (cut_tokenizer_get_words (db->tokenizer), term->text, strlen (term->text), TRUE, only_cb, &only);
  return only.word;
}

typedef struct
{
  CutStemmer *stemmer;
  const char *word;
  char *stem;
  GPtrArray *forms;
  guint n_looked;
} Search;

static gboolean
form_cb (const char *word,
         gpointer    data)
{
  Search *search = data;

  if (!g_str_equal (word, search->word) && g_str_equal (cut_stemmer_stem (search->stemmer, word), search->stem) &&
      !g_ptr_array_find_with_equal_func (search->forms, word, g_str_equal, NULL))
    g_ptr_array_add (search->forms, g_strdup (word));
  return ++search->n_looked < MOST_LOOKED && search->forms->len < MOST_FORMS;
}

/* What a word and its stem begin with, its other forms begin with, too, but for one letter: "parties" has the stem "parti". */
static char *
get_beginning (const char *word,
               const char *stem)
{
  gsize n = 0;

  while (word[n] != '\0' && word[n] == stem[n])
    n++;
  while (n > 0 && ((guchar) word[n] & 0xc0) == 0x80)
    n--;
  return n >= SHORTEST ? g_strndup (word, n) : NULL;
}

static gboolean
add_forms_in (CutDb       *db,
              CutStemmer  *stemmer,
              const char  *word,
              GPtrArray   *forms,
              GError     **error)
{
  g_autofree char *stem = g_strdup (cut_stemmer_stem (stemmer, word));
  g_autofree char *beginning = get_beginning (word, stem);
  Search search = { stemmer, word, stem, forms, 0 };

  return beginning == NULL || cut_word_table_foreach (db, beginning, form_cb, &search, error);
}

static gboolean
add_forms (CutDb          *db,
           CutSearchTerm  *term,
           GPtrArray      *stemmers,
           GError        **error)
{
  g_autofree char *word = get_only_word (db, term);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; word != NULL && i < stemmers->len; i++)
    if (!add_forms_in (db, g_ptr_array_index (stemmers, i), word, forms, error))
      return FALSE;
  g_ptr_array_add (forms, NULL);
  if (forms->len > 1)
    term->forms = (char **) g_ptr_array_steal (forms, NULL);
  return TRUE;
}

static void
free_stemmer (gpointer stemmer)
{
  cut_stemmer_free (stemmer);
}

gboolean
cut_stems_add_forms (CutDb       *db,
                     GPtrArray   *terms,
                     const char  *languages,
                     GError     **error)
{
  g_auto (GStrv) tags = g_strsplit_set (languages != NULL ? languages : "", " ,;", -1);
  g_autoptr (GPtrArray) stemmers = g_ptr_array_new_with_free_func (free_stemmer);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      CutStemmer *stemmer = cut_stemmer_new (tags[i]);

      if (stemmer != NULL)
        g_ptr_array_add (stemmers, stemmer);
    }
  for (guint i = 0; stemmers->len > 0 && i < terms->len; i++)
    if (!add_forms (db, g_ptr_array_index (terms, i), stemmers, error))
      return FALSE;
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stems.h"

#include <string.h>

#include "cut-search-term.h"
#include "cut-stemmer.h"
#include "cut-tokenizer.h"
#include "cut-umlaut.h"
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
get_only_word (CutSearchWords      *cutter,
               const CutSearchTerm *term)
{
  Only only = { 0, NULL };

  if (term->filter != CUT_FILTER_NONE || term->quoted)
    return NULL;
  cut_search_words_cut (cutter, term->text, strlen (term->text), TRUE, only_cb, &only);
  return only.word;
}

/* The words that forms are taken from. */
typedef struct
{
  CutSearchWords *cutter;
  CutDb *db;        /* (nullable): all of a notebook */
  GPtrArray *words; /* (nullable): else these, in the order of their bytes */
} Words;

/* Returns: the first that is not before @prefix */
static guint
find_first (GPtrArray  *words,
            const char *prefix)
{
  guint from = 0;
  guint to = words->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (strcmp (g_ptr_array_index (words, middle), prefix) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
foreach_word (const Words  *self,
              const char   *prefix,
              CutWordFunc   func,
              gpointer      data,
              GError      **error)
{
  if (self->db != NULL)
    return cut_word_table_foreach (self->db, prefix, func, data, error);
  for (guint i = find_first (self->words, prefix); i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);

      if (!g_str_has_prefix (word, prefix) || !func (word, data))
        break;
    }
  return TRUE;
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

/* What a word and its stem begin with, its other forms begin with, too, but for the last letter: "parties" has the stem "parti". */
static char *
get_beginning (const char *word,
               const char *stem)
{
  gsize n = 0;

  while (word[n] != '\0' && word[n] == stem[n])
    n++;
  if (stem[n] == '\0' && n > SHORTEST)
    n--;
  while (n > 0 && ((guchar) word[n] & 0xc0) == 0x80)
    n--;
  return n >= SHORTEST ? g_strndup (word, n) : NULL;
}

static gboolean
add_forms_in (const Words *words,
              CutStemmer  *stemmer,
              const char  *word,
              GPtrArray   *forms,
              GError     **error)
{
  g_autofree char *stem = g_strdup (cut_stemmer_stem (stemmer, word));
  g_autofree char *beginning = get_beginning (word, stem);
  Search search = { stemmer, word, stem, forms, 0 };

  return beginning == NULL || foreach_word (words, beginning, form_cb, &search, error);
}

/* Umlauts. */

/* @text: as it was typed. Returns: (transfer full) (nullable): folded */
static char *
spell_umlauts (CutSearchWords *cutter,
               const char     *text)
{
  g_autofree char *spelled = cut_umlaut_spell (text);
  const CutSearchTerm term = { .text = spelled };

  return get_only_word (cutter, &term);
}

static gboolean
is_word_cb (const char *word,
            gpointer    data)
{
  Search *search = data;

  if (g_str_equal (word, search->word))
    g_ptr_array_add (search->forms, g_strdup (word));
  return FALSE;
}

static gboolean
add_forms_of_word (const Words  *words,
                   const char   *word,
                   GPtrArray    *stemmers,
                   GPtrArray    *forms,
                   GError      **error)
{
  for (guint i = 0; i < stemmers->len; i++)
    if (!add_forms_in (words, g_ptr_array_index (stemmers, i), word, forms, error))
      return FALSE;
  return TRUE;
}

/* @other: (nullable): @word with its umlauts written in the other way */
static gboolean
add_spelling (const Words  *words,
              const char   *word,
              const char   *other,
              GPtrArray    *stemmers,
              GPtrArray    *forms,
              GError      **error)
{
  Search search = { NULL, other, NULL, forms, 0 };

  if (other == NULL || g_str_equal (other, word) || strlen (other) < SHORTEST)
    return TRUE;
  /* The word itself is the first that begins with it. */
  return foreach_word (words, other, is_word_cb, &search, error) && add_forms_of_word (words, other, stemmers, forms, error);
}

static gboolean
add_spellings (const Words          *words,
               const CutSearchTerm  *term,
               const char           *word,
               GPtrArray            *stemmers,
               GPtrArray            *forms,
               GError              **error)
{
  g_autofree char *plain = cut_umlaut_join (word);
  g_autofree char *spelled = spell_umlauts (words->cutter, term->text);

  return add_spelling (words, word, plain, stemmers, forms, error) && add_spelling (words, word, spelled, stemmers, forms, error);
}

static gboolean
add_forms (const Words    *words,
           CutSearchTerm  *term,
           GPtrArray      *stemmers,
           gboolean        german,
           GError        **error)
{
  g_autofree char *word = get_only_word (words->cutter, term);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);

  if (word == NULL)
    return TRUE;
  if (!add_forms_of_word (words, word, stemmers, forms, error) || (german && !add_spellings (words, term, word, stemmers, forms, error)))
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

static char **
split_languages (const char *languages)
{
  return g_strsplit_set (languages != NULL ? languages : "", " ,;", -1);
}

static gboolean
has_german (const char *languages)
{
  g_auto (GStrv) tags = split_languages (languages);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      tags[i][strcspn (tags[i], "-_")] = '\0';
      if (g_ascii_strcasecmp (tags[i], "de") == 0 || g_ascii_strcasecmp (tags[i], "deu") == 0 || g_ascii_strcasecmp (tags[i], "ger") == 0)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
make_stemmers (const char *languages)
{
  g_auto (GStrv) tags = split_languages (languages);
  GPtrArray *stemmers = g_ptr_array_new_with_free_func (free_stemmer);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      CutStemmer *stemmer = cut_stemmer_new (tags[i]);

      if (stemmer != NULL)
        g_ptr_array_add (stemmers, stemmer);
    }
  return stemmers;
}

static gboolean
add_forms_of (const Words  *words,
              GPtrArray    *terms,
              const char   *languages,
              GPtrArray    *stemmers,
              GError      **error)
{
  gboolean german = has_german (languages);

  for (guint i = 0; stemmers->len > 0 && i < terms->len; i++)
    if (!add_forms (words, g_ptr_array_index (terms, i), stemmers, german, error))
      return FALSE;
  return TRUE;
}

gboolean
cut_stems_add_forms (CutDb       *db,
                     GPtrArray   *terms,
                     const char  *languages,
                     GError     **error)
{
  g_autoptr (GPtrArray) stemmers = make_stemmers (languages);
  Words words = { cut_tokenizer_get_words (db->tokenizer), db, NULL };

  return add_forms_of (&words, terms, languages, stemmers, error);
}

/* Of one text. */

static gboolean
gather_cb (const CutSearchWord *word,
           gpointer             seen)
{
  if (word->of_letters)
    g_hash_table_add (seen, g_strndup (word->folded, word->length));
  return TRUE;
}

static int
compare_words_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
cut_stems_add_forms_of_text (GPtrArray  *terms,
                             const char *languages,
                             const char *text)
{
  g_autoptr (GPtrArray) stemmers = make_stemmers (languages);
  g_autoptr (CutSearchWords) cutter = cut_search_words_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Words words = { cutter, NULL, all };
  GHashTableIter iter;
  gpointer word;

  if (stemmers->len == 0)
    return;
  cut_search_words_cut (cutter, text, strlen (text), FALSE, gather_cb, seen);
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (all, word);
  g_ptr_array_sort (all, compare_words_cb);
  add_forms_of (&words, terms, languages, stemmers, NULL);
}

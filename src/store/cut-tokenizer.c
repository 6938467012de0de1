/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-tokenizer.h"

#include <sqlite3.h>
#include <string.h>

#define MOST_KNOWN 100000 /* words remembered as gathered; then they are gathered anew, which is only slower */
#define SHORTEST 3        /* bytes of a word that is gathered */
#define LONGEST 40
#define FREQUENT 4096     /* places for the words that came last; a power of two */

/* A word that was gathered, with its length: most words of a text came a moment ago, and are told here sooner than in a table. */
typedef struct
{
  guint8 length;
  char text[LONGEST];
} Frequent;

struct _CutTokenizer
{
  CutSearchWords *words; /* (owned) */
  GHashTable *known;     /* (owned) (element-type utf8): gathered before */
  GPtrArray *fresh;      /* (owned) (element-type utf8): gathered and not yet taken */
  Frequent *frequent;    /* (owned) (array length=FREQUENT): of @known */
  gboolean gathering;
};

fts5_api *
cut_tokenizer_get_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *stmt;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &stmt, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (stmt, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (stmt);
  sqlite3_finalize (stmt);
  return api;
}

/* Gathering. */

static Frequent *
get_frequent (CutTokenizer        *self,
              const CutSearchWord *word)
{
  guint hash = 0;

  for (gsize i = 0; i < word->length; i++)
    hash = (hash ^ (guchar) word->folded[i]) * 16777619u;
  return &self->frequent[(hash ^ hash >> 16) & (FREQUENT - 1)];
}

static void
gather (CutTokenizer        *self,
        const CutSearchWord *word)
{
  char text[LONGEST + 1];
  Frequent *frequent;
  char *kept;

  if (!word->of_letters || word->length < SHORTEST || word->length > LONGEST)
    return;
  frequent = get_frequent (self, word);
  if (frequent->length == word->length && memcmp (frequent->text, word->folded, word->length) == 0)
    return;
  frequent->length = (guint8) word->length;
  memcpy (frequent->text, word->folded, word->length);
  memcpy (text, word->folded, word->length);
  text[word->length] = '\0';
  if (g_hash_table_contains (self->known, text))
    return;
  if (g_hash_table_size (self->known) >= MOST_KNOWN)
    g_hash_table_remove_all (self->known);
  kept = g_strdup (text);
  g_hash_table_add (self->known, kept);
  g_ptr_array_add (self->fresh, g_strdup (text));
}

void
cut_tokenizer_set_gathering (CutTokenizer *self,
                             gboolean      gathering)
{
  self->gathering = gathering;
}

GPtrArray *
cut_tokenizer_take_gathered (CutTokenizer *self)
{
  GPtrArray *fresh = self->fresh;

  self->fresh = g_ptr_array_new_with_free_func (g_free);
  return fresh;
}

void
cut_tokenizer_forget_gathered (CutTokenizer *self)
{
  g_hash_table_remove_all (self->known);
  memset (self->frequent, 0, FREQUENT * sizeof (Frequent));
  g_ptr_array_set_size (self->fresh, 0);
}

/* What FTS5 asks. */

typedef struct
{
  CutTokenizer *tokenizer;
  void *context;
  const char *text;
  gboolean sought;
  int (*take) (void *, int, const char *, int, int, int);
  int code;
} Run;

static gboolean
word_cb (const CutSearchWord *word,
         gpointer             data)
{
  Run *run = data;
  gboolean same_place = run->sought && word->start > 0 && run->text[word->start - 1] == *CUT_TOKENIZER_OR;

  if (!run->sought && run->tokenizer->gathering)
    gather (run->tokenizer, word);
  run->code = run->take (run->context, same_place ? FTS5_TOKEN_COLOCATED : 0, word->folded, (int) word->length, (int) word->start,
                         (int) word->end);
  return run->code == SQLITE_OK;
}

static int
tokenize_cb (Fts5Tokenizer *tokenizer,
             void          *context,
             int            flags,
             const char    *text,
             int            length,
             int (*take) (void *, int, const char *, int, int, int))
{
  CutTokenizer *self = (CutTokenizer *) tokenizer;
  Run run = { self, context, text, (flags & FTS5_TOKENIZE_QUERY) != 0, take, SQLITE_OK };

  if (text != NULL && length > 0)
    cut_search_words_cut (self->words, text, (gsize) length, run.sought, word_cb, &run);
  return run.code;
}

/* One serves all tables of the connection. */
static int
create_cb (void           *data,
           const char    **arguments,
           int             n_arguments,
           Fts5Tokenizer **tokenizer)
{
  *tokenizer = data;
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
}

static void
free_tokenizer (void *data)
{
  CutTokenizer *self = data;

  cut_search_words_free (self->words);
  g_hash_table_unref (self->known);
  g_free (self->frequent);
  g_ptr_array_unref (self->fresh);
  g_free (self);
}

CutTokenizer *
cut_tokenizer_new (sqlite3 *handle)
{
  fts5_tokenizer methods = { create_cb, delete_cb, tokenize_cb };
  fts5_api *api = cut_tokenizer_get_api (handle);
  CutTokenizer *self;

  if (api == NULL)
    return NULL;
  self = g_new0 (CutTokenizer, 1);
  self->words = cut_search_words_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fresh = g_ptr_array_new_with_free_func (g_free);
  self->frequent = g_new0 (Frequent, FREQUENT);
  if (api->xCreateTokenizer (api, "cuttings", self, &methods, free_tokenizer) == SQLITE_OK)
    return self;
  free_tokenizer (self);
  return NULL;
}

CutSearchWords *
cut_tokenizer_get_words (CutTokenizer *self)
{
  return self->words;
}

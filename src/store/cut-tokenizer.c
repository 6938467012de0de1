/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-tokenizer.h"

#include <sqlite3.h>
#include <string.h>

#define SHORTEST 3 /* bytes of a word that is gathered */
#define LONGEST 40

/* Words remembered as gathered; then they are gathered anew, which is only slower. A power of two. */
#define PLACES (1 << 18)
#define MOST_KNOWN (PLACES / 2)

/* Most words of a text came a moment ago, and are told here without leaving the processor's nearest memory. A power of two. */
#define RECENT 2048

struct _CutTokenizer
{
  CutSearchWords *words; /* (owned) */
  guint64 *known;        /* (owned) (array length=PLACES): what was gathered before, by number; 0 is a free place */
  guint n_known;
  guint64 seed; /* so that nobody outside can choose words that share a place */
  guint64 recent[RECENT]; /* some of @known */
  GPtrArray *fresh;      /* (owned) (element-type utf8): gathered and not yet taken */
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

/* A word as a number, eight bytes at a time. Two words with the same one of 2^64 cost a spelling that is never offered. */
static guint64
number_of (const CutTokenizer  *self,
           const CutSearchWord *word)
{
  guint64 number = self->seed ^ word->length;

  for (gsize at = 0; at < word->length; at += 8)
    {
      gsize left = word->length - at;
      guint64 eight;

      memcpy (&eight, word->folded + at, sizeof eight);
      eight = GUINT64_FROM_LE (eight);
      if (left < 8)
        eight &= (G_GUINT64_CONSTANT (1) << 8 * left) - 1;
      number = (number ^ eight) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      number ^= number >> 29;
    }
  return number != 0 ? number : 1;
}

/* Returns: whether it was there */
static gboolean
note_known (CutTokenizer *self,
            guint64       number)
{
  guint64 *place = &self->known[number & (PLACES - 1)];
  guint64 *recent = &self->recent[number & (RECENT - 1)];

  if (*recent == number)
    return TRUE;
  *recent = number;
  while (*place != 0 && *place != number)
    place = place + 1 < self->known + PLACES ? place + 1 : self->known;
  if (*place == number)
    return TRUE;
  *place = number;
  self->n_known++;
  return FALSE;
}

static void
forget_known (CutTokenizer *self)
{
  memset (self->known, 0, PLACES * sizeof *self->known);
  memset (self->recent, 0, sizeof self->recent);
  self->n_known = 0;
}

static void
gather (CutTokenizer        *self,
        const CutSearchWord *word)
{
  if (!word->of_letters || word->length < SHORTEST || word->length > LONGEST || note_known (self, number_of (self, word)))
    return;
  g_ptr_array_add (self->fresh, g_strndup (word->folded, word->length));
  if (self->n_known >= MOST_KNOWN)
    forget_known (self);
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
  if (self->n_known > 0)
    forget_known (self);
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
  g_free (self->known);
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
  self->known = g_new0 (guint64, PLACES);
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  self->fresh = g_ptr_array_new_with_free_func (g_free);
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

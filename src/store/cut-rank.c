/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-rank.h"

#include <math.h>
#include <sqlite3.h>

#include "cut-tokenizer.h"

#define K1 1.2
#define B 0.75
#define LEAST_RARITY 1e-6 /* a word of more than half of all documents would count against them */
#define MOST_LENGTHS (16 << 20)
#define LENGTHS_SECONDS 10

struct _CutRank
{
  GArray *lengths; /* (element-type guint32): of the document with that key, and 1; 0: not read yet */
  gint64 version;  /* of the notebook when the first was read */
  gint64 time;     /* monotonic: then */
};

/* What is the same for all documents of a query. */
typedef struct
{
  double average; /* words of a document */
  int n_phrases;
  double rarity[];
} Query;

static int
count_cb (const Fts5ExtensionApi *api,
          Fts5Context            *context,
          void                   *data)
{
  (*(gint64 *) data)++;
  return SQLITE_OK;
}

static int
weigh_phrases (const Fts5ExtensionApi *api,
               Fts5Context            *context,
               Query                  *query,
               gint64                  n_documents)
{
  int code = SQLITE_OK;

  for (int i = 0; code == SQLITE_OK && i < query->n_phrases; i++)
    {
      gint64 n = 0;

      code = query->n_phrases > 1 ? api->xQueryPhrase (context, i, &n, count_cb) : SQLITE_OK;
      query->rarity[i] = query->n_phrases > 1 ? log (((double) (n_documents - n) + 0.5) / ((double) n + 0.5)) : 1;
      query->rarity[i] = MAX (query->rarity[i], LEAST_RARITY);
    }
  return code;
}

static int
make_query (const Fts5ExtensionApi  *api,
            Fts5Context             *context,
            Query                  **query)
{
  int n_phrases = api->xPhraseCount (context);
  sqlite3_int64 n_documents = 0;
  sqlite3_int64 n_words = 0;
  int code = api->xRowCount (context, &n_documents);

  *query = g_malloc0 (sizeof (Query) + (gsize) n_phrases * sizeof (double));
  (*query)->n_phrases = n_phrases;
  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, -1, &n_words);
  (*query)->average = n_documents > 0 && n_words > 0 ? (double) n_words / (double) n_documents : 1;
  if (code == SQLITE_OK)
    code = weigh_phrases (api, context, *query, n_documents);
  if (code == SQLITE_OK)
    return api->xSetAuxdata (context, *query, g_free);
  g_clear_pointer (query, g_free);
  return code;
}

static int
get_length (CutRank                *self,
            const Fts5ExtensionApi *api,
            Fts5Context            *context,
            guint32                *length)
{
  sqlite3_int64 key = api->xRowid (context);
  gboolean kept = key >= 0 && key < MOST_LENGTHS;
  int n = 0;
  int code;

  *length = kept && key < self->lengths->len ? g_array_index (self->lengths, guint32, key) : 0;
  if (*length > 0)
    return SQLITE_OK;
  code = api->xColumnSize (context, -1, &n);
  *length = (guint32) MAX (n, 0) + 1;
  if (code != SQLITE_OK || !kept)
    return code;
  if (key >= self->lengths->len)
    g_array_set_size (self->lengths, MAX ((guint) key + 1, MIN (self->lengths->len * 2, MOST_LENGTHS)));
  g_array_index (self->lengths, guint32, key) = *length;
  return SQLITE_OK;
}

static int
weigh_hits (const Fts5ExtensionApi  *api,
            Fts5Context             *context,
            int                      phrase,
            const double            *weights,
            int                      n_weights,
            double                  *sum)
{
  Fts5PhraseIter iter;
  int column, offset;
  int code = api->xPhraseFirst (context, phrase, &iter, &column, &offset);

  *sum = 0;
  for (; code == SQLITE_OK && column >= 0; api->xPhraseNext (context, &iter, &column, &offset))
    *sum += column < n_weights ? weights[column] : 1;
  return code;
}

static void
rank_cb (const Fts5ExtensionApi  *api,
         Fts5Context             *context,
         sqlite3_context         *result,
         int                      n_values,
         sqlite3_value          **values)
{
  CutRank *self = api->xUserData (context);
  Query *query = api->xGetAuxdata (context, 0);
  double weights[8];
  int n_weights = MIN (n_values, (int) G_N_ELEMENTS (weights));
  double score = 0;
  guint32 length = 0;
  int code = query != NULL ? SQLITE_OK : make_query (api, context, &query);

  for (int i = 0; i < n_weights; i++)
    weights[i] = sqlite3_value_double (values[i]);
  if (code == SQLITE_OK)
    code = get_length (self, api, context, &length);
  for (int i = 0; code == SQLITE_OK && i < query->n_phrases; i++)
    {
      double sum;

      code = weigh_hits (api, context, i, weights, n_weights, &sum);
      score += query->rarity[i] * sum * (K1 + 1) / (sum + K1 * (1 - B + B * (length - 1) / query->average));
    }
  if (code == SQLITE_OK)
    sqlite3_result_double (result, -score);
  else
    sqlite3_result_error_code (result, code);
}

static void
free_rank (void *rank)
{
  CutRank *self = rank;

  g_array_unref (self->lengths);
  g_free (self);
}

CutRank *
cut_rank_new (sqlite3 *handle)
{
  fts5_api *api = cut_tokenizer_get_api (handle);
  CutRank *self;

  if (api == NULL)
    return NULL;
  self = g_new0 (CutRank, 1);
  self->lengths = g_array_new (FALSE, TRUE, sizeof (guint32));
  if (api->xCreateFunction (api, "cut_rank", self, rank_cb, free_rank) == SQLITE_OK)
    return self;
  free_rank (self);
  return NULL;
}

gboolean
cut_rank_refresh (CutDb   *db,
                  GError **error)
{
  CutRank *self = db->rank;
  gint64 now = g_get_monotonic_time ();
  gint64 version;

  if (!cut_db_query_int (db, "PRAGMA data_version", &version, error))
    return FALSE;
  version += sqlite3_total_changes (db->handle);
  if (version == self->version || now - self->time < LENGTHS_SECONDS * G_USEC_PER_SEC)
    return TRUE;
  g_array_set_size (self->lengths, 0);
  self->version = version;
  self->time = now;
  return TRUE;
}

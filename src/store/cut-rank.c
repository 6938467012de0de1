/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-rank.h"

#include <math.h>
#include <sqlite3.h>

#include "cut-stmt.h"
#include "cut-tokenizer.h"

#define K1 1.2
#define B 0.75
#define LEAST_RARITY 1e-6 /* a word of more than half of all documents would count against them */
#define MOST_LENGTHS (16 << 20)
#define LENGTHS_SECONDS 10
#define DAY_MS G_GINT64_CONSTANT (86400000)
#define YEAR 365.0
#define RECENCY 0.2 /* so much more counts what is new; a year older than the newest is half of it, ten years a tenth */
#define NO_DAY G_MININT32

#define HITS_A_LOOK 256 /* between two looks at the cancellable */

struct _CutRank
{
  CutDb *db;       /* (unowned): whose it is */
  GArray *lengths; /* (element-type guint32): of the document with that key, and 1; 0: not read yet */
  GArray *days;    /* (element-type gint32): when what has that key was published, since 1970; NO_DAY: not said */
  gint32 newest;   /* of these, but for what is still to come */
  gint64 last_key; /* days are read up to it */
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

typedef struct
{
  CutDb *db;
  gint64 n;
  gint64 most; /* of more the rarity is the least there is */
} Count;

/* SQLite asks nobody whether to go on while this goes through an index. */
static int
count_cb (const Fts5ExtensionApi *api,
          Fts5Context            *context,
          void                   *data)
{
  Count *count = data;

  if (count->n % HITS_A_LOOK == 0 && count->db->cancellable != NULL && g_cancellable_is_cancelled (count->db->cancellable))
    return SQLITE_INTERRUPT;
  return ++count->n > count->most ? SQLITE_DONE : SQLITE_OK;
}

static int
weigh_phrases (CutRank                *self,
               const Fts5ExtensionApi *api,
               Fts5Context            *context,
               Query                  *query,
               gint64                  n_documents)
{
  int code = SQLITE_OK;

  for (int i = 0; code == SQLITE_OK && i < query->n_phrases; i++)
    {
      Count count = { self->db, 0, n_documents / 2 };

      code = query->n_phrases > 1 ? api->xQueryPhrase (context, i, &count, count_cb) : SQLITE_OK;
      query->rarity[i] = query->n_phrases > 1 ? log (((double) (n_documents - count.n) + 0.5) / ((double) count.n + 0.5)) : 1;
      query->rarity[i] = MAX (query->rarity[i], LEAST_RARITY);
    }
  return code;
}

static int
make_query (CutRank                 *self,
            const Fts5ExtensionApi  *api,
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
    code = weigh_phrases (self, api, context, *query, n_documents);
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

/* Of two that answer as well the newer is wanted; what says nothing of its date stands in the middle. */
static double
get_recency (const CutRank *self,
             gint64         key)
{
  gint32 day = key >= 0 && key < self->days->len ? g_array_index (self->days, gint32, key) : NO_DAY;

  if (self->days->len == 0)
    return 1;
  if (day == NO_DAY)
    return 1 + RECENCY / 2;
  return 1 + RECENCY / (1 + MAX ((double) self->newest - day, 0) / YEAR);
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
  int code = query != NULL ? SQLITE_OK : make_query (self, api, context, &query);

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
    sqlite3_result_double (result, -score * get_recency (self, api->xRowid (context)));
  else
    sqlite3_result_error_code (result, code);
}

static void
free_rank (void *rank)
{
  CutRank *self = rank;

  g_array_unref (self->lengths);
  g_array_unref (self->days);
  g_free (self);
}

CutRank *
cut_rank_new (CutDb *db)
{
  fts5_api *api = cut_tokenizer_get_api (db->handle);
  CutRank *self;

  if (api == NULL)
    return NULL;
  self = g_new0 (CutRank, 1);
  self->db = db;
  self->lengths = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->days = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (api->xCreateFunction (api, "cut_rank", self, rank_cb, free_rank) == SQLITE_OK)
    return self;
  free_rank (self);
  return NULL;
}

/* When what was found was published. */

static void
keep_day (CutRank *self,
          gint64   key,
          gint64   published,
          gint32   today)
{
  gint32 day = (gint32) CLAMP (published / DAY_MS, G_MININT32 + 1, G_MAXINT32);
  const gint32 none = NO_DAY;

  if (key < 0 || key >= MOST_LENGTHS)
    return;
  while (self->days->len <= key)
    g_array_append_val (self->days, none);
  g_array_index (self->days, gint32, key) = day;
  if (day <= today)
    self->newest = MAX (self->newest, day);
}

/* All at once an index answers; what came since is looked up. */
#define ALL_DAYS "SELECT key, published_key FROM object WHERE kind = 'clip' AND deleted = 0 AND published_key IS NOT NULL AND ?1 < ?2"
#define NEW_DAYS "SELECT key, published_key FROM object WHERE key > ?1 AND key <= ?2 AND +kind = 'clip' AND +deleted = 0 AND published_key IS NOT NULL"

static gboolean
read_days (CutRank  *self,
           CutDb    *db,
           GError  **error)
{
  gint32 today = (gint32) (g_get_real_time () / 1000 / DAY_MS);
  g_autoptr (CutStmt) stmt = NULL;
  gint64 last_key;
  CutStep step;

  if (!cut_db_query_int (db, "SELECT max (key) FROM object", &last_key, error))
    return FALSE;
  stmt = cut_stmt_new (db, self->last_key == 0 ? ALL_DAYS : NEW_DAYS, error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, self->last_key);
  cut_stmt_bind_int (stmt, 2, last_key);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    keep_day (self, cut_stmt_get_int (stmt, 0), cut_stmt_get_int (stmt, 1), today);
  if (step == CUT_STEP_DONE)
    self->last_key = last_key;
  return step == CUT_STEP_DONE;
}

static void
forget (CutRank *self)
{
  g_array_set_size (self->lengths, 0);
  g_array_set_size (self->days, 0);
  self->newest = NO_DAY;
  self->last_key = 0;
}

gboolean
cut_rank_refresh (CutDb   *db,
                  GError **error)
{
  CutRank *self = db->rank;
  gint64 now = g_get_monotonic_time ();
  gint64 version;
  gboolean anew;

  if (!cut_db_query_int (db, "PRAGMA data_version", &version, error))
    return FALSE;
  version += sqlite3_total_changes (db->handle);
  if (version == self->version)
    return TRUE;
  anew = self->time == 0 || now - self->time >= LENGTHS_SECONDS * G_USEC_PER_SEC;
  if (anew)
    forget (self);
  /* What was cancelled half-way is read again. */
  if (!read_days (self, db, error))
    return FALSE;
  if (anew)
    {
      self->version = version;
      self->time = now;
    }
  return TRUE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stmt.h"
#include "cut-store-private.h"
#include "cut-store-standing.h"

#define CLAIMS_SQL                                                                                              \
  "SELECT id, text, status, kind, importance, same_as, supports, contradicts, entities, stories, fact_date "    \
  "FROM claim WHERE deleted = 0"

#define ATTRIBUTIONS_SQL                                                                                        \
  "SELECT a.id, a.claim, a.annotation, n.clip, coalesce (n.deleted, 0), a.source, a.via, a.terms, a.stance, "   \
  "a.hedge, a.said_at FROM attribution a LEFT JOIN object o ON o.id = a.annotation "                            \
  "LEFT JOIN annotation n ON n.key = o.key WHERE a.deleted = 0"

/* Lists as they were read last: the claims of a story have the same story. */
#define N_COLUMNS 11

typedef struct
{
  CutStmt *stmt;
  CutLedger *ledger;
  char *texts[N_COLUMNS];
  char **lists[N_COLUMNS];
} Reader;

/* A list that is damaged is none; reading the object itself says so. (transfer none) (nullable) */
static const char *const *
get_list (Reader *self,
          int     column)
{
  const char *text = cut_stmt_get_text (self->stmt, column);

  if (text == NULL)
    return NULL;
  if (g_strcmp0 (text, self->texts[column]) != 0)
    {
      g_free (self->texts[column]);
      g_strfreev (self->lists[column]);
      self->texts[column] = g_strdup (text);
      self->lists[column] = cut_record_list_from_text (text);
    }
  return (const char *const *) self->lists[column];
}

static CutDate *
get_date (CutStmt *stmt,
          int      column)
{
  return cut_stmt_is_null (stmt, column) ? NULL : cut_record_date_from_text (cut_stmt_get_text (stmt, column));
}

static void
put_claim (Reader *self)
{
  CutStmt *stmt = self->stmt;
  g_autoptr (CutDate) fact_date = get_date (stmt, 10);
  CutClaimFact fact = {
    .id = cut_stmt_get_text (stmt, 0),
    .text = cut_stmt_get_text (stmt, 1),
    .status = cut_stmt_get_text (stmt, 2),
    .kind = cut_stmt_get_text (stmt, 3),
    .importance = cut_stmt_get_text (stmt, 4),
    .same_as = cut_stmt_get_text (stmt, 5),
    .supports = get_list (self, 6),
    .contradicts = get_list (self, 7),
    .entities = get_list (self, 8),
    .stories = get_list (self, 9),
    .fact_date = fact_date,
  };

  cut_ledger_put_claim (self->ledger, &fact);
}

static void
put_attribution (Reader *self)
{
  CutStmt *stmt = self->stmt;
  g_autoptr (CutDate) said_at = get_date (stmt, 10);
  CutAttributionFact fact = {
    .id = cut_stmt_get_text (stmt, 0),
    .claim = cut_stmt_get_text (stmt, 1),
    .annotation = cut_stmt_get_text (stmt, 2),
    .clip = cut_stmt_get_text (stmt, 3),
    .mark_gone = cut_stmt_get_int (stmt, 4) != 0,
    .source = cut_stmt_get_text (stmt, 5),
    .via = get_list (self, 6),
    .terms = cut_stmt_get_text (stmt, 7),
    .stance = cut_stmt_get_text (stmt, 8),
    .hedge = cut_stmt_get_text (stmt, 9),
    .said_at = said_at,
  };

  if (fact.claim != NULL)
    cut_ledger_put_attribution (self->ledger, &fact);
}

static gboolean
put_all (CutStore    *self,
         const char  *sql,
         void       (*put) (Reader *self),
         CutLedger   *ledger,
         GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, sql, error);
  Reader reader = { stmt, ledger, { NULL }, { NULL } };
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    put (&reader);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_free (reader.texts[i]);
      g_strfreev (reader.lists[i]);
    }
  return step == CUT_STEP_DONE;
}

gboolean
cut_store_fill_ledger (CutStore   *self,
                       CutLedger  *ledger,
                       GError    **error)
{
  return cut_store_check (self, error) && put_all (self, CLAIMS_SQL, put_claim, ledger, error) &&
         put_all (self, ATTRIBUTIONS_SQL, put_attribution, ledger, error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-conflict-private.h"
#include "cut-notebook-private.h"

/* With a connection of its own: looking back through the journal takes longer than a reader would wait for a list. */
static gpointer
conflicts_job (CutNotebook   *notebook,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (CutStore) store = cut_store_open (notebook->path, CUT_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) conflicts = NULL;

  if (store == NULL)
    return NULL;
  cut_store_set_vault (store, notebook->vault);
  cut_store_set_cancellable (store, cancellable);
  conflicts = cut_conflicts_read (store, cancellable, error);
  if (conflicts == NULL)
    return NULL;
  if (conflicts->len > 0 && !cut_conflict_find_writers (store, notebook->owner, conflicts, error))
    return NULL;
  return g_steal_pointer (&conflicts);
}

GPtrArray *
cut_notebook_conflicts (CutNotebook   *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_notebook_run_job (self, conflicts_job, NULL, cancellable, error);
}

void
cut_notebook_conflicts_async (CutNotebook         *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_answer (self, cut_notebook_conflicts_async, conflicts_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                            callback, user_data);
}

GPtrArray *
cut_notebook_conflicts_finish (CutNotebook   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* All of one side. */

typedef struct
{
  GPtrArray *conflicts;
  CutWriter writer;
  char *label;
} Settling;

static void
settling_free (gpointer data)
{
  Settling *self = data;

  g_ptr_array_unref (self->conflicts);
  g_free (self->label);
  g_free (self);
}

/* A number, for what gives pointers: one more, as none is an error. */
static gpointer
settle_job (CutNotebook   *notebook,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Settling *settling = data;
  guint n;
  g_autoptr (CutAct) act = cut_conflicts_settle_all (settling->conflicts, settling->writer, settling->label, &n, error);

  if (act == NULL || !cut_notebook_commit (notebook, g_steal_pointer (&act), cancellable, error))
    return NULL;
  return GUINT_TO_POINTER (n + 1);
}

void
cut_notebook_settle_async (CutNotebook         *self,
                           GPtrArray           *conflicts,
                           CutWriter            writer,
                           const char          *label,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Settling *settling = g_new0 (Settling, 1);

  settling->conflicts = g_ptr_array_ref (conflicts);
  settling->writer = writer;
  settling->label = g_strdup (label);
  cut_notebook_push_answer (self, cut_notebook_settle_async, settle_job, settling, settling_free, NULL, cancellable, callback, user_data);
}

int
cut_notebook_settle_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return (int) GPOINTER_TO_UINT (cut_notebook_finish_pointer (self, result, error)) - 1;
}

/* How many. */

static gpointer
count_in_store (CutStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  guint n = 0;

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (CutQuery) query = cut_query_new ((CutKind) kind);
      gint64 count;

      query->contested = TRUE;
      query->merged = TRUE;
      count = cut_store_count (store, query, error);
      if (count < 0)
        return NULL;
      n += (guint) count;
    }
  return GUINT_TO_POINTER (n + 1);
}

static gpointer
count_job (CutNotebook   *notebook,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return cut_worker_run (notebook->reader, count_in_store, NULL, cancellable, error);
}

void
cut_notebook_count_contested_async (CutNotebook         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_answer (self, cut_notebook_count_contested_async, count_job, NULL, NULL, NULL, cancellable, callback, user_data);
}

int
cut_notebook_count_contested_finish (CutNotebook   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return (int) GPOINTER_TO_UINT (cut_notebook_finish_pointer (self, result, error)) - 1;
}

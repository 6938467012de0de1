/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-commit.h"
#include "cut-error.h"
#include "cut-notebook-private.h"

/* What the writer's thread is given. */
typedef struct
{
  CutNotebook *notebook; /* (owned) */
  CutAct *act;           /* (owned) (nullable) */
  gboolean redo;
} Order;

static Order *
order_new (CutNotebook *notebook,
           CutAct      *act,
           gboolean     redo)
{
  Order *order = g_new0 (Order, 1);

  order->notebook = g_object_ref (notebook);
  order->act = act;
  order->redo = redo;
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->notebook);
  g_clear_pointer (&order->act, cut_act_free);
  g_free (order);
}

static void
write_async (CutNotebook         *self,
             gpointer             source_tag,
             CutWorkerFunc        func,
             Order               *order,
             GDestroyNotify       free_result,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, source_tag);
  /* What was written is reported as written. */
  g_task_set_check_cancellable (task, FALSE);
  if (cut_notebook_refuse (self, &error))
    {
      order_free (order);
      g_task_return_error (task, error);
      return;
    }
  cut_worker_push (self->writer, g_steal_pointer (&task), func, order, order_free, free_result);
}

/* Committing. */

static gpointer
commit_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Order *order = data;
  g_autoptr (GPtrArray) changes = cut_commit_act (store, order->notebook->owner, order->act, error);

  if (changes == NULL)
    return NULL;
  if (changes->len > 0)
    cut_notebook_announce (order->notebook, g_steal_pointer (&changes), cut_act_get_label (order->act), NULL);
  return order->notebook;
}

gboolean
cut_notebook_commit (CutNotebook   *self,
                     CutAct        *act,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Order order = { self, act, FALSE };
  gboolean done;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && act != NULL, FALSE);

  done = cut_notebook_write (self, commit_job, &order, cancellable, error) != NULL;
  cut_act_free (act);
  cut_notebook_flush (self);
  return done;
}

void
cut_notebook_commit_async (CutNotebook         *self,
                           CutAct              *act,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && act != NULL);

  write_async (self, cut_notebook_commit_async, commit_job, order_new (self, act, FALSE), NULL,
               cancellable, callback, user_data);
}

gboolean
cut_notebook_commit_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

/* Undo and redo. */

static char *
peek_label (CutStore *store,
            gboolean  redo)
{
  g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, redo, NULL);

  return entry != NULL ? g_strdup (entry->label) : NULL;
}

static gpointer
undo_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Order *order = data;
  g_autofree char *label = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autoptr (GPtrArray) changes = cut_undo (store, order->notebook->owner, order->redo, &label, error);

  if (changes == NULL)
    return NULL;
  /* It is done by now; a label that cannot be read is only a label. */
  undo_label = peek_label (store, FALSE);
  redo_label = peek_label (store, TRUE);
  cut_notebook_announce (order->notebook, g_steal_pointer (&changes), undo_label, redo_label);
  return g_steal_pointer (&label);
}

static char *
undo (CutNotebook  *self,
      gboolean      redo,
      GError      **error)
{
  Order order = { self, NULL, redo };
  char *label = cut_notebook_write (self, undo_job, &order, NULL, error);

  cut_notebook_flush (self);
  return label;
}

char *
cut_notebook_undo (CutNotebook  *self,
                   GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return undo (self, FALSE, error);
}

void
cut_notebook_undo_async (CutNotebook         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  write_async (self, cut_notebook_undo_async, undo_job, order_new (self, NULL, FALSE), g_free, NULL,
               callback, user_data);
}

char *
cut_notebook_undo_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

char *
cut_notebook_redo (CutNotebook  *self,
                   GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return undo (self, TRUE, error);
}

void
cut_notebook_redo_async (CutNotebook         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  write_async (self, cut_notebook_redo_async, undo_job, order_new (self, NULL, TRUE), g_free, NULL,
               callback, user_data);
}

char *
cut_notebook_redo_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Keeping the file. */

static gpointer
backup_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return cut_store_backup (store, data, error) ? data : NULL;
}

gboolean
cut_notebook_backup (CutNotebook  *self,
                     const char   *path,
                     GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && path != NULL, FALSE);

  return cut_worker_run (self->writer, backup_job, (gpointer) path, NULL, error) != NULL;
}

static gpointer
compact_job (CutStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return cut_store_compact (store, error) ? data : NULL;
}

gboolean
cut_notebook_compact (CutNotebook  *self,
                      GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), FALSE);

  return cut_notebook_write (self, compact_job, self, NULL, error) != NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-notebook-purge.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-notebook-private.h"
#include "cut-notebook-protection.h"
#include "cut-purging.h"
#include "cut-store-purge.h"

/* The report. */

CutPurgeReport *
cut_purge_report_new (void)
{
  CutPurgeReport *self = g_new0 (CutPurgeReport, 1);

  self->purged = g_hash_table_new (g_str_hash, g_str_equal);
  self->along = g_hash_table_new (g_str_hash, g_str_equal);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_purge_report_free (CutPurgeReport *self)
{
  g_hash_table_unref (self->purged);
  g_hash_table_unref (self->along);
  g_ptr_array_unref (self->kept);
  g_free (self->unwiped);
  g_free (self);
}

guint
cut_purge_report_count (CutPurgeReport *self)
{
  GHashTableIter iter;
  gpointer count;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->purged);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n += GPOINTER_TO_UINT (count);
  return n;
}

/* Deleting for good. */

typedef struct
{
  CutNotebook *notebook; /* (unowned): held by whoever runs the job */
  char **ids;            /* (nullable) */
  gboolean dry_run;
  CutProgress *progress; /* (owned) (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_strfreev (self->ids);
  g_clear_object (&self->progress);
  g_free (self);
}

static Order *
order_new (CutNotebook       *notebook,
           const char *const *ids,
           gboolean           dry_run,
           CutProgress       *progress)
{
  Order *self = g_new0 (Order, 1);

  self->notebook = notebook;
  self->ids = g_strdupv ((char **) ids);
  self->dry_run = dry_run;
  self->progress = progress != NULL ? g_object_ref (progress) : NULL;
  return self;
}

static char *
peek_label (CutStore *store,
            gboolean  redo)
{
  g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, redo, NULL);

  return entry != NULL ? g_strdup (entry->label) : NULL;
}

static gpointer
purge_in_store (CutStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Order *self = data;
  g_autoptr (GPtrArray) changes = NULL;
  CutPurgeReport *report = cut_purging_run (store, self->notebook->owner, (const char *const *) self->ids, self->dry_run, self->progress, &changes, error);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  if (changes == NULL || changes->len == 0)
    return report;
  /* It is done by now; a label that cannot be read is only a label. */
  undo_label = peek_label (store, FALSE);
  redo_label = peek_label (store, TRUE);
  cut_notebook_announce (self->notebook, g_steal_pointer (&changes), undo_label, redo_label);
  return report;
}

static gpointer
purge_job (CutNotebook   *notebook,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Order *self = data;

  if (self->dry_run)
    return cut_worker_run (notebook->reader, purge_in_store, self, cancellable, error);
  if (cut_notebook_is_locked (notebook))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED, _("The protected sources are locked; unlock them with the passphrase first"));
      return NULL;
    }
  if (self->progress != NULL)
    cut_progress_update (self->progress, _("Deleting for good…"), 0);
  return cut_notebook_write (notebook, purge_in_store, self, cancellable, error);
}

CutPurgeReport *
cut_notebook_purge (CutNotebook        *self,
                    const char *const  *ids,
                    gboolean            dry_run,
                    CutProgress        *progress,
                    GError            **error)
{
  Order *order = NULL;
  CutPurgeReport *report;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  order = order_new (self, ids, dry_run, progress);
  report = cut_notebook_run_job (self, purge_job, order, progress != NULL ? cut_progress_get_cancellable (progress) : NULL, error);
  order_free (order);
  cut_notebook_flush (self);
  return report;
}

void
cut_notebook_purge_async (CutNotebook         *self,
                          const char *const   *ids,
                          gboolean             dry_run,
                          CutProgress         *progress,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_job (self, cut_notebook_purge_async, purge_job, order_new (self, ids, dry_run, progress), order_free,
                         (GDestroyNotify) cut_purge_report_free, progress != NULL ? cut_progress_get_cancellable (progress) : NULL,
                         callback, user_data);
}

CutPurgeReport *
cut_notebook_purge_finish (CutNotebook   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* What takes the room. */

static void
add_room (GArray     *rooms,
          const char *name,
          const char *label,
          gint64      bytes)
{
  CutRoom room = { name, label, bytes };

  g_array_append_val (rooms, room);
}

static gpointer
measure_in_store (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GArray *rooms;
  CutSizes sizes;

  if (!cut_store_measure (store, &sizes, error))
    return NULL;
  rooms = g_array_new (FALSE, FALSE, sizeof (CutRoom));
  add_room (rooms, "pages", _("Pages as captured"), sizes.pages);
  add_room (rooms, "pictures", _("Pictures"), sizes.pictures);
  add_room (rooms, "texts", _("Texts of articles"), sizes.texts);
  add_room (rooms, "index", _("Search index"), sizes.index);
  add_room (rooms, "records", _("Annotations, claims and all else"), sizes.rest);
  add_room (rooms, "undo", _("Undo history"), sizes.journal);
  add_room (rooms, "unused", _("Unused"), sizes.unused);
  return rooms;
}

GArray *
cut_notebook_sizes (CutNotebook   *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_worker_run (self->reader, measure_in_store, NULL, cancellable, error);
}

static gpointer
sizes_job (CutNotebook   *self,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return cut_worker_run (self->reader, measure_in_store, NULL, cancellable, error);
}

void
cut_notebook_sizes_async (CutNotebook         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_answer (self, cut_notebook_sizes_async, sizes_job, NULL, g_free, (GDestroyNotify) g_array_unref, cancellable, callback,
                            user_data);
}

GArray *
cut_notebook_sizes_finish (CutNotebook   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
compact_in_store (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return cut_store_compact (store, error) ? data : NULL;
}

static gpointer
compact_job (CutNotebook   *self,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return cut_notebook_write (self, compact_in_store, self, cancellable, error);
}

void
cut_notebook_compact_async (CutNotebook         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_job (self, cut_notebook_compact_async, compact_job, NULL, g_free, NULL, cancellable, callback, user_data);
}

gboolean
cut_notebook_compact_finish (CutNotebook   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-notebook-protection.h"

#include <glib/gi18n-lib.h>

#include "cut-commit.h"
#include "cut-error.h"
#include "cut-notebook-private.h"

/* The clock of the vault goes on while the computer sleeps, that of GLib's timers does not: looked at often enough. */
#define LOOK_EVERY_MS 15000

/* State. */

gboolean
cut_notebook_is_protected (CutNotebook *self)
{
  return g_atomic_int_get (&self->guarded) != 0;
}

gboolean
cut_notebook_is_locked (CutNotebook *self)
{
  return cut_notebook_is_protected (self) && !cut_vault_is_open (self->vault, NULL);
}

void
cut_notebook_touch (CutNotebook *self)
{
  cut_vault_touch (self->vault);
}

void
cut_notebook_set_lock_after (CutNotebook *self,
                             guint        seconds)
{
  cut_vault_set_limit (self->vault, (gint64) seconds * G_USEC_PER_SEC);
}

void
cut_notebook_set_clock (CutNotebook   *self,
                        CutVaultClock  clock,
                        gpointer       data)
{
  cut_vault_set_clock (self->vault, clock, data);
}

void
cut_notebook_set_cost (CutNotebook  *self,
                       CutVaultCost  cost)
{
  self->cost = cost;
}

/* Telling views. */

static GPtrArray *
changes_of (GPtrArray *records)
{
  GPtrArray *changes = cut_changes_new ();

  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      CutChange *change = g_new0 (CutChange, 1);

      change->kind = cut_record_get_kind (record);
      change->id = g_strdup (cut_record_get_id (record));
      /* However many there are: a view that shows one must drop it. */
      change->record = g_object_ref (record);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

static gpointer
announce_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) sealed = cut_store_list_sealed (store, error);

  if (sealed != NULL)
    cut_notebook_announce_again (data, changes_of (sealed));
  return data;
}

/* In the reader's thread, so that what is told is what a view then reads. */
static void
announce_sealed (CutNotebook *self)
{
  cut_worker_post (self->reader, announce_job, g_object_ref (self), g_object_unref);
}

static void
announce_sealed_and_wait (CutNotebook *self)
{
  cut_worker_run (self->reader, announce_job, self, NULL, NULL);
}

static gboolean
look_cb (gpointer user_data)
{
  CutNotebook *self = user_data;

  g_clear_pointer (&self->lock_timer, g_source_unref);
  cut_notebook_check_lock (self);
  return G_SOURCE_REMOVE;
}

/* Holds no reference: the notebook takes its timer along. */
static void
arm_timer (CutNotebook *self)
{
  gint64 left = cut_vault_get_remaining (self->vault) / 1000 + 1;

  if (self->lock_timer != NULL || !cut_notebook_is_protected (self) || cut_notebook_is_locked (self))
    return;
  self->lock_timer = g_timeout_source_new ((guint) CLAMP (left, 1, LOOK_EVERY_MS));
  g_source_set_callback (self->lock_timer, look_cb, self, NULL);
  g_source_attach (self->lock_timer, self->context);
}

void
cut_notebook_notify_protection (CutNotebook *self)
{
  gboolean guarded = cut_notebook_is_protected (self);
  gboolean locked = cut_notebook_is_locked (self);

  arm_timer (self);
  if (guarded != self->shown_guarded)
    {
      self->shown_guarded = guarded;
      g_object_notify (G_OBJECT (self), "protected");
    }
  if (locked != self->shown_locked)
    {
      self->shown_locked = locked;
      g_object_notify (G_OBJECT (self), "locked");
    }
}

void
cut_notebook_check_lock (CutNotebook *self)
{
  if (cut_notebook_is_locked (self) && !self->shown_locked)
    announce_sealed (self);
  cut_notebook_notify_protection (self);
}

void
cut_notebook_lock (CutNotebook *self)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_vault_lock (self->vault);
  cut_notebook_check_lock (self);
}

/* The file's word. */

static gpointer
wrap_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  CutWrap *wrap;

  if (!cut_store_get_wrap (store, &wrap, error))
    return NULL;
  g_atomic_int_set (&((CutNotebook *) data)->guarded, wrap != NULL);
  if (wrap == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The notebook is not protected by a passphrase"));
  return wrap;
}

gboolean
cut_notebook_refresh_protection (CutNotebook  *self,
                                 GError      **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutWrap) wrap = cut_worker_run (self->reader, wrap_job, self, NULL, &failure);

  if (wrap != NULL || g_error_matches (failure, CUT_ERROR, CUT_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
stand_ins_job (CutStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return cut_store_list_stand_ins (store, error);
}

GHashTable *
cut_notebook_stand_ins (CutNotebook  *self,
                        GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_worker_run (self->reader, stand_ins_job, NULL, NULL, error);
}

/* The jobs. */

typedef struct
{
  CutPassphrase *old;        /* (owned) (nullable) */
  CutPassphrase *passphrase; /* (owned) (nullable) */
  CutWrap *wrap;             /* (owned) (nullable): to be stored */
} Order;

static Order *
order_new (CutPassphrase *old,
           CutPassphrase *passphrase)
{
  Order *order = g_new0 (Order, 1);

  order->old = old != NULL ? cut_passphrase_ref (old) : NULL;
  order->passphrase = passphrase != NULL ? cut_passphrase_ref (passphrase) : NULL;
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->old, cut_passphrase_unref);
  g_clear_pointer (&order->passphrase, cut_passphrase_unref);
  g_clear_pointer (&order->wrap, cut_wrap_free);
  g_free (order);
}

/* What could not be wiped now, because somebody reads, is wiped later. */
static void
wipe (CutStore *store)
{
  g_autoptr (GError) failure = NULL;

  cut_store_set_cancellable (store, NULL);
  if (!cut_store_purge (store, &failure))
    g_debug ("not wiped yet: %s", failure->message);
}

static gpointer
store_protect_job (CutStore      *store,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (!cut_store_protect (store, ((Order *) data)->wrap, error))
    return NULL;
  wipe (store);
  return data;
}

static gpointer
store_change_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  if (!cut_store_change_wrap (store, ((Order *) data)->wrap, error))
    return NULL;
  wipe (store);
  return data;
}

static gpointer
store_unprotect_job (CutStore      *store,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return cut_store_unprotect (store, error) ? data : NULL;
}

static CutWrap *
get_wrap (CutNotebook   *self,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_worker_run (self->reader, wrap_job, self, cancellable, error);
}

static gboolean
unlock (CutNotebook    *self,
        CutPassphrase  *passphrase,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (CutWrap) wrap = get_wrap (self, cancellable, error);

  if (wrap == NULL || !cut_vault_unlock (self->vault, wrap, passphrase, error))
    return FALSE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    return TRUE;
  cut_vault_lock (self->vault);
  return FALSE;
}

static gpointer
unlock_job (CutNotebook   *self,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  if (!unlock (self, ((Order *) data)->passphrase, cancellable, error))
    return NULL;
  announce_sealed_and_wait (self);
  return self;
}

static gboolean
check_unprotected (CutNotebook  *self,
                   GError      **error)
{
  if (cut_notebook_refuse (self, error) || !cut_notebook_refresh_protection (self, error))
    return FALSE;
  if (!cut_notebook_is_protected (self))
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The notebook is protected by a passphrase already"));
  return FALSE;
}

static gpointer
protect_job (CutNotebook   *self,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Order *order = data;

  if (!check_unprotected (self, error))
    return NULL;
  order->wrap = cut_vault_create (self->vault, order->passphrase, self->cost, error);
  if (order->wrap == NULL)
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      cut_worker_run (self->writer, store_protect_job, order, cancellable, error) == NULL)
    {
      cut_vault_lock (self->vault);
      return NULL;
    }
  g_atomic_int_set (&self->guarded, TRUE);
  announce_sealed_and_wait (self);
  return self;
}

static gpointer
change_job (CutNotebook   *self,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Order *order = data;
  g_autoptr (CutWrap) wrap = NULL;

  if (cut_notebook_refuse (self, error))
    return NULL;
  wrap = get_wrap (self, cancellable, error);
  if (wrap == NULL)
    return NULL;
  order->wrap = cut_vault_rewrap (wrap, order->old, order->passphrase, self->cost, error);
  if (order->wrap == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return cut_worker_run (self->writer, store_change_job, order, cancellable, error);
}

static gpointer
list_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_store_list_sealed (store, error);
}

static gpointer
unprotect_job (CutNotebook   *self,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Order *order = data;
  g_autoptr (GPtrArray) sealed = NULL;

  if (cut_notebook_refuse (self, error) || !unlock (self, order->passphrase, cancellable, error))
    return NULL;
  sealed = cut_worker_run (self->reader, list_job, self, cancellable, error);
  if (sealed == NULL || cut_worker_run (self->writer, store_unprotect_job, order, cancellable, error) == NULL)
    {
      announce_sealed_and_wait (self);
      return NULL;
    }
  g_atomic_int_set (&self->guarded, FALSE);
  cut_vault_lock (self->vault);
  cut_notebook_announce_again (self, changes_of (sealed));
  return self;
}

/* Calling them. */

static gboolean
run (CutNotebook   *self,
     CutJobFunc     func,
     Order         *order,
     GCancellable  *cancellable,
     GError       **error)
{
  gboolean done = cut_notebook_run_job (self, func, order, cancellable, error) != NULL;

  order_free (order);
  cut_notebook_flush (self);
  return done;
}

gboolean
cut_notebook_protect (CutNotebook    *self,
                      CutPassphrase  *passphrase,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL, FALSE);

  return run (self, protect_job, order_new (NULL, passphrase), cancellable, error);
}

void
cut_notebook_protect_async (CutNotebook         *self,
                            CutPassphrase       *passphrase,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL);

  cut_notebook_push_job (self, cut_notebook_protect_async, protect_job, order_new (NULL, passphrase), order_free, NULL,
                         cancellable, callback, user_data);
}

gboolean
cut_notebook_protect_finish (CutNotebook   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

gboolean
cut_notebook_unlock (CutNotebook    *self,
                     CutPassphrase  *passphrase,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL, FALSE);

  return run (self, unlock_job, order_new (NULL, passphrase), cancellable, error);
}

void
cut_notebook_unlock_async (CutNotebook         *self,
                           CutPassphrase       *passphrase,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL);

  cut_notebook_push_job (self, cut_notebook_unlock_async, unlock_job, order_new (NULL, passphrase), order_free, NULL,
                         cancellable, callback, user_data);
}

gboolean
cut_notebook_unlock_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

gboolean
cut_notebook_change_passphrase (CutNotebook    *self,
                                CutPassphrase  *old,
                                CutPassphrase  *passphrase,
                                GCancellable   *cancellable,
                                GError        **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && old != NULL && passphrase != NULL, FALSE);

  return run (self, change_job, order_new (old, passphrase), cancellable, error);
}

void
cut_notebook_change_passphrase_async (CutNotebook         *self,
                                      CutPassphrase       *old,
                                      CutPassphrase       *passphrase,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && old != NULL && passphrase != NULL);

  cut_notebook_push_job (self, cut_notebook_change_passphrase_async, change_job, order_new (old, passphrase), order_free,
                         NULL, cancellable, callback, user_data);
}

gboolean
cut_notebook_change_passphrase_finish (CutNotebook   *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

gboolean
cut_notebook_unprotect (CutNotebook    *self,
                        CutPassphrase  *passphrase,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL, FALSE);

  return run (self, unprotect_job, order_new (NULL, passphrase), cancellable, error);
}

void
cut_notebook_unprotect_async (CutNotebook         *self,
                              CutPassphrase       *passphrase,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && passphrase != NULL);

  cut_notebook_push_job (self, cut_notebook_unprotect_async, unprotect_job, order_new (NULL, passphrase), order_free, NULL,
                         cancellable, callback, user_data);
}

gboolean
cut_notebook_unprotect_finish (CutNotebook   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-resources.h"

#include <glib/gi18n-lib.h>

#include "cut-address.h"
#include "cut-error.h"
#include "cut-picture.h"
#include "cut-run.h"
#include "cut-sha256.h"
#include "cut-transfer.h"

/* Kinds that every viewer opens come first, for servers that choose. */
#define ACCEPT_PICTURE "image/jpeg,image/png,image/gif,image/webp;q=0.8,image/avif;q=0.7,*/*;q=0.1"

typedef struct
{
  CutFetchSession *session;
  CutTransport *transport;
  GPtrArray *resources;
  GHashTable *first; /* address → the CutResource that is fetched for it */
  unsigned next;
  unsigned running;
  unsigned started;
  unsigned done;
  gsize used; /* bytes of pictures kept */
  CutResourcesProgress progress;
  gpointer progress_data;
  GCancellable *inner;
} Batch;

typedef struct
{
  Batch *batch;
  CutResource *resource;
} Slot;

static void
resource_free (gpointer data)
{
  CutResource *self = data;

  g_free (self->url);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_clear_pointer (&self->fetched, cut_fetched_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
count_done (Batch *batch)
{
  batch->done++;
  if (batch->progress != NULL)
    batch->progress (batch->done, batch->resources->len, batch->progress_data);
}

static GError *
too_much (Batch *batch)
{
  return g_error_new (CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The pictures of this page are larger than %u MiB together; this one was left out."),
                      (unsigned) (batch->session->limits.pictures_bytes / (1024 * 1024)));
}

static GError *
no_picture (CutFetched *fetched)
{
  g_autofree char *host = cut_address_get_host (fetched->final_url);

  return g_error_new (CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("What %s sent is not a picture that Cuttings keeps (PNG, JPEG, GIF, WebP, AVIF)."), host);
}

/* Takes @fetched. */
static void
keep (Batch *batch, CutResource *resource, CutFetched *fetched)
{
  CutPictureKind kind = cut_picture_inspect (fetched->body, &resource->width, &resource->height);

  if (kind == CUT_PICTURE_NONE)
    resource->error = no_picture (fetched);
  else if (g_bytes_get_size (fetched->body) > batch->session->limits.pictures_bytes - batch->used)
    resource->error = too_much (batch);
  if (resource->error != NULL)
    {
      resource->width = resource->height = 0;
      cut_fetched_unref (fetched);
      return;
    }
  batch->used += g_bytes_get_size (fetched->body);
  resource->bytes = g_bytes_ref (fetched->body);
  resource->content_type = cut_picture_kind_get_type (kind);
  resource->sha256 = cut_sha256_of_bytes (fetched->body);
  resource->fetched = fetched;
}

/* Only the deadline of the whole batch reaches a picture as a cancellation; the user's ends the call. */
static void
explain_cancelled (CutResource *resource)
{
  if (!g_error_matches (resource->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_error (&resource->error);
  resource->error = g_error_new_literal (CUT_ERROR, CUT_ERROR_TIMEOUT, _("The pictures of this page take too long; this one was left out."));
}

static void start_more (Batch *batch);

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Slot *slot = data;
  Batch *batch = slot->batch;
  CutFetched *fetched = cut_transfer_finish (result, &slot->resource->error);

  if (fetched != NULL)
    keep (batch, slot->resource, fetched);
  else
    explain_cancelled (slot->resource);
  batch->running--;
  count_done (batch);
  start_more (batch);
}

static void
start (Batch *batch, CutResource *resource)
{
  const CutFetchLimits *limits = &batch->session->limits;
  CutTransferOptions options = { ACCEPT_PICTURE, CUT_FETCH_DEFAULT, 0, NULL, NULL };
  Slot *slot = g_new0 (Slot, 1);

  options.max_bytes = MIN (limits->picture_bytes, limits->pictures_bytes - batch->used);
  slot->batch = batch;
  slot->resource = resource;
  batch->running++;
  batch->started++;
  cut_transfer_async (batch->transport, resource->url, &options, batch->inner, fetched_cb, slot);
}

/* Returns: whether the next picture needs no fetch; then its error is set, if it is one. */
static gboolean
settle (Batch *batch, CutResource *resource)
{
  const CutFetchLimits *limits = &batch->session->limits;

  if (g_hash_table_contains (batch->first, resource->url))
    return TRUE; /* filled in at the end */
  g_hash_table_insert (batch->first, resource->url, resource);
  if (g_uri_peek_scheme (resource->url) == NULL)
    resource->error = g_error_new (CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is not a web address."), resource->url);
  else if (batch->started >= limits->pictures)
    resource->error = g_error_new (CUT_ERROR, CUT_ERROR_TOO_LARGE, _("This page has more than %u pictures; this one was left out."), limits->pictures);
  else if (batch->used >= limits->pictures_bytes)
    resource->error = too_much (batch);
  return resource->error != NULL;
}

static void
start_more (Batch *batch)
{
  while (batch->running < CUT_TRANSPORT_AT_ONCE && batch->next < batch->resources->len
         && !g_cancellable_is_cancelled (batch->inner))
    {
      CutResource *resource = batch->resources->pdata[batch->next++];

      if (settle (batch, resource))
        count_done (batch);
      else
        start (batch, resource);
    }
}

static void
copy_result (CutResource *to, const CutResource *from)
{
  if (from->bytes != NULL)
    to->bytes = g_bytes_ref (from->bytes);
  if (from->fetched != NULL)
    to->fetched = cut_fetched_ref (from->fetched);
  if (from->error != NULL)
    to->error = g_error_copy (from->error);
  to->content_type = from->content_type;
  to->sha256 = g_strdup (from->sha256);
  to->width = from->width;
  to->height = from->height;
}

/* Those given twice get what the first got; those the deadline kept from starting their error. */
static void
complete (Batch *batch)
{
  for (unsigned i = 0; i < batch->resources->len; i++)
    {
      CutResource *resource = batch->resources->pdata[i];
      const CutResource *first = g_hash_table_lookup (batch->first, resource->url);

      if (resource->bytes != NULL || resource->error != NULL)
        continue;
      if (first != NULL && first != resource)
        copy_result (resource, first);
      else
        {
          resource->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
          explain_cancelled (resource);
        }
    }
}

static gboolean
deadline_cb (gpointer data)
{
  Batch *batch = data;

  g_cancellable_cancel (batch->inner);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  return deadline_cb (data);
}

static GSource *
attach (GSource *source, GSourceFunc callback, Batch *batch, GMainContext *context)
{
  g_source_set_callback (source, callback, batch, NULL);
  g_source_attach (source, context);
  return source;
}

static void
run (Batch *batch, GCancellable *cancellable)
{
  CutRun run_state;
  GSource *deadline;
  GSource *cancel = NULL;

  cut_run_begin (&run_state);
  deadline = attach (g_timeout_source_new (batch->session->limits.total_ms), deadline_cb, batch, run_state.context);
  if (cancellable != NULL)
    cancel = attach (g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb), batch, run_state.context);
  batch->transport = cut_transport_new (batch->session);
  start_more (batch);
  while (batch->running > 0)
    g_main_context_iteration (run_state.context, TRUE);
  cut_transport_free (batch->transport);
  g_source_destroy (deadline);
  g_source_unref (deadline);
  if (cancel != NULL)
    g_source_destroy (cancel);
  g_clear_pointer (&cancel, g_source_unref);
  cut_run_end (&run_state);
}

static GPtrArray *
make_resources (const char *const *urls)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func (resource_free);

  for (; *urls != NULL; urls++)
    {
      CutResource *resource = g_new0 (CutResource, 1);
      resource->url = g_strdup (*urls);
      g_ptr_array_add (resources, resource);
    }
  return resources;
}

GPtrArray *
cut_fetch_session_fetch_pictures (CutFetchSession *self, const char *const *urls,
                                  CutResourcesProgress progress, gpointer progress_data,
                                  GCancellable *cancellable, GError **error)
{
  Batch batch = { .session = self, .progress = progress, .progress_data = progress_data };

  g_return_val_if_fail (CUT_IS_FETCH_SESSION (self), NULL);
  g_return_val_if_fail (urls != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  batch.resources = make_resources (urls);
  batch.first = g_hash_table_new (g_str_hash, g_str_equal);
  batch.inner = g_cancellable_new ();
  run (&batch, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&batch.resources, g_ptr_array_unref);
  else
    complete (&batch);
  g_hash_table_unref (batch.first);
  g_object_unref (batch.inner);
  return batch.resources;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-picture-loader.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-limits.h"

#define CHUNK 65536

typedef struct
{
  GBytes *bytes; /* (owned) */
  int max_width;
  gboolean too_large;
} Load;

static void
load_free (Load *load)
{
  g_bytes_unref (load->bytes);
  g_free (load);
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Load            *load)
{
  /* Scaling to nothing is how a loader is told not to decode. */
  load->too_large = (gint64) width * height > CUT_LIMIT_PIXELS;
  if (load->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (width > load->max_width)
    gdk_pixbuf_loader_set_size (loader, load->max_width,
                                MAX (1, (int) ((gint64) height * load->max_width / width)));
}

static gboolean
feed (GdkPixbufLoader  *loader,
      Load             *load,
      GCancellable     *cancellable,
      GError          **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (load->bytes, &length);

  for (gsize at = 0; at < length && !load->too_large; at += CHUNK)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), error))
      return FALSE;
  return TRUE;
}

static GdkPixbuf *
decode (Load          *load,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) problem = NULL;
  GdkPixbuf *pixbuf = NULL;
  gboolean read;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), load);
  read = feed (loader, load, cancellable, &problem);
  /* A loader must be closed, whatever came before. */
  if (!gdk_pixbuf_loader_close (loader, read && problem == NULL ? &problem : NULL))
    read = FALSE;
  if (load->too_large)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The picture is too large to show"));
      return NULL;
    }
  if (read)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("The picture cannot be read"));
  return NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = decode (task_data, cancellable, &error);

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
}

void
cut_picture_load_async (GBytes              *bytes,
                        int                  max_width,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->bytes = g_bytes_ref (bytes);
  load->max_width = max_width;
  g_task_set_source_tag (task, cut_picture_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

GdkTexture *
cut_picture_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-save.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cut-error.h"
#include "cut-graph-paint.h"
#include "cut-graph-svg.h"
#include "cut-limits.h"

#define MARGIN 16.0
/* Of a PNG: twice the natural size, as far as that is not too large. */
#define FACTOR 2.0
/* Longest side that cairo and most programs draw on. */
#define MOST_SIDE 16000.0

static const struct
{
  const char *word;
  const char *suffix;
} formats[] = {
  [CUT_GRAPH_SVG] = { "svg", ".svg" },
  [CUT_GRAPH_PNG] = { "png", ".png" },
};

typedef struct
{
  CutGraphScene *scene; /* (owned) */
  CutGraphFormat format;
  GFile *file;          /* (owned) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  cut_graph_scene_unref (self->scene);
  g_object_unref (self->file);
  g_free (self);
}

const char *
cut_graph_format_get_suffix (CutGraphFormat format)
{
  return formats[format].suffix;
}

gboolean
cut_graph_format_from_word (const char     *word,
                            CutGraphFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].word, word))
      {
        *format = (CutGraphFormat) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
factor_for (double width,
            double height)
{
  double factor = fmin (FACTOR, MOST_SIDE / fmax (width, height));

  return fmin (factor, sqrt (CUT_LIMIT_PIXELS / (width * height)));
}

static GBytes *
make_png (CutGraphScene  *scene,
          GCancellable   *cancellable,
          GError        **error)
{
  graphene_rect_t bounds = cut_graph_scene_get_bounds (scene, 1);
  double width = (double) bounds.size.width + 2 * MARGIN;
  double height = (double) bounds.size.height + 2 * MARGIN;
  double factor = factor_for (width, height);
  CutGraphCamera camera = { (double) (bounds.origin.x + bounds.size.width / 2), (double) (bounds.origin.y + bounds.size.height / 2), 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * factor), (int) ceil (height * factor));
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();
  cairo_status_t status;

  cairo_scale (cr, factor, factor);
  gdk_cairo_set_source_rgba (cr, &scene->look->paper);
  cairo_paint (cr);
  cut_graph_paint (scene, cr, &camera, width, height, cancellable);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("There is not enough memory to draw this graph as a PNG. Save it as an SVG."));
  return NULL;
}

static GBytes *
make_document (const Saving  *saving,
               GCancellable  *cancellable,
               GError       **error)
{
  char *svg;

  if (saving->format == CUT_GRAPH_PNG)
    return make_png (saving->scene, cancellable, error);
  svg = cut_graph_to_svg (saving->scene);
  return g_bytes_new_take (svg, strlen (svg));
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) document = make_document (saving, cancellable, &error);

  if (document == NULL || !g_file_replace_contents (saving->file, g_bytes_get_data (document, NULL), g_bytes_get_size (document), NULL, FALSE,
                                                    G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
cut_graph_save_async (CutGraphScene       *scene,
                      CutGraphFormat       format,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving) { cut_graph_scene_ref (scene), format, g_object_ref (file) };
  g_task_set_source_tag (task, cut_graph_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
cut_graph_save_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

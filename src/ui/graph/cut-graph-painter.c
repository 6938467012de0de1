/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-painter.h"

#include "cut-graph-paint.h"

struct _CutGraphPainter
{
  GThreadPool *thread;  /* (owned): one */
  GCancellable *ending; /* (owned) */
};

typedef struct
{
  CutGraphScene *scene; /* (owned) */
  CutGraphCamera camera;
  int width;
  int height;
  int factor;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  cut_graph_scene_unref (order->scene);
  g_free (order);
}

void
cut_graph_picture_free (CutGraphPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  cut_graph_scene_unref (self->scene);
  g_free (self);
}

GdkTexture *
cut_graph_picture_get_texture (CutGraphPicture *self)
{
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (self->surface);

  if (self->texture != NULL)
    return self->texture;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), (gsize) stride * (gsize) (self->height * self->factor),
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));
  self->texture = gdk_memory_texture_new (self->width * self->factor, self->height * self->factor, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  return self->texture;
}

static cairo_surface_t *
draw (const Order  *order,
      GCancellable *cancellable)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width * order->factor, order->height * order->factor);
  cairo_t *cr = cairo_create (surface);

  gdk_cairo_set_source_rgba (cr, &order->scene->look->paper);
  cairo_paint (cr);
  cairo_scale (cr, order->factor, order->factor);
  cut_graph_paint (order->scene, cr, &order->camera, order->width, order->height, cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
draw_job (gpointer data,
          gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Order *order = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  CutGraphPicture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = g_new0 (CutGraphPicture, 1);
  picture->surface = draw (order, cancellable);
  picture->scene = cut_graph_scene_ref (order->scene);
  picture->camera = order->camera;
  picture->width = order->width;
  picture->height = order->height;
  picture->factor = order->factor;
  g_task_return_pointer (task, picture, (GDestroyNotify) cut_graph_picture_free);
}

CutGraphPainter *
cut_graph_painter_new (void)
{
  CutGraphPainter *self = g_new0 (CutGraphPainter, 1);

  /* Of its own, as it keeps the fonts that it has loaded. */
  self->thread = g_thread_pool_new (draw_job, NULL, 1, TRUE, NULL);
  self->ending = g_cancellable_new ();
  return self;
}

void
cut_graph_painter_free (CutGraphPainter *self)
{
  g_cancellable_cancel (self->ending);
  g_thread_pool_free (self->thread, FALSE, FALSE);
  g_object_unref (self->ending);
  g_free (self);
}

void
cut_graph_painter_draw_async (CutGraphPainter      *self,
                              CutGraphScene        *scene,
                              const CutGraphCamera *camera,
                              int                   width,
                              int                   height,
                              int                   factor,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable != NULL ? cancellable : self->ending, callback, user_data);
  Order *order = g_new0 (Order, 1);

  *order = (Order) { cut_graph_scene_ref (scene), *camera, width, height, factor };
  g_task_set_source_tag (task, cut_graph_painter_draw_async);
  g_task_set_task_data (task, order, order_free);
  g_thread_pool_push (self->thread, task, NULL);
}

CutGraphPicture *
cut_graph_painter_draw_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

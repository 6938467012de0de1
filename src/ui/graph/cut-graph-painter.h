/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-scene.h"

G_BEGIN_DECLS

/**
 * CutGraphPicture:
 * @surface: what was drawn, without holes
 * @scene: of what
 * @camera: @x and @y of it stand in the middle
 * @width, @height: logical pixels
 * @factor: pixels of the screen to a logical one
 *
 * A piece of a graph, drawn once, to be moved about.
 */
typedef struct
{
  cairo_surface_t *surface;
  GdkTexture *texture; /* private */
  CutGraphScene *scene;
  CutGraphCamera camera;
  int width;
  int height;
  int factor;
} CutGraphPicture;

/** cut_graph_picture_get_texture: Returns: (transfer none): the same as a texture, made on first use. Main thread. */
GdkTexture *cut_graph_picture_get_texture (CutGraphPicture *self);
void cut_graph_picture_free (CutGraphPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphPicture, cut_graph_picture_free)

/**
 * CutGraphPainter:
 *
 * A thread that draws pictures of graphs, one after the other, so that the main thread only has to put them on the screen.
 */
typedef struct _CutGraphPainter CutGraphPainter;

CutGraphPainter *cut_graph_painter_new (void);
/** cut_graph_painter_free: what is not drawn yet is cancelled */
void cut_graph_painter_free (CutGraphPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphPainter, cut_graph_painter_free)

/** cut_graph_painter_draw_async: @factor: pixels of the screen to a logical one */
void cut_graph_painter_draw_async (CutGraphPainter *self, CutGraphScene *scene, const CutGraphCamera *camera, int width, int height, int factor,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** cut_graph_painter_draw_finish: Returns: (transfer full) (nullable): %NULL when it was cancelled */
CutGraphPicture *cut_graph_painter_draw_finish (GAsyncResult *result, GError **error);

G_END_DECLS

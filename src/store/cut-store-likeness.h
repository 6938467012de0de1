/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* Which captures read nearly the same. What the program found, no record; see cut-sketch.h for what a sketch is. Like all
 * of the store, for its own thread alone. */

/**
 * CutStoredSketch:
 * @capture, @clip: ids
 * @n_shingles, @data: as cut_sketch_from_bytes() takes them
 */
typedef struct
{
  char *capture;
  char *clip;
  guint n_shingles;
  GBytes *data;
} CutStoredSketch;

void cut_stored_sketch_free (CutStoredSketch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStoredSketch, cut_stored_sketch_free)

/**
 * CutAlike:
 * @clip, @capture, @other_clip, @other_capture: ids
 * @resemblance, @containment: as #CutLikeness
 *
 * Two captures of two clips, none of them in the Trash.
 */
typedef struct
{
  char *clip;
  char *capture;
  char *other_clip;
  char *other_capture;
  double resemblance;
  double containment;
} CutAlike;

void cut_alike_free (CutAlike *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutAlike, cut_alike_free)

/** cut_store_list_unsketched: Returns: (transfer full) (element-type utf8): ids of at most @limit captures that have no sketch yet */
GPtrArray *cut_store_list_unsketched (CutStore *self, guint limit, GError **error);

/** cut_store_forget_sketches: all are made again, by other rules */
gboolean cut_store_forget_sketches (CutStore *self, GError **error);

/**
 * cut_store_put_sketch:
 * @capture: id
 * @data: (nullable): %NULL where the text is too short for one
 * @keys: (array length=n_keys): by which it is found
 *
 * The capture no longer waits for a sketch. Nothing happens when there is no such capture.
 */
gboolean cut_store_put_sketch (CutStore *self, const char *capture, guint n_shingles, GBytes *data, const guint32 *keys, guint n_keys, GError **error);

/**
 * cut_store_list_sharing:
 * @capture: id of the capture, which is left out with all of its clip
 * @keys: (array length=n_keys)
 *
 * A key that very many captures have (what an outlet writes under each article) is passed over, so that the cost does not
 * grow with the notebook.
 *
 * Returns: (transfer full) (element-type CutStoredSketch): sketches that have one of @keys among theirs, most in common first
 */
GPtrArray *cut_store_list_sharing (CutStore *self, const char *capture, const guint32 *keys, guint n_keys, GError **error);

/** cut_store_put_alike: @alike: its captures and shares; in place of what was there */
gboolean cut_store_put_alike (CutStore *self, const CutAlike *alike, GError **error);

/** cut_store_list_alike: @clip: (nullable): id; %NULL for all. Returns: (transfer full) (element-type CutAlike): pairs of captures, the
 *   given clip as @clip; of all each pair once. The most alike first. */
GPtrArray *cut_store_list_alike (CutStore *self, const char *clip, GError **error);

/** cut_store_has_alike: whether any two captures are */
gboolean cut_store_has_alike (CutStore *self);

/** cut_store_list_reprints: Returns: (transfer full) (element-type CutClip): all that a person says are reprints of another */
GPtrArray *cut_store_list_reprints (CutStore *self, GError **error);

G_END_DECLS

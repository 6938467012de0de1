/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-sketching.h"

#include <stdlib.h>

#include "cut-block.h"
#include "cut-capture.h"
#include "cut-sketch.h"
#include "cut-store-likeness.h"

/* Which rules the stored sketches were made by. */
#define RULES_NAME "sketch-rules"

static gboolean
check_rules (CutStore  *store,
             GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *present = cut_store_get_meta (store, RULES_NAME, &failure);
  g_autofree char *wanted = g_strdup_printf ("%d", CUT_SKETCH_RULES);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_strcmp0 (present, wanted) == 0)
    return TRUE;
  return (present == NULL || cut_store_forget_sketches (store, error)) && cut_store_set_meta (store, RULES_NAME, wanted, error);
}

/* Of what counts in the text: menus and notices, which an outlet prints under everything, make nothing alike. */
static CutSketch *
sketch_of (CutStore   *store,
           const char *capture)
{
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *counted = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  /* A capture without a text has nothing to be compared. */
  if (!cut_store_get_text (store, capture, &text, &json, NULL, NULL) || text == NULL)
    return NULL;
  blocks = json != NULL ? cut_blocks_from_json (json, NULL) : NULL;
  counted = blocks != NULL ? cut_blocks_get_counted_text (blocks, text) : NULL;
  return cut_sketch_new (counted != NULL ? counted : text);
}

static gboolean
put_likeness (CutStore              *store,
              const char            *capture,
              const CutSketch       *sketch,
              const CutStoredSketch *stored,
              GPtrArray             *touched,
              GError               **error)
{
  gsize length;
  const void *data = g_bytes_get_data (stored->data, &length);
  g_autoptr (CutSketch) other = cut_sketch_from_bytes (data, length, stored->n_shingles);
  CutLikeness likeness;
  CutAlike alike = { 0 };

  if (other == NULL)
    return TRUE;
  likeness = cut_sketch_compare (sketch, other);
  if (likeness.containment < CUT_SKETCH_SAME_CREDIT)
    return TRUE;
  alike.capture = (char *) capture;
  alike.other_capture = stored->capture;
  alike.resemblance = likeness.resemblance;
  alike.containment = likeness.containment;
  g_ptr_array_add (touched, g_strdup (stored->clip));
  return cut_store_put_alike (store, &alike, error);
}

static gboolean
compare (CutStore         *store,
         const char       *capture,
         const CutSketch  *sketch,
         GPtrArray        *touched,
         GError          **error)
{
  guint n_keys;
  const guint32 *keys = cut_sketch_get_keys (sketch, &n_keys);
  g_autoptr (GPtrArray) sharing = cut_store_list_sharing (store, capture, keys, n_keys, error);

  for (guint i = 0; sharing != NULL && i < sharing->len; i++)
    if (!put_likeness (store, capture, sketch, g_ptr_array_index (sharing, i), touched, error))
      return FALSE;
  return sharing != NULL;
}

static gboolean
sketch_one (CutStore    *store,
            const char  *capture,
            GPtrArray   *touched,
            GError     **error)
{
  g_autoptr (CutSketch) sketch = sketch_of (store, capture);
  g_autoptr (GBytes) data = NULL;
  const guint32 *keys;
  guint n_keys;

  if (sketch == NULL)
    return cut_store_put_sketch (store, capture, 0, NULL, NULL, 0, error);
  data = cut_sketch_to_bytes (sketch);
  keys = cut_sketch_get_keys (sketch, &n_keys);
  return cut_store_put_sketch (store, capture, cut_sketch_get_n_shingles (sketch), data, keys, n_keys, error) &&
         compare (store, capture, sketch, touched, error);
}

static gboolean
sketch_all (CutStore   *store,
            GPtrArray  *captures,
            GPtrArray  *touched,
            GError    **error)
{
  for (guint i = 0; i < captures->len; i++)
    if (!sketch_one (store, g_ptr_array_index (captures, i), touched, error))
      return FALSE;
  return TRUE;
}

int
cut_sketching_run (CutStore   *store,
                   guint       limit,
                   GPtrArray **touched,
                   GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) captures = NULL;

  *touched = NULL;
  if (!check_rules (store, error))
    return -1;
  captures = cut_store_list_unsketched (store, limit, error);
  if (captures == NULL)
    return -1;
  if (captures->len == 0)
    return 0;
  if (!cut_store_begin (store, error))
    return -1;
  if (!sketch_all (store, captures, found, error) || !cut_store_commit (store, error))
    {
      cut_store_rollback (store);
      return -1;
    }
  *touched = g_steal_pointer (&found);
  return (int) captures->len;
}

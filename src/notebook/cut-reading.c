/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-reading.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-placing.h"
#include "cut-source.h"

/* Loading: what is known already, so that each object is read once. */
typedef struct
{
  CutStore *store;
  CutReading *reading;
  GHashTable *seen; /* (element-type utf8): ids looked at */
  GCancellable *cancellable;
  GError **error;
} Load;

G_DEFINE_BOXED_TYPE (CutReading, cut_reading, cut_reading_ref, cut_reading_unref)

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static CutReading *
reading_new (void)
{
  CutReading *self = g_new0 (CutReading, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->attributions = records_new ();
  self->claims = records_new ();
  self->sources = records_new ();
  self->entities = records_new ();
  self->tags = records_new ();
  self->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

CutReading *
cut_reading_ref (CutReading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_reading_unref (CutReading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->clip);
  g_clear_object (&self->capture);
  g_free (self->text);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->attributions, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->captures, g_ptr_array_unref);
  g_clear_pointer (&self->dismissals, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->standings, g_hash_table_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_free (self);
}

static CutRecord *
find_in (GPtrArray  *records,
         const char *id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (cut_record_get_id (record), id))
        return record;
    }
  return NULL;
}

CutRecord *
cut_reading_find (CutReading *self,
                  const char *id)
{
  GPtrArray *const lists[] = { self->annotations, self->attributions, self->claims,   self->sources,
                               self->entities,    self->tags,         self->captures };
  CutRecord *found = NULL;

  if (g_str_equal (cut_record_get_id (self->clip), id))
    return self->clip;
  if (g_str_equal (cut_record_get_id (self->capture), id))
    return self->capture;
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (lists); i++)
    found = find_in (lists[i], id);
  return found;
}

const CutStanding *
cut_reading_get_standing (CutReading *self,
                          const char *id)
{
  return g_hash_table_lookup (self->standings, id);
}

gboolean
cut_reading_find_place (CutReading *self,
                        const char *id,
                        guint      *start,
                        guint      *end)
{
  const CutStanding *standing = cut_reading_get_standing (self, id);
  gboolean placed = standing != NULL && standing->placed;

  *start = placed ? standing->start : 0;
  *end = placed ? standing->end : 0;
  return placed;
}

static gboolean
is_in_tray (CutReading *self,
            CutRecord  *annotation,
            const char *status)
{
  const CutStanding *standing = cut_reading_get_standing (self, cut_record_get_id (annotation));

  return standing != NULL && cut_standing_needs_person (standing) && g_str_equal (standing->status, status) &&
         g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (annotation)), "furniture") != 0;
}

guint
cut_reading_count_tray (CutReading *self,
                        const char *status)
{
  guint n = 0;

  for (guint i = 0; i < self->annotations->len; i++)
    n += is_in_tray (self, g_ptr_array_index (self->annotations, i), status) ? 1 : 0;
  return n;
}

/* The clip and the capture. */

static CutRecord *
shown_capture (CutStore    *store,
               const char  *clip,
               GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutQuery) query = NULL;
  g_autoptr (GPtrArray) all = NULL;
  CutRecord *shown = cut_store_shown_capture (store, clip, &failure);

  if (shown != NULL)
    return shown;
  if (failure != NULL && !g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* A clip in the Trash can still be read. */
  query = cut_query_new (CUT_KIND_CAPTURE);
  cut_query_where (query, "clip", clip);
  query->trash = CUT_TRASH_INCLUDED;
  all = cut_store_list (store, query, error);
  if (all == NULL)
    return NULL;
  if (all->len > 0)
    return g_object_ref (g_ptr_array_index (all, 0));
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("Nothing of this clip was captured"));
  return NULL;
}

static CutRecord *
get_named (CutStore    *store,
           const char  *id,
           GError     **error)
{
  g_autofree char *full = NULL;

  if (cut_id_is_valid (id))
    return cut_store_get (store, id, error);
  full = cut_store_find_prefix (store, id, error);
  return full != NULL ? cut_store_get (store, full, error) : NULL;
}

static gboolean
find_capture (Load       *load,
              const char *id)
{
  CutReading *self = load->reading;
  g_autoptr (CutRecord) named = get_named (load->store, id, load->error);

  if (named == NULL)
    return FALSE;
  if (CUT_IS_CLIP (named))
    {
      self->clip = g_steal_pointer (&named);
      self->capture = shown_capture (load->store, cut_record_get_id (self->clip), load->error);
      return self->capture != NULL;
    }
  if (CUT_IS_ANNOTATION (named))
    self->capture = cut_store_get (load->store, cut_annotation_get_capture (CUT_ANNOTATION (named)), load->error);
  else if (CUT_IS_CAPTURE (named))
    self->capture = g_steal_pointer (&named);
  else
    g_set_error (load->error, CUT_ERROR, CUT_ERROR_INPUT, _("A %s cannot be read; name a clip"),
                 cut_kind_get_name (cut_record_get_kind (named)));
  if (self->capture == NULL)
    return FALSE;
  self->clip = cut_store_get (load->store, cut_capture_get_clip (CUT_CAPTURE (self->capture)), load->error);
  return self->clip != NULL;
}

static gboolean
load_text (Load *load)
{
  CutReading *self = load->reading;
  g_autofree char *json = NULL;

  if (!cut_store_get_text (load->store, cut_record_get_id (self->capture), &self->text, &json, NULL, load->error))
    return FALSE;
  if (self->text == NULL)
    self->text = g_strdup ("");
  self->blocks = cut_blocks_from_json (json != NULL ? json : "[]", load->error);
  return self->blocks != NULL;
}

static GPtrArray *
list_of_clip (Load    *load,
              CutKind  kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_where (query, "clip", cut_record_get_id (load->reading->clip));
  return cut_store_list (load->store, query, load->error);
}

static void
load_images (CutReading *self)
{
  const char *json = cut_capture_get_resources (CUT_CAPTURE (self->capture));
  g_autoptr (JsonNode) root = json != NULL ? cut_json_parse (json, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *url = object != NULL ? cut_json_get_string (object, "url") : NULL;
      const char *sha256 = object != NULL ? cut_json_get_string (object, "sha256") : NULL;

      if (url != NULL && sha256 != NULL)
        g_hash_table_insert (self->images, g_strdup (url), g_strdup (sha256));
    }
}

/* Where the marks stand. */

static gboolean
find_places (Load *load)
{
  CutReading *self = load->reading;
  g_autoptr (CutPlacing) placing = cut_placing_load (load->store, self->capture, self->text, self->annotations, load->error);

  if (placing == NULL)
    return FALSE;
  self->standings = cut_placing_run (placing, load->cancellable, load->error);
  self->fresh = cut_placing_steal_fresh (placing);
  return self->standings != NULL;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  CutReading *self = user_data;
  CutRecord *left = *(CutRecord *const *) a;
  CutRecord *right = *(CutRecord *const *) b;
  guint start[2], end[2];
  gboolean placed[2] = {
    cut_reading_find_place (self, cut_record_get_id (left), &start[0], &end[0]),
    cut_reading_find_place (self, cut_record_get_id (right), &start[1], &end[1]),
  };

  if (placed[0] != placed[1])
    return placed[0] ? -1 : 1;
  if (start[0] != start[1])
    return start[0] < start[1] ? -1 : 1;
  if (end[0] != end[1])
    return end[0] < end[1] ? -1 : 1;
  return g_strcmp0 (cut_record_get_id (left), cut_record_get_id (right));
}

/* The user's word on what counts. */

static void
apply_decision (CutReading        *self,
                const CutStanding *place,
                const char        *word)
{
  CutBlockRole role = g_strcmp0 (word, "in") == 0 ? CUT_ROLE_BODY : CUT_ROLE_FURNITURE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->start < place->end && block->end > place->start)
        block->role = role;
    }
}

static int
compare_created (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (cut_record_get_id (*(CutRecord *const *) a), cut_record_get_id (*(CutRecord *const *) b));
}

/* The newest decision is the one that holds. */
static void
apply_decisions (CutReading *self)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new ();

  for (guint i = 0; i < self->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (self->annotations, i);

      if (g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") == 0)
        g_ptr_array_add (decisions, annotation);
    }
  g_ptr_array_sort (decisions, compare_created);
  for (guint i = 0; i < decisions->len; i++)
    {
      CutRecord *decision = g_ptr_array_index (decisions, i);
      const CutStanding *place = cut_reading_get_standing (self, cut_record_get_id (decision));

      if (place->placed)
        apply_decision (self, place, cut_annotation_get_body (CUT_ANNOTATION (decision)));
    }
}

/* What the marks refer to. */

static gboolean
add_record (Load      *load,
            GPtrArray *list,
            CutRecord *record)
{
  if (!g_hash_table_contains (load->seen, cut_record_get_id (record)))
    {
      g_hash_table_add (load->seen, g_strdup (cut_record_get_id (record)));
      g_ptr_array_add (list, g_object_ref (record));
    }
  return TRUE;
}

/* An id may name what is in the Trash or, after an import, what was withheld: both are left out. */
static gboolean
add_id (Load       *load,
        GPtrArray  *list,
        CutKind     kind,
        const char *id)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) record = NULL;

  if (id == NULL || g_hash_table_contains (load->seen, id))
    return TRUE;
  record = cut_store_find (load->store, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (load->error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record == NULL || cut_record_get_kind (record) != kind || cut_record_is_deleted (record))
    return TRUE;
  return add_record (load, list, record);
}

static gboolean
add_ids (Load              *load,
         GPtrArray         *list,
         CutKind            kind,
         const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!add_id (load, list, kind, ids[i]))
      return FALSE;
  return TRUE;
}

static gboolean
add_attributions (Load       *load,
                  const char *id)
{
  g_autoptr (GPtrArray) found = cut_store_referrers (load->store, id, CUT_KIND_ATTRIBUTION, load->error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    add_record (load, load->reading->attributions, g_ptr_array_index (found, i));
  return found != NULL;
}

/* Most marks are nobody's words: which are, is asked once. */
static gboolean
load_of_annotations (Load *load)
{
  CutReading *self = load->reading;
  g_autoptr (GHashTable) attributed = cut_store_find_referred (load->store, cut_record_get_id (self->clip), CUT_KIND_ANNOTATION,
                                                               CUT_KIND_ATTRIBUTION, load->error);

  for (guint i = 0; attributed != NULL && i < self->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (self->annotations, i);
      const char *id = cut_record_get_id (CUT_RECORD (annotation));

      if ((g_hash_table_contains (attributed, id) && !add_attributions (load, id)) ||
          !add_id (load, self->claims, CUT_KIND_CLAIM, cut_annotation_get_claim (annotation)) ||
          !add_ids (load, self->entities, CUT_KIND_ENTITY, cut_annotation_get_entities (annotation)) ||
          !add_ids (load, self->tags, CUT_KIND_TAG, cut_annotation_get_tags (annotation)))
        return FALSE;
    }
  return attributed != NULL && add_ids (load, self->tags, CUT_KIND_TAG, cut_clip_get_tags (CUT_CLIP (self->clip)));
}

static gboolean
load_claims (Load *load)
{
  CutReading *self = load->reading;

  for (guint i = 0; i < self->attributions->len; i++)
    if (!add_id (load, self->claims, CUT_KIND_CLAIM,
                 cut_attribution_get_claim (g_ptr_array_index (self->attributions, i))))
      return FALSE;
  for (guint i = 0; i < self->claims->len; i++)
    {
      CutClaim *claim = g_ptr_array_index (self->claims, i);

      if (!add_attributions (load, cut_record_get_id (CUT_RECORD (claim))) ||
          !add_ids (load, self->entities, CUT_KIND_ENTITY, cut_claim_get_entities (claim)) ||
          !add_ids (load, self->tags, CUT_KIND_TAG, cut_claim_get_tags (claim)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_sources (Load *load)
{
  CutReading *self = load->reading;

  for (guint i = 0; i < self->attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (self->attributions, i);

      if (!add_id (load, self->sources, CUT_KIND_SOURCE, cut_attribution_get_source (attribution)) ||
          !add_ids (load, self->sources, CUT_KIND_SOURCE, cut_attribution_get_via (attribution)))
        return FALSE;
    }
  for (guint i = 0; i < self->sources->len; i++)
    if (!add_id (load, self->entities, CUT_KIND_ENTITY,
                 cut_source_get_entity (g_ptr_array_index (self->sources, i))))
      return FALSE;
  return TRUE;
}

static gboolean
load_lists (Load *load)
{
  CutReading *self = load->reading;

  self->annotations = list_of_clip (load, CUT_KIND_ANNOTATION);
  if (self->annotations == NULL)
    return FALSE;
  self->captures = list_of_clip (load, CUT_KIND_CAPTURE);
  if (self->captures == NULL)
    return FALSE;
  self->dismissals = list_of_clip (load, CUT_KIND_DISMISSAL);
  return self->dismissals != NULL;
}

CutReading *
cut_reading_load (CutStore      *store,
                  const char    *id,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (CutReading) self = reading_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Load load = { store, self, seen, cancellable, error };

  if (!find_capture (&load, id) || !load_text (&load) || !load_lists (&load) || !find_places (&load))
    return NULL;
  g_ptr_array_sort_with_data (self->annotations, compare_places, self);
  apply_decisions (self);
  load_images (self);
  if (!load_of_annotations (&load) || !load_claims (&load) || !load_sources (&load))
    return NULL;
  return g_steal_pointer (&self);
}

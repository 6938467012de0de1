/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-placing.h"

#include "cut-anchor.h"
#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-placement.h"

/* Raised when cut_anchor_find() answers otherwise than before: what was found by older rules is looked for again. */
#define RULES 1

struct _CutPlacing
{
  CutRecord *capture;     /* (owned) */
  char *text;             /* (owned) */
  GPtrArray *annotations; /* (owned) (element-type CutAnnotation) */
  GHashTable *hashes;     /* (owned) (element-type utf8 utf8): capture id → SHA-256 of its text */
  GPtrArray *placements;  /* (owned) (element-type CutPlacement): in captures that read the same */
  GHashTable *known;      /* (owned) (element-type utf8 CutFound): annotation id → as found before */
  GPtrArray *fresh;       /* (owned) (nullable) (element-type CutFound) */
};

CutStanding *
cut_standing_copy (const CutStanding *self)
{
  CutStanding *copy = g_memdup2 (self, sizeof *self);

  copy->annotation = g_strdup (self->annotation);
  copy->capture = g_strdup (self->capture);
  copy->placement = self->placement != NULL ? g_object_ref (self->placement) : NULL;
  return copy;
}

void
cut_standing_free (CutStanding *self)
{
  g_free (self->annotation);
  g_free (self->capture);
  g_clear_object (&self->placement);
  g_free (self);
}

gboolean
cut_standing_needs_person (const CutStanding *self)
{
  return !self->placed && self->placement == NULL;
}

void
cut_placing_free (CutPlacing *self)
{
  g_clear_object (&self->capture);
  g_free (self->text);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
  g_clear_pointer (&self->placements, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_free (self);
}

/* Loading. */

static const char *
text_hash (CutRecord *capture)
{
  return cut_capture_get_text_sha256 (CUT_CAPTURE (capture));
}

static gboolean
reads_the_same (CutPlacing *self,
                CutRecord  *other)
{
  return g_str_equal (cut_record_get_id (self->capture), cut_record_get_id (other)) ||
         (text_hash (self->capture) != NULL && g_strcmp0 (text_hash (self->capture), text_hash (other)) == 0);
}

static GPtrArray *
list_of_clip (CutStore    *store,
              CutKind      kind,
              const char  *clip,
              CutTrash     trash,
              GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_where (query, "clip", clip);
  query->trash = trash;
  return cut_store_list (store, query, error);
}

static gboolean
load_capture (CutPlacing  *self,
              CutStore    *store,
              CutRecord   *capture,
              GError     **error)
{
  g_autoptr (GPtrArray) decided = NULL;

  g_hash_table_insert (self->hashes, g_strdup (cut_record_get_id (capture)), g_strdup (text_hash (capture)));
  if (!reads_the_same (self, capture))
    return TRUE;
  decided = cut_store_referrers (store, cut_record_get_id (capture), CUT_KIND_PLACEMENT, error);
  for (guint i = 0; decided != NULL && i < decided->len; i++)
    g_ptr_array_add (self->placements, g_object_ref (g_ptr_array_index (decided, i)));
  return decided != NULL;
}

/* A mark may have been made on a capture that lies in the Trash by now. */
static gboolean
load_captures (CutPlacing  *self,
               CutStore    *store,
               GError     **error)
{
  g_autoptr (GPtrArray) all = list_of_clip (store, CUT_KIND_CAPTURE, cut_capture_get_clip (CUT_CAPTURE (self->capture)),
                                            CUT_TRASH_INCLUDED, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!load_capture (self, store, g_ptr_array_index (all, i), error))
      return FALSE;
  return all != NULL;
}

static gboolean
load_known (CutPlacing  *self,
            CutStore    *store,
            GError     **error)
{
  g_autoptr (GPtrArray) found = cut_store_list_found (store, NULL, cut_record_get_id (self->capture), error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      CutFound *one = g_ptr_array_index (found, i);

      g_hash_table_insert (self->known, one->annotation, one);
    }
  return TRUE;
}

CutPlacing *
cut_placing_load (CutStore    *store,
                  CutRecord   *capture,
                  const char  *text,
                  GPtrArray   *annotations,
                  GError     **error)
{
  g_autoptr (CutPlacing) self = g_new0 (CutPlacing, 1);

  self->capture = g_object_ref (capture);
  self->text = g_strdup (text);
  self->annotations = g_ptr_array_ref (annotations);
  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->placements = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cut_found_free);
  self->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_found_free);
  return load_captures (self, store, error) && load_known (self, store, error) ? g_steal_pointer (&self) : NULL;
}

CutPlacing *
cut_placing_load_capture (CutStore    *store,
                          const char  *id,
                          GError     **error)
{
  g_autoptr (CutRecord) capture = cut_store_get (store, id, error);
  g_autoptr (GPtrArray) annotations = NULL;
  g_autofree char *text = NULL;

  if (capture == NULL || !cut_store_get_text (store, id, &text, NULL, NULL, error))
    return NULL;
  annotations = list_of_clip (store, CUT_KIND_ANNOTATION, cut_capture_get_clip (CUT_CAPTURE (capture)),
                              CUT_TRASH_EXCLUDED, error);
  return annotations != NULL ? cut_placing_load (store, capture, text != NULL ? text : "", annotations, error) : NULL;
}

/* Placing. */

typedef struct
{
  CutPlacing *placing;
  guint length;           /* of the text, in code points */
  CutAnchorText *anchors; /* (owned) (nullable): made when first needed */
} Run;

static CutStanding *
standing_new (CutPlacing    *self,
              CutAnnotation *annotation,
              const char    *status,
              gint64         start,
              gint64         end,
              double         score)
{
  CutStanding *standing = g_new0 (CutStanding, 1);
  CutAnchorStatus known = cut_anchor_status_from_word (status);

  standing->annotation = g_strdup (cut_record_get_id (CUT_RECORD (annotation)));
  standing->capture = g_strdup (cut_record_get_id (self->capture));
  standing->status = cut_anchor_status_to_word (known);
  standing->score = score;
  if (known == CUT_ANCHOR_ORPHAN)
    return standing;
  standing->start = (guint) start;
  standing->end = (guint) end;
  standing->placed = known != CUT_ANCHOR_UNSURE;
  return standing;
}

/* What somebody said of just this capture comes first, then the latest word. */
static gboolean
is_stronger (CutPlacing *self,
             CutRecord  *a,
             CutRecord  *b)
{
  const char *here = cut_record_get_id (self->capture);
  gboolean a_here = g_strcmp0 (cut_placement_get_capture (CUT_PLACEMENT (a)), here) == 0;
  gboolean b_here = g_strcmp0 (cut_placement_get_capture (CUT_PLACEMENT (b)), here) == 0;
  gint64 a_time = cut_record_get_int (a, CUT_RECORD_MODIFIED);
  gint64 b_time = cut_record_get_int (b, CUT_RECORD_MODIFIED);

  if (a_here != b_here)
    return a_here;
  if (a_time != b_time)
    return a_time > b_time;
  return g_strcmp0 (cut_record_get_id (a), cut_record_get_id (b)) > 0;
}

static gboolean
is_usable (Run          *run,
           CutPlacement *placement)
{
  gint64 start = cut_placement_get_start (placement);
  gint64 end = cut_placement_get_end (placement);
  const char *status = cut_placement_get_status (placement);

  return g_strcmp0 (status, "orphan") == 0 ||
         (g_strcmp0 (status, "unsure") != 0 && start >= 0 && start < end && end <= (gint64) run->length);
}

static CutRecord *
find_decision (Run           *run,
               CutAnnotation *annotation)
{
  CutPlacing *self = run->placing;
  CutRecord *best = NULL;

  for (guint i = 0; i < self->placements->len; i++)
    {
      CutRecord *one = g_ptr_array_index (self->placements, i);

      if (g_strcmp0 (cut_placement_get_annotation (CUT_PLACEMENT (one)), cut_record_get_id (CUT_RECORD (annotation))) == 0 &&
          is_usable (run, CUT_PLACEMENT (one)) && (best == NULL || is_stronger (self, one, best)))
        best = one;
    }
  return best;
}

static gboolean
stands_as_made (CutPlacing    *self,
                CutAnnotation *annotation)
{
  const char *home = cut_annotation_get_capture (annotation);
  const char *hash = home != NULL ? g_hash_table_lookup (self->hashes, home) : NULL;

  return g_strcmp0 (home, cut_record_get_id (self->capture)) == 0 ||
         (hash != NULL && g_strcmp0 (hash, text_hash (self->capture)) == 0);
}

static void
keep_fresh (CutPlacing        *self,
            const CutStanding *standing)
{
  CutFound *found = g_new0 (CutFound, 1);

  found->annotation = g_strdup (standing->annotation);
  found->capture = g_strdup (standing->capture);
  found->start = standing->start;
  found->end = standing->end;
  found->score = standing->score;
  found->status = g_strdup (standing->status);
  found->rules = RULES;
  g_ptr_array_add (self->fresh, found);
}

static CutStanding *
look_for (Run           *run,
          CutAnnotation *annotation,
          CutSelector   *selector)
{
  CutPlacing *self = run->placing;
  CutFound *known = g_hash_table_lookup (self->known, cut_record_get_id (CUT_RECORD (annotation)));
  CutStanding *standing;
  CutAnchor anchor;

  if (known != NULL && known->rules == RULES && known->end <= run->length)
    return standing_new (self, annotation, known->status, known->start, known->end, known->score);
  if (run->anchors == NULL)
    run->anchors = cut_anchor_text_new (self->text);
  anchor = cut_anchor_find (run->anchors, selector, TRUE);
  standing = standing_new (self, annotation, cut_anchor_status_to_word (anchor.status), anchor.start, anchor.end, anchor.score);
  keep_fresh (self, standing);
  return standing;
}

static CutStanding *
place (Run           *run,
       CutAnnotation *annotation)
{
  CutPlacing *self = run->placing;
  CutSelector *selector = cut_annotation_get_selectors (annotation);
  CutRecord *decision = find_decision (run, annotation);
  CutStanding *standing;

  if (decision != NULL)
    {
      CutPlacement *said = CUT_PLACEMENT (decision);

      standing = standing_new (self, annotation, cut_placement_get_status (said), cut_placement_get_start (said),
                               cut_placement_get_end (said), 1);
      standing->placement = g_object_ref (decision);
      return standing;
    }
  if (selector == NULL)
    return standing_new (self, annotation, "orphan", 0, 0, 0);
  if (!stands_as_made (self, annotation))
    return look_for (run, annotation, selector);
  if (selector->start < selector->end && selector->end <= run->length)
    return standing_new (self, annotation, "exact", selector->start, selector->end, 1);
  return standing_new (self, annotation, "orphan", 0, 0, 0);
}

GHashTable *
cut_placing_run (CutPlacing    *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GHashTable) standings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cut_standing_free);
  Run run = { self, (guint) g_utf8_strlen (self->text, -1), NULL };
  gboolean stopped = FALSE;

  for (guint i = 0; !stopped && i < self->annotations->len; i++)
    {
      CutStanding *standing = place (&run, g_ptr_array_index (self->annotations, i));

      g_hash_table_insert (standings, standing->annotation, standing);
      stopped = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  g_clear_pointer (&run.anchors, cut_anchor_text_free);
  return stopped ? NULL : g_steal_pointer (&standings);
}

GPtrArray *
cut_placing_steal_fresh (CutPlacing *self)
{
  return g_steal_pointer (&self->fresh);
}

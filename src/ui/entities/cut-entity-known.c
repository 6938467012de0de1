/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-known.h"

#include <string.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-entity.h"

static void
line_free (gpointer data)
{
  CutEntityLine *self = data;

  g_clear_object (&self->claim);
  g_clear_pointer (&self->passage, cut_passage_free);
  g_clear_pointer (&self->date, cut_date_unref);
  g_free (self);
}

CutEntityKnown *
cut_entity_known_ref (CutEntityKnown *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_entity_known_unref (CutEntityKnown *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->entity);
  g_clear_object (&self->successor);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_free (self);
}

/* What one load needs on its way. Made, used and freed in the worker thread. */
typedef struct
{
  CutNotebook *notebook; /* (unowned) */
  GCancellable *cancellable;
  CutPassageFinder *finder;
  CutEntityKnown *known;
} Load;

static GPtrArray *
read_where (Load        *self,
            CutKind      kind,
            const char  *field,
            const char  *id,
            GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_where (query, field, id);
  return cut_notebook_list (self->notebook, query, self->cancellable, error);
}

/* What is said of it. */

static void
add_line (Load       *self,
          CutRecord  *claim,
          CutPassage *passage,
          CutDate    *date)
{
  CutEntityLine *line = g_new0 (CutEntityLine, 1);

  line->claim = claim != NULL ? g_object_ref (claim) : NULL;
  line->passage = passage;
  line->date = date != NULL ? cut_date_ref (date) : NULL;
  g_ptr_array_add (self->known->lines, line);
}

/* The list comes newest first: the last one is where it was first said. */
static CutAttribution *
find_first_said (Load       *self,
                 const char *claim)
{
  g_autoptr (GPtrArray) attributions = read_where (self, CUT_KIND_ATTRIBUTION, "claim", claim, NULL);

  if (attributions == NULL || attributions->len == 0)
    return NULL;
  return g_object_ref (g_ptr_array_index (attributions, attributions->len - 1));
}

static void
add_claim (Load     *self,
           CutClaim *claim)
{
  g_autoptr (CutAttribution) first = find_first_said (self, cut_record_get_id (CUT_RECORD (claim)));
  CutPassage *passage = first != NULL ? cut_passage_finder_find (self->finder, cut_attribution_get_annotation (first)) : NULL;
  CutDate *date = cut_claim_get_fact_date (claim);

  if (date == NULL && first != NULL)
    date = cut_attribution_get_said_at (first);
  if (date == NULL && passage != NULL)
    date = passage->published;
  add_line (self, CUT_RECORD (claim), passage, date);
}

static gboolean
add_claims (Load        *self,
            const char  *id,
            GError     **error)
{
  g_autoptr (GPtrArray) claims = read_where (self, CUT_KIND_CLAIM, "entities", id, error);

  for (guint i = 0; claims != NULL && i < claims->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    add_claim (self, g_ptr_array_index (claims, i));
  return claims != NULL;
}

static gboolean
add_passages (Load        *self,
              const char  *id,
              GError     **error)
{
  g_autoptr (GPtrArray) annotations = read_where (self, CUT_KIND_ANNOTATION, "entities", id, error);

  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    {
      CutPassage *passage = cut_passage_finder_read (self->finder, g_ptr_array_index (annotations, i));

      if (passage != NULL)
        add_line (self, NULL, passage, passage->published);
    }
  return annotations != NULL;
}

static const char *
get_line_id (const CutEntityLine *line)
{
  return line->claim != NULL ? cut_record_get_id (line->claim) : line->passage->annotation;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const CutEntityLine *left = *(const CutEntityLine *const *) a;
  const CutEntityLine *right = *(const CutEntityLine *const *) b;
  gint64 left_key = left->date != NULL ? cut_date_get_sort_key (left->date) : G_MININT64;
  gint64 right_key = right->date != NULL ? cut_date_get_sort_key (right->date) : G_MININT64;

  if (left_key != right_key)
    return left_key > right_key ? -1 : 1;
  return strcmp (get_line_id (right), get_line_id (left));
}

/* The load. */

static void
read_successor (Load *self)
{
  const char *id = cut_entity_get_merged_into (CUT_ENTITY (self->known->entity));

  if (id != NULL)
    self->known->successor = cut_notebook_get (self->notebook, id, NULL);
}

static gboolean
read_proven (Load    *self,
             GError **error)
{
  CutEntityKnown *known = self->known;

  known->facts = cut_proven_read_facts (self->notebook, self->finder, known->entity, self->cancellable, error);
  if (known->facts == NULL)
    return FALSE;
  known->relations = cut_proven_read_relations (self->notebook, self->finder, known->entity, self->cancellable, error);
  return known->relations != NULL;
}

static gboolean
fill (Load        *self,
      const char  *id,
      GError     **error)
{
  self->known->entity = cut_notebook_get (self->notebook, id, error);
  if (self->known->entity == NULL)
    return FALSE;
  read_successor (self);
  if (!add_claims (self, id, error) || !add_passages (self, id, error))
    return FALSE;
  g_ptr_array_sort (self->known->lines, compare_lines);
  return read_proven (self, error);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (CutPassageFinder) finder = cut_passage_finder_new (CUT_NOTEBOOK (source));
  g_autoptr (CutEntityKnown) known = g_new0 (CutEntityKnown, 1);
  Load load = { CUT_NOTEBOOK (source), cancellable, finder, known };
  GError *error = NULL;

  g_atomic_ref_count_init (&known->ref_count);
  known->lines = g_ptr_array_new_with_free_func (line_free);
  if (fill (&load, data, &error))
    g_task_return_pointer (task, g_steal_pointer (&known), (GDestroyNotify) cut_entity_known_unref);
  else
    g_task_return_error (task, error);
}

void
cut_entity_known_load_async (CutNotebook         *notebook,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_entity_known_load_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  g_task_run_in_thread (task, load_thread);
}

CutEntityKnown *
cut_entity_known_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-known.h"

#include <string.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-relation-label.h"
#include "cut-relation.h"

static void
line_free (gpointer data)
{
  CutEntityLine *self = data;

  g_clear_object (&self->claim);
  g_clear_pointer (&self->passage, cut_passage_free);
  g_clear_pointer (&self->date, cut_date_unref);
  g_free (self);
}

static void
tie_free (gpointer data)
{
  CutEntityTie *self = data;

  g_object_unref (self->relation);
  g_object_unref (self->other);
  g_ptr_array_unref (self->evidence);
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
  g_ptr_array_unref (self->ties);
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

/* Relations. */

static GPtrArray *
read_evidence (Load              *self,
               const char *const *ids)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_passage_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CutPassage *passage = cut_passage_finder_find (self->finder, ids[i]);

      if (passage != NULL)
        g_ptr_array_add (evidence, passage);
    }
  return evidence;
}

static void
add_tie (Load        *self,
         CutRelation *relation,
         gboolean     back)
{
  const char *id = back ? cut_relation_get_from (relation) : cut_relation_get_to (relation);
  g_autoptr (CutRecord) other = id != NULL ? cut_notebook_get (self->notebook, id, NULL) : NULL;
  CutEntityTie *tie;

  /* The other end may lie in the Trash; the relation comes back with it. */
  if (other == NULL || cut_record_is_deleted (other))
    return;
  tie = g_new0 (CutEntityTie, 1);
  tie->relation = g_object_ref (CUT_RECORD (relation));
  tie->other = g_steal_pointer (&other);
  tie->back = back;
  tie->evidence = read_evidence (self, cut_relation_get_evidence (relation));
  g_ptr_array_add (self->known->ties, tie);
}

static gboolean
add_ties (Load        *self,
          const char  *id,
          gboolean     back,
          GError     **error)
{
  g_autoptr (GPtrArray) relations = read_where (self, CUT_KIND_RELATION, back ? "to" : "from", id, error);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      CutRelation *relation = g_ptr_array_index (relations, i);

      /* What ties it to itself is listed once. */
      if (!back || g_strcmp0 (cut_relation_get_from (relation), id) != 0)
        add_tie (self, relation, back);
    }
  return relations != NULL;
}

static guint
get_tie_place (const CutEntityTie *tie)
{
  const char *schema = cut_relation_get_schema (CUT_RELATION (tie->relation));

  return 2 * cut_vocab_get_place (CUT_VOCAB_RELATION_SCHEMA, schema) + (tie->back && cut_relation_has_direction (schema) ? 1 : 0);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const CutEntityTie *left = *(const CutEntityTie *const *) a;
  const CutEntityTie *right = *(const CutEntityTie *const *) b;
  guint left_place = get_tie_place (left);
  guint right_place = get_tie_place (right);
  int order;

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  order = g_utf8_collate (cut_entity_get_name (CUT_ENTITY (left->other)), cut_entity_get_name (CUT_ENTITY (right->other)));
  return order != 0 ? order : strcmp (cut_record_get_id (left->relation), cut_record_get_id (right->relation));
}

const char *
cut_entity_tie_get_label (const CutEntityTie *self)
{
  return cut_relation_get_label (cut_relation_get_schema (CUT_RELATION (self->relation)), self->back);
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
fill (Load        *self,
      const char  *id,
      GError     **error)
{
  self->known->entity = cut_notebook_get (self->notebook, id, error);
  if (self->known->entity == NULL)
    return FALSE;
  read_successor (self);
  if (!add_claims (self, id, error) || !add_passages (self, id, error) || !add_ties (self, id, FALSE, error)
      || !add_ties (self, id, TRUE, error))
    return FALSE;
  g_ptr_array_sort (self->known->lines, compare_lines);
  g_ptr_array_sort (self->known->ties, compare_ties);
  return TRUE;
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
  known->ties = g_ptr_array_new_with_free_func (tie_free);
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

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-query.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-event.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-relation.h"
#include "cut-schemata.h"
#include "cut-secrets.h"
#include "cut-source.h"

/* Of more claims than this all attributions are read at once. */
#define ONE_BY_ONE 400

typedef struct
{
  CutStore *store;
  GCancellable *cancellable; /* (nullable) */
  GError **error;
  GPtrArray *scope;          /* (owned) (nullable) (element-type utf8): ids asked for; %NULL for all */
  GPtrArray *items;          /* (owned) (element-type CutTimelineItem) */
  GHashTable *claims;        /* (owned) (element-type utf8 CutRecord) */
  GHashTable *clips;         /* (owned) (element-type utf8 CutRecord) */
  GHashTable *entities;      /* (owned) (element-type utf8): that the scope is about */
  GHashTable *known;         /* (owned) (element-type utf8 CutRecord): looked up; %NULL values for what is not there */
} Reader;

static void
unref_some (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static GHashTable *
new_records (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_some);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->scope, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->clips, g_hash_table_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

/* Looking up. What is in the Trash is not there. */

static CutRecord *
look_up (Reader     *self,
         CutKind     kind,
         const char *id)
{
  CutRecord *record = NULL;

  if (id == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->known, id, NULL, (gpointer *) &record))
    {
      record = cut_store_find (self->store, id, NULL);
      if (record != NULL && cut_record_is_deleted (record))
        g_clear_object (&record);
      g_hash_table_insert (self->known, g_strdup (id), record);
    }
  return record != NULL && cut_record_get_kind (record) == kind ? record : NULL;
}

static void
keep (GHashTable *records,
      CutRecord  *record)
{
  g_hash_table_insert (records, g_strdup (cut_record_get_id (record)), g_object_ref (record));
}

/* Returns: (transfer full) (nullable): all of @kind; those tied to @linked where that is given */
static GPtrArray *
list (Reader     *self,
      CutKind     kind,
      const char *linked)
{
  g_autoptr (CutQuery) query = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return NULL;
  query = cut_query_new (kind);
  cut_query_set_linked (query, linked);
  return cut_store_list (self->store, query, self->error);
}

/* Calls @take with each object of @kind that is tied to the scope. */
static gboolean
each_in_scope (Reader *self,
               CutKind kind,
               void  (*take) (Reader *self, CutRecord *record))
{
  guint n = self->scope != NULL ? self->scope->len : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) found = list (self, kind, self->scope != NULL ? g_ptr_array_index (self->scope, i) : NULL);

      if (found == NULL)
        return FALSE;
      for (guint k = 0; k < found->len; k++)
        take (self, g_ptr_array_index (found, k));
    }
  return TRUE;
}

static CutTimelineItem *
add (Reader          *self,
     CutTimelineKind  kind,
     CutRecord       *record,
     CutDate         *date,
     CutDate         *until)
{
  CutTimelineItem *item = cut_timeline_item_new (kind, cut_record_get_kind (record), cut_record_get_id (record), date, until);

  g_ptr_array_add (self->items, item);
  return item;
}

/* Claims. */

static void
take_claim (Reader    *self,
            CutRecord *record)
{
  CutClaim *claim = CUT_CLAIM (record);
  CutTimelineItem *item;

  if (g_hash_table_contains (self->claims, cut_record_get_id (record)))
    return;
  keep (self->claims, record);
  item = add (self, CUT_TIMELINE_FACT, record, cut_claim_get_fact_date (claim), NULL);
  item->title = g_strdup (cut_claim_get_text (claim));
  item->claim = g_strdup (cut_record_get_id (record));
}

/* Attributions. */

/* Returns: (transfer full) (nullable): of a source whose name nobody is to see: none */
static char *
name_source (Reader     *self,
             const char *id)
{
  CutRecord *source = look_up (self, CUT_KIND_SOURCE, id);

  return source != NULL && !cut_record_is_hidden (source) ? cut_record_get_title (source) : NULL;
}

static void
take_attribution (Reader    *self,
                  CutRecord *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  CutRecord *claim = g_hash_table_lookup (self->claims, cut_attribution_get_claim (attribution));
  CutRecord *mark = claim != NULL ? look_up (self, CUT_KIND_ANNOTATION, cut_attribution_get_annotation (attribution)) : NULL;
  CutRecord *clip = mark != NULL ? look_up (self, CUT_KIND_CLIP, cut_annotation_get_clip (CUT_ANNOTATION (mark))) : NULL;
  CutTimelineItem *item;

  if (claim == NULL || g_hash_table_contains (self->known, cut_record_get_id (record)))
    return;
  keep (self->known, record);
  item = add (self, CUT_TIMELINE_SAID, record, cut_attribution_get_said_at (attribution), NULL);
  item->title = g_strdup (cut_claim_get_text (CUT_CLAIM (claim)));
  item->who = name_source (self, cut_attribution_get_source (attribution));
  item->word = g_strdup (cut_attribution_get_stance (attribution));
  item->claim = g_strdup (cut_record_get_id (claim));
  if (clip == NULL)
    return;
  item->annotation = g_strdup (cut_record_get_id (mark));
  item->clip = g_strdup (cut_record_get_id (clip));
  keep (self->clips, clip);
}

static gboolean
take_said_of (Reader     *self,
              const char *claim)
{
  g_autoptr (GPtrArray) found = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  found = cut_store_referrers (self->store, claim, CUT_KIND_ATTRIBUTION, self->error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    take_attribution (self, g_ptr_array_index (found, i));
  return found != NULL;
}

static gboolean
read_attributions (Reader *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GHashTableIter iter;
  gpointer claim;

  if (self->scope != NULL && g_hash_table_size (self->claims) <= ONE_BY_ONE)
    {
      g_hash_table_iter_init (&iter, self->claims);
      while (g_hash_table_iter_next (&iter, &claim, NULL))
        if (!take_said_of (self, claim))
          return FALSE;
      return TRUE;
    }
  all = list (self, CUT_KIND_ATTRIBUTION, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    take_attribution (self, g_ptr_array_index (all, i));
  return all != NULL;
}

/* Clips. */

static void
take_clip (Reader    *self,
           CutRecord *record)
{
  keep (self->clips, record);
}

static void
take_clip_of_mark (Reader    *self,
                   CutRecord *record)
{
  CutRecord *clip = look_up (self, CUT_KIND_CLIP, cut_annotation_get_clip (CUT_ANNOTATION (record)));

  if (clip != NULL)
    keep (self->clips, clip);
}

static gboolean
read_clips (Reader *self)
{
  GHashTableIter iter;
  gpointer record;

  if (!each_in_scope (self, CUT_KIND_CLIP, take_clip) ||
      (self->scope != NULL && !each_in_scope (self, CUT_KIND_ANNOTATION, take_clip_of_mark)))
    return FALSE;
  g_hash_table_iter_init (&iter, self->clips);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      CutTimelineItem *item = add (self, CUT_TIMELINE_PUBLISHED, record, cut_clip_get_published (record), NULL);

      item->title = cut_record_get_title (record);
      item->who = g_strdup (cut_clip_get_site_name (record));
      item->clip = g_strdup (cut_record_get_id (record));
    }
  return TRUE;
}

/* Events and relations. */

static const char *
find_any (GHashTable        *set,
          const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (set, ids[i]))
      return ids[i];
  return NULL;
}

static void
take_evidence (Reader          *self,
               CutTimelineItem *item,
               const char      *annotation)
{
  CutRecord *mark = look_up (self, CUT_KIND_ANNOTATION, annotation);
  CutRecord *clip = mark != NULL ? look_up (self, CUT_KIND_CLIP, cut_annotation_get_clip (CUT_ANNOTATION (mark))) : NULL;

  if (clip == NULL)
    return;
  item->annotation = g_strdup (cut_record_get_id (mark));
  item->clip = g_strdup (cut_record_get_id (clip));
}

/* Whether a passage that says so stands in a clip that the timeline is about. */
static gboolean
is_read_in_scope (Reader     *self,
                  const char *annotation)
{
  CutRecord *mark = look_up (self, CUT_KIND_ANNOTATION, annotation);

  return mark != NULL && g_hash_table_contains (self->clips, cut_annotation_get_clip (CUT_ANNOTATION (mark)));
}

static gboolean
read_events (Reader *self)
{
  g_autoptr (GPtrArray) events = list (self, CUT_KIND_EVENT, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      CutEvent *event = g_ptr_array_index (events, i);
      const char *claim = find_any (self->claims, cut_event_get_claims (event));
      const char *entity = find_any (self->entities, cut_event_get_entities (event));
      CutTimelineItem *item;

      if (self->scope != NULL && claim == NULL && entity == NULL && !is_read_in_scope (self, cut_event_get_evidence (event)[0]))
        continue;
      item = add (self, CUT_TIMELINE_EVENT, CUT_RECORD (event), cut_event_get_date (event), cut_event_get_end (event));
      item->title = g_strdup (cut_event_get_text (event));
      item->claim = g_strdup (claim);
      item->entity = g_strdup (entity != NULL ? entity : cut_event_get_entities (event)[0]);
      take_evidence (self, item, cut_event_get_evidence (event)[0]);
    }
  return events != NULL;
}

/* What it was merged into stands for it; a ring of such ends where it is closed. */
static char *
find_root (Reader     *self,
           const char *entity)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = g_strdup (entity);

  while (id != NULL && g_hash_table_add (seen, g_strdup (id)))
    {
      CutRecord *record = look_up (self, CUT_KIND_ENTITY, id);
      const char *next = record != NULL ? cut_entity_get_merged_into (CUT_ENTITY (record)) : NULL;

      if (next == NULL)
        break;
      g_free (id);
      id = g_strdup (next);
    }
  return g_steal_pointer (&id);
}

/* Returns: (transfer full): what it goes by now */
static char *
name_entity (Reader     *self,
             const char *id)
{
  g_autofree char *root = find_root (self, id);
  CutRecord *entity = look_up (self, CUT_KIND_ENTITY, root);

  return entity != NULL ? cut_record_get_title (entity) : g_strdup ("?");
}

static char *
describe_relation (Reader      *self,
                   CutRelation *relation)
{
  const char *role = cut_relation_get_role (relation);
  g_autofree char *from = name_entity (self, cut_relation_get_from (relation));
  g_autofree char *to = name_entity (self, cut_relation_get_to (relation));

  /* Translators: two names, and what ties the first one to the second: "Jon Berg, Norrvik Oil: director" */
  return g_strdup_printf (C_("relation", "%1$s, %2$s: %3$s"), from, to,
                          role != NULL ? role : cut_vocab_get_label (CUT_VOCAB_RELATION_SCHEMA, cut_relation_get_schema (relation)));
}

static gboolean
read_relations (Reader *self)
{
  g_autoptr (GPtrArray) relations = list (self, CUT_KIND_RELATION, NULL);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      CutRelation *relation = g_ptr_array_index (relations, i);
      const char *from = cut_relation_get_from (relation);
      const char *to = cut_relation_get_to (relation);
      CutTimelineItem *item;

      if (self->scope != NULL && !g_hash_table_contains (self->entities, from) && !g_hash_table_contains (self->entities, to))
        continue;
      item = add (self, CUT_TIMELINE_RELATION, CUT_RECORD (relation), cut_relation_get_start (relation), cut_relation_get_end (relation));
      item->title = describe_relation (self, relation);
      item->entity = g_strdup (from);
      take_evidence (self, item, cut_relation_get_evidence (relation)[0]);
    }
  return relations != NULL;
}

/* Facts of entities and relations: what is a date itself, and what was so at one. */

/* Returns: (transfer full) (nullable) */
static CutDate *
date_of_fact (CutFact           *fact,
              const CutProperty *property)
{
  if (cut_fact_get_date (fact) != NULL)
    return cut_date_ref (cut_fact_get_date (fact));
  if (property == NULL || property->type != CUT_VALUE_DATE || cut_fact_get_value (fact) == NULL)
    return NULL;
  return cut_date_new (cut_fact_get_value (fact), CUT_DATE_UNKNOWN, NULL, NULL);
}

static char *
describe_fact (Reader            *self,
               CutFact           *fact,
               CutRecord         *about,
               const CutProperty *property)
{
  const char *label = property != NULL ? cut_property_get_label (property) : cut_fact_get_property (fact);
  g_autofree char *name = CUT_IS_RELATION (about) ? describe_relation (self, CUT_RELATION (about)) : cut_record_get_title (about);
  g_autofree char *value = NULL;

  if (cut_fact_get_entity (fact) != NULL)
    value = name_entity (self, cut_fact_get_entity (fact));
  else if (cut_fact_get_value (fact) != NULL && (property == NULL || property->type != CUT_VALUE_DATE))
    value = property != NULL ? cut_property_show_value (property, cut_fact_get_value (fact)) : g_strdup (cut_fact_get_value (fact));
  if (value == NULL)
    /* Translators: a name, and what of it the date on the timeline is: "Jon Berg: birth date" */
    return g_strdup_printf (C_("fact", "%1$s: %2$s"), name, label);
  /* Translators: a name, a property of it and its value: "Jon Berg: address, Quay 4" */
  return g_strdup_printf (C_("fact", "%1$s: %2$s, %3$s"), name, label, value);
}

/* Returns: (nullable): the entity, or the one that the relation leads from, if the timeline is about it */
static const char *
find_subject (Reader    *self,
              CutRecord *about)
{
  const char *ends[] = { NULL, NULL, NULL };

  if (CUT_IS_RELATION (about))
    {
      ends[0] = cut_relation_get_from (CUT_RELATION (about));
      ends[1] = cut_relation_get_to (CUT_RELATION (about));
    }
  else
    ends[0] = cut_record_get_id (about);
  return self->scope == NULL ? ends[0] : find_any (self->entities, ends);
}

static void
take_fact (Reader  *self,
           CutFact *fact)
{
  CutRecord *about = look_up (self, CUT_KIND_ENTITY, cut_fact_get_about (fact));
  const CutProperty *property;
  const char *subject;
  g_autoptr (CutDate) date = NULL;
  CutTimelineItem *item;

  if (about == NULL)
    about = look_up (self, CUT_KIND_RELATION, cut_fact_get_about (fact));
  if (about == NULL)
    return;
  property = cut_schemata_find_property (cut_record_get_string (about, (guint) cut_kind_find_field (cut_record_get_kind (about), "schema")),
                                         cut_fact_get_property (fact));
  date = date_of_fact (fact, property);
  subject = date != NULL ? find_subject (self, about) : NULL;
  if (subject == NULL)
    return;
  item = add (self, CUT_TIMELINE_FACT, CUT_RECORD (fact), date, NULL);
  item->title = describe_fact (self, fact, about, property);
  item->entity = g_strdup (subject);
  take_evidence (self, item, cut_fact_get_evidence (fact)[0]);
}

static gboolean
read_facts (Reader *self)
{
  g_autoptr (GPtrArray) facts = list (self, CUT_KIND_FACT, NULL);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    take_fact (self, g_ptr_array_index (facts, i));
  return facts != NULL;
}

/* The scope. */

static gboolean
add_merged (Reader *self)
{
  for (guint i = 0; i < self->scope->len; i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ENTITY);
      g_autoptr (GPtrArray) merged = NULL;

      cut_query_where (query, "merged_into", g_ptr_array_index (self->scope, i));
      query->trash = CUT_TRASH_INCLUDED;
      merged = cut_store_list (self->store, query, self->error);
      if (merged == NULL)
        return FALSE;
      for (guint k = 0; k < merged->len; k++)
        {
          const char *id = cut_record_get_id (g_ptr_array_index (merged, k));

          if (g_hash_table_add (self->entities, g_strdup (id)))
            g_ptr_array_add (self->scope, g_strdup (id));
        }
    }
  return TRUE;
}

static void
take_entity (Reader    *self,
             CutRecord *record)
{
  g_hash_table_add (self->entities, g_strdup (cut_record_get_id (record)));
}

static gboolean
set_scope (Reader     *self,
           const char *id)
{
  g_autoptr (CutRecord) record = cut_store_get (self->store, id, self->error);
  CutKind kind = record != NULL ? cut_record_get_kind (record) : CUT_KIND_NONE;

  if (record == NULL)
    return FALSE;
  if (kind != CUT_KIND_STORY && kind != CUT_KIND_ENTITY)
    {
      g_set_error (self->error, CUT_ERROR, CUT_ERROR_INPUT, _("A timeline is that of a story or an entity"));
      return FALSE;
    }
  self->scope = g_ptr_array_new_with_free_func (g_free);
  if (kind == CUT_KIND_STORY)
    {
      g_ptr_array_add (self->scope, g_strdup (id));
      return each_in_scope (self, CUT_KIND_ENTITY, take_entity);
    }
  g_ptr_array_add (self->scope, find_root (self, id));
  g_hash_table_add (self->entities, g_strdup (g_ptr_array_index (self->scope, 0)));
  return add_merged (self);
}

/* Asking. */

static gpointer
timeline_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *id = data;
  Reader reader = { store, cancellable, error, NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free),
                    new_records (), new_records (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), new_records () };
  CutTimeline *timeline = NULL;

  if ((id == NULL || set_scope (&reader, id)) && each_in_scope (&reader, CUT_KIND_CLAIM, take_claim) && read_attributions (&reader) &&
      read_clips (&reader) && read_events (&reader) && read_relations (&reader) && read_facts (&reader))
    timeline = cut_timeline_new (g_steal_pointer (&reader.items));
  reader_clear (&reader);
  return timeline;
}

CutTimeline *
cut_notebook_timeline (CutNotebook   *self,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_worker_run (self->reader, timeline_job, (gpointer) (id != NULL ? cut_id_strip (id) : NULL), cancellable, error);
}

void
cut_notebook_timeline_async (CutNotebook         *self,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cut_notebook_timeline_async);
  cut_worker_push (self->reader, task, timeline_job, g_strdup (id != NULL ? cut_id_strip (id) : NULL), g_free,
                   (GDestroyNotify) cut_timeline_unref);
}

CutTimeline *
cut_notebook_timeline_finish (CutNotebook   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

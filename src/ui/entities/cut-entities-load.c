/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entities-load.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"

/* All that one load has read. Made, used and freed in the worker thread. */
typedef struct
{
  CutNotebook *notebook; /* (unowned) */
  GCancellable *cancellable;
  GHashTable *objects;     /* (owned) (element-type utf8 CutRecord): marks and clips by id */
  GHashTable *first_said;  /* (owned) (element-type utf8 CutAttribution): a claim's oldest attribution; neither is owned */
  GPtrArray *attributions; /* (owned) */
  GPtrArray *annotations;  /* (owned) */
  GPtrArray *claims;       /* (owned) */
} Load;

static void
load_init (Load         *self,
           CutNotebook  *notebook,
           GCancellable *cancellable)
{
  self->notebook = notebook;
  self->cancellable = cancellable;
  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->first_said = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
load_clear (Load *self)
{
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->first_said);
  g_clear_pointer (&self->attributions, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
}

static void
keep (Load      *self,
      CutRecord *record)
{
  g_hash_table_insert (self->objects, (gpointer) cut_record_get_id (record), g_object_ref (record));
}

static GPtrArray *
read_all (Load     *self,
          CutKind   kind,
          GError  **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  return cut_notebook_list (self->notebook, query, self->cancellable, error);
}

static CutRecord *
find (Load       *self,
      const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->objects, id) : NULL;
}

/* A clip is read when the first passage of it comes up: the notebook may hold many more. */
static CutClip *
find_clip (Load       *self,
           const char *id)
{
  CutRecord *record = find (self, id);

  if (record == NULL && id != NULL)
    {
      g_autoptr (CutRecord) read = cut_notebook_get (self->notebook, id, NULL);

      if (read != NULL)
        keep (self, read);
      record = find (self, id);
    }
  return record != NULL && CUT_IS_CLIP (record) && !cut_record_is_deleted (record) ? CUT_CLIP (record) : NULL;
}

static const char *
outlet_of (CutClip *clip)
{
  if (clip == NULL)
    return NULL;
  return cut_clip_get_site_name (clip) != NULL ? cut_clip_get_site_name (clip) : cut_clip_get_title (clip);
}

static gboolean
read_shared (Load    *self,
             GError **error)
{
  if ((self->attributions = read_all (self, CUT_KIND_ATTRIBUTION, error)) == NULL ||
      (self->annotations = read_all (self, CUT_KIND_ANNOTATION, error)) == NULL ||
      (self->claims = read_all (self, CUT_KIND_CLAIM, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < self->annotations->len; i++)
    keep (self, g_ptr_array_index (self->annotations, i));
  /* They come newest first: the last one of a claim stays. */
  for (guint i = 0; i < self->attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (self->attributions, i);

      g_hash_table_insert (self->first_said, (gpointer) cut_attribution_get_claim (attribution), attribution);
    }
  return TRUE;
}

/* Putting words together. */

static char *
join_words (const char *a,
            const char *b,
            const char *c)
{
  g_autoptr (GString) line = g_string_new (a);

  if (b != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", b);
  if (c != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", c);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static CutClip *
clip_of_attribution (Load           *self,
                     CutAttribution *attribution)
{
  CutRecord *annotation = find (self, cut_attribution_get_annotation (attribution));

  return annotation != NULL && CUT_IS_ANNOTATION (annotation) ? find_clip (self, cut_annotation_get_clip (CUT_ANNOTATION (annotation))) : NULL;
}

static char *
fold_all (CutEntityItem *item)
{
  g_autofree char *all = g_strjoin (" ", item->title, item->kind != NULL ? item->kind : "", item->aliases, NULL);

  return g_utf8_casefold (all, -1);
}

/* Entities. */

static gboolean
has_id (const char *const *ids,
        const char        *id)
{
  return g_strv_contains (ids, id);
}

static void
add_entity_claims (Load             *self,
                   CutEntityItem *item)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      CutClaim *claim = g_ptr_array_index (self->claims, i);
      CutAttribution *first = g_hash_table_lookup (self->first_said, cut_record_get_id (CUT_RECORD (claim)));
      CutClip *clip = first != NULL ? clip_of_attribution (self, first) : NULL;
      g_autofree char *subtitle = NULL;

      if (!has_id (cut_claim_get_entities (claim), cut_record_get_id (item->record)))
        continue;
      subtitle = join_words (_("Claim"), cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (claim)),
                             outlet_of (clip));
      cut_entity_item_add_passage (item, clip != NULL ? cut_record_get_id (CUT_RECORD (clip)) : NULL,
                                      first != NULL ? cut_attribution_get_annotation (first) : NULL,
                                      cut_claim_get_text (claim), subtitle);
      item->n_claims++;
    }
}

static void
add_entity_passages (Load             *self,
                     CutEntityItem *item)
{
  for (guint i = 0; i < self->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (self->annotations, i);
      CutClip *clip;
      g_autofree char *quote = NULL;
      g_autofree char *subtitle = NULL;

      if (!has_id (cut_annotation_get_entities (annotation), cut_record_get_id (item->record)))
        continue;
      clip = find_clip (self, cut_annotation_get_clip (annotation));
      if (clip == NULL)
        continue;
      quote = cut_record_get_title (CUT_RECORD (annotation));
      subtitle = join_words (outlet_of (clip), cut_clip_get_title (clip), NULL);
      cut_entity_item_add_passage (item, cut_record_get_id (CUT_RECORD (clip)), cut_record_get_id (CUT_RECORD (annotation)),
                                      quote, subtitle);
      item->n_passages++;
    }
}

static CutEntityItem *
make_entity (Load      *self,
             CutRecord *record)
{
  CutEntityItem *item = cut_entity_item_new (record);
  const char *schema = cut_entity_get_schema (CUT_ENTITY (record));

  item->word = g_strdup (schema);
  item->kind = g_strdup (cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, schema));
  item->sort_kind = cut_vocab_get_place (CUT_VOCAB_ENTITY_SCHEMA, schema);
  item->aliases = g_strjoinv (", ", (char **) cut_entity_get_aliases (CUT_ENTITY (record)));
  add_entity_claims (self, item);
  add_entity_passages (self, item);
  return item;
}

/* The load. */

static GPtrArray *
make_items (Load     *self,
            GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = NULL;

  if (!read_shared (self, error) || (records = read_all (self, CUT_KIND_ENTITY, error)) == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      CutEntityItem *item = make_entity (self, g_ptr_array_index (records, i));

      item->folded = fold_all (item);
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load load = { NULL };
  GError *error = NULL;
  GPtrArray *items;

  load_init (&load, CUT_NOTEBOOK (source), cancellable);
  items = make_items (&load, &error);
  load_clear (&load);
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
cut_entities_load_async (CutNotebook         *notebook,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_entities_load_async);
  g_task_run_in_thread (task, load_thread);
}

GPtrArray *
cut_entities_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

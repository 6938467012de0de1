/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-catalogue-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-origins.h"
#include "cut-source.h"

/* All that one load has read. Made, used and freed in the worker thread. */
typedef struct
{
  CutNotebook *notebook; /* (unowned) */
  GCancellable *cancellable;
  GHashTable *objects;      /* (owned) (element-type utf8 CutRecord): by id */
  GHashTable *by_claim;     /* (owned) (element-type utf8 GPtrArray): a claim's attributions */
  GPtrArray *attributions;  /* (owned) */
  GPtrArray *annotations;   /* (owned) (nullable) */
} Load;

static void
load_init (Load         *self,
           CutNotebook  *notebook,
           GCancellable *cancellable)
{
  self->notebook = notebook;
  self->cancellable = cancellable;
  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->by_claim = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
load_clear (Load *self)
{
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->by_claim);
  g_clear_pointer (&self->attributions, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
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
  GPtrArray *records = cut_notebook_list (self->notebook, query, self->cancellable, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    keep (self, g_ptr_array_index (records, i));
  return records;
}

static CutRecord *
find (const char *id,
      gpointer    user_data)
{
  return id != NULL ? g_hash_table_lookup (((Load *) user_data)->objects, id) : NULL;
}

static CutRecord *
find_kind (Load       *self,
           const char *id,
           CutKind     kind)
{
  CutRecord *record = find (id, self);

  return record != NULL && cut_record_get_kind (record) == kind ? record : NULL;
}

/* A clip is read when the first passage of it comes up: the notebook may hold many more. */
static CutClip *
find_clip (Load       *self,
           const char *id)
{
  CutRecord *record = find (id, self);

  if (record == NULL && id != NULL)
    {
      g_autoptr (CutRecord) read = cut_notebook_get (self->notebook, id, NULL);

      if (read != NULL)
        keep (self, read);
      record = find (id, self);
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
  g_autoptr (GPtrArray) sources = read_all (self, CUT_KIND_SOURCE, error);

  if (sources == NULL)
    return FALSE;
  self->attributions = read_all (self, CUT_KIND_ATTRIBUTION, error);
  if (self->attributions == NULL)
    return FALSE;
  self->annotations = read_all (self, CUT_KIND_ANNOTATION, error);
  for (guint i = 0; self->annotations != NULL && i < self->attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (self->attributions, i);
      const char *claim = cut_attribution_get_claim (attribution);
      GPtrArray *list = g_hash_table_lookup (self->by_claim, claim);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->by_claim, g_strdup (claim), list);
        }
      g_ptr_array_insert (list, 0, g_object_ref (attribution));
    }
  return self->annotations != NULL;
}

/* Putting words together. */

static void
add_word (GString    *line,
          const char *word)
{
  if (word == NULL || *word == '\0' || strstr (line->str, word) != NULL)
    return;
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append (line, word);
}

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

static const char *
source_label (Load           *self,
              CutAttribution *attribution)
{
  CutRecord *source = find_kind (self, cut_attribution_get_source (attribution), CUT_KIND_SOURCE);

  return source != NULL ? cut_source_get_label (CUT_SOURCE (source)) : NULL;
}

static CutClip *
clip_of_attribution (Load           *self,
                     CutAttribution *attribution)
{
  CutRecord *annotation = find_kind (self, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);

  return annotation != NULL ? find_clip (self, cut_annotation_get_clip (CUT_ANNOTATION (annotation))) : NULL;
}

/* Officials → The Courier → Evening Post */
static char *
chain_of (Load           *self,
          CutAttribution *attribution)
{
  const char *const *via = cut_attribution_get_via (attribution);
  const char *source = source_label (self, attribution);
  g_autoptr (GString) chain = g_string_new (source != NULL ? source : _("Source not said"));
  const char *outlet = outlet_of (clip_of_attribution (self, attribution));

  for (guint i = 0; via[i] != NULL; i++)
    {
      CutRecord *step = find (via[i], self);
      g_autofree char *title = step != NULL ? cut_record_get_title (step) : g_strdup ("…");

      g_string_append_printf (chain, " → %s", title);
    }
  if (outlet != NULL)
    g_string_append_printf (chain, " → %s", outlet);
  return g_string_free (g_steal_pointer (&chain), FALSE);
}

static char *
fold_all (CutCatalogueItem *item)
{
  g_autofree char *all = g_strjoin (" ", item->title, item->kind != NULL ? item->kind : "", item->says != NULL ? item->says : "",
                                    item->outlets != NULL ? item->outlets : "", NULL);

  return g_utf8_casefold (all, -1);
}

/* Claims. */

static void
add_attribution (Load             *self,
                 CutCatalogueItem *item,
                 CutAttribution   *attribution,
                 GString          *says,
                 GString          *outlets)
{
  CutRecord *annotation = find_kind (self, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutClip *clip = clip_of_attribution (self, attribution);
  const char *stance = cut_attribution_get_stance (attribution);
  const char *label = source_label (self, attribution);
  g_autofree char *chain = chain_of (self, attribution);
  g_autofree char *quote = annotation != NULL ? cut_record_get_title (annotation) : NULL;

  if (label != NULL && g_strcmp0 (stance, "denies") == 0)
    {
      g_autofree char *denied = g_strdup_printf (_("denied by %s"), label);

      add_word (says, denied);
    }
  else
    add_word (says, label);
  add_word (outlets, outlet_of (clip));
  g_ptr_array_add (item->attributions, g_object_ref (attribution));
  cut_catalogue_item_add_passage (item, clip != NULL ? cut_record_get_id (CUT_RECORD (clip)) : NULL,
                                  annotation != NULL ? cut_record_get_id (annotation) : NULL,
                                  cut_record_get_id (CUT_RECORD (attribution)), chain, quote);
}

static guint
place_of_word (CutVocab    vocab,
               const char *word)
{
  const char *const *words = cut_vocab_get_words (vocab);
  guint place = 0;

  while (words[place] != NULL && g_strcmp0 (words[place], word) != 0)
    place++;
  return place;
}

static CutCatalogueItem *
make_claim (Load      *self,
            CutRecord *record)
{
  CutCatalogueItem *item = cut_catalogue_item_new (record);
  GPtrArray *attributions = g_hash_table_lookup (self->by_claim, cut_record_get_id (record));
  g_autoptr (GString) says = g_string_new (NULL);
  g_autoptr (GString) outlets = g_string_new (NULL);
  g_autoptr (CutOrigins) origins = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  item->word = g_strdup (cut_claim_get_status (CUT_CLAIM (record)));
  item->kind = g_strdup (cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, item->word));
  item->sort_status = place_of_word (CUT_VOCAB_CLAIM_STATUS, item->word);
  for (guint i = 0; attributions != NULL && i < attributions->len; i++)
    add_attribution (self, item, g_ptr_array_index (attributions, i), says, outlets);
  origins = cut_origins_count (attributions != NULL ? attributions : none, find, self);
  item->n_first = origins->high;
  item->origins = cut_origins_format (origins);
  item->says = g_strdup (says->str);
  item->outlets = g_strdup (outlets->str);
  return item;
}

/* Sources. */

static void
add_statement (Load             *self,
               CutCatalogueItem *item,
               CutAttribution   *attribution,
               GString          *terms)
{
  CutRecord *claim = find_kind (self, cut_attribution_get_claim (attribution), CUT_KIND_CLAIM);
  CutRecord *annotation = find_kind (self, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutClip *clip = clip_of_attribution (self, attribution);
  const char *term = cut_vocab_get_label (CUT_VOCAB_TERMS, cut_attribution_get_terms (attribution));
  g_autofree char *subtitle = NULL;

  if (claim == NULL)
    return;
  subtitle = join_words (cut_vocab_get_label (CUT_VOCAB_STANCE, cut_attribution_get_stance (attribution)), term, outlet_of (clip));
  add_word (terms, term);
  cut_catalogue_item_add_passage (item, clip != NULL ? cut_record_get_id (CUT_RECORD (clip)) : NULL,
                                  annotation != NULL ? cut_record_get_id (annotation) : NULL, cut_record_get_id (claim),
                                  cut_claim_get_text (CUT_CLAIM (claim)), subtitle);
}

static CutCatalogueItem *
make_source (Load      *self,
             CutRecord *record)
{
  CutCatalogueItem *item = cut_catalogue_item_new (record);
  const char *kind = cut_source_get_kind (CUT_SOURCE (record));
  const char *sensitivity = cut_record_get_string (record, CUT_RECORD_SENSITIVITY);
  gboolean open = g_strcmp0 (sensitivity, "normal") == 0;
  g_autoptr (GString) terms = g_string_new (NULL);

  item->word = g_strdup (kind);
  item->sort_status = place_of_word (CUT_VOCAB_SOURCE_KIND, kind);
  item->kind = join_words (cut_vocab_get_label (CUT_VOCAB_SOURCE_KIND, kind),
                           open ? NULL : cut_vocab_get_label (CUT_VOCAB_SENSITIVITY, sensitivity), NULL);
  for (guint i = 0; i < self->attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (self->attributions, i);

      if (g_strcmp0 (cut_attribution_get_source (attribution), cut_record_get_id (record)) == 0)
        add_statement (self, item, attribution, terms);
    }
  item->n_first = item->passages->len;
  item->says = g_strdup (terms->str);
  return item;
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
                   CutCatalogueItem *item,
                   GPtrArray        *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      CutClaim *claim = g_ptr_array_index (claims, i);
      GPtrArray *attributions = g_hash_table_lookup (self->by_claim, cut_record_get_id (CUT_RECORD (claim)));
      CutAttribution *first = attributions != NULL ? g_ptr_array_index (attributions, 0) : NULL;
      CutClip *clip = first != NULL ? clip_of_attribution (self, first) : NULL;
      g_autofree char *subtitle = NULL;

      if (!has_id (cut_claim_get_entities (claim), cut_record_get_id (item->record)))
        continue;
      subtitle = join_words (_("Claim"), cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (claim)),
                             outlet_of (clip));
      cut_catalogue_item_add_passage (item, clip != NULL ? cut_record_get_id (CUT_RECORD (clip)) : NULL,
                                      first != NULL ? cut_attribution_get_annotation (first) : NULL,
                                      cut_record_get_id (CUT_RECORD (claim)), cut_claim_get_text (claim), subtitle);
      item->n_second++;
    }
}

static void
add_entity_passages (Load             *self,
                     CutCatalogueItem *item)
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
      cut_catalogue_item_add_passage (item, cut_record_get_id (CUT_RECORD (clip)), cut_record_get_id (CUT_RECORD (annotation)),
                                      NULL, quote, subtitle);
      item->n_first++;
    }
}

static CutCatalogueItem *
make_entity (Load      *self,
             CutRecord *record,
             GPtrArray *claims)
{
  CutCatalogueItem *item = cut_catalogue_item_new (record);
  const char *schema = cut_entity_get_schema (CUT_ENTITY (record));

  item->word = g_strdup (schema);
  item->kind = g_strdup (cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, schema));
  item->sort_status = place_of_word (CUT_VOCAB_ENTITY_SCHEMA, schema);
  item->says = g_strjoinv (", ", (char **) cut_entity_get_aliases (CUT_ENTITY (record)));
  add_entity_claims (self, item, claims);
  add_entity_passages (self, item);
  return item;
}

/* The load. */

static GPtrArray *
make_items (Load     *self,
            CutKind   kind,
            GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!read_shared (self, error) || (claims = read_all (self, CUT_KIND_CLAIM, error)) == NULL ||
      (records = read_all (self, kind, error)) == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      CutCatalogueItem *item = kind == CUT_KIND_CLAIM    ? make_claim (self, record)
                               : kind == CUT_KIND_SOURCE ? make_source (self, record)
                                                         : make_entity (self, record, claims);

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
  items = make_items (&load, (CutKind) GPOINTER_TO_INT (task_data), &error);
  load_clear (&load);
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
cut_catalogue_load_async (CutNotebook         *notebook,
                          CutKind              kind,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_catalogue_load_async);
  g_task_set_task_data (task, GINT_TO_POINTER (kind), NULL);
  g_task_run_in_thread (task, load_thread);
}

GPtrArray *
cut_catalogue_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sources-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-enquiry.h"
#include "cut-notebook-entities.h"
#include "cut-notebook-protection.h"
#include "cut-opposites.h"
#include "cut-secrets.h"
#include "cut-source.h"

/* The list. */

static GPtrArray *
read_all (CutNotebook   *notebook,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);

  return cut_notebook_list (notebook, query, cancellable, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (cut_record_get_id (*(CutRecord *const *) a), cut_record_get_id (*(CutRecord *const *) b));
}

/* Those that were never sealed get the letters that come next, oldest first: in the order in which sealing would give them. */
static void
name_others (GPtrArray  *sources,
             GHashTable *stand_ins)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (sources, NULL, NULL);
  guint next = g_hash_table_size (stand_ins);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    {
      CutRecord *record = g_ptr_array_index (sorted, i);
      g_autofree char *letters = NULL;

      if (!cut_record_is_hidden (record) || g_hash_table_contains (stand_ins, cut_record_get_id (record)))
        continue;
      letters = cut_secrets_letters (next++);
      g_hash_table_insert (stand_ins, g_strdup (cut_record_get_id (record)),
                           /* Translators: a source whose name is locked away: Confidential source A, B, … */
                           g_strdup_printf (_("Confidential source %s"), letters));
    }
}

static GPtrArray *
make_items (GPtrArray  *sources,
            GHashTable *claims,
            GHashTable *stand_ins)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  name_others (sources, stand_ins);
  for (guint i = 0; i < sources->len; i++)
    {
      CutRecord *record = g_ptr_array_index (sources, i);
      const char *id = cut_record_get_id (record);
      const char *stand_in = cut_record_is_hidden (record) ? g_hash_table_lookup (stand_ins, id) : NULL;

      g_ptr_array_add (items, cut_source_item_new (record, stand_in, GPOINTER_TO_UINT (g_hash_table_lookup (claims, id))));
    }
  return items;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return cut_source_item_compare (*(gconstpointer const *) a, *(gconstpointer const *) b, NULL);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  CutNotebook *notebook = source;
  GError *error = NULL;
  g_autoptr (GPtrArray) sources = read_all (notebook, cancellable, &error);
  g_autoptr (GHashTable) claims = sources != NULL ? cut_notebook_count_naming (notebook, CUT_KIND_ATTRIBUTION, "source", "claim", cancellable, &error)
                                                  : NULL;
  g_autoptr (GHashTable) stand_ins = claims != NULL ? cut_notebook_stand_ins (notebook, &error) : NULL;
  GPtrArray *items;

  if (stand_ins == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  items = make_items (sources, claims, stand_ins);
  g_ptr_array_sort (items, compare_items);
  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

void
cut_sources_load_async (CutNotebook         *notebook,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_sources_load_async);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
cut_sources_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The dossier. */

static void
statement_free (gpointer data)
{
  CutStatement *self = data;

  g_clear_object (&self->attribution);
  g_clear_object (&self->claim);
  g_clear_object (&self->opposite);
  g_free (self->clip);
  g_free (self->annotation);
  g_free (self->outlet);
  g_free (self->quote);
  g_free (self);
}

void
cut_dossier_free (CutDossier *self)
{
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->enquiries, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  CutNotebook *notebook;
  GHashTable *objects; /* (element-type utf8 CutRecord): by id, those that were asked for */
} Reader;

/* What is gone is not there, whatever names it still. */
static CutRecord *
find (const char *id,
      gpointer    user_data)
{
  Reader *self = user_data;
  CutRecord *record;

  if (id == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->objects, id, NULL, (gpointer *) &record))
    return record;
  record = cut_notebook_get (self->notebook, id, NULL);
  if (record != NULL && cut_record_is_deleted (record))
    g_clear_object (&record);
  g_hash_table_insert (self->objects, g_strdup (id), record);
  return record;
}

static CutStatement *
make_statement (Reader         *self,
                CutAttribution *attribution,
                CutRecord      *opposite)
{
  CutStatement *statement = g_new0 (CutStatement, 1);
  CutRecord *claim = find (cut_attribution_get_claim (attribution), self);
  CutRecord *mark = find (cut_attribution_get_annotation (attribution), self);
  CutRecord *clip = mark != NULL && CUT_IS_ANNOTATION (mark) ? find (cut_annotation_get_clip (CUT_ANNOTATION (mark)), self) : NULL;

  statement->attribution = g_object_ref (CUT_RECORD (attribution));
  statement->claim = claim != NULL ? g_object_ref (claim) : NULL;
  statement->opposite = opposite != NULL ? g_object_ref (opposite) : NULL;
  if (clip == NULL || !CUT_IS_CLIP (clip))
    return statement;
  statement->clip = g_strdup (cut_record_get_id (clip));
  statement->annotation = g_strdup (cut_record_get_id (mark));
  statement->outlet = g_strdup (cut_clip_get_site_name (CUT_CLIP (clip)));
  if (statement->outlet == NULL)
    statement->outlet = cut_record_get_title (clip);
  statement->quote = cut_record_get_title (mark);
  return statement;
}

static GPtrArray *
read_of (CutNotebook   *notebook,
         CutKind        kind,
         const char    *source,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_where (query, "source", source);
  return cut_notebook_list (notebook, query, cancellable, error);
}

static GPtrArray *
make_statements (Reader       *self,
                 GPtrArray    *attributions,
                 GCancellable *cancellable)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (statement_free);
  g_autoptr (GHashTable) opposites = cut_opposites_find (attributions, find, self);

  for (guint i = 0; i < attributions->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CutRecord *attribution = g_ptr_array_index (attributions, i);

      g_ptr_array_add (statements, make_statement (self, CUT_ATTRIBUTION (attribution),
                                                   g_hash_table_lookup (opposites, cut_record_get_id (attribution))));
    }
  return statements;
}

static void
unref_some (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
dossier_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_some);
  Reader reader = { source, objects };
  GError *error = NULL;
  g_autoptr (GPtrArray) attributions = read_of (source, CUT_KIND_ATTRIBUTION, data, cancellable, &error);
  g_autoptr (GPtrArray) enquiries = attributions != NULL ? read_of (source, CUT_KIND_ENQUIRY, data, cancellable, &error) : NULL;
  CutDossier *dossier;

  if (enquiries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  dossier = g_new0 (CutDossier, 1);
  dossier->statements = make_statements (&reader, attributions, cancellable);
  dossier->enquiries = g_steal_pointer (&enquiries);
  g_task_return_pointer (task, dossier, (GDestroyNotify) cut_dossier_free);
}

void
cut_dossier_load_async (CutNotebook         *notebook,
                        const char          *source,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_dossier_load_async);
  g_task_set_task_data (task, g_strdup (source), g_free);
  g_task_run_in_thread (task, dossier_thread);
}

CutDossier *
cut_dossier_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-notebook-entities.h"

#include <glib/gi18n-lib.h>

#include "cut-commit.h"
#include "cut-entity-detail.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-notebook-protection.h"
#include "cut-same.h"
#include "cut-schemata.h"
#include "cut-store-merged.h"
#include "cut-store-ties.h"

/* What the writer's thread is given. */
typedef struct
{
  CutNotebook *notebook; /* (owned) */
  char *keep;            /* (owned) */
  char **others;         /* (owned) */
  gboolean despite;
} Order;

static Order *
order_new (CutNotebook       *notebook,
           const char        *keep,
           const char *const *others,
           gboolean           despite)
{
  Order *order = g_new0 (Order, 1);

  order->notebook = g_object_ref (notebook);
  order->keep = g_strdup (cut_id_strip (keep));
  order->others = g_strdupv ((char **) others);
  order->despite = despite;
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->notebook);
  g_free (order->keep);
  g_strfreev (order->others);
  g_free (order);
}

static gboolean
write_now (CutNotebook   *self,
           CutWorkerFunc  func,
           Order         *order,
           GCancellable  *cancellable,
           GError       **error)
{
  gboolean done = cut_notebook_write (self, func, order, cancellable, error) != NULL;

  order_free (order);
  cut_notebook_flush (self);
  return done;
}

static void
write_async (CutNotebook         *self,
             gpointer             source_tag,
             CutWorkerFunc        func,
             Order               *order,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, source_tag);
  /* What was written is reported as written. */
  g_task_set_check_cancellable (task, FALSE);
  if (!cut_notebook_refuse (self, &error))
    {
      cut_worker_push (self->writer, g_steal_pointer (&task), func, order, order_free, NULL);
      return;
    }
  order_free (order);
  g_task_return_error (task, error);
}

/* Merging. */

typedef struct
{
  CutStore *store;
  CutCommit *commit; /* (owned) */
  GHashTable *ends;  /* (owned): of merged ones */
  GHashTable *now;   /* (owned) (element-type utf8): ids that this act merges */
  GError **error;
} Merge;

static void
merge_clear (Merge *self)
{
  g_clear_pointer (&self->commit, cut_commit_free);
  g_clear_pointer (&self->ends, g_hash_table_unref);
  g_clear_pointer (&self->now, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* The entity outside the Trash that @id means. */
static CutRecord *
get_entity (Merge      *self,
            const char *id)
{
  const char *end = g_hash_table_lookup (self->ends, id);
  g_autoptr (CutRecord) record = cut_store_get (self->store, end != NULL ? end : id, self->error);

  if (record == NULL)
    return NULL;
  if (CUT_IS_ENTITY (record) && !cut_record_is_deleted (record))
    return g_steal_pointer (&record);
  g_set_error (self->error, CUT_ERROR, CUT_ERROR_INPUT, _("%s is no entity outside the Trash"), id);
  return NULL;
}

static gboolean
are_parted (CutRecord *a,
            CutRecord *b)
{
  return g_strv_contains (cut_entity_get_not_same_as (CUT_ENTITY (a)), cut_record_get_id (b)) ||
         g_strv_contains (cut_entity_get_not_same_as (CUT_ENTITY (b)), cut_record_get_id (a));
}

/* Returns: (nullable): the kind that both are; the narrower one, and an organisation of whatever kind may be a company. */
static const char *
common_schema (CutRecord *a,
               CutRecord *b)
{
  const char *one = cut_entity_get_schema (CUT_ENTITY (a));
  const char *two = cut_entity_get_schema (CUT_ENTITY (b));

  if (cut_schemata_is_a (one, two))
    return one;
  if (cut_schemata_is_a (two, one))
    return two;
  if (!cut_schemata_is_a (one, "Organization") || !cut_schemata_is_a (two, "Organization"))
    return NULL;
  return cut_schemata_is_a (two, "Company") ? two : one;
}

static gboolean
check_pair (Merge      *self,
            CutRecord  *keep,
            CutRecord  *other,
            gboolean    despite)
{
  const char *name = cut_entity_get_name (CUT_ENTITY (keep));
  const char *other_name = cut_entity_get_name (CUT_ENTITY (other));

  if (g_str_equal (cut_record_get_id (keep), cut_record_get_id (other)))
    {
      g_set_error (self->error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is that entity already"), name);
      return FALSE;
    }
  if (!despite && are_parted (keep, other))
    {
      g_set_error (self->error, CUT_ERROR, CUT_ERROR_REFUSED,
                   /* Translators: the names of two entities */
                   _("“%s” and “%s” were said not to be the same"), name, other_name);
      return FALSE;
    }
  if (common_schema (keep, other) != NULL)
    return TRUE;
  g_set_error (self->error, CUT_ERROR, CUT_ERROR_INPUT,
               /* Translators: a name, its kind, another name, its kind */
               _("“%s” is of the kind %s, “%s” of the kind %s; give both the same kind first"), name,
               cut_schemata_get_label (cut_entity_get_schema (CUT_ENTITY (keep))), other_name,
               cut_schemata_get_label (cut_entity_get_schema (CUT_ENTITY (other))));
  return FALSE;
}

static char **
without (const char *const *ids,
         const char        *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *ids != NULL; ids++)
    if (!g_str_equal (*ids, id))
      g_strv_builder_add (builder, *ids);
  return g_strv_builder_end (builder);
}

/* Both, no longer told apart; the one of the kind that both are, the other merged into it. */
static gboolean
put_pair (Merge      *self,
          CutRecord  *keep,
          CutRecord  *other)
{
  g_auto (GStrv) keeps = without (cut_entity_get_not_same_as (CUT_ENTITY (keep)), cut_record_get_id (other));
  g_auto (GStrv) others = without (cut_entity_get_not_same_as (CUT_ENTITY (other)), cut_record_get_id (keep));
  g_autoptr (CutRecord) one = cut_record_with (keep, "not-same-as", keeps, "schema", common_schema (keep, other), NULL);
  g_autoptr (CutRecord) two = cut_record_with (other, "not-same-as", others, "merged-into", cut_record_get_id (keep), NULL);

  g_hash_table_add (self->now, g_strdup (cut_record_get_id (other)));
  return cut_commit_put (self->commit, one, self->error) && cut_commit_put (self->commit, two, self->error);
}

/* What was merged into @other before follows it. */
static void
note_followers (Merge      *self,
                const char *other)
{
  GHashTableIter iter;
  gpointer id, end;

  g_hash_table_iter_init (&iter, self->ends);
  while (g_hash_table_iter_next (&iter, &id, &end))
    if (g_str_equal (end, other))
      g_hash_table_add (self->now, g_strdup (id));
}

static gboolean
merge_one (Merge       *self,
           const Order *order,
           const char  *other_id)
{
  g_autoptr (CutRecord) keep = get_entity (self, order->keep);
  g_autoptr (CutRecord) other = keep != NULL ? get_entity (self, cut_id_strip (other_id)) : NULL;

  if (other == NULL || !check_pair (self, keep, other, order->despite) || !put_pair (self, keep, other))
    return FALSE;
  note_followers (self, cut_record_get_id (other));
  return TRUE;
}

/* A sealed source may be one of them, and nobody would see it. */
static gboolean
check_unlocked (Merge       *self,
                CutNotebook *notebook)
{
  g_autoptr (GPtrArray) sealed = NULL;

  if (!cut_notebook_is_locked (notebook))
    return TRUE;
  sealed = cut_store_list_sealed (self->store, self->error);
  if (sealed == NULL || sealed->len == 0)
    return sealed != NULL;
  g_set_error_literal (self->error, CUT_ERROR, CUT_ERROR_LOCKED,
                       _("Protected sources are locked and may name these entities; unlock them and try again"));
  return FALSE;
}

static gpointer
merge_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Order *order = data;
  g_auto (Merge) self = { .store = store, .error = error };

  self.ends = cut_store_list_merged (store, error);
  self.now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self.ends == NULL || !check_unlocked (&self, order->notebook))
    return NULL;
  self.commit = cut_commit_begin (store, order->notebook->owner, C_ ("act", "Merge Entities"), error);
  if (self.commit == NULL)
    return NULL;
  for (guint i = 0; order->others[i] != NULL; i++)
    if (!merge_one (&self, order, order->others[i]))
      return NULL;
  if (!cut_same_settle (self.commit, store, self.now, error) || !cut_commit_end (self.commit, error))
    return NULL;
  cut_notebook_announce (order->notebook, cut_commit_steal_changes (self.commit), C_ ("act", "Merge Entities"), NULL);
  return order->notebook;
}

gboolean
cut_notebook_merge_entities (CutNotebook        *self,
                             const char         *keep,
                             const char *const  *others,
                             gboolean            despite,
                             GCancellable       *cancellable,
                             GError            **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && keep != NULL && others != NULL, FALSE);

  return write_now (self, merge_job, order_new (self, keep, others, despite), cancellable, error);
}

void
cut_notebook_merge_entities_async (CutNotebook         *self,
                                   const char          *keep,
                                   const char *const   *others,
                                   gboolean             despite,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && keep != NULL && others != NULL);

  write_async (self, cut_notebook_merge_entities_async, merge_job, order_new (self, keep, others, despite), cancellable, callback,
               user_data);
}

gboolean
cut_notebook_merge_entities_finish (CutNotebook   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

/* Not the same. */

static CutRecord *
parted_from (CutRecord  *entity,
             const char *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) others = without (cut_entity_get_not_same_as (CUT_ENTITY (entity)), id);
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) others);
  g_strv_builder_add (builder, id);
  all = g_strv_builder_end (builder);
  return cut_record_with (entity, "not-same-as", all, NULL);
}

static gboolean
part (Merge       *self,
      const Order *order)
{
  g_autoptr (CutRecord) a = get_entity (self, order->keep);
  g_autoptr (CutRecord) b = a != NULL ? get_entity (self, cut_id_strip (order->others[0])) : NULL;
  g_autoptr (CutRecord) one = NULL;
  g_autoptr (CutRecord) two = NULL;

  if (b == NULL)
    return FALSE;
  if (g_str_equal (cut_record_get_id (a), cut_record_get_id (b)))
    {
      g_set_error_literal (self->error, CUT_ERROR, CUT_ERROR_INPUT, _("They are one entity; undo the merge first"));
      return FALSE;
    }
  one = parted_from (a, cut_record_get_id (b));
  two = parted_from (b, cut_record_get_id (a));
  return cut_commit_put (self->commit, one, self->error) && cut_commit_put (self->commit, two, self->error);
}

static gpointer
part_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Order *order = data;
  g_auto (Merge) self = { .store = store, .error = error };

  self.ends = cut_store_list_merged (store, error);
  self.commit = self.ends != NULL ? cut_commit_begin (store, order->notebook->owner, C_ ("act", "Not the Same"), error) : NULL;
  if (self.commit == NULL || !part (&self, order) || !cut_commit_end (self.commit, error))
    return NULL;
  cut_notebook_announce (order->notebook, cut_commit_steal_changes (self.commit), C_ ("act", "Not the Same"), NULL);
  return order->notebook;
}

gboolean
cut_notebook_part_entities (CutNotebook   *self,
                            const char    *a,
                            const char    *b,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const char *const others[] = { b, NULL };

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && a != NULL && b != NULL, FALSE);

  return write_now (self, part_job, order_new (self, a, others, FALSE), cancellable, error);
}

void
cut_notebook_part_entities_async (CutNotebook         *self,
                                  const char          *a,
                                  const char          *b,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  const char *const others[] = { b, NULL };

  g_return_if_fail (CUT_IS_NOTEBOOK (self) && a != NULL && b != NULL);

  write_async (self, cut_notebook_part_entities_async, part_job, order_new (self, a, others, FALSE), cancellable, callback, user_data);
}

gboolean
cut_notebook_part_entities_finish (CutNotebook   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}

/* Asking. */

static gpointer
detail_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return cut_entity_detail_load (store, data, error);
}

CutEntityDetail *
cut_notebook_entity_detail (CutNotebook   *self,
                            const char    *entity,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL, NULL);

  return cut_worker_run (self->reader, detail_job, (gpointer) cut_id_strip (entity), cancellable, error);
}

void
cut_notebook_entity_detail_async (CutNotebook         *self,
                                  const char          *entity,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cut_notebook_entity_detail_async);
  cut_worker_push (self->reader, task, detail_job, g_strdup (cut_id_strip (entity)), g_free, (GDestroyNotify) cut_entity_detail_unref);
}

CutEntityDetail *
cut_notebook_entity_detail_finish (CutNotebook   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Counting. */

typedef struct
{
  CutKind kind;
  const char *field;
  const char *distinct;
} Naming;

static gpointer
count_naming_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const Naming *naming = data;

  return cut_store_count_naming (store, naming->kind, naming->field, naming->distinct, error);
}

GHashTable *
cut_notebook_count_naming (CutNotebook   *self,
                           CutKind        kind,
                           const char    *field,
                           const char    *distinct,
                           GCancellable  *cancellable,
                           GError       **error)
{
  Naming naming = { kind, field, distinct };

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && cut_kind_find_field (kind, field) >= 0, NULL);

  return cut_worker_run (self->reader, count_naming_job, &naming, cancellable, error);
}

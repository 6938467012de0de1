/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-purging.h"

#include <glib/gi18n-lib.h>

#include "cut-buried.h"
#include "cut-commit.h"
#include "cut-error.h"
#include "cut-hanging.h"
#include "cut-id.h"
#include "cut-mention-book.h"
#include "cut-merge.h"
#include "cut-report.h"
#include "cut-store-purge.h"

#define LONGEST_CHAIN 8 /* of objects that hang on each other: a placement on its mark, on its capture, on its clip */

/* What hangs on others is erased before them. */
static const CutKind order[] = {
  CUT_KIND_DISMISSAL, CUT_KIND_PLACEMENT, CUT_KIND_CHECK,   CUT_KIND_ENQUIRY, CUT_KIND_EVENT, CUT_KIND_FACT, CUT_KIND_RELATION,     CUT_KIND_ATTRIBUTION,  CUT_KIND_ANNOTATION,
  CUT_KIND_CAPTURE,   CUT_KIND_CLIP,      CUT_KIND_CLAIM,   CUT_KIND_SOURCE,  CUT_KIND_ENTITY, CUT_KIND_TAG, CUT_KIND_SAVED_SEARCH, CUT_KIND_STORY, CUT_KIND_CONTRIBUTOR,
};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == CUT_N_KINDS - 1);

/* Why an object stays: what names it, and in which field. */
typedef struct
{
  char *by;
  CutKind kind;
  char *field;
} Reason;

typedef struct
{
  CutStore *store;
  const char *owner;
  GPtrArray *asked;       /* (element-type CutRecord) */
  GHashTable *asked_ids;  /* (element-type utf8) */
  GHashTable *going;      /* utf8 → CutKind */
  GQueue found;           /* (element-type utf8): of these, what was not gone through yet */
  GHashTable *kept;       /* utf8 → Reason */
  GHashTable *references; /* utf8 → GPtrArray of CutReference */
  GHashTable *in_use;     /* utf8 → whether it is */
  GError **error;
} Plan;

static void
reason_free (gpointer data)
{
  Reason *self = data;

  g_free (self->by);
  g_free (self->field);
  g_free (self);
}

static void
plan_clear (Plan *self)
{
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_pointer (&self->asked_ids, g_hash_table_unref);
  g_clear_pointer (&self->going, g_hash_table_unref);
  g_queue_clear_full (&self->found, g_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_clear_pointer (&self->in_use, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static void
plan_init (Plan *self)
{
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->going = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->found);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reason_free);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->in_use = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What is asked for. */

static gboolean
ask (Plan       *self,
     const char *id)
{
  g_autoptr (CutRecord) record = cut_store_get (self->store, id, self->error);
  g_autofree char *name = NULL;

  if (record == NULL)
    return FALSE;
  if (cut_record_is_deleted (record))
    {
      if (g_hash_table_add (self->asked_ids, g_strdup (id)))
        g_ptr_array_add (self->asked, g_steal_pointer (&record));
      return TRUE;
    }
  name = cut_merge_describe (record);
  /* Translators: an object */
  g_set_error (self->error, CUT_ERROR, CUT_ERROR_REFUSED, _("%s is not in the Trash: only what was deleted can be deleted for good"), name);
  return FALSE;
}

static gboolean
ask_all (Plan              *self,
         const char *const *ids)
{
  g_autoptr (GPtrArray) trash = ids == NULL ? cut_store_list_trash (self->store, self->error) : NULL;

  if (ids == NULL && trash == NULL)
    return FALSE;
  for (guint i = 0; trash != NULL && i < trash->len; i++)
    if (!ask (self, g_ptr_array_index (trash, i)))
      return FALSE;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!ask (self, ids[i]))
      return FALSE;
  return TRUE;
}

/* What goes. */

static GPtrArray *
get_references (Plan       *self,
                const char *id)
{
  GPtrArray *list = g_hash_table_lookup (self->references, id);

  if (list != NULL)
    return list;
  list = cut_store_list_references (self->store, id, self->error);
  if (list != NULL)
    g_hash_table_insert (self->references, g_strdup (id), list);
  return list;
}

static void
add_going (Plan       *self,
           const char *id,
           CutKind     kind)
{
  if (g_hash_table_contains (self->kept, id) || !g_hash_table_insert (self->going, g_strdup (id), GINT_TO_POINTER (kind)))
    return;
  g_queue_push_tail (&self->found, g_strdup (id));
}

static gboolean
gather (Plan *self)
{
  g_hash_table_remove_all (self->going);
  for (guint i = 0; i < self->asked->len; i++)
    add_going (self, cut_record_get_id (g_ptr_array_index (self->asked, i)), cut_record_get_kind (g_ptr_array_index (self->asked, i)));
  while (!g_queue_is_empty (&self->found))
    {
      g_autofree char *id = g_queue_pop_head (&self->found);
      GPtrArray *references = get_references (self, id);

      if (references == NULL)
        return FALSE;
      for (guint i = 0; i < references->len; i++)
        {
          const CutReference *reference = g_ptr_array_index (references, i);

          if (cut_hanging_find_tie (reference->kind, reference->field) == CUT_TIE_HANGS)
            add_going (self, reference->id, reference->kind);
        }
    }
  return TRUE;
}

/* What has to stay. */

static gboolean look_in_use (Plan *self, const char *id, guint steps, gboolean *in_use);

/* Whether what @record hangs on is in use, too: what belongs to a clip in the Trash is out of use with it. */
static gboolean
look_at_ground (Plan      *self,
                CutRecord *record,
                guint      steps,
                gboolean  *in_use)
{
  CutKind kind = cut_record_get_kind (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields && *in_use; i++)
    {
      const char *id = fields[i].type == CUT_FIELD_ID ? cut_record_get_string (record, i) : NULL;

      if (id != NULL && cut_id_is_valid (id) && cut_hanging_get_tie (kind, &fields[i]) == CUT_TIE_HANGS &&
          !look_in_use (self, id, steps + 1, in_use))
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_in_use (Plan       *self,
             const char *id,
             guint       steps,
             gboolean   *in_use)
{
  g_autoptr (CutRecord) record = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->in_use, id, NULL, &known))
    {
      *in_use = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!cut_store_look_up (self->store, id, &record, self->error))
    return FALSE;
  *in_use = record == NULL || !cut_record_is_deleted (record);
  if (record != NULL && *in_use && steps < LONGEST_CHAIN && !look_at_ground (self, record, steps, in_use))
    return FALSE;
  g_hash_table_insert (self->in_use, g_strdup (id), GINT_TO_POINTER (*in_use));
  return TRUE;
}

/* @id stays for @reason, and so does what it hangs on. */
static gboolean
keep (Plan         *self,
      const char   *id,
      const Reason *reason)
{
  g_autoptr (CutRecord) record = NULL;
  Reason *own;
  guint n_fields;
  const CutField *fields;

  if (!g_hash_table_contains (self->going, id) || g_hash_table_contains (self->kept, id))
    return TRUE;
  own = g_new0 (Reason, 1);
  own->by = g_strdup (reason->by);
  own->kind = reason->kind;
  own->field = g_strdup (reason->field);
  g_hash_table_insert (self->kept, g_strdup (id), own);
  if (!cut_store_look_up (self->store, id, &record, self->error) || record == NULL)
    return record == NULL && *self->error == NULL;
  fields = cut_record_get_fields (record, &n_fields);
  /* No deeper than objects hang on each other. */
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == CUT_FIELD_ID && cut_record_has_value (record, i) &&
        cut_hanging_get_tie (cut_record_get_kind (record), &fields[i]) == CUT_TIE_HANGS && !keep (self, cut_record_get_string (record, i), own))
      return FALSE;
  return TRUE;
}

static gboolean
keeps (Plan               *self,
       const CutReference *reference,
       gboolean           *stays)
{
  CutTie tie = cut_hanging_find_tie (reference->kind, reference->field);

  *stays = tie == CUT_TIE_FIXED;
  if (g_hash_table_contains (self->going, reference->id))
    *stays = FALSE;
  else if (tie == CUT_TIE_RESTS)
    return look_in_use (self, reference->id, 0, stays);
  return TRUE;
}

static gboolean
look_at_referrers (Plan       *self,
                   const char *id)
{
  GPtrArray *references = get_references (self, id);

  for (guint i = 0; references != NULL && i < references->len; i++)
    {
      const CutReference *reference = g_ptr_array_index (references, i);
      Reason reason = { reference->id, reference->kind, reference->field };
      gboolean stays;

      if (!keeps (self, reference, &stays) || (stays && !keep (self, id, &reason)))
        return FALSE;
      if (stays)
        return TRUE;
    }
  return references != NULL;
}

/* Until nothing that stays rests on anything that goes: each round keeps more. */
static gboolean
settle (Plan *self)
{
  Reason owner = { NULL, CUT_KIND_NONE, (char *) "contributor" };
  guint n_kept;

  do
    {
      GHashTableIter iter;
      gpointer id;

      n_kept = g_hash_table_size (self->kept);
      if (!gather (self) || (self->owner != NULL && !keep (self, self->owner, &owner)))
        return FALSE;
      g_hash_table_iter_init (&iter, self->going);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!look_at_referrers (self, id))
          return FALSE;
    }
  while (g_hash_table_size (self->kept) > n_kept);
  return TRUE;
}

/* Saying it. */

static char *
say_why (const Reason *reason,
         const char   *name,
         const char   *by)
{
  if (reason->kind == CUT_KIND_CAPTURE && g_str_equal (reason->field, "previous"))
    /* Translators: an object */
    return g_strdup_printf (_("%s was kept: a later capture goes on from it"), name);
  if (g_str_equal (reason->field, "contributor"))
    /* Translators: a person */
    return g_strdup_printf (_("%s was kept: there is work of theirs in the notebook"), name);
  if (reason->kind == CUT_KIND_ATTRIBUTION)
    /* Translators: two objects */
    return g_strdup_printf (_("%1$s was kept: %2$s names it as where the information comes from"), name, by);
  if (g_str_equal (reason->field, "reprint_of") || g_str_equal (reason->field, "same_as"))
    /* Translators: two objects */
    return g_strdup_printf (_("%1$s was kept: %2$s counts as the same"), name, by);
  /* Translators: two objects; what they say is proved by a passage of the first */
  return g_strdup_printf (_("%1$s was kept: %2$s rests on it"), name, by);
}

/* An attribution is called by the claim that it ascribes. */
static gboolean
describe (Plan        *self,
          const char  *id,
          char       **name)
{
  g_autoptr (CutRecord) record = NULL;
  int claim;

  if (id == NULL || !cut_store_look_up (self->store, id, &record, self->error))
    return id == NULL;
  claim = record != NULL && cut_record_get_kind (record) == CUT_KIND_ATTRIBUTION ? cut_kind_find_field (CUT_KIND_ATTRIBUTION, "claim") : -1;
  if (claim >= 0 && cut_record_has_value (record, (guint) claim))
    {
      g_autoptr (CutRecord) ascribed = NULL;

      if (!cut_store_look_up (self->store, cut_record_get_string (record, (guint) claim), &ascribed, self->error))
        return FALSE;
      if (ascribed != NULL)
        g_set_object (&record, ascribed);
    }
  *name = record != NULL ? cut_merge_describe (record) : NULL;
  return TRUE;
}

static gboolean
say_kept (Plan           *self,
          CutPurgeReport *report)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      CutRecord *record = g_ptr_array_index (self->asked, i);
      const Reason *reason = g_hash_table_lookup (self->kept, cut_record_get_id (record));
      g_autofree char *name = NULL;
      g_autofree char *by = NULL;

      if (reason == NULL)
        continue;
      if (!describe (self, reason->by, &by))
        return FALSE;
      name = cut_merge_describe (record);
      g_ptr_array_add (report->kept, say_why (reason, name, by != NULL ? by : _("another object")));
    }
  return TRUE;
}

static void
count_going (Plan           *self,
             CutPurgeReport *report)
{
  GHashTableIter iter;
  gpointer id, kind;

  g_hash_table_iter_init (&iter, self->going);
  while (g_hash_table_iter_next (&iter, &id, &kind))
    cut_report_count (g_hash_table_contains (self->asked_ids, id) ? report->purged : report->along, (CutKind) GPOINTER_TO_INT (kind), 1);
}

/* Doing it. */

static void
gather_named_by (Plan       *self,
                 GHashTable *namers)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->going);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      GPtrArray *references = g_hash_table_lookup (self->references, id);

      for (guint i = 0; references != NULL && i < references->len; i++)
        {
          const CutReference *reference = g_ptr_array_index (references, i);

          if (!g_hash_table_contains (self->going, reference->id))
            g_hash_table_add (namers, g_strdup (reference->id));
        }
    }
}

static gboolean
loosen (Plan      *self,
        CutCommit *commit,
        CutRecord *present)
{
  g_autoptr (CutRecord) part = cut_hanging_strip (present, self->going);

  return part == present || cut_commit_forget (commit, present, part, self->error);
}

/* What stays names nothing that goes; what is sealed is looked at by itself, for nobody can ask whom it names. */
static gboolean
loosen_all (Plan      *self,
            CutCommit *commit)
{
  g_autoptr (GHashTable) namers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sealed = cut_store_list_sealed (self->store, self->error);
  GHashTableIter iter;
  gpointer id;

  if (sealed == NULL)
    return FALSE;
  for (guint i = 0; i < sealed->len; i++)
    if (!g_hash_table_contains (self->going, cut_record_get_id (g_ptr_array_index (sealed, i))) &&
        !loosen (self, commit, g_ptr_array_index (sealed, i)))
      return FALSE;
  gather_named_by (self, namers);
  g_hash_table_iter_init (&iter, namers);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (CutRecord) present = cut_store_get (self->store, id, self->error);

      if (present == NULL || !loosen (self, commit, present))
        return FALSE;
    }
  return TRUE;
}

/* Colleagues still hear that it was deleted, as they would have heard while it was in the Trash. Revisions are hashes of what stood there, and go. */
static gboolean
bury_all (Plan *self)
{
  g_autoptr (GPtrArray) buried = cut_buried_load (self->store, self->error);

  if (buried == NULL)
    return FALSE;
  for (guint i = 0; i < self->asked->len; i++)
    {
      CutRecord *record = g_ptr_array_index (self->asked, i);
      CutBundleTombstone *tombstone = g_hash_table_contains (self->going, cut_record_get_id (record)) ? cut_buried_make (record) : NULL;

      if (tombstone == NULL)
        continue;
      g_clear_pointer (&tombstone->parents, g_strfreev);
      g_ptr_array_add (buried, tombstone);
    }
  return cut_buried_save (self->store, buried, self->error);
}

static GPtrArray *
list_in_order (Plan *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GHashTableIter iter;
      gpointer id, kind;

      g_hash_table_iter_init (&iter, self->going);
      while (g_hash_table_iter_next (&iter, &id, &kind))
        if ((CutKind) GPOINTER_TO_INT (kind) == order[i])
          g_ptr_array_add (ids, id);
    }
  return ids;
}

typedef struct
{
  CutProgress *progress;
  guint total;
} Meter;

static void
erased_cb (guint    n_done,
           gpointer data)
{
  const Meter *meter = data;

  if (meter->progress != NULL && (n_done % 16 == 0 || n_done == meter->total))
    cut_progress_update (meter->progress, NULL, (double) n_done / meter->total);
}

static gboolean
erase (Plan        *self,
       CutCommit   *commit,
       CutProgress *progress)
{
  g_autoptr (GPtrArray) ids = list_in_order (self);
  Meter meter = { progress, ids->len };

  if (!cut_store_erase (self->store, ids, cut_hanging_line_hangs, erased_cb, &meter, self->error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    cut_commit_note_erased (commit, (CutKind) GPOINTER_TO_INT (g_hash_table_lookup (self->going, g_ptr_array_index (ids, i))), g_ptr_array_index (ids, i));
  return TRUE;
}

/* The names that are looked for are remembered outside the file, too. */
static gboolean
forget_names (Plan *self)
{
  GHashTableIter iter;
  gpointer kind;

  g_hash_table_iter_init (&iter, self->going);
  while (g_hash_table_iter_next (&iter, NULL, &kind))
    if (GPOINTER_TO_INT (kind) == CUT_KIND_ENTITY)
      return cut_mention_book_note_erased (self->store, self->error);
  return TRUE;
}

static gboolean
commit_plan (Plan         *self,
             CutProgress  *progress,
             GPtrArray   **changes,
             GError      **unwiped)
{
  g_autoptr (CutCommit) commit = cut_commit_begin (self->store, self->owner, "", self->error);

  if (commit == NULL || !loosen_all (self, commit) || !bury_all (self) || !erase (self, commit, progress) || !forget_names (self))
    return FALSE;
  if (progress != NULL)
    cut_progress_update (progress, _("Wiping what is left of it in the file…"), -1);
  if (!cut_commit_end_quietly (commit, self->error))
    return FALSE;
  *changes = cut_commit_steal_changes (commit);
  if (cut_commit_get_unwiped (commit) != NULL)
    *unwiped = g_error_copy (cut_commit_get_unwiped (commit));
  return TRUE;
}

/* What could not be wiped, or was stopped, the next opening wipes. */
static void
say_wiped (CutPurgeReport *report,
           const GError   *failure)
{
  report->wiped = failure == NULL;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report->unwiped = g_strdup (_("What is left in the file is wiped when the notebook is opened again."));
  else if (g_error_matches (failure, CUT_ERROR, CUT_ERROR_BUSY))
    report->unwiped = g_strdup (_("Another program is reading the notebook: what is left in the file is wiped when it has ended and the notebook is opened again."));
  else if (failure != NULL)
    /* Translators: why it failed, a sentence without its full stop: “The disk is full; free some space and try again” */
    report->unwiped = g_strdup_printf (_("What is left in the file is wiped when the notebook is opened again. %s."), failure->message);
}

CutPurgeReport *
cut_purging_run (CutStore           *store,
                 const char         *owner,
                 const char *const  *ids,
                 gboolean            dry_run,
                 CutProgress        *progress,
                 GPtrArray         **changes,
                 GError            **error)
{
  g_autoptr (CutPurgeReport) report = cut_purge_report_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) unwiped = NULL;
  g_auto (Plan) plan = { .store = store, .owner = owner, .error = &failure };
  gboolean done;

  *changes = NULL;
  plan_init (&plan);
  done = ask_all (&plan, ids) && settle (&plan) && say_kept (&plan, report);
  if (done)
    count_going (&plan, report);
  if (done && !dry_run && g_hash_table_size (plan.going) > 0)
    done = commit_plan (&plan, progress, changes, &unwiped);
  if (!done)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* What an earlier time left. */
  if (!dry_run && unwiped == NULL && cut_store_is_purge_due (store))
    cut_store_purge (store, &unwiped);
  say_wiped (report, unwiped);
  return g_steal_pointer (&report);
}

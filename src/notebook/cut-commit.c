/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-commit.h"

#include "cut-buried.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-same.h"
#include "cut-sound.h"
#include "cut-written.h"

/* From here on a change names its object and no longer carries it: views reload. */
#define MANY_CHANGES 500

struct _CutCommit
{
  CutStore *store;        /* (owned) */
  char *owner;            /* (owned) (nullable) */
  CutJournalEntry *entry; /* (owned) */
  GPtrArray *changes;     /* (owned) (nullable) (element-type CutChange): parallel to the entry */
  GHashTable *places;     /* (owned): id → place in the entry + 1 */
  const char *arrival;    /* how new captures came */
  GPtrArray *custody;     /* (owned) (element-type utf8): action and id of a capture, by turns */
  char *origin;           /* (owned) (nullable): the notebook that all of this comes from */
  char *origin_head;      /* (owned) (nullable): of its chain of custody */
  char *news;             /* (owned) (nullable): what others deleted, first heard of now */
  GError *unwiped;        /* (owned) (nullable): why what is gone for good is still in the file */
  gboolean open;          /* the transaction is */
  gboolean wrote;         /* something is a write of this notebook's own */
};

static void
change_free (gpointer data)
{
  CutChange *change = data;

  g_free (change->id);
  g_clear_object (&change->record);
  g_free (change);
}

GPtrArray *
cut_changes_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

static CutJournalEntry *
entry_new (const char *label)
{
  CutJournalEntry *entry = g_new0 (CutJournalEntry, 1);

  entry->label = g_strdup (label);
  entry->kinds = g_array_new (FALSE, FALSE, sizeof (int));
  entry->before = g_ptr_array_new_with_free_func (g_free);
  entry->after = g_ptr_array_new_with_free_func (g_free);
  return entry;
}

CutCommit *
cut_commit_begin (CutStore    *store,
                  const char  *owner,
                  const char  *label,
                  GError     **error)
{
  g_autoptr (CutCommit) self = g_new0 (CutCommit, 1);

  self->store = g_object_ref (store);
  self->owner = g_strdup (owner);
  self->entry = entry_new (label);
  self->changes = cut_changes_new ();
  self->arrival = "captured";
  self->custody = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = cut_store_begin (store, error);
  return self->open ? g_steal_pointer (&self) : NULL;
}

void
cut_commit_free (CutCommit *self)
{
  if (self->open)
    cut_store_rollback (self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->entry, cut_journal_entry_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->custody, g_ptr_array_unref);
  g_clear_error (&self->unwiped);
  g_free (self->news);
  g_free (self->origin_head);
  g_free (self->origin);
  g_free (self->owner);
  g_free (self);
}

static char *
line_of (CutRecord *record)
{
  return record != NULL ? cut_record_to_line (record, CUT_JSON_CANONICAL) : g_strdup ("");
}

/* An object that the act touches twice keeps what it was before the first time. @before and @after are as the file holds them, for
 * the journal is part of it; views get the whole. @line: (nullable) (transfer full): that of @after, where it is known */
static void
note (CutCommit  *self,
      CutKind     kind,
      const char *id,
      CutRecord  *before,
      CutRecord  *after,
      char       *line)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id));
  CutChange *change;

  if (place == 0)
    {
      int number = kind;

      g_array_append_val (self->entry->kinds, number);
      g_ptr_array_add (self->entry->before, line_of (before));
      g_ptr_array_add (self->entry->after, NULL);
      g_ptr_array_add (self->changes, g_new0 (CutChange, 1));
      place = self->changes->len;
      g_hash_table_insert (self->places, g_strdup (id), GUINT_TO_POINTER (place));
      change = g_ptr_array_index (self->changes, place - 1);
      change->kind = kind;
      change->id = g_strdup (id);
    }
  change = g_ptr_array_index (self->changes, place - 1);
  g_clear_object (&change->record);
  if (after != NULL && place <= MANY_CHANGES)
    change->record = cut_store_reveal (self->store, after);
  g_free (self->entry->after->pdata[place - 1]);
  self->entry->after->pdata[place - 1] = line != NULL ? line : line_of (after);
}

void
cut_commit_set_arrival (CutCommit  *self,
                        const char *action)
{
  self->arrival = action;
}

void
cut_commit_set_origin (CutCommit  *self,
                       const char *notebook,
                       const char *head)
{
  g_free (self->origin);
  self->origin = g_strdup (notebook);
  g_free (self->origin_head);
  self->origin_head = g_strdup (head);
}

void
cut_commit_set_news (CutCommit *self,
                     char      *tombstones)
{
  g_free (self->news);
  self->news = tombstones;
}

/* The chain of custody has a line for each thing that happens to a piece of evidence. It is written at the end: a
 * capture is sealed with its text, which may come after it. */
static void
note_custody (CutCommit *self,
              CutRecord *before,
              CutRecord *after)
{
  const char *action = self->arrival;

  if (cut_record_get_kind (after) != CUT_KIND_CAPTURE ||
      (before != NULL && cut_record_is_deleted (before) == cut_record_is_deleted (after)))
    return;
  if (before != NULL)
    action = cut_record_is_deleted (after) ? "trashed" : "restored";
  g_ptr_array_add (self->custody, g_strdup (action));
  g_ptr_array_add (self->custody, g_strdup (cut_record_get_id (after)));
}

static gboolean
write_custody (CutCommit  *self,
               GError    **error)
{
  for (guint i = 0; i < self->custody->len; i += 2)
    if (!cut_store_custody_append (self->store, g_ptr_array_index (self->custody, i),
                                   g_ptr_array_index (self->custody, i + 1), NULL, error))
      return FALSE;
  return self->origin == NULL || cut_store_custody_continue (self->store, self->origin, self->origin_head, error);
}

/* @present and @record as the file holds them. @line: (nullable): of @record */
static gboolean
put (CutCommit   *self,
     CutRecord   *present,
     CutRecord   *record,
     const char  *line,
     GError     **error)
{
  if (!cut_store_put (self->store, record, error))
    return FALSE;
  note_custody (self, present, record);
  note (self, cut_record_get_kind (record), cut_record_get_id (record), present, record, g_strdup (line));
  return TRUE;
}

static CutRecord *
with_owner (CutCommit *self,
            CutRecord *record)
{
  if (self->owner == NULL || cut_record_has_value (record, CUT_RECORD_CONTRIBUTOR))
    return g_object_ref (record);
  return cut_record_with (record, "contributor", self->owner, "modified",
                          cut_record_get_int (record, CUT_RECORD_MODIFIED), NULL);
}

/* All the revisions an object came from; not what was only brought together, see cut-merge.c. Of a long history the newest part. */
#define LONGEST_HISTORY 256

static char **
history_of (CutRecord *present)
{
  const char *const *parents = cut_record_get_strv (present, CUT_RECORD_PARENTS);
  guint length = g_strv_length ((char **) parents);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) parents + (length < LONGEST_HISTORY ? 0 : length - LONGEST_HISTORY + 1));
  if (cut_record_get_rev (present) != NULL && !cut_written_is_joined (present))
    g_strv_builder_add (builder, cut_record_get_rev (present));
  return g_strv_builder_end (builder);
}

/* Whether @record says the same as @present and leaves the same to be settled, history aside. */
static gboolean
says_nothing_new (CutRecord *record,
                  CutRecord *present)
{
  g_autoptr (CutRecord) alike = NULL;

  if (present == NULL || cut_record_get_kind (record) != cut_record_get_kind (present))
    return FALSE;
  alike = cut_record_with (record, "modified", cut_record_get_int (present, CUT_RECORD_MODIFIED), "rev",
                           cut_record_get_rev (present), "parents", cut_record_get_strv (present, CUT_RECORD_PARENTS), "written",
                           cut_record_get_string (present, CUT_RECORD_WRITTEN), NULL);
  return cut_record_equal (alike, present);
}

static gboolean
put_next (CutCommit  *self,
          CutRecord  *record,
          gboolean    back,
          GError    **error)
{
  g_autoptr (CutRecord) owned = with_owner (self, record);
  g_autoptr (CutRecord) written = NULL;
  g_autoptr (CutRecord) sealed = NULL;
  g_autoptr (CutRecord) revised = NULL;
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) known = NULL;
  g_auto (GStrv) parents = NULL;
  g_autofree char *line = NULL;

  if (!cut_store_look_up_stored (self->store, cut_record_get_id (record), &present, error))
    return FALSE;
  known = present != NULL ? cut_store_reveal (self->store, present) : NULL;
  written = cut_written_follow (owned, known, cut_store_get_session (self->store));
  if (back)
    {
      g_autoptr (CutRecord) settled = g_steal_pointer (&written);

      written = cut_written_reopen (settled, owned, cut_store_get_session (self->store));
    }
  if (says_nothing_new (written, known))
    return TRUE;
  self->wrote = TRUE;
  sealed = cut_store_seal (self->store, written, error);
  if (sealed == NULL)
    return FALSE;
  /* What was sealed just now has its revision already. */
  if (sealed != written)
    return put (self, present, sealed, NULL, error);
  parents = present != NULL ? history_of (present) : NULL;
  revised = cut_record_with_revision_and_line (written, (const char *const *) parents, &line);
  return put (self, present, revised, line, error);
}

gboolean
cut_commit_put (CutCommit  *self,
                CutRecord  *record,
                GError    **error)
{
  return put_next (self, record, FALSE, error);
}

gboolean
cut_commit_put_back (CutCommit  *self,
                     CutRecord  *record,
                     GError    **error)
{
  return put_next (self, record, TRUE, error);
}

gboolean
cut_commit_put_as_is (CutCommit  *self,
                      CutRecord  *record,
                      GError    **error)
{
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) sealed = NULL;

  if (!cut_store_look_up_stored (self->store, cut_record_get_id (record), &present, error))
    return FALSE;
  sealed = cut_store_seal (self->store, record, error);
  return sealed != NULL && put (self, present, sealed, NULL, error);
}

gboolean
cut_commit_hide (CutCommit  *self,
                 CutRecord  *present,
                 GError    **error)
{
  g_autoptr (CutRecord) hidden = cut_written_hide (present);
  g_auto (GStrv) parents = history_of (present);
  g_autoptr (CutRecord) revised = cut_record_with_revision (hidden, (const char *const *) parents);

  return cut_commit_put_as_is (self, revised, error);
}

gboolean
cut_commit_forget (CutCommit  *self,
                   CutRecord  *present,
                   CutRecord  *part,
                   GError    **error)
{
  g_autoptr (CutRecord) redacted = cut_written_forget (present, part);
  g_auto (GStrv) parents = history_of (present);
  g_autoptr (CutRecord) revised = cut_record_with_revision (redacted, (const char *const *) parents);

  return cut_commit_put_as_is (self, revised, error);
}

void
cut_commit_note_erased (CutCommit  *self,
                        CutKind     kind,
                        const char *id)
{
  note (self, kind, id, NULL, NULL, NULL);
}

gboolean
cut_commit_remove (CutCommit   *self,
                   CutKind      kind,
                   const char  *id,
                   GError     **error)
{
  g_autoptr (CutRecord) present = NULL;

  if (!cut_store_look_up_stored (self->store, id, &present, error))
    return FALSE;
  if (present == NULL)
    return TRUE;
  if (!cut_store_remove (self->store, id, error))
    return FALSE;
  note (self, kind, id, present, NULL, NULL);
  return TRUE;
}

gboolean
cut_commit_is_empty (CutCommit *self)
{
  return self->changes->len == 0;
}

static void
lighten (GPtrArray *changes)
{
  if (changes->len <= MANY_CHANGES)
    return;
  for (guint i = 0; i < changes->len; i++)
    g_clear_object (&((CutChange *) g_ptr_array_index (changes, i))->record);
}

char *
cut_commit_name_session (const char *session)
{
  return g_strconcat ("wrote-", session, NULL);
}

/* Which writes are of this notebook: no colleague is told, and no other copy knows. */
static gboolean
note_session (CutCommit  *self,
              GError    **error)
{
  g_autofree char *name = self->wrote ? cut_commit_name_session (cut_store_get_session (self->store)) : NULL;
  g_autofree char *noted = name != NULL ? cut_store_get_meta (self->store, name, NULL) : NULL;

  return name == NULL || noted != NULL || cut_store_set_meta (self->store, name, "1", error);
}

gboolean
cut_commit_end_quietly (CutCommit  *self,
                        GError    **error)
{
  if (!write_custody (self, error) || !note_session (self, error) || !cut_store_commit (self->store, error))
    return FALSE;
  self->open = FALSE;
  lighten (self->changes);
  /* It is done either way; what could not be wiped now is at the next act or opening. */
  if (cut_store_is_purge_due (self->store) && !cut_store_purge (self->store, &self->unwiped))
    g_debug ("not wiped yet: %s", self->unwiped->message);
  return TRUE;
}

static gboolean
note_news (CutCommit  *self,
           GError    **error)
{
  g_autoptr (CutJournalEntry) entry = NULL;

  if (self->news == NULL || *self->news == '\0')
    return TRUE;
  entry = cut_store_journal_peek (self->store, FALSE, error);
  return entry != NULL && cut_buried_note (self->store, entry->seq, self->news, error);
}

/* What was heard of changes nothing that anybody sees, and can be taken back all the same. */
gboolean
cut_commit_end (CutCommit  *self,
                GError    **error)
{
  gboolean news = self->news != NULL && *self->news != '\0';

  if ((news || !cut_commit_is_empty (self)) && (!cut_store_journal_append (self->store, self->entry, error) || !note_news (self, error)))
    return FALSE;
  return cut_commit_end_quietly (self, error);
}

const GError *
cut_commit_get_unwiped (CutCommit *self)
{
  return self->unwiped;
}

GPtrArray *
cut_commit_steal_changes (CutCommit *self)
{
  g_assert (!self->open);
  return g_steal_pointer (&self->changes);
}

/* One of the act's records; @merged gets the ids of the entities that the act says are the same as another. */
/* Undoing the act that made a clip puts its captures into the Trash, too: without them it would come back without its evidence. */
static gboolean
bring_evidence (CutCommit   *self,
                const char  *clip,
                GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CAPTURE);
  g_autoptr (GPtrArray) captures = NULL;

  cut_query_where (query, "clip", clip);
  query->trash = CUT_TRASH_INCLUDED;
  captures = cut_store_list (self->store, query, error);
  for (guint i = 0; captures != NULL && i < captures->len; i++)
    if (!cut_record_is_deleted (g_ptr_array_index (captures, i)))
      return TRUE;
  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      g_autoptr (CutRecord) back = cut_record_with (g_ptr_array_index (captures, i), "deleted", (gint64) 0, NULL);

      if (!cut_commit_put (self, back, error))
        return FALSE;
    }
  return captures != NULL;
}

/* Before the clip itself: what is found by its words is found by those of its capture. */
static gboolean
put_evidence (CutCommit  *self,
              CutRecord  *record,
              GError    **error)
{
  g_autoptr (CutRecord) present = NULL;

  if (!CUT_IS_CLIP (record) || cut_record_is_deleted (record))
    return TRUE;
  if (!cut_store_look_up_stored (self->store, cut_record_get_id (record), &present, error))
    return FALSE;
  return present == NULL || !cut_record_is_deleted (present) || bring_evidence (self, cut_record_get_id (record), error);
}

static gboolean
put_sound (CutCommit   *self,
           CutSound    *sound,
           CutRecord   *record,
           GHashTable  *merged,
           GError     **error)
{
  g_autoptr (CutRecord) checked = cut_sound_check (sound, record, error);

  if (checked == NULL)
    return FALSE;
  if (CUT_IS_ENTITY (checked) && cut_entity_get_merged_into (CUT_ENTITY (checked)) != NULL)
    g_hash_table_add (merged, g_strdup (cut_record_get_id (checked)));
  return put_evidence (self, checked, error) && cut_commit_put (self, checked, error);
}

static gboolean
put_all (CutCommit  *self,
         CutAct     *act,
         GError    **error)
{
  GPtrArray *records = cut_act_get_records (act);
  g_autoptr (CutSound) sound = cut_sound_new (self->store, act, self->owner, error);
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (sound == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!put_sound (self, sound, g_ptr_array_index (records, i), merged, error))
      return FALSE;
  return g_hash_table_size (merged) == 0 || cut_same_settle (self, self->store, merged, error);
}

GPtrArray *
cut_commit_act (CutStore    *store,
                const char  *owner,
                CutAct      *act,
                GError     **error)
{
  g_autoptr (CutCommit) self = cut_commit_begin (store, owner, cut_act_get_label (act), error);

  if (self == NULL || !put_all (self, act, error))
    return NULL;
  return cut_commit_end (self, error) ? cut_commit_steal_changes (self) : NULL;
}

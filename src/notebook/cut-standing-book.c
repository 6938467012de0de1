/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-standing-book.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-dismissal.h"
#include "cut-headlines.h"
#include "cut-store-likeness.h"
#include "cut-store-standing.h"

struct _CutStandingBook
{
  gboolean none_alike;   /* while it is filled: no two texts of the notebook are alike */
  CutLedger *ledger;     /* (owned) */
  GHashTable *read;      /* (owned) (element-type utf8): clips whose headline was compared with their text */
  GHashTable *dismissed; /* (owned) (element-type utf8 utf8): "ID ID" of two clips → id of what says so */
};

void
cut_standing_book_free (CutStandingBook *self)
{
  g_clear_pointer (&self->ledger, cut_ledger_free);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_free (self);
}

CutLedger *
cut_standing_book_get_ledger (CutStandingBook *self)
{
  return self->ledger;
}

/* Which pairs of clips are reprints. */

static char *
key_of_pair (const char *one,
             const char *other)
{
  gboolean sorted = strcmp (one, other) < 0;

  return g_strconcat (sorted ? one : other, " ", sorted ? other : one, NULL);
}

static gboolean
is_of_reprint (CutRecord *record)
{
  return CUT_IS_DISMISSAL (record) && g_strcmp0 (cut_dismissal_get_kind (CUT_DISMISSAL (record)), "reprint") == 0 &&
         cut_dismissal_get_other (CUT_DISMISSAL (record)) != NULL;
}

static void
put_dismissal (CutStandingBook *self,
               CutRecord       *record)
{
  CutDismissal *dismissal = CUT_DISMISSAL (record);
  char *key = key_of_pair (cut_dismissal_get_clip (dismissal), cut_dismissal_get_other (dismissal));

  if (!cut_record_is_deleted (record))
    g_hash_table_insert (self->dismissed, key, g_strdup (cut_record_get_id (record)));
  else
    {
      g_hash_table_remove (self->dismissed, key);
      g_free (key);
    }
}

static gboolean
load_dismissals (CutStandingBook  *self,
                 CutStore         *store,
                 GError          **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_DISMISSAL);
  g_autoptr (GPtrArray) found = NULL;

  cut_query_where (query, "kind", "reprint");
  found = cut_store_list (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (is_of_reprint (g_ptr_array_index (found, i)))
      put_dismissal (self, g_ptr_array_index (found, i));
  return found != NULL;
}

/* Of several captures of two clips those most alike count: they come first. */
static gboolean
refresh_alike (CutStandingBook  *self,
               CutStore         *store,
               const char       *clip,
               GError          **error)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (self->none_alike)
    return TRUE;
  pairs = cut_store_list_alike (store, clip, error);
  if (pairs == NULL)
    return FALSE;
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  cut_ledger_clear_alike (self->ledger, clip);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CutAlike *pair = g_ptr_array_index (pairs, i);
      g_autofree char *key = key_of_pair (clip, pair->other_clip);

      if (g_hash_table_add (seen, pair->other_clip))
        cut_ledger_add_alike (self->ledger, clip, pair->other_clip, pair->containment, g_hash_table_contains (self->dismissed, key));
    }
  return TRUE;
}

/* What the ledger rests on and has not seen. */

static gboolean
load_one (CutStandingBook  *self,
          CutStore         *store,
          const char       *id,
          GError          **error)
{
  g_autoptr (CutRecord) record = NULL;

  if (!cut_store_look_up (store, id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  cut_ledger_put_record (self->ledger, record);
  return !CUT_IS_CLIP (record) || refresh_alike (self, store, id, error);
}

static gboolean
load_missing (CutStandingBook  *self,
              CutStore         *store,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GPtrArray) missing = cut_ledger_steal_missing (self->ledger);

  while (missing->len > 0)
    {
      for (guint i = 0; i < missing->len; i++)
        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !load_one (self, store, g_ptr_array_index (missing, i), error))
          return FALSE;
      g_ptr_array_unref (missing);
      missing = cut_ledger_steal_missing (self->ledger);
    }
  return TRUE;
}

static gboolean
load_kind (CutStandingBook  *self,
           CutStore         *store,
           CutKind           kind,
           GError          **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) all = cut_store_list (store, query, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    cut_ledger_put_record (self->ledger, g_ptr_array_index (all, i));
  return all != NULL;
}

CutStandingBook *
cut_standing_book_new (CutStore      *store,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (CutStandingBook) self = g_new0 (CutStandingBook, 1);

  self->ledger = cut_ledger_new ();
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!cut_store_fill_ledger (store, self->ledger, error) || !load_kind (self, store, CUT_KIND_CHECK, error) ||
      !load_kind (self, store, CUT_KIND_ENQUIRY, error) || !load_dismissals (self, store, error))
    return NULL;
  self->none_alike = !cut_store_has_alike (store);
  if (!load_missing (self, store, cancellable, error))
    return NULL;
  self->none_alike = FALSE;
  return g_steal_pointer (&self);
}

/* Headlines. */

/* Returns: whether something was found that was not known. */
static gboolean
read_headline (CutStandingBook *self,
               CutStore        *store,
               const char      *id,
               GCancellable    *cancellable)
{
  g_autoptr (CutRecord) clip = NULL;
  g_autofree char *finding = NULL;
  gboolean links;

  g_hash_table_add (self->read, g_strdup (id));
  if (!cut_store_look_up (store, id, &clip, NULL) || clip == NULL || !CUT_IS_CLIP (clip))
    return FALSE;
  finding = cut_headlines_find (store, clip, cancellable);
  links = cut_ledger_set_citations (self->ledger, id, cut_headlines_list_links (store, clip));
  return cut_ledger_set_headline (self->ledger, id, finding) || links;
}

GPtrArray *
cut_standing_book_read_headlines (CutStandingBook *self,
                                  CutStore        *store,
                                  const char      *claim,
                                  guint            limit,
                                  GCancellable    *cancellable)
{
  g_autoptr (GPtrArray) clips = cut_ledger_list_clips (self->ledger, claim);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < clips->len && n < limit; i++)
    {
      const char *id = g_ptr_array_index (clips, i);

      if (g_hash_table_contains (self->read, id))
        continue;
      n++;
      if (read_headline (self, store, id, cancellable))
        g_ptr_array_add (found, g_strdup (id));
    }
  return n > 0 ? g_steal_pointer (&found) : NULL;
}

/* Keeping in step. */

static gboolean
forget_dismissal (CutStandingBook *self,
                  CutStore        *store,
                  const char      *id)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->dismissed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_equal (value, id))
      {
        g_autofree char *clip = g_strndup (key, strcspn (key, " "));

        g_hash_table_iter_remove (&iter);
        return refresh_alike (self, store, clip, NULL);
      }
  return TRUE;
}

static gboolean
apply_record (CutStandingBook *self,
              CutStore        *store,
              CutRecord       *record)
{
  if (is_of_reprint (record))
    {
      put_dismissal (self, record);
      return refresh_alike (self, store, cut_dismissal_get_clip (CUT_DISMISSAL (record)), NULL);
    }
  /* Another headline, or another text below it. */
  if (CUT_IS_CLIP (record))
    g_hash_table_remove (self->read, cut_record_get_id (record));
  if (CUT_IS_CAPTURE (record))
    {
      g_hash_table_remove (self->read, cut_capture_get_clip (CUT_CAPTURE (record)));
      return refresh_alike (self, store, cut_capture_get_clip (CUT_CAPTURE (record)), NULL);
    }
  cut_ledger_put_record (self->ledger, record);
  return !CUT_IS_CLIP (record) || refresh_alike (self, store, cut_record_get_id (record), NULL);
}

static gboolean
apply_one (CutStandingBook *self,
           CutStore        *store,
           const CutChange *change)
{
  g_autoptr (CutRecord) record = change->record != NULL ? g_object_ref (change->record) : NULL;

  if (record == NULL && !cut_store_look_up (store, change->id, &record, NULL))
    return FALSE;
  if (record != NULL)
    return apply_record (self, store, record);
  cut_ledger_remove (self->ledger, change->kind, change->id);
  return change->kind != CUT_KIND_DISMISSAL || forget_dismissal (self, store, change->id);
}

/* From so many changes on it is quicker to begin anew. */
#define MANY_CHANGES 2000

gboolean
cut_standing_book_apply (CutStandingBook *self,
                         CutStore        *store,
                         GPtrArray       *changes)
{
  if (changes->len > MANY_CHANGES)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!apply_one (self, store, g_ptr_array_index (changes, i)))
      return FALSE;
  return load_missing (self, store, NULL, NULL);
}

GPtrArray *
cut_standing_book_list (CutStandingBook  *self,
                        const char       *story,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GPtrArray) ids = cut_ledger_list_claims (self->ledger, story);
  g_autoptr (GPtrArray) list = g_ptr_array_new_full (ids->len, (GDestroyNotify) cut_claim_standing_unref);
  gint64 now = cut_time_now ();

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (list, cut_ledger_get_standing (self->ledger, g_ptr_array_index (ids, i), now));
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&list);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-list.h"

#include "cut-notebook-standing.h"

#define REST 3             /* times as long as a reading took, before the next: while texts are compared changes keep coming */
#define MOST_REST (2 * G_USEC_PER_SEC)
#define MOST_SPLICES 64   /* of single rows; more are replaced at once */

struct _CutClaimList
{
  GObject parent_instance;

  CutNotebook *notebook;     /* (owned) */
  GListStore *items;         /* (owned) (element-type CutClaimItem) */
  GHashTable *by_id;         /* (owned) (element-type utf8 CutClaimItem): borrowed from @items */
  GHashTable *names;         /* (owned) (element-type utf8 utf8): titles of the stories, by id */
  char *story;               /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  guint settle_id;
  gint64 began;              /* µs: when the reading under way did */
  gint64 rested;             /* µs: when the next one may */
  gboolean awake;
  gboolean loaded;
  gboolean stale;            /* something changed that was not read yet */
};

enum
{
  LOADED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The model. */

static GType
get_item_type (GListModel *model)
{
  return CUT_TYPE_CLAIM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (CUT_CLAIM_LIST (model)->items));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (CUT_CLAIM_LIST (model)->items), position);
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CutClaimList, cut_claim_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static void
items_changed_cb (CutClaimList *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Taking over what was read. */

static void
index_items (CutClaimList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CutClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_hash_table_insert (self->by_id, item->id, item);
    }
}

/* The rows as they are to be, newest first: known claims by the objects that stand for them. @changed gets those that show
 * something else. */
static GPtrArray *
merge (CutClaimList *self,
       GPtrArray    *standings,
       GHashTable   *changed)
{
  GPtrArray *merged = g_ptr_array_new_full (standings->len, g_object_unref);

  for (guint i = standings->len; i-- > 0;)
    {
      CutClaimStanding *standing = g_ptr_array_index (standings, i);
      CutClaimItem *known = g_hash_table_lookup (self->by_id, standing->id);

      if (known != NULL && cut_claim_item_take (known, standing, self->names))
        g_hash_table_add (changed, known);
      g_ptr_array_add (merged, known != NULL ? g_object_ref (known) : cut_claim_item_new (standing, self->names));
    }
  return merged;
}

static gboolean
holds (GListModel *model,
       guint       position,
       gpointer    item)
{
  g_autoptr (GObject) there = g_list_model_get_item (model, position);

  return there == item;
}

/* What stands where it stood before and behind the differences is left alone, so that the table does not move. */
static void
splice_difference (CutClaimList *self,
                   GPtrArray    *merged)
{
  GListModel *model = G_LIST_MODEL (self->items);
  guint old = g_list_model_get_n_items (model);
  guint head = 0;
  guint tail = 0;

  while (head < MIN (old, merged->len) && holds (model, head, g_ptr_array_index (merged, head)))
    head++;
  while (head + tail < MIN (old, merged->len) && holds (model, old - tail - 1, g_ptr_array_index (merged, merged->len - tail - 1)))
    tail++;
  if (old - head - tail > 0 || merged->len - head - tail > 0)
    g_list_store_splice (self->items, head, old - head - tail, merged->pdata + head, merged->len - head - tail);
}

static void
splice_changed (CutClaimList *self,
                GHashTable   *changed)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n && g_hash_table_size (changed) > 0; i++)
    {
      g_autoptr (CutClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_hash_table_remove (changed, item))
        g_list_store_splice (self->items, i, 1, (gpointer *) &item, 1);
    }
}

static void
take_standings (CutClaimList *self,
                GPtrArray    *standings)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) merged = merge (self, standings, changed);

  splice_difference (self, merged);
  if (g_hash_table_size (changed) > MOST_SPLICES)
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), merged->pdata, merged->len);
  else
    splice_changed (self, changed);
  index_items (self);
}

/* Reading. */

static void settle (CutClaimList *self);

/* What one reading found. */
typedef struct
{
  GPtrArray *standings; /* (owned) */
  GHashTable *names;    /* (owned) */
} Read;

static void
read_free (Read *read)
{
  g_ptr_array_unref (read->standings);
  g_hash_table_unref (read->names);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static GHashTable *
read_names (CutNotebook   *notebook,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_STORY);
  g_autoptr (GPtrArray) stories = cut_notebook_list (notebook, query, cancellable, error);
  GHashTable *names = stories != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;

  for (guint i = 0; names != NULL && i < stories->len; i++)
    {
      CutRecord *story = g_ptr_array_index (stories, i);

      g_hash_table_insert (names, g_strdup (cut_record_get_id (story)), cut_record_get_title (story));
    }
  return names;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *standings = cut_notebook_claim_standings (CUT_NOTEBOOK (source), task_data, cancellable, &error);
  GHashTable *names = standings != NULL ? read_names (CUT_NOTEBOOK (source), cancellable, &error) : NULL;
  Read *read;

  if (names == NULL)
    {
      g_clear_pointer (&standings, g_ptr_array_unref);
      g_task_return_error (task, error);
      return;
    }
  read = g_new0 (Read, 1);
  read->standings = standings;
  read->names = names;
  g_task_return_pointer (task, read, (GDestroyNotify) read_free);
}

static gboolean
same_names (GHashTable *a,
            GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, name;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (g_strcmp0 (g_hash_table_lookup (b, id), name) != 0)
      return FALSE;
  return TRUE;
}

/* The table of names stays the same one as long as the names do: rows know by it whether they show something else. */
static void
take_names (CutClaimList *self,
            GHashTable   *names)
{
  if (same_names (self->names, names))
    return;
  g_hash_table_unref (self->names);
  self->names = g_hash_table_ref (names);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutClaimList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Read) read = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean first = !self->loaded;

  if (self->notebook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (read == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  self->loaded = TRUE;
  take_names (self, read->names);
  take_standings (self, read->standings);
  self->rested = g_get_monotonic_time () + MIN (REST * (g_get_monotonic_time () - self->began), MOST_REST);
  if (first)
    g_signal_emit (self, signals[LOADED], 0);
  if (self->stale)
    settle (self);
}

static void
stop_reading (CutClaimList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_all (CutClaimList *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  stop_reading (self);
  self->stale = FALSE;
  self->began = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self->notebook, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (self->story), g_free);
  g_task_run_in_thread (task, read_thread);
}

static gboolean
settled_cb (gpointer user_data)
{
  CutClaimList *self = user_data;

  self->settle_id = 0;
  /* What is being read is shown first: else nothing would be, as long as changes keep coming. */
  if (self->cancellable == NULL && self->awake)
    read_all (self);
  return G_SOURCE_REMOVE;
}

static void
settle (CutClaimList *self)
{
  gint64 rest = self->rested - g_get_monotonic_time ();

  if (self->awake && self->settle_id == 0)
    self->settle_id = g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) (MAX (rest, 0) / 1000), settled_cb, self, NULL);
}

static void
changed_cb (CutClaimList *self,
            GPtrArray    *changes)
{
  self->stale = TRUE;
  settle (self);
}

/* The object. */

static void
cut_claim_list_dispose (GObject *object)
{
  CutClaimList *self = CUT_CLAIM_LIST (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  stop_reading (self);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_list_parent_class)->dispose (object);
}

static void
cut_claim_list_finalize (GObject *object)
{
  CutClaimList *self = CUT_CLAIM_LIST (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->names);
  g_object_unref (self->items);
  g_free (self->story);
  G_OBJECT_CLASS (cut_claim_list_parent_class)->finalize (object);
}

static void
cut_claim_list_class_init (CutClaimListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cut_claim_list_dispose;
  object_class->finalize = cut_claim_list_finalize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
cut_claim_list_init (CutClaimList *self)
{
  self->items = g_list_store_new (CUT_TYPE_CLAIM_ITEM);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (items_changed_cb), self);
}

CutClaimList *
cut_claim_list_new (CutNotebook *notebook)
{
  CutClaimList *self = g_object_new (CUT_TYPE_CLAIM_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  self->stale = TRUE;
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
cut_claim_list_set_story (CutClaimList *self,
                          const char   *story)
{
  g_return_if_fail (CUT_IS_CLAIM_LIST (self));

  if (g_strcmp0 (self->story, story) == 0)
    return;
  g_free (self->story);
  self->story = g_strdup (story);
  self->loaded = FALSE;
  self->stale = TRUE;
  if (self->awake)
    read_all (self);
}

const char *
cut_claim_list_get_story (CutClaimList *self)
{
  return self->story;
}

void
cut_claim_list_set_awake (CutClaimList *self,
                          gboolean      awake)
{
  g_return_if_fail (CUT_IS_CLAIM_LIST (self));

  self->awake = awake;
  if (awake && self->stale)
    read_all (self);
}

void
cut_claim_list_read_again (CutClaimList *self)
{
  read_all (self);
}

gboolean
cut_claim_list_is_loaded (CutClaimList *self)
{
  return self->loaded;
}

CutClaimItem *
cut_claim_list_find (CutClaimList *self,
                     const char   *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

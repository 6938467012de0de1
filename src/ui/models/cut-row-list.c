/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-row-list.h"

#include "cut-notebook-search.h"

#define PAGE 64          /* rows read at once: two screens */
#define SCREEN 24        /* rows of a list that stand before the order of all is read: as many as a tall window shows */
#define REST_MS 32       /* until then a frame has shown them: whoever shows a list makes 200 rows of a long one */
#define FIRST 10         /* rows of a search that come with its order: each takes a snippet */
#define FIRST_MS 12      /* of ranking, until the first rows of a search have to stand: less than a frame */
#define CACHE 1024       /* items kept that nobody holds */
#define SETTLE_MS 40     /* changes this near to one another are one */

struct _CutRowList
{
  GObject parent_instance;

  CutNotebook *notebook;      /* (owned) */
  CutQuery *query;            /* (owned) (nullable) */
  GArray *keys;               /* (owned) (element-type gint64): the order */
  GHashTable *items;          /* (owned): key → CutRowItem, those asked for */
  CutRowAsker *asker;         /* (owned): of the items */
  GHashTable *wanted;         /* (owned): numbers of the pages to read */
  GCancellable *ordering;     /* (owned) (nullable) */
  GCancellable *reading;      /* (owned): of the pages; renewed with each order */
  GError *error;              /* (owned) (nullable) */
  char *suggestion;           /* (owned) (nullable): nothing was found, but this would be */
  guint most_items;           /* before those that nobody holds are dropped */
  guint settle_source;
  guint page_source;
  guint rest_source;
  guint beginning;            /* how many rows the first step asked for; 0: all */
  gboolean anew;              /* the order on its way is another query's: all rows are others */
  gboolean partial;           /* what is there is the beginning of the order; the rest is on its way */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_N_ITEMS,
  N_PROPS,
};

enum
{
  REFRESHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CutRowList, cut_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
get_key (const GArray *keys,
         guint         position)
{
  return g_array_index (keys, gint64, position);
}

/* Pages. */

typedef struct
{
  CutRowList *list; /* (owned) */
  GArray *keys;     /* (owned) */
} Page;

static void
page_free (Page *page)
{
  g_object_unref (page->list);
  g_array_unref (page->keys);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Page) page = user_data;
  g_autoptr (GPtrArray) rows = cut_notebook_rows_for_keys_finish (CUT_NOTEBOOK (source), result, NULL);

  for (guint i = 0; rows != NULL && i < rows->len && i < page->keys->len; i++)
    {
      gint64 key = get_key (page->keys, i);
      CutRowItem *item = g_hash_table_lookup (page->list->items, &key);

      if (item != NULL && g_ptr_array_index (rows, i) != NULL)
        cut_row_item_set_row (item, g_ptr_array_index (rows, i));
    }
}

static void
read_rows (CutRowList *self,
           guint       first,
           guint       n)
{
  Page *page = g_new0 (Page, 1);

  page->list = g_object_ref (self);
  page->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (page->keys, &g_array_index (self->keys, gint64, first), n);
  cut_notebook_rows_for_keys_async (self->notebook, self->query, (const gint64 *) (gpointer) page->keys->data,
                                    page->keys->len, self->reading, page_read_cb, page);
}

static void
read_page (CutRowList *self,
           guint       number)
{
  guint first = number * PAGE;

  if (first < self->keys->len)
    read_rows (self, first, MIN (PAGE, self->keys->len - first));
}

static gboolean
read_pages_cb (gpointer user_data)
{
  CutRowList *self = user_data;
  GHashTableIter iter;
  gpointer number;

  self->page_source = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    read_page (self, GPOINTER_TO_UINT (number));
  g_hash_table_remove_all (self->wanted);
  return G_SOURCE_REMOVE;
}

static void
want_page (CutRowList *self,
           guint       position)
{
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (position / PAGE));
  if (self->page_source == 0)
    self->page_source = g_idle_add (read_pages_cb, self);
}

/* Nothing is read of an item that is no longer in the list, nor for a list that goes. */
static void
ask_cb (gpointer    list,
        CutRowItem *item)
{
  CutRowList *self = list;
  gint64 key = cut_row_item_get_key (item);
  guint position = cut_row_item_get_position (item);

  if (self->notebook != NULL && position < self->keys->len && get_key (self->keys, position) == key)
    want_page (self, position);
}

static gboolean
is_unused (gpointer key,
           gpointer item,
           gpointer user_data)
{
  return G_OBJECT (item)->ref_count == 1;
}

/* However many are held, each is looked at a few times only. */
static void
drop_unused (CutRowList *self)
{
  g_hash_table_foreach_remove (self->items, is_unused, NULL);
  self->most_items = CACHE + 2 * g_hash_table_size (self->items);
}

/* @all: also those whose rows are read */
static void
want_items_in_use (CutRowList *self,
                   gboolean    all)
{
  guint left;

  g_hash_table_foreach_remove (self->items, is_unused, NULL);
  left = g_hash_table_size (self->items);
  for (guint i = 0; i < self->keys->len && left > 0; i++)
    {
      gint64 key = get_key (self->keys, i);
      CutRowItem *item = g_hash_table_lookup (self->items, &key);

      if (item == NULL)
        continue;
      left--;
      cut_row_item_set_position (item, i);
      if (cut_row_item_is_wanted (item) && (all || cut_row_item_get_row (item) == NULL))
        want_page (self, i);
    }
}

/* The order. */

/* @key: is not there yet. Returns: (transfer none) */
static CutRowItem *
make_item (CutRowList *self,
           gint64      key)
{
  CutRowItem *item = cut_row_item_new (key, self->asker);

  g_hash_table_insert (self->items, (gpointer) cut_row_item_peek_key (item), item);
  return item;
}

/* @rows: (nullable): of the first of @keys. Whoever shows the list asks for these as soon as it hears of them. */
static void
make_items_anew (CutRowList *self,
                 GPtrArray  *rows)
{
  g_hash_table_remove_all (self->items);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      cut_row_item_set_row (make_item (self, get_key (self->keys, i)), g_ptr_array_index (rows, i));
}

/* Takes @keys. @completes: what was there is the beginning of the same order */
static void
take_keys (CutRowList *self,
           GArray     *keys,
           GPtrArray  *rows,
           gboolean    completes)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->keys);
  guint shorter = MIN (old->len, keys->len);
  guint head = 0;
  guint tail = 0;

  if (!self->anew)
    {
      while (head < shorter && get_key (old, head) == get_key (keys, head))
        head++;
      while (tail < shorter - head && get_key (old, old->len - 1 - tail) == get_key (keys, keys->len - 1 - tail))
        tail++;
    }
  self->keys = keys;
  if (self->anew)
    make_items_anew (self, rows);
  else
    want_items_in_use (self, !completes);
  self->anew = FALSE;
  if (old->len - head - tail > 0 || keys->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, keys->len - head - tail);
  if (old->len != keys->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Takes @keys and @error, of which one is there. */
static void
take_order (CutRowList *self,
            GArray     *keys,
            GPtrArray  *rows,
            GError     *error,
            gboolean    completes)
{
  g_clear_object (&self->ordering);
  g_clear_error (&self->error);
  self->error = error;
  self->partial = FALSE;
  take_keys (self, keys != NULL ? keys : g_array_new (FALSE, FALSE, sizeof (gint64)), rows, completes);
}

static void
tell_order (CutRowList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
take_answer (CutRowList   *self,
             GObject      *source,
             GAsyncResult *result,
             gboolean      completes)
{
  GError *error = NULL;
  GArray *keys = cut_notebook_keys_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }
  take_order (self, keys, NULL, error, completes);
  tell_order (self);
}

static void
ordered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutRowList) self = user_data;

  take_answer (self, source, result, FALSE);
}

/* What is in view stands before all is looked at: a search by how well it answers, and a list of a kind in an order that an index has. In
 * any other order the first page is known only when all is. */

static gboolean
is_of_a_kind (const CutQuery *query)
{
  return query->kind != CUT_KIND_NONE && query->trash == CUT_TRASH_EXCLUDED && query->linked == NULL && query->named == NULL
         && query->conditions->len == 0 && !query->contested && query->limit == 0 && query->offset == 0;
}

static gboolean
has_steps (const CutQuery *query)
{
  const char *order = query->order != NULL ? query->order : "relevance";
  gboolean relevance = g_str_equal (order, "relevance");

  if (query->match != NULL)
    return relevance;
  if (query->inbox)
    return is_of_a_kind (query) && (relevance || g_str_equal (order, "created"));
  return is_of_a_kind (query) && !g_str_equal (order, "status");
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CutRowList) self = user_data;

  take_answer (self, source, result, TRUE);
}

static gboolean
read_rest_cb (gpointer user_data)
{
  CutRowList *self = user_data;

  self->rest_source = 0;
  cut_notebook_keys_async (self->notebook, self->query, self->ordering, completed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
read_rest (CutRowList *self)
{
  self->partial = TRUE;
  self->ordering = g_cancellable_new ();
  if (self->query->match != NULL)
    read_rest_cb (self);
  else
    self->rest_source = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, read_rest_cb, self, NULL);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutRowList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutHits) hits = cut_notebook_search_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hits != NULL)
    {
      take_order (self, g_array_ref (hits->keys), hits->rows, NULL, FALSE);
      self->suggestion = g_steal_pointer (&hits->suggestion);
      if (hits->partial || (self->beginning > 0 && hits->keys->len == self->beginning))
        read_rest (self);
    }
  else
    {
      take_order (self, NULL, NULL, g_steal_pointer (&error), FALSE);
    }
  tell_order (self);
}

static void
read_beginning (CutRowList *self)
{
  g_autoptr (CutQuery) beginning = cut_query_copy (self->query);
  gboolean search = self->query->match != NULL;

  self->beginning = !has_steps (self->query) ? 0 : search ? PAGE : SCREEN;
  if (self->beginning > 0)
    {
      beginning->limit = self->beginning;
      beginning->most_ms = FIRST_MS;
    }
  g_clear_pointer (&self->suggestion, g_free);
  cut_notebook_search_async (self->notebook, beginning, search ? FIRST : SCREEN, self->ordering, begun_cb, g_object_ref (self));
}

static void
cancel_reading (CutRowList *self)
{
  if (self->ordering != NULL)
    g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
}

static void
read_order (CutRowList *self)
{
  cancel_reading (self);
  if (self->query == NULL)
    return;
  self->ordering = g_cancellable_new ();
  if (self->anew && (self->query->match != NULL || has_steps (self->query)))
    read_beginning (self);
  else
    cut_notebook_keys_async (self->notebook, self->query, self->ordering, ordered_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
settled_cb (gpointer user_data)
{
  CutRowList *self = user_data;

  self->settle_source = 0;
  read_order (self);
  return G_SOURCE_REMOVE;
}

/* GListModel. */

static GType
get_item_type (GListModel *model)
{
  return CUT_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CUT_ROW_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CutRowList *self = CUT_ROW_LIST (model);
  CutRowItem *item;
  gint64 key;

  if (position >= self->keys->len)
    return NULL;
  key = get_key (self->keys, position);
  item = g_hash_table_lookup (self->items, &key);
  if (item == NULL && g_hash_table_size (self->items) > self->most_items)
    drop_unused (self);
  if (item == NULL)
    item = make_item (self, key);
  cut_row_item_set_position (item, position);
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
cut_row_list_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CutRowList *self = CUT_ROW_LIST (object);

  if (prop_id == PROP_LOADING)
    g_value_set_boolean (value, cut_row_list_is_loading (self));
  else
    g_value_set_uint (value, self->keys->len);
}

static void
cut_row_list_dispose (GObject *object)
{
  CutRowList *self = CUT_ROW_LIST (object);

  cancel_reading (self);
  g_cancellable_cancel (self->reading);
  g_clear_handle_id (&self->page_source, g_source_remove);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_row_list_parent_class)->dispose (object);
}

static void
cut_row_list_finalize (GObject *object)
{
  CutRowList *self = CUT_ROW_LIST (object);

  g_clear_pointer (&self->query, cut_query_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->asker, cut_row_asker_leave);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_object (&self->reading);
  g_clear_error (&self->error);
  g_free (self->suggestion);
  G_OBJECT_CLASS (cut_row_list_parent_class)->finalize (object);
}

static void
cut_row_list_class_init (CutRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cut_row_list_get_property;
  object_class->dispose = cut_row_list_dispose;
  object_class->finalize = cut_row_list_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REFRESHED] = g_signal_new ("refreshed", CUT_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
cut_row_list_init (CutRowList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* The key stands in the item that is the value. */
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->most_items = CACHE;
  self->reading = g_cancellable_new ();
  self->asker = cut_row_asker_new (ask_cb, self);
}

CutRowList *
cut_row_list_new (CutNotebook *notebook)
{
  CutRowList *self = g_object_new (CUT_TYPE_ROW_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (cut_row_list_refresh), self, G_CONNECT_SWAPPED);
  return self;
}

void
cut_row_list_set_query (CutRowList     *self,
                        const CutQuery *query)
{
  g_return_if_fail (CUT_IS_ROW_LIST (self));

  g_clear_pointer (&self->query, cut_query_free);
  if (query != NULL)
    self->query = cut_query_copy (query);
  g_cancellable_cancel (self->reading);
  g_object_unref (self->reading);
  self->reading = g_cancellable_new ();
  g_hash_table_remove_all (self->wanted);
  self->anew = TRUE;
  read_order (self);
}

void
cut_row_list_refresh (CutRowList *self)
{
  g_return_if_fail (CUT_IS_ROW_LIST (self));

  if (self->settle_source == 0 && self->query != NULL)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

const CutQuery *
cut_row_list_get_query (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), NULL);

  return self->query;
}

gboolean
cut_row_list_is_loading (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), FALSE);

  return self->ordering != NULL;
}

gboolean
cut_row_list_is_partial (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), FALSE);

  return self->partial;
}

const char *
cut_row_list_get_suggestion (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), NULL);

  return self->suggestion;
}

const GError *
cut_row_list_get_error (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), NULL);

  return self->error;
}

CutNotebook *
cut_row_list_get_notebook (CutRowList *self)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self), NULL);

  return self->notebook;
}

gint64
cut_row_list_get_key (CutRowList *self,
                      guint       position)
{
  g_return_val_if_fail (CUT_IS_ROW_LIST (self) && position < self->keys->len, 0);

  return get_key (self->keys, position);
}

GtkBitset *
cut_row_list_find_keys (CutRowList   *self,
                        const GArray *keys)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *positions = gtk_bitset_new_empty ();

  g_return_val_if_fail (CUT_IS_ROW_LIST (self), positions);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (wanted, &g_array_index (keys, gint64, i));
  for (guint i = 0; i < self->keys->len && g_hash_table_size (wanted) > 0; i++)
    if (g_hash_table_remove (wanted, &g_array_index (self->keys, gint64, i)))
      gtk_bitset_add (positions, i);
  return positions;
}

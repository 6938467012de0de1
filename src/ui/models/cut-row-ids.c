/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-row-ids.h"

typedef struct
{
  GObject *owner;     /* (owned) */
  GPtrArray *items;   /* (owned) (element-type CutRowItem) */
  CutRowIds func;
  gpointer user_data;
  guint missing;
} Gathering;

static void
gathered (Gathering *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      CutRow *row = cut_row_item_get_row (g_ptr_array_index (self->items, i));

      g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->items, i), self);
      if (row != NULL)
        g_strv_builder_add (builder, cut_row_get_id (row));
    }
  ids = g_strv_builder_end (builder);
  if (ids[0] != NULL)
    self->func (self->owner, (const char *const *) ids, self->user_data);
  g_ptr_array_unref (self->items);
  g_object_unref (self->owner);
  g_free (self);
}

static void
row_read_cb (CutRowItem *item,
             GParamSpec *pspec,
             Gathering  *self)
{
  g_signal_handlers_disconnect_by_data (item, self);
  if (--self->missing == 0)
    gathered (self);
}

void
cut_row_ids_gather (CutRowList *list,
                    GtkBitset  *positions,
                    GObject    *owner,
                    CutRowIds   func,
                    gpointer    user_data)
{
  Gathering *self = g_new0 (Gathering, 1);

  self->owner = g_object_ref (owner);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->func = func;
  self->user_data = user_data;
  for (guint64 i = 0; i < gtk_bitset_get_size (positions); i++)
    {
      CutRowItem *item = g_list_model_get_item (G_LIST_MODEL (list), gtk_bitset_get_nth (positions, (guint) i));

      g_ptr_array_add (self->items, item);
      if (cut_row_item_get_row (item) != NULL)
        continue;
      self->missing++;
      g_signal_connect (item, "notify::row", G_CALLBACK (row_read_cb), self);
    }
  if (self->missing == 0)
    gathered (self);
}

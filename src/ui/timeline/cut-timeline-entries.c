/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-entries.h"

#include <string.h>

struct _CutTimelineEntry
{
  GObject parent_instance;

  CutTimeline *timeline; /* (owned) */
  const CutTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (CutTimelineEntry, cut_timeline_entry, G_TYPE_OBJECT)

static void
cut_timeline_entry_finalize (GObject *object)
{
  g_clear_pointer (&CUT_TIMELINE_ENTRY (object)->timeline, cut_timeline_unref);
  G_OBJECT_CLASS (cut_timeline_entry_parent_class)->finalize (object);
}

static void
cut_timeline_entry_class_init (CutTimelineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_timeline_entry_finalize;
}

static void
cut_timeline_entry_init (CutTimelineEntry *self)
{
}

const CutTimelineItem *
cut_timeline_entry_get_item (CutTimelineEntry *self)
{
  g_return_val_if_fail (CUT_IS_TIMELINE_ENTRY (self), NULL);

  return self->item;
}

struct _CutTimelineEntries
{
  GObject parent_instance;

  CutTimeline *timeline; /* (owned) (nullable) */
  GPtrArray *items;      /* (owned) (nullable) */
  GArray *places;        /* (owned) (nullable) */
};

static guint
count (CutTimelineEntries *self)
{
  if (self->items == NULL)
    return 0;
  return self->places != NULL ? self->places->len : self->items->len;
}

static GType
get_item_type (GListModel *model)
{
  return CUT_TYPE_TIMELINE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return count (CUT_TIMELINE_ENTRIES (model));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CutTimelineEntries *self = CUT_TIMELINE_ENTRIES (model);
  CutTimelineEntry *entry;

  if (position >= count (self))
    return NULL;
  entry = g_object_new (CUT_TYPE_TIMELINE_ENTRY, NULL);
  entry->timeline = cut_timeline_ref (self->timeline);
  entry->item = g_ptr_array_index (self->items, self->places != NULL ? g_array_index (self->places, guint, position) : position);
  return entry;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CutTimelineEntries, cut_timeline_entries, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cut_timeline_entries_finalize (GObject *object)
{
  CutTimelineEntries *self = CUT_TIMELINE_ENTRIES (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, cut_timeline_unref);
  G_OBJECT_CLASS (cut_timeline_entries_parent_class)->finalize (object);
}

static void
cut_timeline_entries_class_init (CutTimelineEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_timeline_entries_finalize;
}

static void
cut_timeline_entries_init (CutTimelineEntries *self)
{
}

CutTimelineEntries *
cut_timeline_entries_new (void)
{
  return g_object_new (CUT_TYPE_TIMELINE_ENTRIES, NULL);
}

static gboolean
is_same_array (const GArray *a,
               const GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

void
cut_timeline_entries_show (CutTimelineEntries *self,
                           CutTimeline        *timeline,
                           GPtrArray          *items,
                           GArray             *places)
{
  guint before;

  g_return_if_fail (CUT_IS_TIMELINE_ENTRIES (self));

  if (timeline == self->timeline && items == self->items && is_same_array (places, self->places))
    return;
  before = count (self);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, cut_timeline_unref);
  self->timeline = timeline != NULL ? cut_timeline_ref (timeline) : NULL;
  self->items = items != NULL ? g_ptr_array_ref (items) : NULL;
  self->places = places != NULL ? g_array_ref (places) : NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, count (self));
}

guint
cut_timeline_entries_find (CutTimelineEntries *self,
                           guint               place)
{
  g_return_val_if_fail (CUT_IS_TIMELINE_ENTRIES (self), G_MAXUINT);

  if (self->places == NULL)
    return place < count (self) ? place : G_MAXUINT;
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, guint, i) == place)
      return i;
  return G_MAXUINT;
}

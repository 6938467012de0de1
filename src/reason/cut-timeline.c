/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline.h"

G_DEFINE_BOXED_TYPE (CutTimeline, cut_timeline, cut_timeline_ref, cut_timeline_unref)

static const char *const kind_words[] = { "fact", "said", "published", "event", "relation" };

const char *
cut_timeline_kind_to_word (CutTimelineKind kind)
{
  return kind_words[kind];
}

CutTimelineRow
cut_timeline_kind_get_row (CutTimelineKind kind)
{
  if (kind == CUT_TIMELINE_SAID)
    return CUT_TIMELINE_ROW_SAID;
  return kind == CUT_TIMELINE_PUBLISHED ? CUT_TIMELINE_ROW_PUBLISHED : CUT_TIMELINE_ROW_HAPPENED;
}

static CutDate *
ref_date (const CutDate *date)
{
  return date != NULL ? cut_date_ref ((CutDate *) date) : NULL;
}

CutTimelineItem *
cut_timeline_item_new (CutTimelineKind  kind,
                       CutKind          object,
                       const char      *id,
                       const CutDate   *date,
                       const CutDate   *until)
{
  CutTimelineItem *self = g_new0 (CutTimelineItem, 1);

  self->kind = kind;
  self->object = object;
  self->id = g_strdup (id);
  self->date = ref_date (date);
  self->until = ref_date (until);
  if (kind == CUT_TIMELINE_RELATION && (date != NULL || until != NULL))
    self->span = cut_time_span_of_range (date, until);
  else if (date != NULL)
    self->span = until != NULL ? cut_time_span_of_range (date, until) : cut_time_span_of_date (date);
  return self;
}

void
cut_timeline_item_free (CutTimelineItem *self)
{
  g_clear_pointer (&self->date, cut_date_unref);
  g_clear_pointer (&self->until, cut_date_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->who);
  g_free (self->word);
  g_free (self->claim);
  g_free (self->clip);
  g_free (self->annotation);
  g_free (self->entity);
  g_free (self);
}

gboolean
cut_timeline_item_is_dated (const CutTimelineItem *self)
{
  return self->date != NULL || (self->kind == CUT_TIMELINE_RELATION && self->until != NULL);
}

CutDatePrecision
cut_timeline_item_get_precision (const CutTimelineItem *self)
{
  const CutDate *date = self->date != NULL ? self->date : self->until;

  return date != NULL ? cut_date_get_precision (date) : CUT_DATE_UNKNOWN;
}

/* The order. */

static int
compare_ties (const CutTimelineItem *a,
              const CutTimelineItem *b)
{
  return a->kind != b->kind ? (int) a->kind - (int) b->kind : g_strcmp0 (a->id, b->id);
}

static int
compare_dated (gconstpointer a,
               gconstpointer b)
{
  const CutTimelineItem *one = *(const CutTimelineItem *const *) a;
  const CutTimelineItem *other = *(const CutTimelineItem *const *) b;
  int order = cut_time_span_compare (&one->span, &other->span);

  return order != 0 ? order : compare_ties (one, other);
}

static int
compare_undated (gconstpointer a,
                 gconstpointer b)
{
  const CutTimelineItem *one = *(const CutTimelineItem *const *) a;
  const CutTimelineItem *other = *(const CutTimelineItem *const *) b;
  int order = one->kind != other->kind ? (int) one->kind - (int) other->kind : g_strcmp0 (one->title, other->title);

  return order != 0 ? order : compare_ties (one, other);
}

static void
measure_reach (CutTimeline *self)
{
  gint64 reach = G_MININT64;

  self->reach = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      reach = MAX (reach, ((const CutTimelineItem *) g_ptr_array_index (self->items, i))->span.end);
      g_array_append_val (self->reach, reach);
    }
}

CutTimeline *
cut_timeline_new (GPtrArray *items)
{
  CutTimeline *self = g_new0 (CutTimeline, 1);
  gsize n;
  g_autofree gpointer *stolen = g_ptr_array_steal (items, &n);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);
  self->undated = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (cut_timeline_item_is_dated (stolen[i]) ? self->items : self->undated, stolen[i]);
  g_ptr_array_unref (items);
  g_ptr_array_sort (self->items, compare_dated);
  g_ptr_array_sort (self->undated, compare_undated);
  measure_reach (self);
  return self;
}

CutTimeline *
cut_timeline_ref (CutTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_timeline_unref (CutTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->undated);
  g_array_unref (self->reach);
  g_free (self);
}

gboolean
cut_timeline_get_range (const CutTimeline *self,
                        gint64            *from,
                        gint64            *to)
{
  if (self->items->len == 0)
    return FALSE;
  *from = ((const CutTimelineItem *) g_ptr_array_index (self->items, 0))->span.start;
  *to = g_array_index (self->reach, gint64, self->reach->len - 1);
  return TRUE;
}

/* The first item whose end, or that of one before it, comes to @from. */
static guint
find_first (const CutTimeline *self,
            gint64             from)
{
  guint low = 0;
  guint high = self->reach->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reach, gint64, middle) < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
cut_timeline_list_within (const CutTimeline *self,
                          gint64             from,
                          gint64             to,
                          guint              kinds)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = find_first (self, from); i < self->items->len; i++)
    {
      const CutTimelineItem *item = g_ptr_array_index (self->items, i);

      if (item->span.start >= to)
        break;
      if ((kinds & (1u << item->kind)) && cut_time_span_meets (&item->span, from, to))
        g_array_append_val (places, i);
    }
  return places;
}

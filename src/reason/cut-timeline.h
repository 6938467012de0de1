/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"
#include "cut-time-span.h"

G_BEGIN_DECLS

/**
 * CutTimelineKind:
 * @CUT_TIMELINE_FACT: `fact`: when what a claim states is said to have been
 * @CUT_TIMELINE_SAID: `said`: when somebody said it
 * @CUT_TIMELINE_PUBLISHED: `published`: when a clip came out
 * @CUT_TIMELINE_EVENT: `event`: something that happened
 * @CUT_TIMELINE_RELATION: `relation`: from when to when two entities were tied to each other
 */
typedef enum
{
  CUT_TIMELINE_FACT,
  CUT_TIMELINE_SAID,
  CUT_TIMELINE_PUBLISHED,
  CUT_TIMELINE_EVENT,
  CUT_TIMELINE_RELATION,
  CUT_N_TIMELINE_KINDS,
} CutTimelineKind;

/** CutTimelineRow: the three dates of a story: when it was, when somebody said so, when that was published */
typedef enum
{
  CUT_TIMELINE_ROW_HAPPENED,
  CUT_TIMELINE_ROW_SAID,
  CUT_TIMELINE_ROW_PUBLISHED,
  CUT_N_TIMELINE_ROWS,
} CutTimelineRow;

/** cut_timeline_kind_to_word: Returns: (transfer none): such as `fact` */
const char *cut_timeline_kind_to_word (CutTimelineKind kind);
/** cut_timeline_kind_get_row: facts, events and relations are what happened */
CutTimelineRow cut_timeline_kind_get_row (CutTimelineKind kind);

/**
 * CutTimelineItem:
 * @kind: which date of it this is
 * @object, @id: the object that holds the date
 * @date: (nullable): as it is stored; %NULL where none is known
 * @until: (nullable): of a relation or an event: its end
 * @span: what @date and @until say; nothing where neither is known
 * @title: one line
 * @who: (nullable): who says so, or where it was published; %NULL where nobody may know or does
 * @word: (nullable): of what was said: the stance
 * @claim, @clip, @annotation, @entity: (nullable): ids of what can be opened
 */
typedef struct
{
  CutTimelineKind kind;
  CutKind object;
  char *id;
  CutDate *date;
  CutDate *until;
  CutTimeSpan span;
  char *title;
  char *who;
  char *word;
  char *claim;
  char *clip;
  char *annotation;
  char *entity;
} CutTimelineItem;

/** cut_timeline_item_new: @date, @until: (nullable); the other members are the caller's to fill. (transfer full) */
CutTimelineItem *cut_timeline_item_new (CutTimelineKind kind, CutKind object, const char *id, const CutDate *date, const CutDate *until);
void cut_timeline_item_free (CutTimelineItem *self);
gboolean cut_timeline_item_is_dated (const CutTimelineItem *self);
/** cut_timeline_item_get_precision: of a range: of its start where that is known, else of its end; %CUT_DATE_UNKNOWN of none */
CutDatePrecision cut_timeline_item_get_precision (const CutTimelineItem *self);

/**
 * CutTimeline:
 * @items: (element-type CutTimelineItem): with a date, earliest first
 * @undated: (element-type CutTimelineItem): without one, by kind and title: nothing is dropped and no day is invented
 * @reach: (element-type gint64): the latest end of the item at that place and all before it
 *
 * Immutable and reference-counted; any thread. The same items give the same timeline in whatever order they come.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *items;
  GPtrArray *undated;
  GArray *reach;
} CutTimeline;

#define CUT_TYPE_TIMELINE (cut_timeline_get_type ())
GType cut_timeline_get_type (void);

/** cut_timeline_new: @items: (transfer full) (element-type CutTimelineItem) with a free function */
CutTimeline *cut_timeline_new (GPtrArray *items);
CutTimeline *cut_timeline_ref (CutTimeline *self);
void cut_timeline_unref (CutTimeline *self);
/** cut_timeline_get_range: Returns: whether anything has a date; then @from and @to get the first and last moment, in milliseconds */
gboolean cut_timeline_get_range (const CutTimeline *self, gint64 *from, gint64 *to);
/** cut_timeline_list_within: @kinds: 1 << #CutTimelineKind each. Returns: (transfer full) (element-type guint): places in `items` of
 *   those of @kinds that meet [@from, @to), in milliseconds, in order */
GArray *cut_timeline_list_within (const CutTimeline *self, gint64 from, gint64 to, guint kinds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTimeline, cut_timeline_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTimelineItem, cut_timeline_item_free)

#define CUT_TIMELINE_ALL_KINDS ((1u << CUT_N_TIMELINE_KINDS) - 1)

G_END_DECLS

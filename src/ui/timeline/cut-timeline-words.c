/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-words.h"

#include <glib/gi18n-lib.h>

#include "cut-date-text.h"
#include "cut-vocab.h"

const char *
cut_timeline_row_get_label (CutTimelineRow row)
{
  switch ((int) row)
    {
    case CUT_TIMELINE_ROW_HAPPENED:
      /* Translators: the row of a timeline with what was the case, or took place */
      return C_("timeline", "Happened");
    case CUT_TIMELINE_ROW_SAID:
      return C_("timeline", "Said");
    default:
      return C_("timeline", "Published");
    }
}

const char *
cut_timeline_kind_get_label (CutTimelineKind kind)
{
  switch ((int) kind)
    {
    case CUT_TIMELINE_FACT:
      return C_("timeline", "Fact");
    case CUT_TIMELINE_SAID:
      return C_("timeline", "Said");
    case CUT_TIMELINE_PUBLISHED:
      return C_("timeline", "Published");
    case CUT_TIMELINE_EVENT:
      return C_("timeline", "Event");
    default:
      return C_("timeline", "Relation");
    }
}

/* Dates. */

static char *
format_instant (const CutDate *date)
{
  return cut_date_get_precision (date) == CUT_DATE_INSTANT ? cut_time_to_text (cut_date_get_sort_key (date)) : cut_date_to_text (date);
}

char *
cut_timeline_item_get_date_text (const CutTimelineItem *item)
{
  g_autofree char *from = item->date != NULL ? format_instant (item->date) : NULL;
  g_autofree char *until = item->until != NULL ? format_instant (item->until) : NULL;

  if (from != NULL && until != NULL)
    /* Translators: from one date to another: "2016 – May 2018" */
    return g_strdup_printf (C_("date", "%1$s – %2$s"), from, until);
  if (until != NULL)
    /* Translators: %s is a date: something ended then */
    return g_strdup_printf (C_("date", "until %s"), until);
  if (from != NULL && item->kind == CUT_TIMELINE_RELATION)
    /* Translators: %s is a date: something began then */
    return g_strdup_printf (C_("date", "since %s"), from);
  return g_strdup (from != NULL ? from : "");
}

/* Items. */

static char *
describe_saying (const CutTimelineItem *item)
{
  const char *stance = cut_vocab_get_label (CUT_VOCAB_STANCE, item->word);

  if (item->who == NULL)
    return g_strdup (stance);
  /* Translators: who has said something, and how that stands to the claim: "Jon Berg: denies" */
  return g_strdup_printf (C_("timeline", "%1$s: %2$s"), item->who, stance);
}

char *
cut_timeline_item_get_detail (const CutTimelineItem *item)
{
  const char *kind = cut_timeline_kind_get_label (item->kind);
  g_autofree char *saying = item->kind == CUT_TIMELINE_SAID && item->word != NULL ? describe_saying (item) : g_strdup (item->who);

  if (saying == NULL)
    return g_strdup (kind);
  /* Translators: the kind of a date on a timeline, and who it comes from: "Published · Evening Post" */
  return g_strdup_printf (C_("timeline", "%1$s · %2$s"), kind, saying);
}

char *
cut_timeline_item_describe (const CutTimelineItem *item)
{
  g_autofree char *detail = cut_timeline_item_get_detail (item);
  g_autofree char *date = cut_timeline_item_get_date_text (item);

  if (*date == '\0')
    /* Translators: read by a screen reader: the title of something on a timeline, its kind, and that it has no date */
    return g_strdup_printf (C_("timeline", "%1$s. %2$s. No date"), item->title, detail);
  /* Translators: read by a screen reader: the title of something on a timeline, its kind and its date */
  return g_strdup_printf (C_("timeline", "%1$s. %2$s. %3$s"), item->title, detail, date);
}

static char *
format_day (gint64 ms)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (ms / 1000 - (ms % 1000 < 0));

  return day != NULL ? g_date_time_format (day, C_("date", "%-d %b %Y")) : g_strdup ("");
}

char *
cut_timeline_mark_describe (const CutTimeline       *timeline,
                            const CutTimelineLayout *layout,
                            const CutTimelineMark   *mark)
{
  gint64 from = G_MAXINT64;
  gint64 to = G_MININT64;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (mark->n == 1)
    return cut_timeline_item_describe (g_ptr_array_index (timeline->items, mark->first));
  for (guint item = mark->first; item != G_MAXUINT; item = cut_timeline_layout_next (layout, item))
    {
      const CutTimeSpan *span = &((const CutTimelineItem *) g_ptr_array_index (timeline->items, item))->span;

      from = MIN (from, span->start);
      to = MAX (to, MAX (span->start, span->end - 1));
    }
  first = format_day (from);
  last = format_day (to);
  if (g_str_equal (first, last))
    /* Translators: how many things of one row of a timeline stand at one place, the row, and the day */
    return g_strdup_printf (ngettext ("%1$u item: %2$s, %3$s", "%1$u items: %2$s, %3$s", mark->n), mark->n,
                            cut_timeline_row_get_label ((CutTimelineRow) mark->row), first);
  /* Translators: how many things of one row of a timeline stand at one place, the row, and the first and last day */
  return g_strdup_printf (ngettext ("%1$u item: %2$s, %3$s – %4$s", "%1$u items: %2$s, %3$s – %4$s", mark->n), mark->n,
                          cut_timeline_row_get_label ((CutTimelineRow) mark->row), first, last);
}

/* The axis. */

static char *
format_moment (gint64      at,
               const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (at / 1000 - (at % 1000 < 0));
  char *text = moment != NULL ? g_date_time_format (moment, format) : NULL;

  return text != NULL ? text : g_strdup ("");
}

char *
cut_timeline_tick_get_label (CutTickUnit unit,
                             gint64      at)
{
  switch ((int) unit)
    {
    case CUT_TICK_YEAR:
      return format_moment (at, "%Y");
    case CUT_TICK_MONTH:
      /* Translators: a month on the axis of a timeline, as g_date_time_format() writes it: "Nov" */
      return format_moment (at, C_("date axis", "%b"));
    case CUT_TICK_DAY:
      /* Translators: a day of the month on the axis of a timeline, as g_date_time_format() writes it: "23" */
      return format_moment (at, C_("date axis", "%-d"));
    default:
      /* Translators: an hour on the axis of a timeline, as g_date_time_format() writes it: "09:00" */
      return format_moment (at, C_("date axis", "%H:%M"));
    }
}

char *
cut_timeline_tick_get_context (CutTickUnit unit,
                               gint64      at)
{
  switch ((int) unit)
    {
    case CUT_TICK_YEAR:
      return NULL;
    case CUT_TICK_MONTH:
      return format_moment (at, "%Y");
    case CUT_TICK_DAY:
      return format_moment (at, C_("date", "%B %Y"));
    default:
      /* Translators: the day that the hours on the axis of a timeline belong to, as g_date_time_format() writes it. They are hours of
         universal time, whatever the zone of the computer: "23 Nov 2018, UTC" */
      return format_moment (at, C_("date axis", "%-d %b %Y, UTC"));
    }
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-steps.h"

#include <math.h>

static const CutTimelineMark *
mark_at (const CutTimelineLayout *layout,
         guint                    place)
{
  return &g_array_index (layout->marks, CutTimelineMark, place);
}

guint
cut_timeline_step_along (const CutTimelineLayout *layout,
                         guint                    place,
                         int                      step)
{
  guint row = mark_at (layout, place)->row;

  if (step < 0)
    return place > layout->rows[row] ? place - 1 : G_MAXUINT;
  return place + 1 < layout->rows[row + 1] ? place + 1 : G_MAXUINT;
}

static double
measure_way (const CutTimelineLayout *layout,
             guint                    one,
             guint                    other)
{
  const CutTimelineMark *from = mark_at (layout, one);
  const CutTimelineMark *to = mark_at (layout, other);

  return fabs (from->x0 + from->x1 - to->x0 - to->x1);
}

guint
cut_timeline_step_across (const CutTimelineLayout *layout,
                          guint                    place,
                          int                      step)
{
  guint best = G_MAXUINT;

  for (int row = (int) mark_at (layout, place)->row + step; best == G_MAXUINT && row >= 0 && row < CUT_N_TIMELINE_ROWS; row += step)
    for (guint i = layout->rows[row]; i < layout->rows[row + 1]; i++)
      if (best == G_MAXUINT || measure_way (layout, place, i) < measure_way (layout, place, best))
        best = i;
  return best;
}

guint
cut_timeline_step_into (const CutTimelineLayout *layout,
                        double                   from,
                        double                   to)
{
  for (guint row = 0; row < CUT_N_TIMELINE_ROWS; row++)
    {
      guint place = cut_timeline_layout_find (layout, (CutTimelineRow) row, from);

      if (place < layout->rows[row + 1] && mark_at (layout, place)->x0 <= to)
        return place;
    }
  return layout->marks->len > 0 ? 0 : G_MAXUINT;
}

gboolean
cut_timeline_mark_parts (const CutTimeline       *timeline,
                         const CutTimelineLayout *layout,
                         const CutTimelineMark   *mark,
                         gint64                  *from,
                         gint64                  *to)
{
  const CutTimeSpan *first = &((const CutTimelineItem *) g_ptr_array_index (timeline->items, mark->first))->span;
  gboolean several = FALSE;

  *from = first->start;
  *to = first->end;
  for (guint item = mark->first; item != G_MAXUINT; item = cut_timeline_layout_next (layout, item))
    {
      const CutTimeSpan *span = &((const CutTimelineItem *) g_ptr_array_index (timeline->items, item))->span;

      several = several || cut_time_span_compare (span, first) != 0;
      *from = MIN (*from, span->start);
      *to = MAX (*to, span->end);
    }
  return several;
}

/* By when they are, not where: decades in view, weeks are less than a mark is wide. */
guint
cut_timeline_step_to_end (const CutTimeline       *timeline,
                          const CutTimelineLayout *layout,
                          gboolean                 last)
{
  guint best = G_MAXUINT;
  gint64 best_time = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      gint64 from, to, time;

      cut_timeline_mark_parts (timeline, layout, mark_at (layout, i), &from, &to);
      time = last ? to : -from;
      if (best == G_MAXUINT || time > best_time)
        {
          best = i;
          best_time = time;
        }
    }
  return best;
}

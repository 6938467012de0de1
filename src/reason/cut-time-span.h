/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/**
 * CutTimeSpan:
 * @start: first moment, in milliseconds since 1970-01-01 UTC
 * @end: the moment after the last one; @start itself for an instant
 * @open_start: it was some time before @end, nobody knows when
 * @open_end: it was some time after @start, nobody knows when; or it goes on
 * @about: neither end is exact
 *
 * What a date says about when, and no more than that: a month is all its days, “before 2018” ends where 2018 begins and
 * “after 2018” begins where 2018 ends. A day without a zone is that of UTC.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  gboolean open_start;
  gboolean open_end;
  gboolean about;
} CutTimeSpan;

/** cut_time_span_of_date: where the form of the value and its precision differ, the coarser one counts */
CutTimeSpan cut_time_span_of_date (const CutDate *date);

/**
 * cut_time_span_of_range:
 * @from, @to: (nullable): not both %NULL
 *
 * From the beginning of @from to the end of @to, whichever of them is earlier; open where one is not known.
 */
CutTimeSpan cut_time_span_of_range (const CutDate *from, const CutDate *to);

/** cut_time_span_compare: by what is known first: their start, then “before” before “on” before “after”, then their end */
int cut_time_span_compare (const CutTimeSpan *a, const CutTimeSpan *b);

/** cut_time_span_meets: Returns: whether any of it lies in [@from, @to), in milliseconds; an open end does not count */
gboolean cut_time_span_meets (const CutTimeSpan *self, gint64 from, gint64 to);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CutDatePrecision:
 *
 * How exactly a date is known; the words of `domain.md`. `before`, `after` and
 * `about` qualify the value they stand with.
 */
typedef enum
{
  CUT_DATE_UNKNOWN,
  CUT_DATE_INSTANT,
  CUT_DATE_DAY,
  CUT_DATE_MONTH,
  CUT_DATE_YEAR,
  CUT_DATE_BEFORE,
  CUT_DATE_AFTER,
  CUT_DATE_ABOUT,
} CutDatePrecision;

#define CUT_TYPE_DATE (cut_date_get_type ())

/**
 * CutDate:
 *
 * An immutable, reference-counted date: a value as ISO 8601 wrote it (the zone
 * of an instant is kept, a missing time is never invented), its precision, and
 * where it was found. Safe to share between threads.
 */
typedef struct _CutDate CutDate;

GType cut_date_get_type (void);

/**
 * cut_date_new:
 * @value: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO 8601 instant; anything GLib reads as one
 * @precision: %CUT_DATE_UNKNOWN to take the one the value's form implies
 * @origin: (nullable): where it came from (`json-ld`, `meta`, `user`, …)
 * @error: return location; %CUT_ERROR_INPUT when @value is no date
 *
 * A time without a zone is kept as `YYYY-MM-DDTHH:MM[:SS]`, still an instant.
 *
 * Returns: (transfer full) (nullable): the date
 */
CutDate *cut_date_new (const char        *value,
                       CutDatePrecision   precision,
                       const char        *origin,
                       GError           **error);
CutDate *cut_date_ref (CutDate *self);
void cut_date_unref (CutDate *self);

const char *cut_date_get_value (const CutDate *self);
CutDatePrecision cut_date_get_precision (const CutDate *self);

/** cut_date_get_origin: Returns: (nullable) */
const char *cut_date_get_origin (const CutDate *self);

/**
 * cut_date_get_sort_key:
 *
 * Returns: milliseconds since 1970-01-01 UTC of the earliest moment the value
 *   can mean (a value without a zone counts as UTC)
 */
gint64 cut_date_get_sort_key (const CutDate *self);

gboolean cut_date_equal (const CutDate *a, const CutDate *b);

/** cut_date_precision_to_word: Returns: (transfer none): the stored word, such as `day` */
const char *cut_date_precision_to_word (CutDatePrecision precision);

/** cut_date_precision_from_word: Returns: %CUT_DATE_UNKNOWN for an unknown word */
CutDatePrecision cut_date_precision_from_word (const char *word);

/**
 * cut_time_format:
 * @ms: milliseconds since 1970-01-01 UTC
 *
 * Returns: (transfer full): `2018-11-23T09:12:00.123Z`
 */
char *cut_time_format (gint64 ms);

/** cut_time_parse: Returns: whether @iso is an ISO 8601 instant; @ms gets it */
gboolean cut_time_parse (const char *iso, gint64 *ms);

/** cut_time_now: Returns: milliseconds since 1970-01-01 UTC */
gint64 cut_time_now (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutDate, cut_date_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"

struct _CutDate
{
  gatomicrefcount ref_count;
  CutDatePrecision precision;
  gint64 sort_key;
  char *value;
  char *origin;
};

G_DEFINE_BOXED_TYPE (CutDate, cut_date, cut_date_ref, cut_date_unref)

static const char *const precision_words[] = {
  [CUT_DATE_UNKNOWN] = "unknown", [CUT_DATE_INSTANT] = "instant", [CUT_DATE_DAY] = "day",
  [CUT_DATE_MONTH] = "month",     [CUT_DATE_YEAR] = "year",       [CUT_DATE_BEFORE] = "before",
  [CUT_DATE_AFTER] = "after",     [CUT_DATE_ABOUT] = "about",
};

/* Reads @n digits at @text; -1 when one of them is none. */
static int
read_digits (const char *text,
             int         n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

static gint64
sort_key_of (GDateTime *moment)
{
  return g_date_time_to_unix (moment) * 1000 + g_date_time_get_microsecond (moment) / 1000;
}

/* `YYYY`, `YYYY-MM` and `YYYY-MM-DD`; what is longer is an instant. */
static GDateTime *
parse_calendar (const char       *value,
                CutDatePrecision *implied)
{
  gsize length = strlen (value);
  int year = length >= 4 ? read_digits (value, 4) : -1;
  int month = 1;
  int day = 1;

  if (year < 1 || (length != 4 && length != 7 && length != 10))
    return NULL;
  *implied = CUT_DATE_YEAR;
  if (length >= 7)
    {
      month = value[4] == '-' ? read_digits (value + 5, 2) : -1;
      *implied = CUT_DATE_MONTH;
    }
  if (length == 10)
    {
      day = value[7] == '-' ? read_digits (value + 8, 2) : -1;
      *implied = CUT_DATE_DAY;
    }
  return month > 0 && day > 0 ? g_date_time_new_utc (year, month, day, 0, 0, 0) : NULL;
}

static GDateTime *
parse_instant (const char       *value,
               CutDatePrecision *implied)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *padded = NULL;
  GDateTime *moment;

  *implied = CUT_DATE_INSTANT;
  moment = g_date_time_new_from_iso8601 (value, utc);
  if (moment != NULL)
    return moment;
  /* GLib wants seconds; many pages write only hours and minutes. */
  if (strlen (value) >= 16 && value[13] == ':' && value[16] != ':')
    {
      padded = g_strdup_printf ("%.16s:00%s", value, value + 16);
      moment = g_date_time_new_from_iso8601 (padded, utc);
    }
  return moment;
}

CutDate *
cut_date_new (const char        *value,
              CutDatePrecision   precision,
              const char        *origin,
              GError           **error)
{
  CutDatePrecision implied = CUT_DATE_UNKNOWN;
  g_autofree char *clean = g_strstrip (g_strdup (value != NULL ? value : ""));
  g_autoptr (GDateTime) moment = NULL;
  CutDate *self;

  if (strlen (clean) <= 40)
    {
      moment = parse_calendar (clean, &implied);
      if (moment == NULL)
        moment = parse_instant (clean, &implied);
    }
  if (moment == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
                   _("“%.40s” is not a date; write it as 2018-11-23, 2018-11 or 2018"), clean);
      return NULL;
    }

  self = g_new0 (CutDate, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->value = g_steal_pointer (&clean);
  self->precision = precision != CUT_DATE_UNKNOWN ? precision : implied;
  self->sort_key = sort_key_of (moment);
  self->origin = g_strdup (origin);
  return self;
}

CutDate *
cut_date_ref (CutDate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_date_unref (CutDate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->value);
  g_free (self->origin);
  g_free (self);
}

const char *
cut_date_get_value (const CutDate *self)
{
  return self->value;
}

CutDatePrecision
cut_date_get_precision (const CutDate *self)
{
  return self->precision;
}

const char *
cut_date_get_origin (const CutDate *self)
{
  return self->origin;
}

gint64
cut_date_get_sort_key (const CutDate *self)
{
  return self->sort_key;
}

gboolean
cut_date_equal (const CutDate *a,
                const CutDate *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->precision == b->precision && g_str_equal (a->value, b->value) &&
         g_strcmp0 (a->origin, b->origin) == 0;
}

const char *
cut_date_precision_to_word (CutDatePrecision precision)
{
  return precision_words[precision];
}

CutDatePrecision
cut_date_precision_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (precision_words); i++)
    if (g_strcmp0 (word, precision_words[i]) == 0)
      return (CutDatePrecision) i;
  return CUT_DATE_UNKNOWN;
}

char *
cut_time_format (gint64 ms)
{
  gint64 second = ms / 1000 - (ms % 1000 < 0);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (second);
  g_autofree char *base = NULL;

  if (moment == NULL)
    return g_strdup ("1970-01-01T00:00:00.000Z");
  /* "%Y" would write the year 625 with three digits, which is no ISO 8601. */
  base = g_date_time_format (moment, "-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%04d%s.%03dZ", g_date_time_get_year (moment), base, (int) (ms - second * 1000));
}

gboolean
cut_time_parse (const char *iso,
                gint64     *ms)
{
  g_autoptr (GDateTime) moment = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  if (moment == NULL)
    return FALSE;
  *ms = sort_key_of (moment);
  return TRUE;
}

gint64
cut_time_now (void)
{
  return g_get_real_time () / 1000;
}

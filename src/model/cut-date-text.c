/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-date-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-direction.h"

/* Returns: (transfer full): the value as far as its digits go */
static char *
format_value (const CutDate *date)
{
  const char *value = cut_date_get_value (date);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (cut_date_get_sort_key (date) / 1000);

  if (when == NULL || strlen (value) <= 4)
    return g_strdup (value);
  if (strlen (value) <= 7)
    /* Translators: a month of a year, as g_date_time_format() writes it: "November 2018" */
    return g_date_time_format (when, C_("date", "%B %Y"));
  if (cut_date_get_precision (date) == CUT_DATE_INSTANT)
    {
      g_autoptr (GDateTime) zoned = g_date_time_new_from_iso8601 (value, NULL);

      /* Translators: the day an article was published: "23 Nov 2018" */
      return g_date_time_format (zoned != NULL ? zoned : when, C_("date", "%-d %b %Y"));
    }
  return g_date_time_format (when, C_("date", "%-d %b %Y"));
}

/* Months in letters from right to left stay together within a sentence from left to right, and the other way round. */
static char *
isolate (char *text)
{
  gboolean letters = FALSE;
  g_autofree char *plain = text;

  for (const char *c = text; *c != '\0' && !letters; c = g_utf8_next_char (c))
    letters = cut_char_is_rtl (g_utf8_get_char (c));
  return letters ? g_strconcat ("\342\201\250", plain, "\342\201\251", NULL) : g_steal_pointer (&plain);
}

char *
cut_date_to_text (const CutDate *date)
{
  g_autofree char *text = NULL;

  if (date == NULL)
    return NULL;
  text = isolate (format_value (date));
  switch ((int) cut_date_get_precision (date))
    {
    case CUT_DATE_BEFORE:
      /* Translators: %s is a date */
      return g_strdup_printf (C_("date", "before %s"), text);
    case CUT_DATE_AFTER:
      /* Translators: %s is a date */
      return g_strdup_printf (C_("date", "after %s"), text);
    case CUT_DATE_ABOUT:
      /* Translators: %s is a date */
      return g_strdup_printf (C_("date", "about %s"), text);
    default:
      return g_steal_pointer (&text);
    }
}

char *
cut_time_to_text (gint64 ms)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (ms / 1000);

  if (when == NULL)
    return g_strdup ("");
  /* Translators: a day and a time of day: "23 Nov 2018, 09:12" */
  return isolate (g_date_time_format (when, C_("date", "%-d %b %Y, %H:%M")));
}

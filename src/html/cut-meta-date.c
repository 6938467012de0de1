/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-meta-date.h"

#include <stdlib.h>
#include <string.h>

/* The web began; a year from now is no publication date. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* Months by the first letters that tell them apart, twelve to a language, folded to lower case
 * without regard to endings. */
static const char *const months[][12] = {
  { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" },
  { "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez" },
  { "janv", "févr", "mars", "avri", "mai", "juin", "juil", "août", "sept", "octo", "nove", "déce" },
  { "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic" },
  { "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic" },
  { "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez" },
  { "jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec" },
};

typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  char zone[8];
} Parts;

static int
month_of (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (gsize language = 0; language < G_N_ELEMENTS (months); language++)
    for (int month = 0; month < 12; month++)
      if (g_str_has_prefix (lower, months[language][month]))
        return month + 1;
  return 0;
}

static gboolean
is_plausible (const Parts *parts)
{
  return parts->year >= FIRST_YEAR && parts->year <= LAST_YEAR && parts->month >= 1
         && parts->month <= 12 && parts->day >= 1
         && g_date_valid_dmy (parts->day, parts->month, parts->year);
}

static CutDate *
build (const Parts *parts, const char *origin)
{
  g_autofree char *value = NULL;

  if (!is_plausible (parts))
    return NULL;
  if (parts->hour < 0)
    value = g_strdup_printf ("%04d-%02d-%02d", parts->year, parts->month, parts->day);
  else if (parts->hour > 23 || parts->minute > 59 || parts->second > 60)
    return NULL;
  else if (parts->second < 0)
    value = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d%s", parts->year, parts->month, parts->day,
                             parts->hour, parts->minute, parts->zone);
  else
    value = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", parts->year, parts->month,
                             parts->day, parts->hour, parts->minute, parts->second, parts->zone);
  return cut_date_new (value, CUT_DATE_UNKNOWN, origin, NULL);
}

/* Reads "+0100", "+01:00", "Z", "GMT", "UTC". */
static void
read_zone (const char *at, Parts *parts)
{
  while (*at == ' ')
    at++;
  if (*at == 'Z' || g_str_has_prefix (at, "GMT") || g_str_has_prefix (at, "UTC"))
    g_strlcpy (parts->zone, "Z", sizeof parts->zone);
  else if ((*at == '+' || *at == '-') && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    {
      const char *rest = at[3] == ':' ? at + 4 : at + 3;
      gboolean has_minutes = g_ascii_isdigit (rest[0]) && g_ascii_isdigit (rest[0] ? rest[1] : 0);

      g_snprintf (parts->zone, sizeof parts->zone, "%.3s:%.2s", at, has_minutes ? rest : "00");
    }
}

static gboolean
read_two (const char **at, int *number)
{
  if (!g_ascii_isdigit ((*at)[0]))
    return FALSE;
  *number = (*at)[0] - '0';
  (*at)++;
  if (g_ascii_isdigit ((*at)[0]))
    {
      *number = *number * 10 + ((*at)[0] - '0');
      (*at)++;
    }
  return TRUE;
}

/* Finds "15:04", "15:04:05", "3:04 pm" in @text. */
static void
read_time (const char *text, Parts *parts)
{
  for (const char *at = strchr (text, ':'); at != NULL; at = strchr (at + 1, ':'))
    {
      const char *start = at;
      int hour, minute;

      while (start > text && at - start < 2 && g_ascii_isdigit (start[-1]))
        start--;
      if (start == at || !read_two (&start, &hour))
        continue;
      at++;
      if (!read_two (&at, &minute))
        return;
      parts->hour = hour;
      parts->minute = minute;
      if (*at == ':' && g_ascii_isdigit (at[1]))
        {
          at++;
          read_two (&at, &parts->second);
        }
      if (*at == '.')
        at += 1 + strspn (at + 1, "0123456789");
      while (*at == ' ')
        at++;
      if (g_ascii_strncasecmp (at, "pm", 2) == 0 || g_ascii_strncasecmp (at, "p.m", 3) == 0)
        parts->hour = hour % 12 + 12;
      else if (g_ascii_strncasecmp (at, "am", 2) == 0 || g_ascii_strncasecmp (at, "a.m", 3) == 0)
        parts->hour = hour % 12;
      read_zone (at, parts);
      return;
    }
}

/* "2017-11-24…", "2017/11/24", "2017.11.24", "20171124" */
static const char *
read_year_first (const char *text, Parts *parts)
{
  char year[5] = "";
  const char *at = text + 4;

  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (year[i] = text[i]))
      return NULL;
  parts->year = atoi (year);
  if (*at != '-' && *at != '/' && *at != '.')
    {
      if (strspn (text, "0123456789") != 8)
        return NULL;
      parts->month = (text[4] - '0') * 10 + text[5] - '0';
      parts->day = (text[6] - '0') * 10 + text[7] - '0';
      return text + 8;
    }
  at++;
  if (!read_two (&at, &parts->month) || (*at != '-' && *at != '/' && *at != '.'))
    return NULL;
  at++;
  return read_two (&at, &parts->day) ? at : NULL;
}

/* "24.11.2017" (dots: the day comes first everywhere); "24/11/2017" and "11/24/2017" where one
 * of the two cannot be a month. */
static const char *
read_figures (const char *text, Parts *parts)
{
  const char *at = text + strcspn (text, "0123456789");
  int first = 0;
  int second = 0;
  char mark;

  if (!read_two (&at, &first) || (*at != '.' && *at != '/'))
    return NULL;
  mark = *at++;
  if (!read_two (&at, &second) || *at++ != mark || strspn (at, "0123456789") != 4)
    return NULL;
  if (mark == '/' && first <= 12 && second <= 12 && first != second)
    return NULL;
  parts->day = mark == '/' && second > 12 ? second : first;
  parts->month = mark == '/' && second > 12 ? first : second;
  parts->year = atoi (at);
  return at + 4;
}

/* "24 November 2017", "November 24, 2017", "24. November 2017", "Fri, 24 Nov 2017" */
static const char *
read_words (const char *text, Parts *parts)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.\t\n/-", 24);
  const char *after = NULL;

  for (char **word = words; *word != NULL; word++)
    {
      gsize digits = strspn (*word, "0123456789");
      const char *rest = *word + digits;

      if (digits == 4 && parts->month > 0 && parts->day > 0)
        {
          parts->year = atoi (*word);
          after = strstr (text, *word) + 4;
          break;
        }
      if (digits >= 1 && digits <= 2 && *rest != ':' && parts->day == 0)
        parts->day = atoi (*word);
      else if (digits == 0 && parts->month == 0)
        parts->month = month_of (*word);
    }
  return after;
}

static CutDate *
from_number (const char *text, const char *origin)
{
  gsize digits = strspn (text, "0123456789");
  gint64 value;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;

  if (text[digits] != '\0' || (digits != 10 && digits != 13))
    return NULL;
  value = g_ascii_strtoll (text, NULL, 10);
  moment = g_date_time_new_from_unix_utc (digits == 13 ? value / 1000 : value);
  iso = moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  return iso ? cut_date_new (iso, CUT_DATE_UNKNOWN, origin, NULL) : NULL;
}

static CutDate *
from_iso (const char *text, const char *origin)
{
  g_autoptr (CutDate) date = NULL;
  char year[5] = "";

  if (strlen (text) < 10 || (text[10] != '\0' && text[10] != 'T'))
    return NULL;
  memcpy (year, text, 4);
  date = cut_date_new (text, CUT_DATE_UNKNOWN, origin, NULL);
  if (date == NULL || atoi (year) < FIRST_YEAR || atoi (year) > LAST_YEAR)
    return NULL;
  return g_steal_pointer (&date);
}

CutDate *
cut_meta_date_parse (const char *text, const char *origin)
{
  Parts parts = { 0, 0, 0, -1, -1, -1, "" };
  g_autofree char *clean = NULL;
  CutDate *date;
  const char *after;

  if (text == NULL)
    return NULL;
  clean = g_strstrip (g_strndup (text, 120));
  if (!g_utf8_validate (clean, -1, NULL))
    return NULL;
  date = from_number (clean, origin);
  if (date == NULL)
    date = from_iso (clean, origin);
  if (date != NULL)
    return date;
  after = read_year_first (clean, &parts);
  if (after == NULL)
    {
      parts = (Parts){ 0, 0, 0, -1, -1, -1, "" };
      after = read_figures (clean, &parts);
    }
  if (after == NULL)
    {
      parts = (Parts){ 0, 0, 0, -1, -1, -1, "" };
      after = read_words (clean, &parts);
    }
  if (after == NULL)
    return NULL;
  read_time (after, &parts);
  return build (&parts, origin);
}

CutDate *
cut_meta_date_from_url (const char *url)
{
  for (const char *at = url ? strchr (url, '/') : NULL; at != NULL; at = strchr (at + 1, '/'))
    {
      Parts parts = { 0, 0, 0, -1, -1, -1, "" };
      const char *after = strlen (at) > 8 ? read_year_first (at + 1, &parts) : NULL;

      if (after != NULL && (*after == '/' || *after == '-' || *after == '\0')
          && is_plausible (&parts))
        return build (&parts, "address");
    }
  return NULL;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clock.h"

#include <string.h>

/* Between a date and its time stands no more than this, and no long word. */
#define MAX_GAP 24
#define MAX_GAP_LETTERS 4
#define BEFORE 32

typedef struct
{
  const char *name;
  const char *zone;
} Zone;

/* Names that mean one offset wherever they are used. */
static const Zone zones[]
    = { { "GMT", "Z" },       { "UTC", "Z" },       { "EST", "-05:00" },  { "EDT", "-04:00" },
        { "CDT", "-05:00" },  { "MDT", "-06:00" },  { "MST", "-07:00" },  { "PST", "-08:00" },
        { "PDT", "-07:00" },  { "CEST", "+02:00" }, { "CET", "+01:00" },  { "MESZ", "+02:00" },
        { "MEZ", "+01:00" },  { "BST", "+01:00" },  { "EEST", "+03:00" }, { "EET", "+02:00" },
        { "AEST", "+10:00" }, { "AEDT", "+11:00" }, { "NZST", "+12:00" }, { "NZDT", "+13:00" },
        { "JST", "+09:00" },  { "Z", "Z" } };

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
  return !g_ascii_isdigit ((*at)[0]);
}

static void
read_zone (const char *at, CutClock *clock)
{
  at += strspn (at, " (");
  if (g_str_has_prefix (at, "GMT+") || g_str_has_prefix (at, "GMT-")
      || g_str_has_prefix (at, "UTC+") || g_str_has_prefix (at, "UTC-"))
    at += 3;
  if ((*at == '+' || *at == '-') && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    {
      const char *rest = at[3] == ':' ? at + 4 : at + 3;
      gboolean has_minutes = g_ascii_isdigit (rest[0]) && g_ascii_isdigit (rest[0] ? rest[1] : 0);

      g_snprintf (clock->zone, sizeof clock->zone, "%.3s:%.2s", at, has_minutes ? rest : "00");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_str_has_prefix (at, zones[i].name) && !g_ascii_isalnum (at[strlen (zones[i].name)]))
      {
        g_strlcpy (clock->zone, zones[i].zone, sizeof clock->zone);
        return;
      }
}

static gboolean
has_prefix (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* Returns: (nullable): what stands behind "am" or "pm", if one does; @hour counts to 24 then */
static const char *
read_half (const char *at, int *hour)
{
  at += strspn (at, " ");
  if (!has_prefix (at, "pm") && !has_prefix (at, "p.m") && !has_prefix (at, "am")
      && !has_prefix (at, "a.m"))
    return NULL;
  if (*hour < 1 || *hour > 12)
    return at;
  *hour = *hour % 12 + (g_ascii_tolower (*at) == 'p' ? 12 : 0);
  return at + (at[1] == '.' ? 3 : 2) + (at[1] == '.' && at[3] == '.');
}

/* "15:04", "15:04:05.678", "3:04 pm", "3 pm", "18h07", "18h", "18.07 Uhr" */
static gboolean
read_clock (const char *at, CutClock *clock)
{
  CutClock found = { -1, 0, -1, "" };
  const char *after;

  if (!read_two (&at, &found.hour))
    return FALSE;
  if (*at == ':' && g_ascii_isdigit (at[1]))
    {
      at++;
      if (!read_two (&at, &found.minute))
        return FALSE;
      if (*at == ':' && g_ascii_isdigit (at[1]))
        {
          at++;
          read_two (&at, &found.second);
        }
      if (*at == '.')
        at += 1 + strspn (at + 1, "0123456789");
    }
  else if (*at == 'h' && !g_ascii_isalpha (at[1]))
    {
      at++;
      read_two (&at, &found.minute);
    }
  else if (*at == '.' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2])
           && has_prefix (at + 3, " uhr"))
    {
      at++;
      read_two (&at, &found.minute);
    }
  else if (read_half (at, &found.hour) == NULL)
    return FALSE;
  after = read_half (at, &found.hour);
  read_zone (after ? after : at, &found);
  if (found.hour > 23 || found.minute > 59 || found.second > 60)
    return FALSE;
  *clock = found;
  return TRUE;
}

static gboolean
read_behind (const char *at, CutClock *clock)
{
  guint letters = 0;

  for (guint i = 0; i < MAX_GAP && *at != '\0' && !g_ascii_isdigit (*at); i++, at++)
    {
      letters = g_ascii_isalpha (*at) || (guchar) *at >= 0x80 ? letters + 1 : 0;
      if (letters > MAX_GAP_LETTERS)
        return FALSE;
    }
  return read_clock (at, clock);
}

static gboolean
read_before (const char *text, const char *date, CutClock *clock)
{
  for (const char *at = date; at > text && date - at < BEFORE; at--)
    if (*at == ':' && g_ascii_isdigit (at[-1]))
      {
        while (at > text && g_ascii_isdigit (at[-1]))
          at--;
        return read_clock (at, clock);
      }
  return FALSE;
}

/* "Nov 24 18:42:20 2017" */
static gboolean
read_inside (const char *start, const char *end, CutClock *clock)
{
  const char *at = memchr (start, ':', end - start);

  while (at != NULL && at > start && g_ascii_isdigit (at[-1]))
    at--;
  return at != NULL && read_clock (at, clock);
}

gboolean
cut_clock_read (const char *text, const char *start, const char *end, CutClock *clock)
{
  return read_inside (start, end, clock) || read_behind (end, clock) || read_before (text, start, clock);
}

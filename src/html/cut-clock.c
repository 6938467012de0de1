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
        { "JST", "+09:00" },  { "KST", "+09:00" },  { "MSK", "+03:00" },  { "HKT", "+08:00" },
        { "SGT", "+08:00" },  { "PKT", "+05:00" },  { "WIB", "+07:00" },  { "SAST", "+02:00" },
        { "EAT", "+03:00" },  { "WAT", "+01:00" },  { "Z", "Z" } };

static const Zone regions[] = { { "ET", "America/New_York" },
                                { "CT", "America/Chicago" },
                                { "MT", "America/Denver" },
                                { "PT", "America/Los_Angeles" } };

/* Behind these an hour is one of the afternoon. */
static const char *const afternoons[] = { "下午", "晚上", "午後", "오후", NULL };

/* "18時42分" */
static const char *const hour_signs[] = { "時", "时", "点", "點", "시", NULL };

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
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (g_str_has_prefix (at, regions[i].name) && !g_ascii_isalnum (at[strlen (regions[i].name)]))
      clock->region = regions[i].zone;
}

static gboolean
has_prefix (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* "م" alone or "مساء", not what begins like it. */
static gboolean
is_evening (const char *at)
{
  const char *letter = "م";

  return g_str_has_prefix (at, "مساء")
         || (g_str_has_prefix (at, letter) && !g_unichar_isalpha (g_utf8_get_char (at + strlen (letter))));
}

/* Returns: (nullable): what stands behind "am" or "pm" or "م", if one does; @hour counts to 24 then */
static const char *
read_half (const char *at, int *hour)
{
  at += strspn (at, " ");
  if (is_evening (at) && *hour >= 1 && *hour < 12)
    {
      *hour += 12;
      return at + strlen ("م");
    }
  if (!has_prefix (at, "pm") && !has_prefix (at, "p.m") && !has_prefix (at, "p. m")
      && !has_prefix (at, "am") && !has_prefix (at, "a.m") && !has_prefix (at, "a. m"))
    return NULL;
  if (*hour < 1 || *hour > 12)
    return at;
  *hour = *hour % 12 + (g_ascii_tolower (*at) == 'p' ? 12 : 0);
  at += 1 + strspn (at + 1, ". ");
  return at + 1 + (at[1] == '.');
}

/* Returns: where @at goes on behind a sign for hours */
static const char *
skip_hour_sign (const char *at)
{
  for (const char *const *sign = hour_signs; *sign != NULL; sign++)
    if (g_str_has_prefix (at, *sign))
      return at + strlen (*sign) + strspn (at + strlen (*sign), " ");
  return at;
}

/* Whether ".07" at @at are minutes: "6.07pm", "18.07 Uhr", and behind two figures "18.07" */
static gboolean
is_dotted (const char *start, const char *at)
{
  int hour = 1;

  if (*at != '.' || !g_ascii_isdigit (at[1]) || !g_ascii_isdigit (at[2]) || g_ascii_isdigit (at[3]))
    return FALSE;
  return has_prefix (at + 3, " uhr") || read_half (at + 3, &hour) != NULL
         || (at - start == 2 && at[3] != '.' && !g_ascii_isalpha (at[3]) && !(at[3] == ' ' && g_ascii_islower (at[4])));
}

/* "15:04", "15:04:05.678", "3:04 pm", "3 pm", "18h07", "18h", "18.07 Uhr", "18時07分" */
static gboolean
read_clock (const char *at, CutClock *clock)
{
  CutClock found = { -1, 0, -1, "", NULL };
  const char *start = at;
  const char *after;
  int half = 1;

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
  else if (is_dotted (start, at))
    {
      at++;
      read_two (&at, &found.minute);
    }
  else if (skip_hour_sign (at) != at)
    {
      at = skip_hour_sign (at);
      read_two (&at, &found.minute);
    }
  else if (read_half (at, &half) == NULL)
    return FALSE;
  after = read_half (at, &found.hour);
  read_zone (after ? after : at, &found);
  if (found.hour > 23 || found.minute > 59 || found.second > 60)
    return FALSE;
  *clock = found;
  return TRUE;
}

static gboolean
is_afternoon (const char *start, const char *end)
{
  for (const char *const *word = afternoons; *word != NULL; word++)
    if (g_strstr_len (start, end - start, *word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_behind (const char *at, CutClock *clock)
{
  const char *start = at;
  guint letters = 0;

  for (guint i = 0; i < MAX_GAP && *at != '\0' && !g_ascii_isdigit (*at); i++, at++)
    {
      /* The bytes that go on with a character are no letters more. */
      if (((guchar) *at & 0xC0) == 0x80)
        continue;
      letters = g_ascii_isalpha (*at) || (guchar) *at >= 0x80 ? letters + 1 : 0;
      if (letters > MAX_GAP_LETTERS)
        return FALSE;
    }
  if (!read_clock (at, clock))
    return FALSE;
  if (clock->hour < 12 && is_afternoon (start, at))
    clock->hour += 12;
  return TRUE;
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

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strptime_l */
#include "cut-in.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#include "cut-charset.h"
#include "cut-in-archive.h"
#include "cut-json.h"

/* What begins so is no text, and not decoded as such. */
static gboolean
is_packed (const char *data,
           gsize       length)
{
  return memchr (data, '\0', MIN (length, 512)) != NULL && !(length > 1 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0));
}

static JsonNode *
parse_json (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '{' || *text == '[' ? cut_json_parse (text, -1, NULL) : NULL;
}

CutIn *
cut_in_new (GBytes     *bytes,
            const char *name)
{
  CutIn *self = g_new0 (CutIn, 1);
  gsize length, decoded;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *charset = NULL;

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->text = length == 0 || is_packed (data, length) ? g_strdup ("") : cut_charset_decode (data, length, NULL, &decoded, &charset);
  self->json = parse_json (self->text);
  if (cut_in_is_archive (bytes))
    self->entries = cut_in_archive_read (bytes, &self->failure);
  return self;
}

void
cut_in_free (CutIn *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->json, json_node_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

/* JSON. */

gboolean
cut_in_has_members (JsonNode          *node,
                    const char *const *names)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  for (; *names != NULL; names++)
    if (!json_object_has_member (json_node_get_object (node), *names))
      return FALSE;
  return TRUE;
}

JsonArray *
cut_in_array (JsonNode   *node,
              const char *member)
{
  if (node != NULL && member != NULL)
    return JSON_NODE_HOLDS_OBJECT (node) ? cut_json_get_array (json_node_get_object (node), member) : NULL;
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonNode *
cut_in_first (JsonNode   *node,
              const char *member)
{
  JsonArray *array = cut_in_array (node, member);

  return array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
}

/* Values. */

gboolean
cut_in_is_web (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "http://", 7) == 0 || g_ascii_strncasecmp (url, "https://", 8) == 0);
}

/* Programs count in seconds or finer; today's seconds have ten digits, milliseconds thirteen, microseconds sixteen. */
static gint64
from_number (gint64 number)
{
  if (number > G_GINT64_CONSTANT (100000000000000))
    return number / 1000;
  return number > G_GINT64_CONSTANT (100000000000) ? number : number * 1000;
}

static gint64
from_iso (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *with_time = strlen (text) == 10 ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autofree char *zoned = g_str_has_suffix (text, " UTC") ? g_strdup_printf ("%.*sZ", (int) strlen (text) - 4, text) : NULL;
  const char *iso = with_time != NULL ? with_time : zoned != NULL ? zoned : text;
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, utc);

  return time != NULL ? g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000 : 0;
}

/* As the logs of web servers have it, in which one bookmark manager writes. */
static gint64
from_log (const char *text)
{
  locale_t c = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  struct tm tm = { 0 };
  const char *end = strptime_l (text, "%d/%b/%Y:%H:%M:%S %z", &tm, c);
  long offset = tm.tm_gmtoff;

  freelocale (c);
  return end != NULL && *end == '\0' ? ((gint64) timegm (&tm) - offset) * 1000 : 0;
}

gint64
cut_in_time (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : g_strdup ("");
  gint64 number, time;

  if (*trimmed == '\0')
    return 0;
  if (g_ascii_string_to_signed (trimmed, 10, 0, G_MAXINT64, &number, NULL))
    return from_number (number);
  time = from_iso (trimmed);
  return time != 0 ? time : from_log (trimmed);
}

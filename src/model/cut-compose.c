/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-compose.h"

#include <string.h>

#include "cut-mark-run.h"
#include "cut-utf8.h"

#define FIRST_MARK 0x0300
#define PIECE 256 /* bytes, at least, that are composed at once */

/* Whether nothing from @c on can join what stands before it. All that can are marks, but for the one that parts
 * them, and vowels and finals of Hangul. */
static gboolean
begins_anew (gunichar c)
{
  return c < FIRST_MARK || c == CUT_MARK_RUN_JOINER || (!g_unichar_ismark (c) && (c < 0x1160 || c > 0x11ff));
}

/* Latin and Cyrillic letters, and the signs of their texts, that neither change by themselves nor join each other. */
static gboolean
stays_as_it_is (gunichar c)
{
  return c < FIRST_MARK || (c >= 0x400 && c <= 0x482) || (c >= 0x2002 && c <= 0x20cf);
}

/* Most texts are. */
gboolean
cut_compose_is_needless (const char *text,
                         gsize       length)
{
  const char *end = text + length;

  for (const char *p = cut_utf8_skip_ascii (text, end); p < end; p = cut_utf8_skip_ascii (g_utf8_next_char (p), end))
    if (!stays_as_it_is (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
cut_compose (const char *text,
             gssize      length)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  const char *end = text + bytes;
  g_autoptr (GString) composed = NULL;

  if (cut_compose_is_needless (text, bytes))
    return g_strndup (text, bytes);
  composed = g_string_sized_new (bytes);
  for (const char *from = text; from < end;)
    {
      const char *to = from;
      g_autofree char *piece = NULL;

      while (to < end && (to - from < PIECE || !begins_anew (g_utf8_get_char (to))))
        to = g_utf8_next_char (to);
      piece = g_utf8_normalize (from, to - from, G_NORMALIZE_NFC);
      g_string_append (composed, piece);
      from = to;
    }
  return g_string_free (g_steal_pointer (&composed), FALSE);
}

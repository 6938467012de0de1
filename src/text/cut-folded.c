/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-folded.h"

#include <string.h>

#define MOST_PARTS 18 /* of one character: U+FDFA comes apart into 18 */

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == '`' || c == 0xb4 || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) ||
         (c >= 0x2032 && c <= 0x2037) || c == 0x2039 || c == 0x203a || (c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63 || c == 0xff0d;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x2007 || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Marks, joiners, soft hyphens, direction marks and other characters that leave no trace of their own. */
static gboolean
is_invisible (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
    case G_UNICODE_CONTROL:
      return TRUE;
    default:
      return c == 0x34f;
    }
}

static void
append (CutFolded *self,
        gunichar   c,
        guint      origin)
{
  gunichar before = self->length > 0 ? self->chars[self->length - 1] : 0;

  if ((c == ' ' || c == '-') && before == c)
    return;
  self->chars[self->length] = c;
  self->origins[self->length++] = origin;
}

static void
fold (CutFolded *self,
      gunichar   c,
      guint      origin)
{
  gunichar parts[MOST_PARTS];
  gsize n;

  if (c < 0x80 && g_ascii_isalnum (c))
    append (self, (gunichar) g_ascii_tolower ((char) c), origin);
  else if (is_blank (c))
    append (self, ' ', origin);
  else if (is_quotation_mark (c))
    append (self, '\'', origin);
  else if (is_dash (c))
    append (self, '-', origin);
  else if (c < 0x80 && c >= 0x20)
    append (self, c, origin);
  else
    {
      n = g_unichar_fully_decompose (c, TRUE, parts, MOST_PARTS);
      for (gsize i = 0; i < n; i++)
        if (!is_invisible (parts[i]))
          append (self, is_blank (parts[i]) ? ' ' : g_unichar_tolower (parts[i]), origin);
    }
}

/* A character seldom comes apart into several letters, so room is made as it is needed. */
static void
make_room (CutFolded *self,
           gsize     *room)
{
  if (self->length + MOST_PARTS <= *room)
    return;
  *room += *room / 2 + 4 * MOST_PARTS;
  self->chars = g_renew (gunichar, self->chars, *room);
  self->origins = g_renew (guint, self->origins, *room);
}

CutFolded *
cut_folded_new (const char *text)
{
  CutFolded *self = g_new0 (CutFolded, 1);
  gsize room = strlen (text) + MOST_PARTS;

  self->chars = g_new (gunichar, room);
  self->origins = g_new (guint, room);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      make_room (self, &room);
      fold (self, g_utf8_get_char (p), self->text_length++);
    }
  return self;
}

void
cut_folded_free (CutFolded *self)
{
  g_free (self->chars);
  g_free (self->origins);
  g_free (self);
}

guint
cut_folded_find_origin (const CutFolded *self,
                        guint            offset)
{
  guint low = 0;
  guint high = self->length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->origins[middle] < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
cut_folded_is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

gboolean
cut_folded_stands_alone (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
runs_on (gunichar c)
{
  return cut_folded_is_word (c) && !cut_folded_stands_alone (c);
}

gboolean
cut_folded_parts_word (const CutFolded *self,
                       guint            at)
{
  return at > 0 && at < self->length && runs_on (self->chars[at - 1]) && runs_on (self->chars[at]);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-fold.h"

#include <string.h>

static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0xfe00 && c <= 0xfe0f);
}

/* Letters that Unicode does not take apart, but people do. */
static const char *
plain_letter (gunichar c)
{
  static const struct { gunichar c; const char *plain; } letters[] = {
    { 0xdf, "ss" }, { 0x1e9e, "ss" }, { 0xe6, "ae" }, { 0xc6, "ae" }, { 0x153, "oe" }, { 0x152, "oe" },
    { 0xf8, "o" }, { 0xd8, "o" }, { 0x142, "l" }, { 0x141, "l" }, { 0x111, "d" }, { 0x110, "d" },
    { 0xf0, "d" }, { 0xd0, "d" }, { 0xfe, "th" }, { 0xde, "th" }, { 0x131, "i" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].c == c)
      return letters[i].plain;
  return NULL;
}

static gsize
copy (const char *plain,
      char       *bytes)
{
  gsize length = strlen (plain);

  memcpy (bytes, plain, length);
  return length;
}

gsize
cut_fold_character (gunichar  c,
                    char     *bytes)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const char *plain = plain_letter (c);
  gsize length = 0;
  gsize n;

  if (is_invisible (c))
    return 0;
  if (plain != NULL)
    return copy (plain, bytes);
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      if (g_unichar_isalnum (parts[i]))
        length += (gsize) g_unichar_to_utf8 (g_unichar_tolower (parts[i]), bytes + length);
      else if (!g_unichar_ismark (parts[i]))
        bytes[length++] = ' ';
    }
  return length;
}

typedef struct
{
  GString *out;
  gboolean squeeze;
  gboolean gap;
} Folding;

static void
put (Folding *folding,
     char     c)
{
  if (c == ' ')
    {
      folding->gap = TRUE;
      return;
    }
  if (folding->gap && !folding->squeeze && folding->out->len > 0)
    g_string_append_c (folding->out, ' ');
  folding->gap = FALSE;
  g_string_append_c (folding->out, c);
}

char *
cut_fold (const char *text,
          gssize      length,
          gboolean    squeeze)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  Folding folding = { g_string_sized_new (size), squeeze, FALSE };

  for (const char *at = text; at < text + size; at = g_utf8_next_char (at))
    {
      char bytes[CUT_FOLD_BYTES];
      gsize n = cut_fold_character (g_utf8_get_char (at), bytes);

      for (gsize i = 0; i < n; i++)
        put (&folding, bytes[i]);
    }
  return g_string_free (folding.out, FALSE);
}

static gboolean
joins_digits (gunichar c)
{
  return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == '+' || c == 0xa0 ||
         c == 0x202f || c == 0x2009 || (c >= 0x2010 && c <= 0x2014) || is_invisible (c);
}

int
cut_fold_digit (gunichar c)
{
  int digit = c < 0x80 ? g_ascii_digit_value ((char) c) : g_unichar_digit_value (c);

  if (digit >= 0)
    return digit;
  return joins_digits (c) ? CUT_FOLD_JOINS : CUT_FOLD_ENDS;
}

char *
cut_fold_digits (const char *text,
                 gssize      length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  GString *out = g_string_new (" ");
  guint between = 0;

  for (const char *at = text; at < text + size; at = g_utf8_next_char (at))
    {
      int digit = cut_fold_digit (g_utf8_get_char (at));

      if (digit >= 0)
        {
          g_string_append_c (out, (char) ('0' + digit));
          between = 0;
        }
      else if ((digit != CUT_FOLD_JOINS || ++between > CUT_FOLD_MOST_JOINING) && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-shown.h"

#define SUBSTITUTE "\357\277\275"
#define LEFT_TO_RIGHT_OVERRIDE 0x202d
#define RIGHT_TO_LEFT_OVERRIDE 0x202e
#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static gboolean
ends_line (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

static gboolean
may_stand (gunichar c,
           CutShown how)
{
  if (how == CUT_SHOWN_LINE)
    return !g_unichar_iscntrl (c) && !ends_line (c);
  if (c == '\n' || (c == '\t' && how == CUT_SHOWN_TEXT))
    return TRUE;
  return !g_unichar_iscntrl (c) && c != LEFT_TO_RIGHT_OVERRIDE && c != RIGHT_TO_LEFT_OVERRIDE;
}

static const char *
find_bad (const char *text,
          CutShown    how)
{
  const char *at = text;

  while (*at != '\0' && may_stand (g_utf8_get_char (at), how))
    at = g_utf8_next_char (at);
  return at;
}

char *
cut_shown (const char *text,
           CutShown    how)
{
  const char *bad = find_bad (text, how);
  g_autoptr (GString) out = NULL;

  if (*bad == '\0')
    return NULL;
  out = g_string_new (NULL);
  for (; *bad != '\0'; bad = find_bad (text, how))
    {
      gunichar c = g_utf8_get_char (bad);

      g_string_append_len (out, text, bad - text);
      if (how == CUT_SHOWN_JSON)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append (out, how == CUT_SHOWN_LINE && ends_line (c) ? " " : SUBSTITUTE);
      text = g_utf8_next_char (bad);
    }
  g_string_append (out, text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
cut_shown_line (const char *text)
{
  char *line = cut_shown (text, CUT_SHOWN_LINE);

  return line != NULL ? line : g_strdup (text);
}

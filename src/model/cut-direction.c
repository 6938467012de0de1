/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-direction.h"

gboolean
cut_char_is_rtl (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW,    G_UNICODE_SCRIPT_SYRIAC,  G_UNICODE_SCRIPT_THAANA,
    G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_SAMARITAN, G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_ADLAM,
  };
  GUnicodeScript script;

  if (c < 0x590 || !g_unichar_isalpha (c))
    return FALSE;
  script = g_unichar_get_script (c);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

gboolean
cut_char_is_ltr (gunichar c)
{
  return g_unichar_isalpha (c) && !cut_char_is_rtl (c);
}

gboolean
cut_line_is_rtl (const char *line,
                 gssize      length)
{
  for (const char *c = line; (length < 0 || c < line + length) && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return cut_char_is_rtl (g_utf8_get_char (c));
  return FALSE;
}

gboolean
cut_line_is_mixed (const char *line)
{
  gboolean left = FALSE;
  gboolean right = FALSE;

  for (const char *c = line; *c != '\0' && !(left && right); c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      left |= cut_char_is_ltr (ch) || g_unichar_isdigit (ch);
      right |= cut_char_is_rtl (ch);
    }
  return left && right;
}

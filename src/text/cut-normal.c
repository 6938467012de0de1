/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-normal.h"

#include <string.h>

#include "cut-compose.h"
#include "cut-mark-run.h"

#define TAB_WIDTH 4

static gboolean
is_no_break_space (gunichar c)
{
  return c == 0x00a0 || c == 0x2007 || c == 0x202f;
}

static gboolean
is_folded_space (gunichar c)
{
  return c == 0x0085 || c == 0x2028 || c == 0x2029 || c == '\v' ||
         (g_unichar_isspace (c) && !is_no_break_space (c));
}

/* Characters that say nothing, or that a text view would take for something else. */
static gboolean
is_dropped (gunichar c)
{
  return c == 0x00ad || c == 0xfeff || c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static gunichar
replaced (gunichar c)
{
  /* U+FFFC stands for an embedded object in text buffers; the page's own one must not. */
  return c == 0xfffc ? 0xfffd : c;
}

/* Letters, digits and signs of ASCII are never folded, dropped or parted; most of most texts is such. */
static gboolean
is_plain (char c)
{
  return c > ' ' && c < 0x7f;
}

/* The end of what is plain from @p on, with the single spaces between. */
static const char *
skip_plain (const char *p,
            const char *end)
{
  while (p < end && (is_plain (*p) || (*p == ' ' && p + 1 < end && is_plain (p[1]))))
    p++;
  return p;
}

static void
append_parted (GString *text,
               gunichar c,
               guint   *run)
{
  if (cut_mark_run_add (run, c))
    g_string_append_unichar (text, CUT_MARK_RUN_JOINER);
  g_string_append_unichar (text, c);
}

static void
fold_line (GString    *folded,
           const char *text,
           const char *end)
{
  gboolean space = FALSE;
  guint run = 0;

  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean plain = is_plain (*p);

      next = plain ? skip_plain (p, end) : g_utf8_next_char (p);
      if (!plain && is_folded_space (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (!plain && is_dropped (c))
        continue;
      if (space)
        append_parted (folded, ' ', &run);
      space = FALSE;
      if (!plain)
        {
          append_parted (folded, replaced (c), &run);
          continue;
        }
      g_string_append_len (folded, p, next - p);
      run = 0;
    }
}

char *
cut_normal_line (const char *text,
                 gssize      length)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *made_valid = g_utf8_validate_len (text, bytes, NULL) ? NULL : g_utf8_make_valid (text, (gssize) bytes);
  g_autoptr (GString) folded = NULL;

  if (made_valid != NULL)
    {
      text = made_valid;
      bytes = strlen (made_valid);
    }
  folded = g_string_sized_new (bytes);
  fold_line (folded, text, text + bytes);
  if (cut_compose_is_needless (folded->str, folded->len))
    return g_string_free (g_steal_pointer (&folded), FALSE);
  return cut_compose (folded->str, (gssize) folded->len);
}

char *
cut_normal_preformatted (const char *text,
                         gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autoptr (GString) kept = g_string_sized_new (strlen (valid));
  gboolean leading = TRUE;
  guint run = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint width = c == '\t' ? TAB_WIDTH : 1;

      if (is_folded_space (c))
        {
          for (guint i = 0; i < width; i++)
            append_parted (kept, leading ? 0x00a0 : ' ', &run);
          continue;
        }
      if (is_dropped (c))
        continue;
      leading = FALSE;
      append_parted (kept, replaced (c), &run);
    }
  if (leading)
    g_string_truncate (kept, 0);
  while (kept->len > 0 && kept->str[kept->len - 1] == ' ')
    g_string_truncate (kept, kept->len - 1);
  return cut_compose (kept->str, kept->len);
}

static gboolean
is_clean_line (const char *line,
               gsize       length)
{
  g_autofree char *composed = NULL;
  guint run = 0;

  if (length == 0 || *line == ' ' || line[length - 1] == ' ')
    return FALSE;
  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (cut_mark_run_add (&run, c) || c != replaced (c) || is_dropped (c) || (c != ' ' && is_folded_space (c)))
        return FALSE;
    }
  composed = cut_compose (line, length);
  return strlen (composed) == length && memcmp (composed, line, length) == 0;
}

gboolean
cut_normal_is_reader_text (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  for (const char *line = text;; line++)
    {
      const char *newline = strchr (line, '\n');
      const char *end = newline != NULL ? newline : line + strlen (line);

      if (!is_clean_line (line, (gsize) (end - line)))
        return FALSE;
      if (*end == '\0')
        return TRUE;
      line = end;
    }
}

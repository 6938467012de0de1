/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-lines.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-plain-cues.h"

static void
line_clear (gpointer data)
{
  g_free (((CutPlainLine *) data)->text);
}

CutPlainLine *
cut_plain_line_at (GArray *lines,
                   guint   i)
{
  return &g_array_index (lines, CutPlainLine, i);
}

static const char *
skip_bullet (const char *text)
{
  static const char *const bullets[] = { "• ", "- ", "* ", "– ", "◦ ", "▪ " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);
  return text;
}

/* Markdown's mark of a heading is none of its words. */
static const char *
skip_hashes (const char *text)
{
  gsize n = strspn (text, "#");

  return n >= 1 && n <= 6 && text[n] == ' ' ? text + n + 1 : text;
}

/* What ends a line on some system or in some word processor becomes LF. */
static char *
unify_line_ends (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) unified = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\f' || c == '\v' || c == 0x0085 || c == 0x2028 || c == 0x2029)
        c = '\n';
      g_string_append_unichar (unified, c);
    }
  return g_string_free (g_steal_pointer (&unified), FALSE);
}

static GArray *
read_lines (const char *text)
{
  g_autofree char *unified = unify_line_ends (text);
  g_auto (GStrv) raw = g_strsplit (unified, "\n", -1);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (CutPlainLine));
  gboolean gap = FALSE;

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; raw[i] != NULL; i++)
    {
      g_autofree char *clean = cut_normal_line (raw[i], -1);
      const char *start = skip_hashes (clean);
      const char *words = skip_bullet (start);
      CutPlainLine line = { .text = g_strdup (words), .gap = gap, .bullet = words != start };

      line.length = (guint) g_utf8_strlen (words, -1);

      gap = line.length == 0;
      if (line.length > 0)
        g_array_append_val (lines, line);
      else
        line_clear (&line);
    }
  return lines;
}

static guint
find_longest (GArray *lines)
{
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, cut_plain_line_at (lines, i)->length);
  return longest;
}

static gboolean
is_full (const CutPlainLine *line,
         guint               longest)
{
  return line->length * 10 >= longest * 7;
}

/* The first line of the running text: what stands before it (title, names, dates) is no part of a paragraph. */
static guint
find_first_full (GArray *lines,
                 guint   longest)
{
  guint first = 0;

  while (first + 1 < lines->len &&
         !(is_full (cut_plain_line_at (lines, first), longest) && is_full (cut_plain_line_at (lines, first + 1), longest) &&
           !cut_plain_line_at (lines, first + 1)->gap))
    first++;
  return first;
}

/* Whether the line breaks inside paragraphs are a mail program's or a PDF's and not the author's: most lines
 * that another follows directly are nearly as long as the longest. */
static gboolean
is_hard_wrapped (GArray *lines)
{
  guint longest = find_longest (lines);
  guint followed = 0;
  guint full = 0;

  if (longest < 50 || longest > 120)
    return FALSE;
  for (guint i = find_first_full (lines, longest); i + 1 < lines->len; i++)
    if (!cut_plain_line_at (lines, i + 1)->gap)
      {
        followed++;
        full += is_full (cut_plain_line_at (lines, i), longest);
      }
  return followed >= 3 && full * 10 >= followed * 7;
}

/* Whether the paragraph ends with line @i, which another follows without a gap. */
static gboolean
ends_paragraph (GArray *lines,
                guint   i,
                guint   first_full,
                guint   longest)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  if (cut_plain_line_at (lines, i + 1)->gap || cut_plain_line_at (lines, i + 1)->bullet || i < first_full)
    return TRUE;
  return !is_full (line, longest) && cut_cue_ends_sentence (line->text) && g_unichar_isupper (g_utf8_get_char (cut_plain_line_at (lines, i + 1)->text));
}

/* A hyphen before a small letter was brought by the end of the line. */
static void
append_wrapped (GString    *paragraph,
                const char *next)
{
  gboolean hyphen = paragraph->len > 1 && paragraph->str[paragraph->len - 1] == '-' && paragraph->str[paragraph->len - 2] != ' ' &&
                    !g_ascii_isdigit (paragraph->str[paragraph->len - 2]);

  if (hyphen && g_unichar_islower (g_utf8_get_char (next)))
    g_string_truncate (paragraph, paragraph->len - 1);
  else if (paragraph->len > 0 && !hyphen)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, next);
}

static GArray *
join_wrapped (GArray *lines)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint longest = find_longest (lines);
  guint first_full = find_first_full (lines, longest);
  gboolean first = TRUE;
  GArray *joined = g_array_new (FALSE, TRUE, sizeof (CutPlainLine));

  g_array_set_clear_func (joined, line_clear);
  for (guint i = 0; i < lines->len; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);
      gboolean last = i + 1 == lines->len || ends_paragraph (lines, i, first_full, longest);

      if (first)
        {
          g_array_append_vals (joined, line, 1);
          cut_plain_line_at (joined, joined->len - 1)->text = NULL;
          g_string_truncate (paragraph, 0);
        }
      append_wrapped (paragraph, line->text);
      first = last;
      if (last)
        {
          CutPlainLine *whole = cut_plain_line_at (joined, joined->len - 1);

          whole->text = g_strndup (paragraph->str, paragraph->len);
          whole->length = (guint) g_utf8_strlen (whole->text, -1);
        }
    }
  return joined;
}

/* The number that a line of a list begins with, and where its words begin; 0 when it has none. */
static guint
read_ordinal (const char  *text,
              const char **words)
{
  guint64 number;
  char *end;

  if (!g_ascii_isdigit (*text))
    return 0;
  number = g_ascii_strtoull (text, &end, 10);
  if (end - text > 3 || (*end != '.' && *end != ')') || end[1] != ' ')
    return 0;
  *words = end + 2;
  return (guint) number;
}

static void
number (CutPlainLine *line,
        guint         ordinal,
        const char   *words)
{
  char *rest = g_strdup (words);

  line->length -= (guint) (words - line->text);
  line->ordinal = ordinal;
  line->bullet = TRUE;
  g_free (line->text);
  line->text = rest;
}

/* A numbered list is at least a 1 and a 2, with nothing between but the rest of a wrapped line. */
static void
tell_numbers (GArray *lines)
{
  CutPlainLine *one = NULL;
  guint expected = 1;

  for (guint i = 0; i < lines->len; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);
      const char *words = NULL;
      guint ordinal = line->bullet ? 0 : read_ordinal (line->text, &words);

      if (ordinal == 1)
        one = line;
      else if (ordinal > 1 && ordinal == expected)
        {
          const char *first_words = NULL;

          if (one != NULL && read_ordinal (one->text, &first_words) == 1)
            number (one, 1, first_words);
          one = NULL;
          number (line, ordinal, words);
        }
      else if (ordinal != 0 || line->gap)
        one = NULL;
      if (ordinal != 0)
        expected = ordinal == 1 || line->ordinal == ordinal ? ordinal + 1 : 1;
      else if (line->gap)
        expected = 1;
    }
}

GArray *
cut_plain_lines_read (const char *text)
{
  GArray *lines = read_lines (text);
  GArray *joined;

  tell_numbers (lines);
  if (lines->len == 0 || !is_hard_wrapped (lines))
    return lines;
  joined = join_wrapped (lines);
  g_array_unref (lines);
  return joined;
}

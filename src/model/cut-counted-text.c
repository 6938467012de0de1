/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-counted-text.h"

#include <string.h>

#include "cut-block.h"

#define MOST_DIGITS 9

/* Goes on behind @literal, where that stands next. */
static gboolean
pass (const char **at,
      const char  *literal)
{
  gsize length = strlen (literal);

  if (strncmp (*at, literal, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

/* Goes on behind a word of small letters and dashes, and the quotation mark that closes it. */
static gboolean
pass_word (const char **at)
{
  while (g_ascii_islower (**at) || **at == '-')
    (*at)++;
  return pass (at, "\"");
}

static gboolean
read_count (const char **at,
            guint       *count)
{
  guint n_digits = 0;

  for (*count = 0; g_ascii_isdigit (**at) && n_digits < MOST_DIGITS; (*at)++, n_digits++)
    *count = *count * 10 + (guint) (**at - '0');
  return n_digits > 0 && !g_ascii_isdigit (**at);
}

/* Goes on behind the object that was begun, whatever else it holds. */
static gboolean
pass_rest (const char **at)
{
  guint depth = 1;
  gboolean quoted = FALSE;

  for (; **at != '\0' && depth > 0; (*at)++)
    {
      if (quoted && **at == '\\' && (*at)[1] != '\0')
        (*at)++;
      else if (**at == '"')
        quoted = !quoted;
      else if (!quoted && (**at == '{' || **at == '['))
        depth++;
      else if (!quoted && (**at == '}' || **at == ']'))
        depth--;
    }
  return depth == 0;
}

typedef struct
{
  guint start;
  guint end;
  gboolean body;
} Line;

static gboolean
read_line (const char **at,
           Line        *line)
{
  const char *role;

  if (!pass (at, "{\"kind\":\"") || !pass_word (at) || !pass (at, ",\"role\":\""))
    return FALSE;
  role = *at;
  if (!pass_word (at) || !pass (at, ",\"start\":") || !read_count (at, &line->start) || !pass (at, ",\"end\":") || !read_count (at, &line->end))
    return FALSE;
  line->body = g_str_has_prefix (role, "body\"");
  return line->end >= line->start && pass_rest (at);
}

/* Moves @n code points on, but never past the end: the table may be of another text. */
static const char *
move_on (const char *at,
         guint       n)
{
  for (; n > 0 && *at != '\0'; n--)
    at = g_utf8_next_char (at);
  return at;
}

/* Returns: (nullable): %NULL where the table is not written as we do */
static GString *
read_ours (const char *json,
           const char *text)
{
  g_autoptr (GString) counted = g_string_sized_new (strlen (text) + 1);
  const char *at = json;
  const char *reached = text;
  guint offset = 0;
  gboolean more = TRUE;

  if (!pass (&at, "["))
    return NULL;
  for (more = *at != ']'; more; more = pass (&at, ","))
    {
      Line line;
      const char *start;

      if (!read_line (&at, &line) || line.start < offset)
        return NULL;
      start = move_on (reached, line.start - offset);
      reached = move_on (start, line.end - line.start);
      offset = line.end;
      if (!line.body || line.end == line.start)
        continue;
      if (counted->len > 0)
        g_string_append_c (counted, '\n');
      g_string_append_len (counted, start, reached - start);
    }
  return g_str_equal (at, "]") ? g_steal_pointer (&counted) : NULL;
}

char *
cut_counted_text (const char  *blocks_json,
                  const char  *text,
                  GError     **error)
{
  GString *counted = read_ours (blocks_json, text);
  g_autoptr (GPtrArray) blocks = NULL;

  if (counted != NULL)
    return g_string_free (counted, FALSE);
  blocks = cut_blocks_from_json (blocks_json, error);
  return blocks != NULL ? cut_blocks_get_counted_text (blocks, text) : NULL;
}

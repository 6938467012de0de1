/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-markdown.h"

#include <string.h>

#include "cut-json.h"

/* A file name is no longer than this, in bytes, without its ending. */
#define LONGEST_NAME 100

/* Signs that mean something wherever they stand. */
#define ALWAYS "\\`*_[]<>|~$^="

static gboolean
is_digit_run (const char *start,
              const char *at)
{
  while (start < at && g_ascii_isdigit (*start))
    start++;
  return start == at;
}

/* Whether @at needs a backslash: most signs do only where they begin something. */
static gboolean
must_escape (const char *start,
             const char *at,
             const char *end)
{
  char before = at > start ? at[-1] : ' ';
  char after = at + 1 < end ? at[1] : ' ';

  if (strchr (ALWAYS, *at) != NULL)
    return TRUE;
  switch (*at)
    {
    case '#':
      return g_ascii_isspace (before) || g_ascii_ispunct (before);
    case '%':
      return before == '%' || after == '%';
    case '&':
      return after == '#' || g_ascii_isalpha (after);
    case '-':
    case '+':
      return at == start;
    case '.':
    case ')':
      return at > start && is_digit_run (start, at);
    default:
      return FALSE;
    }
}

void
cut_markdown_text_len (GString    *out,
                       const char *text,
                       gsize       length)
{
  const char *end = text + length;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && c < 0x80 && must_escape (text, at, end))
        g_string_append_c (out, '\\');
      g_string_append_unichar (out, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
}

void
cut_markdown_text (GString    *out,
                   const char *text)
{
  if (text != NULL)
    cut_markdown_text_len (out, text, strlen (text));
}

void
cut_markdown_quote (GString    *out,
                    const char *indent,
                    const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (out, "%s>\n", indent);
      g_string_append_printf (out, "%s> ", indent);
      cut_markdown_text (out, g_strstrip (lines[i]));
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

void
cut_markdown_fence (GString    *out,
                    const char *text)
{
  gsize longest = 2;
  g_autofree char *fence = NULL;

  for (const char *at = strchr (text, '`'); at != NULL; at = strchr (at, '`'))
    {
      gsize run = strspn (at, "`");

      longest = MAX (longest, run);
      at += run;
    }
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s\n%s\n%s\n\n", fence, text, fence);
}

/* Inside a link nothing can be escaped. */
void
cut_markdown_link (GString    *out,
                   const char *file,
                   const char *block,
                   const char *label)
{
  g_autofree char *words = g_strdup (label);

  g_strdelimit (words, "[]|#^\\\n\r\t", ' ');
  g_strstrip (words);
  g_string_append_printf (out, "[[%s%s%s|%s]]", file, block != NULL ? "#^" : "", block != NULL ? block : "", words);
}

/* Front matter. */

/* JSON's strings are YAML's. */
static void
append_scalar (GString    *out,
               const char *value)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *text = NULL;

  json_node_set_string (node, value);
  text = cut_json_canonical (node);
  g_string_append (out, text);
}

void
cut_markdown_property (GString    *out,
                       const char *name,
                       const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "%s: ", name);
  append_scalar (out, value);
  g_string_append_c (out, '\n');
}

void
cut_markdown_properties (GString           *out,
                         const char        *name,
                         const char *const *values)
{
  if (values[0] == NULL)
    return;
  g_string_append_printf (out, "%s:\n", name);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (out, "  - ");
      append_scalar (out, values[i]);
      g_string_append_c (out, '\n');
    }
}

/* Names. */

static char *
plain_name (const char *title)
{
  GString *name = g_string_new (NULL);

  for (const char *at = title; *at != '\0' && name->len < LONGEST_NAME; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean refused = (c < 0x80 && strchr ("[]#^|\\/:*?\"<>%", (int) c) != NULL) || g_unichar_iscntrl (c) || g_unichar_isspace (c);

      if (!refused)
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }
  /* Windows refuses an end like that; a dot at the beginning hides a file. */
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && *name->str == '.')
    g_string_erase (name, 0, 1);
  return g_string_free (name, FALSE);
}

char *
cut_markdown_file_name (const char *title,
                        GHashTable *taken)
{
  g_autofree char *plain = plain_name (title);
  const char *base = *plain != '\0' ? plain : "_";
  g_autofree char *name = g_strdup (base);

  for (guint n = 2;; n++)
    {
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (!g_hash_table_contains (taken, folded))
        {
          g_hash_table_add (taken, g_steal_pointer (&folded));
          return g_steal_pointer (&name);
        }
      g_free (name);
      name = g_strdup_printf ("%s %u", base, n);
    }
}

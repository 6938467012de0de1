/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-counted.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-plain-cues.h"
#include "cut-plain.h"

#define FEWEST_CUES 2          /* lines that are furniture by their words alone */
#define LONGEST_PAGE (1 << 20) /* bytes; nobody pastes more than that */

static gboolean
is_out (const CutBlock *block)
{
  switch (block->role)
    {
    case CUT_ROLE_BYLINE:
    case CUT_ROLE_CAPTION:
    case CUT_ROLE_CREDIT:
    case CUT_ROLE_FURNITURE:
      return TRUE;
    case CUT_ROLE_BODY:
    case CUT_ROLE_TITLE:
    case CUT_ROLE_STANDFIRST:
    default:
      return FALSE;
    }
}

static gboolean
looks_pasted (char **lines)
{
  guint n = 0;

  for (; *lines != NULL && n < FEWEST_CUES; lines++)
    {
      g_autofree char *line = cut_normal_line (*lines, -1);

      n += *line != '\0' && cut_cue_is_furniture (line);
    }
  return n >= FEWEST_CUES;
}

/* (transfer full) (nullable): the lines that do not count, in their normal form */
static GHashTable *
find_lines_out (const char *text)
{
  g_autoptr (CutArticle) article = cut_plain_read (text, NULL);
  GHashTable *out;

  if (article == NULL)
    return NULL;
  out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);

      if (is_out (block))
        g_hash_table_add (out, g_utf8_substring (article->text, block->start, block->end));
    }
  return out;
}

static void
add_line (GString    *counted,
          const char *line,
          GHashTable *out)
{
  g_autofree char *normal = cut_normal_line (line, -1);

  if (!g_hash_table_contains (out, normal))
    g_string_append (counted, line);
  else
    for (glong n = g_utf8_strlen (line, -1); n > 0; n--)
      g_string_append_c (counted, ' ');
}

char *
cut_plain_counted (const char *text)
{
  g_auto (GStrv) lines = strlen (text) <= LONGEST_PAGE ? g_strsplit (text, "\n", -1) : NULL;
  g_autoptr (GHashTable) out = lines != NULL && looks_pasted (lines) ? find_lines_out (text) : NULL;
  GString *counted;

  if (out == NULL)
    return g_strdup (text);
  counted = g_string_sized_new (strlen (text));
  for (char **line = lines; *line != NULL; line++)
    {
      if (line != lines)
        g_string_append_c (counted, '\n');
      add_line (counted, *line, out);
    }
  return g_string_free (counted, FALSE);
}

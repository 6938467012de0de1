/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-hits.h"

#include <string.h>

#include "cut-row.h"

#define WORDS_BEFORE 2
#define LETTERS_BEFORE 24 /* where words are long, or not parted by blanks */

static void
mark (PangoAttrList *list,
      guint          start,
      guint          end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = line->start_index = start;
  bold->end_index = line->end_index = end;
  pango_attr_list_insert (list, bold);
  pango_attr_list_insert (list, line);
}

char *
cut_hits_parse (const char     *marked,
                PangoAttrList **attributes)
{
  GString *text = g_string_new (NULL);
  const char *p = marked != NULL ? marked : "";
  gssize open = -1;

  *attributes = pango_attr_list_new ();
  while (*p != '\0')
    {
      gboolean start = g_str_has_prefix (p, CUT_ROW_HIT_START);
      gsize plain;

      if (start || g_str_has_prefix (p, CUT_ROW_HIT_END))
        {
          if (!start && open >= 0)
            mark (*attributes, (guint) open, (guint) text->len);
          open = start ? (gssize) text->len : -1;
          p += strlen (CUT_ROW_HIT_START);
          continue;
        }
      /* Both begin with the same byte. */
      plain = 1 + strcspn (p + 1, (char[]) { *CUT_ROW_HIT_START, '\0' });
      g_string_append_len (text, p, (gssize) plain);
      p += plain;
    }
  if (open >= 0)
    mark (*attributes, (guint) open, (guint) text->len);
  return g_string_free (text, FALSE);
}

/* Returns: in @marked, where the words before @hit begin that are left */
static const char *
find_beginning (const char *marked,
                const char *hit)
{
  const char *p = hit;
  guint words = 0;

  for (guint letters = 0; p > marked && letters < LETTERS_BEFORE; letters++)
    {
      const char *before = g_utf8_prev_char (p);

      /* The blank before the hit ends no word. */
      words += letters > 0 && g_unichar_isspace (g_utf8_get_char (before)) ? 1 : 0;
      if (words == WORDS_BEFORE)
        break;
      p = before;
    }
  return p;
}

char *
cut_hits_shorten (const char *marked)
{
  const char *hit = marked != NULL ? strstr (marked, CUT_ROW_HIT_START) : NULL;
  const char *start = hit != NULL ? find_beginning (marked, hit) : marked;

  return start == marked ? g_strdup (marked) : g_strconcat ("… ", start, NULL);
}

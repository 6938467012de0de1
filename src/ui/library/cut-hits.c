/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-hits.h"

#include "cut-row.h"

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

      if (!start && !g_str_has_prefix (p, CUT_ROW_HIT_END))
        {
          g_string_append_c (text, *p++);
          continue;
        }
      if (!start && open >= 0)
        mark (*attributes, (guint) open, (guint) text->len);
      open = start ? (gssize) text->len : -1;
      p += strlen (CUT_ROW_HIT_START);
    }
  if (open >= 0)
    mark (*attributes, (guint) open, (guint) text->len);
  return g_string_free (text, FALSE);
}

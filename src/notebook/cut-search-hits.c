/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-hits.h"

#include "cut-snippet.h"

static void
add_hit (guint    start,
         guint    end,
         gpointer hits)
{
  CutSearchHit hit = { start, end };

  g_array_append_val ((GArray *) hits, hit);
}

GArray *
cut_search_hits (const char *match,
                 const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CutSearchHit));
  g_autoptr (CutSnippet) words = cut_snippet_new (match);

  if (words != NULL)
    cut_snippet_find (words, text, add_hit, hits);
  return hits;
}

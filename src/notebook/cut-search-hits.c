/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-hits.h"

#include "cut-search-term.h"
#include "cut-snippet.h"
#include "cut-stems.h"

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
                 const char *languages,
                 const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CutSearchHit));
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (match);
  g_autoptr (CutSnippet) words = NULL;

  cut_stems_add_forms_of_text (terms, languages, text);
  words = cut_snippet_new_of_terms (terms);
  if (words != NULL)
    cut_snippet_find (words, text, add_hit, hits);
  return hits;
}

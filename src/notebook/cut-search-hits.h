/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutSearchHit: [start, end) in code points */
typedef struct
{
  guint start;
  guint end;
} CutSearchHit;

/**
 * cut_search_hits:
 * @match: a search as a person types it; its filters and what it leaves out are passed over
 * @languages: (nullable): see #CutQuery: in which the words stand in other forms, too
 * @text: a reader text
 *
 * Where @text holds what the search found it by: words are cut and folded as the index does it. Any thread.
 *
 * Returns: (transfer full) (element-type CutSearchHit): in text order, not overlapping; empty where @match looks for no words
 */
GArray *cut_search_hits (const char *match, const char *languages, const char *text);

G_END_DECLS

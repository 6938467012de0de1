/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-anchor.h"
#include "cut-grapheme.h"
#include "cut-index.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* What is placed lies inside the text, between characters as people take them. */
static void
find (const char        *text,
      const CutIndex    *index,
      const CutSelector *selector,
      gboolean           has_position)
{
  g_autoptr (CutAnchorText) prepared = cut_anchor_text_new (text);
  CutAnchor anchor = cut_anchor_find (prepared, selector, has_position);

  g_assert_cmpfloat (anchor.score, >=, 0.0);
  g_assert_cmpfloat (anchor.score, <=, 1.0);
  if (anchor.status == CUT_ANCHOR_ORPHAN)
    return;
  g_assert_cmpuint (anchor.start, <, anchor.end);
  g_assert_cmpuint (anchor.end, <=, cut_index_get_length (index));
  if (anchor.status == CUT_ANCHOR_EXACT)
    return;
  g_assert_true (cut_grapheme_is_border (text, cut_index_to_pointer (index, anchor.start)));
  g_assert_true (cut_grapheme_is_border (text, cut_index_to_pointer (index, anchor.end)));
}

/* Four bytes say where the quote and its context are and which position is claimed; the rest is the text they are from, NUL,
 * and the text they are looked for in: the same one where there is none. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr (CutIndex) index = NULL;
  g_autoptr (CutIndex) after_index = NULL;
  g_autoptr (CutSelector) selector = NULL;
  const unsigned char *parting;
  guint start, end;

  if (size < 5)
    return 0;
  parting = memchr (data + 4, '\0', size - 4);
  before = g_utf8_make_valid ((const char *) data + 4, parting != NULL ? parting - data - 4 : (gssize) size - 4);
  after = parting != NULL ? g_utf8_make_valid ((const char *) parting + 1, (gssize) size - (parting + 1 - data)) : g_strdup (before);
  index = cut_index_new (before);
  after_index = cut_index_new (after);
  start = data[0];
  end = start + 1 + data[1] * (data[1] > 128 ? 16u : 1u);
  exact = cut_index_slice (index, start, end);
  prefix = cut_index_slice (index, start - MIN (start, data[2] % 48u), start);
  suffix = cut_index_slice (index, end, end + data[2] / 5u);
  selector = cut_selector_new (data[3] * 3u, data[3] * 3u + end - start, exact, prefix, suffix);
  find (after, after_index, selector, FALSE);
  find (after, after_index, selector, TRUE);
  return 0;
}

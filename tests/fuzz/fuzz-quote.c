/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-grapheme.h"
#include "cut-normal.h"
#include "cut-quote.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* What is found is the words asked for, inside the text. */
static gboolean
find (const char        *text,
      const CutIndex    *index,
      const CutSelector *selector,
      gboolean           has_position,
      guint             *start)
{
  g_autofree char *words = NULL;
  guint end;

  if (!cut_quote_find (text, index, selector, has_position, start, &end))
    return FALSE;
  g_assert_cmpuint (*start, <, end);
  g_assert_cmpuint (end, <=, cut_index_get_length (index));
  words = cut_index_slice (index, *start, end);
  g_assert_cmpstr (words, ==, selector->exact);
  return TRUE;
}

/* Marks are found where they were made; in another text rightly or not at all. The first three bytes say
 * where. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autoptr (CutIndex) index = NULL;
  g_autoptr (CutIndex) other_index = NULL;
  g_autoptr (CutSelector) selector = NULL;
  guint at = 0;

  if (size < 4)
    return 0;
  text = g_utf8_make_valid ((const char *) data + 3, (gssize) size - 3);
  other = cut_normal_line ((const char *) data + 3, (gssize) size - 3);
  index = cut_index_new (text);
  other_index = cut_index_new (other);
  selector = cut_quote_make (text, index, data[0], data[0] + data[1] % 16u + data[2], NULL);
  if (selector == NULL)
    return 0;
  g_assert_true (cut_grapheme_is_border (text, cut_index_to_pointer (index, selector->start)));
  g_assert_true (cut_grapheme_is_border (text, cut_index_to_pointer (index, selector->end)));
  g_assert_true (find (text, index, selector, TRUE, &at));
  g_assert_cmpuint (at, ==, selector->start);
  if (find (text, index, selector, FALSE, &at))
    g_assert_cmpuint (at, ==, selector->start);
  find (other, other_index, selector, FALSE, &at);
  find (other, other_index, selector, TRUE, &at);
  return 0;
}

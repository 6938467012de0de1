/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-normal.h"
#include "cut-plain.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
check_line (const char *text,
            size_t      size,
            char     *(*normalise) (const char *text, gssize length))
{
  g_autofree char *line = normalise (text, (gssize) size);
  g_autofree char *again = normalise (line, -1);

  g_assert_cmpstr (line, ==, again);
  g_assert_true (cut_normal_is_reader_text (line));
}

/* Each block a line, in order, none missing. */
static void
check_blocks (const CutArticle *article)
{
  guint offset = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);

      g_assert_cmpuint (block->start, ==, offset);
      g_assert_cmpuint (block->end, >, block->start);
      offset = block->end + 1;
    }
  g_assert_cmpint (offset, ==, g_utf8_strlen (article->text, -1) + 1);
}

/* Any bytes from a clipboard: an article whose text keeps the rules and of which something counts, or an error. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *counted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = cut_plain_read (text, &error);

  check_line ((const char *) data, size, cut_normal_line);
  check_line ((const char *) data, size, cut_normal_preformatted);
  (void) cut_normal_is_reader_text (text);
  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;
  g_assert_true (cut_normal_is_reader_text (article->text));
  check_blocks (article);
  counted = cut_blocks_get_counted_text (article->blocks, article->text);
  g_assert_cmpstr (counted, !=, "");
  return 0;
}

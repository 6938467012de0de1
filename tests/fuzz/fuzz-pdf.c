/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-normal.h"
#include "cut-pdf-extract.h"

#define MAX_SIZE (256 * 1024)

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* The bytes of a PDF, from anywhere: an article that keeps the rules, or an error. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *counted = NULL;

  if (size > MAX_SIZE)
    return 0;
  /* Poppler warns of what it does not like, and that is most of what it gets here. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  bytes = g_bytes_new (data, size);
  article = cut_extract_pdf (bytes, &error);
  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;
  g_assert_true (*article->text == '\0' || cut_normal_is_reader_text (article->text));
  blocks = cut_blocks_to_json (article->blocks);
  counted = cut_blocks_get_counted_text (article->blocks, article->text);
  return 0;
}

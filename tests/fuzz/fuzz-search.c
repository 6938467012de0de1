/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "cut-clip.h"
#include "cut-row.h"
#include "cut-store.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A notebook in memory with one clip whose own words are the input too, so that hits and snippets happen. */
static CutStore *
notebook_with (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "Harbour", "standfirst", text, NULL);
  CutStore *store = cut_store_open (":memory:", CUT_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (cut_store_begin (store, NULL));
  /* A field may be too long to be stored; then there is only less to find. */
  cut_store_put (store, clip, NULL);
  g_assert_true (cut_store_commit (store, NULL));
  return store;
}

/* Any text at all is a search; none may fail, and the ways of asking agree. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (CutStore) store = notebook_with (text);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  cut_query_set_match (query, text);
  rows = cut_store_rows (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cut_store_count (store, query, &error), ==, rows->len);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *snippet = cut_row_get_snippet (g_ptr_array_index (rows, i));

      g_assert_true (snippet == NULL || g_utf8_validate (snippet, -1, NULL));
    }
  return 0;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-imports.h"

#include <string.h>

#include "cut-error.h"

static CutBrought *
read_bytes (GBytes     *bytes,
            const char *name,
            const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutBrought) read = cut_imports_read (bytes, name, NULL, &error);
  g_autoptr (GVariant) variant = NULL;
  CutBrought *brought;

  g_assert_no_error (error);
  g_assert_cmpstr (read->format, ==, format);
  /* As it comes from the other process. */
  variant = g_variant_ref_sink (cut_brought_to_variant (read));
  brought = cut_brought_from_variant (variant, &error);
  g_assert_no_error (error);
  return brought;
}

CutBrought *
cut_test_read (const char *name,
               const char *format)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "imports", name, NULL);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  return read_bytes (bytes, name, format);
}

CutBrought *
cut_test_read_text (const char *text,
                    const char *format)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes, "some.file", format);
}

CutBroughtItem *
cut_test_item (CutBrought *brought,
         guint       i)
{
  g_assert_cmpuint (brought->items->len, >, i);
  return g_ptr_array_index (brought->items, i);
}

CutBroughtNote *
cut_test_note (CutBroughtItem *item,
         guint           i)
{
  g_assert_cmpuint (item->notes->len, >, i);
  return g_ptr_array_index (item->notes, i);
}

void
cut_test_assert_list (GPtrArray  *list,
             const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (char *) g_ptr_array_index (list, i));
  g_assert_cmpstr (joined->str, ==, expected);
}

guint
cut_test_left (CutBrought *brought,
      const char *what)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (brought->left, what));
}

/* An item of the article that all files tell of. */
void
cut_test_assert_tank (CutBroughtItem *item,
             const char     *title,
             gint64          added,
             const char     *tags)
{
  g_assert_cmpstr (item->text[CUT_BROUGHT_URL], ==, TANK);
  g_assert_cmpstr (item->text[CUT_BROUGHT_TITLE], ==, title);
  g_assert_cmpint (item->added, ==, added);
  cut_test_assert_list (item->tags, tags);
}

void
cut_test_assert_refused (const char *text,
                         gsize       length,
                         const char *format,
                         int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_imports_read (bytes, "some.file", format, &error));
  g_assert_error (error, CUT_ERROR, code);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-index.h"

#include <string.h>

static void
check_every_character (const char *text)
{
  g_autoptr (CutIndex) index = cut_index_new (text);
  const char *p = text;
  guint offset = 0;

  for (;; p = g_utf8_next_char (p), offset++)
    {
      g_assert_true (cut_index_to_pointer (index, offset) == p);
      g_assert_cmpuint (cut_index_to_offset (index, p), ==, offset);
      if (*p == '\0')
        break;
    }
  g_assert_cmpuint (cut_index_get_length (index), ==, offset);
  g_assert_cmpuint (cut_index_get_bytes (index), ==, strlen (text));
}

static void
test_both_ways (void)
{
  static const char *const texts[] = { "", "a", "é", "한글", "שלום\nעולם", "👩\u200d👩\u200d👧", "🇩🇪 x\u0301", "東京" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_every_character (texts[i]);
}

/* Around the marks that stand every 1,024 code points. */
static void
test_marks (void)
{
  static const char *const letters[] = { "a", "é", "한", "👧" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n = 1022; n < 1028; n++)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint j = 0; j < n; j++)
          g_string_append (text, (j % 7) == 0 ? "b" : letters[i]);
        check_every_character (text->str);
        g_string_append (text, text->str);
        check_every_character (text->str);
      }
}

static void
test_beyond_the_end (void)
{
  const char *text = "né";
  g_autoptr (CutIndex) index = cut_index_new (text);

  g_assert_true (cut_index_to_pointer (index, 2) == text + 3);
  g_assert_true (cut_index_to_pointer (index, 3) == text + 3);
  g_assert_true (cut_index_to_pointer (index, G_MAXUINT) == text + 3);
}

static void
test_slice (void)
{
  const char *text = "aé한👧z";
  g_autoptr (CutIndex) index = cut_index_new (text);
  static const struct
  {
    guint start, end;
    const char *expected;
  } slices[] = {
    { 0, 5, "aé한👧z" }, { 1, 4, "é한👧" }, { 2, 2, "" }, { 3, 99, "👧z" }, { 9, 12, "" }, { 4, 1, "" }, { 0, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slices); i++)
    {
      g_autofree char *slice = cut_index_slice (index, slices[i].start, slices[i].end);

      g_assert_cmpstr (slice, ==, slices[i].expected);
    }
}

static void
test_megabyte (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CutIndex) index = NULL;

  for (guint i = 0; i < 400 * 1000; i++)
    g_string_append (text, "é한");
  index = cut_index_new (text->str);
  g_assert_cmpuint (cut_index_get_length (index), ==, 800 * 1000);
  for (guint offset = 0; offset < 800 * 1000; offset += 997)
    {
      const char *at = cut_index_to_pointer (index, offset);

      g_assert_cmpuint ((gsize) (at - text->str), ==, (gsize) (offset / 2) * 5 + (offset % 2) * 2);
      g_assert_cmpuint (cut_index_to_offset (index, at), ==, offset);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/index/both-ways", test_both_ways);
  g_test_add_func ("/text/index/marks", test_marks);
  g_test_add_func ("/text/index/beyond-the-end", test_beyond_the_end);
  g_test_add_func ("/text/index/slice", test_slice);
  g_test_add_func ("/text/index/megabyte", test_megabyte);
  return g_test_run ();
}

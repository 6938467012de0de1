/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-grapheme.h"

/* What people take for one character, parted by "|". */
static const char *const texts[] = {
  "a|b|c",
  "e\u0301|x",
  "o\u0302\u0323|o",
  "a|\n|b",
  "\n|\u0301|b",
  "👩\u200d👩\u200d👧\u200d👦|👩",
  "👩|👧",
  "👍🏽|👍",
  "❤\ufe0f\u200d🔥|x",
  "👩🏽\u200d🚀|a",
  "a\u200d|👧",
  "a\u200d|b",
  "🇩🇪|🇫🇷|🇮🇹",
  "🇩🇪|🇫",
  "a|🇩🇪|b|🇫🇷",
  "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f|🏴",
  "한|글",
  "\u1112\u1161\u11ab|\u1100\u1173\u11af",
  "가\u11a8|각|가",
  "각\u11a8|\u1161",
  "नि|म",
  "กำ|ลั|ง",
  "ש\u05c1|ל",
  "م|ی\u200c|خ",
  "東|京",
  "1\ufe0f\u20e3|2",
  "(|c\u0327|)",
};

/* The text without its bars, and where they stood, in code points. */
static char *
read_bars (const char *barred,
           GArray     *borders)
{
  GString *text = g_string_new (NULL);
  guint offset = 0;

  for (const char *p = barred; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '|')
      g_array_append_val (borders, offset);
    else
      {
        g_string_append_unichar (text, g_utf8_get_char (p));
        offset++;
      }
  return g_string_free (text, FALSE);
}

static gboolean
has (GArray *borders,
     guint   offset)
{
  for (guint i = 0; i < borders->len; i++)
    if (g_array_index (borders, guint, i) == offset)
      return TRUE;
  return FALSE;
}

static void
check_borders (const char *barred)
{
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = read_bars (barred, borders);
  g_autoptr (CutIndex) index = cut_index_new (text);
  guint length = cut_index_get_length (index);

  g_test_message ("%s", barred);
  for (guint i = 0; i <= length; i++)
    {
      gboolean expected = i == 0 || i == length || has (borders, i);

      g_test_message ("  before code point %u", i);
      g_assert_cmpint (cut_grapheme_is_border (text, cut_index_to_pointer (index, i)), ==, expected);
    }
}

static void
test_borders (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_borders (texts[i]);
}

static void
test_widen (void)
{
  static const struct
  {
    const char *text;
    guint start, end, wide_start, wide_end;
  } cases[] = {
    { "abc", 1, 2, 1, 2 },
    { "", 0, 0, 0, 0 },
    { "xe\u0301\u0323y", 2, 3, 1, 4 },
    { "a👩\u200d👩\u200d👧b", 2, 3, 1, 6 },
    { "a👩\u200d👩\u200d👧b", 0, 2, 0, 6 },
    { "🇩🇪🇫🇷", 1, 3, 0, 4 },
    { "🇩🇪🇫🇷", 2, 4, 2, 4 },
    { "\u1112\u1161\u11ab", 1, 2, 0, 3 },
    { "e\u0301", 1, 1, 0, 2 },
    { "ab", 2, 2, 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutIndex) index = cut_index_new (cases[i].text);
      guint start = cases[i].start;
      guint end = cases[i].end;

      g_test_message ("%s", cases[i].text);
      cut_grapheme_widen (cases[i].text, index, &start, &end);
      g_assert_cmpuint (start, ==, cases[i].wide_start);
      g_assert_cmpuint (end, ==, cases[i].wide_end);
    }
}

/* Nobody writes them, but nothing must take the square of their number. */
static void
test_endless (void)
{
  static const char *const parts[] = { "🇩", "\u0301", "👧\u200d", "\u200d", "\u1161" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CutIndex) index = NULL;
      guint start, end;

      for (guint n = 0; n < 100 * 1000; n++)
        g_string_append (text, parts[i]);
      index = cut_index_new (text->str);
      start = cut_index_get_length (index) / 2;
      end = start + 1;
      cut_grapheme_widen (text->str, index, &start, &end);
      g_assert_true (cut_grapheme_is_border (text->str, cut_index_to_pointer (index, start)));
      g_assert_true (cut_grapheme_is_border (text->str, cut_index_to_pointer (index, end)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/grapheme/borders", test_borders);
  g_test_add_func ("/text/grapheme/widen", test_widen);
  g_test_add_func ("/text/grapheme/endless", test_endless);
  return g_test_run ();
}

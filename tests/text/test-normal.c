/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-compose.h"
#include "cut-normal.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *input;
  const char *expected;
} Pair;

static const Pair lines[] = {
  { "empty", "", "" },
  { "only space", " \t\r\n\v\f ", "" },
  { "only what says nothing", "\u00ad\ufeff\x01\x7f", "" },
  { "folded", "  one \t\n two\r\nthree  ", "one two three" },
  { "line and paragraph separators, next line", "one\u2028two\u2029three\xc2\x85" "four", "one two three four" },
  { "other spaces fold", "one\u2003\u2009two\u3000three", "one two three" },
  { "no-break spaces stay", "10\u00a0000\u202f€ a\u2007b", "10\u00a0000\u202f€ a\u2007b" },
  { "no-break space at the ends stays", " \u00a0a\u00a0 ", "\u00a0a\u00a0" },
  { "soft hyphens", "un\u00adbe\u00adliev\u00adable", "unbelievable" },
  { "soft hyphen between spaces", "a \u00ad b", "a b" },
  { "soft hyphen before a mark", "e\u00ad\u0301", "é" },
  { "byte order mark", "\ufeffa\ufeffb", "ab" },
  { "controls", "a\x01\x1b[0m\x7f\xc2\x80" "b", "a[0mb" },
  { "composed", "e\u0301 A\u030a o\u0302\u0323", "é Å ộ" },
  { "singletons", "\u212b \u2126 \u1fef", "Å Ω `" },
  { "compatibility forms stay", "ﬁ ² ①", "ﬁ ² ①" },
  { "conjoining Hangul", "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글" },
  { "order of marks", "q\u0307\u0323", "q\u0323\u0307" },
  { "excluded from composing", "\u0958", "\u0915\u093c" },
  { "family of emoji", "👩\u200d👩\u200d👧\u200d👦", "👩\u200d👩\u200d👧\u200d👦" },
  { "non-joiner", "می\u200cخواهم", "می\u200cخواهم" },
  { "right to left", "  שלום   עולם  ", "שלום עולם" },
  { "direction marks stay", "a\u200eb\u200f", "a\u200eb\u200f" },
  { "ideographs", "東京　大阪。", "東京 大阪。" },
  { "flags", "🇩🇪🇫🇷", "🇩🇪🇫🇷" },
  { "object character", "a\ufffcb", "a\ufffdb" },
  { "no UTF-8", "a\xff\xfe", "a\ufffd\ufffd" },
  { "cut short", "a\xe2\x82", "a\ufffd\ufffd" },
  { "overlong", "\xc0\xaf", "\ufffd\ufffd" },
  { "surrogate", "\xed\xa0\x80", "\ufffd\ufffd\ufffd" },
  { "Latin 1", "caf\xe9 noir", "caf\ufffd noir" },
  { "curly quotes stay", "“it’s” ‘so’ „ja“", "“it’s” ‘so’ „ja“" },
};

static const Pair preformatted[] = {
  { "empty", "", "" },
  { "only space", " \t ", "" },
  { "leading spaces", "  if (x)", "\u00a0\u00a0if (x)" },
  { "leading tab", "\tx", "\u00a0\u00a0\u00a0\u00a0x" },
  { "inner spaces and tab", "a  b\tc", "a  b    c" },
  { "trailing", "a  \t", "a" },
  { "soft hyphen before the code", "\u00ad  a", "\u00a0\u00a0a" },
  { "composed", "  e\u0301", "\u00a0\u00a0é" },
  { "no UTF-8", "\xff ", "\ufffd" },
};

static void
check_pairs (const Pair *pairs,
             gsize       n_pairs,
             char     *(*normalise) (const char *text, gssize length))
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      g_autofree char *got = normalise (pairs[i].input, -1);
      g_autofree char *again = normalise (got, -1);

      g_test_message ("%s", pairs[i].name);
      g_assert_cmpstr (got, ==, pairs[i].expected);
      g_assert_cmpstr (again, ==, got);
      g_assert_true (cut_normal_is_reader_text (got));
    }
}

static void
test_line (void)
{
  check_pairs (lines, G_N_ELEMENTS (lines), cut_normal_line);
}

static void
test_preformatted (void)
{
  check_pairs (preformatted, G_N_ELEMENTS (preformatted), cut_normal_preformatted);
}

static void
test_length (void)
{
  g_autofree char *some = cut_normal_line ("one two three", 7);
  g_autofree char *none = cut_normal_line ("one", 0);
  g_autofree char *split = cut_normal_line ("caf\u00e9", 4);
  g_autofree char *nul = cut_normal_line ("a\0b", 3);

  g_assert_cmpstr (some, ==, "one two");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (split, ==, "caf\ufffd");
  g_assert_cmpstr (nul, ==, "a\ufffdb");
}

static void
test_reader_text (void)
{
  static const char *const good[] = {
    "", "a", "a b", "a\nb", "\u00a0a\u00a0\nb", "a  b", "é", "👩\u200d👧\n한글\nשלום", "\u200ba",
  };
  static const char *const bad[] = {
    " a", "a ", "a\n", "\na", "a\n\nb", "a\n b", "a \nb", "a\tb", "a\rb", "a\u00adb", "a\302\205b", "a\u2028b",
    "a\u2029b", "a\u2003b", "\ufeffa", "a\ufffcb", "e\u0301", "\u212b", "a\x01", "a\xff", "\n", " ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("good %" G_GSIZE_FORMAT, i);
      g_assert_true (cut_normal_is_reader_text (good[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("bad %" G_GSIZE_FORMAT, i);
      g_assert_false (cut_normal_is_reader_text (bad[i]));
    }
}

/* Letters, marks, spaces, controls and joiners of many scripts, in any order. */
static gunichar
any_character (void)
{
  static const gunichar blocks[] = { 0x00, 0x80, 0x300, 0x340, 0x590, 0x900, 0xf70, 0x1100, 0x1160, 0x11a8,
                                     0x1e00, 0x1f00, 0x2000, 0x2028, 0x20d0, 0x3040, 0xac00, 0xfb10, 0xfe00, 0xfff0, 0x1f1e0,
                                     0x1f460, 0x1d160, 0xe0020 };
  gunichar c;

  do
    c = blocks[g_test_rand_int_range (0, G_N_ELEMENTS (blocks))] + (gunichar) g_test_rand_int_range (0, 48);
  while (c == 0 || !g_unichar_validate (c));
  return c;
}

static void
test_any_text_keeps_the_rules (void)
{
  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *line = NULL;
      g_autofree char *again = NULL;
      g_autofree char *code = NULL;
      g_autofree char *whole = NULL;

      for (int n = g_test_rand_int_range (0, 400); n > 0; n--)
        g_string_append_unichar (text, any_character ());
      line = cut_normal_line (text->str, -1);
      again = cut_normal_line (line, -1);
      code = cut_normal_preformatted (text->str, -1);
      whole = g_utf8_normalize (line, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (line, ==, again);
      g_assert_cmpstr (line, ==, whole);
      g_assert_true (cut_normal_is_reader_text (line));
      g_assert_true (cut_normal_is_reader_text (code));
    }
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < 128 * 1024; i++)
    g_string_append (text, "word\u00ad \t ");
  line = cut_normal_line (text->str, (gssize) text->len);
  g_assert_cmpuint (strlen (line), ==, 128 * 1024 * 5 - 1);
  g_assert_true (cut_normal_is_reader_text (line));
}

/* What is composed already is told by its characters. */
static void
test_composed_already (void)
{
  for (gunichar c = 0x80; c < 0x3200; c++)
    {
      g_autoptr (GString) text = g_string_new ("o");
      g_autofree char *composed = NULL;
      g_autofree char *nfc = NULL;

      g_string_append_unichar (text, c);
      g_string_append (text, "e");
      g_string_append_unichar (text, c);
      g_string_append_unichar (text, c);
      composed = cut_compose (text->str, -1);
      nfc = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (composed, ==, nfc);
    }
}

/* Composing one takes as long as what is behind it: see cut-normal.c. */
static void
test_long_composed (void)
{
  static const char *const parts[] = { "e\u0301", "é", "\u1112\u1161\u11ab", "한", "ộ", "\u0915\u093c", "🇩🇪é" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *one = cut_normal_line (parts[i], -1);
      g_autofree char *line = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, parts[i]);
      line = cut_normal_line (text->str, -1);
      g_assert_cmpuint (strlen (line), ==, text->len / strlen (parts[i]) * strlen (one));
      g_assert_true (g_str_has_prefix (line, one) && g_str_has_suffix (line, one));
      g_assert_true (cut_normal_is_reader_text (line));
    }
}

/* Sorting the marks on one letter takes the square of their number: see cut-mark-run.h. */
static void
test_endless_marks (void)
{
  static const char *const pairs[] = { "\u0301\u0316", "\u0f73", "\u0344\u0316", "\u0e38\u0316", "\u09c7\u09be" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GString) text = g_string_new ("a");
      g_autofree char *line = NULL;
      g_autofree char *again = NULL;

      for (guint n = 0; n < 200 * 1000; n++)
        g_string_append (text, pairs[i]);
      line = cut_normal_line (text->str, -1);
      again = cut_normal_line (line, -1);
      g_assert_cmpstr (line, ==, again);
      g_assert_true (cut_normal_is_reader_text (line));
      g_assert_false (cut_normal_is_reader_text (text->str));
    }
}

static void
test_many_marks_stay (void)
{
  /* What people write: vowel points, tone marks, and the stacks of a joke. */
  static const char *const texts[] = { "בְּרֵאשִׁ֖ית", "ที่นี่", "z\u0335\u0321\u0316\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = cut_normal_line (texts[i], -1);
      g_autofree char *nfc = g_utf8_normalize (texts[i], -1, G_NORMALIZE_NFC);

      g_assert_cmpstr (line, ==, nfc);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normal/line", test_line);
  g_test_add_func ("/text/normal/preformatted", test_preformatted);
  g_test_add_func ("/text/normal/length", test_length);
  g_test_add_func ("/text/normal/reader-text", test_reader_text);
  g_test_add_func ("/text/normal/any", test_any_text_keeps_the_rules);
  g_test_add_func ("/text/normal/long-line", test_long_line);
  g_test_add_func ("/text/normal/composed-already", test_composed_already);
  g_test_add_func ("/text/normal/long-composed", test_long_composed);
  g_test_add_func ("/text/normal/endless-marks", test_endless_marks);
  g_test_add_func ("/text/normal/many-marks", test_many_marks_stay);
  return g_test_run ();
}

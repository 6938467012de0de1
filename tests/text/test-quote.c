/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-quote.h"

#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"

static CutSelector *
make (const char *text,
      guint       start,
      guint       end)
{
  g_autoptr (CutIndex) index = cut_index_new (text);
  g_autoptr (GError) error = NULL;
  CutSelector *selector = cut_quote_make (text, index, start, end, &error);

  g_assert_no_error (error);
  return selector;
}

/* Returns: the code point the words are found at, or -1 */
static int
find (const char        *text,
      const CutSelector *selector,
      gboolean           has_position)
{
  g_autoptr (CutIndex) index = cut_index_new (text);
  guint start = 0;
  guint end = 0;

  if (!cut_quote_find (text, index, selector, has_position, &start, &end))
    return -1;
  g_assert_cmpuint (end - start, ==, g_utf8_strlen (selector->exact, -1));
  g_assert_cmpint (strncmp (cut_index_to_pointer (index, start), selector->exact, strlen (selector->exact)), ==, 0);
  return (int) start;
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *hit = strstr (text, words); hit != NULL; hit = strstr (hit + 1, words))
    n++;
  return n;
}

static void
test_parts (void)
{
  const char *text = "The mayor said on Monday that the bridge would be closed for two weeks.";
  g_autoptr (CutSelector) middle = make (text, 30, 40);
  g_autoptr (CutSelector) first = make (text, 0, 3);
  g_autoptr (CutSelector) last = make (text, 65, 71);
  g_autoptr (CutSelector) whole = make (text, 0, 71);

  g_assert_cmpuint (middle->start, ==, 30);
  g_assert_cmpuint (middle->end, ==, 40);
  g_assert_cmpstr (middle->exact, ==, "the bridge");
  g_assert_cmpstr (middle->prefix, ==, "The mayor said on Monday that ");
  g_assert_cmpstr (middle->suffix, ==, " would be closed for two weeks.");
  g_assert_cmpstr (first->prefix, ==, "");
  g_assert_cmpint (g_utf8_strlen (first->suffix, -1), ==, CUT_LIMIT_CONTEXT);
  g_assert_cmpstr (last->suffix, ==, "");
  g_assert_cmpstr (whole->exact, ==, text);
  g_assert_cmpstr (whole->prefix, ==, "");
  g_assert_cmpstr (whole->suffix, ==, "");
}

static void
test_nothing_to_mark (void)
{
  static const struct
  {
    const char *text;
    guint start, end;
  } cases[] = { { "", 0, 0 }, { "", 0, 1 }, { "abc", 1, 1 }, { "abc", 2, 1 }, { "abc", 2, 4 }, { "abc", 9, 12 }, { "é", 1, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutIndex) index = cut_index_new (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_quote_make (cases[i].text, index, cases[i].start, cases[i].end, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

static void
test_whole_characters (void)
{
  g_autoptr (CutSelector) family = make ("a 👩\u200d👩\u200d👧 b", 3, 4);
  g_autoptr (CutSelector) flag = make ("🇩🇪🇫🇷", 1, 2);
  g_autoptr (CutSelector) mark = make ("q\u0323\u0307x", 0, 1);

  g_assert_cmpstr (family->exact, ==, "👩\u200d👩\u200d👧");
  g_assert_cmpuint (family->start, ==, 2);
  g_assert_cmpuint (family->end, ==, 7);
  g_assert_cmpstr (flag->exact, ==, "🇩🇪");
  g_assert_cmpstr (mark->exact, ==, "q\u0323\u0307");
}

/* The context never begins or ends inside of a character either. */
static void
test_whole_context (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CutSelector) selector = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "👩\u200d👧");
  g_string_append (text, "X");
  for (guint i = 0; i < 20; i++)
    g_string_append (text, "👩\u200d👧");
  selector = make (text->str, 60, 61);
  g_assert_cmpstr (selector->exact, ==, "X");
  g_assert_true (g_str_has_prefix (selector->prefix, "👩"));
  g_assert_true (g_str_has_suffix (selector->suffix, "👧"));
  g_assert_cmpint (g_utf8_strlen (selector->prefix, -1), ==, 33);
}

/* Every word of a text full of repeats is found again by its context alone. */
static void
test_repeats (void)
{
  const char *text = "No comment. The firm had no comment. The firm had no comment on Friday, the firm had said.\n"
                     "The firm had no comment. The firm had no comment on Friday, the firm said again.\n"
                     "No comment. The firm had no comment. The firm had no comment on Friday, the firm had gone.";
  guint length = (guint) g_utf8_strlen (text, -1);

  for (guint start = 0; start + 8 <= length; start++)
    {
      g_autoptr (CutSelector) selector = make (text, start, start + 8);
      g_autofree char *all = g_strconcat (selector->prefix, selector->exact, selector->suffix, NULL);

      g_assert_cmpuint (count (text, all), ==, 1);
      g_assert_cmpint (find (text, selector, FALSE), ==, (int) start);
      g_assert_cmpint (find (text, selector, TRUE), ==, (int) start);
    }
}

static void
test_longer_context (void)
{
  g_autoptr (GString) text = g_string_new ("One. ");
  g_autoptr (CutSelector) selector = NULL;

  for (guint i = 0; i < 2; i++)
    g_string_append (text, "The council met in the evening and the evening was long and nobody said a word about the new road. ");
  g_string_append (text, "Two.");
  selector = make (text->str, 55, 60);
  g_assert_cmpint (g_utf8_strlen (selector->prefix, -1), >, CUT_LIMIT_CONTEXT);
  g_assert_cmpint (find (text->str, selector, FALSE), ==, 55);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *prefix;
  const char *exact;
  const char *suffix;
  int position; /* -1: none */
  int expected; /* -1: refused */
} Found;

static const Found found[] = {
  { "once, no context", "one two three", "", "two", "", -1, 4 },
  { "not there", "one two three", "one ", "four", " three", 4, -1 },
  { "nothing quoted", "one two three", "one ", "", "two", 4, -1 },
  { "empty text", "", "", "two", "", 0, -1 },
  { "case differs", "one Two three", "one ", "two", " three", 4, -1 },
  { "context decides", "a cat. b cat. c cat.", "b ", "cat", ".", -1, 9 },
  { "suffix decides", "cat one cat two cat three", "", "cat", " two", -1, 8 },
  { "context beats position", "a cat. b cat. c cat.", "b ", "cat", ". c", 2, 9 },
  { "tie without position", "cat cat cat", "", "cat", "", -1, -1 },
  { "tie of a wrong context", "a cat, b cat", "x ", "cat", "", -1, -1 },
  { "tie, position true", "cat cat cat", "", "cat", "", 4, 4 },
  { "tie, position a little off", "cat cat cat", "", "cat", "", 5, 4 },
  { "as far before as behind", "cat-cat-cat", "", "cat", "", 2, -1 },
  { "position beyond the end", "cat cat", "", "cat", "", 900, 4 },
  { "moved", "New first line.\nThe cat sat. The cat ran.", "The ", "cat", " ran", 4, 33 },
  { "at the start", "cat. A cat", "", "cat", ". A", -1, 0 },
  { "at the end", "A cat. A cat", ". A ", "cat", "", -1, 9 },
  { "prefix longer than what stands before", "a cat cat", "xxxxxxxxxx a ", "cat", "", -1, 2 },
  { "overlapping", "ana banana", "ban", "ana", "", -1, 7 },
  { "overlapping tie", "aaaa", "", "aa", "", -1, -1 },
  { "many bytes", "é한👧 x é한👧 y", "", "한👧", " y", -1, 7 },
  { "over lines", "a\nb c\nd", "a\n", "b c", "\nd", -1, 2 },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      const Found *f = &found[i];
      guint start = f->position < 0 ? 0 : (guint) f->position;
      g_autoptr (CutSelector) selector = cut_selector_new (start, start + (guint) g_utf8_strlen (f->exact, -1), f->exact, f->prefix,
                                                           f->suffix);

      g_test_message ("%s", f->name);
      g_assert_cmpint (find (f->text, selector, f->position >= 0), ==, f->expected);
    }
}

/* A selector made in one text is looked up in the text after a correction. */
static void
test_stale (void)
{
  const char *before = "The minister said no. The spokesman said no. The minister left.";
  const char *after = "Corrected. The minister said no. The spokesman, asked twice, said no. The minister left.";
  g_autoptr (CutSelector) first = make (before, 13, 20);
  g_autoptr (CutSelector) second = make (before, 36, 43);

  g_assert_cmpint (find (after, first, TRUE), ==, 24);
  g_assert_cmpint (find (after, second, TRUE), ==, 61);
  g_assert_cmpint (find (after, second, FALSE), ==, 61);
}

/* Texts that somebody sends: the time must not grow with the square of their size. */
static void
test_hostile (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'a');
  g_autofree char *half = g_strnfill (512 * 1024, 'a');
  g_autoptr (CutSelector) letter = cut_selector_new (0, 1, "a", half, half);
  g_autoptr (CutSelector) long_one = cut_selector_new (9, 9 + 512 * 1024, half, "", "");
  g_autoptr (CutSelector) made = make (text, 1000, 2000);

  g_assert_cmpint (find (text, letter, FALSE), ==, -1);
  g_assert_cmpint (find (text, long_one, FALSE), ==, -1);
  g_assert_cmpint (find (text, long_one, TRUE), ==, 9);
  g_assert_cmpint (find (text, made, TRUE), ==, 1000);
  g_assert_cmpint (find (text, made, FALSE), ==, -1);
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CutSelector) selector = NULL;

  for (guint i = 0; text->len < 1024 * 1024; i++)
    g_string_append_printf (text, "Straße %u ist gesperrt, ", i);
  selector = make (text->str, 500 * 1000, 500 * 1000 + 40);
  g_assert_cmpint (find (text->str, selector, FALSE), ==, 500 * 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/quote/parts", test_parts);
  g_test_add_func ("/text/quote/nothing-to-mark", test_nothing_to_mark);
  g_test_add_func ("/text/quote/whole-characters", test_whole_characters);
  g_test_add_func ("/text/quote/whole-context", test_whole_context);
  g_test_add_func ("/text/quote/repeats", test_repeats);
  g_test_add_func ("/text/quote/longer-context", test_longer_context);
  g_test_add_func ("/text/quote/find", test_find);
  g_test_add_func ("/text/quote/stale", test_stale);
  g_test_add_func ("/text/quote/hostile", test_hostile);
  g_test_add_func ("/text/quote/long-line", test_long_line);
  return g_test_run ();
}

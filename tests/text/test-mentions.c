/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-name-matcher.h"

/* Which words are found to be whom. What is found is written as "owner:words", those that are ambiguous with a question mark, short
 * forms with a tilde. */

enum
{
  TRUMP = 1,
  MELANIA,
  JOURNAL,
  APPLE,
  US,
  EBAY,
  ERDOGAN,
  MUELLER,
  NEW_YORK,
  TIMES,
  ONEILL,
  PICARD,
  LEYEN,
  BANK,
  ITALIE,
  LOUIS,
  ATT,
  ROWLING,
  NINTENDO,
  SOLARIS,
  NIKE,
  JOBS,
  TIMES_SQUARE,
};

static const struct
{
  gint64 owner;
  CutNameSort sort;
  const char *name;
} names[] = {
  { TRUMP, CUT_NAME_PERSON, "Donald Trump" },
  { TRUMP, CUT_NAME_PERSON, "Donald J. Trump" },
  { MELANIA, CUT_NAME_PERSON, "Melania Trump" },
  { JOURNAL, CUT_NAME_BODY, "The Wall Street Journal" },
  { APPLE, CUT_NAME_BODY, "Apple" },
  { US, CUT_NAME_OTHER, "US" },
  { EBAY, CUT_NAME_BODY, "eBay" },
  { ERDOGAN, CUT_NAME_PERSON, "Recep Erdogan" },
  { MUELLER, CUT_NAME_PERSON, "Karl Müller" },
  { NEW_YORK, CUT_NAME_OTHER, "New York" },
  { TIMES, CUT_NAME_BODY, "New York Times" },
  { TIMES_SQUARE, CUT_NAME_OTHER, "Times Square Alliance Board" },
  { ONEILL, CUT_NAME_PERSON, "Sean O’Neill" },
  { PICARD, CUT_NAME_PERSON, "Jean-Luc Picard" },
  { LEYEN, CUT_NAME_PERSON, "Ursula von der Leyen" },
  { BANK, CUT_NAME_BODY, "Bank of Norrvik" },
  { ITALIE, CUT_NAME_OTHER, "Italie" },
  { LOUIS, CUT_NAME_OTHER, "St. Louis" },
  { ATT, CUT_NAME_BODY, "AT&T" },
  { ROWLING, CUT_NAME_PERSON, "J. K. Rowling" },
  { NINTENDO, CUT_NAME_BODY, "任天堂" },
  { SOLARIS, CUT_NAME_BODY, "Solaris Shipping Ltd." },
  { NIKE, CUT_NAME_BODY, "ナイキ" },
  { JOBS, CUT_NAME_PERSON, "Steve Jobs" },
};

static CutNameMatcher *
make_matcher (void)
{
  CutNameMatcher *matcher = cut_name_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cut_name_matcher_add (matcher, names[i].owner, names[i].sort, names[i].name);
  return matcher;
}

static char *
describe (const char *text,
          GArray     *matches)
{
  GString *described = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const CutNameMatch *match = &g_array_index (matches, CutNameMatch, i);
      g_autofree char *words = g_utf8_substring (text, match->start, match->end);

      g_string_append_printf (described, "%s%d%s%s:%s", i > 0 ? "|" : "", (int) match->owner, match->is_short ? "~" : "",
                              match->ambiguous ? "?" : "", words);
    }
  return g_string_free (described, FALSE);
}

static void
assert_found_with (const CutNameManner *manner,
                   const char          *text,
                   const char          *expected)
{
  g_autoptr (CutNameMatcher) matcher = make_matcher ();
  g_autoptr (GArray) matches = cut_name_matcher_run (matcher, text, NULL, 0, manner);
  g_autofree char *described = describe (text, matches);

  g_assert_cmpstr (described, ==, expected);
}

static void
assert_found (const char *text,
              const char *expected)
{
  assert_found_with (NULL, text, expected);
}

static void
test_case (void)
{
  assert_found ("She bought an Apple. It was no apple.", "4:Apple");
  assert_found ("APPLE SUES A RIVAL", "4:APPLE");
  assert_found ("They told us that the US and Us are not the same.", "5:US");
  assert_found ("Sold on eBay, not on ebay; EBay said so, and EBAY.", "6:eBay|6:EBay|6:EBAY");
  assert_found ("Donald TRUMP", "1:Donald TRUMP");
  assert_found ("DoNaLd Trump", "");
}

static void
test_boundaries (void)
{
  assert_found ("Pineapple, Apples, Apple2, Apple-like, “Apple”, Apple", "4:Apple|4:Apple|4:Apple");
  assert_found ("Apple’s plan, Apple's plan and the Apples' plan", "4:Apple|4:Apple");
  assert_found ("Apple.com is a page. Apple.Then", "4:Apple");
  assert_found ("Steve Jobs’ daughter", "22:Steve Jobs");
  assert_found ("Steve Jobs’s daughter; Jobs' house", "22:Steve Jobs|22~:Jobs");
  assert_found ("L’Italie et l'Italie, D’Italie", "15:Italie|15:Italie");
  assert_found ("Sean O'Neill saw Neill; O’Neill left", "11:Sean O'Neill|11~:O’Neill");
  assert_found ("New\302\240York and New  York and New-York", "9:New\302\240York|9:New  York|9:New-York");
  assert_found ("in New\nYork", "");
  assert_found ("In St. Louis, St Louis and St.Louis", "16:St. Louis|16:St Louis");
  assert_found ("AT&T, AT & T", "17:AT&T|17:AT & T");
  assert_found ("J.K. Rowling, J. K. Rowling and J K Rowling", "18:J.K. Rowling|18:J. K. Rowling|18:J K Rowling");
  assert_found ("The U.S. and the US of the U.S.A. or the USA", "5:U.S.|5:US");
  assert_found ("JK Rowling, JKR and A.T.&T.", "18:JK Rowling|17:A.T.&T");
  assert_found ("Jean-Luc Picard, Jean‑Luc Picard and Jean Luc Picard", "12:Jean-Luc Picard|12:Jean‑Luc Picard|12:Jean Luc Picard");
}

static void
test_diacritics (void)
{
  assert_found ("Recep Erdoğan and Recep Erdogan", "7:Recep Erdoğan|7:Recep Erdogan");
  assert_found ("Karl Muller and Karl Müller", "8:Karl Muller|8:Karl Müller");
  assert_found ("Karl Mu\314\210ller", "8:Karl Mu\314\210ller");
}

static void
test_genitive (void)
{
  const CutNameManner german = { .genitive_s = TRUE, .noun_capitals = TRUE };

  assert_found ("Karl Müllers Plan", "");
  assert_found_with (&german, "Karl Müllers Plan, Müllers Plan, Karl Müller Plan", "8:Karl Müllers|8~:Müllers|8:Karl Müller");
  assert_found_with (&german, "Apples Gewinn und eBays Gewinn", "4:Apples|6:eBays");
}

static void
test_scripts (void)
{
  assert_found ("昨日任天堂は発表した。", "19:任天堂");
  assert_found ("ナイキは、ナイキー", "21:ナイキ");
}

static void
test_overlap (void)
{
  assert_found ("The New York Times of New York", "10:New York Times|9:New York");
  assert_found ("New York Times Square Alliance Board", "23:Times Square Alliance Board");
  assert_found ("the Wall Street Journal, The Wall Street Journal, Wall Street Journal",
                "3:the Wall Street Journal|3:The Wall Street Journal|3:Wall Street Journal");
}

static gboolean
is_title (const char *word,
          gsize       length,
          gpointer    data)
{
  static const char *const words[] = { "President", "But", NULL };
  g_autofree char *whole = g_strndup (word, length);

  return g_strv_contains (words, whole);
}

static void
test_family (void)
{
  const CutNameManner manner = { .before = is_title };

  assert_found ("Trump spoke.", "");
  assert_found ("Donald Trump spoke. Then Mr. Trump left; Trump’s wife did not.\nTrump came.",
                "1:Donald Trump|1~:Trump|1~:Trump|1~:Trump");
  assert_found ("Trump came. Donald Trump left.", "1~:Trump|1:Donald Trump");
  assert_found ("Donald J. Trump met Eric Trump in Trump Tower with E. Trump & Sons.", "1:Donald J. Trump");
  assert_found_with (&manner, "Donald Trump. But Trump and President Trump, not Former Trump", "1:Donald Trump|1~:Trump|1~:Trump");
  assert_found ("anti-Trump, Donald Trump, Smith-Trump", "1~:Trump|1:Donald Trump");
  assert_found ("Ursula von der Leyen; von der Leyen; Von der Leyen, and Leyen.",
                "13:Ursula von der Leyen|13~:von der Leyen|13~:Von der Leyen|13~:Leyen");
}

static void
test_ambiguous (void)
{
  assert_found ("Donald Trump and Melania Trump came. Trump spoke.", "1:Donald Trump|2:Melania Trump|1~?:Trump|2~?:Trump");
  assert_found ("Melania Trump came. Trump spoke.", "2:Melania Trump|2~:Trump");
}

static void
test_shared_name (void)
{
  g_autoptr (CutNameMatcher) matcher = make_matcher ();
  g_autoptr (GArray) matches = NULL;
  g_autofree char *described = NULL;

  cut_name_matcher_add (matcher, 40, CUT_NAME_OTHER, "Apple");
  cut_name_matcher_add (matcher, 41, CUT_NAME_OTHER, "Trump");
  matches = cut_name_matcher_run (matcher, "Apple. Donald Trump, Trump", NULL, 0, NULL);
  described = describe ("Apple. Donald Trump, Trump", matches);
  g_assert_cmpstr (described, ==, "4?:Apple|40?:Apple|1:Donald Trump|1~?:Trump|41?:Trump");
}

static void
test_heads (void)
{
  assert_found ("The Journal wrote.", "");
  assert_found ("The Wall Street Journal wrote it. The Journal, or the Journal, not the journal, nor the Journal of Law.",
                "3:The Wall Street Journal|3~:The Journal|3~:the Journal");
  assert_found ("The Bank of Norrvik closed. The Bank of Japan did not; the Bank said so.", "14:Bank of Norrvik|14~:the Bank");
  assert_found ("Solaris Shipping Ltd closed; Solaris Shipping said so.", "20:Solaris Shipping Ltd|20:Solaris Shipping");
}

static void
test_removal (void)
{
  g_autoptr (CutNameMatcher) matcher = make_matcher ();
  g_autoptr (GArray) matches = NULL;
  g_autofree char *described = NULL;

  g_assert_true (cut_name_matcher_has_owner (matcher, APPLE));
  cut_name_matcher_remove (matcher, APPLE);
  cut_name_matcher_remove (matcher, TIMES);
  cut_name_matcher_remove (matcher, 99);
  g_assert_false (cut_name_matcher_has_owner (matcher, APPLE));
  cut_name_matcher_add (matcher, 50, CUT_NAME_OTHER, "Apple Valley");
  matches = cut_name_matcher_run (matcher, "Apple, Apple Valley and the New York Times", NULL, 0, NULL);
  described = describe ("Apple, Apple Valley and the New York Times", matches);
  g_assert_cmpstr (described, ==, "50:Apple Valley|9:New York");
}

static void
test_ranges (void)
{
  const char *text = "Apple\nNew\nYork\nApple";
  const CutNameRange folded[] = { { 6, 14, TRUE }, { 15, 20, FALSE } };
  g_autoptr (CutNameMatcher) matcher = make_matcher ();
  g_autoptr (GArray) matches = cut_name_matcher_run (matcher, text, folded, G_N_ELEMENTS (folded), NULL);
  g_autofree char *described = describe (text, matches);

  g_assert_cmpstr (described, ==, "9:New\nYork|4:Apple");
  g_assert_cmpuint (g_array_index (matches, CutNameMatch, 1).start, ==, 15);
}

/* Names that are no names, and those that are too long, are nowhere. */
static void
test_odd_names (void)
{
  g_autoptr (CutNameMatcher) matcher = cut_name_matcher_new ();
  g_autoptr (GString) many = g_string_new ("word");
  g_autofree char *long_word = g_strnfill (300, 'a');
  g_autoptr (GArray) matches = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append (many, " word");
  cut_name_matcher_add (matcher, 1, CUT_NAME_PERSON, "");
  cut_name_matcher_add (matcher, 2, CUT_NAME_BODY, " – ! ");
  cut_name_matcher_add (matcher, 3, CUT_NAME_OTHER, many->str);
  cut_name_matcher_add (matcher, 4, CUT_NAME_OTHER, long_word);
  cut_name_matcher_add (matcher, 5, CUT_NAME_OTHER, "李");
  for (gint64 owner = 1; owner <= 5; owner++)
    g_assert_false (cut_name_matcher_has_owner (matcher, owner));
  matches = cut_name_matcher_run (matcher, long_word, NULL, 0, NULL);
  g_assert_cmpuint (matches->len, ==, 0);
}

/* Steps do not grow faster than the text: with 32 names nested in each other a text four times as long has four times the
 * matches, and what is stored on the way is bounded by the words. */
static void
test_hostile (void)
{
  g_autoptr (CutNameMatcher) matcher = cut_name_matcher_new ();
  g_autoptr (GString) name = g_string_new ("a");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) matches = NULL;

  for (guint i = 1; i <= 32; i++)
    {
      cut_name_matcher_add (matcher, i, CUT_NAME_PERSON, name->str);
      g_string_append (name, " a");
    }
  for (guint i = 0; i < 512 * 1024; i++)
    g_string_append (text, "a ");
  matches = cut_name_matcher_run (matcher, text->str, NULL, 0, NULL);
  g_assert_cmpuint (matches->len, ==, 512 * 1024 / 32);
  for (guint i = 0; i < matches->len; i++)
    g_assert_cmpint (g_array_index (matches, CutNameMatch, i).owner, ==, 32);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/mentions/case", test_case);
  g_test_add_func ("/text/mentions/boundaries", test_boundaries);
  g_test_add_func ("/text/mentions/diacritics", test_diacritics);
  g_test_add_func ("/text/mentions/genitive", test_genitive);
  g_test_add_func ("/text/mentions/scripts", test_scripts);
  g_test_add_func ("/text/mentions/overlap", test_overlap);
  g_test_add_func ("/text/mentions/family", test_family);
  g_test_add_func ("/text/mentions/ambiguous", test_ambiguous);
  g_test_add_func ("/text/mentions/shared-name", test_shared_name);
  g_test_add_func ("/text/mentions/heads", test_heads);
  g_test_add_func ("/text/mentions/removal", test_removal);
  g_test_add_func ("/text/mentions/ranges", test_ranges);
  g_test_add_func ("/text/mentions/odd-names", test_odd_names);
  g_test_add_func ("/text/mentions/hostile", test_hostile);
  return g_test_run ();
}

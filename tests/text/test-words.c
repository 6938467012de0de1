/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-search-words.h"
#include "cut-slip.h"
#include "cut-stemmer.h"
#include "cut-umlaut.h"

/* Words as the search finds them, words that are nearly the same, and words without their endings. */

static gboolean
append_cb (const CutSearchWord *word,
           gpointer             data)
{
  GString *joined = data;

  g_string_append_printf (joined, "%s%.*s", joined->len > 0 ? "|" : "", (int) word->length, word->folded);
  return TRUE;
}

static char *
cut (const char *text,
     gboolean    sought)
{
  g_autoptr (CutSearchWords) words = cut_search_words_new ();
  GString *joined = g_string_new (NULL);

  g_assert_true (cut_search_words_cut (words, text, strlen (text), sought, append_cb, joined));
  return g_string_free (joined, FALSE);
}

typedef struct
{
  const char *text;
  const char *words;
  const char *sought; /* where what is looked for is cut otherwise */
} Case;

static const Case cases[] = {
  { "The U.S. firm, paid 3.5 %!", "the|u|s|firm|paid|3|5", NULL },
  { "CAFÉ cafe\314\201 Café", "cafe|cafe|cafe", NULL },
  { "İSTANBUL istanbul Istanbul ISPARTA ısparta", "istanbul|istanbul|istanbul|isparta|isparta", NULL },
  { "STRASSE Straße", "strasse|strasse", NULL },
  { "Wałęsa Ærø Þór Đồng Œuvre", "walesa|aero|thor|dong|oeuvre", NULL },
  { "Άθηνα ΑΘΗΝΑΣ αθηνας", "αθηνα|αθηνασ|αθηνασ", NULL },
  { "Ёлка ёлка", "елка|елка", NULL },
  { "مُحَمَّد محمـد أحمد", "محمد|محمد|احمد", NULL },
  { "हिन्दी में", "हिन्दी|में", NULL },
  { "Bundes\302\255regierung", "bundesregierung", NULL },
  { "ＡＢＣ ﬁle", "abc|file", NULL },
  { "don’t re-use", "don|t|re|use", NULL },
  { "東京都", "東京|京都|都", "東京|京都" },
  { "東", "東", "東" },
  { "A東京B", "a|東京|京|b", "a|東京|京|b" },
  { "2023年の夏", "2023|年の|の夏|夏", "2023|年の|の夏" },
  { "한국어를", "한국|국어|어를|를", "한국|국어|어를" },
  { "ข่าวดี", "ข่|่า|าว|วด|ดี|ี", "ข่|่า|าว|วด|ดี" },
  { "\377東\376京", "東|京", "東|京" },
  { "", "", "" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cut (cases[i].text, FALSE);
      g_autofree char *sought = cut (cases[i].text, TRUE);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (sought, ==, cases[i].sought != NULL ? cases[i].sought : cases[i].words);
    }
}

/* Two letters for an umlaut, and the same two in words that have none. */
static void
test_umlauts (void)
{
  static const char *const pairs[][2] = {
    { "bloed", "blod" }, { "oed", "od" }, { "sproed", "sprod" }, { "erloes", "erlos" }, { "verkaufserloes", "verkaufserlos" }, { "serioes", "serios" },
    { "nervoes", "nervos" }, { "poroes", "poros" }, { "generoes", "generos" }, { "monstroes", "monstros" }, { "skandaloes", "skandalos" },
    { "leberkaes", "leberkas" }, { "menues", "menus" }, { "gemues", "gemus" }, { "muell", "mull" }, { "sondermuell", "sondermull" }, { "schwuel", "schwul" },
    { "molekuel", "molekul" }, { "mueller", "muller" }, { "boese", "bose" },
  };
  static const char *const whole[] = {
    "does", "goes", "shoes", "toes", "heroes", "potatoes", "volcanoes", "dominoes", "zeroes", "vetoed", "echoed", "poet", "poets", "poem", "michael",
    "manuel", "samuel", "duell", "aktuell", "virtuell", "menstruell", "issues", "values", "venues", "revenues", "blues", "sundaes", "fuel",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *joined = cut_umlaut_join (pairs[i][0]);

      g_assert_cmpstr (joined, ==, pairs[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *joined = cut_umlaut_join (whole[i]);

      g_assert_cmpstr (joined, ==, whole[i]);
    }
}

/* Katakana of either width, with their marks written together or apart. */
static void
test_widths (void)
{
  g_autofree char *wide = cut ("ガスが", FALSE);
  g_autofree char *narrow = cut ("ｶﾞｽが", FALSE);
  g_autofree char *apart = cut ("カ\343\202\231スか\343\202\231", FALSE);
  g_autofree char *other = cut ("カスか", FALSE);

  g_assert_cmpstr (narrow, ==, wide);
  g_assert_cmpstr (apart, ==, wide);
  g_assert_cmpstr (other, !=, wide);
}

static gboolean
check_place_cb (const CutSearchWord *word,
                gpointer             data)
{
  gsize *last = data;

  g_assert_cmpuint (word->start, >=, last[0]);
  g_assert_cmpuint (word->start, <, word->end);
  g_assert_cmpuint (word->first_end, <=, word->end);
  g_assert_cmpuint (word->end, <=, last[1]);
  last[0] = word->start;
  return TRUE;
}

static void
test_places (void)
{
  g_autoptr (CutSearchWords) words = cut_search_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize last[2] = { 0, strlen (cases[i].text) };

      cut_search_words_cut (words, cases[i].text, last[1], FALSE, check_place_cb, last);
    }
}

static void
test_single (void)
{
  g_autoptr (CutSearchWords) words = cut_search_words_new ();

  g_assert_true (cut_search_words_end_single (words, "東"));
  g_assert_true (cut_search_words_end_single (words, "a 東"));
  g_assert_false (cut_search_words_end_single (words, "東京"));
  g_assert_false (cut_search_words_end_single (words, "東 a"));
  g_assert_false (cut_search_words_end_single (words, "a"));
  g_assert_false (cut_search_words_end_single (words, ""));
}

static guint
slips (const char *a,
       const char *b,
       guint       most)
{
  glong n_a, n_b;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n_b);
  guint n = cut_slip_count (first, (guint) n_a, second, (guint) n_b, most);

  g_assert_cmpuint (cut_slip_count (second, (guint) n_b, first, (guint) n_a, most), ==, n);
  return n;
}

static void
test_slips (void)
{
  g_assert_cmpuint (slips ("harbour", "harbour", 2), ==, 0);
  g_assert_cmpuint (slips ("harbour", "harbor", 2), ==, 1);
  g_assert_cmpuint (slips ("harbour", "harbuor", 2), ==, 1);
  g_assert_cmpuint (slips ("harbour", "harvour", 2), ==, 1);
  g_assert_cmpuint (slips ("harbour", "aharboru", 2), ==, 2);
  g_assert_cmpuint (slips ("harbour", "bridge", 2), ==, 3);
  g_assert_cmpuint (slips ("", "ab", 2), ==, 2);
  g_assert_cmpuint (slips ("ab", "", 1), ==, 2);
  g_assert_cmpuint (slips ("привет", "превет", 1), ==, 1);
}

static void
test_stems (void)
{
  g_autoptr (CutStemmer) english = cut_stemmer_new ("en-GB");
  g_autoptr (CutStemmer) german = cut_stemmer_new ("de");
  g_autofree char *house = g_strdup (cut_stemmer_stem (german, "haus"));

  g_assert_cmpstr (cut_stemmer_stem (english, "inspections"), ==, "inspect");
  g_assert_cmpstr (cut_stemmer_stem (german, "hauser"), ==, house);
  g_assert_null (cut_stemmer_new ("tlh"));
  g_assert_null (cut_stemmer_new ("english"));
  g_assert_null (cut_stemmer_new (""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/words/umlauts", test_umlauts);
  g_test_add_func ("/text/words/cut", test_words);
  g_test_add_func ("/text/words/widths", test_widths);
  g_test_add_func ("/text/words/places", test_places);
  g_test_add_func ("/text/words/single", test_single);
  g_test_add_func ("/text/words/slips", test_slips);
  g_test_add_func ("/text/words/stems", test_stems);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-anchor.h"

#define BEFORE "The harbour board met on Monday in the old customs house. "
#define QUOTE "The dredging of the northern channel will cost 41 million crowns, the treasurer said"
#define AFTER ", and nobody asked her how she had come to that figure. The meeting ended early."
#define OTHER "A ferry was late that evening, and two lorries waited on the quay until the morning came. "

static CutAnchor
find_with (const char *text,
           const char *exact,
           const char *prefix,
           const char *suffix,
           int         position)
{
  g_autoptr (CutSelector) selector = cut_selector_new ((guint) MAX (position, 0), (guint) MAX (position, 0) + (guint) g_utf8_strlen (exact, -1),
                                                       exact, prefix, suffix);
  g_autoptr (CutAnchorText) prepared = cut_anchor_text_new (text);

  return cut_anchor_find (prepared, selector, position >= 0);
}

static void
assert_at (const char *text,
           CutAnchor   anchor,
           const char *words)
{
  g_autofree char *found = g_utf8_substring (text, anchor.start, anchor.end);

  g_assert_true (cut_anchor_is_placed (&anchor));
  g_assert_cmpstr (found, ==, words);
}

static void
assert_refused (CutAnchor anchor)
{
  g_assert_false (cut_anchor_is_placed (&anchor));
}

static void
test_exact (void)
{
  const char *text = BEFORE QUOTE AFTER;
  CutAnchor anchor = find_with (text, QUOTE, BEFORE, AFTER, (int) strlen (BEFORE));

  assert_at (text, anchor, QUOTE);
  g_assert_cmpint (anchor.status, ==, CUT_ANCHOR_EXACT);
}

/* The position of a text that has grown in front, or one outside of the text, does no harm. */
static void
test_moved (void)
{
  const char *text = OTHER OTHER BEFORE QUOTE AFTER;
  CutAnchor anchor = find_with (text, QUOTE, BEFORE, AFTER, (int) strlen (BEFORE));

  assert_at (text, anchor, QUOTE);
  g_assert_cmpint (anchor.status, ==, CUT_ANCHOR_MOVED);
  assert_at (text, find_with (text, QUOTE, BEFORE, AFTER, G_MAXINT - 1000), QUOTE);
  assert_at (text, find_with (text, QUOTE, "", "", -1), QUOTE);
}

static void
test_changed (void)
{
  static const char *const versions[] = {
    "The dredging of the northern channel will cost 43 million crowns, the treasurer said",
    "The dredging of the northern channel may cost 41 million crowns, the treasurer said",
    "The dredging of the whole northern channel will cost 41 million crowns, the treasurer said",
    "The dredging of the channel will cost 41 million crowns, the treasurer said",
    "The dredging of the northern chanel will cost 41 million crowns, the treasurer said",
  };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *text = g_strconcat (OTHER, BEFORE, versions[i], AFTER, NULL);
      CutAnchor anchor = find_with (text, QUOTE, BEFORE, AFTER, -1);

      assert_at (text, anchor, versions[i]);
      g_assert_cmpint (anchor.status, ==, CUT_ANCHOR_CHANGED);
    }
}

static void
test_joined (void)
{
  const char *put_in = " (the treasurer later corrected the sum in a letter to the members of the board)";
  g_autofree char *words = g_strconcat ("The dredging of the northern channel", put_in, " will cost 41 million crowns, the treasurer said", NULL);
  g_autofree char *text = g_strconcat (BEFORE, words, AFTER, OTHER, NULL);

  assert_at (text, find_with (text, QUOTE, BEFORE, AFTER, -1), words);
}

/* A whole sentence put in leaves both pieces one mark; a short quote is not torn to find both its words. */
static void
test_torn (void)
{
  const char *piece = "The dredging of the northern channel will cost 41 million crowns";
  g_autofree char *words = g_strconcat (piece, ". The sum was read aloud twice, once by the clerk and once by the mayor, and then put to a vote that "
                                               "nobody had asked for, the treasurer said", NULL);
  g_autofree char *text = g_strconcat (BEFORE, words, AFTER, OTHER, NULL);

  assert_at (text, find_with (text, QUOTE, BEFORE, AFTER, -1), words);
  assert_refused (find_with (OTHER "The harbour was closed for two days and a night, and no ship came near the treasurer.", "The harbour treasurer",
                             "was told that ", " had left", -1));
}

/* What replaced the first or the last word belongs to the mark; what was put in beside it does not. */
static void
test_ends (void)
{
  const char *first = "Some of the northern channel will cost 41 million crowns, the treasurer said";
  const char *last = "The dredging of the northern channel will cost 41 million crowns, the treasurer claimed";
  g_autofree char *at_first = g_strconcat (OTHER, BEFORE, first, AFTER, NULL);
  g_autofree char *at_last = g_strconcat (OTHER, BEFORE, last, AFTER, NULL);
  g_autofree char *beside = g_strconcat (BEFORE, "Yesterday again: ", "The dredging of the northern channel may cost 41 million crowns, the treasurer said",
                                         " late", AFTER, NULL);

  assert_at (at_first, find_with (at_first, QUOTE, BEFORE, AFTER, -1), first);
  assert_at (at_last, find_with (at_last, QUOTE, BEFORE, AFTER, -1), last);
  assert_at (beside, find_with (beside, QUOTE, BEFORE, AFTER, -1), "The dredging of the northern channel may cost 41 million crowns, the treasurer said");
}

/* The name was corrected where the mark is; the old spelling stands elsewhere. */
static void
test_corrected_name (void)
{
  const char *text = "Tomas Brandt was not there. " OTHER "It was signed by Thomas Brandt on the last day of May. " AFTER;
  CutAnchor anchor = find_with (text, "Tomas Brandt", "It was signed by ", " on the last day of May.", -1);

  assert_at (text, anchor, "Thomas Brandt");
}

/* Where the words were taken out, the same few words elsewhere are not they. */
static void
test_taken_out (void)
{
  const char *text = BEFORE "The board heard on Friday, and left. " OTHER "The dredger sank in the winter of that year. ";

  assert_refused (find_with (text, "the dredger", "The board heard ", " on Friday, and left. A ferry", -1));
}

static void
test_typography (void)
{
  const char *text = OTHER "She called it \342\200\234a bad year \342\200\223 the worst\342\200\235 so far. " OTHER;

  assert_at (text, find_with (text, "\"a bad year - the worst\"", "She called it ", " so far. ", -1),
             "\342\200\234a bad year \342\200\223 the worst\342\200\235");
}

static void
test_gone (void)
{
  assert_refused (find_with (BEFORE OTHER OTHER, QUOTE, BEFORE, AFTER, 58));
  assert_refused (find_with ("", QUOTE, BEFORE, AFTER, 0));
  assert_refused (find_with (BEFORE, "", "", "", 0));
  assert_refused (find_with (BEFORE, "  \t", "", "", 0));
  assert_refused (find_with ("\n \n", QUOTE, "", "", 0));
}

/* What is left is about somebody else. */
static void
test_twin (void)
{
  const char *text = OTHER "The Ravens beat the Herons 3-1 on Saturday before a full house. " OTHER;

  assert_refused (find_with (text, "The Otters beat the Badgers 2-0 on Saturday", "Results of the week. ", " before a full house.", -1));
  assert_refused (find_with (text, "on Saturday before a full house", "week. The Otters beat the Finches 2-0 ", ". The coach was", -1));
}

static void
test_short (void)
{
  const char *text = OTHER "The machines were sold to Linusson, who then left. " OTHER;

  assert_refused (find_with (text, "Linus", "was told by ", " that the case", -1));
  assert_refused (find_with (text, "he", "and so it was that ", " never came back", -1));
  assert_at (text, find_with (text, "sold", "The machines were ", " to Linusson", -1), "sold");
}

/* The same words three times: the context decides, even with a slip in it, and the position only between equals. */
static void
test_repeats (void)
{
  const char *text = "Red said no comment today. Blue said no comment today. Green said no comment today. ";
  CutAnchor blue = find_with (text, "no comment", "day. Blue sayd ", " today. Green", -1);
  const char *same = "x no comment y no comment y no comment y";

  assert_at (text, blue, "no comment");
  g_assert_cmpuint (blue.start, ==, 37);
  assert_refused (find_with (same, "no comment", "", "", -1));
  g_assert_cmpuint (find_with (same, "no comment", "", "", 16).start, ==, 15);
}

static void
test_scripts (void)
{
  const char *astral = OTHER "It showed \360\237\230\200\360\237\232\242 and the words \360\235\224\270\360\235\224\271 in red. ";
  const char *cjk = "東京の港で大きな船が見つかったと市長が述べた。住民は驚いた。";
  const char *arabic = "قال رئيس الميناء إن السفينة وصلت متأخرة يوم الاثنين. ولم يعلق أحد.";

  assert_at (astral, find_with (astral, "\360\237\230\200\360\237\232\242 and the words", "It showed ", " \360\235\224\270", -1),
             "\360\237\230\200\360\237\232\242 and the words");
  assert_at (cjk, find_with (cjk, "大きな船が見つかった", "東京の港で", "と市長が述べた", -1), "大きな船が見つかった");
  assert_at (arabic, find_with (arabic, "السفينة وصلت متأخرة", "قال رئيس الميناء إن ", " يوم الاثنين", -1), "السفينة وصلت متأخرة");
}

/* An end never parts what people take for one character. */
static void
test_marks (void)
{
  const char *text = OTHER "They met in the cafe\314\201 of the station at noon. ";

  assert_at (text, find_with (text, "met in the caf\303\251", "They ", " of the station", -1), "met in the cafe\314\201");
}

static void
test_words (void)
{
  for (guint i = 0; i <= CUT_ANCHOR_ORPHAN; i++)
    g_assert_cmpint (cut_anchor_status_from_word (cut_anchor_status_to_word ((CutAnchorStatus) i)), ==, (int) i);
  g_assert_cmpint (cut_anchor_status_from_word ("what"), ==, CUT_ANCHOR_ORPHAN);
}

/* Texts that repeat themselves, and any words and offsets: an answer inside the text, soon. */
static void
test_hostile (void)
{
  g_autofree char *text = g_strnfill (300000, 'a');
  g_autoptr (CutAnchorText) prepared = cut_anchor_text_new (text);

  for (guint length = 1; length < 20000; length = length * 3 + 1)
    {
      g_autofree char *exact = g_strnfill (length, 'a');
      g_autoptr (CutSelector) selector = cut_selector_new (G_MAXUINT - 5, G_MAXUINT, exact, "aaaaab", "baaaa");
      CutAnchor anchor = cut_anchor_find (prepared, selector, TRUE);

      g_assert_cmpuint (anchor.end, <=, 300000);
      g_assert_cmpuint (anchor.start, <=, anchor.end);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/anchor/exact", test_exact);
  g_test_add_func ("/text/anchor/moved", test_moved);
  g_test_add_func ("/text/anchor/changed", test_changed);
  g_test_add_func ("/text/anchor/joined", test_joined);
  g_test_add_func ("/text/anchor/torn", test_torn);
  g_test_add_func ("/text/anchor/ends", test_ends);
  g_test_add_func ("/text/anchor/corrected-name", test_corrected_name);
  g_test_add_func ("/text/anchor/taken-out", test_taken_out);
  g_test_add_func ("/text/anchor/typography", test_typography);
  g_test_add_func ("/text/anchor/gone", test_gone);
  g_test_add_func ("/text/anchor/twin", test_twin);
  g_test_add_func ("/text/anchor/short", test_short);
  g_test_add_func ("/text/anchor/repeats", test_repeats);
  g_test_add_func ("/text/anchor/scripts", test_scripts);
  g_test_add_func ("/text/anchor/marks", test_marks);
  g_test_add_func ("/text/anchor/words", test_words);
  g_test_add_func ("/text/anchor/hostile", test_hostile);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-difference.h"

#include "cut-block.h"
#include "cut-common.h"
#include "cut-index.h"

static CutDifference *
compare (const char *old_text,
         const char *new_text)
{
  g_autoptr (GError) error = NULL;
  CutDifference *difference = cut_difference_new (old_text, NULL, new_text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (difference);
  return difference;
}

/* Blocks parted by "|", a letter for what became of each, then "kept [-removed-] {+added+}". */
static char *
describe (const CutDifference *difference,
          const char          *old_text,
          const char          *new_text)
{
  static const char kinds[] = { 's', 'c', 'a', 'r', 'm' };
  g_autoptr (CutIndex) old_index = cut_index_new (old_text);
  g_autoptr (CutIndex) new_index = cut_index_new (new_text);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < difference->pairs->len; i++)
    {
      const CutPair *pair = g_ptr_array_index (difference->pairs, i);

      g_string_append_printf (told, "%s%c:", i > 0 ? "|" : "", kinds[pair->kind]);
      for (guint j = 0; j < pair->runs->len; j++)
        {
          const CutRun *run = &g_array_index (pair->runs, CutRun, j);
          g_autofree char *was = cut_index_slice (old_index, run->old_start, run->old_end);
          g_autofree char *is = cut_index_slice (new_index, run->new_start, run->new_end);

          if (run->kind == CUT_RUN_REMOVED)
            g_string_append_printf (told, "[-%s-]", was);
          else if (run->kind == CUT_RUN_ADDED)
            g_string_append_printf (told, "{+%s+}", is);
          else
            g_string_append (told, is);
        }
    }
  return g_string_free (told, FALSE);
}

typedef struct
{
  const char *name;
  const char *old_text;
  const char *new_text;
  const char *told;
} Case;

static const Case cases[] = {
  { "same", "A first line.\nA second one.", "A first line.\nA second one.", "s:A first line.|s:A second one." },
  { "nothing", "", "", "" },
  { "from-nothing", "", "One line.", "a:{+One line.+}" },
  { "to-nothing", "One line.", "", "r:[-One line.-]" },
  { "word", "The council met on Monday.", "The council met on Tuesday.", "c:The council met on [-Monday-]{+Tuesday+}." },
  { "word-removed", "The big dog sleeps in the yard.", "The dog sleeps in the yard.", "c:The [-big -]dog sleeps in the yard." },
  { "first-removed", "Big dogs sleep in the yard.", "dogs sleep in the yard.", "c:[-Big -]dogs sleep in the yard." },
  { "last-added", "The dog sleeps in the yard", "The dog sleeps in the yard now", "c:The dog sleeps in the yard{+ now+}" },
  { "sign-added", "The dog which sleeps in here", "The dog, which sleeps in here", "c:The dog{+,+} which sleeps in here" },
  { "figure", "It cost 1,200.50 euros to mend the roof.", "It cost 1,350.50 euros to mend the roof.",
    "c:It cost [-1,200.50-]{+1,350.50+} euros to mend the roof." },
  { "islands-are-merged", "They said nothing of a large sum was ever paid by him.", "They said everything of a tiny bribe was ever paid by him.",
    "c:They said [-nothing of a large sum-]{+everything of a tiny bribe+} was ever paid by him." },
  { "words-between-are-kept", "They paid 30 euros for many years to him.", "They paid 50 euros for many weeks to him.",
    "c:They paid [-30-]{+50+} euros for many [-years-]{+weeks+} to him." },
  { "block-added", "One line here.\nThe other line there.", "One line here.\nSomething else was put between.\nThe other line there.",
    "s:One line here.|a:{+Something else was put between.+}|s:The other line there." },
  { "block-replaced", "Alpha beta gamma delta.", "Nobody knew why rivers rose.", "r:[-Alpha beta gamma delta.-]|a:{+Nobody knew why rivers rose.+}" },
  { "block-moved", "The first of them is long enough.\nSecond stands here.\nThird stands after it.",
    "Second stands here.\nThird stands after it.\nThe first of them is long enough.",
    "s:Second stands here.|s:Third stands after it.|m:The first of them is long enough." },
  { "moved-and-changed", "The mayor opened the new bridge on Monday morning.\nSecond stands here.\nThird stands after it.",
    "Second stands here.\nThird stands after it.\nThe mayor opened the new bridge on Friday morning.",
    "s:Second stands here.|s:Third stands after it.|m:The mayor opened the new bridge on [-Monday-]{+Friday+} morning." },
  { "split", "The mayor opened the bridge. Nobody had asked who paid for it.", "The mayor opened the bridge.\nNobody had asked who paid for it.",
    "c:The mayor opened the bridge.{+\n+}Nobody had asked who paid for it." },
  { "joined", "The mayor opened the bridge.\nNobody had asked who paid for it.", "The mayor opened the bridge. Nobody had asked who paid for it.",
    "c:The mayor opened the bridge.[-\n-] Nobody had asked who paid for it." },
  { "chinese", "市长昨天打开了新桥。", "市长今天打开了旧桥。", "c:市长[-昨-]{+今+}天打开了[-新-]{+旧+}桥。" },
  { "japanese", "彼は東京に行った。", "彼は京都に行った。", "c:彼は[-東京-]{+京都+}に行った。" },
  { "thai", "เขาไปโรงเรียน", "เขาไปโรงงาน", "c:เขาไปโรง[-เรีย-]{+งา+}น" },
  { "arabic", "قال الوزير إن الجسر آمن اليوم", "قال الوزير إن الجسر مغلق اليوم", "c:قال الوزير إن الجسر [-آمن-]{+مغلق+} اليوم" },
  { "emoji", "They sent 👩\u200d👩\u200d👧 to all of us.", "They sent 👩\u200d👩\u200d👦 to all of us.",
    "c:They sent [-👩\u200d👩\u200d👧-]{+👩\u200d👩\u200d👦+} to all of us." },
  { "flags", "They sent 🇩🇪🇫🇷 to all of us.", "They sent 🇩🇪🇮🇹 to all of us.", "c:They sent 🇩🇪[-🇫🇷-]{+🇮🇹+} to all of us." },
  { "marks", "He sang cafe\u0301 songs with us all.", "He sang cafe songs with us all.", "c:He sang [-cafe\u0301-]{+cafe+} songs with us all." },
  { "apostrophe", "It isn’t what they said it was.", "It is what they said it was.", "c:It [-isn’t-]{+is+} what they said it was." },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (CutDifference) difference = compare (it->old_text, it->new_text);
  g_autofree char *told = describe (difference, it->old_text, it->new_text);

  g_assert_cmpstr (told, ==, it->told);
  g_assert_cmpint (cut_difference_is_same (difference), ==, g_str_equal (it->old_text, it->new_text));
}

static void
test_counts (void)
{
  g_autoptr (CutDifference) difference = compare ("They paid 300 euros for two old boats in 2019.\nA line that goes.",
                                                  "They paid 450 euros for two new boats in 2019.");
  guint old_start, old_end, new_start, new_end;

  g_assert_cmpuint (difference->words_removed, ==, 6);
  g_assert_cmpuint (difference->words_added, ==, 2);
  g_assert_cmpuint (difference->figures, ==, 1);
  g_assert_cmpuint (difference->alterations->len, ==, 3);
  g_assert_true (g_array_index (difference->alterations, CutAlteration, 0).figure);
  g_assert_false (g_array_index (difference->alterations, CutAlteration, 1).figure);
  cut_difference_get_ranges (difference, 0, &old_start, &old_end, &new_start, &new_end);
  g_assert_cmpuint (old_start, ==, 10);
  g_assert_cmpuint (old_end, ==, 13);
  g_assert_cmpuint (new_start, ==, 10);
  g_assert_cmpuint (new_end, ==, 13);
}

/* A number that came with other words, or went, is no figure that changed. */
static void
test_figures (void)
{
  static const struct
  {
    const char *old_text;
    const char *new_text;
    guint figures;
  } texts[] = {
    { "The fire killed 12 people in the mill.", "The fire killed people in the mill.", 0 },
    { "The fire killed people in the mill.", "The fire killed 12 people in the mill.", 0 },
    { "The fire killed 12 people in the mill.", "The fire killed 14 people in the mill.", 1 },
    { "The fire killed 12 people in 2 mills.", "The fire killed 14 people in 3 mills.", 2 },
    { "The fire killed twelve people there.", "The fire killed 12 people there.", 0 },
    { "In 2019 it rose 5% more than before.", "In 2019 it rose 7% more than before.", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CutDifference) difference = compare (texts[i].old_text, texts[i].new_text);

      g_assert_cmpuint (difference->figures, ==, texts[i].figures);
    }
}

static void
test_spacing (void)
{
  g_autoptr (CutDifference) same = compare ("It cost 20 euros.", "It cost 20 euros.");
  g_autoptr (CutDifference) other = compare ("It cost 20 euros.", "It cost 20\u00a0euros.");

  g_assert_false (same->spacing);
  g_assert_true (cut_difference_is_same (other));
  g_assert_true (other->spacing);
}

static void
test_furniture (void)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_autoptr (CutDifference) difference = NULL;
  const char *was = "Share\nWhat it says.";
  const char *is = "Tweet\nWhat it says.";

  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_FURNITURE, 0, 5));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 6, 19));
  difference = cut_difference_new (was, blocks, is, blocks, NULL, NULL);
  g_assert_true (cut_difference_is_same (difference));
  g_assert_cmpuint (difference->pairs->len, ==, 1);
}

/* Random texts. */

static char *
make_text (GRand *rand,
           guint  lines,
           guint  words,
           guint  vocabulary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; j < words; j++)
        g_string_append_printf (text, "%s%s%u%s", j > 0 ? " " : "", g_rand_int_range (rand, 0, 4) == 0 ? "" : "w",
                                (guint) g_rand_int_range (rand, 0, (int) vocabulary), g_rand_int_range (rand, 0, 9) == 0 ? "," : "");
    }
  return g_string_free (text, FALSE);
}

/* Whatever is told, old and new text must come out of it. */
static void
check_whole (const CutDifference *difference,
             const char          *old_text,
             const char          *new_text)
{
  g_autoptr (CutIndex) old_index = cut_index_new (old_text);
  g_autoptr (CutIndex) new_index = cut_index_new (new_text);
  guint new_at = 0;

  for (guint i = 0; i < difference->pairs->len; i++)
    {
      const CutPair *pair = g_ptr_array_index (difference->pairs, i);
      guint was = pair->old_start;
      guint is = pair->new_start;

      for (guint j = 0; j < pair->runs->len; j++)
        {
          const CutRun *run = &g_array_index (pair->runs, CutRun, j);
          g_autofree char *left = cut_index_slice (old_index, run->old_start, run->old_end);
          g_autofree char *right = cut_index_slice (new_index, run->new_start, run->new_end);

          g_assert_cmpuint (run->old_start, ==, was);
          g_assert_cmpuint (run->new_start, ==, is);
          was = run->old_end;
          is = run->new_end;
          if (run->kind == CUT_RUN_KEPT && was - run->old_start == is - run->new_start)
            g_assert_cmpstr (left, ==, right);
          if (run->kind == CUT_RUN_KEPT && was - run->old_start != is - run->new_start)
            g_assert_cmpstr (g_strstrip (left), ==, g_strstrip (right));
          if (run->kind == CUT_RUN_REMOVED)
            g_assert_cmpuint (is, ==, run->new_start);
          if (run->kind == CUT_RUN_ADDED)
            g_assert_cmpuint (was, ==, run->old_start);
        }
      g_assert_cmpuint (was, ==, pair->old_end);
      g_assert_cmpuint (is, ==, pair->new_end);
      if (pair->kind == CUT_PAIR_REMOVED)
        continue;
      g_assert_cmpuint (pair->new_start, ==, new_at);
      new_at = pair->new_end + 1;
    }
  g_assert_cmpuint (new_at, ==, *new_text != '\0' ? cut_index_get_length (new_index) + 1 : 0);
}

/* Every line of the old text is told once. */
static void
check_old (const CutDifference *difference,
           const char          *old_text)
{
  g_autoptr (CutIndex) index = cut_index_new (old_text);
  guint length = cut_index_get_length (index);
  g_autofree guint8 *told = g_new0 (guint8, length + 1);

  for (guint i = 0; i < difference->pairs->len; i++)
    {
      const CutPair *pair = g_ptr_array_index (difference->pairs, i);

      for (guint at = pair->old_start; at < pair->old_end; at++)
        g_assert_cmpuint (told[at]++, ==, 0);
    }
  for (guint at = 0; at < length; at++)
    g_assert_true (told[at] == 1 || *cut_index_to_pointer (index, at) == '\n');
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      guint vocabulary = 2 + i % 40;
      g_autofree char *was = make_text (rand, 1 + i % 12, 1 + i % 17, vocabulary);
      g_autofree char *is = make_text (rand, 1 + i % 11, 1 + i % 13, vocabulary);
      g_autoptr (CutDifference) difference = compare (was, is);

      check_whole (difference, was, is);
      check_old (difference, was);
    }
}

/* The common subsequence. */

static guint
get_best (const guint *a,
          guint        n_a,
          const guint *b,
          guint        n_b)
{
  g_autofree guint *row = g_new0 (guint, n_b + 1);

  for (guint i = 0; i < n_a; i++)
    {
      guint diagonal = 0;

      for (guint j = 0; j < n_b; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = a[i] == b[j] ? diagonal + 1 : MAX (above, row[j]);
          diagonal = above;
        }
    }
  return row[n_b];
}

static void
test_common (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 2000; round++)
    {
      CutCommon common = { .n_ids = 6, .anchor_above = 10000, .budget = 1 << 24 };
      guint n_a = (guint) g_rand_int_range (rand, 0, 40);
      guint n_b = (guint) g_rand_int_range (rand, 0, 40);
      g_autofree guint *a = g_new (guint, n_a + 1);
      g_autofree guint *b = g_new (guint, n_b + 1);
      g_autoptr (GArray) found = NULL;
      guint sum = 0;
      guint at_a = 0;
      guint at_b = 0;

      for (guint i = 0; i < n_a; i++)
        a[i] = (guint) g_rand_int_range (rand, 0, 2 + (int) round % 5);
      for (guint i = 0; i < n_b; i++)
        b[i] = (guint) g_rand_int_range (rand, 0, 2 + (int) round % 5);
      found = cut_common_find (&common, a, n_a, b, n_b);
      for (guint i = 0; i < found->len; i++)
        {
          const CutStretch *stretch = &g_array_index (found, CutStretch, i);

          g_assert_cmpuint (stretch->a, >=, at_a);
          g_assert_cmpuint (stretch->b, >=, at_b);
          for (guint j = 0; j < stretch->length; j++)
            g_assert_cmpuint (a[stretch->a + j], ==, b[stretch->b + j]);
          at_a = stretch->a + stretch->length;
          at_b = stretch->b + stretch->length;
          sum += stretch->length;
        }
      g_assert_cmpuint (sum, ==, get_best (a, n_a, b, n_b));
    }
}

/* What somebody made to hold the program up. */

static char *
shuffle (GRand      *rand,
         const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = g_strv_length (lines); i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (int) i);
      char *line = lines[i - 1];

      lines[i - 1] = lines[j];
      lines[j] = line;
    }
  return g_strjoinv ("\n", lines);
}

static char *
repeat (const char *what,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  return g_string_free (text, FALSE);
}

static void
check_hostile (const char *name,
               const char *was,
               const char *is)
{
  gint64 before = g_get_monotonic_time ();
  g_autoptr (CutDifference) difference = compare (was, is);
  double seconds = (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC;

  g_test_message ("%s: %.2f s, %u blocks, %u changes", name, seconds, difference->pairs->len, difference->alterations->len);
  check_whole (difference, was, is);
  check_old (difference, was);
  /* A machine that does other things, and sanitizers, take their time; what is not bounded takes hours. */
  g_assert_cmpfloat (seconds, <, 120);
}

static void
test_hostile_lines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *was = make_text (rand, 10000, 6, 50000);
  g_autofree char *other = make_text (rand, 10000, 6, 50000);
  g_autofree char *few = make_text (rand, 10000, 1, 100);
  g_autofree char *shuffled = shuffle (rand, was);
  g_autofree char *few_shuffled = shuffle (rand, few);

  check_hostile ("10,000 lines in another order", was, shuffled);
  check_hostile ("10,000 other lines", was, other);
  check_hostile ("10,000 lines of few words in another order", few, few_shuffled);
}

static void
test_hostile_line (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *was = make_text (rand, 1, 170000, 2000);
  g_autofree char *is = make_text (rand, 1, 170000, 2000);
  g_autofree char *flags = repeat ("🇩🇪", 60000);
  g_autofree char *more_flags = repeat ("🇪🇩", 60000);
  g_autofree char *marks = repeat ("\u0301", 500000);
  g_autofree char *letters = repeat ("a", 1000000);
  g_autofree char *joiners = repeat ("\u200d", 300000);

  check_hostile ("1 MB in one line", was, is);
  check_hostile ("flags", flags, more_flags);
  check_hostile ("marks", marks, letters);
  check_hostile ("joiners", joiners, marks);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_difference_new ("a", NULL, "b", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/difference/told/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/difference/counts", test_counts);
  g_test_add_func ("/difference/figures", test_figures);
  g_test_add_func ("/difference/spacing", test_spacing);
  g_test_add_func ("/difference/furniture", test_furniture);
  g_test_add_func ("/difference/common", test_common);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/hostile-lines", test_hostile_lines);
  g_test_add_func ("/difference/hostile-line", test_hostile_line);
  g_test_add_func ("/difference/cancelled", test_cancelled);
  return g_test_run ();
}

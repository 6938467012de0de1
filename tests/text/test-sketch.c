/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-sketch.h"

/* Texts made by chance, and edited as newsrooms do; each text by its own seed, so that a run is like the next. */

typedef struct
{
  GPtrArray *words; /* (element-type utf8) */
  GRand *rand;
} Maker;

static Maker
maker_new (guint32 seed)
{
  Maker maker = { g_ptr_array_new_with_free_func (g_free), g_rand_new_with_seed (seed) };

  return maker;
}

static void
maker_clear (Maker *self)
{
  g_ptr_array_unref (self->words);
  g_rand_free (self->rand);
}

/* Frequent words are frequent: the rank of a word goes by Zipf's law. */
static char *
make_word (GRand *rand)
{
  double rank = g_rand_double (rand);

  return g_strdup_printf ("w%d", (int) (8000 * rank * rank * rank));
}

static void
add_words (Maker *self,
           guint  n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->words, make_word (self->rand));
}

static CutSketch *
sketch_of (GPtrArray *words,
           guint      from,
           guint      to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < MIN (to, words->len); i++)
    g_string_append_printf (text, "%s ", (const char *) g_ptr_array_index (words, i));
  return cut_sketch_new (text->str);
}

static GPtrArray *
copy_words (GPtrArray *words)
{
  return g_ptr_array_copy (words, (GCopyFunc) (gpointer) g_strdup, NULL);
}

static void
replace_word (GPtrArray *words,
              guint      at,
              char      *word)
{
  g_free (g_ptr_array_index (words, at));
  g_ptr_array_index (words, at) = word;
}

static double
containment (const CutSketch *a,
             const CutSketch *b)
{
  CutLikeness there = cut_sketch_compare (a, b);
  CutLikeness back = cut_sketch_compare (b, a);

  g_assert_cmpfloat (there.containment, ==, back.containment);
  g_assert_cmpfloat (there.resemblance, ==, back.resemblance);
  g_assert_cmpfloat (there.resemblance, <=, there.containment);
  return there.containment;
}

static gboolean
share_a_key (const CutSketch *a,
             const CutSketch *b)
{
  guint n_a, n_b;
  const guint32 *left = cut_sketch_get_keys (a, &n_a);
  const guint32 *right = cut_sketch_get_keys (b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (left[i] == right[j])
        return TRUE;
  return FALSE;
}

static void
test_same_but_typography (void)
{
  const char *text = "“We were told,” said Jon Berg – who chairs the board – “on the ninth of March, and nobody else was asked to write a "
                     "report about the tank that leaked into the harbour of Norrvik two days before the first one did.”";
  const char *other = "\"WE WERE TOLD,\" said Jon Berg - who chairs the board - \"on the ninth  of March, and nobody else was asked to write "
                      "a report about the tank that leaked into the harbour of Norrvik two days before the first one did.\"";
  g_autoptr (CutSketch) a = cut_sketch_new (text);
  g_autoptr (CutSketch) b = cut_sketch_new (other);

  g_assert_cmpfloat (containment (a, b), ==, 1);
}

static void
test_too_short (void)
{
  g_assert_null (cut_sketch_new (""));
  g_assert_null (cut_sketch_new ("Photo: Jon Berg, Norrvik"));
  g_assert_null (cut_sketch_new ("one two three four one two three four one two three four one two three four one two three four "
                                 "one two three four one two three four one two three four one two three four"));
}

static void
test_stored (void)
{
  Maker maker = maker_new (1);
  g_autoptr (CutSketch) sketch = NULL;
  g_autoptr (CutSketch) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n;

  add_words (&maker, 400);
  sketch = sketch_of (maker.words, 0, 400);
  bytes = cut_sketch_to_bytes (sketch);
  n = cut_sketch_get_n_shingles (sketch);
  read = cut_sketch_from_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), n);
  g_assert_cmpfloat (containment (sketch, read), ==, 1);
  g_assert_null (cut_sketch_from_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1, n));
  g_assert_null (cut_sketch_from_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 50));
  g_assert_null (cut_sketch_from_bytes ("", 0, 0));
  maker_clear (&maker);
}

/* Scripts without blanks between words. */
static void
test_without_blanks (void)
{
  g_autoptr (CutSketch) a = cut_sketch_new ("港の二つ目のタンクから三月に油が漏れたことを港湾局が認めた。最初の漏れを否定してから一週間後のことである。");
  g_autoptr (CutSketch) b = cut_sketch_new ("港の二つ目のタンクから三月に油が漏れたことを港湾局が認めた。");

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpfloat (containment (a, b), >=, 0.9);
}

/* What newsrooms do to a wire story. Each gives the edited copy of @words. */

static GPtrArray *
trim_tail (GPtrArray *words,
           GRand     *rand)
{
  GPtrArray *copy = copy_words (words);

  g_ptr_array_set_size (copy, (int) (words->len * g_rand_double_range (rand, 0.35, 0.8)));
  return copy;
}

static GPtrArray *
new_headline (GPtrArray *words,
              GRand     *rand)
{
  GPtrArray *copy = copy_words (words);

  for (guint i = 0; i < 12; i++)
    replace_word (copy, i, make_word (rand));
  return copy;
}

static GPtrArray *
replace_paragraph (GPtrArray *words,
                   GRand     *rand)
{
  GPtrArray *copy = copy_words (words);
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) words->len - 60);

  for (guint i = 0; i < 60; i++)
    replace_word (copy, at + i, make_word (rand));
  return copy;
}

/* Spelling, numbers, names of days: one word in thirty. */
static GPtrArray *
house_style (GPtrArray *words,
             GRand     *rand)
{
  GPtrArray *copy = copy_words (words);

  for (guint i = 0; i < copy->len; i++)
    if (g_rand_int_range (rand, 0, 30) == 0)
      replace_word (copy, i, make_word (rand));
  return copy;
}

static GPtrArray *
everything (GPtrArray *words,
            GRand     *rand)
{
  g_autoptr (GPtrArray) trimmed = trim_tail (words, rand);
  g_autoptr (GPtrArray) styled = house_style (trimmed, rand);

  return new_headline (styled, rand);
}

typedef GPtrArray *(*EditFunc) (GPtrArray *words, GRand *rand);

static const struct
{
  const char *name;
  EditFunc edit;
  double least; /* of the pairs that must be proposed, in hundredths */
} edits[] = {
  { "trimmed tail", trim_tail, 99 },          { "new headline", new_headline, 100 }, { "replaced paragraph", replace_paragraph, 99 },
  { "house style", house_style, 99 },         { "all of these", everything, 98 },
};

#define N_TEXTS 300

static gboolean
is_proposed (const CutSketch *a,
             const CutSketch *b)
{
  return share_a_key (a, b) && containment (a, b) >= CUT_SKETCH_ALIKE;
}

static void
test_recall (void)
{
  for (guint e = 0; e < G_N_ELEMENTS (edits); e++)
    {
      guint n_proposed = 0, n_same = 0;

      for (guint32 seed = 0; seed < N_TEXTS; seed++)
        {
          Maker maker = maker_new (seed + 1000 * e);
          g_autoptr (GPtrArray) copy = NULL;
          g_autoptr (CutSketch) a = NULL;
          g_autoptr (CutSketch) b = NULL;

          add_words (&maker, (guint) g_rand_int_range (maker.rand, 250, 1200));
          copy = edits[e].edit (maker.words, maker.rand);
          a = sketch_of (maker.words, 0, G_MAXUINT);
          b = sketch_of (copy, 0, G_MAXUINT);
          n_proposed += is_proposed (a, b);
          n_same += share_a_key (a, b) && containment (a, b) >= CUT_SKETCH_SAME;
          maker_clear (&maker);
        }
      g_test_message ("%s: %.1f %% proposed, %.1f %% taken for the same", edits[e].name, 100.0 * n_proposed / N_TEXTS,
                      100.0 * n_same / N_TEXTS);
      g_assert_cmpfloat (100.0 * n_proposed / N_TEXTS, >=, edits[e].least);
    }
}

/* Two reports of one event that quote the same statement of a hundred words. */
static void
test_precision (void)
{
  guint n_proposed = 0;

  for (guint32 seed = 0; seed < N_TEXTS; seed++)
    {
      Maker one = maker_new (seed + 50000);
      Maker two = maker_new (seed + 60000);
      g_autoptr (CutSketch) a = NULL;
      g_autoptr (CutSketch) b = NULL;

      add_words (&one, (guint) g_rand_int_range (one.rand, 300, 1200));
      add_words (&two, (guint) g_rand_int_range (two.rand, 300, 1200));
      for (guint i = 0; i < 100; i++)
        replace_word (two.words, 50 + i, g_strdup (g_ptr_array_index (one.words, 120 + i)));
      a = sketch_of (one.words, 0, G_MAXUINT);
      b = sketch_of (two.words, 0, G_MAXUINT);
      n_proposed += is_proposed (a, b);
      g_assert_cmpfloat (containment (a, b), <, CUT_SKETCH_SAME);
      maker_clear (&one);
      maker_clear (&two);
    }
  g_test_message ("the same statement quoted: %.1f %% proposed", 100.0 * n_proposed / N_TEXTS);
  g_assert_cmpuint (n_proposed * 100, <=, 2 * N_TEXTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sketch/typography", test_same_but_typography);
  g_test_add_func ("/sketch/too-short", test_too_short);
  g_test_add_func ("/sketch/stored", test_stored);
  g_test_add_func ("/sketch/without-blanks", test_without_blanks);
  g_test_add_func ("/sketch/recall", test_recall);
  g_test_add_func ("/sketch/precision", test_precision);
  return g_test_run ();
}

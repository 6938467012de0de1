/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-chain-build.h"
#include "cut-chain-layout.h"
#include "cut-clip.h"
#include "cut-source.h"

/* Graphs. */

static guint
add (CutChain   *chain,
     const char *name)
{
  return cut_chain_add_node (chain, name, name, CUT_CHAIN_PLAIN, CUT_KIND_NONE, NULL);
}

static void
path (CutChain   *chain,
      const char *stance,
      const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  guint nodes[16];
  guint n = 0;

  for (; parts[n] != NULL; n++)
    nodes[n] = add (chain, parts[n]);
  cut_chain_add_path (chain, nodes, n, stance);
}

static const CutChainNode *
node (CutChain   *chain,
      const char *name)
{
  return cut_chain_get_node (chain, add (chain, name));
}

static void
test_branches_join (void)
{
  g_autoptr (CutChain) chain = cut_chain_new ();

  path (chain, "asserts", "officials courier post");
  path (chain, "asserts", "officials courier herald");
  path (chain, "denies", "company herald");
  cut_chain_arrange (chain);
  g_assert_cmpuint (cut_chain_get_n_nodes (chain), ==, 5);
  g_assert_cmpuint (cut_chain_get_n_edges (chain), ==, 4);
  g_assert_cmpuint (cut_chain_get_n_columns (chain), ==, 3);
  g_assert_cmpuint (node (chain, "courier")->column, ==, 1);
  g_assert_cmpuint (node (chain, "herald")->column, ==, 2);
  g_assert_true (node (chain, "company")->flags & CUT_CHAIN_DENIES);
  g_assert_false (node (chain, "officials")->flags & CUT_CHAIN_DENIES);
  g_assert_true (cut_chain_get_edge (chain, 3)->denies);
  g_assert_false (cut_chain_get_edge (chain, 0)->denies);
}

/* A way that both a claim and its denial went is both; an answer is neither. */
static void
test_shared_way (void)
{
  g_autoptr (CutChain) chain = cut_chain_new ();

  path (chain, "denies", "a paper clip");
  path (chain, "asserts", "b paper clip");
  cut_chain_arrange (chain);
  path (chain, "responds", "c clip");
  g_assert_true (cut_chain_get_edge (chain, 0)->denies);
  g_assert_false (cut_chain_get_edge (chain, 0)->asserts);
  g_assert_true (cut_chain_get_edge (chain, 1)->denies);
  g_assert_true (cut_chain_get_edge (chain, 1)->asserts);
  g_assert_false (cut_chain_get_edge (chain, 3)->denies);
  g_assert_false (cut_chain_get_edge (chain, 3)->asserts);
}

static void
test_circles_end (void)
{
  g_autoptr (CutChain) chain = cut_chain_new ();

  path (chain, "reports", "a b a b c");
  path (chain, "reports", "b a c");
  path (chain, "reports", "c a");
  cut_chain_arrange (chain);
  g_assert_cmpuint (cut_chain_get_n_nodes (chain), ==, 3);
  g_assert_cmpuint (node (chain, "a")->column, ==, 0);
  g_assert_cmpuint (node (chain, "b")->column, ==, 1);
  g_assert_cmpuint (node (chain, "c")->column, ==, 2);
}

static void
test_walking (void)
{
  g_autoptr (CutChain) chain = cut_chain_new ();

  path (chain, "asserts", "a c d");
  path (chain, "asserts", "b c e");
  cut_chain_arrange (chain);
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "a"), 1, 0), ==, add (chain, "c"));
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "a"), 0, 1), ==, add (chain, "b"));
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "a"), -1, 0), ==, add (chain, "a"));
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "c"), 1, 0), ==, add (chain, "d"));
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "d"), 0, 1), ==, add (chain, "e"));
  g_assert_cmpuint (cut_chain_step (chain, add (chain, "e"), 0, 1), ==, add (chain, "e"));
}

/* Geometry. */

static int
measure (guint    node,
         int      width,
         gpointer user_data)
{
  return 30 + (int) (node % 3) * 20;
}

static gboolean
overlap (const CutChainBox *a,
         const CutChainBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether a piece of a line that runs level goes through a box. */
static gboolean
runs_through (GArray            *line,
              const CutChainBox *box)
{
  for (guint i = 1; i < line->len; i++)
    {
      const CutChainPoint *from = &g_array_index (line, CutChainPoint, i - 1);
      const CutChainPoint *to = &g_array_index (line, CutChainPoint, i);

      if (fabs (from->y - to->y) < 0.5 && from->y > box->y + 1 && from->y < box->y + box->height - 1 &&
          MIN (from->x, to->x) < box->x + box->width - 1 && MAX (from->x, to->x) > box->x + 1)
        return TRUE;
    }
  return FALSE;
}

static void
assert_legible (const CutChain       *chain,
                const CutChainLayout *layout,
                int                   width)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const CutChainBox *box = &g_array_index (layout->boxes, CutChainBox, i);

      g_assert_cmpint (box->x, >=, 0);
      g_assert_cmpint (box->x + box->width, <=, width);
      g_assert_cmpint (box->y, >=, 0);
      g_assert_cmpint (box->y + box->height, <=, layout->height);
      for (guint k = i + 1; k < layout->boxes->len; k++)
        g_assert_false (overlap (box, &g_array_index (layout->boxes, CutChainBox, k)));
      for (guint k = 0; k < layout->lines->len; k++)
        if (cut_chain_get_edge (chain, k)->from != i && cut_chain_get_edge (chain, k)->to != i)
          g_assert_false (runs_through (g_ptr_array_index (layout->lines, k), box));
    }
}

static CutChain *
make_wide (void)
{
  CutChain *chain = cut_chain_new ();

  path (chain, "asserts", "officials courier post");
  path (chain, "asserts", "officials courier herald");
  path (chain, "asserts", "officials agency courier");
  path (chain, "denies", "company herald");
  path (chain, "denies", "minister post");
  path (chain, "reports", "minutes");
  cut_chain_arrange (chain);
  return chain;
}

static void
test_layout (void)
{
  const CutChainMetrics metrics = { 80, 160, 30, 10 };
  const int widths[] = { 200, 330, 420, 700, 2000 };
  g_autoptr (CutChain) chain = make_wide ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int mirrored = 0; mirrored <= 1; mirrored++)
      {
        g_autoptr (CutChainLayout) layout = cut_chain_layout_new (chain, widths[i], &metrics, mirrored, measure, NULL);

        g_assert_cmpint (layout->stacked, ==, widths[i] < 4 * 80 + 3 * 30);
        assert_legible (chain, layout, widths[i]);
      }
}

/* Where the language runs from right to left, so does the chain. */
static void
test_layout_mirrored (void)
{
  const CutChainMetrics metrics = { 80, 160, 30, 10 };
  g_autoptr (CutChain) chain = make_wide ();
  g_autoptr (CutChainLayout) layout = cut_chain_layout_new (chain, 700, &metrics, TRUE, measure, NULL);
  const CutChainBox *source = &g_array_index (layout->boxes, CutChainBox, add (chain, "officials"));
  const CutChainBox *clip = &g_array_index (layout->boxes, CutChainBox, add (chain, "post"));

  g_assert_cmpint (source->x + source->width, ==, 700);
  g_assert_cmpint (clip->x, <, source->x);
}

static void
test_layout_empty (void)
{
  const CutChainMetrics metrics = { 80, 160, 30, 10 };
  g_autoptr (CutChain) chain = cut_chain_new ();
  g_autoptr (CutChainLayout) layout = NULL;

  cut_chain_arrange (chain);
  layout = cut_chain_layout_new (chain, 100, &metrics, FALSE, measure, NULL);
  g_assert_cmpint (layout->height, ==, 0);
}

/* From the tree of a claim. */

typedef struct
{
  GHashTable *objects; /* (element-type utf8 CutRecord): by id */
  CutLedger *ledger;
  const char *claim;
} Story;

static CutRecord *
look_up (const char *id,
         gpointer    user_data)
{
  return g_hash_table_lookup (((Story *) user_data)->objects, id);
}

static const char *
keep (Story     *story,
      CutRecord *record)
{
  g_hash_table_insert (story->objects, (gpointer) cut_record_get_id (record), record);
  cut_ledger_put_record (story->ledger, record);
  return cut_record_get_id (record);
}

static void
say (Story      *story,
     const char *clip,
     const char *source,
     const char *via,
     const char *stance)
{
  const char *vias[] = { via, NULL };
  const char *annotation = keep (story, cut_record_new (CUT_KIND_ANNOTATION, "clip", clip, NULL));

  keep (story, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", story->claim, "annotation", annotation, "source", source, "via", vias,
                               "stance", stance, NULL));
}

static void
story_init (Story *story)
{
  story->objects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  story->ledger = cut_ledger_new ();
  story->claim = keep (story, cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked", NULL));
}

static void
story_clear (Story *story)
{
  cut_ledger_free (story->ledger);
  g_hash_table_unref (story->objects);
}

static CutChain *
make_chain (Story *story)
{
  g_autoptr (CutNode) tree = cut_ledger_make_tree (story->ledger, story->claim);

  return cut_chain_build (tree, look_up, story);
}

static const CutChainNode *
find_labelled (CutChain      *chain,
               const char    *label,
               CutChainFlags  flag)
{
  for (guint i = 0; i < cut_chain_get_n_nodes (chain); i++)
    if (g_str_equal (cut_chain_get_node (chain, i)->label, label) && (cut_chain_get_node (chain, i)->flags & flag) == flag)
      return cut_chain_get_node (chain, i);
  return NULL;
}

/* Two papers retell what one had from people without names, and the company denies it. */
static void
test_retold (void)
{
  Story story;
  const char *officials, *courier, *company, *post, *echo;
  g_autoptr (CutChain) chain = NULL;
  const CutChainNode *unnamed, *denier, *clip;

  story_init (&story);
  officials = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "two officials", "kind", "person", NULL));
  courier = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "Courier", "kind", "publication", "named", TRUE, NULL));
  company = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "The Line", "kind", "body", "named", TRUE, NULL));
  post = keep (&story, cut_record_new (CUT_KIND_CLIP, "title", "One", "site-name", "Evening Post", NULL));
  echo = keep (&story, cut_record_new (CUT_KIND_CLIP, "title", "Two", "site-name", "Echo", NULL));
  say (&story, post, officials, courier, "alleges");
  say (&story, echo, officials, courier, "alleges");
  say (&story, echo, company, NULL, "denies");
  chain = make_chain (&story);
  g_assert_cmpuint (cut_chain_get_n_paths (chain), ==, 3);
  g_assert_cmpuint (cut_chain_get_n_nodes (chain), ==, 5);
  unnamed = find_labelled (chain, "two officials", CUT_CHAIN_UNNAMED | CUT_CHAIN_ASSERTS);
  denier = find_labelled (chain, "The Line", CUT_CHAIN_DENIES);
  clip = find_labelled (chain, "Echo", CUT_CHAIN_CLIP);
  g_assert_true (unnamed != NULL && denier != NULL && clip != NULL);
  g_assert_false (denier->flags & CUT_CHAIN_UNNAMED);
  g_assert_nonnull (strstr (unnamed->detail, "alleges"));
  g_assert_nonnull (strstr (unnamed->detail, "origin 1"));
  g_assert_nonnull (strstr (denier->detail, "denies"));
  g_assert_cmpuint (unnamed->column, ==, 0);
  g_assert_cmpuint (clip->column, ==, 2);
  g_assert_nonnull (clip->annotation);
  g_assert_cmpint (clip->kind, ==, CUT_KIND_CLIP);
  story_clear (&story);
}

static void
test_words (void)
{
  Story story;
  const char *spokeswoman, *courier, *post;
  g_autoptr (CutChain) chain = NULL;
  g_autofree char *words = NULL;

  story_init (&story);
  spokeswoman = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "Ada Berg", "kind", "person", "named", TRUE, NULL));
  courier = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "Courier", "kind", "publication", "named", TRUE, NULL));
  post = keep (&story, cut_record_new (CUT_KIND_CLIP, "title", "One", "site-name", "Evening Post", NULL));
  say (&story, post, spokeswoman, courier, "asserts");
  chain = make_chain (&story);
  words = cut_chain_describe (chain);
  g_assert_cmpstr (words, ==, "Ada Berg: asserts, through Courier, in Evening Post.");
  story_clear (&story);
}

/* What somebody typed in a circle, and what refers to nothing that is there. */
static void
test_odd_records (void)
{
  Story story;
  const char *a, *b, *post;
  g_autoptr (CutChain) chain = NULL;

  story_init (&story);
  a = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "A", "kind", "publication", "named", TRUE, NULL));
  b = keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", "B", "kind", "publication", "named", TRUE, NULL));
  post = keep (&story, cut_record_new (CUT_KIND_CLIP, "title", "One", "site-name", "Evening Post", NULL));
  say (&story, post, a, b, "reports");
  say (&story, post, b, a, "reports");
  say (&story, "0190aaaa-0000-7000-8000-000000000000", "0190aaaa-0000-7000-8000-000000000001", "0190aaaa-0000-7000-8000-000000000002",
       "asserts");
  chain = make_chain (&story);
  g_assert_cmpuint (cut_chain_get_n_nodes (chain), >=, 3);
  g_assert_cmpuint (cut_chain_get_n_columns (chain), <=, cut_chain_get_n_nodes (chain));
  story_clear (&story);
}

static void
test_nobody_says_so (void)
{
  Story story;
  g_autoptr (CutChain) chain = NULL;

  story_init (&story);
  chain = make_chain (&story);
  g_assert_cmpuint (cut_chain_get_n_nodes (chain), ==, 0);
  g_assert_cmpuint (cut_chain_get_n_paths (chain), ==, 0);
  story_clear (&story);
}

static void
test_very_many (void)
{
  Story story;
  const char *post;
  g_autoptr (CutChain) chain = NULL;

  story_init (&story);
  post = keep (&story, cut_record_new (CUT_KIND_CLIP, "title", "One", "site-name", "Evening Post", NULL));
  for (guint i = 0; i < 3 * CUT_CHAIN_MOST_PATHS; i++)
    {
      g_autofree char *label = g_strdup_printf ("Source %u", i);

      say (&story, post, keep (&story, cut_record_new (CUT_KIND_SOURCE, "label", label, "kind", "person", "named", TRUE, NULL)), NULL, "asserts");
    }
  chain = make_chain (&story);
  g_assert_cmpuint (cut_chain_get_n_paths (chain), ==, CUT_CHAIN_MOST_PATHS);
  story_clear (&story);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/chain/branches-join", test_branches_join);
  g_test_add_func ("/ui/chain/shared-way", test_shared_way);
  g_test_add_func ("/ui/chain/circles-end", test_circles_end);
  g_test_add_func ("/ui/chain/walking", test_walking);
  g_test_add_func ("/ui/chain/layout", test_layout);
  g_test_add_func ("/ui/chain/layout-mirrored", test_layout_mirrored);
  g_test_add_func ("/ui/chain/layout-empty", test_layout_empty);
  g_test_add_func ("/ui/chain/retold", test_retold);
  g_test_add_func ("/ui/chain/words", test_words);
  g_test_add_func ("/ui/chain/odd-records", test_odd_records);
  g_test_add_func ("/ui/chain/nobody-says-so", test_nobody_says_so);
  g_test_add_func ("/ui/chain/very-many", test_very_many);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-opposites.h"

/* Claims, and what one source says of them. */
typedef struct
{
  GHashTable *claims;
  GPtrArray *attributions;
} Talk;

static void
set_up (Talk          *self,
        gconstpointer  data)
{
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->attributions = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Talk          *self,
           gconstpointer  data)
{
  g_hash_table_unref (self->claims);
  g_ptr_array_unref (self->attributions);
}

static const char *
claim (Talk       *self,
       const char *same_as,
       const char *contradicts)
{
  const char *others[] = { contradicts, NULL };
  CutRecord *record = cut_record_new (CUT_KIND_CLAIM, "text", "The wall leaks", "same-as", same_as, "contradicts", others, NULL);

  g_hash_table_insert (self->claims, (gpointer) cut_record_get_id (record), record);
  return cut_record_get_id (record);
}

static CutRecord *
say (Talk       *self,
     const char *claim,
     const char *stance)
{
  CutRecord *record = cut_record_new (CUT_KIND_ATTRIBUTION, "claim", claim, "stance", stance, NULL);

  g_ptr_array_add (self->attributions, record);
  return record;
}

static CutRecord *
lookup (const char *id,
        gpointer    user_data)
{
  return g_hash_table_lookup (((Talk *) user_data)->claims, id);
}

static void
assert_opposed (Talk      *self,
                CutRecord *attribution,
                CutRecord *opposite)
{
  g_autoptr (GHashTable) found = cut_opposites_find (self->attributions, lookup, self);

  g_assert_true (g_hash_table_lookup (found, cut_record_get_id (attribution)) == (gpointer) opposite);
}

static void
test_same_claim (Talk          *self,
                 gconstpointer  data)
{
  const char *wall = claim (self, NULL, NULL);
  CutRecord *yes = say (self, wall, "asserts");
  CutRecord *again = say (self, wall, "confirms");
  CutRecord *no = say (self, wall, "denies");

  assert_opposed (self, yes, no);
  assert_opposed (self, again, no);
  assert_opposed (self, no, yes);
}

static void
test_one_side (Talk          *self,
               gconstpointer  data)
{
  const char *wall = claim (self, NULL, NULL);
  const char *gate = claim (self, NULL, NULL);
  CutRecord *yes = say (self, wall, "asserts");
  CutRecord *no = say (self, gate, "denies");

  assert_opposed (self, yes, NULL);
  assert_opposed (self, no, NULL);
}

static void
test_an_answer_is_no_denial (Talk          *self,
                             gconstpointer  data)
{
  static const char *const stances[] = { "responds", "declines-to-comment", "did-not-respond" };
  const char *wall = claim (self, NULL, NULL);
  CutRecord *yes = say (self, wall, "asserts");

  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    assert_opposed (self, say (self, wall, stances[i]), NULL);
  assert_opposed (self, yes, NULL);
}

static void
test_claims_that_are_the_same (Talk          *self,
                               gconstpointer  data)
{
  const char *wall = claim (self, NULL, NULL);
  const char *other = claim (self, wall, NULL);
  const char *third = claim (self, other, NULL);
  CutRecord *yes = say (self, third, "alleges");
  CutRecord *no = say (self, wall, "disputes");

  assert_opposed (self, yes, no);
  assert_opposed (self, no, yes);
}

static void
test_claims_that_contradict (Talk          *self,
                             gconstpointer  data)
{
  const char *leaks = claim (self, NULL, NULL);
  const char *holds = claim (self, NULL, leaks);
  CutRecord *yes = say (self, leaks, "asserts");
  CutRecord *no = say (self, holds, "asserts");
  const char *third = claim (self, NULL, holds);
  CutRecord *denied = say (self, third, "denies");

  assert_opposed (self, yes, no);
  assert_opposed (self, no, yes);
  /* Who denies what contradicts their own word is of one mind. */
  assert_opposed (self, denied, NULL);
}

static void
test_rings_end (Talk          *self,
                gconstpointer  data)
{
  const char *one = claim (self, NULL, NULL);
  const char *other = claim (self, one, NULL);
  CutRecord *ring = cut_record_new (CUT_KIND_CLAIM, "id", one, "text", "The wall leaks", "same-as", other, NULL);
  CutRecord *yes = say (self, other, "asserts");

  g_hash_table_replace (self->claims, (gpointer) cut_record_get_id (ring), ring);
  assert_opposed (self, yes, NULL);
  assert_opposed (self, say (self, "0190d3a4-0000-7000-8000-000000000001", "denies"), NULL);
}

#define add(name, func) g_test_add ("/opposites/" name, Talk, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("same-claim", test_same_claim);
  add ("one-side", test_one_side);
  add ("an-answer-is-no-denial", test_an_answer_is_no_denial);
  add ("claims-that-are-the-same", test_claims_that_are_the_same);
  add ("claims-that-contradict", test_claims_that_contradict);
  add ("rings-end", test_rings_end);
  return g_test_run ();
}

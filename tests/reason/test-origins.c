/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-id.h"
#include "cut-origins.h"

typedef struct
{
  GHashTable *objects;
  GPtrArray *attributions;
  char *claim;
} Case;

static void
case_set_up (Case         *self,
             gconstpointer data)
{
  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->attributions = g_ptr_array_new_with_free_func (g_object_unref);
  self->claim = cut_id_new ();
}

static void
case_tear_down (Case         *self,
                gconstpointer data)
{
  g_hash_table_unref (self->objects);
  g_ptr_array_unref (self->attributions);
  g_free (self->claim);
}

static const char *
keep (Case      *self,
      CutRecord *record)
{
  g_hash_table_insert (self->objects, (gpointer) cut_record_get_id (record), record);
  return cut_record_get_id (record);
}

static const char *
source (Case       *self,
        const char *label,
        const char *kind,
        gboolean    named)
{
  return keep (self, cut_record_new (CUT_KIND_SOURCE, "label", label, "kind", kind, "named", named, NULL));
}

/* A passage of a clip from @outlet, with @wire as its credit. */
static const char *
passage (Case       *self,
         const char *outlet,
         const char *wire)
{
  const char *clip = keep (self, cut_record_new (CUT_KIND_CLIP, "site_name", outlet, "wire_credit", wire, NULL));

  return keep (self, cut_record_new (CUT_KIND_ANNOTATION, "clip", clip, NULL));
}

static void
attribute_on_terms (Case       *self,
                    const char *annotation,
                    const char *source_id,
                    const char *via,
                    const char *stance,
                    const char *terms)
{
  const char *chain[] = { via, NULL };

  g_ptr_array_add (self->attributions,
                   cut_record_new (CUT_KIND_ATTRIBUTION, "claim", self->claim, "annotation", annotation, "source", source_id,
                                   "via", chain, "stance", stance, "terms", terms, NULL));
}

static void
attribute (Case       *self,
           const char *annotation,
           const char *source_id,
           const char *via,
           const char *stance)
{
  attribute_on_terms (self, annotation, source_id, via, stance, "unspecified");
}

static CutOrigins *
count_origins (Case *self)
{
  g_autoptr (CutLedger) ledger = cut_ledger_new ();
  const CutClaimFact claim = { .id = self->claim };
  GHashTableIter iter;
  gpointer record;

  cut_ledger_put_claim (ledger, &claim);
  for (guint i = 0; i < self->attributions->len; i++)
    cut_ledger_put_record (ledger, g_ptr_array_index (self->attributions, i));
  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    cut_ledger_put_record (ledger, record);
  return cut_ledger_count_origins (ledger, self->claim);
}

static void
assert_origins (Case  *self,
                guint  low,
                guint  high,
                guint  denials)
{
  g_autoptr (CutOrigins) origins = count_origins (self);

  g_assert_cmpuint (origins->low, ==, low);
  g_assert_cmpuint (origins->high, ==, high);
  g_assert_cmpuint (origins->denials, ==, denials);
}

static void
test_nothing (Case         *self,
              gconstpointer data)
{
  assert_origins (self, 0, 0, 0);
}

static void
test_retelling_adds_nothing (Case         *self,
                             gconstpointer data)
{
  const char *courier = source (self, "The Courier", "publication", TRUE);
  const char *officials = source (self, "officials", "government", FALSE);

  attribute (self, passage (self, "Evening Wire", NULL), officials, courier, "asserts");
  assert_origins (self, 1, 1, 0);
  attribute (self, passage (self, "Third Paper", NULL), source (self, "sources", "person", FALSE), courier, "reports");
  assert_origins (self, 1, 1, 0);
  /* The original itself, clipped later: outlet spelt otherwise. */
  attribute (self, passage (self, "courier", NULL), officials, NULL, "asserts");
  assert_origins (self, 1, 1, 0);
}

static void
test_wire_reprints_are_one (Case         *self,
                            gconstpointer data)
{
  attribute (self, passage (self, "Paper One", "Press Wire"), NULL, NULL, "reports");
  attribute (self, passage (self, "Paper Two", "Press Wire"), NULL, NULL, "reports");
  assert_origins (self, 1, 1, 0);
  attribute (self, passage (self, "Paper Three", NULL), NULL, NULL, "reports");
  assert_origins (self, 2, 2, 0);
}

static void
test_named_sources_count_each_once (Case         *self,
                                    gconstpointer data)
{
  const char *mayor = source (self, "The mayor", "person", TRUE);

  attribute (self, passage (self, "Paper One", NULL), mayor, NULL, "asserts");
  attribute (self, passage (self, "Paper Two", NULL), mayor, NULL, "confirms");
  assert_origins (self, 1, 1, 0);
  attribute (self, passage (self, "Paper Two", NULL), source (self, "An engineer", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 2, 0);
}

static void
test_unknown_ends_give_a_range (Case         *self,
                                gconstpointer data)
{
  attribute (self, passage (self, "Paper One", NULL), source (self, "a report", "unknown", FALSE), NULL, "alleges");
  assert_origins (self, 1, 1, 0);
  attribute (self, passage (self, "Paper Two", NULL), source (self, "a study", "document", FALSE), NULL, "alleges");
  assert_origins (self, 1, 2, 0);
}

/* Whoever kept the name back from a paper is one of its unnamed sources, whether or not anybody says what they are. */
static void
test_anonymous_ends_are_told_apart (Case         *self,
                                    gconstpointer data)
{
  attribute_on_terms (self, passage (self, "Paper One", NULL), source (self, "sources", "unknown", FALSE), NULL, "asserts", "anonymous");
  attribute_on_terms (self, passage (self, "Paper Two", NULL), source (self, "sources", "unknown", FALSE), NULL, "asserts", "anonymous");
  assert_origins (self, 2, 2, 0);
}

static void
test_a_response_is_no_denial (Case         *self,
                              gconstpointer data)
{
  const char *company = source (self, "The company", "body", TRUE);

  attribute (self, passage (self, "Paper One", NULL), company, NULL, "responds");
  attribute (self, passage (self, "Paper One", NULL), company, NULL, "declines-to-comment");
  attribute (self, passage (self, "Paper One", NULL), company, NULL, "did-not-respond");
  assert_origins (self, 0, 0, 0);
  attribute (self, passage (self, "Paper One", NULL), company, NULL, "denies");
  assert_origins (self, 0, 0, 1);
}

static void
test_format (void)
{
  CutOrigins one = { .low = 1, .high = 1 };
  CutOrigins range = { .low = 1, .high = 3 };
  g_autofree char *single = cut_origins_format (&one);
  g_autofree char *several = cut_origins_format (&range);

  g_assert_cmpstr (single, ==, "1 origin");
  g_assert_cmpstr (several, ==, "1–3 origins");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Case, NULL, case_set_up, function, case_tear_down)
  ADD ("/origins/nothing", test_nothing);
  ADD ("/origins/retelling", test_retelling_adds_nothing);
  ADD ("/origins/wire-reprints", test_wire_reprints_are_one);
  ADD ("/origins/named", test_named_sources_count_each_once);
  ADD ("/origins/unknown-ends", test_unknown_ends_give_a_range);
  ADD ("/origins/anonymous-ends", test_anonymous_ends_are_told_apart);
  ADD ("/origins/responses", test_a_response_is_no_denial);
  g_test_add_func ("/origins/format", test_format);
  return g_test_run ();
}

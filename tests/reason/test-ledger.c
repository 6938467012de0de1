/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim-standing.h"
#include "cut-id.h"
#include "cut-origin-tree.h"

/* Cases of what stands in several papers: one claim, and who has it from whom. */

typedef struct
{
  CutLedger *ledger;
  char *claim;
  GPtrArray *records; /* (element-type CutRecord): so that ids live */
} Case;

static void
set_up (Case         *self,
        gconstpointer data)
{
  CutRecord *claim = cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked.", NULL);

  self->ledger = cut_ledger_new ();
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->records, claim);
  self->claim = g_strdup (cut_record_get_id (claim));
  cut_ledger_put_record (self->ledger, claim);
}

static void
tear_down (Case         *self,
           gconstpointer data)
{
  cut_ledger_free (self->ledger);
  g_ptr_array_unref (self->records);
  g_free (self->claim);
}

/* @record: (transfer full) */
static const char *
put (Case      *self,
     CutRecord *record)
{
  g_ptr_array_add (self->records, record);
  cut_ledger_put_record (self->ledger, record);
  return cut_record_get_id (record);
}

static CutRecord *
find (Case       *self,
      const char *id)
{
  for (guint i = self->records->len; i-- > 0;)
    if (g_str_equal (cut_record_get_id (g_ptr_array_index (self->records, i)), id))
      return g_ptr_array_index (self->records, i);
  g_assert_not_reached ();
}

static const char *
source (Case       *self,
        const char *label,
        const char *kind,
        gboolean    named)
{
  return put (self, cut_record_new (CUT_KIND_SOURCE, "label", label, "kind", kind, "named", named, NULL));
}

static const char *
clip (Case       *self,
      const char *outlet,
      const char *published)
{
  g_autoptr (CutDate) date = published != NULL ? cut_date_new (published, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;

  return put (self, cut_record_new (CUT_KIND_CLIP, "site-name", outlet, "title", outlet, "published", date, NULL));
}

static const char *
say_of (Case       *self,
        const char *claim,
        const char *where,
        const char *source_id,
        const char *via,
        const char *stance)
{
  const char *chain[] = { via, NULL };
  const char *mark = where != NULL ? put (self, cut_record_new (CUT_KIND_ANNOTATION, "clip", where, NULL)) : NULL;

  return put (self, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", claim, "annotation", mark, "source", source_id, "via", chain,
                                    "stance", stance, NULL));
}

static const char *
say (Case       *self,
     const char *where,
     const char *source_id,
     const char *via,
     const char *stance)
{
  return say_of (self, self->claim, where, source_id, via, stance);
}

static CutClaimStanding *
standing (Case *self)
{
  return cut_ledger_get_standing (self->ledger, self->claim, 0);
}

static void
assert_origins (Case  *self,
                guint  low,
                guint  high)
{
  g_autoptr (CutClaimStanding) now = standing (self);

  g_assert_cmpuint (now->low, ==, low);
  g_assert_cmpuint (now->high, ==, high);
}

static const CutGap *
find_gap (CutClaimStanding *self,
          CutGapKind        kind)
{
  for (guint i = 0; i < self->gaps->len; i++)
    if (((const CutGap *) g_ptr_array_index (self->gaps, i))->kind == kind)
      return g_ptr_array_index (self->gaps, i);
  return NULL;
}

static void
assert_gap (Case       *self,
            CutGapKind  kind,
            const char *object)
{
  g_autoptr (CutClaimStanding) now = standing (self);
  const CutGap *gap = find_gap (now, kind);

  g_assert_nonnull (gap);
  g_assert_cmpstr (gap->object, ==, object);
  g_assert_cmpstr (gap->words, !=, "");
}

static void
assert_no_gap (Case       *self,
               CutGapKind  kind)
{
  g_autoptr (CutClaimStanding) now = standing (self);

  g_assert_null (find_gap (now, kind));
}

/* Origins. */

/* Original, retelling, wire reprint, independent report: 1, 1, 1, 2. */
static void
test_four_papers (Case         *self,
                  gconstpointer data)
{
  const char *officials = source (self, "two officials", "government", FALSE);
  const char *original = clip (self, "Norrvik Courier", "2021-03-01");
  const char *retelling = clip (self, "Evening Post", "2021-03-02");
  const char *reprint = clip (self, "Coast Herald", "2021-03-02");
  const char *other = clip (self, "Harbour Radio", "2021-03-05");

  say (self, original, officials, NULL, "asserts");
  assert_origins (self, 1, 1);
  say (self, retelling, NULL, source (self, "The Norrvik Courier", "publication", TRUE), "reports");
  assert_origins (self, 1, 1);
  cut_ledger_add_alike (self->ledger, reprint, original, 0.93, FALSE);
  say (self, reprint, source (self, "people who know", "person", FALSE), NULL, "asserts");
  assert_origins (self, 1, 1);
  say (self, other, source (self, "Jon Berg", "person", TRUE), NULL, "confirms");
  assert_origins (self, 2, 2);
}

static void
test_dismissed_likeness_counts_not (Case         *self,
                                    gconstpointer data)
{
  const char *one = clip (self, "One", "2021");
  const char *two = clip (self, "Two", "2021");

  say (self, one, NULL, NULL, "reports");
  say (self, two, NULL, NULL, "reports");
  assert_origins (self, 2, 2);
  cut_ledger_add_alike (self->ledger, one, two, 0.9, FALSE);
  assert_origins (self, 1, 1);
  cut_ledger_add_alike (self->ledger, one, two, 0.9, TRUE);
  assert_origins (self, 2, 2);
  cut_ledger_add_alike (self->ledger, one, two, 0.6, FALSE);
  assert_origins (self, 2, 2);
  assert_gap (self, CUT_GAP_REPRINT_UNSETTLED, strcmp (one, two) < 0 ? one : two);
}

static void
test_accepted_reprint (Case         *self,
                       gconstpointer data)
{
  const char *original = clip (self, "One", "2021");
  const char *copy = clip (self, "Two", "2020");
  const char *copy_of_copy = clip (self, "Three", "2020");
  CutRecord *said;

  say (self, original, NULL, NULL, "reports");
  say (self, copy, NULL, NULL, "reports");
  say (self, copy_of_copy, NULL, NULL, "reports");
  assert_origins (self, 3, 3);
  said = cut_record_with (find (self, copy), "reprint-of", original, NULL);
  put (self, said);
  put (self, cut_record_with (find (self, copy_of_copy), "reprint-of", copy, NULL));
  assert_origins (self, 1, 1);
  put (self, cut_record_with (said, "reprint-of", NULL, NULL));
  assert_origins (self, 2, 2);
}

static void
test_same_credit_and_some_text (Case         *self,
                                gconstpointer data)
{
  const char *one = put (self, cut_record_new (CUT_KIND_CLIP, "site-name", "One", "wire-credit", "Press Wire", NULL));
  const char *two = clip (self, "Two", NULL);

  say (self, one, NULL, NULL, "reports");
  say (self, two, NULL, NULL, "reports");
  cut_ledger_add_alike (self->ledger, one, two, 0.4, FALSE);
  assert_origins (self, 2, 2);
  put (self, cut_record_with (find (self, two), "wire-credit", "PRESS WIRE", NULL));
  assert_origins (self, 1, 1);
}

/* The Post cites the Courier, the Herald the Post, and the Courier has it from officials: one. */
static void
test_chain_through_works (Case         *self,
                          gconstpointer data)
{
  const char *courier = clip (self, "Courier", NULL);
  const char *post = clip (self, "Post", NULL);
  const char *herald = clip (self, "Herald", NULL);

  say (self, herald, NULL, source (self, "Post", "publication", TRUE), "reports");
  assert_origins (self, 1, 1);
  say (self, post, NULL, courier, "reports");
  assert_origins (self, 1, 1);
  say (self, courier, source (self, "officials", "government", FALSE), NULL, "asserts");
  assert_origins (self, 1, 1);
  /* The Post has somebody of its own as well. */
  say (self, post, source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 2);
}

static void
test_circle (Case         *self,
             gconstpointer data)
{
  const char *one = clip (self, "One", NULL);
  const char *two = clip (self, "Two", NULL);
  const char *three = clip (self, "Three", NULL);
  g_autoptr (CutNode) tree = NULL;
  g_autoptr (CutOrigins) origins = NULL;

  say (self, one, NULL, two, "reports");
  say (self, two, NULL, three, "reports");
  say (self, three, NULL, one, "reports");
  assert_origins (self, 1, 1);
  origins = cut_ledger_count_origins (self->ledger, self->claim);
  g_assert_cmpint (((CutOrigin *) g_ptr_array_index (origins->origins, 0))->kind, ==, CUT_ORIGIN_CYCLE);
  tree = cut_ledger_make_tree (self->ledger, self->claim);
  for (guint i = 0; i < 3; i++)
    {
      CutNode *read = g_ptr_array_index (tree->children, i);
      CutNode *cited = g_ptr_array_index (read->children, 0);

      g_assert_cmpint (((CutNode *) g_ptr_array_index (cited->children, 0))->kind, ==, CUT_NODE_CYCLE);
    }
  /* Somebody breaks it. */
  say (self, two, source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_origins (self, 1, 1);
}

static void
test_cites_itself (Case         *self,
                   gconstpointer data)
{
  const char *one = clip (self, "One", NULL);

  say (self, one, NULL, one, "reports");
  assert_origins (self, 1, 1);
}

static void
test_reports_give_a_range (Case         *self,
                           gconstpointer data)
{
  const char *courier = source (self, "Courier", "publication", TRUE);

  say (self, clip (self, "One", NULL), source (self, "a report", "document", FALSE), NULL, "alleges");
  say (self, clip (self, "Two", NULL), source (self, "a study", "document", FALSE), NULL, "alleges");
  assert_origins (self, 1, 2);
  /* Through one work it is one report, whoever retells it. */
  say (self, clip (self, "Three", NULL), source (self, "a report", "document", FALSE), courier, "alleges");
  say (self, clip (self, "Four", NULL), source (self, "a report", "document", FALSE), courier, "alleges");
  assert_origins (self, 1, 3);
  say (self, clip (self, "Five", NULL), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 4);
}

static void
test_same_claims_count_together (Case         *self,
                                 gconstpointer data)
{
  const char *again = put (self, cut_record_new (CUT_KIND_CLAIM, "text", "A tank has leaked.", "same-as", self->claim, NULL));
  const char *third = put (self, cut_record_new (CUT_KIND_CLAIM, "text", "Oil leaked.", "same-as", again, NULL));

  say (self, clip (self, "One", NULL), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  say_of (self, third, clip (self, "Two", NULL), source (self, "Ada Lind", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 2);
  /* A ring of three counts as one claim, and still hangs together where it is opened. */
  put (self, cut_record_with (find (self, self->claim), "same-as", third, NULL));
  assert_origins (self, 2, 2);
  put (self, cut_record_with (find (self, again), "same-as", NULL, NULL));
  assert_origins (self, 2, 2);
  put (self, cut_record_with (find (self, self->claim), "same-as", NULL, NULL));
  assert_origins (self, 1, 1);
}

/* Two entries of the contact book for one person. */
static void
test_same_source (Case         *self,
                  gconstpointer data)
{
  const char *person = put (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Jon Berg", NULL));
  const char *chair = put (self, cut_record_new (CUT_KIND_SOURCE, "label", "the chair", "kind", "person", "named", TRUE, "entity", person, NULL));
  const char *berg = put (self, cut_record_new (CUT_KIND_SOURCE, "label", "Berg", "kind", "person", "named", TRUE, "entity", person, NULL));

  say (self, clip (self, "One", NULL), chair, NULL, "asserts");
  say (self, clip (self, "Two", NULL), berg, NULL, "asserts");
  assert_origins (self, 1, 1);
  say (self, clip (self, "Two", NULL), source (self, "ADA LIND", "person", TRUE), NULL, "asserts");
  say (self, clip (self, "Three", NULL), source (self, "Ada Lind", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 2);
}

/* Whom the reporter knows herself is somebody, though not in print. */
static void
test_own_confidential_sources (Case         *self,
                               gconstpointer data)
{
  const char *notes = clip (self, "Own notes", NULL);

  for (guint i = 0; i < 2; i++)
    say (self, notes, put (self, cut_record_new (CUT_KIND_SOURCE, "label", "a clerk", "kind", "person", "sensitivity", "confidential", NULL)),
         NULL, "asserts");
  assert_origins (self, 2, 2);
}

static void
test_trash_counts_not (Case         *self,
                       gconstpointer data)
{
  const char *one = clip (self, "One", NULL);
  const char *two = clip (self, "Two", NULL);
  const char *said;

  say (self, one, source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  said = say (self, two, source (self, "Ada Lind", "person", TRUE), NULL, "asserts");
  assert_origins (self, 2, 2);
  put (self, cut_record_with (find (self, one), "deleted", (gint64) 5, NULL));
  assert_origins (self, 1, 1);
  put (self, cut_record_with (find (self, said), "deleted", (gint64) 5, NULL));
  assert_origins (self, 0, 0);
  put (self, cut_record_with (find (self, one), "deleted", (gint64) 0, NULL));
  assert_origins (self, 1, 1);
}

/* What rests on what. */

static void
test_only_what_changed (Case         *self,
                        gconstpointer data)
{
  const char *other = put (self, cut_record_new (CUT_KIND_CLAIM, "text", "The harbour closes.", NULL));
  const char *berg = source (self, "Jon Berg", "person", TRUE);
  g_autoptr (CutClaimStanding) before = NULL;
  g_autoptr (CutClaimStanding) after = NULL;
  g_autoptr (CutClaimStanding) kept = NULL;
  g_autoptr (CutClaimStanding) kept_still = NULL;
  const char *said = say (self, clip (self, "One", NULL), berg, NULL, "asserts");

  before = standing (self);
  kept = cut_ledger_get_standing (self->ledger, other, 0);
  put (self, cut_record_with (find (self, said), "stance", "denies", NULL));
  after = standing (self);
  kept_still = cut_ledger_get_standing (self->ledger, other, 0);
  g_assert_true (before != after);
  g_assert_true (kept == kept_still);
  g_assert_cmpuint (after->high, ==, 0);
  g_assert_cmpuint (after->denials, ==, 1);
}

static void
test_missing (Case         *self,
              gconstpointer data)
{
  g_autofree char *absent = cut_id_new ();
  g_autofree char *clip_id = cut_id_new ();
  CutAttributionFact fact = { .id = absent, .claim = self->claim, .clip = clip_id, .source = absent, .stance = "asserts" };
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) again = NULL;

  cut_ledger_put_attribution (self->ledger, &fact);
  missing = cut_ledger_steal_missing (self->ledger);
  g_assert_cmpuint (missing->len, ==, 2);
  again = cut_ledger_steal_missing (self->ledger);
  g_assert_cmpuint (again->len, ==, 0);
  assert_origins (self, 1, 1);
}

static void
test_stories (Case         *self,
              gconstpointer data)
{
  g_autofree char *story = cut_id_new ();
  const char *stories[] = { story, NULL };
  g_autoptr (GPtrArray) none = cut_ledger_list_claims (self->ledger, story);
  g_autoptr (GPtrArray) through_clip = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  say (self, put (self, cut_record_new (CUT_KIND_CLIP, "site-name", "One", "stories", stories, NULL)), NULL, NULL, "reports");
  through_clip = cut_ledger_list_claims (self->ledger, story);
  g_assert_cmpuint (through_clip->len, ==, 1);
}

/* The tree. */

static void
test_tree (Case         *self,
           gconstpointer data)
{
  const char *post = clip (self, "Evening Post", NULL);
  const char *courier = source (self, "Courier", "publication", TRUE);
  g_autoptr (CutNode) tree = NULL;
  g_autofree char *words = NULL;
  CutNode *read, *outlet, *end;

  say (self, post, source (self, "officials", "government", FALSE), courier, "asserts");
  say (self, post, source (self, "The company", "body", TRUE), NULL, "denies");
  tree = cut_ledger_make_tree (self->ledger, self->claim);
  g_assert_cmpuint (tree->children->len, ==, 1);
  read = g_ptr_array_index (tree->children, 0);
  g_assert_cmpint (read->kind, ==, CUT_NODE_CLIP);
  g_assert_cmpstr (read->id, ==, post);
  g_assert_cmpuint (read->children->len, ==, 2);
  outlet = g_ptr_array_index (read->children, 0);
  g_assert_cmpint (outlet->kind, ==, CUT_NODE_OUTLET);
  end = g_ptr_array_index (outlet->children, 0);
  g_assert_cmpint (end->kind, ==, CUT_NODE_UNNAMED);
  g_assert_cmpstr (end->stance, ==, "asserts");
  g_assert_cmpuint (g_array_index (end->origins, guint, 0), ==, 1);
  end = g_ptr_array_index (read->children, 1);
  g_assert_cmpint (end->kind, ==, CUT_NODE_SOURCE);
  g_assert_cmpuint (g_array_index (end->origins, guint, 0), ==, 2);
  words = cut_node_describe (tree);
  g_assert_cmpstr (words, ==, "officials → Courier → Evening Post: asserts\nThe company → Evening Post: denies");
}

/* Contradictions. */

static void
test_changed_mind (Case         *self,
                   gconstpointer data)
{
  const char *berg = source (self, "Jon Berg", "person", TRUE);
  g_autoptr (CutClaimStanding) now = NULL;
  const CutContradiction *found;

  say (self, clip (self, "One", "2021-03-01"), berg, NULL, "denies");
  say (self, clip (self, "Two", "2021-03-09"), berg, NULL, "confirms");
  say (self, clip (self, "Two", "2021-03-09"), berg, NULL, "responds");
  now = standing (self);
  g_assert_cmpuint (now->contradictions->len, ==, 2);
  found = g_ptr_array_index (now->contradictions, 1);
  g_assert_cmpint (found->kind, ==, CUT_CONTRADICTION_CHANGED);
  g_assert_cmpstr (found->source, ==, berg);
  g_assert_nonnull (strstr (found->words, "first denied"));
  assert_gap (self, CUT_GAP_CONTRADICTION, NULL);
}

static void
test_answers_contradict_nothing (Case         *self,
                                 gconstpointer data)
{
  g_autoptr (CutClaimStanding) now = NULL;

  say (self, clip (self, "One", NULL), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  say (self, clip (self, "One", NULL), source (self, "The company", "body", TRUE), NULL, "responds");
  say (self, clip (self, "One", NULL), source (self, "The mayor", "person", TRUE), NULL, "declines-to-comment");
  now = standing (self);
  g_assert_cmpuint (now->contradictions->len, ==, 0);
  g_assert_cmpuint (now->denials, ==, 0);
}

static void
test_tied_claims (Case         *self,
                  gconstpointer data)
{
  const char *against[] = { self->claim, NULL };
  const char *other = put (self, cut_record_new (CUT_KIND_CLAIM, "text", "No tank leaked.", "contradicts", against, NULL));

  say (self, clip (self, "One", NULL), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_no_gap (self, CUT_GAP_CONTRADICTION);
  say_of (self, other, clip (self, "Two", NULL), source (self, "The company", "body", TRUE), NULL, "asserts");
  assert_gap (self, CUT_GAP_CONTRADICTION, other);
  put (self, cut_record_with (find (self, other), "status", "false", NULL));
  assert_no_gap (self, CUT_GAP_CONTRADICTION);
}

/* Gaps. */

static void
test_gap_of_origins (Case         *self,
                     gconstpointer data)
{
  const char *post = clip (self, "Post", "2021");
  const char *courier = source (self, "Courier", "publication", TRUE);

  assert_gap (self, CUT_GAP_UNATTRIBUTED, NULL);
  say (self, post, source (self, "officials", "government", FALSE), courier, "asserts");
  assert_no_gap (self, CUT_GAP_UNATTRIBUTED);
  assert_gap (self, CUT_GAP_ONE_ANONYMOUS_ORIGIN, NULL);
  assert_gap (self, CUT_GAP_ORIGINAL_NOT_CLIPPED, courier);
  say (self, clip (self, "The Courier", "2021"), source (self, "officials", "government", FALSE), NULL, "asserts");
  assert_no_gap (self, CUT_GAP_ORIGINAL_NOT_CLIPPED);
  assert_gap (self, CUT_GAP_ONE_ANONYMOUS_ORIGIN, NULL);
  say (self, post, source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_no_gap (self, CUT_GAP_ONE_ANONYMOUS_ORIGIN);
}

/* Where the clip links to it, that is where to clip it from. */
static void
test_gap_original_link (Case         *self,
                        gconstpointer data)
{
  const char *post = clip (self, "Post", "2021");
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_citation_free);
  g_autoptr (CutClaimStanding) now = NULL;
  const CutGap *gap;

  g_ptr_array_add (links, cut_citation_new ("the mayor wrote", "https://mayor.example/"));
  g_ptr_array_add (links, cut_citation_new ("as the Norrvik Courier reported", "https://courier.example/leak"));
  say (self, post, source (self, "officials", "government", FALSE), source (self, "The Norrvik Courier", "publication", TRUE), "asserts");
  g_assert_true (cut_ledger_set_citations (self->ledger, post, links));
  now = standing (self);
  gap = find_gap (now, CUT_GAP_ORIGINAL_NOT_CLIPPED);
  g_assert_cmpstr (gap->url, ==, "https://courier.example/leak");
  g_assert_cmpstr (gap->whom, ==, "The Norrvik Courier");
  g_assert_cmpstr (gap->search, ==, "site:\"The Norrvik Courier\"");
}

static void
test_gap_hedged (Case         *self,
                 gconstpointer data)
{
  const char *said = say (self, clip (self, "Post", "2021"), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");

  put (self, cut_record_with (find (self, said), "hedge", "reportedly", NULL));
  assert_gap (self, CUT_GAP_ONLY_HEDGED, NULL);
  say (self, clip (self, "Herald", "2021"), source (self, "Ada Lind", "person", TRUE), NULL, "asserts");
  assert_no_gap (self, CUT_GAP_ONLY_HEDGED);
}

static void
test_gap_not_asked (Case         *self,
                    gconstpointer data)
{
  const char *company = put (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Company", "name", "Norrvik Oil", NULL));
  const char *town = put (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Address", "name", "Norrvik", NULL));
  const char *about[] = { town, company, NULL };

  put (self, cut_record_with (find (self, self->claim), "entities", about, NULL));
  say (self, clip (self, "Post", "2021"), source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_no_gap (self, CUT_GAP_SUBJECT_NOT_ASKED);
  say (self, clip (self, "Post", "2021"), source (self, "Jon Berg", "person", TRUE), NULL, "alleges");
  assert_gap (self, CUT_GAP_SUBJECT_NOT_ASKED, company);
  put (self, cut_record_new (CUT_KIND_ENQUIRY, "claim", self->claim, "whom", "NORRVIK OIL", "question", "Did it?", NULL));
  assert_no_gap (self, CUT_GAP_SUBJECT_NOT_ASKED);
}

static void
test_gap_answered_in_print (Case         *self,
                            gconstpointer data)
{
  const char *company = put (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Company", "name", "Norrvik Oil", NULL));
  const char *about[] = { company, NULL };

  put (self, cut_record_with (find (self, self->claim), "entities", about, NULL));
  say (self, clip (self, "Post", "2021"), source (self, "Jon Berg", "person", TRUE), NULL, "alleges");
  assert_gap (self, CUT_GAP_SUBJECT_NOT_ASKED, company);
  say (self, clip (self, "Post", "2021"),
       put (self, cut_record_new (CUT_KIND_SOURCE, "label", "a spokesman", "kind", "spokesperson", "named", TRUE, "entity", company, NULL)),
       NULL, "declines-to-comment");
  assert_no_gap (self, CUT_GAP_SUBJECT_NOT_ASKED);
}

static void
test_gap_overdue (Case         *self,
                  gconstpointer data)
{
  g_autoptr (CutDate) deadline = cut_date_new ("2021-03-05", CUT_DATE_UNKNOWN, NULL, NULL);
  const char *enquiry = put (self, cut_record_new (CUT_KIND_ENQUIRY, "claim", self->claim, "whom", "The mayor", "question", "Why?",
                                                   "deadline", deadline, NULL));
  gint64 end = cut_date_get_sort_key (deadline) + 24 * 60 * 60 * G_GINT64_CONSTANT (1000);
  g_autoptr (CutClaimStanding) before = cut_ledger_get_standing (self->ledger, self->claim, end - 1);
  g_autoptr (CutClaimStanding) still = cut_ledger_get_standing (self->ledger, self->claim, end - 1);
  g_autoptr (CutClaimStanding) after = cut_ledger_get_standing (self->ledger, self->claim, end);
  g_autoptr (CutClaimStanding) answered = NULL;

  g_assert_null (find_gap (before, CUT_GAP_ENQUIRY_OVERDUE));
  g_assert_true (before == still);
  g_assert_cmpstr (find_gap (after, CUT_GAP_ENQUIRY_OVERDUE)->object, ==, enquiry);
  put (self, cut_record_with (find (self, enquiry), "outcome", "answered", NULL));
  answered = cut_ledger_get_standing (self->ledger, self->claim, end);
  g_assert_null (find_gap (answered, CUT_GAP_ENQUIRY_OVERDUE));
}

static void
test_gap_of_clip (Case         *self,
                  gconstpointer data)
{
  const char *post = clip (self, "Post", NULL);

  say (self, post, source (self, "Jon Berg", "person", TRUE), NULL, "asserts");
  assert_gap (self, CUT_GAP_DATE_MISSING, post);
  assert_no_gap (self, CUT_GAP_HEADLINE);
  cut_ledger_set_headline (self->ledger, post, "Tank leaks");
  assert_gap (self, CUT_GAP_HEADLINE, post);
  cut_ledger_set_headline (self->ledger, post, NULL);
  assert_no_gap (self, CUT_GAP_HEADLINE);
}

static void
test_gap_key_claim (Case         *self,
                    gconstpointer data)
{
  g_autoptr (CutClaimStanding) now = NULL;

  assert_no_gap (self, CUT_GAP_NOT_CHECKED);
  put (self, cut_record_with (find (self, self->claim), "importance", "key", NULL));
  assert_gap (self, CUT_GAP_NOT_CHECKED, NULL);
  put (self, cut_record_new (CUT_KIND_CHECK, "claim", self->claim, "result", "Seen", NULL));
  assert_no_gap (self, CUT_GAP_NOT_CHECKED);
  put (self, cut_record_with (find (self, self->claim), "status", "superseded", NULL));
  now = standing (self);
  g_assert_cmpuint (now->gaps->len, ==, 0);
  g_assert_cmpint (now->urgency, ==, CUT_URGENCY_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/ledger/" path, Case, NULL, set_up, function, tear_down)
  ADD ("four-papers", test_four_papers);
  ADD ("dismissed-likeness", test_dismissed_likeness_counts_not);
  ADD ("accepted-reprint", test_accepted_reprint);
  ADD ("same-credit", test_same_credit_and_some_text);
  ADD ("chain", test_chain_through_works);
  ADD ("circle", test_circle);
  ADD ("cites-itself", test_cites_itself);
  ADD ("reports", test_reports_give_a_range);
  ADD ("same-claims", test_same_claims_count_together);
  ADD ("same-source", test_same_source);
  ADD ("own-confidential-sources", test_own_confidential_sources);
  ADD ("trash", test_trash_counts_not);
  ADD ("only-what-changed", test_only_what_changed);
  ADD ("missing", test_missing);
  ADD ("stories", test_stories);
  ADD ("tree", test_tree);
  ADD ("changed-mind", test_changed_mind);
  ADD ("answers", test_answers_contradict_nothing);
  ADD ("tied-claims", test_tied_claims);
  ADD ("gap-origins", test_gap_of_origins);
  ADD ("gap-original-link", test_gap_original_link);
  ADD ("gap-hedged", test_gap_hedged);
  ADD ("gap-not-asked", test_gap_not_asked);
  ADD ("gap-answered-in-print", test_gap_answered_in_print);
  ADD ("gap-overdue", test_gap_overdue);
  ADD ("gap-clip", test_gap_of_clip);
  ADD ("gap-key-claim", test_gap_key_claim);
  return g_test_run ();
}

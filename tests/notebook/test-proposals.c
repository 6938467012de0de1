/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-marking.h"
#include "cut-proposal.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

#define TEXT                                                                                                                \
  "Mills deny price pact\n\n"                                                                                               \
  "A leaked memo alleged last week that prices had been agreed between Orbit and Halden, but the ministry and the firms "   \
  "denied that happened.\n\n"                                                                                               \
  "Talks took place in June, The Harbour Gazette reported on Monday, citing unnamed officials.\n\n"                         \
  "A second meeting was held in July, officials told The Gazette.\n"

static GPtrArray *
propose (CutTestNotebook *test,
         const char      *id,
         CutReading     **reading)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *proposals;

  *reading = cut_notebook_read (test->notebook, id, &error);
  g_assert_no_error (error);
  proposals = cut_notebook_propose (test->notebook, *reading, NULL, &error);
  g_assert_no_error (error);
  return proposals;
}

static char *
clip (CutTestNotebook *test)
{
  g_autoptr (CutClipResult) result = cut_test_clip_text (test->notebook, TEXT);

  return g_strdup (cut_record_get_id (result->clip));
}

static const CutProposal *
find (GPtrArray  *proposals,
      const char *stance)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const CutProposal *proposal = g_ptr_array_index (proposals, i);

      if (g_strcmp0 (proposal->stance, stance) == 0)
        return proposal;
    }
  g_assert_not_reached ();
}

static const CutProposal *
find_words (GPtrArray  *proposals,
            const char *part)
{
  for (guint i = 0; i < proposals->len; i++)
    if (g_strstr_len (((const CutProposal *) g_ptr_array_index (proposals, i))->words, -1, part) != NULL)
      return g_ptr_array_index (proposals, i);
  g_assert_not_reached ();
}

/* Who denies is meant one by one, and what is denied is what was alleged. */
static void
test_several (CutTestNotebook *test,
              gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, id, &reading);
  const CutProposal *alleged = find (proposals, "alleges");
  const CutProposal *denied = find (proposals, "denies");

  g_assert_cmpstr (alleged->words, ==, "Prices had been agreed between Orbit and Halden");
  g_assert_cmpstr (denied->words, ==, alleged->words);
  g_assert_cmpstr (denied->source, ==, "ministry; Orbit; Halden");
}

/* The short name of an outlet is the long one; both rest on people without a name. */
static void
test_outlet (CutTestNotebook *test,
             gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, id, &reading);
  const CutProposal *first = find_words (proposals, "Talks took place");
  const CutProposal *second = find_words (proposals, "A second meeting");

  g_assert_cmpstr (first->via, ==, "The Harbour Gazette");
  g_assert_cmpstr (second->via, ==, "The Harbour Gazette");
  /* Without the date of publication "on Monday" is no day. */
  g_assert_null (first->said_at);
  g_assert_false (first->named);
  g_assert_false (second->named);
}

/* With it, it is the Monday before. */
static void
test_said_at (CutTestNotebook *test,
              gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) before = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) undated = propose (test, id, &before);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (CutDate) published = cut_date_new ("2026-03-12", CUT_DATE_UNKNOWN, "user", NULL);
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Date");

  cut_act_take (act, cut_record_with (before->clip, "published", published, NULL));
  cut_notebook_commit (test->notebook, act, NULL, &error);
  g_assert_no_error (error);
  proposals = propose (test, id, &reading);
  g_assert_cmpstr (cut_date_get_value (find_words (proposals, "Talks took place")->said_at), ==, "2026-03-09");
}

static guint
count (CutTestNotebook *test,
       CutKind          kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = cut_notebook_list (test->notebook, query, NULL, NULL);

  return records->len;
}

static void
accept (CutTestNotebook *test,
        const char      *clip_id,
        const char      *stance)
{
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, clip_id, &reading);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_accept (test->notebook, reading, find (proposals, stance), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static void
test_accept (CutTestNotebook *test,
             gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *undone = NULL;

  accept (test, id, "alleges");
  accept (test, id, "denies");
  /* One claim, that one alleges and three deny. */
  g_assert_cmpuint (count (test, CUT_KIND_CLAIM), ==, 1);
  g_assert_cmpuint (count (test, CUT_KIND_ATTRIBUTION), ==, 4);
  g_assert_cmpuint (count (test, CUT_KIND_SOURCE), ==, 4);
  proposals = propose (test, id, &reading);
  for (guint i = 0; i < proposals->len; i++)
    g_assert_cmpstr (((const CutProposal *) g_ptr_array_index (proposals, i))->stance, !=, "denies");
  g_assert_cmpstr (cut_claim_get_proposed_by (g_ptr_array_index (reading->claims, 0)), ==, "cuttings " CUT_PROPOSAL_RULES);
  undone = cut_notebook_undo (test->notebook, NULL);
  g_assert_cmpuint (count (test, CUT_KIND_ATTRIBUTION), ==, 1);
  g_assert_cmpuint (count (test, CUT_KIND_SOURCE), ==, 1);
}

static void
test_dismiss (CutTestNotebook *test,
              gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutReading) again = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, id, &reading);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  cut_notebook_commit (test->notebook, cut_proposal_dismiss (find (proposals, "denies"), reading), NULL, &error);
  g_assert_no_error (error);
  left = propose (test, id, &again);
  g_assert_cmpuint (left->len, ==, proposals->len - 1);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpstr (((const CutProposal *) g_ptr_array_index (left, i))->stance, !=, "denies");
}

/* What somebody set aside is not read. */
static void
test_counts (CutTestNotebook *test,
             gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutReading) again = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, id, &reading);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_marking_set_counts (reading, find (proposals, "alleges")->start, FALSE, &error);

  g_assert_no_error (error);
  cut_notebook_commit (test->notebook, act, NULL, &error);
  g_assert_no_error (error);
  left = propose (test, id, &again);
  g_assert_cmpuint (left->len, ==, proposals->len - 2);
}

static void
test_cancelled (CutTestNotebook *test,
                gconstpointer    data)
{
  g_autofree char *id = clip (test);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) proposals = propose (test, id, &reading);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_notebook_propose (test->notebook, reading, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (cut_notebook_accept (test->notebook, reading, g_ptr_array_index (proposals, 0), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (test, CUT_KIND_CLAIM), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/proposals/" name, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)
  ADD ("several", test_several);
  ADD ("outlet", test_outlet);
  ADD ("said-at", test_said_at);
  ADD ("accept", test_accept);
  ADD ("dismiss", test_dismiss);
  ADD ("counts", test_counts);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}

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

/* A clip of the text above as it was read last, and what it offers. */
typedef struct
{
  CutTestNotebook base;
  char *clip;
  CutReading *reading;
  GPtrArray *proposals;
} Fixture;

static void
forget (Fixture *self)
{
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->reading, cut_reading_unref);
}

static void
read_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  forget (self);
  self->reading = cut_notebook_read (self->base.notebook, self->clip, &error);
  g_assert_no_error (error);
  self->proposals = cut_notebook_propose (self->base.notebook, self->reading, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (CutClipResult) result = NULL;

  cut_test_notebook_set_up (&self->base, data);
  result = cut_test_clip_text (self->base.notebook, TEXT);
  self->clip = g_strdup (cut_record_get_id (result->clip));
  read_again (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  forget (self);
  g_free (self->clip);
  cut_test_notebook_tear_down (&self->base, data);
}

static const CutProposal *
get (Fixture *self,
     guint    i)
{
  return g_ptr_array_index (self->proposals, i);
}

static gboolean
has (Fixture    *self,
     const char *stance)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strcmp0 (get (self, i)->stance, stance) == 0)
      return TRUE;
  return FALSE;
}

static const CutProposal *
find (Fixture    *self,
      const char *stance)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strcmp0 (get (self, i)->stance, stance) == 0)
      return get (self, i);
  g_assert_not_reached ();
}

static const CutProposal *
find_words (Fixture    *self,
            const char *part)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strstr_len (get (self, i)->words, -1, part) != NULL)
      return get (self, i);
  g_assert_not_reached ();
}

static void
commit (Fixture *self,
        CutAct  *act)
{
  g_autoptr (GError) error = NULL;

  cut_notebook_commit (self->base.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

/* Who denies is meant one by one, and what is denied is what was alleged. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  const CutProposal *alleged = find (self, "alleges");
  const CutProposal *denied = find (self, "denies");

  g_assert_cmpstr (alleged->words, ==, "Prices had been agreed between Orbit and Halden");
  g_assert_cmpstr (denied->words, ==, alleged->words);
  g_assert_cmpstr (denied->source, ==, "ministry; Orbit; Halden");
}

/* The short name of an outlet is the long one; both rest on people without a name. */
static void
test_outlet (Fixture       *self,
             gconstpointer  data)
{
  const CutProposal *first = find_words (self, "Talks took place");
  const CutProposal *second = find_words (self, "A second meeting");

  g_assert_cmpstr (first->via, ==, "The Harbour Gazette");
  g_assert_cmpstr (second->via, ==, "The Harbour Gazette");
  /* Without the date of publication "on Monday" is no day. */
  g_assert_null (first->said_at);
  g_assert_false (first->named);
  g_assert_false (second->named);
}

/* With it, it is the Monday before. */
static void
test_said_at (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (CutDate) published = cut_date_new ("2026-03-12", CUT_DATE_UNKNOWN, "user", NULL);
  CutAct *act = cut_act_new ("Date");

  cut_act_take (act, cut_record_with (self->reading->clip, "published", published, NULL));
  commit (self, act);
  read_again (self);
  g_assert_cmpstr (cut_date_get_value (find_words (self, "Talks took place")->said_at), ==, "2026-03-09");
}

static guint
count (Fixture *self,
       CutKind  kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = cut_notebook_list (self->base.notebook, query, NULL, NULL);

  return records->len;
}

static void
accept (Fixture    *self,
        const char *stance)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_accept (self->base.notebook, self->reading, find (self, stance), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
  read_again (self);
}

static void
test_accept (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *undone = NULL;

  accept (self, "alleges");
  accept (self, "denies");
  /* One claim, that one alleges and three deny. */
  g_assert_cmpuint (count (self, CUT_KIND_CLAIM), ==, 1);
  g_assert_cmpuint (count (self, CUT_KIND_ATTRIBUTION), ==, 4);
  g_assert_cmpuint (count (self, CUT_KIND_SOURCE), ==, 4);
  g_assert_false (has (self, "denies"));
  g_assert_cmpstr (cut_claim_get_proposed_by (g_ptr_array_index (self->reading->claims, 0)), ==, "cuttings " CUT_PROPOSAL_RULES);
  undone = cut_notebook_undo (self->base.notebook, NULL);
  g_assert_cmpuint (count (self, CUT_KIND_ATTRIBUTION), ==, 1);
  g_assert_cmpuint (count (self, CUT_KIND_SOURCE), ==, 1);
}

static void
test_dismiss (Fixture       *self,
              gconstpointer  data)
{
  guint before = self->proposals->len;

  commit (self, cut_proposal_dismiss (find (self, "denies"), self->reading));
  read_again (self);
  g_assert_cmpuint (self->proposals->len, ==, before - 1);
  g_assert_false (has (self, "denies"));
}

/* What somebody set aside is not read. */
static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  guint before = self->proposals->len;
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_marking_set_counts (self->reading, find (self, "alleges")->start, FALSE, &error);

  g_assert_no_error (error);
  commit (self, act);
  read_again (self);
  g_assert_cmpuint (self->proposals->len, ==, before - 2);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  CutNotebook *notebook = self->base.notebook;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_notebook_propose (notebook, self->reading, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (cut_notebook_accept (notebook, self->reading, get (self, 0), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (self, CUT_KIND_CLAIM), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/proposals/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("several", test_several);
  ADD ("outlet", test_outlet);
  ADD ("said-at", test_said_at);
  ADD ("accept", test_accept);
  ADD ("dismiss", test_dismiss);
  ADD ("counts", test_counts);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}

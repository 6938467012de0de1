/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "cut-notebook-standing.h"
#include "cut-test-notebook.h"

/* A story of 3,000 claims: how long until the standing of all is there, and after one change, against reading the rows that
 * a plain list of them shows. */

#define CLAIMS 3000
#define CLIPS 300
#define SOURCES 300
#define ROUNDS 5

typedef struct
{
  char *story;
  GPtrArray *clips;
  GPtrArray *marks;
  GPtrArray *sources;
  GPtrArray *claims;
  GPtrArray *attributions;
} Story;

/* Processor time of all threads: what else the machine does counts not. */
static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
keep_least (double *least,
            double  seconds)
{
  *least = MIN (*least, seconds);
}

static CutRecord *
add (CutAct    *act,
     GPtrArray *list,
     CutRecord *record)
{
  cut_act_put (act, record);
  g_ptr_array_add (list, record);
  return record;
}

static const char *
pick (GPtrArray *list,
      guint      i)
{
  return cut_record_get_id (g_ptr_array_index (list, i % list->len));
}

static void
add_clips (Story  *self,
           CutAct *act)
{
  const char *stories[] = { self->story, NULL };
  g_autoptr (CutDate) date = cut_date_new ("2021-03-11", CUT_DATE_UNKNOWN, NULL, NULL);

  for (guint i = 0; i < CLIPS; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("Paper %u", i % 40);

      add (act, self->clips, cut_record_new (CUT_KIND_CLIP, "title", outlet, "site-name", outlet, "published", date, "stories", stories, NULL));
    }
  for (guint i = 0; i < SOURCES; i++)
    {
      g_autofree char *label = g_strdup_printf ("Source %u", i);

      add (act, self->sources,
           cut_record_new (CUT_KIND_SOURCE, "label", label, "kind", i % 5 == 0 ? "publication" : "person", "named", i % 3 != 0, NULL));
    }
}

static void
add_passage (Story  *self,
             CutAct *act,
             guint   n)
{
  static const char *const stances[] = { "asserts", "reports", "denies", "alleges", "responds" };
  g_autoptr (CutSelector) selector = cut_selector_new (n, n + 8, "the tank", NULL, NULL);
  const char *via[] = { n % 4 == 0 ? pick (self->sources, n / 4 * 5) : NULL, NULL };
  CutRecord *mark = add (act, self->marks,
                         cut_record_new (CUT_KIND_ANNOTATION, "clip", pick (self->clips, n), "capture", pick (self->clips, n), "kind",
                                         "claim", "selectors", selector, NULL));

  add (act, self->attributions,
       cut_record_new (CUT_KIND_ATTRIBUTION, "claim", pick (self->claims, n / 2), "annotation", cut_record_get_id (mark), "source",
                       pick (self->sources, n * 7), "via", via, "stance", stances[n % G_N_ELEMENTS (stances)], NULL));
}

static void
fill (Story       *self,
      CutNotebook *notebook)
{
  g_autoptr (GError) error = NULL;
  CutRecord *story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  CutAct *act = cut_act_new ("Fill");

  self->story = g_strdup (cut_record_get_id (story));
  cut_act_take (act, story);
  add_clips (self, act);
  for (guint i = 0; i < CLAIMS; i++)
    {
      const char *stories[] = { self->story, NULL };
      g_autofree char *text = g_strdup_printf ("Tank %u leaked into the harbour in March.", i);

      add (act, self->claims, cut_record_new (CUT_KIND_CLAIM, "text", text, "stories", stories, NULL));
    }
  for (guint i = 0; i < 2 * CLAIMS; i++)
    add_passage (self, act, i);
  cut_notebook_commit (notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static double
read_rows (Story       *self,
           CutNotebook *notebook)
{
  double start = get_seconds ();
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLAIM);
  g_autoptr (GPtrArray) rows = NULL;

  cut_query_set_linked (query, self->story);
  rows = cut_notebook_rows (notebook, query, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, CLAIMS);
  return get_seconds () - start;
}

static double
read_standings (Story       *self,
                CutNotebook *notebook)
{
  double start = get_seconds ();
  g_autoptr (GPtrArray) all = cut_notebook_claim_standings (notebook, self->story, NULL, NULL);
  double seconds = get_seconds () - start;
  guint n = 0;

  g_assert_cmpuint (all->len, ==, CLAIMS);
  for (guint i = 0; i < all->len; i++)
    n += ((CutClaimStanding *) g_ptr_array_index (all, i))->n_attributions;
  g_assert_cmpuint (n, ==, 2 * CLAIMS);
  return seconds;
}

/* From the written act on: an act itself waits for the disk. */
static double
change_one (Story       *self,
            CutNotebook *notebook,
            guint        i)
{
  g_autoptr (CutRecord) old = cut_notebook_get (notebook, pick (self->attributions, i * 97), NULL);

  cut_test_commit_one (notebook, "Change", cut_record_with (old, "hedge", "reportedly", NULL));
  return read_standings (self, notebook);
}

int
main (int    argc,
      char **argv)
{
  CutTestNotebook fixture = { NULL };
  Story story = { NULL,
                  g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_object_unref) };
  double rows = G_MAXDOUBLE, first = G_MAXDOUBLE, again = G_MAXDOUBLE, change = G_MAXDOUBLE;

  cut_test_notebook_set_up (&fixture, NULL);
  fill (&story, fixture.notebook);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (CutNotebook) notebook = NULL;

      /* Opened anew, so that nothing is known yet. */
      notebook = cut_notebook_open (fixture.path, NULL, NULL);
      keep_least (&rows, read_rows (&story, notebook));
      keep_least (&first, read_standings (&story, notebook));
      keep_least (&again, read_standings (&story, notebook));
      keep_least (&change, change_one (&story, notebook, round));
      cut_notebook_close (notebook);
    }
  g_print ("%d claims, %d attributions\n", CLAIMS, 2 * CLAIMS);
  g_print ("rows alone %.1f ms; all standings %.1f ms, %.2f x of that; again %.1f ms; after one change %.1f ms\n", rows * 1000,
           first * 1000, first / rows, again * 1000, change * 1000);
  cut_test_notebook_tear_down (&fixture, NULL);
  return 0;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-check-list.h"
#include "cut-ledger.h"

#define NOW G_GINT64_CONSTANT (1780000000000)

static void
put (CutLedger *ledger,
     CutRecord *record)
{
  cut_ledger_put_record (ledger, record);
  g_object_unref (record);
}

/* A claim by an unnamed person in a clip without a date. */
static char *
put_claim (CutLedger  *ledger,
           const char *text,
           const char *importance,
           const char *clip)
{
  CutRecord *claim = cut_record_new (CUT_KIND_CLAIM, "text", text, "importance", importance, NULL);
  CutRecord *source = cut_record_new (CUT_KIND_SOURCE, "label", "an official", "kind", "person", NULL);
  CutRecord *annotation = cut_record_new (CUT_KIND_ANNOTATION, "clip", clip, NULL);
  char *id = g_strdup (cut_record_get_id (claim));

  put (ledger, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", id, "annotation", cut_record_get_id (annotation), "source",
                               cut_record_get_id (source), "stance", "asserts", NULL));
  put (ledger, claim);
  put (ledger, source);
  put (ledger, annotation);
  return id;
}

static GPtrArray *
get_standings (CutLedger  *ledger,
               const char *first,
               const char *second)
{
  GPtrArray *standings = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_claim_standing_unref);

  g_ptr_array_add (standings, cut_ledger_get_standing (ledger, first, NOW));
  g_ptr_array_add (standings, cut_ledger_get_standing (ledger, second, NOW));
  return standings;
}

/* Most urgent first, and what the clip lacks only once, though both claims stand in it. */
static void
test_list (void)
{
  CutLedger *ledger = cut_ledger_new ();
  CutRecord *clip = cut_record_new (CUT_KIND_CLIP, "title", "One", "site-name", "Evening Post", NULL);
  g_autofree char *first = put_claim (ledger, "The tank leaked", "minor", cut_record_get_id (clip));
  g_autofree char *second = put_claim (ledger, "The board knew", "key", cut_record_get_id (clip));
  g_autoptr (GPtrArray) standings = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint dates = 0;

  put (ledger, clip);
  standings = get_standings (ledger, first, second);
  items = cut_check_list_make (standings);
  g_assert_cmpuint (items->len, >, 2);
  for (guint i = 0; i < items->len; i++)
    {
      const CutCheckItem *item = g_ptr_array_index (items, i);
      const CutCheckItem *next = i + 1 < items->len ? g_ptr_array_index (items, i + 1) : item;

      g_assert_cmpint (item->gap->urgency, >=, next->gap->urgency);
      g_assert_true (g_str_equal (item->gap->claim, item->standing->id));
      if (item->gap->kind != CUT_GAP_DATE_MISSING)
        continue;
      dates++;
      g_assert_cmpuint (item->n_claims, ==, 2);
    }
  g_assert_cmpuint (dates, ==, 1);
  cut_ledger_free (ledger);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = cut_check_list_make (none);

  g_assert_cmpuint (items->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/check-list/list", test_list);
  g_test_add_func ("/reason/check-list/nothing", test_nothing);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deleting for good: what is told, what cancelling leaves, and what hangs on what. tests/cli/test-purge.py looks at the bytes. */

#include "cut-error.h"
#include "cut-hanging.h"
#include "cut-id.h"
#include "cut-notebook-purge.h"
#include "cut-test-notebook.h"

static CutRecord *
put (CutTestNotebook *fixture,
     CutRecord       *record)
{
  cut_test_commit_one (fixture->notebook, "Add", record);
  return record;
}

static void
trash (CutTestNotebook *fixture,
       CutRecord       *record)
{
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Delete");

  cut_act_trash (act, record);
  cut_notebook_commit (fixture->notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_of (GHashTable *counts,
          CutKind     kind)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, cut_kind_get_plural (kind)));
}

static void
test_told (CutTestNotebook *fixture,
           gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) stays = put (fixture, cut_record_new (CUT_KIND_CLAIM, "text", "It stays", NULL));
  g_autoptr (CutRecord) goes = put (fixture, cut_record_new (CUT_KIND_CLAIM, "text", "It goes", NULL));
  g_autoptr (CutRecord) check = put (fixture, cut_record_new (CUT_KIND_CHECK, "claim", cut_record_get_id (goes), NULL));
  const char *ids[] = { cut_record_get_id (goes), NULL };
  g_autoptr (CutPurgeReport) report = NULL;
  guint n_gone = 0;

  trash (fixture, goes);
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, "Delete");
  report = cut_notebook_purge (fixture->notebook, ids, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cut_purge_report_count (report), ==, 1);
  g_assert_cmpuint (count_of (report->purged, CUT_KIND_CLAIM), ==, 1);
  g_assert_cmpuint (count_of (report->along, CUT_KIND_CHECK), ==, 1);
  g_assert_true (report->wiped);
  for (guint i = 0; i < fixture->changes->len; i++)
    {
      const CutChange *change = g_ptr_array_index (fixture->changes, i);

      g_assert_null (change->record);
      n_gone += g_str_equal (change->id, cut_record_get_id (goes)) || g_str_equal (change->id, cut_record_get_id (check));
    }
  g_assert_cmpuint (n_gone, ==, 2);
  /* What can be undone is the act before. */
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, "Add");
  g_free (cut_notebook_undo (fixture->notebook, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLAIM), ==, 0);
  g_assert_null (cut_notebook_get_undo_label (fixture->notebook));
  cut_test_assert_verifies (fixture->path);
}

static void
test_cancelled (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) claim = put (fixture, cut_record_new (CUT_KIND_CLAIM, "text", "It goes", NULL));
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (CutPurgeReport) report = NULL;
  g_autoptr (CutRecord) present = NULL;

  trash (fixture, claim);
  g_cancellable_cancel (cut_progress_get_cancellable (progress));
  report = cut_notebook_purge (fixture->notebook, NULL, FALSE, progress, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (report);
  g_clear_error (&error);
  present = cut_notebook_get (fixture->notebook, cut_record_get_id (claim), &error);
  g_assert_no_error (error);
  g_assert_true (cut_record_is_deleted (present));
}

/* An old act on something that stays may have named what is gone. */
static void
test_redo (CutTestNotebook *fixture,
           gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) tag = put (fixture, cut_record_new (CUT_KIND_TAG, "label", "Walls", NULL));
  g_autoptr (CutRecord) claim = put (fixture, cut_record_new (CUT_KIND_CLAIM, "text", "It stays", NULL));
  const char *tags[] = { cut_record_get_id (tag), NULL };
  g_autoptr (CutRecord) tagged = put (fixture, cut_record_with (claim, "tags", tags, NULL));
  g_autoptr (CutRecord) untagged = put (fixture, cut_record_with (tagged, "tags", NULL, NULL));
  g_autoptr (CutPurgeReport) report = NULL;
  g_autoptr (CutRecord) present = NULL;

  trash (fixture, tag);
  report = cut_notebook_purge (fixture->notebook, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_free (cut_notebook_undo (fixture->notebook, &error));
  g_assert_no_error (error);
  present = cut_notebook_get (fixture->notebook, cut_record_get_id (claim), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **) cut_record_get_strv (present, (guint) cut_kind_find_field (CUT_KIND_CLAIM, "tags"))), ==, 0);
  cut_test_assert_verifies (fixture->path);
}

/* Whatever field comes, an object in the Trash can be taken out without leaving a name behind. */
static void
test_ties (void)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      guint n_fields;
      const CutField *fields = cut_kind_get_fields ((CutKind) kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          gboolean required = (fields[i].flags & CUT_FIELD_REQUIRED) != 0;

          if (fields[i].type != CUT_FIELD_ID && fields[i].type != CUT_FIELD_IDS)
            continue;
          if (required)
            g_assert_cmpint (cut_hanging_get_tie ((CutKind) kind, &fields[i]), ==, CUT_TIE_HANGS);
          /* One of several is nothing to hang on. */
          if (fields[i].type == CUT_FIELD_IDS)
            g_assert_cmpint (cut_hanging_get_tie ((CutKind) kind, &fields[i]), !=, CUT_TIE_HANGS);
        }
    }
}

static void
test_strip (void)
{
  g_autofree char *gone = cut_id_new ();
  g_autofree char *there = cut_id_new ();
  const char *both[] = { gone, there, NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CutRecord) event = cut_record_new (CUT_KIND_EVENT, "text", "It gave way", "claims", both, "entities", both, NULL);
  g_autoptr (CutRecord) same = NULL;
  g_autoptr (CutRecord) part = NULL;

  same = cut_hanging_strip (event, ids);
  g_assert_true (same == event);
  g_hash_table_add (ids, gone);
  part = cut_hanging_strip (event, ids);
  g_assert_cmpstrv (cut_record_get_strv (part, (guint) cut_kind_find_field (CUT_KIND_EVENT, "claims")), both + 1);
  g_assert_cmpstrv (cut_record_get_strv (part, (guint) cut_kind_find_field (CUT_KIND_EVENT, "entities")), both + 1);
}

#define TEST(path, func) \
  g_test_add ("/notebook/purge/" path, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("told", test_told);
  TEST ("cancelled", test_cancelled);
  TEST ("redo", test_redo);
  g_test_add_func ("/notebook/purge/ties", test_ties);
  g_test_add_func ("/notebook/purge/strip", test_strip);
  return g_test_run ();
}

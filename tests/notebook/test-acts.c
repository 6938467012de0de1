/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-contributor.h"
#include "cut-error.h"
#include "cut-story.h"
#include "cut-test-notebook.h"

/* An object of each kind that can be made alone, and a field of it that can be changed. */
static const struct
{
  CutKind kind;
  const char *name;
  const char *value;
  const char *other;
} alone[] = {
  { CUT_KIND_STORY, "title", "The leak", "The second leak" },
  { CUT_KIND_CONTRIBUTOR, "name", "Kim Ode", "Kim Oden" },
  { CUT_KIND_CLAIM, "text", "The tank leaked.", "The tank leaked twice." },
  { CUT_KIND_SOURCE, "label", "A dock worker", "Two dock workers" },
  { CUT_KIND_ENTITY, "name", "Norrvik", "Port of Norrvik" },
  { CUT_KIND_TAG, "label", "harbour", "harbours" },
  { CUT_KIND_EVENT, "text", "The tank burst.", "The tank gave way." },
};

static CutRecord *
get (CutTestNotebook *fixture,
     const char      *id)
{
  g_autoptr (GError) error = NULL;
  CutRecord *record = cut_notebook_get (fixture->notebook, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_gone (CutTestNotebook *fixture,
             const char      *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_notebook_get (fixture->notebook, id, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
undo (CutTestNotebook *fixture,
      const char      *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, label);
  undone = cut_notebook_undo (fixture->notebook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
  g_assert_cmpstr (cut_notebook_get_redo_label (fixture->notebook), ==, label);
}

static void
redo (CutTestNotebook *fixture,
      const char      *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (cut_notebook_get_redo_label (fixture->notebook), ==, label);
  redone = cut_notebook_redo (fixture->notebook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, label);
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, label);
}

static void
assert_text (CutTestNotebook *fixture,
             const char      *id,
             const char      *name,
             const char      *value)
{
  g_autoptr (CutRecord) record = get (fixture, id);

  g_assert_cmpstr (cut_record_get_string (record, (guint) cut_kind_find_field (cut_record_get_kind (record), name)),
                   ==, value);
}

static void
test_open (CutTestNotebook *fixture,
           gconstpointer    data)
{
  g_autoptr (CutRecord) owner = get (fixture, cut_notebook_get_owner (fixture->notebook));
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf status;

  g_assert_cmpstr (cut_contributor_get_name (CUT_CONTRIBUTOR (owner)), ==, g_get_real_name ());
  g_assert_null (cut_contributor_get_email (CUT_CONTRIBUTOR (owner)));
  g_assert_null (cut_contributor_get_initials (CUT_CONTRIBUTOR (owner)));
  g_assert_nonnull (cut_record_get_rev (owner));
  g_assert_false (cut_notebook_is_read_only (fixture->notebook));
  g_assert_null (cut_notebook_get_undo_label (fixture->notebook));
  g_assert_null (cut_notebook_get_redo_label (fixture->notebook));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_open_again (CutTestNotebook *fixture,
                 gconstpointer    data)
{
  g_autofree char *owner = g_strdup (cut_notebook_get_owner (fixture->notebook));
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  CutNotebook *again;

  cut_test_commit_one (fixture->notebook, "New Story", story);
  cut_notebook_open_async (fixture->path, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  again = cut_notebook_open_finish (done, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cut_notebook_get_owner (again), ==, owner);
  g_assert_cmpstr (cut_notebook_get_undo_label (again), ==, "New Story");
  g_clear_object (&done);
  cut_notebook_close (again);
  g_assert_finalize_object (again);
}

static void
test_open_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  g_assert_null (cut_notebook_open ("/dev/null/no/notebook.cuttings", NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_clear_error (&error);
  cut_notebook_open_async ("/dev/null/no/notebook.cuttings", NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  g_assert_null (cut_notebook_open_finish (done, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
}

static void
test_every_kind (CutTestNotebook *fixture,
                 gconstpointer    data)
{
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autoptr (CutRecord) made = cut_record_new (alone[i].kind, alone[i].name, alone[i].value, NULL);
      const char *id = cut_record_get_id (made);
      g_autoptr (CutRecord) stored = NULL;
      g_autoptr (CutRecord) edited = NULL;
      g_autoptr (CutRecord) changed = NULL;

      cut_test_commit_one (fixture->notebook, "Make", made);
      stored = get (fixture, id);
      g_assert_cmpstr (cut_record_get_string (stored, CUT_RECORD_CONTRIBUTOR), ==,
                       cut_notebook_get_owner (fixture->notebook));
      g_assert_nonnull (cut_record_get_rev (stored));
      edited = cut_record_with (stored, alone[i].name, alone[i].other, NULL);
      cut_test_commit_one (fixture->notebook, "Edit", edited);
      changed = get (fixture, id);
      g_assert_cmpstr (cut_record_get_strv (changed, CUT_RECORD_PARENTS)[0], ==, cut_record_get_rev (stored));
      assert_text (fixture, id, alone[i].name, alone[i].other);

      undo (fixture, "Edit");
      assert_text (fixture, id, alone[i].name, alone[i].value);
      undo (fixture, "Make");
      assert_gone (fixture, id);
      redo (fixture, "Make");
      assert_text (fixture, id, alone[i].name, alone[i].value);
      redo (fixture, "Edit");
      assert_text (fixture, id, alone[i].name, alone[i].other);
    }
}

/* Going back to an old wording is a new revision: history has no loops. */
static void
test_revisions (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (CutRecord) made = cut_record_new (CUT_KIND_CLAIM, "text", "One.", NULL);
  g_autoptr (CutRecord) first = NULL;
  g_autoptr (CutRecord) second = NULL;
  g_autoptr (CutRecord) edited = NULL;
  g_autoptr (CutRecord) third = NULL;

  cut_test_commit_one (fixture->notebook, "Make", made);
  first = get (fixture, cut_record_get_id (made));
  edited = cut_record_with (first, "text", "Two.", NULL);
  cut_test_commit_one (fixture->notebook, "Edit", edited);
  second = get (fixture, cut_record_get_id (made));
  undo (fixture, "Edit");
  third = get (fixture, cut_record_get_id (made));
  g_assert_cmpstr (cut_record_get_rev (third), !=, cut_record_get_rev (first));
  g_assert_true (g_strv_contains (cut_record_get_strv (third, CUT_RECORD_PARENTS), cut_record_get_rev (first)));
  g_assert_true (g_strv_contains (cut_record_get_strv (third, CUT_RECORD_PARENTS), cut_record_get_rev (second)));
}

static void
test_many_objects (CutTestNotebook *fixture,
                   gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  const char *stories[] = { cut_record_get_id (story), NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "It leaked.", "stories", stories, NULL);
  g_autoptr (CutRecord) check = cut_record_new (CUT_KIND_CHECK, "claim", cut_record_get_id (claim), NULL);
  CutAct *act = cut_act_new ("Many");
  CutChange *change;

  cut_act_put (act, story);
  cut_act_put (act, claim);
  cut_act_put (act, check);
  fixture->n_signals = 0;
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->changes->len, ==, 3);
  change = g_ptr_array_index (fixture->changes, 1);
  g_assert_cmpint (change->kind, ==, CUT_KIND_CLAIM);
  g_assert_cmpstr (change->id, ==, cut_record_get_id (claim));
  g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (change->record)), ==, "It leaked.");
  g_assert_nonnull (cut_record_get_rev (change->record));

  undo (fixture, "Many");
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpuint (fixture->changes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_null (((CutChange *) g_ptr_array_index (fixture->changes, i))->record);
  assert_gone (fixture, cut_record_get_id (check));
  redo (fixture, "Many");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CHECK), ==, 1);
}

static void
assert_act_refused (CutTestNotebook *fixture,
                CutAct          *act,
                const char      *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, reason));
}

/* The log of checks only grows; what was added by mistake a moment ago can be taken back. */
static void
test_checks_only_grow (CutTestNotebook *fixture,
                       gconstpointer    data)
{
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "It leaked.", NULL);
  g_autoptr (CutRecord) made = NULL;
  g_autoptr (CutRecord) check = NULL;
  CutAct *act;

  cut_test_commit_one (fixture->notebook, "Claim", claim);
  made = cut_record_new (CUT_KIND_CHECK, "claim", cut_record_get_id (claim), "result", "Confirmed", NULL);
  cut_test_commit_one (fixture->notebook, "Check", made);
  undo (fixture, "Check");
  assert_gone (fixture, cut_record_get_id (made));
  redo (fixture, "Check");
  check = get (fixture, cut_record_get_id (made));
  act = cut_act_new ("Edit");
  cut_act_take (act, cut_record_with (check, "result", "Denied", NULL));
  assert_act_refused (fixture, act, "result");
  act = cut_act_new ("Delete");
  cut_act_trash (act, check);
  assert_act_refused (fixture, act, "only grows");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CHECK), ==, 1);
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, "Check");
}

/* One bad object, and none of the act is there. */
static void
test_all_or_nothing (CutTestNotebook *fixture,
                     gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Bad");

  fixture->n_signals = 0;
  cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_CLAIM, "text", NULL, NULL));
  g_assert_false (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_STORY), ==, 0);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_null (cut_notebook_get_undo_label (fixture->notebook));
}

static void
test_nothing_new (CutTestNotebook *fixture,
                  gconstpointer    data)
{
  g_autoptr (CutRecord) made = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (CutRecord) stored = NULL;
  g_autoptr (CutRecord) same = NULL;

  cut_test_commit_one (fixture->notebook, "Make", made);
  stored = get (fixture, cut_record_get_id (made));
  same = cut_record_with (stored, "title", "The leak", NULL);
  fixture->n_signals = 0;
  cut_test_commit_one (fixture->notebook, "Edit", same);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, "Make");
}

static void
test_trash (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (fixture->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutReading) reading = NULL;
  CutAct *act = cut_act_new ("Delete");

  cut_act_trash (act, clipped->clip);
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 0);
  /* It can still be read, and comes back whole. */
  reading = cut_notebook_read (fixture->notebook, cut_record_get_id (clipped->clip), &error);
  g_assert_no_error (error);
  g_assert_true (cut_record_is_deleted (reading->clip));
  act = cut_act_new ("Restore");
  cut_act_restore (act, reading->clip);
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 1);
  undo (fixture, "Restore");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 0);
  undo (fixture, "Delete");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 1);
}

/* Evidence is put in the Trash by undo, never destroyed, and comes back by redo. */
static void
test_undo_clip (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (fixture->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  undo (fixture, "Clip");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 0);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CAPTURE), ==, 0);
  redo (fixture, "Clip");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 1);
  reading = cut_notebook_read (fixture->notebook, cut_record_get_id (clipped->clip), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->captures->len, ==, 1);
}

static void
test_redo_ends (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (CutRecord) one = cut_record_new (CUT_KIND_STORY, "title", "One", NULL);
  g_autoptr (CutRecord) two = cut_record_new (CUT_KIND_STORY, "title", "Two", NULL);
  g_autoptr (GError) error = NULL;

  cut_test_commit_one (fixture->notebook, "One", one);
  undo (fixture, "One");
  cut_test_commit_one (fixture->notebook, "Two", two);
  g_assert_null (cut_notebook_get_redo_label (fixture->notebook));
  g_assert_null (cut_notebook_redo (fixture->notebook, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  undo (fixture, "Two");
  g_assert_null (cut_notebook_undo (fixture->notebook, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_async (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  GAsyncResult *result = NULL;
  CutAct *act = cut_act_new ("New Story");
  guint notified = 0;

  g_signal_connect (fixture->notebook, "notify::undo-label", G_CALLBACK (count_cb), &notified);
  cut_act_put (act, story);
  fixture->n_signals = 0;
  cut_notebook_commit_async (fixture->notebook, act, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  /* Views have heard of it before who waits does. */
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (cut_notebook_commit_finish (fixture->notebook, done, &error));
  g_clear_object (&done);
  cut_notebook_undo_async (fixture->notebook, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  label = cut_notebook_undo_finish (fixture->notebook, done, &error);
  g_assert_cmpstr (label, ==, "New Story");
  g_clear_object (&done);
  g_clear_pointer (&label, g_free);
  cut_notebook_redo_async (fixture->notebook, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  label = cut_notebook_redo_finish (fixture->notebook, done, &error);
  g_assert_cmpstr (label, ==, "New Story");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_STORY), ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->notebook, &notified);
}

static void
test_cancelled (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  CutAct *act = cut_act_new ("New Story");

  cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  g_cancellable_cancel (cancellable);
  cut_notebook_commit_async (fixture->notebook, act, cancellable, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  g_assert_false (cut_notebook_commit_finish (fixture->notebook, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_STORY), ==, 0);
}

/* What was done before closing is written; what comes after is refused. */
static void
test_close (CutTestNotebook *fixture,
            gconstpointer    data)
{
  GAsyncResult *results[40] = { NULL };
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_STORY);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) again = NULL;
  CutAct *act;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *title = g_strdup_printf ("The leak, part %u", i);

      act = cut_act_new ("New Story");
      cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", title, NULL));
      cut_notebook_commit_async (fixture->notebook, act, NULL, cut_test_result_cb, &results[i]);
    }
  cut_notebook_close (fixture->notebook);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) done = cut_test_await (&results[i]);

      g_assert_true (cut_notebook_commit_finish (fixture->notebook, done, &error));
      g_assert_no_error (error);
    }
  act = cut_act_new ("Late");
  g_assert_false (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_clear_error (&error);
  cut_notebook_list_async (fixture->notebook, query, NULL, cut_test_result_cb, &results[0]);
  refused = cut_test_await (&results[0]);
  g_assert_null (cut_notebook_list_finish (fixture->notebook, refused, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_clear_error (&error);
  g_clear_object (&refused);
  again = cut_notebook_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cut_test_count (again, CUT_KIND_STORY), ==, G_N_ELEMENTS (results));
}

/* The last reference may go in any thread, with work still queued. */
static void
test_drop (CutTestNotebook *fixture,
           gconstpointer    data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.cuttings", NULL);
  g_autoptr (GError) error = NULL;
  CutNotebook *dropped = cut_notebook_open (path, NULL, &error);
  GAsyncResult *results[20] = { NULL };
  g_autoptr (CutNotebook) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *title = g_strdup_printf ("The leak, part %u", i);
      CutAct *act = cut_act_new ("New Story");

      cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", title, NULL));
      cut_notebook_commit_async (dropped, act, NULL, cut_test_result_cb, &results[i]);
    }
  g_object_unref (dropped);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (cut_test_await (&results[i]));
  again = cut_notebook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cut_test_count (again, CUT_KIND_STORY), ==, G_N_ELEMENTS (results));
}

static void
test_many_changes (CutTestNotebook *fixture,
                   gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Many");

  for (guint i = 0; i < 501; i++)
    {
      g_autofree char *label = g_strdup_printf ("harbour %u", i);

      cut_act_take (act, cut_record_new (CUT_KIND_TAG, "label", label, NULL));
    }
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_cmpuint (fixture->changes->len, ==, 501);
  for (guint i = 0; i < 501; i++)
    g_assert_null (((CutChange *) g_ptr_array_index (fixture->changes, i))->record);
  undo (fixture, "Many");
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_TAG), ==, 0);
}

static void
test_queries (CutTestNotebook *fixture,
              gconstpointer    data)
{
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_STORY);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) completed = NULL;
  g_autofree char *named = NULL;
  GAsyncResult *result = NULL;

  cut_test_commit_one (fixture->notebook, "New Story", story);
  cut_notebook_keys_async (fixture->notebook, query, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  keys = cut_notebook_keys_finish (fixture->notebook, done, &error);
  g_assert_cmpuint (keys->len, ==, 1);
  g_clear_object (&done);
  cut_notebook_rows_for_keys_async (fixture->notebook, query, (const gint64 *) (void *) keys->data, 1, NULL,
                                    cut_test_result_cb, &result);
  done = cut_test_await (&result);
  rows = cut_notebook_rows_for_keys_finish (fixture->notebook, done, &error);
  g_assert_cmpstr (cut_row_get_title (g_ptr_array_index (rows, 0)), ==, "The leak");
  g_clear_object (&done);
  cut_notebook_count_async (fixture->notebook, query, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  g_assert_cmpint (cut_notebook_count_finish (fixture->notebook, done, &error), ==, 1);
  g_clear_object (&done);
  cut_notebook_complete_async (fixture->notebook, CUT_KIND_STORY, "lea", 5, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  completed = cut_notebook_complete_finish (fixture->notebook, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (completed->len, ==, 1);
  named = cut_notebook_find_named (fixture->notebook, CUT_KIND_STORY, "the LEAK", &error);
  g_assert_cmpstr (named, ==, cut_record_get_id (story));
  g_assert_null (cut_notebook_find_named (fixture->notebook, CUT_KIND_STORY, "no such", &error));
  g_assert_no_error (error);
}

static void
assert_refused (GError **error)
{
  g_assert_error (*error, CUT_ERROR, CUT_ERROR_NEWER);
  g_clear_error (error);
}

static void
test_read_only (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "newer.cuttings", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) older = cut_notebook_open (path, NULL, &error);
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (CutNotebook) newer = NULL;
  GAsyncResult *result = NULL;

  cut_test_commit_one (older, "New Story", story);
  cut_notebook_close (older);
  cut_test_make_newer (path);
  newer = cut_notebook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cut_notebook_is_read_only (newer));
  g_assert_cmpuint (cut_test_count (newer, CUT_KIND_STORY), ==, 1);
  g_assert_false (cut_notebook_commit (newer, cut_act_new ("Nothing"), NULL, &error));
  assert_refused (&error);
  cut_notebook_commit_async (newer, cut_act_new ("Nothing"), NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  g_assert_false (cut_notebook_commit_finish (newer, done, &error));
  assert_refused (&error);
  g_assert_null (cut_notebook_undo (newer, &error));
  assert_refused (&error);
  request->bytes = g_bytes_new_static (CUT_TEST_ARTICLE, strlen (CUT_TEST_ARTICLE));
  g_assert_null (cut_notebook_clip (newer, request, NULL, &error));
  assert_refused (&error);
  g_assert_null (cut_notebook_import (newer, "/nowhere", NULL, TRUE, NULL, &error));
  assert_refused (&error);
  g_assert_false (cut_notebook_compact (newer, &error));
  assert_refused (&error);
  cut_notebook_close (newer);
}

static void
test_backup (CutTestNotebook *fixture,
             gconstpointer    data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.cuttings", NULL);
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  g_autoptr (GError) error = NULL;

  cut_test_commit_one (fixture->notebook, "New Story", story);
  g_assert_true (cut_notebook_backup (fixture->notebook, path, &error));
  g_assert_no_error (error);
  cut_test_assert_verifies (path);
  g_assert_true (cut_notebook_compact (fixture->notebook, &error));
  g_assert_no_error (error);
}

#define TEST(name, func)                                                                                       \
  g_test_add ("/notebook/acts/" name, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("open", test_open);
  TEST ("open-again", test_open_again);
  g_test_add_func ("/notebook/acts/open-fails", test_open_fails);
  TEST ("every-kind", test_every_kind);
  TEST ("revisions", test_revisions);
  TEST ("many-objects", test_many_objects);
  TEST ("checks-only-grow", test_checks_only_grow);
  TEST ("all-or-nothing", test_all_or_nothing);
  TEST ("nothing-new", test_nothing_new);
  TEST ("trash", test_trash);
  TEST ("undo-clip", test_undo_clip);
  TEST ("redo-ends", test_redo_ends);
  TEST ("async", test_async);
  TEST ("cancelled", test_cancelled);
  TEST ("close", test_close);
  TEST ("drop", test_drop);
  TEST ("many-changes", test_many_changes);
  TEST ("queries", test_queries);
  TEST ("read-only", test_read_only);
  TEST ("backup", test_backup);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

/* Two colleagues and the folder they hand bundles over in. */
typedef struct
{
  CutTestNotebook here;
  CutTestNotebook there;
  char *bundle;
  CutRecord *story;
  CutRecord *clip;
  CutRecord *claim;
  CutRecord *source;
} Desk;

static void
commit (CutTestNotebook *side,
        CutAct          *act)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_notebook_commit (side->notebook, act, NULL, &error));
  g_assert_no_error (error);
}

/* A clip in a story, with a claim by a source, an entity, a tag and a relation. */
static void
fill (Desk *self)
{
  g_autoptr (CutRecord) tag = cut_record_new (CUT_KIND_TAG, "label", "harbour", NULL);
  const char *stories[] = { NULL, NULL };
  const char *tags[] = { cut_record_get_id (tag), NULL };
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->here.notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) board = cut_record_new (CUT_KIND_ENTITY, "name", "Harbour board", "schema", "PublicBody", NULL);
  g_autoptr (CutRecord) berg = cut_record_new (CUT_KIND_ENTITY, "name", "Jon Berg", NULL);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Fill");

  self->story = cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL);
  stories[0] = cut_record_get_id (self->story);
  self->source = cut_record_new (CUT_KIND_SOURCE, "label", "Chair of the board", NULL);
  cut_act_put (act, self->story);
  cut_act_put (act, tag);
  cut_act_put (act, board);
  cut_act_put (act, berg);
  cut_act_put (act, self->source);
  cut_act_take (act, cut_record_with (clipped->clip, "stories", stories, "tags", tags, NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_RELATION, "schema", "Directorship", "from", cut_record_get_id (berg), "to",
                                     cut_record_get_id (board), NULL));
  commit (&self->here, act);
  reading = cut_notebook_read (self->here.notebook, cut_record_get_id (clipped->clip), &error);
  g_assert_no_error (error);
  self->clip = g_object_ref (reading->clip);
  commit (&self->here, cut_marking_claim (reading, 60, 90, "A second tank leaked.", cut_record_get_id (self->source), NULL,
                                          &self->claim, NULL, &error));
  commit (&self->here, cut_marking_entity (reading, 40, 47, board, NULL, NULL, &error));
  commit (&self->here, cut_marking_entity (reading, 50, 57, berg, NULL, NULL, &error));
}

static void
set_up (Desk          *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->here, data);
  cut_test_notebook_set_up (&self->there, data);
  self->bundle = g_build_filename (self->here.folder, "leak.cuttings.zip", NULL);
  fill (self);
}

static void
tear_down (Desk          *self,
           gconstpointer  data)
{
  g_clear_object (&self->story);
  g_clear_object (&self->clip);
  g_clear_object (&self->claim);
  g_clear_object (&self->source);
  g_free (self->bundle);
  cut_test_notebook_tear_down (&self->here, data);
  cut_test_notebook_tear_down (&self->there, data);
}

static CutExportReport *
export (CutTestNotebook *side,
        const char      *path,
        const char      *id)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (GError) error = NULL;
  const char *ids[] = { id, NULL };
  CutExportReport *report;

  request->path = g_strdup (path);
  request->all = id == NULL;
  request->ids = id != NULL ? g_strdupv ((char **) ids) : NULL;
  report = cut_notebook_export (side->notebook, request, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static CutImportReport *
import (CutTestNotebook *side,
        const char      *path,
        gboolean         dry_run)
{
  g_autoptr (GError) error = NULL;
  CutImportReport *report = cut_notebook_import (side->notebook, path, NULL, dry_run, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
export_all (CutTestNotebook *side,
            const char      *path)
{
  cut_export_report_free (export (side, path, NULL));
}

/* From one notebook into another, everything. */
static CutImportReport *
hand_over (Desk            *self,
           CutTestNotebook *from,
           CutTestNotebook *to)
{
  export_all (from, self->bundle);
  return import (to, self->bundle, FALSE);
}

static void
share (Desk *self)
{
  g_autoptr (CutImportReport) report = hand_over (self, &self->here, &self->there);

  g_assert_cmpuint (report->conflicts->len + report->failed->len, ==, 0);
}

static guint
count (GHashTable *counts,
       const char *plural)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, plural));
}

/* But for the colleague herself, who may be new. */
static void
assert_nothing_changed (CutImportReport *report)
{
  g_hash_table_remove (report->added, "contributors");
  g_assert_cmpuint (g_hash_table_size (report->added), ==, 0);
  g_assert_cmpuint (g_hash_table_size (report->changed), ==, 0);
  g_assert_cmpuint (report->failed->len, ==, 0);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All objects but the two owners, as sorted lines of JSON. */
static char *
dump (Desk            *self,
      CutTestNotebook *side)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) list = cut_test_list (side->notebook, (CutKind) kind);

      for (guint i = 0; kind != CUT_KIND_CONTRIBUTOR && i < list->len; i++)
        g_ptr_array_add (lines, cut_record_to_line (g_ptr_array_index (list, i), CUT_JSON_PLAIN));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_alike (Desk *self)
{
  g_autofree char *ours = dump (self, &self->here);
  g_autofree char *theirs = dump (self, &self->there);

  g_assert_cmpstr (theirs, ==, ours);
}

static CutRecord *
get (CutTestNotebook *side,
     CutRecord       *record)
{
  g_autoptr (GError) error = NULL;
  CutRecord *found = cut_notebook_get (side->notebook, cut_record_get_id (record), &error);

  g_assert_no_error (error);
  return found;
}

static void
edit (CutTestNotebook *side,
      CutRecord       *record,
      const char      *field,
      const char      *value)
{
  g_autoptr (CutRecord) present = get (side, record);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) changed = cut_record_with_text (present, field, value, &error);

  g_assert_no_error (error);
  cut_test_commit_one (side->notebook, "Edit", changed);
}

static void
assert_field (CutTestNotebook *side,
              CutRecord       *record,
              const char      *field,
              const char      *value)
{
  g_autoptr (CutRecord) present = get (side, record);

  g_assert_cmpstr (cut_record_get_string (present, (guint) cut_kind_find_field (cut_record_get_kind (present), field)), ==, value);
}

static CutRecord *
only (CutTestNotebook *side,
      CutKind          kind)
{
  g_autoptr (GPtrArray) list = cut_test_list (side->notebook, kind);

  return list->len > 0 ? g_object_ref (g_ptr_array_index (list, 0)) : NULL;
}

/* Nothing lost, nothing doubled. */
static void
test_round_trip (Desk          *self,
                 gconstpointer  data)
{
  g_autoptr (CutExportReport) written = export (&self->here, self->bundle, NULL);
  g_autofree char *ours = dump (self, &self->here);
  g_autoptr (CutImportReport) first = import (&self->there, self->bundle, FALSE);
  g_autofree char *theirs = dump (self, &self->there);
  g_autoptr (CutImportReport) second = import (&self->there, self->bundle, FALSE);
  g_autofree char *again = dump (self, &self->there);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (written->written, "clips"), ==, 1);
  g_assert_cmpuint (strlen (written->sha256), ==, 64);
  problems = cut_notebook_verify_file (self->bundle, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (count (first->added, "claims"), ==, 1);
  g_assert_cmpuint (count (first->added, "annotations"), ==, 3);
  g_assert_cmpuint (first->conflicts->len + first->failed->len, ==, 0);
  g_assert_cmpstr (theirs, ==, ours);
  assert_nothing_changed (second);
  g_assert_cmpstr (again, ==, ours);
  reading = cut_notebook_read (self->there.notebook, cut_record_get_id (self->clip), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->annotations->len, ==, 3);
  g_assert_cmpuint (reading->sources->len, ==, 1);
  g_assert_nonnull (strstr (reading->text, "second tank leaked"));
}

static void
test_dry_run (Desk          *self,
              gconstpointer  data)
{
  g_autofree char *before = dump (self, &self->there);
  g_autoptr (CutImportReport) report = NULL;
  g_autofree char *after = NULL;

  export_all (&self->here, self->bundle);
  report = import (&self->there, self->bundle, TRUE);
  after = dump (self, &self->there);
  g_assert_cmpuint (count (report->added, "clips"), ==, 1);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (cut_notebook_get_undo_label (self->there.notebook));
}

static void
test_undo (Desk          *self,
           gconstpointer  data)
{
  g_autofree char *before = dump (self, &self->there);
  g_autofree char *undone = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  share (self);
  g_assert_cmpstr (cut_notebook_get_undo_label (self->there.notebook), ==, "Import");
  g_free (cut_notebook_undo (self->there.notebook, &error));
  g_assert_no_error (error);
  undone = dump (self, &self->there);
  g_assert_cmpstr (undone, ==, before);
  g_free (cut_notebook_redo (self->there.notebook, &error));
  g_assert_no_error (error);
  reading = cut_notebook_read (self->there.notebook, cut_record_get_id (self->clip), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->annotations->len, ==, 3);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_CLAIM), ==, 1);
}

static void
test_newer (Desk          *self,
            gconstpointer  data)
{
  g_autoptr (CutImportReport) second = NULL;
  g_autoptr (CutImportReport) back = NULL;

  share (self);
  /* Several edits on one side are still a later version, not another one. */
  edit (&self->here, self->claim, "status", "in-progress");
  edit (&self->here, self->claim, "status", "verified");
  edit (&self->here, self->claim, "place", "Norrvik");
  second = hand_over (self, &self->here, &self->there);
  g_assert_cmpuint (count (second->changed, "claims"), ==, 1);
  g_assert_cmpuint (second->conflicts->len, ==, 0);
  assert_field (&self->there, self->claim, "status", "verified");
  edit (&self->here, self->claim, "status", "disputed");
  back = hand_over (self, &self->there, &self->here);
  assert_nothing_changed (back);
  assert_field (&self->here, self->claim, "status", "disputed");
}

/* Different fields: joined, and both come to the same object. */
static void
test_both_changed (Desk          *self,
                   gconstpointer  data)
{
  g_autoptr (CutImportReport) back = NULL;
  g_autoptr (CutImportReport) again = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  edit (&self->here, self->claim, "place", "Norrvik");
  share (self);
  edit (&self->here, self->claim, "status", "verified");
  edit (&self->there, self->claim, "place", "Sudvik");
  edit (&self->there, self->claim, "note", "Seen the minutes.");
  back = hand_over (self, &self->there, &self->here);
  g_assert_cmpuint (back->conflicts->len, ==, 0);
  g_assert_cmpuint (count (back->changed, "claims"), ==, 1);
  assert_field (&self->here, self->claim, "status", "verified");
  assert_field (&self->here, self->claim, "place", "Sudvik");
  assert_field (&self->here, self->claim, "note", "Seen the minutes.");
  share (self);
  ours = dump (self, &self->here);
  theirs = dump (self, &self->there);
  g_assert_cmpstr (theirs, ==, ours);
  again = hand_over (self, &self->there, &self->here);
  assert_nothing_changed (again);
}

/* The order of two imports does not matter. */
static void
test_converge (Desk          *self,
               gconstpointer  data)
{
  g_autofree char *theirs_before = g_build_filename (self->there.folder, "theirs.cuttings.zip", NULL);
  g_autoptr (CutImportReport) left = NULL;
  g_autoptr (CutImportReport) right = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  share (self);
  edit (&self->here, self->claim, "status", "verified");
  edit (&self->there, self->claim, "importance", "key");
  export_all (&self->here, self->bundle);
  export_all (&self->there, theirs_before);
  left = import (&self->here, theirs_before, FALSE);
  right = import (&self->there, self->bundle, FALSE);
  g_assert_cmpuint (left->conflicts->len + right->conflicts->len, ==, 0);
  ours = dump (self, &self->here);
  theirs = dump (self, &self->there);
  g_assert_cmpstr (theirs, ==, ours);
}

static void
test_conflict (Desk          *self,
               gconstpointer  data)
{
  g_autoptr (CutImportReport) back = NULL;
  g_autoptr (CutImportReport) again = NULL;
  g_autoptr (CutImportReport) there = NULL;
  g_autoptr (CutImportReport) settled = NULL;

  share (self);
  edit (&self->here, self->claim, "status", "verified");
  edit (&self->there, self->claim, "status", "false");
  edit (&self->there, self->claim, "place", "Norrvik");
  back = hand_over (self, &self->there, &self->here);
  g_assert_cmpuint (back->conflicts->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (back->conflicts, 0), "verified"));
  g_assert_nonnull (strstr (g_ptr_array_index (back->conflicts, 0), "false"));
  assert_field (&self->here, self->claim, "place", "Norrvik");
  /* Not settled, so it is said again, and nothing is written for it. */
  again = import (&self->here, self->bundle, FALSE);
  g_assert_cmpuint (again->conflicts->len, ==, 1);
  assert_nothing_changed (again);
  /* Both come to the same, and whoever settles it does so for both. */
  there = hand_over (self, &self->here, &self->there);
  g_assert_cmpuint (there->conflicts->len, ==, 1);
  assert_alike (self);
  edit (&self->there, self->claim, "status", "verified");
  settled = hand_over (self, &self->there, &self->here);
  g_assert_cmpuint (settled->conflicts->len, ==, 0);
  assert_field (&self->here, self->claim, "status", "verified");
  assert_alike (self);
}

static void
test_deleted (Desk          *self,
              gconstpointer  data)
{
  g_autoptr (CutRecord) present = get (&self->here, self->claim);
  g_autoptr (CutRecord) story = get (&self->here, self->story);
  g_autoptr (CutImportReport) second = NULL;
  g_autoptr (CutRecord) gone = NULL;
  CutAct *act = cut_act_new ("Delete");

  share (self);
  cut_act_trash (act, present);
  cut_act_trash (act, story);
  commit (&self->here, act);
  edit (&self->there, self->story, "summary", "Changed meanwhile.");
  second = hand_over (self, &self->here, &self->there);
  gone = get (&self->there, self->claim);
  g_assert_true (cut_record_is_deleted (gone));
  /* What was edited there in the meantime stays, and is said. */
  g_assert_cmpuint (second->conflicts->len, ==, 1);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_STORY), ==, 1);
}

/* Both clipped the same page by themselves: one capture, and the marks of both on it. */
static void
test_same_capture (Desk          *self,
                   gconstpointer  data)
{
  g_autoptr (CutClipResult) own = cut_test_clip_text (self->there.notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutReading) joined = NULL;
  g_autoptr (CutImportReport) first = NULL;
  g_autoptr (CutImportReport) second = NULL;
  g_autoptr (CutImportReport) back = NULL;
  g_autoptr (GError) error = NULL;

  reading = cut_notebook_read (self->there.notebook, cut_record_get_id (own->clip), &error);
  commit (&self->there, cut_marking_annotate (reading, "note", 5, 20, NULL, NULL, &error));
  first = hand_over (self, &self->here, &self->there);
  g_assert_cmpuint (first->conflicts->len, ==, 0);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_CLIP), ==, 1);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_CAPTURE), ==, 1);
  joined = cut_notebook_read (self->there.notebook, cut_record_get_id (own->clip), &error);
  g_assert_cmpuint (joined->annotations->len, ==, 4);
  g_assert_cmpstr (cut_clip_get_stories (CUT_CLIP (joined->clip))[0], ==, cut_record_get_id (self->story));
  second = import (&self->there, self->bundle, FALSE);
  assert_nothing_changed (second);
  back = hand_over (self, &self->there, &self->here);
  g_assert_cmpuint (back->conflicts->len, ==, 0);
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_CLIP), ==, 1);
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_ANNOTATION), ==, 4);
}

static void
test_part (Desk          *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) other = cut_test_clip_text (self->here.notebook, "Another thing\n\nThe weather in Sudvik was said to be fine all week long, and nobody in the town complained of it at all.\n");
  g_autoptr (CutExportReport) story = export (&self->here, self->bundle, cut_record_get_id (self->story));
  g_autoptr (CutExportReport) claim = export (&self->here, self->bundle, cut_record_get_id (self->claim));
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) found = NULL;
  g_autoptr (CutExportReport) none = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const kinds[] = { "stories", "clips", "captures", "claims", "attributions", "sources", "tags", "contributors" };

  g_assert_cmpint (other->status, ==, CUT_CLIPPED_NEW);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (count (story->written, kinds[i]), ==, 1);
  g_assert_cmpuint (count (story->written, "entities"), ==, 2);
  g_assert_cmpuint (count (story->written, "relations"), ==, 1);
  g_assert_cmpuint (count (claim->written, "clips"), ==, 1);
  request->path = g_strdup (self->bundle);
  request->query = g_strdup ("weather");
  found = cut_notebook_export (self->here.notebook, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (found->written, "clips"), ==, 1);
  g_assert_cmpuint (count (found->written, "claims"), ==, 0);
  g_free (request->query);
  request->query = g_strdup ("nosuchwordatall");
  none = cut_notebook_export (self->here.notebook, request, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
test_preview (Desk          *self,
              gconstpointer  data)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) report = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  edit (&self->here, self->source, "sensitivity", "confidential");
  request->all = TRUE;
  cut_notebook_preview_export_async (self->here.notebook, request, NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  report = cut_notebook_preview_export_finish (self->here.notebook, done, &error);
  g_assert_no_error (error);
  g_assert_null (report->path);
  g_assert_cmpuint (count (report->written, "clips"), ==, 1);
  g_assert_cmpuint (report->withheld->len, >, 0);
}

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_refused (Desk          *self,
              gconstpointer  data)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autofree char *bad = g_build_filename (self->here.folder, "bad.zip", NULL);
  g_autofree char *before = dump (self, &self->there);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  request->path = g_strdup (self->bundle);
  request->all = TRUE;
  request->profile = g_strdup ("full");
  g_assert_null (cut_notebook_export (self->here.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_clear_error (&error);
  g_free (request->profile);
  request->profile = g_strdup ("everybody");
  g_assert_null (cut_notebook_export (self->here.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_USAGE);
  g_clear_error (&error);
  g_clear_pointer (&request->profile, g_free);
  request->format = g_strdup ("papyrus");
  g_assert_null (cut_notebook_export (self->here.notebook, request, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (exists (self->bundle));
  g_assert_true (g_file_set_contents (bad, "no bundle", -1, NULL));
  g_assert_null (cut_notebook_import (self->there.notebook, bad, NULL, FALSE, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CUT_ERROR);
  g_clear_error (&error);
  g_assert_null (cut_notebook_import (self->there.notebook, bad, "papyrus", FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
  after = dump (self, &self->there);
  g_assert_cmpstr (after, ==, before);
}

/* A confidential source leaves under a letter; when the bundle comes back, what we know is as it was. */
static void
test_redacted_comes_back (Desk          *self,
                          gconstpointer  data)
{
  g_autoptr (CutImportReport) there = NULL;
  g_autoptr (CutImportReport) back = NULL;
  g_autoptr (CutRecord) attribution = only (&self->here, CUT_KIND_ATTRIBUTION);

  edit (&self->here, self->source, "sensitivity", "confidential");
  edit (&self->here, self->source, "label", "Maret Oyen");
  there = hand_over (self, &self->here, &self->there);
  g_assert_cmpuint (count (there->added, "sources"), ==, 1);
  edit (&self->there, self->claim, "status", "in-progress");
  back = hand_over (self, &self->there, &self->here);
  /* Nobody wrote another source into it: the letter is what ours was called there. */
  g_assert_cmpuint (back->conflicts->len, ==, 0);
  assert_field (&self->here, attribution, "source", cut_record_get_id (self->source));
  assert_field (&self->here, self->source, "label", "Maret Oyen");
  assert_field (&self->here, self->claim, "status", "in-progress");
}

/* Lines of JSON. */

#define LINE_ONE                                                                                                \
  "{\"url\":\"https://paper.example/1\",\"title\":\"One\",\"byline\":\"Ada Lindqvist\",\"published\":\"2024-03-01\","      \
  "\"text\":\"First  paragraph of\\nthe report.\\n\\nSecond paragraph, about Norrvik.\",\"tags\":[\"harbour\",\"leak\"],"   \
  "\"entities\":[{\"name\":\"Norrvik\",\"kind\":\"place\"},{\"name\":\"Nobody\",\"kind\":\"person\"}],"                      \
  "\"annotations\":[{\"start\":40,\"end\":56,\"color\":\"blue\",\"note\":\"Check\"},{\"quote\":\"not there\"}],\"more\":1}\n"
#define LINE_TWO "{\"url\":\"https://paper.example/2\",\"title\":\"Two\",\"text\":\"Only one.\",\"tags\":[\"harbour\"]}"

static CutImportReport *
import_lines (Desk       *self,
              const char *lines)
{
  g_autofree char *path = g_build_filename (self->there.folder, "lines.ndjson", NULL);

  g_assert_true (g_file_set_contents (path, lines, -1, NULL));
  return import (&self->there, path, FALSE);
}

static void
test_ndjson (Desk          *self,
             gconstpointer  data)
{
  g_autoptr (CutImportReport) first = import_lines (self, LINE_ONE "no json\n\n[1]\n{\"url\":\"https://paper.example/3\"}\n" LINE_TWO);
  g_autoptr (CutImportReport) second = import_lines (self, LINE_ONE LINE_TWO);
  g_autoptr (CutImportReport) third = NULL;
  g_autoptr (GPtrArray) marks = cut_test_list (self->there.notebook, CUT_KIND_ANNOTATION);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GPtrArray) clips = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (first->added, "clips"), ==, 2);
  g_assert_cmpuint (count (first->added, "tags"), ==, 2);
  g_assert_cmpuint (count (first->added, "entities"), ==, 2);
  /* Three bad lines, and one annotation whose words are not there. */
  g_assert_cmpuint (first->failed->len, ==, 4);
  g_assert_cmpuint (first->n_bad_lines, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (first->failed, 0), "line 2"));
  g_assert_nonnull (strstr (g_ptr_array_index (first->failed, 3), "line 1: the words"));
  assert_nothing_changed (second);
  g_assert_cmpuint (count (second->same, "clips"), ==, 2);
  g_assert_cmpuint (marks->len, ==, 2);
  cut_query_where (query, "url", "https://paper.example/1");
  clips = cut_notebook_list (self->there.notebook, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clips->len, ==, 1);
  reading = cut_notebook_read (self->there.notebook, cut_record_get_id (g_ptr_array_index (clips, 0)), &error);
  g_assert_cmpstr (reading->text, ==, "First paragraph of the report.\nSecond paragraph, about Norrvik.");
  g_assert_cmpstr (cut_annotation_get_selectors (g_ptr_array_index (reading->annotations, 0))->exact, ==, "paragraph, about");
  g_assert_cmpstr (cut_annotation_get_body (g_ptr_array_index (reading->annotations, 0)), ==, "Check");
  g_assert_cmpuint (reading->entities->len, ==, 1);
  g_assert_cmpuint (reading->tags->len, ==, 2);

  third = import_lines (self, "{\"url\":\"https://paper.example/2\",\"title\":\"Two\",\"text\":\"Only one, changed.\"}");
  g_assert_cmpuint (count (third->changed, "clips"), ==, 1);
  g_assert_cmpuint (count (third->added, "captures"), ==, 1);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_CLIP), ==, 2);
}

static void
test_ndjson_many (Desk          *self,
                  gconstpointer  data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (CutImportReport) report = NULL;
  g_autoptr (CutRecord) tag = NULL;

  for (guint i = 0; i < 450; i++)
    g_string_append_printf (lines, "{\"url\":\"https://paper.example/%u\",\"text\":\"Number %u.\",\"tags\":[\"all\"]}\n", i, i);
  report = import_lines (self, lines->str);
  g_assert_cmpuint (count (report->added, "clips"), ==, 450);
  g_assert_cmpuint (count (report->added, "tags"), ==, 1);
  g_assert_cmpuint (cut_test_count (self->there.notebook, CUT_KIND_CLIP), ==, 450);
  tag = only (&self->there, CUT_KIND_TAG);
  g_assert_nonnull (tag);
}

#define TEST(name, func) g_test_add ("/notebook/transfer/" name, Desk, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("round-trip", test_round_trip);
  TEST ("dry-run", test_dry_run);
  TEST ("undo", test_undo);
  TEST ("newer", test_newer);
  TEST ("both-changed", test_both_changed);
  TEST ("converge", test_converge);
  TEST ("conflict", test_conflict);
  TEST ("deleted", test_deleted);
  TEST ("same-capture", test_same_capture);
  TEST ("part", test_part);
  TEST ("preview", test_preview);
  TEST ("refused", test_refused);
  TEST ("redacted-comes-back", test_redacted_comes_back);
  TEST ("ndjson", test_ndjson);
  TEST ("ndjson-many", test_ndjson_many);
  return g_test_run ();
}

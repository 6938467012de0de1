/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-claim.h"
#include "cut-enquiry.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-notebook-protection.h"
#include "cut-secrets.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

/* Words that stand nowhere else, and must not stand in the file. */
#define NAME "Quillaxia Brumworth"
#define CONTACT "brumworth@secretmail.example"
#define CODE "Zygomander"
#define KNOWN "fencingclub"
#define ANSWER "plumbagoed"
#define PHRASE "eight herons wade"

typedef struct
{
  CutTestNotebook own;
  char *id;
} Fixture;

static CutPassphrase *
phrase (const char *text)
{
  g_autoptr (GError) error = NULL;
  CutPassphrase *passphrase = cut_passphrase_new (text, -1, &error);

  g_assert_no_error (error);
  return passphrase;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->own, data);
  cut_notebook_set_cost (self->own.notebook, CUT_VAULT_COST_LEAST);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  cut_test_notebook_tear_down (&self->own, data);
  g_free (self->id);
}

static CutRecord *
get (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CutRecord *record = cut_notebook_get (self->own.notebook, self->id, &error);

  g_assert_no_error (error);
  return record;
}

static void
put (Fixture   *self,
     CutRecord *record)
{
  g_autoptr (CutRecord) owned = record;

  cut_test_commit_one (self->own.notebook, "Edit", owned);
}

static void
assert_refused (Fixture   *self,
                CutRecord *record)
{
  g_autoptr (CutRecord) owned = record;
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Edit");

  cut_act_put (act, owned);
  g_assert_false (cut_notebook_commit (self->own.notebook, act, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_LOCKED);
}

/* With a history: it had no contact first, then one, then became confidential. */
static void
add_source (Fixture    *self,
            const char *sensitivity)
{
  CutRecord *source = cut_record_new (CUT_KIND_SOURCE, "label", NAME, "kind", "person", "named", TRUE, "reliability", "B2", NULL);

  self->id = g_strdup (cut_record_get_id (source));
  put (self, g_object_ref (source));
  put (self, cut_record_with (source, "contact", CONTACT, "code-name", CODE, "how-known", KNOWN, NULL));
  if (sensitivity != NULL)
    put (self, cut_record_with (source, "contact", CONTACT, "code-name", CODE, "how-known", KNOWN, "description", NAME,
                                "sensitivity", sensitivity, NULL));
  g_object_unref (source);
}

static void
protect (Fixture *self)
{
  g_autoptr (CutPassphrase) passphrase = phrase (PHRASE);
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_notebook_protect (self->own.notebook, passphrase, NULL, &error));
  g_assert_no_error (error);
}

static void
unlock (Fixture *self)
{
  g_autoptr (CutPassphrase) passphrase = phrase (PHRASE);
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_notebook_unlock (self->own.notebook, passphrase, NULL, &error));
  g_assert_no_error (error);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cut_notebook_undo (self->own.notebook, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cut_notebook_redo (self->own.notebook, &error);

  g_assert_no_error (error);
}

static void
assert_whole (Fixture *self)
{
  g_autoptr (CutRecord) record = get (self);

  g_assert_false (cut_record_is_locked (record));
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, NAME);
  g_assert_cmpstr (cut_source_get_contact (CUT_SOURCE (record)), ==, CONTACT);
  g_assert_cmpstr (cut_source_get_code_name (CUT_SOURCE (record)), ==, CODE);
  g_assert_cmpstr (cut_source_get_how_known (CUT_SOURCE (record)), ==, KNOWN);
}

static void
assert_locked (Fixture *self)
{
  g_autoptr (CutRecord) record = get (self);

  g_assert_true (cut_record_is_locked (record));
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, "Confidential source A");
  g_assert_null (cut_source_get_contact (CUT_SOURCE (record)));
  g_assert_null (cut_source_get_code_name (CUT_SOURCE (record)));
  g_assert_null (cut_source_get_how_known (CUT_SOURCE (record)));
  g_assert_null (cut_source_get_description (CUT_SOURCE (record)));
  g_assert_cmpstr (cut_source_get_reliability (CUT_SOURCE (record)), ==, "B2");
}

/* Whether @word stands in a file, in either case; terms of the index are folded and may be cut into pieces, so by halves, too. */
static gboolean
file_has (const char *path,
          const char *word)
{
  g_autofree char *bytes = NULL;
  g_autofree char *lower = g_ascii_strdown (word, -1);
  gsize length = 0;
  gboolean found;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    bytes[i] = g_ascii_tolower (bytes[i]);
  found = g_strstr_len (bytes, (gssize) length, lower) != NULL;
  for (char *p = bytes; !found && p + strlen (lower) <= bytes + length; p++)
    found = memcmp (p, lower, strlen (lower)) == 0;
  return found;
}

static void
assert_file (Fixture *self,
             gboolean clear)
{
  static const char *const words[] = { "Quillaxia", "Brumworth", "secretmail", "Zygomander", "fencingclub",
                                       "uillaxi",   "rumwort",   "ecretmai",   "ygomande",   "encingclu" };
  g_autofree char *log = g_strconcat (self->own.path, "-wal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean found = file_has (self->own.path, words[i]) || file_has (log, words[i]);

      if (found != clear && (i < 5 || found))
        g_error ("“%s” %s in the file", words[i], found ? "stands" : "does not stand");
    }
}

static void
test_nothing_changes_before (Fixture       *self,
                             gconstpointer  data)
{
  add_source (self, "confidential");
  g_assert_false (cut_notebook_is_protected (self->own.notebook));
  g_assert_false (cut_notebook_is_locked (self->own.notebook));
  assert_whole (self);
  assert_file (self, TRUE);
}

static void
test_setting_seals_what_there_is (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (CutNotebook) again = NULL;
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  assert_file (self, TRUE);
  protect (self);
  g_assert_true (cut_notebook_is_protected (self->own.notebook));
  g_assert_false (cut_notebook_is_locked (self->own.notebook));
  assert_whole (self);
  assert_file (self, FALSE);
  cut_notebook_lock (self->own.notebook);
  assert_locked (self);
  again = cut_notebook_open (self->own.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cut_notebook_is_locked (again));
  cut_notebook_close (again);
}

/* Contacts are sealed of everybody, names only of those who are confidential. */
static void
test_contact_of_anybody (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (CutRecord) record = NULL;

  add_source (self, NULL);
  protect (self);
  cut_notebook_lock (self->own.notebook);
  record = get (self);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, NAME);
  g_assert_cmpstr (cut_source_get_how_known (CUT_SOURCE (record)), ==, KNOWN);
  g_assert_null (cut_source_get_contact (CUT_SOURCE (record)));
  g_assert_null (cut_source_get_code_name (CUT_SOURCE (record)));
  g_assert_true (cut_secrets_hides (record, CUT_SOURCE_CONTACT));
  g_assert_false (cut_secrets_hides (record, CUT_SOURCE_LABEL));
  g_assert_false (file_has (self->own.path, "secretmail"));
  g_assert_false (file_has (self->own.path, "Zygomander"));
  /* A name that is not secret can be corrected without the passphrase, and the contact stays. */
  put (self, cut_record_with (record, "label", "Quillaxia B.", NULL));
  g_clear_object (&record);
  unlock (self);
  record = get (self);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, "Quillaxia B.");
  g_assert_cmpstr (cut_source_get_contact (CUT_SOURCE (record)), ==, CONTACT);
}

static void
test_new_ones_are_sealed (Fixture       *self,
                          gconstpointer  data)
{
  protect (self);
  add_source (self, "never-export");
  assert_whole (self);
  assert_file (self, FALSE);
  cut_notebook_lock (self->own.notebook);
  assert_locked (self);
}

/* What stood in the clear as long as it was no secret is taken out of the journal, the index and the file's free space. */
static void
test_becoming_confidential (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (CutRecord) record = NULL;

  protect (self);
  add_source (self, NULL);
  record = get (self);
  put (self, cut_record_with (record, "sensitivity", "confidential", NULL));
  assert_whole (self);
  assert_file (self, FALSE);
  cut_notebook_lock (self->own.notebook);
  assert_locked (self);
  /* Undoing it while locked lifts nothing. */
  undo (self);
  undo (self);
  assert_file (self, FALSE);
  redo (self);
  redo (self);
  unlock (self);
  assert_whole (self);
}

static void
test_editing_neighbours (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (CutRecord) record = NULL;
  g_autoptr (CutRecord) unlocked = NULL;

  add_source (self, "confidential");
  protect (self);
  cut_notebook_lock (self->own.notebook);
  record = get (self);
  put (self, cut_record_with (record, "reliability", "A1", "kind", "spokesperson", NULL));
  assert_refused (self, cut_record_with (record, "label", "Somebody else", NULL));
  assert_refused (self, cut_record_with (record, "contact", "other@secretmail.example", NULL));
  assert_refused (self, cut_record_with (record, "how-known", "guesswork", NULL));
  assert_refused (self, cut_record_new (CUT_KIND_SOURCE, "id", self->id, "label", "Overwritten", NULL));
  assert_refused (self, cut_record_new (CUT_KIND_SOURCE, "label", "Another", "contact", "1", NULL));
  assert_refused (self, cut_record_new (CUT_KIND_SOURCE, "label", "Another", "sensitivity", "confidential", NULL));
  put (self, cut_record_with (record, "deleted", cut_time_now (), NULL));
  undo (self);
  unlock (self);
  assert_whole (self);
  unlocked = get (self);
  g_assert_cmpstr (cut_source_get_reliability (CUT_SOURCE (unlocked)), ==, "A1");
  undo (self);
  assert_whole (self);
}

/* A form that was filled while unlocked and saved after it locked. */
static void
test_saving_late (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (CutRecord) record = NULL;

  add_source (self, "confidential");
  protect (self);
  record = get (self);
  cut_notebook_lock (self->own.notebook);
  assert_refused (self, cut_record_with (record, "interest", "money", NULL));
  unlock (self);
  put (self, cut_record_with (record, "interest", "money", NULL));
  assert_whole (self);
}

static void
test_undo_back_to_nothing (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  cut_notebook_lock (self->own.notebook);
  undo (self);
  undo (self);
  undo (self);
  g_assert_cmpuint (cut_test_count (self->own.notebook, CUT_KIND_SOURCE), ==, 0);
  assert_file (self, FALSE);
  redo (self);
  redo (self);
  redo (self);
  unlock (self);
  assert_whole (self);
}

/* Undoing while unlocked what made it confidential makes it what it was. */
static void
test_undo_unlocked (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (CutRecord) record = NULL;

  add_source (self, "confidential");
  protect (self);
  undo (self);
  cut_notebook_lock (self->own.notebook);
  record = get (self);
  g_assert_cmpstr (cut_record_get_string (record, CUT_RECORD_SENSITIVITY), ==, "normal");
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, NAME);
  g_assert_null (cut_source_get_contact (CUT_SOURCE (record)));
}

static guint
count_hits (Fixture    *self,
            const char *words)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  cut_query_set_match (query, words);
  rows = cut_notebook_rows (self->own.notebook, query, NULL, &error);
  g_assert_no_error (error);
  return rows->len;
}

static void
assert_row (Fixture    *self,
            const char *title)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const char *snippet;

  rows = cut_notebook_rows (self->own.notebook, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  snippet = cut_row_get_snippet (rows->pdata[0]);
  g_assert_cmpstr (cut_row_get_title (rows->pdata[0]), ==, title);
  g_assert_true (snippet == NULL || strstr (snippet, "Quill") == NULL);
}

static void
assert_completes (Fixture    *self,
                  const char *prefix,
                  guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cut_notebook_complete_async (self->own.notebook, CUT_KIND_SOURCE, prefix, 5, NULL, cut_test_result_cb, &waiting);
  result = cut_test_await (&waiting);
  rows = cut_notebook_complete_finish (self->own.notebook, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_found_only_unlocked (Fixture       *self,
                          gconstpointer  data)
{
  add_source (self, "confidential");
  g_assert_cmpuint (count_hits (self, "quillaxia"), ==, 1);
  protect (self);
  g_assert_cmpuint (count_hits (self, "quillaxia"), ==, 0);
  assert_row (self, NAME);
  assert_completes (self, "brum", 1);
  assert_completes (self, "conf", 1);
  cut_notebook_lock (self->own.notebook);
  g_assert_cmpuint (count_hits (self, "quillaxia"), ==, 0);
  g_assert_cmpuint (count_hits (self, "fencingclub"), ==, 0);
  assert_row (self, "Confidential source A");
  assert_completes (self, "brum", 0);
  g_assert_null (cut_notebook_find_named (self->own.notebook, CUT_KIND_SOURCE, NAME, NULL));
}

static void
test_views_are_told (Fixture       *self,
                     gconstpointer  data)
{
  CutChange *change;

  add_source (self, "confidential");
  protect (self);
  self->own.n_signals = 0;
  cut_notebook_lock (self->own.notebook);
  while (self->own.n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  change = g_ptr_array_index (self->own.changes, 0);
  g_assert_cmpstr (change->id, ==, self->id);
  g_assert_true (cut_record_is_locked (change->record));
  unlock (self);
  change = g_ptr_array_index (self->own.changes, 0);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (change->record)), ==, NAME);
  /* Locking is no act: what can be undone is still the same. */
  g_assert_cmpstr (cut_notebook_get_undo_label (self->own.notebook), ==, "Edit");
}

static gint64
told_time (gpointer data)
{
  return *(gint64 *) data;
}

static void
notified_cb (GObject    *object,
             GParamSpec *pspec,
             gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_locks_by_itself (Fixture       *self,
                      gconstpointer  data)
{
  gint64 now = 0;
  guint n_notified = 0;

  g_signal_connect (self->own.notebook, "notify::locked", G_CALLBACK (notified_cb), &n_notified);
  cut_notebook_set_clock (self->own.notebook, told_time, &now);
  add_source (self, "confidential");
  protect (self);
  now += CUT_VAULT_LOCK_AFTER - 1;
  cut_notebook_check_lock (self->own.notebook);
  assert_whole (self);
  cut_notebook_touch (self->own.notebook);
  now += CUT_VAULT_LOCK_AFTER;
  /* Locked from this moment on, also before anybody has looked. */
  assert_locked (self);
  g_assert_cmpuint (n_notified, ==, 0);
  cut_notebook_check_lock (self->own.notebook);
  g_assert_cmpuint (n_notified, ==, 1);
  g_signal_handlers_disconnect_by_data (self->own.notebook, &n_notified);
  cut_notebook_set_clock (self->own.notebook, NULL, NULL);
}

static void
test_wrong_passphrase_is_said (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr (CutPassphrase) wrong = phrase ("nine herons wade");
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  g_assert_false (cut_notebook_unlock (self->own.notebook, wrong, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_clear_error (&error);
  protect (self);
  g_assert_false (cut_notebook_protect (self->own.notebook, wrong, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_clear_error (&error);
  assert_whole (self);
  cut_notebook_lock (self->own.notebook);
  g_assert_false (cut_notebook_unlock (self->own.notebook, wrong, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  assert_locked (self);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutPassphrase) passphrase = phrase (PHRASE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  cut_notebook_lock (self->own.notebook);
  g_cancellable_cancel (cancellable);
  g_assert_false (cut_notebook_unlock (self->own.notebook, passphrase, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_locked (self);
}

static void
test_changing_and_removing (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (CutPassphrase) old = phrase (PHRASE);
  g_autoptr (CutPassphrase) new = phrase ("a fortnight of rain");
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) before = NULL;
  g_autoptr (CutRecord) after = NULL;

  add_source (self, "confidential");
  protect (self);
  cut_notebook_lock (self->own.notebook);
  before = get (self);
  g_assert_true (cut_notebook_change_passphrase (self->own.notebook, old, new, NULL, &error));
  g_assert_no_error (error);
  /* Only the key was wrapped anew. */
  after = get (self);
  g_assert_true (cut_record_equal (before, after));
  g_assert_false (cut_notebook_unlock (self->own.notebook, old, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (cut_notebook_unprotect (self->own.notebook, old, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (cut_notebook_unprotect (self->own.notebook, new, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (cut_notebook_is_protected (self->own.notebook));
  assert_whole (self);
  assert_file (self, TRUE);
  g_assert_cmpuint (count_hits (self, "quillaxia"), ==, 1);
  undo (self);
  redo (self);
  assert_whole (self);
}

static void
test_backup_stays_sealed (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->own.folder, "copy.cuttings", NULL);
  g_autoptr (CutPassphrase) passphrase = phrase (PHRASE);
  g_autoptr (CutNotebook) copy = NULL;
  g_autoptr (CutRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  g_assert_true (cut_notebook_backup (self->own.notebook, path, &error));
  g_assert_false (file_has (path, "Quillaxia"));
  g_assert_false (file_has (path, "secretmail"));
  copy = cut_notebook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cut_notebook_is_locked (copy));
  g_assert_true (cut_notebook_unlock (copy, passphrase, NULL, &error));
  record = cut_notebook_get (copy, self->id, &error);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, NAME);
  cut_notebook_close (copy);
}

static void
assert_enquiry (Fixture    *self,
                const char *id,
                gboolean    sealed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get (self->own.notebook, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cut_record_is_locked (record), ==, sealed);
  if (sealed)
    g_assert_null (cut_enquiry_get_answer (CUT_ENQUIRY (record)));
  else
    g_assert_cmpstr (cut_enquiry_get_answer (CUT_ENQUIRY (record)), ==, ANSWER);
}

/* What was asked of a source is no secret until she is one. */
static void
test_enquiries (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutRecord) linked = NULL;
  g_autoptr (CutRecord) naming = NULL;
  g_autoptr (CutRecord) other = NULL;
  g_autoptr (CutRecord) source = NULL;

  add_source (self, NULL);
  protect (self);
  linked = cut_record_new (CUT_KIND_ENQUIRY, "whom", "her", "question", "Was it you?", "answer", ANSWER, "source", self->id, NULL);
  naming = cut_record_new (CUT_KIND_ENQUIRY, "whom", "the board", "question", "Do you know Quillaxia Brumworth?", "answer",
                           ANSWER, NULL);
  other = cut_record_new (CUT_KIND_ENQUIRY, "whom", "the board", "question", "When?", "answer", ANSWER, NULL);
  put (self, g_object_ref (linked));
  put (self, g_object_ref (naming));
  put (self, g_object_ref (other));
  cut_notebook_lock (self->own.notebook);
  assert_enquiry (self, cut_record_get_id (linked), FALSE);
  assert_enquiry (self, cut_record_get_id (naming), FALSE);
  unlock (self);
  source = get (self);
  put (self, cut_record_with (source, "sensitivity", "confidential", NULL));
  assert_enquiry (self, cut_record_get_id (linked), FALSE);
  cut_notebook_lock (self->own.notebook);
  assert_enquiry (self, cut_record_get_id (linked), TRUE);
  assert_enquiry (self, cut_record_get_id (naming), TRUE);
  assert_enquiry (self, cut_record_get_id (other), FALSE);
  assert_file (self, FALSE);
}

/* Who the source is in the list of entities stands nowhere. */
static void
test_entity_is_sealed (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (CutRecord) entity = cut_record_new (CUT_KIND_ENTITY, "name", "Somebody", NULL);
  g_autoptr (CutRecord) source = NULL;
  g_autoptr (CutRecord) locked = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);

  put (self, g_object_ref (entity));
  add_source (self, "confidential");
  source = get (self);
  put (self, cut_record_with (source, "entity", cut_record_get_id (entity), NULL));
  protect (self);
  cut_query_set_linked (query, cut_record_get_id (entity));
  g_assert_cmpint (cut_notebook_count (self->own.notebook, query, NULL), ==, 0);
  cut_notebook_lock (self->own.notebook);
  locked = get (self);
  g_assert_null (cut_source_get_entity (CUT_SOURCE (locked)));
  unlock (self);
  g_clear_object (&locked);
  locked = get (self);
  g_assert_cmpstr (cut_source_get_entity (CUT_SOURCE (locked)), ==, cut_record_get_id (entity));
}

/* The letter stays with the source. */
static void
test_letters (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (CutRecord) other = cut_record_new (CUT_KIND_SOURCE, "label", "Nobody", "sensitivity", "confidential", NULL);
  g_autoptr (CutRecord) record = NULL;
  g_autoptr (CutRecord) whole = NULL;
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  put (self, g_object_ref (other));
  whole = get (self);
  put (self, cut_record_with (whole, "sensitivity", "normal", NULL));
  put (self, cut_record_with (whole, "sensitivity", "confidential", NULL));
  cut_notebook_lock (self->own.notebook);
  assert_locked (self);
  record = cut_notebook_get (self->own.notebook, cut_record_get_id (other), &error);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (record)), ==, "Confidential source B");
}

/* Export. */

static CutExportReport *
export (Fixture  *self,
        char    **path,
        GError  **error)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();

  *path = g_build_filename (self->own.folder, "out.cuttings.zip", NULL);
  request->path = g_strdup (*path);
  request->all = TRUE;
  return cut_notebook_export (self->own.notebook, request, NULL, error);
}

static void
test_export_asks_to_unlock (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autoptr (CutExportReport) refused = NULL;
  g_autoptr (CutExportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  cut_notebook_lock (self->own.notebook);
  refused = export (self, &path, &error);
  g_assert_null (refused);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_LOCKED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  unlock (self);
  report = export (self, &again, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

/* A name that is sealed in the file is still looked for in what leaves. */
static void
test_export_finds_sealed_names (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (CutExportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  add_source (self, "confidential");
  protect (self);
  put (self, cut_record_new (CUT_KIND_CLAIM, "text", NAME " knew.", NULL));
  report = export (self, &path, &error);
  g_assert_null (report);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PROTECTED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define add(name, func) g_test_add ("/protection/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("nothing-changes-before", test_nothing_changes_before);
  add ("setting-seals-what-there-is", test_setting_seals_what_there_is);
  add ("contact-of-anybody", test_contact_of_anybody);
  add ("new-ones-are-sealed", test_new_ones_are_sealed);
  add ("becoming-confidential", test_becoming_confidential);
  add ("editing-neighbours", test_editing_neighbours);
  add ("saving-late", test_saving_late);
  add ("undo-back-to-nothing", test_undo_back_to_nothing);
  add ("undo-unlocked", test_undo_unlocked);
  add ("found-only-unlocked", test_found_only_unlocked);
  add ("views-are-told", test_views_are_told);
  add ("locks-by-itself", test_locks_by_itself);
  add ("wrong-passphrase-is-said", test_wrong_passphrase_is_said);
  add ("cancelled", test_cancelled);
  add ("changing-and-removing", test_changing_and_removing);
  add ("backup-stays-sealed", test_backup_stays_sealed);
  add ("enquiries", test_enquiries);
  add ("entity-is-sealed", test_entity_is_sealed);
  add ("letters", test_letters);
  add ("export-asks-to-unlock", test_export_asks_to_unlock);
  add ("export-finds-sealed-names", test_export_finds_sealed_names);
  return g_test_run ();
}

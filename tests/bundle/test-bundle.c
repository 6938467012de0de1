/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "cut-bundle-sample.h"
#include "cut-capture.h"
#include "cut-error.h"
#include "cut-lines.h"

static void
assert_same_records (CutBundleContent *a,
                     CutBundleContent *b)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_ptr_array_sort (a->records[kind], cut_lines_compare);
      g_ptr_array_sort (b->records[kind], cut_lines_compare);
      g_assert_cmpuint (a->records[kind]->len, ==, b->records[kind]->len);
      for (guint i = 0; i < a->records[kind]->len; i++)
        {
          g_autofree char *first = cut_record_to_line (g_ptr_array_index (a->records[kind], i), CUT_JSON_PLAIN);
          g_autofree char *second = cut_record_to_line (g_ptr_array_index (b->records[kind], i), CUT_JSON_PLAIN);

          g_assert_cmpstr (first, ==, second);
        }
    }
}

static void
assert_same_blobs (CutSample        *sample,
                   CutBundleContent *read)
{
  GHashTableIter iter;
  gpointer hash, expected;

  g_hash_table_iter_init (&iter, sample->blobs);
  while (g_hash_table_iter_next (&iter, &hash, &expected))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = cut_bundle_content_get_blob (read, hash, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

static void
test_round_trip (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autoptr (CutBundleContent) leaving = cut_bundle_protect (sample->content);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutBundleContent) read = cut_bundle_read (path, NULL, NULL, NULL, &error);
  g_autofree char *capture = cut_sample_id (SAMPLE_CAPTURE);
  const CutBundleText *text, *original;
  g_autoptr (GBytes) body = NULL;

  g_assert_no_error (error);
  assert_same_records (leaving, read);
  assert_same_blobs (sample, read);
  text = g_hash_table_lookup (read->texts, capture);
  original = g_hash_table_lookup (sample->content->texts, capture);
  g_assert_cmpstr (text->text, ==, SAMPLE_TEXT);
  g_assert_true (strlen (text->blocks_json) == strlen (original->blocks_json));
  g_assert_cmpstr (read->title, ==, "The Brightwater ferry");
  g_assert_cmpstr (read->notebook_id, ==, sample->content->notebook_id);
  g_assert_cmpstr (read->custody_head, ==, sample->content->custody_head);
  body = cut_bundle_content_get_blob (read, cut_capture_get_sha256 (CUT_CAPTURE (cut_sample_find (sample, SAMPLE_CAPTURE))),
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body),
                   "<title>Ferry ran without inspection</title>", 43);
  cut_sample_free (sample);
}

static void
test_round_trip_again (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autofree char *other = cut_sample_path (sample, "b.cuttings.zip");
  g_autoptr (GError) error = NULL;
  g_autoptr (CutBundleContent) read = cut_bundle_read (path, NULL, NULL, NULL, &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  g_assert_no_error (error);
  cut_bundle_write (read, other, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &first, &n_first, NULL);
  g_file_get_contents (other, &second, &n_second, NULL);
  g_assert_cmpmem (first, n_first, second, n_second);
  cut_sample_free (sample);
}

static char *
write_hashed (CutSample  *sample,
              const char *name)
{
  g_autofree char *path = cut_sample_path (sample, name);
  g_autofree char *contents = NULL;
  g_autofree char *actual = NULL;
  g_autoptr (GError) error = NULL;
  char *sha256 = NULL;
  gsize length;

  cut_bundle_write (sample->content, path, NULL, NULL, NULL, &sha256, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  actual = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
  g_assert_cmpstr (actual, ==, sha256);
  return sha256;
}

static void
set_place (const char *zone,
           const char *language)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
  g_setenv ("LANGUAGE", language, TRUE);
  g_setenv ("LC_ALL", language, TRUE);
  setlocale (LC_ALL, "");
}

static void
test_same_bytes (void)
{
  CutSample *sample = cut_sample_new ();
  CutSample *other = cut_sample_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  set_place ("Pacific/Auckland", "de_DE.UTF-8");
  first = write_hashed (sample, "a.cuttings.zip");
  set_place ("America/St_Johns", "C.UTF-8");
  second = write_hashed (sample, "b.cuttings.zip");
  third = write_hashed (other, "c.cuttings.zip");
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, third);
  cut_sample_free (sample);
  cut_sample_free (other);
}

static void
run_tool (const char *folder,
          const char *command)
{
  g_auto (GStrv) argv = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  g_spawn_sync (folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", output);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
have (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  return path != NULL;
}

static void
test_other_tools (void)
{
  CutSample *sample;
  g_autofree char *path = NULL;
  g_autofree char *bag = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!have ("unzip") || !have ("sha256sum") || !have ("sha512sum"))
    {
      g_test_skip ("unzip, sha256sum or sha512sum is not installed");
      return;
    }
  sample = cut_sample_new ();
  path = cut_sample_write (sample, "a.cuttings.zip");
  run_tool (sample->folder, "unzip -tq a.cuttings.zip");
  run_tool (sample->folder, "unzip -q a.cuttings.zip");
  bag = cut_sample_path (sample, "the-brightwater-ferry");
  run_tool (bag, "sha256sum --strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt");
  run_tool (bag, "sha512sum --strict --quiet -c manifest-sha512.txt tagmanifest-sha512.txt");
  problems = cut_bundle_verify (bag, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  cut_sample_free (sample);
}

static void
cancel_late (double   fraction,
             gpointer data)
{
  if (fraction > 0.5)
    g_cancellable_cancel (data);
}

static void
assert_empty (CutSample *sample)
{
  g_autoptr (GDir) dir = g_dir_open (sample->folder, 0, NULL);

  g_assert_null (g_dir_read_name (dir));
}

static void
test_cancel (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_path (sample, "a.cuttings.zip");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_bundle_write (sample->content, path, cancellable, cancel_late, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_empty (sample);
  cut_sample_free (sample);
}

static void
test_keeps_older (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_path (sample, "a.cuttings.zip");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  g_hash_table_remove_all (sample->blobs);
  g_assert_false (cut_bundle_write (sample->content, path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "older");
  cut_sample_free (sample);
}

static void
test_trash_leaves_tombstones (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *id = cut_sample_id (SAMPLE_NOTE);
  g_autoptr (CutBundleContent) read = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  cut_sample_change (sample, SAMPLE_NOTE, "deleted", "2018-11-24T10:00:00Z");
  path = cut_sample_write (sample, "a.cuttings.zip");
  read = cut_bundle_read (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->tombstones->len, ==, 1);
  g_assert_cmpstr (((CutBundleTombstone *) g_ptr_array_index (read->tombstones, 0))->object, ==, id);
  g_assert_null (cut_bundle_content_find (read, id));
  cut_sample_free (sample);
}

static void
test_empty (void)
{
  g_autoptr (CutBundleContent) content = cut_bundle_content_new ();
  g_autoptr (CutBundleContent) read = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cuttings-bundle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "empty.cuttings.zip", NULL);
  g_autoptr (GError) error = NULL;

  content->notebook_id = g_strdup ("01673f00-0000-7000-8000-aaaaaaaaaaaa");
  cut_bundle_write (content, path, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read = cut_bundle_read (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->records[CUT_KIND_CLIP]->len, ==, 0);
  cut_sample_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/round-trip", test_round_trip);
  g_test_add_func ("/bundle/round-trip-again", test_round_trip_again);
  g_test_add_func ("/bundle/same-bytes", test_same_bytes);
  g_test_add_func ("/bundle/other-tools", test_other_tools);
  g_test_add_func ("/bundle/cancel", test_cancel);
  g_test_add_func ("/bundle/keeps-older", test_keeps_older);
  g_test_add_func ("/bundle/tombstones", test_trash_leaves_tombstones);
  g_test_add_func ("/bundle/empty", test_empty);
  return g_test_run ();
}

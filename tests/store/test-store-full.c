/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare() */
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cut-store-private.h"
#include "store-fixture.h"

/* No room, or no right to write: a sentence says so, nothing is half written, and what was there is there. */

#define KEPT "A harbour that was kept"
#define NOBODY 65534

static void
add_kept (CutStore *store)
{
  g_autofree char *clip = new_clip (store, KEPT);

  g_free (new_capture (store, clip, "The wall was built in a year.", 1000));
}

static void
assert_kept (CutStore *store)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = cut_store_verify (store, NULL, NULL, NULL, &error);
  g_autofree char *all = titles (store, query);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (all, ==, KEPT);
  cut_query_set_match (query, "harbour");
  g_assert_cmpint (cut_store_count (store, query, NULL), ==, 1);
}

static GBytes *
noise (gsize size)
{
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) g_test_rand_int ();
  return g_bytes_new_take (data, size);
}

/* One act that is larger than what is left; its failure. */
static GError *
overfill (CutStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean going = TRUE;

  if (!cut_store_begin (store, &error))
    return g_steal_pointer (&error);
  for (int i = 0; going && i < 64; i++)
    {
      g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "words that are lost", NULL);
      g_autoptr (GBytes) bytes = noise (64 * 1024);

      going = cut_store_put (store, clip, &error) && cut_store_put_blob (store, bytes, NULL, &error);
    }
  if (going)
    cut_store_commit (store, &error);
  else
    cut_store_rollback (store);
  return g_steal_pointer (&error);
}

static void
assert_says_full (const GError *error)
{
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "disk is full"));
}

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = cut_store_open (fixture->path, CUT_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_no_pages (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) full = NULL;

  add_kept (fixture->store);
  g_assert_true (cut_db_exec (fixture->store->db, "PRAGMA max_page_count = 100", &error));
  full = overfill (fixture->store);
  assert_says_full (full);
  assert_kept (fixture->store);
  open_again (fixture);
  assert_kept (fixture->store);
  g_free (new_clip (fixture->store, "There is room again"));
}

/* A file may not grow: a quota, a file system of small files. */
static void
test_no_growth (Fixture       *fixture,
                gconstpointer  data)
{
  struct rlimit none = { 600 * 1024, 600 * 1024 };
  g_autoptr (GError) full = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  add_kept (fixture->store);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  full = overfill (fixture->store);
  assert_says_full (full);
  assert_kept (fixture->store);
  open_again (fixture);
  assert_kept (fixture->store);
}

/* A disk of its own. */

static gboolean
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
}

/* Mounts are seen by this process alone; who is not the administrator becomes one in a world of their own. */
static gboolean
enter_own_world (void)
{
  g_autofree char *map = g_strdup_printf ("0 %d 1", (int) getuid ());

  if (unshare (CLONE_NEWNS) == 0)
    return TRUE;
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_file ("/proc/self/uid_map", map);
}

static gboolean
mount_small_disk (const char *folder)
{
  return enter_own_world () && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tmpfs", folder, "tmpfs", 0, "size=1m,mode=0700") == 0;
}

static gboolean
can_mount (const char *folder)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    _exit (mount_small_disk (folder) ? 0 : 1);
  return child > 0 && waitpid (child, &status, 0) == child && status == 0;
}

/* Writes until there is no room, to the last byte. */
static void
fill_disk (const char *path)
{
  static const char zeros[4096];
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (zeros, sizeof zeros, 1, file) == 1)
    ;
  fclose (file);
}

static void
assert_nothing_made (const char *folder,
                     CutStore   *store)
{
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  g_autofree char *new = g_build_filename (folder, "new.cuttings", NULL);
  g_autoptr (GError) copy_error = NULL;
  g_autoptr (GError) new_error = NULL;
  guint n = count_files (folder);

  g_assert_false (cut_store_backup (store, copy, &copy_error));
  assert_says_full (copy_error);
  g_assert_null (cut_store_open (new, CUT_STORE_CREATE, &new_error));
  assert_says_full (new_error);
  g_assert_cmpuint (count_files (folder), ==, n);
}

/* What can only be read can be read, even where there is no room for a log. */
static void
read_on_full_disk (Fixture    *fixture,
                   const char *ballast)
{
  g_autoptr (GError) refused = NULL;

  g_clear_object (&fixture->store);
  fill_disk (ballast);
  open_again (fixture);
  assert_kept (fixture->store);
  g_assert_true (cut_store_is_read_only (fixture->store));
  g_assert_true (cut_store_refuse (fixture->store, &refused));
  assert_says_full (refused);
  g_unlink (ballast);
  open_again (fixture);
}

/* Room for the beginning of a notebook leaves no beginnings of notebooks. */
static void
make_with_little_room (Fixture    *fixture,
                       const char *ballast)
{
  g_autofree char *new = g_build_filename (fixture->folder, "new.cuttings", NULL);
  GStatBuf full;

  fill_disk (ballast);
  g_assert_cmpint (g_stat (ballast, &full), ==, 0);
  for (goffset room = 32 * 1024; room < full.st_size; room += 32 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutStore) store = NULL;

      g_assert_cmpint (truncate (ballast, full.st_size - room), ==, 0);
      store = cut_store_open (new, CUT_STORE_CREATE, &error);
      if (store != NULL)
        break;
      assert_says_full (error);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
  g_unlink (new);
  g_unlink (ballast);
}

static void
work_on_full_disk (Fixture    *fixture,
                   const char *ballast)
{
  g_autoptr (GError) full = overfill (fixture->store);
  g_autoptr (GError) fuller = NULL;

  assert_says_full (full);
  assert_kept (fixture->store);
  fill_disk (ballast);
  assert_kept (fixture->store);
  assert_nothing_made (fixture->folder, fixture->store);
  fuller = overfill (fixture->store);
  assert_says_full (fuller);
  open_again (fixture);
  assert_kept (fixture->store);
}

static void
test_no_disk (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *ballast = g_build_filename (fixture->folder, "ballast", NULL);

  if (!g_test_subprocess ())
    {
      if (!can_mount (fixture->folder))
        {
          g_test_skip ("no small disk can be mounted here");
          return;
        }
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_clear_object (&fixture->store);
  empty_folder (fixture->folder);
  g_assert_true (mount_small_disk (fixture->folder));
  make_with_little_room (fixture, ballast);
  fixture->store = cut_store_open (fixture->path, CUT_STORE_CREATE, NULL);
  add_kept (fixture->store);
  read_on_full_disk (fixture, ballast);
  work_on_full_disk (fixture, ballast);
  g_unlink (ballast);
  open_again (fixture);
  assert_kept (fixture->store);
  g_free (new_clip (fixture->store, "There is room again"));
  g_clear_object (&fixture->store);
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
}

/* No right to write. */

static void
assert_only_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (cut_store_is_read_only (store));
  assert_kept (store);
  g_assert_false (cut_store_begin (store, &refused));
  g_assert_error (refused, CUT_ERROR, CUT_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (refused->message, "write-protected"));
}

static void
assert_not_made (const char *folder)
{
  g_autofree char *new = g_build_filename (folder, "new.cuttings", NULL);
  g_autoptr (GError) error = NULL;
  guint n = count_files (folder);

  g_assert_null (cut_store_open (new, CUT_STORE_CREATE, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (count_files (folder), ==, n);
}

/* The system's administrator may write to any file, so they become somebody else for a while. */
static void
test_write_protected (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean admin = geteuid () == 0;

  add_kept (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_true (!admin || seteuid (NOBODY) == 0);
  assert_only_read (fixture->path);
  g_assert_true (!admin || seteuid (0) == 0);

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (!admin || seteuid (NOBODY) == 0);
  assert_only_read (fixture->path);
  assert_not_made (fixture->folder);
  g_assert_true (!admin || seteuid (0) == 0);

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  open_again (fixture);
  assert_kept (fixture->store);
  g_free (new_clip (fixture->store, "It can be written again"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/full/no-pages", test_no_pages);
  add_test ("/store/full/no-growth", test_no_growth);
  add_test ("/store/full/no-disk", test_no_disk);
  add_test ("/store/full/write-protected", test_write_protected);
  return g_test_run ();
}

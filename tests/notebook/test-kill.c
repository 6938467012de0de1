/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Kills the program at random moments while it writes: the notebook must open, verify clean, and hold every act
 * that was reported done. */

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cut-test-notebook.h"

#define TIMES 200
#define LONGEST_MS 60
/* A whole check reads everything; after each kill the acts of that life are looked up, after each group all is checked. */
#define GROUP 20

typedef struct
{
  GPtrArray *lines; /* (element-type utf8): what the child reported */
  char *folder;
  char *path;
} Kill;

static void
kill_soon (GSubprocess  *child,
           GInputStream *output,
           guint         ms,
           GByteArray   *said)
{
  gint64 until;
  guint8 byte;
  guint8 buffer[4096];
  gssize count;

  /* Its life counts from the first thing it did; a fresh process has not opened the file yet. */
  count = g_input_stream_read (output, &byte, 1, NULL, NULL);
  g_assert_cmpint (count, ==, 1);
  g_byte_array_append (said, &byte, 1);
  until = g_get_monotonic_time () + ms * 1000;
  while (g_get_monotonic_time () < until)
    g_usleep ((gulong) MAX (0, MIN (1000, until - g_get_monotonic_time ())));
  g_subprocess_send_signal (child, SIGKILL);
  while ((count = g_input_stream_read (output, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_byte_array_append (said, buffer, (guint) count);
  g_subprocess_wait (child, NULL, NULL);
}

static void
live_and_die (Kill  *self,
              guint  ms)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "notebook", "kill-child", NULL);
  const char *argv[] = { program, self->path, NULL };
  g_autoptr (GSubprocess) child = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GByteArray) said = g_byte_array_new ();
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  kill_soon (child, g_subprocess_get_stdout_pipe (child), ms, said);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_byte_array_append (said, (const guint8 *) "", 1);
  lines = g_strsplit ((const char *) said->data, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    g_ptr_array_add (self->lines, g_strdup (lines[i]));
}

static void
assert_done (CutNotebook *notebook,
             const char  *line)
{
  const char *id = strchr (line, ' ') + 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get (notebook, id, &error);

  g_assert_no_error (error);
  if (g_str_has_prefix (line, "deleted"))
    g_assert_true (cut_record_is_deleted (record));
}

static void
assert_all_done (Kill  *self,
                 guint  from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) notebook = cut_notebook_open (self->path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = from; i < self->lines->len; i++)
    assert_done (notebook, g_ptr_array_index (self->lines, i));
  cut_notebook_close (notebook);
}

static void
test_kill (void)
{
  Kill self = { g_ptr_array_new_with_free_func (g_free), NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint seed = g_random_int ();
  g_autoptr (GRand) rand = NULL;
  guint from = 0;

  if (g_getenv ("CUTTINGS_KILL_SEED") != NULL)
    seed = (guint) g_ascii_strtoull (g_getenv ("CUTTINGS_KILL_SEED"), NULL, 10);
  g_test_message ("CUTTINGS_KILL_SEED=%u", seed);
  rand = g_rand_new_with_seed (seed);
  self.folder = g_dir_make_tmp ("cut-kill-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < TIMES; i++)
    {
      if (i % GROUP == 0)
        {
          g_free (self.path);
          self.path = g_strdup_printf ("%s/notebook-%u.cuttings", self.folder, i);
        }
      from = i % GROUP == 0 ? self.lines->len : from;
      live_and_die (&self, (guint) g_rand_int_range (rand, 0, LONGEST_MS));
      cut_test_assert_verifies (self.path);
      if (i % GROUP == GROUP - 1)
        assert_all_done (&self, from);
    }
  g_test_message ("%u acts were reported done in %u lives", self.lines->len, TIMES);
  g_assert_cmpuint (self.lines->len, >, TIMES);
  cut_test_remove_tree (self.folder);
  g_free (self.folder);
  g_free (self.path);
  g_ptr_array_unref (self.lines);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notebook/kill", test_kill);
  return g_test_run ();
}

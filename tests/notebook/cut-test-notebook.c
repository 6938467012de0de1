/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-notebook.h"

#include <glib/gstdio.h>
#include <string.h>

static void
changed_cb (CutNotebook *notebook,
            GPtrArray   *changes,
            gpointer     user_data)
{
  CutTestNotebook *self = user_data;

  self->n_signals++;
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_ptr_array_ref (changes);
}

void
cut_test_notebook_set_up (CutTestNotebook *self,
                          gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("cut-notebook-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "own", "notebook.cuttings", NULL);
  self->notebook = cut_notebook_open (self->path, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->notebook, "changed", G_CALLBACK (changed_cb), self);
}

void
cut_test_notebook_tear_down (CutTestNotebook *self,
                             gconstpointer    data)
{
  cut_notebook_close (self->notebook);
  g_signal_handlers_disconnect_by_data (self->notebook, self);
  /* Answers under way hold the notebook, and so does what a view reads in a thread: who never lets go is waited for in vain. */
  while (G_OBJECT (self->notebook)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->notebook);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  cut_test_assert_verifies (self->path);
  cut_test_remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
cut_test_remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        cut_test_remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

CutClipResult *
cut_test_clip_text (CutNotebook *notebook,
                    const char  *text)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;
  CutClipResult *result;

  request->bytes = g_bytes_new (text, strlen (text));
  result = cut_notebook_clip (notebook, request, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* SQLite keeps that number in its header. */
void
cut_test_make_newer (const char *path)
{
  FILE *file = g_fopen (path, "r+b");
  const guint8 version[] = { 0, 0, 0x03, 0xe7 };

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 60, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (version, sizeof version, 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
}

void
cut_test_commit_one (CutNotebook *notebook,
                     const char  *label,
                     CutRecord   *record)
{
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new (label);

  cut_act_put (act, record);
  cut_notebook_commit (notebook, act, NULL, &error);
  g_assert_no_error (error);
}

GPtrArray *
cut_test_list (CutNotebook *notebook,
               CutKind      kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *list = cut_notebook_list (notebook, query, NULL, &error);

  g_assert_no_error (error);
  return list;
}

guint
cut_test_count (CutNotebook *notebook,
                CutKind      kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  gint64 count = cut_notebook_count (notebook, query, &error);

  g_assert_no_error (error);
  return (guint) count;
}

void
cut_test_wait (const gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

void
cut_test_result_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
cut_test_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

void
cut_test_assert_verifies (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = cut_notebook_verify_file (path, TRUE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

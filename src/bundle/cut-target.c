/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-target.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"

/* Asked before anything is made: a library would only say that a temporary file failed. */
gboolean
cut_target_check (const char *path,
                  GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no folder %s"), folder);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("%s is a folder: name the file to write in it"), path);
  else if (g_access (folder, W_OK | X_OK) != 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Nothing can be written in the folder %s: %s"), folder, g_strerror (errno));
  else
    return TRUE;
  return FALSE;
}

static gboolean
system_failed (const char *path,
               GError    **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("%s could not be written: %s"), path,
               g_strerror (errno));
  return FALSE;
}

/* Reads @path once more: its hash is of what lies on the disk. */
static gboolean
seal_file (const char  *path,
           char       **sha256,
           GError     **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (descriptor < 0)
    return system_failed (path, error);
  while ((n = read (descriptor, buffer, 1 << 20)) > 0)
    g_checksum_update (sum, buffer, n);
  if (n < 0 || fsync (descriptor) != 0)
    {
      system_failed (path, error);
      close (descriptor);
      return FALSE;
    }
  close (descriptor);
  *sha256 = g_strdup (g_checksum_get_string (sum));
  return TRUE;
}

/* What the names of parts of @path begin with. The number of the process stands behind it. */
static char *
make_part_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf (".%.100s.part-", name);
}

/* A name beside @path that nobody else uses. */
static char *
make_part_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = make_part_stem (path);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *part = g_strdup_printf ("%s%ld-%.8s", stem, (long) getpid (), unique);

  return g_build_filename (folder, part, NULL);
}

/* Whether a part was left by a process that is no more. */
static gboolean
is_left (const char *name,
         const char *stem)
{
  gint64 process = g_str_has_prefix (name, stem) ? g_ascii_strtoll (name + strlen (stem), NULL, 10) : 0;

  return process > 1 && process <= G_MAXINT && kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

/* What a killed export left beside @path. */
static void
sweep (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = make_part_stem (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *part = g_build_filename (folder, name, NULL);

      if (is_left (name, stem))
        g_unlink (part);
    }
}

gboolean
cut_target_write (const char     *path,
                  CutTargetFunc   func,
                  gpointer        data,
                  GCancellable   *cancellable,
                  char          **sha256,
                  GError        **error)
{
  g_autofree char *part = make_part_name (path);
  g_autofree char *hash = NULL;
  gboolean good;

  sweep (path);
  good = func (part, data, error) && seal_file (part, &hash, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);

  if (good && g_rename (part, path) != 0)
    good = system_failed (path, error);
  if (!good)
    g_unlink (part);
  else
    *sha256 = g_steal_pointer (&hash);
  return good;
}

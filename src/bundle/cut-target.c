/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-target.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cut-destination.h"
#include "cut-error.h"
#include "cut-sha256.h"

static gboolean
check_folder (const char *path,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no folder %s"), folder);
  else if (g_access (folder, W_OK | X_OK) != 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Nothing can be written in the folder %s: %s"), folder, g_strerror (errno));
  else
    return TRUE;
  return FALSE;
}

/* Asked before anything is made: a library would only say that a temporary file failed. */
gboolean
cut_target_check (const char  *path,
                  gboolean     in_order,
                  GError     **error)
{
  CutDestination kind;
  g_autofree char *real = cut_destination_look (path, &kind, error);

  if (real == NULL)
    return FALSE;
  if (kind == CUT_DESTINATION_NOTEBOOK || kind == CUT_DESTINATION_DATABASE)
    g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("%s is a notebook or another database, which would be lost: name another file"), path);
  else if (kind == CUT_DESTINATION_STREAM && !in_order)
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("A ZIP is not written to a pipe, a device or standard output: name a file instead of %s"), path);
  else
    return kind == CUT_DESTINATION_STREAM || check_folder (real, error);
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
  g_autoptr (CutSha256) sum = cut_sha256_new ();
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (descriptor < 0)
    return system_failed (path, error);
  while ((n = read (descriptor, buffer, 1 << 20)) > 0)
    cut_sha256_add (sum, buffer, (gsize) n);
  if (n < 0 || fsync (descriptor) != 0)
    {
      system_failed (path, error);
      close (descriptor);
      return FALSE;
    }
  close (descriptor);
  *sha256 = cut_sha256_end_hex (sum);
  return TRUE;
}

static gboolean
write_all (int           descriptor,
           const guint8 *bytes,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (descriptor, bytes, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* Into what nothing can take the place of. */
static gboolean
pour (int          from,
      const char  *path,
      GError     **error)
{
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  int to = cut_destination_is_output (path) ? dup (STDOUT_FILENO) : g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean good = from >= 0 && to >= 0;
  gssize n = 0;

  while (good && (n = read (from, buffer, 1 << 20)) > 0)
    good = write_all (to, buffer, (gsize) n);
  good = good && n == 0;
  if (!good)
    system_failed (path, error);
  if (to >= 0 && close (to) != 0 && good)
    return system_failed (path, error);
  return good;
}

/* What goes to a stream is whole before its first byte leaves. Its file loses its name before that: who reads may go, and a program that writes
 * to nobody is ended on the spot. */
static gboolean
write_stream (const char     *path,
              CutTargetFunc   func,
              gpointer        data,
              GCancellable   *cancellable,
              char          **sha256,
              GError        **error)
{
  g_autofree char *folder = g_dir_make_tmp ("cuttings-XXXXXX", error);
  g_autofree char *part = folder != NULL ? g_build_filename (folder, "part", NULL) : NULL;
  g_autofree char *hash = NULL;
  gboolean good = folder != NULL && func (part, data, error) && seal_file (part, &hash, error) &&
                  !g_cancellable_set_error_if_cancelled (cancellable, error);
  int from = good ? g_open (part, O_RDONLY | O_CLOEXEC, 0) : -1;

  if (folder != NULL)
    {
      g_unlink (part);
      g_rmdir (folder);
    }
  good = good && pour (from, path, error);
  if (from >= 0)
    close (from);
  if (good)
    *sha256 = g_steal_pointer (&hash);
  return good;
}

static gboolean
write_file (const char     *path,
            CutTargetFunc   func,
            gpointer        data,
            GCancellable   *cancellable,
            char          **sha256,
            GError        **error)
{
  g_autofree char *part = cut_destination_make_part (path);
  g_autofree char *hash = NULL;
  gboolean good;

  cut_destination_sweep (path);
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

gboolean
cut_target_write (const char     *path,
                  CutTargetFunc   func,
                  gpointer        data,
                  GCancellable   *cancellable,
                  char          **sha256,
                  GError        **error)
{
  CutDestination kind;
  g_autofree char *real = cut_destination_look (path, &kind, error);

  if (real == NULL)
    return FALSE;
  return kind == CUT_DESTINATION_STREAM ? write_stream (path, func, data, cancellable, sha256, error)
                                        : write_file (real, func, data, cancellable, sha256, error);
}

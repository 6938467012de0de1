/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cut-archive-private.h"
#include "cut-error.h"
#include "cut-limits.h"

/* Lists one entry; a folder is put off to be walked later. */
static void
list_child (const char *root,
            char       *path,
            GQueue     *pending,
            CutListing *listing)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  const char *problem = cut_archive_path_problem (path);
  CutListed listed = { path, FALSE, 0, 0, 0 };
  GStatBuf stat;

  if (problem == NULL && g_lstat (full, &stat) != 0)
    problem = _("it cannot be read");
  else if (problem == NULL && S_ISLNK (stat.st_mode))
    problem = _("it is a link");
  else if (problem == NULL && !S_ISREG (stat.st_mode) && !S_ISDIR (stat.st_mode))
    problem = _("it is no plain file");
  if (problem != NULL)
    {
      cut_archive_note (listing->problems, path, problem);
      g_free (path);
      return;
    }
  listed.folder = S_ISDIR (stat.st_mode);
  listed.size = listed.folder ? 0 : (guint64) stat.st_size;
  listed.holes = listed.size - MIN (listed.size, (guint64) stat.st_blocks * 512);
  g_array_append_val (listing->listed, listed);
  if (listed.folder)
    g_queue_push_tail (pending, g_strdup (path));
}

static gboolean
list_folder (const char  *root,
             const char  *path,
             GQueue      *pending,
             CutListing  *listing,
             GError     **error)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      if (*path == '\0')
        g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The folder %s cannot be read"), root);
      else
        cut_archive_note (listing->problems, path, _("it cannot be read"));
      return *path != '\0';
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      list_child (root, *path == '\0' ? g_strdup (name) : g_strconcat (path, "/", name, NULL), pending, listing);
      if (listing->listed->len > CUT_LIMIT_BUNDLE_ENTRIES)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The folder has more than %d files"),
                       CUT_LIMIT_BUNDLE_ENTRIES);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
cut_folder_list (const char    *root,
                 CutListing    *listing,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GQueue pending = G_QUEUE_INIT;
  gboolean good = TRUE;

  g_queue_push_tail (&pending, g_strdup (""));
  while (good && !g_queue_is_empty (&pending))
    {
      g_autofree char *path = g_queue_pop_head (&pending);

      good = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             list_folder (root, path, &pending, listing, error);
    }
  g_queue_clear_full (&pending, g_free);
  return good;
}

static gboolean
read_descriptor (int               descriptor,
                 const CutMember  *member,
                 CutArchiveChunk   chunk,
                 gpointer          user_data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  guint8 buffer[65536];
  guint64 total = 0;
  gssize n;

  while ((n = read (descriptor, buffer, sizeof buffer)) > 0 && total <= member->size)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      total += (guint64) n;
      chunk (buffer, (gsize) n, user_data);
    }
  if (n == 0 && total == member->size)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s: it changed while it was read"), member->path);
  return FALSE;
}

gboolean
cut_folder_scan (const char       *root,
                 const char       *path,
                 const CutMember  *member,
                 CutArchiveChunk   chunk,
                 gpointer          user_data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  /* Without waiting, and never through a link, should one have been put there meanwhile. */
  int descriptor = g_open (full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  struct stat stat;
  gboolean good = FALSE;

  if (descriptor >= 0 && fstat (descriptor, &stat) == 0 && S_ISREG (stat.st_mode))
    good = read_descriptor (descriptor, member, chunk, user_data, cancellable, error);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s: it cannot be read"), member->path);
  if (descriptor >= 0)
    close (descriptor);
  return good;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-destination.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"

/* The head of a database: its first sixteen bytes, and a number of its program at byte 68. */
#define HEAD 72
#define MARK_AT 68

static CutDestination
look_into (const char *path)
{
  static const char magic[] = "SQLite format 3";
  guint8 head[HEAD] = { 0 };
  guint32 mark;
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n = descriptor >= 0 ? read (descriptor, head, sizeof head) : 0;

  if (descriptor >= 0)
    close (descriptor);
  if (n < (gssize) sizeof magic || memcmp (head, magic, sizeof magic) != 0)
    return CUT_DESTINATION_FILE;
  memcpy (&mark, head + MARK_AT, sizeof mark);
  return GUINT32_FROM_BE (mark) == CUT_NOTEBOOK_MARK ? CUT_DESTINATION_NOTEBOOK : CUT_DESTINATION_DATABASE;
}

gboolean
cut_destination_is_output (const char *path)
{
  GStatBuf there;
  struct stat output;

  return g_stat (path, &there) == 0 && fstat (STDOUT_FILENO, &output) == 0 && there.st_dev == output.st_dev &&
         there.st_ino == output.st_ino;
}

static CutDestination
kind_of (const char     *path,
         const GStatBuf *info)
{
  CutDestination kind;

  if (!S_ISREG (info->st_mode))
    return CUT_DESTINATION_STREAM;
  kind = look_into (path);
  if (kind != CUT_DESTINATION_FILE)
    return kind;
  /* What the shell has opened for us may have lines in it already, and has to stay the same file. */
  if (cut_destination_is_output (path))
    return CUT_DESTINATION_STREAM;
  return info->st_size == 0 ? CUT_DESTINATION_FREE : CUT_DESTINATION_FILE;
}

char *
cut_destination_look (const char      *path,
                      CutDestination  *kind,
                      GError         **error)
{
  GStatBuf info;
  char *real;

  *kind = CUT_DESTINATION_FREE;
  if (g_stat (path, &info) != 0)
    {
      if (g_lstat (path, &info) != 0)
        return g_strdup (path);
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("%s is a link to a file that is not there"), path);
      return NULL;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("%s is a folder: name the file to write in it"), path);
      return NULL;
    }
  *kind = kind_of (path, &info);
  if (*kind == CUT_DESTINATION_STREAM)
    return g_strdup (path);
  /* free() and g_free() are one in GLib. */
  real = realpath (path, NULL);
  return real != NULL ? real : g_strdup (path);
}

/* Parts. */

/* What the names of parts of @path begin with. The number of the process stands behind it. */
static char *
make_part_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf (".%.100s.part-", name);
}

char *
cut_destination_make_part (const char *path)
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

void
cut_destination_sweep (const char *path)
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

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create() */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cut-archive-private.h"
#include "cut-error.h"
#include "cut-limits.h"

#define CHUNK (64 * 1024)

/* A tar is read from front to back: what is in its files is put one behind the other into a file without a name, where each can be looked at
 * when its turn comes. Nothing is written under a name of its choice. */
struct _CutTar
{
  int fd;
  GArray *places; /* (element-type guint64): where each file begins, by its index */
};

typedef struct
{
  CutTar *tar;
  CutListing *listing;
  struct archive *reader;
  const char *path;
  guint64 packed; /* bytes of the file itself */
  guint64 unpacked; /* bytes that came out of it */
  guint64 kept;     /* of those, in the file without a name */
  guint n;
  GCancellable *cancellable;
  GError **error;
} Unpacking;

/* How a tar begins, or what it is mostly packed by. */
gboolean
cut_tar_is (const char *path)
{
  static const struct { const char *magic; gsize length, at; } heads[] = {
    { "ustar", 5, 257 }, { "\x1f\x8b", 2, 0 }, { "BZh", 3, 0 }, { "\xfd" "7zXZ", 5, 0 }, { "\x28\xb5\x2f\xfd", 4, 0 },
  };
  char head[262] = { 0 };
  /* A pipe or device would be waited for. */
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rb") : NULL;
  gsize n = file != NULL ? fread (head, 1, sizeof head, file) : 0;

  if (file != NULL)
    fclose (file);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (n >= heads[i].at + heads[i].length && memcmp (head + heads[i].at, heads[i].magic, heads[i].length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
fail_damaged (Unpacking *self)
{
  g_set_error (self->error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s is no bundle of Cuttings, or one that was cut short or damaged"), self->path);
  return FALSE;
}

static gboolean
check_bounds (Unpacking *self)
{
  if (self->unpacked > CUT_LIMIT_BUNDLE_BYTES)
    g_set_error (self->error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The bundle would unpack to more than 8 gigabytes"));
  else if (self->unpacked > CUT_LIMIT_BUNDLE_LARGE && self->unpacked / CUT_LIMIT_BUNDLE_LARGE_RATIO > self->packed)
    g_set_error (self->error, CUT_ERROR, CUT_ERROR_REFUSED, _("The files in it are packed more tightly than honest data can be: it is a bomb"));
  else
    return !g_cancellable_set_error_if_cancelled (self->cancellable, self->error);
  return FALSE;
}

static gboolean
write_all (Unpacking    *self,
           const guint8 *bytes,
           gsize         length)
{
  while (length > 0)
    {
      gssize n = write (self->tar->fd, bytes, length);

      if (n < 0 && errno != EINTR)
        {
          g_set_error (self->error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("%s could not be unpacked to be looked at: %s"), self->path, g_strerror (errno));
          return FALSE;
        }
      bytes += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* @size: (out): of the file at hand, as much as there is of it. What is not kept is unpacked all the same to come to what is behind it, and
 * counts. */
static gboolean
unpack_file (Unpacking *self,
             gboolean   keep,
             guint64   *size)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t n;

  *size = 0;
  while ((n = archive_read_data (self->reader, chunk, CHUNK)) > 0)
    {
      *size += (guint64) n;
      self->unpacked += (guint64) n;
      if (!check_bounds (self) || (keep && !write_all (self, chunk, (gsize) n)))
        return FALSE;
      self->kept += keep ? (guint64) n : 0;
    }
  return n == 0 || fail_damaged (self);
}

/* (transfer full): without the "./" in front that tar likes to write, and the slash behind folders */
static char *
name_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  gsize length;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  while (name != NULL && g_str_has_prefix (name, "./"))
    name += strlen ("./");
  length = name != NULL ? strlen (name) : 0;
  while (length > 1 && name[length - 1] == '/')
    length--;
  return g_strndup (name != NULL ? name : "", length);
}

static const char *
entry_problem (struct archive_entry *entry,
               const char           *name)
{
  mode_t type = archive_entry_filetype (entry);
  const char *problem = cut_archive_path_problem (name);

  if (problem != NULL)
    return problem;
  if (type == S_IFLNK || archive_entry_hardlink (entry) != NULL)
    return _("it is a link");
  return type != S_IFREG && type != S_IFDIR ? _("it is no plain file") : NULL;
}

static gboolean
take_entry (Unpacking            *self,
            struct archive_entry *entry)
{
  g_autofree char *name = name_of (entry);
  gboolean folder = archive_entry_filetype (entry) == S_IFDIR;
  CutListed listed = { NULL, folder, 0, 0, self->tar->places->len };
  guint64 place = self->kept;
  const char *problem;

  /* The top itself. */
  if (folder && (*name == '\0' || g_str_equal (name, ".")))
    return TRUE;
  problem = entry_problem (entry, name);
  if (problem != NULL)
    {
      cut_archive_note (self->listing->problems, name, problem);
      return unpack_file (self, FALSE, &listed.size);
    }
  if (!folder && !unpack_file (self, TRUE, &listed.size))
    return FALSE;
  g_array_append_val (self->tar->places, place);
  listed.path = g_steal_pointer (&name);
  g_array_append_val (self->listing->listed, listed);
  return TRUE;
}

static gboolean
take_entries (Unpacking *self)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->reader, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (++self->n > CUT_LIMIT_BUNDLE_ENTRIES)
        {
          g_set_error (self->error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("There are more than %d files in it"), CUT_LIMIT_BUNDLE_ENTRIES);
          return FALSE;
        }
      if (!check_bounds (self) || !take_entry (self, entry))
        return FALSE;
    }
  return status == ARCHIVE_EOF || fail_damaged (self);
}

/* No filter that would start another program. */
static gboolean
unpack (Unpacking *self)
{
  gboolean good;
  GStatBuf file;

  self->packed = g_stat (self->path, &file) == 0 ? (guint64) file.st_size : 0;
  self->reader = archive_read_new ();
  archive_read_support_format_tar (self->reader);
  archive_read_support_filter_gzip (self->reader);
  archive_read_support_filter_bzip2 (self->reader);
  archive_read_support_filter_xz (self->reader);
  archive_read_support_filter_zstd (self->reader);
  good = archive_read_open_filename (self->reader, self->path, CHUNK) == ARCHIVE_OK ? take_entries (self) : fail_damaged (self);
  archive_read_free (self->reader);
  return good;
}

static int
open_in_memory (GError **error)
{
  int fd = memfd_create ("cuttings", MFD_CLOEXEC);

  if (fd < 0)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, g_strerror (errno));
  return fd;
}

/* What was decrypted into memory stays there. */
static int
open_nameless (const char  *path,
               GError     **error)
{
  g_autofree char *name = NULL;
  int fd;

  if (g_str_has_prefix (path, "/proc/self/fd/"))
    return open_in_memory (error);
  fd = g_file_open_tmp ("cuttings-XXXXXX", &name, error);
  if (fd >= 0)
    g_unlink (name);
  return fd;
}

CutTar *
cut_tar_open (const char    *path,
              CutListing    *listing,
              GCancellable  *cancellable,
              GError       **error)
{
  Unpacking unpacking = { .listing = listing, .path = path, .cancellable = cancellable, .error = error };
  int fd = open_nameless (path, error);
  CutTar *self;

  if (fd < 0)
    return NULL;
  self = g_new0 (CutTar, 1);
  self->fd = fd;
  self->places = g_array_new (FALSE, FALSE, sizeof (guint64));
  unpacking.tar = self;
  if (unpack (&unpacking))
    return self;
  cut_tar_close (self);
  return NULL;
}

void
cut_tar_close (CutTar *self)
{
  close (self->fd);
  g_array_unref (self->places);
  g_free (self);
}

gboolean
cut_tar_scan (CutTar           *self,
              const CutMember  *member,
              CutArchiveChunk   chunk,
              gpointer          user_data,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  guint64 place = g_array_index (self->places, guint64, member->index);
  guint64 left = member->size;

  while (left > 0)
    {
      gssize n = pread (self->fd, buffer, MIN (left, CHUNK), (off_t) place);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n <= 0)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s: it cannot be unpacked"), member->path);
          return FALSE;
        }
      chunk (buffer, (gsize) n, user_data);
      place += (guint64) n;
      left -= (guint64) n;
    }
  return TRUE;
}

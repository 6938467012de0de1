/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#include "cut-archive-private.h"
#include "cut-error.h"
#include "cut-limits.h"

struct _CutZip
{
  zip_t *zip;
};

/* Little zeros are nothing; gigabytes of them are no file that anybody sends. */
static gboolean
is_bomb (guint64 unpacked,
         guint64 packed)
{
  return unpacked > CUT_LIMIT_BUNDLE_LARGE && unpacked / CUT_LIMIT_BUNDLE_LARGE_RATIO > packed;
}

/* Why an entry is not to be opened, or NULL. */
static const char *
entry_problem (zip_t            *zip,
               zip_uint64_t      index,
               const zip_stat_t *stat)
{
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;

  if ((stat->valid & needed) != needed)
    return _("the ZIP does not say how large it is");
  if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE)
    return _("it is encrypted");
  if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
    return _("it is packed in a way Cuttings does not read");
  if (stat->size / CUT_LIMIT_BUNDLE_RATIO > stat->comp_size || is_bomb (stat->size, stat->comp_size))
    return _("it is packed more tightly than honest data can be");
  if (zip_file_get_external_attributes (zip, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX)
    {
      mode_t type = (attributes >> 16) & S_IFMT;

      if (type == S_IFLNK)
        return _("it is a link");
      if (type != 0 && type != S_IFREG && type != S_IFDIR)
        return _("it is no plain file");
    }
  return NULL;
}

static void
list_entry (zip_t        *zip,
            zip_uint64_t  index,
            CutListing   *listing,
            guint64      *packed,
            guint64      *unpacked)
{
  const char *raw = zip_get_name (zip, index, ZIP_FL_ENC_RAW);
  g_autofree char *name = g_strdup (raw != NULL ? raw : "");
  gsize length = strlen (name);
  CutListed listed = { NULL, length > 0 && name[length - 1] == '/', 0, 0, index };
  const char *problem;
  zip_stat_t stat;

  zip_stat_init (&stat);
  if (listed.folder)
    name[length - 1] = '\0';
  problem = cut_archive_path_problem (name);
  if (problem == NULL && zip_stat_index (zip, index, 0, &stat) != 0)
    problem = _("the ZIP's directory is damaged here");
  if (problem == NULL)
    problem = entry_problem (zip, index, &stat);
  if (problem != NULL)
    {
      cut_archive_note (listing->problems, name, problem);
      return;
    }
  *packed += stat.comp_size;
  *unpacked += stat.size;
  listed.size = listed.folder ? 0 : stat.size;
  listed.path = g_steal_pointer (&name);
  g_array_append_val (listing->listed, listed);
}

static gboolean
list_entries (zip_t       *zip,
              const char  *path,
              CutListing  *listing,
              GError     **error)
{
  zip_int64_t n = zip_get_num_entries (zip, 0);
  guint64 packed = 0;
  guint64 unpacked = 0;
  GStatBuf file;

  if (n > CUT_LIMIT_BUNDLE_ENTRIES)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The ZIP has more than %d files"), CUT_LIMIT_BUNDLE_ENTRIES);
      return FALSE;
    }
  for (zip_int64_t i = 0; i < n; i++)
    list_entry (zip, (zip_uint64_t) i, listing, &packed, &unpacked);
  /* Entries that share bytes unpack without end; honest ones lie side by side. */
  if (g_stat (path, &file) == 0 && packed > (guint64) file.st_size)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The files in the ZIP lie over one another: it is a bomb"));
      return FALSE;
    }
  if (is_bomb (unpacked, packed))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The files in the ZIP are packed more tightly than honest data can be: it is a bomb"));
      return FALSE;
    }
  return TRUE;
}

static zip_t *
open_zip (const char  *path,
          GError     **error)
{
  int code = 0;
  zip_t *zip;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no file %s"), path);
      return NULL;
    }
  /* A pipe or device would be waited for. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("%s is neither a file nor a folder"), path);
      return NULL;
    }
  zip = zip_open (path, ZIP_RDONLY, &code);
  if (zip == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s is no bundle of Cuttings, or one that was cut short or damaged"), path);
  return zip;
}

CutZip *
cut_zip_open (const char  *path,
              CutListing  *listing,
              GError     **error)
{
  zip_t *zip = open_zip (path, error);
  CutZip *self;

  if (zip == NULL)
    return NULL;
  if (!list_entries (zip, path, listing, error))
    {
      zip_discard (zip);
      return NULL;
    }
  self = g_new0 (CutZip, 1);
  self->zip = zip;
  return self;
}

void
cut_zip_close (CutZip *self)
{
  zip_discard (self->zip);
  g_free (self);
}

static gboolean
damaged (const CutMember *member,
         GError         **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s: it cannot be unpacked"), member->path);
  return FALSE;
}

static gboolean
read_file (zip_file_t       *file,
           const CutMember  *member,
           CutArchiveChunk   chunk,
           gpointer          user_data,
           GCancellable     *cancellable,
           GError          **error)
{
  guint8 buffer[65536];
  guint64 total = 0;
  zip_int64_t n;

  while ((n = zip_fread (file, buffer, sizeof buffer)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      total += (guint64) n;
      if (total > member->size)
        return damaged (member, error);
      chunk (buffer, (gsize) n, user_data);
    }
  return n == 0 && total == member->size ? TRUE : damaged (member, error);
}

gboolean
cut_zip_scan (CutZip           *self,
              const CutMember  *member,
              CutArchiveChunk   chunk,
              gpointer          user_data,
              GCancellable     *cancellable,
              GError          **error)
{
  zip_file_t *file = zip_fopen_index (self->zip, member->index, 0);
  gboolean good;

  if (file == NULL)
    return damaged (member, error);
  good = read_file (file, member, chunk, user_data, cancellable, error);
  /* Closing tells whether the checksum of the ZIP itself was right. */
  if (zip_fclose (file) != 0 && good)
    return damaged (member, error);
  return good;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-zip-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <zip.h>

#include "cut-error.h"

/* 1 January 1980 in the form of ZIP directories, the earliest they can say. */
#define FIXED_DATE ((0 << 9) | (1 << 5) | 1)
#define FIXED_TIME 0

typedef struct
{
  GCancellable *cancellable;
  CutBundleProgress progress;
  gpointer progress_data;
} Watch;

/* What one entry's bytes are read through: they are in memory only while they are being written. */
typedef struct
{
  CutPackage *package;
  const CutEntry *entry;
  GBytes *bytes;
  gsize at;
  GError **failure;
  zip_error_t error;
} Source;

static zip_int64_t
source_open (Source *source)
{
  g_autoptr (GError) local = NULL;

  source->at = 0;
  source->bytes = cut_package_load (source->package, source->entry, &local);
  if (source->bytes != NULL)
    return 0;
  zip_error_set (&source->error, ZIP_ER_READ, 0);
  if (*source->failure == NULL)
    *source->failure = g_steal_pointer (&local);
  return -1;
}

static zip_int64_t
source_read (Source      *source,
             void        *data,
             zip_uint64_t length)
{
  gsize size;
  const char *bytes = g_bytes_get_data (source->bytes, &size);
  gsize n = (gsize) MIN (length, size - source->at);

  if (n > 0)
    memcpy (data, bytes + source->at, n);
  source->at += n;
  return (zip_int64_t) n;
}

static zip_int64_t
source_stat (Source      *source,
             void        *data,
             zip_uint64_t length)
{
  zip_stat_t *stat = ZIP_SOURCE_GET_ARGS (zip_stat_t, data, length, &source->error);

  if (stat == NULL)
    return -1;
  zip_stat_init (stat);
  stat->size = source->entry->size;
  stat->valid |= ZIP_STAT_SIZE;
  return sizeof *stat;
}

static zip_int64_t
source_cb (void            *state,
           void            *data,
           zip_uint64_t     length,
           zip_source_cmd_t command)
{
  Source *source = state;

  /* The library's list of commands is open: the rest is answered alike. */
  if (command == ZIP_SOURCE_OPEN)
    return source_open (source);
  if (command == ZIP_SOURCE_READ)
    return source_read (source, data, length);
  if (command == ZIP_SOURCE_STAT)
    return source_stat (source, data, length);
  if (command == ZIP_SOURCE_ERROR)
    return zip_error_to_data (&source->error, data, length);
  if (command == ZIP_SOURCE_SUPPORTS)
    return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                           ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  if (command == ZIP_SOURCE_FREE)
    g_free (source);
  return 0;
}

static gboolean
zip_failed (zip_t   *zip,
            GError **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The bundle could not be written: %s"), zip_strerror (zip));
  return FALSE;
}

static gboolean
add_entry (zip_t          *zip,
           CutPackage     *package,
           const CutEntry *entry,
           const char     *folder,
           GError        **failure,
           GError        **error)
{
  g_autofree char *name = folder != NULL ? g_strconcat (folder, "/", entry->name, NULL) : g_strdup (entry->name);
  Source *source = g_new0 (Source, 1);
  zip_source_t *handle;
  zip_int64_t index;

  source->package = package;
  source->entry = entry;
  source->failure = failure;
  zip_error_init (&source->error);
  handle = zip_source_function (zip, source_cb, source);
  if (handle == NULL)
    {
      g_free (source);
      return zip_failed (zip, error);
    }
  index = zip_file_add (zip, name, handle, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (handle);
      return zip_failed (zip, error);
    }
  if (zip_set_file_compression (zip, (zip_uint64_t) index, ZIP_CM_STORE, 0) < 0 ||
      zip_file_set_dostime (zip, (zip_uint64_t) index, FIXED_TIME, FIXED_DATE, 0) < 0 ||
      zip_file_set_external_attributes (zip, (zip_uint64_t) index, 0, ZIP_OPSYS_UNIX,
                                        (zip_uint32_t) (S_IFREG | 0644) << 16) < 0)
    return zip_failed (zip, error);
  return TRUE;
}

static void
progress_cb (zip_t  *zip,
             double  fraction,
             void   *data)
{
  const Watch *watch = data;

  if (watch->progress != NULL)
    watch->progress (fraction, watch->progress_data);
}

static int
cancel_cb (zip_t *zip,
           void  *data)
{
  const Watch *watch = data;

  return g_cancellable_is_cancelled (watch->cancellable);
}

static gboolean
close_zip (zip_t        *zip,
           GCancellable *cancellable,
           GError      **failure,
           GError      **error)
{
  if (zip_close (zip) == 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_error (failure);
  else if (*failure != NULL)
    g_propagate_error (error, g_steal_pointer (failure));
  else
    zip_failed (zip, error);
  zip_discard (zip);
  return FALSE;
}

/* Takes @zip. */
static gboolean
fill_zip (zip_t             *zip,
          CutPackage        *package,
          const char        *folder,
          GCancellable      *cancellable,
          CutBundleProgress  progress,
          gpointer           progress_data,
          GError           **error)
{
  g_autoptr (GError) failure = NULL;
  Watch watch = { cancellable, progress, progress_data };

  for (guint i = 0; i < package->entries->len; i++)
    if (!add_entry (zip, package, g_ptr_array_index (package->entries, i), folder, &failure, error))
      {
        zip_discard (zip);
        return FALSE;
      }
  zip_register_progress_callback_with_state (zip, 0.01, progress_cb, NULL, &watch);
  zip_register_cancel_callback_with_state (zip, cancel_cb, NULL, &watch);
  return close_zip (zip, cancellable, &failure, error);
}

static gboolean
not_made (GError **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The bundle could not be made in this folder"));
  return FALSE;
}

gboolean
cut_zip_writer_write (CutPackage        *package,
                      const char        *folder,
                      const char        *path,
                      GCancellable      *cancellable,
                      CutBundleProgress  progress,
                      gpointer           progress_data,
                      GError           **error)
{
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_EXCL, &code);

  if (zip == NULL)
    return not_made (error);
  return fill_zip (zip, package, folder, cancellable, progress, progress_data, error);
}

/* What is sent on as it is written. The library goes back to the head of each entry when it knows its sum, and nowhere else: so there is never more
 * than one entry that waits. */
typedef struct
{
  int fd;
  GByteArray *waiting;
  guint64 base; /* where in the ZIP that begins */
  guint64 at;   /* where is written next */
  zip_error_t error;
} Sink;

static gboolean
send_on (Sink *self)
{
  gsize sent = 0;

  while (sent < self->waiting->len)
    {
      /* Who receives may be gone; nobody is to be ended by that. */
      gssize n = send (self->fd, self->waiting->data + sent, self->waiting->len - sent, MSG_NOSIGNAL);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          zip_error_set (&self->error, ZIP_ER_WRITE, errno);
          return FALSE;
        }
      sent += (gsize) n;
    }
  self->base += self->waiting->len;
  g_byte_array_set_size (self->waiting, 0);
  return TRUE;
}

static zip_int64_t
sink_write (Sink        *self,
            const void  *data,
            zip_uint64_t length)
{
  gsize place = (gsize) (self->at - self->base);

  if (place + length > G_MAXUINT32)
    {
      zip_error_set (&self->error, ZIP_ER_WRITE, EFBIG);
      return -1;
    }
  if (place + length > self->waiting->len)
    g_byte_array_set_size (self->waiting, (guint) (place + length));
  if (length > 0)
    memcpy (self->waiting->data + place, data, length);
  self->at += length;
  return (zip_int64_t) length;
}

static zip_int64_t
sink_seek (Sink         *self,
           void         *data,
           zip_uint64_t  length)
{
  guint64 end = self->base + self->waiting->len;
  zip_int64_t to = zip_source_seek_compute_offset (self->at, end, data, length, &self->error);
  gboolean back_again = self->at < end && to >= 0 && (guint64) to == end;

  if (to >= 0 && (guint64) to < self->base)
    zip_error_set (&self->error, ZIP_ER_SEEK, EINVAL);
  if (to < 0 || (guint64) to < self->base || (back_again && !send_on (self)))
    return -1;
  self->at = (guint64) to;
  return 0;
}

static zip_int64_t
sink_cb (void            *state,
         void            *data,
         zip_uint64_t     length,
         zip_source_cmd_t command)
{
  Sink *self = state;

  /* The library's list of commands is open: the rest is answered alike. What is said to be readable is empty. */
  if (command == ZIP_SOURCE_WRITE)
    return sink_write (self, data, length);
  if (command == ZIP_SOURCE_SEEK_WRITE)
    return sink_seek (self, data, length);
  if (command == ZIP_SOURCE_TELL_WRITE)
    return (zip_int64_t) self->at;
  if (command == ZIP_SOURCE_COMMIT_WRITE)
    return send_on (self) ? 0 : -1;
  if (command == ZIP_SOURCE_STAT)
    zip_stat_init (data);
  if (command == ZIP_SOURCE_STAT)
    return sizeof (zip_stat_t);
  if (command == ZIP_SOURCE_ERROR)
    return zip_error_to_data (&self->error, data, length);
  if (command == ZIP_SOURCE_SUPPORTS)
    return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                           ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
                                           ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE,
                                           ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
  return 0;
}

gboolean
cut_zip_writer_send (CutPackage        *package,
                     const char        *folder,
                     int                fd,
                     GCancellable      *cancellable,
                     CutBundleProgress  progress,
                     gpointer           progress_data,
                     GError           **error)
{
  g_autoptr (GByteArray) waiting = g_byte_array_new ();
  Sink sink = { fd, waiting, 0, 0, { 0 } };
  zip_source_t *source;
  zip_t *zip;

  zip_error_init (&sink.error);
  source = zip_source_function_create (sink_cb, &sink, NULL);
  zip = source != NULL ? zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
  if (zip == NULL)
    {
      zip_source_free (source);
      return not_made (error);
    }
  return fill_zip (zip, package, folder, cancellable, progress, progress_data, error);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cut-bundle.h"
#include "cut-error.h"
#include "cut-evidence-files.h"
#include "cut-exchange.h"
#include "cut-lines.h"
#include "cut-manifest.h"
#include "cut-needles.h"
#include "cut-package.h"
#include "cut-pages.h"
#include "cut-words.h"
#include "cut-zip-writer.h"

/* The parts of the work, as shares of the whole. */
#define SHARE_MADE 0.2
#define SHARE_HASHED 0.6

typedef struct
{
  CutPackage *package;
  CutNeedles *needles;
  GCancellable *cancellable;
  CutBundleProgress progress;
  gpointer progress_data;
  double reached;
} Writing;

static void
report (Writing *writing,
        double   fraction)
{
  if (writing->progress != NULL && fraction > writing->reached)
    writing->progress (writing->reached = fraction, writing->progress_data);
}

static void
zip_progress (double   fraction,
              gpointer data)
{
  report (data, SHARE_HASHED + fraction * (1 - SHARE_HASHED));
}

/* The folder's name: the title in plain letters, so that it unpacks anywhere. */
static char *
make_folder_name (const CutBundleContent *content)
{
  const char *title = content->title != NULL ? content->title : "";
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && name->len < 60; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (name, g_ascii_tolower (*at));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_strdup (name->len > 0 ? name->str : "cuttings");
}

static gboolean
hash_entry (Writing  *writing,
            CutEntry       *entry,
            GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_set_error_if_cancelled (writing->cancellable, error))
    return FALSE;
  bytes = cut_package_load (writing->package, entry, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", entry->name);
      return FALSE;
    }
  cut_package_hash (entry, bytes);
  return cut_needles_check (writing->needles, entry, bytes, error);
}

/* Hashes and searches those entries that were added since the last time. */
static gboolean
hash_entries (Writing  *writing,
              GError        **error)
{
  GPtrArray *entries = writing->package->entries;

  cut_package_sort (writing->package);
  for (guint i = 0; i < entries->len; i++)
    {
      CutEntry *entry = g_ptr_array_index (entries, i);

      if (entry->sha256 == NULL && !hash_entry (writing, entry, error))
        return FALSE;
      report (writing, SHARE_MADE + (SHARE_HASHED - SHARE_MADE) * (i + 1) / entries->len);
    }
  return TRUE;
}

static char *
one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\r\n", ' ');
}

static char *
make_bag_info (CutPackage *package)
{
  CutBundleContent *content = package->content;
  g_autofree char *date = cut_time_format (cut_lines_newest (content));
  g_autofree char *title = one_line (content->title != NULL ? content->title : "");
  GString *text = g_string_new (NULL);
  guint64 bytes = 0;
  guint n = 0;

  for (guint i = 0; i < package->entries->len; i++)
    {
      const CutEntry *entry = g_ptr_array_index (package->entries, i);

      if (!g_str_has_prefix (entry->name, CUT_MANIFEST_PAYLOAD))
        continue;
      bytes += entry->size;
      n++;
    }
  g_string_append_printf (text, "Bag-Software-Agent: Cuttings %s\n", PACKAGE_VERSION);
  g_string_append_printf (text, "Bagging-Date: %.10s\n", date);
  if (content->custody_head != NULL)
    g_string_append_printf (text, "Cuttings-Custody-Head: %s\n", content->custody_head);
  g_string_append_printf (text, "External-Description: %s\n", title);
  g_string_append_printf (text, "External-Identifier: urn:uuid:%s\n", content->notebook_id);
  g_string_append_printf (text, "Payload-Oxum: %" G_GUINT64_FORMAT ".%u\n", bytes, n);
  return g_string_free (text, FALSE);
}

static gboolean
add_tag_files (Writing  *writing,
               GError        **error)
{
  CutPackage *package = writing->package;
  char *sha256, *sha512;

  cut_package_take_text (package, "bagit.txt", NULL, g_strdup (cut_manifest_declaration ()));
  cut_package_take_text (package, "bag-info.txt", NULL, make_bag_info (package));
  cut_package_take_text (package, "manifest-sha256.txt", NULL, cut_manifest_compose (package, G_CHECKSUM_SHA256, FALSE));
  cut_package_take_text (package, "manifest-sha512.txt", NULL, cut_manifest_compose (package, G_CHECKSUM_SHA512, FALSE));
  cut_pages_write_entrance (package);
  if (!hash_entries (writing, error))
    return FALSE;
  /* Both before either is added: a tag manifest names no other. */
  sha256 = cut_manifest_compose (package, G_CHECKSUM_SHA256, TRUE);
  sha512 = cut_manifest_compose (package, G_CHECKSUM_SHA512, TRUE);
  cut_package_take_text (package, "tagmanifest-sha256.txt", NULL, sha256);
  cut_package_take_text (package, "tagmanifest-sha512.txt", NULL, sha512);
  return hash_entries (writing, error);
}

static gboolean
assemble (Writing  *writing,
          GError        **error)
{
  CutPackage *package = writing->package;

  cut_lines_write (package);
  cut_package_take_text (package, "data/bundle.json", NULL, cut_lines_describe (package->content));
  cut_evidence_files_add (package);
  if (!cut_pages_write (package, writing->cancellable, error))
    return FALSE;
  cut_exchange_write (package);
  report (writing, SHARE_MADE);
  if (!hash_entries (writing, error))
    return FALSE;
  /* It lists the others with their sizes, so it comes after them. */
  cut_exchange_write_crate (package);
  return hash_entries (writing, error) && add_tag_files (writing, error);
}

/* The finished file. */

/* Asked before anything is made: libzip would only say that a temporary file failed. */
static gboolean
check_place (const char *path,
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
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The bundle could not be written to %s: %s"), path,
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

/* A name beside @path that nobody else uses. */
static char *
make_part_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *part = g_strdup_printf (".%.100s.%.8s.part", name, unique);

  return g_build_filename (folder, part, NULL);
}

static gboolean
write_file (Writing  *writing,
            const char     *path,
            char          **sha256,
            GError        **error)
{
  g_autofree char *folder = make_folder_name (writing->package->content);
  g_autofree char *part = make_part_name (path);
  gboolean good = cut_zip_writer_write (writing->package, folder, part, writing->cancellable, zip_progress,
                                        writing, error) &&
                  seal_file (part, sha256, error) &&
                  !g_cancellable_set_error_if_cancelled (writing->cancellable, error);

  if (good && g_rename (part, path) != 0)
    good = system_failed (path, error);
  if (!good)
    g_unlink (part);
  return good;
}

gboolean
cut_bundle_write (CutBundleContent   *content,
                  const char         *path,
                  GCancellable       *cancellable,
                  CutBundleProgress   progress,
                  gpointer            progress_data,
                  char              **sha256,
                  GPtrArray         **withheld,
                  GError            **error)
{
  g_autoptr (CutBundleContent) leaving = cut_bundle_protect (content);
  g_autoptr (CutPackage) package = cut_package_new (leaving);
  g_autoptr (CutNeedles) needles = cut_needles_new (content);
  Writing writing = { package, needles, cancellable, progress, progress_data, 0 };
  g_autofree char *hash = NULL;

  if (!check_place (path, error) ||
      !assemble (&writing, error) ||
      !write_file (&writing, path, &hash, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  if (withheld != NULL)
    *withheld = g_ptr_array_ref (leaving->withheld);
  return TRUE;
}

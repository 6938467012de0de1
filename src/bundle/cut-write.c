/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "cut-bag.h"
#include "cut-bundle.h"
#include "cut-evidence-files.h"
#include "cut-exchange.h"
#include "cut-lines.h"
#include "cut-manifest.h"
#include "cut-needles.h"
#include "cut-package.h"
#include "cut-pages.h"
#include "cut-pgp.h"
#include "cut-target.h"
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

static void
hash_progress (double   fraction,
               gpointer data)
{
  report (data, SHARE_MADE + (SHARE_HASHED - SHARE_MADE) * fraction);
}

/* Hashes and searches those entries that were added since the last time. */
static gboolean
hash_entries (Writing  *writing,
              GError  **error)
{
  return cut_needles_check_package (writing->needles, writing->package, writing->cancellable, hash_progress, writing, error);
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

/* In no manifest, as it is made of one: RFC 8493 leaves that open. */
static gboolean
sign (CutPackage  *package,
      const char  *manifest,
      GError     **error)
{
  const CutBundleSeal *seal = package->content->seal;
  g_autoptr (GBytes) bytes = g_bytes_new (manifest, strlen (manifest));
  g_autoptr (GBytes) signature = NULL;

  if (seal == NULL || !seal->sign)
    return TRUE;
  signature = cut_pgp_sign (bytes, seal->key, error);
  if (signature != NULL)
    cut_package_add (package, CUT_BAG_SIGNATURE, NULL, signature);
  return signature != NULL;
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
  return sign (package, sha512, error) && hash_entries (writing, error);
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

static gboolean
write_zip (const char *part,
           gpointer    data,
           GError    **error)
{
  Writing *writing = data;
  g_autofree char *folder = make_folder_name (writing->package->content);

  return cut_zip_writer_write (writing->package, folder, part, writing->cancellable, zip_progress, writing, error);
}

/* GnuPG takes the ZIP as it is made, so that it is neither on the disk nor whole in memory. */
typedef struct
{
  const CutBundleSeal *seal;
  const char *path;
  int fd;
  GCancellable *cancellable;
  GError *error;
} Sealing;

static gpointer
seal_thread (gpointer data)
{
  Sealing *self = data;

  cut_pgp_encrypt (self->fd, self->path, self->seal->recipients, self->seal->passphrase, self->cancellable, &self->error);
  close (self->fd);
  return NULL;
}

static gboolean
write_encrypted (const char *part,
                 gpointer    data,
                 GError    **error)
{
  Writing *writing = data;
  g_autofree char *folder = make_folder_name (writing->package->content);
  Sealing sealing = { writing->package->content->seal, part, -1, writing->cancellable, NULL };
  GError *failure = NULL;
  GThread *thread;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    g_error ("no pair of sockets: %s", g_strerror (errno));
  sealing.fd = ends[1];
  thread = g_thread_new ("seal", seal_thread, &sealing);
  cut_zip_writer_send (writing->package, folder, ends[0], writing->cancellable, zip_progress, writing, &failure);
  close (ends[0]);
  g_thread_join (thread);
  /* Where GnuPG gave up, that it took no more is not the reason. */
  if (sealing.error != NULL)
    g_clear_error (&failure);
  else
    sealing.error = failure;
  if (sealing.error != NULL)
    g_propagate_error (error, sealing.error);
  return sealing.error == NULL;
}

static gboolean
is_encrypted (const CutBundleContent *content)
{
  return content->seal != NULL && (content->seal->recipients != NULL || content->seal->passphrase != NULL);
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

  if (!cut_target_check (path, FALSE, error) ||
      !cut_needles_check_name (needles, path, error) ||
      !assemble (&writing, error) ||
      !cut_target_write (path, is_encrypted (content) ? write_encrypted : write_zip, &writing, cancellable, &hash, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  if (withheld != NULL)
    *withheld = g_ptr_array_ref (leaving->withheld);
  return TRUE;
}

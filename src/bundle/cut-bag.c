/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cut-archive-private.h"
#include "cut-bag-private.h"
#include "cut-error.h"
#include "cut-limits.h"

/* bundle.json is a page of text. */
#define DESCRIPTION_LIMIT (16 * 1024 * 1024)

typedef struct
{
  CutBag *bag;
  GCancellable *cancellable;
  CutBundleProgress progress;
  gpointer progress_data;
  double reached;
  guint64 n_read; /* bytes, of @n_all that manifests vouch for */
  guint64 n_all;
  GChecksum *sums[CUT_BAG_N_TYPES]; /* of the file being read */
} Reading;

/* What is found. */

void
cut_bag_note (CutBag     *self,
              const char *path,
              const char *problem)
{
  cut_archive_note (self->problems, path, problem);
}

void
cut_bag_warn (CutBag     *self,
              const char *path,
              const char *problem)
{
  if (self->warnings != NULL)
    cut_archive_note (self->warnings, path, problem);
}

void
cut_bag_lapse (CutBag     *self,
               const char *path,
               const char *problem)
{
  if (self->version >= 100)
    cut_bag_note (self, path, problem);
  else
    cut_bag_warn (self, path, problem);
}

char *
cut_bag_at_line (guint       line,
                 const char *problem)
{
  /* Translators: the number of a line, then what is wrong in it */
  return g_strdup_printf (_("line %u: %s"), line, problem);
}

static void
file_free (gpointer data)
{
  CutBagFile *file = data;

  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    g_free (file->digests[i]);
  g_free (file);
}

/* Files. */

static void
report (Reading *reading)
{
  double fraction = reading->n_all > 0 ? (double) reading->n_read / (double) reading->n_all : 1;

  if (reading->progress == NULL || (fraction < 1 && fraction < reading->reached + 0.002))
    return;
  reading->reached = fraction;
  reading->progress (MIN (fraction, 1), reading->progress_data);
}

static void
sum_cb (const guint8 *data,
        gsize         length,
        gpointer      user_data)
{
  Reading *reading = user_data;

  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    if (reading->sums[i] != NULL)
      g_checksum_update (reading->sums[i], data, (gssize) length);
  reading->n_read += length;
  report (reading);
}

static void
compare_sums (Reading          *reading,
              const CutMember  *member,
              const CutBagFile *file)
{
  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    if (reading->sums[i] != NULL && !g_str_equal (g_checksum_get_string (reading->sums[i]), file->digests[i]))
      {
        cut_bag_note (reading->bag, member->path, _("its bytes have changed: the hash is another"));
        return;
      }
}

static gboolean
check_hashes (Reading           *reading,
              const CutMember   *member,
              const CutBagFile  *file,
              GError           **error)
{
  g_autoptr (GError) local = NULL;
  gboolean good;

  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    if (file->digests[i] != NULL)
      reading->sums[i] = g_checksum_new ((GChecksumType) i);
  good = cut_archive_scan (reading->bag->archive, member, sum_cb, reading, reading->cancellable, &local);
  if (good)
    compare_sums (reading, member, file);
  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    g_clear_pointer (&reading->sums[i], g_checksum_free);
  if (!good && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!good)
    cut_bag_note (reading->bag, member->path, _("it cannot be read whole"));
  return TRUE;
}

static gboolean
is_hashed (const CutBagFile *file)
{
  for (guint i = 0; i < CUT_BAG_N_TYPES; i++)
    if (file->digests[i] != NULL)
      return TRUE;
  return FALSE;
}

/* Before 1.0 a file of the payload could stand in one manifest alone. */
static void
check_payload_file (CutBag           *bag,
                    const CutMember  *member,
                    const CutBagFile *file)
{
  if (file == NULL || file->n_manifests == 0)
    cut_bag_note (bag, member->path, _("no manifest names it"));
  else if (bag->version >= 100 && file->n_manifests < bag->n_manifests)
    cut_bag_note (bag, member->path, _("one of the manifests does not name it"));
  else if (!is_hashed (file))
    cut_bag_note (bag, member->path, _("the manifests that name it use only hashes that Cuttings does not know"));
}

/* Others may leave tag files out; a file of ours that nobody vouches for was put there by somebody else. */
static void
check_tag_file (CutBag           *bag,
                const CutMember  *member,
                const CutBagFile *file)
{
  if (bag->ours && file == NULL && !g_str_equal (member->path, CUT_BAG_SIGNATURE) && !cut_bag_is_manifest (member->path, TRUE))
    cut_bag_note (bag, member->path, _("no manifest names it"));
}

static guint64
count_bytes (CutBag *bag)
{
  GPtrArray *members = cut_archive_get_members (bag->archive);
  guint64 n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);

      if (g_hash_table_contains (bag->files, member->path))
        n += member->size;
    }
  return n;
}

static gboolean
check_member (Reading          *reading,
              const CutMember  *member,
              GError          **error)
{
  const CutBagFile *file = g_hash_table_lookup (reading->bag->files, member->path);

  if (g_str_has_prefix (member->path, CUT_BAG_PAYLOAD))
    check_payload_file (reading->bag, member, file);
  else
    check_tag_file (reading->bag, member, file);
  return file == NULL || check_hashes (reading, member, file, error);
}

static gboolean
check_members (Reading   *reading,
               guint64   *n_files,
               guint64   *n_bytes,
               GError   **error)
{
  GPtrArray *members = cut_archive_get_members (reading->bag->archive);

  reading->n_all = count_bytes (reading->bag);
  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);

      if (member->folder)
        continue;
      if (!check_member (reading, member, error))
        return FALSE;
      if (!g_str_has_prefix (member->path, CUT_BAG_PAYLOAD))
        continue;
      *n_files += 1;
      *n_bytes += member->size;
    }
  report (reading);
  return TRUE;
}

static void
check_missing (CutBag *bag)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (bag->files), (GCompareFunc) strcmp);

  for (GList *l = paths; l != NULL; l = l->next)
    {
      const CutBagFile *file = g_hash_table_lookup (bag->files, l->data);

      if (cut_archive_find (bag->archive, l->data) == NULL)
        cut_bag_note (bag, l->data, file->fetched ? _("it is missing: it is still to be fetched") : _("it is missing"));
    }
}

/* The whole. */

/* What its archive found: names that only some systems take apart are a bundle's fault, and a warning of others. */
static void
take_findings (CutBag *bag)
{
  GPtrArray *problems = cut_archive_get_problems (bag->archive);
  GPtrArray *doubts = cut_archive_get_doubts (bag->archive);
  GPtrArray *to = bag->ours ? bag->problems : bag->warnings;

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (bag->problems, g_strdup (g_ptr_array_index (problems, i)));
  for (guint i = 0; to != NULL && i < doubts->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (doubts, i)));
}

static void
check_bundle (CutBag *bag)
{
  GPtrArray *members = cut_archive_get_members (bag->archive);
  guint64 total = 0;

  for (guint i = 0; i < members->len; i++)
    total += ((CutMember *) g_ptr_array_index (members, i))->size;
  if (total > CUT_LIMIT_BUNDLE_BYTES)
    cut_bag_note (bag, "data", _("it holds more than 8 gigabytes"));
  if (!bag->sealed)
    cut_bag_note (bag, "tagmanifest-sha512.txt", _("it is missing"));
  cut_bag_check_signature (bag);
}

/* Others have files of that name, too: ours says what it is, or lies beside records. */
gboolean
cut_bag_is_bundle (CutArchive *archive)
{
  const CutMember *member = cut_archive_find (archive, "data/bundle.json");
  g_autoptr (GBytes) bytes = member != NULL ? cut_archive_read (archive, member, DESCRIPTION_LIMIT, NULL) : NULL;
  gsize size = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return member != NULL && (cut_archive_find (archive, "data/records/claims.ndjson") != NULL ||
                            (text != NULL && g_strstr_len (text, (gssize) size, "\"cuttings-bundle\"") != NULL));
}

static gboolean
check_all (CutBag   *bag,
           Reading  *reading,
           GError  **error)
{
  guint64 n_files = 0;
  guint64 n_bytes = 0;

  take_findings (bag);
  cut_bag_check_declaration (bag);
  if (!cut_archive_has_folder (bag->archive, "data"))
    cut_bag_note (bag, "data", _("the folder is missing"));
  cut_bag_read_manifests (bag);
  cut_bag_check_fetch (bag);
  if (!check_members (reading, &n_files, &n_bytes, error))
    return FALSE;
  check_missing (bag);
  cut_bag_check_info (bag, n_files, n_bytes);
  if (bag->ours)
    check_bundle (bag);
  return TRUE;
}

gboolean
cut_bag_check (CutArchive         *archive,
               gboolean            ours,
               GPtrArray          *problems,
               GPtrArray          *warnings,
               GCancellable       *cancellable,
               CutBundleProgress   progress,
               gpointer            progress_data,
               GError            **error)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  CutBag bag = { archive, ours, problems, warnings, files, NULL, 0, 0, FALSE };
  Reading reading = { &bag, cancellable, progress, progress_data, 0, 0, 0, { NULL } };
  gboolean good = check_all (&bag, &reading, error);

  g_free (bag.encoding);
  return good;
}

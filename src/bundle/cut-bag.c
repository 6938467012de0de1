/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-bag.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-archive-private.h"
#include "cut-error.h"
#include "cut-manifest.h"

#define N_TYPES (G_CHECKSUM_SHA512 + 1)
/* Tag files are lists of names and hashes: a quarter of a gigabyte names a million files. */
#define TAG_LIMIT (256 * 1024 * 1024)

/* What the manifests say of one file. */
typedef struct
{
  char *digests[N_TYPES]; /* (nullable) */
  guint n_manifests;      /* payload manifests that name it */
} Expected;

typedef struct
{
  CutArchive *archive;
  GPtrArray *problems;
  GHashTable *expected; /* path → Expected */
  char *encoding;
  gboolean strict;      /* version 1.0: every manifest names every file */
  guint n_manifests;
  gboolean sealed;      /* there is a tag manifest */
  GCancellable *cancellable;
  CutBundleProgress progress;
  gpointer progress_data;
} Bag;

static void
note (Bag        *bag,
      const char *path,
      const char *problem)
{
  cut_archive_note (bag->problems, path, problem);
}

static void
expected_free (gpointer data)
{
  Expected *expected = data;

  for (guint i = 0; i < N_TYPES; i++)
    g_free (expected->digests[i]);
  g_free (expected);
}

/* A tag file's text in UTF-8, or NULL (noted). */
static char *
read_tag_file (Bag             *bag,
               const CutMember *member,
               const char      *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cut_archive_read (bag->archive, member, TAG_LIMIT, &error);
  g_autofree char *text = NULL;
  gsize written = 0;

  if (bytes == NULL)
    {
      note (bag, member->path, error->message);
      return NULL;
    }
  if (g_bytes_get_size (bytes) == 0)
    return g_strdup ("");
  text = g_convert (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "UTF-8", encoding, NULL,
                    &written, NULL);
  if (text == NULL || strlen (text) != written || !g_utf8_validate (text, -1, NULL))
    {
      note (bag, member->path, _("it is not in the character encoding the bag declares"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* The declaration. */

static gboolean
is_known_version (const char *version)
{
  static const char *const versions[] = { "0.93", "0.94", "0.95", "0.96", "0.97", "1.0", NULL };

  return version != NULL && g_strv_contains (versions, version);
}

static gboolean
has_two_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      n++;
  return n == 2;
}

static void
check_declaration (Bag *bag)
{
  const CutMember *member = cut_archive_find (bag->archive, "bagit.txt");
  g_autofree char *text = member != NULL ? read_tag_file (bag, member, "UTF-8") : NULL;
  g_autofree char *version = NULL;

  if (member == NULL)
    note (bag, "bagit.txt", _("it is missing: this is no bag"));
  if (text == NULL)
    return;
  version = cut_manifest_get_label (text, "BagIt-Version");
  bag->encoding = cut_manifest_get_label (text, "Tag-File-Character-Encoding");
  if (g_str_has_prefix (text, "\357\273\277") || !has_two_lines (text) ||
      !g_str_has_prefix (text, "BagIt-Version:"))
    note (bag, "bagit.txt", _("it must be two lines: the version and the character encoding"));
  if (!is_known_version (version))
    note (bag, "bagit.txt", _("it declares no version of BagIt that exists"));
  if (bag->encoding == NULL || *bag->encoding == '\0')
    note (bag, "bagit.txt", _("it does not declare the character encoding"));
  bag->strict = g_strcmp0 (version, "1.0") == 0;
}

/* Manifests. */

static void
expect (Bag           *bag,
        const char    *manifest,
        GChecksumType  type,
        gboolean       tags,
        const char    *path,
        const char    *digest)
{
  const char *problem = cut_archive_path_problem (path);
  CutMember *member = problem == NULL ? cut_archive_find (bag->archive, path) : NULL;
  const char *key = member != NULL ? member->path : path;
  Expected *expected = g_hash_table_lookup (bag->expected, key);

  if (problem == NULL && g_str_has_prefix (path, CUT_MANIFEST_PAYLOAD) == tags)
    problem = tags ? _("a tag manifest names a file of the payload") : _("a manifest names a file outside data/");
  if (problem != NULL)
    {
      g_autofree char *line = g_strdup_printf ("%s (%s)", problem, manifest);

      note (bag, path, line);
      return;
    }
  if (expected == NULL)
    {
      expected = g_new0 (Expected, 1);
      g_hash_table_insert (bag->expected, g_strdup (key), expected);
    }
  if (expected->digests[type] != NULL && !g_str_equal (expected->digests[type], digest))
    note (bag, path, _("one manifest gives it two hashes"));
  else if (expected->digests[type] == NULL && !tags)
    expected->n_manifests++;
  g_free (expected->digests[type]);
  expected->digests[type] = g_strdup (digest);
}

static void
read_manifest (Bag             *bag,
               const CutMember *member,
               GChecksumType    type,
               gboolean         tags)
{
  g_autofree char *text = read_tag_file (bag, member, bag->encoding != NULL ? bag->encoding : "UTF-8");
  const char *at = text;
  char *path, *digest;
  const char *problem;

  if (tags)
    bag->sealed = TRUE;
  else
    bag->n_manifests++;
  while (text != NULL && cut_manifest_parse (&at, &path, &digest, &problem))
    {
      if (problem != NULL)
        note (bag, member->path, problem);
      else if (strlen (digest) != (gsize) g_checksum_type_get_length (type) * 2)
        note (bag, member->path, _("a hash has the wrong length"));
      else
        expect (bag, member->path, type, tags, path, digest);
      g_free (path);
      g_free (digest);
    }
}

static void
read_manifests (Bag *bag)
{
  GPtrArray *members = cut_archive_get_members (bag->archive);
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);
      GChecksumType type = G_CHECKSUM_MD5;
      gboolean tags, known;

      if (member->folder || !cut_manifest_algorithm (member->path, &type, &tags, &known))
        continue;
      any |= !tags;
      if (known)
        read_manifest (bag, member, type, tags);
    }
  if (!any)
    note (bag, "manifest-sha512.txt", _("there is no manifest: nothing can be checked"));
  else if (bag->n_manifests == 0)
    note (bag, "manifest-sha512.txt", _("the manifests use only hashes that Cuttings does not know"));
}

/* Files. */

typedef struct
{
  GChecksum *sums[N_TYPES];
} Sums;

static void
sum_cb (const guint8 *data,
        gsize         length,
        gpointer      user_data)
{
  Sums *sums = user_data;

  for (guint i = 0; i < N_TYPES; i++)
    if (sums->sums[i] != NULL)
      g_checksum_update (sums->sums[i], data, (gssize) length);
}

static void
compare_sums (Bag             *bag,
              const CutMember *member,
              const Expected  *expected,
              Sums            *sums)
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      if (sums->sums[i] == NULL)
        continue;
      if (!g_str_equal (g_checksum_get_string (sums->sums[i]), expected->digests[i]))
        {
          note (bag, member->path, _("its bytes have changed: the hash is another"));
          return;
        }
    }
}

static gboolean
check_hashes (Bag             *bag,
              const CutMember *member,
              const Expected  *expected,
              GError         **error)
{
  Sums sums = { { NULL } };
  g_autoptr (GError) local = NULL;
  gboolean good;

  for (guint i = 0; i < N_TYPES; i++)
    if (expected->digests[i] != NULL)
      sums.sums[i] = g_checksum_new ((GChecksumType) i);
  good = cut_archive_scan (bag->archive, member, sum_cb, &sums, bag->cancellable, &local);
  if (good)
    compare_sums (bag, member, expected, &sums);
  else if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note (bag, member->path, _("it cannot be read whole"));
  for (guint i = 0; i < N_TYPES; i++)
    g_clear_pointer (&sums.sums[i], g_checksum_free);
  if (!good && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static void
check_listed (Bag             *bag,
              const CutMember *member,
              const Expected  *expected,
              gboolean         ours)
{
  GChecksumType type;
  gboolean tags, known;

  if (g_str_has_prefix (member->path, CUT_MANIFEST_PAYLOAD))
    {
      guint n = expected != NULL ? expected->n_manifests : 0;

      if (n == 0)
        note (bag, member->path, _("no manifest names it"));
      else if (bag->strict && n < bag->n_manifests)
        note (bag, member->path, _("one of the manifests does not name it"));
      return;
    }
  /* Others may leave tag files out; a file of ours that nobody vouches for was put there by somebody else. */
  if (!ours || expected != NULL || g_str_equal (member->path, "signature.asc"))
    return;
  if (!cut_manifest_algorithm (member->path, &type, &tags, &known) || !tags)
    note (bag, member->path, _("no manifest names it"));
}

static gboolean
check_members (Bag      *bag,
               guint64  *n_files,
               guint64  *n_bytes,
               GError  **error)
{
  GPtrArray *members = cut_archive_get_members (bag->archive);
  gboolean ours = cut_bag_is_bundle (bag->archive);

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);
      const Expected *expected = g_hash_table_lookup (bag->expected, member->path);

      if (member->folder)
        continue;
      if (g_str_has_prefix (member->path, CUT_MANIFEST_PAYLOAD))
        {
          *n_files += 1;
          *n_bytes += member->size;
        }
      check_listed (bag, member, expected, ours);
      if (expected != NULL && !check_hashes (bag, member, expected, error))
        return FALSE;
      if (bag->progress != NULL)
        bag->progress ((i + 1.0) / members->len, bag->progress_data);
    }
  return TRUE;
}

static void
check_missing (Bag *bag)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (bag->expected), (GCompareFunc) strcmp);

  for (GList *l = paths; l != NULL; l = l->next)
    if (cut_archive_find (bag->archive, l->data) == NULL)
      note (bag, l->data, _("it is missing"));
}

/* The rest. */

static void
check_oxum (Bag     *bag,
            guint64  n_files,
            guint64  n_bytes)
{
  const CutMember *member = cut_archive_find (bag->archive, "bag-info.txt");
  g_autofree char *text = member != NULL ? read_tag_file (bag, member, bag->encoding != NULL ? bag->encoding : "UTF-8")
                                         : NULL;
  g_autofree char *oxum = text != NULL ? cut_manifest_get_label (text, "Payload-Oxum") : NULL;
  g_autofree char *actual = g_strdup_printf ("%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT, n_bytes, n_files);

  if (oxum != NULL && !g_str_equal (oxum, actual))
    note (bag, "bag-info.txt", _("Payload-Oxum does not fit the number and size of the files"));
}

/* Files that a bag leaves to be fetched are missing from it: a complete bag has none such. */
static void
check_fetch (Bag *bag)
{
  const CutMember *member = cut_archive_find (bag->archive, "fetch.txt");
  g_autofree char *text = member != NULL ? read_tag_file (bag, member, bag->encoding != NULL ? bag->encoding : "UTF-8")
                                         : NULL;
  g_auto (GStrv) lines = text != NULL ? g_strsplit_set (text, "\r\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (g_strstrip (lines[i]), " \t", 3);

      if (*lines[i] == '\0')
        continue;
      if (g_strv_length (parts) != 3)
        note (bag, "fetch.txt", _("a line is not “address length path”"));
      else if (cut_archive_path_problem (g_strstrip (parts[2])) != NULL)
        note (bag, parts[2], cut_archive_path_problem (parts[2]));
      else if (!g_hash_table_contains (bag->expected, parts[2]))
        note (bag, parts[2], _("it is to be fetched, but no manifest names it"));
    }
}

static gboolean
has_payload_folder (CutArchive *archive)
{
  GPtrArray *members = cut_archive_get_members (archive);

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);

      if (g_str_has_prefix (member->path, CUT_MANIFEST_PAYLOAD) ||
          (member->folder && g_str_equal (member->path, "data")))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_bag_is_bundle (CutArchive *archive)
{
  return cut_archive_find (archive, "data/bundle.json") != NULL;
}

gboolean
cut_bag_check (CutArchive         *archive,
               GPtrArray          *problems,
               GCancellable       *cancellable,
               CutBundleProgress   progress,
               gpointer            progress_data,
               GError            **error)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, expected_free);
  GPtrArray *known = cut_archive_get_problems (archive);
  Bag bag = { archive, problems, expected };
  guint64 n_files = 0;
  guint64 n_bytes = 0;
  gboolean good;

  bag.cancellable = cancellable;
  bag.progress = progress;
  bag.progress_data = progress_data;
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (problems, g_strdup (g_ptr_array_index (known, i)));
  check_declaration (&bag);
  if (!has_payload_folder (archive))
    note (&bag, "data", _("the folder is missing"));
  read_manifests (&bag);
  good = check_members (&bag, &n_files, &n_bytes, error);
  if (good)
    {
      check_missing (&bag);
      check_oxum (&bag, n_files, n_bytes);
      check_fetch (&bag);
      if (cut_bag_is_bundle (archive) && !bag.sealed)
        note (&bag, "tagmanifest-sha512.txt", _("it is missing"));
    }
  g_free (bag.encoding);
  return good;
}

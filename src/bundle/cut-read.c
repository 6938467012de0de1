/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag.h"
#include "cut-bundle.h"
#include "cut-capture.h"
#include "cut-error.h"
#include "cut-limits.h"
#include "cut-lines.h"
#include "cut-problem.h"
#include "cut-read-private.h"
#include "cut-sha256.h"
#include "cut-unpack.h"

/* Records and texts are read whole: a gigabyte of them is more than any notebook has. */
#define RECORDS_LIMIT (1024LL * 1024 * 1024)
#define EVIDENCE_LIMIT (512LL * 1024 * 1024)

/* Where the blobs of a bundle are. */
typedef struct
{
  CutArchive *archive;
  GHashTable *paths;    /* SHA-256 → path of the file with those bytes */
  GHashTable *evidence; /* SHA-256 of a body → path of the evidence it is in */
} Blobs;

static void
blobs_free (gpointer data)
{
  Blobs *blobs = data;

  g_clear_pointer (&blobs->archive, cut_archive_free);
  g_hash_table_unref (blobs->paths);
  g_hash_table_unref (blobs->evidence);
  g_free (blobs);
}

static GBytes *
read_blob (const char  *sha256,
           gpointer     data,
           GError     **error)
{
  Blobs *blobs = data;
  const char *path = g_hash_table_lookup (blobs->paths, sha256);
  const char *warc = g_hash_table_lookup (blobs->evidence, sha256);
  const CutMember *member = path != NULL || warc != NULL ? cut_archive_find (blobs->archive, path != NULL ? path : warc)
                                                         : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (member == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The bundle does not hold the bytes with the hash %.64s"),
                   sha256);
      return NULL;
    }
  bytes = cut_archive_read (blobs->archive, member, EVIDENCE_LIMIT, error);
  if (bytes == NULL || path != NULL)
    return g_steal_pointer (&bytes);
  return cut_unpack_body (bytes, sha256, error);
}

static void
index_capture (Blobs     *blobs,
               CutRecord *record)
{
  CutCapture *capture = CUT_CAPTURE (record);
  const char *warc = cut_capture_get_warc_sha256 (capture);
  const char *body = cut_capture_get_sha256 (capture);

  if (warc != NULL)
    {
      char *path = g_strdup_printf ("data/evidence/%s.warc.gz", cut_record_get_id (record));

      g_hash_table_replace (blobs->paths, g_strdup (warc), path);
      g_hash_table_replace (blobs->evidence, g_strdup (body), g_strdup (path));
    }
  else
    g_hash_table_replace (blobs->paths, g_strdup (body),
                          g_strdup_printf ("data/evidence/%s.bin", cut_record_get_id (record)));
}

static void
index_image (Blobs           *blobs,
             const CutMember *member)
{
  const char *name = member->path + strlen ("data/images/");
  const char *dot = strchr (name, '.');

  if (dot != NULL && dot - name == 64)
    g_hash_table_replace (blobs->paths, g_strndup (name, 64), g_strdup (member->path));
}

/* Takes @archive. */
static void
give_blobs (CutBundleContent *content,
            CutArchive       *archive)
{
  GPtrArray *members = cut_archive_get_members (archive);
  GPtrArray *captures = content->records[CUT_KIND_CAPTURE];
  Blobs *blobs = g_new0 (Blobs, 1);

  blobs->archive = archive;
  blobs->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  blobs->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < captures->len; i++)
    index_capture (blobs, g_ptr_array_index (captures, i));
  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);

      if (!member->folder && g_str_has_prefix (member->path, "data/images/"))
        index_image (blobs, member);
    }
  cut_bundle_content_set_blobs (content, read_blob, blobs, blobs_free);
}

static GBytes *
read_file (CutArchive  *archive,
           const char  *path,
           GError     **error)
{
  const CutMember *member = cut_archive_find (archive, path);

  if (member == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s: %s", path, _("it is missing"));
      return NULL;
    }
  return cut_archive_read (archive, member, RECORDS_LIMIT, error);
}

static gboolean
read_records (CutBundleContent  *content,
              CutArchive        *archive,
              GError           **error)
{
  for (int kind = CUT_KIND_NONE; kind < CUT_N_KINDS; kind++)
    {
      g_autofree char *path = kind == CUT_KIND_NONE ? g_strdup (CUT_LINES_TOMBSTONES) : cut_lines_path ((CutKind) kind);
      g_autoptr (GBytes) bytes = read_file (archive, path, error);

      if (bytes == NULL || !cut_lines_read (content, (CutKind) kind, path, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_text (CutBundleContent  *content,
           CutArchive        *archive,
           CutRecord         *record,
           GError           **error)
{
  CutCapture *capture = CUT_CAPTURE (record);
  const char *id = cut_record_get_id (record);
  g_autofree char *path = g_strdup_printf ("data/text/%s.txt", id);
  g_autofree char *table_path = g_strdup_printf ("data/text/%s.blocks.json", id);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) table = NULL;
  g_autofree char *hash = NULL;

  if (cut_capture_get_text_sha256 (capture) == NULL && cut_archive_find (archive, path) == NULL)
    return TRUE;
  text = read_file (archive, path, error);
  table = text != NULL ? read_file (archive, table_path, error) : NULL;
  if (table == NULL)
    return FALSE;
  hash = cut_sha256_of_bytes (text);
  if (cut_capture_get_text_sha256 (capture) != NULL && !g_str_equal (hash, cut_capture_get_text_sha256 (capture)))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s: %s", path, _("it is not the text its capture names"));
      return FALSE;
    }
  return cut_lines_read_text (content, id, text, table, error);
}

CutBundleContent *
cut_read_content (CutArchive    *archive,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (CutBundleContent) content = cut_bundle_content_new ();
  g_autoptr (GBytes) description = read_file (archive, "data/bundle.json", error);
  GPtrArray *captures = content->records[CUT_KIND_CAPTURE];

  if (description == NULL || !cut_lines_read_description (content, description, error) ||
      !read_records (content, archive, error))
    return NULL;
  for (guint i = 0; i < captures->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !read_text (content, archive, g_ptr_array_index (captures, i), error))
      return NULL;
  return cut_read_check_references (content, error) ? g_steal_pointer (&content) : NULL;
}

/* The first few faults, for a message. */
static void
refuse (GPtrArray  *problems,
        const char *path,
        GError    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < MIN (problems->len, 3); i++)
    {
      g_autofree char *line = cut_problem_to_line (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", line);
    }
  if (problems->len > 3)
    g_string_append (text, "; …");
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT,
               /* Translators: a file name, then what is wrong with files in it */
               _("“%s” is not sound, nothing was changed: %s"), name, text->str);
}

CutBundleContent *
cut_bundle_read (const char         *path,
                 GCancellable       *cancellable,
                 CutBundleProgress   progress,
                 gpointer            progress_data,
                 GError            **error)
{
  g_autoptr (CutArchive) archive = cut_archive_open (path, cancellable, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  CutBundleContent *content;

  if (archive == NULL || !cut_bag_check (archive, TRUE, problems, NULL, cancellable, progress, progress_data, error))
    return NULL;
  if (problems->len > 0)
    {
      refuse (problems, path, error);
      return NULL;
    }
  content = cut_read_content (archive, cancellable, error);
  if (content != NULL)
    give_blobs (content, g_steal_pointer (&archive));
  return content;
}

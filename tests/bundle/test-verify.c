/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "cut-archive.h"
#include "cut-bundle-sample.h"
#include "cut-error.h"
#include "cut-manifest.h"
#include "cut-problem.h"

/* A ZIP made entry by entry, as a stranger could. */

typedef struct
{
  zip_t *zip;
  char *path;
} Forge;

static Forge
forge_open (CutSample *sample)
{
  Forge forge = { NULL, cut_sample_path (sample, "forged.zip") };

  g_unlink (forge.path);
  forge.zip = zip_open (forge.path, ZIP_CREATE, NULL);
  g_assert_nonnull (forge.zip);
  return forge;
}

static gint64
forge_add (Forge      *forge,
           const char *name,
           const char *text)
{
  zip_source_t *source = zip_source_buffer (forge->zip, g_strdup (text), strlen (text), 1);
  gint64 index = zip_file_add (forge->zip, name, source, ZIP_FL_ENC_UTF_8);

  g_assert_cmpint (index, >=, 0);
  return index;
}

static GPtrArray *
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = cut_bundle_verify (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = problems->pdata[i];

      problems->pdata[i] = cut_problem_to_line (problem);
      g_test_message ("%s", (const char *) problems->pdata[i]);
    }
  return problems;
}

static void
assert_problem (const char *path,
                const char *part)
{
  g_autoptr (GPtrArray) problems = verify (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), part) != NULL)
      {
        g_assert_null (cut_bundle_read (path, NULL, NULL, NULL, &error));
        g_assert_nonnull (error);
        return;
      }
  g_error ("no problem with “%s”", part);
}

static void
forge_close (Forge      *forge,
             const char *part)
{
  g_assert_cmpint (zip_close (forge->zip), ==, 0);
  assert_problem (forge->path, part);
  g_free (forge->path);
}

static void
test_sound (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autoptr (GPtrArray) problems = verify (path);

  g_assert_cmpuint (problems->len, ==, 0);
  cut_sample_free (sample);
}

static void
test_names (void)
{
  static const char *const names[] = {
    "/etc/x", "../x", "a/../../x", "a//b", "./a", "~root/x", "C:x", "a\\b", "con", "nul.txt", "a/COM1.log", "dot.", "space ",
    "q?", "pipe|", "a\tb",
  };
  char endless[2000] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (cut_archive_path_problem (names[i]));
  g_assert_nonnull (cut_archive_path_problem ("\377"));
  memset (endless, 'a', sizeof endless - 1);
  g_assert_nonnull (cut_archive_path_problem (endless));
  g_assert_null (cut_archive_path_problem ("data/Ærø/a b-c_d.x"));
  g_assert_null (cut_archive_path_problem ("data/console.txt"));
  g_assert_null (cut_archive_path_problem ("data/line\nbreak"));
}

static void
test_zip_slip (void)
{
  CutSample *sample = cut_sample_new ();
  Forge forge = forge_open (sample);

  forge_add (&forge, "a/bagit.txt", cut_manifest_declaration ());
  forge_add (&forge, "a/../../evil.txt", "x");
  forge_close (&forge, "evil.txt");
  cut_sample_free (sample);
}

static void
test_absolute (void)
{
  CutSample *sample = cut_sample_new ();
  Forge forge = forge_open (sample);

  forge_add (&forge, "/etc/evil.txt", "x");
  forge_close (&forge, "evil.txt");
  cut_sample_free (sample);
}

static void
test_colliding (void)
{
  CutSample *sample = cut_sample_new ();
  Forge forge = forge_open (sample);

  forge_add (&forge, "a/bagit.txt", cut_manifest_declaration ());
  forge_add (&forge, "a/data/Report.txt", "x");
  forge_add (&forge, "a/data/report.TXT", "y");
  forge_add (&forge, "a/data/bundle.json", "{\"format\":\"cuttings-bundle\"}");
  forge_close (&forge, "only by its case");
  cut_sample_free (sample);
}

static void
stop (double   fraction,
      gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_bundle_verify (path, NULL, cancellable, stop, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cut_sample_free (sample);
}

static void
test_link_in_zip (void)
{
  CutSample *sample = cut_sample_new ();
  Forge forge = forge_open (sample);
  gint64 index = forge_add (&forge, "a/data/link", "/etc/passwd");

  zip_file_set_external_attributes (forge.zip, (guint64) index, 0, ZIP_OPSYS_UNIX, (guint32) (S_IFLNK | 0777) << 16);
  forge_close (&forge, "link");
  cut_sample_free (sample);
}

static void
test_bomb (void)
{
  CutSample *sample = cut_sample_new ();
  Forge forge = forge_open (sample);
  g_autofree char *zeros = g_strnfill (1024 * 1024, '0');
  g_autofree char *bytes = NULL;
  gsize length;
  char *entry;
  guint32 size = GUINT32_TO_LE (0x7fffffff);

  zip_set_file_compression (forge.zip, (guint64) forge_add (&forge, "a/data/zeros", zeros), ZIP_CM_DEFLATE, 9);
  g_assert_cmpint (zip_close (forge.zip), ==, 0);
  /* The directory claims a size that no deflate reaches. */
  g_assert_true (g_file_get_contents (forge.path, &bytes, &length, NULL));
  entry = cut_sample_search (bytes, length, "PK\001\002");
  g_assert_nonnull (entry);
  memcpy (entry + 24, &size, 4);
  g_assert_true (g_file_set_contents (forge.path, bytes, (gssize) length, NULL));
  assert_problem (forge.path, "packed more tightly");
  g_free (forge.path);
  cut_sample_free (sample);
}

static void
test_truncated (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = length - 1; cut > 1000; cut = cut * 2 / 3)
    {
      g_autoptr (GPtrArray) problems = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      problems = verify (path);
      g_assert_cmpuint (problems->len, >, 0);
    }
  cut_sample_free (sample);
}

/* Every single byte counts: flipped anywhere, it is found. */
static void
test_flipped (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autofree char *bytes = NULL;
  gsize length;
  char *payload;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  payload = cut_sample_search (bytes, length, "Harbour Gazette");
  g_assert_nonnull (payload);
  *payload = 'B';
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  assert_problem (path, "data/");
  cut_sample_free (sample);
}

/* A bundle unpacked, to be tampered with. */

static char *
unpack (CutSample *sample)
{
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  char *folder = cut_sample_path (sample, "bag");
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);

  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      const char *name = strchr (zip_get_name (zip, (zip_uint64_t) i, 0), '/') + 1;
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (file);
      zip_file_t *entry = zip_fopen_index (zip, (zip_uint64_t) i, 0);
      zip_stat_t stat;
      g_autofree char *data = NULL;

      zip_stat_index (zip, (zip_uint64_t) i, 0, &stat);
      data = g_malloc (stat.size + 1);
      g_assert_cmpint (zip_fread (entry, data, stat.size), ==, (gint64) stat.size);
      zip_fclose (entry);
      g_mkdir_with_parents (parent, 0700);
      g_assert_true (g_file_set_contents (file, data, (gssize) stat.size, NULL));
    }
  zip_discard (zip);
  return folder;
}

static void
put_file (const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_folder (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *folder = unpack (sample);
  g_autoptr (GPtrArray) problems = verify (folder);
  g_autofree char *missing = g_build_filename (folder, "data", "records", "tags.ndjson", NULL);
  g_autofree char *link = g_build_filename (folder, "data", "link", NULL);
  g_autofree char *pipe = g_build_filename (folder, "data", "pipe", NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  put_file (folder, "data/extra.txt", "x");
  assert_problem (folder, "data/extra.txt: no manifest names it");
  put_file (folder, "evil.html", "x");
  assert_problem (folder, "evil.html: no manifest names it");
  g_assert_cmpint (g_unlink (missing), ==, 0);
  assert_problem (folder, "data/records/tags.ndjson: it is missing");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  assert_problem (folder, "data/link: it is a link");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_problem (folder, "data/pipe: it is no plain file");
  cut_sample_free (sample);
}

static void
add_lines (GString    *manifest,
           const char *folder,
           const char *path)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  const char *name;
  gsize length;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_strconcat (path, "/", name, NULL);

      add_lines (manifest, folder, child);
    }
  if (dir != NULL)
    return;
  g_assert_true (g_file_get_contents (full, &text, &length, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) text, length);
  g_string_append_printf (manifest, "%s  %s\n", sum, path);
}

static void
add_sum (GString    *manifest,
         const char *name,
         const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_string_append_printf (manifest, "%s  %s\n", sum, name);
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Changes a file and makes the manifests fit again: only the content is at fault. */
static void
assert_content_refused (const char *name,
                        const char *text,
                        const char *part)
{
  static const char *const others[] = { "manifest-sha512.txt", "tagmanifest-sha512.txt", "bag-info.txt", "index.html" };
  CutSample *sample = cut_sample_new ();
  g_autofree char *folder = unpack (sample);
  g_autoptr (GString) manifest = g_string_new (NULL);
  g_autoptr (GString) tags = g_string_new (NULL);

  put_file (folder, name, text);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    remove_file (folder, others[i]);
  add_lines (manifest, folder, "data");
  put_file (folder, "manifest-sha256.txt", manifest->str);
  add_sum (tags, "bagit.txt", cut_manifest_declaration ());
  add_sum (tags, "manifest-sha256.txt", manifest->str);
  put_file (folder, "tagmanifest-sha256.txt", tags->str);
  assert_problem (folder, part);
  cut_sample_free (sample);
}

static void
test_content (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "[");
  assert_content_refused ("data/records/claims.ndjson", "{\"id\":1}\n", "data/records/claims.ndjson:1");
  assert_content_refused ("data/records/claims.ndjson", "\nx", "data/records/claims.ndjson:1");
  assert_content_refused ("data/records/claims.ndjson", deep->str, "data/records/claims.ndjson:1");
  assert_content_refused ("data/records/claims.ndjson", "\377\376", "claims.ndjson: it is not UTF-8");
  assert_content_refused ("data/records/tags.ndjson",
                          "{\"id\":\"urn:uuid:01673f00-0000-7000-8000-000000000003\",\"label\":\"forged\",\"rev\":\"00\"}\n",
                          "data/records/tags.ndjson:1");
  assert_content_refused ("data/records/tombstones.ndjson", "{}\n", "data/records/tombstones.ndjson:1");
  assert_content_refused ("data/bundle.json", "{\"format\":\"cuttings-bundle\",\"version\":2}", "version 2");
  assert_content_refused ("data/text/01673f00-0000-7000-8000-000000000005.txt", "another text",
                          "text/01673f00-0000-7000-8000-000000000005.txt");
  assert_content_refused ("data/text/01673f00-0000-7000-8000-000000000005.blocks.json", "{\"blocks\":[{}]}", "blocks.json");
}

/* References. */

static char *
line_of (CutRecord *record)
{
  g_autofree char *line = cut_record_to_line (record, CUT_JSON_CANONICAL);

  return g_strconcat (line, "\n", NULL);
}

/* A record made to be sound in all but whom it names. */
static CutRecord *
make_tag (unsigned    n,
          const char *parent)
{
  static const char *const none[] = { NULL };
  g_autofree char *id = cut_sample_id (n);
  g_autoptr (CutRecord) tag = cut_record_new (CUT_KIND_TAG, "id", id, "created", (gint64) 1, "modified", (gint64) 1, "label", "x",
                                              "parent", parent, NULL);

  return cut_record_with_revision (tag, none);
}

static void
test_references (void)
{
  g_autofree char *nowhere = cut_sample_id (999);
  g_autofree char *clip = cut_sample_id (SAMPLE_CLIP);
  g_autofree char *first = cut_sample_id (SAMPLE_TAG);
  g_autofree char *second = cut_sample_id (990);
  g_autoptr (CutRecord) lost = make_tag (SAMPLE_TAG, nowhere);
  g_autoptr (CutRecord) wrong = make_tag (SAMPLE_TAG, clip);
  g_autoptr (CutRecord) own = make_tag (SAMPLE_TAG, first);
  g_autoptr (CutRecord) round = make_tag (SAMPLE_TAG, second);
  g_autoptr (CutRecord) back = make_tag (990, first);
  g_autofree char *lost_line = line_of (lost);
  g_autofree char *wrong_line = line_of (wrong);
  g_autofree char *own_line = line_of (own);
  g_autofree char *round_line = line_of (round);
  g_autofree char *back_line = line_of (back);
  g_autofree char *circle = g_strconcat (round_line, back_line, NULL);
  g_autofree char *twice = g_strconcat (own_line, own_line, NULL);

  assert_content_refused ("data/records/tags.ndjson", lost_line, "tags.ndjson:1: parent: it names an object that is not in the bundle");
  assert_content_refused ("data/records/tags.ndjson", wrong_line, "tags.ndjson:1: parent: it names an object of the wrong kind");
  assert_content_refused ("data/records/tags.ndjson", own_line, "tags.ndjson:1: parent: it comes back to where it began");
  assert_content_refused ("data/records/tags.ndjson", circle, "tags.ndjson:1: parent: it comes back to where it began");
  assert_content_refused ("data/records/tags.ndjson", twice, "tags.ndjson:2");
  /* Without the clip its marks have nothing to stand on. */
  assert_content_refused ("data/records/clips.ndjson", "", "it names an object that is not in the bundle");
}

/* Bags of others. */

static void
make_bag (const char *folder,
          const char *version,
          const char *manifest,
          const char *line)
{
  g_autofree char *declaration = g_strdup_printf ("BagIt-Version: %s\nTag-File-Character-Encoding: UTF-8\n", version);

  put_file (folder, "bagit.txt", declaration);
  put_file (folder, "data/hello.txt", "hello\n");
  put_file (folder, manifest, line);
}

static void
test_other_bags (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *folder = cut_sample_path (sample, "bag");
  g_autofree char *md5 = g_build_filename (folder, "manifest-md5.txt", NULL);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) newer = NULL;
  g_autoptr (GError) error = NULL;

  make_bag (folder, "0.97", "manifest-md5.txt", "B1946AC92492D2347C6235B4D2611184 *data/hello.txt\r\n");
  old = verify (folder);
  g_assert_cmpuint (old->len, ==, 0);
  g_unlink (md5);
  make_bag (folder, "1.0", "manifest-sha1.txt", "f572d396fae9206628714fb2ce00f72e94f2258f  data/hello.txt\n");
  newer = verify (folder);
  g_assert_cmpuint (newer->len, ==, 0);
  /* A bag, but none that could be imported. */
  g_assert_null (cut_bundle_read (folder, NULL, NULL, NULL, &error));
  put_file (folder, "bag-info.txt", "Payload-Oxum: 7.1\n");
  assert_problem (folder, "Payload-Oxum");
  put_file (folder, "bag-info.txt", "Payload-Oxum: 6.1\n");
  make_bag (folder, "2.0", "manifest-sha1.txt", "f572d396fae9206628714fb2ce00f72e94f2258f  data/hello.txt\n");
  assert_problem (folder, "no version of BagIt");
  make_bag (folder, "1.0", "manifest-sha1.txt", "f572d396fae9206628714fb2ce00f72e94f2258e  data/hello.txt\n");
  assert_problem (folder, "data/hello.txt: its bytes have changed");
  make_bag (folder, "1.0", "manifest-sha1.txt", "f572d396fae9206628714fb2ce00f72e94f2258f  ../hello.txt\n");
  assert_problem (folder, "climbs out");
  make_bag (folder, "1.0", "manifest-sha1.txt", "nonsense\n");
  assert_problem (folder, "hash path");
  cut_sample_free (sample);
}

static void
test_not_there (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_path (sample, "none.zip");
  g_autofree char *pipe = cut_sample_path (sample, "pipe");
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_bundle_verify (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (cut_bundle_verify (pipe, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
  cut_sample_free (sample);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/sound", test_sound);
  g_test_add_func ("/verify/names", test_names);
  g_test_add_func ("/verify/zip-slip", test_zip_slip);
  g_test_add_func ("/verify/absolute", test_absolute);
  g_test_add_func ("/verify/colliding", test_colliding);
  g_test_add_func ("/verify/cancelled", test_cancelled);
  g_test_add_func ("/verify/link-in-zip", test_link_in_zip);
  g_test_add_func ("/verify/bomb", test_bomb);
  g_test_add_func ("/verify/truncated", test_truncated);
  g_test_add_func ("/verify/flipped", test_flipped);
  g_test_add_func ("/verify/folder", test_folder);
  g_test_add_func ("/verify/content", test_content);
  g_test_add_func ("/verify/references", test_references);
  g_test_add_func ("/verify/other-bags", test_other_bags);
  g_test_add_func ("/verify/not-there", test_not_there);
  return g_test_run ();
}

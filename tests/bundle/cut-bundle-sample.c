/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bundle-sample.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "cut-block.h"
#include "cut-capture.h"

#define TIME (G_GINT64_CONSTANT (1542963600000)) /* 2018-11-23T09:00:00Z */

char *
cut_sample_id (unsigned n)
{
  return g_strdup_printf ("01673f00-0000-7000-8000-%012u", n);
}

static GBytes *
get_blob (const char  *sha256,
          gpointer     data,
          GError     **error)
{
  GBytes *bytes = g_hash_table_lookup (data, sha256);

  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no %s", sha256);
  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

char *
cut_sample_keep (CutSample  *self,
                 const void *data,
                 gssize      length)
{
  gsize size = length < 0 ? strlen (data) : (gsize) length;
  char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);

  g_hash_table_replace (self->blobs, g_strdup (sha256), g_bytes_new (data, size));
  return sha256;
}

void
cut_sample_add (CutSample *self,
                unsigned   n,
                CutRecord *record)
{
  static const char *const none[] = { NULL };
  g_autofree char *id = cut_sample_id (n);
  g_autofree char *person = cut_sample_id (SAMPLE_PERSON);
  g_autoptr (CutRecord) fixed = cut_record_with (record, "id", id, "created", TIME + n, "modified", TIME + n,
                                                 "contributor", person, NULL);
  g_autoptr (CutRecord) whole = cut_record_with_revision (fixed, none);

  cut_bundle_content_add (self->content, whole);
  g_object_unref (record);
}

static CutRecord **
slot_of (CutSample *self,
         unsigned   n)
{
  g_autofree char *id = cut_sample_id (n);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < self->content->records[kind]->len; i++)
      {
        CutRecord **slot = (CutRecord **) &g_ptr_array_index (self->content->records[kind], i);

        if (g_str_equal (cut_record_get_id (*slot), id))
          return slot;
      }
  g_assert_not_reached ();
}

CutRecord *
cut_sample_find (CutSample *self,
                 unsigned   n)
{
  return *slot_of (self, n);
}

void
cut_sample_change (CutSample  *self,
                   unsigned    n,
                   const char *name,
                   const char *text)
{
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  CutRecord **slot = slot_of (self, n);
  g_autoptr (CutRecord) changed = cut_record_with_text (*slot, name, text, &error);
  g_autoptr (CutRecord) fixed = NULL;

  g_assert_no_error (error);
  fixed = cut_record_with (changed, "modified", TIME + n, NULL);
  g_object_unref (*slot);
  *slot = cut_record_with_revision (fixed, none);
}

void
cut_sample_set_text (CutSample  *self,
                     unsigned    n,
                     const char *text)
{
  g_autofree char *id = cut_sample_id (n);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *json = NULL;
  guint at = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (lines[i], -1);
      CutBlock *block = cut_block_new (i == 0 ? CUT_BLOCK_HEADING : CUT_BLOCK_PARAGRAPH,
                                       i == 0 ? CUT_ROLE_TITLE : CUT_ROLE_BODY, at, at + length);

      block->level = i == 0;
      if (i == 1 && length > 20)
        cut_block_add_span (block, CUT_SPAN_LINK, at + 4, at + 21, "https://ferry.example/brightwater");
      g_ptr_array_add (blocks, block);
      at += length + 1;
    }
  json = cut_blocks_to_json (blocks);
  cut_bundle_content_set_text (self->content, id, text, json, NULL);
  cut_sample_change (self, n, "text_sha256", sha256);
}

GBytes *
cut_sample_warc (const char *body)
{
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autofree char *http = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s", body);
  g_autofree char *record = g_strdup_printf ("WARC/1.1\r\nWARC-Type: response\r\n"
                                             "WARC-Record-ID: <urn:uuid:01673f00-0000-7000-8000-00000000ffff>\r\n"
                                             "WARC-Date: 2018-11-23T09:00:00Z\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
                                             strlen (http), http);
  gsize size = strlen (record) + 1024;
  g_autofree char *out = g_malloc (size);
  gsize taken, made;

  g_assert_cmpint (g_converter_convert (gzip, record, strlen (record), out, size, G_CONVERTER_INPUT_AT_END, &taken,
                                        &made, NULL), ==, G_CONVERTER_FINISHED);
  return g_bytes_new (out, made);
}

static CutRecord *
with_evidence (CutSample  *self,
               CutRecord  *capture,
               const char *body)
{
  g_autoptr (GBytes) warc = cut_sample_warc (body);
  g_autofree char *warc_sha256 = cut_sample_keep (self, g_bytes_get_data (warc, NULL),
                                                  (gssize) g_bytes_get_size (warc));
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
  CutRecord *whole = cut_record_with (capture, "sha256", sha256, "bytes", (gint64) strlen (body), "warc-sha256",
                                      warc_sha256, "warc-record-id", "01673f00-0000-7000-8000-00000000ffff", NULL);

  g_object_unref (capture);
  return whole;
}

static CutSelector *
select_words (const char *text,
              const char *words)
{
  const char *at = strstr (text, words);
  guint start;

  g_assert_nonnull (at);
  start = (guint) g_utf8_pointer_to_offset (text, at);
  return cut_selector_new (start, start + (guint) g_utf8_strlen (words, -1), words, NULL, NULL);
}

static void
add_mark (CutSample  *self,
          unsigned    n,
          const char *kind,
          const char *words,
          const char *body)
{
  g_autofree char *clip = cut_sample_id (SAMPLE_CLIP);
  g_autofree char *capture = cut_sample_id (SAMPLE_CAPTURE);
  g_autofree char *tag = cut_sample_id (SAMPLE_TAG);
  g_autofree char *entity = cut_sample_id (SAMPLE_OPERATOR);
  const char *tags[] = { tag, NULL };
  const char *entities[] = { entity, NULL };
  g_autoptr (CutSelector) selector = select_words (SAMPLE_TEXT, words);

  cut_sample_add (self, n, cut_record_new (CUT_KIND_ANNOTATION, "clip", clip, "capture", capture, "kind", kind,
                                           "selectors", selector, "body", body, "colour", "yellow", "tags", tags,
                                           "entities", entities, NULL));
}

static void
add_articles (CutSample *self)
{
  static const guint8 pixel[] = { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0xff, 0xff, 0xff, 0, 0, 0,
                                  0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b };
  g_autofree char *story = cut_sample_id (SAMPLE_STORY);
  g_autofree char *clip = cut_sample_id (SAMPLE_CLIP);
  g_autofree char *rtl = cut_sample_id (SAMPLE_CLIP_RTL);
  g_autofree char *image = cut_sample_keep (self, pixel, sizeof pixel);
  g_autofree char *resources = g_strdup_printf ("[{\"bytes\":%zu,\"content_type\":\"image/gif\",\"sha256\":\"%s\","
                                                "\"url\":\"https://ferry.example/a.gif\"}]", sizeof pixel, image);
  const char *stories[] = { story, NULL };
  const char *authors[] = { "Ida Lund", NULL };
  g_autoptr (CutDate) published = cut_date_new ("2018-11-23", CUT_DATE_UNKNOWN, "json-ld", NULL);

  cut_sample_add (self, SAMPLE_CLIP, cut_record_new (CUT_KIND_CLIP, "title", "Ferry ran without inspection", "authors",
                                                     authors, "site-name", "The Brightwater Post", "url",
                                                     "https://ferry.example/story", "published", published, "language",
                                                     "en", "stories", stories, NULL));
  cut_sample_add (self, SAMPLE_CAPTURE,
                  with_evidence (self, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "url",
                                                       "https://ferry.example/story", "how", "fetcher", "status",
                                                       (gint64) 200, "content-type", "text/html", "fetched-at", TIME,
                                                       "resources", resources, "sha256", "0", NULL),
                                 "<title>Ferry ran without inspection</title>"));
  cut_sample_add (self, SAMPLE_CLIP_RTL, cut_record_new (CUT_KIND_CLIP, "title", "العبّارة", "language", "ar", "dir",
                                                         "rtl", NULL));
  cut_sample_add (self, SAMPLE_CAPTURE_RTL,
                  with_evidence (self, cut_record_new (CUT_KIND_CAPTURE, "clip", rtl, "how", "paste", "content-type",
                                                       "text/plain", "fetched-at", TIME, "sha256", "0", NULL),
                                 "العبّارة\nالسفينة أبحرت"));
}

static void
add_people (CutSample *self)
{
  g_autofree char *operator = cut_sample_id (SAMPLE_OPERATOR);
  g_autofree char *minister = cut_sample_id (SAMPLE_MINISTER);
  const char *aliases[] = { "Brightwater Lines", "BWL", NULL };

  cut_sample_add (self, SAMPLE_OPERATOR, cut_record_new (CUT_KIND_ENTITY, "schema", "Company", "name",
                                                         "Brightwater Ferries", "aliases", aliases, "country", "gb",
                                                         NULL));
  cut_sample_add (self, SAMPLE_MINISTER, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Oskar Vale",
                                                         NULL));
  cut_sample_add (self, SAMPLE_SOURCE, cut_record_new (CUT_KIND_SOURCE, "kind", "spokesperson", "label",
                                                       "Spokeswoman of the operator", "named", FALSE, "entity",
                                                       operator, NULL));
  cut_sample_add (self, SAMPLE_SOURCE_HIDDEN,
                  cut_record_new (CUT_KIND_SOURCE, "kind", "person", "label", "Mira Tannert", "named", FALSE,
                                  "sensitivity", "confidential", "contact",
                                  "mira.tannert@mail.example, +49 30 5550 1234", "code-name", "Heron", "how-known",
                                  "worked on the ferry until 2017", NULL));
  cut_sample_add (self, SAMPLE_OUTLET, cut_record_new (CUT_KIND_SOURCE, "kind", "publication", "label",
                                                       "Harbour Gazette", "named", TRUE, NULL));
  cut_sample_add (self, SAMPLE_RELATION, cut_record_new (CUT_KIND_RELATION, "schema", "Directorship", "from", minister,
                                                         "to", operator, "role", "director until 2015", NULL));
}

static void
attribute (CutSample  *self,
           unsigned    n,
           unsigned    claim,
           unsigned    mark,
           unsigned    source,
           const char *terms,
           const char *stance)
{
  g_autofree char *claim_id = cut_sample_id (claim);
  g_autofree char *mark_id = mark != 0 ? cut_sample_id (mark) : NULL;
  g_autofree char *source_id = cut_sample_id (source);
  g_autofree char *outlet = cut_sample_id (SAMPLE_OUTLET);
  const char *via[] = { outlet, NULL };
  g_autoptr (CutDate) said = cut_date_new ("2018-11-20", CUT_DATE_UNKNOWN, NULL, NULL);

  cut_sample_add (self, n, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", claim_id, "annotation", mark_id, "source",
                                           source_id, "via", via, "terms", terms, "stance", stance, "hedge",
                                           "reportedly", "condition", "only after the trial", "channel", "phone",
                                           "said-at", said, NULL));
}

static void
add_claims (CutSample *self)
{
  g_autofree char *claim = cut_sample_id (SAMPLE_CLAIM);
  g_autofree char *operator = cut_sample_id (SAMPLE_OPERATOR);
  g_autofree char *rtl_clip = cut_sample_id (SAMPLE_CLIP_RTL);
  g_autofree char *rtl = cut_sample_id (SAMPLE_CAPTURE_RTL);
  const char *entities[] = { operator, NULL };
  g_autoptr (CutSelector) selector = select_words ("العبّارة\nالسفينة أبحرت", "السفينة");

  cut_sample_add (self, SAMPLE_CLAIM, cut_record_new (CUT_KIND_CLAIM, "text",
                                                      "The ferry ran for two years without an inspection", "status",
                                                      "in-progress", "entities", entities, "note", "Ask the harbour",
                                                      NULL));
  cut_sample_add (self, SAMPLE_CLAIM_OFF, cut_record_new (CUT_KIND_CLAIM, "text", "The minister signed the waiver",
                                                          NULL));
  add_mark (self, SAMPLE_MARK, "claim", "ran for two years without an inspection", NULL);
  cut_sample_change (self, SAMPLE_MARK, "claim", claim);
  add_mark (self, SAMPLE_MARK_OVERLAP, "highlight", "without an inspection, documents show", "Which documents?");
  add_mark (self, SAMPLE_NOTE, "note", "Tuesday", "That was the *20th*.\n\nCheck the log.");
  cut_sample_add (self, SAMPLE_MARK_RTL, cut_record_new (CUT_KIND_ANNOTATION, "clip", rtl_clip, "capture", rtl, "kind",
                                                         "highlight", "selectors", selector, NULL));
  attribute (self, SAMPLE_ATTRIBUTION, SAMPLE_CLAIM, SAMPLE_MARK, SAMPLE_SOURCE, "on-record", "confirms");
  attribute (self, SAMPLE_ATTRIBUTION_HIDDEN, SAMPLE_CLAIM, 0, SAMPLE_SOURCE_HIDDEN, "anonymous", "asserts");
  attribute (self, SAMPLE_ATTRIBUTION_OFF, SAMPLE_CLAIM_OFF, 0, SAMPLE_SOURCE, "off-record", "asserts");
  cut_sample_add (self, SAMPLE_CHECK, cut_record_new (CUT_KIND_CHECK, "claim", claim, "by", "I. L.", "method",
                                                      "document", "result", "The log has no entry", NULL));
}

/* The evidence as it lies there. */
static GBytes *
get_warc (CutBundleContent  *content,
          CutRecord         *capture,
          GError           **error)
{
  if (capture == NULL)
    return g_bytes_new_static ("-", 1);
  return cut_bundle_content_get_blob (content, cut_capture_get_warc_sha256 (CUT_CAPTURE (capture)), error);
}

CutSample *
cut_sample_new (void)
{
  CutSample *self = g_new0 (CutSample, 1);
  g_autoptr (GError) error = NULL;

  self->content = cut_bundle_content_new ();
  self->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->folder = g_dir_make_tmp ("cuttings-bundle-XXXXXX", &error);
  g_assert_no_error (error);
  self->content->title = g_strdup ("The Brightwater ferry");
  self->content->notebook_id = g_strdup ("01673f00-0000-7000-8000-aaaaaaaaaaaa");
  self->content->custody_head = g_strnfill (64, 'c');
  cut_bundle_content_set_blobs (self->content, get_blob, self->blobs, NULL);
  self->content->warc = get_warc;
  cut_sample_add (self, SAMPLE_PERSON, cut_record_new (CUT_KIND_CONTRIBUTOR, "name", "Ida Lund", "initials", "IL",
                                                       "email", "ida.lund@post.example", NULL));
  cut_sample_add (self, SAMPLE_STORY, cut_record_new (CUT_KIND_STORY, "title", "The ferry", NULL));
  cut_sample_add (self, SAMPLE_TAG, cut_record_new (CUT_KIND_TAG, "label", "safety", NULL));
  add_articles (self);
  add_people (self);
  add_claims (self);
  cut_sample_set_text (self, SAMPLE_CAPTURE, SAMPLE_TEXT);
  cut_sample_set_text (self, SAMPLE_CAPTURE_RTL, "العبّارة\nالسفينة أبحرت");
  return self;
}

char *
cut_sample_search (char       *bytes,
                   gsize       length,
                   const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, needle, n) == 0)
      return bytes + i;
  return NULL;
}

void
cut_sample_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        cut_sample_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
cut_sample_free (CutSample *self)
{
  cut_sample_remove (self->folder);
  cut_bundle_content_free (self->content);
  g_hash_table_unref (self->blobs);
  g_free (self->folder);
  g_free (self);
}

char *
cut_sample_path (CutSample  *self,
                 const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
cut_sample_write (CutSample  *self,
                  const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = cut_sample_path (self, name);

  cut_bundle_write (self->content, path, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

char *
cut_sample_unzip (const char *path,
                  const char *suffix)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  char *text = NULL;

  g_assert_nonnull (zip);
  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0) && text == NULL; i++)
    if (g_str_has_suffix (zip_get_name (zip, (zip_uint64_t) i, 0), suffix))
      {
        zip_file_t *file = zip_fopen_index (zip, (zip_uint64_t) i, 0);
        zip_stat_t stat;

        zip_stat_index (zip, (zip_uint64_t) i, 0, &stat);
        text = g_malloc0 (stat.size + 1);
        g_assert_cmpint (zip_fread (file, text, stat.size), ==, (gint64) stat.size);
        zip_fclose (file);
      }
  zip_discard (zip);
  return text;
}

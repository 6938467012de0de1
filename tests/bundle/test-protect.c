/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-attribution.h"
#include "cut-bundle-sample.h"
#include "cut-claim.h"
#include "cut-error.h"
#include "cut-sieve.h"
#include "cut-fold.h"
#include "cut-haystack.h"
#include "cut-id.h"
#include "cut-source.h"

static void
assert_folder_empty (CutSample *sample)
{
  g_autoptr (GDir) dir = g_dir_open (sample->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

static void
assert_format_stopped (CutSample  *sample,
                       const char *format)
{
  g_autofree char *path = cut_sample_path (sample, "a.out");
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_bundle_write_as (sample->content, format, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PROTECTED);
  assert_folder_empty (sample);
}

/* Writing must stop, name the file and the source, and leave nothing; in every format. */
static void
assert_stopped (CutSample  *sample,
                const char *file)
{
  g_autofree char *path = cut_sample_path (sample, "a.cuttings.zip");
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_bundle_write (sample->content, path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PROTECTED);
  g_test_message ("%s", error->message);
  if (file != NULL)
    g_assert_nonnull (strstr (error->message, file));
  assert_folder_empty (sample);
  for (const char *const *format = cut_bundle_get_formats (); *format != NULL; format++)
    assert_format_stopped (sample, *format);
}

static CutRecord *
masked_source (CutBundleContent *leaving)
{
  GPtrArray *sources = leaving->records[CUT_KIND_SOURCE];

  for (guint i = 0; i < sources->len; i++)
    if (g_str_has_prefix (cut_source_get_label (g_ptr_array_index (sources, i)), "Source "))
      return g_ptr_array_index (sources, i);
  g_assert_not_reached ();
}

static void
test_masked (void)
{
  CutSample *sample = cut_sample_new ();
  g_autoptr (CutBundleContent) leaving = cut_bundle_protect (sample->content);
  g_autofree char *old_id = cut_sample_id (SAMPLE_SOURCE_HIDDEN);
  g_autofree char *attribution_id = cut_sample_id (SAMPLE_ATTRIBUTION_HIDDEN);
  CutRecord *source = masked_source (leaving);
  CutAttribution *attribution = CUT_ATTRIBUTION (cut_bundle_content_find (leaving, attribution_id));

  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (source)), ==, "Source A");
  g_assert_null (cut_source_get_contact (CUT_SOURCE (source)));
  g_assert_null (cut_source_get_code_name (CUT_SOURCE (source)));
  g_assert_null (cut_source_get_how_known (CUT_SOURCE (source)));
  g_assert_false (cut_record_has_value (source, CUT_RECORD_CREATED));
  g_assert_false (cut_record_has_value (source, CUT_RECORD_CONTRIBUTOR));
  g_assert_true (cut_id_is_valid (cut_record_get_id (source)));
  g_assert_null (cut_bundle_content_find (leaving, old_id));
  g_assert_cmpstr (cut_attribution_get_source (attribution), ==, cut_record_get_id (source));
  g_assert_null (cut_attribution_get_channel (attribution));
  g_assert_null (cut_attribution_get_said_at (attribution));
  g_assert_null (cut_attribution_get_condition (attribution));
  g_assert_cmpuint (leaving->withheld->len, >=, 2);
  cut_sample_free (sample);
}

/* The same source has the same id in the same content, another in another notebook. */
static void
test_unlinkable (void)
{
  CutSample *sample = cut_sample_new ();
  g_autoptr (CutBundleContent) first = cut_bundle_protect (sample->content);
  g_autoptr (CutBundleContent) second = cut_bundle_protect (sample->content);
  g_autoptr (CutBundleContent) third = NULL;

  sample->content->notebook_id[0] = '1';
  third = cut_bundle_protect (sample->content);
  g_assert_cmpstr (cut_record_get_id (masked_source (first)), ==, cut_record_get_id (masked_source (second)));
  g_assert_cmpstr (cut_record_get_id (masked_source (first)), !=, cut_record_get_id (masked_source (third)));
  cut_sample_free (sample);
}

static void
test_off_record (void)
{
  CutSample *sample = cut_sample_new ();
  g_autoptr (CutBundleContent) leaving = NULL;
  g_autofree char *claim = cut_sample_id (SAMPLE_CLAIM_OFF);
  g_autofree char *attribution = cut_sample_id (SAMPLE_ATTRIBUTION_OFF);

  sample->content->profile = CUT_PROFILE_FULL;
  leaving = cut_bundle_protect (sample->content);
  g_assert_null (cut_bundle_content_find (leaving, claim));
  g_assert_null (cut_bundle_content_find (leaving, attribution));
  cut_sample_free (sample);
}

static void
test_never_export (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *annotation = cut_sample_id (SAMPLE_MARK_OVERLAP);
  g_autofree char *tag = cut_sample_id (SAMPLE_TAG);
  g_autofree char *clip = cut_sample_id (SAMPLE_CLIP);
  g_autofree char *line = NULL;
  g_autoptr (CutBundleContent) leaving = NULL;
  g_autoptr (CutBundleContent) without_clip = NULL;

  cut_sample_change (sample, SAMPLE_TAG, "sensitivity", "never-export");
  leaving = cut_bundle_protect (sample->content);
  g_assert_null (cut_bundle_content_find (leaving, tag));
  line = cut_record_to_line (cut_bundle_content_find (leaving, annotation), CUT_JSON_CANONICAL);
  g_assert_nonnull (strstr (line, "\"tags\":[\"withheld\"]"));
  /* With its clip a mark has nothing to stand on. */
  cut_sample_change (sample, SAMPLE_CLIP, "sensitivity", "never-export");
  without_clip = cut_bundle_protect (sample->content);
  g_assert_null (cut_bundle_content_find (without_clip, clip));
  g_assert_null (cut_bundle_content_find (without_clip, annotation));
  cut_sample_free (sample);
}

static void
test_public (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *note = cut_sample_id (SAMPLE_NOTE);
  g_autofree char *check = cut_sample_id (SAMPLE_CHECK);
  g_autofree char *claim = cut_sample_id (SAMPLE_CLAIM);
  g_autoptr (CutBundleContent) leaving = NULL;

  sample->content->profile = CUT_PROFILE_PUBLIC;
  leaving = cut_bundle_protect (sample->content);
  g_assert_null (cut_bundle_content_find (leaving, note));
  g_assert_null (cut_bundle_content_find (leaving, check));
  g_assert_null (cut_claim_get_note (CUT_CLAIM (cut_bundle_content_find (leaving, claim))));
  cut_sample_free (sample);
}

static void
test_nothing_in_file (void)
{
  static const char *const secrets[] = { "Tannert", "mail.example", "5550 1234", "Heron", "after the trial",
                                         "signed the waiver", "worked on the ferry", "ida.lund@" };
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  g_autofree char *bytes = NULL;
  g_autofree char *old_id = cut_sample_id (SAMPLE_SOURCE_HIDDEN);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (cut_sample_search (bytes, length, secrets[i]));
  g_assert_null (cut_sample_search (bytes, length, old_id));
  cut_sample_free (sample);
}

/* Each way a name can stand in what leaves. */
static void
test_found_in_fields (void)
{
  static const struct { unsigned n; const char *field; const char *text; const char *file; } plants[] = {
    { SAMPLE_NOTE, "body", "Mira Tannert told us", NULL },
    { SAMPLE_NOTE, "body", "MIRA  TANNERT", NULL },
    { SAMPLE_NOTE, "body", "Tannert, Mira", NULL },
    { SAMPLE_NOTE, "body", "Mira Tann\302\255ert", NULL },
    { SAMPLE_NOTE, "body", "M\303\255ra T\303\244nn\303\251rt", NULL },
    { SAMPLE_NOTE, "body", "Mira&#32;Tannert", NULL },
    { SAMPLE_NOTE, "body", "TWlyYSBUYW5uZXJ0IHdhcyBoZXJl", NULL },
    { SAMPLE_NOTE, "body", "ring 030/5550-1234", NULL },
    { SAMPLE_NOTE, "body", "+49 (0)30 55501234", NULL },
    { SAMPLE_NOTE, "body", "Mira.Tannert@mail.example", NULL },
    { SAMPLE_NOTE, "body", "ask Heron again", NULL },
    { SAMPLE_CLIP, "title", "Mira Tannert speaks", NULL },
    { SAMPLE_CLIP, "url", "https://ferry.example/mira-tannert", NULL },
    { SAMPLE_CLIP, "url", "https://ferry.example/?q=mira%20tannert", NULL },
    { SAMPLE_STORY, "title", "The Mira Tannert papers", NULL },
    { SAMPLE_TAG, "label", "mira_tannert", NULL },
    { SAMPLE_CAPTURE, "headers", "{\"X-User\":\"mira tannert\"}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      CutSample *sample = cut_sample_new ();

      g_test_message ("planted: %s", plants[i].text);
      cut_sample_change (sample, plants[i].n, plants[i].field, plants[i].text);
      assert_stopped (sample, plants[i].file);
      cut_sample_free (sample);
    }
}

static void
test_found_in_text (void)
{
  CutSample *sample = cut_sample_new ();

  cut_sample_set_text (sample, SAMPLE_CAPTURE, SAMPLE_TEXT "\nMira Tannert, who worked there, saw it.");
  assert_stopped (sample, NULL);
  cut_sample_free (sample);
}

static void
test_found_in_evidence (void)
{
  CutSample *sample = cut_sample_new ();
  g_autoptr (GBytes) warc = cut_sample_warc ("<p>Mira Tannert saw it</p>");
  g_autofree char *sha256 = cut_sample_keep (sample, g_bytes_get_data (warc, NULL), (gssize) g_bytes_get_size (warc));

  cut_sample_change (sample, SAMPLE_CAPTURE, "warc_sha256", sha256);
  assert_stopped (sample, "evidence/");
  cut_sample_free (sample);
}

static void
test_found_in_picture (void)
{
  static const char wide[] = "GIF89a\1\0\1\0\0\0\0!\376 M\0i\0r\0a\0 \0T\0a\0n\0n\0e\0r\0t\0;";
  CutSample *sample = cut_sample_new ();
  g_autofree char *sha256 = cut_sample_keep (sample, wide, sizeof wide);
  g_autofree char *json = g_strdup_printf ("[{\"content_type\":\"image/gif\",\"sha256\":\"%s\",\"url\":\"https://a.example/x\"}]",
                                           sha256);

  cut_sample_change (sample, SAMPLE_CAPTURE, "resources", json);
  assert_stopped (sample, "images/");
  cut_sample_free (sample);
}

static void
assert_picture_stopped (const char *type,
                        const void *data,
                        gsize       length)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *sha256 = cut_sample_keep (sample, data, (gssize) length);
  g_autofree char *json = g_strdup_printf ("[{\"content_type\":\"%s\",\"sha256\":\"%s\",\"url\":\"https://a.example/x\"}]",
                                           type, sha256);

  cut_sample_change (sample, SAMPLE_CAPTURE, "resources", json);
  assert_stopped (sample, "images/");
  cut_sample_free (sample);
}

static gsize
deflate (const char *text,
         guint8     *out,
         gsize       size)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  gsize taken, made;

  g_assert_cmpint (g_converter_convert (packer, text, strlen (text), out, size, G_CONVERTER_INPUT_AT_END, &taken, &made,
                                        NULL), ==, G_CONVERTER_FINISHED);
  return made;
}

static void
append_chunk (GByteArray   *png,
              const char   *name,
              const guint8 *data,
              gsize         length)
{
  const guint8 head[4] = { 0, 0, (guint8) (length >> 8), (guint8) length };

  g_byte_array_append (png, head, 4);
  g_byte_array_append (png, (const guint8 *) name, 4);
  g_byte_array_append (png, data, (guint) length);
  g_byte_array_append (png, (const guint8 *) "\0\0\0\0", 4);
}

/* EXIF, XMP, and the packed remarks of a PNG. */
static void
test_found_in_picture_metadata (void)
{
  static const char exif[] = "\377\330\377\341\0\060Exif\0\0II*\0\10\0\0\0\1\0\073\1\2\0\15\0\0\0\32\0\0\0\0\0\0\0Mira Tannert\0\377\331";
  static const char xmp[] = "\377\330\377\341\1\0http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator><rdf:li>M&#237;ra "
                            "Tannert</rdf:li></dc:creator></x:xmpmeta>\377\331";
  g_autoptr (GByteArray) png = g_byte_array_new ();
  guint8 packed[256] = "Author\0";
  gsize length = deflate ("Taken by Mira Tannert", packed + 8, sizeof packed - 8);

  assert_picture_stopped ("image/jpeg", exif, sizeof exif);
  assert_picture_stopped ("image/jpeg", xmp, sizeof xmp);
  g_byte_array_append (png, (const guint8 *) "\211PNG\r\n\032\n", 8);
  append_chunk (png, "zTXt", packed, length + 8);
  assert_picture_stopped ("image/png", png->data, png->len);
}

static void
test_found_in_pdf (void)
{
  CutSample *sample = cut_sample_new ();
  guint8 packed[256];
  gsize length = deflate ("<</Author (Mira Tannert)>>", packed, sizeof packed);
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autofree char *sha256 = NULL;

  g_byte_array_append (pdf, (const guint8 *) "%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\r\n", 60);
  g_byte_array_append (pdf, packed, (guint) length);
  sha256 = cut_sample_keep (sample, pdf->data, pdf->len);
  cut_sample_change (sample, SAMPLE_CAPTURE, "warc_sha256", sha256);
  assert_stopped (sample, "evidence/");
  cut_sample_free (sample);
}

/* The file to be written has a name, too. */
static void
test_found_in_file_name (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *path = cut_sample_path (sample, "ferry-mira_tannert.zip");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_false (cut_bundle_write (sample->content, path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PROTECTED);
  g_assert_false (cut_bundle_write_as (sample->content, "ris", path, NULL, NULL, NULL, NULL, &other));
  g_assert_error (other, CUT_ERROR, CUT_ERROR_PROTECTED);
  assert_folder_empty (sample);
  cut_sample_free (sample);
}

/* What was said off the record, and who is masked, in no format and no profile. */
static void
test_formats_say_nothing (void)
{
  static const char *const secrets[] = { "Tannert", "mail.example", "5550 1234", "Heron", "after the trial",
                                         "signed the waiver", "worked on the ferry", "ida.lund@" };

  for (int profile = CUT_PROFILE_COLLEAGUE; profile <= CUT_PROFILE_PUBLIC; profile++)
    for (const char *const *format = cut_bundle_get_formats (); *format != NULL; format++)
      {
        CutSample *sample = cut_sample_new ();
        g_autofree char *path = cut_sample_path (sample, "a.out");
        g_autofree char *bytes = NULL;
        g_autoptr (GError) error = NULL;
        gsize length;

        sample->content->profile = (CutBundleProfile) profile;
        cut_bundle_write_as (sample->content, *format, path, NULL, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
        g_assert_cmpuint (length, >, 0);
        for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
          g_assert_null (cut_sample_search (bytes, length, secrets[i]));
        cut_sample_free (sample);
      }
}

static void
test_found_in_title (void)
{
  CutSample *sample = cut_sample_new ();

  g_free (sample->content->title);
  sample->content->title = g_strdup ("What Mira Tannert knows");
  assert_stopped (sample, NULL);
  cut_sample_free (sample);
}

static void
test_names_object (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *id = cut_sample_id (SAMPLE_TAG);
  g_autofree char *path = cut_sample_path (sample, "a.cuttings.zip");
  g_autoptr (GError) error = NULL;

  cut_sample_change (sample, SAMPLE_TAG, "memo", "about Mira Tannert");
  g_assert_false (cut_bundle_write (sample->content, path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PROTECTED);
  g_assert_nonnull (strstr (error->message, "data/records/tags.ndjson"));
  g_assert_nonnull (strstr (error->message, id));
  cut_sample_free (sample);
}

/* The person a source is, with other names; a name only there leaves with nobody. */
static void
test_entity_of_source (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *minister = cut_sample_id (SAMPLE_MINISTER);

  cut_sample_change (sample, SAMPLE_SOURCE_HIDDEN, "entity", minister);
  cut_sample_change (sample, SAMPLE_MINISTER, "aliases", "Ozzy Valerian");
  cut_sample_change (sample, SAMPLE_MARK, "body", "Ozzy Valerian was there");
  assert_stopped (sample, NULL);
  cut_sample_free (sample);
}

static void
test_revealed (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *id = cut_sample_id (SAMPLE_SOURCE_HIDDEN);
  const char *reveal[] = { id, NULL };
  g_autofree char *path = NULL;
  g_autofree char *sources = NULL;

  sample->content->reveal = g_strdupv ((char **) reveal);
  path = cut_sample_write (sample, "a.cuttings.zip");
  sources = cut_sample_unzip (path, "records/sources.ndjson");
  g_assert_nonnull (strstr (sources, "Mira Tannert"));
  g_assert_null (strstr (sources, "mail.example"));
  cut_sample_free (sample);
}

static void
test_unpublished_off_record (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *mark = cut_sample_id (SAMPLE_MARK_RTL);

  cut_sample_change (sample, SAMPLE_ATTRIBUTION_OFF, "annotation", mark);
  assert_stopped (sample, NULL);
  cut_sample_free (sample);
}

static void
test_fold (void)
{
  static const struct { const char *text; const char *words; const char *squeezed; } cases[] = {
    { "  Jürgen  O’Neil-Ström ", "jurgen o neil strom", "jurgenoneilstrom" },
    { "Ærø Straße", "aero strasse", "aerostrasse" },
    { "ﬁn\302\255al ＡＢＣ", "final abc", "finalabc" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cut_fold (cases[i].text, -1, FALSE);
      g_autofree char *squeezed = cut_fold (cases[i].text, -1, TRUE);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (squeezed, ==, cases[i].squeezed);
    }
}

/* The plain way: the text folded as a whole, and each word looked for in it. */
static gboolean
is_there (const char *text,
          CutSifting  finding,
          const char *word)
{
  g_autofree char *folded = finding == CUT_SIFTING_DIGITS ? cut_fold_digits (text, -1) : cut_fold (text, -1, finding == CUT_SIFTING_SQUEEZED);
  g_autofree char *whole = g_strconcat (" ", folded, " ", NULL);

  return strstr (finding == CUT_SIFTING_WORDS ? whole : folded, word) != NULL;
}

/* Few letters, so that words begin inside one another, and all that may stand between them. */
static char *
make_text (GRand *rand)
{
  static const char *const parts[] = { "a", "b", "ab", "A", "á", "ﬁ", "ß", "s", "1", "2", "12", "٣", " ", "-", "  ", ", ", "\302\255", "½", "д", "\n" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 24); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static void
test_sieve (void)
{
  static const struct { CutSifting finding; const char *word; } words[] = {
    { CUT_SIFTING_SQUEEZED, "abab" }, { CUT_SIFTING_SQUEEZED, "babs" }, { CUT_SIFTING_SQUEEZED, "aba1" }, { CUT_SIFTING_SQUEEZED, "бд" },
    { CUT_SIFTING_SQUEEZED, "ssfi" }, { CUT_SIFTING_WORDS, " ab" }, { CUT_SIFTING_WORDS, " ba " }, { CUT_SIFTING_WORDS, " a b " },
    { CUT_SIFTING_WORDS, " д" }, { CUT_SIFTING_DIGITS, "121" }, { CUT_SIFTING_DIGITS, "213" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (CutSieve) sieve = cut_sieve_new ();
      guint32 chosen = g_rand_int (rand);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (chosen & (1u << i))
          cut_sieve_add (sieve, words[i].finding, words[i].word, i);
      cut_sieve_build (sieve);
      for (guint n = 0; n < 10; n++)
        {
          g_autofree char *text = make_text (rand);
          int found = cut_sieve_search (sieve, text, strlen (text), FALSE);
          gboolean expected = FALSE;

          for (guint i = 0; i < G_N_ELEMENTS (words); i++)
            expected |= (chosen & (1u << i)) != 0 && is_there (text, words[i].finding, words[i].word);
          if (expected != (found >= 0))
            g_error ("%s: %d", text, found);
          if (found >= 0)
            g_assert_true ((chosen & (1u << found)) && is_there (text, words[found].finding, words[found].word));
        }
    }
}

/* More and longer words than there are rows for. */
static void
test_sieve_of_many (void)
{
  g_autoptr (CutSieve) sieve = cut_sieve_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 600; i++)
    {
      GString *word = g_string_new (NULL);

      for (guint n = 0; n < 12; n++)
        g_string_append_c (word, (char) ('a' + g_rand_int_range (rand, 0, 26)));
      cut_sieve_add (sieve, i % 2 == 0 ? CUT_SIFTING_SQUEEZED : CUT_SIFTING_DIGITS, i % 2 == 0 ? word->str : "4907112345", i);
      g_ptr_array_add (words, g_string_free (word, FALSE));
    }
  cut_sieve_build (sieve);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *spaced = g_strdup_printf ("%.5s, 49 %.3s-%.3s %s", word, word, word + 3, word + 7);
      g_autofree char *there = g_strdup_printf ("x%.6s... – %s", word, word + 6);

      g_assert_cmpint (cut_sieve_search (sieve, spaced, strlen (spaced), FALSE), ==, -1);
      g_assert_cmpint (cut_sieve_search (sieve, there, strlen (there), FALSE), ==, i % 2 == 0 ? (int) i : -1);
    }
  g_assert_cmpint (cut_sieve_search (sieve, "+49 (0711) 23-45", 16, FALSE), ==, 1);
}

static gboolean
look_for_heron (const char *text,
                gsize       length,
                gboolean    western,
                gpointer    data)
{
  for (gsize at = 0; at + strlen ("Heron") <= length; at++)
    if (memcmp (text + at, "Heron", strlen ("Heron")) == 0)
      return FALSE;
  return TRUE;
}

static void
assert_heron (const void *data,
              gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  g_assert_false (cut_haystack_each (bytes, strlen ("Heron"), look_for_heron, NULL, NULL));
}

/* Three members of nothing, with what can stand before it: the name is that of a file, a remark, or behind an extra field. */
static void
test_heads_of_gzip (void)
{
  static const struct { const char *head; gsize length; } last[] = {
    { "\x1f\x8b\x08\x08\0\0\0\0\0\xff" "of a Heron.txt\0", 25 },
    { "\x1f\x8b\x08\x18\0\0\0\0\0\xff" "x\0" "of a Heron\0", 23 },
    { "\x1f\x8b\x08\x0c\0\0\0\0\0\xff" "\x02\0zz" "a Heron\0", 22 },
    { "\x1f\x8b\x08\x04\0\0\0\0\0\xff" "\x09\0zz\5\0Heron", 21 },
  };
  static const char nothing[] = "\x03\0\0\0\0\0\0\0\0\0";

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      static const char plain[] = "\x1f\x8b\x08\x08\0\0\0\0\0\xff" "x.txt\0";

      for (guint n = 0; n < 2; n++)
        {
          g_byte_array_append (packed, (const guint8 *) plain, sizeof plain - 1);
          g_byte_array_append (packed, (const guint8 *) nothing, sizeof nothing - 1);
        }
      g_byte_array_append (packed, (const guint8 *) last[i].head, (guint) last[i].length);
      g_byte_array_append (packed, (const guint8 *) nothing, sizeof nothing - 1);
      assert_heron (packed->data, packed->len);
    }
}

static void
test_wrappings (void)
{
  static const char *const texts[] = {
    "Heron", "H%65ron", "H&#101;r&#x6f;n", "H\\u0065ron", "H=65ron", "H%2565ron", "H&amp;#101;ron", "SGVyb24gc2FpZCBzbw==",
  };
  static const char utf16[] = "\377\376H\0e\0r\0o\0n\0";
  g_autoptr (GBytes) warc = cut_sample_warc ("Heron");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_heron (texts[i], strlen (texts[i]));
  assert_heron (utf16, sizeof utf16 - 1);
  /* Far from where something is undone, and in words that are only part of a longer one. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *spaces = g_strnfill (5000, ' ');
      g_autofree char *text = g_strdup_printf ("a%%20b &amp; %s &amp;&amp; %s %s &amp; c=20", spaces, texts[i], spaces);

      assert_heron (text, strlen (text));
    }
  assert_heron (g_bytes_get_data (warc, NULL), g_bytes_get_size (warc));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protect/sieve", test_sieve);
  g_test_add_func ("/protect/sieve-of-many", test_sieve_of_many);
  g_test_add_func ("/protect/masked", test_masked);
  g_test_add_func ("/protect/unlinkable", test_unlinkable);
  g_test_add_func ("/protect/off-record", test_off_record);
  g_test_add_func ("/protect/never-export", test_never_export);
  g_test_add_func ("/protect/public", test_public);
  g_test_add_func ("/protect/nothing-in-file", test_nothing_in_file);
  g_test_add_func ("/protect/found-in-fields", test_found_in_fields);
  g_test_add_func ("/protect/found-in-text", test_found_in_text);
  g_test_add_func ("/protect/found-in-evidence", test_found_in_evidence);
  g_test_add_func ("/protect/found-in-picture", test_found_in_picture);
  g_test_add_func ("/protect/found-in-picture-metadata", test_found_in_picture_metadata);
  g_test_add_func ("/protect/found-in-pdf", test_found_in_pdf);
  g_test_add_func ("/protect/found-in-file-name", test_found_in_file_name);
  g_test_add_func ("/protect/formats-say-nothing", test_formats_say_nothing);
  g_test_add_func ("/protect/found-in-title", test_found_in_title);
  g_test_add_func ("/protect/names-object", test_names_object);
  g_test_add_func ("/protect/entity-of-source", test_entity_of_source);
  g_test_add_func ("/protect/revealed", test_revealed);
  g_test_add_func ("/protect/unpublished-off-record", test_unpublished_off_record);
  g_test_add_func ("/protect/fold", test_fold);
  g_test_add_func ("/protect/wrappings", test_wrappings);
  g_test_add_func ("/protect/heads-of-gzip", test_heads_of_gzip);
  return g_test_run ();
}

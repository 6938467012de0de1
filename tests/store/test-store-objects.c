/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-db.h"
#include "store-fixture.h"

/* A record of @kind with a value in every field. */
static CutRecord *
full_record (CutKind kind)
{
  g_autoptr (CutRecord) record = cut_record_new (kind, NULL, NULL);
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = CUT_RECORD_CREATED; i < n_fields; i++)
    {
      static const char *const samples[] = {
        [CUT_FIELD_STRING] = "Müller & Søn “x”, 'y'; DROP TABLE \"clip\"",
        [CUT_FIELD_ID] = "01890a5d-ac96-774b-bcce-b302099a8057",
        [CUT_FIELD_STRINGS] = "[\"a, b\",\"ß\",\"\\\"\"]",
        [CUT_FIELD_IDS] = "01890a5d-ac96-774b-bcce-b302099a8057,01890a5d-ac96-774b-bcce-b302099a8058",
        [CUT_FIELD_INT] = "-9007199254740993",
        [CUT_FIELD_TIME] = "2018-11-23T09:12:00.123Z",
        [CUT_FIELD_BOOLEAN] = "yes",
        [CUT_FIELD_DATE] = "2018-11-23T09:12+01:00",
        [CUT_FIELD_SELECTOR] = "[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9},"
                               "{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"p\",\"suffix\":\"s\"}]",
        [CUT_FIELD_JSON] = "{\"b\":[1,2.5,null],\"a\":\"ü\"}",
      };
      const char *text = fields[i].type == CUT_FIELD_WORD ? cut_vocab_get_words (fields[i].vocab)[0] : samples[fields[i].type];
      g_autoptr (GError) error = NULL;
      CutRecord *next = cut_record_with_text (record, fields[i].name, text, &error);

      g_assert_no_error (error);
      g_set_object (&record, next);
      g_object_unref (next);
    }
  return g_steal_pointer (&record);
}

static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutRecord) record = put (fixture->store, full_record ((CutKind) kind));
      g_autoptr (CutRecord) read = cut_store_get (fixture->store, cut_record_get_id (record), &error);

      g_assert_no_error (error);
      g_assert_true (cut_record_equal (record, read));
      g_assert_true (cut_record_get_kind (read) == (CutKind) kind);
    }
}


static void
test_words_cleared (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = put_id (fixture->store, cut_record_new (CUT_KIND_CLAIM, "text", "A", NULL));
  g_autoptr (CutRecord) claim = NULL;

  change (fixture->store, id, "importance", NULL);
  claim = cut_store_get (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_null (cut_claim_get_importance (CUT_CLAIM (claim)));
  g_assert_cmpstr (cut_claim_get_kind (CUT_CLAIM (claim)), ==, "fact");
}

static void
test_get_and_find (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = cut_id_new ();

  g_assert_null (cut_store_find (fixture->store, absent, &error));
  g_assert_no_error (error);
  g_assert_null (cut_store_get (fixture->store, absent, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
test_prefix (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutRecord) a = cut_record_new (CUT_KIND_CLIP, "id", "01890a5d-ac96-774b-bcce-b302099a8057", NULL);
  g_autoptr (CutRecord) b = cut_record_new (CUT_KIND_TAG, "id", "01890a5d-ac96-774b-bcce-b302099a8058", "label", "b", NULL);
  static const struct
  {
    const char *prefix;
    const char *found;
  } cases[] = {
    { "01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057" },
    { "01890A5D-AC96-774B-BCCE-B302099A8058", "01890a5d-ac96-774b-bcce-b302099a8058" },
    { "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058", "01890a5d-ac96-774b-bcce-b302099a8058" },
    { "01890a5d", NULL },
    { "018", NULL },
    { "", NULL },
    { "ffff", NULL },
    { "%%%%", NULL },
  };

  g_object_unref (put (fixture->store, g_object_ref (a)));
  g_object_unref (put (fixture->store, g_object_ref (b)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = cut_store_find_prefix (fixture->store, cases[i].prefix, &error);

      g_assert_cmpstr (found, ==, cases[i].found);
      if (found == NULL)
        g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
    }
}

static void
test_refused_changes_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (CutRecord) unnamed = cut_record_new (CUT_KIND_STORY, "summary", "no title", NULL);
  g_autoptr (CutRecord) other = NULL;
  g_autofree char *tag = put_id (fixture->store, cut_record_new (CUT_KIND_TAG, "label", "t", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) kind_error = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_STORY);

  begin (fixture->store);
  g_assert_false (cut_store_put (fixture->store, unnamed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  other = cut_record_new (CUT_KIND_STORY, "id", tag, "title", "an id that is taken", NULL);
  g_assert_false (cut_store_put (fixture->store, other, &kind_error));
  g_assert_error (kind_error, CUT_ERROR, CUT_ERROR_REFUSED);
  commit (fixture->store);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 0);
}

static void
test_needs_an_act (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "t", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) none = NULL;

  g_assert_false (cut_store_put (fixture->store, clip, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  begin (fixture->store);
  g_assert_false (cut_store_begin (fixture->store, &twice));
  g_assert_error (twice, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  commit (fixture->store);
  g_assert_false (cut_store_commit (fixture->store, &none));
  g_assert_error (none, CUT_ERROR, CUT_ERROR_NOTEBOOK);
}

static void
test_rollback (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *kept = new_clip (fixture->store, "kept words");
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autofree char *found = NULL;
  g_autofree char *all = NULL;

  begin (fixture->store);
  g_free (new_clip (fixture->store, "lost words"));
  change (fixture->store, kept, "title", "changed words");
  cut_store_rollback (fixture->store);
  cut_store_rollback (fixture->store);
  all = titles (fixture->store, query);
  g_assert_cmpstr (all, ==, "kept words");
  cut_query_set_match (query, "words");
  found = titles (fixture->store, query);
  g_assert_cmpstr (found, ==, "kept words");
}

static void
test_capture_is_write_once (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autofree char *id = new_capture (fixture->store, clip, "One.\nTwo.", 1000);
  g_autoptr (CutRecord) capture = cut_store_get (fixture->store, id, NULL);
  g_autoptr (CutRecord) forged = cut_record_with (capture, "url", "https://example.org/other", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) text_error = NULL;
  g_autoptr (CutRecord) read = NULL;

  trash (fixture->store, id);
  change (fixture->store, id, "sensitivity", "confidential");
  change (fixture->store, id, "rev", "abc");
  change (fixture->store, id, "parents", "def");
  restore (fixture->store, id);
  begin (fixture->store);
  g_assert_false (cut_store_put (fixture->store, forged, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_false (cut_store_put_text (fixture->store, id, "One.\nThree.", "[]", NULL, &text_error));
  g_assert_error (text_error, CUT_ERROR, CUT_ERROR_INPUT);
  commit (fixture->store);
  read = cut_store_get (fixture->store, id, NULL);
  g_assert_null (cut_capture_get_url (CUT_CAPTURE (read)));
  g_assert_cmpstr (cut_record_get_string (read, CUT_RECORD_SENSITIVITY), ==, "confidential");
}

/* What the journal writes back is the same JSON in another order. */
static void
test_capture_json_order (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autoptr (CutRecord) capture = put (fixture->store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "file", "sha256", "00",
                                                                       "headers", "[{\"name\":\"a\", \"body\":1}]", NULL));
  g_autofree char *line = cut_record_to_line (capture, CUT_JSON_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) again = cut_record_from_line (CUT_KIND_CAPTURE, line, &error);
  g_autoptr (CutRecord) trashed = NULL;

  g_assert_no_error (error);
  trashed = cut_record_with (again, "deleted", (gint64) 5, NULL);
  begin (fixture->store);
  g_assert_true (cut_store_put (fixture->store, trashed, &error));
  g_assert_no_error (error);
  commit (fixture->store);
}

static void
test_check_is_append_only (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *claim = put_id (fixture->store, cut_record_new (CUT_KIND_CLAIM, "text", "A", NULL));
  g_autofree char *id = put_id (fixture->store, cut_record_new (CUT_KIND_CHECK, "claim", claim, "note", "asked", NULL));
  g_autoptr (CutRecord) check = cut_store_get (fixture->store, id, NULL);
  g_autoptr (CutRecord) forged = cut_record_with (check, "note", "never asked", NULL);
  g_autoptr (CutRecord) trashed = cut_record_with (check, "deleted", (gint64) 5, NULL);
  g_autoptr (GError) error = NULL;

  begin (fixture->store);
  g_assert_false (cut_store_put (fixture->store, forged, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (cut_store_put (fixture->store, trashed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  /* Undoing takes it away whole. */
  g_clear_error (&error);
  g_assert_true (cut_store_remove (fixture->store, id, &error));
  g_assert_no_error (error);
  commit (fixture->store);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = new_clip (store, "A");
  g_autofree char *id = new_capture (store, clip, "One.", 1000);
  g_autofree char *mark = new_mark (store, clip, id, "highlight", 0, 3, "Why so");
  g_autoptr (CutRecord) annotation = cut_store_get (store, mark, NULL);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ANNOTATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) evidence = NULL;

  begin (store);
  g_assert_true (cut_store_remove (store, mark, &error));
  g_assert_no_error (error);
  g_assert_false (cut_store_remove (store, mark, &absent));
  g_assert_error (absent, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_assert_false (cut_store_remove (store, id, &evidence));
  g_assert_nonnull (evidence);
  commit (store);
  g_assert_null (cut_store_find (store, mark, NULL));
  cut_query_set_match (query, "why");
  g_assert_cmpint (cut_store_count (store, query, NULL), ==, 0);
  g_object_unref (put (store, g_object_ref (annotation)));
  g_assert_cmpint (cut_store_count (store, query, NULL), ==, 1);
}

static void
test_blobs (Fixture       *fixture,
            gconstpointer  data)
{
  static const gsize sizes[] = { 0, 1, 100, 70000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int random = 0; random < 2; random++)
      {
        g_autofree guint8 *raw = g_malloc (sizes[i] + 1);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GBytes) read = NULL;
        g_autofree char *sha256 = NULL;
        g_autofree char *again = NULL;
        g_autoptr (GError) error = NULL;

        for (gsize b = 0; b < sizes[i]; b++)
          raw[b] = random ? (guint8) g_test_rand_int () : 'a';
        bytes = g_bytes_new (raw, sizes[i]);
        g_assert_true (cut_store_put_blob (fixture->store, bytes, &sha256, &error));
        g_assert_true (cut_store_put_blob (fixture->store, bytes, &again, &error));
        g_assert_no_error (error);
        g_assert_cmpstr (sha256, ==, again);
        g_assert_true (cut_store_has_blob (fixture->store, sha256));
        read = cut_store_get_blob (fixture->store, sha256, &error);
        g_assert_no_error (error);
        g_assert_true (g_bytes_equal (bytes, read));
      }
}

static void
test_no_blob (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_store_has_blob (fixture->store, "00"));
  g_assert_null (cut_store_get_blob (fixture->store, "00", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  static const char blocks[] = "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":5}]";
  g_autofree char *id = cut_id_new ();
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) changed = NULL;
  g_autoptr (GError) absent = NULL;

  g_assert_false (cut_store_get_text (fixture->store, id, &text, &json, &html, &absent));
  g_assert_error (absent, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_assert_true (cut_store_put_text (fixture->store, id, "Gr\303\274\303\237e", blocks, "<p>x</p>", &error));
  g_assert_true (cut_store_put_text (fixture->store, id, "Gr\303\274\303\237e", blocks, "<p>x</p>", &error));
  g_assert_no_error (error);
  g_assert_false (cut_store_put_text (fixture->store, id, "Other", blocks, NULL, &changed));
  g_assert_error (changed, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_true (cut_store_get_text (fixture->store, id, &text, &json, &html, &error));
  g_assert_cmpstr (text, ==, "Gr\303\274\303\237e");
  g_assert_cmpstr (json, ==, blocks);
  g_assert_cmpstr (html, ==, "<p>x</p>");
}

static void
assert_well (CutStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = cut_store_verify (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static gint64
n_links (CutStore   *store,
         CutKind     kind,
         const char *id)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cut_store_rows (store, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (cut_row_get_id (g_ptr_array_index (rows, i)), id))
      return cut_row_get_n_links (g_ptr_array_index (rows, i));
  return -1;
}

/* Who refers to an object may come before it, within one act, and go again. */
static void
test_referrers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CutRecord) tag = cut_record_new (CUT_KIND_TAG, "label", "tides", NULL);
  const char *tags[] = { cut_record_get_id (tag), NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_store_begin (fixture->store, &error));
  first = put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "One", "tags", tags, NULL));
  g_assert_true (cut_store_put (fixture->store, tag, &error));
  second = put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "Two", "tags", tags, NULL));
  g_assert_cmpint (n_links (fixture->store, CUT_KIND_TAG, tags[0]), ==, 2);
  g_assert_true (cut_store_remove (fixture->store, first, &error));
  g_assert_no_error (error);
  commit (fixture->store);
  g_assert_cmpint (n_links (fixture->store, CUT_KIND_TAG, tags[0]), ==, 1);
  assert_well (fixture->store);

  /* What is taken back counts for nothing. */
  g_assert_true (cut_store_begin (fixture->store, &error));
  g_free (put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "Three", "tags", tags, NULL)));
  cut_store_rollback (fixture->store);
  g_assert_true (cut_store_begin (fixture->store, &error));
  commit (fixture->store);
  g_assert_cmpint (n_links (fixture->store, CUT_KIND_TAG, tags[0]), ==, 1);
}

/* Rows in the file. */
static gint64
count (Fixture    *fixture,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutDb) db = cut_db_open (fixture->path, FALSE, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  g_assert_true (cut_db_query_int (db, sql, &n, &error));
  g_assert_no_error (error);
  return n;
}

static char *
repeat (const char *text,
        guint       n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s %u ", text, i * i * 7919 % 104729);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gint64
count_found (CutStore   *store,
             const char *words)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  gint64 n;

  cut_query_set_match (query, words);
  n = cut_store_count (store, query, &error);
  g_assert_no_error (error);
  return n;
}

/* What fails half-way within an act leaves no words behind, and what comes next has none of its. */
static void
test_failed_is_not_found (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (CutRecord) refused = cut_record_new (CUT_KIND_CLIP, "title", "Heron", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (CutDb) db = cut_db_open (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (cut_db_exec (db, "CREATE TRIGGER no_heron BEFORE INSERT ON clip WHEN NEW.title = 'Heron' "
                                  "BEGIN SELECT RAISE (ABORT, 'no heron'); END", &error));
  g_assert_true (cut_store_begin (fixture->store, &error));
  g_assert_false (cut_store_put (fixture->store, refused, &refusal));
  g_assert_error (refusal, CUT_ERROR, CUT_ERROR_REFUSED);
  g_free (put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "Grebe", NULL)));
  g_assert_no_error (error);
  commit (fixture->store);
  g_assert_cmpint (count_found (fixture->store, "heron"), ==, 0);
  g_assert_cmpint (count_found (fixture->store, "grebe"), ==, 1);
  g_assert_true (cut_db_exec (db, "DROP TRIGGER no_heron", &error));
  assert_well (fixture->store);
}

/* A text that came as text is not kept twice, and reads as every other. */
static void
test_text_against_evidence (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "Words");
  g_autofree char *text = repeat ("Gr\303\274\303\237e", 2000);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  g_autoptr (GPtrArray) blocks = blocks_of (text);
  g_autofree char *json = cut_blocks_to_json (blocks);
  CutKnownText known = { .text = text, .sha256 = sha256, .blocks = blocks, .blocks_json = json, .against = body, .against_sha256 = sha256 };
  g_autofree char *read = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_store_begin (fixture->store, &error));
  g_assert_true (cut_store_put_blob (fixture->store, body, NULL, &error));
  id = put_id (fixture->store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "import", "sha256", sha256, "text-sha256", sha256, NULL));
  g_assert_true (cut_store_put_known_text (fixture->store, id, &known, &error));
  g_assert_true (cut_store_put_known_text (fixture->store, id, &known, &error));
  g_assert_true (cut_store_custody_append (fixture->store, "captured", id, NULL, &error));
  g_assert_no_error (error);
  commit (fixture->store);

  g_assert_cmpint (count (fixture, "SELECT length (text) * 20 < (SELECT length (data) FROM blob) FROM reader_text"), ==, 1);
  g_assert_true (cut_store_get_text (fixture->store, id, &read, NULL, NULL, &error));
  g_assert_cmpstr (read, ==, text);
  assert_well (fixture->store);
}

static void
test_bad_text (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *blocks;
    int code;
  } cases[] = {
    { "ab", "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":3}]", CUT_ERROR_INPUT },
    { "\377", "[]", CUT_ERROR_INPUT },
    { "ab", "{", CUT_ERROR_CORRUPT },
    { "ab", "[{\"kind\":\"x\"}]", CUT_ERROR_CORRUPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = cut_id_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (cut_store_put_text (fixture->store, id, cases[i].text, cases[i].blocks, NULL, &error));
      g_assert_error (error, CUT_ERROR, cases[i].code);
      g_assert_false (cut_store_get_text (fixture->store, id, NULL, NULL, NULL, NULL));
    }
}

static void
test_meta (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_null (cut_store_get_meta (fixture->store, "title", &error));
  g_assert_true (cut_store_set_meta (fixture->store, "title", "One", &error));
  g_assert_true (cut_store_set_meta (fixture->store, "title", "Two", &error));
  title = cut_store_get_meta (fixture->store, "title", &error);
  g_assert_cmpstr (title, ==, "Two");
  g_assert_true (cut_store_set_meta (fixture->store, "title", NULL, &error));
  g_assert_null (cut_store_get_meta (fixture->store, "title", &error));
  g_assert_no_error (error);
}

static void
append_act (CutStore   *store,
            const char *label)
{
  g_autoptr (CutJournalEntry) entry = g_new0 (CutJournalEntry, 1);
  g_autoptr (GError) error = NULL;
  int kind = CUT_KIND_CLIP;

  entry->label = g_strdup (label);
  entry->kinds = g_array_new (FALSE, FALSE, sizeof (int));
  entry->before = g_ptr_array_new_with_free_func (g_free);
  entry->after = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (entry->kinds, kind);
  g_ptr_array_add (entry->before, g_strdup (""));
  g_ptr_array_add (entry->after, g_strdup ("{\"id\":\"x\"}"));
  g_assert_true (cut_store_journal_append (store, entry, &error));
  g_assert_no_error (error);
}

static void
assert_next (CutStore   *store,
             gboolean    redo,
             const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, redo, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry != NULL ? entry->label : NULL, ==, label);
  if (entry == NULL)
    return;
  g_assert_cmpuint (entry->kinds->len, ==, 1);
  g_assert_cmpint (g_array_index (entry->kinds, int, 0), ==, CUT_KIND_CLIP);
  g_assert_cmpstr (g_ptr_array_index (entry->before, 0), ==, "");
  g_assert_cmpstr (g_ptr_array_index (entry->after, 0), ==, "{\"id\":\"x\"}");
}

static void
move_next (CutStore *store,
           gboolean  undone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, !undone, &error);

  g_assert_true (cut_store_journal_move (store, entry->seq, undone, &error));
  g_assert_no_error (error);
}

static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  assert_next (store, FALSE, NULL);
  append_act (store, "One");
  append_act (store, "Two");
  append_act (store, "Three");
  assert_next (store, FALSE, "Three");
  assert_next (store, TRUE, NULL);
  move_next (store, TRUE);
  move_next (store, TRUE);
  assert_next (store, FALSE, "One");
  assert_next (store, TRUE, "Two");
  move_next (store, FALSE);
  assert_next (store, FALSE, "Two");
  assert_next (store, TRUE, "Three");
  append_act (store, "Four");
  assert_next (store, TRUE, NULL);
  assert_next (store, FALSE, "Four");
  g_assert_false (cut_store_journal_move (store, 99, TRUE, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
test_custody (Fixture       *fixture,
              gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_null (cut_store_custody_head (store, &error));
  g_assert_no_error (error);
  g_assert_true (cut_store_custody_append (store, "captured", "x", "aa", &error));
  first = cut_store_custody_head (store, &error);
  g_assert_true (cut_store_custody_append (store, "trashed", "x", NULL, &error));
  second = cut_store_custody_head (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_cmpstr (first, !=, second);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  cut_store_close (fixture->store);
  cut_store_close (fixture->store);
  g_assert_null (cut_store_list (fixture->store, query, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, -1);
  g_assert_false (cut_store_begin (fixture->store, NULL));
  g_assert_true (cut_store_is_read_only (fixture->store));
  cut_store_rollback (fixture->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/objects/every-field", test_every_field);
  add_test ("/store/objects/words-cleared", test_words_cleared);
  add_test ("/store/objects/get-and-find", test_get_and_find);
  add_test ("/store/objects/prefix", test_prefix);
  add_test ("/store/objects/refused-changes-nothing", test_refused_changes_nothing);
  add_test ("/store/objects/needs-an-act", test_needs_an_act);
  add_test ("/store/objects/rollback", test_rollback);
  add_test ("/store/objects/capture-is-write-once", test_capture_is_write_once);
  add_test ("/store/objects/capture-json-order", test_capture_json_order);
  add_test ("/store/objects/check-is-append-only", test_check_is_append_only);
  add_test ("/store/objects/remove", test_remove);
  add_test ("/store/objects/blobs", test_blobs);
  add_test ("/store/objects/no-blob", test_no_blob);
  add_test ("/store/objects/referrers", test_referrers);
  add_test ("/store/objects/failed-is-not-found", test_failed_is_not_found);
  add_test ("/store/objects/text", test_text);
  add_test ("/store/objects/text-against-evidence", test_text_against_evidence);
  add_test ("/store/objects/bad-text", test_bad_text);
  add_test ("/store/objects/meta", test_meta);
  add_test ("/store/objects/journal", test_journal);
  add_test ("/store/objects/custody", test_custody);
  add_test ("/store/objects/closed", test_closed);
  return g_test_run ();
}

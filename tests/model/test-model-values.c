/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-block.h"
#include "cut-date.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-selector.h"
#include "cut-sha256.h"
#include "cut-utf8.h"
#include "cut-vocab.h"

/* Dates, ids, JSON, selectors, blocks and vocabularies. */

static void
test_dates (void)
{
  static const struct
  {
    const char *value;
    CutDatePrecision precision;
    gint64 key;
  } cases[] = {
    { "2018", CUT_DATE_YEAR, G_GINT64_CONSTANT (1514764800000) },
    { "2018-11", CUT_DATE_MONTH, G_GINT64_CONSTANT (1541030400000) },
    { "2018-11-23", CUT_DATE_DAY, G_GINT64_CONSTANT (1542931200000) },
    { "2018-11-23T09:12:00Z", CUT_DATE_INSTANT, G_GINT64_CONSTANT (1542964320000) },
    { "2018-11-23T09:12Z", CUT_DATE_INSTANT, G_GINT64_CONSTANT (1542964320000) },
    { "2018-11-23T09:12:00.500+02:00", CUT_DATE_INSTANT, G_GINT64_CONSTANT (1542957120500) },
    { "2018-11-23T09:12", CUT_DATE_INSTANT, G_GINT64_CONSTANT (1542964320000) },
    { "20181123T091200Z", CUT_DATE_INSTANT, G_GINT64_CONSTANT (1542964320000) },
    { "0001", CUT_DATE_YEAR, G_GINT64_CONSTANT (-62135596800000) },
    { "2020-02-29", CUT_DATE_DAY, G_GINT64_CONSTANT (1582934400000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutDate) date = cut_date_new (cases[i].value, CUT_DATE_UNKNOWN, "meta", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (cut_date_get_value (date), ==, cases[i].value);
      g_assert_cmpint (cut_date_get_precision (date), ==, cases[i].precision);
      g_assert_cmpint (cut_date_get_sort_key (date), ==, cases[i].key);
      g_assert_cmpstr (cut_date_get_origin (date), ==, "meta");
    }
}

static void
test_refused_dates (void)
{
  static const char *const cases[] = {
    NULL, "", " ", "yesterday", "2018-13", "2018-02-30", "2018-1-2", "18", "0000", "2018-11-23T25:00:00Z", "2018/11/23",
    "-2018", "2018-11-23T09:12:00Z and much more text than a date has", "2018-11-2x", "20181",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i] != NULL ? cases[i] : "NULL");
      g_assert_null (cut_date_new (cases[i], CUT_DATE_UNKNOWN, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

static void
test_date_equal (void)
{
  g_autoptr (CutDate) a = cut_date_new (" 2018 ", CUT_DATE_ABOUT, NULL, NULL);
  g_autoptr (CutDate) b = cut_date_new ("2018", CUT_DATE_ABOUT, NULL, NULL);
  g_autoptr (CutDate) c = cut_date_new ("2018", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutDate) d = cut_date_new ("2018", CUT_DATE_ABOUT, "user", NULL);

  g_assert_true (cut_date_equal (a, b));
  g_assert_false (cut_date_equal (a, c));
  g_assert_false (cut_date_equal (a, d));
  g_assert_false (cut_date_equal (a, NULL));
  g_assert_true (cut_date_equal (NULL, NULL));
  for (int p = CUT_DATE_UNKNOWN; p <= CUT_DATE_ABOUT; p++)
    g_assert_cmpint (cut_date_precision_from_word (cut_date_precision_to_word ((CutDatePrecision) p)), ==, p);
  g_assert_cmpint (cut_date_precision_from_word ("never"), ==, CUT_DATE_UNKNOWN);
}

static void
test_times (void)
{
  static const gint64 cases[] = { 0, 1, 999, -1, -999, -1000, -1001, G_GINT64_CONSTANT (1542964320123) };
  gint64 ms;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cut_time_format (cases[i]);

      g_assert_true (cut_time_parse (text, &ms));
      g_assert_cmpint (ms, ==, cases[i]);
    }
  g_assert_false (cut_time_parse (NULL, &ms));
  g_assert_false (cut_time_parse ("2018", &ms));
  g_assert_false (cut_time_parse ("2018-11-23T09:12:00", &ms));
}

/* What a stranger's file may say. */
static void
test_times_beyond (void)
{
  static const gint64 cases[] = { G_MININT64, G_MININT64 + 1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cut_time_format (cases[i]);

      g_assert_cmpstr (text, ==, "1970-01-01T00:00:00.000Z");
    }
}

static gpointer
make_ids_cb (gpointer user_data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 5000; i++)
    g_ptr_array_add (ids, cut_id_new ());
  return ids;
}

static void
test_ids (void)
{
  GThread *threads[4];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("ids", make_ids_cb, NULL);
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[t]);

      for (guint i = 0; i < ids->len; i++)
        {
          const char *id = g_ptr_array_index (ids, i);

          g_assert_true (cut_id_is_valid (id));
          g_assert_cmpint (id[14], ==, '7');
          g_assert_nonnull (strchr ("89ab", id[19]));
          if (i > 0)
            g_assert_cmpstr (g_ptr_array_index (ids, i - 1), <, id);
          g_assert_true (g_hash_table_add (seen, g_strdup (id)));
        }
    }
}

static void
test_id_validity (void)
{
  g_assert_true (cut_id_is_valid ("01890a5d-ac96-774b-bcce-b302099a8057"));
  g_assert_false (cut_id_is_valid (NULL));
  g_assert_false (cut_id_is_valid (""));
  g_assert_false (cut_id_is_valid ("01890A5D-ac96-774b-bcce-b302099a8057"));
  g_assert_false (cut_id_is_valid ("01890a5d-ac96-774b-bcce-b302099a805"));
  g_assert_false (cut_id_is_valid ("01890a5dxac96-774b-bcce-b302099a8057"));
  g_assert_false (cut_id_is_valid ("01890a5d-ac96-774b-bcce-b302099a805g"));
  g_assert_cmpstr (cut_id_strip ("urn:uuid:x"), ==, "x");
  g_assert_cmpstr (cut_id_strip ("x"), ==, "x");
}

/* JSON. */

static void
test_json_canonical (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cut_json_parse (" { \"b\" : [1, 2.5, true, null], \"a\":{\"z\":\"\303\274\", \"A\":\"\\u00fc\"} } ", -1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cut_json_canonical (node);
  g_assert_cmpstr (text, ==, "{\"a\":{\"A\":\"\303\274\",\"z\":\"\303\274\"},\"b\":[1,2.5,true,null]}");
}

static void
test_json_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  const char *cases[] = { "", " ", "{", "[1,]x", "\"\377\"", deep, "{\"a\":}" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_json_parse (cases[i], -1, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

/* Brackets within strings nest nothing, however the strings end; those behind them do. */
static void
test_json_depth (void)
{
  static const struct
  {
    const char *before;
    const char *behind;
    gboolean refused;
  } cases[] = {
    { "[\"", "\"]", FALSE },
    { "[\"\\\"", "\"]", FALSE },
    { "[\"\\\\\\\"", "\"]", FALSE },
    { "[\"a\", \"", "\"]", FALSE },
    { "[\"\\\\\", ", "]", TRUE },
    { "[\"\", ", "]", TRUE },
    { "[\"a\\\"b\", ", "]", TRUE },
  };
  g_autofree char *deep = g_strnfill (1000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat (cases[i].before, deep, cases[i].behind, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = cut_json_parse (json, -1, &error);

      g_test_message ("%.20s", json);
      g_assert_true ((node == NULL) == cases[i].refused);
      g_assert_true ((error != NULL && strstr (error->message, "nested") != NULL) == cases[i].refused);
    }
}

static void
test_json_members (void)
{
  g_autoptr (JsonNode) node = cut_json_parse ("{\"s\":\"x\",\"i\":3,\"b\":true,\"a\":[\"p\",1,\"q\"],\"o\":{},\"n\":null}", -1, NULL);
  JsonObject *object = json_node_get_object (node);
  g_auto (GStrv) list = cut_json_get_strv (object, "a");

  g_assert_cmpstr (cut_json_get_string (object, "s"), ==, "x");
  g_assert_null (cut_json_get_string (object, "i"));
  g_assert_null (cut_json_get_string (object, "none"));
  g_assert_null (cut_json_get_string (object, "n"));
  g_assert_cmpint (cut_json_get_int (object, "i", 9), ==, 3);
  g_assert_cmpint (cut_json_get_int (object, "s", 9), ==, 9);
  g_assert_true (cut_json_get_boolean (object, "b", FALSE));
  g_assert_true (cut_json_get_boolean (object, "i", TRUE));
  g_assert_nonnull (cut_json_get_array (object, "a"));
  g_assert_null (cut_json_get_array (object, "o"));
  g_assert_nonnull (cut_json_get_object (object, "o"));
  g_assert_null (cut_json_get_object (object, "a"));
  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_null (cut_json_get_strv (object, "s"));
}

/* Selectors. */

static void
test_selector_round_trip (void)
{
  g_autoptr (CutSelector) selector = cut_selector_new (3, 9, "exact \"words\"", "before", NULL);
  g_autoptr (JsonNode) node = cut_selector_to_json (selector);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutSelector) read = cut_selector_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_true (cut_selector_equal (selector, read));
  g_assert_false (cut_selector_equal (selector, NULL));
  g_assert_cmpstr (read->suffix, ==, "");
}

static void
test_selector_refused (void)
{
  static const char *const cases[] = {
    "[]", "{}", "null", "[1]", "[{\"type\":\"Other\"}]",
    "[{\"type\":\"TextPositionSelector\",\"start\":5,\"end\":2}]",
    "[{\"type\":\"TextPositionSelector\",\"start\":-5,\"end\":2}]",
    "[{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":99999999999}]",
    "[{\"type\":\"TextPositionSelector\",\"start\":\"0\",\"end\":3}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = cut_json_parse (cases[i], -1, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_selector_from_json (node, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

/* Blocks. */

static void
test_blocks_round_trip (void)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_autoptr (GPtrArray) read = NULL;
  CutBlock *cell = cut_block_new (CUT_BLOCK_CELL, CUT_ROLE_BODY, 4, 9);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  const CutBlock *back;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_HEADING, CUT_ROLE_TITLE, 0, 3));
  cell->level = 1;
  cell->table = 2;
  cell->row = 3;
  cell->column = 4;
  cell->ordinal = 5;
  cell->header = TRUE;
  cell->image = g_strdup ("https://example.org/a.png");
  cell->alt = g_strdup ("\303\274");
  cut_block_add_span (cell, CUT_SPAN_LINK, 4, 6, "https://example.org/");
  cut_block_add_span (cell, CUT_SPAN_STRONG, 5, 9, NULL);
  g_ptr_array_add (blocks, cell);
  json = cut_blocks_to_json (blocks);
  read = cut_blocks_from_json (json, &error);
  g_assert_no_error (error);
  again = cut_blocks_to_json (read);
  g_assert_cmpstr (json, ==, again);
  back = g_ptr_array_index (read, 1);
  g_assert_cmpuint (back->column, ==, 4);
  g_assert_true (back->header);
  g_assert_cmpuint (back->spans->len, ==, 2);
}

static void
test_blocks_refused (void)
{
  static const char *const cases[] = {
    "", "{}", "[1]", "[null]", "[[]]", "[{}]",
    "[{\"kind\":\"paragraph\",\"role\":\"plum\",\"start\":0,\"end\":1}]",
    "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":2,\"end\":1}]",
    "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":5},{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":4,\"end\":9}]",
    "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":5,\"spans\":[{\"kind\":\"link\",\"start\":3,\"end\":9}]}]",
    "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":5,\"spans\":[{\"kind\":\"blink\",\"start\":3,\"end\":4}]}]",
    "[{\"kind\":\"paragraph\",\"role\":\"body\",\"start\":0,\"end\":5,\"spans\":[7]}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (cut_blocks_from_json (cases[i], &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
    }
}

static void
test_counted_text (void)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_autofree char *whole = NULL;
  g_autofree char *shorter = NULL;

  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_HEADING, CUT_ROLE_TITLE, 0, 3));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 4, 8));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_CAPTION, CUT_ROLE_CAPTION, 9, 9));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_FURNITURE, 9, 13));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_LIST_ITEM, CUT_ROLE_BODY, 14, 18));
  whole = cut_blocks_get_counted_text (blocks, "T\303\274t\nB\303\266dy\nmore\nitem");
  g_assert_cmpstr (whole, ==, "B\303\266dy\nitem");
  /* A table of a longer text must not be read past this one's end. */
  shorter = cut_blocks_get_counted_text (blocks, "T\303\274t\nB\303\266");
  g_assert_cmpstr (shorter, ==, "B\303\266\n");
}

/* A text of which all counts is told apart from one whose table does not fit it. */
static void
test_all_counts (void)
{
  static const struct
  {
    const char *text;
    const char *counted;
  } cases[] = {
    { "B\303\266dy\nmore", "B\303\266dy\nmore" },
    { "B\303\266dy more", "B\303\266dy\nmore" },
    { "B\303\266d\n more", "B\303\266d\n\nmore" },
    { "B\303\266dy\nmore than that", "B\303\266dy\nmore" },
    { "B\303\266dy\nmo", "B\303\266dy\nmo" },
    { "", "" },
  };
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();

  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 0, 4));
  g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 5, 9));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counted = cut_blocks_get_counted_text (blocks, cases[i].text);

      g_assert_cmpstr (counted, ==, cases[i].counted);
    }
}

static void
test_block_words (void)
{
  for (int role = CUT_ROLE_BODY; role <= CUT_ROLE_FURNITURE; role++)
    g_assert_cmpint (cut_block_role_from_word (cut_block_role_to_word ((CutBlockRole) role)), ==, role);
  g_assert_cmpint (cut_block_role_from_word ("plum"), ==, CUT_ROLE_BODY);
  g_assert_cmpstr (cut_block_kind_to_word (CUT_BLOCK_LIST_ITEM), ==, "list-item");
}

/* Vocabularies. */

static void
test_vocabularies (void)
{
  for (int vocab = CUT_VOCAB_NONE + 1; vocab < CUT_N_VOCABS; vocab++)
    {
      const char *const *words = cut_vocab_get_words ((CutVocab) vocab);
      const char *initial = cut_vocab_get_default ((CutVocab) vocab);
      g_autofree char *list = cut_vocab_list ((CutVocab) vocab);

      g_assert_nonnull (words[0]);
      g_assert_true (initial == NULL || cut_vocab_has ((CutVocab) vocab, initial));
      for (guint i = 0; words[i] != NULL; i++)
        {
          const char *label = cut_vocab_get_label ((CutVocab) vocab, words[i]);

          g_assert_true (cut_vocab_has ((CutVocab) vocab, words[i]));
          g_assert_cmpstr (label, !=, "");
          /* The context belongs to the translator, not to the reader. */
          g_assert_null (strchr (label, '\004'));
          g_assert_nonnull (strstr (list, words[i]));
        }
      g_assert_false (cut_vocab_has ((CutVocab) vocab, "plum"));
      g_assert_false (cut_vocab_has ((CutVocab) vocab, NULL));
      g_assert_cmpstr (cut_vocab_get_label ((CutVocab) vocab, "plum"), ==, "plum");
    }
  g_assert_cmpstr (cut_vocab_get_label (CUT_VOCAB_STANCE, "did-not-respond"), ==, "did not respond");
  g_assert_cmpstr (cut_vocab_get_label (CUT_VOCAB_SENSITIVITY, "normal"), ==, "Normal");
}

/* The vectors of FIPS 180-4's authors, and all lengths around the blocks of 64 bytes beside GLib's. */
static void
test_sha256 (void)
{
  g_autofree char *empty = cut_sha256_of_text ("", -1);
  g_autofree char *abc = cut_sha256_of_text ("abc", -1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  for (guint length = 0; length < 200; length++)
    {
      g_autofree char *hash = cut_sha256_of_data (bytes->data, length);
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, length);
      guint8 next = (guint8) (length * 7);

      g_assert_cmpstr (hash, ==, expected);
      g_byte_array_append (bytes, &next, 1);
    }
}

static void
test_sha256_in_pieces (void)
{
  g_autoptr (CutSha256) sum = cut_sha256_new ();
  g_autofree char *whole = cut_sha256_of_text ("who says what", -1);
  guint8 digest[CUT_SHA256_LENGTH];
  g_autofree char *again = NULL;
  g_autofree char *hex = NULL;

  cut_sha256_add_text (sum, "who ");
  cut_sha256_add (sum, NULL, 0);
  cut_sha256_add (sum, "says what", 9);
  hex = cut_sha256_end_hex (sum);
  g_assert_cmpstr (hex, ==, whole);
  cut_sha256_add_text (sum, "who says what");
  cut_sha256_end (sum, digest);
  again = g_strdup_printf ("%02x%02x", digest[0], digest[1]);
  g_assert_true (g_str_has_prefix (whole, again));
}

/* Every start and end within a text of one to four bytes a character. */
static void
test_utf8_count (void)
{
  static const char text[] = "plain words, é, ß, “quoted”, Ж, 漢字かな, 🗞 and so on, plain to the end";

  for (const char *from = text; *from != '\0'; from = g_utf8_next_char (from))
    for (const char *to = from;; to = g_utf8_next_char (to))
      {
        const char *found = cut_utf8_skip_ascii (from, to);

        g_assert_cmpuint (cut_utf8_count (from, (gsize) (to - from)), ==, (gsize) g_utf8_strlen (from, to - from));
        g_assert_true (found == to || (guchar) *found >= 0x80);
        for (const char *p = from; p < found; p++)
          g_assert_cmpuint ((guchar) *p, <, 0x80);
        if (*to == '\0')
          break;
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dates", test_dates);
  g_test_add_func ("/model/dates/refused", test_refused_dates);
  g_test_add_func ("/model/dates/equal", test_date_equal);
  g_test_add_func ("/model/times", test_times);
  g_test_add_func ("/model/times/beyond", test_times_beyond);
  g_test_add_func ("/model/ids", test_ids);
  g_test_add_func ("/model/ids/validity", test_id_validity);
  g_test_add_func ("/model/json/canonical", test_json_canonical);
  g_test_add_func ("/model/json/refused", test_json_refused);
  g_test_add_func ("/model/json/depth", test_json_depth);
  g_test_add_func ("/model/json/members", test_json_members);
  g_test_add_func ("/model/selector/round-trip", test_selector_round_trip);
  g_test_add_func ("/model/selector/refused", test_selector_refused);
  g_test_add_func ("/model/blocks/round-trip", test_blocks_round_trip);
  g_test_add_func ("/model/blocks/refused", test_blocks_refused);
  g_test_add_func ("/model/blocks/counted-text", test_counted_text);
  g_test_add_func ("/model/blocks/all-counts", test_all_counts);
  g_test_add_func ("/model/blocks/words", test_block_words);
  g_test_add_func ("/model/sha256", test_sha256);
  g_test_add_func ("/model/sha256/in-pieces", test_sha256_in_pieces);
  g_test_add_func ("/model/utf8/count", test_utf8_count);
  g_test_add_func ("/model/vocabularies", test_vocabularies);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-db.h"
#include "cut-search-term.h"
#include "cut-search-values.h"
#include "cut-snippet.h"
#include "cut-store-search.h"
#include "store-fixture.h"

/* A small notebook, and what each search finds in it. */

static void
fill (CutStore *store)
{
  g_autoptr (CutDate) march = cut_date_new ("2018-03-05", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutDate) october = cut_date_new ("2018-10-04T08:00:00Z", CUT_DATE_UNKNOWN, NULL, NULL);
  const char *ana[] = { "Ana Müller", NULL };
  const char *bo[] = { "Bo Lind", "Ana Müller", NULL };
  g_autoptr (CutSelector) selector = cut_selector_new (4, 20, "new harbour wall", NULL, NULL);
  g_autofree char *story = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *source = NULL;
  g_autofree char *harbour = NULL;
  g_autofree char *bridge = NULL;
  g_autofree char *note = NULL;
  g_autofree char *capture = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *claim = NULL;
  const char *stories[2] = { NULL, NULL };
  const char *tags[2] = { NULL, NULL };

  begin (store);
  story = put_id (store, cut_record_new (CUT_KIND_STORY, "title", "Port money", "summary", "Where the quay went", NULL));
  tag = put_id (store, cut_record_new (CUT_KIND_TAG, "label", "Follow up", NULL));
  entity = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "Brücke GmbH", "schema", "Company", NULL));
  source = put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "harbour official", "kind", "spokesperson", "contact",
                                          "secretphone", "code-name", "Kingfisher", NULL));
  stories[0] = story;
  tags[0] = tag;
  harbour = put_id (store, cut_record_new (CUT_KIND_CLIP, "title", "Harbour costs double", "authors", ana, "site-name",
                                           "The Daily Quay", "url", "https://www.dailyquay.example/a", "published", march,
                                           "stories", stories, NULL));
  bridge = put_id (store, cut_record_new (CUT_KIND_CLIP, "title", "Bridge opens", "authors", bo, "site-name", "Nordsee-Bote",
                                          "url", "https://news.bote.example/b", "published", october, "tags", tags,
                                          "sensitivity", "confidential", NULL));
  note = put_id (store, cut_record_new (CUT_KIND_CLIP, "title", "Own note", "sensitivity", "never-export", NULL));
  capture = new_capture (store, harbour, "The new harbour wall cost twice its estimate.\nRead more news here.\n"
                                         "Officials said the U.S. firm was paid in full.", 1000);
  g_free (new_capture (store, bridge, "A bridge over the harbour opened on Thursday with café tables.", 1000));
  g_free (new_capture (store, note, "Harbour master rang. 東京 office closed.", 1000));
  claim = put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "The wall cost twice its estimate", "status", "disputed", NULL));
  mark = put_id (store, cut_record_new (CUT_KIND_ANNOTATION, "clip", harbour, "capture", capture, "kind", "claim", "body",
                                        "ask about the overrun", "claim", claim, "selectors",
                                        selector, NULL));
  change (store, mark, "entities", entity);
  g_object_unref (put (store, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", claim, "annotation", mark, "source", source, NULL)));
  g_free (new_mark (store, harbour, capture, "furniture", 46, 66, "out"));
  commit (store);
}

typedef struct
{
  const char *query;
  CutKind kind;
  const char *found; /* titles by created, oldest first */
} Case;

#define CLIPS "Harbour costs double|Bridge opens|Own note"

static const Case cases[] = {
  { "harbour", CUT_KIND_CLIP, CLIPS },
  { "HARBOUR", CUT_KIND_CLIP, CLIPS },
  { "harbour wall", CUT_KIND_CLIP, "Harbour costs double" },
  { "\"harbour wall\"", CUT_KIND_CLIP, "Harbour costs double" },
  { "\"wall harbour\"", CUT_KIND_CLIP, "" },
  { "\342\200\234harbour wall\342\200\235", CUT_KIND_CLIP, "Harbour costs double" },
  { "harb*", CUT_KIND_CLIP, CLIPS },
  { "harb", CUT_KIND_CLIP, "" },
  { "\"new harb\"*", CUT_KIND_CLIP, "Harbour costs double" },
  { "harbour -bridge", CUT_KIND_CLIP, "Harbour costs double|Own note" },
  { "-harbour", CUT_KIND_CLIP, "" },
  { "-bridge", CUT_KIND_CLIP, "Harbour costs double|Own note" },
  { "-\"harbour wall\"", CUT_KIND_CLIP, "Bridge opens|Own note" },
  { "wall OR bridge", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "harbour thursday OR officials", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "OR", CUT_KIND_CLIP, "" },
  { "harbour OR", CUT_KIND_CLIP, CLIPS },
  { "U.S.", CUT_KIND_CLIP, "Harbour costs double" },
  { "cafe", CUT_KIND_CLIP, "Bridge opens" },
  { "CAFÉ", CUT_KIND_CLIP, "Bridge opens" },
  { "cafe\314\201", CUT_KIND_CLIP, "Bridge opens" },
  { "東京", CUT_KIND_CLIP, "Own note" },
  { "muller", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "news", CUT_KIND_CLIP, "Bridge opens" }, /* of its address; the other one's is furniture */
  { "site:quay", CUT_KIND_CLIP, "Harbour costs double" },
  { "site:dailyquay.example", CUT_KIND_CLIP, "Harbour costs double" },
  { "site:www.dailyquay.example", CUT_KIND_CLIP, "Harbour costs double" },
  { "site:https://dailyquay.example/x", CUT_KIND_CLIP, "Harbour costs double" },
  { "site:bote.example", CUT_KIND_CLIP, "Bridge opens" },
  { "site:ote.example", CUT_KIND_CLIP, "" },
  { "site:\"the daily quay\" harbour", CUT_KIND_CLIP, "Harbour costs double" },
  { "SITE:nordsee", CUT_KIND_CLIP, "Bridge opens" },
  { "-site:quay", CUT_KIND_CLIP, "Bridge opens|Own note" },
  { "site:quay OR site:nordsee", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "site:quay OR bridge", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "site:%", CUT_KIND_CLIP, "" },
  { "by:müller", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "by:MULLER by:lind", CUT_KIND_CLIP, "Bridge opens" },
  { "by:\"bo lind\"", CUT_KIND_CLIP, "Bridge opens" },
  { "tag:\"follow up\"", CUT_KIND_CLIP, "Bridge opens" },
  { "tag:follow", CUT_KIND_CLIP, "Bridge opens" },
  { "tag:up", CUT_KIND_CLIP, "Bridge opens" },
  { "tag:nothing", CUT_KIND_CLIP, "" },
  { "-tag:follow harbour", CUT_KIND_CLIP, "Harbour costs double|Own note" },
  { "story:\"Port money\"", CUT_KIND_CLIP, "Harbour costs double" },
  { "story:port", CUT_KIND_CLAIM, "The wall cost twice its estimate" },
  { "entity:brucke", CUT_KIND_CLIP, "Harbour costs double" },
  { "entity:\"BRÜCKE GMBH\"", CUT_KIND_ANNOTATION, "new harbour wall" },
  { "source:official", CUT_KIND_CLIP, "Harbour costs double" },
  { "source:harbour", CUT_KIND_CLAIM, "The wall cost twice its estimate" },
  { "status:disputed", CUT_KIND_CLAIM, "The wall cost twice its estimate" },
  { "status:verified", CUT_KIND_CLAIM, "" },
  { "before:2018-04", CUT_KIND_CLIP, "Harbour costs double" },
  { "before:2018-03-05", CUT_KIND_CLIP, "" },
  { "after:2018-03-05", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "after:2018-10-04 before:2019", CUT_KIND_CLIP, "Bridge opens" },
  { "-after:2018-10", CUT_KIND_CLIP, "Harbour costs double|Own note" },
  { "after:thursday", CUT_KIND_CLIP, "Bridge opens" }, /* no date: a word */
  { "kind:claim wall", CUT_KIND_NONE, "The wall cost twice its estimate" },
  { "kind:clips wall", CUT_KIND_NONE, "Harbour costs double" },
  { "kind:company", CUT_KIND_NONE, "Brücke GmbH" },
  { "overrun", CUT_KIND_NONE, "new harbour wall" },
  { "quay", CUT_KIND_NONE, "Port money|Harbour costs double" },
  { "estimate", CUT_KIND_NONE, "Harbour costs double|The wall cost twice its estimate" },
  { "secretphone", CUT_KIND_NONE, "" },
  { "kingfisher", CUT_KIND_NONE, "" },
  { "more", CUT_KIND_CLIP, "" }, /* the user said that line is furniture */
  { "", CUT_KIND_CLIP, CLIPS },
  { "  ", CUT_KIND_CLIP, CLIPS },
  { "\"", CUT_KIND_CLIP, CLIPS },
  { "-", CUT_KIND_CLIP, CLIPS },
  { "!!!", CUT_KIND_CLIP, "" },
  { "harbour \"wall", CUT_KIND_CLIP, "Harbour costs double" },
  { "harbour AND wall", CUT_KIND_CLIP, "" },
  { "NEAR(harbour wall)", CUT_KIND_CLIP, "" },
  { "new NEAR wall", CUT_KIND_CLIP, "Harbour costs double" },
  { "new NEAR/1 wall", CUT_KIND_CLIP, "Harbour costs double" },
  { "new NEAR/1 estimate", CUT_KIND_CLIP, "" },
  { "\"new harbour\" NEAR/3 twice OR café", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "site:quay OR café NEAR tables", CUT_KIND_CLIP, "Harbour costs double|Bridge opens" },
  { "harbour -bridge -master", CUT_KIND_CLIP, "Harbour costs double" },
  { "harbour -bridge OR -master", CUT_KIND_CLIP, CLIPS },
  { "harbour -site:quay -master", CUT_KIND_CLIP, "Bridge opens" },
  { "NEAR harbour", CUT_KIND_CLIP, "" },
  { "harbour NEAR", CUT_KIND_CLIP, "" },
  { "title:harbour", CUT_KIND_CLIP, "" },
  { "{harbour} ^wall + (", CUT_KIND_CLIP, "Harbour costs double" },
  { "harbour' OR 1=1 --", CUT_KIND_CLIP, CLIPS },
  { "site: harbour", CUT_KIND_CLIP, "" },
  { "**", CUT_KIND_CLIP, CLIPS },
  { "-\"\"", CUT_KIND_CLIP, CLIPS },
  { "\377\376", CUT_KIND_CLIP, "" },
};

static void
test_cases (Fixture       *fixture,
            gconstpointer  data)
{
  fill (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (cases[i].kind);
      g_autofree char *shown = g_utf8_make_valid (cases[i].query, -1);
      g_autofree char *found = NULL;

      cut_query_set_match (query, cases[i].query);
      cut_query_set_order (query, "created", FALSE);
      found = titles (fixture->store, query);
      g_test_message ("%s", shown);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_trash_is_not_found (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *id = new_clip (fixture->store, "Harbour");
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  cut_query_set_match (query, "harbour");
  trash (fixture->store, id);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 0);
  query->trash = CUT_TRASH_ONLY;
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 1);
  query->trash = CUT_TRASH_EXCLUDED;
  restore (fixture->store, id);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 1);
}

static void
test_relevance (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autofree char *body = new_clip (fixture->store, "Elsewhere");
  g_autofree char *titled = new_clip (fixture->store, "Harbour");
  g_autofree char *best = NULL;
  g_autofree char *worst = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_free (new_capture (fixture->store, body, "They say harbour once.", 1000));
  g_free (new_capture (fixture->store, titled, "They say nothing at all.", 1000));
  cut_query_set_match (query, "harbour");
  best = titles (fixture->store, query);
  g_assert_cmpstr (best, ==, "Harbour|Elsewhere");
  rows = cut_store_rows (fixture->store, query, NULL);
  g_assert_cmpfloat (cut_row_get_score (g_ptr_array_index (rows, 0)), >, cut_row_get_score (g_ptr_array_index (rows, 1)));
  g_assert_cmpfloat (cut_row_get_score (g_ptr_array_index (rows, 1)), >, 0);
  query->descending = FALSE;
  worst = titles (fixture->store, query);
  g_assert_cmpstr (worst, ==, "Elsewhere|Harbour");
}

static char *
snippet_for (CutStore   *store,
             const char *match)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GString) text = NULL;

  cut_query_set_match (query, match);
  rows = cut_store_rows (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  keys = cut_store_keys (store, query, &error);
  same = cut_store_rows_for_keys (store, query, (const gint64 *) (void *) keys->data, keys->len, &error);
  g_assert_no_error (error);
  text = g_string_new (cut_row_get_snippet (g_ptr_array_index (rows, 0)));
  g_assert_cmpstr (text->str, ==, cut_row_get_snippet (g_ptr_array_index (same, 0)));
  g_string_replace (text, CUT_ROW_HIT_START, "[", 0);
  g_string_replace (text, CUT_ROW_HIT_END, "]", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_snippet (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const expected[][2] = {
    { "muller", "One [M\303\274ller] met\none other. Second." },
    { "m\303\274l*", "One [M\303\274ller] met one other. Second." },
    { "\"met one\" second", "One M\303\274ller [met one] other. [Second]." },
    { "met -absent", "One M\303\274ller [met] one other. Second." },
  };
  g_autofree char *clip = new_clip (fixture->store, "Title");

  g_free (new_capture (fixture->store, clip, "One M\303\274ller met\none other. Second.", 1000));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *snippet = snippet_for (fixture->store, expected[i][0]);
      g_autofree char *line = g_strdelimit (g_strdup (expected[i][1]), "\n", ' ');

      g_assert_cmpstr (snippet, ==, line);
    }
}

static void
test_snippet_window (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clip = new_clip (fixture->store, "Title");
  g_autofree char *snippet = NULL;

  for (int i = 0; i < 500; i++)
    g_string_append_printf (text, "%sw%d", i > 0 ? " " : "", i);
  g_free (new_capture (fixture->store, clip, text->str, 1000));
  snippet = snippet_for (fixture->store, "w10 OR w300 OR w305");
  g_assert_true (g_str_has_prefix (snippet, "… w294 "));
  g_assert_nonnull (strstr (snippet, "[w300] w301 w302 w303 w304 [w305] w306"));
  g_assert_true (g_str_has_suffix (snippet, "w323 …"));
}

/* A capture whose lines count or not by @roles. */
static void
new_mixed_capture (CutStore           *store,
                   const char         *clip,
                   const char         *text,
                   const CutBlockRole *roles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GPtrArray) blocks = blocks_of (text);
  g_autofree char *json = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < blocks->len; i++)
    ((CutBlock *) g_ptr_array_index (blocks, i))->role = roles[i];
  json = cut_blocks_to_json (blocks);
  begin (store);
  g_assert_true (cut_store_put_blob (store, bytes, NULL, &error));
  id = put_id (store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "paste", "sha256", sha256, "text-sha256", sha256, NULL));
  g_assert_true (cut_store_put_text (store, id, text, json, NULL, &error));
  g_assert_true (cut_store_custody_append (store, "captured", id, NULL, &error));
  g_assert_no_error (error);
  commit (store);
}

/* Opens the notebook again after @value was put where it says what counts. */
static void
say_what_counts (Fixture    *fixture,
                 const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER reader_text_is_kept; UPDATE reader_text SET counted = %s;"
                                          "CREATE TRIGGER reader_text_is_kept BEFORE UPDATE ON reader_text "
                                          "BEGIN SELECT RAISE (ABORT, 'a reader text is never changed'); END", value);
  CutDb *db;

  g_clear_object (&fixture->store);
  db = cut_db_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (cut_db_exec (db, sql, &error));
  g_assert_no_error (error);
  cut_db_close (db);
  fixture->store = cut_store_open (fixture->path, CUT_STORE_CREATE, &error);
  g_assert_no_error (error);
}

/* What does not count is not shown; nor where the row says nothing of it, as in notebooks of earlier versions, or what cannot be. */
static void
test_snippet_of_what_counts (Fixture       *fixture,
                             gconstpointer  data)
{
  static const CutBlockRole roles[] = { CUT_ROLE_BYLINE, CUT_ROLE_BODY, CUT_ROLE_BODY, CUT_ROLE_FURNITURE, CUT_ROLE_BODY };
  static const char *const lies[] = { "NULL", "x'00'", "x'0000000001'", "x'00000000ffffff7f'", "x'0900000004000000'", "x'0000000005000000'",
                                      "x'000000000600000003000000ffffffff'", "x'0000000008000000'" };
  static const char expected[] = "Mr S\303\266r paid. [Harbour] silent. End.";
  g_autofree char *clip = new_clip (fixture->store, "Title");
  g_autofree char *first = NULL;

  new_mixed_capture (fixture->store, clip, "By B\303\266b.\nMr S\303\266r paid.\nHarbour silent.\nMore news\nEnd.", roles);
  first = snippet_for (fixture->store, "harbour");
  g_assert_cmpstr (first, ==, expected);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *snippet = NULL;
      g_autofree char *shown = g_strescape (lies[i], NULL);

      say_what_counts (fixture, lies[i]);
      snippet = snippet_for (fixture->store, "harbour");
      g_test_message ("%s", shown);
      /* A part that can be is believed: nothing but the snippet rests on it. */
      if (i < G_N_ELEMENTS (lies) - 1)
        g_assert_cmpstr (snippet, ==, expected);
      else
        g_assert_null (strstr (snippet, "[Harbour]"));
    }
}

#define RANDOM_WORDS 120
#define VOCABULARY 26
#define SHOWN 30
#define SHOWN_BEFORE 6

/* How many of the letters of @sought stand among the words from @first on that are shown behind the beginning. */
static guint
count_sought (const char *letters,
              guint       first,
              const char *sought)
{
  guint n = 0;

  for (; *sought != '\0'; sought++)
    n += memchr (letters + first, *sought, MIN (SHOWN - SHOWN_BEFORE, RANDOM_WORDS - first)) != NULL;
  return n;
}

/* By the plainest of rules: of all windows the first with the most different words. Returns: (nullable) */
static char *
plain_snippet (const char *letters,
               const char *sought)
{
  guint best = RANDOM_WORDS, most = 0, first, end;
  GString *text;

  for (guint i = 0; i < RANDOM_WORDS; i++)
    if (strchr (sought, letters[i]) != NULL && count_sought (letters, i, sought) > most)
      {
        most = count_sought (letters, i, sought);
        best = i;
      }
  if (most == 0)
    return NULL;
  first = best > SHOWN_BEFORE ? best - SHOWN_BEFORE : 0;
  end = MIN (first + SHOWN, RANDOM_WORDS);
  text = g_string_new (first > 0 ? "… " : "");
  for (guint i = first; i < end; i++)
    g_string_append_printf (text, strchr (sought, letters[i]) != NULL ? "%s" CUT_ROW_HIT_START "x%c" CUT_ROW_HIT_END : "%sx%c", i > first ? " " : "",
                            letters[i]);
  g_string_append (text, end < RANDOM_WORDS ? " …" : "");
  return g_string_free (text, FALSE);
}

/* Not all of a text is cut into words; what is shown is what would be shown if it were. */
static void
test_snippet_choice (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) match = g_string_new (NULL);
      g_autoptr (CutSnippet) words = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *snippet = NULL;
      char letters[RANDOM_WORDS];
      char sought[5] = "";

      for (guint i = 0; i < RANDOM_WORDS; i++)
        {
          letters[i] = (char) ('a' + (int) (VOCABULARY * g_rand_double (rand) * g_rand_double (rand)));
          g_string_append_printf (text, "%sx%c", i > 0 ? " " : "", letters[i]);
        }
      for (int i = 0; i < 1 + round % 4; i++)
        {
          char letter = (char) ('a' + g_rand_int_range (rand, 0, VOCABULARY));

          if (strchr (sought, letter) != NULL)
            continue;
          sought[strlen (sought)] = letter;
          g_string_append_printf (match, "%sx%c", match->len > 0 ? " OR " : "", letter);
        }
      words = cut_snippet_new (match->str);
      expected = plain_snippet (letters, sought);
      snippet = cut_snippet_of_text (words, text->str);
      g_assert_cmpstr (snippet, ==, expected);
    }
}

static gint64
count_match (CutStore   *store,
             const char *match)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  gint64 n;

  cut_query_set_match (query, match);
  n = cut_store_count (store, query, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_newest_capture_counts (Fixture       *fixture,
                            gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = new_clip (store, "Title");
  g_autofree char *newer = new_capture (store, clip, "second words", 2000);
  g_autofree char *older = new_capture (store, clip, "first words", 1000);
  g_autoptr (CutRecord) newest = cut_store_newest_capture (store, clip, NULL);

  g_assert_cmpstr (cut_record_get_id (newest), ==, newer);
  g_assert_cmpint (count_match (store, "second"), ==, 1);
  g_assert_cmpint (count_match (store, "first"), ==, 0);
  trash (store, newer);
  g_assert_cmpint (count_match (store, "second"), ==, 0);
  g_assert_cmpint (count_match (store, "first"), ==, 1);
  trash (store, older);
  g_assert_null (cut_store_newest_capture (store, clip, NULL));
  g_assert_cmpint (count_match (store, "first"), ==, 0);
}

static void
test_furniture (Fixture       *fixture,
                gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = new_clip (store, "Title");
  g_autofree char *capture = new_capture (store, clip, "Subscribe today\nThe news", 1000);
  g_autofree char *out = new_mark (store, clip, capture, "furniture", 0, 15, "out");
  g_autoptr (CutRow) row = NULL;

  g_assert_cmpint (count_match (store, "subscribe"), ==, 0);
  g_assert_cmpint (count_match (store, "news"), ==, 1);
  row = row_of (store, CUT_KIND_CLIP, clip);
  g_assert_cmpstr (cut_row_get_snippet (row), ==, "The news");
  g_assert_cmpuint (cut_row_get_n_annotations (row), ==, 0);
  change (store, out, "body", "in");
  g_assert_cmpint (count_match (store, "subscribe"), ==, 1);
  change (store, out, "body", "out");
  trash (store, out);
  g_assert_cmpint (count_match (store, "subscribe"), ==, 1);
}

static void
test_within_an_act (Fixture       *fixture,
                    gconstpointer  data)
{
  begin (fixture->store);
  g_free (new_clip (fixture->store, "Harbour"));
  g_assert_cmpint (count_match (fixture->store, "harbour"), ==, 1);
  commit (fixture->store);
  g_assert_cmpint (count_match (fixture->store, "harbour"), ==, 1);
}

static void
assert_values (CutStore   *store,
               CutFilter   filter,
               const char *prefix,
               guint       limit,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = cut_store_complete_value (store, filter, prefix, limit, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (values, NULL);
  joined = g_strjoinv ("|", (char **) values->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture->store);
  assert_values (fixture->store, CUT_FILTER_SITE, "", 8, "Nordsee-Bote|The Daily Quay");
  assert_values (fixture->store, CUT_FILTER_SITE, "THE d", 8, "The Daily Quay");
  assert_values (fixture->store, CUT_FILTER_SITE, "nö", 8, "Nordsee-Bote");
  assert_values (fixture->store, CUT_FILTER_SITE, "", 1, "Nordsee-Bote");
  assert_values (fixture->store, CUT_FILTER_SITE, "quay", 8, "");
  assert_values (fixture->store, CUT_FILTER_SITE, "'; --", 8, "");
  assert_values (fixture->store, CUT_FILTER_BY, "mull", 8, "Ana Müller");
  assert_values (fixture->store, CUT_FILTER_BY, "l", 8, "Bo Lind");
  assert_values (fixture->store, CUT_FILTER_BY, "", 1, "Bo Lind");
  assert_values (fixture->store, CUT_FILTER_BY, "x", 8, "");
}

static void
add_place (guint    start,
           guint    end,
           gpointer places)
{
  g_string_append_printf (places, "%u-%u ", start, end);
}

static void
assert_found (const char *match,
              const char *text,
              const char *expected)
{
  g_autoptr (CutSnippet) words = cut_snippet_new (match);
  g_autoptr (GString) places = g_string_new (NULL);

  g_assert_nonnull (words);
  cut_snippet_find (words, text, add_place, places);
  g_assert_cmpstr (places->str, ==, expected);
}

/* Offsets are code points, whatever the letters take in bytes. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  const char *text = "Cafés öffnen: das Café am Markt, das cafe nicht.";

  assert_found ("café", text, "18-22 37-41 ");
  assert_found ("caf*", text, "0-5 18-22 37-41 ");
  assert_found ("\"cafe am markt\" cafe -das", text, "18-31 37-41 ");
  assert_found ("tag:markt offnen", text, "6-12 ");
  assert_found ("nowhere", text, "");
  assert_found ("nowhere", "", "");
  g_assert_null (cut_snippet_new ("tag:markt -das"));
}

/* Scripts without blanks, and letters as people type them. */
static void
test_scripts (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const texts[] = { "東京の黒猫が走った。", "黒い犬と猫", "กรุงเทพมหานครเป็นเมืองหลวง", "한국어를 배운다",
                                       "Wałęsa met İsmet in der Straße", "हिन्दी समाचार" };
  static const struct
  {
    const char *query;
    int found; /* which of the texts; -1 for none */
  } found[] = {
    { "黒猫", 0 },     { "京の黒", 0 },    { "黒犬", -1 },    { "犬", 1 },       { "\"犬と猫\"", 1 }, { "東京 猫が", 0 }, { "เมือง", 2 },
    { "มหานคร", 2 },  { "นครกรุง", -1 }, { "한국어", 3 },   { "국어", 3 },      { "walesa", 4 },     { "ismet", 4 },   { "STRASSE", 4 },
    { "\"der strasse\"", 4 },             { "हिन्दी", 5 },   { "हिन्द*", 5 },    { "हिन्द", -1 },       { "東京 -黒い", 0 },
  };
  static const char *const titles_of[] = { "t0", "t1", "t2", "t3", "t4", "t5" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clip = new_clip (fixture->store, titles_of[i]);

      g_free (new_capture (fixture->store, clip, texts[i], 1000));
    }
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
      g_autofree char *rows = NULL;

      cut_query_set_match (query, found[i].query);
      rows = titles (fixture->store, query);
      g_test_message ("%s", found[i].query);
      g_assert_cmpstr (rows, ==, found[i].found >= 0 ? titles_of[found[i].found] : "");
    }
}

static void
test_script_snippets (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "Title");
  g_autofree char *pair = NULL;
  g_autofree char *single = NULL;

  g_free (new_capture (fixture->store, clip, "東京の黒猫が走った。", 1000));
  pair = snippet_for (fixture->store, "黒猫が");
  g_assert_cmpstr (pair, ==, "東京の[黒猫が]走った。");
  single = snippet_for (fixture->store, "猫");
  g_assert_cmpstr (single, ==, "東京の黒[猫]が走った。");
}

/* Bare words are found in their other forms where that is asked for; phrases stay as they are. */
static void
test_forms (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const found[][3] = {
    { "inspection", NULL, "one" },       { "inspection", "en", "many|one" }, { "\"inspection\"", "en", "one" },
    { "inspecting", "en", "many|one" },  { "inspection*", "en", "many|one" }, { "haus", "en", "" },
    { "inspecting*", "en", "many|one" }, { "inspecting*", NULL, "" },    { "two OR inspecting*", "en", "many|one" },
    { "inspecting* -late", "en", "one" },    { "haeuser", "de", "german" },         { "haeuser", "en", "" },
    { "haeuser*", "de", "german" },          { "Buergermeister", "de", "german|spelled" }, { "bürgermeister", "de", "german|spelled" },
    { "bürgermeister", NULL, "german" },     { "BÜRGERMEISTERS", "de-AT", "german|spelled" }, { "neue", "de", "german|spelled" }, { "quelle", "de", "" },
    { "haus", "en de", "german" },       { "inspection NEAR/2 two", "en", "many" },
    { "-inspection", "en", "german|spelled" },   { "inspection", "tlh", "one" },
  };
  g_autofree char *one = new_clip (fixture->store, "one");
  g_autofree char *many = new_clip (fixture->store, "many");
  g_autofree char *german = new_clip (fixture->store, "german");
  g_autofree char *spelled = new_clip (fixture->store, "spelled");

  g_free (new_capture (fixture->store, one, "The inspection was early.", 1000));
  g_free (new_capture (fixture->store, many, "Two inspections were late, said the inspector.", 1000));
  g_free (new_capture (fixture->store, german, "Die Häuser am Hafen, sagt der Bürgermeister, sind neu. Qulle.", 1000));
  g_free (new_capture (fixture->store, spelled, "Der neue Buergermeister.", 1000));
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
      g_autofree char *rows = NULL;

      cut_query_set_match (query, found[i][0]);
      cut_query_set_languages (query, found[i][1]);
      cut_query_set_order (query, "title", FALSE);
      rows = titles (fixture->store, query);
      g_test_message ("%s", found[i][0]);
      g_assert_cmpstr (rows, ==, found[i][2]);
    }
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Whenever a search is cancelled, it ends with that or with what it found, and the next one finds all. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  fill (fixture->store);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) keys = NULL;
      GThread *thread;
      gboolean partial;

      cut_query_set_match (query, "harb* OR \"new harbour\"");
      cut_store_set_cancellable (fixture->store, cancellable);
      thread = g_thread_new ("cancel", cancel_cb, cancellable);
      keys = cut_store_search (fixture->store, query, &partial, &error);
      g_thread_join (thread);
      cut_store_set_cancellable (fixture->store, NULL);
      if (keys == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpuint (keys->len, ==, 3);
      g_assert_cmpint (count_match (fixture->store, "harbour"), ==, 3);
    }
}

/* A word that is being typed is found by what begins with it; what stands before it, or is finished, is not. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const expected[][2] = {
    { "harb", "harb*" },
    { "bridge harb", "bridge harb*" },
    { "tag:check harb", "tag:check harb*" },
    { "M\303\274", "M\303\274*" },
    { "wall OR br", "wall OR br*" },
    { "\"new harb", "\"new harb*" },
    { "harb ", "harb " },
    { "h", "h" },
    { "bridge h", "bridge h" },
    { "harb*", "harb*" },
    { "-harb", "-harb" },
    { "tag:check", "tag:check" },
    { "\"new harb\"", "\"new harb\"" },
    { "harbour OR", "harbour OR" },
    { "harb -", "harb -" },
    { "U.S.", "U.S." },
    { "", "" },
    { " ", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *open = cut_search_leave_open (expected[i][0]);

      g_assert_cmpstr (open, ==, expected[i][1]);
    }
}

/* What is found in another order than by how well it answers is the same, whichever way it was found: with the rows by looking each hit up, by keys
 * alone through the index of that order where most of all has the word. */
static void
assert_same_order (CutStore   *store,
                   const char *match,
                   const char *order,
                   guint       way)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GArray) keys = NULL;

  cut_query_set_match (query, match);
  cut_query_set_order (query, order, way % 2 == 0);
  query->limit = way / 2 * 7;
  query->offset = way / 4 * 5;
  rows = cut_store_rows (store, query, &error);
  g_assert_no_error (error);
  keys = cut_store_keys (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, rows->len);
  g_assert_cmpuint (keys->len, >, 0);
  same = cut_store_rows_for_keys (store, query, (const gint64 *) (void *) keys->data, keys->len, &error);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (cut_row_get_id (g_ptr_array_index (rows, i)), ==, cut_row_get_id (g_ptr_array_index (same, i)));
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const orders[] = { "created", "modified", "published", "title", "site_name", "status" };

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u common%s", i * 37 % 90, i % 9 == 0 ? " rare" : "");
      g_autofree char *id = new_clip (fixture->store, i % 11 == 0 ? "else" : title);

      if (i % 13 == 0)
        trash (fixture->store, id);
      if (i % 5 == 0)
        g_free (new_capture (fixture->store, id, "common words", 1000));
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint way = 0; way < 8; way++)
      {
        assert_same_order (fixture->store, "common", orders[i], way);
        assert_same_order (fixture->store, "rare OR else", orders[i], way);
        assert_same_order (fixture->store, "common -rare", orders[i], way);
      }
}

static char *
suggestion_for (CutStore   *store,
                const char *match)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GError) error = NULL;
  char *suggestion = NULL;

  cut_query_set_match (query, match);
  g_assert_true (cut_store_suggest (store, query, &suggestion, &error));
  g_assert_no_error (error);
  return suggestion;
}

static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const expected[][2] = {
    { "harbuor", "harbour" },
    { "harbuor ", "harbour" },
    { "twise \"harbour wal\"", "twice \"harbour wall\"" },
    { "harbor \"new wal\"", NULL }, /* what this might mean stands nowhere */
    { "site:quay harbuor", "site:quay harbour" },
    { "harbour", NULL },
    { "harbuor*", "harbour*" },
    { "harbou*", NULL },
    { "xylophones", NULL },
    { "hx", NULL },
    { "bridge overrunn", NULL }, /* both stand somewhere then, but not together */
    { "secretphon", NULL },
    { "kingfishr", NULL },
    { "", NULL },
  };

  fill (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *suggestion = suggestion_for (fixture->store, expected[i][0]);

      g_test_message ("%s", expected[i][0]);
      g_assert_cmpstr (suggestion, ==, expected[i][1]);
    }
}

/* What was taken out is not proposed any more, and after compacting it stands nowhere. */
static void
test_words_go (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "Quillaxia");
  g_autofree char *before = suggestion_for (fixture->store, "quilaxia");
  g_autofree char *after = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_cmpstr (before, ==, "quillaxia");
  change (fixture->store, clip, "title", "Another");
  after = suggestion_for (fixture->store, "quilaxia");
  g_assert_cmpstr (after, ==, NULL);
  g_assert_true (cut_store_compact (fixture->store, &error));
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &file, &length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (file, (gssize) length, "quillaxia"));
}

/* The best of many, page by page, are those of the whole list, whatever does not count among them. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;

  begin (store);
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *title = g_strdup_printf ("Harbour %d %s", i, i % 7 == 0 ? "harbour harbour" : "wall");
      g_autofree char *id = new_clip (store, title);

      if (i % 3 == 0)
        trash (store, id);
      else
        g_object_unref (put (store, cut_record_new (CUT_KIND_CLAIM, "text", title, NULL)));
    }
  commit (store);
  cut_query_set_match (query, "harbour");
  all = cut_store_keys (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 266);
  g_assert_cmpint (cut_store_count (store, query, NULL), ==, 266);
  query->limit = 10;
  for (query->offset = 0; query->offset < 280; query->offset += 10)
    {
      g_autoptr (GArray) page = cut_store_keys (store, query, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, ==, MIN (10, all->len - MIN (all->len, query->offset)));
      for (guint i = 0; i < page->len; i++)
        g_assert_cmpint (g_array_index (page, gint64, i), ==, g_array_index (all, gint64, query->offset + i));
    }
}

static void
assert_counts (CutStore *store)
{
  g_autoptr (GPtrArray) problems = cut_store_verify (store, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (int inbox = 0; inbox <= (kind == CUT_KIND_CLIP); inbox++)
      {
        g_autoptr (CutQuery) query = cut_query_new ((CutKind) kind);
        g_autoptr (GArray) keys = NULL;

        query->inbox = inbox != 0;
        keys = cut_store_keys (store, query, NULL);
        g_assert_cmpint (cut_store_count (store, query, NULL), ==, keys->len);
      }
}

/* Counts are kept, and come to what counting comes to. */
static void
test_kept_counts (Fixture       *fixture,
                  gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = NULL;
  g_autofree char *story = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *other = NULL;

  fill (store);
  assert_counts (store);
  clip = new_clip (store, "Another");
  story = put_id (store, cut_record_new (CUT_KIND_STORY, "title", "Another", NULL));
  entity = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "One", NULL));
  other = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "Two", NULL));
  change (store, other, "merged-into", entity);
  assert_counts (store);
  change (store, clip, "stories", story);
  assert_counts (store);
  trash (store, story);
  trash (store, other);
  assert_counts (store);
  trash (store, clip);
  restore (store, story);
  assert_counts (store);
  begin (store);
  g_assert_true (cut_store_remove (store, clip, NULL));
  commit (store);
  assert_counts (store);
  begin (store);
  g_free (new_clip (store, "Taken back"));
  cut_store_rollback (store);
  assert_counts (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/search/cases", test_cases);
  add_test ("/store/search/trash-is-not-found", test_trash_is_not_found);
  add_test ("/store/search/relevance", test_relevance);
  add_test ("/store/search/cancelled", test_cancelled);
  add_test ("/store/search/open", test_open);
  add_test ("/store/search/snippet", test_snippet);
  add_test ("/store/search/snippet-window", test_snippet_window);
  add_test ("/store/search/snippet-of-what-counts", test_snippet_of_what_counts);
  add_test ("/store/search/snippet-choice", test_snippet_choice);
  add_test ("/store/search/orders", test_orders);
  add_test ("/store/search/newest-capture-counts", test_newest_capture_counts);
  add_test ("/store/search/furniture", test_furniture);
  add_test ("/store/search/values", test_values);
  add_test ("/store/search/places", test_places);
  add_test ("/store/search/within-an-act", test_within_an_act);
  add_test ("/store/search/scripts", test_scripts);
  add_test ("/store/search/script-snippets", test_script_snippets);
  add_test ("/store/search/forms", test_forms);
  add_test ("/store/search/suggestions", test_suggestions);
  add_test ("/store/search/words-go", test_words_go);
  add_test ("/store/search/pages", test_pages);
  add_test ("/store/search/kept-counts", test_kept_counts);
  return g_test_run ();
}

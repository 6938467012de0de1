/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-store-ties.h"
#include "store-fixture.h"

static void
assert_titles (CutStore       *store,
               const CutQuery *query,
               const char     *expected)
{
  g_autofree char *found = titles (store, query);

  g_assert_cmpstr (found, ==, expected);
}

/* Conditions. */

static void
fill_clips (CutStore *store)
{
  static const char *const sites[] = { "Beta", "alpha", NULL, "Ästhetik" };
  static const char *const dates[] = { "2018-03", NULL, "2017", "2018-03-02" };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("%c%u", "dbCa"[i], i);
      g_autoptr (CutDate) date = dates[i] != NULL ? cut_date_new (dates[i], CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
      const char *authors[] = { i % 2 == 0 ? "Even \"Name\"" : "Odd, Name", "Both", NULL };

      g_free (put_id (store, cut_record_new (CUT_KIND_CLIP, "title", title, "site-name", sites[i], "published", date, "created",
                                             (gint64) (1000 + i), "modified", (gint64) (9000 - i), "authors", authors, NULL)));
    }
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *order;
    const char *rising;
    const char *falling;
  } cases[] = {
    { NULL, "d0|b1|C2|a3", "a3|C2|b1|d0" },
    { "created", "d0|b1|C2|a3", "a3|C2|b1|d0" },
    { "modified", "a3|C2|b1|d0", "d0|b1|C2|a3" },
    { "published", "b1|C2|d0|a3", "a3|d0|C2|b1" },
    { "title", "a3|b1|C2|d0", "d0|C2|b1|a3" },
    { "site_name", "C2|b1|a3|d0", "d0|a3|b1|C2" },
    { "status", "d0|b1|C2|a3", "a3|C2|b1|d0" },
    { "relevance", "d0|b1|C2|a3", "a3|C2|b1|d0" },
  };

  fill_clips (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

      g_test_message ("%s", cases[i].order);
      cut_query_set_order (query, cases[i].order, FALSE);
      assert_titles (fixture->store, query, cases[i].rising);
      cut_query_set_order (query, cases[i].order, TRUE);
      assert_titles (fixture->store, query, cases[i].falling);
    }
}

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *value;
    const char *found;
  } cases[] = {
    { "title", "b1", "b1" },
    { "title", "B1", "" },
    { "site_name", "", "C2" },
    { "site-name", "alpha", "b1" },
    { "authors", "Odd, Name", "b1|a3" },
    { "authors", "Even \"Name\"", "d0|C2" },
    { "authors", "Both", "d0|b1|C2|a3" },
    { "published", "2017", "C2" },
    { "published", "", "b1" },
    { "created", "1001", "b1" },
    { "created", "1970-01-01T00:00:01.002Z", "C2" },
    { "deleted", "", "d0|b1|C2|a3" },
    { "deleted", "5", "" },
    { "sensitivity", "normal", "d0|b1|C2|a3" },
    { "tags", "", "d0|b1|C2|a3" },
    { "title", "' OR 1=1 --", "" },
  };

  fill_clips (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

      cut_query_set_order (query, "created", FALSE);
      cut_query_where (query, cases[i].field, cases[i].value);
      assert_titles (fixture->store, query, cases[i].found);
      cut_query_where (query, "title", "b1");
      assert_titles (fixture->store, query, strstr (cases[i].found, "b1") != NULL ? "b1" : "");
    }
}

static void
test_boolean_and_id (Fixture       *fixture,
                     gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *a = put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "a", "checkable", TRUE, NULL));
  g_autoptr (CutQuery) yes = cut_query_new (CUT_KIND_CLAIM);
  g_autoptr (CutQuery) no = cut_query_new (CUT_KIND_CLAIM);
  g_autoptr (CutQuery) same = cut_query_new (CUT_KIND_CLAIM);

  g_free (put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "b", "same-as", a, NULL)));
  cut_query_where (yes, "checkable", "true");
  cut_query_where (no, "checkable", "no");
  cut_query_where (same, "same_as", a);
  assert_titles (store, yes, "a");
  assert_titles (store, no, "b");
  assert_titles (store, same, "b");
}

static void
test_bad_query (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CutQuery) field = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (CutQuery) order = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) field_error = NULL;
  g_autoptr (GError) order_error = NULL;

  cut_query_where (field, "colour", "red");
  g_assert_null (cut_store_rows (fixture->store, field, &field_error));
  g_assert_error (field_error, CUT_ERROR, CUT_ERROR_INPUT);
  cut_query_set_order (order, "title; DROP TABLE clip", FALSE);
  g_assert_null (cut_store_keys (fixture->store, order, &order_error));
  g_assert_error (order_error, CUT_ERROR, CUT_ERROR_USAGE);
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  fill_clips (fixture->store);
  cut_query_set_order (query, "created", FALSE);
  query->limit = 2;
  assert_titles (fixture->store, query, "d0|b1");
  query->offset = 1;
  assert_titles (fixture->store, query, "b1|C2");
  query->limit = 0;
  assert_titles (fixture->store, query, "b1|C2|a3");
  query->offset = 9;
  assert_titles (fixture->store, query, "");
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 4);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (CutQuery) all = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) mixed = NULL;
  g_autoptr (GError) error = NULL;

  fill_clips (fixture->store);
  g_free (put_id (fixture->store, cut_record_new (CUT_KIND_TAG, "label", "b1 tag", NULL)));
  cut_query_set_order (query, "title", FALSE);
  cut_query_where (query, "authors", "Both");
  list = cut_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 4);
  g_assert_cmpstr (cut_clip_get_title (g_ptr_array_index (list, 0)), ==, "a3");
  cut_query_set_match (all, "b1");
  mixed = cut_store_list (fixture->store, all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mixed->len, ==, 2);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 wanted[3];

  fill_clips (store);
  cut_query_set_order (query, "title", FALSE);
  keys = cut_store_keys (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 4);
  wanted[0] = g_array_index (keys, gint64, 3);
  wanted[1] = 123456;
  wanted[2] = g_array_index (keys, gint64, 0);
  rows = cut_store_rows_for_keys (store, query, wanted, G_N_ELEMENTS (wanted), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (cut_row_get_title (g_ptr_array_index (rows, 0)), ==, "d0");
  g_assert_null (g_ptr_array_index (rows, 1));
  g_assert_cmpstr (cut_row_get_title (g_ptr_array_index (rows, 2)), ==, "a3");
}

static void
put_capture (CutStore   *store,
             const char *clip,
             const char *sha256,
             gint64      at,
             const char *verdict)
{
  put (store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "fetcher", "sha256", sha256, "fetched-at", at, "verdict", verdict, NULL));
}

/* The list says of a clip what its newest capture is. */
static void
test_row_verdict (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "T", NULL));
  g_autoptr (CutRow) wall = NULL;
  g_autoptr (CutRow) article = NULL;

  put_capture (fixture->store, id, "a1", 1000, "bot-wall");
  wall = row_of (fixture->store, CUT_KIND_CLIP, id);
  g_assert_cmpstr (cut_row_get_status (wall), ==, "bot-wall");
  put_capture (fixture->store, id, "b2", 2000, NULL);
  article = row_of (fixture->store, CUT_KIND_CLIP, id);
  g_assert_null (cut_row_get_status (article));
}

static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  const char *authors[] = { "A", "B", NULL };
  g_autoptr (CutDate) date = cut_date_new ("2018-03", CUT_DATE_UNKNOWN, "meta", NULL);
  g_autofree char *id = put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "T\nU", "authors", authors, "site-name", "S",
                                                                "excerpt", "E", "kind", "article", "published", date, NULL));
  g_autoptr (CutRow) row = row_of (fixture->store, CUT_KIND_CLIP, id);

  g_assert_cmpint (cut_row_get_kind (row), ==, CUT_KIND_CLIP);
  g_assert_cmpstr (cut_row_get_title (row), ==, "T U");
  g_assert_cmpstr (cut_row_get_byline (row), ==, "A, B");
  g_assert_cmpstr (cut_row_get_site_name (row), ==, "S");
  g_assert_cmpstr (cut_row_get_snippet (row), ==, "E");
  g_assert_cmpstr (cut_row_get_detail (row), ==, "article");
  g_assert_null (cut_row_get_status (row));
  g_assert_true (cut_date_equal (cut_row_get_published (row), date));
  g_assert_cmpint (cut_row_get_created (row), >, 0);
  g_assert_cmpint (cut_row_get_deleted (row), ==, 0);
}

static void
test_trash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *b = new_clip (fixture->store, "b");
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  g_free (new_clip (fixture->store, "a"));
  cut_query_set_order (query, "title", FALSE);
  trash (fixture->store, b);
  assert_titles (fixture->store, query, "a");
  query->trash = CUT_TRASH_ONLY;
  assert_titles (fixture->store, query, "b");
  query->trash = CUT_TRASH_INCLUDED;
  assert_titles (fixture->store, query, "a|b");
}

static void
test_inbox (Fixture       *fixture,
            gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *story = put_id (store, cut_record_new (CUT_KIND_STORY, "title", "S", NULL));
  g_autofree char *a = new_clip (store, "a");
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  g_free (new_clip (store, "b"));
  query->inbox = TRUE;
  cut_query_set_order (query, "title", FALSE);
  assert_titles (store, query, "a|b");
  change (store, a, "stories", story);
  assert_titles (store, query, "b");
  trash (store, story);
  assert_titles (store, query, "a|b");
  restore (store, story);
  assert_titles (store, query, "b");
  change (store, a, "stories", NULL);
  assert_titles (store, query, "a|b");
}

/* What is linked to what. */

typedef struct
{
  char *story, *tag, *entity, *clip, *capture, *mark, *claim, *source, *via, *attribution;
} Web;

static void
web_clear (Web *web)
{
  char **ids[] = { &web->story, &web->tag,   &web->entity, &web->clip, &web->capture,
                   &web->mark,  &web->claim, &web->source, &web->via,  &web->attribution };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_clear_pointer (ids[i], g_free);
}

static void
fill_web (CutStore *store,
          Web      *web)
{
  const char *vias[] = { NULL, NULL };

  begin (store);
  web->story = put_id (store, cut_record_new (CUT_KIND_STORY, "title", "story", NULL));
  web->tag = put_id (store, cut_record_new (CUT_KIND_TAG, "label", "tag", NULL));
  web->entity = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "entity", NULL));
  web->clip = new_clip (store, "clip");
  change (store, web->clip, "stories", web->story);
  change (store, web->clip, "tags", web->tag);
  web->capture = new_capture (store, web->clip, "Some words", 1000);
  web->mark = new_mark (store, web->clip, web->capture, "claim", 0, 5, NULL);
  change (store, web->mark, "entities", web->entity);
  web->claim = put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "claim", NULL));
  web->source = put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "source", NULL));
  web->via = put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "via", NULL));
  vias[0] = web->via;
  web->attribution = put_id (store, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", web->claim, "annotation", web->mark, "source",
                                                    web->source, "via", vias, NULL));
  g_free (new_clip (store, "other"));
  g_free (put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "other", NULL)));
  commit (store);
}

static void
assert_linked (CutStore   *store,
               CutKind     kind,
               const char *id,
               gint64      n)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;

  cut_query_set_linked (query, id);
  g_assert_cmpint (cut_store_count (store, query, &error), ==, n);
  g_assert_no_error (error);
}

static void
test_linked (Fixture       *fixture,
             gconstpointer  data)
{
  CutStore *store = fixture->store;
  Web web = { NULL };

  fill_web (store, &web);
  assert_linked (store, CUT_KIND_CLIP, web.story, 1);
  assert_linked (store, CUT_KIND_CLIP, web.tag, 1);
  assert_linked (store, CUT_KIND_ANNOTATION, web.story, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.story, 1);
  assert_linked (store, CUT_KIND_ANNOTATION, web.clip, 1);
  assert_linked (store, CUT_KIND_CAPTURE, web.clip, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.clip, 1);
  assert_linked (store, CUT_KIND_ATTRIBUTION, web.clip, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.capture, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.source, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.via, 1);
  assert_linked (store, CUT_KIND_ATTRIBUTION, web.source, 1);
  assert_linked (store, CUT_KIND_ATTRIBUTION, web.via, 1);
  assert_linked (store, CUT_KIND_ATTRIBUTION, web.claim, 1);
  assert_linked (store, CUT_KIND_ANNOTATION, web.entity, 1);
  assert_linked (store, CUT_KIND_CLAIM, web.entity, 0);
  assert_linked (store, CUT_KIND_CLIP, web.claim, 0);
  trash (store, web.attribution);
  assert_linked (store, CUT_KIND_CLAIM, web.source, 0);
  assert_linked (store, CUT_KIND_CLAIM, web.clip, 0);
  web_clear (&web);
}

static void
assert_counts (CutStore   *store,
               CutKind     kind,
               const char *id,
               guint       annotations,
               guint       claims,
               guint       links)
{
  g_autoptr (CutRow) row = row_of (store, kind, id);

  g_assert_cmpuint (cut_row_get_n_annotations (row), ==, annotations);
  g_assert_cmpuint (cut_row_get_n_claims (row), ==, claims);
  g_assert_cmpuint (cut_row_get_n_links (row), ==, links);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  CutStore *store = fixture->store;
  Web web = { NULL };

  fill_web (store, &web);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 1, 1, 2);
  assert_counts (store, CUT_KIND_SOURCE, web.source, 0, 0, 1);
  assert_counts (store, CUT_KIND_SOURCE, web.via, 0, 0, 1);
  assert_counts (store, CUT_KIND_STORY, web.story, 0, 0, 1);
  assert_counts (store, CUT_KIND_ENTITY, web.entity, 0, 0, 1);
  trash (store, web.claim);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 1, 0, 2);
  restore (store, web.claim);
  trash (store, web.attribution);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 1, 0, 2);
  assert_counts (store, CUT_KIND_SOURCE, web.source, 0, 0, 0);
  change (store, web.mark, "claim", web.claim);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 1, 1, 2);
  trash (store, web.mark);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 0, 0, 1);
  assert_counts (store, CUT_KIND_ENTITY, web.entity, 0, 0, 0);
  restore (store, web.mark);
  begin (store);
  g_assert_true (cut_store_remove (store, web.mark, NULL));
  commit (store);
  assert_counts (store, CUT_KIND_CLIP, web.clip, 0, 0, 1);
  web_clear (&web);
}

/* What refers may come before what it refers to. */
static void
test_counts_in_any_order (Fixture       *fixture,
                          gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = cut_id_new ();
  g_autofree char *capture = cut_id_new ();
  g_autofree char *claim = cut_id_new ();
  g_autofree char *mark = cut_id_new ();
  g_autofree char *story = cut_id_new ();
  const char *stories[] = { story, NULL };
  g_autoptr (CutSelector) selector = cut_selector_new (0, 1, "x", NULL, NULL);
  g_autoptr (CutQuery) inbox = cut_query_new (CUT_KIND_CLIP);

  begin (store);
  g_free (put_id (store, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", claim, "annotation", mark, NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_ANNOTATION, "id", mark, "clip", clip, "capture", capture, "selectors", selector, NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_CLIP, "id", clip, "title", "t", "stories", stories, NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_CLAIM, "id", claim, "text", "c", NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_STORY, "id", story, "title", "s", NULL)));
  commit (store);
  assert_counts (store, CUT_KIND_CLIP, clip, 1, 1, 1);
  assert_counts (store, CUT_KIND_STORY, story, 0, 0, 1);
  inbox->inbox = TRUE;
  g_assert_cmpint (cut_store_count (store, inbox, NULL), ==, 0);
}

static void
test_referrers (Fixture       *fixture,
                gconstpointer  data)
{
  CutStore *store = fixture->store;
  Web web = { NULL };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) captures = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  fill_web (store, &web);
  all = cut_store_referrers (store, web.clip, CUT_KIND_NONE, &error);
  captures = cut_store_referrers (store, web.clip, CUT_KIND_CAPTURE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (captures->len, ==, 1);
  g_assert_cmpstr (cut_record_get_id (g_ptr_array_index (captures, 0)), ==, web.capture);
  trash (store, web.capture);
  none = cut_store_referrers (store, web.clip, CUT_KIND_CAPTURE, &error);
  g_assert_cmpuint (none->len, ==, 0);
  web_clear (&web);
}

/* Finding what is already there. */

static void
assert_clip_of (CutStore   *store,
                const char *url,
                const char *clip)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = cut_store_find_clip_by_url (store, url, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, clip);
}

static void
test_by_url (Fixture       *fixture,
             gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *clip = put_id (store, cut_record_new (CUT_KIND_CLIP, "title", "t", "url", "https://a.example/x#top", "canonical-url",
                                                         "https://a.example/canon", NULL));
  g_autofree char *capture = put_id (store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "fetcher", "sha256", "ab", "url",
                                                            "http://short.example/1", "final-url", "https://a.example/final", NULL));
  g_autofree char *hit = cut_store_find_capture (store, clip, "ab", NULL);
  g_autofree char *any = cut_store_find_capture (store, NULL, "ab", NULL);

  g_assert_cmpstr (hit, ==, capture);
  g_assert_cmpstr (any, ==, capture);
  g_assert_null (cut_store_find_capture (store, NULL, "cd", NULL));
  g_assert_null (cut_store_find_capture (store, capture, "ab", NULL));
  assert_clip_of (store, "https://a.example/x", clip);
  assert_clip_of (store, "https://a.example/x#end", clip);
  assert_clip_of (store, "https://a.example/canon", clip);
  assert_clip_of (store, "http://short.example/1", clip);
  assert_clip_of (store, "https://a.example/final#p", clip);
  assert_clip_of (store, "https://a.example/", NULL);
  change (store, clip, "url", "https://a.example/moved");
  assert_clip_of (store, "https://a.example/x", NULL);
  trash (store, clip);
  assert_clip_of (store, "https://a.example/final", NULL);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  CutStore *store = fixture->store;
  const char *aliases[] = { "Old Müller  Co", NULL };
  g_autofree char *id = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "Straße und Søn", "aliases", aliases, NULL));
  static const struct
  {
    const char *name;
    gboolean found;
  } cases[] = {
    { "Straße und Søn", TRUE }, { "STRASSE UND SØN", TRUE }, { "old muller co", TRUE },     { "OLD MU\314\210LLER CO", TRUE },
    { " Old Müller Co ", TRUE }, { "Old", FALSE },           { "muller co", FALSE },        { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = cut_store_find_named (store, CUT_KIND_ENTITY, cases[i].name, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (found, ==, cases[i].found ? id : NULL);
    }
  g_assert_null (cut_store_find_named (store, CUT_KIND_SOURCE, "Straße und Søn", NULL));
  change (store, id, "aliases", NULL);
  g_assert_null (cut_store_find_named (store, CUT_KIND_ENTITY, "old muller co", NULL));
  trash (store, id);
  g_assert_null (cut_store_find_named (store, CUT_KIND_ENTITY, "Straße und Søn", NULL));
}

static guint
n_completed (CutStore   *store,
             const char *prefix,
             guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cut_store_complete_named (store, CUT_KIND_SOURCE, prefix, limit, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autoptr (GPtrArray) found = NULL;

  g_free (put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "The Müller papers", NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "Mullah", NULL)));
  g_free (put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "Other", NULL)));
  g_assert_cmpuint (n_completed (store, "mü", 10), ==, 2);
  g_assert_cmpuint (n_completed (store, "MULL", 1), ==, 1);
  g_assert_cmpuint (n_completed (store, "muller p", 10), ==, 1);
  g_assert_cmpuint (n_completed (store, "uller", 10), ==, 0);
  g_assert_cmpuint (n_completed (store, "", 2), ==, 2);
  found = cut_store_complete_named (store, CUT_KIND_SOURCE, "mul", 10, NULL);
  g_assert_cmpstr (cut_row_get_title (g_ptr_array_index (found, 0)), ==, "Mullah");
}

/* Many. */

#define MANY 20000

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *story = put_id (store, cut_record_new (CUT_KIND_STORY, "title", "S", NULL));
  const char *stories[] = { story, NULL };
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (CutQuery) linked = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  begin (store);
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Clip %05d", i);

      g_free (put_id (store, cut_record_new (CUT_KIND_CLIP, "title", title, "created", (gint64) i, "stories", i % 2 ? stories : NULL, NULL)));
    }
  commit (store);
  cut_query_set_order (query, "title", FALSE);
  keys = cut_store_keys (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, MANY);
  rows = cut_store_rows_for_keys (store, query, &g_array_index (keys, gint64, MANY - 50), 50, &error);
  g_assert_cmpstr (cut_row_get_title (g_ptr_array_index (rows, 49)), ==, "Clip 19999");
  cut_query_set_linked (linked, story);
  g_assert_cmpint (cut_store_count (store, linked, &error), ==, MANY / 2);
  query->inbox = TRUE;
  g_assert_cmpint (cut_store_count (store, query, &error), ==, MANY / 2);
  query->inbox = FALSE;
  cut_query_set_match (query, "12345");
  assert_titles (store, query, "Clip 12345");
  assert_counts (store, CUT_KIND_STORY, story, 0, 0, MANY / 2);
}

static void
assert_naming (CutStore   *store,
               CutKind     kind,
               const char *field,
               const char *distinct,
               const char *id,
               guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = cut_store_count_naming (store, kind, field, distinct, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)), ==, n);
  g_assert_cmpint (g_hash_table_contains (counts, id), ==, n > 0);
}

/* How many name it, without those in the Trash; what speaks twice to one claim speaks to one. */
static void
test_naming (Fixture       *fixture,
             gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *entity = put_id (store, cut_record_new (CUT_KIND_ENTITY, "name", "Ada Lind", NULL));
  g_autofree char *source = put_id (store, cut_record_new (CUT_KIND_SOURCE, "label", "Ada Lind", NULL));
  const char *entities[] = { entity, NULL };
  g_autofree char *first = put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "A tank leaked", "entities", entities, NULL));
  g_autofree char *second = put_id (store, cut_record_new (CUT_KIND_CLAIM, "text", "It was known", "entities", entities, NULL));
  char *said[3];

  for (guint i = 0; i < 3; i++)
    said[i] = put_id (store, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", i < 2 ? first : second, "source", source, NULL));
  assert_naming (store, CUT_KIND_CLAIM, "entities", NULL, entity, 2);
  assert_naming (store, CUT_KIND_ANNOTATION, "entities", NULL, entity, 0);
  assert_naming (store, CUT_KIND_ATTRIBUTION, "source", NULL, source, 3);
  assert_naming (store, CUT_KIND_ATTRIBUTION, "source", "claim", source, 2);
  trash (store, first);
  trash (store, said[2]);
  assert_naming (store, CUT_KIND_CLAIM, "entities", NULL, entity, 1);
  assert_naming (store, CUT_KIND_ATTRIBUTION, "source", NULL, source, 2);
  assert_naming (store, CUT_KIND_ATTRIBUTION, "source", "claim", source, 1);
  trash (store, second);
  assert_naming (store, CUT_KIND_CLAIM, "entities", NULL, entity, 0);
  restore (store, first);
  assert_naming (store, CUT_KIND_CLAIM, "entities", NULL, entity, 1);
  for (guint i = 0; i < 3; i++)
    g_free (said[i]);
}

/* A merge may file what lies in the Trash, or bring it there and file it at once. */
static void
test_naming_in_trash (Fixture       *fixture,
                      gconstpointer  data)
{
  CutStore *store = fixture->store;
  g_autofree char *first = put_id (store, cut_record_new (CUT_KIND_TAG, "label", "harbour", NULL));
  g_autofree char *second = put_id (store, cut_record_new (CUT_KIND_TAG, "label", "walls", NULL));
  const char *tags[] = { first, NULL };
  const char *others[] = { second, NULL };
  g_autoptr (CutRecord) clip = put (store, cut_record_new (CUT_KIND_CLIP, "title", "A", "tags", tags, NULL));
  g_autoptr (CutRecord) trashed = put (store, cut_record_with (clip, "deleted", (gint64) 1000, "tags", others, NULL));

  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, first, 0);
  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, second, 0);
  g_object_unref (put (store, cut_record_with (trashed, "tags", NULL, NULL)));
  g_object_unref (put (store, g_object_ref (trashed)));
  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, second, 0);
  g_object_unref (put (store, g_object_ref (clip)));
  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, first, 1);
  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, second, 0);
  g_free (put_id (store, cut_record_new (CUT_KIND_CLIP, "title", "B", "deleted", (gint64) 1000, "tags", tags, NULL)));
  assert_naming (store, CUT_KIND_CLIP, "tags", NULL, first, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/query/order", test_order);
  add_test ("/store/query/conditions", test_conditions);
  add_test ("/store/query/boolean-and-id", test_boolean_and_id);
  add_test ("/store/query/bad-query", test_bad_query);
  add_test ("/store/query/limit", test_limit);
  add_test ("/store/query/list", test_list);
  add_test ("/store/query/keys", test_keys);
  add_test ("/store/query/row", test_row);
  add_test ("/store/query/row-verdict", test_row_verdict);
  add_test ("/store/query/trash", test_trash);
  add_test ("/store/query/inbox", test_inbox);
  add_test ("/store/query/linked", test_linked);
  add_test ("/store/query/counts", test_counts);
  add_test ("/store/query/counts-in-any-order", test_counts_in_any_order);
  add_test ("/store/query/referrers", test_referrers);
  add_test ("/store/query/by-url", test_by_url);
  add_test ("/store/query/names", test_names);
  add_test ("/store/query/complete", test_complete);
  add_test ("/store/query/naming", test_naming);
  add_test ("/store/query/naming-in-trash", test_naming_in_trash);
  add_test ("/store/query/many", test_many);
  return g_test_run ();
}

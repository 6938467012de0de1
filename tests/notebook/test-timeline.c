/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-error.h"
#include "cut-test-notebook.h"
#include "cut-timeline-query.h"

static CutRecord *
make (CutTestNotebook *self,
      CutRecord       *record)
{
  cut_test_commit_one (self->notebook, "Make", g_object_ref (record));
  return record;
}

static const char *
id_of (CutRecord *record)
{
  return cut_record_get_id (record);
}

static CutRecord *
make_clip (CutTestNotebook *self,
           const char      *title,
           const char      *published,
           CutRecord       *story)
{
  g_autoptr (CutDate) date = published != NULL ? cut_date_new (published, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  const char *stories[] = { story != NULL ? id_of (story) : NULL, NULL };

  return make (self, cut_record_new (CUT_KIND_CLIP, "title", title, "site-name", "Evening Post", "published", date, "stories", stories, NULL));
}

static CutRecord *
make_claim (CutTestNotebook *self,
            const char      *text,
            const char      *fact,
            CutRecord       *story,
            CutRecord       *entity)
{
  g_autoptr (CutDate) date = fact != NULL ? cut_date_new (fact, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  const char *stories[] = { story != NULL ? id_of (story) : NULL, NULL };
  const char *entities[] = { entity != NULL ? id_of (entity) : NULL, NULL };

  return make (self, cut_record_new (CUT_KIND_CLAIM, "text", text, "fact-date", date, "stories", stories, "entities", entities, NULL));
}

static CutRecord *
make_mark (CutTestNotebook *self,
           CutRecord       *clip,
           CutRecord       *entity)
{
  g_autoptr (CutSelector) selector = cut_selector_new (0, 4, "Norr", NULL, NULL);
  const char *entities[] = { entity != NULL ? id_of (entity) : NULL, NULL };

  return make (self, cut_record_new (CUT_KIND_ANNOTATION, "clip", id_of (clip), "capture", id_of (clip), "kind",
                                     entity != NULL ? "entity" : "claim", "entities", entities, "selectors", selector, NULL));
}

static CutRecord *
say (CutTestNotebook *self,
     CutRecord       *claim,
     CutRecord       *mark,
     CutRecord       *source,
     const char      *said)
{
  g_autoptr (CutDate) date = said != NULL ? cut_date_new (said, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;

  return make (self, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", id_of (claim), "annotation", mark != NULL ? id_of (mark) : NULL, "source",
                                     source != NULL ? id_of (source) : NULL, "stance", "denies", "said-at", date, NULL));
}

static CutTimeline *
read_timeline (CutTestNotebook *self,
               const char      *id)
{
  g_autoptr (GError) error = NULL;
  CutTimeline *timeline = cut_notebook_timeline (self->notebook, id, NULL, &error);

  g_assert_no_error (error);
  return timeline;
}

static char *
list_items (GPtrArray *items)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const CutTimelineItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (list, "%s%s %s", i > 0 ? "; " : "", cut_timeline_kind_to_word (item->kind), item->title);
    }
  return g_string_free (list, FALSE);
}

static void
assert_dated (CutTestNotebook *self,
              const char      *id,
              const char      *wanted)
{
  g_autoptr (CutTimeline) timeline = read_timeline (self, id);
  g_autofree char *list = list_items (timeline->items);

  g_assert_cmpstr (list, ==, wanted);
}

static void
test_all (CutTestNotebook *self,
          gconstpointer    data)
{
  g_autoptr (CutRecord) clip = make_clip (self, "Board denies", "2021-03-11", NULL);
  g_autoptr (CutRecord) other = make_clip (self, "No date", NULL, NULL);
  g_autoptr (CutRecord) claim = make_claim (self, "The tank leaked", "2021-02", NULL, NULL);
  g_autoptr (CutRecord) mark = make_mark (self, clip, NULL);
  g_autoptr (CutRecord) source = make (self, cut_record_new (CUT_KIND_SOURCE, "label", "Jon Berg", "kind", "person", "named", TRUE, NULL));
  g_autoptr (CutRecord) secret = make (self, cut_record_new (CUT_KIND_SOURCE, "label", "Ida Moe", "kind", "person", "sensitivity",
                                                             "confidential", NULL));
  g_autoptr (CutRecord) said = say (self, claim, mark, source, "2021-03-09");
  g_autoptr (CutRecord) unsaid = say (self, claim, NULL, secret, NULL);
  g_autoptr (CutTimeline) timeline = read_timeline (self, NULL);
  g_autofree char *dated = list_items (timeline->items);
  g_autofree char *undated = list_items (timeline->undated);
  const CutTimelineItem *item = g_ptr_array_index (timeline->items, 1);

  g_assert_cmpstr (dated, ==, "fact The tank leaked; said The tank leaked; published Board denies");
  g_assert_cmpstr (undated, ==, "said The tank leaked; published No date");
  g_assert_cmpstr (item->who, ==, "Jon Berg");
  g_assert_cmpstr (item->word, ==, "denies");
  g_assert_cmpstr (item->claim, ==, id_of (claim));
  g_assert_cmpstr (item->clip, ==, id_of (clip));
  g_assert_cmpstr (item->annotation, ==, id_of (mark));
  /* Who is confidential is not named. */
  item = g_ptr_array_index (timeline->undated, 0);
  g_assert_null (item->who);
  g_assert_cmpstr (item->id, ==, id_of (unsaid));
}

static void
test_story (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autoptr (CutRecord) story = make (self, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  g_autoptr (CutRecord) clip = make_clip (self, "In it", "2021-03-11", story);
  g_autoptr (CutRecord) outside = make_clip (self, "Bears on it", "2021-03-12", NULL);
  g_autoptr (CutRecord) unrelated = make_clip (self, "Buses", "2021-03-13", NULL);
  g_autoptr (CutRecord) claim = make_claim (self, "Leaked", "2021-02", story, NULL);
  g_autoptr (CutRecord) other = make_claim (self, "Buses run", "2021-02", NULL, NULL);
  g_autoptr (CutRecord) mark = make_mark (self, outside, NULL);
  g_autoptr (CutRecord) said = say (self, claim, mark, NULL, "2021-03-10");
  const char *claims[] = { id_of (claim), NULL };
  g_autoptr (CutDate) date = cut_date_new ("2021", CUT_DATE_BEFORE, NULL, NULL);
  g_autoptr (CutRecord) event = make (self, cut_record_new (CUT_KIND_EVENT, "text", "The tank is built", "date", date, "claims", claims, NULL));

  assert_dated (self, id_of (story), "event The tank is built; fact Leaked; said Leaked; published In it; published Bears on it");
}

static void
test_entity (CutTestNotebook *self,
             gconstpointer    data)
{
  g_autoptr (CutRecord) board = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "PublicBody", "name", "Harbour board", NULL));
  g_autoptr (CutRecord) twin = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "PublicBody", "name", "The board", "merged-into",
                                                           id_of (board), NULL));
  g_autoptr (CutRecord) berg = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Jon Berg", NULL));
  g_autoptr (CutRecord) clip = make_clip (self, "Names it", "2021-03-11", NULL);
  g_autoptr (CutRecord) unrelated = make_clip (self, "Buses", "2021-03-13", NULL);
  g_autoptr (CutRecord) mark = make_mark (self, clip, twin);
  g_autoptr (CutRecord) claim = make_claim (self, "Knew", "2021-02", NULL, twin);
  g_autoptr (CutDate) start = cut_date_new ("2017", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutRecord) relation = make (self, cut_record_new (CUT_KIND_RELATION, "schema", "Membership", "from", id_of (berg), "to",
                                                               id_of (twin), "role", "chair", "start", start, NULL));

  assert_dated (self, id_of (board), "relation Jon Berg, Harbour board: chair; fact Knew; published Names it");
  /* What was merged stands for the same. */
  assert_dated (self, id_of (twin), "relation Jon Berg, Harbour board: chair; fact Knew; published Names it");
  assert_dated (self, id_of (berg), "relation Jon Berg, Harbour board: chair");
}

/* What is a date itself, and what was so at one; the others are no part of it. */
static void
test_facts (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autoptr (CutRecord) berg = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Jon Berg", NULL));
  g_autoptr (CutRecord) other = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Ida Moe", NULL));
  g_autoptr (CutDate) date = cut_date_new ("2019", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutRecord) born = make (self, cut_record_new (CUT_KIND_FACT, "about", id_of (berg), "property", "birthDate", "value", "1957-03", NULL));
  g_autoptr (CutRecord) post = make (self, cut_record_new (CUT_KIND_FACT, "about", id_of (berg), "property", "title", "value", "Chair", "date",
                                                           date, NULL));
  g_autoptr (CutRecord) plain = make (self, cut_record_new (CUT_KIND_FACT, "about", id_of (other), "property", "title", "value", "Dr", NULL));
  g_autoptr (CutTimeline) all = read_timeline (self, NULL);

  assert_dated (self, id_of (berg), "fact Jon Berg: Birth date; fact Jon Berg: Title, Chair");
  assert_dated (self, id_of (other), "");
  g_assert_cmpuint (all->items->len, ==, 2);
  g_assert_cmpuint (all->undated->len, ==, 0);
  g_assert_cmpstr (((const CutTimelineItem *) g_ptr_array_index (all->items, 0))->entity, ==, id_of (berg));
}

/* Two that say they were merged into each other: bad data, but no hang. */
static void
test_ring (CutTestNotebook *self,
           gconstpointer    data)
{
  g_autoptr (CutRecord) one = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "One", NULL));
  g_autoptr (CutRecord) two = make (self, cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", "Two", "merged-into", id_of (one), NULL));
  g_autoptr (CutRecord) claim = make_claim (self, "Knew", "2021-02", NULL, two);

  cut_test_commit_one (self->notebook, "Close", cut_record_with (one, "merged-into", id_of (two), NULL));
  assert_dated (self, id_of (one), "fact Knew");
}

static void
test_trash (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autoptr (CutRecord) clip = make_clip (self, "Gone", "2021-03-11", NULL);
  g_autoptr (CutRecord) claim = make_claim (self, "Leaked", "2021-02", NULL, NULL);
  g_autoptr (CutRecord) mark = make_mark (self, clip, NULL);
  g_autoptr (CutRecord) said = say (self, claim, mark, NULL, "2021-03-10");

  cut_test_commit_one (self->notebook, "Trash", cut_record_with (clip, "deleted", cut_time_now (), NULL));
  assert_dated (self, NULL, "fact Leaked; said Leaked");
  cut_test_commit_one (self->notebook, "Trash", cut_record_with (claim, "deleted", cut_time_now (), NULL));
  assert_dated (self, NULL, "");
  g_free (cut_notebook_undo (self->notebook, NULL));
  assert_dated (self, NULL, "fact Leaked; said Leaked");
}

static void
test_refused (CutTestNotebook *self,
              gconstpointer    data)
{
  g_autoptr (CutRecord) clip = make_clip (self, "A clip", "2021-03-11", NULL);
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (cut_notebook_timeline (self->notebook, id_of (clip), NULL, &wrong));
  g_assert_error (wrong, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_null (cut_notebook_timeline (self->notebook, "01900000-0000-7000-8000-000000000000", NULL, &missing));
  g_assert_error (missing, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_cancellable_cancel (cancellable);
  g_assert_null (cut_notebook_timeline (self->notebook, NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_async (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autoptr (CutRecord) clip = make_clip (self, "A clip", "2021-03-11", NULL);
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CutTimeline) timeline = NULL;

  cut_notebook_timeline_async (self->notebook, NULL, NULL, cut_test_result_cb, &pending);
  result = cut_test_await (&pending);
  timeline = cut_notebook_timeline_finish (self->notebook, result, NULL);
  g_assert_cmpuint (timeline->items->len, ==, 1);
}

static void
add (const char *path,
     void      (*test) (CutTestNotebook *self, gconstpointer data))
{
  g_test_add (path, CutTestNotebook, NULL, cut_test_notebook_set_up, test, cut_test_notebook_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/timeline-query/all", test_all);
  add ("/timeline-query/story", test_story);
  add ("/timeline-query/entity", test_entity);
  add ("/timeline-query/facts", test_facts);
  add ("/timeline-query/ring", test_ring);
  add ("/timeline-query/trash", test_trash);
  add ("/timeline-query/refused", test_refused);
  add ("/timeline-query/async", test_async);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim.h"
#include "cut-date.h"
#include "cut-entity-known.h"
#include "cut-merge-preview.h"
#include "cut-relation-label.h"
#include "cut-schemata.h"
#include "cut-test-notebook.h"

/* What is read for the page of an entity. */

static CutEntityKnown *
load (CutTestNotebook *fixture,
      CutRecord       *entity)
{
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CutEntityKnown *known;

  cut_entity_known_load_async (fixture->notebook, cut_record_get_id (entity), NULL, cut_test_result_cb, &pending);
  result = cut_test_await (&pending);
  known = cut_entity_known_load_finish (result, &error);
  g_assert_no_error (error);
  return known;
}

/* Returns: (transfer full): an entity in the notebook */
static CutRecord *
add_entity (CutTestNotebook *fixture,
            const char      *schema,
            const char      *name)
{
  CutRecord *entity = cut_record_new (CUT_KIND_ENTITY, "schema", schema, "name", name, NULL);

  cut_test_commit_one (fixture->notebook, "Add", entity);
  return entity;
}

/* Returns: (transfer full) */
static CutRecord *
add_relation (CutTestNotebook *fixture,
              const char      *schema,
              CutRecord       *from,
              CutRecord       *to)
{
  CutRecord *relation = cut_record_new (CUT_KIND_RELATION, "schema", schema, "from", cut_record_get_id (from), "to",
                                        cut_record_get_id (to), NULL);

  cut_test_commit_one (fixture->notebook, "Add", relation);
  return relation;
}

static void
add_fact (CutTestNotebook *fixture,
          CutRecord       *about,
          const char      *property,
          const char      *value)
{
  g_autoptr (CutRecord) fact = cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (about), "property", property, "value", value,
                                               NULL);

  cut_test_commit_one (fixture->notebook, "Add", fact);
}

static const CutProven *
proven_at (GPtrArray *list,
           guint      place)
{
  g_assert_cmpuint (place, <, list->len);
  return g_ptr_array_index (list, place);
}

static void
test_facts (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutRecord) berg = add_entity (fixture, "Person", "Jon Berg");
  g_autoptr (CutEntityKnown) known = NULL;

  add_fact (fixture, berg, "website", "https://berg.example/");
  add_fact (fixture, berg, "birthDate", "1957-03");
  known = load (fixture, berg);
  g_assert_cmpuint (known->facts->len, ==, 2);
  /* What is featured of a person comes first, whenever it was added. */
  g_assert_cmpstr (proven_at (known->facts, 0)->title, ==, "March 1957");
  g_assert_cmpstr (proven_at (known->facts, 0)->subtitle, ==, "Birth date");
  g_assert_cmpuint (proven_at (known->facts, 0)->evidence->len, ==, 0);
  g_assert_cmpstr (proven_at (known->facts, 1)->subtitle, ==, "Website");
}

static void
test_relations (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (CutRecord) berg = add_entity (fixture, "Person", "Jon Berg");
  g_autoptr (CutRecord) board = add_entity (fixture, "Company", "Harbour Board");
  g_autoptr (CutRecord) tanks = add_entity (fixture, "Company", "Northmere Tanks");
  g_autoptr (CutRecord) link = add_relation (fixture, "UnknownLink", board, tanks);
  g_autoptr (CutRecord) owned = add_relation (fixture, "Ownership", tanks, board);
  g_autoptr (CutRecord) owns = add_relation (fixture, "Ownership", board, tanks);
  g_autoptr (CutRecord) directed = add_relation (fixture, "Directorship", berg, board);
  g_autoptr (CutEntityKnown) known = NULL;

  add_fact (fixture, owned, "percentage", "51");
  known = load (fixture, board);
  g_assert_cmpuint (known->relations->len, ==, 5);
  g_assert_cmpstr (cut_record_get_id (proven_at (known->relations, 0)->record), ==, cut_record_get_id (owns));
  g_assert_cmpstr (proven_at (known->relations, 0)->subtitle, ==, "Owns");
  g_assert_cmpstr (proven_at (known->relations, 1)->subtitle, ==, "Owned by");
  g_assert_null (proven_at (known->relations, 1)->about);
  /* What is known of a relation stands behind it. */
  g_assert_nonnull (strstr (proven_at (known->relations, 2)->title, "51"));
  g_assert_cmpstr (cut_record_get_id (proven_at (known->relations, 2)->about), ==, cut_record_get_id (owned));
  g_assert_cmpstr (proven_at (known->relations, 3)->title, ==, "Jon Berg");
  g_assert_cmpstr (proven_at (known->relations, 3)->subtitle, ==, "Directed by");
  g_assert_cmpstr (proven_at (known->relations, 3)->opens, ==, cut_record_get_id (berg));
  g_assert_cmpstr (proven_at (known->relations, 4)->subtitle, ==, "Linked to");
}

static void
test_trash (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutRecord) berg = add_entity (fixture, "Person", "Jon Berg");
  g_autoptr (CutRecord) board = add_entity (fixture, "Company", "Harbour Board");
  g_autoptr (CutRecord) directed = add_relation (fixture, "Directorship", berg, board);
  g_autoptr (CutEntityKnown) gone = NULL;
  g_autoptr (CutEntityKnown) known = NULL;
  CutAct *act = cut_act_new ("Delete");

  cut_act_trash (act, berg);
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, NULL));
  known = load (fixture, board);
  g_assert_cmpuint (known->relations->len, ==, 0);
  gone = load (fixture, berg);
  g_assert_true (cut_record_is_deleted (gone->entity));
  g_assert_cmpuint (gone->relations->len, ==, 1);
}

static void
add_claim (CutTestNotebook *fixture,
           CutRecord       *entity,
           const char      *text,
           const char      *date)
{
  const char *entities[] = { cut_record_get_id (entity), NULL };
  g_autoptr (CutDate) when = date != NULL ? cut_date_new (date, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", text, "entities", entities, "fact-date", when, NULL);

  cut_test_commit_one (fixture->notebook, "Add", claim);
}

static void
test_lines (CutTestNotebook *fixture,
            gconstpointer    data)
{
  static const char *const expected[] = { "The third", "The first", "The second" };
  g_autoptr (CutRecord) board = add_entity (fixture, "Company", "Harbour Board");
  g_autoptr (CutEntityKnown) known = NULL;

  add_claim (fixture, board, "The first", "2011");
  add_claim (fixture, board, "The second", NULL);
  add_claim (fixture, board, "The third", "2018-11-23");
  known = load (fixture, board);
  g_assert_cmpuint (known->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < known->lines->len; i++)
    {
      const CutEntityLine *line = g_ptr_array_index (known->lines, i);

      g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (line->claim)), ==, expected[i]);
      g_assert_null (line->passage);
    }
}

/* Merging. */

static const char *
find_line (GPtrArray  *lines,
           const char *title)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const CutMergeLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->title, title))
        return line->words;
    }
  return NULL;
}

static void
test_preview (CutTestNotebook *fixture,
              gconstpointer    data)
{
  const char *aliases[] = { "J. Berg", "Jon Berg", NULL };
  g_autoptr (CutRecord) berg = cut_record_new (CUT_KIND_ENTITY, "name", "Jon Berg", "summary", "Chairs the board", NULL);
  g_autoptr (CutRecord) other = cut_record_new (CUT_KIND_ENTITY, "name", "Jon A. Berg", "aliases", aliases, "summary", "An engineer",
                                                "country", "no", NULL);
  g_autoptr (CutRecord) board = NULL;
  g_autoptr (CutRecord) directed = NULL;
  g_autoptr (CutEntityDetail) ours = NULL;
  g_autoptr (CutEntityDetail) theirs = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  cut_test_commit_one (fixture->notebook, "Add", berg);
  cut_test_commit_one (fixture->notebook, "Add", other);
  board = add_entity (fixture, "Company", "Harbour Board");
  directed = add_relation (fixture, "Directorship", other, board);
  ours = cut_notebook_entity_detail (fixture->notebook, cut_record_get_id (berg), NULL, NULL);
  theirs = cut_notebook_entity_detail (fixture->notebook, cut_record_get_id (other), NULL, NULL);
  lines = cut_merge_preview (ours, theirs);
  g_assert_cmpstr (find_line (lines, "Name"), ==, "Jon Berg");
  g_assert_cmpstr (find_line (lines, "Also known as"), ==, "Jon A. Berg; J. Berg");
  g_assert_cmpstr (find_line (lines, "Country"), ==, "no");
  g_assert_nonnull (strstr (find_line (lines, "Summary"), "An engineer"));
  g_assert_cmpstr (find_line (lines, "Moves to It"), ==, "1 relation");
}

/* Each kind of relation reads as a sentence from both of its ends. */
static void
test_labels (void)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_RELATION_SCHEMA);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *label = cut_relation_get_label (words[i], FALSE);

      g_assert_cmpstr (label, !=, cut_vocab_get_label (CUT_VOCAB_RELATION_SCHEMA, words[i]));
      if (cut_relation_has_direction (words[i]))
        g_assert_cmpstr (cut_relation_get_label (words[i], TRUE), !=, label);
      else
        g_assert_cmpstr (cut_relation_get_label (words[i], TRUE), ==, label);
    }
}

#define ADD(name, func) \
  g_test_add ("/ui/entities/" name, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("facts", test_facts);
  ADD ("relations", test_relations);
  ADD ("trash", test_trash);
  ADD ("lines", test_lines);
  ADD ("preview", test_preview);
  g_test_add_func ("/ui/entities/labels", test_labels);
  return g_test_run ();
}

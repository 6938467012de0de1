/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-graph-query.h"
#include "cut-relation.h"
#include "cut-test-notebook.h"

/* A clip that names a person, a board and a company, and what is known of them. */
typedef struct
{
  CutTestNotebook notebook;
  CutClipResult *clip;
  CutRecord *berg;
  CutRecord *board;
  CutRecord *yard;
  CutGraphFilter *filter;
} Known;

static CutRecord *
add (Known     *known,
     CutRecord *record)
{
  cut_test_commit_one (known->notebook.notebook, "Add", record);
  return record;
}

static CutRecord *
add_entity (Known      *known,
            const char *schema,
            const char *name)
{
  return add (known, cut_record_new (CUT_KIND_ENTITY, "schema", schema, "name", name, NULL));
}

static CutRecord *
add_mark (Known     *known,
          guint      start,
          guint      end,
          CutRecord *entity,
          CutRecord *other)
{
  g_autoptr (CutSelector) selector = cut_selector_new (start, end, "the words that are marked", NULL, NULL);
  const char *entities[] = { cut_record_get_id (entity), other != NULL ? cut_record_get_id (other) : NULL, NULL };

  return add (known, cut_record_new (CUT_KIND_ANNOTATION, "clip", cut_record_get_id (known->clip->clip), "capture",
                                     cut_record_get_id (known->clip->capture), "kind", "entity", "selectors", selector, "entities",
                                     entities, NULL));
}

static CutRecord *
add_relation (Known      *known,
              const char *schema,
              CutRecord  *from,
              CutRecord  *to,
              CutRecord  *evidence)
{
  const char *proofs[] = { evidence != NULL ? cut_record_get_id (evidence) : NULL, NULL };

  return add (known, cut_record_new (CUT_KIND_RELATION, "schema", schema, "from", cut_record_get_id (from), "to", cut_record_get_id (to),
                                     "evidence", proofs, NULL));
}

static void
set_up (Known         *known,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&known->notebook, NULL);
  known->clip = cut_test_clip_text (known->notebook.notebook, CUT_TEST_ARTICLE);
  known->berg = add_entity (known, "Person", "Jon Berg");
  known->board = add_entity (known, "PublicBody", "Harbour board");
  known->yard = add_entity (known, "Company", "Norrvik Yard");
  known->filter = cut_graph_filter_new ();
  known->filter->depth = 2;
}

static void
tear_down (Known         *known,
           gconstpointer  data)
{
  g_object_unref (known->berg);
  g_object_unref (known->board);
  g_object_unref (known->yard);
  cut_clip_result_free (known->clip);
  cut_graph_filter_free (known->filter);
  cut_test_notebook_tear_down (&known->notebook, NULL);
}

static CutGraph *
read_graph (Known     *known,
            CutRecord *center)
{
  g_autoptr (GError) error = NULL;
  CutGraph *graph = cut_notebook_graph (known->notebook.notebook, cut_record_get_id (center), known->filter, NULL, &error);

  g_assert_no_error (error);
  return graph;
}

static GPtrArray *
read_passages (Known    *known,
               CutGraph *graph,
               guint     edge)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *passages = cut_notebook_tie_passages (known->notebook.notebook, graph, edge, NULL, &error);

  g_assert_no_error (error);
  return passages;
}

static void
assert_size (Known     *known,
             CutRecord *center,
             guint      nodes,
             guint      edges)
{
  g_autoptr (CutGraph) graph = read_graph (known, center);

  g_assert_cmpuint (graph->nodes->len, ==, nodes);
  g_assert_cmpuint (graph->edges->len, ==, edges);
}

static void
test_ties (Known         *known,
           gconstpointer  data)
{
  const char *said_of[] = { cut_record_get_id (known->board), cut_record_get_id (known->yard), NULL };
  g_autoptr (CutRecord) mark = add_mark (known, 60, 100, known->berg, known->board);
  g_autoptr (CutRecord) relation = add_relation (known, "Directorship", known->berg, known->board, mark);
  g_autoptr (CutRecord) claim = add (known, cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked", "entities", said_of, NULL));
  g_autoptr (CutGraph) graph = read_graph (known, known->berg);

  g_assert_cmpuint (graph->nodes->len, ==, 3);
  g_assert_cmpstr (cut_graph_get_node (graph, 0)->name, ==, "Jon Berg");
  g_assert_cmpstr (cut_graph_get_node (graph, 1)->schema, ==, "PublicBody");
  g_assert_cmpuint (cut_graph_get_node (graph, 2)->depth, ==, 2);
  g_assert_cmpuint (graph->edges->len, ==, 3);
  g_assert_cmpstr (cut_graph_get_edge (graph, 0)->schema, ==, "Directorship");
  g_assert_cmpint (cut_graph_get_edge (graph, 1)->kind, ==, CUT_TIE_CLAIM);
  g_assert_cmpint (cut_graph_get_edge (graph, 2)->kind, ==, CUT_TIE_PASSAGE);
}

/* What is changed, trashed or undone is so in the next graph. */
static void
test_changes (Known         *known,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) relation = NULL;
  g_autofree char *undone = NULL;
  CutAct *act;

  assert_size (known, known->berg, 1, 0);
  relation = add_relation (known, "Directorship", known->berg, known->board, NULL);
  assert_size (known, known->berg, 2, 1);
  act = cut_act_new ("Delete");
  cut_act_trash (act, relation);
  cut_notebook_commit (known->notebook.notebook, act, NULL, &error);
  g_assert_no_error (error);
  assert_size (known, known->berg, 1, 0);
  undone = cut_notebook_undo (known->notebook.notebook, &error);
  g_assert_no_error (error);
  assert_size (known, known->berg, 2, 1);
}

/* Another process that has the notebook open writes, too. */
static void
test_other_process (Known         *known,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) other = NULL;
  g_autoptr (CutRecord) relation = NULL;

  assert_size (known, known->berg, 1, 0);
  other = cut_notebook_open (known->notebook.path, NULL, &error);
  g_assert_no_error (error);
  relation = cut_record_new (CUT_KIND_RELATION, "schema", "Directorship", "from", cut_record_get_id (known->berg), "to",
                             cut_record_get_id (known->board), NULL);
  cut_test_commit_one (other, "Add", relation);
  assert_size (known, known->berg, 2, 1);
}

static void
test_merged (Known         *known,
             gconstpointer  data)
{
  g_autoptr (CutRecord) relation = add_relation (known, "Ownership", known->berg, known->yard, NULL);
  g_autoptr (CutRecord) merged = cut_record_with (known->yard, "merged-into", cut_record_get_id (known->board), NULL);
  g_autoptr (CutGraph) graph = NULL;

  cut_test_commit_one (known->notebook.notebook, "Merge", merged);
  graph = read_graph (known, known->yard);
  g_assert_cmpstr (cut_graph_get_node (graph, 0)->name, ==, "Harbour board");
  g_assert_cmpstr (cut_graph_get_node (graph, 1)->name, ==, "Jon Berg");
}

static void
test_passages (Known         *known,
               gconstpointer  data)
{
  g_autoptr (CutRecord) mark = add_mark (known, 60, 100, known->berg, NULL);
  g_autoptr (CutRecord) other = add_mark (known, 120, 140, known->board, NULL);
  g_autoptr (CutRecord) proven = add_relation (known, "Directorship", known->berg, known->board, mark);
  g_autoptr (CutRecord) bare = add_relation (known, "Ownership", known->berg, known->yard, NULL);
  g_autoptr (CutGraph) graph = NULL;
  g_autoptr (GPtrArray) of_proven = NULL;
  g_autoptr (GPtrArray) of_bare = NULL;
  g_autoptr (GPtrArray) of_clip = NULL;
  const CutTiePassage *passage;

  known->filter->kinds |= 1u << CUT_TIE_CLIP;
  graph = read_graph (known, known->berg);
  g_assert_cmpuint (graph->edges->len, ==, 3);
  of_proven = read_passages (known, graph, 0);
  passage = g_ptr_array_index (of_proven, 0);
  g_assert_cmpstr (passage->words, ==, "the words that are marked");
  g_assert_cmpstr (passage->annotation, ==, cut_record_get_id (mark));
  g_assert_cmpstr (passage->clip, ==, cut_record_get_id (known->clip->clip));
  g_assert_cmpstr (passage->title, ==, "Harbour board admits second leak");
  of_bare = read_passages (known, graph, 1);
  passage = g_ptr_array_index (of_bare, 0);
  g_assert_cmpstr (passage->id, ==, cut_record_get_id (bare));
  g_assert_null (passage->clip);
  /* In the clip, it is where the neighbour is named. */
  of_clip = read_passages (known, graph, 2);
  passage = g_ptr_array_index (of_clip, 0);
  g_assert_cmpstr (passage->annotation, ==, cut_record_get_id (other));
}

static void
test_claim_passage (Known         *known,
                    gconstpointer  data)
{
  const char *said_of[] = { cut_record_get_id (known->board), cut_record_get_id (known->yard), NULL };
  g_autoptr (CutRecord) mark = add_mark (known, 60, 100, known->berg, NULL);
  g_autoptr (CutRecord) claim = add (known, cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked", "entities", said_of, NULL));
  g_autoptr (CutRecord) attribution = add (known, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "annotation",
                                                                  cut_record_get_id (mark), NULL));
  g_autoptr (CutGraph) graph = read_graph (known, known->yard);
  g_autoptr (GPtrArray) passages = read_passages (known, graph, 0);
  const CutTiePassage *passage = g_ptr_array_index (passages, 0);

  g_assert_cmpuint (passages->len, ==, 1);
  g_assert_cmpstr (passage->words, ==, "The tank leaked");
  g_assert_cmpstr (passage->annotation, ==, cut_record_get_id (mark));
}

static void
test_async (Known         *known,
            gconstpointer  data)
{
  g_autoptr (CutRecord) relation = add_relation (known, "Ownership", known->berg, known->yard, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GAsyncResult) passages_result = NULL;
  g_autoptr (GAsyncResult) passages_answer = NULL;
  g_autoptr (CutGraph) graph = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (GError) error = NULL;

  cut_notebook_graph_async (known->notebook.notebook, cut_record_get_id (known->berg), known->filter, NULL, cut_test_result_cb, &result);
  answer = cut_test_await (&result);
  graph = cut_notebook_graph_finish (known->notebook.notebook, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (graph->nodes->len, ==, 2);
  cut_notebook_tie_passages_async (known->notebook.notebook, graph, 0, NULL, cut_test_result_cb, &passages_result);
  passages_answer = cut_test_await (&passages_result);
  passages = cut_notebook_tie_passages_finish (known->notebook.notebook, passages_answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (passages->len, ==, 1);
}

static void
test_unknown (Known         *known,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_notebook_graph (known->notebook.notebook, cut_record_get_id (known->clip->clip), known->filter, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

#define ADD(name, func) g_test_add ("/notebook-graph/" name, Known, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ties", test_ties);
  ADD ("other-process", test_other_process);
  ADD ("changes", test_changes);
  ADD ("merged", test_merged);
  ADD ("passages", test_passages);
  ADD ("claim-passage", test_claim_passage);
  ADD ("async", test_async);
  ADD ("unknown", test_unknown);
  return g_test_run ();
}

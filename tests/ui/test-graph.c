/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-graph-canvas.h"
#include "cut-graph-filter-popover.h"
#include "cut-graph-list.h"
#include "cut-graph-save.h"
#include "cut-graph-view.h"
#include "cut-graph-words.h"
#include "cut-relation.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"
#include "cut-tie-popover.h"

/* A chair, a board, a yard it gives work to, and a clip that says so. */
typedef struct
{
  CutTestNotebook notebook;
  CutClipResult *clip;
  CutRecord *berg;
  CutRecord *board;
  CutRecord *yard;
  CutRecord *mark;
  GtkWidget *window;
  GtkWidget *view;
  CutGraphCanvas *canvas;
  char *opened;
  char *passage;
} Shown;

static CutRecord *
add (Shown     *shown,
     CutRecord *record)
{
  cut_test_commit_one (shown->notebook.notebook, "Add", record);
  return record;
}

static CutRecord *
add_entity (Shown      *shown,
            const char *schema,
            const char *name)
{
  return add (shown, cut_record_new (CUT_KIND_ENTITY, "schema", schema, "name", name, NULL));
}

static void
relate (Shown      *shown,
        const char *schema,
        CutRecord  *from,
        CutRecord  *to,
        CutRecord  *evidence)
{
  const char *proofs[] = { evidence != NULL ? cut_record_get_id (evidence) : NULL, NULL };
  g_autoptr (CutDate) since = cut_date_new ("2015", CUT_DATE_UNKNOWN, NULL, NULL);

  g_object_unref (add (shown, cut_record_new (CUT_KIND_RELATION, "schema", schema, "from", cut_record_get_id (from), "to",
                                              cut_record_get_id (to), "role", "chair", "start", since, "evidence", proofs, NULL)));
}

static void
fill (Shown *shown)
{
  g_autoptr (CutSelector) selector = cut_selector_new (230, 260, "who chairs the board", NULL, NULL);
  const char *named[] = { NULL, NULL };
  const char *said_of[] = { NULL, NULL, NULL };

  shown->clip = cut_test_clip_text (shown->notebook.notebook, CUT_TEST_ARTICLE);
  shown->berg = add_entity (shown, "Person", "Jon Berg");
  shown->board = add_entity (shown, "PublicBody", "Harbour board");
  shown->yard = add_entity (shown, "Company", "Norrvik Yard");
  named[0] = cut_record_get_id (shown->berg);
  shown->mark = add (shown, cut_record_new (CUT_KIND_ANNOTATION, "clip", cut_record_get_id (shown->clip->clip), "capture",
                                            cut_record_get_id (shown->clip->capture), "kind", "entity", "selectors", selector, "entities",
                                            named, NULL));
  relate (shown, "Directorship", shown->berg, shown->board, shown->mark);
  said_of[0] = cut_record_get_id (shown->board);
  said_of[1] = cut_record_get_id (shown->yard);
  g_object_unref (add (shown, cut_record_new (CUT_KIND_CLAIM, "text", "The yard knew of the leak", "entities", said_of, NULL)));
}

static void
opened_cb (Shown      *shown,
           const char *id)
{
  g_free (shown->opened);
  shown->opened = g_strdup (id);
}

static void
passage_cb (Shown      *shown,
            const char *clip,
            const char *annotation)
{
  g_assert_cmpstr (clip, ==, cut_record_get_id (shown->clip->clip));
  g_free (shown->passage);
  shown->passage = g_strdup (annotation);
}

static gboolean
set_up (Shown *shown)
{
  if (!cut_test_have_display ())
    return FALSE;
  *shown = (Shown) { { NULL } };
  cut_test_notebook_set_up (&shown->notebook, NULL);
  fill (shown);
  shown->window = gtk_window_new ();
  shown->view = cut_graph_view_new (shown->notebook.notebook);
  shown->canvas = CUT_GRAPH_CANVAS (cut_test_find (shown->view, CUT_TYPE_GRAPH_CANVAS, NULL));
  g_object_set (gtk_widget_get_settings (shown->window), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect_swapped (shown->view, "entity-activated", G_CALLBACK (opened_cb), shown);
  g_signal_connect_swapped (shown->view, "passage-activated", G_CALLBACK (passage_cb), shown);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->view);
  gtk_window_present (GTK_WINDOW (shown->window));
  return TRUE;
}

static void
tear_down (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  cut_test_iterate ();
  g_object_unref (shown->berg);
  g_object_unref (shown->board);
  g_object_unref (shown->yard);
  g_object_unref (shown->mark);
  cut_clip_result_free (shown->clip);
  cut_test_notebook_tear_down (&shown->notebook, NULL);
  g_free (shown->opened);
  g_free (shown->passage);
}

static void
wait_for_nodes (Shown *shown,
                guint  n)
{
  while (cut_graph_canvas_get_scene (shown->canvas) == NULL || cut_graph_canvas_get_scene (shown->canvas)->graph->nodes->len != n ||
         !gtk_widget_get_mapped (GTK_WIDGET (shown->canvas)))
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Shown     *shown,
      CutRecord *entity,
      guint      nodes)
{
  cut_graph_view_show (CUT_GRAPH_VIEW (shown->view), cut_record_get_id (entity));
  wait_for_nodes (shown, nodes);
  /* Popovers need a window that is on the screen. */
  while (!cut_graph_canvas_is_drawn (shown->canvas))
    g_main_context_iteration (NULL, TRUE);
}

static CutGraph *
graph_of (Shown *shown)
{
  return cut_graph_canvas_get_scene (shown->canvas)->graph;
}

static char *
name_of_focus (Shown *shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shown->window));
  CutGraph *graph = graph_of (shown);
  int edge = cut_graph_canvas_get_edge (shown->canvas);
  g_autofree char *words = edge >= 0 ? cut_graph_describe_edge (graph, (guint) edge)
                                     : cut_graph_describe_node (graph, (guint) cut_graph_canvas_get_node (shown->canvas), FALSE);
  g_autofree char *mismatch = NULL;

  /* What is chosen is what the button with the focus says. */
  g_assert_true (focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (shown->canvas));
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_assert_null (mismatch);
  return g_steal_pointer (&words);
}

static void
assert_focus (Shown      *shown,
              const char *words)
{
  g_autofree char *name = name_of_focus (shown);

  g_assert_cmpstr (name, ==, words);
}

static gboolean
go (Shown            *shown,
    GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (shown->canvas), direction);
}

/* Into the canvas, whatever has the focus now. */
static void
enter (Shown *shown)
{
  gtk_window_set_focus (GTK_WINDOW (shown->window), NULL);
  g_assert_true (go (shown, GTK_DIR_TAB_FORWARD));
}

static GtkDirectionType
way_to (Shown *shown,
        guint  node)
{
  const CutGraphPoint *points = cut_graph_canvas_get_scene (shown->canvas)->points;
  int here = cut_graph_canvas_get_node (shown->canvas);
  double dx = points[node].x - points[here].x;
  double dy = points[node].y - points[here].y;

  if (fabs (dx) > fabs (dy))
    return dx > 0 ? GTK_DIR_RIGHT : GTK_DIR_LEFT;
  return dy > 0 ? GTK_DIR_DOWN : GTK_DIR_UP;
}

static void
test_keyboard (void)
{
  Shown shown;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  enter (&shown);
  assert_focus (&shown, "Harbour board, Public body, in the centre; Jon Berg to Harbour board: Directorship (chair), since 2015; "
                        "Harbour board and Norrvik Yard: Named in 1 claim together");
  go (&shown, way_to (&shown, 1));
  assert_focus (&shown, "Jon Berg, Person; Jon Berg to Harbour board: Directorship (chair), since 2015");
  /* Along its edges, and out. */
  g_assert_true (go (&shown, GTK_DIR_TAB_FORWARD));
  assert_focus (&shown, "Jon Berg to Harbour board: Directorship (chair), since 2015");
  g_assert_false (go (&shown, GTK_DIR_TAB_FORWARD));
  g_assert_true (go (&shown, GTK_DIR_TAB_BACKWARD));
  assert_focus (&shown, "Jon Berg, Person; Jon Berg to Harbour board: Directorship (chair), since 2015");
  go (&shown, way_to (&shown, 0));
  g_assert_cmpint (cut_graph_canvas_get_node (shown.canvas), ==, 0);
  tear_down (&shown);
}

static void
press (Shown *shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shown->window));

  g_assert_true (GTK_IS_BUTTON (focus));
  g_signal_emit_by_name (focus, "clicked");
}

/* Enter puts it in the centre, once more opens it; what was in the centre can be gone back to. */
static void
test_center (void)
{
  Shown shown;
  GtkWidget *home;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  home = cut_test_find (shown.view, GTK_TYPE_BUTTON, "Put Harbour board in the Centre");
  g_assert_nonnull (home);
  g_assert_false (gtk_widget_get_visible (home));
  enter (&shown);
  go (&shown, way_to (&shown, 2));
  press (&shown);
  wait_for_nodes (&shown, 2);
  g_assert_null (shown.opened);
  g_assert_cmpstr (cut_graph_get_node (graph_of (&shown), 0)->name, ==, "Norrvik Yard");
  g_assert_cmpint (cut_graph_canvas_get_node (shown.canvas), ==, 0);
  press (&shown);
  g_assert_cmpstr (shown.opened, ==, cut_record_get_id (shown.yard));
  g_assert_true (gtk_widget_get_visible (home));
  g_signal_emit_by_name (home, "clicked");
  wait_for_nodes (&shown, 3);
  g_assert_false (gtk_widget_get_visible (home));
  tear_down (&shown);
}

static GtkWidget *
wait_for_row (GtkWidget  *root,
              const char *name)
{
  GtkWidget *row;

  while ((row = cut_test_find (root, GTK_TYPE_LIST_BOX_ROW, name)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return row;
}

static void
test_evidence (void)
{
  Shown shown;
  GtkWidget *popover;
  GtkWidget *row;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  enter (&shown);
  go (&shown, GTK_DIR_TAB_FORWARD);
  press (&shown);
  popover = cut_test_find (shown.view, CUT_TYPE_TIE_POPOVER, NULL);
  row = wait_for_row (popover, "who chairs the board");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (shown.passage, ==, cut_record_get_id (shown.mark));
  /* Nothing of the claim can be gone to: nobody is known to have said it. */
  go (&shown, GTK_DIR_TAB_FORWARD);
  press (&shown);
  row = wait_for_row (popover, "The yard knew of the leak");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  tear_down (&shown);
}

static void
toggle (GtkWidget  *root,
        const char *name)
{
  GtkWidget *check = cut_test_find (root, GTK_TYPE_CHECK_BUTTON, name);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
wait_for_page (Shown      *shown,
               const char *name)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (shown->canvas));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), name) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_filter (void)
{
  Shown shown;
  GtkWidget *filter;

  if (!set_up (&shown))
    return;
  show (&shown, shown.berg, 2);
  filter = cut_test_find (shown.view, CUT_TYPE_GRAPH_FILTER_POPOVER, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (cut_test_find (filter, GTK_TYPE_SPIN_BUTTON, NULL)), 2);
  wait_for_nodes (&shown, 3);
  toggle (filter, "Same claim");
  wait_for_nodes (&shown, 2);
  g_assert_cmpuint (cut_graph_filter_popover_count (CUT_GRAPH_FILTER_POPOVER (filter)), ==, 2);
  toggle (filter, "Public body");
  wait_for_page (&shown, "empty");
  cut_graph_filter_popover_clear (CUT_GRAPH_FILTER_POPOVER (filter));
  wait_for_nodes (&shown, 2);
  wait_for_page (&shown, "graph");
  tear_down (&shown);
}

static void
test_time (void)
{
  Shown shown;
  GtkWidget *filter;
  GtkWidget *until;

  if (!set_up (&shown))
    return;
  show (&shown, shown.berg, 2);
  filter = cut_test_find (shown.view, CUT_TYPE_GRAPH_FILTER_POPOVER, NULL);
  until = gtk_label_get_mnemonic_widget (GTK_LABEL (cut_test_find (filter, GTK_TYPE_LABEL, "Until")));
  gtk_editable_set_text (GTK_EDITABLE (until), "20xx");
  g_assert_true (gtk_widget_has_css_class (until, "error"));
  gtk_editable_set_text (GTK_EDITABLE (until), "2014");
  g_assert_false (gtk_widget_has_css_class (until, "error"));
  wait_for_page (&shown, "empty");
  gtk_editable_set_text (GTK_EDITABLE (until), "2015-03");
  wait_for_page (&shown, "graph");
  tear_down (&shown);
}

/* Who has no ties is told what makes some. */
static void
test_empty (void)
{
  Shown shown;
  CutRecord *alone;

  if (!set_up (&shown))
    return;
  alone = add_entity (&shown, "Person", "Ada Lindqvist");
  cut_graph_view_show (CUT_GRAPH_VIEW (shown.view), cut_record_get_id (alone));
  wait_for_page (&shown, "empty");
  relate (&shown, "Family", alone, shown.berg, NULL);
  wait_for_nodes (&shown, 2);
  wait_for_page (&shown, "graph");
  g_object_unref (alone);
  tear_down (&shown);
}

static void
test_list (void)
{
  Shown shown;
  GtkWidget *list;
  GtkWidget *button;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  button = cut_test_find (shown.view, GTK_TYPE_TOGGLE_BUTTON, "Show as a List");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  wait_for_page (&shown, "list");
  list = cut_test_find (shown.view, GTK_TYPE_LIST_VIEW, "Ties");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==, 2);
  g_signal_emit_by_name (list, "activate", 1);
  wait_for_row (cut_test_find (shown.view, CUT_TYPE_TIE_POPOVER, NULL), "The yard knew of the leak");
  tear_down (&shown);
}

/* What a person moved stays there, also in another graph. */
static void
test_pinned (void)
{
  Shown shown;
  CutGraphScene *scene;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  scene = cut_graph_canvas_get_scene (shown.canvas);
  g_signal_emit_by_name (shown.canvas, "node-moved", 1, 333.0, 222.0);
  while (cut_graph_canvas_get_scene (shown.canvas) == scene)
    g_main_context_iteration (NULL, TRUE);
  scene = cut_graph_canvas_get_scene (shown.canvas);
  g_assert_true (scene->pinned[1]);
  g_assert_cmpfloat (scene->points[1].x, ==, 333);
  cut_graph_view_show (CUT_GRAPH_VIEW (shown.view), cut_record_get_id (shown.berg));
  wait_for_nodes (&shown, 2);
  scene = cut_graph_canvas_get_scene (shown.canvas);
  g_assert_true (scene->pinned[0]);
  g_assert_cmpfloat (scene->points[0].x, ==, 333);
  g_signal_emit_by_name (shown.canvas, "node-released", 0);
  while (cut_graph_canvas_get_scene (shown.canvas) == scene)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (cut_graph_canvas_get_scene (shown.canvas)->pinned[0]);
  tear_down (&shown);
}

static void
test_zoom (void)
{
  Shown shown;
  double zoom;

  if (!set_up (&shown))
    return;
  show (&shown, shown.board, 3);
  zoom = cut_graph_canvas_get_camera (shown.canvas).zoom;
  cut_graph_canvas_zoom (shown.canvas, 2);
  g_assert_cmpfloat (cut_graph_canvas_get_camera (shown.canvas).zoom, ==, 2 * zoom);
  cut_graph_canvas_pan (shown.canvas, 100, 0);
  for (guint i = 0; i < 20; i++)
    cut_graph_canvas_zoom (shown.canvas, 2);
  g_assert_cmpfloat (cut_graph_canvas_get_camera (shown.canvas).zoom, <, 10);
  cut_graph_canvas_fit (shown.canvas);
  g_assert_cmpfloat (fabs (cut_graph_canvas_get_camera (shown.canvas).zoom - zoom), <, 0.001);
  while (!cut_graph_canvas_is_drawn (shown.canvas))
    g_main_context_iteration (NULL, TRUE);
  tear_down (&shown);
}

static void
save (Shown          *shown,
      CutGraphFormat  format,
      GFile          *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  cut_graph_save_async (cut_graph_canvas_get_scene (shown->canvas), format, file, NULL, cut_test_result_cb, &result);
  answer = cut_test_await (&result);
  g_assert_true (cut_graph_save_finish (answer, &error));
  g_assert_no_error (error);
}

/* Counts what a document holds; whatever is no XML fails. */
typedef struct
{
  guint n_texts;
  guint n_ties;
  guint n_entities;
  GString *words;
} Document;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Document *document = user_data;
  const char *group = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "class"))
      group = values[i];
  document->n_texts += g_str_equal (element, "text");
  document->n_ties += g_strcmp0 (group, "tie") == 0;
  document->n_entities += g_strcmp0 (group, "entity") == 0;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  g_string_append_len (((Document *) user_data)->words, text, (gssize) length);
}

static void
test_saved (void)
{
  Shown shown;
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;
  g_autofree char *path = NULL;
  g_autofree char *picture_path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) parser = NULL;
  const GMarkupParser callbacks = { .start_element = start_element_cb, .text = text_cb };
  Document document = { 0 };
  gsize length;

  if (!set_up (&shown))
    return;
  g_object_unref (add (&shown, cut_record_with (shown.yard, "name", "Norrvik <Yard> & Söner", NULL)));
  show (&shown, shown.board, 3);
  path = g_build_filename (shown.notebook.folder, "graph.svg", NULL);
  file = g_file_new_for_path (path);
  save (&shown, CUT_GRAPH_SVG, file);
  g_assert_true (g_file_get_contents (path, &svg, &length, &error));
  document.words = g_string_new (NULL);
  parser = g_markup_parse_context_new (&callbacks, 0, &document, NULL);
  g_assert_true (g_markup_parse_context_parse (parser, svg, (gssize) length, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (document.n_entities, ==, 3);
  g_assert_cmpuint (document.n_ties, ==, 2);
  g_assert_cmpuint (document.n_texts, ==, 4);
  g_assert_nonnull (strstr (document.words->str, "Norrvik <Yard> & Söner"));
  g_assert_nonnull (strstr (document.words->str, "Directorship (chair)"));
  g_string_free (document.words, TRUE);
  picture_path = g_build_filename (shown.notebook.folder, "graph.png", NULL);
  picture = g_file_new_for_path (picture_path);
  save (&shown, CUT_GRAPH_PNG, picture);
  g_assert_true (g_file_get_contents (picture_path, &png, &length, &error));
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  tear_down (&shown);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/graph/keyboard", test_keyboard);
  g_test_add_func ("/ui/graph/center", test_center);
  g_test_add_func ("/ui/graph/evidence", test_evidence);
  g_test_add_func ("/ui/graph/filter", test_filter);
  g_test_add_func ("/ui/graph/time", test_time);
  g_test_add_func ("/ui/graph/empty", test_empty);
  g_test_add_func ("/ui/graph/list", test_list);
  g_test_add_func ("/ui/graph/pinned", test_pinned);
  g_test_add_func ("/ui/graph/zoom", test_zoom);
  g_test_add_func ("/ui/graph/saved", test_saved);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-index.h"
#include "cut-margin-card.h"
#include "cut-margin-editor.h"
#include "cut-margin-words.h"
#include "cut-marking.h"
#include "cut-quote.h"
#include "cut-test-reader.h"

static GListModel *
get_cards (CutTestReader *test)
{
  GtkWidget *list = cut_test_find (GTK_WIDGET (test->margin), GTK_TYPE_LIST_VIEW, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static const char *
get_quote (CutTestReader *test,
           guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (get_cards (test), position);

  return cut_annotation_get_selectors (cut_margin_item_get_annotation (item))->exact;
}

static CutMarginCard *
find_card (CutTestReader *test)
{
  return CUT_MARGIN_CARD (cut_test_find (GTK_WIDGET (test->margin), CUT_TYPE_MARGIN_CARD, NULL));
}

/* Cards stand in the order of the text, and one that stays is the same item. */
static void
test_order (CutTestReader *test,
            gconstpointer  data)
{
  g_autoptr (CutMarginItem) before = NULL;
  g_autoptr (CutMarginItem) after = NULL;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_mark (test, "highlight", "who chairs the board");
  before = g_list_model_get_item (get_cards (test), 0);
  cut_test_reader_mark (test, "quote", "a second tank");
  g_assert_cmpuint (g_list_model_get_n_items (get_cards (test)), ==, 2);
  g_assert_cmpstr (get_quote (test, 0), ==, "a second tank");
  g_assert_cmpstr (get_quote (test, 1), ==, "who chairs the board");
  after = g_list_model_get_item (get_cards (test), 1);
  g_assert_true (before == after);
}

/* Selecting a card moves the caret to its words, and the other way round. */
static void
test_follow (CutTestReader *test,
             gconstpointer  data)
{
  GtkTextBuffer *buffer;
  GtkTextIter caret;
  CutAnnotation *second;
  GtkSingleSelection *cards;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_mark (test, "highlight", "a second tank");
  second = CUT_ANNOTATION (cut_test_reader_mark (test, "highlight", "who chairs the board"));
  cards = GTK_SINGLE_SELECTION (get_cards (test));
  g_assert_cmpuint (gtk_single_selection_get_selected (cards), ==, 1);
  gtk_single_selection_set_selected (cards, 0);
  gtk_single_selection_set_selected (cards, 1);
  buffer = gtk_text_view_get_buffer (test->text);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&caret), ==, (int) cut_annotation_get_selectors (second)->start);
}

static gboolean
has_body (CutTestReader *test)
{
  CutAnnotation *annotation = g_ptr_array_index (cut_reader_view_get_reading (test->reader)->annotations, 0);

  return g_strcmp0 (cut_annotation_get_body (annotation), "Ask *Berg* about this") == 0;
}

static gboolean
is_editor_there (CutTestReader *test)
{
  return cut_test_find (GTK_WIDGET (test->margin), CUT_TYPE_MARGIN_EDITOR, NULL) != NULL;
}

/* A note is open for typing at once, and what was typed is an act when the card closes. */
static void
test_body (CutTestReader *test,
           gconstpointer  data)
{
  GtkWidget *note;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_mark (test, "note", "two officials");
  cut_test_wait_until (is_editor_there, test);
  note = cut_test_find (GTK_WIDGET (test->margin), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ask *Berg* about this", -1);
  g_object_set (cut_margin_card_get_item (find_card (test)), "editing", FALSE, NULL);
  cut_test_wait_until (has_body, test);
  g_assert_cmpstr (cut_notebook_get_undo_label (test->notebook.notebook), ==, "Edit Note");
}

static gboolean
has_no_cards (CutTestReader *test)
{
  return g_list_model_get_n_items (get_cards (test)) == 0;
}

static gboolean
has_cards (CutTestReader *test)
{
  return !has_no_cards (test);
}

static gboolean
has_toast (CutTestReader *test)
{
  return test->toast != NULL;
}

/* Deleting offers Undo, which brings the card back. */
static void
test_delete (CutTestReader *test,
             gconstpointer  data)
{
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_mark (test, "note", "two officials");
  cut_test_wait_until (is_editor_there, test);
  g_assert_true (gtk_widget_activate_action (cut_test_find (test->window, CUT_TYPE_MARGIN_EDITOR, NULL), "card.delete",
                                             NULL));
  cut_test_wait_until (has_no_cards, test);
  cut_test_wait_until (has_toast, test);
  g_assert_true (test->toast_undo);
  undone = cut_notebook_undo (test->notebook.notebook, &error);
  g_assert_no_error (error);
  cut_test_wait_until (has_cards, test);
}

static gboolean
has_new_ends (CutTestReader *test)
{
  CutAnnotation *annotation = g_ptr_array_index (cut_reader_view_get_reading (test->reader)->annotations, 0);

  return g_strcmp0 (cut_annotation_get_selectors (annotation)->exact, "two officials who knew earlier") == 0;
}

static void
test_ends (CutTestReader *test,
           gconstpointer  data)
{
  GtkWidget *editor;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_mark (test, "note", "two officials");
  cut_test_wait_until (is_editor_there, test);
  editor = cut_test_find (test->window, CUT_TYPE_MARGIN_EDITOR, NULL);
  gtk_widget_activate_action (editor, "card.set-ends", NULL);
  g_assert_nonnull (test->toast);
  cut_test_reader_select (test, "two officials who knew earlier");
  gtk_widget_activate_action (editor, "card.set-ends", NULL);
  cut_test_wait_until (has_new_ends, test);
}

static gboolean
has_two_attributions (CutTestReader *test)
{
  g_autoptr (GPtrArray) attributions = cut_margin_item_get_attributions (cut_margin_card_get_item (find_card (test)));

  return attributions->len == 2;
}

/* A claim's card says claim, status and who says it, by name for a screen reader too. */
static void
test_claim (CutTestReader *test,
            gconstpointer  data)
{
  CutRecord *annotation;
  g_autofree char *label = NULL;
  CutRecord *claim;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  annotation = cut_test_reader_mark (test, "claim", "a second tank leaked in March");
  claim = cut_reading_find (cut_reader_view_get_reading (test->reader),
                            cut_annotation_get_claim (CUT_ANNOTATION (annotation)));
  g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (claim)), ==, "a second tank leaked in March");
  cut_test_wait_until (is_editor_there, test);
  label = cut_margin_get_card_label (cut_margin_card_get_item (find_card (test)));
  g_assert_cmpstr (label, ==, "Claim: a second tank leaked in March");
  gtk_test_accessible_assert_property (find_card (test), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_role (find_card (test), GTK_ACCESSIBLE_ROLE_NOTE);
  gtk_widget_activate_action (cut_test_find (test->window, CUT_TYPE_MARGIN_EDITOR, NULL), "card.add-attribution", NULL);
  cut_test_wait_until (has_two_attributions, test);
}

#define MANY 300

static void
add_many_highlights (CutTestReader *test)
{
  g_autoptr (CutReading) reading = cut_notebook_read (test->notebook.notebook, test->id, NULL);
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  CutAct *act = cut_act_new ("Highlight");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      guint start = i % ((guint) g_utf8_strlen (reading->text, -1) - 20);
      g_autoptr (CutSelector) selector = cut_quote_make (reading->text, index, start, start + 4 + i % 16, &error);

      g_assert_no_error (error);
      cut_act_take (act, cut_record_new (CUT_KIND_ANNOTATION, "clip", test->id, "capture", cut_record_get_id (reading->capture), "kind", "highlight",
                                         "selectors", selector, NULL));
    }
  cut_notebook_commit (test->notebook.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_all_cards (CutTestReader *test)
{
  return g_list_model_get_n_items (get_cards (test)) == MANY;
}

/* Of hundreds of cards the first are there with the text and the others come in the frames behind it, in text order and each once. The one
 * that is selected meanwhile stays the one. */
static void
test_growing (CutTestReader *test,
              gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkSingleSelection *cards;
  CutMarginItem *chosen;
  guint before = 0;

  if (test->window == NULL)
    return;
  add_many_highlights (test);
  cut_reader_view_open (test->reader, test->id);
  cut_test_wait_until (has_cards, test);
  cards = GTK_SINGLE_SELECTION (get_cards (test));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cards)), <, MANY);
  gtk_single_selection_set_selected (cards, 3);
  chosen = gtk_single_selection_get_selected_item (cards);
  cut_test_wait_until (has_all_cards, test);
  g_assert_true (gtk_single_selection_get_selected_item (cards) == chosen);
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (cards), i);

      g_assert_cmpuint (cut_margin_item_get_start (item), >=, before);
      before = cut_margin_item_get_start (item);
      g_assert_true (g_hash_table_add (seen, (char *) cut_margin_item_get_id (item)));
    }
}

#define ADD(path, test) \
  g_test_add ("/margin/" path, CutTestReader, NULL, cut_test_reader_set_up, test, cut_test_reader_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();
  ADD ("order", test_order);
  ADD ("follow", test_follow);
  ADD ("body", test_body);
  ADD ("delete", test_delete);
  ADD ("ends", test_ends);
  ADD ("claim", test_claim);
  ADD ("growing", test_growing);
  return g_test_run ();
}

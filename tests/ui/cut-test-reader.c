/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-reader.h"

#include <string.h>

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          CutTestReader *self)
{
  g_free (self->toast);
  g_variant_get (parameter, "(sb)", &self->toast, &self->toast_undo);
}

static void
activated_cb (CutReaderView *reader,
              const char    *id,
              gboolean       edit,
              CutTestReader *self)
{
  g_free (self->activated);
  self->activated = g_strdup (id);
  self->edit = edit;
}

static void
add_toast (CutTestReader *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE ("(sb)"));

  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (toast));
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

void
cut_test_reader_set_up (CutTestReader *self,
                        gconstpointer  data)
{
  g_autoptr (CutClipResult) clipped = NULL;
  GtkWidget *box;

  cut_test_notebook_set_up (&self->notebook, NULL);
  clipped = cut_test_clip_text (self->notebook.notebook, CUT_TEST_ARTICLE);
  self->id = g_strdup (cut_record_get_id (clipped->clip));
  if (!cut_test_have_display ())
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->window = gtk_window_new ();
  self->reader = CUT_READER_VIEW (cut_reader_view_new (self->notebook.notebook));
  /* Tests of cards know which there are. */
  g_object_set (self->reader, "show-proposals", FALSE, NULL);
  self->margin = CUT_MARGIN_VIEW (cut_margin_view_new (self->notebook.notebook));
  cut_margin_view_set_reader (self->margin, self->reader);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reader), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->margin), 300, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reader));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->margin));
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  add_toast (self);
  g_signal_connect (self->reader, "annotation-activated", G_CALLBACK (activated_cb), self);
  self->text = GTK_TEXT_VIEW (cut_test_find (self->window, GTK_TYPE_TEXT_VIEW, NULL));
  gtk_window_present (GTK_WINDOW (self->window));
  cut_test_iterate ();
}

void
cut_test_reader_tear_down (CutTestReader *self,
                           gconstpointer  data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  cut_test_iterate ();
  g_free (self->id);
  g_free (self->activated);
  g_free (self->toast);
  cut_test_notebook_tear_down (&self->notebook, NULL);
}

char *
cut_test_reader_dup_text (CutTestReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

void
cut_test_wait_until (gboolean (*condition) (CutTestReader *self),
                     CutTestReader *reader)
{
  while (!condition (reader))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_all_there (CutTestReader *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);

  return reading != NULL && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text))
                                == (int) g_utf8_strlen (reading->text, -1);
}

void
cut_test_reader_open (CutTestReader *self)
{
  cut_reader_view_open (self->reader, self->id);
  cut_test_wait_until (is_all_there, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
cut_test_reader_select (CutTestReader *self,
                        const char    *words)
{
  const char *text = cut_reader_view_get_reading (self->reader)->text;
  const char *found = strstr (text, words);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  g_assert_nonnull (found);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (text, found - text));
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (words, -1));
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
cut_test_reader_act (CutTestReader *self,
                     const char    *action,
                     const char    *target)
{
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->text), action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->text), action, NULL));
}

void
cut_test_reader_wait (CutTestReader *self,
                      guint          n)
{
  while (cut_reader_view_get_reading (self->reader)->annotations->len != n)
    g_main_context_iteration (NULL, TRUE);
}

CutRecord *
cut_test_reader_mark (CutTestReader *self,
                      const char    *kind,
                      const char    *words)
{
  guint n = cut_reader_view_get_reading (self->reader)->annotations->len;

  g_clear_pointer (&self->activated, g_free);
  cut_test_reader_select (self, words);
  cut_test_reader_act (self, "reader.mark", kind);
  cut_test_reader_wait (self, n + 1);
  while (self->activated == NULL)
    g_main_context_iteration (NULL, TRUE);
  return cut_reading_find (cut_reader_view_get_reading (self->reader), self->activated);
}

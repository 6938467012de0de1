/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-keys.h"

#include "cut-vocab.h"

static const CutMarkKey mark_keys[] = {
  { "highlight", "H", GDK_KEY_h }, { "quote", "Q", GDK_KEY_q },  { "claim", "C", GDK_KEY_c },
  { "note", "N", GDK_KEY_n },      { "entity", "E", GDK_KEY_e }, { "question", "?", GDK_KEY_question },
};

const CutMarkKey *
cut_mark_keys_get (guint *n)
{
  *n = G_N_ELEMENTS (mark_keys);
  return mark_keys;
}

static gboolean
press_mark (GtkWidget *widget,
            guint      keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_keys); i++)
    if (mark_keys[i].keyval == keyval)
      return gtk_widget_activate_action (widget, "reader.mark", "s", mark_keys[i].kind);
  return FALSE;
}

static gboolean
press_colour (GtkWidget *widget,
              guint      keyval)
{
  guint first = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? GDK_KEY_KP_1 : GDK_KEY_1;
  const char *const *colours = cut_vocab_get_words (CUT_VOCAB_COLOUR);

  if (keyval < first || keyval - first >= g_strv_length ((char **) colours))
    return FALSE;
  return gtk_widget_activate_action (widget, "reader.colour", "s", colours[keyval - first]);
}

static void
unselect (GtkTextBuffer *buffer)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &caret);
}

static gboolean
key_cb (GtkTextView     *text,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *widget = GTK_WIDGET (text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  gboolean selected = gtk_text_buffer_get_has_selection (buffer);
  guint lower = gdk_keyval_to_lower (keyval);

  /* The overlaid buttons keep their own keys. */
  if (!gtk_widget_is_focus (widget) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (lower == GDK_KEY_Escape && selected)
    {
      unselect (buffer);
      return GDK_EVENT_STOP;
    }
  if (lower == GDK_KEY_Return || lower == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (widget, "reader.activate", NULL);
  if (lower == GDK_KEY_f)
    return gtk_widget_activate_action (widget, "reader.toggle-counts", NULL);
  return (selected && press_mark (widget, lower)) || press_colour (widget, lower);
}

void
cut_reader_keys_add (GtkTextView *text)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the text view's input method, which would swallow the letters. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), text);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
}

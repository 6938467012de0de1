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
types_latin (GdkDisplay *display,
             guint       layout)
{
  g_autofree GdkKeymapKey *places = NULL;
  gboolean latin = FALSE;
  int n = 0;

  gdk_display_map_keyval (display, GDK_KEY_h, &places, &n);
  for (int i = 0; i < n; i++)
    latin = latin || places[i].group == (int) layout;
  return latin;
}

/* Where the layout in use has no Latin letters, what the key has on another of the keyboard: so the same keys mark
 * whatever is written with, as those of menus do. */
static guint
get_latin (GtkEventControllerKey *keys,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state)
{
  GdkDisplay *display = gtk_widget_get_display (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keyvals = NULL;
  int level = (state & GDK_SHIFT_MASK) != 0 ? 1 : 0;
  int n = 0;

  if (event == NULL || types_latin (display, gdk_key_event_get_layout (event))
      || !gdk_display_map_keycode (display, keycode, &places, &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    if (places[i].level == level && types_latin (display, (guint) places[i].group))
      return keyvals[i];
  return keyval;
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
key_cb (GtkTextView           *text,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *keys)
{
  GtkWidget *widget = GTK_WIDGET (text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  gboolean selected = gtk_text_buffer_get_has_selection (buffer);
  guint lower = gdk_keyval_to_lower (get_latin (keys, keyval, keycode, state));

  /* The overlaid buttons keep their own keys. */
  if (!gtk_widget_is_focus (widget) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (lower == GDK_KEY_Escape && selected)
    {
      unselect (buffer);
      return GDK_EVENT_STOP;
    }
  /* The text view keeps the first one after it got the focus to itself. */
  if (lower == GDK_KEY_Escape)
    return gtk_widget_activate_action (widget, "win.back", NULL);
  if (lower == GDK_KEY_Return || lower == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (widget, "reader.activate", NULL);
  if (lower == GDK_KEY_p)
    return gtk_widget_activate_action (widget, "reader.next-proposal", NULL);
  if (lower == GDK_KEY_f)
    return gtk_widget_activate_action (widget, "reader.toggle-counts", NULL);
  /* A known name needs no selection. */
  return ((selected || lower == GDK_KEY_e) && press_mark (widget, lower)) || press_colour (widget, lower);
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

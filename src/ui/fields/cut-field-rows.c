/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-date-typed.h"
#include "cut-field-label.h"
#include "cut-field-row-private.h"
#include "cut-growing-text.h"
#include "cut-ids-row.h"
#include "cut-spoken.h"

/* Lists of names are typed with this between them: names hold commas, but hardly a semicolon. */
#define LIST_SEPARATOR "; "

/* One line of text; also lists of strings and dates. */

/* Returns: (transfer full): the value as it is typed */
static char *
value_to_text (CutFieldRow *row,
               CutRecord   *record)
{
  guint index = cut_field_row_get_index (row);
  CutFieldType type = cut_field_row_get_field (row)->type;
  CutDate *date;

  if (type == CUT_FIELD_STRINGS)
    return g_strjoinv (LIST_SEPARATOR, (char **) cut_record_get_strv (record, index));
  if (type != CUT_FIELD_DATE)
    return g_strdup (cut_record_get_string (record, index));
  date = cut_record_get_date (record, index);
  return date != NULL ? g_strdup (cut_date_get_value (date)) : NULL;
}

static void
commit_strings (CutFieldRow *row,
                const char  *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  cut_field_row_commit_value (row, &value, NULL);
}

/* What is no date stays as it was typed, and the row says so. */
static void
commit_date (CutFieldRow *row,
             const char  *text)
{
  g_autoptr (CutDate) date = *text != '\0' ? cut_date_from_text (text, NULL) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (date == NULL)
    {
      cut_field_row_commit_text (row, text);
      return;
    }
  g_value_init (&value, CUT_TYPE_DATE);
  g_value_set_boxed (&value, date);
  cut_field_row_commit_value (row, &value, NULL);
}

static void
commit_typed (CutFieldRow *row,
              const char  *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  CutRecord *record = cut_field_row_get_record (row);
  g_autofree char *shown = record != NULL ? value_to_text (row, record) : NULL;

  if (g_strcmp0 (text, shown != NULL ? shown : "") == 0)
    return;
  if (cut_field_row_get_field (row)->type == CUT_FIELD_STRINGS)
    commit_strings (row, text);
  else if (cut_field_row_get_field (row)->type == CUT_FIELD_DATE)
    commit_date (row, text);
  else
    cut_field_row_commit_text (row, text);
}

static void
entry_done_cb (GtkWidget   *entry,
               CutFieldRow *row)
{
  commit_typed (row, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
focus_left_cb (GtkEventController *focus,
               CutFieldRow        *row)
{
  entry_done_cb (gtk_event_controller_get_widget (focus), row);
}

static void
entry_show (CutFieldRow *row,
            GtkWidget   *editor,
            CutRecord   *record)
{
  g_autofree char *text = value_to_text (row, record);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (editor)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (editor), text != NULL ? text : "");
}

static gboolean
entry_key_cb (GtkEventControllerKey *key,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              CutFieldRow           *row)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key));
  CutRecord *record = cut_field_row_get_record (row);
  g_autofree char *shown = record != NULL ? value_to_text (row, record) : NULL;

  if (keyval != GDK_KEY_Escape
      || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), shown != NULL ? shown : "") == 0)
    return GDK_EVENT_PROPAGATE;
  cut_field_row_restore (row);
  return GDK_EVENT_STOP;
}

static GtkWidget *
entry_build (CutFieldRow *row)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  const CutField *field = cut_field_row_get_field (row);

  if (field->type == CUT_FIELD_DATE)
    /* Translators: how a date is typed; only the year, or year and month, will do, too */
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  else if (field->type == CUT_FIELD_STRINGS)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Several: with a semicolon between"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_field_row_get_label (row), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_done_cb), row);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), row);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (entry_key_cb), row);
  gtk_widget_add_controller (entry, key);
  return entry;
}

static const CutFieldEditor entry_editor = { entry_build, entry_show };

/* Several lines of text. */

static char *
view_dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
view_left_cb (GtkEventController *focus,
              CutFieldRow        *row)
{
  g_autofree char *text = view_dup_text (gtk_event_controller_get_widget (focus));

  commit_typed (row, text);
}

/* Ctrl+Enter keeps what was typed without leaving. */
static gboolean
view_key_cb (GtkEventControllerKey *key,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             CutFieldRow           *row)
{
  if (keyval != GDK_KEY_Return || !(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  view_left_cb (GTK_EVENT_CONTROLLER (key), row);
  return GDK_EVENT_STOP;
}

static void
view_show (CutFieldRow *row,
           GtkWidget   *editor,
           CutRecord   *record)
{
  const char *text = cut_record_get_string (record, cut_field_row_get_index (row));
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (editor));
  g_autofree char *shown = view_dup_text (view);

  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text != NULL ? text : "", -1);
}

static GtkWidget *
view_build (CutFieldRow *row)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = cut_growing_text_new (GTK_TEXT_VIEW (view));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_widget_add_css_class (scroller, "typed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_field_row_get_label (row), -1);
  g_signal_connect (focus, "leave", G_CALLBACK (view_left_cb), row);
  gtk_widget_add_controller (view, focus);
  g_signal_connect (key, "key-pressed", G_CALLBACK (view_key_cb), row);
  gtk_widget_add_controller (view, key);
  return scroller;
}

static const CutFieldEditor view_editor = { view_build, view_show };

/* A word of a vocabulary. */

static void
word_chosen_cb (GtkDropDown *drop_down,
                GParamSpec  *pspec,
                CutFieldRow *row)
{
  const char *const *words = cut_vocab_get_words (cut_field_row_get_field (row)->vocab);
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected != GTK_INVALID_LIST_POSITION && !cut_field_row_is_showing (row))
    cut_field_row_commit_text (row, words[selected]);
}

static void
word_show (CutFieldRow *row,
           GtkWidget   *editor,
           CutRecord   *record)
{
  const char *const *words = cut_vocab_get_words (cut_field_row_get_field (row)->vocab);
  const char *word = cut_record_get_string (record, cut_field_row_get_index (row));
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), selected);
}

static GtkWidget *
word_build (CutFieldRow *row)
{
  CutVocab vocab = cut_field_row_get_field (row)->vocab;
  const char *const *words = cut_vocab_get_words (vocab);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (labels, cut_vocab_get_label (vocab, words[i]));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), GTK_INVALID_LIST_POSITION);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (drop_down), cut_field_row_get_label (row));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (word_chosen_cb), row);
  return drop_down;
}

static const CutFieldEditor word_editor = { word_build, word_show };

/* Yes or no. */

static void
switched_cb (GtkSwitch   *toggle,
             GParamSpec  *pspec,
             CutFieldRow *row)
{
  if (!cut_field_row_is_showing (row))
    cut_field_row_commit_text (row, gtk_switch_get_active (toggle) ? "yes" : "no");
}

static void
switch_show (CutFieldRow *row,
             GtkWidget   *editor,
             CutRecord   *record)
{
  gtk_switch_set_active (GTK_SWITCH (editor), cut_record_get_int (record, cut_field_row_get_index (row)) != 0);
}

static GtkWidget *
switch_build (CutFieldRow *row)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_halign (toggle, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_field_row_get_label (row), -1);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), row);
  return toggle;
}

static const CutFieldEditor switch_editor = { switch_build, switch_show };

/* Other objects. */

static CutKind
get_target (CutFieldRow *row)
{
  CutKind target = cut_field_row_get_field (row)->target;

  /* What a check was made with may be any object; a person names the clip. */
  if (target == CUT_KIND_NONE && g_str_equal (cut_field_row_get_name (row), "evidence"))
    return CUT_KIND_CLIP;
  /* What a claim came through may be any object; a person names the outlet or agency, a source. */
  return target == CUT_KIND_NONE ? CUT_KIND_SOURCE : target;
}

static void
commit_id (CutFieldRow *row,
           const char  *id,
           CutRecord   *created)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, id);
  cut_field_row_commit_value (row, &value, created);
}

static void
id_picked_cb (CutFieldRow *row,
              const char  *id)
{
  commit_id (row, id, NULL);
}

static void
id_created_cb (CutFieldRow *row,
               const char  *name)
{
  g_autoptr (CutRecord) created = cut_record_new_named (get_target (row), name);

  commit_id (row, cut_record_get_id (created), created);
}

static void
id_cleared_cb (CutFieldRow *row)
{
  commit_id (row, NULL, NULL);
}

static void
id_show (CutFieldRow *row,
         GtkWidget   *editor,
         CutRecord   *record)
{
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (editor),
                                cut_record_get_string (record, cut_field_row_get_index (row)));
}

static GtkWidget *
id_build (CutFieldRow *row)
{
  GtkWidget *entry = cut_completing_entry_new (cut_field_row_get_notebook (row), get_target (row));

  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), cut_field_row_get_label (row));
  cut_completing_entry_keep_typed (CUT_COMPLETING_ENTRY (entry));
  g_signal_connect_object (entry, "picked", G_CALLBACK (id_picked_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "created", G_CALLBACK (id_created_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "cleared", G_CALLBACK (id_cleared_cb), row, G_CONNECT_SWAPPED);
  return entry;
}

static const CutFieldEditor id_editor = { id_build, id_show };

static void
ids_edited_cb (CutFieldRow *row,
               GStrv        ids,
               CutRecord   *created)
{
  g_autoptr (CutRecord) named = created != NULL ? g_object_ref (created) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (created != NULL && g_str_equal (cut_field_row_get_name (row), "via"))
    {
      g_clear_object (&named);
      named = cut_record_with_text (created, "kind", "publication", NULL);
    }
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, ids);
  cut_field_row_commit_value (row, &value, named);
}

static void
ids_show (CutFieldRow *row,
          GtkWidget   *editor,
          CutRecord   *record)
{
  cut_ids_row_show (CUT_IDS_ROW (editor), cut_record_get_strv (record, cut_field_row_get_index (row)));
}

static GtkWidget *
ids_build (CutFieldRow *row)
{
  GtkWidget *editor = cut_ids_row_new (cut_field_row_get_notebook (row), get_target (row),
                                       cut_field_row_get_label (row));

  g_signal_connect_object (editor, "edited", G_CALLBACK (ids_edited_cb), row, G_CONNECT_SWAPPED);
  return editor;
}

static const CutFieldEditor ids_editor = { ids_build, ids_show };

static gboolean
is_long (const char *name)
{
  static const char *const names[] = { "text", "note", "summary", "description", "memo", "standfirst", NULL };

  return g_strv_contains (names, name);
}

const CutFieldEditor *
cut_field_editor_for (CutKind         kind,
                      const CutField *field)
{
  switch ((int) field->type)
    {
    case CUT_FIELD_WORD: return &word_editor;
    case CUT_FIELD_BOOLEAN: return &switch_editor;
    case CUT_FIELD_ID: return &id_editor;
    case CUT_FIELD_IDS: return &ids_editor;
    default: return is_long (field->name) ? &view_editor : &entry_editor;
    }
}

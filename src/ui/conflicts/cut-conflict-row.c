/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-conflict-row.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-conflict-words.h"
#include "cut-field-row.h"
#include "cut-toast.h"
#include "cut-written.h"

/* A memo may be long; what differs stands near its beginning more often than not, and all of it in its own view. */
#define MOST_LINES 12

struct _CutConflictRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *editor; /* (nullable): there once it was asked for */
  GtkWidget *edit;   /* the button that asks for it */

  CutNotebook *notebook;       /* (owned) */
  const CutConflict *conflict; /* (unowned) */
  gboolean writable;
};

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutConflictRow, cut_conflict_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Choosing. */

static void
take_cb (CutConflictRow *self,
         GtkWidget      *button)
{
  guint wording = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "wording"));
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_conflict_settle (self->conflict, self->conflict->record, wording, &error);

  if (record != NULL)
    g_signal_emit (self, signals[SETTLED], 0, record, NULL);
  else
    cut_toast_error (GTK_WIDGET (self), error);
}

static GtkWidget *
make_take_button (CutConflictRow   *self,
                  const CutWording *wording,
                  guint             place)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: the button's full name for a screen reader: a value of a field */
  g_autofree char *name = g_strdup_printf (_("Take “%s”"), wording->words);

  cut_button_set_label (GTK_BUTTON (button), place == 0 ? _("Keep This") : _("Take This"));
  g_object_set_data (G_OBJECT (button), "wording", GUINT_TO_POINTER (place));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, self->writable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_value_label (const char *words)
{
  GtkWidget *label = make_label (words, NULL);

  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
add_wording (CutConflictRow   *self,
             const CutWording *wording,
             guint             place)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *writer = cut_conflict_describe_writer (wording);
  /* Translators: who wrote a value, and that it is the one that stands */
  g_autofree char *stands = place == 0 ? g_strdup_printf (_("%s · Stands until it is settled"), writer) : NULL;
  GtkWidget *below = make_label (stands != NULL ? stands : writer, "caption");

  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), make_value_label (wording->words));
  gtk_box_append (GTK_BOX (column), below);
  gtk_box_append (GTK_BOX (line), column);
  gtk_box_append (GTK_BOX (line), make_take_button (self, wording, place));
  gtk_box_append (GTK_BOX (self->box), line);
}

/* Writing another value. */

static void
edited_cb (CutConflictRow *self,
           CutRecord      *changed,
           CutRecord      *created)
{
  g_autoptr (CutRecord) settled = cut_conflicts_settle (changed, cut_conflict_get_field (self->conflict));

  g_signal_emit (self, signals[SETTLED], 0, settled, created);
}

static void
edit_cb (CutConflictRow *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  self->editor = cut_field_row_new (self->notebook, cut_record_get_kind (self->conflict->record), cut_conflict_get_field (self->conflict));
  cut_field_row_show (CUT_FIELD_ROW (self->editor), self->conflict->record);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), self->editor);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (self->box), list);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->edit, FALSE);
}

static void
add_edit_button (CutConflictRow *self)
{
  self->edit = gtk_button_new ();
  cut_button_set_label (GTK_BUTTON (self->edit), _("Write Another Value…"));
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_set_halign (self->edit, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->edit, self->writable);
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->edit);
}

/* The object's name, with the way to it where it has a place of its own. */
static GtkWidget *
make_heading (CutConflictRow *self,
              const char     *object)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (object, "heading");
  const char *action = cut_conflict_get_action (self->conflict);
  GtkWidget *button;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (action == NULL)
    return line;
  button = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Show where it belongs"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show where it belongs"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", cut_record_get_id (self->conflict->record));
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

/* The row itself takes no focus: its buttons do. */
static gboolean
cut_conflict_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_child_focus (CUT_CONFLICT_ROW (widget)->box, direction);
}

static gboolean
cut_conflict_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (CUT_CONFLICT_ROW (widget)->box, GTK_DIR_TAB_FORWARD);
}

static void
cut_conflict_row_dispose (GObject *object)
{
  g_clear_object (&CUT_CONFLICT_ROW (object)->notebook);
  G_OBJECT_CLASS (cut_conflict_row_parent_class)->dispose (object);
}

static void
cut_conflict_row_class_init (CutConflictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_conflict_row_dispose;
  widget_class->focus = cut_conflict_row_focus;
  widget_class->grab_focus = cut_conflict_row_grab_focus;
  signals[SETTLED] = g_signal_new ("settled", CUT_TYPE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   CUT_TYPE_RECORD, CUT_TYPE_RECORD);
}

static void
cut_conflict_row_init (CutConflictRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

GtkWidget *
cut_conflict_row_new (CutNotebook       *notebook,
                      const CutConflict *conflict,
                      gboolean           writable)
{
  CutConflictRow *self = g_object_new (CUT_TYPE_CONFLICT_ROW, NULL);
  g_autofree char *object = cut_conflict_describe_object (conflict);
  const char *field = cut_conflict_describe_field (conflict);
  /* Translators: an object, as “Claim …”, and one of its fields */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), object, field);

  self->notebook = g_object_ref (notebook);
  self->conflict = conflict;
  self->writable = writable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->box), make_heading (self, object));
  gtk_box_append (GTK_BOX (self->box), make_label (field, "dim-label"));
  for (guint i = 0; i < conflict->wordings->len; i++)
    add_wording (self, g_ptr_array_index (conflict->wordings, i), i);
  if (cut_conflict_can_be_edited (conflict))
    add_edit_button (self);
  return GTK_WIDGET (self);
}

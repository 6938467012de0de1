/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-merge-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-compat.h"
#include "cut-completing-entry.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-merge-preview.h"
#include "cut-notebook-entities.h"
#include "cut-parts.h"
#include "cut-toast.h"

struct _CutMergeDialog
{
  AdwWindow parent_instance;

  GtkWidget *merge_button;
  GtkWidget *problem;
  GtkWidget *entry;       /* (nullable): asks for the other one */
  GtkListBox *choices;    /* which of the two is kept */
  GtkWidget *choices_box;
  GtkListBox *preview;
  GtkWidget *preview_box;

  CutNotebook *notebook;  /* (owned) */
  GtkWindow *parent;      /* (owned) */
  CutEntityDetail *one;   /* (owned) (nullable): once it has been read */
  CutEntityDetail *two;   /* (owned) (nullable): likewise */
  char *other;            /* (owned) (nullable): id of what is read as @two */
  GtkCheckButton *first;  /* (nullable): active while @one is kept */
  gboolean despite;       /* it was said that they are not the same, and somebody wants it nevertheless */
};

G_DEFINE_FINAL_TYPE (CutMergeDialog, cut_merge_dialog, ADW_TYPE_WINDOW)

static void
show_problem (CutMergeDialog *self,
              const char     *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static gboolean
keeps_first (CutMergeDialog *self)
{
  return self->first == NULL || gtk_check_button_get_active (self->first);
}

/* The act. */

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CutRecord *kept;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", TRUE);
  if (!cut_notebook_merge_entities_finish (CUT_NOTEBOOK (source), result, &error))
    {
      show_problem (self, error->message);
      self->despite = g_error_matches (error, CUT_ERROR, CUT_ERROR_REFUSED);
      if (self->despite)
        cut_button_set_label (GTK_BUTTON (self->merge_button), _("_Merge Nevertheless"));
      return;
    }
  kept = keeps_first (self) ? self->one->entity : self->two->entity;
  cut_toast (GTK_WIDGET (self->parent), _("Merged"), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.show-entity", "s", cut_record_get_id (kept));
  gtk_window_close (GTK_WINDOW (self));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CutMergeDialog *self = CUT_MERGE_DIALOG (widget);
  CutRecord *kept;
  CutRecord *gone;

  if (self->one == NULL || self->two == NULL)
    return;
  kept = keeps_first (self) ? self->one->entity : self->two->entity;
  gone = keeps_first (self) ? self->two->entity : self->one->entity;
  show_problem (self, NULL);
  gtk_widget_action_set_enabled (widget, "merge.merge", FALSE);
  cut_notebook_merge_entities_async (self->notebook, cut_record_get_id (kept),
                                     (const char *const[]) { cut_record_get_id (gone), NULL }, self->despite, NULL, merged_cb,
                                     g_object_ref (self));
}

/* What comes together. */

static void
empty (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
make_preview_row (const CutMergeLine *line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
show_preview (CutMergeDialog *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (self->one == NULL || self->two == NULL)
    return;
  lines = keeps_first (self) ? cut_merge_preview (self->one, self->two) : cut_merge_preview (self->two, self->one);
  empty (self->preview);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->preview, make_preview_row (g_ptr_array_index (lines, i)));
  gtk_widget_set_visible (self->preview_box, TRUE);
}

static GtkWidget *
add_choice (CutMergeDialog *self,
            CutRecord      *entity,
            GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = cut_record_get_title (entity);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, cut_entity_get_schema (CUT_ENTITY (entity))));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->choices, row);
  return check;
}

static void
show_choices (CutMergeDialog *self)
{
  empty (self->choices);
  self->first = NULL;
  if (self->one == NULL || self->two == NULL)
    return;
  self->first = GTK_CHECK_BUTTON (add_choice (self, self->one->entity, NULL));
  add_choice (self, self->two->entity, self->first);
  gtk_check_button_set_active (self->first, TRUE);
  g_signal_connect_object (self->first, "toggled", G_CALLBACK (show_preview), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->choices_box, TRUE);
}

static void
show_details (CutMergeDialog *self)
{
  self->despite = FALSE;
  cut_button_set_label (GTK_BUTTON (self->merge_button), _("_Merge"));
  show_choices (self);
  show_preview (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", self->one != NULL && self->two != NULL);
}

/* Reading. */

static CutEntityDetail *
read_finish (CutMergeDialog *self,
             GObject        *source,
             GAsyncResult   *result)
{
  g_autoptr (GError) error = NULL;
  CutEntityDetail *detail = cut_notebook_entity_detail_finish (CUT_NOTEBOOK (source), result, &error);

  if (detail == NULL)
    show_problem (self, error->message);
  return detail;
}

static void
one_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CutMergeDialog) self = user_data;

  self->one = read_finish (self, source, result);
  if (self->notebook != NULL)
    show_details (self);
}

static void
two_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CutMergeDialog) self = user_data;
  CutEntityDetail *detail = read_finish (self, source, result);

  if (detail == NULL || self->notebook == NULL || g_strcmp0 (cut_record_get_id (detail->entity), self->other) != 0)
    {
      g_clear_pointer (&detail, cut_entity_detail_unref);
      return;
    }
  g_clear_pointer (&self->two, cut_entity_detail_unref);
  self->two = detail;
  show_details (self);
}

static void
set_other (CutMergeDialog *self,
           const char     *id)
{
  g_free (self->other);
  self->other = g_strdup (id);
  show_problem (self, NULL);
  cut_notebook_entity_detail_async (self->notebook, id, NULL, two_cb, g_object_ref (self));
}

static void
picked_cb (CutMergeDialog *self,
           const char     *id)
{
  set_other (self, id);
}

static void
created_cb (CutMergeDialog *self,
            const char     *name)
{
  /* Translators: %s is what somebody typed */
  g_autofree char *sentence = g_strdup_printf (_("No entity is called “%s”."), name);

  show_problem (self, sentence);
}

/* Set-up. */

static void
cut_merge_dialog_map (GtkWidget *widget)
{
  CutMergeDialog *self = CUT_MERGE_DIALOG (widget);

  GTK_WIDGET_CLASS (cut_merge_dialog_parent_class)->map (widget);
  if (self->entry != NULL)
    gtk_widget_child_focus (self->entry, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->merge_button);
}

static void
cut_merge_dialog_dispose (GObject *object)
{
  CutMergeDialog *self = CUT_MERGE_DIALOG (object);

  g_clear_pointer (&self->one, cut_entity_detail_unref);
  g_clear_pointer (&self->two, cut_entity_detail_unref);
  g_clear_pointer (&self->other, g_free);
  g_clear_object (&self->parent);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_merge_dialog_parent_class)->dispose (object);
}

static void
cut_merge_dialog_class_init (CutMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_merge_dialog_dispose;
  widget_class->map = cut_merge_dialog_map;
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "merge.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_merge_dialog_init (CutMergeDialog *self)
{
}

static GtkWidget *
make_header (CutMergeDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->merge_button = gtk_button_new_with_mnemonic (_("_Merge"));
  gtk_widget_add_css_class (self->merge_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->merge_button), "merge.merge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->merge_button);
  return header;
}

/* Returns: (transfer floating): a hidden box with @title over a list. @list: (out) (transfer none) */
static GtkWidget *
make_list (const char  *title,
           GtkListBox **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *made = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (made), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (made, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (made), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), cut_heading_new (title));
  gtk_box_append (GTK_BOX (box), made);
  gtk_widget_set_visible (box, FALSE);
  *list = GTK_LIST_BOX (made);
  return box;
}

static GtkWidget *
make_asker (CutMergeDialog *self,
            const char     *id)
{
  GtkWidget *list = gtk_list_box_new ();

  self->entry = cut_completing_entry_new (self->notebook, CUT_KIND_ENTITY);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (self->entry), _("Other entity"));
  cut_completing_entry_set_left_out (CUT_COMPLETING_ENTRY (self->entry), id);
  g_signal_connect_object (self->entry, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), cut_labelled_row_new (_("Other entity"), self->entry));
  return list;
}

static GtkWidget *
make_page (CutMergeDialog *self,
           const char     *ask)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  self->choices_box = make_list (_("Stands for Both"), &self->choices);
  self->preview_box = make_list (_("What Comes Together"), &self->preview);
  gtk_box_append (GTK_BOX (box), self->problem);
  if (ask != NULL)
    gtk_box_append (GTK_BOX (box), make_asker (self, ask));
  gtk_box_append (GTK_BOX (box), self->choices_box);
  gtk_box_append (GTK_BOX (box), self->preview_box);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
cut_merge_dialog_new (GtkWindow   *parent,
                      CutNotebook *notebook,
                      CutRecord   *entity,
                      CutRecord   *other)
{
  CutMergeDialog *self = g_object_new (CUT_TYPE_MERGE_DIALOG, "title", _("Merge Entities"), "modal", TRUE, "transient-for", parent,
                                       "default-width", 440, "default-height", 520, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *above = gtk_window_get_transient_for (parent);

  self->notebook = g_object_ref (notebook);
  /* A list of pairs stands in a dialog of its own; what was done is said in the window. */
  self->parent = g_object_ref (above != NULL ? above : parent);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_page (self, other == NULL ? cut_record_get_id (entity) : NULL));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", FALSE);
  cut_notebook_entity_detail_async (notebook, cut_record_get_id (entity), NULL, one_cb, g_object_ref (self));
  if (other != NULL)
    set_other (self, cut_record_get_id (other));
  return GTK_WIDGET (self);
}

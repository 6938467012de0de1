/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-room-group.h"

#include <glib/gi18n-lib.h>

#include "cut-notebook-purge.h"

struct _CutRoomGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *total;
  GtkWidget *parts;
  GtkWidget *stack;          /* the button, or that it is under way */
  GtkWidget *button;
  CutNotebook *notebook;     /* (owned) */
  GCancellable *cancellable; /* (owned): of measuring, which nobody needs behind the window's end */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget) (unowned) */
};

G_DEFINE_FINAL_TYPE (CutRoomGroup, cut_room_group, ADW_TYPE_PREFERENCES_GROUP)

static void measure (CutRoomGroup *self);

/* What takes the room. */

static GtkWidget *
make_part (CutRoomGroup  *self,
           const CutRoom *room)
{
  g_autofree char *size = g_format_size ((guint64) room->bytes);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), room->label);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, size, -1);
  return row;
}

static void
show_rooms (CutRoomGroup *self,
            GArray       *rooms)
{
  g_autofree char *size = NULL;
  gint64 total = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->parts), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rooms->len; i++)
    {
      const CutRoom *room = &g_array_index (rooms, CutRoom, i);
      GtkWidget *row = make_part (self, room);

      total += room->bytes;
      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->parts), row);
    }
  size = g_format_size ((guint64) total);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->parts), size);
}

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rooms = cut_notebook_sizes_finish (CUT_NOTEBOOK (source), result, &error);
  CutRoomGroup *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rooms != NULL)
    show_rooms (self, rooms);
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->parts), error->message);
}

static void
measure (CutRoomGroup *self)
{
  cut_notebook_sizes_async (self->notebook, self->cancellable, measured_cb, self);
}

/* Compacting. */

static void
set_compacting (CutRoomGroup *self,
                gboolean      under_way)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), under_way ? "busy" : "button");
  gtk_widget_set_sensitive (self->button, !under_way);
}

static void
compacted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CutRoomGroup) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_compact_finish (CUT_NOTEBOOK (source), result, &error);

  /* The window may be gone by now. */
  if (self->notebook == NULL)
    return;
  set_compacting (self, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->total), done ? _("Nothing unused is left") : error->message);
  measure (self);
}

static void
compact_cb (CutRoomGroup *self)
{
  set_compacting (self, TRUE);
  cut_notebook_compact_async (self->notebook, NULL, compacted_cb, g_object_ref (self));
}

/* The group. */

static GtkWidget *
make_stack (CutRoomGroup *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = gtk_stack_new ();
  self->button = gtk_button_new_with_mnemonic (_("Co_mpact"));
  gtk_widget_set_valign (self->stack, GTK_ALIGN_CENTER);
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compacting…"), -1);
  gtk_stack_add_named (GTK_STACK (self->stack), self->button, "button");
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "busy");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (compact_cb), self);
  return self->stack;
}

static void
cut_room_group_dispose (GObject *object)
{
  CutRoomGroup *self = CUT_ROOM_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_room_group_parent_class)->dispose (object);
}

static void
cut_room_group_finalize (GObject *object)
{
  CutRoomGroup *self = CUT_ROOM_GROUP (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (cut_room_group_parent_class)->finalize (object);
}

static void
cut_room_group_class_init (CutRoomGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_room_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_room_group_finalize;
}

static void
cut_room_group_init (CutRoomGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *stack = make_stack (self);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (group, _("Size of the Notebook"));
  self->parts = adw_expander_row_new ();
  /* What failed is said in the second line, whatever signs it holds. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->parts), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->parts), _("What Takes the Room"));
  /* Translators: what the notebook takes is being found out */
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->parts), _("Looking…"));
  adw_preferences_group_add (group, self->parts);
  self->total = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->total), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->total), _("Give Back Unused Room"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->total), _("Writes the file anew, which takes as long as it is large"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->total), stack);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->total), self->button);
  adw_preferences_group_add (group, self->total);
}

GtkWidget *
cut_room_group_new (CutNotebook *notebook)
{
  CutRoomGroup *self = g_object_new (CUT_TYPE_ROOM_GROUP, NULL);

  self->notebook = g_object_ref (notebook);
  gtk_widget_set_sensitive (self->total, !cut_notebook_is_read_only (notebook));
  measure (self);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-ids-row.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-field-label.h"

struct _CutIdsRow
{
  GtkWidget parent_instance;

  GtkWidget *chips;
  GtkWidget *entry;

  CutNotebook *notebook;  /* (owned) */
  CutKind kind;
  GPtrArray *ids;         /* (owned) (element-type utf8) */
  GHashTable *names;      /* (owned) (element-type utf8 utf8): of those made here, by id: not stored yet */
  GCancellable *naming;   /* (owned) (nullable) */
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutIdsRow, cut_ids_row, GTK_TYPE_WIDGET)

static GStrv
dup_ids (CutIdsRow *self)
{
  GStrv ids = g_new0 (char *, self->ids->len + 1);

  for (guint i = 0; i < self->ids->len; i++)
    ids[i] = g_strdup (g_ptr_array_index (self->ids, i));
  return ids;
}

static void
emit_edited (CutIdsRow *self,
             CutRecord *created)
{
  g_auto (GStrv) ids = dup_ids (self);

  g_signal_emit (self, signals[EDITED], 0, ids, created);
}

static int
find_id (CutIdsRow  *self,
         const char *id)
{
  guint index;

  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index) ? (int) index : -1;
}

static void
remove_clicked_cb (GtkButton *button,
                   CutIdsRow *self)
{
  int index = find_id (self, gtk_widget_get_name (GTK_WIDGET (button)));

  if (index < 0)
    return;
  g_ptr_array_remove_index (self->ids, (guint) index);
  emit_edited (self, NULL);
}

static gboolean
chip_key_cb (GtkEventControllerKey *key,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             CutIdsRow             *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key));
  int from = find_id (self, gtk_widget_get_name (button));
  gboolean rtl = gtk_widget_get_direction (button) == GTK_TEXT_DIR_RTL;
  int to = from + ((keyval == GDK_KEY_Left) != rtl ? -1 : 1);

  if (!(state & GDK_ALT_MASK) || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  if (from < 0 || to < 0 || to >= (int) self->ids->len)
    return GDK_EVENT_STOP;
  g_ptr_array_insert (self->ids, to, g_ptr_array_steal_index (self->ids, (guint) from));
  emit_edited (self, NULL);
  return GDK_EVENT_STOP;
}

static void
name_chip (GtkWidget  *button,
           const char *name)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  /* Translators: %s is the name of a tag, story, source or entity */
  g_autofree char *action = g_strdup_printf (_("Remove %s"), name);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  g_autofree char *title = NULL;

  if (record == NULL)
    return;
  title = cut_record_get_title (record);
  name_chip (button, title);
}

static void
add_chip (CutIdsRow  *self,
          const char *id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new ("…");
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_name (button, id);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (chip_key_cb), self);
  gtk_widget_add_controller (button, key);
  gtk_flow_box_append (GTK_FLOW_BOX (self->chips), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  if (g_hash_table_contains (self->names, id))
    name_chip (button, g_hash_table_lookup (self->names, id));
  else
    cut_notebook_get_async (self->notebook, id, self->naming, named_cb, g_object_ref (button));
}

static void
add_id (CutIdsRow  *self,
        const char *id,
        CutRecord  *created)
{
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entry), NULL);
  if (find_id (self, id) >= 0)
    return;
  g_ptr_array_add (self->ids, g_strdup (id));
  emit_edited (self, created);
}

static void
picked_cb (CutIdsRow  *self,
           const char *id)
{
  add_id (self, id, NULL);
}

static void
created_cb (CutIdsRow  *self,
            const char *name)
{
  g_autoptr (CutRecord) created = cut_record_new_named (self->kind, name);

  g_hash_table_insert (self->names, g_strdup (cut_record_get_id (created)), g_strdup (name));
  add_id (self, cut_record_get_id (created), created);
}

static gboolean
cut_ids_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CUT_IDS_ROW (widget)->entry);
}

static void
cut_ids_row_dispose (GObject *object)
{
  CutIdsRow *self = CUT_IDS_ROW (object);

  if (self->naming != NULL)
    g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  G_OBJECT_CLASS (cut_ids_row_parent_class)->dispose (object);
}

static void
cut_ids_row_class_init (CutIdsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_ids_row_dispose;
  widget_class->grab_focus = cut_ids_row_grab_focus;
  signals[EDITED] = g_signal_new ("edited", CUT_TYPE_IDS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRV, CUT_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ids");
}

static void
cut_ids_row_init (CutIdsRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->chips = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->chips), 3);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), 6);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
}

GtkWidget *
cut_ids_row_new (CutNotebook *notebook,
                 CutKind      kind,
                 const char  *label)
{
  CutIdsRow *self = g_object_new (CUT_TYPE_IDS_ROW, NULL);

  self->notebook = g_object_ref (notebook);
  self->kind = kind;
  self->entry = cut_completing_entry_new (notebook, kind);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (self->entry), label);
  cut_completing_entry_keep_typed (CUT_COMPLETING_ENTRY (self->entry));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->entry, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->entry, "created", G_CALLBACK (created_cb), self);
  return GTK_WIDGET (self);
}

void
cut_ids_row_show (CutIdsRow         *self,
                  const char *const *ids)
{
  GtkWidget *child;

  g_return_if_fail (CUT_IS_IDS_ROW (self));

  if (self->naming != NULL)
    g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  self->naming = g_cancellable_new ();
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (ids[i]));
      add_chip (self, ids[i]);
    }
  gtk_widget_set_visible (self->chips, ids[0] != NULL);
}

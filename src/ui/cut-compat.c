/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-compat.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-parts.h"

/* Choosing files. */

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             GTask           *task)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  else if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
  g_object_unref (task);
  g_object_unref (dialog);
}

/* The dialog lives until its answer. */
static void
run_chooser (GtkFileChooserNative *dialog,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
cut_file_dialog_open (GtkWindow           *parent,
                      const char          *title,
                      const char *const   *mime_types,
                      const char          *filter_name,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              C_("file chooser", "_Open"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  if (mime_types != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      for (guint i = 0; mime_types[i] != NULL; i++)
        gtk_file_filter_add_mime_type (filter, mime_types[i]);
      gtk_file_filter_set_name (filter, filter_name);
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_filter_set_name (all, _("All Files"));
      gtk_file_chooser_add_filter (chooser, filter);
      gtk_file_chooser_add_filter (chooser, all);
    }
  run_chooser (dialog, callback, user_data);
}

GListModel *
cut_file_dialog_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cut_file_dialog_save (GtkWindow           *parent,
                      const char          *title,
                      GFile               *folder,
                      const char          *name,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              C_("file chooser", "_Save"), NULL);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  run_chooser (dialog, callback, user_data);
}

GFile *
cut_file_dialog_save_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GtkWindow *parent; /* (owned) (nullable) */
  char *folder;      /* (owned) */
} Shown;

/* Without a file manager on the bus, whatever opens folders will do. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Shown *shown = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL)
    gtk_show_uri_full (shown->parent, shown->folder, GDK_CURRENT_TIME, NULL, NULL, NULL);
  g_clear_object (&shown->parent);
  g_free (shown->folder);
  g_free (shown);
}

void
cut_file_launcher_open_containing_folder (GtkWindow *parent,
                                          GFile     *file)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };
  Shown *shown;

  if (bus == NULL || folder == NULL)
    return;
  shown = g_new0 (Shown, 1);
  shown->parent = g_object_ref (parent);
  shown->folder = g_file_get_uri (folder);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, shown);
}

void
cut_list_view_scroll_to (GtkWidget *list,
                         guint      position)
{
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

void
cut_list_view_leave (GtkWidget *list,
                     gboolean   back)
{
  GtkRoot *root = gtk_widget_get_root (list);

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (root), back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);
}

/* Later versions have GtkListTabBehavior. */
static gboolean
leave_cb (GtkWidget       *list,
          guint            keyval,
          guint            keycode,
          GdkModifierType  state)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab && keyval != GDK_KEY_KP_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  cut_list_view_leave (list, back);
  return GDK_EVENT_STOP;
}

void
cut_list_view_leave_on_tab (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (leave_cb), list);
  gtk_widget_add_controller (list, keys);
}

static gboolean
measure_menu_cb (gpointer menu)
{
  gtk_widget_queue_resize (menu);
  gtk_popover_present (menu);
  return G_SOURCE_REMOVE;
}

void
cut_popover_menu_popup (GtkPopoverMenu *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));

  gtk_popover_popup (GTK_POPOVER (menu));
  /* Once it knows what it shows. */
  g_idle_add_full (G_PRIORITY_LOW, measure_menu_cb, g_object_ref (menu), g_object_unref);
}

/* From right to left an adjustment is 0 at the far end of the line. GTK 4.8 opens a table there, and leaves it there as it gets wider: what
 * is kept is how far somebody scrolled from where the line begins. */

static double
get_beginning (GtkAdjustment *adjustment)
{
  return MAX (0, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
}

static void
table_scrolled_cb (GtkAdjustment *adjustment,
                   double        *scrolled)
{
  *scrolled = get_beginning (adjustment) - gtk_adjustment_get_value (adjustment);
}

static gboolean
place_again_cb (gpointer table)
{
  gtk_widget_queue_allocate (table);
  return G_SOURCE_REMOVE;
}

/* This is said within the layout, which has gone by the former value already. */
static void
table_resized_cb (GtkAdjustment *adjustment,
                  GtkWidget     *table)
{
  double *scrolled = g_object_get_data (G_OBJECT (adjustment), "cut-scrolled");
  double value = get_beginning (adjustment) - *scrolled;

  if (gtk_widget_get_direction (table) != GTK_TEXT_DIR_RTL || fabs (value - gtk_adjustment_get_value (adjustment)) < 0.5)
    return;
  gtk_adjustment_set_value (adjustment, value);
  g_idle_add_full (GTK_PRIORITY_RESIZE - 1, place_again_cb, g_object_ref (table), g_object_unref);
}

static void
adjustment_set_cb (GtkWidget *table)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table));
  double *scrolled = g_object_get_data (G_OBJECT (adjustment), "cut-scrolled");

  if (scrolled == NULL)
    {
      scrolled = g_new0 (double, 1);
      g_object_set_data_full (G_OBJECT (adjustment), "cut-scrolled", scrolled, g_free);
      g_signal_connect (adjustment, "value-changed", G_CALLBACK (table_scrolled_cb), scrolled);
    }
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (table_resized_cb), table, 0);
}

void
cut_table_start_at_beginning (GtkColumnView *table)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));

  g_signal_connect (table, "notify::hadjustment", G_CALLBACK (adjustment_set_cb), NULL);
  if (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table)) != NULL)
    adjustment_set_cb (GTK_WIDGET (table));
}

void
cut_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Cuttings"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Cuttings authors"),
                         /* Translators: your names, one a line, for the credits */
                         "translator-credits", _("translator-credits"),
                         "comments", _("The cuttings library of a journalist: articles kept as evidence, marked up with claims and sources."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

void
cut_drop_down_search_by_typing (GtkDropDown *drop_down)
{
  GtkWidget *root = GTK_WIDGET (drop_down);
  GtkWidget *popover = NULL;

  for (GtkWidget *widget = root; widget != NULL; widget = cut_widget_next_below (widget, root))
    {
      if (GTK_IS_POPOVER (widget))
        popover = widget;
      if (GTK_IS_SEARCH_ENTRY (widget) && popover != NULL)
        gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (widget), popover);
    }
}

void
cut_button_set_label (GtkButton  *button,
                      const char *label)
{
  gtk_button_set_use_underline (button, TRUE);
  gtk_button_set_label (button, label);
  /* GTK 4.8 would read the label out as it is written, and then once more as it is shown. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

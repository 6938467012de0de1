/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-check-dialog.h"
#include "cut-compat.h"
#include "cut-conflict.h"
#include "cut-conflicts-view.h"
#include "cut-export-dialog.h"
#include "cut-import-dialog.h"
#include "cut-view.h"
#include "cut-window-private.h"

#define COUNT_AFTER_MS 60

/* Export and import. */

static void
show_file_cb (AdwToast *toast,
              GFile    *file)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  cut_file_launcher_open_containing_folder (gtk_application_get_active_window (application), file);
}

static void
exported_cb (CutWindow  *self,
             const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_("Exported to %s"), name);
  g_autofree char *text = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (text);

  cut_settings_set_string (self->settings, "export-folder", folder);
  adw_toast_set_button_label (toast, _("_Show in Files"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_file_cb), g_file_new_for_path (path),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
cut_window_export (CutWindow         *self,
                   const char *const *ids)
{
  g_autoptr (CutExportRequest) scope = cut_export_request_new ();
  g_autofree char *folder = cut_settings_get_string (self->settings, "export-folder");
  g_autofree char *language = cut_settings_get_string (self->settings, "export-language");
  const char *words = cut_clip_list_get_match (self->clips);
  GtkWidget *dialog;

  if (ids != NULL)
    scope->ids = g_strdupv ((char **) ids);
  else if (g_str_has_prefix (self->view, "story:"))
    scope->story = g_strdup (cut_view_get_id (self->view));
  else if (*words != '\0')
    scope->query = g_strdup (words);
  if (*language != '\0')
    scope->language = g_strdup (language);
  dialog = cut_export_dialog_new (self->notebook, scope, *folder != '\0' ? folder : NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *ids[] = { cut_window_get_open_clip (self), NULL };

  cut_window_export (self, strcmp (action, "win.export-open") == 0 && ids[0] != NULL ? ids : NULL);
}

/* What waits to be settled is said with the way there; the import can be undone as ever. */
static void
imported_cb (CutWindow  *self,
             const char *summary,
             guint       conflicts)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (conflicts == 0)
    {
      cut_window_toast (self, summary, TRUE);
      return;
    }
  /* Translators: "3 objects imported", and how much is to be settled */
  sentence = g_strdup_printf (ngettext ("%s. In %u place you and a colleague wrote different things.",
                                        "%s. In %u places you and a colleague wrote different things.", conflicts), summary, conflicts);
  text = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Settle…"));
  adw_toast_set_action_name (toast, "win.conflicts");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
cut_window_import (CutWindow  *self,
                   const char *path)
{
  GtkWidget *dialog = cut_import_dialog_new (self->notebook, path);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GListModel) files = cut_file_dialog_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL)
    cut_window_import (self, g_file_peek_path (file));
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  /* What a file is of other programs is told by what is in it: many write formats that no computer has a name for. */
  static const char *const types[] = {
    "application/x-cuttings-bundle+zip", "application/zip", "application/gzip", "application/json", "application/octet-stream",
    "application/pgp-encrypted", "application/rdf+xml", "application/x-tar", "application/xml", "text/*", NULL,
  };

  cut_file_dialog_open (GTK_WINDOW (widget), _("Import"), types, _("Bundles and Other Programs’ Files"), import_chosen_cb,
                        g_object_ref (widget));
}

/* Checking. */

static void
check_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GListModel) files = cut_file_dialog_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  GtkWidget *dialog;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  dialog = cut_check_dialog_new (g_file_peek_path (file));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
check_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  static const char *const types[] = { "application/x-cuttings-bundle+zip", "application/zip", "application/pgp-encrypted", "application/x-tar",
                                       "application/x-compressed-tar", "application/x-bzip-compressed-tar", "application/x-xz-compressed-tar",
                                       "application/x-zstd-compressed-tar", NULL };

  cut_file_dialog_open (GTK_WINDOW (widget), _("Check a Bundle"), types, _("Bundles"), check_chosen_cb, g_object_ref (widget));
}

/* Conflicts. */

void
cut_window_show_conflicts (CutWindow *self)
{
  if (self->conflicts == NULL)
    {
      self->conflicts = cut_conflicts_view_new (self->notebook);
      cut_window_add_place (self, "conflicts", self->conflicts);
    }
  gtk_stack_set_visible_child_name (self->places, "conflicts");
}

static void
conflicts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  cut_window_set_view (CUT_WINDOW (widget), "conflicts");
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  int n = cut_notebook_count_contested_finish (CUT_NOTEBOOK (source), result, NULL);

  if (n < 0 || self->notebook == NULL)
    return;
  cut_library_set_conflicts (self->library, (guint) n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.conflicts", n > 0);
}

static gboolean
count_cb (gpointer data)
{
  CutWindow *self = data;

  self->count_source = 0;
  cut_notebook_count_contested_async (self->notebook, NULL, counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutWindow *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (COUNT_AFTER_MS, count_cb, self);
}

void
cut_window_init_transfer (CutWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.conflicts", FALSE);
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
cut_window_class_install_transfer_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-open", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.check-bundle", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "win.conflicts", NULL, conflicts_cb);
}

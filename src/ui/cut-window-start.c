/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-clip.h"
#include "cut-failure.h"
#include "cut-view.h"
#include "cut-window-private.h"

/* From the first frame, which needs no notebook, to where somebody was. */

#define COLUMN_MAX 340 /* a wider one would fold the window */
#define SOON_MS 500    /* a notebook that is there by then needs no words */
#define REST_MS 100    /* after which the rest of the window does not wait for the list any longer */

/* Columns hold words: they are wider where those are larger. */
static double
get_text_scale (CutWindow *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  /* Not as much wider as the words are larger: the reader needs room, too. */
  return dpi > 0 ? MAX (1, 0.7 + 0.3 * dpi / (96.0 * 1024)) : 1;
}

int
cut_window_get_column_width (CutWindow  *self,
                             const char *key,
                             int         least)
{
  return CLAMP ((int) (cut_settings_get_int (self->settings, key) * get_text_scale (self)), least, COLUMN_MAX);
}

static void
restore_geometry (CutWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), cut_settings_get_int (self->settings, "window-width"),
                               cut_settings_get_int (self->settings, "window-height"));
  if (cut_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_widget_set_size_request (self->library_box, cut_window_get_column_width (self, "library-width", 160), -1);
  gtk_widget_set_size_request (self->list_box, cut_window_get_column_width (self, "list-width", 240), -1);
}

/* Without a notebook there is nothing to do but to read about the program. */
static void
set_actions_enabled (CutWindow *self,
                     gboolean   enabled)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (self);
  GType owner;
  const char *name, *property;
  const GVariantType *type;

  for (guint i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &name, &type, &property); i++)
    if (owner == CUT_TYPE_WINDOW && strcmp (name, "win.about") != 0)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

static void
still_waiting_cb (gpointer user_data)
{
  CutWindow *self = user_data;

  self->waiting_source = 0;
  /* Translators: the notebook is */
  adw_window_title_set_subtitle (self->list_title, _("Opening…"));
}

/* A screen reader is told that it is worth waiting. */
static void
set_waiting (CutWindow *self,
             gboolean   waiting)
{
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  if (waiting)
    self->waiting_source = g_timeout_add_once (SOON_MS, still_waiting_cb, self);
  adw_window_title_set_subtitle (self->list_title, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, waiting, -1);
}

/* The place of what is no clip, empty. */
static void
show_empty_place (CutWindow *self)
{
  const char *name = cut_view_is_timeline (self->view) ? "timeline" : cut_view_is_check_list (self->view) ? "check-list" : self->view;

  self->empty_place = cut_window_add_place (self, name, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_stack_set_visible_child (self->places, self->empty_place);
}

static void
remove_empty_place (CutWindow *self)
{
  if (self->empty_place != NULL)
    gtk_stack_remove (self->places, self->empty_place);
  self->empty_place = NULL;
}

void
cut_window_wait (CutWindow *self)
{
  g_autofree char *view = cut_settings_get_string (self->settings, "last-view");

  restore_geometry (self);
  set_actions_enabled (self, FALSE);
  if (cut_view_is_known (view))
    {
      g_free (self->view);
      self->view = g_steal_pointer (&view);
    }
  cut_library_select (self->library, self->view);
  if (cut_view_get_kind (self->view) == CUT_KIND_CLIP)
    cut_clip_list_set_view (self->clips, self->view);
  else
    show_empty_place (self);
  adw_window_title_set_title (self->list_title, cut_view_get_title (self->view));
  adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->places));
  set_waiting (self, TRUE);
}

/* The list first: what is made and read for the rest of the window takes longer than the list. */

static void
take_coming (CutWindow *self)
{
  g_autoptr (CutNotebook) notebook = g_steal_pointer (&self->coming);

  self->rest_source = 0;
  cut_window_set_notebook (self, notebook);
}

static void
list_drawn_cb (CutWindow     *self,
               GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, list_drawn_cb, self);
  if (self->coming == NULL)
    return;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_idle_add_once ((GSourceOnceFunc) take_coming, self);
}

static void
list_filled_cb (CutWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  g_signal_handlers_disconnect_by_func (self->clips, list_filled_cb, self);
  if (clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (list_drawn_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
begins_with_list (CutWindow *self)
{
  /* What a saved search looks for is not known yet. */
  return cut_view_get_kind (self->view) == CUT_KIND_CLIP && cut_view_get_search (self->view) == NULL && !self->failed;
}

void
cut_window_take_notebook (CutWindow   *self,
                          CutNotebook *notebook)
{
  g_return_if_fail (CUT_IS_WINDOW (self) && self->notebook == NULL && self->coming == NULL);

  if (!begins_with_list (self))
    {
      cut_window_set_notebook (self, notebook);
      return;
    }
  self->coming = g_object_ref (notebook);
  self->rest_source = g_timeout_add_once (REST_MS, (GSourceOnceFunc) take_coming, self);
  g_signal_connect_object (self->clips, "filled", G_CALLBACK (list_filled_cb), self, G_CONNECT_SWAPPED);
  cut_clip_list_set_notebook (self->clips, notebook);
}

/* What was open. */

static void
last_clip_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (CutRecord) clip = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  g_autofree char *open = NULL;

  if (clip == NULL || cut_record_is_deleted (clip) || self->notebook == NULL)
    return;
  g_object_get (self->reader, "clip-id", &open, NULL);
  if (open != NULL)
    return;
  g_object_set (self->reader, "position", cut_settings_get_int (self->settings, "last-position"), NULL);
  cut_window_open_clip (self, cut_record_get_id (clip), FALSE);
  adw_leaflet_set_visible_child (self->inner, self->list_box);
}

void
cut_window_restore_place (CutWindow *self)
{
  g_autofree char *clip = cut_settings_get_string (self->settings, "last-clip");

  cut_window_set_view (self, self->view);
  if (*clip != '\0')
    cut_notebook_get_async (self->notebook, clip, NULL, last_clip_read_cb, g_object_ref (self));
}

/* What the window shows but its columns. */

static void
show_columns_in (CutWindow *self,
                 GtkWidget *box)
{
  g_autoptr (GtkWidget) columns = g_object_ref (GTK_WIDGET (self->outer));

  adw_toast_overlay_set_child (self->toasts, NULL);
  if (box == NULL)
    {
      adw_toast_overlay_set_child (self->toasts, columns);
      return;
    }
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_prepend (GTK_BOX (box), columns);
  adw_toast_overlay_set_child (self->toasts, box);
}

static GtkWidget *
make_read_only_bar (const char *reason)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  GtkWidget *label = gtk_label_new (reason);

  gtk_widget_add_css_class (bar, "read-only-bar");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (bar), label);
  return bar;
}

/* Half of the menus are grey then, and nobody should have to guess why. */
static void
show_read_only (CutWindow *self)
{
  const GError *refusal = cut_notebook_get_refusal (self->notebook);
  GtkWidget *box;

  if (refusal == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_read_only_bar (refusal->message));
  show_columns_in (self, box);
}

static GtkWidget *
make_failure (const char *message)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *retry = gtk_button_new_with_mnemonic (_("_Try Again"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("The Notebook Could Not Be Opened"));
  cut_failure_describe (ADW_STATUS_PAGE (page), message);
  gtk_widget_set_halign (retry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (retry, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (retry), "app.open-again");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), retry);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

void
cut_window_show_failure (CutWindow    *self,
                         const GError *error)
{
  GtkWidget *box;

  g_return_if_fail (CUT_IS_WINDOW (self) && self->notebook == NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_failure (error->message));
  set_waiting (self, FALSE);
  adw_toast_overlay_set_child (self->toasts, box);
  self->failed = TRUE;
}

void
cut_window_end_wait (CutWindow *self)
{
  remove_empty_place (self);
  set_waiting (self, FALSE);
  set_actions_enabled (self, TRUE);
  if (self->failed)
    show_columns_in (self, NULL);
  self->failed = FALSE;
  show_read_only (self);
}

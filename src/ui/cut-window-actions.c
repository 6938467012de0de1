/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-accels.h"
#include "cut-annotation.h"
#include "cut-clip-details.h"
#include "cut-compat.h"
#include "cut-field-label.h"
#include "cut-filing.h"
#include "cut-preferences.h"
#include "cut-view.h"
#include "cut-window-private.h"

static void
tell (CutWindow    *self,
      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cut_window_toast (self, error->message, FALSE);
}

/* Undo and redo. */

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cut_notebook_undo_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (label == NULL)
    {
      tell (self, error);
      return;
    }
  /* Translators: %s is the name of an act: "Undone: Highlight" */
  sentence = g_strdup_printf (_("Undone: %s"), label);
  cut_window_toast (self, sentence, FALSE);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cut_notebook_redo_finish (CUT_NOTEBOOK (source), result, &error);

  if (label == NULL)
    tell (self, error);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  if (strcmp (action, "win.undo") == 0)
    cut_notebook_undo_async (self->notebook, undone_cb, g_object_ref (self));
  else
    cut_notebook_redo_async (self->notebook, redone_cb, g_object_ref (self));
}

/* Takes @name. */
static void
name_button (GtkWidget *button,
             char      *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

void
cut_window_follow_undo (CutWindow *self)
{
  const char *undo = cut_notebook_get_undo_label (self->notebook);
  const char *redo = cut_notebook_get_redo_label (self->notebook);
  gboolean writable = !cut_notebook_is_read_only (self->notebook);

  cut_window_drop_undo_offer (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL && writable);
  /* Translators: %s is the name of an act: "Undo Highlight" */
  name_button (self->undo_button, undo != NULL ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo")));
  /* Translators: %s is the name of an act: "Redo Highlight" */
  name_button (self->redo_button, redo != NULL ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo")));
}

/* Going somewhere. */

static gboolean
has_focus_in (CutWindow *self,
              GtkWidget *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* In the library somebody goes on choosing; from elsewhere they went to what is shown. */
static void
view_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *view = g_variant_get_string (parameter, NULL);
  gboolean choosing = has_focus_in (self, GTK_WIDGET (self->library));

  if (!cut_view_is_known (view))
    return;
  cut_window_set_view (self, view);
  if (cut_view_is_check_list (view) && !choosing && self->check_list != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->check_list));
}

static void
open_clip_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  cut_window_show_passage (CUT_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
annotation_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);

  if (record == NULL)
    tell (self, error);
  else if (CUT_IS_ANNOTATION (record))
    cut_window_show_passage (self, cut_annotation_get_clip (CUT_ANNOTATION (record)), cut_record_get_id (record));
}

static void
show_annotation_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  cut_notebook_get_async (self->notebook, g_variant_get_string (parameter, NULL), NULL, annotation_read_cb,
                          g_object_ref (self));
}

/* Words of a clip, code points, that no annotation marks. */
static void
show_words_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *clip;
  guint start, end;

  g_variant_get (parameter, "(&suu)", &clip, &start, &end);
  cut_window_show_passage (self, clip, NULL);
  cut_reader_view_show_words (self->reader, clip, start, end);
}

static void
show_object_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutKind kind = cut_kind_from_name (action + strlen ("win.show-"));

  cut_window_show_object (CUT_WINDOW (widget), kind, g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  cut_window_go_back (CUT_WINDOW (widget));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  if (cut_view_get_kind (self->view) != CUT_KIND_CLIP)
    cut_window_set_view (self, "all");
  adw_leaflet_set_visible_child (self->inner, self->list_box);
  cut_clip_list_focus_search (self->clips);
}

#define MAX_COLUMNS 4

/* What F6 goes through: the library, and beside it the columns of clips or the view that takes their place. */
static guint
get_columns (CutWindow *self,
             GtkWidget *columns[MAX_COLUMNS])
{
  GtkWidget *place = gtk_stack_get_visible_child (self->places);
  guint n = 0;

  columns[n++] = GTK_WIDGET (self->library);
  if (place != GTK_WIDGET (self->inner))
    {
      columns[n++] = place;
      return n;
    }
  columns[n++] = GTK_WIDGET (self->clips);
  columns[n++] = cut_window_shows_changes (self) ? GTK_WIDGET (self->changes) : GTK_WIDGET (self->reader);
  columns[n++] = GTK_WIDGET (self->margin);
  return n;
}

/* The article has its head first in the order of the keys; who goes to it wants to read on. */
static gboolean
enter_column (CutWindow *self,
              GtkWidget *column)
{
  if (column == NULL || !gtk_widget_get_mapped (column))
    return FALSE;
  if (column == GTK_WIDGET (self->reader))
    return gtk_widget_grab_focus (column);
  return gtk_widget_child_focus (column, GTK_DIR_TAB_FORWARD);
}

/* F6 goes from column to column, Shift+F6 back. */
static void
next_column_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  GtkWidget *columns[MAX_COLUMNS];
  guint n = get_columns (self, columns);
  guint step = strcmp (action, "win.next-column") == 0 ? 1 : n - 1;
  guint now = 0;

  for (guint i = 0; i < n; i++)
    if (columns[i] != NULL && has_focus_in (self, columns[i]))
      now = i;
  for (guint i = 1; i < n; i++)
    if (enter_column (self, columns[(now + i * step) % n]))
      return;
}

static void
toggle_margin_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  adw_flap_set_reveal_flap (self->margin_flap, !adw_flap_get_reveal_flap (self->margin_flap));
}

/* Saying something. */

static void
toast_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  const char *sentence;
  gboolean undo;

  g_variant_get (parameter, "(&sb)", &sentence, &undo);
  cut_window_toast (CUT_WINDOW (widget), sentence, undo);
}

/* Details of a clip. */

typedef struct
{
  CutWindow *window; /* (owned) */
  char *field;       /* (owned) (nullable) */
} Asked;

static void
details_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Asked *asked = user_data;
  g_autoptr (CutWindow) self = asked->window;
  g_autofree char *field = asked->field;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) clip = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);
  GtkWidget *details;

  g_free (asked);
  if (clip == NULL)
    {
      tell (self, error);
      return;
    }
  details = cut_clip_details_new (self->notebook, clip);
  gtk_window_set_transient_for (GTK_WINDOW (details), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (details));
  if (field != NULL)
    cut_clip_details_focus (CUT_CLIP_DETAILS (details), field);
}

void
cut_window_show_details (CutWindow  *self,
                         const char *id,
                         const char *field)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (self);
  asked->field = g_strdup (field);
  cut_notebook_get_async (self->notebook, id, NULL, details_read_cb, asked);
}

static void
details_action_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *open = cut_window_get_open_clip (self);

  if (strcmp (action, "win.details") == 0)
    cut_window_show_details (self, g_variant_get_string (parameter, NULL), NULL);
  else if (strcmp (action, "win.set-date") == 0)
    cut_window_show_details (self, g_variant_get_string (parameter, NULL), "published");
  else if (open != NULL)
    cut_window_show_details (self, open, NULL);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_filing_run_finish (result, &error) < 0)
    tell (self, error);
  else
    cut_window_toast (self, _("Moved to Trash"), TRUE);
}

static void
delete_open_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *ids[] = { cut_window_get_open_clip (self), NULL };

  if (ids[0] != NULL)
    cut_filing_run_async (self->notebook, CUT_FILING_TRASH, cut_kind_get_delete_label (CUT_KIND_CLIP), ids, NULL, NULL,
                          NULL, deleted_cb, g_object_ref (self));
}

/* The program. */

static void
preferences_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  GtkWidget *preferences = cut_preferences_new (self->settings, self->notebook);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  cut_show_about (GTK_WINDOW (widget));
}

static void
new_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  adw_leaflet_set_visible_child (self->outer, self->library_box);
  gtk_widget_activate_action (GTK_WIDGET (self->library),
                              strcmp (action, "win.new-tag") == 0 ? "library.new-tag" : "library.new-story", NULL);
}

void
cut_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, undo_cb },
    { "win.view", "s", view_cb },
    { "win.open-clip", "s", open_clip_cb },
    { "win.show-annotation", "s", show_annotation_cb },
    { "win.show-words", "(suu)", show_words_cb },
    { "win.show-claim", "s", show_object_cb },
    { "win.show-source", "s", show_object_cb },
    { "win.show-entity", "s", show_object_cb },
    { "win.back", NULL, back_cb },
    { "win.search", NULL, search_cb },
    { "win.next-column", NULL, next_column_cb },
    { "win.previous-column", NULL, next_column_cb },
    { "win.toggle-margin", NULL, toggle_margin_cb },
    { "win.toast", "(sb)", toast_cb },
    { "win.details", "s", details_action_cb },
    { "win.set-date", "s", details_action_cb },
    { "win.details-open", NULL, details_action_cb },
    { "win.delete-open", NULL, delete_open_cb },
    { "win.preferences", NULL, preferences_cb },
    { "win.about", NULL, about_cb },
    { "win.new-story", NULL, new_cb },
    { "win.new-tag", NULL, new_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
}

/* Sorting is stateful, so that the menu shows the choice. */
static void
sort_changed_cb (GSimpleAction *action,
                 GVariant      *state,
                 CutWindow     *self)
{
  g_simple_action_set_state (action, state);
  cut_settings_set_string (self->settings, "sort-order", g_variant_get_string (state, NULL));
  cut_clip_list_set_sort (self->clips, g_variant_get_string (state, NULL));
}

/* Typing has its own undo and paste; everywhere else the keys are the window's. */
static gboolean
is_typing (CutWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  return GTK_IS_EDITABLE (focus);
}

static gboolean
window_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   action)
{
  return !is_typing (CUT_WINDOW (widget)) && gtk_widget_activate_action (widget, action, NULL);
}

static gboolean
late_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   action)
{
  return gtk_widget_activate_action (widget, action, NULL);
}

/* The article in view can be searched from the list as well. */
static gboolean
find_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   action)
{
  CutWindow *self = CUT_WINDOW (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->reader)) && cut_window_get_open_clip (self) != NULL
         && gtk_widget_activate_action (GTK_WIDGET (self->reader), action, NULL);
}

static void
add_key (GtkEventController *controller,
         const CutAccel     *accel,
         GtkShortcutFunc     func)
{
  g_autofree char *triggers = g_strjoinv ("|", (char **) accel->keys);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers),
                                                          gtk_callback_action_new (func, (gpointer) accel->action, NULL)));
}

static gboolean
is_for_typing (const CutAccel *accel)
{
  return strcmp (accel->action, "win.undo") == 0 || strcmp (accel->action, "win.redo") == 0 || strcmp (accel->action, "win.paste") == 0;
}

static void
add_keys (CutWindow *self)
{
  GtkEventController *early = gtk_shortcut_controller_new ();
  GtkEventController *late = gtk_shortcut_controller_new ();
  guint n;
  const CutAccel *keys = cut_accels_get_keys (&n);

  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < n; i++)
    {
      if (is_for_typing (&keys[i]))
        add_key (early, &keys[i], window_key_cb);
      if (g_str_has_prefix (keys[i].action, "reader."))
        add_key (late, &keys[i], find_key_cb);
      else if (strcmp (keys[i].action, "win.paste") != 0)
        add_key (late, &keys[i], late_key_cb);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), early);
  gtk_widget_add_controller (GTK_WIDGET (self), late);
}

void
cut_window_init_sorting (CutWindow *self)
{
  g_autofree char *sort = cut_settings_get_string (self->settings, "sort-order");
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (sort));

  g_signal_connect_object (action, "change-state", G_CALLBACK (sort_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  cut_clip_list_set_sort (self->clips, sort);
}

void
cut_window_init_actions (CutWindow *self)
{
  add_keys (self);
  g_signal_connect_object (self->notebook, "notify::undo-label", G_CALLBACK (cut_window_follow_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "notify::redo-label", G_CALLBACK (cut_window_follow_undo), self,
                           G_CONNECT_SWAPPED);
  cut_window_follow_undo (self);
}

/* The article's menu is not in the reader, whose actions it offers. */

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CutWindow *self = user_data;
  g_autofree char *name = g_strconcat ("reader.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (self->reader), name, parameter);
}

void
cut_window_add_reader_actions (CutWindow *self,
                               GtkWidget *menu)
{
  static const char *const forwarded[] = { "find", "text-larger", "text-smaller", "text-normal" };
  static const char *const toggles[] = { "show-furniture", "show-proposals" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (forwarded[i], NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (forward_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (toggles[i], self->reader, toggles[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (menu, "reader", G_ACTION_GROUP (group));
}

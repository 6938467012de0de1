/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-library.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-field-label.h"
#include "cut-filing.h"
#include "cut-library-row.h"
#include "cut-name-popover.h"
#include "cut-notebook-entities.h"
#include "cut-row-ids.h"
#include "cut-saved-search.h"
#include "cut-toast.h"
#include "cut-view.h"

struct _CutLibrary
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *conflicts;
  GtkWidget *stories_heading;
  GtkWidget *tags_heading;
  GtkWidget *searches_heading;

  CutNotebook *notebook;  /* (owned) (nullable) */
  GHashTable *rows;       /* (element-type utf8 CutLibraryRow): by view; the rows are the list's */
  char *languages;        /* (owned) (nullable): in whose forms the words of saved searches are found */
  char *selected;         /* (owned) (nullable): the view to be shown as chosen */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (CutLibrary, cut_library, GTK_TYPE_WIDGET)

/* Committing. */

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = cut_filing_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (n < 0)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: after clips were dropped on a story or tag */
  sentence = g_strdup_printf (ngettext ("%d clip filed", "%d clips filed", (gulong) n), n);
  cut_toast (GTK_WIDGET (self), sentence, n > 0);
}

/* Returns: (transfer none) (nullable): id of the story, tag or saved search of a view: what can be renamed and deleted */
static const char *
get_id (const char *view)
{
  return cut_view_get_search (view) != NULL ? cut_view_get_search (view) : cut_view_get_id (view);
}

/* Dropping clips. */

/* @view: where they were dropped */
static void
file_dropped (gpointer           library,
              const char *const *ids,
              gpointer           view)
{
  CutLibrary *self = library;
  gboolean story = g_str_has_prefix (view, "story:");

  cut_filing_run_async (self->notebook, CUT_FILING_ADD, story ? C_("act", "Add to Story") : C_("act", "Tag"), ids,
                        story ? "stories" : "tags", cut_view_get_id (view), NULL, filed_cb, g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            CutLibrary    *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  cut_row_choice_gather (g_value_get_object (value), G_OBJECT (self), file_dropped,
                         g_strdup (cut_library_row_get_view (CUT_LIBRARY_ROW (row))), g_free);
  return TRUE;
}

/* Context menu of a story, tag or saved search. */

static void
menu_closed_cb (GtkWidget *menu)
{
  /* Its action is still to be activated when it closes. */
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, menu);
}

static void
show_menu (GtkWidget *row)
{
  const char *view = cut_library_row_get_view (CUT_LIBRARY_ROW (row));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) rename = g_menu_item_new (_("_Rename…"), NULL);
  g_autoptr (GMenuItem) trash = g_menu_item_new (_("_Move to Trash"), NULL);
  GtkWidget *popover;

  if (g_str_has_prefix (view, "story:"))
    {
      g_autoptr (GMenuItem) claims = g_menu_item_new (_("_Claims"), NULL);
      g_autoptr (GMenuItem) check_list = g_menu_item_new (_("Check _List"), NULL);
      g_autoptr (GMenuItem) timeline = g_menu_item_new (_("_Timeline"), NULL);
      g_autoptr (GMenuItem) fetch = g_menu_item_new (_("_Fetch All Again"), NULL);

      g_menu_item_set_action_and_target (claims, "win.story-claims", "s", cut_view_get_id (view));
      g_menu_append_item (menu, claims);
      g_menu_item_set_action_and_target (check_list, "win.story-check-list", "s", cut_view_get_id (view));
      g_menu_append_item (menu, check_list);
      g_menu_item_set_action_and_target (timeline, "win.story-timeline", "s", cut_view_get_id (view));
      g_menu_append_item (menu, timeline);
      g_menu_item_set_action_and_target (fetch, "win.fetch-again-story", "s", cut_view_get_id (view));
      g_menu_append_item (menu, fetch);
    }
  g_menu_item_set_action_and_target (rename, "library.rename", "s", view);
  g_menu_item_set_action_and_target (trash, "library.delete", "s", view);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, trash);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, row);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  cut_popover_menu_popup (GTK_POPOVER_MENU (popover));
}

static void
pressed_cb (GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
menu_key_cb (GtkEventControllerKey *key,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key));
  const char *view = cut_library_row_get_view (CUT_LIBRARY_ROW (row));

  if (keyval == GDK_KEY_F2)
    gtk_widget_activate_action (row, "library.rename", "s", view);
  else if (keyval == GDK_KEY_Delete)
    gtk_widget_activate_action (row, "library.delete", "s", view);
  else if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    show_menu (row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
make_changeable (CutLibrary *self,
                 GtkWidget  *row)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkDropTarget *target;

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (key, "key-pressed", G_CALLBACK (menu_key_cb), NULL);
  gtk_widget_add_controller (row, key);
  if (cut_view_get_id (cut_library_row_get_view (CUT_LIBRARY_ROW (row))) == NULL)
    return;
  target = gtk_drop_target_new (CUT_TYPE_ROW_CHOICE, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* Rows. */

static GtkWidget *
add_row (CutLibrary *self,
         const char *view,
         const char *icon,
         const char *label,
         int         position)
{
  GtkWidget *row = cut_library_row_new (view, icon, label);

  gtk_list_box_insert (self->list, row, position);
  g_hash_table_insert (self->rows, g_strdup (view), row);
  if (get_id (view) != NULL)
    make_changeable (self, row);
  if (g_strcmp0 (view, self->selected) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  return row;
}

static GtkWidget *
make_add_button (const char *action,
                 const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* @action: (nullable): of a button that adds one, with @name */
static GtkWidget *
add_heading (CutLibrary *self,
             const char *text,
             const char *action,
             const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  if (action != NULL)
    gtk_box_append (GTK_BOX (box), make_add_button (action, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
remove_gone (CutLibrary *self,
             const char *prefix,
             GHashTable *kept)
{
  GHashTableIter iter;
  gpointer view, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &view, &row))
    if (g_str_has_prefix (view, prefix) && !g_hash_table_contains (kept, view))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

/* The row at @index behind @heading; one that stays is kept, so that the selection and focus stay, too. */
static GtkWidget *
show_row (CutLibrary *self,
          const char *view,
          const char *icon,
          const char *label,
          GtkWidget  *heading,
          guint       index)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (heading)) + 1 + (int) index;
  GtkWidget *row = g_hash_table_lookup (self->rows, view);

  if (row != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != position)
    {
      gtk_list_box_remove (self->list, row);
      g_hash_table_remove (self->rows, view);
      row = NULL;
    }
  if (row == NULL)
    row = add_row (self, view, icon, label, position);
  cut_library_row_set_label (CUT_LIBRARY_ROW (row), label);
  return row;
}

static void
show_rows (CutLibrary *self,
           const char *prefix,
           const char *icon,
           GtkWidget  *heading,
           GPtrArray  *rows)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (kept, g_strconcat (prefix, cut_row_get_id (g_ptr_array_index (rows, i)), NULL));
  remove_gone (self, prefix, kept);
  for (guint i = 0; i < rows->len; i++)
    {
      CutRow *found = g_ptr_array_index (rows, i);
      g_autofree char *view = g_strconcat (prefix, cut_row_get_id (found), NULL);

      show_row (self, view, icon, cut_row_get_title (found), heading, i);
    }
}

/* How many clips are in each, which is kept: what its view lists. Claims and others that name it too are not seen there. */

static void
count_clips_thread (GTask        *task,
                    gpointer      notebook,
                    gpointer      prefix,
                    GCancellable *cancellable)
{
  GError *error = NULL;
  GHashTable *counts = cut_notebook_count_naming (notebook, CUT_KIND_CLIP, g_str_equal (prefix, "story:") ? "stories" : "tags", NULL, cancellable, &error);

  if (counts != NULL)
    g_task_return_pointer (task, counts, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
clips_counted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GHashTable) counts = g_task_propagate_pointer (G_TASK (result), NULL);
  GHashTableIter iter;
  gpointer view, row;

  if (counts == NULL || self->notebook == NULL)
    return;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &view, &row))
    if (g_str_has_prefix (view, g_task_get_task_data (G_TASK (result))))
      cut_library_row_set_count (row, GPOINTER_TO_UINT (g_hash_table_lookup (counts, get_id (view))));
}

/* @prefix: of the views, static */
static void
count_clips (CutLibrary *self,
             const char *prefix)
{
  g_autoptr (GTask) task = g_task_new (self->notebook, NULL, clips_counted_cb, g_object_ref (self));

  g_task_set_task_data (task, (gpointer) prefix, NULL);
  g_task_run_in_thread (task, count_clips_thread);
}

static void
stories_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GPtrArray) rows = cut_notebook_rows_finish (CUT_NOTEBOOK (source), result, NULL);

  if (rows == NULL || self->notebook == NULL)
    return;
  show_rows (self, "story:", "cut-story-symbolic", self->stories_heading, rows);
  count_clips (self, "story:");
}

static void
tags_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GPtrArray) rows = cut_notebook_rows_finish (CUT_NOTEBOOK (source), result, NULL);

  if (rows == NULL || self->notebook == NULL)
    return;
  show_rows (self, "tag:", "cut-tag-symbolic", self->tags_heading, rows);
  count_clips (self, "tag:");
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutLibraryRow) row = user_data;
  gint64 count = cut_notebook_count_finish (CUT_NOTEBOOK (source), result, NULL);

  if (count >= 0)
    cut_library_row_set_count (row, count);
}

static void
show_searches (CutLibrary *self,
               GPtrArray  *records)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (kept, g_strconcat ("search:", cut_record_get_id (g_ptr_array_index (records, i)), NULL));
  remove_gone (self, "search:", kept);
  for (guint i = 0; i < records->len; i++)
    {
      CutSavedSearch *search = g_ptr_array_index (records, i);
      g_autofree char *view = g_strconcat ("search:", cut_record_get_id (CUT_RECORD (search)), NULL);
      GtkWidget *row = show_row (self, view, "system-search-symbolic", cut_saved_search_get_title (search), self->searches_heading, i);
      g_autoptr (CutQuery) query = cut_view_make_query (view, "created", cut_saved_search_get_query (search));

      cut_query_set_languages (query, self->languages);
      cut_notebook_count_async (self->notebook, query, NULL, counted_cb, g_object_ref (row));
    }
}

static void
searches_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GPtrArray) records = cut_notebook_list_finish (CUT_NOTEBOOK (source), result, NULL);

  if (records == NULL || self->notebook == NULL)
    return;
  gtk_widget_set_visible (self->searches_heading, records->len > 0);
  show_searches (self, records);
}

static void
count_view (CutLibrary *self,
            const char *view)
{
  CutKind kind = cut_view_get_kind (view);
  GtkWidget *row = g_hash_table_lookup (self->rows, view);
  g_autoptr (CutQuery) query = NULL;

  if (kind == CUT_KIND_CLIP)
    query = cut_view_make_query (view, "created", NULL);
  else
    query = cut_query_new (kind);
  cut_notebook_count_async (self->notebook, query, NULL, counted_cb, g_object_ref (row));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutLibrary *self = user_data;
  g_autoptr (CutQuery) stories = cut_query_new (CUT_KIND_STORY);
  g_autoptr (CutQuery) tags = cut_query_new (CUT_KIND_TAG);
  g_autoptr (CutQuery) searches = cut_query_new (CUT_KIND_SAVED_SEARCH);
  static const char *const counted[] = { "inbox", "all", "claims", "sources", "entities", "trash" };

  self->settle_source = 0;
  cut_query_set_order (stories, "title", FALSE);
  cut_query_set_order (tags, "title", FALSE);
  cut_query_set_order (searches, "title", FALSE);
  cut_notebook_rows_async (self->notebook, stories, NULL, stories_read_cb, g_object_ref (self));
  cut_notebook_rows_async (self->notebook, tags, NULL, tags_read_cb, g_object_ref (self));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    count_view (self, counted[i]);
  /* Last: each of them is a search of its own. */
  cut_notebook_list_async (self->notebook, searches, NULL, searches_read_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutLibrary *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (60, refresh_cb, self);
}

static void
row_activated_cb (CutLibrary    *self,
                  GtkListBoxRow *row)
{
  if (CUT_IS_LIBRARY_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", cut_library_row_get_view (CUT_LIBRARY_ROW (row)));
}

/* The arrow keys would take the mark along to places that are not shown: it stays at what is, until Enter goes elsewhere. */
static void
row_selected_cb (CutLibrary    *self,
                 GtkListBoxRow *row)
{
  GtkWidget *shown = self->selected != NULL ? g_hash_table_lookup (self->rows, self->selected) : NULL;

  if (row != NULL && shown != NULL && GTK_WIDGET (row) != shown && gtk_widget_get_parent (shown) == GTK_WIDGET (self->list))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (shown));
}

/* Actions. */

static void
commit_one (CutLibrary *self,
            const char *label,
            CutRecord  *record)
{
  CutAct *act = cut_act_new (label);

  cut_act_take (act, record);
  cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
}

static void
new_story_named_cb (const char *name,
                    gpointer    self)
{
  commit_one (self, cut_kind_get_new_label (CUT_KIND_STORY), cut_record_new_named (CUT_KIND_STORY, name));
}

static void
new_tag_named_cb (const char *name,
                  gpointer    self)
{
  commit_one (self, cut_kind_get_new_label (CUT_KIND_TAG), cut_record_new_named (CUT_KIND_TAG, name));
}

static void
new_story_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  cut_name_popover_show (CUT_LIBRARY (widget)->stories_heading, _("New Story"), _("_Create"), NULL,
                         new_story_named_cb, g_object_ref (widget), g_object_unref);
}

static void
new_tag_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  cut_name_popover_show (CUT_LIBRARY (widget)->tags_heading, _("New Tag"), _("_Create"), NULL, new_tag_named_cb,
                         g_object_ref (widget), g_object_unref);
}

typedef struct
{
  CutLibrary *library; /* (owned) */
  char *id;            /* (owned) */
  char *name;          /* (owned) (nullable) */
} Change;

static Change *
change_new (CutLibrary *self,
            const char *id,
            const char *name)
{
  Change *change = g_new0 (Change, 1);

  change->library = g_object_ref (self);
  change->id = g_strdup (id);
  change->name = g_strdup (name);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->library);
  g_free (change->id);
  g_free (change->name);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
rename_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);

  if (record == NULL)
    {
      cut_toast_error (GTK_WIDGET (change->library), error);
      return;
    }
  commit_one (change->library, C_("act", "Rename"),
              cut_record_with (record, cut_record_get_kind (record) == CUT_KIND_TAG ? "label" : "title",
                               change->name, NULL));
}

static void
renamed_cb (const char *name,
            gpointer    data)
{
  Change *asked = data;
  CutLibrary *self = asked->library;

  cut_notebook_get_async (self->notebook, asked->id, NULL, rename_read_cb, change_new (self, asked->id, name));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutLibrary *self = CUT_LIBRARY (widget);
  const char *view = g_variant_get_string (parameter, NULL);
  GtkWidget *row = g_hash_table_lookup (self->rows, view);

  if (row == NULL || get_id (view) == NULL)
    return;
  cut_name_popover_show (row, _("Rename"), _("_Rename"), cut_library_row_get_label (CUT_LIBRARY_ROW (row)),
                         renamed_cb, change_new (self, get_id (view), NULL), change_free);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutLibrary) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_filing_run_finish (result, &error) < 0)
    cut_toast_error (GTK_WIDGET (self), error);
  else
    cut_toast (GTK_WIDGET (self), _("Moved to Trash"), TRUE);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutLibrary *self = CUT_LIBRARY (widget);
  const char *view = g_variant_get_string (parameter, NULL);
  const char *ids[] = { get_id (view), NULL };
  CutKind kind = cut_view_get_search (view) != NULL ? CUT_KIND_SAVED_SEARCH
                 : g_str_has_prefix (view, "story:") ? CUT_KIND_STORY
                                                     : CUT_KIND_TAG;

  if (ids[0] == NULL)
    return;
  if (g_strcmp0 (self->selected, view) == 0)
    gtk_widget_activate_action (widget, "win.view", "s", "inbox");
  cut_filing_run_async (self->notebook, CUT_FILING_TRASH,
                        cut_kind_get_delete_label (kind), ids, NULL, NULL, NULL,
                        deleted_cb, g_object_ref (self));
}

static void
cut_library_dispose (GObject *object)
{
  CutLibrary *self = CUT_LIBRARY (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_library_parent_class)->dispose (object);
}

static void
cut_library_finalize (GObject *object)
{
  CutLibrary *self = CUT_LIBRARY (object);

  g_hash_table_unref (self->rows);
  g_free (self->languages);
  g_free (self->selected);
  G_OBJECT_CLASS (cut_library_parent_class)->finalize (object);
}

static void
cut_library_class_init (CutLibraryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_library_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-library.ui");
  gtk_widget_class_bind_template_child (widget_class, CutLibrary, box);
  gtk_widget_class_bind_template_child (widget_class, CutLibrary, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "library.new-story", NULL, new_story_cb);
  gtk_widget_class_install_action (widget_class, "library.new-tag", NULL, new_tag_cb);
  gtk_widget_class_install_action (widget_class, "library.rename", "s", rename_cb);
  gtk_widget_class_install_action (widget_class, "library.delete", "s", delete_cb);
}

static void
set_can_change (CutLibrary *self,
                gboolean    can)
{
  static const char *const actions[] = { "library.new-story", "library.new-tag", "library.rename", "library.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], can);
}

static void
cut_library_init (CutLibrary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_row (self, "inbox", "cut-inbox-symbolic", cut_view_get_title ("inbox"), -1);
  add_row (self, "all", "cut-all-symbolic", cut_view_get_title ("all"), -1);
  add_row (self, "claims", "cut-claim-symbolic", cut_view_get_title ("claims"), -1);
  add_row (self, "check-list", "object-select-symbolic", cut_view_get_title ("check-list"), -1);
  add_row (self, "sources", "cut-source-symbolic", cut_view_get_title ("sources"), -1);
  add_row (self, "entities", "cut-entity-symbolic", cut_view_get_title ("entities"), -1);
  add_row (self, "timeline", "cut-timeline-symbolic", cut_view_get_title ("timeline"), -1);
  self->conflicts = add_row (self, "conflicts", "dialog-warning-symbolic", cut_view_get_title ("conflicts"), -1);
  gtk_widget_set_visible (self->conflicts, FALSE);
  self->stories_heading = add_heading (self, _("Stories"), "library.new-story", _("New Story"));
  self->tags_heading = add_heading (self, _("Tags"), "library.new-tag", _("New Tag"));
  self->searches_heading = add_heading (self, _("Searches"), NULL, NULL);
  gtk_widget_set_visible (self->searches_heading, FALSE);
  add_row (self, "trash", "user-trash-symbolic", cut_view_get_title ("trash"), -1);
  set_can_change (self, FALSE);
}

void
cut_library_set_notebook (CutLibrary  *self,
                          CutNotebook *notebook)
{
  g_return_if_fail (CUT_IS_LIBRARY (self));

  g_set_object (&self->notebook, notebook);
  set_can_change (self, !cut_notebook_is_read_only (notebook));
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
}

void
cut_library_set_languages (CutLibrary *self,
                           const char *languages)
{
  g_return_if_fail (CUT_IS_LIBRARY (self));

  if (g_strcmp0 (self->languages, languages) == 0)
    return;
  g_free (self->languages);
  self->languages = g_strdup (languages);
  if (self->notebook != NULL)
    changed_cb (self);
}

void
cut_library_select (CutLibrary *self,
                    const char *view)
{
  GtkWidget *row;

  g_return_if_fail (CUT_IS_LIBRARY (self));

  g_free (self->selected);
  self->selected = g_strdup (view);
  row = g_hash_table_lookup (self->rows, view);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
cut_library_set_conflicts (CutLibrary *self,
                           guint       n)
{
  g_return_if_fail (CUT_IS_LIBRARY (self));

  cut_library_row_set_count (CUT_LIBRARY_ROW (self->conflicts), n);
  gtk_widget_set_visible (self->conflicts, n > 0);
}

const char *
cut_library_get_title (CutLibrary *self,
                       const char *view)
{
  GtkWidget *row;

  g_return_val_if_fail (CUT_IS_LIBRARY (self), "");

  row = g_hash_table_lookup (self->rows, view);
  return row != NULL ? cut_library_row_get_label (CUT_LIBRARY_ROW (row)) : "";
}

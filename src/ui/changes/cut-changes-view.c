/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-changes-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-captures-list.h"
#include "cut-changes-note.h"
#include "cut-changes-row.h"
#include "cut-comparing.h"
#include "cut-compat.h"
#include "cut-toast.h"
#include "cut-wrap-layout.h"

#define SPINNER_AFTER_MS 300
#define FIRST_ROWS 24        /* a list makes some two hundred rows whatever is in view */
#define MAX_ROWS 240
#define NARROWEST_COLUMN 30  /* characters, below which two columns are of no use */

struct _CutChangesView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *before;
  GtkDropDown *after;
  GtkWidget *position;
  GtkWidget *annotate;
  GtkWidget *columns;
  GtkWidget *summary;
  GtkWidget *headings;
  GtkWidget *stack;
  GtkWidget *spinner;
  GtkWidget *status;
  GtkWidget *scrolled;
  GtkWidget *list;

  CutNotebook *notebook;    /* (owned) */
  CutReading *reading;      /* (owned) (nullable) */
  CutComparing *comparing;  /* (owned) (nullable) */
  GPtrArray *items;         /* (owned) (nullable) (element-type CutChangesItem): those not in the list yet too */
  GPtrArray *targets;       /* (owned) (nullable) (element-type CutChangesItem): where each change is */
  GListStore *store;        /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the comparison under way */
  guint current;             /* the change somebody is at */
  guint added;               /* how many of @items are in the list */
  guint spinner_source;
  guint grow_source;
  guint mode_source;
  guint focus_source;
  gboolean side_by_side; /* what somebody wants */
  gboolean narrow;       /* there is no room for it */
  gboolean updating;     /* the choices are set by the program */
};

enum
{
  PROP_0,
  PROP_SIDE_BY_SIDE,
  N_PROPS,
};

enum
{
  ANNOTATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutChangesView, cut_changes_view, GTK_TYPE_WIDGET)

static gboolean
is_in_columns (CutChangesView *self)
{
  return self->side_by_side && !self->narrow;
}

/* Rows. */

/* @only: (nullable): the item whose row is shown again; NULL for all */
static void
show_rows (CutChangesView *self,
           CutChangesItem *only)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      CutChangesItem *item = CUT_IS_CHANGES_ROW (child) ? cut_changes_row_get_item (CUT_CHANGES_ROW (child)) : NULL;

      if (item != NULL && (only == NULL || only == item || cut_changes_item_has (item, self->current)))
        cut_changes_row_set_item (CUT_CHANGES_ROW (child), item, is_in_columns (self), self->current);
    }
}

static void
grow (CutChangesView *self,
      guint           n)
{
  n = self->items != NULL ? MIN (n, self->items->len - self->added) : 0;
  if (n == 0)
    return;
  g_list_store_splice (self->store, g_list_model_get_n_items (G_LIST_MODEL (self->store)), 0,
                       self->items->pdata + self->added, n);
  self->added += n;
}

static gboolean
grow_cb (gpointer data)
{
  CutChangesView *self = data;

  grow (self, self->added < MAX_ROWS ? FIRST_ROWS : G_MAXUINT);
  if (self->items != NULL && self->added < self->items->len)
    return G_SOURCE_CONTINUE;
  self->grow_source = 0;
  return G_SOURCE_REMOVE;
}

static guint
find_item (CutChangesView *self,
           CutChangesItem *item)
{
  guint position;

  if (g_list_store_find (self->store, item, &position))
    return position;
  grow (self, G_MAXUINT);
  return g_list_store_find (self->store, item, &position) ? position : GTK_INVALID_LIST_POSITION;
}

static void
unfold_cb (CutChangesView *self,
           CutChangesRow  *row)
{
  g_autoptr (CutChangesItem) item = g_object_ref (cut_changes_row_get_item (row));
  GPtrArray *folded = cut_changes_item_get_folded (item);
  guint position = find_item (self, item);

  if (folded == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  g_list_store_splice (self->store, position, 1, folded->pdata, folded->len);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_grab_focus (self->list);
}

static void
setup_cb (CutChangesView *self,
          GtkListItem    *row)
{
  GtkWidget *child = cut_changes_row_new ();

  g_signal_connect_swapped (child, "unfold", G_CALLBACK (unfold_cb), self);
  gtk_list_item_set_child (row, child);
}

static void
bind_cb (CutChangesView *self,
         GtkListItem    *row)
{
  cut_changes_row_set_item (CUT_CHANGES_ROW (gtk_list_item_get_child (row)), gtk_list_item_get_item (row), is_in_columns (self),
                            self->current);
}

static void
unbind_cb (CutChangesView *self,
           GtkListItem    *row)
{
  cut_changes_row_set_item (CUT_CHANGES_ROW (gtk_list_item_get_child (row)), NULL, FALSE, CUT_CHANGES_NONE);
}

/* From change to change. */

static guint
count_changes (CutChangesView *self)
{
  return self->targets != NULL ? self->targets->len : 0;
}

/* Returns: the index of the current change among those of the text, or CUT_CHANGES_NONE */
static guint
get_text_change (CutChangesView *self)
{
  guint fields = self->comparing != NULL ? self->comparing->fields->len : 0;

  return self->current != CUT_CHANGES_NONE && self->current >= fields ? self->current - fields : CUT_CHANGES_NONE;
}

static void
show_position (CutChangesView *self)
{
  guint n = count_changes (self);
  guint change = get_text_change (self);
  gboolean possible = change != CUT_CHANGES_NONE && !cut_notebook_is_read_only (self->notebook)
                      && cut_changes_note_is_possible (self->comparing, change);
  g_autofree char *text = NULL;

  if (self->current != CUT_CHANGES_NONE)
    /* Translators: where somebody is among the changes: "Change 3 of 12" */
    text = g_strdup_printf (_("Change %u of %u"), self->current + 1, n);
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  gtk_label_set_label (GTK_LABEL (self->position), text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "changes.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "changes.previous", n > 0);
  gtk_widget_set_sensitive (self->annotate, possible);
  if (possible)
    {
      g_autoptr (GMenuModel) menu = cut_changes_note_menu (self->comparing, change);

      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->annotate), menu);
    }
}

static gboolean
focus_cb (gpointer data)
{
  CutChangesView *self = data;
  CutChangesItem *item = gtk_single_selection_get_selected_item (self->selection);

  self->focus_source = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (CUT_IS_CHANGES_ROW (child) && cut_changes_row_get_item (CUT_CHANGES_ROW (child)) == item)
        gtk_widget_grab_focus (row);
    }
  return G_SOURCE_REMOVE;
}

static void
go_to (CutChangesView *self,
       guint           change)
{
  CutChangesItem *was = self->current != CUT_CHANGES_NONE ? g_ptr_array_index (self->targets, self->current) : NULL;
  CutChangesItem *is = g_ptr_array_index (self->targets, change);
  guint position = find_item (self, is);

  self->current = change;
  show_rows (self, was != NULL ? was : is);
  show_position (self);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  cut_list_view_scroll_to (self->list, position);
  /* The list makes the row in its next layout. */
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, focus_cb, self, NULL);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CutChangesView *self = CUT_CHANGES_VIEW (widget);
  guint n = count_changes (self);

  if (n == 0)
    return;
  if (self->current == CUT_CHANGES_NONE)
    go_to (self, g_str_equal (name, "changes.next") ? 0 : n - 1);
  else if (g_str_equal (name, "changes.next"))
    go_to (self, (self->current + 1) % n);
  else
    go_to (self, (self->current + n - 1) % n);
}

static void
annotate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CutChangesView *self = CUT_CHANGES_VIEW (widget);
  guint change = get_text_change (self);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (GError) error = NULL;
  CutAct *act;

  if (change == CUT_CHANGES_NONE)
    return;
  act = cut_changes_note_new (self->comparing, change, g_variant_get_string (parameter, NULL), &annotation, &error);
  if (act == NULL)
    {
      cut_toast_error (widget, error);
      return;
    }
  cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
  g_signal_emit (self, signals[ANNOTATED], 0, cut_annotation_get_capture (CUT_ANNOTATION (annotation)), cut_record_get_id (annotation));
}

/* What came of it. */

/* Returns: (transfer full): the sentence over the changes */
static char *
make_summary (CutComparing *comparing)
{
  const CutDifference *difference = comparing->difference;
  g_autofree char *removed = g_strdup_printf (ngettext ("%u word removed", "%u words removed", difference->words_removed),
                                              difference->words_removed);
  g_autofree char *added = g_strdup_printf (ngettext ("%u word added", "%u words added", difference->words_added),
                                            difference->words_added);
  g_autofree char *figures = g_strdup_printf (ngettext ("%u figure changed", "%u figures changed", difference->figures),
                                              difference->figures);

  if (cut_difference_is_same (difference))
    return g_strdup (_("The text is the same"));
  if (difference->figures > 0)
    /* Translators: words removed · words added · figures changed */
    return g_strdup_printf (_("%s · %s · %s"), removed, added, figures);
  /* Translators: words removed · words added */
  return g_strdup_printf (_("%s · %s"), removed, added);
}

static void
show_status (CutChangesView *self,
             const char     *icon,
             const char     *title,
             const char     *description)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), description);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->status);
}

static gboolean
has_same_bytes (CutComparing *comparing)
{
  return g_strcmp0 (cut_capture_get_sha256 (CUT_CAPTURE (comparing->before->capture)),
                    cut_capture_get_sha256 (CUT_CAPTURE (comparing->after->capture))) == 0;
}

static void
show_same (CutChangesView *self)
{
  const char *description = _("Other bytes of the page differ.");

  if (has_same_bytes (self->comparing))
    description = _("The pages are the same to the byte.");
  else if (self->comparing->difference->spacing)
    description = _("Only spaces, or lines that do not count, differ.");
  show_status (self, "object-select-symbolic", _("The Text Is the Same"), description);
}

static void
show_columns (CutChangesView *self)
{
  gtk_widget_set_visible (self->headings, is_in_columns (self) && count_changes (self) > 0);
}

static void
show_comparing (CutChangesView *self)
{
  g_autofree char *summary = make_summary (self->comparing);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->summary, count_changes (self) > 0);
  if (count_changes (self) == 0)
    {
      show_same (self);
    }
  else
    {
      self->grow_source = g_idle_add (grow_cb, self);
      grow (self, FIRST_ROWS);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scrolled);
    }
  show_columns (self);
  show_position (self);
}

/* Comparing, off the main thread. */

static void
stop (CutChangesView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
}

static void
forget (CutChangesView *self)
{
  stop (self);
  g_list_store_remove_all (self->store);
  g_clear_pointer (&self->comparing, cut_comparing_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->added = 0;
  self->current = CUT_CHANGES_NONE;
}

typedef struct
{
  CutComparing *comparing;
  GPtrArray *items;
  GPtrArray *targets;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->comparing, cut_comparing_unref);
  g_clear_pointer (&made->items, g_ptr_array_unref);
  g_clear_pointer (&made->targets, g_ptr_array_unref);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Made *made = g_new0 (Made, 1);

  made->comparing = cut_comparing_ref (task_data);
  made->items = cut_changes_items_new (task_data, &made->targets);
  g_task_return_pointer (task, made, made_free);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutChangesView) self = user_data;
  g_autoptr (Made) made = g_task_propagate_pointer (G_TASK (result), NULL);

  if (made == NULL)
    return;
  stop (self);
  self->comparing = g_steal_pointer (&made->comparing);
  self->items = g_steal_pointer (&made->items);
  self->targets = g_steal_pointer (&made->targets);
  show_comparing (self);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutChangesView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutComparing) comparing = cut_comparing_run_finish (CUT_NOTEBOOK (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (comparing == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      stop (self);
      show_status (self, "dialog-warning-symbolic", _("These Captures Cannot Be Compared"), escaped);
      return;
    }
  /* Not the task's source, whose last reference might be given up in the thread. */
  task = g_task_new (NULL, self->cancellable, made_cb, g_object_ref (self));
  g_task_set_source_tag (task, compared_cb);
  g_task_set_task_data (task, cut_comparing_ref (comparing), (GDestroyNotify) cut_comparing_unref);
  g_task_run_in_thread (task, make_thread);
}

static gboolean
spinner_cb (gpointer data)
{
  CutChangesView *self = data;

  self->spinner_source = 0;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->spinner);
  return G_SOURCE_REMOVE;
}

static const char *
get_chosen (CutChangesView *self,
            GtkDropDown    *choice)
{
  guint index = gtk_drop_down_get_selected (choice);

  if (self->reading == NULL || index >= self->reading->captures->len)
    return NULL;
  return cut_record_get_id (g_ptr_array_index (self->reading->captures, index));
}

static void
compare (CutChangesView *self)
{
  const char *before = get_chosen (self, self->before);
  const char *after = get_chosen (self, self->after);

  forget (self);
  show_position (self);
  gtk_widget_set_visible (self->summary, FALSE);
  gtk_widget_set_visible (self->headings, FALSE);
  if (before == NULL || after == NULL)
    return;
  if (self->reading->captures->len < 2)
    {
      show_status (self, "object-select-symbolic", _("One Capture"),
                   _("Fetch the page again to see whether it has changed."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, spinner_cb, self);
  cut_comparing_run_async (self->notebook, before, after, TRUE, self->cancellable, compared_cb, g_object_ref (self));
}

static void
chosen_cb (CutChangesView *self)
{
  if (!self->updating)
    compare (self);
}

/* The choice of captures. */

static guint
find_capture (CutReading *reading,
              const char *id)
{
  for (guint i = 0; i < reading->captures->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (reading->captures, i)), id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill_choice (GtkDropDown *choice,
             CutReading  *reading,
             const char  *id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < reading->captures->len; i++)
    gtk_string_list_take (names, cut_capture_get_name (g_ptr_array_index (reading->captures, i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, find_capture (reading, id));
}

static void
set_reading (CutChangesView *self,
             CutReading     *reading,
             const char     *before,
             const char     *after)
{
  self->updating = TRUE;
  fill_choice (self->before, reading, before);
  fill_choice (self->after, reading, after);
  cut_reading_ref (reading);
  g_clear_pointer (&self->reading, cut_reading_unref);
  self->reading = reading;
  self->updating = FALSE;
}

/* Size: two columns only where there is room. */

static gboolean
mode_cb (gpointer data)
{
  CutChangesView *self = data;

  self->mode_source = 0;
  gtk_widget_set_visible (self->columns, !self->narrow);
  show_columns (self);
  show_rows (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
mode_changed (CutChangesView *self)
{
  if (self->mode_source == 0)
    self->mode_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, mode_cb, self, NULL);
}

static gboolean
is_narrow (CutChangesView *self,
           int             width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return width < 2 * NARROWEST_COLUMN * character / PANGO_SCALE + 60;
}

static void
cut_changes_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CutChangesView *self = CUT_CHANGES_VIEW (widget);
  gboolean narrow = is_narrow (self, width);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  mode_changed (self);
}

static void
cut_changes_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (CUT_CHANGES_VIEW (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
cut_changes_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Class. */

static void
cut_changes_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_boolean (value, CUT_CHANGES_VIEW (object)->side_by_side);
}

static void
cut_changes_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CutChangesView *self = CUT_CHANGES_VIEW (object);

  if (self->side_by_side == g_value_get_boolean (value))
    return;
  self->side_by_side = g_value_get_boolean (value);
  mode_changed (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
cut_changes_view_dispose (GObject *object)
{
  CutChangesView *self = CUT_CHANGES_VIEW (object);

  if (self->box != NULL)
    forget (self);
  g_clear_handle_id (&self->mode_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_changes_view_parent_class)->dispose (object);
}

static gboolean
cut_changes_view_grab_focus (GtkWidget *widget)
{
  cut_changes_view_focus (CUT_CHANGES_VIEW (widget));
  return TRUE;
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_n, 0, "changes.next" },
    { GDK_KEY_p, 0, "changes.previous" },
    { GDK_KEY_Down, GDK_ALT_MASK, "changes.next" },
    { GDK_KEY_Up, GDK_ALT_MASK, "changes.previous" },
    { GDK_KEY_Escape, 0, "win.back" },
  };

  gtk_widget_class_install_action (widget_class, "changes.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "changes.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "changes.annotate", "s", annotate_action);
  gtk_widget_class_install_property_action (widget_class, "changes.side-by-side", "side-by-side");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].state, keys[i].action, NULL);
}

static void
cut_changes_view_class_init (CutChangesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cut_changes_view_get_property;
  object_class->set_property = cut_changes_view_set_property;
  object_class->dispose = cut_changes_view_dispose;
  widget_class->size_allocate = cut_changes_view_size_allocate;
  widget_class->measure = cut_changes_view_measure;
  widget_class->get_request_mode = cut_changes_view_get_request_mode;
  widget_class->grab_focus = cut_changes_view_grab_focus;
  properties[PROP_SIDE_BY_SIDE] = g_param_spec_boolean ("side-by-side", NULL, NULL, TRUE, G_PARAM_READWRITE |
                                                        G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ANNOTATED] = g_signal_new ("annotated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  install_actions (widget_class);
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  set_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
choice_setup_cb (GtkListItemFactory *factory,
                 GtkListItem        *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (row, label);
}

static void
choice_bind_cb (GtkListItemFactory *factory,
                GtkListItem        *row)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (row)), gtk_string_object_get_string (gtk_list_item_get_item (row)));
}

static GtkDropDown *
add_choice (CutChangesView *self,
            GtkWidget      *bar,
            const char     *name)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  /* Names that are wider than the window are cut. */
  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), factory);
  set_name (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (bar), choice);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
make_steps (CutChangesView *self)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->columns = gtk_toggle_button_new ();
  self->position = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->position, "numeric");
  self->annotate = gtk_menu_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->columns), "view-dual-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->columns), "changes.side-by-side");
  gtk_widget_add_css_class (self->columns, "flat");
  set_name (self->columns, _("Side by Side"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->annotate), "document-edit-symbolic");
  gtk_widget_add_css_class (self->annotate, "flat");
  set_name (self->annotate, _("Make a Note on This Change"));
  add_button (steps, "go-up-symbolic", _("Previous Change (P)"), "changes.previous");
  add_button (steps, "go-down-symbolic", _("Next Change (N)"), "changes.next");
  gtk_box_append (GTK_BOX (steps), self->position);
  gtk_box_append (GTK_BOX (steps), self->annotate);
  gtk_box_append (GTK_BOX (steps), self->columns);
  add_button (steps, "window-close-symbolic", _("Back to the Article"), "win.back");
  return steps;
}

static GtkWidget *
make_bar (CutChangesView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (bar, g_object_new (CUT_TYPE_WRAP_LAYOUT, "spacing", 6, NULL));
  gtk_widget_add_css_class (bar, "changes-bar");
  self->before = add_choice (self, bar, _("Capture Before"));
  self->after = add_choice (self, bar, _("Capture After"));
  gtk_box_append (GTK_BOX (bar), make_steps (self));
  return bar;
}

static void
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
}

static void
build_list (CutChangesView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->store = g_list_store_new (CUT_TYPE_CHANGES_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "changes-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changes"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
}

static void
build_stack (CutChangesView *self)
{
  build_list (self);
  self->stack = gtk_stack_new ();
  self->status = adw_status_page_new ();
  gtk_widget_add_css_class (self->status, "compact");
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER,
                                "width-request", 32, "height-request", 32, NULL);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->status);
  gtk_stack_add_child (GTK_STACK (self->stack), self->spinner);
  gtk_widget_set_vexpand (self->stack, TRUE);
}

static void
cut_changes_view_init (CutChangesView *self)
{
  self->side_by_side = TRUE;
  self->current = CUT_CHANGES_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "changes-summary");
  self->headings = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_set_homogeneous (GTK_BOX (self->headings), TRUE);
  gtk_widget_add_css_class (self->headings, "changes-headings");
  add_heading (self->headings, C_("capture", "Before"));
  add_heading (self->headings, C_("capture", "After"));
  build_stack (self);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->headings);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changes"), -1);
}

GtkWidget *
cut_changes_view_new (CutNotebook *notebook)
{
  CutChangesView *self = g_object_new (CUT_TYPE_CHANGES_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_changes_view_compare (CutChangesView *self,
                          CutReading     *reading,
                          const char     *before,
                          const char     *after)
{
  g_return_if_fail (CUT_IS_CHANGES_VIEW (self));

  set_reading (self, reading, before, after);
  compare (self);
}

void
cut_changes_view_update (CutChangesView *self,
                         CutReading     *reading)
{
  g_autofree char *before = g_strdup (get_chosen (self, self->before));
  g_autofree char *after = g_strdup (get_chosen (self, self->after));

  g_return_if_fail (CUT_IS_CHANGES_VIEW (self));

  if (before == NULL || after == NULL || find_capture (reading, before) == GTK_INVALID_LIST_POSITION ||
      find_capture (reading, after) == GTK_INVALID_LIST_POSITION)
    return;
  set_reading (self, reading, before, after);
}

const char *
cut_changes_view_get_clip (CutChangesView *self)
{
  return self->reading != NULL ? cut_record_get_id (self->reading->clip) : NULL;
}

void
cut_changes_view_clear (CutChangesView *self)
{
  g_return_if_fail (CUT_IS_CHANGES_VIEW (self));

  forget (self);
  g_clear_pointer (&self->reading, cut_reading_unref);
}

void
cut_changes_view_focus (CutChangesView *self)
{
  if (!gtk_widget_get_mapped (self->list) || !gtk_widget_grab_focus (self->list))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

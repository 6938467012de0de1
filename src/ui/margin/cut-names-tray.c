/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-names-tray.h"

#include <glib/gi18n-lib.h>

#include "cut-name-row.h"
#include "cut-spoken.h"
#include "cut-toast.h"

#define MOST_ROWS 30 /* made at once; the next ones follow when these are settled */

struct _CutNamesTray
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *list;
  GtkWidget *more; /* how many have no row */
  GtkWidget *all;

  CutNotebook *notebook; /* (owned) */
  CutReaderView *reader; /* (nullable): weak */
  CutReading *reading;   /* (owned) (nullable) */
  char *clip;            /* (owned) (nullable): whose names they are */
  GPtrArray *proposals;  /* (owned) (nullable) (element-type CutNameProposal) */
  GCancellable *asking;  /* (owned) (nullable) */
  gboolean stale;        /* the rows are not those of the proposals */
};

G_DEFINE_FINAL_TYPE (CutNamesTray, cut_names_tray, GTK_TYPE_WIDGET)

static gboolean
has_focus_inside (CutNamesTray *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Acts. */

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutNamesTray) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = cut_notebook_accept_names_finish (CUT_NOTEBOOK (source), result, &error);

  if (ids == NULL)
    cut_toast_error (GTK_WIDGET (self), error);
}

static void
accept (CutNamesTray *self,
        GPtrArray    *proposals)
{
  if (self->reading != NULL && proposals->len > 0)
    cut_notebook_accept_names_async (self->notebook, self->reading, proposals, NULL, accepted_cb, g_object_ref (self));
}

static void
accept_row_cb (CutNamesTray *self,
               CutNameRow   *row)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_name_proposal_free);

  g_ptr_array_add (one, cut_name_proposal_copy (cut_name_row_get_proposal (row)));
  accept (self, one);
}

static void
dismiss_row_cb (CutNamesTray *self,
                CutNameRow   *row)
{
  if (self->reading != NULL)
    cut_notebook_commit_async (self->notebook, cut_name_proposal_dismiss (cut_name_row_get_proposal (row), self->reading), NULL,
                               cut_toast_committed_cb, g_object_ref (self));
}

/* All rows with the kinds that were chosen in them, and what has no row yet. */
static void
accept_all_cb (CutNamesTray *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_name_proposal_free);

  for (guint i = 0; self->proposals != NULL && i < self->proposals->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      g_ptr_array_add (all, cut_name_proposal_copy (row != NULL ? cut_name_row_get_proposal (CUT_NAME_ROW (row))
                                                                : g_ptr_array_index (self->proposals, i)));
    }
  accept (self, all);
}

/* Rows. */

static void
add_row (CutNamesTray          *self,
         const CutNameProposal *proposal)
{
  GtkWidget *row = cut_name_row_new (self->notebook, proposal);

  g_signal_connect_object (row, "accepted", G_CALLBACK (accept_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dismissed", G_CALLBACK (dismiss_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear_rows (CutNamesTray *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* The row that comes to the place of the one decided on has the focus then; where none is left, the article. */
static void
focus_row (CutNamesTray *self,
           int           at)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at);

  if (row == NULL && at > 0)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at - 1);
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else if (self->reader != NULL)
    cut_reader_view_focus_text (self->reader);
}

static void
fill_rows (CutNamesTray *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean focused = has_focus_inside (self);
  guint n = self->proposals->len;
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - MIN (n, MOST_ROWS)), n - MIN (n, MOST_ROWS));

  clear_rows (self);
  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    add_row (self, g_ptr_array_index (self->proposals, i));
  gtk_label_set_label (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, n > MOST_ROWS);
  self->stale = FALSE;
  if (focused)
    focus_row (self, at);
}

static void
show (CutNamesTray *self)
{
  guint n = self->proposals != NULL ? self->proposals->len : 0;
  /* Translators: names in a text that are proposed as entities */
  g_autofree char *label = g_strdup_printf (ngettext ("%u proposed name", "%u proposed names", n), n);

  cut_expander_set_spoken (GTK_EXPANDER (self->expander), label);
  if (self->stale && gtk_expander_get_expanded (GTK_EXPANDER (self->expander)) && n > 0)
    fill_rows (self);
  else if (n == 0 && has_focus_inside (self) && self->reader != NULL)
    cut_reader_view_focus_text (self->reader);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
selected_cb (CutNamesTray *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    cut_name_row_set_chosen (CUT_NAME_ROW (row), row == selected);
  if (selected != NULL && self->reader != NULL)
    {
      CutNameProposal *proposal = cut_name_row_get_proposal (CUT_NAME_ROW (selected));
      CutStretch *first = &g_array_index (proposal->spans, CutStretch, 0);
      CutProposal place = { .start = first->start, .end = first->end, .parts = first, .n_parts = 1 };

      cut_reader_view_show_proposal (self->reader, &place);
    }
}

static gboolean
step (CutNamesTray *self,
      int           by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) + by : -1;
  GtkListBoxRow *row = at >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at) : NULL;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  focus_row (self, at);
  return GDK_EVENT_STOP;
}

/* In a row, before the list takes the keys: on a button or the list of kinds they have their own meaning. */
static gboolean
key_cb (CutNamesTray    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL || !gtk_widget_is_focus (GTK_WIDGET (row)) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return step (self, (state & GDK_SHIFT_MASK) == 0 ? 1 : -1);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      dismiss_row_cb (self, CUT_NAME_ROW (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
    case GDK_KEY_e:
      cut_name_row_choose_kind (CUT_NAME_ROW (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      cut_name_row_choose_entity (CUT_NAME_ROW (row));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (CutNamesTray *self,
                  CutNameRow   *row)
{
  accept_row_cb (self, row);
}

/* Asking. */

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutNamesTray) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = cut_notebook_propose_names_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->expander == NULL)
    return;
  g_clear_object (&self->asking);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = g_steal_pointer (&proposals);
  self->stale = TRUE;
  show (self);
}

static void
stop_asking (CutNamesTray *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
cut_names_tray_dispose (GObject *object)
{
  CutNamesTray *self = CUT_NAMES_TRAY (object);

  stop_asking (self);
  g_clear_weak_pointer (&self->reader);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->clip, g_free);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_names_tray_parent_class)->dispose (object);
}

static void
cut_names_tray_class_init (CutNamesTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_names_tray_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_list (CutNamesTray *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "names");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Proposed names"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 340);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  return scrolled;
}

static void
cut_names_tray_init (CutNamesTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_list (self));
  self->more = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->more, "caption");
  gtk_box_append (GTK_BOX (box), self->more);
  self->all = gtk_button_new_with_label (_("Accept All"));
  gtk_widget_add_css_class (self->all, "tray-button");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (accept_all_cb), self);
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_widget_add_css_class (box, "tray-cards");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  gtk_widget_add_css_class (self->expander, "margin-trays");
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (show), self);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cut_names_tray_new (CutNotebook *notebook)
{
  CutNamesTray *self = g_object_new (CUT_TYPE_NAMES_TRAY, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_names_tray_set_reader (CutNamesTray  *self,
                           CutReaderView *reader)
{
  g_return_if_fail (CUT_IS_NAMES_TRAY (self));

  g_set_weak_pointer (&self->reader, reader);
}

void
cut_names_tray_set_reading (CutNamesTray *self,
                            CutReading   *reading)
{
  const char *clip = reading != NULL ? cut_record_get_id (reading->clip) : NULL;

  g_return_if_fail (CUT_IS_NAMES_TRAY (self));

  stop_asking (self);
  if (reading != NULL)
    cut_reading_ref (reading);
  g_clear_pointer (&self->reading, cut_reading_unref);
  self->reading = reading;
  if (g_strcmp0 (clip, self->clip) != 0)
    {
      g_free (self->clip);
      self->clip = g_strdup (clip);
      g_clear_pointer (&self->proposals, g_ptr_array_unref);
      gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
      show (self);
    }
  if (reading == NULL)
    return;
  self->asking = g_cancellable_new ();
  cut_notebook_propose_names_async (self->notebook, reading, self->asking, proposed_cb, g_object_ref (self));
}

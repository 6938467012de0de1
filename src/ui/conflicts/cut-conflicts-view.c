/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-conflicts-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-conflict-row.h"
#include "cut-conflict.h"
#include "cut-failure.h"
#include "cut-paged-rows.h"
#include "cut-toast.h"

#define SETTLE_MS 60

struct _CutConflictsView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkLabel *summary;
  GtkWidget *mine;
  GtkWidget *theirs;
  CutPagedRows *rows;
  AdwStatusPage *problem;

  CutNotebook *notebook;     /* (owned) */
  GPtrArray *conflicts;      /* (owned) (nullable) (element-type CutConflict): what the rows show */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  guint refresh_source;
  gboolean stale;            /* something changed while it was not on the screen */
};

G_DEFINE_FINAL_TYPE (CutConflictsView, cut_conflicts_view, GTK_TYPE_WIDGET)

/* Settling. */

static void
settled_cb (CutConflictsView *self,
            CutRecord        *record,
            CutRecord        *created)
{
  CutAct *act = cut_act_new (C_("act", "Settle"));

  if (created != NULL)
    cut_act_put (act, created);
  cut_act_put (act, record);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Settled. Your colleagues hear of it with your next bundle."));
}

static void
all_settled_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CutConflictsView) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = cut_notebook_settle_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (n < 0)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%d conflict settled", "%d conflicts settled", (gulong) n), n);
  cut_toast (GTK_WIDGET (self), sentence, n > 0);
}

static void
settle_all_cb (CutConflictsView *self,
               GtkWidget        *button)
{
  if (self->conflicts != NULL)
    cut_notebook_settle_async (self->notebook, self->conflicts, button == self->mine ? CUT_WRITER_HERE : CUT_WRITER_ELSEWHERE,
                               C_("act", "Settle"), NULL, all_settled_cb, g_object_ref (self));
}

/* Showing. */

static GtkWidget *
make_row (guint    place,
          gpointer user_data)
{
  CutConflictsView *self = user_data;
  GtkWidget *row = cut_conflict_row_new (self->notebook, g_ptr_array_index (self->conflicts, place), !cut_notebook_is_read_only (self->notebook));

  g_signal_connect_object (row, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static gboolean
has_any (CutConflictsView *self,
         CutWriter         writer)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    if (cut_conflict_find (g_ptr_array_index (self->conflicts, i), writer) >= 0)
      return !cut_notebook_is_read_only (self->notebook);
  return FALSE;
}

/* @conflicts: (transfer full) */
static void
show (CutConflictsView *self,
      GPtrArray        *conflicts)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->conflicts);
  g_autofree char *summary = g_strdup_printf (ngettext ("You and a colleague wrote different things in %u place. Both are kept until you settle it.",
                                                        "You and your colleagues wrote different things in %u places. All are kept until you settle them.",
                                                        conflicts->len), conflicts->len);

  self->conflicts = conflicts;
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_sensitive (self->mine, has_any (self, CUT_WRITER_HERE));
  gtk_widget_set_sensitive (self->theirs, has_any (self, CUT_WRITER_ELSEWHERE));
  /* The rows of before go before what they show does. */
  cut_paged_rows_show (self->rows, conflicts->len, before != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), conflicts->len > 0 ? "conflicts" : "none");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutConflictsView) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *conflicts = cut_notebook_conflicts_finish (CUT_NOTEBOOK (source), result, &error);

  if (conflicts != NULL && self->notebook != NULL)
    show (self, g_steal_pointer (&conflicts));
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notebook == NULL)
    return;
  cut_failure_describe (self->problem, error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

static gboolean
refresh_cb (gpointer data)
{
  CutConflictsView *self = data;

  self->refresh_source = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cut_notebook_conflicts_async (self->notebook, self->cancellable, read_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutConflictsView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->refresh_source == 0)
    self->refresh_source = g_timeout_add (SETTLE_MS, refresh_cb, self);
}

static void
cut_conflicts_view_map (GtkWidget *widget)
{
  CutConflictsView *self = CUT_CONFLICTS_VIEW (widget);

  GTK_WIDGET_CLASS (cut_conflicts_view_parent_class)->map (widget);
  if (self->stale && self->refresh_source == 0)
    refresh_cb (self);
  self->stale = FALSE;
}

/* Building. */

static GtkWidget *
make_all_button (CutConflictsView *self,
                 const char       *label)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  cut_button_set_label (GTK_BUTTON (button), label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (settle_all_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_head (CutConflictsView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  self->mine = make_all_button (self, _("Take All of _Mine"));
  self->theirs = make_all_button (self, _("Take All of _Theirs"));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (buttons), self->mine);
  gtk_box_append (GTK_BOX (buttons), self->theirs);
  gtk_box_append (GTK_BOX (head), buttons);
  return head;
}

static GtkWidget *
make_page (CutConflictsView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = CUT_PAGED_ROWS (cut_paged_rows_new (_("Conflicts"), make_row, self));
  gtk_box_append (GTK_BOX (page), make_head (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->rows));
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  gtk_widget_set_margin_top (page, 18);
  gtk_widget_set_margin_bottom (page, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_status (const char *icon,
             const char *title,
             const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  return page;
}

static void
cut_conflicts_view_dispose (GObject *object)
{
  CutConflictsView *self = CUT_CONFLICTS_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_conflicts_view_parent_class)->dispose (object);
}

static void
cut_conflicts_view_class_init (CutConflictsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_conflicts_view_dispose;
  widget_class->map = cut_conflicts_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cut_conflicts_view_init (CutConflictsView *self)
{
  GtkWidget *none = make_status ("object-select-symbolic", _("Nothing to Settle"),
                                 _("Where you and a colleague write different things into one field, both wait here."));

  self->stack = gtk_stack_new ();
  self->problem = ADW_STATUS_PAGE (make_status ("dialog-warning-symbolic", _("The Conflicts Could Not Be Read"), NULL));
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "reading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_page (self), "conflicts");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->problem), "problem");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->stale = TRUE;
}

GtkWidget *
cut_conflicts_view_new (CutNotebook *notebook)
{
  CutConflictsView *self = g_object_new (CUT_TYPE_CONFLICTS_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

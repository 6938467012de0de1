/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-ties.h"

#include <glib/gi18n-lib.h>

#include "cut-claim.h"
#include "cut-completing-entry.h"
#include "cut-spoken.h"
#include "cut-toast.h"

struct _CutClaimTies
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *choice;
  GtkWidget *entry;

  CutNotebook *notebook; /* (owned) */
  CutClaimFacts *facts;  /* (owned) (nullable) */
};

static const char *const fields[] = { "contradicts", "supports", "same_as" };

G_DEFINE_FINAL_TYPE (CutClaimTies, cut_claim_ties, GTK_TYPE_WIDGET)

static const CutClaimTie *
tie_of (CutClaimTies *self,
        GtkWidget    *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tie"));

  return self->facts != NULL && i < self->facts->ties->len ? g_ptr_array_index (self->facts->ties, i) : NULL;
}

static void
open_cb (CutClaimTies *self,
         GtkWidget    *button)
{
  const CutClaimTie *tie = tie_of (self, button);

  if (tie != NULL)
    gtk_widget_activate_action (button, "win.show-claim", "s", cut_record_get_id (tie->other));
}

static void
remove_cb (CutClaimTies *self,
           GtkWidget    *button)
{
  const CutClaimTie *tie = tie_of (self, button);

  if (tie == NULL)
    return;
  cut_toast_commit (GTK_WIDGET (self), self->notebook, cut_claim_untie (self->facts->claim, tie), _("Claims untied"));
  gtk_widget_grab_focus (self->entry);
}

static void
picked_cb (CutClaimTies *self,
           const char   *id)
{
  const char *field = fields[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice))];

  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entry), NULL);
  if (self->facts == NULL || g_strcmp0 (id, cut_record_get_id (self->facts->claim)) == 0)
    return;
  cut_notebook_commit_async (self->notebook, cut_claim_tie (self->facts->claim, field, id), NULL, cut_toast_committed_cb,
                             g_object_ref (self));
}

/* Rows. */

static GtkWidget *
make_button (guint       tie,
             const char *icon,
             const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "tie", GUINT_TO_POINTER (tie));
  return button;
}

static GtkWidget *
make_row (CutClaimTies *self,
          guint         i)
{
  const CutClaimTie *tie = g_ptr_array_index (self->facts->ties, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = make_button (i, "go-next-symbolic", _("Open This Claim"));
  GtkWidget *untie = make_button (i, "list-remove-symbolic", _("Untie"));
  g_autofree char *title = cut_record_get_title (tie->other);
  g_autofree char *relation = g_markup_escape_text (cut_claim_tie_get_label (tie), -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), relation);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (untie, "clicked", G_CALLBACK (remove_cb), self);
  gtk_widget_set_visible (untie, !tie->far && !cut_notebook_is_read_only (self->notebook));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), untie);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);
  return row;
}

static void
cut_claim_ties_dispose (GObject *object)
{
  CutClaimTies *self = CUT_CLAIM_TIES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_ties_parent_class)->dispose (object);
}

static void
cut_claim_ties_class_init (CutClaimTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_claim_ties_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_claim_ties_init (CutClaimTies *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other Claims"), -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_adder (CutClaimTies *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *const names[] = { C_("tie", "Contradicts"), C_("tie", "Supports"), C_("tie", "Same as"), NULL };

  self->choice = gtk_drop_down_new_from_strings (names);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (self->choice), _("How it is tied"));
  self->entry = cut_completing_entry_new (self->notebook, CUT_KIND_CLAIM);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (self->entry), _("Words of the other claim"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_visible (row, !cut_notebook_is_read_only (self->notebook));
  g_signal_connect_object (self->entry, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->choice);
  gtk_box_append (GTK_BOX (row), self->entry);
  return row;
}

GtkWidget *
cut_claim_ties_new (CutNotebook *notebook)
{
  CutClaimTies *self = g_object_new (CUT_TYPE_CLAIM_TIES, NULL);

  self->notebook = g_object_ref (notebook);
  gtk_box_append (GTK_BOX (self->box), make_adder (self));
  return GTK_WIDGET (self);
}

void
cut_claim_ties_show (CutClaimTies  *self,
                     CutClaimFacts *facts)
{
  GtkWidget *child;

  g_return_if_fail (CUT_IS_CLAIM_TIES (self));

  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  self->facts = facts != NULL ? cut_claim_facts_ref (facts) : NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; facts != NULL && i < facts->ties->len; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), facts != NULL && facts->ties->len > 0);
  cut_completing_entry_set_left_out (CUT_COMPLETING_ENTRY (self->entry), facts != NULL ? cut_record_get_id (facts->claim) : NULL);
}

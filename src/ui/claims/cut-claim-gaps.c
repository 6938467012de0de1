/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-gaps.h"

#include <glib/gi18n-lib.h>

#include "cut-gap-act.h"

struct _CutClaimGaps
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;

  CutNotebook *notebook;      /* (owned) */
  CutClaimStanding *standing; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutClaimGaps, cut_claim_gaps, GTK_TYPE_WIDGET)

static void
act_cb (CutClaimGaps *self,
        GtkWidget    *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gap"));

  if (self->standing != NULL && i < self->standing->gaps->len)
    cut_gap_act_run (button, self->notebook, g_ptr_array_index (self->standing->gaps, i));
}

static GtkWidget *
make_row (CutClaimGaps *self,
          guint         i)
{
  const CutGap *gap = g_ptr_array_index (self->standing->gaps, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (cut_gap_get_icon (gap));
  GtkWidget *button = gtk_button_new_with_label (cut_gap_act_get_label (gap->act));
  g_autofree char *urgency = g_markup_escape_text (cut_urgency_get_label (gap->urgency), -1);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gap->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), urgency);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gap->words, -1);
  g_object_set_data (G_OBJECT (button), "gap", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (act_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
cut_claim_gaps_dispose (GObject *object)
{
  CutClaimGaps *self = CUT_CLAIM_GAPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->standing, cut_claim_standing_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_gaps_parent_class)->dispose (object);
}

static void
cut_claim_gaps_class_init (CutClaimGapsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_claim_gaps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_claim_gaps_init (CutClaimGaps *self)
{
  GtkWidget *heading = gtk_label_new (_("What Is Missing"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What Is Missing"), -1);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
cut_claim_gaps_new (CutNotebook *notebook)
{
  CutClaimGaps *self = g_object_new (CUT_TYPE_CLAIM_GAPS, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_claim_gaps_show (CutClaimGaps     *self,
                     CutClaimStanding *standing)
{
  GtkWidget *child;

  g_return_if_fail (CUT_IS_CLAIM_GAPS (self) && standing != NULL);

  /* The same one: nothing of it has changed, and a button that has the focus keeps it. */
  if (self->standing == standing)
    return;
  cut_claim_standing_ref (standing);
  g_clear_pointer (&self->standing, cut_claim_standing_unref);
  self->standing = standing;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < standing->gaps->len; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self), standing->gaps->len > 0);
}

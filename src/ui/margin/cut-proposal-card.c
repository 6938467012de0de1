/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal-card.h"

#include <glib/gi18n-lib.h>

#include "cut-card-parts.h"
#include "cut-margin-words.h"
#include "cut-proposal-editor.h"
#include "cut-toast.h"

struct _CutProposalCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *top;
  GtkLabel *kind;
  GtkLabel *said;
  GtkLabel *words;
  GtkWidget *buttons; /* (nullable): made when first wanted */
  GtkWidget *edit;   /* (nullable): toggle: open for changes */
  GtkWidget *editor; /* (nullable): CutProposalEditor */

  CutNotebook *notebook; /* (owned) */
  CutMarginItem *item;   /* (owned) (nullable) */
  GBinding *editing;     /* (nullable): ends with the item */
  gboolean selected;
};

enum
{
  ACCEPTED,
  DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutProposalCard, cut_proposal_card, GTK_TYPE_WIDGET)

static void
show_label (CutProposalCard *self)
{
  const CutProposal *proposal = cut_margin_item_get_proposal (self->item);
  g_autofree char *said = cut_margin_get_proposal_line (proposal);
  /* Translators: who says it and how; what is said */
  g_autofree char *label = g_strdup_printf (_("Proposal: %s: %s"), said, proposal->words);

  cut_card_set_label (GTK_WIDGET (self), label,
                      _("Enter accepts it, Delete dismisses it, E changes it, Tab goes to the next one"));
}

static void
show_item (CutProposalCard *self)
{
  const CutProposal *proposal = cut_margin_item_get_proposal (self->item);
  g_autofree char *said = cut_margin_get_proposal_line (proposal);

  gtk_label_set_label (self->kind, cut_margin_get_proposal_kind (proposal));
  gtk_label_set_label (self->said, said);
  gtk_label_set_label (self->words, proposal->words);
  show_label (self);
}

static void
accept_cb (CutProposalCard *self)
{
  g_autoptr (CutProposal) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->item == NULL)
    return;
  if (self->editor != NULL)
    changed = cut_proposal_editor_get (CUT_PROPOSAL_EDITOR (self->editor), &error);
  if (error != NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_signal_emit (self, signals[ACCEPTED], 0, changed != NULL ? changed : cut_margin_item_get_proposal (self->item));
}

static void
dismiss_cb (CutProposalCard *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[DISMISSED], 0);
}

static void show_buttons (CutProposalCard *self);

static void
editing_changed_cb (CutProposalCard *self)
{
  gboolean editing = FALSE;

  if (self->item != NULL)
    g_object_get (self->item, "editing", &editing, NULL);
  if (editing == (self->editor != NULL))
    return;
  if (!editing)
    {
      gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->editor));
      return;
    }
  self->editor = cut_proposal_editor_new (self->notebook, cut_margin_item_get_proposal (self->item));
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (accept_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->editor);
  show_buttons (self);
}

static void
edit_toggled_cb (CutProposalCard *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit)) && gtk_widget_is_focus (self->edit))
    cut_proposal_card_focus_editor (self);
}

static void
cut_proposal_card_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_proposal_card_parent_class)->root (widget);
  if (CUT_PROPOSAL_CARD (widget)->item != NULL)
    show_label (CUT_PROPOSAL_CARD (widget));
}

static void
release_item (CutProposalCard *self)
{
  g_clear_pointer (&self->editing, g_binding_unbind);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  editing_changed_cb (self);
}

static void
cut_proposal_card_dispose (GObject *object)
{
  CutProposalCard *self = CUT_PROPOSAL_CARD (object);

  if (self->box != NULL)
    release_item (self);
  g_clear_object (&self->notebook);
  self->buttons = NULL;
  self->edit = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_proposal_card_parent_class)->dispose (object);
}

static void
build_buttons (CutProposalCard *self)
{
  GtkWidget *accept = gtk_button_new ();
  GtkWidget *dismiss = gtk_button_new ();

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->edit = gtk_toggle_button_new ();
  cut_card_set_up_button (accept, "object-select-symbolic", _("Accept"), _("Accept (Enter)"));
  cut_card_set_up_button (self->edit, "document-edit-symbolic", _("Change"), _("Change before accepting (E)"));
  cut_card_set_up_button (dismiss, "window-close-symbolic", _("Dismiss"), _("Dismiss (Delete)"));
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (self->edit, "toggled", G_CALLBACK (edit_toggled_cb), self);
  g_signal_connect_swapped (dismiss, "clicked", G_CALLBACK (dismiss_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), accept);
  gtk_box_append (GTK_BOX (self->buttons), self->edit);
  gtk_box_append (GTK_BOX (self->buttons), dismiss);
  gtk_box_append (GTK_BOX (self->top), self->buttons);
}

static void
bind_editing (CutProposalCard *self)
{
  if (self->item != NULL && self->edit != NULL && self->editing == NULL)
    self->editing = g_object_bind_property (self->item, "editing", self->edit, "active",
                                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/* An article has dozens of proposals and a list makes rows for all of them at once; three buttons with icons and tooltips
 * cost more than all the rest of a card. So a card has them once it is pointed at, chosen or open. */
static void
show_buttons (CutProposalCard *self)
{
  gboolean pointed = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT) != 0;
  gboolean wanted = self->item != NULL && (self->selected || pointed || self->editor != NULL);

  if (wanted && self->buttons == NULL)
    {
      build_buttons (self);
      bind_editing (self);
    }
  if (self->buttons != NULL)
    gtk_widget_set_visible (self->buttons, wanted);
}

static void
cut_proposal_card_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  previous)
{
  if (GTK_WIDGET_CLASS (cut_proposal_card_parent_class)->state_flags_changed != NULL)
    GTK_WIDGET_CLASS (cut_proposal_card_parent_class)->state_flags_changed (widget, previous);
  if (((gtk_widget_get_state_flags (widget) ^ previous) & GTK_STATE_FLAG_PRELIGHT) != 0)
    show_buttons (CUT_PROPOSAL_CARD (widget));
}

static void
build_top (CutProposalCard *self)
{
  GtkWidget *kind = gtk_label_new (NULL);

  self->kind = GTK_LABEL (kind);
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->top, "top");
  gtk_widget_add_css_class (kind, "kind");
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (kind), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (kind, TRUE);
  gtk_box_append (GTK_BOX (self->top), kind);
  gtk_box_append (GTK_BOX (self->box), self->top);
}

static void
cut_proposal_card_class_init (CutProposalCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_proposal_card_dispose;
  widget_class->root = cut_proposal_card_root;
  widget_class->state_flags_changed = cut_proposal_card_state_flags_changed;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NOTE);
}

static void
cut_proposal_card_init (CutProposalCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "margin-card");
  gtk_widget_add_css_class (self->box, "proposal");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_top (self);
  self->said = cut_card_add_label (self->box, "said", 3);
  self->words = cut_card_add_label (self->box, "words", 3);
}

GtkWidget *
cut_proposal_card_new (CutNotebook *notebook)
{
  CutProposalCard *self = g_object_new (CUT_TYPE_PROPOSAL_CARD, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_proposal_card_set_item (CutProposalCard *self,
                            CutMarginItem   *item)
{
  release_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  bind_editing (self);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  g_signal_connect_swapped (item, "notify::editing", G_CALLBACK (editing_changed_cb), self);
  show_item (self);
  editing_changed_cb (self);
  show_buttons (self);
}

void
cut_proposal_card_set_selected (CutProposalCard *self,
                                gboolean         selected)
{
  self->selected = selected;
  show_buttons (self);
}

CutMarginItem *
cut_proposal_card_get_item (CutProposalCard *self)
{
  return self->item;
}

void
cut_proposal_card_focus_editor (CutProposalCard *self)
{
  if (self->editor != NULL)
    gtk_widget_grab_focus (self->editor);
}

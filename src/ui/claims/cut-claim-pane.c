/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-pane.h"

#include <glib/gi18n-lib.h>

#include "cut-chain-view.h"
#include "cut-claim-evidence.h"
#include "cut-claim-gaps.h"
#include "cut-claim-item.h"
#include "cut-claim-log.h"
#include "cut-claim-ties.h"
#include "cut-field-label.h"
#include "cut-parts.h"
#include "cut-record-form.h"
#include "cut-toast.h"

struct _CutClaimPane
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;   /* (owned by the widget tree) */
  GtkWidget *head_form;
  GtkWidget *gaps;
  GtkWidget *rest_form;
  GtkWidget *origins;
  GtkWidget *chain;
  GtkWidget *cut_short;
  GtkWidget *evidence;
  GtkWidget *ties;
  GtkWidget *log;

  CutNotebook *notebook; /* (owned) */
  CutClaimFacts *facts;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutClaimPane, cut_claim_pane, GTK_TYPE_WIDGET)

static const char *const head_fields[] = { "text", "status", "importance", NULL };
static const char *const rest_fields[] = {
  "kind", "checkable", "fact_date", "place", "entities", "stories", "tags", "note", NULL,
};

/* Acts. */

static void
add_attribution_cb (CutClaimPane *self)
{
  CutAct *act;

  if (self->facts == NULL)
    return;
  act = cut_act_new (_("Add Attribution"));
  cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (self->facts->claim), NULL));
  cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
}

static void
trash_cb (CutClaimPane *self)
{
  CutAct *act;

  if (self->facts == NULL)
    return;
  act = cut_act_new (cut_kind_get_delete_label (CUT_KIND_CLAIM));
  cut_act_trash (act, self->facts->claim);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Moved to Trash"));
}

/* A clip opens at its passage, a source in the contact book. */
static void
node_cb (CutClaimPane *self,
         guint           i)
{
  const CutChainNode *node = cut_chain_get_node (self->facts->chain, i);

  if (node->annotation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-annotation", "s", node->annotation);
  else if (node->kind == CUT_KIND_CLIP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-clip", "s", node->id);
  else if (node->kind == CUT_KIND_SOURCE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-source", "s", node->id);
}

/* Building. */

static GtkWidget *
make_chain_head (CutClaimPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->origins = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->origins, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->origins), 1);
  gtk_widget_set_tooltip_text (add, _("Add an Attribution"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an Attribution"), -1);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_sensitive (add, !cut_notebook_is_read_only (self->notebook));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_attribution_cb), self);
  gtk_box_append (GTK_BOX (box), cut_heading_new (_("Where It Comes From")));
  gtk_box_append (GTK_BOX (box), self->origins);
  gtk_box_append (GTK_BOX (box), add);
  return box;
}

static GtkWidget *
make_chain (CutClaimPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chain = cut_chain_view_new ();
  self->cut_short = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->cut_short), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->cut_short), 0);
  gtk_widget_add_css_class (self->cut_short, "dim-label");
  g_signal_connect_object (self->chain, "node-activated", G_CALLBACK (node_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_chain_head (self));
  gtk_box_append (GTK_BOX (box), self->chain);
  gtk_box_append (GTK_BOX (box), self->cut_short);
  return box;
}

static GtkWidget *
make_trash_button (CutClaimPane *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Move to Trash"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button, !cut_notebook_is_read_only (self->notebook));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (trash_cb), self);
  return button;
}

static GtkWidget *
make_titled (const char *title,
             GtkWidget  *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), cut_heading_new (title));
  gtk_box_append (GTK_BOX (box), part);
  return box;
}

static void
make_parts (CutClaimPane *self)
{
  self->head_form = cut_record_form_new (self->notebook, CUT_KIND_CLAIM, head_fields);
  self->rest_form = cut_record_form_new (self->notebook, CUT_KIND_CLAIM, rest_fields);
  self->gaps = cut_claim_gaps_new (self->notebook);
  self->evidence = cut_claim_evidence_list_new (self->notebook);
  self->ties = cut_claim_ties_new (self->notebook);
  self->log = cut_claim_log_new (self->notebook);
}

static GtkWidget *
make_content (CutClaimPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();

  make_parts (self);
  gtk_box_append (GTK_BOX (box), self->head_form);
  gtk_box_append (GTK_BOX (box), make_chain (self));
  gtk_box_append (GTK_BOX (box), self->gaps);
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_box_append (GTK_BOX (box), make_titled (_("Other Claims"), self->ties));
  gtk_box_append (GTK_BOX (box), self->log);
  gtk_box_append (GTK_BOX (box), make_titled (_("Details"), self->rest_form));
  gtk_box_append (GTK_BOX (box), make_trash_button (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 520);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void
cut_claim_pane_dispose (GObject *object)
{
  CutClaimPane *self = CUT_CLAIM_PANE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_pane_parent_class)->dispose (object);
}

static void
cut_claim_pane_class_init (CutClaimPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_claim_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detail");
}

static void
cut_claim_pane_init (CutClaimPane *self)
{
}

GtkWidget *
cut_claim_pane_new (CutNotebook *notebook)
{
  CutClaimPane *self = g_object_new (CUT_TYPE_CLAIM_PANE, NULL);

  self->notebook = g_object_ref (notebook);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), make_content (self));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

/* Showing. */

static void
show_chain (CutClaimPane *self)
{
  guint n = self->facts->evidence->len;
  guint drawn = cut_chain_get_n_paths (self->facts->chain);
  /* Translators: how many attributions are in the drawing, of how many */
  g_autofree char *sentence = g_strdup_printf (_("%u of %u attributions are drawn."), drawn, n);

  g_autofree char *origins = cut_claim_format_origins (self->facts->standing);

  cut_chain_view_set_chain (CUT_CHAIN_VIEW (self->chain), self->facts->chain);
  gtk_widget_set_visible (self->chain, n > 0);
  gtk_label_set_label (GTK_LABEL (self->cut_short), n == 0 ? _("Nobody is named for this claim yet.") : sentence);
  gtk_widget_set_visible (self->cut_short, n == 0 || drawn < n);
  gtk_label_set_label (GTK_LABEL (self->origins), origins);
}

static void
scroll_to_top (CutClaimPane *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

void
cut_claim_pane_show (CutClaimPane *self,
                       CutClaimFacts  *facts)
{
  gboolean same;

  g_return_if_fail (CUT_IS_CLAIM_PANE (self) && facts != NULL);

  same = self->facts != NULL && g_str_equal (cut_record_get_id (self->facts->claim), cut_record_get_id (facts->claim));
  cut_claim_facts_ref (facts);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  self->facts = facts;
  cut_record_form_set_record (CUT_RECORD_FORM (self->head_form), facts->claim);
  cut_record_form_set_record (CUT_RECORD_FORM (self->rest_form), facts->claim);
  show_chain (self);
  cut_claim_gaps_show (CUT_CLAIM_GAPS (self->gaps), facts->standing);
  cut_claim_evidence_list_show (CUT_CLAIM_EVIDENCE_LIST (self->evidence), facts);
  cut_claim_ties_show (CUT_CLAIM_TIES (self->ties), facts);
  cut_claim_log_show (CUT_CLAIM_LOG (self->log), facts);
  if (!same)
    scroll_to_top (self);
}

void
cut_claim_pane_focus (CutClaimPane *self)
{
  g_return_if_fail (CUT_IS_CLAIM_PANE (self));

  cut_record_form_focus (CUT_RECORD_FORM (self->head_form), "text");
}

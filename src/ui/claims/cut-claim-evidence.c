/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution-editor.h"
#include "cut-attribution.h"
#include "cut-parts.h"
#include "cut-stance.h"
#include "cut-toast.h"

struct _CutClaimEvidenceList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *headings[CUT_N_STANCE_SIDES];
  GtkListBox *lists[CUT_N_STANCE_SIDES];

  CutNotebook *notebook; /* (owned) */
  CutClaimFacts *facts;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutClaimEvidenceList, cut_claim_evidence_list, GTK_TYPE_WIDGET)

static const CutClaimEvidence *
find_evidence (CutClaimEvidenceList *self,
               const char           *id)
{
  for (guint i = 0; self->facts != NULL && i < self->facts->evidence->len; i++)
    {
      const CutClaimEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);

      if (g_str_equal (cut_record_get_id (evidence->attribution), id))
        return evidence;
    }
  return NULL;
}

static CutStanceSide
get_side (const CutClaimEvidence *evidence)
{
  return cut_stance_get_side (cut_attribution_get_stance (CUT_ATTRIBUTION (evidence->attribution)));
}

/* Acts. */

static const CutClaimEvidence *
evidence_of_button (CutClaimEvidenceList *self,
                    GtkWidget            *button)
{
  return find_evidence (self, g_object_get_data (G_OBJECT (button), "cut-id"));
}

static void
passage_cb (CutClaimEvidenceList *self,
            GtkWidget            *button)
{
  const CutClaimEvidence *evidence = evidence_of_button (self, button);

  if (evidence != NULL && evidence->annotation != NULL)
    gtk_widget_activate_action (button, "win.show-annotation", "s", evidence->annotation);
}

static void
delete_cb (CutClaimEvidenceList *self,
           GtkWidget            *button)
{
  const CutClaimEvidence *evidence = evidence_of_button (self, button);
  CutAct *act;

  if (evidence == NULL)
    return;
  act = cut_act_new (_("Delete Attribution"));
  cut_act_trash (act, evidence->attribution);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Attribution moved to Trash"));
}

/* Rows. */

static void
tie_to_evidence (GtkWidget              *widget,
                 const CutClaimEvidence *evidence)
{
  g_object_set_data_full (G_OBJECT (widget), "cut-id", g_strdup (cut_record_get_id (evidence->attribution)), g_free);
}

static GtkWidget *
make_passage_button (CutClaimEvidenceList   *self,
                     const CutClaimEvidence *evidence)
{
  GtkWidget *button = cut_passage_button_new ();

  gtk_widget_set_sensitive (button, evidence->annotation != NULL);
  tie_to_evidence (button, evidence);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (passage_cb), self);
  return button;
}

static GtkWidget *
make_delete_button (CutClaimEvidenceList   *self,
                    const CutClaimEvidence *evidence)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Delete Attri_bution"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !cut_notebook_is_read_only (self->notebook));
  tie_to_evidence (button, evidence);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), self);
  return button;
}

/* Stance and terms on a line of their own, then the words. */
static char *
get_subtitle (const CutClaimEvidence *evidence)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (evidence->attribution);
  const char *stance = cut_vocab_get_label (CUT_VOCAB_STANCE, cut_attribution_get_stance (attribution));
  const char *terms = cut_attribution_get_terms (attribution);
  g_autofree char *bold = g_markup_printf_escaped ("<b>%s</b>", stance != NULL ? stance : "");
  g_autofree char *term = NULL;
  g_autofree char *words = g_markup_escape_text (evidence->words != NULL ? evidence->words : "", -1);

  if (terms != NULL && strcmp (terms, "unspecified") != 0)
    term = g_markup_printf_escaped (" · %s", cut_vocab_get_label (CUT_VOCAB_TERMS, terms));
  return g_strconcat (bold, term != NULL ? term : "", *words != '\0' ? "\n" : "", words, NULL);
}

static void
show_row (GtkWidget              *row,
          const CutClaimEvidence *evidence)
{
  g_autofree char *title = g_markup_escape_text (evidence->says, -1);
  g_autofree char *subtitle = get_subtitle (evidence);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  cut_stance_show (g_object_get_data (G_OBJECT (row), "stance"), cut_attribution_get_stance (CUT_ATTRIBUTION (evidence->attribution)));
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), "passage"), evidence->annotation != NULL);
}

static GtkWidget *
make_editor (CutClaimEvidenceList   *self,
             const CutClaimEvidence *evidence)
{
  GtkWidget *holder = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *editor = cut_attribution_editor_new (self->notebook);

  cut_attribution_editor_set_attribution (CUT_ATTRIBUTION_EDITOR (editor), evidence->attribution);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_box_append (GTK_BOX (box), make_delete_button (self, evidence));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  return holder;
}

/* An editor has a dozen fields: it is made when the row unfolds. */
static void
expanded_cb (CutClaimEvidenceList *self,
             GParamSpec           *pspec,
             GtkWidget            *row)
{
  const CutClaimEvidence *evidence = find_evidence (self, g_object_get_data (G_OBJECT (row), "cut-id"));

  if (evidence == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) || g_object_get_data (G_OBJECT (row), "edited") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "edited", GINT_TO_POINTER (TRUE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_editor (self, evidence));
}

static GtkWidget *
make_row (CutClaimEvidenceList   *self,
          const CutClaimEvidence *evidence)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *stance = gtk_image_new ();
  GtkWidget *passage = make_passage_button (self, evidence);

  gtk_accessible_update_state (GTK_ACCESSIBLE (stance), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), stance);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), passage);
  g_object_set_data (G_OBJECT (row), "stance", stance);
  g_object_set_data (G_OBJECT (row), "passage", passage);
  tie_to_evidence (row, evidence);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  show_row (row, evidence);
  return row;
}

static GtkWidget *
find_row (GtkListBox *list,
          const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "cut-id"), id) == 0)
      return GTK_WIDGET (row);
  return NULL;
}

static void
drop_gone (CutClaimEvidenceList *self,
           CutStanceSide         side)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lists[side], i)) != NULL;)
    if (find_evidence (self, g_object_get_data (G_OBJECT (row), "cut-id")) == NULL)
      gtk_list_box_remove (self->lists[side], GTK_WIDGET (row));
    else
      i++;
}

/* Who changes a stance goes on in the same editor, though its row stands elsewhere now. */
static void
move_row (CutClaimEvidenceList *self,
          GtkWidget            *row,
          CutStanceSide         side,
          int                   position)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, row);

  g_object_ref (row);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  gtk_list_box_insert (self->lists[side], row, position);
  if (focused)
    gtk_widget_grab_focus (focus);
  g_object_unref (row);
}

static void
place_row (CutClaimEvidenceList   *self,
           const CutClaimEvidence *evidence,
           CutStanceSide           side,
           int                     position)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < CUT_N_STANCE_SIDES && row == NULL; i++)
    row = find_row (self->lists[i], cut_record_get_id (evidence->attribution));
  if (row == NULL)
    {
      gtk_list_box_insert (self->lists[side], make_row (self, evidence), position);
      return;
    }
  if (gtk_widget_get_parent (row) != GTK_WIDGET (self->lists[side]))
    move_row (self, row, side, position);
  show_row (row, evidence);
}

static void
fill_side (CutClaimEvidenceList *self,
           CutStanceSide         side)
{
  int n = 0;

  for (guint i = 0; self->facts != NULL && i < self->facts->evidence->len; i++)
    {
      const CutClaimEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);

      if (get_side (evidence) == side)
        place_row (self, evidence, side, n++);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lists[side]), n > 0);
  gtk_widget_set_visible (self->headings[side], n > 0);
}

/* The widget. */

static void
cut_claim_evidence_list_dispose (GObject *object)
{
  CutClaimEvidenceList *self = CUT_CLAIM_EVIDENCE_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_evidence_list_parent_class)->dispose (object);
}

static void
cut_claim_evidence_list_class_init (CutClaimEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_claim_evidence_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_side (CutClaimEvidenceList *self,
          CutStanceSide         side)
{
  const char *title = cut_stance_side_get_title (side);

  self->headings[side] = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (self->headings[side]), 0);
  gtk_widget_add_css_class (self->headings[side], "heading");
  self->lists[side] = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lists[side], GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lists[side]), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[side]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), self->headings[side]);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->lists[side]));
}

static void
cut_claim_evidence_list_init (CutClaimEvidenceList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint side = 0; side < CUT_N_STANCE_SIDES; side++)
    add_side (self, side);
}

GtkWidget *
cut_claim_evidence_list_new (CutNotebook *notebook)
{
  CutClaimEvidenceList *self = g_object_new (CUT_TYPE_CLAIM_EVIDENCE_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_claim_evidence_list_show (CutClaimEvidenceList *self,
                              CutClaimFacts        *facts)
{
  CutClaimFacts *before;

  g_return_if_fail (CUT_IS_CLAIM_EVIDENCE_LIST (self));

  before = self->facts;
  self->facts = facts != NULL ? cut_claim_facts_ref (facts) : NULL;
  for (guint side = 0; side < CUT_N_STANCE_SIDES; side++)
    drop_gone (self, side);
  for (guint side = 0; side < CUT_N_STANCE_SIDES; side++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->lists[side]), TRUE);
      fill_side (self, side);
    }
  g_clear_pointer (&before, cut_claim_facts_unref);
}

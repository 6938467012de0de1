/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal-editor.h"

#include <glib/gi18n-lib.h>

struct _CutProposalEditor
{
  GtkWidget parent_instance;

  GtkWidget *group;
  GtkWidget *claim;
  GtkWidget *source;
  GtkWidget *via;
  GtkWidget *stance;
  GtkWidget *terms;

  CutProposal *proposal; /* (owned) */
};

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutProposalEditor, cut_proposal_editor, GTK_TYPE_WIDGET)

static gboolean
cut_proposal_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CUT_PROPOSAL_EDITOR (widget)->claim);
}

static void
cut_proposal_editor_dispose (GObject *object)
{
  CutProposalEditor *self = CUT_PROPOSAL_EDITOR (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->proposal, cut_proposal_free);
  G_OBJECT_CLASS (cut_proposal_editor_parent_class)->dispose (object);
}

static void
cut_proposal_editor_class_init (CutProposalEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_proposal_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cut_proposal_editor_grab_focus;
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
activated_cb (CutProposalEditor *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
add_field (CutProposalEditor *self,
           const char        *title,
           GtkWidget         *field)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->group), label);
  gtk_box_append (GTK_BOX (self->group), field);
}

static GtkWidget *
add_line (CutProposalEditor *self,
          const char        *title,
          const char        *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  add_field (self, title, entry);
  return entry;
}

static GtkWidget *
add_word (CutProposalEditor *self,
          const char        *title,
          CutVocab           vocab,
          const char        *word)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  const char *const *words = cut_vocab_get_words (vocab);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (labels, cut_vocab_get_label (vocab, words[i]));
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word != NULL ? word : cut_vocab_get_default (vocab)) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
  add_field (self, title, choice);
  return choice;
}

static void
cut_proposal_editor_init (CutProposalEditor *self)
{
  self->group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
}

GtkWidget *
cut_proposal_editor_new (const CutProposal *proposal)
{
  CutProposalEditor *self = g_object_new (CUT_TYPE_PROPOSAL_EDITOR, NULL);

  self->proposal = cut_proposal_copy (proposal);
  self->claim = add_line (self, _("Claim"), proposal->words);
  /* Translators: several names are parted by semicolons */
  self->source = add_line (self, _("Sources, parted by ;"), proposal->source);
  self->via = add_line (self, _("Via"), proposal->via);
  self->stance = add_word (self, _("Stance"), CUT_VOCAB_STANCE, proposal->stance);
  self->terms = add_word (self, _("Terms"), CUT_VOCAB_TERMS, proposal->terms);
  return GTK_WIDGET (self);
}

static void
take (char      **to,
      GtkWidget  *row)
{
  g_free (*to);
  *to = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static const char *
get_word (GtkWidget *row,
          CutVocab   vocab)
{
  return cut_vocab_get_words (vocab)[gtk_drop_down_get_selected (GTK_DROP_DOWN (row))];
}

CutProposal *
cut_proposal_editor_get (CutProposalEditor *self)
{
  CutProposal *proposal = cut_proposal_copy (self->proposal);

  take (&proposal->words, self->claim);
  take (&proposal->source, self->source);
  take (&proposal->via, self->via);
  /* A name that a person gives is one. */
  proposal->named = proposal->named || g_strcmp0 (proposal->source, self->proposal->source) != 0;
  proposal->stance = get_word (self->stance, CUT_VOCAB_STANCE);
  proposal->terms = get_word (self->terms, CUT_VOCAB_TERMS);
  return proposal;
}

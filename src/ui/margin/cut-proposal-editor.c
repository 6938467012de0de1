/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal-editor.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-date-typed.h"
#include "cut-spoken.h"

struct _CutProposalEditor
{
  GtkWidget parent_instance;

  GtkWidget *group;
  GtkWidget *words;  /* (nullable): of the date of a claim there are none */
  GtkWidget *date;   /* (nullable): what happened then; of an attribution: when it was said */
  GtkWidget *source; /* (nullable): of an attribution, as all that follow */
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
  CutProposalEditor *self = CUT_PROPOSAL_EDITOR (widget);

  return gtk_widget_grab_focus (self->words != NULL ? self->words : self->date);
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
  cut_drop_down_set_spoken (GTK_DROP_DOWN (choice), title);
  return choice;
}

static void
cut_proposal_editor_init (CutProposalEditor *self)
{
  self->group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
}

static GtkWidget *
add_names (CutProposalEditor *self,
           CutNotebook       *notebook,
           const char        *title,
           const char        *names)
{
  GtkWidget *entry = cut_completing_entry_new_several (notebook, CUT_KIND_SOURCE, names);

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  add_field (self, title, entry);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), title);
  return entry;
}

static GtkWidget *
add_date (CutProposalEditor *self,
          const char        *title,
          const CutDate     *date)
{
  GtkWidget *entry = add_line (self, title, date != NULL ? cut_date_get_value (date) : NULL);

  /* Translators: how a date is typed; only the year, or year and month, will do, too */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  return entry;
}

static void
add_attribution (CutProposalEditor *self,
                 CutNotebook       *notebook,
                 const CutProposal *proposal)
{
  self->words = add_line (self, _("Claim"), proposal->words);
  /* Translators: several names are parted by semicolons */
  self->source = add_names (self, notebook, _("Sources, parted by ;"), proposal->source);
  self->via = add_names (self, notebook, _("Via"), proposal->via);
  self->stance = add_word (self, _("Stance"), CUT_VOCAB_STANCE, proposal->stance);
  self->terms = add_word (self, _("Terms"), CUT_VOCAB_TERMS, proposal->terms);
  self->date = add_date (self, _("Said on"), proposal->said_at);
}

GtkWidget *
cut_proposal_editor_new (CutNotebook       *notebook,
                         const CutProposal *proposal)
{
  CutProposalEditor *self = g_object_new (CUT_TYPE_PROPOSAL_EDITOR, NULL);

  self->proposal = cut_proposal_copy (proposal);
  if (g_str_equal (proposal->kind, "headline"))
    self->words = add_line (self, _("Headline"), proposal->words);
  else if (!g_str_equal (proposal->kind, "date"))
    add_attribution (self, notebook, proposal);
  else if (proposal->about == NULL)
    self->words = add_line (self, _("What happened"), proposal->words);
  if (g_str_equal (proposal->kind, "date"))
    self->date = add_date (self, _("Date"), proposal->date);
  return GTK_WIDGET (self);
}

static void
take (char       **to,
      const char  *text)
{
  g_free (*to);
  *to = g_strstrip (g_strdup (text));
}

static const char *
get_word (GtkWidget *row,
          CutVocab   vocab)
{
  return cut_vocab_get_words (vocab)[gtk_drop_down_get_selected (GTK_DROP_DOWN (row))];
}

/* What was not touched keeps what goes beyond its value: "before", "about". */
static gboolean
take_date (GtkWidget  *entry,
           CutDate   **to,
           GError    **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  CutDate *date = NULL;

  if (g_strcmp0 (text, *to != NULL ? cut_date_get_value (*to) : "") == 0)
    return TRUE;
  if (*text != '\0')
    {
      date = cut_date_from_text (text, error);
      if (date == NULL)
        return FALSE;
    }
  g_clear_pointer (to, cut_date_unref);
  *to = date;
  return TRUE;
}

static void
take_attribution (CutProposalEditor *self,
                  CutProposal       *proposal)
{
  take (&proposal->source, cut_completing_entry_get_names (CUT_COMPLETING_ENTRY (self->source)));
  take (&proposal->via, cut_completing_entry_get_names (CUT_COMPLETING_ENTRY (self->via)));
  /* A name that a person gives is one. */
  proposal->named = proposal->named || g_strcmp0 (proposal->source, self->proposal->source) != 0;
  proposal->stance = get_word (self->stance, CUT_VOCAB_STANCE);
  proposal->terms = get_word (self->terms, CUT_VOCAB_TERMS);
}

CutProposal *
cut_proposal_editor_get (CutProposalEditor  *self,
                         GError            **error)
{
  g_autoptr (CutProposal) proposal = cut_proposal_copy (self->proposal);

  if (self->words != NULL)
    take (&proposal->words, gtk_editable_get_text (GTK_EDITABLE (self->words)));
  if (self->source != NULL)
    take_attribution (self, proposal);
  if (self->date != NULL && !take_date (self->date, self->source != NULL ? &proposal->said_at : &proposal->date, error))
    return NULL;
  return g_steal_pointer (&proposal);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-spoken.h"
#include "cut-toast.h"

struct _CutClaimFilterPopover
{
  GtkPopover parent_instance;

  GtkWidget *grid;
  GtkWidget *status;
  GtkWidget *stance;
  GtkWidget *origins;
  GtkWidget *story;
  GtkWidget *entity;
  GtkWidget *gaps;

  CutNotebook *notebook;  /* (owned) */
  CutClaimFilter *filter; /* (owned) */
  gboolean clearing;
};

enum
{
  STORY_CHOSEN,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutClaimFilterPopover, cut_claim_filter_popover, GTK_TYPE_POPOVER)

static void
emit_changed (CutClaimFilterPopover *self)
{
  if (!self->clearing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The word that is chosen; NULL for the first line, which leaves out nothing. */
static const char *
get_word (GtkWidget *choice,
          CutVocab   vocab)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : cut_vocab_get_words (vocab)[selected - 1];
}

static void
status_cb (CutClaimFilterPopover *self)
{
  cut_claim_filter_set_status (self->filter, get_word (self->status, CUT_VOCAB_CLAIM_STATUS));
  emit_changed (self);
}

static void
stance_cb (CutClaimFilterPopover *self)
{
  cut_claim_filter_set_stance (self->filter, get_word (self->stance, CUT_VOCAB_STANCE));
  emit_changed (self);
}

static void
origins_cb (CutClaimFilterPopover *self)
{
  cut_claim_filter_set_origins (self->filter, (CutClaimOrigins) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->origins)));
  emit_changed (self);
}

static void
gaps_cb (CutClaimFilterPopover *self)
{
  cut_claim_filter_set_gaps (self->filter, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->gaps)));
  emit_changed (self);
}

static void
entity_picked_cb (CutClaimFilterPopover *self,
                  const char            *id)
{
  cut_claim_filter_set_entity (self->filter, id);
  emit_changed (self);
}

static void
entity_cleared_cb (CutClaimFilterPopover *self)
{
  entity_picked_cb (self, NULL);
}

static void
story_picked_cb (CutClaimFilterPopover *self,
                 const char            *id)
{
  g_signal_emit (self, signals[STORY_CHOSEN], 0, id);
  emit_changed (self);
}

static void
story_cleared_cb (CutClaimFilterPopover *self)
{
  story_picked_cb (self, NULL);
}

/* Here names are looked for; nothing is made. */
static void
unknown_cb (GtkWidget  *entry,
            const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_("Nothing is named “%s”"), name);

  cut_toast (entry, sentence, FALSE);
}

/* Building. */

static void
add_line (CutClaimFilterPopover *self,
          int                    line,
          const char            *name,
          GtkWidget             *editor)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), editor, 1, line, 1, 1);
}

static GtkWidget *
make_choice (CutClaimFilterPopover *self,
             const char            *all,
             CutVocab               vocab,
             const char            *label,
             GCallback              callback)
{
  const char *const *words = cut_vocab_get_words (vocab);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (names, all);
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (names, cut_vocab_get_label (vocab, words[i]));
  choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (choice), label);
  g_signal_connect_swapped (choice, "notify::selected", callback, self);
  return choice;
}

static GtkWidget *
make_origins (CutClaimFilterPopover *self)
{
  const char *const names[] = {
    [CUT_CLAIM_ORIGINS_ANY] = _("Any number"),
    [CUT_CLAIM_ORIGINS_NONE] = _("None"),
    [CUT_CLAIM_ORIGINS_ONE] = _("One only"),
    [CUT_CLAIM_ORIGINS_SEVERAL] = _("Two or more"),
    [CUT_CLAIM_ORIGINS_UNSURE] = _("Not certain"),
    [CUT_N_CLAIM_ORIGINS] = NULL,
  };
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  cut_drop_down_set_spoken (GTK_DROP_DOWN (choice), _("Origins"));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (origins_cb), self);
  return choice;
}

static GtkWidget *
make_entry (CutClaimFilterPopover *self,
            CutKind                kind,
            const char            *label,
            GCallback              picked,
            GCallback              cleared)
{
  GtkWidget *entry = cut_completing_entry_new (self->notebook, kind);

  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), label);
  g_signal_connect_object (entry, "picked", picked, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "cleared", cleared, self, G_CONNECT_SWAPPED);
  g_signal_connect (entry, "created", G_CALLBACK (unknown_cb), NULL);
  return entry;
}

static void
build (CutClaimFilterPopover *self)
{
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Clear Filter"));

  self->status = make_choice (self, _("Every status"), CUT_VOCAB_CLAIM_STATUS, _("Status"), G_CALLBACK (status_cb));
  self->stance = make_choice (self, _("Every stance"), CUT_VOCAB_STANCE, _("Stance"), G_CALLBACK (stance_cb));
  self->origins = make_origins (self);
  self->story = make_entry (self, CUT_KIND_STORY, _("Every story"), G_CALLBACK (story_picked_cb), G_CALLBACK (story_cleared_cb));
  self->entity = make_entry (self, CUT_KIND_ENTITY, _("Every entity"), G_CALLBACK (entity_picked_cb), G_CALLBACK (entity_cleared_cb));
  self->gaps = gtk_check_button_new_with_mnemonic (_("Only with _gaps"));
  g_signal_connect_swapped (self->gaps, "toggled", G_CALLBACK (gaps_cb), self);
  add_line (self, 0, _("_Status"), self->status);
  add_line (self, 1, _("S_tance"), self->stance);
  add_line (self, 2, _("_Origins"), self->origins);
  add_line (self, 3, _("Sto_ry"), self->story);
  add_line (self, 4, _("_Entity"), self->entity);
  gtk_grid_attach (GTK_GRID (self->grid), self->gaps, 0, 5, 2, 1);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (cut_claim_filter_popover_clear), self);
  gtk_grid_attach (GTK_GRID (self->grid), clear, 0, 6, 2, 1);
}

static void
cut_claim_filter_popover_dispose (GObject *object)
{
  CutClaimFilterPopover *self = CUT_CLAIM_FILTER_POPOVER (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_filter_popover_parent_class)->dispose (object);
}

static void
cut_claim_filter_popover_class_init (CutClaimFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_claim_filter_popover_dispose;
  signals[STORY_CHOSEN] = g_signal_new ("story-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cut_claim_filter_popover_init (CutClaimFilterPopover *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_margin_top (self->grid, 6);
  gtk_widget_set_margin_bottom (self->grid, 6);
  gtk_widget_set_margin_start (self->grid, 6);
  gtk_widget_set_margin_end (self->grid, 6);
  gtk_popover_set_child (GTK_POPOVER (self), self->grid);
}

GtkWidget *
cut_claim_filter_popover_new (CutNotebook    *notebook,
                              CutClaimFilter *filter)
{
  CutClaimFilterPopover *self = g_object_new (CUT_TYPE_CLAIM_FILTER_POPOVER, NULL);

  self->notebook = g_object_ref (notebook);
  self->filter = g_object_ref (filter);
  build (self);
  return GTK_WIDGET (self);
}

void
cut_claim_filter_popover_clear (CutClaimFilterPopover *self)
{
  self->clearing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->stance), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->origins), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->gaps), FALSE);
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entity), NULL);
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->story), NULL);
  cut_claim_filter_set_entity (self->filter, NULL);
  g_signal_emit (self, signals[STORY_CHOSEN], 0, NULL);
  self->clearing = FALSE;
  emit_changed (self);
}

void
cut_claim_filter_popover_show_story (CutClaimFilterPopover *self,
                                     const char            *id)
{
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->story), id);
}

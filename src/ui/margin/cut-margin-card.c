/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-card.h"

#include <glib/gi18n-lib.h>

#include "cut-card-parts.h"
#include "cut-claim.h"
#include "cut-colour-row.h"
#include "cut-margin-editor.h"
#include "cut-margin-words.h"

struct _CutMarginCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *swatch;
  GtkLabel *kind;
  GtkLabel *status;
  GtkLabel *badge;       /* what became of it in this capture */
  GtkWidget *edit;       /* toggle: open for typing */
  GtkLabel *quote;
  GtkLabel *claim;
  GtkLabel *said;
  GtkLabel *body;
  GtkLabel *entities;
  GtkLabel *tags;
  GtkWidget *editor;     /* (nullable): CutMarginEditor */
  GtkWidget *focus;      /* (owned) (nullable): what in the editor had the focus in the row before this one */

  CutNotebook *notebook; /* (owned) */
  CutMarginItem *item;   /* (owned) (nullable) */
  CutReaderView *reader; /* (nullable): weak */
  GBinding *editing;     /* (nullable): ends with the item */
};

G_DEFINE_FINAL_TYPE (CutMarginCard, cut_margin_card, GTK_TYPE_WIDGET)

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
get_said (CutMarginItem *item)
{
  g_autoptr (GPtrArray) attributions = cut_margin_item_get_attributions (item);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < attributions->len; i++)
    {
      g_autofree char *line = cut_margin_get_attribution_line (cut_margin_item_get_reading (item),
                                                               g_ptr_array_index (attributions, i));

      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
show_claim (CutMarginCard *self)
{
  CutRecord *claim = cut_margin_item_get_claim (self->item);
  g_autofree char *said = get_said (self->item);

  set_line (self->claim, claim != NULL ? cut_claim_get_text (CUT_CLAIM (claim)) : NULL);
  set_line (self->status,
            claim != NULL ? cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (CUT_CLAIM (claim)))
                          : NULL);
  set_line (self->said, said);
}

static void
show_names (CutMarginCard *self)
{
  CutAnnotation *annotation = cut_margin_item_get_annotation (self->item);
  CutReading *reading = cut_margin_item_get_reading (self->item);
  g_autofree char *entities = cut_margin_get_names (reading, cut_annotation_get_entities (annotation));
  g_autofree char *tags = cut_margin_get_names (reading, cut_annotation_get_tags (annotation));
  g_autofree char *tag_line = NULL;

  /* Translators: names of tags */
  tag_line = tags != NULL ? g_strdup_printf (_("Tags: %s"), tags) : NULL;
  set_line (self->entities, entities);
  set_line (self->tags, tag_line);
}

static void
show_label (CutMarginCard *self)
{
  g_autofree char *label = cut_margin_get_card_label (self->item);

  cut_card_set_label (GTK_WIDGET (self), label, NULL);
}

/* A claim in the article's own words need not be read twice. */
static gboolean
says_the_same (CutMarginItem *item,
               const char    *quote)
{
  CutRecord *claim = cut_margin_item_get_claim (item);

  return claim != NULL && g_strcmp0 (cut_claim_get_text (CUT_CLAIM (claim)), quote) == 0;
}

static void
show_item (CutMarginCard *self)
{
  CutAnnotation *annotation = cut_margin_item_get_annotation (self->item);
  g_autofree char *quote = cut_margin_get_quote (annotation);
  g_autofree char *kind = cut_margin_get_kind_line (self->item);
  gboolean named = g_strcmp0 (cut_annotation_get_kind (annotation), "entity") == 0
                   && *cut_annotation_get_entities (annotation) != NULL;

  cut_colour_swatch_set (self->swatch, cut_annotation_get_colour (annotation));
  gtk_label_set_label (self->kind, kind);
  set_line (self->badge, cut_margin_get_badge (self->item));
  set_line (self->quote, named || says_the_same (self->item, quote) ? NULL : quote);
  set_line (self->body, cut_annotation_get_body (annotation));
  show_claim (self);
  show_names (self);
  show_label (self);
  if (self->editor != NULL)
    cut_margin_editor_update (CUT_MARGIN_EDITOR (self->editor));
}

static void
drop_editor (CutMarginCard *self)
{
  g_clear_object (&self->focus);
  if (self->editor == NULL)
    return;
  cut_margin_editor_save (CUT_MARGIN_EDITOR (self->editor));
  gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->editor));
}

/* A list gives the same item to another of its rows when it likes. What is being typed goes with the item. */
static void
lay_up_editor (CutMarginCard *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (editor == NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, editor))
    g_set_object (&self->focus, focus);
  cut_margin_item_lay_up (self->item, G_OBJECT (editor), G_OBJECT (self->focus));
  g_clear_object (&self->focus);
  gtk_box_remove (GTK_BOX (self->box), editor);
}

/* Returns: (transfer full): the one laid up, or a new one */
static GtkWidget *
take_editor (CutMarginCard *self)
{
  g_autoptr (GObject) focus = NULL;
  g_autoptr (GObject) editor = cut_margin_item_take_up (self->item, &focus);

  if (editor == NULL)
    return g_object_ref_sink (cut_margin_editor_new (self->notebook, self->item, self->reader));
  g_set_object (&self->focus, (GtkWidget *) focus);
  cut_margin_editor_update (CUT_MARGIN_EDITOR (editor));
  return GTK_WIDGET (g_steal_pointer (&editor));
}

static void
editing_changed_cb (CutMarginCard *self)
{
  g_autoptr (GtkWidget) editor = NULL;
  gboolean editing = FALSE;

  if (self->item != NULL)
    g_object_get (self->item, "editing", &editing, NULL);
  if (editing == (self->editor != NULL))
    return;
  if (!editing)
    {
      drop_editor (self);
      return;
    }
  editor = take_editor (self);
  self->editor = editor;
  gtk_box_append (GTK_BOX (self->box), editor);
}

static void
edit_toggled_cb (CutMarginCard *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit)) && self->editor != NULL
      && gtk_widget_is_focus (self->edit))
    cut_margin_card_focus_editor (self);
}

static void
cut_margin_card_root (GtkWidget *widget)
{
  CutMarginCard *self = CUT_MARGIN_CARD (widget);

  GTK_WIDGET_CLASS (cut_margin_card_parent_class)->root (widget);
  if (self->item != NULL)
    show_label (self);
}

static void
release_item (CutMarginCard *self)
{
  lay_up_editor (self);
  g_clear_pointer (&self->editing, g_binding_unbind);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
cut_margin_card_dispose (GObject *object)
{
  CutMarginCard *self = CUT_MARGIN_CARD (object);

  if (self->box != NULL)
    release_item (self);
  g_clear_weak_pointer (&self->reader);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_margin_card_parent_class)->dispose (object);
}

static void
cut_margin_card_class_init (CutMarginCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_margin_card_dispose;
  widget_class->root = cut_margin_card_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NOTE);
}

static void
build_top (CutMarginCard *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kind = gtk_label_new (NULL);
  GtkWidget *status = gtk_label_new (NULL);

  self->swatch = cut_colour_swatch_new (NULL);
  self->kind = GTK_LABEL (kind);
  self->status = GTK_LABEL (status);
  gtk_widget_add_css_class (kind, "kind");
  gtk_widget_add_css_class (status, "caption");
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->status, 1);
  self->edit = gtk_toggle_button_new ();
  cut_card_set_up_button (self->edit, "document-edit-symbolic", _("Edit"), _("Edit (Enter)"));
  gtk_widget_set_halign (self->edit, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->edit, TRUE);
  g_signal_connect_swapped (self->edit, "toggled", G_CALLBACK (edit_toggled_cb), self);
  gtk_box_append (GTK_BOX (top), self->swatch);
  gtk_box_append (GTK_BOX (top), kind);
  gtk_box_append (GTK_BOX (top), status);
  gtk_box_append (GTK_BOX (top), self->edit);
  gtk_box_append (GTK_BOX (self->box), top);
}

static void
cut_margin_card_init (CutMarginCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "margin-card");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_top (self);
  self->badge = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->badge, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "mark-badge");
  gtk_widget_set_halign (GTK_WIDGET (self->badge), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->badge));
  self->claim = cut_card_add_label (self->box, "claim-text", 6);
  self->quote = cut_card_add_label (self->box, "words", 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->quote), "dim-label");
  self->said = cut_card_add_label (self->box, "said", 0);
  self->body = cut_card_add_label (self->box, "note", 8);
  self->entities = cut_card_add_label (self->box, "entities", 2);
  self->tags = cut_card_add_label (self->box, "caption", 2);
}

GtkWidget *
cut_margin_card_new (CutNotebook *notebook)
{
  CutMarginCard *self = g_object_new (CUT_TYPE_MARGIN_CARD, NULL);

  self->notebook = g_object_ref (notebook);
  gtk_widget_set_visible (self->edit, !cut_notebook_is_read_only (notebook));
  return GTK_WIDGET (self);
}

void
cut_margin_card_set_item (CutMarginCard *self,
                          CutMarginItem *item,
                          CutReaderView *reader)
{
  release_item (self);
  g_set_weak_pointer (&self->reader, reader);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->editing = g_object_bind_property (item, "editing", self->edit, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  g_signal_connect_swapped (item, "notify::editing", G_CALLBACK (editing_changed_cb), self);
  show_item (self);
  editing_changed_cb (self);
}

CutMarginItem *
cut_margin_card_get_item (CutMarginCard *self)
{
  return self->item;
}

void
cut_margin_card_focus_editor (CutMarginCard *self)
{
  g_autoptr (GtkWidget) focus = g_steal_pointer (&self->focus);

  if (self->editor == NULL)
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->editor))
    cut_margin_editor_focus (CUT_MARGIN_EDITOR (self->editor));
  else if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else
    gtk_widget_grab_focus (focus);
}

gboolean
cut_margin_card_had_focus (CutMarginCard *self)
{
  return self->focus != NULL;
}

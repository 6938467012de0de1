/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution-editor.h"
#include "cut-attribution.h"
#include "cut-colour-row.h"
#include "cut-margin-words.h"
#include "cut-marking.h"
#include "cut-record-form.h"
#include "cut-toast.h"

#define IDLE_SECONDS 3 /* without a keystroke, after which a note is saved */

struct _CutMarginEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *body;         /* text view of the note */
  GtkWidget *form;         /* of the annotation's other fields; NULL once disposed of */
  GtkWidget *claim;        /* (nullable): form */
  GtkWidget *attributions; /* box of expanders, one for each attribution */
  GtkWidget *entities;     /* box of forms, one for each entity */

  CutNotebook *notebook;   /* (owned) */
  CutMarginItem *item;     /* (owned) */
  CutReaderView *reader;   /* (nullable): weak */
  guint save_source;
  gboolean showing;
};

static const char *const annotation_fields[] = { "kind", "tags", "entities", NULL };
static const char *const claim_fields[] = { "text", "status", "kind", "importance", "fact_date", "entities", NULL };
static const char *const entity_fields[] = { "name", "schema", "aliases", NULL };

G_DEFINE_FINAL_TYPE (CutMarginEditor, cut_margin_editor, GTK_TYPE_WIDGET)

/* Acts. */

static void
commit (CutMarginEditor *self,
        CutAct          *act)
{
  cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
}

/* The annotation as last edited here, so that two edits in a row build on each other. */
static CutRecord *
get_annotation (CutMarginEditor *self)
{
  return cut_record_form_get_record (CUT_RECORD_FORM (self->form));
}

static void
commit_annotation (CutMarginEditor *self,
                   const char      *label,
                   CutRecord       *changed)
{
  CutAct *act = cut_act_new (label);

  cut_act_put (act, changed);
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), changed);
  commit (self, act);
}

/* The note. */

static GtkTextBuffer *
get_buffer (CutMarginEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->body));
}

static char *
get_typed (CutMarginEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE));
}

void
cut_margin_editor_save (CutMarginEditor *self)
{
  g_autofree char *typed = NULL;
  CutRecord *annotation;
  const char *stored;
  g_autoptr (CutRecord) changed = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->form == NULL)
    return;
  typed = get_typed (self);
  annotation = get_annotation (self);
  stored = cut_annotation_get_body (CUT_ANNOTATION (annotation));
  if (strcmp (typed, stored != NULL ? stored : "") == 0)
    return;
  changed = cut_record_with (annotation, "body", *typed != '\0' ? typed : NULL, NULL);
  commit_annotation (self, _("Edit Note"), changed);
}

static gboolean
save_cb (gpointer data)
{
  CutMarginEditor *self = data;

  self->save_source = 0;
  cut_margin_editor_save (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CutMarginEditor *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add_seconds (IDLE_SECONDS, save_cb, self);
}

static void
show_body (CutMarginEditor *self)
{
  const char *stored = cut_annotation_get_body (cut_margin_item_get_annotation (self->item));
  g_autofree char *typed = get_typed (self);

  /* What is being typed is newer than what is stored. */
  if (self->save_source != 0 || gtk_widget_has_focus (self->body)
      || strcmp (typed, stored != NULL ? stored : "") == 0)
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), stored != NULL ? stored : "", -1);
  self->showing = FALSE;
}

static void
build_body (CutMarginEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->body = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->body), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->body), FALSE);
  gtk_widget_set_size_request (self->body, -1, 60);
  gtk_widget_add_css_class (self->body, "text-frame");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (cut_margin_editor_save), self);
  gtk_widget_add_controller (self->body, focus);
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (typed_cb), self);
}

/* Buttons. */

static void
colour_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (widget);
  const char *colour = g_variant_get_string (parameter, NULL);
  CutRecord *annotation = get_annotation (self);
  g_autoptr (CutRecord) changed = NULL;

  if (g_strcmp0 (colour, cut_annotation_get_colour (CUT_ANNOTATION (annotation))) == 0)
    return;
  changed = cut_record_with (annotation, "colour", colour, NULL);
  commit_annotation (self, _("Change Colour"), changed);
}

static void
set_ends_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  CutAct *act;
  guint start, end;

  if (self->reader == NULL || !cut_reader_view_get_selection (self->reader, &start, &end))
    {
      cut_toast (widget, _("Select the words in the article first"), FALSE);
      return;
    }
  act = cut_marking_set_ends (cut_margin_item_get_reading (self->item), get_annotation (self), start, end, &error);
  if (act != NULL)
    commit (self, act);
  else
    cut_toast_error (widget, error);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (widget);
  CutAct *act = cut_act_new (_("Delete Annotation"));
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);

  cut_act_trash (act, get_annotation (self));
  cut_toast_commit (widget, self->notebook, act, _("Annotation moved to Trash"));
  /* The focused card is about to go. */
  if (list != NULL)
    gtk_widget_grab_focus (list);
}

static void
add_attribution_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (widget);
  CutRecord *claim = cut_margin_item_get_claim (self->item);
  CutAct *act;

  if (claim == NULL)
    return;
  act = cut_act_new (_("Add Attribution"));
  cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "annotation",
                                     cut_margin_item_get_id (self->item), NULL));
  commit (self, act);
}

static void
delete_attribution_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (widget);
  CutRecord *attribution = cut_reading_find (cut_margin_item_get_reading (self->item),
                                             g_variant_get_string (parameter, NULL));
  CutAct *act;

  if (attribution == NULL)
    return;
  act = cut_act_new (_("Delete Attribution"));
  cut_act_trash (act, attribution);
  cut_toast_commit (widget, self->notebook, act, _("Attribution moved to Trash"));
}

static GtkWidget *
button_new (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
build_buttons (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *ends = button_new (_("_Use Selection"), "card.set-ends");
  GtkWidget *trash = button_new (_("_Delete"), "card.delete");

  gtk_widget_set_tooltip_text (ends, _("Move this mark to the words selected in the article"));
  gtk_widget_set_hexpand (trash, TRUE);
  gtk_widget_set_halign (trash, GTK_ALIGN_END);
  gtk_widget_add_css_class (trash, "destructive-action");
  gtk_box_append (GTK_BOX (row), ends);
  gtk_box_append (GTK_BOX (row), trash);
  return row;
}

static GtkWidget *
build_colours (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  cut_colour_buttons_fill (GTK_BOX (row), "card.colour");
  return row;
}

/* Claims. */

static GtkWidget *
attribution_row_new (CutMarginEditor *self,
                     CutRecord       *attribution)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *editor = cut_attribution_editor_new (self->notebook);
  GtkWidget *trash = button_new (_("Delete Attri_bution"), "card.delete-attribution");
  GtkWidget *label = gtk_label_new (NULL);

  cut_attribution_editor_set_attribution (CUT_ATTRIBUTION_EDITOR (editor), attribution);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (trash), "s", cut_record_get_id (attribution));
  gtk_widget_set_halign (trash, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (inside), editor);
  gtk_box_append (GTK_BOX (inside), trash);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), inside);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), cut_attribution_get_source (CUT_ATTRIBUTION (attribution)) == NULL);
  g_object_set_data_full (G_OBJECT (expander), "cut-id", g_strdup (cut_record_get_id (attribution)), g_free);
  g_object_set_data (G_OBJECT (expander), "editor", editor);
  return expander;
}

static GtkWidget *
find_row (GtkWidget  *box,
          const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "cut-id"), id) == 0)
      return row;
  return NULL;
}

static gboolean
has_record (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return TRUE;
  return FALSE;
}

static void
drop_gone_rows (GtkWidget *box,
                GPtrArray *records)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!has_record (records, g_object_get_data (G_OBJECT (row), "cut-id")))
        gtk_box_remove (GTK_BOX (box), row);
    }
}

static void
show_attributions (CutMarginEditor *self)
{
  g_autoptr (GPtrArray) records = cut_margin_item_get_attributions (self->item);

  drop_gone_rows (self->attributions, records);
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (records, i);
      GtkWidget *row = find_row (self->attributions, cut_record_get_id (attribution));
      g_autofree char *line = cut_margin_get_attribution_line (cut_margin_item_get_reading (self->item), attribution);

      if (row == NULL)
        {
          row = attribution_row_new (self, attribution);
          gtk_box_append (GTK_BOX (self->attributions), row);
        }
      gtk_label_set_label (GTK_LABEL (gtk_expander_get_label_widget (GTK_EXPANDER (row))), line);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
    }
}

static void
show_claim (CutMarginEditor *self)
{
  CutRecord *claim = cut_margin_item_get_claim (self->item);

  if (claim == NULL)
    return;
  if (self->claim == NULL)
    {
      GtkWidget *add = button_new (_("_Add Attribution"), "card.add-attribution");

      self->claim = cut_record_form_new (self->notebook, CUT_KIND_CLAIM, claim_fields);
      self->attributions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_set_halign (add, GTK_ALIGN_START);
      gtk_box_insert_child_after (GTK_BOX (self->box), self->claim, NULL);
      gtk_box_insert_child_after (GTK_BOX (self->box), self->attributions, self->claim);
      gtk_box_insert_child_after (GTK_BOX (self->box), add, self->attributions);
    }
  cut_record_form_set_record (CUT_RECORD_FORM (self->claim), claim);
  show_attributions (self);
}

/* Entities. */

static void
show_entities (CutMarginEditor *self)
{
  CutAnnotation *annotation = cut_margin_item_get_annotation (self->item);
  const char *const *ids = cut_annotation_get_entities (annotation);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; g_strcmp0 (cut_annotation_get_kind (annotation), "entity") == 0 && ids[i] != NULL; i++)
    {
      CutRecord *entity = cut_reading_find (cut_margin_item_get_reading (self->item), ids[i]);

      if (entity != NULL)
        g_ptr_array_add (records, entity);
    }
  drop_gone_rows (self->entities, records);
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *entity = g_ptr_array_index (records, i);
      GtkWidget *row = find_row (self->entities, cut_record_get_id (entity));

      if (row == NULL)
        {
          row = cut_record_form_new (self->notebook, CUT_KIND_ENTITY, entity_fields);
          g_object_set_data_full (G_OBJECT (row), "cut-id", g_strdup (cut_record_get_id (entity)), g_free);
          gtk_box_append (GTK_BOX (self->entities), row);
        }
      cut_record_form_set_record (CUT_RECORD_FORM (row), entity);
    }
}

static void
cut_margin_editor_dispose (GObject *object)
{
  CutMarginEditor *self = CUT_MARGIN_EDITOR (object);

  if (self->box != NULL && self->save_source != 0)
    cut_margin_editor_save (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  /* The note loses the focus once more while it goes. */
  self->form = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_weak_pointer (&self->reader);
  g_clear_object (&self->item);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_margin_editor_parent_class)->dispose (object);
}

static void
cut_margin_editor_class_init (CutMarginEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_margin_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "card.colour", "s", colour_action);
  gtk_widget_class_install_action (widget_class, "card.set-ends", NULL, set_ends_action);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "card.add-attribution", NULL, add_attribution_action);
  gtk_widget_class_install_action (widget_class, "card.delete-attribution", "s", delete_attribution_action);
}

static void
cut_margin_editor_init (CutMarginEditor *self)
{
  GtkWidget *caption = gtk_label_new (_("Note"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->entities = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  build_body (self);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->entities);
  gtk_box_append (GTK_BOX (self->box), caption);
  gtk_box_append (GTK_BOX (self->box), self->body);
  gtk_box_append (GTK_BOX (self->box), build_colours ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
cut_margin_editor_new (CutNotebook   *notebook,
                       CutMarginItem *item,
                       CutReaderView *reader)
{
  CutMarginEditor *self = g_object_new (CUT_TYPE_MARGIN_EDITOR, NULL);

  self->notebook = g_object_ref (notebook);
  self->item = g_object_ref (item);
  g_set_weak_pointer (&self->reader, reader);
  self->form = cut_record_form_new (notebook, CUT_KIND_ANNOTATION, annotation_fields);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_box_append (GTK_BOX (self->box), build_buttons ());
  cut_margin_editor_update (self);
  return GTK_WIDGET (self);
}

void
cut_margin_editor_update (CutMarginEditor *self)
{
  cut_record_form_set_record (CUT_RECORD_FORM (self->form),
                              CUT_RECORD (cut_margin_item_get_annotation (self->item)));
  show_body (self);
  show_claim (self);
  show_entities (self);
}

/* The editor of the first attribution that says nobody yet: the words of a claim are there, who says so is asked next. */
static CutAttributionEditor *
find_unsaid (CutMarginEditor *self)
{
  GtkWidget *row = self->claim != NULL ? gtk_widget_get_first_child (self->attributions) : NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      CutAttributionEditor *editor = g_object_get_data (G_OBJECT (row), "editor");
      CutRecord *attribution = cut_attribution_editor_get_attribution (editor);

      if (attribution != NULL && cut_attribution_get_source (CUT_ATTRIBUTION (attribution)) == NULL)
        return editor;
    }
  return NULL;
}

void
cut_margin_editor_focus (CutMarginEditor *self)
{
  GtkWidget *entity = gtk_widget_get_first_child (self->entities);
  CutAttributionEditor *unsaid = find_unsaid (self);

  if (unsaid != NULL)
    cut_attribution_editor_focus (unsaid, "source");
  else if (self->claim != NULL)
    cut_record_form_focus (CUT_RECORD_FORM (self->claim), "text");
  else if (entity != NULL)
    cut_record_form_focus (CUT_RECORD_FORM (entity), "name");
  else
    gtk_widget_grab_focus (self->body);
}

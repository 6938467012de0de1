/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-overview.h"

#include <glib/gi18n-lib.h>

#include "cut-entity-lines.h"
#include "cut-fact-dialog.h"
#include "cut-likely-list.h"
#include "cut-parts.h"
#include "cut-proven-list.h"
#include "cut-record-form.h"
#include "cut-relation-dialog.h"

#define SPACING 18 /* between the parts */

struct _CutEntityOverview
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;     /* (owned by the widget tree), as all that follow */
  GtkWidget *likely_heading;
  CutLikelyList *likely;
  GtkWidget *summary_form;
  CutProvenList *facts;
  CutProvenList *relations;
  CutEntityLines *lines;
  GtkWidget *name_form;
  GtkWidget *filing_form;

  CutNotebook *notebook;   /* (owned) */
  CutRecord *entity;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutEntityOverview, cut_entity_overview, GTK_TYPE_WIDGET)

static const char *const summary_fields[] = { "summary", NULL };
static const char *const name_fields[] = { "name", "schema", "aliases", "previous_names", "identifiers", "country", NULL };
static const char *const filing_fields[] = { "stories", "tags", "sensitivity", NULL };

/* Returns: (transfer floating): a heading over @part, with a button for @action */
static GtkWidget *
make_titled (const char *title,
             GtkWidget  *part,
             const char *action,
             const char *add)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (head), cut_heading_new (title));
  if (action != NULL)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

      gtk_widget_set_tooltip_text (button, add);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (head), button);
    }
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), part);
  return box;
}

/* @fact: (nullable): %NULL for a new one. @about: (nullable): a relation; %NULL for the entity */
static void
open_fact (CutEntityOverview *self,
           CutRecord         *fact,
           CutRecord         *about)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->entity != NULL && root != NULL)
    gtk_window_present (GTK_WINDOW (cut_fact_dialog_new (GTK_WINDOW (root), self->notebook, about != NULL ? about : self->entity, fact)));
}

static void
add_fact_cb (CutEntityOverview *self,
             CutRecord         *relation)
{
  open_fact (self, NULL, relation);
}

/* @relation: (nullable): %NULL for a new one */
static void
open_relation (CutEntityOverview *self,
               CutRecord         *relation)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->entity != NULL && root != NULL)
    gtk_window_present (GTK_WINDOW (cut_relation_dialog_new (GTK_WINDOW (root), self->notebook, self->entity, relation)));
}

/* @about: (nullable): the relation that @record is a fact about */
static void
edit_tie_cb (CutEntityOverview *self,
             CutRecord         *record,
             CutRecord         *about)
{
  if (about != NULL)
    open_fact (self, record, about);
  else
    open_relation (self, record);
}

static void
likely_cb (CutEntityOverview *self)
{
  guint n;

  g_object_get (self->likely, "n-pairs", &n, NULL);
  gtk_widget_set_visible (self->likely_heading, n > 0);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->likely), n > 0 ? SPACING : 0);
}

static void
make_parts (CutEntityOverview *self)
{
  gboolean writable = !cut_notebook_is_read_only (self->notebook);

  self->likely = CUT_LIKELY_LIST (cut_likely_list_new (self->notebook, FALSE));
  self->summary_form = cut_record_form_new (self->notebook, CUT_KIND_ENTITY, summary_fields);
  self->facts = CUT_PROVEN_LIST (cut_proven_list_new (self->notebook, _("Facts"), _("No fact is known of it yet.")));
  self->relations = CUT_PROVEN_LIST (cut_proven_list_new (self->notebook, _("Relations"),
                                                          _("It is related to nobody yet.")));
  self->lines = CUT_ENTITY_LINES (cut_entity_lines_new ());
  self->name_form = cut_record_form_new (self->notebook, CUT_KIND_ENTITY, name_fields);
  self->filing_form = cut_record_form_new (self->notebook, CUT_KIND_ENTITY, filing_fields);
  gtk_widget_set_sensitive (self->summary_form, writable);
  gtk_widget_set_sensitive (self->name_form, writable);
  gtk_widget_set_sensitive (self->filing_form, writable);
  g_signal_connect_object (self->likely, "notify::n-pairs", G_CALLBACK (likely_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "edit", G_CALLBACK (open_fact), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relations, "edit", G_CALLBACK (edit_tie_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relations, "add-fact", G_CALLBACK (add_fact_cb), self, G_CONNECT_SWAPPED);
}

/* The list of likely duplicates stays on the screen while it is empty: only there it looks for some. */
static GtkWidget *
make_top (CutEntityOverview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->likely_heading = cut_heading_new (_("Likely the Same"));
  gtk_widget_set_margin_bottom (self->likely_heading, 6);
  gtk_widget_set_visible (self->likely_heading, FALSE);
  gtk_box_append (GTK_BOX (box), self->likely_heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->likely));
  gtk_box_append (GTK_BOX (box), self->summary_form);
  return box;
}

static GtkWidget *
make_content (CutEntityOverview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *clamp = adw_clamp_new ();

  make_parts (self);
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_box_append (GTK_BOX (box), make_titled (_("Facts"), GTK_WIDGET (self->facts), "entity.add-fact", _("Add a Fact")));
  gtk_box_append (GTK_BOX (box), make_titled (_("Relations"), GTK_WIDGET (self->relations), "entity.add-relation",
                                              _("Add a Relation")));
  gtk_box_append (GTK_BOX (box), make_titled (_("Claims and Passages"), GTK_WIDGET (self->lines), NULL, NULL));
  gtk_box_append (GTK_BOX (box), make_titled (_("Names and Identifiers"), self->name_form, NULL, NULL));
  gtk_box_append (GTK_BOX (box), make_titled (_("Filed Under"), self->filing_form, NULL, NULL));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void
cut_entity_overview_dispose (GObject *object)
{
  CutEntityOverview *self = CUT_ENTITY_OVERVIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->entity);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_entity_overview_parent_class)->dispose (object);
}

static void
cut_entity_overview_class_init (CutEntityOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_entity_overview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_entity_overview_init (CutEntityOverview *self)
{
}

GtkWidget *
cut_entity_overview_new (CutNotebook *notebook)
{
  CutEntityOverview *self = g_object_new (CUT_TYPE_ENTITY_OVERVIEW, NULL);

  self->notebook = g_object_ref (notebook);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), make_content (self));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
cut_entity_overview_set_record (CutEntityOverview *self,
                                CutRecord         *record)
{
  g_return_if_fail (CUT_IS_ENTITY_OVERVIEW (self));

  g_set_object (&self->entity, record);
  cut_likely_list_show (self->likely, record != NULL ? cut_record_get_id (record) : NULL);
  cut_record_form_set_record (CUT_RECORD_FORM (self->summary_form), record);
  cut_record_form_set_record (CUT_RECORD_FORM (self->name_form), record);
  cut_record_form_set_record (CUT_RECORD_FORM (self->filing_form), record);
}

void
cut_entity_overview_show (CutEntityOverview *self,
                          CutEntityKnown    *known,
                          gboolean           same)
{
  g_return_if_fail (CUT_IS_ENTITY_OVERVIEW (self));

  cut_proven_list_show (self->facts, known->facts, same);
  cut_proven_list_show (self->relations, known->relations, same);
  cut_entity_lines_show (self->lines, known, same);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

void
cut_entity_overview_edit_name (CutEntityOverview *self)
{
  g_return_if_fail (CUT_IS_ENTITY_OVERVIEW (self));

  cut_record_form_focus (CUT_RECORD_FORM (self->name_form), "name");
}

void
cut_entity_overview_add_fact (CutEntityOverview *self)
{
  g_return_if_fail (CUT_IS_ENTITY_OVERVIEW (self));

  open_fact (self, NULL, NULL);
}

void
cut_entity_overview_add_relation (CutEntityOverview *self)
{
  g_return_if_fail (CUT_IS_ENTITY_OVERVIEW (self));

  open_relation (self, NULL);
}

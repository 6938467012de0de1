/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-lines.h"

#include <glib/gi18n-lib.h>

#include "cut-claim.h"
#include "cut-date-text.h"
#include "cut-evidence-row.h"
#include "cut-paged-rows.h"

struct _CutEntityLines
{
  GtkWidget parent_instance;

  CutPagedRows *rows;    /* (owned by the widget tree) */
  GtkWidget *nothing;
  CutEntityKnown *known; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutEntityLines, cut_entity_lines, GTK_TYPE_WIDGET)

static const CutEntityLine *
line_at (CutEntityLines *self,
         guint           place)
{
  return self->known != NULL && place < self->known->lines->len ? g_ptr_array_index (self->known->lines, place) : NULL;
}

static char *
describe (const CutEntityLine *line)
{
  g_autofree char *date = cut_date_to_text (line->date);
  g_autofree char *where = line->passage != NULL ? cut_passage_describe (line->passage) : NULL;
  g_autoptr (GString) text = g_string_new (date != NULL ? date : _("Without a date"));

  if (line->claim != NULL)
    g_string_append_printf (text, " · %s · %s", C_("kind of line", "Claim"),
                            cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (CUT_CLAIM (line->claim))));
  if (where != NULL && *where != '\0')
    g_string_append_printf (text, " · %s", where);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
claim_cb (CutEntityLines *self,
          GtkWidget      *button)
{
  const CutEntityLine *line = line_at (self, cut_evidence_row_get_place (button));

  if (line != NULL && line->claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-claim", "s", cut_record_get_id (line->claim));
}

static void
activated_cb (CutEntityLines *self,
              guint           place)
{
  const CutEntityLine *line = line_at (self, place);

  if (line != NULL && line->passage != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-annotation", "s", line->passage->annotation);
  else if (line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-claim", "s", cut_record_get_id (line->claim));
}

static GtkWidget *
make_row (guint    place,
          gpointer user_data)
{
  CutEntityLines *self = user_data;
  const CutEntityLine *line = line_at (self, place);
  GtkWidget *row = adw_action_row_new ();
  const char *title = line->claim != NULL ? cut_claim_get_text (CUT_CLAIM (line->claim)) : line->passage->words;
  g_autofree char *subtitle = describe (line);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (line->claim != NULL && line->passage != NULL)
    cut_evidence_row_add_button (row, "cut-claim-symbolic", _("Open This Claim"), place, G_CALLBACK (claim_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
cut_entity_lines_dispose (GObject *object)
{
  CutEntityLines *self = CUT_ENTITY_LINES (object);

  g_clear_pointer ((GtkWidget **) &self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_pointer (&self->known, cut_entity_known_unref);
  G_OBJECT_CLASS (cut_entity_lines_parent_class)->dispose (object);
}

static void
cut_entity_lines_class_init (CutEntityLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_entity_lines_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cut_entity_lines_init (CutEntityLines *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = CUT_PAGED_ROWS (cut_paged_rows_new (_("Claims and Passages"), make_row, self));
  self->nothing = gtk_label_new (_("Nothing is tied to it yet. Select its name in an article and press E, or name it in a claim."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_entity_lines_new (void)
{
  return g_object_new (CUT_TYPE_ENTITY_LINES, NULL);
}

static gboolean
same_date (CutDate *a,
           CutDate *b)
{
  return a == NULL || b == NULL ? a == b : cut_date_equal (a, b);
}

static gboolean
same_line (const CutEntityLine *a,
           const CutEntityLine *b)
{
  if (!cut_passage_same (a->passage, b->passage) || !same_date (a->date, b->date))
    return FALSE;
  return a->claim == NULL || b->claim == NULL ? a->claim == b->claim : cut_record_equal (a->claim, b->claim);
}

/* Rows that show the same stay as they are. */
static gboolean
same_lines (GPtrArray *a,
            GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = same_line (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return same;
}

void
cut_entity_lines_show (CutEntityLines *self,
                       CutEntityKnown *known,
                       gboolean        same)
{
  g_autoptr (CutEntityKnown) before = NULL;

  g_return_if_fail (CUT_IS_ENTITY_LINES (self) && known != NULL);

  before = g_steal_pointer (&self->known);
  self->known = cut_entity_known_ref (known);
  if (before == NULL || !same || !same_lines (before->lines, known->lines))
    cut_paged_rows_show (self->rows, known->lines->len, same);
  gtk_widget_set_visible (self->nothing, known->lines->len == 0);
}

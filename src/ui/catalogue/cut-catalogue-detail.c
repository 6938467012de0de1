/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-catalogue-detail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution.h"
#include "cut-attribution-editor.h"
#include "cut-record-form.h"
#include "cut-toast.h"

struct _CutCatalogueDetail
{
  GtkWidget parent_instance;

  CutNotebook *notebook;  /* (owned) */
  CutKind kind;
  CutCatalogueItem *item; /* (owned) (nullable) */
  GtkWidget *scrolled;    /* (owned by the widget tree) */
  GtkWidget *form;
  GtkWidget *title;
  GtkWidget *origins;
  GtkListBox *passages;
  GtkWidget *add_button;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutCatalogueDetail, cut_catalogue_detail, GTK_TYPE_WIDGET)

static const char *const claim_fields[] = { "text",     "status",  "kind", "importance", "fact_date", "place",
                                            "entities", "stories", "tags", "note",       NULL };
static const char *const source_fields[] = { "label",  "kind",     "named",       "sensitivity", "entity",
                                             "how_known", "interest", "reliability", "description", NULL };
static const char *const entity_fields[] = { "name",    "schema",  "aliases", "previous_names", "identifiers",
                                             "country", "summary", "stories", "tags",           NULL };

static const char *const *
fields_of (CutKind kind)
{
  return kind == CUT_KIND_CLAIM ? claim_fields : kind == CUT_KIND_SOURCE ? source_fields : entity_fields;
}

static const char *
passages_heading (CutKind kind)
{
  switch ((int) kind)
    {
    case CUT_KIND_CLAIM:
      return _("Who Says So");
    case CUT_KIND_SOURCE:
      return _("Has Said");
    default:
      return _("Claims and Passages");
    }
}

/* Rows. */

static const CutPassage *
passage_at (CutCatalogueDetail *self,
            guint               i)
{
  return g_ptr_array_index (self->item->passages, i);
}

static void
show_passage_cb (CutCatalogueDetail *self,
                 GtkWidget          *widget)
{
  int i = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "passage"));
  const CutPassage *passage;

  if (self->item == NULL || i < 0 || (guint) i >= self->item->passages->len)
    return;
  passage = passage_at (self, (guint) i);
  if (passage->clip != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage->clip, passage->annotation);
}

static GtkWidget *
make_show_button (CutCatalogueDetail *self,
                  guint               i)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("find-location-symbolic");

  gtk_widget_set_tooltip_text (button, _("Show the Passage"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the Passage"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, passage_at (self, i)->clip != NULL);
  g_object_set_data (G_OBJECT (button), "passage", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_passage_cb), self);
  return button;
}

/* What a stance looks like. The word stands beside the icon, so that nothing hangs on the colour alone. */
static const struct
{
  const char *word;
  const char *icon;
  const char *style;
} stances[] = {
  { "asserts", "cut-claim-symbolic", "dim-label" },
  { "alleges", "cut-alleges-symbolic", "dim-label" },
  { "reports", "cut-all-symbolic", "dim-label" },
  { "confirms", "cut-confirms-symbolic", "success" },
  { "denies", "cut-denies-symbolic", "error" },
  { "disputes", "cut-disputes-symbolic", "warning" },
  { "responds", "cut-claim-symbolic", "dim-label" },
  { "declines-to-comment", "cut-silent-symbolic", "dim-label" },
  { "did-not-respond", "cut-silent-symbolic", "dim-label" },
};

static void
show_stance (GtkWidget  *image,
             const char *stance)
{
  guint place = 0;

  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    {
      gtk_widget_remove_css_class (image, stances[i].style);
      if (g_strcmp0 (stances[i].word, stance) == 0)
        place = i;
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (image), stances[place].icon);
  gtk_widget_add_css_class (image, stances[place].style);
}

/* Stance and terms on a line of their own, then the words. */
static char *
get_attribution_subtitle (CutAttribution *attribution,
                          const char     *quote)
{
  const char *stance = cut_vocab_get_label (CUT_VOCAB_STANCE, cut_attribution_get_stance (attribution));
  const char *terms = cut_attribution_get_terms (attribution);
  g_autofree char *bold = g_markup_printf_escaped ("<b>%s</b>", stance != NULL ? stance : "");
  g_autofree char *term = NULL;
  g_autofree char *words = g_markup_escape_text (quote != NULL ? quote : "", -1);

  if (terms != NULL && strcmp (terms, "unspecified") != 0)
    term = g_markup_printf_escaped (" · %s", cut_vocab_get_label (CUT_VOCAB_TERMS, terms));
  return g_strconcat (bold, term != NULL ? term : "", *words != '\0' ? "\n" : "", words, NULL);
}

static void
show_attribution (CutCatalogueDetail *self,
                  GtkWidget          *row,
                  guint               i)
{
  const CutPassage *passage = passage_at (self, i);
  CutAttribution *attribution = g_ptr_array_index (self->item->attributions, i);
  g_autofree char *title = g_markup_escape_text (passage->title, -1);
  g_autofree char *subtitle = get_attribution_subtitle (attribution, passage->subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  show_stance (g_object_get_data (G_OBJECT (row), "stance"), cut_attribution_get_stance (attribution));
}

static GtkWidget *
make_attribution_row (CutCatalogueDetail *self,
                      guint               i)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *stance = gtk_image_new ();
  GtkWidget *editor = cut_attribution_editor_new (self->notebook);
  GtkWidget *holder = gtk_list_box_row_new ();

  gtk_accessible_update_state (GTK_ACCESSIBLE (stance), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), stance);
  g_object_set_data (G_OBJECT (row), "stance", stance);
  show_attribution (self, row, i);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_show_button (self, i));
  cut_attribution_editor_set_attribution (CUT_ATTRIBUTION_EDITOR (editor), g_ptr_array_index (self->item->attributions, i));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), editor);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), holder);
  return row;
}

static GtkWidget *
make_passage_row (CutCatalogueDetail *self,
                  guint               i)
{
  const CutPassage *passage = passage_at (self, i);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), passage->title);
  if (passage->subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (passage->subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_show_button (self, i));
  return row;
}

static void
fill_passages (CutCatalogueDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->passages))) != NULL)
    gtk_list_box_remove (self->passages, child);
  for (guint i = 0; i < self->item->passages->len; i++)
    gtk_list_box_append (self->passages,
                         self->kind == CUT_KIND_CLAIM ? make_attribution_row (self, i) : make_passage_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->passages), self->item->passages->len > 0);
}

static void
retitle_passages (CutCatalogueDetail *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->passages, i)) != NULL; i++)
    if (self->kind == CUT_KIND_CLAIM)
      show_attribution (self, GTK_WIDGET (row), (guint) i);
    else
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), passage_at (self, (guint) i)->title);
}

/* Acts. */

static void
add_attribution_cb (CutCatalogueDetail *self)
{
  g_autoptr (CutAct) act = cut_act_new (_("Add Attribution"));

  if (self->item == NULL)
    return;
  cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (self->item->record), NULL));
  cut_notebook_commit_async (self->notebook, g_steal_pointer (&act), NULL, cut_toast_committed_cb, g_object_ref (self));
}

static void
trash_cb (CutCatalogueDetail *self)
{
  g_autoptr (CutAct) act = cut_act_new (_("Delete"));

  if (self->item == NULL)
    return;
  cut_act_trash (act, self->item->record);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, g_steal_pointer (&act), _("Moved to Trash"));
}

/* Building. */

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_title (CutCatalogueDetail *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-3");
  return self->title;
}

static GtkWidget *
make_passages_head (CutCatalogueDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  GtkWidget *heading = make_heading (passages_heading (self->kind));

  self->origins = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->origins, "dim-label");
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("Add an Attribution"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add an Attribution"), -1);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_visible (self->add_button, self->kind == CUT_KIND_CLAIM);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_attribution_cb), self);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->origins);
  gtk_box_append (GTK_BOX (box), self->add_button);
  return box;
}

static GtkWidget *
make_trash_button (CutCatalogueDetail *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Move to Trash"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (trash_cb), self);
  return button;
}

static GtkWidget *
make_content (CutCatalogueDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  self->form = cut_record_form_new (self->notebook, self->kind, fields_of (self->kind));
  self->passages = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->passages, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->passages), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  passages_heading (self->kind), -1);
  /* What it rests on comes first: that is what one looks it up for. */
  gtk_box_append (GTK_BOX (box), make_title (self));
  gtk_box_append (GTK_BOX (box), make_passages_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->passages));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), make_trash_button (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void
cut_catalogue_detail_dispose (GObject *object)
{
  CutCatalogueDetail *self = CUT_CATALOGUE_DETAIL (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_catalogue_detail_parent_class)->dispose (object);
}

static void
cut_catalogue_detail_class_init (CutCatalogueDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_catalogue_detail_dispose;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detail");
}

static void
cut_catalogue_detail_init (CutCatalogueDetail *self)
{
}

GtkWidget *
cut_catalogue_detail_new (CutNotebook *notebook,
                          CutKind      kind)
{
  CutCatalogueDetail *self = g_object_new (CUT_TYPE_CATALOGUE_DETAIL, NULL);

  self->notebook = g_object_ref (notebook);
  self->kind = kind;
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), make_content (self));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

void
cut_catalogue_detail_show (CutCatalogueDetail *self,
                           CutCatalogueItem   *item)
{
  gboolean same = self->item != NULL && item != NULL &&
                  g_str_equal (cut_record_get_id (self->item->record), cut_record_get_id (item->record)) &&
                  self->item->passages->len == item->passages->len;

  g_set_object (&self->item, item);
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), item != NULL ? item->record : NULL);
  if (self->item == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->title), self->item->title);
  gtk_label_set_label (GTK_LABEL (self->origins), self->item->origins != NULL ? self->item->origins : "");
  /* The rows of the same object stay, with whatever is being typed in them; their editors follow by themselves. */
  if (same)
    retitle_passages (self);
  else
    fill_passages (self);
}

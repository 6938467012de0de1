/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-trays.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-marking.h"
#include "cut-spoken.h"
#include "cut-toast.h"
#include "cut-wrap-layout.h"

#define MOST_CARDS 20     /* made at once; the next ones follow when these are settled */
#define WORDS 200         /* code points shown of the old words */

/* One tray. */
typedef struct
{
  const char *status;
  GtkWidget *expander;
  GtkWidget *cards; /* a box of cards */
  char *shown;      /* (owned) (nullable): what the cards were made from */
} Tray;

struct _CutMarginTrays
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  Tray trays[2];

  CutNotebook *notebook; /* (owned) */
  CutReaderView *reader; /* (nullable): weak */
  CutReading *reading;   /* (owned) (nullable) */
  char *clip;            /* (owned) (nullable): whose marks they are */
};

G_DEFINE_FINAL_TYPE (CutMarginTrays, cut_margin_trays, GTK_TYPE_WIDGET)

/* Acts. */

static CutAnnotation *
find_annotation (CutMarginTrays *self,
                 GtkWidget      *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "cut-annotation");
  CutRecord *record = self->reading != NULL ? cut_reading_find (self->reading, id) : NULL;

  return CUT_IS_ANNOTATION (record) ? CUT_ANNOTATION (record) : NULL;
}

/* @act: (transfer full) (nullable) */
static void
commit (CutMarginTrays *self,
        CutAct         *act,
        const GError   *error)
{
  if (act == NULL)
    cut_toast_error (GTK_WIDGET (self), error);
  else
    cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
}

static void
this_place_cb (CutMarginTrays *self,
               GtkWidget      *button)
{
  CutAnnotation *annotation = find_annotation (self, button);
  const CutStanding *standing = annotation != NULL ? cut_reading_get_standing (self->reading, cut_record_get_id (CUT_RECORD (annotation))) : NULL;
  g_autoptr (GError) error = NULL;

  if (standing != NULL && standing->start < standing->end)
    commit (self, cut_marking_attach (self->reading, CUT_RECORD (annotation), standing->start, standing->end, &error), error);
}

static void
attach_cb (CutMarginTrays *self,
           GtkWidget      *button)
{
  CutAnnotation *annotation = find_annotation (self, button);
  g_autoptr (GError) error = NULL;
  guint start, end;

  if (annotation == NULL || self->reader == NULL)
    return;
  if (!cut_reader_view_get_selection (self->reader, &start, &end))
    {
      cut_toast (GTK_WIDGET (self), _("Select the words in the article first."), FALSE);
      return;
    }
  commit (self, cut_marking_attach (self->reading, CUT_RECORD (annotation), start, end, &error), error);
}

static void
keep_cb (CutMarginTrays *self,
         GtkWidget      *button)
{
  CutAnnotation *annotation = find_annotation (self, button);
  g_autoptr (GError) error = NULL;

  if (annotation != NULL)
    commit (self, cut_marking_keep_orphan (self->reading, CUT_RECORD (annotation), &error), error);
}

static void
show_place_cb (CutMarginTrays *self,
               GtkWidget      *button)
{
  const CutStanding *standing = self->reading != NULL
                                  ? cut_reading_get_standing (self->reading, g_object_get_data (G_OBJECT (button), "cut-annotation")) : NULL;

  if (standing != NULL && self->reader != NULL)
    cut_reader_view_select (self->reader, standing->start, standing->end);
}

/* Cards. */

static char *
shorten (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words != NULL ? words : ""), "\n", ' ');
  g_autofree char *piece = NULL;

  if (g_utf8_strlen (line, -1) <= WORDS)
    return g_steal_pointer (&line);
  piece = g_utf8_substring (line, 0, WORDS);
  return g_strconcat (piece, "…", NULL);
}

/* Returns: (transfer full): what stood before or after, without the word that the selector parts */
static char *
get_around (const char *context,
            gboolean    before)
{
  g_autofree char *line = g_strdelimit (g_strdup (context != NULL ? context : ""), "\n", ' ');
  char *space = before ? strchr (line, ' ') : strrchr (line, ' ');

  if (space == NULL)
    return g_steal_pointer (&line);
  if (before)
    return g_strconcat ("…", space, NULL);
  *space = '\0';
  return g_strconcat (line, " …", NULL);
}

/* Returns: (transfer full): the old words in bold between what stood around them, as markup */
static char *
make_words (const CutSelector *selector)
{
  g_autofree char *before = get_around (selector != NULL ? selector->prefix : NULL, TRUE);
  g_autofree char *words = shorten (selector != NULL ? selector->exact : NULL);
  g_autofree char *after = get_around (selector != NULL ? selector->suffix : NULL, FALSE);

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, words, after);
}

static GtkWidget *
add_words (GtkWidget  *box,
           const char *markup,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_button (CutMarginTrays *self,
            GtkWidget      *buttons,
            const char     *id,
            const char     *label,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "cut-annotation", g_strdup (id), g_free);
  gtk_widget_add_css_class (button, "tray-button");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (buttons), button);
}

static void
add_proposal (CutMarginTrays    *self,
              GtkWidget         *box,
              const CutStanding *standing)
{
  g_autofree char *there = g_utf8_substring (self->reading->text, standing->start, standing->end);
  g_autofree char *words = shorten (there);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  /* Translators: %s is the words at which a mark may stand in this capture */
  g_autofree char *markup = g_strdup_printf (_("Perhaps here: <i>%s</i>"), escaped);

  add_words (box, markup, "words");
}

static GtkWidget *
make_card (CutMarginTrays    *self,
           CutAnnotation     *annotation,
           const CutStanding *standing)
{
  const CutSelector *selector = cut_annotation_get_selectors (annotation);
  const char *kind = cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, cut_annotation_get_kind (annotation));
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *markup = make_words (selector);
  g_autofree char *words = shorten (selector != NULL ? selector->exact : NULL);
  /* Translators: kind of annotation, then its words, as in "Claim: The bridge was closed" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), kind, words);
  const char *id = cut_record_get_id (CUT_RECORD (annotation));
  gboolean unsure = standing->start < standing->end;

  gtk_widget_add_css_class (card, "margin-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  add_words (card, kind, "kind");
  add_words (card, markup, "words");
  if (unsure)
    add_proposal (self, card, standing);
  gtk_widget_set_layout_manager (buttons, g_object_new (CUT_TYPE_WRAP_LAYOUT, "spacing", 6, NULL));
  if (unsure)
    {
      add_button (self, buttons, id, _("Show Place"), G_CALLBACK (show_place_cb));
      add_button (self, buttons, id, _("This Is the Place"), G_CALLBACK (this_place_cb));
    }
  add_button (self, buttons, id, _("Attach Here"), G_CALLBACK (attach_cb));
  add_button (self, buttons, id, _("Keep as Orphan"), G_CALLBACK (keep_cb));
  gtk_box_append (GTK_BOX (card), buttons);
  return card;
}

static gboolean
belongs (CutMarginTrays *self,
         const Tray     *tray,
         CutAnnotation  *annotation)
{
  const CutStanding *standing = cut_reading_get_standing (self->reading, cut_record_get_id (CUT_RECORD (annotation)));

  return standing != NULL && cut_standing_needs_person (standing) && g_str_equal (standing->status, tray->status)
         && !cut_record_is_deleted (CUT_RECORD (annotation)) && g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") != 0;
}

static GPtrArray *
get_marks (CutMarginTrays *self,
           const Tray     *tray)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; self->reading != NULL && i < self->reading->annotations->len; i++)
    if (belongs (self, tray, g_ptr_array_index (self->reading->annotations, i)))
      g_ptr_array_add (marks, g_ptr_array_index (self->reading->annotations, i));
  return marks;
}

/* Cards that would be the same are left alone: one of their buttons may have the focus. */
static char *
describe (CutMarginTrays *self,
          GPtrArray      *marks)
{
  g_autoptr (GString) text = g_string_new (self->reading != NULL ? cut_record_get_id (self->reading->capture) : NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      CutRecord *annotation = g_ptr_array_index (marks, i);
      const CutStanding *standing = cut_reading_get_standing (self->reading, cut_record_get_id (annotation));

      g_string_append_printf (text, " %s %s %u %u", cut_record_get_id (annotation), cut_annotation_get_kind (CUT_ANNOTATION (annotation)),
                              standing->start, standing->end);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill (CutMarginTrays *self,
      Tray           *tray,
      GPtrArray      *marks)
{
  clear_box (tray->cards);
  for (guint i = 0; i < marks->len && i < MOST_CARDS; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (marks, i);

      gtk_box_append (GTK_BOX (tray->cards), make_card (self, annotation, cut_reading_get_standing (self->reading,
                                                                                                   cut_record_get_id (CUT_RECORD (annotation)))));
    }
  if (marks->len > MOST_CARDS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", marks->len - MOST_CARDS), marks->len - MOST_CARDS);

      add_words (tray->cards, more, "caption");
    }
}

/* Cards are made when the tray is open: nobody may ever look. */
static void
show_tray (CutMarginTrays *self,
           Tray           *tray)
{
  g_autoptr (GPtrArray) marks = get_marks (self, tray);
  g_autofree char *described = describe (self, marks);
  g_autofree char *label = NULL;

  if (g_str_equal (tray->status, "unsure"))
    /* Translators: marks of which it is not sure where they stand in this capture */
    label = g_strdup_printf (ngettext ("%u unsure mark", "%u unsure marks", marks->len), marks->len);
  else
    /* Translators: marks whose words are not in this capture */
    label = g_strdup_printf (ngettext ("%u orphan", "%u orphans", marks->len), marks->len);
  cut_expander_set_spoken (GTK_EXPANDER (tray->expander), label);
  gtk_widget_set_visible (tray->expander, marks->len > 0);
  if (!gtk_expander_get_expanded (GTK_EXPANDER (tray->expander)) || g_strcmp0 (described, tray->shown) == 0)
    return;
  fill (self, tray, marks);
  g_free (tray->shown);
  tray->shown = g_steal_pointer (&described);
}

static void
show (CutMarginTrays *self)
{
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->trays); i++)
    {
      show_tray (self, &self->trays[i]);
      any = any || gtk_widget_get_visible (self->trays[i].expander);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  /* Where the card with the focus went, the next one has it, or the article. */
  focus = focused ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  if (focused && (focus == NULL || !gtk_widget_get_mapped (focus)) && (!any || !gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
      && self->reader != NULL)
    cut_reader_view_focus_text (self->reader);
}

static void
expanded_cb (CutMarginTrays *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->trays); i++)
    show_tray (self, &self->trays[i]);
}

static void
cut_margin_trays_dispose (GObject *object)
{
  CutMarginTrays *self = CUT_MARGIN_TRAYS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->trays); i++)
    g_clear_pointer (&self->trays[i].shown, g_free);
  g_clear_weak_pointer (&self->reader);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_pointer (&self->clip, g_free);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_margin_trays_parent_class)->dispose (object);
}

static void
cut_margin_trays_class_init (CutMarginTraysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_margin_trays_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_tray (CutMarginTrays *self,
           Tray           *tray,
           const char     *status)
{
  tray->status = status;
  tray->expander = gtk_expander_new (NULL);
  tray->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (tray->cards, "tray-cards");
  gtk_expander_set_child (GTK_EXPANDER (tray->expander), tray->cards);
  g_signal_connect_swapped (tray->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return tray->expander;
}

static void
cut_margin_trays_init (CutMarginTrays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_tray (self, &self->trays[0], "unsure"));
  gtk_box_append (GTK_BOX (box), make_tray (self, &self->trays[1], "orphan"));
  gtk_widget_add_css_class (box, "margin-trays");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 340);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cut_margin_trays_new (CutNotebook *notebook)
{
  CutMarginTrays *self = g_object_new (CUT_TYPE_MARGIN_TRAYS, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_margin_trays_set_reader (CutMarginTrays *self,
                             CutReaderView  *reader)
{
  g_return_if_fail (CUT_IS_MARGIN_TRAYS (self));

  g_set_weak_pointer (&self->reader, reader);
}

void
cut_margin_trays_set_reading (CutMarginTrays *self,
                              CutReading     *reading)
{
  const char *clip = reading != NULL ? cut_record_get_id (reading->clip) : NULL;

  g_return_if_fail (CUT_IS_MARGIN_TRAYS (self));

  if (reading != NULL)
    cut_reading_ref (reading);
  g_clear_pointer (&self->reading, cut_reading_unref);
  self->reading = reading;
  if (g_strcmp0 (clip, self->clip) != 0)
    {
      g_free (self->clip);
      self->clip = g_strdup (clip);
      for (guint i = 0; i < G_N_ELEMENTS (self->trays); i++)
        gtk_expander_set_expanded (GTK_EXPANDER (self->trays[i].expander), FALSE);
    }
  show (self);
}

gboolean
cut_margin_trays_show (CutMarginTrays *self,
                       const char     *id)
{
  CutRecord *annotation = self->reading != NULL ? cut_reading_find (self->reading, id) : NULL;

  for (guint i = 0; CUT_IS_ANNOTATION (annotation) && i < G_N_ELEMENTS (self->trays); i++)
    if (belongs (self, &self->trays[i], CUT_ANNOTATION (annotation)))
      {
        gtk_expander_set_expanded (GTK_EXPANDER (self->trays[i].expander), TRUE);
        return TRUE;
      }
  return FALSE;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-mention-row.h"

#include <glib/gi18n-lib.h>

#include "cut-clip.h"
#include "cut-compat.h"

struct _CutMentionRow
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkLabel *line;
  GtkLabel *state;
  GtkWidget *link_button;
  GtkWidget *refuse_button;

  CutMentionItem *item; /* (owned) (nullable) */
  gboolean writable;
};

enum
{
  LINK,
  REFUSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutMentionRow, cut_mention_row, GTK_TYPE_WIDGET)

static void
link_cb (CutMentionRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[LINK], 0, self->item);
}

static void
refuse_cb (CutMentionRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[REFUSE], 0, self->item);
}

static void
cut_mention_row_dispose (GObject *object)
{
  CutMentionRow *self = CUT_MENTION_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (cut_mention_row_parent_class)->dispose (object);
}

static void
cut_mention_row_class_init (CutMentionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_mention_row_dispose;
  signals[LINK] = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                CUT_TYPE_MENTION_ITEM);
  signals[REFUSE] = g_signal_new ("refuse", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  CUT_TYPE_MENTION_ITEM);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (CutMentionRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_box_append (GTK_BOX (self->words), label);
  return GTK_LABEL (label);
}

static void
cut_mention_row_init (CutMentionRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  self->line = add_label (self);
  self->state = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  self->link_button = gtk_button_new ();
  self->refuse_button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->refuse_button, "flat");
  gtk_widget_set_tooltip_text (self->refuse_button, _("Not This One"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->refuse_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not This One"), -1);
  gtk_widget_set_valign (self->link_button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->refuse_button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->words, widget);
  gtk_widget_set_parent (self->link_button, widget);
  gtk_widget_set_parent (self->refuse_button, widget);
  g_signal_connect_object (self->link_button, "clicked", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->refuse_button, "clicked", G_CALLBACK (refuse_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_mention_row_new (gboolean writable)
{
  CutMentionRow *self = g_object_new (CUT_TYPE_MENTION_ROW, NULL);

  self->writable = writable;
  gtk_widget_set_sensitive (self->link_button, writable);
  gtk_widget_set_sensitive (self->refuse_button, writable);
  return GTK_WIDGET (self);
}

/* Words. */

static char *
describe_counts (CutMentionItem *item)
{
  const char *outlet = cut_clip_get_site_name (CUT_CLIP (item->clip));
  /* Translators: mentions of an entity that a person has linked */
  g_autofree char *linked = g_strdup_printf (ngettext ("%u linked", "%u linked", item->n_linked), item->n_linked);
  /* Translators: mentions of an entity that nobody has linked yet */
  g_autofree char *unlinked = g_strdup_printf (ngettext ("%u not yet linked", "%u not yet linked", item->n_unlinked), item->n_unlinked);

  return outlet != NULL ? g_strdup_printf ("%s · %s · %s", outlet, linked, unlinked) : g_strdup_printf ("%s · %s", linked, unlinked);
}

static const char *
describe_state (const CutMention *mention)
{
  if (mention->annotation != NULL)
    return _("Linked");
  return mention->ambiguous ? _("Not yet linked; another entity has this name, too") : _("Not yet linked");
}

static char *
make_markup (const CutMention *mention)
{
  g_autofree char *before = g_utf8_substring (mention->snippet, 0, mention->snippet_start);
  g_autofree char *words = g_utf8_substring (mention->snippet, mention->snippet_start, mention->snippet_end);
  const char *after = g_utf8_offset_to_pointer (mention->snippet, mention->snippet_end);

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, words, after);
}

char *
cut_mention_row_describe (CutMentionItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;

  if (item->mention != NULL)
    return g_strdup_printf ("%s, %s", item->mention->snippet, describe_state (item->mention));
  title = cut_record_get_title (item->clip);
  counts = describe_counts (item);
  return g_strdup_printf ("%s, %s", title, counts);
}

static void
show_clip (CutMentionRow *self)
{
  g_autofree char *title = cut_record_get_title (self->item->clip);
  g_autofree char *counts = describe_counts (self->item);

  gtk_label_set_label (self->line, title);
  gtk_label_set_label (self->state, counts);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "heading");
  cut_button_set_label (GTK_BUTTON (self->link_button), _("Link All _Here"));
  gtk_widget_set_visible (self->link_button, self->item->n_unlinked > 0);
  gtk_widget_set_visible (self->refuse_button, FALSE);
}

static void
show_mention (CutMentionRow *self)
{
  const CutMention *mention = self->item->mention;
  g_autofree char *markup = make_markup (mention);

  gtk_label_set_markup (self->line, markup);
  gtk_label_set_label (self->state, describe_state (mention));
  gtk_widget_remove_css_class (GTK_WIDGET (self->line), "heading");
  cut_button_set_label (GTK_BUTTON (self->link_button), _("_Link"));
  gtk_widget_set_visible (self->link_button, mention->annotation == NULL);
  gtk_widget_set_visible (self->refuse_button, mention->annotation == NULL);
}

void
cut_mention_row_show (CutMentionRow  *self,
                      CutMentionItem *item)
{
  g_return_if_fail (CUT_IS_MENTION_ROW (self) && CUT_IS_MENTION_ITEM (item));

  g_set_object (&self->item, item);
  if (item->mention != NULL)
    show_mention (self);
  else
    show_clip (self);
}

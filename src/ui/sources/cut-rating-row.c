/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-rating-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-field-label.h"
#include "cut-source-item.h"
#include "cut-source.h"
#include "cut-spoken.h"
#include "cut-toast.h"

#define N_STEPS 6

struct _CutRatingRow
{
  AdwActionRow parent_instance;

  GtkDropDown *reliability;
  GtkDropDown *credibility;
  CutNotebook *notebook; /* (owned) */
  CutRecord *record;     /* (owned) (nullable) */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (CutRatingRow, cut_rating_row, ADW_TYPE_ACTION_ROW)

/* The position in the drop-down of the first character of @rating from @first on; 0 for none. */
static guint
find_step (const char *rating,
           char        first)
{
  for (const char *p = rating != NULL ? rating : ""; *p != '\0'; p++)
    if (g_ascii_toupper (*p) >= first && g_ascii_toupper (*p) < first + N_STEPS)
      return (guint) (g_ascii_toupper (*p) - first) + 1;
  return 0;
}

static char *
describe (const char *rating)
{
  guint letter = find_step (rating, 'A');
  guint figure = find_step (rating, '1');
  const char *reliable = letter > 0 ? cut_rating_get_label ((char) ('A' + letter - 1)) : NULL;
  const char *credible = figure > 0 ? cut_rating_get_label ((char) ('1' + figure - 1)) : NULL;

  if (reliable != NULL && credible != NULL)
    return g_strdup_printf ("%s · %s", reliable, credible);
  return g_strdup (reliable != NULL ? reliable : credible != NULL ? credible : _("Not rated"));
}

static void
chosen_cb (CutRatingRow *self)
{
  g_autoptr (CutAct) act = NULL;
  guint letter = gtk_drop_down_get_selected (self->reliability);
  guint figure = gtk_drop_down_get_selected (self->credibility);
  g_autoptr (CutRecord) changed = NULL;
  char rating[3] = { 0 };

  if (self->showing || self->record == NULL)
    return;
  if (letter > 0)
    rating[0] = (char) ('A' + letter - 1);
  if (figure > 0)
    rating[strlen (rating)] = (char) ('1' + figure - 1);
  if (g_strcmp0 (rating, cut_source_get_reliability (CUT_SOURCE (self->record))) == 0)
    return;
  changed = cut_record_with (self->record, "reliability", *rating != '\0' ? rating : NULL, NULL);
  act = cut_act_new (cut_kind_get_edit_label (CUT_KIND_SOURCE));
  cut_act_put (act, changed);
  cut_notebook_commit_async (self->notebook, g_steal_pointer (&act), NULL, cut_toast_committed_cb, g_object_ref (self));
}

static GtkDropDown *
make_choice (char        first,
             const char *label)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkDropDown *choice;

  gtk_string_list_append (names, "–");
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c · %s", first + i, cut_rating_get_label ((char) (first + i)));

      gtk_string_list_append (names, name);
    }
  choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (choice), GTK_ALIGN_CENTER);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (choice), label);
  return choice;
}

/* The button shows the letter alone: the row has the words. */
static void
bind_short_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  g_autofree char *first = g_utf8_substring (text, 0, 1);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), first);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_long_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

static void
set_factories (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) brief = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) whole = gtk_signal_list_item_factory_new ();

  g_signal_connect (brief, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (brief, "bind", G_CALLBACK (bind_short_cb), NULL);
  g_signal_connect (whole, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (whole, "bind", G_CALLBACK (bind_long_cb), NULL);
  gtk_drop_down_set_factory (choice, brief);
  gtk_drop_down_set_list_factory (choice, whole);
}

static void
cut_rating_row_dispose (GObject *object)
{
  CutRatingRow *self = CUT_RATING_ROW (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (cut_rating_row_parent_class)->dispose (object);
}

static void
cut_rating_row_class_init (CutRatingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_rating_row_dispose;
}

static void
cut_rating_row_init (CutRatingRow *self)
{
  self->reliability = make_choice ('A', _("Reliability of the source"));
  self->credibility = make_choice ('1', _("Credibility of what it says"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Rating"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  set_factories (self->reliability);
  set_factories (self->credibility);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->reliability));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->credibility));
  g_signal_connect_swapped (self->reliability, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->credibility, "notify::selected", G_CALLBACK (chosen_cb), self);
}

GtkWidget *
cut_rating_row_new (CutNotebook *notebook)
{
  CutRatingRow *self = g_object_new (CUT_TYPE_RATING_ROW, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

void
cut_rating_row_show (CutRatingRow *self,
                     CutRecord    *record)
{
  const char *rating = record != NULL ? cut_source_get_reliability (CUT_SOURCE (record)) : NULL;
  g_autofree char *words = describe (rating);

  g_set_object (&self->record, record);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->reliability, find_step (rating, 'A'));
  gtk_drop_down_set_selected (self->credibility, find_step (rating, '1'));
  self->showing = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-offers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-date-text.h"
#include "cut-search-chip.h"
#include "cut-vocab.h"

#define MAX_OFFERS 8
#define LETTERS_OF_FILTER 2 /* of its name, before it is offered */

struct _CutSearchOffers
{
  GtkPopover parent_instance;

  GtkWidget *list;

  CutNotebook *notebook;    /* (owned) (nullable) */
  GCancellable *completing; /* (owned) (nullable): of what is on its way */
  CutFilter filter;         /* whose values are offered */
  gboolean negative;
  int start;                /* of what is typed, in code points */
  int end;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSearchOffers, cut_search_offers, GTK_TYPE_POPOVER)

/* What can be asked for by its kind. */
static const CutKind kinds[] = {
  CUT_KIND_CLIP, CUT_KIND_ANNOTATION, CUT_KIND_CLAIM, CUT_KIND_SOURCE, CUT_KIND_ENTITY, CUT_KIND_STORY, CUT_KIND_TAG,
};

/* The list. */

static void
clear (CutSearchOffers *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
}

/* @insert: (transfer full): what stands in the entry when it is picked */
static void
add_offer (CutSearchOffers *self,
           const char      *label,
           const char      *detail,
           char            *insert)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *more = gtk_label_new (detail);

      gtk_widget_add_css_class (more, "dim-label");
      gtk_box_append (GTK_BOX (box), more);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "cut-insert", insert, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Behind a value a blank: it is finished. */
static void
add_value (CutSearchOffers *self,
           const char      *label,
           const char      *detail,
           const char      *value)
{
  g_autofree char *text = cut_search_filter_write (self->filter, self->negative, value);

  add_offer (self, label, detail, g_strconcat (text, " ", NULL));
}

static void
show_offers (CutSearchOffers *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (first == NULL || !gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  /* Enter takes the first value; behind a mere word it searches. */
  if (self->filter != CUT_FILTER_NONE)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), first);
  gtk_widget_set_size_request (GTK_WIDGET (self), gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* Values. */

static gboolean
starts_with (const char *text,
             const char *prefix)
{
  g_autofree char *text_folded = g_utf8_casefold (text, -1);
  g_autofree char *prefix_folded = g_utf8_casefold (prefix, -1);

  return g_str_has_prefix (text_folded, prefix_folded);
}

static void
offer_word (CutSearchOffers *self,
            const char      *word,
            const char      *label,
            const char      *typed)
{
  if (starts_with (word, typed) || starts_with (label, typed))
    add_value (self, label, strcmp (word, label) != 0 ? word : NULL, word);
}

static void
offer_statuses (CutSearchOffers *self,
                const char      *typed)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_CLAIM_STATUS);

  for (guint i = 0; words[i] != NULL; i++)
    offer_word (self, words[i], cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, words[i]), typed);
}

static void
offer_kinds (CutSearchOffers *self,
             const char      *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    offer_word (self, cut_kind_get_name (kinds[i]), cut_kind_get_label (kinds[i]), typed);
}

/* Today, this month and this year, and what people mean by "lately". */
static void
offer_dates (CutSearchOffers *self,
             const char      *typed)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  static const struct
  {
    const char *format;
    int months;
  } dates[] = {
    { "%Y-%m-%d", 0 }, { "%Y-%m", 0 }, { "%Y-%m", -1 }, { "%Y-%m", -6 }, { "%Y", 0 }, { "%Y", -12 }, { "%Y", -24 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_months (now, dates[i].months);
      g_autofree char *value = g_date_time_format (then, dates[i].format);
      g_autoptr (CutDate) date = cut_date_new (value, CUT_DATE_UNKNOWN, NULL, NULL);
      g_autofree char *label = cut_date_to_text (date);

      if (g_str_has_prefix (value, typed) && strcmp (value, typed) != 0)
        add_value (self, label, value, value);
    }
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutSearchOffers) self = user_data;
  g_autoptr (GPtrArray) rows = cut_notebook_complete_finish (CUT_NOTEBOOK (source), result, NULL);

  if (rows == NULL || self->notebook == NULL)
    return;
  clear (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *title = cut_row_get_title (g_ptr_array_index (rows, i));

      add_value (self, title, NULL, title);
    }
  show_offers (self);
}

static void
values_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutSearchOffers) self = user_data;
  g_autoptr (GPtrArray) values = cut_notebook_complete_value_finish (CUT_NOTEBOOK (source), result, NULL);

  if (values == NULL || self->notebook == NULL)
    return;
  clear (self);
  for (guint i = 0; i < values->len; i++)
    add_value (self, g_ptr_array_index (values, i), NULL, g_ptr_array_index (values, i));
  show_offers (self);
}

static CutKind
kind_of (CutFilter filter)
{
  switch ((int) filter)
    {
    case CUT_FILTER_TAG: return CUT_KIND_TAG;
    case CUT_FILTER_STORY: return CUT_KIND_STORY;
    case CUT_FILTER_ENTITY: return CUT_KIND_ENTITY;
    case CUT_FILTER_SOURCE: return CUT_KIND_SOURCE;
    default: return CUT_KIND_NONE;
    }
}

static void
read_values (CutSearchOffers *self,
             const char      *typed)
{
  if (self->notebook == NULL)
    return;
  self->completing = g_cancellable_new ();
  if (kind_of (self->filter) != CUT_KIND_NONE)
    cut_notebook_complete_async (self->notebook, kind_of (self->filter), typed, MAX_OFFERS, self->completing, named_cb,
                                 g_object_ref (self));
  else
    cut_notebook_complete_value_async (self->notebook, self->filter, typed, MAX_OFFERS, self->completing, values_cb,
                                       g_object_ref (self));
}

static void
offer_values (CutSearchOffers *self,
              const char      *typed)
{
  clear (self);
  if (self->filter == CUT_FILTER_STATUS)
    offer_statuses (self, typed);
  else if (self->filter == CUT_FILTER_KIND)
    offer_kinds (self, typed);
  else if (self->filter == CUT_FILTER_BEFORE || self->filter == CUT_FILTER_AFTER)
    offer_dates (self, typed);
  else
    {
      read_values (self, typed);
      return;
    }
  show_offers (self);
}

/* Filters. */

static void
offer_filters (CutSearchOffers *self,
               const char      *typed)
{
  clear (self);
  for (int filter = CUT_FILTER_NONE + 1; filter < CUT_N_FILTERS; filter++)
    {
      const char *label = cut_search_filter_get_label ((CutFilter) filter);
      g_autofree char *word = cut_search_filter_write ((CutFilter) filter, self->negative, "");

      if (g_utf8_strlen (typed, -1) >= LETTERS_OF_FILTER &&
          (starts_with (cut_filter_get_word ((CutFilter) filter), typed) || starts_with (label, typed)))
        add_offer (self, label, word, g_strdup (word));
    }
  show_offers (self);
}

/* What stands before the caret. */

/* Returns: the byte at which the word that ends at @caret begins; quoted ones hold blanks */
static gsize
find_word (const char *text,
           gsize       caret)
{
  gboolean quoted = FALSE;
  gsize start = 0;

  for (const char *p = text; p < text + caret; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (cut_search_is_quote (c))
        quoted = !quoted;
      else if (!quoted && g_unichar_isspace (c))
        start = (gsize) (g_utf8_next_char (p) - text);
    }
  return start;
}

static CutFilter
find_filter (const char *name)
{
  for (int filter = CUT_FILTER_NONE + 1; filter < CUT_N_FILTERS; filter++)
    if (g_ascii_strcasecmp (cut_filter_get_word ((CutFilter) filter), name) == 0)
      return (CutFilter) filter;
  return CUT_FILTER_NONE;
}

static void
follow_word (CutSearchOffers *self,
             const char      *word)
{
  const char *colon = strchr (word, ':');
  const char *typed;
  g_autofree char *name = NULL;

  self->negative = *word == '-';
  word += self->negative;
  self->filter = CUT_FILTER_NONE;
  if (colon == NULL)
    {
      offer_filters (self, word);
      return;
    }
  name = g_strndup (word, (gsize) (colon - word));
  self->filter = find_filter (name);
  typed = colon + 1;
  if (*typed != '\0' && cut_search_is_quote (g_utf8_get_char (typed)))
    typed = g_utf8_next_char (typed);
  if (self->filter != CUT_FILTER_NONE)
    offer_values (self, typed);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

void
cut_search_offers_follow (CutSearchOffers *self,
                          const char      *text,
                          int              caret)
{
  const char *at = g_utf8_offset_to_pointer (text, caret);
  gsize start = find_word (text, (gsize) (at - text));
  g_autofree char *word = g_strndup (text + start, (gsize) (at - text) - start);

  g_return_if_fail (CUT_IS_SEARCH_OFFERS (self));

  cut_search_offers_close (self);
  if (*word == '\0' || (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at))))
    return;
  self->start = (int) g_utf8_strlen (text, (gssize) start);
  self->end = caret;
  follow_word (self, word);
}

void
cut_search_offers_close (CutSearchOffers *self)
{
  if (self->completing != NULL)
    g_cancellable_cancel (self->completing);
  g_clear_object (&self->completing);
  clear (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Choosing. */

static void
row_activated_cb (CutSearchOffers *self,
                  GtkListBoxRow   *row)
{
  g_autofree char *insert = g_strdup (g_object_get_data (G_OBJECT (row), "cut-insert"));

  cut_search_offers_close (self);
  g_signal_emit (self, signals[PICKED], 0, self->start, self->end, insert);
}

static void
move_choice (CutSearchOffers *self,
             int              step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (list);
  int next = chosen != NULL ? gtk_list_box_row_get_index (chosen) + step : (step > 0 ? 0 : -1);
  GtkListBoxRow *row = next >= 0 ? gtk_list_box_get_row_at_index (list, next) : NULL;

  if (row != NULL || next < 0)
    gtk_list_box_select_row (list, row);
}

gboolean
cut_search_offers_key (CutSearchOffers *self,
                       guint            keyval)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    move_choice (self, keyval == GDK_KEY_Down ? 1 : -1);
  else if (keyval == GDK_KEY_Escape)
    cut_search_offers_close (self);
  else if (chosen != NULL && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_Tab))
    row_activated_cb (self, chosen);
  else
    return FALSE;
  return TRUE;
}

static void
cut_search_offers_dispose (GObject *object)
{
  CutSearchOffers *self = CUT_SEARCH_OFFERS (object);

  if (self->completing != NULL)
    g_cancellable_cancel (self->completing);
  g_clear_object (&self->completing);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_search_offers_parent_class)->dispose (object);
}

static void
cut_search_offers_class_init (CutSearchOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_search_offers_dispose;
  signals[PICKED] = g_signal_new ("picked", CUT_TYPE_SEARCH_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);
}

static void
cut_search_offers_init (CutSearchOffers *self)
{
  GtkPopover *popover = GTK_POPOVER (self);

  self->list = gtk_list_box_new ();
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_popover_set_offset (popover, 0, 6);
  gtk_popover_set_child (popover, self->list);
  gtk_widget_add_css_class (GTK_WIDGET (self), "completion");
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ways to go on"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
cut_search_offers_new (void)
{
  return g_object_new (CUT_TYPE_SEARCH_OFFERS, NULL);
}

void
cut_search_offers_set_notebook (CutSearchOffers *self,
                                CutNotebook     *notebook)
{
  g_return_if_fail (CUT_IS_SEARCH_OFFERS (self));

  g_set_object (&self->notebook, notebook);
}

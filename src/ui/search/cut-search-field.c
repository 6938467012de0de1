/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-search-chip.h"
#include "cut-search-chips.h"
#include "cut-search-offers.h"

#define DELAY_MS 60 /* between the last key and the search; the one before is called off anyway */

struct _CutSearchField
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkWidget *filter_button;
  CutSearchChips *row;
  CutSearchOffers *offers;

  GPtrArray *chips; /* (owned) (element-type CutSearchChip) */
  char *text;       /* (owned): the whole search as it was told last */
  char *match;      /* (owned): the same with its last word open while it is typed */
  gboolean typed;   /* the words in the entry were typed, not put there */
  guint following;  /* source: what was typed is to be looked at */
  gboolean setting; /* the entry is being set by the program */
};

enum
{
  CHANGED,
  ACTIVATED,
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSearchField, cut_search_field, GTK_TYPE_WIDGET)

/* Telling. */

static gboolean
take_text (CutSearchField *self)
{
  g_autofree char *text = cut_search_join (self->chips, gtk_editable_get_text (self->entry));
  g_autofree char *match = self->typed ? cut_search_leave_open (text) : g_strdup (text);
  gboolean changed = strcmp (text, self->text) != 0 || strcmp (match, self->match) != 0;

  if (changed)
    {
      g_free (self->text);
      g_free (self->match);
      self->text = g_steal_pointer (&text);
      self->match = g_steal_pointer (&match);
    }
  return changed;
}

static void
tell (CutSearchField *self)
{
  if (take_text (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_words (CutSearchField *self,
           const char     *words,
           int             caret)
{
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, words);
  gtk_editable_set_position (self->entry, caret);
  self->setting = FALSE;
}

/* Makes chips of the filters in the entry. @caret: where somebody is typing, or -1: nobody is */
static void
take_chips (CutSearchField *self,
            int             caret)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->entry));
  guint before = self->chips->len;
  g_autofree char *left = cut_search_split (typed, &caret, self->chips);

  if (self->chips->len == before)
    return;
  set_words (self, left, caret);
  cut_search_chips_show (self->row, self->chips);
}

/* Typing. */

static void
follow (CutSearchField *self)
{
  take_chips (self, gtk_editable_get_position (self->entry));
  cut_search_offers_follow (self->offers, gtk_editable_get_text (self->entry), gtk_editable_get_position (self->entry));
}

static gboolean
follow_cb (gpointer user_data)
{
  CutSearchField *self = user_data;

  self->following = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

/* The caret goes behind a new letter only after that was told. */
static void
typed_cb (CutSearchField *self)
{
  self->typed = self->typed || !self->setting;
  if (!self->setting && self->following == 0)
    self->following = g_idle_add_full (G_PRIORITY_HIGH, follow_cb, self, NULL);
}

static void
settled_cb (CutSearchField *self)
{
  tell (self);
}

static void
activated_cb (CutSearchField *self)
{
  cut_search_offers_close (self->offers);
  take_chips (self, -1);
  tell (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
stopped_cb (CutSearchField *self)
{
  if (*gtk_editable_get_text (self->entry) == '\0' && self->chips->len == 0)
    g_signal_emit (self, signals[STOPPED], 0);
  else
    cut_search_field_change_text (self, "");
}

static void
picked_cb (CutSearchField *self,
           int             start,
           int             end,
           const char     *text)
{
  int caret = start;

  self->setting = TRUE;
  gtk_editable_delete_text (self->entry, start, end);
  gtk_editable_insert_text (self->entry, text, -1, &caret);
  gtk_editable_set_position (self->entry, caret);
  self->setting = FALSE;
  follow (self);
}

/* Chips. */

static void
removed_cb (CutSearchField *self,
            guint           index)
{
  g_ptr_array_remove_index (self->chips, index);
  cut_search_chips_show (self->row, self->chips);
  cut_search_chips_focus (self->row, index);
  tell (self);
}

static void
focus_words (CutSearchField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, gtk_editable_get_position (self->entry));
}

static gboolean
is_at_beginning (CutSearchField *self)
{
  return gtk_editable_get_position (self->entry) == 0 && !gtk_editable_get_selection_bounds (self->entry, NULL, NULL);
}

static gboolean
key_cb (CutSearchField  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (cut_search_offers_key (self->offers, keyval))
    return GDK_EVENT_STOP;
  if (self->chips->len == 0 || !is_at_beginning (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_BackSpace)
    {
      removed_cb (self, self->chips->len - 1);
      focus_words (self);
    }
  else if (keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    cut_search_chips_focus (self->row, self->chips->len - 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The menu of filters. */

static void
filter_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutSearchField *self = CUT_SEARCH_FIELD (widget);
  const char *words = gtk_editable_get_text (self->entry);
  g_autofree char *text = g_strdup_printf ("%s%s%s:", words, *words != '\0' && !g_str_has_suffix (words, " ") ? " " : "",
                                           g_variant_get_string (parameter, NULL));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  set_words (self, text, -1);
  follow (self);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int filter = CUT_FILTER_NONE + 1; filter < CUT_N_FILTERS; filter++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (cut_search_filter_get_label ((CutFilter) filter), NULL);

      g_menu_item_set_action_and_target (item, "search.filter", "s", cut_filter_get_word ((CutFilter) filter));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Building. */

static gboolean
cut_search_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CUT_SEARCH_FIELD (widget)->entry));
}

static void
cut_search_field_dispose (GObject *object)
{
  CutSearchField *self = CUT_SEARCH_FIELD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->following, g_source_remove);
  if (self->offers != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->offers));
  self->offers = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cut_search_field_parent_class)->dispose (object);
}

static void
cut_search_field_finalize (GObject *object)
{
  CutSearchField *self = CUT_SEARCH_FIELD (object);

  g_ptr_array_unref (self->chips);
  g_free (self->text);
  g_free (self->match);
  G_OBJECT_CLASS (cut_search_field_parent_class)->finalize (object);
}

static void
cut_search_field_class_init (CutSearchFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_search_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_search_field_finalize;
  widget_class->grab_focus = cut_search_field_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", CUT_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", CUT_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", CUT_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "search.filter", "s", filter_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
make_entry (CutSearchField *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), DELAY_MS);
  g_object_set (entry, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (cut_search_offers_close), self->offers, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (settled_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (stopped_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->offers), entry);
}

static void
make_filter_button (CutSearchField *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  self->filter_button = button;
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "cut-filter-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _("Add a filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a filter"), -1);
}

static void
cut_search_field_init (CutSearchField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
  self->text = g_strdup ("");
  self->match = g_strdup ("");
  self->offers = CUT_SEARCH_OFFERS (cut_search_offers_new ());
  self->row = CUT_SEARCH_CHIPS (cut_search_chips_new ());
  make_entry (self);
  make_filter_button (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->filter_button);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->row), GTK_WIDGET (self));
  g_signal_connect_swapped (self->offers, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->row, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->row, "left", G_CALLBACK (focus_words), self);
}

void
cut_search_field_set_notebook (CutSearchField *self,
                               CutNotebook    *notebook)
{
  g_return_if_fail (CUT_IS_SEARCH_FIELD (self));

  cut_search_offers_set_notebook (self->offers, notebook);
}

const char *
cut_search_field_get_text (CutSearchField *self)
{
  g_return_val_if_fail (CUT_IS_SEARCH_FIELD (self), "");

  return self->text;
}

const char *
cut_search_field_get_match (CutSearchField *self)
{
  g_return_val_if_fail (CUT_IS_SEARCH_FIELD (self), "");

  return self->match;
}

void
cut_search_field_set_text (CutSearchField *self,
                           const char     *text)
{
  int none = -1;
  g_autofree char *words = NULL;

  g_return_if_fail (CUT_IS_SEARCH_FIELD (self));

  g_ptr_array_set_size (self->chips, 0);
  words = cut_search_split (text, &none, self->chips);
  cut_search_chips_show (self->row, self->chips);
  set_words (self, words, -1);
  self->typed = FALSE;
  cut_search_offers_close (self->offers);
  take_text (self);
}

void
cut_search_field_change_text (CutSearchField *self,
                              const char     *text)
{
  g_autofree char *before = g_strdup (cut_search_field_get_match (self));

  cut_search_field_set_text (self, text);
  if (strcmp (before, self->match) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
cut_search_field_has_filters (CutSearchField *self)
{
  g_return_val_if_fail (CUT_IS_SEARCH_FIELD (self), FALSE);

  return self->chips->len > 0;
}

void
cut_search_field_drop_filters (CutSearchField *self)
{
  g_return_if_fail (CUT_IS_SEARCH_FIELD (self));

  g_ptr_array_set_size (self->chips, 0);
  cut_search_chips_show (self->row, self->chips);
  tell (self);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-key-picker.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-pgp.h"

/* Who has more keys than that types a name. */
#define MOST_ROWS 12

struct _CutKeyPicker
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkListBox *list;
  GtkLabel *hint;

  GPtrArray *keys;    /* (owned) (nullable) (element-type CutPgpKey) */
  GHashTable *chosen; /* (owned): fingerprints */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutKeyPicker, cut_key_picker, GTK_TYPE_WIDGET)

/* Which keys are offered. */

/* Fingerprints are printed in groups. */
static char *
without_spaces (const char *text)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (bare, g_ascii_toupper (*text));
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

static gboolean
is_named (const CutPgpKey *key,
          const char      *words)
{
  g_autofree char *name = g_utf8_casefold (key->name != NULL ? key->name : "", -1);
  g_autofree char *wanted = g_utf8_casefold (words, -1);

  return strstr (name, wanted) != NULL;
}

static gboolean
has_fingerprint (const CutPgpKey *key,
                 const char      *words)
{
  g_autofree char *bare = without_spaces (words);

  return g_str_equal (bare, key->fingerprint);
}

static gboolean
is_offered (CutKeyPicker    *self,
            const CutPgpKey *key,
            const char      *words)
{
  return g_hash_table_contains (self->chosen, key->fingerprint) || has_fingerprint (key, words) || (key->certified && is_named (key, words));
}

/* Rows. */

static void
toggled_cb (CutKeyPicker   *self,
            GtkCheckButton *check)
{
  const char *fingerprint = g_object_get_data (G_OBJECT (check), "fingerprint");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (fingerprint));
  else
    g_hash_table_remove (self->chosen, fingerprint);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_key (CutKeyPicker    *self,
         const CutPgpKey *key)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *name = key->name != NULL ? key->name : _("A key without a name");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), key->fingerprint);
  g_object_set_data_full (G_OBJECT (check), "fingerprint", g_strdup (key->fingerprint), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, key->fingerprint));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

/* @hidden: keys that go by a name that nobody has certified */
static void
show_hint (CutKeyPicker *self,
           guint         shown,
           guint         hidden,
           guint         more)
{
  g_autofree char *text = NULL;

  if (hidden > 0)
    text = g_strdup_printf (ngettext ("Nobody has certified whose the key is that is not shown (%u). Compare its fingerprint with the person, then type all of it above.",
                                      "Nobody has certified whose the keys are that are not shown (%u). Compare the fingerprint with the person, then type all of it above.",
                                      hidden), hidden);
  else if (more > 0)
    text = g_strdup_printf (ngettext ("%u more key: type a name", "%u more keys: type a name", more), more);
  else if (shown == 0)
    text = g_strdup (_("GnuPG knows no such key. Ask your colleague for their public key, and import it there."));
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static void
fill (CutKeyPicker *self)
{
  const char *words = gtk_editable_get_text (self->entry);
  guint shown = 0, hidden = 0, more = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->keys != NULL && i < self->keys->len; i++)
    {
      const CutPgpKey *key = g_ptr_array_index (self->keys, i);

      if (!is_offered (self, key, words))
        hidden += is_named (key, words);
      else if (shown == MOST_ROWS)
        more++;
      else
        {
          add_key (self, key);
          shown++;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown > 0);
  show_hint (self, shown, hidden, more);
}

/* The widget. */

static void
cut_key_picker_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&CUT_KEY_PICKER (object)->keys, g_ptr_array_unref);
  g_clear_pointer (&CUT_KEY_PICKER (object)->chosen, g_hash_table_unref);
  G_OBJECT_CLASS (cut_key_picker_parent_class)->dispose (object);
}

static void
cut_key_picker_class_init (CutKeyPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_key_picker_dispose;
  signals[CHANGED] = g_signal_new ("changed", CUT_TYPE_KEY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cut_key_picker_init (CutKeyPicker *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *entries = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entry = GTK_EDITABLE (entry);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name, address or fingerprint"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (entries), GTK_SELECTION_NONE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (entries), entry);
  gtk_widget_add_css_class (entries, "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Keys to encrypt to"), -1);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_set_parent (entries, widget);
  gtk_widget_set_parent (GTK_WIDGET (self->list), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->hint), widget);
  g_signal_connect_object (entry, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_key_picker_new (void)
{
  return g_object_new (CUT_TYPE_KEY_PICKER, NULL);
}

void
cut_key_picker_set_keys (CutKeyPicker *self,
                         GPtrArray    *keys)
{
  g_return_if_fail (CUT_IS_KEY_PICKER (self) && keys != NULL);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->keys = g_ptr_array_ref (keys);
  fill (self);
}

char **
cut_key_picker_get_chosen (CutKeyPicker *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (CUT_IS_KEY_PICKER (self), NULL);

  for (guint i = 0; self->keys != NULL && i < self->keys->len; i++)
    {
      const CutPgpKey *key = g_ptr_array_index (self->keys, i);

      if (g_hash_table_contains (self->chosen, key->fingerprint))
        g_strv_builder_add (builder, key->fingerprint);
    }
  return g_hash_table_size (self->chosen) > 0 ? g_strv_builder_end (builder) : NULL;
}

char *
cut_key_picker_describe (CutKeyPicker *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (CUT_IS_KEY_PICKER (self), NULL);

  for (guint i = 0; self->keys != NULL && i < self->keys->len; i++)
    {
      const CutPgpKey *key = g_ptr_array_index (self->keys, i);

      if (g_hash_table_contains (self->chosen, key->fingerprint))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", key->name != NULL ? key->name : key->fingerprint);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

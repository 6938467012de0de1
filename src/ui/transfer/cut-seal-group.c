/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-seal-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-combo.h"
#include "cut-key-picker.h"
#include "cut-pgp.h"

typedef enum
{
  CLOSING_NONE,
  CLOSING_KEYS,
  CLOSING_PASSPHRASE,
} Closing;

struct _CutSealGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwActionRow *sign_row;
  GtkSwitch *sign;
  AdwComboRow *key_row;
  AdwComboRow *closing_row;
  GtkWidget *keys_box;
  GtkEditable *first;
  GtkEditable *second;
  GtkLabel *hint;

  CutKeyPicker *picker;      /* in the box */
  GPtrArray *own;            /* (owned) (nullable) (element-type CutPgpKey): what can be signed with */
  GCancellable *cancellable; /* (owned): of the keys being listed */
  gboolean required;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSealGroup, cut_seal_group, ADW_TYPE_PREFERENCES_GROUP)

static Closing
get_closing (CutSealGroup *self)
{
  return (Closing) MIN (adw_combo_row_get_selected (self->closing_row), CLOSING_PASSPHRASE);
}

/* What is missing. */

static const char *
describe_passphrase (CutSealGroup *self)
{
  const char *first = gtk_editable_get_text (self->first);

  switch (cut_passphrase_estimate (first))
    {
    case CUT_STRENGTH_REFUSED:
      return _("At least eight characters; four or five words that do not belong together are best.");
    case CUT_STRENGTH_WEAK:
      return _("Weak: somebody who has the file would find it soon. Four or five words that do not belong together are better.");
    case CUT_STRENGTH_FAIR:
      return _("Fair: it takes much time and money to find it. Tell it to your colleague by another way than the file.");
    case CUT_STRENGTH_STRONG:
    default:
      return _("Strong. Tell it to your colleague by another way than the file.");
    }
}

static gboolean
has_passphrase (CutSealGroup *self)
{
  const char *first = gtk_editable_get_text (self->first);

  return cut_passphrase_estimate (first) != CUT_STRENGTH_REFUSED && strcmp (first, gtk_editable_get_text (self->second)) == 0;
}

static gboolean
has_keys (CutSealGroup *self)
{
  g_auto (GStrv) chosen = cut_key_picker_get_chosen (self->picker);

  return chosen != NULL;
}

gboolean
cut_seal_group_is_ready (CutSealGroup *self)
{
  g_return_val_if_fail (CUT_IS_SEAL_GROUP (self), FALSE);

  switch (get_closing (self))
    {
    case CLOSING_KEYS:
      return has_keys (self);
    case CLOSING_PASSPHRASE:
      return has_passphrase (self);
    case CLOSING_NONE:
    default:
      return !self->required;
    }
}

static const char *
get_hint (CutSealGroup *self)
{
  const char *second = gtk_editable_get_text (self->second);

  if (get_closing (self) == CLOSING_NONE)
    return self->required ? _("Confidential material leaves only encrypted: choose how.") : NULL;
  if (get_closing (self) == CLOSING_KEYS)
    return has_keys (self) ? NULL : _("Choose whose key it is encrypted to. Nobody else can open it, nor can you, unless your own is among them.");
  if (*second != '\0' && strcmp (gtk_editable_get_text (self->first), second) != 0)
    return _("The two passphrases differ.");
  return describe_passphrase (self);
}

static void
follow (CutSealGroup *self)
{
  Closing closing = get_closing (self);
  const char *hint = get_hint (self);

  gtk_widget_set_visible (self->keys_box, closing == CLOSING_KEYS);
  gtk_widget_set_visible (GTK_WIDGET (self->first), closing == CLOSING_PASSPHRASE);
  gtk_widget_set_visible (GTK_WIDGET (self->second), closing == CLOSING_PASSPHRASE);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), gtk_switch_get_active (self->sign) && self->own != NULL && self->own->len > 1);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
changed_cb (CutSealGroup *self)
{
  /* The template sets the first values before all is there. */
  if (self->picker == NULL)
    return;
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The keys. */

typedef struct
{
  GPtrArray *own;
  GPtrArray *others;
} Keys;

static void
keys_free (gpointer data)
{
  Keys *self = data;

  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Keys *keys = g_new0 (Keys, 1);
  GError *error = NULL;

  keys->own = cut_pgp_list_keys (TRUE, &error);
  if (keys->own != NULL)
    keys->others = cut_pgp_list_keys (FALSE, &error);
  if (keys->others != NULL)
    {
      g_task_return_pointer (task, keys, keys_free);
      return;
    }
  keys_free (keys);
  g_task_return_error (task, error);
}

static const char *
name_key (const CutPgpKey *key)
{
  return key->name != NULL ? key->name : key->fingerprint;
}

static void
show_own (CutSealGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean any = self->own->len > 0;
  g_autofree char *several = g_strdup_printf (ngettext ("%u key to choose from", "%u keys to choose from", self->own->len), self->own->len);
  /* Subtitles are markup, and an address stands between "<" and ">". */
  g_autofree char *only = any ? g_markup_escape_text (name_key (g_ptr_array_index (self->own, 0)), -1) : NULL;

  for (guint i = 0; i < self->own->len; i++)
    gtk_string_list_append (names, name_key (g_ptr_array_index (self->own, i)));
  adw_combo_row_set_model (self->key_row, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_row), any);
  adw_action_row_set_subtitle (self->sign_row, !any                  ? _("GnuPG has no key of yours to sign with")
                                               : self->own->len == 1 ? only
                                                                     : several);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CutSealGroup *self = CUT_SEAL_GROUP (source);
  g_autoptr (GError) error = NULL;
  Keys *keys = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&keys, keys_free);
      return;
    }
  if (keys == NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
      return;
    }
  self->own = g_ptr_array_ref (keys->own);
  cut_key_picker_set_keys (self->picker, keys->others);
  gtk_widget_set_sensitive (GTK_WIDGET (self->closing_row), TRUE);
  show_own (self);
  keys_free (keys);
  changed_cb (self);
}

static void
list_keys (CutSealGroup *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, listed_cb, NULL);

  g_task_set_source_tag (task, list_keys);
  g_task_run_in_thread (task, list_thread);
}

/* What is chosen. */

void
cut_seal_group_set_required (CutSealGroup *self,
                             gboolean      required)
{
  g_return_if_fail (CUT_IS_SEAL_GROUP (self));

  self->required = required;
  follow (self);
}

gboolean
cut_seal_group_is_encrypting (CutSealGroup *self)
{
  g_return_val_if_fail (CUT_IS_SEAL_GROUP (self), FALSE);

  return get_closing (self) != CLOSING_NONE;
}

gboolean
cut_seal_group_fill (CutSealGroup      *self,
                     CutExportRequest  *request,
                     GError           **error)
{
  guint own = adw_combo_row_get_selected (self->key_row);

  g_return_val_if_fail (CUT_IS_SEAL_GROUP (self) && request != NULL, FALSE);

  request->sign = gtk_switch_get_active (self->sign);
  if (request->sign && self->own != NULL && own < self->own->len)
    request->sign_key = g_strdup (((CutPgpKey *) g_ptr_array_index (self->own, own))->fingerprint);
  if (get_closing (self) == CLOSING_KEYS)
    request->recipients = cut_key_picker_get_chosen (self->picker);
  if (get_closing (self) != CLOSING_PASSPHRASE)
    return TRUE;
  request->passphrase = cut_passphrase_new (gtk_editable_get_text (self->first), -1, error);
  return request->passphrase != NULL;
}

char *
cut_seal_group_describe_readers (CutSealGroup *self)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (CUT_IS_SEAL_GROUP (self), NULL);

  if (get_closing (self) == CLOSING_PASSPHRASE)
    return g_strdup (_("Whoever has the file and the passphrase can read all of it."));
  names = cut_key_picker_describe (self->picker);
  /* Translators: names of people, with commas between them */
  return g_strdup_printf (_("These can read all of it: %s."), names);
}

void
cut_seal_group_forget (CutSealGroup *self)
{
  g_return_if_fail (CUT_IS_SEAL_GROUP (self));

  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}

/* The widget. */

static void
cut_seal_group_dispose (GObject *object)
{
  CutSealGroup *self = CUT_SEAL_GROUP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->picker = NULL;
  g_clear_pointer (&self->own, g_ptr_array_unref);
  G_OBJECT_CLASS (cut_seal_group_parent_class)->dispose (object);
}

static void
cut_seal_group_class_init (CutSealGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_seal_group_dispose;
  signals[CHANGED] = g_signal_new ("changed", CUT_TYPE_SEAL_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-seal-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, sign_row);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, sign);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, key_row);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, closing_row);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, keys_box);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, first);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, second);
  gtk_widget_class_bind_template_child (widget_class, CutSealGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cut_seal_group_init (CutSealGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cut_combo_row_show_whole (self->key_row);
  cut_combo_row_show_whole (self->closing_row);
  self->cancellable = g_cancellable_new ();
  self->picker = CUT_KEY_PICKER (cut_key_picker_new ());
  gtk_box_append (GTK_BOX (self->keys_box), GTK_WIDGET (self->picker));
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  follow (self);
  list_keys (self);
}

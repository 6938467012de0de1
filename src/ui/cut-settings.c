/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-settings.h"

struct _CutSettings
{
  GObject parent_instance;

  GSettings *stored;   /* (owned) (nullable): none when the schema is not installed */
  GVariantDict *kept;  /* (owned) (nullable): the values of this run in its place */
  guint flush;         /* source: hands on what was set */
};

/* Each writing has the whole database read again, and the clip last opened is set with each that is opened. */
#define FLUSH_SECONDS 2

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSettings, cut_settings, G_TYPE_OBJECT)

/* The defaults of the schema, for a program that runs without it. */
static GVariantDict *
make_defaults (void)
{
  GVariantDict *dict = g_variant_dict_new (NULL);

  g_variant_dict_insert (dict, "window-width", "i", 1280);
  g_variant_dict_insert (dict, "window-height", "i", 800);
  g_variant_dict_insert (dict, "window-maximized", "b", FALSE);
  g_variant_dict_insert (dict, "library-width", "i", 208);
  g_variant_dict_insert (dict, "list-width", "i", 272);
  g_variant_dict_insert (dict, "margin-width", "i", 280);
  g_variant_dict_insert (dict, "last-view", "s", "inbox");
  g_variant_dict_insert (dict, "last-clip", "s", "");
  g_variant_dict_insert (dict, "last-position", "i", 0);
  g_variant_dict_insert (dict, "sort-order", "s", "created");
  g_variant_dict_insert (dict, "text-scale", "d", 1.0);
  g_variant_dict_insert (dict, "show-furniture", "b", FALSE);
  g_variant_dict_insert (dict, "show-proposals", "b", TRUE);
  g_variant_dict_insert (dict, "find-forms", "b", FALSE);
  g_variant_dict_insert (dict, "forms-languages", "s", "");
  g_variant_dict_insert (dict, "search-order", "s", "relevance");
  g_variant_dict_insert (dict, "user-agent", "s", "");
  g_variant_dict_insert (dict, "export-language", "s", "");
  g_variant_dict_insert (dict, "export-folder", "s", "");
  g_variant_dict_insert (dict, "notebook-path", "s", "");
  g_variant_dict_insert (dict, "lock-after", "i", 600);
  g_variant_dict_insert (dict, "reveal-for", "i", 30);
  g_variant_dict_insert (dict, "protection-offered", "b", FALSE);
  return dict;
}

static void
stored_changed_cb (CutSettings *self,
                   const char  *key)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

/* Returns: (transfer full) (nullable): the settings, when the schema has all that is asked for */
static GSettings *
open_stored (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema == NULL)
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static void
cut_settings_finalize (GObject *object)
{
  CutSettings *self = CUT_SETTINGS (object);

  cut_settings_flush (self);
  g_clear_object (&self->stored);
  g_clear_pointer (&self->kept, g_variant_dict_unref);
  G_OBJECT_CLASS (cut_settings_parent_class)->finalize (object);
}

static void
cut_settings_class_init (CutSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_settings_finalize;

  signals[CHANGED] = g_signal_new ("changed", CUT_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cut_settings_init (CutSettings *self)
{
  self->stored = open_stored ();
  if (self->stored != NULL)
    {
      g_settings_delay (self->stored);
      g_signal_connect_swapped (self->stored, "changed", G_CALLBACK (stored_changed_cb), self);
      return;
    }
  g_message ("The settings of Cuttings are not installed (%s.gschema.xml), so nothing is remembered. "
             "From a build folder, set GSETTINGS_SCHEMA_DIR to its “data” folder.", APP_ID);
  self->kept = make_defaults ();
}

/* Returns: (transfer full) */
static GVariant *
get_value (CutSettings *self,
           const char  *key)
{
  if (self->stored != NULL)
    return g_settings_get_value (self->stored, key);
  return g_variant_dict_lookup_value (self->kept, key, NULL);
}

void
cut_settings_flush (CutSettings *self)
{
  g_return_if_fail (CUT_IS_SETTINGS (self));

  g_clear_handle_id (&self->flush, g_source_remove);
  if (self->stored != NULL)
    g_settings_apply (self->stored);
}

static gboolean
flush_cb (gpointer user_data)
{
  cut_settings_flush (user_data);
  return G_SOURCE_REMOVE;
}

/* Takes a floating @value. */
static void
set_value (CutSettings *self,
           const char  *key,
           GVariant    *value)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (value);
  g_autoptr (GVariant) old = get_value (self, key);

  if (old != NULL && g_variant_equal (old, taken))
    return;
  if (self->stored != NULL)
    {
      g_settings_set_value (self->stored, key, taken);
      if (self->flush == 0)
        self->flush = g_timeout_add_seconds (FLUSH_SECONDS, flush_cb, self);
      return;
    }
  g_variant_dict_insert_value (self->kept, key, taken);
  stored_changed_cb (self, key);
}

CutSettings *
cut_settings_new (void)
{
  return g_object_new (CUT_TYPE_SETTINGS, NULL);
}

gboolean
cut_settings_is_stored (CutSettings *self)
{
  g_return_val_if_fail (CUT_IS_SETTINGS (self), FALSE);

  return self->stored != NULL;
}

int
cut_settings_get_int (CutSettings *self,
                      const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_int32 (value);
}

gboolean
cut_settings_get_boolean (CutSettings *self,
                          const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_boolean (value);
}

double
cut_settings_get_double (CutSettings *self,
                         const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_double (value);
}

char *
cut_settings_get_string (CutSettings *self,
                         const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_dup_string (value, NULL);
}

void
cut_settings_set_int (CutSettings *self,
                      const char  *key,
                      int          value)
{
  set_value (self, key, g_variant_new_int32 (value));
}

void
cut_settings_set_boolean (CutSettings *self,
                          const char  *key,
                          gboolean     value)
{
  set_value (self, key, g_variant_new_boolean (value));
}

void
cut_settings_set_double (CutSettings *self,
                         const char  *key,
                         double       value)
{
  set_value (self, key, g_variant_new_double (value));
}

void
cut_settings_set_string (CutSettings *self,
                         const char  *key,
                         const char  *value)
{
  set_value (self, key, g_variant_new_string (value));
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-written.h"

struct _CutFields
{
  CutKind kind;
  guint n_fields;
  const CutField *fields;
  char ***values;     /* (owned): one list of texts a field */
  GArray *entries;    /* (owned) (element-type GOptionEntry) */
  GPtrArray *strings; /* (owned): names the entries point to */
  const char *const *left_out; /* (unowned) (nullable) */
};

/* Computed by the notebook, never typed. */
static gboolean
is_typed (const CutFields *self,
          guint            i)
{
  if ((self->fields[i].flags & CUT_FIELD_SEALED) || (self->left_out != NULL && g_strv_contains (self->left_out, self->fields[i].name)))
    return FALSE;
  return i == CUT_RECORD_SENSITIVITY || i == CUT_RECORD_CONTRIBUTOR || i >= CUT_RECORD_N_FIELDS;
}

CutFields *
cut_fields_new (CutKind kind)
{
  CutFields *self = g_new0 (CutFields, 1);

  self->kind = kind;
  self->fields = cut_kind_get_fields (kind, &self->n_fields);
  self->values = g_new0 (char **, self->n_fields);
  self->entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_fields_leave_out (CutFields         *self,
                      const char *const *names)
{
  self->left_out = names;
}

void
cut_fields_free (CutFields *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    g_strfreev (self->values[i]);
  g_free (self->values);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->strings);
  g_free (self);
}

static char *
describe (const CutField *field)
{
  g_autofree char *words = NULL;

  if (field->type == CUT_FIELD_WORD)
    {
      words = cut_vocab_list (field->vocab);
      return g_strdup_printf (_("one of %s"), words);
    }
  if (field->type == CUT_FIELD_IDS || field->type == CUT_FIELD_STRINGS)
    return g_strdup (_("may be given several times"));
  if (field->type == CUT_FIELD_BOOLEAN)
    return g_strdup (_("yes or no"));
  if (field->type == CUT_FIELD_DATE)
    return g_strdup (_("a date: 2018-11-23, 2018-11, 2018"));
  return g_strdup ("");
}

static const char *
keep (CutFields *self,
      char      *text)
{
  g_ptr_array_add (self->strings, text);
  return text;
}

static gboolean
is_taken (const GOptionEntry *entries,
          const char         *name)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (g_str_equal (entries->long_name, name))
      return TRUE;
  return FALSE;
}

/* `--alias` beside `--aliases`: who gives one says it so. */
static char *
singular_of (const char *name)
{
  if (g_str_has_suffix (name, "ies"))
    return g_strdup_printf ("%.*sy", (int) strlen (name) - 3, name);
  if (g_str_equal (name, "aliases"))
    return g_strdup ("alias");
  if (g_str_has_suffix (name, "s") && !g_str_has_suffix (name, "-as"))
    return g_strndup (name, strlen (name) - 1);
  return NULL;
}

static void
add_singular (CutFields          *self,
              const GOptionEntry *entry,
              const GOptionEntry *extra)
{
  GOptionEntry single = *entry;
  char *name = singular_of (entry->long_name);

  if (name == NULL || is_taken (extra, name) || cut_kind_find_field (self->kind, name) >= 0)
    {
      g_free (name);
      return;
    }
  single.long_name = keep (self, name);
  single.flags = G_OPTION_FLAG_HIDDEN;
  g_array_append_val (self->entries, single);
}

const GOptionEntry *
cut_fields_get_entries (CutFields          *self,
                        const GOptionEntry *extra)
{
  for (const GOptionEntry *entry = extra; entry != NULL && entry->long_name != NULL; entry++)
    g_array_append_val (self->entries, *entry);
  for (guint i = 0; i < self->n_fields; i++)
    {
      GOptionEntry entry = { NULL, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[i], NULL, NULL };

      if (!is_typed (self, i))
        continue;
      entry.long_name = keep (self, g_strdelimit (g_strdup (self->fields[i].name), "_", '-'));
      /* GOption gives an option that is there twice to both. */
      if (is_taken (extra, entry.long_name))
        continue;
      entry.description = keep (self, describe (&self->fields[i]));
      entry.arg_description = keep (self, g_ascii_strup (entry.long_name, -1));
      g_array_append_val (self->entries, entry);
      if (self->fields[i].type == CUT_FIELD_IDS || self->fields[i].type == CUT_FIELD_STRINGS)
        add_singular (self, &entry, extra);
    }
  return (const GOptionEntry *) (gpointer) self->entries->data;
}

gboolean
cut_fields_is_set (CutFields  *self,
                   const char *name)
{
  int i = cut_kind_find_field (self->kind, name);

  return i >= 0 && self->values[i] != NULL;
}

/* Names become ids; what is already an id stays. */
static char **
resolve_all (CutCli          *cli,
             const CutField  *field,
             char           **texts,
             GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      if (*texts[i] == '\0')
        continue;
      id = field->target == CUT_KIND_NONE ? cut_cli_resolve (cli, CUT_KIND_SOURCE, texts[i], NULL) : NULL;
      if (id == NULL)
        id = cut_cli_resolve (cli, field->target, texts[i], error);
      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

static CutRecord *
apply_list (CutCli          *cli,
            CutRecord       *record,
            guint            i,
            const CutField  *field,
            char           **texts,
            GError         **error)
{
  g_auto (GStrv) list = field->type == CUT_FIELD_IDS ? resolve_all (cli, field, texts, error) : g_strdupv (texts);
  g_auto (GValue) value = G_VALUE_INIT;

  if (list == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, list);
  return cut_record_with_value (record, i, &value);
}

CutRecord *
cut_fields_with_text (CutRecord   *record,
                      const char  *name,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GError) failure = NULL;
  CutRecord *changed = cut_record_with_text (record, name, text, &failure);

  if (changed == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_USAGE, failure->message);
  return changed;
}

static CutRecord *
apply_field (CutCli          *cli,
             CutRecord       *record,
             guint            i,
             const CutField  *field,
             char           **texts,
             GError         **error)
{
  const char *text = texts[g_strv_length (texts) - 1];
  g_autofree char *id = NULL;

  if (field->type == CUT_FIELD_IDS || field->type == CUT_FIELD_STRINGS)
    return apply_list (cli, record, i, field, texts, error);
  if (field->type == CUT_FIELD_ID && *text != '\0')
    {
      /* Of what may be anything, entities are known by their names. */
      id = field->target == CUT_KIND_NONE ? cut_cli_resolve (cli, CUT_KIND_ENTITY, text, NULL) : NULL;
      if (id == NULL)
        id = cut_cli_resolve (cli, field->target, text, error);
      if (id == NULL)
        return NULL;
      text = id;
    }
  return cut_fields_with_text (record, field->name, text, error);
}

CutRecord *
cut_fields_apply (CutFields  *self,
                  CutCli     *cli,
                  CutRecord  *record,
                  GError    **error)
{
  g_autoptr (CutRecord) current = g_object_ref (record);

  for (guint i = 0; i < self->n_fields; i++)
    {
      CutRecord *next;

      if (self->values[i] == NULL)
        continue;
      next = apply_field (cli, current, i, &self->fields[i], self->values[i], error);
      if (next == NULL)
        return NULL;
      /* Saying again what stands is a word on it, too. */
      g_object_unref (current);
      current = cut_conflicts_settle (next, self->fields[i].name);
      g_object_unref (next);
    }
  return g_steal_pointer (&current);
}

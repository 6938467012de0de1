/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-record-private.h"
#include "cut-record.h"
#include "cut-limits.h"

/* Checking. */

static gboolean
refuse (GError    **error,
        CutRecord  *self,
        const char *field,
        const char *reason)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The %s of the %s cannot be stored: %s"), field,
               cut_kind_get_name (cut_record_get_kind (self)), reason);
  return FALSE;
}

static gboolean
check_word (CutRecord       *self,
            const CutField  *field,
            const char      *word,
            GError         **error)
{
  g_autofree char *choices = NULL;
  g_autofree char *reason = NULL;

  if (word == NULL || cut_vocab_has (field->vocab, word))
    return TRUE;
  choices = cut_vocab_list (field->vocab);
  /* Translators: the first is what was typed, the second a list of words */
  reason = g_strdup_printf (_("“%.60s” is not one of %s"), word, choices);
  return refuse (error, self, field->name, reason);
}

static gboolean
check_ids (CutRecord          *self,
           const CutField     *field,
           const char *const  *ids,
           GError            **error)
{
  gboolean own = g_str_equal (field->name, "id");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *reason = NULL;

      if (cut_id_is_valid (ids[i]) || (!own && g_str_equal (ids[i], CUT_ID_WITHHELD)))
        continue;
      reason = g_strdup_printf (_("“%.60s” is not an id"), ids[i]);
      return refuse (error, self, field->name, reason);
    }
  return TRUE;
}

static gboolean
check_json (CutRecord       *self,
            const CutField  *field,
            const char      *text,
            GError         **error)
{
  g_autoptr (JsonNode) node = text != NULL ? cut_json_parse (text, -1, NULL) : NULL;

  return text == NULL || node != NULL || refuse (error, self, field->name, _("it is not JSON"));
}

static gboolean
check_size (CutRecord       *self,
            guint            i,
            const CutField  *field,
            GError         **error)
{
  const GValue *value = cut_record_get_value (self, i);

  if (G_VALUE_HOLDS_STRING (value) && field->type != CUT_FIELD_JSON)
    {
      const char *text = g_value_get_string (value);

      if (text != NULL && strlen (text) > CUT_LIMIT_FIELD)
        return refuse (error, self, field->name, _("it is longer than a megabyte"));
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRV) &&
      g_strv_length ((char **) cut_record_get_strv (self, i)) > CUT_LIMIT_LIST)
    return refuse (error, self, field->name, _("the list is too long"));
  return TRUE;
}

static gboolean
check_field (CutRecord       *self,
             guint            i,
             const CutField  *field,
             GError         **error)
{
  if ((field->flags & CUT_FIELD_REQUIRED) && !cut_record_has_value (self, i))
    return refuse (error, self, field->name, _("it is missing"));
  if (!check_size (self, i, field, error))
    return FALSE;
  if (field->type == CUT_FIELD_JSON)
    return check_json (self, field, cut_record_get_string (self, i), error);
  if (field->type == CUT_FIELD_WORD)
    return check_word (self, field, cut_record_get_string (self, i), error);
  if (field->type == CUT_FIELD_IDS)
    return check_ids (self, field, cut_record_get_strv (self, i), error);
  if (field->type == CUT_FIELD_ID || i == CUT_RECORD_ID)
    {
      const char *ids[] = { cut_record_get_string (self, i), NULL };

      return check_ids (self, field, ids, error);
    }
  return TRUE;
}

gboolean
cut_record_validate (CutRecord  *self,
                     GError    **error)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!check_field (self, i, &fields[i], error))
      return FALSE;
  return TRUE;
}

/* Changing a field as a person types it. */

static char **
split_list (const char *text)
{
  char **parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return parts;
}

static gboolean
parse_boolean (const char *text,
               gboolean   *value)
{
  static const char *const yes[] = { "yes", "true", "1", NULL };
  static const char *const no[] = { "no", "false", "0", NULL };

  *value = g_strv_contains (yes, text);
  return *value || g_strv_contains (no, text);
}

static gboolean
parse_int (const char *text,
           gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, number, NULL);
}

static char **
parse_list (const char *text)
{
  g_autoptr (JsonNode) node = *text == '[' ? cut_json_parse (text, -1, NULL) : NULL;
  g_autoptr (JsonObject) wrapped = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return split_list (text);
  wrapped = json_object_new ();
  json_object_set_member (wrapped, "list", json_node_copy (node));
  return cut_json_get_strv (wrapped, "list");
}

static gboolean
text_to_value (const CutField  *field,
               const char      *text,
               GValue          *value,
               GError         **error)
{
  g_autoptr (JsonNode) node = NULL;
  gboolean flag;
  gint64 number = 0;

  switch (field->type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, parse_list (text));
      return TRUE;
    case CUT_FIELD_INT:
      g_value_init (value, G_TYPE_INT64);
      if (!parse_int (text, &number))
        return FALSE;
      g_value_set_int64 (value, number);
      return TRUE;
    case CUT_FIELD_TIME:
      g_value_init (value, G_TYPE_INT64);
      if (!cut_time_parse (text, &number))
        return FALSE;
      g_value_set_int64 (value, number);
      return TRUE;
    case CUT_FIELD_BOOLEAN:
      g_value_init (value, G_TYPE_BOOLEAN);
      if (!parse_boolean (text, &flag))
        return FALSE;
      g_value_set_boolean (value, flag);
      return TRUE;
    case CUT_FIELD_DATE:
      g_value_init (value, CUT_TYPE_DATE);
      g_value_take_boxed (value, cut_date_new (text, CUT_DATE_UNKNOWN, "user", error));
      return g_value_get_boxed (value) != NULL;
    case CUT_FIELD_SELECTOR:
      g_value_init (value, CUT_TYPE_SELECTOR);
      node = cut_json_parse (text, -1, error);
      if (node != NULL)
        g_value_take_boxed (value, cut_selector_from_json (node, error));
      return g_value_get_boxed (value) != NULL;
    case CUT_FIELD_JSON:
      g_value_init (value, G_TYPE_STRING);
      node = cut_json_parse (text, -1, error);
      if (node != NULL)
        g_value_take_string (value, cut_json_canonical (node));
      return node != NULL;
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    default:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_string (value, field->type == CUT_FIELD_ID ? cut_id_strip (text) : text);
      return TRUE;
    }
}

CutRecord *
cut_record_with_text (CutRecord   *self,
                      const char  *name,
                      const char  *text,
                      GError     **error)
{
  CutKind kind = cut_record_get_kind (self);
  int i = cut_kind_find_field (kind, name);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (CutRecord) changed = NULL;
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  if (i < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("A %s has no field “%s”"),
                   cut_kind_get_name (kind), name);
      return NULL;
    }
  if (text == NULL || *text == '\0')
    return cut_record_with_value (self, (guint) i, NULL);
  if (!text_to_value (&fields[i], text, &value, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” cannot be the %s of a %s"), text,
                     fields[i].name, cut_kind_get_name (kind));
      return NULL;
    }
  changed = cut_record_with_value (self, (guint) i, &value);
  if (!check_field (changed, (guint) i, &fields[i], error))
    return NULL;
  return g_steal_pointer (&changed);
}

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
#include "cut-sha256.h"

/* Writing. */

static JsonNode *
string_node (const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return node;
}

static JsonNode *
id_node (const char  *id,
         CutJsonForm  form)
{
  g_autofree char *urn = NULL;

  if (form == CUT_JSON_PLAIN || !cut_id_is_valid (id))
    return string_node (id);
  urn = g_strconcat ("urn:uuid:", id, NULL);
  return string_node (urn);
}

static JsonNode *
list_node (const char *const *list,
           gboolean           ids,
           CutJsonForm        form)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_element (array, ids ? id_node (list[i], form) : string_node (list[i]));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
date_node (CutDate *date)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (cut_date_get_origin (date) != NULL)
    json_object_set_string_member (object, "from", cut_date_get_origin (date));
  json_object_set_string_member (object, "precision",
                                 cut_date_precision_to_word (cut_date_get_precision (date)));
  json_object_set_string_member (object, "value", cut_date_get_value (date));
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
int_node (gint64   number,
          gboolean boolean)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (boolean)
    json_node_set_boolean (node, number != 0);
  else
    json_node_set_int (node, number);
  return node;
}

static JsonNode *
field_to_node (CutRecord   *self,
               guint        i,
               CutFieldType type,
               CutJsonForm  form)
{
  g_autofree char *time = NULL;
  JsonNode *node;

  switch (type)
    {
    case CUT_FIELD_ID:
      return id_node (cut_record_get_string (self, i), form);
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      return list_node (cut_record_get_strv (self, i), type == CUT_FIELD_IDS, form);
    case CUT_FIELD_INT:
    case CUT_FIELD_BOOLEAN:
      return int_node (cut_record_get_int (self, i), type == CUT_FIELD_BOOLEAN);
    case CUT_FIELD_TIME:
      time = cut_time_format (cut_record_get_int (self, i));
      return string_node (time);
    case CUT_FIELD_DATE:
      return date_node (cut_record_get_date (self, i));
    case CUT_FIELD_SELECTOR:
      return cut_selector_to_json (cut_record_get_selector (self, i));
    case CUT_FIELD_JSON:
      node = cut_json_parse (cut_record_get_string (self, i), -1, NULL);
      return node != NULL ? node : json_node_new (JSON_NODE_NULL);
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    default:
      return i == CUT_RECORD_ID ? id_node (cut_record_get_string (self, i), form)
                                : string_node (cut_record_get_string (self, i));
    }
}

static JsonNode *
empty_node (CutFieldType type)
{
  JsonNode *node;

  switch (type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      return node;
    case CUT_FIELD_INT:
    case CUT_FIELD_BOOLEAN:
      return int_node (0, type == CUT_FIELD_BOOLEAN);
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    case CUT_FIELD_TIME:
    case CUT_FIELD_DATE:
    case CUT_FIELD_SELECTOR:
    case CUT_FIELD_JSON:
    default:
      return json_node_new (JSON_NODE_NULL);
    }
}

JsonObject *
cut_record_to_json (CutRecord   *self,
                    CutJsonForm  form)
{
  const CutRecordClass *klass = CUT_RECORD_GET_CLASS (self);
  const CutField *fields = klass->fields;
  JsonObject *object = json_object_new ();

  for (guint n = 0; n < klass->n_fields; n++)
    {
      guint i = form == CUT_JSON_CANONICAL ? klass->by_name[n] : n;

      if (cut_record_has_value (self, i))
        json_object_set_member (object, fields[i].name, field_to_node (self, i, fields[i].type, form));
      else if (form == CUT_JSON_PLAIN)
        json_object_set_member (object, fields[i].name, empty_node (fields[i].type));
    }
  return object;
}

static char *
object_to_line (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return cut_json_canonical (node);
}

char *
cut_record_to_line (CutRecord   *self,
                    CutJsonForm  form)
{
  g_autoptr (JsonObject) object = cut_record_to_json (self, form);

  return object_to_line (object);
}

/* Revisions. */

static char *
compute_rev (JsonObject *object)
{
  g_autofree char *line = NULL;

  json_object_remove_member (object, "rev");
  line = object_to_line (object);
  return cut_sha256_of_text (line, -1);
}

char *
cut_record_compute_rev (CutRecord *self)
{
  g_autoptr (JsonObject) object = cut_record_to_json (self, CUT_JSON_CANONICAL);

  return compute_rev (object);
}

CutRecord *
cut_record_with_revision (CutRecord         *self,
                          const char *const *parents)
{
  return cut_record_with_revision_and_line (self, parents, NULL);
}

CutRecord *
cut_record_with_revision_and_line (CutRecord          *self,
                                   const char *const  *parents,
                                   char              **line)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (CutRecord) child = NULL;
  g_autofree char *rev = NULL;
  gint64 modified = cut_record_get_int (self, CUT_RECORD_MODIFIED);

  child = parents != NULL || cut_record_has_value (self, CUT_RECORD_PARENTS)
              ? cut_record_with (self, "parents", parents, "modified", modified, NULL)
              : g_object_ref (self);
  object = cut_record_to_json (child, CUT_JSON_CANONICAL);
  rev = compute_rev (object);
  if (line != NULL)
    {
      json_object_set_string_member (object, "rev", rev);
      *line = object_to_line (object);
    }
  return cut_record_with (child, "rev", rev, "modified", modified, NULL);
}

/* Reading. */

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static CutDate *
date_from_node (JsonNode  *node,
                GError   **error)
{
  JsonObject *object;

  if (is_string (node))
    return cut_date_new (json_node_get_string (node), CUT_DATE_UNKNOWN, NULL, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return cut_date_new (NULL, CUT_DATE_UNKNOWN, NULL, error);
  object = json_node_get_object (node);
  return cut_date_new (cut_json_get_string (object, "value"),
                       cut_date_precision_from_word (cut_json_get_string (object, "precision")),
                       cut_json_get_string (object, "from"), error);
}

static char **
list_from_node (JsonNode *node,
                gboolean  ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element))
        return NULL;
      g_strv_builder_add (builder, ids ? cut_id_strip (json_node_get_string (element))
                                       : json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

/* Whether @node is of the field's type; @value gets it. */
static gboolean
value_from_node (const CutField  *field,
                 JsonNode        *node,
                 GValue          *value,
                 GError         **error)
{
  gint64 ms = 0;

  switch (field->type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, list_from_node (node, field->type == CUT_FIELD_IDS));
      return g_value_get_boxed (value) != NULL;
    case CUT_FIELD_INT:
      g_value_init (value, G_TYPE_INT64);
      if (JSON_NODE_HOLDS_VALUE (node))
        g_value_set_int64 (value, json_node_get_int (node));
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
    case CUT_FIELD_BOOLEAN:
      g_value_init (value, G_TYPE_BOOLEAN);
      if (JSON_NODE_HOLDS_VALUE (node))
        g_value_set_boolean (value, json_node_get_boolean (node));
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case CUT_FIELD_TIME:
      g_value_init (value, G_TYPE_INT64);
      if (!is_string (node) || !cut_time_parse (json_node_get_string (node), &ms))
        return FALSE;
      g_value_set_int64 (value, ms);
      return TRUE;
    case CUT_FIELD_DATE:
      g_value_init (value, CUT_TYPE_DATE);
      g_value_take_boxed (value, date_from_node (node, error));
      return g_value_get_boxed (value) != NULL;
    case CUT_FIELD_SELECTOR:
      g_value_init (value, CUT_TYPE_SELECTOR);
      g_value_take_boxed (value, cut_selector_from_json (node, error));
      return g_value_get_boxed (value) != NULL;
    case CUT_FIELD_JSON:
      g_value_init (value, G_TYPE_STRING);
      g_value_take_string (value, cut_json_canonical (node));
      return TRUE;
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    default:
      g_value_init (value, G_TYPE_STRING);
      if (is_string (node))
        g_value_set_string (value, field->type == CUT_FIELD_ID || g_str_equal (field->name, "id")
                                       ? cut_id_strip (json_node_get_string (node))
                                       : json_node_get_string (node));
      return is_string (node);
    }
}

static void
free_value (gpointer data)
{
  GValue *value = data;

  if (value == NULL)
    return;
  if (G_IS_VALUE (value))
    g_value_unset (value);
  g_free (value);
}

CutRecord *
cut_record_from_json (CutKind     kind,
                      JsonObject *object,
                      GError    **error)
{
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);
  g_autoptr (GPtrArray) values = g_ptr_array_new_full (n_fields, free_value);
  /* A word left out was not set, and a default in its place would change the revision. */
  g_autoptr (CutRecord) blank = cut_record_new_blank (kind);

  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].name);
      GValue *value = NULL;

      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        value = g_new0 (GValue, 1);
      g_ptr_array_add (values, value);
      if (value != NULL && !value_from_node (&fields[i], node, value, error))
        {
          if (error != NULL && *error == NULL)
            g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” of the %s has the wrong type"),
                         fields[i].name, cut_kind_get_name (kind));
          else
            g_prefix_error (error, "%s: ", fields[i].name);
          return NULL;
        }
    }
  return cut_record_with_values (blank, values);
}

CutRecord *
cut_record_from_line (CutKind     kind,
                      const char *line,
                      GError    **error)
{
  g_autoptr (JsonNode) node = cut_json_parse (line, -1, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("A %s must be a JSON object"),
                   cut_kind_get_name (kind));
      return NULL;
    }
  return cut_record_from_json (kind, json_node_get_object (node), error);
}

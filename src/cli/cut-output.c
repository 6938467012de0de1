/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-output.h"

#include "cut-kind-counts.h"
#include "cut-secrets.h"

#include <string.h>

void
cut_output_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *line = NULL;

  json_node_set_object (node, object);
  line = json_to_string (node, FALSE);
  g_print ("%s\n", line);
}

JsonObject *
cut_output_to_json (CutRecord *record)
{
  JsonObject *object = cut_record_to_json (record, CUT_JSON_PLAIN);

  /* The bookkeeping of copies is for copies. */
  json_object_remove_member (object, "written");
  if (!cut_secrets_has_kind (cut_record_get_kind (record)))
    return object;
  json_object_remove_member (object, "sealed");
  json_object_set_boolean_member (object, "locked", cut_record_is_locked (record));
  return object;
}

void
cut_output_record (CutRecord *record,
                   gboolean   json)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *title = NULL;

  if (!json)
    {
      title = cut_record_get_title (record);
      g_print ("%s  %s\n", cut_record_get_id (record), title);
      return;
    }
  object = cut_output_to_json (record);
  json_object_set_string_member (object, "object", cut_kind_get_name (cut_record_get_kind (record)));
  cut_output_object (object);
}

void
cut_output_set (JsonObject *object,
                const char *name,
                const char *text)
{
  /* The name of a file need not be text. */
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid != NULL)
    json_object_set_string_member (object, name, valid);
  else
    json_object_set_null_member (object, name);
}

void
cut_output_set_date (JsonObject *object,
                     const char *name,
                     CutDate    *date)
{
  cut_output_set (object, name, date != NULL ? cut_date_get_value (date) : NULL);
}

void
cut_output_set_list (JsonObject *object,
                     const char *name,
                     GPtrArray  *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (g_ptr_array_index (list, i), -1);

      json_array_add_string_element (array, valid);
    }
  json_object_set_array_member (object, name, array);
}

static GList *
sorted_names (GHashTable *counts)
{
  return g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
}

void
cut_output_set_counts (JsonObject *object,
                       const char *name,
                       GHashTable *counts)
{
  JsonObject *members = json_object_new ();
  g_autoptr (GList) names = counts != NULL ? sorted_names (counts) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_int_member (members, l->data, GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)));
  json_object_set_object_member (object, name, members);
}

void
cut_output_print_counts (const char *heading,
                         GHashTable *counts)
{
  g_autofree char *line = cut_kind_counts_describe (counts, NULL);

  if (line != NULL)
    g_print ("%s %s\n", heading, line);
}

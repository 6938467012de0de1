/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cut-date.h"
#include "cut-fetched.h"
#include "cut-json.h"

static JsonArray *
header_to_array (const CutHeader *header)
{
  JsonArray *pair = json_array_new ();

  json_array_add_string_element (pair, header->name);
  json_array_add_string_element (pair, header->value);
  return pair;
}

static JsonArray *
headers_to_array (const GPtrArray *headers)
{
  JsonArray *array = json_array_new ();

  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      if (!cut_header_is_secret (header->name))
        json_array_add_array_element (array, header_to_array (header));
    }
  return array;
}

/* Takes @array. */
static char *
print_array (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return cut_json_canonical (node);
}

char *
cut_headers_to_json (const GPtrArray *headers)
{
  g_return_val_if_fail (headers != NULL, NULL);

  return print_array (headers_to_array (headers));
}

static JsonObject *
hop_to_object (const CutHop *hop)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = cut_time_format (hop->at);

  json_object_set_string_member (object, "url", hop->url);
  json_object_set_int_member (object, "status", hop->status);
  json_object_set_string_member (object, "at", at);
  json_object_set_array_member (object, "headers", headers_to_array (hop->headers));
  return object;
}

char *
cut_hops_to_json (const GPtrArray *hops)
{
  JsonArray *array;

  g_return_val_if_fail (hops != NULL, NULL);

  array = json_array_new ();
  for (unsigned i = 0; i < hops->len; i++)
    json_array_add_object_element (array, hop_to_object (hops->pdata[i]));
  return print_array (array);
}

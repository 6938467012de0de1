/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-json-graph.h"

#include "cut-json-repair.h"
#include "cut-limits.h"

#include <string.h>

/* More objects than this are a catalogue, not an article. */
#define MAX_OBJECTS 4000
#define MAX_PIECES 16

struct _CutJsonGraph
{
  GPtrArray *parsers;
  GPtrArray *objects; /* (element-type JsonObject): borrowed */
  GHashTable *by_id;
};

gboolean
cut_json_graph_is_shallow (const char *text)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (; *text != '\0'; text++)
    {
      if (in_string && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        in_string = !in_string;
      else if (!in_string && (*text == '{' || *text == '['))
        depth++;
      else if (!in_string && (*text == '}' || *text == ']'))
        depth -= depth > 0;
      if (depth > CUT_LIMIT_JSON_DEPTH)
        return FALSE;
    }
  return TRUE;
}

static const char *
skip_mark (const char *text)
{
  const char *mark = strstr (text, "<![CDATA[");

  return mark ? mark + strlen ("<![CDATA[") : text;
}

char *
cut_json_graph_repair (const char *text)
{
  text = skip_mark (text);
  return cut_json_repair_next (&text);
}

static void
queue_members (GQueue *queue, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_values (object);

  for (GList *at = members; at != NULL; at = at->next)
    if (!JSON_NODE_HOLDS_VALUE (at->data) && !JSON_NODE_HOLDS_NULL (at->data))
      g_queue_push_tail (queue, at->data);
}

static void
collect_object (CutJsonGraph *graph, JsonObject *object)
{
  const char *id = json_object_get_string_member_with_default (object, "@id", NULL);

  g_ptr_array_add (graph->objects, object);
  /* A reference has only an @id; the object itself says more. */
  if (id != NULL && json_object_get_size (object) > 1 && !g_hash_table_contains (graph->by_id, id))
    g_hash_table_insert (graph->by_id, (gpointer) id, object);
}

/* Breadth first, so that what a page says at the top comes before what it embeds. */
static void
collect (CutJsonGraph *graph, JsonNode *root)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  while (!g_queue_is_empty (queue) && graph->objects->len < MAX_OBJECTS)
    {
      JsonNode *node = g_queue_pop_head (queue);

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          collect_object (graph, json_node_get_object (node));
          queue_members (queue, json_node_get_object (node));
        }
      else if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint i = 0; i < json_array_get_length (array); i++)
            g_queue_push_tail (queue, json_array_get_element (array, i));
        }
    }
}

static gboolean
load (CutJsonGraph *graph, const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, text, -1, NULL) || json_parser_get_root (parser) == NULL)
    return FALSE;
  collect (graph, json_parser_get_root (parser));
  g_ptr_array_add (graph->parsers, g_steal_pointer (&parser));
  return TRUE;
}

/* Takes the text as it is, else one object after the other as far as they can be mended. */
static void
read_text (CutJsonGraph *graph, const char *text)
{
  g_autofree char *plain = cut_json_repair_entities (text);

  text = plain ? plain : text;
  if (!cut_json_graph_is_shallow (text) || load (graph, text))
    return;
  text = skip_mark (text);
  for (guint i = 0; i < MAX_PIECES && *text != '\0'; i++)
    {
      g_autofree char *piece = cut_json_repair_next (&text);

      if (*piece != '\0' && cut_json_graph_is_shallow (piece))
        load (graph, piece);
    }
}

const char *
cut_json_graph_string (JsonNode *node)
{
  for (guint i = 0; node != NULL && i < 4; i++)
    {
      if (JSON_NODE_HOLDS_VALUE (node))
        return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                : NULL;
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
        }
      else
        node = JSON_NODE_HOLDS_OBJECT (node)
                   ? json_object_get_member (json_node_get_object (node), "@value")
                   : NULL;
    }
  return NULL;
}

const char *
cut_json_graph_member (JsonObject *object, const char *name)
{
  return object ? cut_json_graph_string (json_object_get_member (object, name)) : NULL;
}

/* Returns: (nullable): the type at @index, %NULL also where that is no text; @n is how many there are */
static const char *
type_at (JsonObject *object, guint index, guint *n)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *type;

  *n = array ? json_array_get_length (array) : 1;
  if (index >= *n)
    return NULL;
  type = cut_json_graph_string (array ? json_array_get_element (array, index) : node);
  return type && strrchr (type, '/') ? strrchr (type, '/') + 1 : type;
}

gboolean
cut_json_graph_has_type (JsonObject *object, const char *const *types)
{
  guint n = 1;

  for (guint i = 0; i < n; i++)
    {
      const char *type = type_at (object, i, &n);

      if (type != NULL && g_strv_contains (types, type))
        return TRUE;
    }
  return FALSE;
}

const char *
cut_json_graph_get_type (JsonObject *object)
{
  guint n = 1;

  for (guint i = 0; i < n; i++)
    {
      const char *type = type_at (object, i, &n);

      if (type != NULL && *type != '\0' && !g_str_equal (type, "Thing"))
        return type;
    }
  return NULL;
}

JsonObject *
cut_json_graph_find (const CutJsonGraph *graph, const char *const *types)
{
  for (guint i = 0; i < graph->objects->len; i++)
    if (cut_json_graph_has_type (g_ptr_array_index (graph->objects, i), types))
      return g_ptr_array_index (graph->objects, i);
  return NULL;
}

JsonObject *
cut_json_graph_follow (const CutJsonGraph *graph, JsonNode *node)
{
  JsonObject *object;
  JsonObject *full = NULL;
  const char *id;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  id = cut_json_graph_member (object, "@id");
  if (id != NULL && cut_json_graph_member (object, "name") == NULL)
    full = g_hash_table_lookup (graph->by_id, id);
  return full ? full : object;
}

JsonObject *
cut_json_graph_get (const CutJsonGraph *graph, guint index)
{
  return index < graph->objects->len ? g_ptr_array_index (graph->objects, index) : NULL;
}

CutJsonGraph *
cut_json_graph_new (CutTree *tree)
{
  CutJsonGraph *graph = g_new (CutJsonGraph, 1);

  graph->parsers = g_ptr_array_new_with_free_func (g_object_unref);
  graph->objects = g_ptr_array_new ();
  graph->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->tag == CUT_ELEMENT_SCRIPT && node->first_child != NULL
          && node->first_child->text != NULL)
        read_text (graph, node->first_child->text);
    }
  return graph;
}

void
cut_json_graph_free (CutJsonGraph *graph)
{
  g_hash_table_unref (graph->by_id);
  g_ptr_array_unref (graph->objects);
  g_ptr_array_unref (graph->parsers);
  g_free (graph);
}

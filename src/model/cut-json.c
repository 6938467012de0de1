/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

const char *
cut_json_get_string (JsonObject *object,
                     const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
cut_json_get_int (JsonObject *object,
                  const char *name,
                  gint64      fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

gboolean
cut_json_get_boolean (JsonObject *object,
                      const char *name,
                      gboolean    fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  return node != NULL ? json_node_get_boolean (node) : fallback;
}

JsonArray *
cut_json_get_array (JsonObject *object,
                    const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
cut_json_get_object (JsonObject *object,
                     const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

char **
cut_json_get_strv (JsonObject *object,
                   const char *name)
{
  JsonArray *array = cut_json_get_array (object, name);
  g_autoptr (GStrvBuilder) builder = NULL;

  if (array == NULL)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
    }
  return g_strv_builder_end (builder);
}

/* Where the string ends whose first character is at @at: at its quotation mark, or at @length. Whole pages stand in strings. */
static gsize
end_of_string (const char *text,
               gsize       at,
               gsize       length)
{
  while (at < length)
    {
      const char *quote = memchr (text + at, '"', length - at);
      gsize end = quote != NULL ? (gsize) (quote - text) : length;
      gsize n = 0;

      while (end - n > at && text[end - n - 1] == '\\')
        n++;
      /* Each backslash takes the character behind it with it; an odd one before the mark takes that. */
      if (n % 2 == 0)
        return end;
      at = end + 1;
    }
  return length;
}

static guint
nesting_of (const char *text,
            gsize       length)
{
  guint depth = 0;
  guint deepest = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        i = end_of_string (text, i + 1, length);
      else if (text[i] == '[' || text[i] == '{')
        {
          depth++;
          deepest = MAX (deepest, depth);
        }
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return deepest;
}

JsonNode *
cut_json_parse (const char  *text,
                gssize       length,
                GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;

  if (nesting_of (text, bytes) > CUT_LIMIT_JSON_DEPTH)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The JSON is nested too deeply to be real"));
      return NULL;
    }
  if (!g_utf8_validate_len (text, bytes, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) bytes, &local) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("This is not JSON: %s"),
                   local != NULL ? local->message : _("it is empty or not UTF-8"));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/* Canonical JSON. Only what is out of order is copied. */

static JsonNode *in_order (JsonNode *node);

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the same with its members by name, and theirs */
static JsonNode *
object_in_order (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new (json_object_get_size (object));
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean same = TRUE;
  const char *name, *before = "";
  JsonObjectIter iter;
  JsonNode *member, *copy;
  JsonObject *sorted;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_ptr_array_add (names, (gpointer) name);
      same = same && strcmp (before, name) <= 0;
      before = name;
    }
  if (!same)
    g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    {
      member = json_object_get_member (object, g_ptr_array_index (names, i));
      g_ptr_array_add (members, in_order (member));
      same = same && g_ptr_array_index (members, i) == (gpointer) member;
    }
  if (same)
    return json_node_ref (node);
  sorted = json_object_new ();
  for (guint i = 0; i < names->len; i++)
    json_object_set_member (sorted, g_ptr_array_index (names, i), json_node_ref (g_ptr_array_index (members, i)));
  copy = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (copy, sorted);
  return copy;
}

static JsonNode *
array_in_order (JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  g_autoptr (JsonArray) sorted = json_array_sized_new (json_array_get_length (array));
  gboolean same = TRUE;
  JsonNode *copy;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *ordered = in_order (element);

      same = same && ordered == element;
      json_array_add_element (sorted, ordered);
    }
  if (same)
    return json_node_ref (node);
  copy = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (copy, sorted);
  return copy;
}

static JsonNode *
in_order (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return object_in_order (node);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return array_in_order (node);
  return json_node_ref (node);
}

char *
cut_json_canonical (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) sorted = in_order (node);

  json_generator_set_root (generator, sorted);
  return json_generator_to_data (generator, NULL);
}

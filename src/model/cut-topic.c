/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-topic.h"

#include "cut-json.h"

CutTopic *
cut_topic_new (const char *name,
               const char *type,
               const char *same_as)
{
  CutTopic *self = g_new0 (CutTopic, 1);

  self->name = g_strdup (name);
  self->type = g_strdup (type);
  self->same_as = g_strdup (same_as);
  return self;
}

void
cut_topic_free (CutTopic *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->same_as);
  g_free (self);
}

/* The types of schema.org that name somebody, some body, a place or an event, as pages use them. */
static const struct
{
  const char *type;
  const char *schema;
} schemata[] = {
  { "Person", "Person" },
  { "Organization", "Organization" },
  { "NGO", "Organization" },
  { "NewsMediaOrganization", "Organization" },
  { "PoliticalParty", "Organization" },
  { "SportsOrganization", "Organization" },
  { "SportsTeam", "Organization" },
  { "EducationalOrganization", "Organization" },
  { "CollegeOrUniversity", "Organization" },
  { "MusicGroup", "Organization" },
  { "PerformingGroup", "Organization" },
  { "Corporation", "Company" },
  { "LocalBusiness", "Company" },
  { "Airline", "Company" },
  { "GovernmentOrganization", "PublicBody" },
  { "Country", "Country" },
  { "Place", "Address" },
  { "AdministrativeArea", "Address" },
  { "City", "Address" },
  { "State", "Address" },
  { "Landform", "Address" },
  { "LandmarksOrHistoricalBuildings", "Address" },
  { "Event", "Event" },
  { "SportsEvent", "Event" },
};

const char *
cut_topic_get_schema (const CutTopic *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemata); i++)
    if (g_strcmp0 (schemata[i].type, self->type) == 0)
      return schemata[i].schema;
  return NULL;
}

GPtrArray *
cut_topics_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cut_topic_free);
}

/* JSON. */

static void
set_member (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static JsonObject *
topic_to_json (const CutTopic *topic)
{
  JsonObject *object = json_object_new ();

  set_member (object, "name", topic->name);
  set_member (object, "type", topic->type);
  set_member (object, "same_as", topic->same_as);
  return object;
}

char *
cut_topics_to_json (GPtrArray *topics)
{
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (root, array);
  for (guint i = 0; i < topics->len; i++)
    json_array_add_object_element (array, topic_to_json (g_ptr_array_index (topics, i)));
  return topics->len > 0 ? cut_json_canonical (root) : NULL;
}

static void
add_topic (GPtrArray *topics,
           JsonNode  *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? cut_json_get_string (object, "name") : NULL;

  if (name != NULL && *name != '\0')
    g_ptr_array_add (topics, cut_topic_new (name, cut_json_get_string (object, "type"), cut_json_get_string (object, "same_as")));
}

GPtrArray *
cut_topics_from_json (const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? cut_json_parse (json, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  GPtrArray *topics = cut_topics_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_topic (topics, json_array_get_element (array, i));
  return topics;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-jsonld.h"

#include "cut-limits.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* More objects than this are a catalogue, not an article. */
#define MAX_OBJECTS 4000

typedef struct
{
  GPtrArray *parsers;
  GPtrArray *objects; /* (element-type JsonObject): borrowed */
  GHashTable *by_id;
} Graph;

gboolean
cut_jsonld_is_shallow (const char *text)
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

static gboolean
closes_next (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return *at == '}' || *at == ']';
}

char *
cut_jsonld_repair (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;
  const char *mark = strstr (text, "<![CDATA[");
  const char *start = strpbrk (mark ? mark + strlen ("<![CDATA[") : text, "{[");
  guint depth = 0;

  for (const char *at = start ? start : ""; *at != '\0'; at++)
    {
      if (in_string && *at == '\\' && at[1] != '\0')
        {
          g_string_append_len (out, at, 2);
          at++;
          continue;
        }
      if (*at == '"')
        in_string = !in_string;
      if (in_string && (guchar) *at < 0x20)
        g_string_append_c (out, ' ');
      else if (!in_string && *at == ',' && closes_next (at + 1))
        continue;
      else
        g_string_append_c (out, *at);
      if (!in_string && (*at == '{' || *at == '['))
        depth++;
      else if (!in_string && (*at == '}' || *at == ']') && --depth == 0)
        break;
    }
  return g_string_free (out, FALSE);
}

static JsonParser *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *repaired = NULL;

  if (!cut_jsonld_is_shallow (text))
    return NULL;
  if (json_parser_load_from_data (parser, text, -1, NULL))
    return g_steal_pointer (&parser);
  repaired = cut_jsonld_repair (text);
  if (*repaired == '\0' || !cut_jsonld_is_shallow (repaired))
    return NULL;
  return json_parser_load_from_data (parser, repaired, -1, NULL) ? g_steal_pointer (&parser) : NULL;
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
collect_object (Graph *graph, JsonObject *object)
{
  const char *id = json_object_get_string_member_with_default (object, "@id", NULL);

  g_ptr_array_add (graph->objects, object);
  /* A reference has only an @id; the object itself says more. */
  if (id != NULL && json_object_get_size (object) > 1 && !g_hash_table_contains (graph->by_id, id))
    g_hash_table_insert (graph->by_id, (gpointer) id, object);
}

/* Breadth first, so that what a page says at the top comes before what it embeds. */
static void
collect (Graph *graph, JsonNode *root)
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

/* Returns: a string member, the first of an array of them, or its @value; not an object's */
static const char *
string_of (JsonNode *node)
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

static const char *
member (JsonObject *object, const char *name)
{
  return object ? string_of (json_object_get_member (object, name)) : NULL;
}

static gboolean
has_type (JsonObject *object, const char *const *types)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 1;

  for (guint i = 0; i < n; i++)
    {
      const char *type = string_of (array ? json_array_get_element (array, i) : node);

      if (type == NULL)
        continue;
      if (strrchr (type, '/') != NULL)
        type = strrchr (type, '/') + 1;
      if (g_strv_contains (types, type))
        return TRUE;
    }
  return FALSE;
}

static JsonObject *
find_type (const Graph *graph, const char *const *types)
{
  for (guint i = 0; i < graph->objects->len; i++)
    if (has_type (g_ptr_array_index (graph->objects, i), types))
      return g_ptr_array_index (graph->objects, i);
  return NULL;
}

static JsonObject *
follow (const Graph *graph, JsonNode *node)
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
  id = member (object, "@id");
  if (id != NULL && member (object, "name") == NULL)
    full = g_hash_table_lookup (graph->by_id, id);
  return full ? full : object;
}

static void
read_author (const Graph *graph, JsonNode *node, CutFacts *facts)
{
  JsonObject *object = follow (graph, node);
  JsonNode *name = object ? json_object_get_member (object, "name") : NULL;

  if (object == NULL)
    cut_facts_add (&facts->authors, string_of (node));
  else if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (name)); i++)
      cut_facts_add (&facts->authors,
                     string_of (json_array_get_element (json_node_get_array (name), i)));
  else
    cut_facts_add (&facts->authors, string_of (name));
}

static void
read_authors (const Graph *graph, JsonObject *article, CutFacts *facts)
{
  static const char *const names[] = { "author", "creator", "contributor", NULL };

  for (const char *const *name = names; *name != NULL && facts->authors == NULL; name++)
    {
      JsonNode *node = json_object_get_member (article, *name);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
          read_author (graph, json_array_get_element (json_node_get_array (node), i), facts);
      else if (node != NULL)
        read_author (graph, node, facts);
    }
}

static void
read_keywords (JsonObject *article, CutFacts *facts)
{
  JsonNode *node = json_object_get_member (article, "keywords");
  const char *text = string_of (node);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      cut_facts_add (&facts->keywords,
                     string_of (json_array_get_element (json_node_get_array (node), i)));
  else if (text != NULL)
    {
      g_auto (GStrv) parts = g_strsplit_set (text, ",;", 64);

      for (char **part = parts; *part != NULL; part++)
        cut_facts_add (&facts->keywords, *part);
    }
}

static char *
picture_of (const Graph *graph, JsonNode *node)
{
  JsonObject *object = follow (graph, node);

  if (object == NULL)
    return g_strdup (string_of (node));
  return g_strdup (member (object, "url") ? member (object, "url") : member (object, "contentUrl"));
}

static char *
language_of (JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "inLanguage");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (member (json_node_get_object (node), "alternateName"));
  return g_strdup (string_of (node));
}

static char *
kind_of (JsonObject *article)
{
  static const char *const live[] = { "LiveBlogPosting", NULL };
  static const char *const posts[]
      = { "BlogPosting", "SocialMediaPosting", "DiscussionForumPosting", NULL };
  static const char *const reports[] = { "Report", "ScholarlyArticle", "TechArticle", NULL };

  if (has_type (article, live))
    return g_strdup ("live");
  if (has_type (article, posts))
    return g_strdup ("post");
  return g_strdup (has_type (article, reports) ? "report" : "article");
}

static void
read_article (const Graph *graph, JsonObject *article, CutFacts *facts)
{
  JsonObject *publisher = follow (graph, json_object_get_member (article, "publisher"));
  const char *headline = member (article, "headline");

  cut_facts_take (&facts->title, g_strdup (headline ? headline : member (article, "name")));
  cut_facts_take (&facts->standfirst, g_strdup (member (article, "alternativeHeadline")));
  cut_facts_take (&facts->publisher, g_strdup (member (publisher, "name")));
  cut_facts_take (&facts->published, g_strdup (member (article, "datePublished")));
  cut_facts_take (&facts->published, g_strdup (member (article, "dateCreated")));
  cut_facts_take (&facts->updated, g_strdup (member (article, "dateModified")));
  cut_facts_take (&facts->description, g_strdup (member (article, "description")));
  cut_facts_take (&facts->body, g_strdup (member (article, "articleBody")));
  cut_facts_take (&facts->language, language_of (article));
  cut_facts_take (&facts->image, picture_of (graph, json_object_get_member (article, "image")));
  cut_facts_take (&facts->canonical, g_strdup (member (article, "url")));
  cut_facts_take (&facts->kind, kind_of (article));
  read_authors (graph, article, facts);
  read_keywords (article, facts);
}

static void
read_graph (const Graph *graph, CutFacts *facts)
{
  static const char *const articles[] = { "NewsArticle",
                                          "Article",
                                          "ReportageNewsArticle",
                                          "AnalysisNewsArticle",
                                          "OpinionNewsArticle",
                                          "BlogPosting",
                                          "LiveBlogPosting",
                                          "BackgroundNewsArticle",
                                          "ReviewNewsArticle",
                                          "Report",
                                          "TechArticle",
                                          "ScholarlyArticle",
                                          "SocialMediaPosting",
                                          "DiscussionForumPosting",
                                          "MedicalScholarlyArticle",
                                          "AdvertiserContentArticle",
                                          "SatiricalArticle",
                                          "AskPublicNewsArticle",
                                          "Review",
                                          "Recipe",
                                          "HowTo",
                                          NULL };
  static const char *const pages[] = { "WebPage", "ItemPage", "MedicalWebPage", NULL };
  static const char *const sites[] = { "WebSite", NULL };
  JsonObject *article = find_type (graph, articles);
  JsonObject *page = find_type (graph, pages);
  JsonObject *site = find_type (graph, sites);

  if (article != NULL)
    read_article (graph, article, facts);
  if (page != NULL)
    {
      cut_facts_take (&facts->published, g_strdup (member (page, "datePublished")));
      cut_facts_take (&facts->updated, g_strdup (member (page, "dateModified")));
      cut_facts_take (&facts->description, g_strdup (member (page, "description")));
      cut_facts_take (&facts->language, language_of (page));
    }
  if (site != NULL)
    cut_facts_take (&facts->site_name, g_strdup (member (site, "name")));
}

void
cut_jsonld_read (CutTree *tree, CutFacts *facts)
{
  Graph graph = { g_ptr_array_new_with_free_func (g_object_unref), g_ptr_array_new (),
                  g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *text
          = node->tag == CUT_ELEMENT_SCRIPT && node->first_child ? node->first_child->text : NULL;
      JsonParser *parser = text ? parse (text) : NULL;

      if (parser == NULL)
        continue;
      g_ptr_array_add (graph.parsers, parser);
      if (json_parser_get_root (parser) != NULL)
        collect (&graph, json_parser_get_root (parser));
    }
  read_graph (&graph, facts);
  g_hash_table_unref (graph.by_id);
  g_ptr_array_unref (graph.objects);
  g_ptr_array_unref (graph.parsers);
}

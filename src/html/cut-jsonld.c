/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-jsonld.h"

#include "cut-json-graph.h"
#include "cut-meta-date.h"

#include <string.h>

static void
read_author (const CutJsonGraph *graph, JsonNode *node, CutFacts *facts)
{
  static const char *const organisations[]
      = { "Organization", "NewsMediaOrganization", "Corporation", "Thing", NULL };
  JsonObject *object = cut_json_graph_follow (graph, node);
  JsonNode *name = object ? json_object_get_member (object, "name") : NULL;

  if (object == NULL)
    {
      const char *text = cut_json_graph_string (node);

      /* Some give the address of a profile. */
      cut_facts_add (&facts->authors, text && strstr (text, "://") == NULL ? text : NULL);
    }
  else if (cut_json_graph_has_type (object, organisations))
    cut_facts_take (&facts->organisation, g_strdup (cut_json_graph_member (object, "name")));
  else if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (name)); i++)
      cut_facts_add (&facts->authors,
                     cut_json_graph_string (json_array_get_element (json_node_get_array (name), i)));
  else
    cut_facts_add (&facts->authors, cut_json_graph_string (name));
}

static void
read_authors (const CutJsonGraph *graph, JsonObject *article, CutFacts *facts)
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
  const char *text = cut_json_graph_string (node);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      cut_facts_add (&facts->keywords,
                     cut_json_graph_string (json_array_get_element (json_node_get_array (node), i)));
  else if (text != NULL)
    {
      g_auto (GStrv) parts = g_strsplit_set (text, ",;", 64);

      for (char **part = parts; *part != NULL; part++)
        cut_facts_add (&facts->keywords, *part);
    }
}

/* The address of somebody's page in Wikidata rather than any other. */
static const char *
same_as_of (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "sameAs");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *found = NULL;

  for (guint i = 0; i < (array ? json_array_get_length (array) : 1); i++)
    {
      const char *url = cut_json_graph_string (array ? json_array_get_element (array, i) : node);

      if (url == NULL || !(g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")))
        continue;
      if (strstr (url, "wikidata.org/") != NULL)
        return url;
      found = found ? found : url;
    }
  return found;
}

static void
read_topic (const CutJsonGraph *graph, JsonNode *node, CutFacts *facts)
{
  JsonObject *object = cut_json_graph_follow (graph, node);
  const char *text = cut_json_graph_string (node);

  if (object != NULL)
    cut_facts_add_topic (facts, cut_json_graph_member (object, "name"), cut_json_graph_get_type (object), same_as_of (object));
  else if (text != NULL && strstr (text, "://") == NULL)
    cut_facts_add_topic (facts, text, NULL, NULL);
}

static void
read_topics (const CutJsonGraph *graph, JsonObject *article, const char *member, CutFacts *facts)
{
  JsonNode *node = json_object_get_member (article, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      read_topic (graph, json_array_get_element (json_node_get_array (node), i), facts);
  else if (node != NULL)
    read_topic (graph, node, facts);
}

static char *
picture_of (const CutJsonGraph *graph, JsonNode *node)
{
  JsonObject *object = cut_json_graph_follow (graph, node);

  if (object == NULL)
    return g_strdup (cut_json_graph_string (node));
  return g_strdup (cut_json_graph_member (object, "url") ? cut_json_graph_member (object, "url") : cut_json_graph_member (object, "contentUrl"));
}

/* A licence is an address, or an object that has one. */
static char *
licence_of (const CutJsonGraph *graph, JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "license");
  JsonObject *object = cut_json_graph_follow (graph, node);
  const char *url = cut_json_graph_member (object, "url");

  if (object == NULL)
    return g_strdup (cut_json_graph_string (node));
  return g_strdup (url ? url : cut_json_graph_member (object, "@id"));
}

static char *
language_of (JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "inLanguage");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (cut_json_graph_member (json_node_get_object (node), "alternateName"));
  return g_strdup (cut_json_graph_string (node));
}

static char *
kind_of (JsonObject *article)
{
  static const char *const live[] = { "LiveBlogPosting", NULL };
  static const char *const posts[]
      = { "BlogPosting", "SocialMediaPosting", "DiscussionForumPosting", NULL };
  static const char *const reports[] = { "Report", "ScholarlyArticle", "TechArticle", NULL };

  if (cut_json_graph_has_type (article, live))
    return g_strdup ("live");
  if (cut_json_graph_has_type (article, posts))
    return g_strdup ("post");
  return g_strdup (cut_json_graph_has_type (article, reports) ? "report" : "article");
}

static void
read_article (const CutJsonGraph *graph, JsonObject *article, CutFacts *facts)
{
  JsonObject *publisher = cut_json_graph_follow (graph, json_object_get_member (article, "publisher"));
  const char *headline = cut_json_graph_member (article, "headline");

  cut_facts_take (&facts->title, g_strdup (headline ? headline : cut_json_graph_member (article, "name")));
  cut_facts_take (&facts->standfirst, g_strdup (cut_json_graph_member (article, "alternativeHeadline")));
  cut_facts_take (&facts->publisher, g_strdup (cut_json_graph_member (publisher, "name")));
  cut_facts_take (&facts->published, g_strdup (cut_json_graph_member (article, "datePublished")));
  cut_facts_take (&facts->published, g_strdup (cut_json_graph_member (article, "dateCreated")));
  cut_facts_take (&facts->published, g_strdup (cut_json_graph_member (article, "datePosted")));
  cut_facts_take (&facts->updated, g_strdup (cut_json_graph_member (article, "dateModified")));
  cut_facts_take (&facts->description, g_strdup (cut_json_graph_member (article, "description")));
  cut_facts_take (&facts->body, g_strdup (cut_json_graph_member (article, "articleBody")));
  cut_facts_take (&facts->language, language_of (article));
  cut_facts_take (&facts->image, picture_of (graph, json_object_get_member (article, "image")));
  cut_facts_take (&facts->canonical, g_strdup (cut_json_graph_member (article, "url")));
  cut_facts_take (&facts->licence, licence_of (graph, article));
  cut_facts_take (&facts->wire_credit, g_strdup (cut_json_graph_member (
                                           cut_json_graph_follow (graph, json_object_get_member (
                                                                             article, "sourceOrganization")),
                                           "name")));
  cut_facts_take (&facts->kind, kind_of (article));
  read_authors (graph, article, facts);
  read_keywords (article, facts);
  read_topics (graph, article, "about", facts);
  read_topics (graph, article, "mentions", facts);
}

/* The page's own article, rather than one that a list of others names. */
static JsonObject *
find_article (const CutJsonGraph *graph, const char *const *types)
{
  JsonObject *object;

  for (guint i = 0; (object = cut_json_graph_get (graph, i)) != NULL; i++)
    if (cut_json_graph_has_type (object, types)
        && (json_object_has_member (object, "datePublished")
            || json_object_has_member (object, "author")
            || json_object_has_member (object, "articleBody")))
      return object;
  return cut_json_graph_find (graph, types);
}

static void
read_review (const CutJsonGraph *graph, JsonObject *object, GPtrArray *reviews)
{
  static const char *const types[] = { "ClaimReview", NULL };
  JsonObject *author;
  JsonObject *item;
  JsonObject *rating;
  CutReview *review;

  if (!cut_json_graph_has_type (object, types)
      || cut_json_graph_member (object, "claimReviewed") == NULL)
    return;
  author = cut_json_graph_follow (graph, json_object_get_member (object, "author"));
  item = cut_json_graph_follow (graph, json_object_get_member (object, "itemReviewed"));
  rating = cut_json_graph_follow (graph, json_object_get_member (object, "reviewRating"));
  review = g_new0 (CutReview, 1);
  review->claim = g_strdup (cut_json_graph_member (object, "claimReviewed"));
  review->verdict = g_strdup (cut_json_graph_member (rating, "alternateName"));
  review->reviewer = g_strdup (cut_json_graph_member (author, "name"));
  review->url = g_strdup (cut_json_graph_member (object, "url"));
  review->reviewed = cut_meta_date_parse (cut_json_graph_member (object, "datePublished"), "json-ld");
  if (item != NULL)
    {
      JsonObject *claimant
          = cut_json_graph_follow (graph, json_object_get_member (item, "author"));

      review->claimant = g_strdup (cut_json_graph_member (claimant, "name"));
    }
  g_ptr_array_add (reviews, review);
}

static void
read_graph (const CutJsonGraph *graph, CutFacts *facts)
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
                                          "JobPosting",
                                          NULL };
  static const char *const pages[] = { "WebPage", "ItemPage", "MedicalWebPage", NULL };
  static const char *const sites[] = { "WebSite", NULL };
  JsonObject *article = find_article (graph, articles);
  JsonObject *page = cut_json_graph_find (graph, pages);
  JsonObject *site = cut_json_graph_find (graph, sites);

  if (article != NULL)
    read_article (graph, article, facts);
  if (page != NULL)
    {
      cut_facts_take (&facts->published, g_strdup (cut_json_graph_member (page, "datePublished")));
      cut_facts_take (&facts->updated, g_strdup (cut_json_graph_member (page, "dateModified")));
      cut_facts_take (&facts->description, g_strdup (cut_json_graph_member (page, "description")));
      cut_facts_take (&facts->language, language_of (page));
    }
  if (site != NULL)
    cut_facts_take (&facts->site_name, g_strdup (cut_json_graph_member (site, "name")));
}

void
cut_jsonld_read (CutTree *tree, CutFacts *facts, GPtrArray *reviews)
{
  g_autoptr (CutJsonGraph) graph = cut_json_graph_new (tree);

  read_graph (graph, facts);
  for (guint i = 0; cut_json_graph_get (graph, i) != NULL; i++)
    read_review (graph, cut_json_graph_get (graph, i), reviews);
}

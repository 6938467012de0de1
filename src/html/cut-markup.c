/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-markup.h"

#include "cut-article.h"
#include "cut-byline-words.h"
#include "cut-meta-date.h"
#include "cut-page-url.h"
#include "cut-shown.h"

#include <string.h>

typedef struct
{
  const char *name;
  gsize field; /* offset in CutFacts of a string */
  gboolean og;
} MetaName;

/* Labels of a card */
#define N_LABELS 2

#define FIELD(name) G_STRUCT_OFFSET (CutFacts, name)

/* In order of trust: of two names for one field the first found in this list wins. */
static const MetaName names[] = {
  { "og:title", FIELD (title), TRUE },
  { "article:title", FIELD (title), TRUE },
  { "twitter:title", FIELD (title), TRUE },
  { "og:site_name", FIELD (site_name), TRUE },
  { "og:description", FIELD (description), TRUE },
  { "twitter:description", FIELD (description), TRUE },
  { "og:image:secure_url", FIELD (image), TRUE },
  { "og:image", FIELD (image), TRUE },
  { "og:image:url", FIELD (image), TRUE },
  { "twitter:image", FIELD (image), TRUE },
  { "twitter:image:src", FIELD (image), TRUE },
  { "og:url", FIELD (canonical), TRUE },
  { "og:locale", FIELD (language), TRUE },
  { "article:published_time", FIELD (published), TRUE },
  { "og:published_time", FIELD (published), TRUE },
  { "article:modified_time", FIELD (updated), TRUE },
  { "og:updated_time", FIELD (updated), TRUE },
  { "parsely-title", FIELD (title), FALSE },
  { "sailthru.title", FIELD (title), FALSE },
  { "dc.title", FIELD (title), FALSE },
  { "dcterms.title", FIELD (title), FALSE },
  { "dc:title", FIELD (title), FALSE },
  { "dcterm:title", FIELD (title), FALSE },
  { "citation_title", FIELD (title), FALSE },
  { "weibo:article:title", FIELD (title), FALSE },
  { "weibo:webpage:title", FIELD (title), FALSE },
  { "headline", FIELD (title), FALSE },
  { "title", FIELD (title), FALSE },
  { "application-name", FIELD (site_name), FALSE },
  { "dc.publisher", FIELD (publisher), FALSE },
  { "dcterms.publisher", FIELD (publisher), FALSE },
  { "citation_publisher", FIELD (publisher), FALSE },
  { "description", FIELD (description), FALSE },
  { "dc.description", FIELD (description), FALSE },
  { "dc:description", FIELD (description), FALSE },
  { "dcterms.description", FIELD (description), FALSE },
  { "weibo:article:description", FIELD (description), FALSE },
  { "weibo:webpage:description", FIELD (description), FALSE },
  { "sailthru.description", FIELD (description), FALSE },
  { "parsely-image-url", FIELD (image), FALSE },
  { "sailthru.image.full", FIELD (image), FALSE },
  { "thumbnail", FIELD (image), FALSE },
  { "parsely-pub-date", FIELD (published), FALSE },
  { "datepublished", FIELD (published), FALSE },
  { "pubdate", FIELD (published), FALSE },
  { "publishdate", FIELD (published), FALSE },
  { "publish-date", FIELD (published), FALSE },
  { "publish_date", FIELD (published), FALSE },
  { "published_time", FIELD (published), FALSE },
  { "sailthru.date", FIELD (published), FALSE },
  { "cxenseparse:recs:publishtime", FIELD (published), FALSE },
  { "article.published", FIELD (published), FALSE },
  { "displaydate", FIELD (published), FALSE },
  { "date.release", FIELD (published), FALSE },
  { "article_date_original", FIELD (published), FALSE },
  { "originalpublicationdate", FIELD (published), FALSE },
  { "citation_publication_date", FIELD (published), FALSE },
  { "citation_date", FIELD (published), FALSE },
  { "dcterms.issued", FIELD (published), FALSE },
  { "dc.date.issued", FIELD (published), FALSE },
  { "dcterms.created", FIELD (published), FALSE },
  { "dc.date.created", FIELD (published), FALSE },
  { "dcterms.date", FIELD (published), FALSE },
  { "dc.date", FIELD (published), FALSE },
  { "prism.publicationdate", FIELD (published), FALSE },
  { "rnews:datepublished", FIELD (published), FALSE },
  { "date", FIELD (published), FALSE },
  { "datemodified", FIELD (updated), FALSE },
  { "lastmod", FIELD (updated), FALSE },
  { "last-modified", FIELD (updated), FALSE },
  { "dcterms.modified", FIELD (updated), FALSE },
  { "dc.date.modified", FIELD (updated), FALSE },
  { "og:article:published_time", FIELD (published), FALSE },
  { "article:published", FIELD (published), FALSE },
  { "article:publication_date", FIELD (published), FALSE },
  { "article:post_date", FIELD (published), FALSE },
  { "article_date", FIELD (published), FALSE },
  { "publication_date", FIELD (published), FALSE },
  { "publicationdate", FIELD (published), FALSE },
  { "pub_date", FIELD (published), FALSE },
  { "publish_time", FIELD (published), FALSE },
  { "published_date", FIELD (published), FALSE },
  { "published_at", FIELD (published), FALSE },
  { "release_date", FIELD (published), FALSE },
  { "og:release_date", FIELD (published), FALSE },
  { "og:pubdate", FIELD (published), FALSE },
  { "og:regdate", FIELD (published), FALSE },
  { "og:publish_date", FIELD (published), FALSE },
  { "bt:pubdate", FIELD (published), FALSE },
  { "citation_online_date", FIELD (published), FALSE },
  { "cxenseparse:publishtime", FIELD (published), FALSE },
  { "dc.date.published", FIELD (published), FALSE },
  { "dcterms.available", FIELD (published), FALSE },
  { "datecreated", FIELD (published), FALSE },
  { "date_created", FIELD (published), FALSE },
  { "date_published", FIELD (published), FALSE },
  { "created", FIELD (published), FALSE },
  { "creation_date", FIELD (published), FALSE },
  { "creationdate", FIELD (published), FALSE },
  { "article:create_date", FIELD (published), FALSE },
  { "shareaholic:article_published_time", FIELD (published), FALSE },
  { "timestamp", FIELD (published), FALSE },
  { "pdate", FIELD (published), FALSE },
  { "doc_date", FIELD (published), FALSE },
  { "docdate", FIELD (published), FALSE },
  { "search_date", FIELD (published), FALSE },
  { "video:release_date", FIELD (published), FALSE },
  { "og:article:modified_time", FIELD (updated), FALSE },
  { "article:modified", FIELD (updated), FALSE },
  { "article:updated", FIELD (updated), FALSE },
  { "article:updated_time", FIELD (updated), FALSE },
  { "article.updated", FIELD (updated), FALSE },
  { "og:modified_time", FIELD (updated), FALSE },
  { "modified", FIELD (updated), FALSE },
  { "modified_date", FIELD (updated), FALSE },
  { "modificationdate", FIELD (updated), FALSE },
  { "modifieddate", FIELD (updated), FALSE },
  { "modified_time", FIELD (updated), FALSE },
  { "revision_date", FIELD (updated), FALSE },
  { "update_time", FIELD (updated), FALSE },
  { "updated_time", FIELD (updated), FALSE },
  { "bt:moddate", FIELD (updated), FALSE },
  { "shareaholic:article_modified_time", FIELD (updated), FALSE },
  { "last_modified", FIELD (updated), FALSE },
  { "lastupdate", FIELD (updated), FALSE },
  { "lastupdated", FIELD (updated), FALSE },
  { "dcterms.date.modified", FIELD (updated), FALSE },
  { "dcterms.license", FIELD (licence), FALSE },
  { "dc.language", FIELD (language), FALSE },
  { "dcterms.language", FIELD (language), FALSE },
  { "content-language", FIELD (language), FALSE },
};

static const char *const author_names[] = { "dc:creator",
                                            "dcterm:creator",
                                            "dc.creator",
                                            "dcterms.creator",
                                            "author",
                                            "article:author",
                                            "parsely-author",
                                            "sailthru.author",
                                            "citation_author",
                                            "byl",
                                            "byline",
                                            "og:article:author",
                                            "og:author",
                                            "article:author_name",
                                            "article:authors",
                                            "authors",
                                            "author_name",
                                            "article_author",
                                            "creator",
                                            "dcsext.author",
                                            "cxenseparse:author",
                                            "citation_authors",
                                            "shareaholic:article_author_name",
                                            "rnews:creator",
                                            "article.author",
                                            "twitter:creator:name",
                                            "articleauthor",
                                            "article-author",
                                            "author-name",
                                            "author_names",
                                            "content-author",
                                            "page-author",
                                            "writer",
                                            NULL };

static char *
value_of (CutTree *tree, const CutNode *node)
{
  const char *content = cut_node_get (node, "content");
  const char *datetime = cut_node_get (node, "datetime");

  if (content != NULL)
    return g_strdup (content);
  if (datetime != NULL && *datetime != '\0')
    return g_strdup (datetime);
  return node->text ? NULL : cut_node_get_text (tree, node);
}

static gboolean
has_word (const char *value, const char *word)
{
  const char *at = value ? strstr (value, word) : NULL;
  gsize n = strlen (word);

  return at != NULL && (at == value || g_ascii_isspace (at[-1]) || at[-1] == ':')
         && (at[n] == '\0' || g_ascii_isspace (at[n]));
}

static char **
field_of (CutFacts *facts, gsize offset)
{
  return G_STRUCT_MEMBER_P (facts, offset);
}

/* A meta element may carry several names in one attribute. */
static void
index_meta (GHashTable *index, const CutNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv", NULL };
  const char *content = cut_node_get (node, "content");

  for (const char *const *attribute = attributes; *attribute != NULL && content != NULL;
       attribute++)
    {
      const char *value = cut_node_get (node, *attribute);
      g_autofree char *lower = value ? g_ascii_strdown (value, 200) : NULL;
      g_auto (GStrv) parts = lower ? g_strsplit_set (lower, " \t\n", 8) : NULL;

      for (char **part = parts; part != NULL && *part != NULL; part++)
        if (**part != '\0')
          {
            GPtrArray *list = g_hash_table_lookup (index, *part);

            if (list == NULL)
              {
                list = g_ptr_array_new ();
                g_hash_table_insert (index, g_strdup (*part), list);
              }
            g_ptr_array_add (list, (gpointer) content);
          }
    }
}

static void
read_names (GHashTable *index, CutFacts *og, CutFacts *meta)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GPtrArray *list = g_hash_table_lookup (index, names[i].name);
      char **field = field_of (names[i].og ? og : meta, names[i].field);

      for (guint j = 0; list != NULL && j < list->len && *field == NULL; j++)
        cut_facts_take (field, g_strdup (g_ptr_array_index (list, j)));
    }
}

static void
add_keywords (CutFacts *facts, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", 64);

  for (char **part = parts; *part != NULL; part++)
    cut_facts_add (&facts->keywords, *part);
}

/* Some give all in one element, some each in one of its own. */
static void
read_keywords (GHashTable *index, CutFacts *meta)
{
  static const char *const keyword_names[]
      = { "keywords", "news_keywords", "article:tag", "parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject", NULL };

  for (const char *const *name = keyword_names; *name != NULL && meta->keywords == NULL; name++)
    {
      GPtrArray *list = g_hash_table_lookup (index, *name);

      for (guint i = 0; list != NULL && i < list->len; i++)
        add_keywords (meta, g_ptr_array_index (list, i));
    }
}

/* What cards show beside the title: "Written by" in one element, the name in another. */
static void
read_labels (GHashTable *index, CutFacts *meta)
{
  for (guint i = 1; i <= N_LABELS; i++)
    {
      g_autofree char *label = g_strdup_printf ("twitter:label%u", i);
      g_autofree char *data = g_strdup_printf ("twitter:data%u", i);
      GPtrArray *words = g_hash_table_lookup (index, label);
      GPtrArray *authors = g_hash_table_lookup (index, data);
      g_autofree char *opening = words ? g_strconcat (g_ptr_array_index (words, 0), " ", NULL) : NULL;

      if (opening != NULL && authors != NULL && *cut_byline_skip_opening (opening) == '\0')
        cut_facts_add (&meta->authors, g_ptr_array_index (authors, 0));
    }
}

static void
read_lists (GHashTable *index, CutFacts *og, CutFacts *meta)
{
  GPtrArray *type = g_hash_table_lookup (index, "og:type");

  for (const char *const *name = author_names; *name != NULL && meta->authors == NULL; name++)
    {
      GPtrArray *list = g_hash_table_lookup (index, *name);

      /* Profiles are often given by their address alone. */
      for (guint i = 0; list != NULL && i < list->len; i++)
        if (strstr (g_ptr_array_index (list, i), "://") == NULL)
          cut_facts_add (&meta->authors, g_ptr_array_index (list, i));
    }
  if (meta->authors == NULL)
    read_labels (index, meta);
  read_keywords (index, meta);
  if (type != NULL && g_ascii_strcasecmp (g_ptr_array_index (type, 0), "article") == 0)
    cut_facts_take (&og->kind, g_strdup ("article"));
}

/* Below a picture the licence is the picture's. */
static gboolean
is_of_picture (const CutNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->tag == CUT_ELEMENT_FIGURE || node->role == CUT_NODE_CAPTION || node->role == CUT_NODE_CREDIT)
      return TRUE;
  return FALSE;
}

/* What a link says of where it leads: the licence, or a keyword. */
static void
read_link (CutTree *tree, const CutNode *node, CutFacts *meta, CutFacts *tags)
{
  const char *rel = cut_node_get (node, "rel");

  if (rel == NULL || (node->tag != CUT_ELEMENT_LINK && node->tag != CUT_ELEMENT_A))
    return;
  if (has_word (rel, "license") && !is_of_picture (node))
    cut_facts_take (&meta->licence, g_strdup (cut_node_get (node, "href")));
  else if (has_word (rel, "tag") && node->tag == CUT_ELEMENT_A && !has_word (rel, "category"))
    {
      g_autofree char *text = cut_node_get_text (tree, node);

      cut_facts_add (&tags->keywords, text);
    }
}

void
cut_markup_read_meta (CutTree *tree, CutFacts *og, CutFacts *meta)
{
  g_autoptr (GHashTable) index
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  const char *language = cut_node_get (cut_tree_get_root (tree), "lang");
  CutFacts tags = { NULL };

  cut_facts_take (&meta->language, g_strdup (language));
  cut_facts_take (&meta->language, g_strdup (cut_node_get (cut_tree_get_root (tree), "xml:lang")));
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *rel = node->tag == CUT_ELEMENT_LINK ? cut_node_get (node, "rel") : NULL;

      if (node->n_attributes > 0)
        read_link (tree, node, meta, &tags);
      if (node->tag == CUT_ELEMENT_META)
        index_meta (index, node);
      else if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
        cut_facts_take (&meta->canonical, g_strdup (cut_node_get (node, "href")));
      else if (rel != NULL && g_ascii_strcasecmp (rel, "image_src") == 0)
        cut_facts_take (&meta->image, g_strdup (cut_node_get (node, "href")));
    }
  read_names (index, og, meta);
  read_lists (index, og, meta);
  if (meta->keywords == NULL)
    meta->keywords = g_steal_pointer (&tags.keywords);
  cut_facts_clear (&tags);
}

/* Returns: the element in @node whose itemprop is "name", or @node */
static const CutNode *
name_in (CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    if (has_word (cut_node_get (cut_tree_get_node (tree, i), "itemprop"), "name"))
      return cut_tree_get_node (tree, i);
  return node;
}

static void
read_item (CutTree *tree, const CutNode *node, CutFacts *facts)
{
  const char *prop = cut_node_get (node, "itemprop");

  if (prop == NULL)
    prop = cut_node_get (node, "property");
  if (prop == NULL || node->tag == CUT_ELEMENT_META)
    prop = node->tag == CUT_ELEMENT_META ? cut_node_get (node, "itemprop") : prop;
  if (prop == NULL)
    return;
  if (has_word (prop, "headline"))
    cut_facts_take (&facts->title, value_of (tree, node));
  else if (has_word (prop, "alternativeHeadline"))
    cut_facts_take (&facts->standfirst, value_of (tree, node));
  else if (has_word (prop, "datePublished") || has_word (prop, "dateCreated"))
    cut_facts_take (&facts->published, value_of (tree, node));
  else if (has_word (prop, "dateModified"))
    cut_facts_take (&facts->updated, value_of (tree, node));
  else if (has_word (prop, "keywords") && node->tag != CUT_ELEMENT_META)
    {
      g_autofree char *words = value_of (tree, node);

      add_keywords (facts, words ? words : "");
    }
  else if (has_word (prop, "publisher"))
    cut_facts_take (&facts->publisher, value_of (tree, name_in (tree, node)));
  else if (has_word (prop, "author") || has_word (prop, "creator"))
    {
      g_autofree char *name = value_of (tree, name_in (tree, node));

      cut_facts_add (&facts->authors, name);
    }
}

static gboolean
is_of_type (const CutNode *node, const char *const *types)
{
  const char *type = node->n_attributes > 0 ? cut_node_get (node, "itemtype") : NULL;
  const char *name = type && strrchr (type, '/') ? strrchr (type, '/') + 1 : type;

  return name != NULL && g_strv_contains (types, name);
}

static gboolean
is_article_item (const CutNode *node)
{
  static const char *const types[] = { "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle",
                                       "AnalysisNewsArticle", "TechArticle", "CreativeWork", "Report", NULL };

  return is_of_type (node, types);
}

/* Returns: (nullable): of the items that are articles, the one with most text */
static const CutNode *
find_article_item (CutTree *tree)
{
  const CutNode *found = NULL;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (is_article_item (node) && (found == NULL || node->paragraph_chars > found->paragraph_chars))
        found = node;
    }
  return found;
}

/* Comments have authors and days of their own, and so have other articles. */
static gboolean
is_other_item (const CutNode *node, const CutNode *article)
{
  static const char *const comments[] = { "Comment", "UserComments", "Answer", NULL };

  if (is_of_type (node, comments))
    return TRUE;
  return is_article_item (node) && node != article && !cut_node_contains (node, article)
         && !cut_node_contains (article, node);
}

void
cut_markup_read_items (CutTree *tree, CutFacts *facts)
{
  const CutNode *article = find_article_item (tree);

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->text != NULL || node->n_attributes == 0)
        continue;
      if (is_other_item (node, article))
        i = node->end - 1;
      else
        read_item (tree, node, facts);
    }
}

/* Returns: (transfer full) (nullable): what the element in @node named @prop says, or the one named @inner in that */
static char *
read_prop (CutTree *tree, const CutNode *node, const char *prop, const char *inner)
{
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *at = cut_tree_get_node (tree, i);
      char *value;

      if (!has_word (cut_node_get (at, "itemprop"), prop))
        {
          /* What belongs to an item inside of this one is that one's. */
          if (at->n_attributes > 0 && cut_node_get (at, "itemscope") != NULL)
            i = at->end - 1;
          continue;
        }
      if (inner != NULL)
        return read_prop (tree, at, inner, NULL);
      value = g_strdup (cut_node_get (at, "href"));
      return value != NULL ? value : value_of (tree, at);
    }
  return NULL;
}

/* Who made the claim is the author of what was reviewed, not of the review. */
static char *
read_claimant (CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *at = cut_tree_get_node (tree, i);

      if (has_word (cut_node_get (at, "itemprop"), "itemReviewed"))
        return read_prop (tree, at, "author", "name");
    }
  return NULL;
}

static void
read_review (CutTree *tree, const CutNode *node, GPtrArray *reviews)
{
  g_autofree char *claim = read_prop (tree, node, "claimReviewed", NULL);
  g_autofree char *day = read_prop (tree, node, "datePublished", NULL);
  CutReview *review;

  if (claim == NULL || *claim == '\0')
    return;
  review = g_new0 (CutReview, 1);
  review->claim = g_steal_pointer (&claim);
  review->verdict = read_prop (tree, node, "reviewRating", "alternateName");
  review->reviewer = read_prop (tree, node, "author", "name");
  review->claimant = read_claimant (tree, node);
  review->url = read_prop (tree, node, "url", NULL);
  review->reviewed = day ? cut_meta_date_parse (day, "microdata") : NULL;
  g_ptr_array_add (reviews, review);
}

void
cut_markup_read_reviews (CutTree *tree, GPtrArray *reviews)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *type = node->n_attributes > 0 ? cut_node_get (node, "itemtype") : NULL;

      if (type != NULL && g_str_has_suffix (type, "/ClaimReview"))
        read_review (tree, node, reviews);
    }
}

char *
cut_markup_get_title (CutTree *tree)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    if (cut_tree_get_node (tree, i)->tag == CUT_ELEMENT_TITLE)
      {
        g_autofree char *text = cut_node_get_text (tree, cut_tree_get_node (tree, i));

        return text ? cut_shown_line (text) : NULL;
      }
  return NULL;
}

char *
cut_markup_get_base (CutTree *tree, const char *url)
{
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);

      if (node->tag == CUT_ELEMENT_BASE && cut_node_get (node, "href") != NULL)
        {
          char *base = cut_page_url_resolve_picture (url, cut_node_get (node, "href"));

          return base ? base : g_strdup (url);
        }
    }
  return g_strdup (url);
}

char *
cut_markup_get_dir (const CutNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      const char *dir = cut_node_get (node, "dir");

      if (dir != NULL && (!g_ascii_strcasecmp (dir, "rtl") || !g_ascii_strcasecmp (dir, "ltr")))
        return g_ascii_strdown (dir, -1);
    }
  return NULL;
}

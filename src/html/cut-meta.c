/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-meta.h"

#include "cut-byline.h"
#include "cut-facts.h"
#include "cut-jsonld.h"
#include "cut-markup.h"
#include "cut-meta-date.h"
#include "cut-page-url.h"
#include "cut-title.h"

#include <string.h>

#define EXCERPT_CHARS 200

/* The places a page speaks from, in order of trust. */
enum
{
  FROM_JSONLD,
  FROM_OG,
  FROM_ITEMS,
  FROM_META,
  N_PLACES,
};

static const char *const origins[N_PLACES] = { "json-ld", "og", "microdata", "meta" };

typedef struct
{
  CutTree *tree;
  const char *url;
  const char *base;
  CutArticle *article;
  CutFacts facts[N_PLACES];
} Meta;

static char *
take (Meta *self, gsize offset, const char *field)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      const char *value = G_STRUCT_MEMBER (char *, &self->facts[i], offset);

      if (value != NULL)
        {
          cut_article_set_origin (self->article, field, origins[i]);
          return g_strdup (value);
        }
    }
  return NULL;
}

#define TAKE(self, member, field) take (self, G_STRUCT_OFFSET (CutFacts, member), field)

static void
fill_site (Meta *self)
{
  CutArticle *article = self->article;

  article->site_name = TAKE (self, site_name, "site_name");
  article->publisher = TAKE (self, publisher, "publisher");
  if (article->site_name == NULL && article->publisher != NULL)
    {
      article->site_name = g_strdup (article->publisher);
      cut_article_set_origin (article, "site_name",
                              g_hash_table_lookup (article->origins, "publisher"));
    }
}

static gboolean
is_title (const Meta *self, const char *title)
{
  return title != NULL && !cut_title_is_same (title, self->article->site_name);
}

/* Sites write one headline for the page, one for searches and one for sharing: of those they
 * give, the one that readers see is meant. */
static void
take_title (Meta *self, gboolean must_be_seen)
{
  CutArticle *article = self->article;

  for (guint i = 0; i < N_PLACES && article->title == NULL; i++)
    {
      g_autofree char *title = NULL;

      if (!is_title (self, self->facts[i].title))
        continue;
      title = cut_title_without_site (self->facts[i].title, article->site_name);
      if (must_be_seen && !cut_title_is_heading (self->tree, title))
        continue;
      article->title = g_steal_pointer (&title);
      cut_article_set_origin (article, "title", origins[i]);
    }
}

static void
fill_title (Meta *self)
{
  CutArticle *article = self->article;
  g_autofree char *element = cut_markup_get_title (self->tree);

  take_title (self, TRUE);
  take_title (self, FALSE);
  if (article->title != NULL)
    return;
  article->title = cut_title_from_page (self->tree, element, article->site_name);
  if (article->title != NULL)
    cut_article_set_origin (article, "title", "text");
}

static gboolean
is_site (const Meta *self, const char *name)
{
  return cut_title_is_same (name, self->article->site_name)
         || cut_title_is_same (name, self->article->publisher);
}

static void
add_authors (Meta *self, GPtrArray *authors, const char *text)
{
  g_autoptr (GPtrArray) names = cut_byline_split (text && is_site (self, text) ? NULL : text);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!is_site (self, name)
          && !g_ptr_array_find_with_equal_func (authors, name, g_str_equal, NULL))
        g_ptr_array_add (authors, g_strdup (name));
    }
}

static const char *
collect_authors (Meta *self, GPtrArray *authors)
{
  g_autofree char *visible = NULL;

  for (guint i = 0; i < N_PLACES; i++)
    {
      GPtrArray *list = self->facts[i].authors;

      for (guint j = 0; list != NULL && j < list->len; j++)
        add_authors (self, authors, g_ptr_array_index (list, j));
      if (authors->len > 0)
        return origins[i];
    }
  visible = cut_byline_find (self->tree);
  add_authors (self, authors, visible);
  return "text";
}

/* An organisation as author is no person, but better than none as a byline. */
static char *
organisation (const Meta *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    if (self->facts[i].authors != NULL && self->facts[i].authors->len > 0
        && is_site (self, g_ptr_array_index (self->facts[i].authors, 0)))
      return g_strdup (g_ptr_array_index (self->facts[i].authors, 0));
  return NULL;
}

static void
fill_authors (Meta *self)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  const char *origin = collect_authors (self, authors);

  if (authors->len == 0)
    {
      self->article->byline = organisation (self);
      return;
    }
  g_ptr_array_add (authors, NULL);
  self->article->authors = g_strdupv ((char **) authors->pdata);
  self->article->byline = g_strjoinv (", ", self->article->authors);
  cut_article_set_origin (self->article, "authors", origin);
  cut_article_set_origin (self->article, "byline", origin);
}

static CutDate *
date_of (Meta *self, gsize offset, const char *field)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      const char *value = G_STRUCT_MEMBER (char *, &self->facts[i], offset);
      CutDate *date = value ? cut_meta_date_parse (value, origins[i]) : NULL;

      if (date != NULL)
        {
          cut_article_set_origin (self->article, field, origins[i]);
          return date;
        }
    }
  return NULL;
}

/* The first visible date near the head of the page: time elements, then byline lines. */
static CutDate *
visible_date (Meta *self)
{
  for (guint i = 0; i < cut_tree_get_length (self->tree); i++)
    {
      const CutNode *node = cut_tree_get_node (self->tree, i);
      const char *value = node->tag == CUT_ELEMENT_TIME ? cut_node_get (node, "datetime") : NULL;
      g_autofree char *text = NULL;
      CutDate *date;

      if (node->role != CUT_NODE_BYLINE && node->tag != CUT_ELEMENT_TIME)
        continue;
      if (node->seen_role == CUT_NODE_DROPPED || node->seen_role == CUT_NODE_FURNITURE)
        continue;
      if (value == NULL)
        value = text = cut_node_get_text (self->tree, node);
      date = cut_meta_date_parse (value, "text");
      if (date != NULL)
        return date;
    }
  return NULL;
}

static void
fill_dates (Meta *self)
{
  CutArticle *article = self->article;

  article->published = date_of (self, G_STRUCT_OFFSET (CutFacts, published), "published");
  article->updated = date_of (self, G_STRUCT_OFFSET (CutFacts, updated), "updated");
  if (article->published == NULL && (article->published = visible_date (self)) != NULL)
    cut_article_set_origin (article, "published", "text");
  if (article->published == NULL)
    article->published = cut_meta_date_from_url (article->canonical_url);
  if (article->published == NULL)
    article->published = cut_meta_date_from_url (self->url);
  if (article->published != NULL && !g_hash_table_contains (article->origins, "published"))
    cut_article_set_origin (article, "published", "address");
}

/* "en_GB" is how OpenGraph writes en-GB. */
static char *
language_tag (char *value)
{
  gsize n = value ? strlen (value) : 0;

  for (gsize i = 0; i < n; i++)
    if (value[i] == '_')
      value[i] = '-';
    else if (!g_ascii_isalnum (value[i]) && value[i] != '-')
      n = 0;
  if (n >= 2 && n <= 35)
    return value;
  g_free (value);
  return NULL;
}

static void
fill_language (Meta *self)
{
  static const guint order[] = { FROM_META, FROM_JSONLD, FROM_OG, FROM_ITEMS };

  for (guint i = 0; i < G_N_ELEMENTS (order) && self->article->language == NULL; i++)
    {
      self->article->language = language_tag (g_strdup (self->facts[order[i]].language));
      if (self->article->language != NULL)
        cut_article_set_origin (self->article, "language", origins[order[i]]);
    }
}

static void
fill_addresses (Meta *self)
{
  g_autofree char *canonical = g_strdup (self->facts[FROM_META].canonical);
  g_autofree char *image = NULL;

  if (canonical == NULL)
    canonical = TAKE (self, canonical, "canonical_url");
  else
    cut_article_set_origin (self->article, "canonical_url", "meta");
  self->article->canonical_url = cut_page_url_resolve_picture (self->base, canonical);
  image = TAKE (self, image, "image");
  self->article->image = cut_page_url_resolve_picture (self->base, image);
}

static void
fill_keywords (Meta *self)
{
  for (guint i = 0; i < N_PLACES && self->article->keywords == NULL; i++)
    if (self->facts[i].keywords != NULL)
      {
        g_ptr_array_add (self->facts[i].keywords, NULL);
        self->article->keywords = g_strdupv ((char **) self->facts[i].keywords->pdata);
        cut_article_set_origin (self->article, "keywords", origins[i]);
      }
}

static void
fill_standfirst (Meta *self)
{
  self->article->standfirst = TAKE (self, standfirst, "standfirst");
  if (self->article->standfirst == NULL
      && (self->article->standfirst = cut_title_find_standfirst (self->tree)) != NULL)
    cut_article_set_origin (self->article, "standfirst", "text");
  self->article->excerpt = TAKE (self, description, "excerpt");
  self->article->kind = TAKE (self, kind, "kind");
}

void
cut_meta_fill (CutTree *tree, const char *url, const char *base, CutArticle *article, char **body)
{
  Meta self = { .tree = tree, .url = url, .base = base, .article = article };

  cut_jsonld_read (tree, &self.facts[FROM_JSONLD]);
  cut_markup_read_meta (tree, &self.facts[FROM_OG], &self.facts[FROM_META]);
  cut_markup_read_items (tree, &self.facts[FROM_ITEMS]);
  fill_site (&self);
  fill_title (&self);
  fill_authors (&self);
  fill_addresses (&self);
  fill_dates (&self);
  fill_language (&self);
  fill_standfirst (&self);
  fill_keywords (&self);
  *body = g_steal_pointer (&self.facts[FROM_JSONLD].body);
  for (guint i = 0; i < N_PLACES; i++)
    cut_facts_clear (&self.facts[i]);
}

static const CutBlock *
first_paragraph (const CutArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->role == CUT_ROLE_BODY && block->kind == CUT_BLOCK_PARAGRAPH
          && block->end > block->start)
        return block;
    }
  return NULL;
}

static void
fill_excerpt (CutArticle *article)
{
  const CutBlock *block = first_paragraph (article);

  if (article->excerpt != NULL || block == NULL)
    return;
  article->excerpt = g_utf8_substring (article->text, block->start,
                                       MIN (block->end, block->start + EXCERPT_CHARS));
  cut_article_set_origin (article, "excerpt", "text");
}

/* "LONDON (Reuters) - " opens a wire story, "(AP)" behind the place too. */
static void
fill_wire (CutArticle *article)
{
  static const char *const agencies[]
      = { "Reuters", "AP",     "AFP",   "dpa",    "PA",  "UPI",       "EFE", "ANSA",
          "Xinhua",  "TASS",   "KNA",   "epd",    "APA", "Belga",     "ANP", "TT",
          "NTB",     "Ritzau", "Kyodo", "Yonhap", "AAP", "Bloomberg", NULL };
  const CutBlock *block = first_paragraph (article);
  g_autofree char *start = NULL;

  if (block == NULL || article->wire_credit != NULL)
    return;
  start = g_utf8_substring (article->text, block->start, MIN (block->end, block->start + 80));
  for (const char *const *agency = agencies; *agency != NULL; agency++)
    {
      g_autofree char *mark = g_strdup_printf ("(%s)", *agency);

      if (strstr (start, mark) == NULL)
        continue;
      article->wire_credit = g_strdup (*agency);
      cut_article_set_origin (article, "wire_credit", "text");
      return;
    }
}

static gboolean
is_rtl (const char *text)
{
  guint rtl = 0;
  guint letters = 0;

  for (; *text != '\0' && letters < 500; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      letters += g_unichar_isalpha (c);
      rtl += (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF)
             || (c >= 0xFE70 && c <= 0xFEFC);
    }
  return rtl * 2 > letters;
}

void
cut_meta_finish (CutArticle *article)
{
  fill_excerpt (article);
  fill_wire (article);
  if (article->dir == NULL && is_rtl (article->text))
    article->dir = g_strdup ("rtl");
  if (article->image == NULL && article->images->len > 0)
    {
      article->image = g_strdup (g_ptr_array_index (article->images, 0));
      cut_article_set_origin (article, "image", "text");
    }
}

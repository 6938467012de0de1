/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-meta.h"

#include "cut-byline.h"
#include "cut-byline-words.h"
#include "cut-facts.h"
#include "cut-jsonld.h"
#include "cut-markup.h"
#include "cut-meta-date.h"
#include "cut-next-page.h"
#include "cut-page-url.h"
#include "cut-title.h"
#include "cut-visible-date.h"

#include <string.h>

#define MIN_LIKENESS 0.5f
#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

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
  guint headline; /* index of the node; G_MAXUINT when the page does not show it */
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

/* The publisher an article's data names is mostly the outlet; where it is the company behind it,
 * the page's title has the other name. */
static guint
place_of_site (Meta *self)
{
  const char *publisher = self->facts[FROM_JSONLD].publisher;
  const char *shared = self->facts[FROM_OG].site_name;
  g_autofree char *title = NULL;

  if (publisher == NULL || shared == NULL)
    return publisher ? FROM_JSONLD : FROM_OG;
  title = cut_markup_get_title (self->tree);
  return title != NULL && strstr (title, shared) != NULL && strstr (title, publisher) == NULL
             ? FROM_OG
             : FROM_JSONLD;
}

static void
fill_site (Meta *self)
{
  CutArticle *article = self->article;
  guint place = place_of_site (self);
  const CutFacts *facts = &self->facts[place];

  article->publisher = TAKE (self, publisher, "publisher");
  article->site_name = g_strdup (place == FROM_OG ? facts->site_name : facts->publisher);
  if (article->site_name != NULL)
    cut_article_set_origin (article, "site_name", origins[place]);
  else
    article->site_name = TAKE (self, site_name, "site_name");
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

/* "example" of "https://www.example.co.uk/": what titles often call the site. */
static char *
label_of (const char *address)
{
  g_autoptr (GUri) uri = address ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;
  g_auto (GStrv) labels = host ? g_strsplit (host, ".", 0) : NULL;
  guint n = labels ? g_strv_length (labels) : 0;

  if (n < 2)
    return NULL;
  /* "co.uk", "com.au" */
  return g_strdup (n > 2 && strlen (labels[n - 2]) <= 3 ? labels[n - 3] : labels[n - 2]);
}

/* Returns: (transfer full): @title without any name the site goes by */
static char *
without_sites (const Meta *self, const char *title)
{
  const CutFacts *facts = self->facts;
  g_autofree char *label = label_of (self->article->canonical_url);
  g_autofree char *address = label_of (self->url);
  const char *names[] = { self->article->site_name, self->article->publisher,
                          facts[FROM_OG].site_name,     facts[FROM_META].site_name,
                          facts[FROM_JSONLD].site_name, label,
                          address };
  char *cleaned = g_strdup (title);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      {
        g_autofree char *before = cleaned;

        cleaned = cut_title_without_site (before, names[i]);
      }
  return cleaned;
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
      char *heading;

      if (!is_title (self, self->facts[i].title))
        continue;
      title = without_sites (self, self->facts[i].title);
      if (must_be_seen && cut_title_find_heading (self->tree, title) == NULL)
        continue;
      heading = must_be_seen ? NULL : cut_title_cut_at_heading (self->tree, title);
      article->title = heading ? heading : g_steal_pointer (&title);
      cut_article_set_origin (article, "title", origins[i]);
    }
}

/* Whether @shared is another headline than @seen, rather than another spelling of it. */
static gboolean
is_for_sharing (const char *shared, const char *seen)
{
  return shared == NULL || cut_title_get_likeness (seen, shared) < MIN_LIKENESS;
}

static void
fill_title (Meta *self)
{
  CutArticle *article = self->article;
  g_autofree char *element = cut_markup_get_title (self->tree);
  g_autofree char *cleaned = element ? without_sites (self, element) : NULL;
  const CutNode *heading;

  take_title (self, TRUE);
  if (article->title == NULL && is_title (self, cleaned)
      && cut_title_find_heading (self->tree, cleaned) != NULL
      && is_for_sharing (self->facts[FROM_OG].title, cleaned))
    {
      article->title = g_strdup (cleaned);
      cut_article_set_origin (article, "title", "text");
    }
  take_title (self, FALSE);
  if (article->title == NULL)
    {
      article->title = cut_title_from_page (self->tree, cleaned, article->site_name);
      if (article->title != NULL)
        cut_article_set_origin (article, "title", "text");
    }
  heading = article->title ? cut_title_find_heading (self->tree, article->title) : NULL;
  if (heading == NULL && article->title != NULL)
    heading = cut_title_find_line (self->tree, article->title);
  self->headline = heading ? heading->index : G_MAXUINT;
}

/* Two or three words with a capital each: it may be the name of a person whose own site this is. */
static gboolean
is_like_person (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 5);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return FALSE;
  return n == 2 || n == 3;
}

/* The outlet's name, or what its address or its title calls it. */
static gboolean
is_site (const Meta *self, const char *name)
{
  g_autofree char *label = label_of (self->article->canonical_url);
  g_autofree char *address = label_of (self->url);
  g_autofree char *title = cut_markup_get_title (self->tree);

  if (cut_title_is_same (name, self->article->site_name) || cut_title_is_same (name, self->article->publisher))
    return TRUE;
  return !is_like_person (name)
         && (cut_title_names (title, name) || cut_title_is_same (name, label) || cut_title_is_same (name, address));
}

/* "Example News Staff", "Editors of Example News" */
static gboolean
is_of_site (const Meta *self, const char *name)
{
  return is_site (self, name) || cut_title_holds (name, self->article->site_name)
         || cut_title_holds (name, self->article->publisher);
}

static void
add_authors (Meta *self, GPtrArray *authors, const char *text)
{
  g_autoptr (GPtrArray) names = cut_byline_split (text && is_site (self, text) ? NULL : text);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!is_of_site (self, name)
          && !g_ptr_array_find_with_equal_func (authors, name, (GEqualFunc) cut_title_is_same, NULL))
        g_ptr_array_add (authors, g_strdup (name));
    }
}

/* Returns: (nullable): the agency that a page names in place of an author */
static const char *
find_agency (const Meta *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      GPtrArray *list = self->facts[i].authors;

      if (self->facts[i].organisation != NULL && cut_byline_is_agency (self->facts[i].organisation))
        return self->facts[i].organisation;
      for (guint j = 0; list != NULL && j < list->len; j++)
        if (cut_byline_is_agency (g_ptr_array_index (list, j)))
          return g_ptr_array_index (list, j);
    }
  return NULL;
}

/* "harbouradmin" is how somebody signs in. */
static gboolean
is_account (const char *name)
{
  return strchr (name, ' ') == NULL && g_ascii_islower (*name);
}

static gboolean
are_accounts (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (!is_account (g_ptr_array_index (names, i)))
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): where the authors in @authors come from: the first place of the page's data that names some */
static const char *
collect_from_data (Meta *self, GPtrArray *authors)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      GPtrArray *list = self->facts[i].authors;

      for (guint j = 0; list != NULL && j < list->len; j++)
        add_authors (self, authors, g_ptr_array_index (list, j));
      if (authors->len > 0)
        return origins[i];
    }
  return NULL;
}

static void
collect_visible (Meta *self, GPtrArray *authors)
{
  g_autoptr (GPtrArray) visible = cut_byline_find (self->tree, self->headline);

  for (guint i = 0; i < visible->len; i++)
    add_authors (self, authors, g_ptr_array_index (visible, i));
}

static const char *
collect_authors (Meta *self, GPtrArray *authors)
{
  g_autoptr (GPtrArray) visible = g_ptr_array_new_with_free_func (g_free);
  const char *origin = collect_from_data (self, authors);

  if (origin != NULL && !are_accounts (authors))
    return origin;
  /* Who signs elsewhere on the page of an agency's story wrote something else. */
  if (find_agency (self) != NULL)
    {
      g_ptr_array_set_size (authors, 0);
      return NULL;
    }
  collect_visible (self, visible);
  /* The name that readers see, rather than the one that somebody signs in with. */
  if (origin != NULL && (visible->len == 0 || are_accounts (visible)))
    return origin;
  g_ptr_array_set_size (authors, 0);
  g_ptr_array_extend_and_steal (authors, g_steal_pointer (&visible));
  return "text";
}

/* An organisation as author is no person, but better than none as a byline. */
static char *
organisation (const Meta *self)
{
  const char *agency = find_agency (self);

  if (agency != NULL)
    return g_strdup (agency);
  for (guint i = 0; i < N_PLACES; i++)
    if (self->facts[i].organisation != NULL)
      return g_strdup (self->facts[i].organisation);
    else if (self->facts[i].authors != NULL && self->facts[i].authors->len > 0
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

static CutDate *
date_of (Meta *self, gsize offset, const char *field, CutDateOrder order)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      const char *value = G_STRUCT_MEMBER (char *, &self->facts[i], offset);
      CutDate *date = value ? cut_meta_date_parse_in (value, order, origins[i]) : NULL;

      if (date != NULL)
        {
          cut_article_set_origin (self->article, field, origins[i]);
          return date;
        }
    }
  return NULL;
}

static gboolean
is_same_day (CutDate *a, CutDate *b)
{
  gint64 apart = cut_date_get_sort_key (a) - cut_date_get_sort_key (b);

  return apart >= -DAY_MS && apart <= 2 * DAY_MS;
}

/* The address is surer than what stands on the page; where both say the same day, the page may
 * also say the hour. */
static void
find_date (Meta *self, CutDateOrder order)
{
  CutArticle *article = self->article;
  g_autoptr (CutDate) seen = cut_visible_date_find (self->tree, self->headline, order);
  g_autoptr (CutDate) address = cut_meta_date_from_url (article->canonical_url);
  gboolean take_seen;

  if (address == NULL)
    address = cut_meta_date_from_url (self->url);
  take_seen = seen != NULL && (address == NULL || is_same_day (seen, address));
  article->published = take_seen ? g_steal_pointer (&seen) : g_steal_pointer (&address);
  if (article->published != NULL)
    cut_article_set_origin (article, "published", take_seen ? "text" : "address");
}

/* What the page shows of a change; the same day and hour again is none. */
static void
find_change (Meta *self, CutDateOrder order)
{
  CutArticle *article = self->article;
  g_autoptr (CutDate) seen = cut_visible_date_find_change (self->tree, self->headline, order);

  if (seen == NULL
      || (article->published != NULL
          && cut_date_get_sort_key (seen) <= cut_date_get_sort_key (article->published)))
    return;
  article->updated = g_steal_pointer (&seen);
  cut_article_set_origin (article, "updated", "text");
}

static void
fill_dates (Meta *self)
{
  CutArticle *article = self->article;
  const char *locale = self->facts[FROM_OG].language;
  CutDateOrder order = cut_meta_date_get_order (article->language);

  /* "en" alone leaves open whose English; OpenGraph may know. */
  if (order == CUT_DATE_ORDER_UNKNOWN && locale != NULL)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (locale), "_", '-');

      order = cut_meta_date_get_order (tag);
    }
  article->published = date_of (self, G_STRUCT_OFFSET (CutFacts, published), "published", order);
  article->updated = date_of (self, G_STRUCT_OFFSET (CutFacts, updated), "updated", order);
  if (article->published == NULL)
    find_date (self, order);
  if (article->updated == NULL)
    find_change (self, order);
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

/* Only JSON-LD says it. */
static void
fill_about (Meta *self)
{
  GPtrArray *about = self->facts[FROM_JSONLD].about;

  if (about == NULL)
    return;
  g_ptr_array_extend_and_steal (self->article->about, g_steal_pointer (&self->facts[FROM_JSONLD].about));
  cut_article_set_origin (self->article, "about", origins[FROM_JSONLD]);
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

static void
fill_rights (Meta *self)
{
  g_autofree char *licence = TAKE (self, licence, "licence");
  g_autofree char *address = cut_page_url_resolve_picture (self->base, licence);

  self->article->licence = address ? g_steal_pointer (&address) : g_steal_pointer (&licence);
  self->article->wire_credit = TAKE (self, wire_credit, "wire_credit");
  if (self->article->wire_credit == NULL && find_agency (self) != NULL)
    {
      self->article->wire_credit = g_strdup (find_agency (self));
      cut_article_set_origin (self->article, "wire_credit", "meta");
    }
}

void
cut_meta_fill (CutTree *tree, const char *url, const char *base, CutArticle *article, char **body)
{
  Meta self = { .tree = tree, .url = url, .base = base, .article = article };

  cut_jsonld_read (tree, &self.facts[FROM_JSONLD], article->reviews);
  cut_markup_read_meta (tree, &self.facts[FROM_OG], &self.facts[FROM_META]);
  cut_markup_read_items (tree, &self.facts[FROM_ITEMS]);
  if (article->reviews->len == 0)
    cut_markup_read_reviews (tree, article->reviews);
  fill_addresses (&self);
  fill_site (&self);
  fill_title (&self);
  fill_authors (&self);
  fill_language (&self);
  fill_dates (&self);
  fill_standfirst (&self);
  fill_keywords (&self);
  fill_about (&self);
  fill_rights (&self);
  article->next_url = cut_next_page_find (tree, url ? url : article->canonical_url, base);
  *body = g_steal_pointer (&self.facts[FROM_JSONLD].body);
  for (guint i = 0; i < N_PLACES; i++)
    cut_facts_clear (&self.facts[i]);
}

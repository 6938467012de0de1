/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-class.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *word;
  guint meaning;
} Word;

/* In alphabetical order: looked up by halving. */
static const Word words[] = {
  { "ad", CUT_CLASS_AD },
  { "addthis", CUT_CLASS_SHARE },
  { "ads", CUT_CLASS_AD },
  { "adsense", CUT_CLASS_AD },
  { "adslot", CUT_CLASS_AD },
  { "advert", CUT_CLASS_AD },
  { "advertisement", CUT_CLASS_AD },
  { "advertising", CUT_CLASS_AD },
  { "advertorial", CUT_CLASS_AD },
  { "adverts", CUT_CLASS_AD },
  { "alsoread", CUT_CLASS_RELATED },
  { "artboard", CUT_CLASS_SIDE },
  { "article", CUT_CLASS_GOOD },
  { "author", CUT_CLASS_AUTHOR },
  { "authorbio", CUT_CLASS_BIO },
  { "authorbox", CUT_CLASS_BIO },
  { "authors", CUT_CLASS_AUTHOR },
  { "autor", CUT_CLASS_AUTHOR },
  { "banner", CUT_CLASS_BAD },
  { "bio", CUT_CLASS_BIO },
  { "biography", CUT_CLASS_BIO },
  { "blog", CUT_CLASS_GOOD },
  { "body", CUT_CLASS_GOOD },
  { "breadcrumb", CUT_CLASS_NAVIGATION },
  { "breadcrumbs", CUT_CLASS_NAVIGATION },
  { "byauthor", CUT_CLASS_AUTHOR },
  { "bydate", CUT_CLASS_DATE },
  { "byline", CUT_CLASS_AUTHOR },
  { "bylines", CUT_CLASS_AUTHOR },
  { "caption", CUT_CLASS_CAPTION },
  { "captions", CUT_CLASS_CAPTION },
  { "comment", CUT_CLASS_COMMENT },
  { "commentlist", CUT_CLASS_COMMENT },
  { "comments", CUT_CLASS_COMMENT },
  { "consent", CUT_CLASS_CALL },
  { "content", CUT_CLASS_GOOD },
  { "contributor", CUT_CLASS_AUTHOR },
  { "contributors", CUT_CLASS_AUTHOR },
  { "cookie", CUT_CLASS_CALL },
  { "cookies", CUT_CLASS_CALL },
  { "copyright", CUT_CLASS_CREDIT },
  { "credit", CUT_CLASS_CREDIT },
  { "credits", CUT_CLASS_CREDIT },
  { "crumbs", CUT_CLASS_NAVIGATION },
  { "date", CUT_CLASS_DATE },
  { "dateline", CUT_CLASS_DATE },
  { "datetime", CUT_CLASS_DATE },
  { "deck", CUT_CLASS_STANDFIRST },
  { "dek", CUT_CLASS_STANDFIRST },
  { "disqus", CUT_CLASS_COMMENT },
  { "donate", CUT_CLASS_CALL },
  { "donation", CUT_CLASS_CALL },
  { "entry", CUT_CLASS_GOOD },
  { "facebook", CUT_CLASS_BAD },
  { "feedback", CUT_CLASS_CALL },
  { "foot", CUT_CLASS_BAD },
  { "footer", CUT_CLASS_BAD },
  { "gdpr", CUT_CLASS_CALL },
  { "hashtags", CUT_CLASS_TAGS },
  { "hidden", CUT_CLASS_HIDDEN },
  { "inread", CUT_CLASS_AD },
  { "jumplinks", CUT_CLASS_NAVIGATION },
  { "keywords", CUT_CLASS_TAGS },
  { "lastmod", CUT_CLASS_DATE },
  { "login", CUT_CLASS_CALL },
  { "main", CUT_CLASS_GOOD },
  { "masthead", CUT_CLASS_NAVIGATION },
  { "menu", CUT_CLASS_NAVIGATION },
  { "meta", CUT_CLASS_BAD },
  { "modal", CUT_CLASS_CALL },
  { "morefrom", CUT_CLASS_RELATED },
  { "mostpopular", CUT_CLASS_RELATED },
  { "mostread", CUT_CLASS_RELATED },
  { "nav", CUT_CLASS_NAVIGATION },
  { "navbar", CUT_CLASS_NAVIGATION },
  { "navigation", CUT_CLASS_NAVIGATION },
  { "newsletter", CUT_CLASS_CALL },
  { "newsletters", CUT_CLASS_CALL },
  { "noprint", CUT_CLASS_BAD },
  { "outbrain", CUT_CLASS_AD },
  { "overlay", CUT_CLASS_BAD },
  { "pagination", CUT_CLASS_NAVIGATION },
  { "paginator", CUT_CLASS_NAVIGATION },
  { "paywall", CUT_CLASS_CALL },
  { "popular", CUT_CLASS_RELATED },
  { "popup", CUT_CLASS_CALL },
  { "post", CUT_CLASS_GOOD },
  { "promo", CUT_CLASS_AD },
  { "promos", CUT_CLASS_AD },
  { "promoted", CUT_CLASS_AD },
  { "promotion", CUT_CLASS_AD },
  { "pubdate", CUT_CLASS_DATE },
  { "published", CUT_CLASS_DATE },
  { "rail", CUT_CLASS_SIDE },
  { "readalso", CUT_CLASS_RELATED },
  { "readmore", CUT_CLASS_RELATED },
  { "recirc", CUT_CLASS_RELATED },
  { "recirculation", CUT_CLASS_RELATED },
  { "recommendation", CUT_CLASS_RELATED },
  { "recommendations", CUT_CLASS_RELATED },
  { "recommended", CUT_CLASS_RELATED },
  { "related", CUT_CLASS_RELATED },
  { "relatedarticles", CUT_CLASS_RELATED },
  { "relatedposts", CUT_CLASS_RELATED },
  { "replies", CUT_CLASS_COMMENT },
  { "reply", CUT_CLASS_COMMENT },
  { "respond", CUT_CLASS_COMMENT },
  { "share", CUT_CLASS_SHARE },
  { "sharebar", CUT_CLASS_SHARE },
  { "sharedaddy", CUT_CLASS_SHARE },
  { "sharethis", CUT_CLASS_SHARE },
  { "sharing", CUT_CLASS_SHARE },
  { "sidebar", CUT_CLASS_SIDE },
  { "signup", CUT_CLASS_CALL },
  { "skyscraper", CUT_CLASS_AD },
  { "social", CUT_CLASS_SHARE },
  { "socialmedia", CUT_CLASS_SHARE },
  { "sponsor", CUT_CLASS_AD },
  { "sponsored", CUT_CLASS_AD },
  { "sponsors", CUT_CLASS_AD },
  { "standfirst", CUT_CLASS_STANDFIRST },
  { "story", CUT_CLASS_GOOD },
  { "subhead", CUT_CLASS_STANDFIRST },
  { "subheading", CUT_CLASS_STANDFIRST },
  { "subheadline", CUT_CLASS_STANDFIRST },
  { "subscribe", CUT_CLASS_CALL },
  { "subscription", CUT_CLASS_CALL },
  { "subtitle", CUT_CLASS_STANDFIRST },
  { "taboola", CUT_CLASS_AD },
  { "tagcloud", CUT_CLASS_TAGS },
  { "taglist", CUT_CLASS_TAGS },
  { "tags", CUT_CLASS_TAGS },
  { "teaser", CUT_CLASS_RELATED },
  { "teasers", CUT_CLASS_RELATED },
  { "text", CUT_CLASS_GOOD },
  { "ticker", CUT_CLASS_NAVIGATION },
  { "timestamp", CUT_CLASS_DATE },
  { "toolbar", CUT_CLASS_NAVIGATION },
  { "tools", CUT_CLASS_SHARE },
  { "topics", CUT_CLASS_TAGS },
  { "trackback", CUT_CLASS_COMMENT },
  { "trackbacks", CUT_CLASS_COMMENT },
  { "trending", CUT_CLASS_RELATED },
  { "tweet", CUT_CLASS_BAD },
  { "updated", CUT_CLASS_DATE },
  { "upsell", CUT_CLASS_CALL },
  { "widget", CUT_CLASS_BAD },
  { "widgets", CUT_CLASS_BAD },
  { "writer", CUT_CLASS_AUTHOR },
  { "youmightlike", CUT_CLASS_RELATED },
};

/* Two words in a row that say what neither says alone. */
static const Word pairs[] = {
  { "about-author", CUT_CLASS_BIO },     { "also-like", CUT_CLASS_RELATED },
  { "author-bio", CUT_CLASS_BIO },       { "author-box", CUT_CLASS_BIO },
  { "author-info", CUT_CLASS_BIO },      { "dont-miss", CUT_CLASS_RELATED },
  { "image-source", CUT_CLASS_CREDIT },  { "more-from", CUT_CLASS_RELATED },
  { "more-on", CUT_CLASS_RELATED },      { "more-stories", CUT_CLASS_RELATED },
  { "most-popular", CUT_CLASS_RELATED }, { "most-read", CUT_CLASS_RELATED },
  { "most-viewed", CUT_CLASS_RELATED },  { "photo-by", CUT_CLASS_CREDIT },
  { "read-also", CUT_CLASS_RELATED },    { "read-more", CUT_CLASS_RELATED },
  { "read-next", CUT_CLASS_RELATED },    { "read-time", CUT_CLASS_DATE },
  { "reading-time", CUT_CLASS_DATE },    { "see-also", CUT_CLASS_RELATED },
  { "sign-up", CUT_CLASS_CALL },         { "sr-only", CUT_CLASS_HIDDEN },
  { "screen-reader", CUT_CLASS_HIDDEN }, { "sub-title", CUT_CLASS_STANDFIRST },
  { "up-next", CUT_CLASS_RELATED },      { "visually-hidden", CUT_CLASS_HIDDEN },
  { "whats-next", CUT_CLASS_RELATED },   { "you-may", CUT_CLASS_RELATED },
};

/* Prefixes of classes that describe the page or its topic, not the element. */
static const char *const unspeaking[]
    = { "tag-",       "category-",      "has-", "no-",   "with-",     "is-",       "postid-",
        "post-type-", "author-archive", "js-",  "type-", "hide-for-", "show-for-", NULL };

static int
compare_word (const void *key, const void *entry)
{
  return strcmp (key, ((const Word *) entry)->word);
}

static guint
look_up (const char *word)
{
  const Word *found = bsearch (word, words, G_N_ELEMENTS (words), sizeof (Word), compare_word);

  return found ? found->meaning : 0;
}

static guint
look_up_pair (const char *first, const char *second)
{
  char both[64];

  if (*first == '\0' || strlen (first) + strlen (second) + 2 > sizeof both)
    return 0;
  g_snprintf (both, sizeof both, "%s-%s", first, second);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (both, pairs[i].word))
      return pairs[i].meaning;
  return 0;
}

static gboolean
is_unspeaking (const char *value)
{
  for (const char *const *prefix = unspeaking; *prefix != NULL; prefix++)
    if (g_str_has_prefix (value, *prefix))
      return TRUE;
  return FALSE;
}

/* An anchor made from a heading ("sharing-with-a-single-developer") says what the section is
 * about, not what the element is for. */
static gboolean
is_slug (const char *value)
{
  guint parts = 1;

  for (; *value != '\0' && !g_ascii_isspace (*value); value++)
    parts += *value == '-' || *value == '_';
  return parts >= 4;
}

/* Reads the words of one space-separated value: runs of letters, broken also where
 * a capital follows a small letter. */
static guint
read_value (const char *at)
{
  char previous[32] = "";
  guint meaning = 0;

  while (*at != '\0' && !g_ascii_isspace (*at))
    {
      char word[32];
      gsize n = 0;
      gboolean small = FALSE;

      while (*at != '\0' && !g_ascii_isspace (*at) && !g_ascii_isalpha (*at))
        at++;
      for (; g_ascii_isalpha (*at) && !(small && g_ascii_isupper (*at)); at++)
        {
          small = g_ascii_islower (*at);
          if (n + 1 < sizeof word)
            word[n++] = g_ascii_tolower (*at);
        }
      word[n] = '\0';
      if (n == 0)
        continue;
      meaning |= look_up (word) | look_up_pair (previous, word);
      g_strlcpy (previous, word, sizeof previous);
    }
  return meaning;
}

static guint
read_attribute (const char *value)
{
  guint meaning = 0;

  while (value != NULL && *value != '\0')
    {
      while (g_ascii_isspace (*value))
        value++;
      if (*value != '\0' && !is_unspeaking (value))
        meaning |= read_value (value);
      while (*value != '\0' && !g_ascii_isspace (*value))
        value++;
    }
  return meaning;
}

guint
cut_class_read (const CutNode *node)
{
  guint meaning = 0;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const char *name = node->attributes[i].name;

      if (g_str_equal (name, "id") && is_slug (node->attributes[i].value))
        continue;
      if (g_str_equal (name, "class") || g_str_equal (name, "id")
          || g_str_equal (name, "data-component"))
        meaning |= read_attribute (node->attributes[i].value);
    }
  return meaning;
}

/* "articleBody", "article_body" and "article-body" are one name. */
static void
normalise (const char *value, char *out, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; value[i] != '\0' && n + 2 < size; i++)
    {
      gboolean breaks = i > 0 && g_ascii_isupper (value[i]) && g_ascii_islower (value[i - 1]);

      if (breaks)
        out[n++] = '-';
      if (g_ascii_isalnum (value[i]))
        out[n++] = g_ascii_tolower (value[i]);
      else if (g_ascii_isspace (value[i]))
        out[n++] = ' ';
      else if (n > 0 && out[n - 1] != '-')
        out[n++] = '-';
    }
  out[n] = '\0';
}

static guint
rank_of_value (const char *value)
{
  static const char *const first[]
      = { "article-body",      "articlebody",  "story-body",    "storybody",
          "entry-content",     "post-content", "post-body",     "article-content",
          "article-text",      "articletext",  "story-content", "story-text",
          "article-main-text", "body-copy",    "bodycopy",      "post-text",
          "article-copy",      "body-text",    "content-body",  "rich-text-body",
          "single-content",    "post-entry",   "blog-content",  "article-page-body",
          "articlecontent",    "content-text", "artikel-text",  NULL };
  static const char *const second[]
      = { "article",      "story",        "post",         "entry",       "hentry",
          "page-content", "main-content", "content-main", "maincontent", NULL };
  char name[256];

  normalise (value, name, sizeof name);
  for (const char *const *word = first; *word != NULL; word++)
    {
      const char *at = strstr (name, *word);
      char after = at ? at[strlen (*word)] : 'x';

      if (at != NULL && (after == '\0' || after == ' ' || after == '-'))
        return 1;
    }
  for (const char *const *word = second; *word != NULL; word++)
    {
      const char *at = strstr (name, *word);
      char after = at ? at[strlen (*word)] : 'x';

      if (at != NULL && (at == name || at[-1] == ' ') && (after == '\0' || after == ' '))
        return 2;
    }
  return 0;
}

guint
cut_class_get_rank (const CutNode *node)
{
  const char *class = cut_node_get (node, "class");
  const char *id = cut_node_get (node, "id");
  guint of_class = class ? rank_of_value (class) : 0;
  guint of_id = id ? rank_of_value (id) : 0;

  if (of_class == 0 || of_id == 0)
    return MAX (of_class, of_id);
  return MIN (of_class, of_id);
}

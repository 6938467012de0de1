/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-verdict-page.h"

#include "cut-json-graph.h"
#include "cut-markup.h"
#include "cut-verdict-words.h"

#include <string.h>

/* Phrases are looked for in so many bytes; pages that are no articles are short. */
#define MOST_WORDS 12000

#define MOST_CLASSES 16
#define SHORTEST_HEADLINE 20
#define SHORTEST_LINK 24 /* of one that leads to an article, not to a section */

/* Text. */

static void
append (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0' && out->len < MOST_WORDS; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (c)));
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
}

static guint
measure (const char *text)
{
  guint length = 0;
  gboolean space = TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        length += g_unichar_iswide (c) ? 3 : 1;
      else
        length += !space;
      space = g_unichar_isspace (c);
    }
  return length;
}

static char *
lower (char *text)
{
  char *folded = text != NULL ? g_utf8_strdown (text, -1) : g_strdup ("");

  g_free (text);
  return folded;
}

static gboolean
is_unseen (const CutNode *node)
{
  const char *style = cut_node_get (node, "style");

  if (node->tag == CUT_ELEMENT_HEAD || node->tag == CUT_ELEMENT_SCRIPT || node->tag == CUT_ELEMENT_STYLE || node->tag == CUT_ELEMENT_NOSCRIPT
      || node->tag == CUT_ELEMENT_TEMPLATE || node->tag == CUT_ELEMENT_SVG || node->tag == CUT_ELEMENT_SELECT)
    return TRUE;
  return cut_node_get (node, "hidden") != NULL || (style != NULL && strstr (style, "display:none") != NULL);
}

static gboolean
has_any (const char *value, const char *const *parts)
{
  g_autofree char *folded = g_ascii_strdown (value, -1);

  for (const char *const *part = parts; *part != NULL; part++)
    if (strstr (folded, *part) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): "CommentList" as "comment-list" */
static char *
part_humps (const char *name)
{
  GString *parted = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    {
      if (at > name && g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
        g_string_append_c (parted, '-');
      g_string_append_c (parted, g_ascii_tolower (*at));
    }
  return g_string_free (parted, FALSE);
}

/* "commentlist", "sitefooter", "newsletterbox" */
static gboolean
is_compound (const char *word, const char *const *parts)
{
  static const char *const behind[] = { "", "s", "list", "box", "banner", "section", "area", "form", "bar", "wrap", "wrapper", "container", "widget", "signup", "modal", "popup",
                                        "notice", "content", "inner", NULL };
  static const char *const before[] = { "", "site", "page", "main", "global", "blog", "app", "web", NULL };

  for (const char *const *part = parts; *part != NULL; part++)
    {
      const char *at = strstr (word, *part);
      g_autofree char *start = at != NULL ? g_strndup (word, (gsize) (at - word)) : NULL;

      if (at != NULL && g_strv_contains (before, start) && g_strv_contains (behind, at + strlen (*part)))
        return TRUE;
    }
  return FALSE;
}

/* "site-footer" and "CommentList" are margins; "has-footer-widgets" and "comments-open" tell of the page. */
static gboolean
is_margin_name (const char *name, const char *const *parts)
{
  static const char *const tellers[] = { "has", "no", "with", "without", "is", "open", "closed", "enabled", "disabled", "on", "off", NULL };
  g_autofree char *parted = part_humps (name);
  g_auto (GStrv) words = g_strsplit_set (parted, "-_:", -1);
  gboolean found = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      if (g_strv_contains (tellers, *word))
        return FALSE;
      found = found || is_compound (*word, parts);
    }
  return found;
}

/* Where offers stand that wall nothing off. */
static gboolean
is_margin (const CutNode *node)
{
  static const char *const parts[] = { "comment", "newsletter", "footer", "cookie", "consent", NULL };
  static const char *const names[] = { "class", "id", NULL };

  if (node->tag == CUT_ELEMENT_NAV || node->tag == CUT_ELEMENT_FOOTER || (node->tag == CUT_ELEMENT_HEADER && node->parent->tag == CUT_ELEMENT_BODY))
    return TRUE;
  if (node->tag == CUT_ELEMENT_BODY || node->tag == CUT_ELEMENT_HTML || node->n_attributes == 0)
    return FALSE;
  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = cut_node_get (node, *name);
      g_auto (GStrv) words = value != NULL && has_any (value, parts) ? g_strsplit_set (value, " \t\n", MOST_CLASSES) : NULL;

      for (char **word = words; word != NULL && *word != NULL; word++)
        if (is_margin_name (*word, parts))
          return TRUE;
    }
  return FALSE;
}

static void
read_words (CutVerdictPage *self, CutTree *tree)
{
  GString *words = g_string_new (NULL);
  GString *offer = g_string_new (NULL);
  guint margin = 0;

  for (guint i = cut_tree_get_body (tree)->index; i < cut_tree_get_body (tree)->end; i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      const char *value = node->tag == CUT_ELEMENT_INPUT ? cut_node_get (node, "value") : NULL;
      const char *said = node->text != NULL ? node->text : value;

      if (node->text == NULL && is_unseen (node))
        i = node->end - 1;
      else if (node->text == NULL && (cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || node->tag == CUT_ELEMENT_BUTTON))
        append (words, " "), append (offer, " ");
      if (node->text == NULL && i >= margin && is_margin (node))
        margin = node->end;
      if (said == NULL || (node->text == NULL && is_unseen (node)))
        continue;
      append (words, said);
      self->seen += node->text != NULL ? measure (said) : 0;
      if (i >= margin)
        append (offer, said);
    }
  self->words = g_string_free (words, FALSE);
  self->offer = g_string_free (offer, FALSE);
}

/* Attributes. */

static gboolean
is_empty (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *below = cut_tree_get_node ((CutTree *) tree, i);

      if (below->tag == CUT_ELEMENT_SCRIPT || below->tag == CUT_ELEMENT_STYLE || below->tag == CUT_ELEMENT_NOSCRIPT
          || below->tag == CUT_ELEMENT_SVG)
        i = below->end - 1;
      else if (below->text != NULL && measure (below->text) > 40)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_mount (const CutTree *tree, const CutNode *node)
{
  static const char *const ids[] = { "app", "root", "__next", "__nuxt", "___gatsby", "svelte", "react-root", "app-root", "main-app", "application",
                                     "mount", "ember-app", "q-app", "__layout", "react-app", "vue-app", "app-mount", "container-root", NULL };
  const char *id = cut_node_get (node, "id");

  if (node->tag == CUT_ELEMENT_UNKNOWN)
    return FALSE;
  return id != NULL && g_strv_contains (ids, id) && is_empty (tree, node);
}

static gboolean
is_wall (const char *value)
{
  static const char *const names[] = { "paywall", "regwall", "registration-wall", "subscription-wall", "premium-wall", "subscriber-wall",
                                       "subscribe-wall", "content-gate", "article-gate", "piano-offer", "tp-container", "meteredcontent", NULL };
  g_autofree char *name = g_ascii_strdown (value, -1);

  for (const char *const *at = names; *at != NULL; at++)
    if (strstr (name, *at) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_attributes (CutVerdictPage *self, const CutNode *node)
{
  static const char *const names[] = { "id", "class", "name", "action", "src", NULL };

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const CutAttribute *attribute = &node->attributes[i];
      guint challenge;

      if (!g_strv_contains (names, attribute->name))
        continue;
      challenge = cut_verdict_is_challenge (attribute->value);
      self->challenge = MAX (self->challenge, challenge);
      self->wall = self->wall || (i < 8 && *attribute->name != 's' && is_wall (attribute->value));
    }
}

static void
read_meta (CutVerdictPage *self, const CutNode *node)
{
  const char *name = cut_node_get (node, "property") ? cut_node_get (node, "property") : cut_node_get (node, "name");
  const char *content = cut_node_get (node, "content");
  g_autofree char *value = content ? g_ascii_strdown (content, -1) : NULL;

  if (name == NULL)
    name = cut_node_get (node, "itemprop");
  if (name == NULL || value == NULL)
    return;
  if (g_ascii_strcasecmp (name, "og:type") == 0)
    {
      self->has_article = self->has_article || g_str_has_prefix (value, "article");
      self->is_site = self->is_site || g_str_has_prefix (value, "website");
    }
  else if (g_str_has_suffix (name, "content_tier") || g_str_has_suffix (name, "content-tier"))
    {
      self->metered = self->metered || strstr (value, "meter") != NULL;
      self->closed = self->closed || strstr (value, "locked") != NULL || strstr (value, "premium") != NULL
                     || strstr (value, "paid") != NULL || strstr (value, "subscri") != NULL;
    }
  else if (g_ascii_strcasecmp (name, "isAccessibleForFree") == 0)
    self->closed = self->closed || g_str_equal (value, "false");
}

/* A heading in a link, or with one in it. */
static const CutNode *
find_headline (const CutNode *node)
{
  for (guint i = 0; node != NULL && i < 4; i++, node = node->parent)
    if (cut_node_is (node, CUT_ELEMENT_IS_HEADING))
      return node;
  return NULL;
}

/* A heading that links to itself is no headline of another article. */
static gboolean
leads_away (const CutNode *words)
{
  for (const CutNode *node = words; node != NULL; node = node->parent)
    if (node->text == NULL && node->tag == CUT_ELEMENT_A)
      {
        const char *address = cut_node_get (node, "href");

        return address != NULL && *address != '#';
      }
  return FALSE;
}

static void
count_link (CutVerdictPage *self, const CutNode *words, const char *text)
{
  guint length = measure (words->text);
  g_autofree char *line = NULL;

  self->link_chars += length;
  if (length < SHORTEST_LINK)
    return;
  line = g_strstrip (g_strdup (words->text));
  self->n_links++;
  self->n_links_in_text += strstr (text, line) != NULL;
}

/* Returns: the heading counted last */
static const CutNode *
count_headline (CutVerdictPage *self, const CutNode *words, const CutNode *last, const char *text)
{
  const CutNode *headline = measure (words->text) >= SHORTEST_HEADLINE && leads_away (words) ? find_headline (words) : NULL;
  g_autofree char *line = NULL;

  if (headline == NULL || headline == last)
    return last;
  line = g_strstrip (g_strdup (words->text));
  self->n_headlines++;
  self->n_headlines_in_text += strstr (text, line) != NULL;
  return headline;
}

static void
read_elements (CutVerdictPage *self, CutTree *tree, const char *text)
{
  GString *noscript = g_string_new (NULL);
  const CutNode *last = NULL;
  guint margin = 0;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autofree char *without = self->brief && node->tag == CUT_ELEMENT_NOSCRIPT ? cut_node_get_text (tree, node) : NULL;

      if (node->text == NULL && i >= margin && is_margin (node))
        margin = node->end;
      if (node->text != NULL && node->in_link)
        last = count_headline (self, node, last, text);
      if (node->text != NULL && node->in_link && i >= margin && find_headline (node) == NULL && leads_away (node))
        count_link (self, node, text);
      self->has_script = self->has_script || node->tag == CUT_ELEMENT_SCRIPT;
      self->n_passwords += node->tag == CUT_ELEMENT_INPUT && i >= margin && g_strcmp0 (cut_node_get (node, "type"), "password") == 0;
      self->n_buttons += node->tag == CUT_ELEMENT_BUTTON || node->tag == CUT_ELEMENT_INPUT;
      self->mount = self->mount || is_mount (tree, node);
      if (without != NULL)
        append (noscript, without);
      if (node->tag == CUT_ELEMENT_META)
        read_meta (self, node);
      else if (self->brief && node->n_attributes > 0)
        read_attributes (self, node);
      if (node->tag == CUT_ELEMENT_H1 && self->heading == NULL)
        self->heading = lower (cut_node_get_text (tree, node));
    }
  self->noscript = g_string_free (noscript, FALSE);
}

/* JSON-LD. */

static gboolean
is_no (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = cut_json_graph_string (node);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return !json_node_get_boolean (node);
  return text != NULL && g_ascii_strcasecmp (text, "false") == 0;
}

static guint
count_words (const char *text)
{
  guint count = 0;

  for (gboolean in_word = FALSE; *text != '\0'; text++)
    {
      count += !in_word && !g_ascii_isspace (*text);
      in_word = !g_ascii_isspace (*text);
    }
  return count;
}

static guint
read_expected (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "wordCount");
  const char *text = cut_json_graph_string (node);
  const char *body = cut_json_graph_member (object, "articleBody");
  gint64 words = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    words = json_node_get_int (node);
  else if (text != NULL)
    words = g_ascii_strtoll (text, NULL, 10);
  if (body != NULL)
    words = MAX (words, count_words (body));
  return (guint) CLAMP (words, 0, 1000000);
}

static void
read_graph (CutVerdictPage *self, CutTree *tree)
{
  static const char *const types[] = { "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
                                       "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "TechArticle", "ScholarlyArticle", NULL };
  g_autoptr (CutJsonGraph) graph = cut_json_graph_new (tree);
  JsonObject *object;

  for (guint i = 0; (object = cut_json_graph_get (graph, i)) != NULL; i++)
    {
      self->closed = self->closed || is_no (object, "isAccessibleForFree");
      if (!cut_json_graph_has_type (object, types))
        continue;
      self->has_article = TRUE;
      self->expected = MAX (self->expected, read_expected (object));
    }
}

CutVerdictPage *
cut_verdict_page_new (CutTree *tree, const CutArticle *article, guint most)
{
  CutVerdictPage *self = g_new0 (CutVerdictPage, 1);
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);

  self->length = measure (text);
  self->title = lower (cut_markup_get_title (tree));
  self->brief = self->length < most;
  if (self->brief)
    read_words (self, tree);
  read_elements (self, tree, text);
  read_graph (self, tree);
  if (self->heading == NULL)
    self->heading = g_strdup ("");
  return self;
}

void
cut_verdict_page_free (CutVerdictPage *self)
{
  g_free (self->title);
  g_free (self->heading);
  g_free (self->words);
  g_free (self->offer);
  g_free (self->noscript);
  g_free (self);
}

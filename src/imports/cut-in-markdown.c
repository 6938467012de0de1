/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-in-markdown.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <yaml.h>

#include "cut-in-reference.h"
#include "cut-in.h"

/* Markdown with front matter, as Obsidian and its clipper, Logseq and others write it: YAML between two lines of "---".
 * Read with libyaml and cmark. */

void
cut_in_markdown_take (CutBroughtItem *item,
                      const char     *markdown)
{
  char *html;

  if (markdown[strspn (markdown, " \t\r\n")] == '\0')
    return;
  html = cmark_markdown_to_html (markdown, strlen (markdown), CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8);
  cut_brought_item_take_html (item, html);
  free (html);
}

/* Front matter. */

/* "[[Jane Baker]]" and "[[people/jane|Jane Baker]]" link to a note of her. */
static char *
without_link (const char *value)
{
  g_autofree char *bare = NULL;
  const char *bar;

  if (!g_str_has_prefix (value, "[[") || !g_str_has_suffix (value, "]]"))
    return g_strdup (value);
  bare = g_strndup (value + 2, strlen (value) - 4);
  bar = strchr (bare, '|');
  return g_strdup (bar != NULL ? bar + 1 : bare);
}

static gboolean
is_one_of (const char        *key,
           const char *const *keys)
{
  for (; *keys != NULL; keys++)
    if (g_ascii_strcasecmp (key, *keys) == 0)
      return TRUE;
  return FALSE;
}

static void
take_value (CutBrought     *brought,
            CutBroughtItem *item,
            const char     *key,
            const char     *given)
{
  static const char *const titles[] = { "title", NULL };
  static const char *const urls[] = { "url", "source", "link", "source_url", NULL };
  static const char *const authors[] = { "author", "authors", "creator", "by", NULL };
  static const char *const dates[] = { "published", "date", "date_published", NULL };
  static const char *const times[] = { "created", "clipped", "saved", "date_saved", "date_added", NULL };
  static const char *const tags[] = { "tags", "tag", "keywords", NULL };
  static const char *const outlets[] = { "site", "publisher", "publication", "outlet", NULL };
  static const char *const excerpts[] = { "description", "summary", "excerpt", NULL };
  g_autofree char *value = without_link (given);

  if (*value == '\0')
    return;
  if (is_one_of (key, titles))
    cut_brought_item_set (item, CUT_BROUGHT_TITLE, value);
  else if (is_one_of (key, urls) && cut_in_is_web (value))
    cut_brought_item_set (item, CUT_BROUGHT_URL, value);
  else if (is_one_of (key, authors))
    cut_brought_list_add (item->authors, value);
  else if (is_one_of (key, dates) && cut_in_reference_set_date (item, value))
    return;
  else if (is_one_of (key, times) && cut_in_time (value) != 0)
    item->added = cut_in_time (value);
  else if (is_one_of (key, tags))
    cut_brought_list_add (item->tags, *value == '#' ? value + 1 : value);
  else if (is_one_of (key, outlets))
    cut_brought_item_set (item, CUT_BROUGHT_OUTLET, value);
  else if (is_one_of (key, excerpts))
    cut_brought_item_set (item, CUT_BROUGHT_EXCERPT, value);
  else
    cut_brought_leave (brought, key);
}

/* Values one level below the keys: scalars and lists of them; what is nested deeper belongs to the key above it. Aliases are
 * not followed. */
typedef struct
{
  CutBrought *brought;
  CutBroughtItem *item;
  char *key; /* (owned) (nullable) */
  guint depth;
} FrontMatter;

static void
take_scalar (FrontMatter *self,
             const char  *value)
{
  if (self->depth == 1 && self->key == NULL)
    {
      self->key = g_strdup (value);
      return;
    }
  if (self->key != NULL)
    take_value (self->brought, self->item, self->key, value);
  if (self->depth == 1)
    g_clear_pointer (&self->key, g_free);
}

static void
take_event (FrontMatter        *self,
            const yaml_event_t *event)
{
  if (event->type == YAML_SCALAR_EVENT)
    take_scalar (self, (const char *) event->data.scalar.value);
  else if (event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT)
    self->depth++;
  else if (event->type == YAML_MAPPING_END_EVENT || event->type == YAML_SEQUENCE_END_EVENT)
    {
      self->depth--;
      if (self->depth == 1)
        g_clear_pointer (&self->key, g_free);
    }
}

/* Returns: whether it was YAML to its end. */
static gboolean
read_front_matter (CutBrought     *brought,
                   CutBroughtItem *item,
                   const char     *yaml,
                   gsize           length)
{
  FrontMatter self = { brought, item, NULL, 0 };
  yaml_parser_t parser;
  yaml_event_t event;
  gboolean more = yaml_parser_initialize (&parser);
  gboolean sound = more;

  yaml_parser_set_input_string (&parser, (const unsigned char *) yaml, length);
  while (more)
    {
      sound = yaml_parser_parse (&parser, &event);
      if (!sound)
        break;
      take_event (&self, &event);
      more = event.type != YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
  g_free (self.key);
  return sound;
}

/* The file. */

/* Where the front matter ends; NULL where there is none. */
static const char *
find_end (const char *text)
{
  const char *end;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return NULL;
  end = strstr (text + 3, "\n---");
  return end != NULL && (end[4] == '\0' || end[4] == '\n' || end[4] == '\r') ? end + 1 : NULL;
}

static void
take_title (CutBroughtItem *item,
            const char     *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (item->text[CUT_BROUGHT_TITLE] != NULL)
    return;
  if (dot != NULL)
    *dot = '\0';
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, base);
}

void
cut_in_markdown_take_file (CutBrought *brought,
                           const char *text,
                           const char *name)
{
  CutBroughtItem *item = cut_brought_add (brought);
  const char *end = find_end (text);
  const char *body = end != NULL ? end + 3 : text;

  if (end != NULL && !read_front_matter (brought, item, text + 3, (gsize) (end - text) - 3))
    /* Translators: the name of a file */
    g_ptr_array_add (brought->failed, g_strdup_printf (_("%s: what stands above the text cannot be read"), name));
  take_title (item, name);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, name);
  cut_brought_item_set (item, CUT_BROUGHT_KIND, item->text[CUT_BROUGHT_URL] != NULL ? NULL : "note");
  cut_in_markdown_take (item, body);
}

/* Plain text may be Markdown as well: only the name tells. */
static gboolean
is_markdown (CutIn *in)
{
  return g_str_has_suffix (in->name, ".md") || g_str_has_suffix (in->name, ".markdown");
}

static gboolean
read_markdown (CutIn       *in,
               CutBrought  *brought,
               GError     **error)
{
  cut_in_markdown_take_file (brought, in->text, in->name);
  return TRUE;
}

const CutInFormat cut_in_markdown = { "markdown", "Markdown", is_markdown, read_markdown };

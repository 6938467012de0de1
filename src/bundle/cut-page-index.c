/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-html.h"
#include "cut-lines.h"
#include "cut-pages.h"
#include "cut-story.h"

#define ROOT ""

void
cut_page_index_stories (CutSite *site,
                        GString *page)
{
  g_autoptr (GPtrArray) stories = cut_site_sorted (site, CUT_KIND_STORY);

  for (guint i = 0; i < stories->len; i++)
    {
      CutStory *story = g_ptr_array_index (stories, i);

      cut_html_open (page, "section", "class", "story", NULL);
      cut_html_element (page, "h2", cut_story_get_title (story), "dir", "auto", NULL);
      cut_site_paragraphs (page, cut_story_get_summary (story));
      cut_html_close (page, "section");
    }
}

static gint64
published (CutRecord *clip)
{
  const CutDate *date = cut_clip_get_published (CUT_CLIP (clip));

  return date != NULL ? cut_date_get_sort_key (date) : G_MININT64;
}

/* Newest first, those without a date last. */
static int
compare_clips (gconstpointer a,
               gconstpointer b)
{
  gint64 first = published (*(CutRecord *const *) a);
  gint64 second = published (*(CutRecord *const *) b);

  if (first != second)
    return first > second ? -1 : 1;
  return cut_lines_compare (a, b);
}

static void
write_clip (CutSite   *site,
            GString   *page,
            CutRecord *clip)
{
  GPtrArray *marks = cut_site_marks (site, cut_record_get_id (clip));
  g_autofree char *count = marks != NULL ? g_strdup_printf ("%u", marks->len) : NULL;
  g_autofree char *line = cut_site_clip_line (site, clip);
  g_autofree char *notes = count != NULL ? cut_words_fill (cut_site_word (site, N_("Notes: {number}")), "number", count, NULL)
                                         : NULL;
  const char *lead = cut_clip_get_standfirst (CUT_CLIP (clip)) != NULL ? cut_clip_get_standfirst (CUT_CLIP (clip))
                                                                       : cut_clip_get_excerpt (CUT_CLIP (clip));

  cut_html_open (page, "li", NULL);
  cut_html_open (page, "h3", NULL);
  cut_site_object_link (site, page, ROOT, cut_record_get_id (clip));
  cut_html_close (page, "h3");
  cut_html_element (page, "p", lead, "class", "lead", "dir", "auto", NULL);
  cut_html_open (page, "p", "class", "where", "dir", "auto", NULL);
  cut_html_text (page, line);
  if (notes != NULL && *line != '\0')
    g_string_append (page, " · ");
  cut_html_text (page, notes);
  cut_html_close (page, "p");
  cut_html_close (page, "li");
}

GPtrArray *
cut_page_index_clips (CutSite *site)
{
  GPtrArray *clips = cut_site_sorted (site, CUT_KIND_CLIP);

  g_ptr_array_sort (clips, compare_clips);
  return clips;
}

void
cut_page_index_list (CutSite *site,
                     GString *page)
{
  g_autoptr (GPtrArray) clips = cut_page_index_clips (site);

  cut_html_open (page, "section", "class", "clips", NULL);
  cut_site_heading (page, "h2", cut_site_word (site, N_("Articles")), clips->len);
  cut_html_open (page, "ul", NULL);
  for (guint i = 0; i < clips->len; i++)
    write_clip (site, page, g_ptr_array_index (clips, i));
  cut_html_close (page, "ul");
  cut_html_close (page, "section");
}

static void
write_schema (CutSite    *site,
              GString    *page,
              GPtrArray  *entities,
              const char *schema)
{
  gboolean open = FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      CutEntity *entity = g_ptr_array_index (entities, i);

      if (g_strcmp0 (cut_entity_get_schema (entity), schema) != 0)
        continue;
      if (!open)
        {
          cut_html_element (page, "h3", cut_words_get_vocab (site->words, CUT_VOCAB_ENTITY_SCHEMA, schema), NULL);
          cut_html_open (page, "ul", NULL);
        }
      open = TRUE;
      cut_html_open (page, "li", NULL);
      cut_site_object_link (site, page, ROOT, cut_record_get_id (CUT_RECORD (entity)));
      cut_html_close (page, "li");
    }
  if (open)
    cut_html_close (page, "ul");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  CutEntity *const *first = a;
  CutEntity *const *second = b;
  g_autofree char *one = g_utf8_casefold (cut_entity_get_name (*first), -1);
  g_autofree char *two = g_utf8_casefold (cut_entity_get_name (*second), -1);
  int order = g_strcmp0 (one, two);

  return order != 0 ? order : cut_lines_compare (a, b);
}

static void
write_entities (CutSite *site,
                GString *page)
{
  g_autoptr (GPtrArray) entities = cut_site_sorted (site, CUT_KIND_ENTITY);
  const char *const *schemas = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);

  if (entities->len == 0)
    return;
  g_ptr_array_sort (entities, compare_names);
  cut_html_open (page, "section", "class", "entities", NULL);
  cut_site_heading (page, "h2", cut_site_word (site, N_("People, bodies and places")), entities->len);
  for (guint i = 0; schemas[i] != NULL; i++)
    write_schema (site, page, entities, schemas[i]);
  cut_html_close (page, "section");
}

const char *
cut_page_index_profile (CutSite *site)
{
  switch (site->content->profile)
    {
    case CUT_PROFILE_PUBLIC:
      return cut_site_word (site, N_("Made for the public: confidential sources have no names, and working notes and checks were left out."));
    case CUT_PROFILE_FULL:
      return cut_site_word (site, N_("A full bundle: it names confidential sources. Keep it encrypted."));
    case CUT_PROFILE_COLLEAGUE:
    default:
      return cut_site_word (site, N_("Made for a colleague: confidential sources have no names; contacts and what was said off the record were left out."));
    }
}

static void
write_about (CutSite *site,
             GString *page)
{
  g_autofree char *newest = cut_words_get_time (site->words, cut_lines_newest (site->content));

  cut_html_open (page, "section", "class", "about", NULL);
  cut_html_element (page, "h2", cut_site_word (site, N_("About this bundle")), NULL);
  cut_html_element (page, "p", cut_page_index_profile (site), NULL);
  cut_html_element (page, "p", cut_site_word (site, N_("Each article's page links to the untouched capture it was made from and to its plain text. The records, for import into Cuttings or other programs, are in the folders “records” and “exchange”. Any BagIt program can check that nothing was changed on the way; the hashes prove no author.")), NULL);
  cut_html_open (page, "dl", "class", "facts", NULL);
  cut_site_fact (page, cut_site_word (site, N_("Newest change")), newest);
  cut_site_fact (page, cut_site_word (site, N_("Notebook")), site->content->notebook_title);
  cut_site_fact (page, cut_site_word (site, N_("Custody head")), site->content->custody_head);
  cut_html_close (page, "dl");
  cut_html_close (page, "section");
}

void
cut_page_index_write (CutSite *site)
{
  const char *title = site->content->title;
  GString *page;

  if (title == NULL || *title == '\0')
    title = cut_site_word (site, N_("Bundle"));
  page = cut_site_begin (site, title, ROOT, "index.html");
  cut_html_element (page, "h1", title, "dir", "auto", NULL);
  cut_page_index_stories (site, page);
  cut_page_index_list (site, page);
  write_entities (site, page);
  write_about (site, page);
  cut_site_end (site, page, "index.html", NULL);
}

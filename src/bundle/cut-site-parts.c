/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-clip.h"
#include "cut-html.h"
#include "cut-id.h"
#include "cut-site.h"

const char *
cut_site_level (const CutSite *self,
                guint          level)
{
  static const char *const tags[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  return tags[CLAMP (level + self->deeper, 1, G_N_ELEMENTS (tags)) - 1];
}

void
cut_site_fact (GString    *page,
               const char *label,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  cut_html_open (page, "div", NULL);
  cut_html_element (page, "dt", label, NULL);
  cut_html_element (page, "dd", value, "dir", "auto", NULL);
  cut_html_close (page, "div");
}

void
cut_site_heading (GString    *page,
                  const char *tag,
                  const char *text,
                  guint       n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  cut_html_open (page, tag, NULL);
  cut_html_text (page, text);
  g_string_append_c (page, ' ');
  cut_html_element (page, "span", count, "class", "count", NULL);
  cut_html_close (page, tag);
}

char *
cut_site_clip_title (CutSite   *self,
                     CutRecord *clip)
{
  const char *title = cut_clip_get_title (CUT_CLIP (clip));
  const char *url = cut_clip_get_url (CUT_CLIP (clip));

  if (title != NULL)
    return g_strdup (title);
  return g_strdup (url != NULL ? url : cut_site_word (self, N_("Untitled article")));
}

static const char *
outlet_of (CutRecord *clip)
{
  const char *site = cut_clip_get_site_name (CUT_CLIP (clip));

  return site != NULL ? site : cut_clip_get_publisher (CUT_CLIP (clip));
}

char *
cut_site_clip_line (CutSite   *self,
                    CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  g_autofree char *authors = g_strjoinv (", ", (char **) cut_clip_get_authors (clip));
  g_autofree char *date = cut_clip_get_published (clip) != NULL
                              ? cut_words_get_date (self->words, cut_clip_get_published (clip))
                              : NULL;
  const char *parts[] = { outlet_of (record), *authors != '\0' ? authors : NULL, date };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  return g_string_free (line, FALSE);
}

/* A page of its own, or its part of the page where all of them stand. */
static char *
link_to_page (CutSite    *self,
              const char *root,
              const char *folder,
              CutRecord  *record)
{
  const char *id = cut_record_get_id (record);

  return self->alone ? g_strconcat ("#", id, NULL) : g_strdup_printf ("%s%s/%s.html", root, folder, id);
}

static char *
link_to_part (CutSite    *self,
              const char *root,
              const char *file,
              const char *part,
              CutRecord  *record)
{
  return g_strdup_printf ("%s%s#%s-%s", self->alone ? "" : root, self->alone ? "" : file, part, cut_record_get_id (record));
}

static char *
link_to_mark (CutSite       *self,
              const char    *root,
              const CutMark *mark)
{
  const char *end = mark->placed ? "mark" : "note";

  if (self->alone)
    return g_strdup_printf ("#%s-%u", end, mark->number);
  return g_strdup_printf ("%sarticles/%s.html#%s-%u", root, cut_record_get_id (mark->clip), end, mark->number);
}

char *
cut_site_href (CutSite    *self,
               const char *root,
               CutRecord  *record)
{
  CutKind kind = cut_record_get_kind (record);
  const CutMark *mark;

  if (kind == CUT_KIND_CLIP)
    return link_to_page (self, root, "articles", record);
  if (kind == CUT_KIND_ENTITY)
    return self->alone ? NULL : link_to_page (self, root, "entities", record);
  if (kind == CUT_KIND_CLAIM)
    return link_to_part (self, root, "claims.html", "claim", record);
  if (kind == CUT_KIND_SOURCE)
    return link_to_part (self, root, "sources.html", "source", record);
  mark = kind == CUT_KIND_ANNOTATION ? g_hash_table_lookup (self->marks, cut_record_get_id (record)) : NULL;
  return mark != NULL && mark->clip != NULL ? link_to_mark (self, root, mark) : NULL;
}

void
cut_site_object_link (CutSite    *self,
                      GString    *page,
                      const char *root,
                      const char *id)
{
  CutRecord *record = cut_site_find (self, id, CUT_KIND_NONE);
  g_autofree char *href = record != NULL ? cut_site_href (self, root, record) : NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    {
      cut_html_element (page, "span", cut_site_word (self, N_("withheld")), "class", "withheld", NULL);
      return;
    }
  title = cut_record_get_kind (record) == CUT_KIND_CLIP ? cut_site_clip_title (self, record)
                                                        : cut_record_get_title (record);
  if (href != NULL)
    cut_html_element (page, "a", title, "href", href, "dir", "auto", NULL);
  else
    cut_html_element (page, "span", title, "dir", "auto", NULL);
}

void
cut_site_objects (CutSite           *self,
                  GString           *page,
                  const char        *root,
                  const char        *label,
                  const char *const *ids)
{
  if (ids[0] == NULL)
    return;
  cut_html_open (page, "p", "class", "objects", NULL);
  cut_html_element (page, "span", label, "class", "label", NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_string_append (page, i > 0 ? ", " : " ");
      cut_site_object_link (self, page, root, ids[i]);
    }
  cut_html_close (page, "p");
}

void
cut_site_quote (CutSite    *self,
                GString    *page,
                const char *root,
                CutRecord  *annotation)
{
  const CutSelector *selector = cut_annotation_get_selectors (CUT_ANNOTATION (annotation));
  g_autofree char *href = cut_site_href (self, root, annotation);
  CutRecord *clip = cut_site_find (self, cut_annotation_get_clip (CUT_ANNOTATION (annotation)), CUT_KIND_CLIP);

  if (selector == NULL)
    return;
  cut_html_open (page, "blockquote", "class", "passage", "dir", "auto", NULL);
  cut_html_open (page, "p", NULL);
  if (href != NULL)
    cut_html_element (page, "a", selector->exact, "href", href, NULL);
  else
    cut_html_text (page, selector->exact);
  cut_html_close (page, "p");
  cut_html_close (page, "blockquote");
  if (clip != NULL)
    {
      g_autofree char *title = cut_site_clip_title (self, clip);
      g_autofree char *line = cut_site_clip_line (self, clip);

      cut_html_open (page, "p", "class", "where", "dir", "auto", NULL);
      cut_html_text (page, title);
      if (*line != '\0')
        g_string_append (page, " · ");
      cut_html_text (page, line);
      cut_html_close (page, "p");
    }
}

static void
step (CutSite    *self,
      GString    *page,
      const char *root,
      const char *id)
{
  cut_html_element (page, "span", "→", "class", "arrow", "aria-hidden", "true", NULL);
  g_string_append_c (page, ' ');
  cut_site_object_link (self, page, root, id);
  g_string_append_c (page, ' ');
}

/* Returns: (nullable): the clip that the words of @mark stand in */
static CutRecord *
clip_of (CutSite   *self,
         CutRecord *mark)
{
  return mark != NULL ? cut_site_find (self, cut_annotation_get_clip (CUT_ANNOTATION (mark)), CUT_KIND_CLIP) : NULL;
}

gboolean
cut_site_is_last_step (CutSite    *self,
                       CutRecord  *record,
                       const char *id)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  CutRecord *clip = clip_of (self, cut_site_find (self, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION));
  CutRecord *source = cut_site_find (self, id, CUT_KIND_SOURCE);
  g_autofree char *title = source != NULL ? cut_record_get_title (source) : NULL;
  g_autofree char *name = title != NULL ? g_utf8_casefold (title, -1) : NULL;
  g_autofree char *outlet = clip != NULL && outlet_of (clip) != NULL ? g_utf8_casefold (outlet_of (clip), -1) : NULL;

  return name != NULL && g_strcmp0 (name, outlet) == 0;
}

/* The work the passage stands in: the end of the way the words took. */
static void
last_step (CutSite        *self,
           GString        *page,
           const char     *root,
           CutAttribution *attribution)
{
  CutRecord *mark = cut_site_find (self, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutRecord *clip = clip_of (self, mark);
  g_autofree char *title = clip != NULL ? cut_site_clip_title (self, clip) : NULL;
  g_autofree char *href = mark != NULL ? cut_site_href (self, root, mark) : NULL;

  if (clip == NULL)
    return;
  cut_html_element (page, "span", "→", "class", "arrow", "aria-hidden", "true", NULL);
  g_string_append_c (page, ' ');
  cut_html_element (page, href != NULL ? "a" : "span", outlet_of (clip) != NULL ? outlet_of (clip) : title, "href", href,
                    "dir", "auto", NULL);
}

static void
add_word (GPtrArray  *words,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (words, g_strdup (text));
}

static char *
fill_word (CutSite    *self,
           const char *message,
           const char *name,
           const char *value)
{
  return value != NULL ? cut_words_fill (cut_site_word (self, message), name, value, NULL) : NULL;
}

GPtrArray *
cut_site_manner (CutSite   *self,
                 CutRecord *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  const CutDate *at = cut_attribution_get_said_at (attribution);
  g_autofree char *date = at != NULL ? cut_words_get_date (self->words, at) : NULL;
  g_autofree char *said = fill_word (self, N_("said {date}"), "date", date);
  g_autofree char *hedge = fill_word (self, N_("hedged “{words}”"), "words", cut_attribution_get_hedge (attribution));
  const char *terms = cut_attribution_get_terms (attribution);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  add_word (words, cut_words_get_vocab (self->words, CUT_VOCAB_STANCE, cut_attribution_get_stance (attribution)));
  if (g_strcmp0 (terms, "unspecified") != 0)
    add_word (words, cut_words_get_vocab (self->words, CUT_VOCAB_TERMS, terms));
  add_word (words, hedge);
  add_word (words, cut_words_get_vocab (self->words, CUT_VOCAB_CHANNEL, cut_attribution_get_channel (attribution)));
  add_word (words, said);
  add_word (words, cut_attribution_get_condition (attribution));
  return words;
}

static void
write_manner (CutSite   *self,
              GString   *page,
              CutRecord *attribution)
{
  g_autoptr (GPtrArray) words = cut_site_manner (self, attribution);
  gboolean stance = cut_attribution_get_stance (CUT_ATTRIBUTION (attribution)) != NULL;

  cut_html_open (page, "p", "class", "manner", NULL);
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (page, " · ");
      cut_html_element (page, "span", g_ptr_array_index (words, i), "class", i == 0 && stance ? "stance" : NULL, NULL);
    }
  cut_html_close (page, "p");
}

void
cut_site_chain (CutSite    *self,
                GString    *page,
                const char *root,
                CutRecord  *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  const char *source = cut_attribution_get_source (attribution);
  const char *const *via = cut_attribution_get_via (attribution);

  cut_html_open (page, "p", "class", "chain", NULL);
  if (source != NULL)
    cut_site_object_link (self, page, root, source);
  else
    cut_html_text (page, cut_site_word (self, N_("Source not named")));
  g_string_append_c (page, ' ');
  for (guint i = 0; via[i] != NULL; i++)
    if (via[i + 1] != NULL || !cut_site_is_last_step (self, record, via[i]))
      step (self, page, root, via[i]);
  last_step (self, page, root, attribution);
  cut_html_close (page, "p");
  write_manner (self, page, record);
}

void
cut_site_paragraphs (GString    *page,
                     const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  gboolean open = FALSE;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      gboolean empty = *g_strchomp (lines[i]) == '\0';

      if (open && empty)
        cut_html_close (page, "p");
      else if (open)
        cut_html_open (page, "br", NULL);
      else if (!empty)
        cut_html_open (page, "p", "dir", "auto", NULL);
      open = !empty;
      cut_html_text (page, lines[i]);
    }
  if (open)
    cut_html_close (page, "p");
}

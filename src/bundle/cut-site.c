/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-site.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-html.h"
#include "cut-lines.h"
#include "cut-protect.h"

/* Indexing. */

static void
refer_cb (CutRecord      *record,
          const CutField *field,
          const char     *id,
          gpointer        data)
{
  CutSite *self = data;
  GPtrArray *list = g_hash_table_lookup (self->referrers, id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->referrers, g_strdup (id), list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != record)
    g_ptr_array_add (list, record);
}

static void
index_records (CutSite *self)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) sorted = cut_site_sorted (self, (CutKind) kind);

      for (guint i = 0; i < sorted->len; i++)
        {
          CutRecord *record = g_ptr_array_index (sorted, i);

          g_hash_table_insert (self->by_id, (gpointer) cut_record_get_id (record), record);
          cut_protect_each_reference (record, refer_cb, self);
        }
    }
}

/* An article before its beginning, and that before a wall or an error. */
static int
rank (CutRecord *capture)
{
  const char *verdict = cut_capture_get_verdict (CUT_CAPTURE (capture));

  return verdict == NULL ? 2 : g_str_equal (verdict, "paywall") ? 1 : 0;
}

static gboolean
is_better (CutRecord *capture,
           CutRecord *best)
{
  gint64 at = cut_capture_get_fetched_at (CUT_CAPTURE (capture));
  gint64 best_at = cut_capture_get_fetched_at (CUT_CAPTURE (best));

  if (rank (capture) != rank (best))
    return rank (capture) > rank (best);
  return at > best_at || (at == best_at && cut_lines_compare (&capture, &best) > 0);
}

/* As in the window: the newest capture that has a text and is an article. */
static void
choose_captures (CutSite *self)
{
  GPtrArray *captures = self->content->records[CUT_KIND_CAPTURE];

  for (guint i = 0; i < captures->len; i++)
    {
      CutRecord *capture = g_ptr_array_index (captures, i);
      const char *clip = cut_capture_get_clip (CUT_CAPTURE (capture));
      CutRecord *best = g_hash_table_lookup (self->shown, clip);

      if (!g_hash_table_contains (self->content->texts, cut_record_get_id (capture)))
        continue;
      if (best == NULL || is_better (capture, best))
        g_hash_table_insert (self->shown, (gpointer) clip, capture);
    }
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const CutMark *first = *(const CutMark *const *) a;
  const CutMark *second = *(const CutMark *const *) b;

  if (first->placed != second->placed)
    return first->placed ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return cut_lines_compare (&first->annotation, &second->annotation);
}

/* Where the mark stands in the capture that is shown, if it does. */
static void
place_mark (CutSite   *self,
            CutMark   *mark,
            CutRecord *shown)
{
  CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
  const CutSelector *selector = cut_annotation_get_selectors (annotation);
  const CutBundlePlace *place = g_hash_table_lookup (self->content->places, cut_record_get_id (mark->annotation));
  const CutBundleText *text = shown != NULL ? g_hash_table_lookup (self->content->texts, cut_record_get_id (shown)) : NULL;
  gboolean here = shown != NULL && g_strcmp0 (cut_record_get_id (shown), cut_annotation_get_capture (annotation)) == 0;

  mark->start = selector->start;
  mark->end = selector->end;
  if (shown != NULL && place != NULL && g_str_equal (place->capture, cut_record_get_id (shown)))
    {
      mark->start = place->start;
      mark->end = place->end;
      here = TRUE;
    }
  mark->placed = here && text != NULL && mark->start < mark->end && (glong) mark->end <= g_utf8_strlen (text->text, -1);
}

static void
add_mark (CutSite   *self,
          CutRecord *record)
{
  CutAnnotation *annotation = CUT_ANNOTATION (record);
  const CutSelector *selector = cut_annotation_get_selectors (annotation);
  const char *clip = cut_annotation_get_clip (annotation);
  CutRecord *shown = clip != NULL ? g_hash_table_lookup (self->shown, clip) : NULL;
  GPtrArray *list = clip != NULL ? g_hash_table_lookup (self->clip_marks, clip) : NULL;
  CutMark *mark;

  if (selector == NULL || clip == NULL || g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") == 0)
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->clip_marks, (gpointer) clip, list);
    }
  mark = g_new0 (CutMark, 1);
  mark->annotation = record;
  mark->clip = cut_site_find (self, clip, CUT_KIND_CLIP);
  place_mark (self, mark, shown);
  g_ptr_array_add (list, mark);
  g_hash_table_insert (self->marks, (gpointer) cut_record_get_id (record), mark);
}

static void
number_marks (CutSite *self)
{
  GPtrArray *annotations = self->content->records[CUT_KIND_ANNOTATION];
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < annotations->len; i++)
    add_mark (self, g_ptr_array_index (annotations, i));
  g_hash_table_iter_init (&iter, self->clip_marks);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      GPtrArray *marks = list;

      g_ptr_array_sort (marks, compare_marks);
      for (guint i = 0; i < marks->len; i++)
        ((CutMark *) g_ptr_array_index (marks, i))->number = i + 1;
    }
}

CutSite *
cut_site_new (CutPackage *package)
{
  CutSite *self = g_new0 (CutSite, 1);

  self->package = package;
  self->content = package->content;
  self->words = cut_words_new (self->content->language);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->marks = g_hash_table_new (g_str_hash, g_str_equal);
  self->clip_marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->shown = g_hash_table_new (g_str_hash, g_str_equal);
  index_records (self);
  choose_captures (self);
  number_marks (self);
  return self;
}

void
cut_site_free (CutSite *self)
{
  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->clip_marks);
  g_hash_table_unref (self->referrers);
  g_hash_table_unref (self->by_id);
  cut_words_free (self->words);
  g_free (self);
}

CutRecord *
cut_site_find (CutSite    *self,
               const char *id,
               CutKind     kind)
{
  CutRecord *record = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return record != NULL && (kind == CUT_KIND_NONE || cut_record_get_kind (record) == kind) ? record : NULL;
}

GPtrArray *
cut_site_referrers (CutSite    *self,
                    const char *id,
                    CutKind     kind)
{
  GPtrArray *all = g_hash_table_lookup (self->referrers, id);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (cut_record_get_kind (g_ptr_array_index (all, i)) == kind)
      g_ptr_array_add (list, g_ptr_array_index (all, i));
  return list;
}

GPtrArray *
cut_site_marks (CutSite    *self,
                const char *clip)
{
  return g_hash_table_lookup (self->clip_marks, clip);
}

GPtrArray *
cut_site_sorted (CutSite *self,
                 CutKind  kind)
{
  GPtrArray *sorted = g_ptr_array_copy (self->content->records[kind], NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, cut_lines_compare);
  return sorted;
}

const char *
cut_site_word (CutSite    *self,
               const char *message)
{
  return cut_words_get (self->words, message);
}

/* The frame of a page. */

void
cut_site_head (GString    *page,
               const char *policy,
               const char *title,
               const char *bundle)
{
  cut_html_open (page, "head", NULL);
  cut_html_open (page, "meta", "charset", "utf-8", NULL);
  cut_html_open (page, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
  cut_html_open (page, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  cut_html_open (page, "meta", "name", "color-scheme", "content", "light dark", NULL);
  cut_html_open (page, "meta", "name", "referrer", "content", "no-referrer", NULL);
  cut_html_open (page, "title", NULL);
  cut_html_text (page, title);
  if (bundle != NULL && *bundle != '\0' && !g_str_equal (bundle, title))
    {
      g_string_append (page, " – ");
      cut_html_text (page, bundle);
    }
  cut_html_close (page, "title");
}

static void
write_head (CutSite    *self,
            GString    *page,
            const char *title,
            const char *root)
{
  g_autofree char *style = g_strconcat (root, "style.css", NULL);

  cut_site_head (page, "default-src 'none'; img-src 'self' file:; style-src 'self' file:", title, self->content->title);
  cut_html_open (page, "link", "rel", "stylesheet", "href", style, NULL);
  cut_html_close (page, "head");
}

static void
write_navigation (CutSite    *self,
                  GString    *page,
                  const char *root,
                  const char *current)
{
  static const struct { const char *file; const char *label; CutKind kind; } links[] = {
    { "index.html", N_("Articles"), CUT_KIND_NONE },
    { "claims.html", N_("Claims"), CUT_KIND_NONE },
    { "sources.html", N_("Sources"), CUT_KIND_NONE },
    { "timeline.html", N_("Timeline"), CUT_KIND_EVENT },
  };

  cut_html_open (page, "nav", "aria-label", cut_site_word (self, N_("Pages of the bundle")), NULL);
  cut_html_open (page, "ul", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *href = g_strconcat (root, links[i].file, NULL);

      if (links[i].kind != CUT_KIND_NONE && self->content->records[links[i].kind]->len == 0)
        continue;
      cut_html_open (page, "li", NULL);
      cut_html_element (page, "a", cut_site_word (self, links[i].label), "href", href, "aria-current",
                        g_strcmp0 (current, links[i].file) == 0 ? "page" : NULL, NULL);
      cut_html_close (page, "li");
    }
  cut_html_close (page, "ul");
  cut_html_close (page, "nav");
}

GString *
cut_site_begin (CutSite    *self,
                const char *title,
                const char *root,
                const char *current)
{
  GString *page = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *home = g_strconcat (root, "index.html", NULL);
  const char *bundle = self->content->title;

  cut_html_open (page, "html", "lang", cut_words_get_language (self->words), "dir", "ltr", NULL);
  write_head (self, page, title, root);
  cut_html_open (page, "body", NULL);
  cut_html_element (page, "a", cut_site_word (self, N_("Skip to the text")), "class", "skip", "href", "#main", NULL);
  cut_html_open (page, "header", "class", "top", NULL);
  cut_html_open (page, "p", "class", "bundle", NULL);
  cut_html_element (page, "a", bundle != NULL && *bundle != '\0' ? bundle : cut_site_word (self, N_("Bundle")), "href",
                    home, "dir", "auto", NULL);
  cut_html_close (page, "p");
  write_navigation (self, page, root, current);
  cut_html_close (page, "header");
  cut_html_open (page, "main", "id", "main", "tabindex", "-1", NULL);
  return page;
}

void
cut_site_foot (CutSite *self,
               GString *page)
{
  cut_html_open (page, "footer", NULL);
  cut_html_element (page, "p", cut_site_word (self, N_("Made with Cuttings. This page needs no network and runs no script.")),
                    NULL);
  cut_html_close (page, "footer");
  cut_html_close (page, "body");
  g_string_append (page, "</html>\n");
}

void
cut_site_end (CutSite    *self,
              GString    *page,
              const char *name,
              const char *object)
{
  g_autofree char *path = g_strconcat ("data/", name, NULL);

  cut_html_close (page, "main");
  cut_site_foot (self, page);
  cut_package_take_text (self->package, path, object, g_string_free (page, FALSE));
}

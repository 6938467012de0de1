/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-pages.h"

#include <glib/gi18n-lib.h>

#include "cut-bundle-resources.h"
#include "cut-html.h"

static gboolean
write_each (CutSite       *site,
            CutKind        kind,
            void         (*write) (CutSite *site, CutRecord *record),
            GCancellable  *cancellable,
            GError       **error)
{
  GPtrArray *records = site->content->records[kind];

  for (guint i = 0; i < records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      write (site, g_ptr_array_index (records, i));
    }
  return TRUE;
}

GBytes *
cut_pages_style (void)
{
  GBytes *style = g_resource_lookup_data (cut_bundle_get_resource (), "/app/cuttings/bundle/style.css",
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (style != NULL);
  return style;
}

static void
write_style (CutPackage *package)
{
  g_autoptr (GBytes) style = cut_pages_style ();

  cut_package_add (package, "data/style.css", NULL, style);
}

gboolean
cut_pages_write (CutPackage    *package,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (CutSite) site = cut_site_new (package);

  write_style (package);
  cut_page_index_write (site);
  cut_page_claims_write (site);
  cut_page_sources_write (site);
  if (site->content->records[CUT_KIND_EVENT]->len > 0)
    cut_page_timeline_write (site);
  return write_each (site, CUT_KIND_CLIP, cut_page_article_write, cancellable, error) &&
         write_each (site, CUT_KIND_ENTITY, cut_page_entity_write, cancellable, error);
}

void
cut_pages_write_entrance (CutPackage *package)
{
  g_autoptr (CutWords) words = cut_words_new (package->content->language);
  const char *title = package->content->title;
  GString *page = g_string_new ("<!DOCTYPE html>\n");

  if (title == NULL || *title == '\0')
    title = cut_words_get (words, N_("Bundle"));
  cut_html_open (page, "html", "lang", cut_words_get_language (words), NULL);
  cut_html_open (page, "head", NULL);
  cut_html_open (page, "meta", "charset", "utf-8", NULL);
  cut_html_open (page, "meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'", NULL);
  cut_html_open (page, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  cut_html_open (page, "meta", "name", "color-scheme", "content", "light dark", NULL);
  cut_html_element (page, "title", title, NULL);
  cut_html_close (page, "head");
  cut_html_open (page, "body", NULL);
  cut_html_open (page, "main", NULL);
  cut_html_element (page, "h1", title, "dir", "auto", NULL);
  cut_html_open (page, "p", NULL);
  cut_html_element (page, "a", cut_words_get (words, N_("Open the bundle")), "href", "data/index.html", NULL);
  cut_html_close (page, "p");
  cut_html_close (page, "main");
  cut_html_close (page, "body");
  g_string_append (page, "</html>\n");
  cut_package_take_text (package, "index.html", NULL, g_string_free (page, FALSE));
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-html.h"
#include "cut-pages.h"
#include "cut-source.h"

#define ROOT ""

static void
write_statements (CutSite   *site,
                  GString   *page,
                  GPtrArray *attributions)
{
  if (attributions->len == 0)
    return;
  cut_html_open (page, "ul", "class", "attributions", NULL);
  for (guint i = 0; i < attributions->len; i++)
    {
      CutRecord *record = g_ptr_array_index (attributions, i);
      CutRecord *claim = cut_site_find (site, cut_attribution_get_claim (CUT_ATTRIBUTION (record)), CUT_KIND_CLAIM);

      if (claim == NULL)
        continue;
      cut_html_open (page, "li", NULL);
      cut_html_open (page, "p", "class", "claim", NULL);
      cut_site_object_link (site, page, ROOT, cut_record_get_id (claim));
      cut_html_close (page, "p");
      cut_site_chain (site, page, ROOT, record);
      cut_html_close (page, "li");
    }
  cut_html_close (page, "ul");
}

static void
write_source (CutSite   *site,
              GString   *page,
              CutRecord *record)
{
  CutSource *source = CUT_SOURCE (record);
  const char *id = cut_record_get_id (record);
  g_autofree char *anchor = g_strdup_printf ("source-%s", id);
  g_autoptr (GPtrArray) attributions = cut_site_referrers (site, id, CUT_KIND_ATTRIBUTION);
  const char *entity[] = { cut_source_get_entity (source), NULL };

  cut_html_open (page, "article", "id", anchor, "class", "source", NULL);
  cut_html_element (page, cut_site_level (site, 2), cut_source_get_label (source), "dir", "auto", NULL);
  cut_html_open (page, "dl", "class", "facts", NULL);
  cut_site_fact (page, cut_site_word (site, N_("Kind")),
                 cut_words_get_vocab (site->words, CUT_VOCAB_SOURCE_KIND, cut_source_get_kind (source)));
  cut_site_fact (page, cut_site_word (site, N_("Named in the text")),
                 cut_source_get_named (source) ? cut_site_word (site, N_("yes")) : cut_site_word (site, N_("no")));
  cut_site_fact (page, cut_site_word (site, N_("Reliability")), cut_source_get_reliability (source));
  cut_site_fact (page, cut_site_word (site, N_("How they know")), cut_source_get_how_known (source));
  cut_site_fact (page, cut_site_word (site, N_("Interest")), cut_source_get_interest (source));
  cut_html_close (page, "dl");
  cut_site_paragraphs (page, cut_source_get_description (source));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Person or body:")), entity);
  write_statements (site, page, attributions);
  cut_html_close (page, "article");
}

void
cut_page_sources_part (CutSite *site,
                       GString *page)
{
  g_autoptr (GPtrArray) sources = cut_site_sorted (site, CUT_KIND_SOURCE);

  cut_site_heading (page, cut_site_level (site, 1), cut_site_word (site, N_("Sources")), sources->len);
  if (sources->len == 0)
    cut_html_element (page, "p", cut_site_word (site, N_("There are no sources in this bundle.")), NULL);
  for (guint i = 0; i < sources->len; i++)
    write_source (site, page, g_ptr_array_index (sources, i));
}

void
cut_page_sources_write (CutSite *site)
{
  GString *page = cut_site_begin (site, cut_site_word (site, N_("Sources")), ROOT, "sources.html");

  cut_page_sources_part (site, page);
  cut_site_end (site, page, "sources.html", NULL);
}

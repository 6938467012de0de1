/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-event.h"
#include "cut-html.h"
#include "cut-lines.h"
#include "cut-pages.h"

#define ROOT ""

static gint64
time_of (CutRecord *event)
{
  const CutDate *date = cut_event_get_date (CUT_EVENT (event));

  /* Those without a date come last. */
  return date != NULL ? cut_date_get_sort_key (date) : G_MAXINT64;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  gint64 first = time_of (*(CutRecord *const *) a);
  gint64 second = time_of (*(CutRecord *const *) b);

  if (first != second)
    return first < second ? -1 : 1;
  return cut_lines_compare (a, b);
}

static void
write_event (CutSite *site,
             GString *page,
             CutEvent *event)
{
  g_autofree char *date = cut_event_get_date (event) != NULL
                              ? cut_words_get_date (site->words, cut_event_get_date (event))
                              : NULL;

  cut_html_open (page, "li", NULL);
  cut_html_element (page, "p", date, "class", "when", NULL);
  cut_site_paragraphs (page, cut_event_get_text (event));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Claims:")), cut_event_get_claims (event));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("About:")), cut_event_get_entities (event));
  cut_html_close (page, "li");
}

void
cut_page_timeline_write (CutSite *site)
{
  const char *title = cut_site_word (site, N_("Timeline"));
  g_autoptr (GPtrArray) events = cut_site_sorted (site, CUT_KIND_EVENT);
  GString *page = cut_site_begin (site, title, ROOT, "timeline.html");

  g_ptr_array_sort (events, compare_events);
  cut_site_heading (page, "h1", title, events->len);
  cut_html_open (page, "ol", "class", "timeline", NULL);
  for (guint i = 0; i < events->len; i++)
    write_event (site, page, g_ptr_array_index (events, i));
  cut_html_close (page, "ol");
  cut_site_end (site, page, "timeline.html", NULL);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-event.h"
#include "cut-html.h"
#include "cut-lines.h"
#include "cut-pages.h"
#include "cut-time-span.h"

#define ROOT ""

/* In the order of the window's timeline; those without a date come last. */
static int
compare_dates (const CutDate *a,
               const CutDate *b)
{
  CutTimeSpan first, second;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  first = cut_time_span_of_date (a);
  second = cut_time_span_of_date (b);
  return cut_time_span_compare (&first, &second);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  int order = compare_dates (cut_event_get_date (*(CutEvent *const *) a), cut_event_get_date (*(CutEvent *const *) b));

  return order != 0 ? order : cut_lines_compare (a, b);
}

/* Returns: (transfer full) (nullable): when it was, or from when to when */
static char *
describe_dates (CutSite  *site,
                CutEvent *event)
{
  g_autofree char *date = cut_event_get_date (event) != NULL ? cut_words_get_date (site->words, cut_event_get_date (event)) : NULL;
  g_autofree char *end = cut_event_get_end (event) != NULL ? cut_words_get_date (site->words, cut_event_get_end (event)) : NULL;

  if (end == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s – %s", date != NULL ? date : "…", end);
}

static void
write_event (CutSite *site,
             GString *page,
             CutEvent *event)
{
  g_autofree char *date = describe_dates (site, event);

  cut_html_open (page, "li", NULL);
  cut_html_element (page, "p", date, "class", "when", NULL);
  cut_site_paragraphs (page, cut_event_get_text (event));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Claims:")), cut_event_get_claims (event));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("About:")), cut_event_get_entities (event));
  for (const char *const *id = cut_event_get_evidence (event); *id != NULL; id++)
    if (cut_site_find (site, *id, CUT_KIND_ANNOTATION) != NULL)
      cut_site_quote (site, page, ROOT, cut_site_find (site, *id, CUT_KIND_ANNOTATION));
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

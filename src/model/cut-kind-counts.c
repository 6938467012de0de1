/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-kind-counts.h"

#include <glib/gi18n-lib.h>

#include "cut-record.h"

static const CutKind shown_kinds[] = {
  CUT_KIND_CLIP,     CUT_KIND_CLAIM, CUT_KIND_ANNOTATION, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE, CUT_KIND_ENTITY,
  CUT_KIND_RELATION, CUT_KIND_CHECK, CUT_KIND_CAPTURE,    CUT_KIND_STORY,       CUT_KIND_TAG,    CUT_KIND_EVENT,
  CUT_KIND_ENQUIRY,  CUT_KIND_PLACEMENT, CUT_KIND_DISMISSAL,   CUT_KIND_CONTRIBUTOR, CUT_KIND_FACT,
  CUT_KIND_SAVED_SEARCH,
};

static char *
format_count (CutKind kind,
              guint   n)
{
  switch (kind)
    {
    case CUT_KIND_CLIP:
      return g_strdup_printf (ngettext ("%u clip", "%u clips", n), n);
    case CUT_KIND_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case CUT_KIND_ANNOTATION:
      return g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);
    case CUT_KIND_ATTRIBUTION:
      return g_strdup_printf (ngettext ("%u attribution", "%u attributions", n), n);
    case CUT_KIND_SOURCE:
      return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
    case CUT_KIND_ENTITY:
      return g_strdup_printf (ngettext ("%u entity", "%u entities", n), n);
    case CUT_KIND_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    case CUT_KIND_CHECK:
      return g_strdup_printf (ngettext ("%u check", "%u checks", n), n);
    case CUT_KIND_CAPTURE:
      return g_strdup_printf (ngettext ("%u capture", "%u captures", n), n);
    case CUT_KIND_STORY:
      return g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
    case CUT_KIND_TAG:
      return g_strdup_printf (ngettext ("%u tag", "%u tags", n), n);
    case CUT_KIND_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case CUT_KIND_ENQUIRY:
      return g_strdup_printf (ngettext ("%u enquiry", "%u enquiries", n), n);
    case CUT_KIND_PLACEMENT:
      return g_strdup_printf (ngettext ("%u placement", "%u placements", n), n);
    case CUT_KIND_DISMISSAL:
      return g_strdup_printf (ngettext ("%u dismissed proposal", "%u dismissed proposals", n), n);
    case CUT_KIND_FACT:
      return g_strdup_printf (ngettext ("%u fact", "%u facts", n), n);
    case CUT_KIND_SAVED_SEARCH:
      return g_strdup_printf (ngettext ("%u saved search", "%u saved searches", n), n);
    case CUT_KIND_CONTRIBUTOR:
      return g_strdup_printf (ngettext ("%u contributor", "%u contributors", n), n);
    case CUT_KIND_NONE:
    case CUT_N_KINDS:
    default:
      return NULL;
    }
}

char *
cut_kind_counts_describe (GHashTable *counts,
                          guint      *total)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint sum = 0;

  for (guint i = 0; counts != NULL && i < G_N_ELEMENTS (shown_kinds); i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cut_kind_get_plural (shown_kinds[i])));
      g_autofree char *count = n > 0 ? format_count (shown_kinds[i], n) : NULL;

      if (count != NULL)
        g_strv_builder_add (parts, count);
      sum += n;
    }
  if (total != NULL)
    *total = sum;
  words = g_strv_builder_end (parts);
  return sum > 0 ? g_strjoinv (" · ", words) : NULL;
}

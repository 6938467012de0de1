/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-words.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-date-text.h"

#define QUOTE_CHARS 280

static char *
get_title (CutReading *reading,
           const char *id)
{
  CutRecord *record = id != NULL ? cut_reading_find (reading, id) : NULL;

  return record != NULL ? cut_record_get_title (record) : NULL;
}

static char *
get_chain (CutReading     *reading,
           CutAttribution *attribution)
{
  const char *const *via = cut_attribution_get_via (attribution);
  g_autofree char *source = get_title (reading, cut_attribution_get_source (attribution));
  GString *chain = g_string_new (source != NULL ? source : _("Source not given"));

  for (guint i = 0; via[i] != NULL; i++)
    {
      g_autofree char *name = get_title (reading, via[i]);

      if (name != NULL)
        g_string_append_printf (chain, " → %s", name);
    }
  return g_string_free (chain, FALSE);
}

/* How it was said: what is not known is left out. */
static char *
get_manner (const char *stance,
            const char *terms,
            const char *hedge,
            CutDate    *said_at)
{
  g_autofree char *date = cut_date_to_text (said_at);
  const char *parts[5] = { NULL };
  guint n = 0;

  if (stance != NULL)
    parts[n++] = cut_vocab_get_label (CUT_VOCAB_STANCE, stance);
  if (terms != NULL && g_strcmp0 (terms, "unspecified") != 0)
    parts[n++] = cut_vocab_get_label (CUT_VOCAB_TERMS, terms);
  if (hedge != NULL)
    parts[n++] = hedge;
  if (date != NULL)
    parts[n++] = date;
  return g_strjoinv (" · ", (char **) parts);
}

char *
cut_margin_get_attribution_line (CutReading *reading,
                                 CutRecord  *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  g_autofree char *chain = get_chain (reading, attribution);
  g_autofree char *how = get_manner (cut_attribution_get_stance (attribution), cut_attribution_get_terms (attribution),
                                     cut_attribution_get_hedge (attribution), cut_attribution_get_said_at (attribution));

  /* Translators: a chain of sources, then stance, terms and date of what they said */
  return g_strdup_printf (_("%s: %s"), chain, how);
}

const char *
cut_margin_get_proposal_kind (const CutProposal *proposal)
{
  if (proposal->presumed)
    return cut_vocab_get_label (CUT_VOCAB_PROPOSAL, "presupposition");
  return g_str_equal (proposal->kind, "attribution") ? _("Proposal") : cut_vocab_get_label (CUT_VOCAB_PROPOSAL, proposal->kind);
}

static char *
get_date_line (const CutProposal *proposal)
{
  g_autofree char *date = cut_date_to_text (proposal->date);

  if (proposal->about_kind == CUT_KIND_CLAIM)
    /* Translators: %s is the date that a claim is about */
    return g_strdup_printf (C_("proposal", "%s, the date of the claim"), date);
  if (proposal->about_kind == CUT_KIND_ATTRIBUTION)
    /* Translators: %s is the date on which somebody said something */
    return g_strdup_printf (C_("proposal", "%s, the day it was said"), date);
  /* Translators: %s is the date on which something happened */
  return g_strdup_printf (C_("proposal", "%s, an event"), date);
}

static char *
get_headline_line (const CutProposal *proposal)
{
  if (proposal->source == NULL)
    return g_strdup (_("In the text it is only hearsay"));
  /* Translators: %s is who says what the headline states as a fact */
  return g_strdup_printf (_("In the text it is only said by %s"), proposal->source);
}

static char *
get_saying_line (const CutProposal *proposal)
{
  g_auto (GStrv) via = g_strsplit (proposal->via != NULL ? proposal->via : "", "; ", -1);
  g_autofree char *how = get_manner (proposal->stance, proposal->terms, proposal->hedge, proposal->said_at);
  g_autofree char *path = g_strjoinv (" → ", via);
  const char *source = proposal->source != NULL ? proposal->source : _("Source not given");
  g_autofree char *chain = *path != '\0' ? g_strdup_printf ("%s → %s", source, path) : g_strdup (source);

  /* Translators: a chain of sources, then stance, terms and date of what they said */
  return g_strdup_printf (_("%s: %s"), chain, how);
}

char *
cut_margin_get_proposal_line (const CutProposal *proposal)
{
  if (g_str_equal (proposal->kind, "date"))
    return get_date_line (proposal);
  return g_str_equal (proposal->kind, "headline") ? get_headline_line (proposal) : get_saying_line (proposal);
}

char *
cut_margin_get_names (CutReading        *reading,
                      const char *const *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = get_title (reading, ids[i]);

      if (name == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, " · ");
      g_string_append (names, name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

char *
cut_margin_get_kind_line (CutMarginItem *item)
{
  CutAnnotation *annotation = cut_margin_item_get_annotation (item);
  const CutReading *reading = cut_margin_item_get_reading (item);
  const CutSelector *selector = cut_annotation_get_selectors (annotation);
  const char *kind = cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, cut_annotation_get_kind (annotation));
  guint page = selector != NULL && reading != NULL ? cut_blocks_get_page (reading->blocks, selector->start) : 0;

  /* Translators: kind of annotation and the number of a page, as in "Quote, p. 3" */
  return page > 0 ? g_strdup_printf (_("%s, p. %u"), kind, page) : g_strdup (kind);
}

const char *
cut_margin_get_badge (CutMarginItem *item)
{
  CutReading *reading = cut_margin_item_get_reading (item);
  const CutStanding *standing = reading != NULL ? cut_reading_get_standing (reading, cut_margin_item_get_id (item)) : NULL;

  if (standing == NULL || g_str_equal (standing->status, "exact"))
    return NULL;
  if (g_str_equal (standing->status, "moved"))
    return C_("mark in another capture", "Moved");
  if (g_str_equal (standing->status, "changed"))
    return C_("mark in another capture", "Words changed");
  return C_("mark in another capture", "Not in this capture");
}

char *
cut_margin_get_quote (CutAnnotation *annotation)
{
  const CutSelector *selector = cut_annotation_get_selectors (annotation);
  const char *exact = selector != NULL && selector->exact != NULL ? selector->exact : "";
  g_autofree char *line = g_strdelimit (g_strdup (exact), "\n", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= QUOTE_CHARS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, QUOTE_CHARS);
  return g_strconcat (start, "…", NULL);
}

char *
cut_margin_get_card_label (CutMarginItem *item)
{
  CutAnnotation *annotation = cut_margin_item_get_annotation (item);
  CutRecord *claim = cut_margin_item_get_claim (item);
  g_autofree char *kind = cut_margin_get_kind_line (item);
  g_autofree char *quote = cut_margin_get_quote (annotation);
  const char *body = cut_annotation_get_body (annotation);
  const char *badge = cut_margin_get_badge (item);
  const char *words = quote;

  if (claim != NULL && cut_claim_get_text (CUT_CLAIM (claim)) != NULL)
    words = cut_claim_get_text (CUT_CLAIM (claim));
  else if (body != NULL)
    words = body;
  if (badge != NULL)
    /* Translators: kind of annotation, what became of it in another capture, then its words: "Claim (Moved): The bridge was closed" */
    return g_strdup_printf (_("%s (%s): %s"), kind, badge, words);
  /* Translators: kind of annotation, then its words, as in "Claim: The bridge was closed" */
  return g_strdup_printf (_("%s: %s"), kind, words);
}

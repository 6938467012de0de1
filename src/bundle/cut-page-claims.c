/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-check.h"
#include "cut-claim.h"
#include "cut-enquiry.h"
#include "cut-html.h"
#include "cut-origins.h"
#include "cut-pages.h"

#define ROOT ""

typedef enum
{
  SIDE_FOR,
  SIDE_AGAINST,
  SIDE_NEITHER,
} Side;

/* To answer, or not to, is no denial. */
static Side
side_of (CutRecord *attribution)
{
  static const char *const against[] = { "denies", "disputes", NULL };
  static const char *const neither[] = { "responds", "declines-to-comment", "did-not-respond", NULL };
  const char *stance = cut_attribution_get_stance (CUT_ATTRIBUTION (attribution));

  if (stance != NULL && g_strv_contains (against, stance))
    return SIDE_AGAINST;
  return stance != NULL && g_strv_contains (neither, stance) ? SIDE_NEITHER : SIDE_FOR;
}

/* All that leaves and that the counts rest on: claims that are the same and reprints count together here, too. */
static CutLedger *
make_ledger (CutSite *site)
{
  static const CutKind kinds[] = { CUT_KIND_CLAIM, CUT_KIND_ANNOTATION, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE, CUT_KIND_CLIP, CUT_KIND_ENTITY };
  CutLedger *ledger = cut_ledger_new ();

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (GPtrArray) records = cut_site_sorted (site, kinds[kind]);

      for (guint i = 0; i < records->len; i++)
        cut_ledger_put_record (ledger, g_ptr_array_index (records, i));
    }
  return ledger;
}

/* "1–3": as many independent origins as there are at least, and at most. */
static char *
count_origins (CutLedger  *ledger,
               const char *claim)
{
  g_autoptr (CutOrigins) origins = cut_ledger_count_origins (ledger, claim);

  if (origins->low == 0 && origins->high == 0)
    return NULL;
  if (origins->low == origins->high)
    return g_strdup_printf ("%u", origins->low);
  return g_strdup_printf ("%u–%u", origins->low, origins->high);
}

static void
write_side (CutSite    *site,
            GString    *page,
            GPtrArray  *attributions,
            Side        side,
            const char *label)
{
  gboolean open = FALSE;

  for (guint i = 0; i < attributions->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (attributions, i);
      const char *id = cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution));
      CutRecord *annotation = cut_site_find (site, id, CUT_KIND_ANNOTATION);

      if (side_of (attribution) != side)
        continue;
      if (!open)
        {
          cut_html_element (page, cut_site_level (site, 3), label, NULL);
          cut_html_open (page, "ul", "class", "attributions", NULL);
        }
      open = TRUE;
      cut_html_open (page, "li", NULL);
      cut_site_chain (site, page, ROOT, attribution);
      if (annotation != NULL)
        cut_site_quote (site, page, ROOT, annotation);
      cut_html_close (page, "li");
    }
  if (open)
    cut_html_close (page, "ul");
}

/* What there is of @parts, in one line. */
static void
write_manner (GString           *page,
              const char *const *parts,
              gsize              n_parts)
{
  gboolean first = TRUE;

  cut_html_open (page, "p", "class", "manner", NULL);
  for (gsize i = 0; i < n_parts; i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (!first)
        g_string_append (page, " · ");
      first = FALSE;
      cut_html_text (page, parts[i]);
    }
  cut_html_close (page, "p");
}

static void
write_enquiry (CutSite    *site,
               GString    *page,
               CutEnquiry *enquiry)
{
  CutDate *asked_at = cut_enquiry_get_asked_at (enquiry);
  g_autofree char *when = asked_at != NULL ? cut_words_get_date (site->words, asked_at) : NULL;
  const char *parts[] = { cut_enquiry_get_whom (enquiry), when,
                          cut_words_get_vocab (site->words, CUT_VOCAB_CHANNEL, cut_enquiry_get_channel (enquiry)),
                          cut_words_get_vocab (site->words, CUT_VOCAB_OUTCOME, cut_enquiry_get_outcome (enquiry)) };

  cut_html_open (page, "li", NULL);
  write_manner (page, parts, G_N_ELEMENTS (parts));
  cut_site_paragraphs (page, cut_enquiry_get_question (enquiry));
  cut_site_paragraphs (page, cut_enquiry_get_answer (enquiry));
  cut_html_close (page, "li");
}

/* Whether who is accused was asked is what a reader looks for first. */
static void
write_enquiries (CutSite    *site,
                 GString    *page,
                 const char *claim)
{
  g_autoptr (GPtrArray) enquiries = cut_site_referrers (site, claim, CUT_KIND_ENQUIRY);

  if (enquiries->len == 0)
    return;
  cut_html_element (page, cut_site_level (site, 3), cut_site_word (site, N_("Enquiries")), NULL);
  cut_html_open (page, "ul", "class", "checks", NULL);
  for (guint i = 0; i < enquiries->len; i++)
    write_enquiry (site, page, g_ptr_array_index (enquiries, i));
  cut_html_close (page, "ul");
}

static void
write_checks (CutSite    *site,
              GString    *page,
              const char *claim)
{
  g_autoptr (GPtrArray) checks = cut_site_referrers (site, claim, CUT_KIND_CHECK);

  if (checks->len == 0)
    return;
  cut_html_element (page, cut_site_level (site, 3), cut_site_word (site, N_("Checks")), NULL);
  cut_html_open (page, "ul", "class", "checks", NULL);
  for (guint i = 0; i < checks->len; i++)
    {
      CutCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *when = cut_check_get_at (check) != NULL ? cut_words_get_date (site->words, cut_check_get_at (check))
                                                               : NULL;
      const char *parts[] = { cut_words_get_vocab (site->words, CUT_VOCAB_METHOD, cut_check_get_method (check)),
                              cut_check_get_by (check), when };

      cut_html_open (page, "li", NULL);
      write_manner (page, parts, G_N_ELEMENTS (parts));
      cut_site_paragraphs (page, cut_check_get_result (check));
      cut_site_paragraphs (page, cut_check_get_note (check));
      cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Evidence:")), cut_check_get_evidence (check));
      cut_html_close (page, "li");
    }
  cut_html_close (page, "ul");
}

static void
write_facts (CutSite   *site,
             GString   *page,
             CutLedger *ledger,
             CutClaim  *claim)
{
  g_autofree char *origins = count_origins (ledger, cut_record_get_id (CUT_RECORD (claim)));
  g_autofree char *date = cut_claim_get_fact_date (claim) != NULL
                              ? cut_words_get_date (site->words, cut_claim_get_fact_date (claim))
                              : NULL;
  const char *importance = cut_claim_get_importance (claim);

  cut_html_open (page, "dl", "class", "facts", NULL);
  cut_site_fact (page, cut_site_word (site, N_("Status")),
                 cut_words_get_vocab (site->words, CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (claim)));
  cut_site_fact (page, cut_site_word (site, N_("Independent origins")), origins);
  cut_site_fact (page, cut_site_word (site, N_("Kind")),
                 cut_words_get_vocab (site->words, CUT_VOCAB_CLAIM_KIND, cut_claim_get_kind (claim)));
  if (g_strcmp0 (importance, "normal") != 0)
    cut_site_fact (page, cut_site_word (site, N_("Importance")),
                   cut_words_get_vocab (site->words, CUT_VOCAB_IMPORTANCE, importance));
  cut_site_fact (page, cut_site_word (site, N_("Date of the fact")), date);
  cut_site_fact (page, cut_site_word (site, N_("Place")), cut_claim_get_place (claim));
  cut_html_close (page, "dl");
}

static void
write_claim (CutSite   *site,
             GString   *page,
             CutLedger *ledger,
             CutRecord *record)
{
  CutClaim *claim = CUT_CLAIM (record);
  const char *id = cut_record_get_id (record);
  g_autofree char *anchor = g_strdup_printf ("claim-%s", id);
  g_autofree char *class = g_strdup_printf ("claim %s", cut_claim_get_status (claim) != NULL ? cut_claim_get_status (claim) : "");
  g_autoptr (GPtrArray) attributions = cut_site_referrers (site, id, CUT_KIND_ATTRIBUTION);
  const char *same[] = { cut_claim_get_same_as (claim), NULL };

  cut_html_open (page, "article", "id", anchor, "class", class, NULL);
  cut_html_element (page, cut_site_level (site, 2), cut_claim_get_text (claim), "dir", "auto", NULL);
  write_facts (site, page, ledger, claim);
  write_side (site, page, attributions, SIDE_FOR, cut_site_word (site, N_("For")));
  write_side (site, page, attributions, SIDE_AGAINST, cut_site_word (site, N_("Against")));
  write_side (site, page, attributions, SIDE_NEITHER, cut_site_word (site, N_("Responses")));
  write_enquiries (site, page, id);
  write_checks (site, page, id);
  if (cut_claim_get_note (claim) != NULL)
    cut_html_element (page, cut_site_level (site, 3), cut_site_word (site, N_("Note")), NULL);
  cut_site_paragraphs (page, cut_claim_get_note (claim));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("The same as:")), same);
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Supports:")), cut_claim_get_supports (claim));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Contradicts:")), cut_claim_get_contradicts (claim));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("About:")), cut_claim_get_entities (claim));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Stories:")), cut_claim_get_stories (claim));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Tags:")), cut_claim_get_tags (claim));
  cut_html_close (page, "article");
}

void
cut_page_claims_part (CutSite *site,
                      GString *page)
{
  g_autoptr (GPtrArray) claims = cut_site_sorted (site, CUT_KIND_CLAIM);
  g_autoptr (CutLedger) ledger = make_ledger (site);

  cut_site_heading (page, cut_site_level (site, 1), cut_site_word (site, N_("Claims")), claims->len);
  if (claims->len == 0)
    cut_html_element (page, "p", cut_site_word (site, N_("There are no claims in this bundle.")), NULL);
  for (guint i = 0; i < claims->len; i++)
    write_claim (site, page, ledger, g_ptr_array_index (claims, i));
}

void
cut_page_claims_write (CutSite *site)
{
  GString *page = cut_site_begin (site, cut_site_word (site, N_("Claims")), ROOT, "claims.html");

  cut_page_claims_part (site, page);
  cut_site_end (site, page, "claims.html", NULL);
}

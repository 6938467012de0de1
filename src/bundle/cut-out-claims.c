/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-check.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-contributor.h"
#include "cut-entity.h"
#include "cut-exchange.h"
#include "cut-id.h"
#include "cut-source.h"

/* schema.org (Claim, ClaimReview), PROV-O, and words of our own for stance and terms, whose
 * context stands in the file itself. */

static JsonArray *
make_context (void)
{
  static const struct { const char *term; const char *iri; } terms[] = {
    { "cut", "urn:cuttings:terms:" }, { "prov", "http://www.w3.org/ns/prov#" },
    { "attribution", "cut:attribution" }, { "stance", "cut:stance" }, { "terms", "cut:terms" },
    { "hedge", "cut:hedge" }, { "saidAt", "cut:saidAt" }, { "claimStatus", "cut:claimStatus" },
    { "source", "cut:source" }, { "passage", "cut:passage" },
    { "hadPrimarySource", "prov:hadPrimarySource" }, { "wasQuotedFrom", "prov:wasQuotedFrom" },
  };
  JsonArray *context = json_array_new ();
  JsonObject *own = json_object_new ();
  JsonObject *via = json_object_new ();

  json_array_add_string_element (context, "https://schema.org/");
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    json_object_set_string_member (own, terms[i].term, terms[i].iri);
  /* The way the words took is an order, not a set. */
  json_object_set_string_member (via, "@id", "cut:via");
  json_object_set_string_member (via, "@container", "@list");
  json_object_set_object_member (own, "via", via);
  json_array_add_object_element (context, own);
  return context;
}

static JsonObject *
begin_node (CutRecord  *record,
            const char *type)
{
  JsonObject *node = json_object_new ();
  g_autofree char *urn = cut_out_urn (cut_record_get_id (record));

  json_object_set_string_member (node, "@id", urn);
  json_object_set_string_member (node, "@type", type);
  return node;
}

static void
add_reference (JsonArray  *array,
               const char *id)
{
  JsonObject *reference;
  g_autofree char *urn = NULL;

  if (id == NULL || !cut_id_is_valid (id))
    return;
  urn = cut_out_urn (id);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (array, i), "@id"), urn))
      return;
  reference = json_object_new ();
  json_object_set_string_member (reference, "@id", urn);
  json_array_add_object_element (array, reference);
}

/* Attributions. */

static const char *
clip_of (CutSite        *site,
         CutAttribution *attribution)
{
  CutRecord *mark = cut_site_find (site, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);

  return mark != NULL ? cut_annotation_get_clip (CUT_ANNOTATION (mark)) : NULL;
}

static JsonObject *
make_attribution (CutSite   *site,
                  CutRecord *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  JsonObject *node = begin_node (record, "cut:Attribution");
  JsonArray *via = json_array_new ();
  const char *source = cut_attribution_get_source (attribution);
  const char *mark = cut_attribution_get_annotation (attribution);
  const char *clip = clip_of (site, attribution);

  for (const char *const *id = cut_attribution_get_via (attribution); *id != NULL; id++)
    add_reference (via, *id);
  cut_out_set (node, "stance", cut_attribution_get_stance (attribution));
  cut_out_set (node, "terms", cut_attribution_get_terms (attribution));
  cut_out_set (node, "hedge", cut_attribution_get_hedge (attribution));
  if (cut_attribution_get_said_at (attribution) != NULL)
    cut_out_set (node, "saidAt", cut_date_get_value (cut_attribution_get_said_at (attribution)));
  if (source != NULL && cut_id_is_valid (source))
    {
      cut_out_set_reference (node, "source", "@id", source);
      cut_out_set_reference (node, "hadPrimarySource", "@id", source);
    }
  if (mark != NULL && cut_id_is_valid (mark))
    cut_out_set_reference (node, "passage", "@id", mark);
  if (clip != NULL && cut_id_is_valid (clip))
    cut_out_set_reference (node, "wasQuotedFrom", "@id", clip);
  cut_out_set_array (node, "via", via);
  return node;
}

static gboolean
speaks_for (CutAttribution *attribution)
{
  static const char *const saying[] = { "asserts", "alleges", "reports", "confirms", NULL };
  const char *stance = cut_attribution_get_stance (attribution);

  return stance != NULL && g_strv_contains (saying, stance);
}

static JsonObject *
make_claim (CutSite   *site,
            CutRecord *record)
{
  CutClaim *claim = CUT_CLAIM (record);
  JsonObject *node = begin_node (record, "Claim");
  JsonArray *about = json_array_new ();
  JsonArray *authors = json_array_new ();
  JsonArray *appearances = json_array_new ();
  JsonArray *list = json_array_new ();
  g_autoptr (GPtrArray) attributions = cut_site_referrers (site, cut_record_get_id (record), CUT_KIND_ATTRIBUTION);

  for (const char *const *entity = cut_claim_get_entities (claim); *entity != NULL; entity++)
    add_reference (about, *entity);
  for (guint i = 0; i < attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (attributions, i);

      json_array_add_object_element (list, make_attribution (site, CUT_RECORD (attribution)));
      add_reference (appearances, clip_of (site, attribution));
      if (speaks_for (attribution))
        add_reference (authors, cut_attribution_get_source (attribution));
    }
  cut_out_set (node, "text", cut_claim_get_text (claim));
  cut_out_set (node, "claimStatus", cut_claim_get_status (claim));
  cut_out_set_array (node, "about", about);
  cut_out_set_array (node, "author", authors);
  cut_out_set_array (node, "appearance", appearances);
  cut_out_set_array (node, "attribution", list);
  return node;
}

/* A review only of what was checked to an end. */
static JsonObject *
make_review (CutSite   *site,
             CutRecord *record)
{
  static const char *const finished[] = { "verified", "false", "corroborated", "disputed", "unverifiable", NULL };
  CutClaim *claim = CUT_CLAIM (record);
  const char *status = cut_claim_get_status (claim);
  const char *contributor = cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR);
  g_autofree char *date = NULL;
  g_autofree char *urn = NULL;
  JsonObject *review, *rating;

  if (status == NULL || !g_strv_contains (finished, status))
    return NULL;
  review = json_object_new ();
  rating = json_object_new ();
  urn = cut_out_derived_urn (cut_record_get_id (record), "review");
  date = cut_time_format (cut_record_get_int (record, CUT_RECORD_MODIFIED));
  date[10] = '\0';
  json_object_set_string_member (review, "@id", urn);
  json_object_set_string_member (review, "@type", "ClaimReview");
  cut_out_set (review, "claimReviewed", cut_claim_get_text (claim));
  cut_out_set (review, "datePublished", date);
  cut_out_set_reference (review, "itemReviewed", "@id", cut_record_get_id (record));
  if (contributor != NULL && cut_id_is_valid (contributor))
    cut_out_set_reference (review, "author", "@id", contributor);
  json_object_set_string_member (rating, "@type", "Rating");
  json_object_set_string_member (rating, "alternateName", status);
  json_object_set_object_member (review, "reviewRating", rating);
  return review;
}

/* What claims refer to. */

static JsonObject *
make_clip (CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  JsonObject *node = begin_node (record, "Article");
  const char *outlet = cut_clip_get_site_name (clip) != NULL ? cut_clip_get_site_name (clip) : cut_clip_get_publisher (clip);

  cut_out_set (node, "headline", cut_clip_get_title (clip));
  cut_out_set (node, "url", cut_clip_get_canonical_url (clip) != NULL ? cut_clip_get_canonical_url (clip) : cut_clip_get_url (clip));
  cut_out_set (node, "inLanguage", cut_clip_get_language (clip));
  if (cut_clip_get_published (clip) != NULL)
    cut_out_set (node, "datePublished", cut_date_get_value (cut_clip_get_published (clip)));
  if (outlet != NULL)
    {
      JsonObject *publisher = json_object_new ();

      json_object_set_string_member (publisher, "@type", "Organization");
      json_object_set_string_member (publisher, "name", outlet);
      json_object_set_object_member (node, "publisher", publisher);
    }
  return node;
}

static const char *
type_of_source (const char *kind)
{
  static const char *const persons[] = { "person", "spokesperson", "own-observation", "unknown", NULL };
  static const char *const works[] = { "document", "data", NULL };

  if (kind != NULL && g_strv_contains (works, kind))
    return "CreativeWork";
  if (g_strcmp0 (kind, "government") == 0)
    return "GovernmentOrganization";
  return kind == NULL || g_strv_contains (persons, kind) ? "Person" : "Organization";
}

static const char *
type_of_entity (const char *schema)
{
  static const struct { const char *schema; const char *type; } types[] = {
    { "Person", "Person" }, { "Company", "Corporation" }, { "PublicBody", "GovernmentOrganization" },
    { "Country", "Country" }, { "Address", "Place" }, { "Event", "Event" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].schema, schema) == 0)
      return types[i].type;
  return "Organization";
}

static JsonObject *
make_other (CutRecord *record)
{
  CutKind kind = cut_record_get_kind (record);
  JsonObject *node;

  if (kind == CUT_KIND_CLIP)
    return make_clip (record);
  if (kind == CUT_KIND_SOURCE)
    {
      node = begin_node (record, type_of_source (cut_source_get_kind (CUT_SOURCE (record))));
      cut_out_set (node, "name", cut_source_get_label (CUT_SOURCE (record)));
      return node;
    }
  if (kind == CUT_KIND_CONTRIBUTOR)
    {
      node = begin_node (record, "Person");
      cut_out_set (node, "name", cut_contributor_get_name (CUT_CONTRIBUTOR (record)));
      return node;
    }
  node = begin_node (record, type_of_entity (cut_entity_get_schema (CUT_ENTITY (record))));
  cut_out_set (node, "name", cut_entity_get_name (CUT_ENTITY (record)));
  cut_out_set_strings (node, "alternateName", cut_entity_get_aliases (CUT_ENTITY (record)));
  cut_out_set (node, "description", cut_entity_get_summary (CUT_ENTITY (record)));
  return node;
}

char *
cut_out_claims (CutSite *site)
{
  static const CutKind others[] = { CUT_KIND_CLIP, CUT_KIND_SOURCE, CUT_KIND_ENTITY, CUT_KIND_CONTRIBUTOR };
  g_autoptr (GPtrArray) claims = cut_site_sorted (site, CUT_KIND_CLAIM);
  JsonObject *object = json_object_new ();
  JsonArray *graph = json_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      CutRecord *claim = g_ptr_array_index (claims, i);
      JsonObject *review = make_review (site, claim);

      json_array_add_object_element (graph, make_claim (site, claim));
      if (review != NULL)
        json_array_add_object_element (graph, review);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) list = cut_site_sorted (site, others[i]);

      for (guint j = 0; j < list->len; j++)
        json_array_add_object_element (graph, make_other (g_ptr_array_index (list, j)));
    }
  json_object_set_array_member (object, "@context", make_context ());
  json_object_set_array_member (object, "@graph", graph);
  return cut_out_finish (object);
}

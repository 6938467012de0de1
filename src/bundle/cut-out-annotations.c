/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-contributor.h"
#include "cut-exchange.h"
#include "cut-id.h"
#include "cut-tag.h"

/* W3C Web Annotation Data Model, Recommendation of 23 February 2017. */

static const char *
motivation_of (const char *kind)
{
  static const struct { const char *kind; const char *motivation; } motivations[] = {
    { "highlight", "highlighting" }, { "quote", "bookmarking" }, { "claim", "assessing" },
    { "note", "commenting" }, { "entity", "identifying" }, { "date", "describing" },
    { "furniture", "classifying" }, { "question", "questioning" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (motivations); i++)
    if (g_strcmp0 (motivations[i].kind, kind) == 0)
      return motivations[i].motivation;
  return "highlighting";
}

static void
add_text_body (JsonArray  *bodies,
               const char *value,
               const char *purpose,
               const char *format)
{
  JsonObject *body;

  if (value == NULL)
    return;
  body = json_object_new ();
  json_object_set_string_member (body, "type", "TextualBody");
  json_object_set_string_member (body, "value", value);
  json_object_set_string_member (body, "purpose", purpose);
  json_object_set_string_member (body, "format", format);
  json_array_add_object_element (bodies, body);
}

static void
add_object_body (JsonArray  *bodies,
                 const char *id,
                 const char *purpose)
{
  JsonObject *body;
  g_autofree char *urn = NULL;

  if (id == NULL || !cut_id_is_valid (id))
    return;
  urn = cut_out_urn (id);
  body = json_object_new ();
  json_object_set_string_member (body, "type", "SpecificResource");
  json_object_set_string_member (body, "purpose", purpose);
  json_object_set_string_member (body, "source", urn);
  json_array_add_object_element (bodies, body);
}

static JsonArray *
make_bodies (CutSite       *site,
             CutAnnotation *annotation)
{
  JsonArray *bodies = json_array_new ();
  const char *kind = cut_annotation_get_kind (annotation);

  add_text_body (bodies, cut_annotation_get_body (annotation),
                 g_strcmp0 (kind, "question") == 0 ? "questioning" : "commenting", "text/markdown");
  for (const char *const *tag = cut_annotation_get_tags (annotation); *tag != NULL; tag++)
    {
      CutRecord *record = cut_site_find (site, *tag, CUT_KIND_TAG);

      add_text_body (bodies, record != NULL ? cut_tag_get_label (CUT_TAG (record)) : NULL, "tagging", "text/plain");
    }
  for (const char *const *entity = cut_annotation_get_entities (annotation); *entity != NULL; entity++)
    add_object_body (bodies, *entity, "identifying");
  add_object_body (bodies, cut_annotation_get_claim (annotation), "assessing");
  return bodies;
}

/* A cached copy must be named by an IRI: the evidence's record has one. A state without a time says nothing. */
static JsonObject *
make_state (CutCapture *capture)
{
  JsonObject *state;
  const char *record = cut_capture_get_warc_record_id (capture);

  if (cut_capture_get_fetched_at (capture) == 0)
    return NULL;
  state = json_object_new ();
  json_object_set_string_member (state, "type", "TimeState");
  cut_out_set_time (state, "sourceDate", cut_capture_get_fetched_at (capture));
  if (record != NULL)
    {
      g_autofree char *urn = g_str_has_prefix (record, "urn:") ? g_strdup (record) : cut_out_urn (record);

      json_object_set_string_member (state, "cached", urn);
    }
  return state;
}

/* The page's address as the capture has it; of what was never on the network, the object itself. */
static char *
source_of (CutRecord  *capture,
           CutRecord  *clip,
           CutRecord  *annotation)
{
  const char *addresses[] = { capture != NULL ? cut_capture_get_final_url (CUT_CAPTURE (capture)) : NULL,
                              capture != NULL ? cut_capture_get_url (CUT_CAPTURE (capture)) : NULL,
                              clip != NULL ? cut_clip_get_url (CUT_CLIP (clip)) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      char *iri = cut_out_iri (addresses[i]);

      if (iri != NULL)
        return iri;
    }
  if (capture != NULL || clip != NULL)
    return cut_out_urn (cut_record_get_id (capture != NULL ? capture : clip));
  return cut_out_derived_urn (cut_record_get_id (annotation), "withheld");
}

static JsonObject *
make_target (CutSite       *site,
             CutAnnotation *annotation)
{
  JsonObject *target = json_object_new ();
  CutRecord *capture = cut_site_find (site, cut_annotation_get_capture (annotation), CUT_KIND_CAPTURE);
  CutRecord *clip = cut_site_find (site, cut_annotation_get_clip (annotation), CUT_KIND_CLIP);
  JsonObject *state = capture != NULL ? make_state (CUT_CAPTURE (capture)) : NULL;
  g_autofree char *source = source_of (capture, clip, CUT_RECORD (annotation));

  json_object_set_string_member (target, "type", "SpecificResource");
  cut_out_set (target, "source", source);
  json_object_set_member (target, "selector", cut_selector_to_json (cut_annotation_get_selectors (annotation)));
  if (state != NULL)
    json_object_set_object_member (target, "state", state);
  return target;
}

static JsonObject *
make_creator (CutSite    *site,
              const char *id)
{
  CutRecord *person = cut_site_find (site, id, CUT_KIND_CONTRIBUTOR);
  JsonObject *creator;
  g_autofree char *urn = NULL;

  if (person == NULL)
    return NULL;
  urn = cut_out_urn (id);
  creator = json_object_new ();
  json_object_set_string_member (creator, "id", urn);
  json_object_set_string_member (creator, "type", "Person");
  cut_out_set (creator, "name", cut_contributor_get_name (CUT_CONTRIBUTOR (person)));
  return creator;
}

static JsonObject *
make_annotation (CutSite   *site,
                 CutRecord *record)
{
  CutAnnotation *annotation = CUT_ANNOTATION (record);
  JsonObject *object = json_object_new ();
  g_autofree char *urn = cut_out_urn (cut_record_get_id (record));
  JsonObject *creator = make_creator (site, cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR));

  json_object_set_string_member (object, "id", urn);
  json_object_set_string_member (object, "type", "Annotation");
  json_object_set_string_member (object, "motivation", motivation_of (cut_annotation_get_kind (annotation)));
  cut_out_set_time (object, "created", cut_record_get_int (record, CUT_RECORD_CREATED));
  cut_out_set_time (object, "modified", cut_record_get_int (record, CUT_RECORD_MODIFIED));
  if (creator != NULL)
    json_object_set_object_member (object, "creator", creator);
  cut_out_set_array (object, "body", make_bodies (site, annotation));
  json_object_set_object_member (object, "target", make_target (site, annotation));
  return object;
}

static JsonArray *
make_items (CutSite *site)
{
  g_autoptr (GPtrArray) annotations = cut_site_sorted (site, CUT_KIND_ANNOTATION);
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < annotations->len; i++)
    if (cut_annotation_get_selectors (g_ptr_array_index (annotations, i)) != NULL)
      json_array_add_object_element (items, make_annotation (site, g_ptr_array_index (annotations, i)));
  return items;
}

/* The one page there is; it inherits the context of the collection it stands in. Takes @items. */
static JsonObject *
make_page (const char *collection,
           const char *label,
           const char *urn,
           JsonArray  *items)
{
  JsonObject *page = json_object_new ();
  JsonObject *whole = json_object_new ();

  json_object_set_string_member (whole, "id", collection);
  json_object_set_string_member (whole, "type", "AnnotationCollection");
  json_object_set_string_member (whole, "label", label);
  json_object_set_int_member (whole, "total", json_array_get_length (items));
  json_object_set_string_member (page, "id", urn);
  json_object_set_string_member (page, "type", "AnnotationPage");
  json_object_set_object_member (page, "partOf", whole);
  json_object_set_int_member (page, "startIndex", 0);
  json_object_set_array_member (page, "items", items);
  return page;
}

char *
cut_out_annotations (CutSite *site)
{
  JsonObject *object = json_object_new ();
  g_autofree char *collection = cut_out_derived_urn (site->content->notebook_id, "annotations");
  g_autofree char *urn = cut_out_derived_urn (site->content->notebook_id, "annotations-1");
  const char *title = site->content->title;
  const char *label = title != NULL && *title != '\0' ? title : "Cuttings";
  g_autoptr (JsonArray) items = make_items (site);

  json_object_set_string_member (object, "@context", "http://www.w3.org/ns/anno.jsonld");
  json_object_set_string_member (object, "id", collection);
  json_object_set_string_member (object, "type", "AnnotationCollection");
  json_object_set_string_member (object, "label", label);
  json_object_set_int_member (object, "total", json_array_get_length (items));
  /* An empty collection has no first page. */
  if (json_array_get_length (items) > 0)
    {
      json_object_set_object_member (object, "first", make_page (collection, label, urn, json_array_ref (items)));
      json_object_set_string_member (object, "last", urn);
    }
  return cut_out_finish (object);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-capture.h"
#include "cut-check.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-contributor.h"
#include "cut-dismissal.h"
#include "cut-enquiry.h"
#include "cut-entity.h"
#include "cut-event.h"
#include "cut-fact.h"
#include "cut-placement.h"
#include "cut-record.h"
#include "cut-relation.h"
#include "cut-saved-search.h"
#include "cut-source.h"
#include "cut-story.h"
#include "cut-tag.h"

typedef struct
{
  const char *name;
  const char *plural;
  const char *label;
  GType (*get_type) (void);
} Kind;

static const Kind kinds[CUT_N_KINDS] = {
  [CUT_KIND_NONE] = { "none", "none", "", NULL },
  [CUT_KIND_STORY] = { "story", "stories", N_ ("Story"), cut_story_get_type },
  [CUT_KIND_CONTRIBUTOR] = { "contributor", "contributors", N_ ("Contributor"),
                             cut_contributor_get_type },
  [CUT_KIND_CLIP] = { "clip", "clips", N_ ("Clip"), cut_clip_get_type },
  [CUT_KIND_CAPTURE] = { "capture", "captures", N_ ("Capture"), cut_capture_get_type },
  [CUT_KIND_ANNOTATION] = { "annotation", "annotations", N_ ("Annotation"), cut_annotation_get_type },
  [CUT_KIND_CLAIM] = { "claim", "claims", N_ ("Claim"), cut_claim_get_type },
  [CUT_KIND_ATTRIBUTION] = { "attribution", "attributions", N_ ("Attribution"),
                             cut_attribution_get_type },
  [CUT_KIND_SOURCE] = { "source", "sources", N_ ("Source"), cut_source_get_type },
  [CUT_KIND_ENTITY] = { "entity", "entities", N_ ("Entity"), cut_entity_get_type },
  [CUT_KIND_RELATION] = { "relation", "relations", N_ ("Relation"), cut_relation_get_type },
  [CUT_KIND_TAG] = { "tag", "tags", N_ ("Tag"), cut_tag_get_type },
  [CUT_KIND_CHECK] = { "check", "checks", N_ ("Check"), cut_check_get_type },
  [CUT_KIND_EVENT] = { "event", "events", N_ ("Event"), cut_event_get_type },
  [CUT_KIND_ENQUIRY] = { "enquiry", "enquiries", N_ ("Enquiry"), cut_enquiry_get_type },
  [CUT_KIND_PLACEMENT] = { "placement", "placements", N_ ("Placement"), cut_placement_get_type },
  [CUT_KIND_DISMISSAL] = { "dismissal", "dismissals", N_ ("Dismissed proposal"), cut_dismissal_get_type },
  [CUT_KIND_FACT] = { "fact", "facts", N_ ("Fact"), cut_fact_get_type },
  [CUT_KIND_SAVED_SEARCH] = { "saved-search", "saved-searches", N_ ("Saved search"), cut_saved_search_get_type },
};

const char *
cut_kind_get_name (CutKind kind)
{
  return kinds[kind].name;
}

const char *
cut_kind_get_plural (CutKind kind)
{
  return kinds[kind].plural;
}

const char *
cut_kind_get_label (CutKind kind)
{
  return kind == CUT_KIND_NONE ? "" : _(kinds[kind].label);
}

CutKind
cut_kind_from_name (const char *name)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (g_strcmp0 (name, kinds[kind].name) == 0 || g_strcmp0 (name, kinds[kind].plural) == 0)
      return (CutKind) kind;
  return CUT_KIND_NONE;
}

GType
cut_kind_get_gtype (CutKind kind)
{
  g_return_val_if_fail (kind > CUT_KIND_NONE && kind < CUT_N_KINDS, G_TYPE_INVALID);

  return kinds[kind].get_type ();
}

const CutField *
cut_kind_get_fields (CutKind  kind,
                     guint   *n_fields)
{
  /* The class is made once and kept, so what it holds outlives the reference. */
  g_autoptr (GTypeClass) klass = g_type_class_ref (cut_kind_get_gtype (kind));

  *n_fields = CUT_RECORD_CLASS (klass)->n_fields;
  return CUT_RECORD_CLASS (klass)->fields;
}

static gboolean
same_name (const char *field,
           const char *name)
{
  for (; *field != '\0' && *name != '\0'; field++, name++)
    if (*field != *name && !(*field == '_' && *name == '-'))
      return FALSE;
  return *field == *name;
}

int
cut_kind_find_field (CutKind     kind,
                     const char *name)
{
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (same_name (fields[i].name, name))
      return (int) i;
  return -1;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-field-label.h"

#include <glib/gi18n-lib.h>

#include "cut-named.h"

typedef struct
{
  const char *name;
  const char *label;
} FieldLabel;

/* One name of a field has one meaning in every kind, except for "kind" and "country". */
static const FieldLabel field_labels[] = {
  { "about", N_("About") },
  { "aliases", N_("Also known as") },
  { "answer", N_("Answer") },
  { "asked_at", N_("Asked on") },
  { "at", N_("Checked on") },
  { "authors", N_("Authors") },
  { "by", N_("Checked by") },
  { "canonical_url", N_("Canonical address") },
  { "channel", N_("Channel") },
  { "checkable", N_("Can be checked") },
  { "claim", N_("Claim") },
  { "code_name", N_("Code name") },
  { "condition", N_("Condition") },
  { "contact", N_("Contact (never leaves the notebook)") },
  { "contradicts", N_("Contradicts") },
  { "country", N_("Country") },
  { "date", N_("Date") },
  { "deadline", N_("Deadline") },
  { "description", N_("Description") },
  { "end", N_("Until") },
  { "entities", N_("Entities") },
  { "entity", N_("Is the entity") },
  { "evidence", N_("Evidence") },
  { "fact_date", N_("Date of the fact") },
  { "form", N_("Form of speech") },
  { "from", N_("From") },
  { "hedge", N_("Hedge") },
  { "how_known", N_("How they know") },
  { "identifiers", N_("Identifiers") },
  { "importance", N_("Importance") },
  { "interest", N_("Interest") },
  { "kind", N_("Kind") },
  { "label", N_("Name") },
  { "language", N_("Language") },
  { "memo", N_("Memo") },
  { "method", N_("Method") },
  { "name", N_("Name") },
  { "named", N_("Named") },
  { "note", N_("Note") },
  { "outcome", N_("Outcome") },
  { "parent", N_("Parent tag") },
  { "place", N_("Place") },
  { "previous_names", N_("Previous names") },
  { "proposed_by", N_("Proposed by") },
  { "property", N_("Property") },
  { "published", N_("Published") },
  { "publisher", N_("Publisher") },
  { "query", N_("Search") },
  { "question", N_("Question") },
  { "reliability", N_("Reliability") },
  { "reprint_of", N_("Reprint of") },
  { "result", N_("Result") },
  { "role", N_("Role") },
  { "said_at", N_("Said on") },
  { "same_as", N_("Same as") },
  { "schema", N_("Kind") },
  { "sensitivity", N_("Sensitivity") },
  { "site_name", N_("Outlet") },
  { "source", N_("Source") },
  { "stance", N_("Stance") },
  { "standfirst", N_("Standfirst") },
  { "start", N_("Since") },
  { "status", N_("Status") },
  { "stories", N_("Stories") },
  { "summary", N_("Summary") },
  { "supports", N_("Supports") },
  { "tags", N_("Tags") },
  { "terms", N_("Terms") },
  { "text", N_("Claim") },
  { "title", N_("Title") },
  { "to", N_("To") },
  { "url", N_("Address") },
  { "value", N_("Value") },
  { "via", N_("Via") },
  { "whom", N_("Asked") },
  { "wire_credit", N_("Wire credit") },
};

const char *
cut_field_get_label (CutKind     kind,
                     const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_labels); i++)
    if (strcmp (field_labels[i].name, name) == 0)
      return g_dgettext (GETTEXT_PACKAGE, field_labels[i].label);
  return name;
}

const char *
cut_kind_get_edit_label (CutKind kind)
{
  switch ((int) kind)
    {
    case CUT_KIND_STORY: return C_("act", "Edit Story");
    case CUT_KIND_CLIP: return C_("act", "Edit Clip");
    case CUT_KIND_ANNOTATION: return C_("act", "Edit Annotation");
    case CUT_KIND_CLAIM: return C_("act", "Edit Claim");
    case CUT_KIND_ATTRIBUTION: return C_("act", "Edit Attribution");
    case CUT_KIND_SOURCE: return C_("act", "Edit Source");
    case CUT_KIND_ENTITY: return C_("act", "Edit Entity");
    case CUT_KIND_FACT: return C_("act", "Edit Fact");
    case CUT_KIND_RELATION: return C_("act", "Edit Relation");
    case CUT_KIND_TAG: return C_("act", "Edit Tag");
    case CUT_KIND_ENQUIRY: return C_("act", "Edit Enquiry");
    default: return C_("act", "Edit");
    }
}

const char *
cut_kind_get_new_label (CutKind kind)
{
  switch ((int) kind)
    {
    case CUT_KIND_STORY: return C_("act", "New Story");
    case CUT_KIND_CLAIM: return C_("act", "New Claim");
    case CUT_KIND_ATTRIBUTION: return C_("act", "New Attribution");
    case CUT_KIND_SOURCE: return C_("act", "New Source");
    case CUT_KIND_ENTITY: return C_("act", "New Entity");
    case CUT_KIND_FACT: return C_("act", "New Fact");
    case CUT_KIND_SAVED_SEARCH: return C_("act", "Save Search");
    case CUT_KIND_RELATION: return C_("act", "New Relation");
    case CUT_KIND_TAG: return C_("act", "New Tag");
    case CUT_KIND_CHECK: return C_("act", "New Check");
    case CUT_KIND_ENQUIRY: return C_("act", "New Enquiry");
    default: return C_("act", "New");
    }
}

const char *
cut_kind_get_delete_label (CutKind kind)
{
  switch ((int) kind)
    {
    case CUT_KIND_STORY: return C_("act", "Delete Story");
    case CUT_KIND_CLIP: return C_("act", "Delete Clip");
    case CUT_KIND_ANNOTATION: return C_("act", "Delete Annotation");
    case CUT_KIND_CLAIM: return C_("act", "Delete Claim");
    case CUT_KIND_ATTRIBUTION: return C_("act", "Delete Attribution");
    case CUT_KIND_SOURCE: return C_("act", "Delete Source");
    case CUT_KIND_ENTITY: return C_("act", "Delete Entity");
    case CUT_KIND_FACT: return C_("act", "Delete Fact");
    case CUT_KIND_SAVED_SEARCH: return C_("act", "Delete Saved Search");
    case CUT_KIND_RELATION: return C_("act", "Delete Relation");
    case CUT_KIND_TAG: return C_("act", "Delete Tag");
    case CUT_KIND_ENQUIRY: return C_("act", "Delete Enquiry");
    default: return C_("act", "Delete");
    }
}

CutRecord *
cut_record_new_named (CutKind     kind,
                      const char *name)
{
  switch ((int) kind)
    {
    case CUT_KIND_STORY: return cut_record_new (kind, "title", name, NULL);
    case CUT_KIND_CLAIM: return cut_record_new (kind, "text", name, NULL);
    case CUT_KIND_ENTITY: return cut_record_new (kind, "name", name, NULL);
    case CUT_KIND_SOURCE: return cut_record_new (kind, "label", name, "named", cut_name_is_named (name), NULL);
    default: return cut_record_new (kind, "label", name, NULL);
    }
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-relation-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-schemata.h"

typedef struct
{
  const char *schema;
  const char *label; /* from the end that the relation leads from */
  const char *back;  /* (nullable): from the other one, where they differ */
} Label;

static const Label labels[] = {
  { "Ownership", NC_ ("relation", "Owns"), NC_ ("relation", "Owned by") },
  { "Directorship", NC_ ("relation", "Directs"), NC_ ("relation", "Directed by") },
  { "Membership", NC_ ("relation", "Member of"), NC_ ("relation", "Has the member") },
  { "Employment", NC_ ("relation", "Employed by"), NC_ ("relation", "Employs") },
  { "Occupancy", NC_ ("relation", "Holds the position"), NC_ ("relation", "Held by") },
  { "Family", NC_ ("relation", "Relative of"), NULL },
  { "Associate", NC_ ("relation", "Associate of"), NULL },
  { "Representation", NC_ ("relation", "Represents"), NC_ ("relation", "Represented by") },
  { "Payment", NC_ ("relation", "Paid"), NC_ ("relation", "Paid by") },
  { "Debt", NC_ ("relation", "Owes to"), NC_ ("relation", "Is owed by") },
  { "Succession", NC_ ("relation", "Followed by"), NC_ ("relation", "Follows") },
  { "CourtCaseParty", NC_ ("relation", "Party to"), NC_ ("relation", "Has the party") },
  { "ProjectParticipant", NC_ ("relation", "Takes part in"), NC_ ("relation", "Has the participant") },
  { "UnknownLink", NC_ ("relation", "Linked to"), NULL },
};

static const Label *
find_label (const char *schema)
{
  for (guint i = 0; schema != NULL && i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].schema, schema) == 0)
      return &labels[i];
  return NULL;
}

const char *
cut_relation_get_label (const char *schema,
                        gboolean    back)
{
  const Label *found = find_label (schema);
  const char *label;

  if (found == NULL)
    return schema != NULL ? cut_vocab_get_label (CUT_VOCAB_RELATION_SCHEMA, schema) : "";
  label = back && found->back != NULL ? found->back : found->label;
  return g_dpgettext2 (GETTEXT_PACKAGE, "relation", label);
}

gboolean
cut_relation_has_direction (const char *schema)
{
  const CutSchema *found = schema != NULL ? cut_schemata_find (schema) : NULL;

  return found != NULL && found->directed;
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-marking.h"
#include "cut-notebook-entities.h"
#include "cut-notebook-protection.h"
#include "cut-passphrase.h"
#include "cut-relation.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

/* Entities: facts, relations, merging. Two people and the folder they hand bundles over in. */
typedef struct
{
  CutTestNotebook here;
  CutTestNotebook there;
  char *bundle;
  CutRecord *tallow;   /* Ruth Tallow */
  CutRecord *ruth;     /* R. Tallow */
  CutRecord *company;
  CutRecord *relation; /* R. Tallow directs the company */
  CutRecord *mark;     /* that names R. Tallow */
  CutRecord *claim;
  CutRecord *source;
  CutRecord *fact;
} Desk;

static void
commit (CutTestNotebook *side,
        CutRecord       *record)
{
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Act");

  cut_act_put (act, record);
  g_assert_true (cut_notebook_commit (side->notebook, act, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (CutTestNotebook *side,
                CutRecord       *record,
                const char      *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (CutRecord) before = cut_notebook_get (side->notebook, cut_record_get_id (record), NULL);
  g_autoptr (CutRecord) after = NULL;
  CutAct *act = cut_act_new ("Act");

  cut_act_put (act, record);
  g_assert_false (cut_notebook_commit (side->notebook, act, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, reason));
  after = cut_notebook_get (side->notebook, cut_record_get_id (record), &missing);
  g_assert_true (before == NULL ? after == NULL : cut_record_equal (before, after));
}

static CutRecord *
get (CutTestNotebook *side,
     CutRecord       *record)
{
  g_autoptr (GError) error = NULL;
  CutRecord *found = cut_notebook_get (side->notebook, cut_record_get_id (record), &error);

  g_assert_no_error (error);
  return found;
}

static void
fill (Desk *self)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->here.notebook, CUT_TEST_ARTICLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutReading) reading = cut_notebook_read (self->here.notebook, cut_record_get_id (clipped->clip), &error);
  const char *aliases[] = { "The mayor", NULL };
  const char *ruth[] = { NULL, NULL };
  CutAct *act;

  self->tallow = cut_record_new (CUT_KIND_ENTITY, "name", "Ruth Tallow", "schema", "Person", "aliases", aliases, "country", "gb",
                                 "summary", "Mayor.", NULL);
  self->ruth = cut_record_new (CUT_KIND_ENTITY, "name", "R. Tallow", "schema", "Person", "country", "se", "summary", "Runs the bridge.",
                               NULL);
  ruth[0] = cut_record_get_id (self->ruth);
  self->company = cut_record_new (CUT_KIND_ENTITY, "name", "Northmere Bridge Company", "schema", "Company", NULL);
  self->relation = cut_record_new (CUT_KIND_RELATION, "schema", "Directorship", "from", ruth[0], "to",
                                   cut_record_get_id (self->company), NULL);
  self->claim = cut_record_new (CUT_KIND_CLAIM, "text", "The bridge is open.", "entities", ruth, NULL);
  self->source = cut_record_new (CUT_KIND_SOURCE, "label", "R. Tallow", "entity", ruth[0], NULL);
  commit (&self->here, self->tallow);
  commit (&self->here, self->ruth);
  commit (&self->here, self->company);
  commit (&self->here, self->relation);
  commit (&self->here, self->claim);
  commit (&self->here, self->source);
  self->fact = cut_fact_new (self->ruth, "birthDate", "1957-03", NULL, &error);
  g_assert_no_error (error);
  commit (&self->here, self->fact);
  act = cut_marking_entity (reading, 40, 47, self->ruth, NULL, &self->mark, &error);
  g_assert_no_error (error);
  g_assert_true (cut_notebook_commit (self->here.notebook, act, NULL, &error));
}

static void
set_up (Desk          *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->here, data);
  cut_test_notebook_set_up (&self->there, data);
  self->bundle = g_build_filename (self->here.folder, "bundle.cuttings.zip", NULL);
  fill (self);
}

static void
tear_down (Desk          *self,
           gconstpointer  data)
{
  g_clear_object (&self->tallow);
  g_clear_object (&self->ruth);
  g_clear_object (&self->company);
  g_clear_object (&self->relation);
  g_clear_object (&self->mark);
  g_clear_object (&self->claim);
  g_clear_object (&self->source);
  g_clear_object (&self->fact);
  g_free (self->bundle);
  cut_test_notebook_tear_down (&self->here, data);
  cut_test_notebook_tear_down (&self->there, data);
}

static CutImportReport *
hand_over (Desk            *self,
           CutTestNotebook *from,
           CutTestNotebook *to)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) written = NULL;
  g_autoptr (GError) error = NULL;
  CutImportReport *report;

  request->path = g_strdup (self->bundle);
  request->all = TRUE;
  written = cut_notebook_export (from->notebook, request, NULL, &error);
  g_assert_no_error (error);
  report = cut_notebook_import (to->notebook, self->bundle, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
merge (CutTestNotebook *side,
       CutRecord       *keep,
       CutRecord       *other)
{
  const char *const others[] = { cut_record_get_id (other), NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_notebook_merge_entities (side->notebook, cut_record_get_id (keep), others, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list_all (CutTestNotebook *side,
          CutKind          kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  query->trash = CUT_TRASH_INCLUDED;
  query->descending = FALSE;
  list = cut_notebook_list (side->notebook, query, NULL, &error);
  g_assert_no_error (error);
  return list;
}

/* What all objects say, without their history: the owner apart. */
static char *
dump (CutTestNotebook *side)
{
  GString *text = g_string_new (NULL);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) list = list_all (side, (CutKind) kind);

      for (guint i = 0; kind != CUT_KIND_CONTRIBUTOR && i < list->len; i++)
        {
          g_autoptr (CutRecord) bare = cut_record_with (g_ptr_array_index (list, i), "modified", (gint64) 0, "rev", NULL, "parents", NULL,
                                                        "contributor", NULL, "written", NULL, NULL);
          g_autofree char *line = cut_record_to_line (bare, CUT_JSON_CANONICAL);

          g_string_append_printf (text, "%s\n", line);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_alike (Desk *self)
{
  g_autofree char *here = dump (&self->here);
  g_autofree char *there = dump (&self->there);

  g_assert_cmpstr (here, ==, there);
}

/* Facts. */

static void
test_facts (Desk          *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) nationality = cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (self->tallow), "property", "nationality",
                                                      "value", "Sweden", NULL);
  g_autoptr (CutRecord) wrong = cut_record_with (nationality, "value", "33 March", NULL);
  g_autoptr (CutRecord) unknown = cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (self->tallow), "property", "tonnage", "value",
                                                  "1", NULL);
  g_autoptr (CutRecord) nobody = cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (self->claim), "property", "tonnage", "value",
                                                 "1", NULL);
  g_autoptr (CutRecord) name = cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (self->tallow), "property", "name", "value",
                                               "Ruth", NULL);
  g_autoptr (CutRecord) stored = NULL;

  assert_refused (&self->here, wrong, "33 March");
  assert_refused (&self->here, unknown, "birthDate");
  assert_refused (&self->here, nobody, "entity or a relation");
  assert_refused (&self->here, name, "field");
  commit (&self->here, nationality);
  stored = get (&self->here, nationality);
  g_assert_cmpstr (cut_fact_get_value (CUT_FACT (stored)), ==, "se");
  g_assert_null (cut_fact_new (self->tallow, "birthDate", "33 March", NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_facts_of_entities (Desk          *self,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) quay = cut_record_new (CUT_KIND_ENTITY, "name", "Old quay", "schema", "Address", NULL);
  g_autoptr (CutRecord) fact = NULL;
  g_autoptr (CutRecord) wrong = NULL;

  commit (&self->here, quay);
  fact = cut_fact_new_entity (self->company, "addressEntity", quay, NULL, &error);
  g_assert_no_error (error);
  commit (&self->here, fact);
  wrong = cut_record_with (fact, "entity", cut_record_get_id (self->ruth), NULL);
  assert_refused (&self->here, wrong, "Place");
  g_assert_null (cut_fact_new_entity (self->company, "addressEntity", self->ruth, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

/* Relations. */

static void
test_relations (Desk          *self,
                gconstpointer  data)
{
  const char *company = cut_record_get_id (self->company);
  const char *ruth = cut_record_get_id (self->ruth);
  g_autoptr (CutRecord) turned = cut_record_new (CUT_KIND_RELATION, "schema", "Employment", "from", company, "to", ruth, NULL);
  g_autoptr (CutRecord) circle = cut_record_new (CUT_KIND_RELATION, "schema", "UnknownLink", "from", ruth, "to", ruth, NULL);
  g_autoptr (CutRecord) vessel = cut_record_with (self->company, "schema", "Vessel", NULL);
  g_autoptr (CutRecord) share = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (&self->here, turned, "the other way round");
  assert_refused (&self->here, circle, "itself");
  /* She directs it. */
  assert_refused (&self->here, vessel, "Organisation");
  share = cut_fact_new (self->relation, "status", "acting", NULL, &error);
  g_assert_no_error (error);
  commit (&self->here, share);
}

static void
test_country (Desk          *self,
              gconstpointer  data)
{
  g_autoptr (CutRecord) sweden = cut_record_with (self->company, "country", "Sweden", NULL);
  g_autoptr (CutRecord) nowhere = cut_record_with (self->company, "country", "Nowhere", NULL);
  g_autoptr (CutRecord) stored = NULL;

  assert_refused (&self->here, nowhere, "Nowhere");
  commit (&self->here, sweden);
  stored = get (&self->here, self->company);
  g_assert_cmpstr (cut_entity_get_country (CUT_ENTITY (stored)), ==, "se");
}

/* Merging. */

static void
assert_names (Desk       *self,
              const char *id)
{
  g_autoptr (CutRecord) relation = get (&self->here, self->relation);
  g_autoptr (CutRecord) mark = get (&self->here, self->mark);
  g_autoptr (CutRecord) claim = get (&self->here, self->claim);
  g_autoptr (CutRecord) source = get (&self->here, self->source);
  g_autoptr (CutRecord) fact = get (&self->here, self->fact);

  g_assert_cmpstr (cut_relation_get_from (CUT_RELATION (relation)), ==, id);
  g_assert_cmpstr (cut_annotation_get_entities (CUT_ANNOTATION (mark))[0], ==, id);
  g_assert_cmpstr (cut_claim_get_entities (CUT_CLAIM (claim))[0], ==, id);
  g_assert_cmpstr (cut_source_get_entity (CUT_SOURCE (source)), ==, id);
  g_assert_cmpstr (cut_fact_get_about (CUT_FACT (fact)), ==, id);
}

static char *
find_named (CutTestNotebook *side,
            const char      *name)
{
  g_autoptr (GError) error = NULL;
  char *id = cut_notebook_find_named (side->notebook, CUT_KIND_ENTITY, name, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_merge (Desk          *self,
            gconstpointer  data)
{
  g_autofree char *before = dump (&self->here);
  g_autofree char *after = NULL;
  g_autofree char *by_name = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) kept = NULL;
  g_autoptr (CutRecord) merged = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  guint n_entities = cut_test_count (self->here.notebook, CUT_KIND_ENTITY);
  const char *id = cut_record_get_id (self->tallow);

  merge (&self->here, self->tallow, self->ruth);
  kept = get (&self->here, self->tallow);
  merged = get (&self->here, self->ruth);
  g_assert_cmpstr (cut_entity_get_merged_into (CUT_ENTITY (merged)), ==, id);
  g_assert_true (g_strv_contains (cut_entity_get_aliases (CUT_ENTITY (kept)), "R. Tallow"));
  g_assert_true (g_strv_contains (cut_entity_get_aliases (CUT_ENTITY (kept)), "The mayor"));
  assert_names (self, id);
  /* No list shows it, and its name is the other's. */
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_ENTITY), ==, n_entities - 1);
  by_name = find_named (&self->here, "R. Tallow");
  g_assert_cmpstr (by_name, ==, id);
  /* What both say differently is a fact: born in March, a country, a description. */
  facts = cut_test_list (self->here.notebook, CUT_KIND_FACT);
  g_assert_cmpuint (facts->len, ==, 3);
  g_assert_cmpstr (cut_entity_get_summary (CUT_ENTITY (kept)), ==, "Mayor.");
  cut_test_assert_verifies (self->here.path);

  label = cut_notebook_undo (self->here.notebook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Merge Entities");
  after = dump (&self->here);
  g_assert_cmpstr (before, ==, after);
  assert_names (self, cut_record_get_id (self->ruth));
}

static void
test_merge_redo (Desk          *self,
                 gconstpointer  data)
{
  g_autofree char *merged = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  merge (&self->here, self->tallow, self->ruth);
  merged = dump (&self->here);
  g_free (cut_notebook_undo (self->here.notebook, &error));
  g_free (cut_notebook_redo (self->here.notebook, &error));
  g_assert_no_error (error);
  again = dump (&self->here);
  g_assert_cmpstr (merged, ==, again);
}

static void
test_merge_refused (Desk          *self,
                    gconstpointer  data)
{
  const char *const ruth[] = { cut_record_get_id (self->ruth), NULL };
  const char *const company[] = { cut_record_get_id (self->company), NULL };
  const char *const claim[] = { cut_record_get_id (self->claim), NULL };
  const char *tallow = cut_record_get_id (self->tallow);
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_notebook_merge_entities (self->here.notebook, tallow, company, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (cut_notebook_merge_entities (self->here.notebook, tallow, claim, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (cut_notebook_merge_entities (self->here.notebook, ruth[0], ruth, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  merge (&self->here, self->tallow, self->ruth);
  g_assert_false (cut_notebook_merge_entities (self->here.notebook, tallow, ruth, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

/* Two people of one name in two countries are hardly one. */
static void
forget_country (Desk *self)
{
  g_autoptr (CutRecord) of_nowhere = cut_record_with (self->ruth, "country", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposed = cut_notebook_duplicates (self->here.notebook, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (proposed->len, ==, 0);
  commit (&self->here, of_nowhere);
}

static void
test_not_same (Desk          *self,
               gconstpointer  data)
{
  const char *const ruth[] = { cut_record_get_id (self->ruth), NULL };
  const char *tallow = cut_record_get_id (self->tallow);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposed = NULL;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (CutRecord) kept = NULL;

  forget_country (self);
  proposed = cut_notebook_duplicates (self->here.notebook, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (proposed->len, ==, 1);
  /* More speaks of R. Tallow. */
  g_assert_cmpstr (cut_record_get_id (((CutDuplicate *) g_ptr_array_index (proposed, 0))->entity), ==, ruth[0]);
  g_assert_true (((CutDuplicate *) g_ptr_array_index (proposed, 0))->likeness->reasons & (1u << CUT_REASON_INITIALS));

  g_assert_true (cut_notebook_part_entities (self->here.notebook, tallow, ruth[0], NULL, &error));
  g_assert_no_error (error);
  then = cut_notebook_duplicates (self->here.notebook, NULL, NULL, &error);
  g_assert_cmpuint (then->len, ==, 0);
  g_assert_false (cut_notebook_merge_entities (self->here.notebook, tallow, ruth, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (cut_notebook_merge_entities (self->here.notebook, tallow, ruth, TRUE, NULL, &error));
  g_assert_no_error (error);
  kept = get (&self->here, self->tallow);
  g_assert_cmpuint (g_strv_length ((char **) cut_entity_get_not_same_as (CUT_ENTITY (kept))), ==, 0);
}

/* A relation between the two would lead from one to itself. */
static void
test_merge_ends (Desk          *self,
                 gconstpointer  data)
{
  g_autoptr (CutRecord) link = cut_record_new (CUT_KIND_RELATION, "schema", "Associate", "from", cut_record_get_id (self->ruth), "to",
                                               cut_record_get_id (self->tallow), NULL);
  g_autoptr (CutRecord) after = NULL;

  commit (&self->here, link);
  merge (&self->here, self->tallow, self->ruth);
  after = get (&self->here, link);
  g_assert_true (cut_record_is_deleted (after));
}

/* What is written afterwards by who still has the old id. */
static void
test_stale_id (Desk          *self,
               gconstpointer  data)
{
  const char *const ruth[] = { cut_record_get_id (self->ruth), NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "She knew.", "entities", ruth, NULL);
  g_autoptr (CutRecord) stored = NULL;

  merge (&self->here, self->tallow, self->ruth);
  commit (&self->here, claim);
  stored = get (&self->here, claim);
  g_assert_cmpstr (cut_claim_get_entities (CUT_CLAIM (stored))[0], ==, cut_record_get_id (self->tallow));
}

static void
test_merge_chain (Desk          *self,
                  gconstpointer  data)
{
  g_autoptr (CutRecord) third = cut_record_new (CUT_KIND_ENTITY, "name", "Mayor Tallow", "schema", "Person", NULL);
  g_autoptr (CutRecord) last = NULL;
  g_autoptr (CutEntityDetail) detail = NULL;
  g_autoptr (GError) error = NULL;

  commit (&self->here, third);
  merge (&self->here, self->tallow, self->ruth);
  merge (&self->here, third, self->tallow);
  assert_names (self, cut_record_get_id (third));
  last = get (&self->here, third);
  g_assert_true (g_strv_contains (cut_entity_get_aliases (CUT_ENTITY (last)), "R. Tallow"));
  detail = cut_notebook_entity_detail (self->here.notebook, cut_record_get_id (self->ruth), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cut_record_get_id (detail->entity), ==, cut_record_get_id (third));
  g_assert_cmpuint (detail->merged->len, ==, 2);
}

static void
test_kinds_together (Desk          *self,
                     gconstpointer  data)
{
  g_autoptr (CutRecord) body = cut_record_new (CUT_KIND_ENTITY, "name", "Bridge Company", "schema", "Organization", NULL);
  g_autoptr (CutRecord) after = NULL;

  commit (&self->here, body);
  merge (&self->here, body, self->company);
  after = get (&self->here, body);
  g_assert_cmpstr (cut_entity_get_schema (CUT_ENTITY (after)), ==, "Company");
}

static void
test_sensitivity (Desk          *self,
                  gconstpointer  data)
{
  g_autoptr (CutRecord) secret = cut_record_with (self->ruth, "sensitivity", "never-export", NULL);
  g_autoptr (CutRecord) after = NULL;

  commit (&self->here, secret);
  merge (&self->here, self->tallow, self->ruth);
  after = get (&self->here, self->tallow);
  g_assert_cmpstr (cut_record_get_string (after, CUT_RECORD_SENSITIVITY), ==, "never-export");
}

static void
test_locked (Desk          *self,
             gconstpointer  data)
{
  const char *const others[] = { cut_record_get_id (self->ruth), NULL };
  g_autoptr (CutRecord) secret = cut_record_with (self->source, "sensitivity", "confidential", NULL);
  g_autoptr (CutPassphrase) passphrase = cut_passphrase_new ("eight herons wade", -1, NULL);
  g_autoptr (CutRecord) source = NULL;
  g_autoptr (GError) error = NULL;

  commit (&self->here, secret);
  g_assert_true (cut_notebook_protect (self->here.notebook, passphrase, NULL, &error));
  g_assert_no_error (error);
  cut_notebook_lock (self->here.notebook);
  g_assert_false (cut_notebook_merge_entities (self->here.notebook, cut_record_get_id (self->tallow), others, FALSE, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (cut_notebook_unlock (self->here.notebook, passphrase, NULL, &error));
  merge (&self->here, self->tallow, self->ruth);
  source = get (&self->here, self->source);
  g_assert_cmpstr (cut_source_get_entity (CUT_SOURCE (source)), ==, cut_record_get_id (self->tallow));
}

/* Two notebooks. */

static void
share (Desk *self)
{
  cut_import_report_free (hand_over (self, &self->here, &self->there));
}

/* Each gets what the other had before the exchange. */
static void
exchange (Desk *self)
{
  g_autofree char *other = g_build_filename (self->there.folder, "there.cuttings.zip", NULL);
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) written = NULL;
  g_autoptr (CutImportReport) first = NULL;
  g_autoptr (CutImportReport) second = NULL;
  g_autoptr (GError) error = NULL;

  request->path = g_strdup (other);
  request->all = TRUE;
  written = cut_notebook_export (self->there.notebook, request, NULL, &error);
  g_assert_no_error (error);
  first = hand_over (self, &self->here, &self->there);
  second = cut_notebook_import (self->here.notebook, other, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->conflicts->len + first->failed->len, ==, 0);
  g_assert_cmpuint (second->conflicts->len + second->failed->len, ==, 0);
}

static void
test_two_facts (Desk          *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) one = cut_fact_new (self->tallow, "birthDate", "1957", NULL, &error);
  g_autoptr (CutRecord) two = cut_fact_new (self->tallow, "birthPlace", "Norrvik", NULL, &error);

  share (self);
  commit (&self->here, one);
  commit (&self->there, two);
  exchange (self);
  assert_alike (self);
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_FACT), ==, 3);
}

/* Here R. Tallow is merged into Ruth Tallow, there the other way round. */
static void
test_circle (Desk          *self,
             gconstpointer  data)
{
  share (self);
  merge (&self->here, self->tallow, self->ruth);
  merge (&self->there, self->ruth, self->tallow);
  exchange (self);
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_ENTITY), ==, 2);
  exchange (self);
  assert_alike (self);
  /* She was there first. */
  assert_names (self, cut_record_get_id (self->tallow));
  cut_test_assert_verifies (self->here.path);
  cut_test_assert_verifies (self->there.path);
}

/* Here R. Tallow is merged into Ruth Tallow, there into the mayor: all three are one. */
static void
test_three (Desk          *self,
            gconstpointer  data)
{
  g_autoptr (CutRecord) mayor = cut_record_new (CUT_KIND_ENTITY, "name", "Mayor Tallow", "schema", "Person", NULL);

  commit (&self->here, mayor);
  share (self);
  merge (&self->here, self->tallow, self->ruth);
  merge (&self->there, mayor, self->ruth);
  exchange (self);
  exchange (self);
  assert_alike (self);
  g_assert_cmpuint (cut_test_count (self->here.notebook, CUT_KIND_ENTITY), ==, 2);
  assert_names (self, cut_record_get_id (self->tallow));
}

/* There something new is said of the one that was merged here. */
static void
test_late_news (Desk          *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) fact = cut_fact_new (self->ruth, "gender", "female", NULL, &error);
  g_autoptr (CutRecord) got = NULL;

  share (self);
  merge (&self->here, self->tallow, self->ruth);
  commit (&self->there, fact);
  exchange (self);
  exchange (self);
  assert_alike (self);
  got = get (&self->here, fact);
  g_assert_cmpstr (cut_fact_get_about (CUT_FACT (got)), ==, cut_record_get_id (self->tallow));
}

/* All about one. */

static void
test_detail (Desk          *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const char *const evidence[] = { cut_record_get_id (self->mark), NULL };
  g_autoptr (CutRecord) gender = cut_fact_new (self->ruth, "gender", "female", evidence, &error);
  g_autoptr (CutEntityDetail) detail = NULL;
  g_autoptr (CutEntityDetail) company = NULL;

  commit (&self->here, gender);
  detail = cut_notebook_entity_detail (self->here.notebook, cut_record_get_id (self->ruth), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (detail->facts->len, ==, 2);
  g_assert_cmpstr (cut_fact_get_property (g_ptr_array_index (detail->facts, 0)), ==, "birthDate");
  g_assert_cmpuint (detail->relations->len, ==, 1);
  g_assert_cmpuint (detail->entities->len, ==, 1);
  g_assert_cmpuint (detail->passages->len, ==, 1);
  g_assert_cmpuint (detail->claims->len, ==, 1);
  g_assert_cmpuint (detail->sources->len, ==, 1);
  g_assert_cmpuint (detail->evidence->len, ==, 1);
  g_assert_cmpuint (detail->clips->len, ==, 1);
  g_assert_true (cut_entity_detail_find (detail, cut_record_get_id (self->company)) == g_ptr_array_index (detail->entities, 0));
  g_assert_null (cut_notebook_entity_detail (self->here.notebook, cut_record_get_id (self->claim), NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  company = cut_notebook_entity_detail (self->here.notebook, cut_record_get_id (self->company), NULL, &error);
  g_assert_cmpuint (company->facts->len, ==, 0);
  g_assert_cmpuint (company->relations->len, ==, 1);
}

static void
test_duplicates_of_one (Desk          *self,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) of_ruth = NULL;
  g_autoptr (GPtrArray) of_company = NULL;

  forget_country (self);
  cut_notebook_duplicates_async (self->here.notebook, cut_record_get_id (self->ruth), NULL, cut_test_result_cb, &result);
  result = cut_test_await (&result);
  of_ruth = cut_notebook_duplicates_finish (self->here.notebook, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_ruth->len, ==, 1);
  of_company = cut_notebook_duplicates (self->here.notebook, cut_record_get_id (self->company), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_company->len, ==, 0);
}

#define ADD(name, func) g_test_add ("/entities/" name, Desk, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("facts", test_facts);
  ADD ("facts-of-entities", test_facts_of_entities);
  ADD ("relations", test_relations);
  ADD ("country", test_country);
  ADD ("merge", test_merge);
  ADD ("merge-redo", test_merge_redo);
  ADD ("merge-refused", test_merge_refused);
  ADD ("merge-ends", test_merge_ends);
  ADD ("merge-chain", test_merge_chain);
  ADD ("kinds-together", test_kinds_together);
  ADD ("sensitivity", test_sensitivity);
  ADD ("stale-id", test_stale_id);
  ADD ("locked", test_locked);
  ADD ("not-same", test_not_same);
  ADD ("two-facts", test_two_facts);
  ADD ("circle", test_circle);
  ADD ("three", test_three);
  ADD ("late-news", test_late_news);
  ADD ("detail", test_detail);
  ADD ("duplicates-of-one", test_duplicates_of_one);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-entity.h"
#include "cut-name-proposal.h"
#include "cut-test-notebook.h"

#define TEXT                                                                                                                  \
  "Pumps to be tested\n\n"                                                                                                    \
  "By Ida Renn\n\n"                                                                                                           \
  "The pumps were built by Halden Pumps Inc. of Lowfield, director Ilse Marten said on Monday. Two Chinese owners agreed.\n\n" \
  "“They hold,” Mrs. Marten said. Shares of Halden fell in London, and nobody else in the town had anything to say of it.\n"

/* A clip of the text above as it was read last, and the names it offers. */
typedef struct
{
  CutTestNotebook base;
  char *clip;
  CutReading *reading;
  GPtrArray *proposals;
} Fixture;

static void
forget (Fixture *self)
{
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->reading, cut_reading_unref);
}

static void
read_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  forget (self);
  self->reading = cut_notebook_read (self->base.notebook, self->clip, &error);
  g_assert_no_error (error);
  self->proposals = cut_notebook_propose_names (self->base.notebook, self->reading, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (CutClipResult) result = NULL;

  cut_test_notebook_set_up (&self->base, data);
  result = cut_test_clip_text (self->base.notebook, TEXT);
  self->clip = g_strdup (cut_record_get_id (result->clip));
  read_again (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  forget (self);
  g_free (self->clip);
  cut_test_notebook_tear_down (&self->base, data);
}

/* The names proposed, as "NAME (SCHEMA) N", with "*" where an entity has it. */
static char *
list_names (Fixture *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const CutNameProposal *proposal = g_ptr_array_index (self->proposals, i);
      g_autofree char *line
          = g_strdup_printf ("%s (%s) %u%s", proposal->name, proposal->schema, proposal->spans->len, proposal->known != NULL ? "*" : "");

      g_strv_builder_add (builder, line);
    }
  all = g_strv_builder_end (builder);
  return g_strjoinv ("; ", all);
}

static void
assert_names (Fixture    *self,
              const char *names)
{
  g_autofree char *listed = NULL;

  read_again (self);
  listed = list_names (self);
  g_assert_cmpstr (listed, ==, names);
}

static CutNameProposal *
find (Fixture    *self,
      const char *name)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strcmp0 (((CutNameProposal *) g_ptr_array_index (self->proposals, i))->name, name) == 0)
      return g_ptr_array_index (self->proposals, i);
  g_assert_not_reached ();
}

static void
assert_count (Fixture *self,
              CutKind  kind,
              guint    n)
{
  g_assert_cmpuint (cut_test_count (self->base.notebook, kind), ==, n);
}

/* Returns: id of the first entity */
static char *
accept (Fixture   *self,
        GPtrArray *proposals)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = cut_notebook_accept_names (self->base.notebook, self->reading, proposals, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, proposals->len);
  return g_strdup (ids[0]);
}

static char *
accept_one (Fixture    *self,
            const char *name)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, find (self, name));
  return accept (self, one);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cut_notebook_undo (self->base.notebook, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

#define ALL "Halden Pumps Inc. (Company) 2; Lowfield (Address) 1; Ilse Marten (Person) 2; London (Address) 1"

/* What counts is the body; nationalities are no entities. */
static void
test_proposed (Fixture       *self,
               gconstpointer  data)
{
  assert_names (self, ALL);
}

static void
test_accepted (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *id = accept_one (self, "Ilse Marten");
  g_autoptr (CutRecord) entity = cut_notebook_get (self->base.notebook, id, NULL);
  g_autoptr (GPtrArray) marks = cut_test_list (self->base.notebook, CUT_KIND_ANNOTATION);

  g_assert_cmpstr (cut_entity_get_name (CUT_ENTITY (entity)), ==, "Ilse Marten");
  g_assert_cmpstr (cut_entity_get_schema (CUT_ENTITY (entity)), ==, "Person");
  g_assert_cmpuint (marks->len, ==, 2);
  for (guint i = 0; i < marks->len; i++)
    {
      CutAnnotation *mark = g_ptr_array_index (marks, i);

      g_assert_cmpstr (cut_annotation_get_kind (mark), ==, "entity");
      g_assert_cmpstr (cut_annotation_get_entities (mark)[0], ==, id);
      g_assert_cmpstr (cut_annotation_get_proposed_by (mark), ==, "cuttings " CUT_NAME_RULES);
    }
  assert_names (self, "Halden Pumps Inc. (Company) 2; Lowfield (Address) 1; London (Address) 1");
  undo (self);
  assert_count (self, CUT_KIND_ENTITY, 0);
  assert_count (self, CUT_KIND_ANNOTATION, 0);
  assert_names (self, ALL);
}

static void
test_all_at_once (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *id = accept (self, self->proposals);

  assert_count (self, CUT_KIND_ENTITY, 4);
  assert_count (self, CUT_KIND_ANNOTATION, 6);
  assert_names (self, "");
  undo (self);
  assert_count (self, CUT_KIND_ENTITY, 0);
  assert_names (self, ALL);
}

/* A person may say what it is before. */
static void
test_other_kind (Fixture       *self,
                 gconstpointer  data)
{
  CutNameProposal *proposal = find (self, "Lowfield");
  g_autofree char *id = NULL;
  g_autoptr (CutRecord) entity = NULL;

  g_free (proposal->schema);
  proposal->schema = g_strdup ("Company");
  id = accept_one (self, "Lowfield");
  entity = cut_notebook_get (self->base.notebook, id, NULL);
  g_assert_cmpstr (cut_entity_get_schema (CUT_ENTITY (entity)), ==, "Company");
}

static char *
add_entity (Fixture    *self,
            const char *name)
{
  CutRecord *entity = cut_record_new (CUT_KIND_ENTITY, "name", name, "schema", "Company", NULL);
  char *id = g_strdup (cut_record_get_id (entity));
  CutAct *act = cut_act_new ("Add");
  g_autoptr (GError) error = NULL;

  cut_act_take (act, entity);
  cut_notebook_commit (self->base.notebook, act, NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* The entity that has the name gets the passages, and no second one is made. */
static void
test_known (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *made = add_entity (self, "Halden Pumps Inc.");
  g_autofree char *id = NULL;

  assert_names (self, "Halden Pumps Inc. (Company) 2*; Lowfield (Address) 1; Ilse Marten (Person) 2; London (Address) 1");
  id = accept_one (self, "Halden Pumps Inc.");
  g_assert_cmpstr (id, ==, made);
  assert_count (self, CUT_KIND_ENTITY, 1);
  assert_count (self, CUT_KIND_ANNOTATION, 2);
}

/* An entity that a person says it is gets the name as well. */
static void
test_further_name (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *made = add_entity (self, "Halden Group");
  CutNameProposal *proposal;
  g_autofree char *id = NULL;
  g_autoptr (CutRecord) entity = NULL;

  read_again (self);
  proposal = find (self, "Halden Pumps Inc.");
  proposal->known = g_strdup (made);
  id = accept_one (self, "Halden Pumps Inc.");
  entity = cut_notebook_get (self->base.notebook, made, NULL);
  g_assert_cmpstr (cut_entity_get_name (CUT_ENTITY (entity)), ==, "Halden Group");
  g_assert_cmpstr (cut_entity_get_aliases (CUT_ENTITY (entity))[0], ==, "Halden Pumps Inc.");
}

/* Of a person the family name alone does not become a name that is looked for everywhere. */
static void
test_family_name (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (CutRecord) person = cut_record_new (CUT_KIND_ENTITY, "name", "Ada Halden", "schema", "Person", NULL);
  g_autofree char *id = NULL;
  CutNameProposal *proposal;
  g_autoptr (CutRecord) entity = NULL;

  cut_test_commit_one (self->base.notebook, "Add", person);
  read_again (self);
  proposal = find (self, "Lowfield");
  g_free (proposal->name);
  proposal->name = g_strdup ("Halden");
  proposal->known = g_strdup (cut_record_get_id (person));
  id = accept_one (self, "Halden");
  entity = cut_notebook_get (self->base.notebook, id, NULL);
  g_assert_cmpuint (g_strv_length ((char **) cut_entity_get_aliases (CUT_ENTITY (entity))), ==, 0);
  assert_count (self, CUT_KIND_ANNOTATION, 1);
}

static void
test_dismissed (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClipResult) other = NULL;

  cut_notebook_commit (self->base.notebook, cut_name_proposal_dismiss (find (self, "London"), self->reading), NULL, &error);
  g_assert_no_error (error);
  assert_names (self, "Halden Pumps Inc. (Company) 2; Lowfield (Address) 1; Ilse Marten (Person) 2");
  /* In another text, too. */
  other = cut_test_clip_text (self->base.notebook, "Ferry stops\n\nThe ferry from London to Paris stopped on Monday, and nobody knows why it did.\n");
  g_free (self->clip);
  self->clip = g_strdup (cut_record_get_id (other->clip));
  assert_names (self, "Paris (Address) 1");
}

#define PAGE                                                                                                                       \
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Pumps to be tested</title>"                             \
  "<meta name=\"keywords\" content=\"Star Wars, Video Games, Marvel\"><script type=\"application/ld+json\">"                   \
  "{\"@type\": \"NewsArticle\", \"headline\": \"Pumps to be tested\", \"about\": [{\"@type\": \"Person\", \"name\": \"Ilse Marten\"}," \
  "{\"@type\": \"Corporation\", \"name\": \"Halden\"}, {\"@type\": \"Organization\", \"name\": \"DC\"}]}</script></head>"    \
  "<body><nav><a href=\"/\">DC Comics</a></nav><article><h1>Pumps to be tested</h1><p>The pumps had been made by Halden, and Marten did not "                         \
  "explain on Monday, in front of the gate of the old works, why nobody had asked for a second test of them.</p><p>“They "         \
  "hold,” she said, and that Halden had held as long as anybody in the town could remember it, and would go on.</p></article></body></html>"

/* What the page says it is about names a person in full, and tells what a firm is; what stands nowhere in the body is not proposed. */
static void
test_topics (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CutClipResult) page = cut_test_clip_text (self->base.notebook, PAGE);

  g_free (self->clip);
  self->clip = g_strdup (cut_record_get_id (page->clip));
  g_assert_cmpstr (cut_capture_get_keywords (CUT_CAPTURE (page->capture))[1], ==, "Video Games");
  assert_names (self, "Halden (Company) 2; Ilse Marten (Person) 1");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/naming/proposed", test_proposed);
  ADD ("/naming/accepted", test_accepted);
  ADD ("/naming/all-at-once", test_all_at_once);
  ADD ("/naming/other-kind", test_other_kind);
  ADD ("/naming/known", test_known);
  ADD ("/naming/further-name", test_further_name);
  ADD ("/naming/family-name", test_family_name);
  ADD ("/naming/dismissed", test_dismissed);
  ADD ("/naming/topics", test_topics);
  return g_test_run ();
}

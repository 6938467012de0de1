/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-event.h"
#include "cut-marking.h"
#include "cut-proposal.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

#define TEXT                                                                                                                \
  "Mills deny price pact\n\n"                                                                                               \
  "A leaked memo alleged last week that prices had been agreed between Orbit and Halden, but the ministry and the firms "   \
  "denied that happened.\n\n"                                                                                               \
  "Talks took place in June, The Harbour Gazette reported on Monday, citing unnamed officials.\n\n"                         \
  "A second meeting was held in July, officials told The Gazette.\n"

/* A clip of the text above as it was read last, and what it offers. */
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
  self->proposals = cut_notebook_propose (self->base.notebook, self->reading, NULL, &error);
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

static const CutProposal *
get (Fixture *self,
     guint    i)
{
  return g_ptr_array_index (self->proposals, i);
}

static gboolean
has (Fixture    *self,
     const char *stance)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strcmp0 (get (self, i)->stance, stance) == 0)
      return TRUE;
  return FALSE;
}

static const CutProposal *
find (Fixture    *self,
      const char *stance)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strcmp0 (get (self, i)->stance, stance) == 0)
      return get (self, i);
  g_assert_not_reached ();
}

static const CutProposal *
find_words (Fixture    *self,
            const char *part)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_strstr_len (get (self, i)->words, -1, part) != NULL)
      return get (self, i);
  g_assert_not_reached ();
}

static void
commit (Fixture *self,
        CutAct  *act)
{
  g_autoptr (GError) error = NULL;

  cut_notebook_commit (self->base.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

/* Who denies is meant one by one, and what is denied is what was alleged. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  const CutProposal *alleged = find (self, "alleges");
  const CutProposal *denied = find (self, "denies");

  g_assert_cmpstr (alleged->words, ==, "Prices had been agreed between Orbit and Halden");
  g_assert_cmpstr (denied->words, ==, alleged->words);
  g_assert_cmpstr (denied->source, ==, "ministry; Orbit; Halden");
}

/* The short name of an outlet is the long one; both rest on people without a name. */
static void
test_outlet (Fixture       *self,
             gconstpointer  data)
{
  const CutProposal *first = find_words (self, "Talks took place");
  const CutProposal *second = find_words (self, "A second meeting");

  g_assert_cmpstr (first->via, ==, "The Harbour Gazette");
  g_assert_cmpstr (second->via, ==, "The Harbour Gazette");
  /* Without the date of publication "on Monday" is no day. */
  g_assert_null (first->said_at);
  g_assert_false (first->named);
  g_assert_false (second->named);
}

static void
set_published (Fixture    *self,
               const char *value)
{
  g_autoptr (CutDate) published = cut_date_new (value, CUT_DATE_UNKNOWN, "user", NULL);
  CutAct *act = cut_act_new ("Date");

  cut_act_take (act, cut_record_with (self->reading->clip, "published", published, NULL));
  commit (self, act);
  read_again (self);
}

/* With it, it is the Monday before. */
static void
test_said_at (Fixture       *self,
              gconstpointer  data)
{
  set_published (self, "2026-03-12");
  g_assert_cmpstr (cut_date_get_value (find_words (self, "Talks took place")->said_at), ==, "2026-03-09");
}

static guint
count (Fixture *self,
       CutKind  kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = cut_notebook_list (self->base.notebook, query, NULL, NULL);

  return records->len;
}

static void
accept (Fixture    *self,
        const char *stance)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_accept (self->base.notebook, self->reading, find (self, stance), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
  read_again (self);
}

static void
test_accept (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *undone = NULL;

  accept (self, "alleges");
  accept (self, "denies");
  /* One claim, that one alleges and three deny. */
  g_assert_cmpuint (count (self, CUT_KIND_CLAIM), ==, 1);
  g_assert_cmpuint (count (self, CUT_KIND_ATTRIBUTION), ==, 4);
  g_assert_cmpuint (count (self, CUT_KIND_SOURCE), ==, 4);
  g_assert_false (has (self, "denies"));
  g_assert_cmpstr (cut_claim_get_proposed_by (g_ptr_array_index (self->reading->claims, 0)), ==, "cuttings " CUT_PROPOSAL_RULES);
  undone = cut_notebook_undo (self->base.notebook, NULL);
  g_assert_cmpuint (count (self, CUT_KIND_ATTRIBUTION), ==, 1);
  g_assert_cmpuint (count (self, CUT_KIND_SOURCE), ==, 1);
}

static void
test_dismiss (Fixture       *self,
              gconstpointer  data)
{
  guint before = self->proposals->len;

  commit (self, cut_proposal_dismiss (find (self, "denies"), self->reading));
  read_again (self);
  g_assert_cmpuint (self->proposals->len, ==, before - 1);
  g_assert_false (has (self, "denies"));
}

/* What somebody set aside is not read. */
static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  guint before = self->proposals->len;
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_marking_set_counts (self->reading, find (self, "alleges")->start, FALSE, &error);

  g_assert_no_error (error);
  commit (self, act);
  read_again (self);
  g_assert_cmpuint (self->proposals->len, ==, before - 2);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  CutNotebook *notebook = self->base.notebook;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_notebook_propose (notebook, self->reading, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (cut_notebook_accept (notebook, self->reading, get (self, 0), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (self, CUT_KIND_CLAIM), ==, 0);
}

/* Dates. */

static const CutProposal *
find_kind (Fixture    *self,
           const char *kind)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (g_str_equal (get (self, i)->kind, kind))
      return get (self, i);
  return NULL;
}

static void
accept_kind (Fixture    *self,
             const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_accept (self->base.notebook, self->reading, find_kind (self, kind), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
  read_again (self);
}

/* Another clip, read. */
static void
clip (Fixture    *self,
      const char *text)
{
  g_autoptr (CutClipResult) result = cut_test_clip_text (self->base.notebook, text);

  g_free (self->clip);
  self->clip = g_strdup (cut_record_get_id (result->clip));
  read_again (self);
}

/* A person may have emptied what was proposed. */
static void
refuse_without_date (Fixture *self)
{
  g_autoptr (CutProposal) emptied = cut_proposal_copy (find_kind (self, "date"));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&emptied->date, cut_date_unref);
  g_assert_null (cut_notebook_accept (self->base.notebook, self->reading, emptied, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_cmpuint (count (self, CUT_KIND_EVENT), ==, 0);
}

/* What the author says happened is an event, and the passage its evidence. */
static void
test_event (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *undone = NULL;
  CutEvent *event;
  CutRecord *mark;

  clip (self, "Harbour sold\n\nThe council sold the harbour on Monday.\n\nNobody was asked.\n");
  g_assert_null (find_kind (self, "date"));
  set_published (self, "2026-03-12");
  refuse_without_date (self);
  accept_kind (self, "date");
  events = cut_test_list (self->base.notebook, CUT_KIND_EVENT);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpstr (cut_event_get_text (event), ==, "The council sold the harbour on Monday.");
  g_assert_cmpstr (cut_date_get_value (cut_event_get_date (event)), ==, "2026-03-09");
  g_assert_cmpstr (cut_event_get_proposed_by (event), ==, "cuttings dates-1");
  mark = cut_reading_find (self->reading, cut_event_get_evidence (event)[0]);
  g_assert_cmpstr (cut_annotation_get_kind (CUT_ANNOTATION (mark)), ==, "date");
  g_assert_cmpstr (cut_annotation_get_selectors (CUT_ANNOTATION (mark))->exact, ==, "The council sold the harbour on Monday.");
  g_assert_null (find_kind (self, "date"));
  undone = cut_notebook_undo (self->base.notebook, NULL);
  g_assert_cmpuint (count (self, CUT_KIND_EVENT), ==, 0);
  read_again (self);
  commit (self, cut_proposal_dismiss (find_kind (self, "date"), self->reading));
  read_again (self);
  g_assert_null (find_kind (self, "date"));
}

static const char *
get_value (CutDate *date)
{
  return date != NULL ? cut_date_get_value (date) : NULL;
}

/* A claim that a person made by hand is given the date in its words, and when it was said. */
static void
test_date_of_claim (Fixture       *self,
                    gconstpointer  data)
{
  const char *text = "News of the week\n\nThe mayor said on Tuesday that the council sold the harbour on Monday.\n";
  const char *words = "the council sold the harbour on Monday";
  g_autoptr (GError) error = NULL;
  CutAct *act;
  guint start;

  clip (self, text);
  set_published (self, "2026-03-12");
  start = (guint) (strstr (self->reading->text, words) - self->reading->text);
  act = cut_marking_claim (self->reading, start, start + (guint) strlen (words), NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  commit (self, act);
  read_again (self);
  g_assert_cmpuint (self->proposals->len, ==, 2);
  accept_kind (self, "date");
  accept_kind (self, "date");
  g_assert_cmpuint (self->proposals->len, ==, 0);
  g_assert_cmpstr (get_value (cut_claim_get_fact_date (g_ptr_array_index (self->reading->claims, 0))), ==, "2026-03-09");
  g_assert_cmpstr (get_value (cut_attribution_get_said_at (g_ptr_array_index (self->reading->attributions, 0))), ==, "2026-03-10");
  g_assert_cmpuint (count (self, CUT_KIND_EVENT), ==, 0);
}

/* Headlines, and what an author takes for true. */

static void
test_headline (Fixture       *self,
               gconstpointer  data)
{
  const CutProposal *proposal;
  CutAnnotation *note;

  clip (self, "Harbour wall failed test\n\nTwo officials said the harbour wall had failed its test in March.\n");
  proposal = find_kind (self, "headline");
  g_assert_nonnull (proposal);
  g_assert_cmpstr (proposal->source, ==, "Two officials");
  accept_kind (self, "headline");
  note = g_ptr_array_index (self->reading->annotations, 0);
  g_assert_cmpstr (cut_annotation_get_kind (note), ==, "note");
  g_assert_nonnull (strstr (cut_annotation_get_body (note), "Harbour wall failed test"));
  g_assert_null (find_kind (self, "headline"));
}

static void
test_presumed (Fixture       *self,
               gconstpointer  data)
{
  clip (self, "Pumps\n\nThe minister admitted that the pumps had failed.\n\nThe mayor said that the wall had failed.\n");
  g_assert_true (find_words (self, "The pumps had failed")->presumed);
  g_assert_false (find_words (self, "The wall had failed")->presumed);
  accept_kind (self, "attribution");
  g_assert_cmpstr (cut_claim_get_kind (g_ptr_array_index (self->reading->claims, 0)), ==, "presupposition");
}

/* Sources. */

static void
accept_all (Fixture *self)
{
  while (find_kind (self, "attribution") != NULL)
    accept_kind (self, "attribution");
}

static void
assert_kind (Fixture    *self,
             const char *name,
             const char *kind)
{
  for (guint i = 0; i < self->reading->sources->len; i++)
    {
      CutSource *source = g_ptr_array_index (self->reading->sources, i);

      if (g_strcmp0 (cut_source_get_label (source), name) != 0)
        continue;
      g_assert_cmpstr (cut_source_get_kind (source), ==, kind);
      return;
    }
  for (guint i = 0; i < self->reading->sources->len; i++)
    g_test_message ("%s", cut_source_get_label (g_ptr_array_index (self->reading->sources, i)));
  g_error ("%s is no source", name);
}

static void
test_kinds (Fixture       *self,
            gconstpointer  data)
{
  static const char *const kinds[][2] = {
    { "China", "government" },       { "Apple", "body" },          { "Amazon", "body" },      { "Sources", "unknown" },
    { "Maja Holm", "person" },       { "report", "document" },     { "officials", "person" }, { "Orbit spokeswoman", "spokesperson" },
    { "The Harbour Gazette", "publication" }, { "The US government", "government" },
  };

  clip (self, "Chips\n\nChina denied that the chips had been changed.\n\nApple and Amazon denied that the wall had been tested.\n\n"
              "Sources said the board knew of it, and officials said the mayor had known, too.\n\n"
              "“The wall will hold,” Maja Holm said.\n\nA report alleged that the wall had failed.\n\n"
              "An Orbit spokeswoman said the pumps were new.\n\nThe US government said the talks were over.\n\n"
              "The pumps are old, The Harbour Gazette reported.\n");
  accept_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_kind (self, kinds[i][0], kinds[i][1]);
}

/* What a person made of a name counts more than what the text looks like. */
static void
test_kind_of_entity (Fixture       *self,
                     gconstpointer  data)
{
  CutAct *act = cut_act_new ("Entity");

  cut_act_take (act, cut_record_new (CUT_KIND_ENTITY, "name", "Maja Holm", "schema", "Company", NULL));
  commit (self, act);
  clip (self, "Wall\n\n“The wall will hold,” Maja Holm said.\n");
  accept_all (self);
  assert_kind (self, "Maja Holm", "body");
}

static guint
count_called (Fixture    *self,
              const char *name)
{
  g_autoptr (GPtrArray) sources = cut_test_list (self->base.notebook, CUT_KIND_SOURCE);
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    n += g_strcmp0 (cut_source_get_label (g_ptr_array_index (sources, i)), name) == 0;
  return n;
}

#define NAMELESS(place)                                                                                              \
  "Wall of " place "\n\nA report alleged that the wall had failed.\n\nOn Monday a report suggested that the pumps were old.\n\n" \
  "Officials said that the council had known.\n\nOfficials denied that the mayor had known.\n\n“The wall will hold,” Maja Holm said.\n"

/* "a report" is another one each time, "officials" are others in another text; who has a name is always the same. */
static void
test_nameless (Fixture       *self,
               gconstpointer  data)
{
  clip (self, NAMELESS ("Northmere"));
  accept_all (self);
  g_assert_cmpuint (count_called (self, "report"), ==, 2);
  g_assert_cmpuint (count_called (self, "Officials"), ==, 1);
  clip (self, NAMELESS ("Southmere, where nothing else is new"));
  accept_all (self);
  g_assert_cmpuint (count_called (self, "report"), ==, 4);
  g_assert_cmpuint (count_called (self, "Officials"), ==, 2);
  g_assert_cmpuint (count_called (self, "Maja Holm"), ==, 1);
}

#define QUESTIONS                                                                                                        \
  "Mill under review\n\n"                                                                                                \
  "The mill inspected the kiln in May. The law asks for one every twelve months, and reporters asked about the leak. "   \
  "Jon Berg wondered whether the kiln was safe. “Who has seen the register?” Berg asked.\n\n"                            \
  "The council asked the board to resign. Mayor Jon Berg confirmed it.\n\n"                                                      \
  "The owner, Ada Berg-Holm, had not been told, Holm and Orla Finch said.\n"

/* Who asks claims nothing, unless it is somebody's words or a demand; and who is named in full once is one person. */
static void
test_questions (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutClipResult) result = cut_test_clip_text (self->base.notebook, QUESTIONS);

  g_free (self->clip);
  self->clip = g_strdup (cut_record_get_id (result->clip));
  read_again (self);
  for (guint i = 0; i < self->proposals->len; i++)
    {
      g_assert_null (strstr (get (self, i)->words, "twelve months"));
      g_assert_null (strstr (get (self, i)->words, "leak"));
      g_assert_null (strstr (get (self, i)->words, "was safe"));
    }
  g_assert_cmpstr (find_words (self, "register")->source, ==, "Jon Berg");
  g_assert_cmpstr (find (self, "asserts")->source, ==, "Jon Berg");
  g_assert_cmpstr (find_words (self, "resign")->source, ==, "council");
  g_assert_cmpstr (find (self, "confirms")->source, ==, "Jon Berg");
  g_assert_cmpstr (find_words (self, "had not been told")->source, ==, "Holm; Orla Finch");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/proposals/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("several", test_several);
  ADD ("outlet", test_outlet);
  ADD ("said-at", test_said_at);
  ADD ("accept", test_accept);
  ADD ("dismiss", test_dismiss);
  ADD ("counts", test_counts);
  ADD ("event", test_event);
  ADD ("date-of-claim", test_date_of_claim);
  ADD ("headline", test_headline);
  ADD ("presumed", test_presumed);
  ADD ("kinds", test_kinds);
  ADD ("kind-of-entity", test_kind_of_entity);
  ADD ("nameless", test_nameless);
  ADD ("questions", test_questions);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-notebook-private.h"
#include "cut-proposal.h"
#include "cut-source-kind.h"
#include "cut-source.h"

/* Asking for proposals, and taking one, with the notebook. */

/* Returns: (transfer full): as it is kept with what was accepted */
static char *
dup_proposer (const CutProposal *proposal)
{
  return g_strconcat ("cuttings ", cut_proposal_get_rules (proposal), NULL);
}

/* Sources. */

static CutRecord *
find_in_act (CutAct     *act,
             const char *name)
{
  GPtrArray *records = cut_act_get_records (act);

  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      if (cut_record_get_kind (record) == CUT_KIND_SOURCE)
        {
          g_autofree char *title = cut_record_get_title (record);

          if (g_strcmp0 (title, name) == 0)
            return record;
        }
    }
  return NULL;
}

/* All that is asked about the sources of one proposal. */
typedef struct
{
  CutNotebook *notebook;
  CutReading *reading;
  CutAct *act;
  CutSourceKinds *kinds;
} Sources;

/* Nameless people and papers are others in each text, whatever they are called there. */
static char *
find_nameless (const Sources    *self,
               const CutStretch *span,
               const char       *name)
{
  for (guint i = 0; !cut_source_kinds_is_new (self->kinds, span) && i < self->reading->sources->len; i++)
    {
      CutRecord *source = g_ptr_array_index (self->reading->sources, i);

      if (!cut_source_get_named (CUT_SOURCE (source)) && !cut_record_is_deleted (source)
          && g_strcmp0 (cut_source_get_label (CUT_SOURCE (source)), name) == 0)
        return g_strdup (cut_record_get_id (source));
    }
  return NULL;
}

/* (nullable) (transfer full): the schema of the entity of that name */
static char *
dup_schema (CutNotebook *notebook,
            const char  *name)
{
  g_autofree char *id = cut_notebook_find_named (notebook, CUT_KIND_ENTITY, name, NULL);
  g_autoptr (CutRecord) entity = id != NULL ? cut_notebook_get (notebook, id, NULL) : NULL;

  return entity != NULL ? g_strdup (cut_entity_get_schema (CUT_ENTITY (entity))) : NULL;
}

/* @kind: (nullable): where it is clear what it is */
static char *
make_source (const Sources *self,
             const char    *name,
             const char    *kind,
             gboolean       named)
{
  g_autofree char *schema = kind == NULL && named ? dup_schema (self->notebook, name) : NULL;
  CutRecord *made;

  if (kind == NULL)
    kind = cut_source_kinds_guess (self->kinds, name, schema);
  made = cut_record_new (CUT_KIND_SOURCE, "label", name, "kind", kind, "named", named, NULL);
  cut_act_take (self->act, made);
  return g_strdup (cut_record_get_id (made));
}

/* The id of the source called @name; a new one goes into the act. @span: where the text speaks of it */
static char *
get_source_id (const Sources     *self,
               const char        *name,
               const char        *kind,
               gboolean           named,
               const CutStretch  *span,
               GError           **error)
{
  CutRecord *made = find_in_act (self->act, name);
  g_autoptr (GError) failed = NULL;
  g_autofree char *id = NULL;

  if (made != NULL)
    return g_strdup (cut_record_get_id (made));
  id = named ? cut_notebook_find_named (self->notebook, CUT_KIND_SOURCE, name, &failed) : find_nameless (self, span, name);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return id != NULL ? g_steal_pointer (&id) : make_source (self, name, kind, named);
}

/* (nullable): %NULL on an error; names are parted by semicolons */
static GStrv
get_source_ids (const Sources     *self,
                const char        *names,
                const char        *kind,
                gboolean           named,
                const CutStretch  *span,
                GError           **error)
{
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      id = get_source_id (self, parts[i], kind, named, span, error);
      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

/* The records. */

static char *
span_to_json (const CutStretch *span)
{
  return cut_stretch_is_empty (span) ? NULL : g_strdup_printf ("[%u,%u]", span->start, span->end);
}

/* @record: (transfer full). Returns: (transfer full): the same with a word where there is one */
static CutRecord *
with_word (CutRecord  *record,
           const char *field,
           const char *word)
{
  CutRecord *changed;

  if (word == NULL)
    return record;
  changed = cut_record_with (record, field, word, NULL);
  g_object_unref (record);
  return changed;
}

static CutRecord *
fill_attribution (CutRecord         *plain,
                  const CutProposal *proposal,
                  const char        *source,
                  GStrv              via)
{
  g_autofree char *source_span = span_to_json (&proposal->source_span);
  g_autofree char *cue_span = span_to_json (&proposal->cue_span);
  g_autofree char *proposer = dup_proposer (proposal);
  CutRecord *record = cut_record_with (plain, "via", via, "said-at", proposal->said_at, "proposed-by", proposer, NULL);

  record = with_word (record, "source", source);
  record = with_word (record, "source-span", source_span);
  record = with_word (record, "cue-span", cue_span);
  record = with_word (record, "terms", proposal->terms);
  record = with_word (record, "stance", proposal->stance);
  record = with_word (record, "form", proposal->form);
  record = with_word (record, "channel", proposal->channel);
  record = with_word (record, "condition", proposal->condition);
  return with_word (record, "hedge", proposal->hedge);
}

/* The records of @act are changed copies from here on: each takes the place of the one with its id. */
static void
replace (CutAct    *act,
         CutRecord *changed)
{
  GPtrArray *records = cut_act_get_records (act);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (records, i)), cut_record_get_id (changed)) == 0)
      {
        g_object_unref (g_ptr_array_index (records, i));
        g_ptr_array_index (records, i) = changed;
        return;
      }
  cut_act_take (act, changed);
}

static void
add_attributions (CutAct            *act,
                  const CutProposal *proposal,
                  CutRecord         *claim,
                  CutRecord         *annotation,
                  CutRecord         *first,
                  GStrv              sources,
                  GStrv              via)
{
  replace (act, fill_attribution (first, proposal, sources[0], via));
  for (guint i = 1; sources[0] != NULL && sources[i] != NULL; i++)
    {
      g_autoptr (CutRecord) plain = cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "annotation",
                                                    cut_record_get_id (annotation), NULL);

      cut_act_take (act, fill_attribution (plain, proposal, sources[i], via));
    }
}

/* What stands in another's words word for word is a quote. */
static const char *
get_claim_kind (const CutProposal *proposal)
{
  if (g_strcmp0 (proposal->form, "direct") == 0)
    return "quote";
  return proposal->presumed ? "presupposition" : NULL;
}

static CutRecord *
fill_claim (CutRecord         *claim,
            const CutProposal *proposal)
{
  g_autofree char *proposer = dup_proposer (proposal);
  CutRecord *record = cut_record_with (claim, "proposed-by", proposer, NULL);

  return with_word (record, "kind", get_claim_kind (proposal));
}

/* The claim of this text in just these words: what is said twice, or answered, is one claim. */
static CutRecord *
find_claim (CutReading        *reading,
            const CutProposal *proposal)
{
  for (guint i = 0; i < reading->claims->len; i++)
    {
      CutRecord *claim = g_ptr_array_index (reading->claims, i);

      if (!cut_record_is_deleted (claim) && g_strcmp0 (cut_claim_get_text (CUT_CLAIM (claim)), proposal->words) == 0)
        return claim;
    }
  return NULL;
}

/* The mark and the first attribution of @proposal, and its claim where there is none yet. */
static CutAct *
start_act (CutReading         *reading,
           const CutProposal  *proposal,
           CutRecord         **annotation,
           CutRecord         **claim,
           CutRecord         **attribution,
           GError            **error)
{
  CutRecord *known = find_claim (reading, proposal);
  g_autoptr (CutRecord) plain = NULL;
  CutAct *act;

  if (known == NULL)
    {
      act = cut_marking_claim (reading, proposal->start, proposal->end, proposal->words, NULL, annotation, claim, attribution, error);
      if (act != NULL)
        replace (act, fill_claim (*claim, proposal));
      return act;
    }
  act = cut_marking_annotate (reading, "claim", proposal->start, proposal->end, NULL, &plain, error);
  if (act == NULL)
    return NULL;
  *claim = g_object_ref (known);
  *annotation = cut_record_with (plain, "claim", cut_record_get_id (known), NULL);
  *attribution = cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (known), "annotation",
                                 cut_record_get_id (plain), NULL);
  return act;
}

static CutAct *
make_claim (CutNotebook        *self,
            CutReading         *reading,
            const CutProposal  *proposal,
            char              **id,
            GError            **error)
{
  g_autoptr (CutSourceKinds) kinds = cut_source_kinds_new (reading, NULL);
  g_autofree char *proposer = dup_proposer (proposal);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) attribution = NULL;
  g_autoptr (CutAct) act = start_act (reading, proposal, &annotation, &claim, &attribution, error);
  g_auto (GStrv) sources = NULL;
  g_auto (GStrv) via = NULL;
  Sources asked = { self, reading, act, kinds };

  if (act == NULL)
    return NULL;
  sources = get_source_ids (&asked, proposal->source, NULL, proposal->named, &proposal->source_span, error);
  via = sources != NULL ? get_source_ids (&asked, proposal->via, "publication", TRUE, &proposal->source_span, error) : NULL;
  if (via == NULL)
    return NULL;
  replace (act, cut_record_with (annotation, "proposed-by", proposer, NULL));
  add_attributions (act, proposal, claim, annotation, attribution, sources, via);
  *id = g_strdup (cut_record_get_id (annotation));
  return g_steal_pointer (&act);
}

/* Dates and headlines. */

/* Whoever changed a proposal may have emptied it. */
static gboolean
check_date (const CutProposal  *proposal,
            GError            **error)
{
  if (proposal->date != NULL)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Without a date there is nothing to accept; dismiss the proposal instead"));
  return FALSE;
}

/* A mark of @kind on what is proposed. */
static CutAct *
start_mark (CutReading         *reading,
            const CutProposal  *proposal,
            const char         *kind,
            const char         *body,
            char              **id,
            GError            **error)
{
  g_autofree char *proposer = dup_proposer (proposal);
  g_autoptr (CutRecord) plain = NULL;
  CutAct *act = cut_marking_annotate (reading, kind, proposal->start, proposal->end, NULL, &plain, error);

  if (act == NULL)
    return NULL;
  replace (act, with_word (cut_record_with (plain, "proposed-by", proposer, NULL), "body", body));
  *id = g_strdup (cut_record_get_id (plain));
  return act;
}

static CutAct *
make_event (CutReading         *reading,
            const CutProposal  *proposal,
            char              **id,
            GError            **error)
{
  CutAct *act = start_mark (reading, proposal, "date", NULL, id, error);
  g_autofree char *proposer = dup_proposer (proposal);
  const char *evidence[] = { *id, NULL };

  if (act != NULL)
    cut_act_take (act, cut_record_new (CUT_KIND_EVENT, "text", proposal->words, "date", proposal->date, "evidence", evidence,
                                       "proposed-by", proposer, NULL));
  return act;
}

/* The mark at which the claim or attribution @about stands, or else its own id. */
static char *
find_mark (CutReading *reading,
           CutRecord  *about)
{
  if (CUT_IS_ATTRIBUTION (about) && cut_attribution_get_annotation (CUT_ATTRIBUTION (about)) != NULL)
    return g_strdup (cut_attribution_get_annotation (CUT_ATTRIBUTION (about)));
  for (guint i = 0; i < reading->annotations->len; i++)
    if (g_strcmp0 (cut_annotation_get_claim (g_ptr_array_index (reading->annotations, i)), cut_record_get_id (about)) == 0)
      return g_strdup (cut_record_get_id (g_ptr_array_index (reading->annotations, i)));
  return g_strdup (cut_record_get_id (about));
}

static CutAct *
make_date (CutReading         *reading,
           const CutProposal  *proposal,
           char              **id,
           GError            **error)
{
  CutRecord *about = cut_reading_find (reading, proposal->about);
  CutAct *act;

  if (about == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The claim that the date belongs to is not there any more"));
      return NULL;
    }
  act = cut_act_new (C_("act", "Give Date"));
  cut_act_take (act, cut_record_with (about, CUT_IS_CLAIM (about) ? "fact-date" : "said-at", proposal->date, NULL));
  *id = find_mark (reading, about);
  return act;
}

static CutAct *
make_note (CutReading         *reading,
           const CutProposal  *proposal,
           char              **id,
           GError            **error)
{
  /* Translators: %s is a headline */
  g_autofree char *body = g_strdup_printf (_("The headline says more than the text: “%s”"), proposal->words);

  return start_mark (reading, proposal, "note", body, id, error);
}

static CutAct *
make_act (CutNotebook        *self,
          CutReading         *reading,
          const CutProposal  *proposal,
          char              **id,
          GError            **error)
{
  if (g_str_equal (proposal->kind, "headline"))
    return make_note (reading, proposal, id, error);
  if (!g_str_equal (proposal->kind, "date"))
    return make_claim (self, reading, proposal, id, error);
  if (!check_date (proposal, error))
    return NULL;
  return proposal->about != NULL ? make_date (reading, proposal, id, error) : make_event (reading, proposal, id, error);
}

char *
cut_notebook_accept (CutNotebook        *self,
                     CutReading         *reading,
                     const CutProposal  *proposal,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autofree char *id = NULL;
  CutAct *act = make_act (self, reading, proposal, &id, error);

  if (act == NULL || !cut_notebook_commit (self, act, cancellable, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* In threads. */

typedef struct
{
  CutReading *reading;   /* (owned) */
  CutProposal *proposal; /* (owned) (nullable) */
} Question;

static Question *
question_new (CutReading        *reading,
              const CutProposal *proposal)
{
  Question *self = g_new0 (Question, 1);

  self->reading = cut_reading_ref (reading);
  self->proposal = proposal != NULL ? cut_proposal_copy (proposal) : NULL;
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  cut_reading_unref (self->reading);
  cut_proposal_free (self->proposal);
  g_free (self);
}

static gpointer
accept_job (CutNotebook   *self,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Question *question = data;

  return cut_notebook_accept (self, question->reading, question->proposal, cancellable, error);
}

void
cut_notebook_accept_async (CutNotebook         *self,
                           CutReading          *reading,
                           const CutProposal   *proposal,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  cut_notebook_push_answer (self, cut_notebook_accept_async, accept_job, question_new (reading, proposal), question_free, g_free,
                            cancellable, callback, user_data);
}

char *
cut_notebook_accept_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

GPtrArray *
cut_notebook_propose (CutNotebook   *self,
                      CutReading    *reading,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_DISMISSAL);
  g_autoptr (GPtrArray) dismissals = NULL;
  GPtrArray *proposals;

  cut_query_where (query, "clip", cut_record_get_id (reading->clip));
  dismissals = cut_notebook_list (self, query, cancellable, error);
  if (dismissals == NULL)
    return NULL;
  proposals = cut_proposals_new (reading, dismissals, cancellable);
  if (proposals == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return proposals;
}

static gpointer
propose_job (CutNotebook   *self,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;

  return cut_notebook_propose (self, question->reading, cancellable, error);
}

void
cut_notebook_propose_async (CutNotebook         *self,
                            CutReading          *reading,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  cut_notebook_push_answer (self, cut_notebook_propose_async, propose_job, question_new (reading, NULL), question_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_propose_finish (CutNotebook   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

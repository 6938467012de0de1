/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-name-proposal.h"
#include "cut-notebook-private.h"

/* Asking for names, and taking them, with the notebook. */

#define PROPOSED_BY "cuttings " CUT_NAME_RULES

/* The records. */

/* The family name alone is found by the full one, where that stands in the same text; as an alias it would be found in every text. */
static gboolean
is_covered (CutEntity  *entity,
            const char *known,
            const char *name)
{
  const char *last = strrchr (known, ' ');

  return g_str_equal (known, name) || (g_strcmp0 (cut_entity_get_schema (entity), "Person") == 0 && last != NULL && g_str_equal (last + 1, name));
}

static gboolean
has_name (CutEntity  *entity,
          const char *name)
{
  const char *const *aliases = cut_entity_get_aliases (entity);
  gboolean found = is_covered (entity, cut_entity_get_name (entity), name);

  for (guint i = 0; !found && aliases != NULL && aliases[i] != NULL; i++)
    found = is_covered (entity, aliases[i], name);
  return found;
}

/* Returns: (transfer full): @entity with one name more */
static CutRecord *
with_alias (CutRecord  *entity,
            const char *name)
{
  const char *const *aliases = cut_entity_get_aliases (CUT_ENTITY (entity));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    g_strv_builder_add (builder, aliases[i]);
  g_strv_builder_add (builder, name);
  all = g_strv_builder_end (builder);
  return cut_record_with (entity, "aliases", all, NULL);
}

/* Returns: (transfer full) (nullable): the entity that @proposal makes or means; what changes goes into @act */
static CutRecord *
get_entity (CutNotebook            *self,
            CutAct                 *act,
            const CutNameProposal  *proposal,
            GError                **error)
{
  g_autoptr (CutRecord) entity = NULL;
  CutRecord *changed;

  if (proposal->known == NULL)
    {
      entity = cut_record_new (CUT_KIND_ENTITY, "name", proposal->name, "schema", proposal->schema, NULL);
      cut_act_put (act, entity);
      return g_steal_pointer (&entity);
    }
  entity = cut_notebook_get (self, proposal->known, error);
  if (entity == NULL)
    return NULL;
  if (!CUT_IS_ENTITY (entity))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("A name is put to an entity, and this is none"));
      return NULL;
    }
  if (has_name (CUT_ENTITY (entity), proposal->name))
    return g_steal_pointer (&entity);
  changed = with_alias (entity, proposal->name);
  cut_act_put (act, changed);
  return changed;
}

static gboolean
add_marks (CutAct                 *act,
           CutReading             *reading,
           const CutNameProposal  *proposal,
           CutRecord              *entity,
           GError                **error)
{
  const char *ids[] = { cut_record_get_id (entity), NULL };

  for (guint i = 0; i < proposal->spans->len; i++)
    {
      const CutStretch *span = &g_array_index (proposal->spans, CutStretch, i);
      g_autoptr (CutRecord) plain = NULL;
      g_autoptr (CutAct) one = cut_marking_annotate (reading, "entity", span->start, span->end, NULL, &plain, error);

      if (one == NULL)
        return FALSE;
      cut_act_take (act, cut_record_with (plain, "entities", ids, "proposed-by", PROPOSED_BY, NULL));
    }
  return TRUE;
}

static char **
make_act (CutNotebook  *self,
          CutAct       *act,
          CutReading   *reading,
          GPtrArray    *proposals,
          GError      **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < proposals->len; i++)
    {
      const CutNameProposal *proposal = g_ptr_array_index (proposals, i);
      g_autoptr (CutRecord) entity = get_entity (self, act, proposal, error);

      if (entity == NULL || !add_marks (act, reading, proposal, entity, error))
        return NULL;
      g_strv_builder_add (ids, cut_record_get_id (entity));
    }
  return g_strv_builder_end (ids);
}

char **
cut_notebook_accept_names (CutNotebook   *self,
                           CutReading    *reading,
                           GPtrArray     *proposals,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (CutAct) act = cut_act_new (ngettext ("Accept Name", "Accept Names", proposals->len));
  g_auto (GStrv) ids = make_act (self, act, reading, proposals, error);

  if (ids == NULL || !cut_notebook_commit (self, g_steal_pointer (&act), cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* What is known. */

static gboolean
fill_known (CutNotebook      *self,
            CutNameProposal  *proposal,
            GError          **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *id = cut_notebook_find_named (self, CUT_KIND_ENTITY, proposal->name, &failed);
  g_autoptr (CutRecord) entity = NULL;

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  entity = id != NULL ? cut_notebook_get (self, id, NULL) : NULL;
  if (!CUT_IS_ENTITY (entity) || cut_record_is_deleted (entity))
    return TRUE;
  proposal->known = g_steal_pointer (&id);
  proposal->known_name = g_strdup (cut_entity_get_name (CUT_ENTITY (entity)));
  return TRUE;
}

GPtrArray *
cut_notebook_propose_names (CutNotebook   *self,
                            CutReading    *reading,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_DISMISSAL);
  g_autoptr (GPtrArray) dismissals = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  cut_query_where (query, "kind", "name");
  dismissals = cut_notebook_list (self, query, cancellable, error);
  if (dismissals == NULL)
    return NULL;
  proposals = cut_name_proposals_new (reading, dismissals, cancellable);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    if (!fill_known (self, g_ptr_array_index (proposals, i), error))
      return NULL;
  if (proposals == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return g_steal_pointer (&proposals);
}

/* In threads. */

typedef struct
{
  CutReading *reading;  /* (owned) */
  GPtrArray *proposals; /* (owned) (nullable) */
} Question;

static Question *
question_new (CutReading *reading,
              GPtrArray  *proposals)
{
  Question *self = g_new0 (Question, 1);

  self->reading = cut_reading_ref (reading);
  self->proposals = proposals != NULL ? g_ptr_array_ref (proposals) : NULL;
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  cut_reading_unref (self->reading);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

static gpointer
propose_job (CutNotebook   *self,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return cut_notebook_propose_names (self, ((Question *) data)->reading, cancellable, error);
}

void
cut_notebook_propose_names_async (CutNotebook         *self,
                                  CutReading          *reading,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  cut_notebook_push_answer (self, cut_notebook_propose_names_async, propose_job, question_new (reading, NULL), question_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_propose_names_finish (CutNotebook   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
accept_job (CutNotebook   *self,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Question *question = data;

  return cut_notebook_accept_names (self, question->reading, question->proposals, cancellable, error);
}

void
cut_notebook_accept_names_async (CutNotebook         *self,
                                 CutReading          *reading,
                                 GPtrArray           *proposals,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  cut_notebook_push_answer (self, cut_notebook_accept_names_async, accept_job, question_new (reading, proposals), question_free,
                            (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

char **
cut_notebook_accept_names_finish (CutNotebook   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

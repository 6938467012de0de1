/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"
#include "cut-names.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/** CUT_NAME_RULES: what made a proposal of a name, as it is kept with what a person accepts of it */
#define CUT_NAME_RULES "names-2"

/**
 * CutNameProposal:
 * @name: (owned): the fullest form of it in the text, or what the page that it is about calls a person of whom the text has the family name alone
 * @schema: (owned): a word of %CUT_VOCAB_ENTITY_SCHEMA; a person may choose another before accepting it
 * @spans: (element-type CutStretch): where it, or a short form of it, stands in the reading's text and is not linked yet; code points, at least one
 * @known: (owned) (nullable): id of the entity that has this name already: accepting links the passages to it
 * @known_name: (owned) (nullable): what that entity is called
 *
 * A name that a text offers as an entity. It is nothing yet: only cut_notebook_accept_names() makes records of it.
 */
typedef struct
{
  char *name;
  char *schema;
  GArray *spans;
  char *known;
  char *known_name;
} CutNameProposal;

CutNameProposal *cut_name_proposal_copy (const CutNameProposal *self);
void cut_name_proposal_free (CutNameProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNameProposal, cut_name_proposal_free)

/**
 * cut_name_proposals_new:
 * @dismissals: (element-type CutDismissal): of names, of the whole notebook
 *
 * The names in the lines of @reading that count, one for all forms of it, told apart with the help of what the page says it is about. Left out are nationalities and the like, names that a
 * person dismissed, and passages that an entity's mark covers. Pure; off the main thread. @known is not filled in.
 *
 * Returns: (transfer full) (nullable) (element-type CutNameProposal): in text order; %NULL when cancelled
 */
GPtrArray *cut_name_proposals_new (CutReading *reading, GPtrArray *dismissals, GCancellable *cancellable);

/** cut_name_proposals_find: Returns: (transfer full) (nullable): all names in @counted, the text of @reading by cut_proposal_counted_text(), told
 *   apart with what its page says; %NULL when cancelled. Pure; off the main thread. */
CutNames *cut_name_proposals_find (CutReading *reading, const char *counted, GCancellable *cancellable);

/** cut_notebook_propose_names: cut_name_proposals_new() with what the notebook knows. Blocking. */
GPtrArray *cut_notebook_propose_names (CutNotebook *self, CutReading *reading, GCancellable *cancellable, GError **error);
void cut_notebook_propose_names_async (CutNotebook *self, CutReading *reading, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_propose_names_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * cut_notebook_accept_names:
 * @proposals: (element-type CutNameProposal): one or more
 *
 * A person accepts names: one act, that can be undone. Each becomes an entity, or, where it has @known, a further name of that one if
 * it has not got it (a family name alone is none), and its passages are linked to the entity. That it was proposed, and by which rules, is kept with the marks. Blocking.
 *
 * Returns: (transfer full) (nullable): ids of the entities, in the order of @proposals
 */
char **cut_notebook_accept_names (CutNotebook *self, CutReading *reading, GPtrArray *proposals, GCancellable *cancellable, GError **error);
void cut_notebook_accept_names_async (CutNotebook *self, CutReading *reading, GPtrArray *proposals, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char **cut_notebook_accept_names_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_name_proposal_dismiss: Returns: (transfer full): the act after which the name is not proposed in any text of the notebook again */
CutAct *cut_name_proposal_dismiss (const CutNameProposal *self, CutReading *reading);

G_END_DECLS

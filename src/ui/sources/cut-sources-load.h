/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-source-item.h"

G_BEGIN_DECLS

/* Reading the contact book, in a worker thread. */

/** cut_sources_load_async: all sources outside the Trash */
void cut_sources_load_async (CutNotebook *notebook, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** cut_sources_load_finish: Returns: (transfer full) (nullable) (element-type CutSourceItem): by title */
GPtrArray *cut_sources_load_finish (GAsyncResult *result, GError **error);

/**
 * CutStatement:
 * @attribution: the source's
 * @claim: (nullable): what it is about
 * @clip, @annotation: (nullable): ids of where it was read
 * @outlet: (nullable): where, for people
 * @quote: (nullable): its words
 * @opposite: (nullable): another attribution of the same source that says the opposite
 */
typedef struct
{
  CutRecord *attribution;
  CutRecord *claim;
  char *clip;
  char *annotation;
  char *outlet;
  char *quote;
  CutRecord *opposite;
} CutStatement;

/**
 * CutDossier:
 * @statements: (element-type CutStatement): newest first
 * @enquiries: (element-type CutEnquiry): newest first
 *
 * What a source has said, and was asked. Immutable.
 */
typedef struct
{
  GPtrArray *statements;
  GPtrArray *enquiries;
} CutDossier;

void cut_dossier_free (CutDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutDossier, cut_dossier_free)

void cut_dossier_load_async (CutNotebook *notebook, const char *source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutDossier *cut_dossier_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS

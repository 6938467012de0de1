/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-difference.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * CutFieldChange:
 * @field: `title`, `standfirst`, `byline`, `published`, `updated` or `verdict`
 * @before, @after: "" where the page did not say; of a date its value, of a verdict its word
 * @difference: of the two
 *
 * What a page says of itself, in two captures of it.
 */
typedef struct
{
  const char *field;
  char *before;
  char *after;
  CutDifference *difference;
} CutFieldChange;

/**
 * CutComparing:
 * @before, @after: the readings of the two captures
 * @difference: of their reader texts, without the lines that do not count, and without headline and standfirst where these are
 *   among what @fields_known is about
 * @fields: (element-type CutFieldChange): those that differ
 * @fields_known: whether they could be compared: the stored bytes of both captures were read again, with this program's reader
 *
 * Two captures side by side. Immutable, reference-counted by g_atomic_rc_box_acquire().
 */
typedef struct
{
  CutReading *before;
  CutReading *after;
  CutDifference *difference;
  GPtrArray *fields;
  gboolean fields_known;
} CutComparing;

CutComparing *cut_comparing_ref (CutComparing *self);
void cut_comparing_unref (CutComparing *self);

/**
 * cut_comparing_run:
 * @before, @after: ids of captures
 * @with_fields: what the pages say of themselves too; this reads the stored bytes again
 *
 * Blocking. Nothing is written.
 */
CutComparing *cut_comparing_run (CutNotebook *notebook, const char *before, const char *after, gboolean with_fields,
                                 GCancellable *cancellable, GError **error);
void cut_comparing_run_async (CutNotebook *notebook, const char *before, const char *after, gboolean with_fields,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutComparing *cut_comparing_run_finish (CutNotebook *notebook, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutComparing, cut_comparing_unref)

G_END_DECLS

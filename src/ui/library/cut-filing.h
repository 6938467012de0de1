/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * CutFiling:
 * @CUT_FILING_ADD: the target joins the list field of each object
 * @CUT_FILING_REMOVE: the target leaves it
 * @CUT_FILING_TRASH: each object is moved to Trash
 * @CUT_FILING_RESTORE: each comes back
 */
typedef enum
{
  CUT_FILING_ADD,
  CUT_FILING_REMOVE,
  CUT_FILING_TRASH,
  CUT_FILING_RESTORE,
} CutFiling;

/**
 * cut_filing_run_async:
 * @label: the act's name
 * @ids: objects, of which those that would not change are left alone
 * @field: (nullable): `stories` or `tags`, for adding and removing
 * @target: (nullable): the id that joins or leaves
 * @created: (nullable): a new object put in the same act
 *
 * One act on many objects, read and written off the main thread.
 */
void cut_filing_run_async (CutNotebook *notebook, CutFiling filing, const char *label, const char *const *ids,
                           const char *field, const char *target, CutRecord *created,
                           GAsyncReadyCallback callback, gpointer user_data);
/** cut_filing_run_finish: Returns: how many objects changed, -1 on error */
int cut_filing_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS

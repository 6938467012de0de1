/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-signature.h"
#include "cut-opened.h"
#include "cut-progress.h"

G_BEGIN_DECLS

/**
 * CutJudgement:
 * @problems: (element-type utf8): a line `PATH: PROBLEM` each; none when all is as it was written
 * @warnings: (element-type utf8): likewise, of what is odd and leaves it valid
 * @signature: (nullable): who signed it, in a sentence; see cut_signature_judge()
 *
 * What can be said of a bundle, or of any BagIt bag, without importing it.
 */
typedef struct
{
  GPtrArray *problems;
  GPtrArray *warnings;
  char *signature;
  CutTrust trust;
} CutJudgement;

void cut_judgement_free (CutJudgement *self);

/** cut_judgement_new_async: judges the bundle that was @opened; off the main thread. @signature_only: only who signed it, where the rest was
 *   judged already. @progress: its cancellable stops it */
void cut_judgement_new_async (CutOpened *opened, gboolean signature_only, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
/** cut_judgement_new_finish: Returns: (transfer full) (nullable): %NULL with an error where it cannot be read at all */
CutJudgement *cut_judgement_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutJudgement, cut_judgement_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bundle.h"
#include "cut-notebook.h"
#include "cut-store.h"

static void
progress_cb (double   fraction,
             gpointer data)
{
  if (data != NULL)
    cut_progress_update (data, NULL, fraction);
}

static GPtrArray *
verify_notebook (const char    *path,
                 const char    *custody_head,
                 CutProgress   *progress,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_READ_ONLY, error);

  if (store == NULL)
    return NULL;
  cut_store_set_cancellable (store, cancellable);
  return cut_store_verify (store, custody_head, progress_cb, progress, error);
}

GPtrArray *
cut_notebook_verify_file (const char   *path,
                          gboolean      notebook,
                          const char   *custody_head,
                          GPtrArray    *warnings,
                          CutProgress  *progress,
                          GError      **error)
{
  GCancellable *cancellable = progress != NULL ? cut_progress_get_cancellable (progress) : NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (notebook)
    return verify_notebook (path, custody_head, progress, cancellable, error);
  return cut_bundle_verify (path, warnings, cancellable, progress_cb, progress, error);
}

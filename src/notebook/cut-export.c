/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-bundle.h"
#include "cut-collect.h"
#include "cut-error.h"
#include "cut-notebook-private.h"
#include "cut-pgp.h"
#include "cut-report.h"
#include "cut-secrets.h"

typedef struct
{
  CutExportRequest *request; /* (owned) */
  CutProgress *progress;     /* (owned) (nullable) */
  gboolean preview;
} Export;

static Export *
export_new (const CutExportRequest *request,
            CutProgress            *progress,
            gboolean                preview)
{
  Export *self = g_new0 (Export, 1);

  self->request = cut_export_request_copy (request);
  self->progress = progress != NULL ? g_object_ref (progress) : NULL;
  self->preview = preview;
  return self;
}

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->request, cut_export_request_free);
  g_clear_object (&self->progress);
  g_free (self);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  if (data != NULL)
    cut_progress_update (data, NULL, fraction);
}

static gboolean
is_bundle (const CutExportRequest *request)
{
  return request->format == NULL || g_str_equal (request->format, "bundle");
}

static gboolean
is_encrypted (const CutExportRequest *request)
{
  return (request->recipients != NULL && request->recipients[0] != NULL) || request->passphrase != NULL;
}

/* Confidential sources leave in a full bundle, so it must not lie about in the open. */
static gboolean
is_closed (const CutExportRequest  *request,
           CutBundleProfile         profile,
           GError                 **error)
{
  if (!is_bundle (request) && (is_encrypted (request) || request->sign))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("Only a bundle can be signed and encrypted"));
  else if (request->passphrase != NULL && request->recipients != NULL && request->recipients[0] != NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_USAGE, _("Encrypt it to keys or with a passphrase, not both"));
  else if (profile == CUT_PROFILE_FULL && !is_encrypted (request))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED,
                         _("A full bundle names confidential sources: it must be a bundle that is encrypted to keys or with a passphrase"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_possible (const CutExportRequest  *request,
             gboolean                 preview,
             GError                 **error)
{
  CutBundleProfile profile = CUT_PROFILE_COLLEAGUE;

  if (!is_bundle (request) && !g_strv_contains (cut_bundle_get_formats (), request->format))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) cut_bundle_get_formats ());

      g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE,
                   /* Translators: a word that was typed, then the words that would do */
                   _("“%s” is no format that Cuttings writes; there are bundle, %s"), request->format, words);
      return FALSE;
    }
  if (!preview && request->path == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_USAGE, _("Name the file to write"));
      return FALSE;
    }
  if (!cut_bundle_profile_from_word (request->profile, &profile, error))
    return FALSE;
  return preview || is_closed (request, profile, error);
}

/* What leaves under the profile, and what stays. */
static CutExportReport *
report_on (CutBundleContent       *content,
           const CutExportRequest *request)
{
  g_autoptr (CutBundleContent) leaving = cut_bundle_protect (content);
  CutExportReport *report = cut_export_report_new ();

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; leaving->records[kind] != NULL && i < leaving->records[kind]->len; i++)
      if (!cut_record_is_deleted (g_ptr_array_index (leaving->records[kind], i)) &&
          (is_bundle (request) || cut_bundle_format_holds (request->format, (CutKind) kind)))
        cut_report_count (report->written, (CutKind) kind, 1);
  for (guint i = 0; leaving->withheld != NULL && i < leaving->withheld->len; i++)
    g_ptr_array_add (report->withheld, g_strdup (g_ptr_array_index (leaving->withheld, i)));
  return report;
}

/* What is encrypted says so by its name. */
static char *
path_of (const CutExportRequest *request)
{
  gboolean says_so = cut_pgp_is_encrypted (request->path);

  return is_encrypted (request) && !says_so ? g_strconcat (request->path, ".gpg", NULL) : g_strdup (request->path);
}

static gboolean
write_bundle (Export            *self,
              CutBundleContent  *content,
              const char        *path,
              CutExportReport   *report,
              GCancellable      *cancellable,
              GError           **error)
{
  const CutExportRequest *request = self->request;
  gboolean to_keys = request->recipients != NULL && request->recipients[0] != NULL;
  CutBundleSeal seal = { request->sign, request->sign_key, to_keys ? (const char *const *) request->recipients : NULL,
                         request->passphrase != NULL ? cut_passphrase_get (request->passphrase, NULL) : NULL };
  gboolean good;

  content->seal = &seal;
  good = cut_bundle_write (content, path, cancellable, progress_cb, self->progress, &report->sha256, NULL, error);
  content->seal = NULL;
  return good;
}

static gboolean
write_file (Export            *self,
            CutBundleContent  *content,
            CutExportReport   *report,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autofree char *path = path_of (self->request);
  gboolean good;

  if (self->progress != NULL)
    cut_progress_update (self->progress, is_bundle (self->request) ? _("Writing the bundle…") : _("Writing the file…"), 0);
  if (is_bundle (self->request))
    good = write_bundle (self, content, path, report, cancellable, error);
  else
    good = cut_bundle_write_as (content, self->request->format, path, cancellable, progress_cb, self->progress,
                                &report->sha256, error);
  if (good)
    report->path = g_steal_pointer (&path);
  return good;
}

/* That something left is noted, and which file: its hash says nothing about who is in it. */
static gpointer
note_export_job (CutStore      *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  CutExportReport *report = data;
  g_autofree char *detail = g_strdup_printf ("{\"sha256\":\"%s\"}", report->sha256);
  g_autofree char *id = g_uuid_string_random ();

  return cut_store_custody_append (store, "exported", id, detail, error) ? data : NULL;
}

/* Names that cannot be read cannot be looked for in what leaves. */
static gboolean
is_open (CutBundleContent  *content,
         GError           **error)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; content->records[kind] != NULL && i < content->records[kind]->len; i++)
      if (cut_record_is_locked (g_ptr_array_index (content->records[kind], i)))
        {
          g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED,
                               _("Protected sources have to do with what is to leave, and they are locked. Unlock them first, "
                                 "so that Cuttings can make sure that none of their names is in it"));
          return FALSE;
        }
  return TRUE;
}

/* With a connection of its own: writing a bundle takes longer than a reader would wait for a list. */
static gpointer
export_job (CutNotebook   *notebook,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Export *self = data;
  g_autoptr (CutStore) store = NULL;
  g_autoptr (CutBundleContent) content = NULL;
  g_autoptr (CutExportReport) report = NULL;

  if (!is_possible (self->request, self->preview, error))
    return NULL;
  store = cut_store_open (notebook->path, CUT_STORE_READ_ONLY, error);
  if (store == NULL)
    return NULL;
  cut_store_set_vault (store, notebook->vault);
  cut_store_set_cancellable (store, cancellable);
  content = cut_collect (store, self->request, cancellable, error);
  if (content == NULL || !is_open (content, error))
    return NULL;
  report = report_on (content, self->request);
  if (!self->preview && !write_file (self, content, report, cancellable, error))
    return NULL;
  if (!self->preview && !notebook->read_only && cut_worker_run (notebook->writer, note_export_job, report, NULL, error) == NULL)
    return NULL;
  return g_steal_pointer (&report);
}

static GCancellable *
cancellable_of (CutProgress *progress)
{
  return progress != NULL ? cut_progress_get_cancellable (progress) : NULL;
}

CutExportReport *
cut_notebook_export (CutNotebook             *self,
                     const CutExportRequest  *request,
                     CutProgress             *progress,
                     GError                 **error)
{
  Export *job;
  CutExportReport *report;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && request != NULL, NULL);

  job = export_new (request, progress, FALSE);
  report = cut_notebook_run_job (self, export_job, job, cancellable_of (progress), error);
  export_free (job);
  return report;
}

void
cut_notebook_export_async (CutNotebook            *self,
                           const CutExportRequest *request,
                           CutProgress            *progress,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && request != NULL);

  cut_notebook_push_job (self, cut_notebook_export_async, export_job, export_new (request, progress, FALSE), export_free,
                         (GDestroyNotify) cut_export_report_free, cancellable_of (progress), callback, user_data);
}

CutExportReport *
cut_notebook_export_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

void
cut_notebook_preview_export_async (CutNotebook            *self,
                                   const CutExportRequest *request,
                                   CutProgress            *progress,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && request != NULL);

  cut_notebook_push_job (self, cut_notebook_preview_export_async, export_job, export_new (request, progress, TRUE),
                         export_free, (GDestroyNotify) cut_export_report_free, cancellable_of (progress), callback,
                         user_data);
}

CutExportReport *
cut_notebook_preview_export_finish (CutNotebook   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

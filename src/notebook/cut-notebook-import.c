/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bring-folder.h"
#include "cut-bring.h"
#include "cut-error.h"
#include "cut-import.h"
#include "cut-imports.h"
#include "cut-intake.h"
#include "cut-limits.h"
#include "cut-notebook-private.h"

typedef struct
{
  CutNotebook *notebook; /* (unowned): held by whoever runs the job */
  char *path;
  char *format;          /* (nullable) */
  gboolean dry_run;
  CutProgress *progress; /* (owned) (nullable) */
  CutBundleContent *content;
} Job;

static Job *
job_new (CutNotebook *notebook,
         const char  *path,
         const char  *format,
         gboolean     dry_run,
         CutProgress *progress)
{
  Job *self = g_new0 (Job, 1);

  self->notebook = notebook;
  self->path = g_strdup (path);
  self->format = g_strcmp0 (format, "auto") != 0 ? g_strdup (format) : NULL;
  self->dry_run = dry_run;
  self->progress = progress != NULL ? g_object_ref (progress) : NULL;
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->content, cut_bundle_content_free);
  g_clear_object (&self->progress);
  g_free (self->path);
  g_free (self->format);
  g_free (self);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  if (data != NULL)
    cut_progress_update (data, NULL, fraction);
}

static gpointer
merge_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *self = data;
  GPtrArray *changes = NULL;
  CutImportReport *report = cut_import_bundle (store, self->notebook->owner, self->content, self->dry_run, &changes, error);

  if (changes != NULL && changes->len > 0)
    cut_notebook_announce (self->notebook, g_steal_pointer (&changes), _("Import"), NULL);
  g_clear_pointer (&changes, g_ptr_array_unref);
  return report;
}

static CutImportReport *
import_bundle (Job           *self,
               GCancellable  *cancellable,
               GError       **error)
{
  if (self->progress != NULL)
    cut_progress_update (self->progress, _("Checking the bundle…"), 0);
  self->content = cut_bundle_read (self->path, cancellable, progress_cb, self->progress, error);
  if (self->content == NULL)
    return NULL;
  if (self->progress != NULL)
    cut_progress_update (self->progress, _("Importing…"), -1);
  return cut_worker_run (self->notebook->writer, merge_job, self, cancellable, error);
}

static CutImportReport *
import_entities (Job           *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  CutImportReport *report;

  self->content = cut_bundle_read_entities (self->path, failed, left_out, cancellable, error);
  if (self->content == NULL)
    return NULL;
  if (self->progress != NULL)
    cut_progress_update (self->progress, _("Importing…"), -1);
  report = cut_worker_run (self->notebook->writer, merge_job, self, cancellable, error);
  if (report == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (report->failed, g_steal_pointer (&failed));
  g_ptr_array_extend_and_steal (report->left_out, g_steal_pointer (&left_out));
  return report;
}

static gboolean
looks_like_entities (const char *path)
{
  return g_str_has_suffix (path, ".ftm.ndjson") || g_str_has_suffix (path, ".ftm.json") || g_str_has_suffix (path, ".ftm");
}

static gboolean
looks_like_ndjson (const char *path)
{
  if (looks_like_entities (path))
    return FALSE;
  return g_str_equal (path, "-") || g_str_has_suffix (path, ".ndjson") || g_str_has_suffix (path, ".jsonl");
}

gboolean
cut_notebook_reads_lines (const char *path,
                          const char *format)
{
  return format != NULL && !g_str_equal (format, "auto") ? g_str_equal (format, "ndjson") : looks_like_ndjson (path);
}

/* That it was stopped is told among what did not come along. */
static CutImportReport *
import_lines (Job           *self,
              GCancellable  *cancellable,
              GError       **error)
{
  CutLinesOptions options = { .dry_run = self->dry_run };
  CutImportReport *report = cut_import_ndjson (self->notebook, self->path, &options, self->progress, cancellable, error);

  if (report != NULL && report->stopped != NULL)
    g_ptr_array_add (report->left_out, g_strdup (report->stopped));
  return report;
}

gboolean
cut_import_end (CutNotebook  *notebook,
                CutCommit    *commit,
                gboolean      dry_run,
                GError      **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (dry_run)
    return TRUE;
  if (!cut_commit_end (commit, error))
    return FALSE;
  changes = cut_commit_steal_changes (commit);
  if (changes->len > 0)
    cut_notebook_announce (notebook, g_steal_pointer (&changes), _("Import"), NULL);
  return TRUE;
}

/* Other programs' files, and bundles that somebody called otherwise. */

/* Whether it is to be read as a bundle without a look at what is in it: by its name, as a folder, or because it is too large to be
 * anything else. */
static gboolean
must_be_bundle (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (g_str_has_suffix (path, ".cuttings.zip") || info == NULL)
    return TRUE;
  return g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > CUT_LIMIT_IMPORT;
}

/* The names of its files stand in a ZIP as they are. */
static gboolean
is_bagged (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 4 && memcmp (data, "PK\3\4", 4) == 0 && memmem (data, length, "/bagit.txt", strlen ("/bagit.txt")) != NULL;
}

/* A folder that is no bag but holds Markdown. */
static gboolean
is_folder_of_notes (const char *path)
{
  g_autofree char *bag = g_build_filename (path, "bagit.txt", NULL);
  g_autoptr (GPtrArray) files = NULL;
  gboolean notes = FALSE;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (bag, G_FILE_TEST_EXISTS))
    return FALSE;
  files = cut_bring_folder_list (path, NULL, NULL);
  for (guint i = 0; files != NULL && i < files->len && !notes; i++)
    notes = cut_bring_folder_is_note (g_ptr_array_index (files, i));
  return notes;
}

static CutImportReport *
import_other (Job           *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if ((self->format == NULL || g_str_equal (self->format, "markdown")) && is_folder_of_notes (self->path))
    return cut_import_brought (self->notebook, self->path, NULL, self->format, self->dry_run, self->progress, cancellable, error);
  if (self->format == NULL && must_be_bundle (self->path))
    return import_bundle (self, cancellable, error);
  bytes = cut_intake_read_file (self->path, CUT_LIMIT_IMPORT, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (self->format == NULL && is_bagged (bytes))
    return import_bundle (self, cancellable, error);
  return cut_import_brought (self->notebook, self->path, bytes, self->format, self->dry_run, self->progress, cancellable, error);
}

static gboolean
is_known (const char *format)
{
  g_autofree const char **words = cut_imports_get_formats ();

  return format == NULL || g_strv_contains (words, format);
}

static gpointer
import_job (CutNotebook   *notebook,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *self = data;

  if (cut_notebook_refuse (notebook, error))
    return NULL;
  if (self->format != NULL ? g_str_equal (self->format, "ftm") : looks_like_entities (self->path))
    return import_entities (self, cancellable, error);
  if (cut_notebook_reads_lines (self->path, self->format))
    return import_lines (self, cancellable, error);
  if (g_strcmp0 (self->format, "bundle") == 0)
    return import_bundle (self, cancellable, error);
  if (is_known (self->format))
    return import_other (self, cancellable, error);
  g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
               _("“%s” is no format that Cuttings reads; “cuttings help import” names them"), self->format);
  return NULL;
}

static GCancellable *
cancellable_of (CutProgress *progress)
{
  return progress != NULL ? cut_progress_get_cancellable (progress) : NULL;
}

CutImportReport *
cut_notebook_import (CutNotebook  *self,
                     const char   *path,
                     const char   *format,
                     gboolean      dry_run,
                     CutProgress  *progress,
                     GError      **error)
{
  Job *job;
  CutImportReport *report;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && path != NULL, NULL);

  job = job_new (self, path, format, dry_run, progress);
  report = cut_notebook_run_job (self, import_job, job, cancellable_of (progress), error);
  job_free (job);
  cut_notebook_flush (self);
  return report;
}

typedef struct
{
  const char *path;
  const CutLinesOptions *options;
} Lines;

static gpointer
lines_job (CutNotebook   *notebook,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Lines *lines = data;

  return cut_notebook_refuse (notebook, error) ? NULL
                                               : cut_import_ndjson (notebook, lines->path, lines->options, NULL, cancellable, error);
}

CutImportReport *
cut_notebook_import_lines (CutNotebook            *self,
                           const char             *path,
                           const CutLinesOptions  *options,
                           GCancellable           *cancellable,
                           GError                **error)
{
  Lines lines = { path, options };
  CutImportReport *report;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && path != NULL && options != NULL, NULL);

  report = cut_notebook_run_job (self, lines_job, &lines, cancellable, error);
  cut_notebook_flush (self);
  return report;
}

void
cut_notebook_import_async (CutNotebook         *self,
                           const char          *path,
                           const char          *format,
                           gboolean             dry_run,
                           CutProgress         *progress,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && path != NULL);

  cut_notebook_push_job (self, cut_notebook_import_async, import_job, job_new (self, path, format, dry_run, progress),
                         job_free, (GDestroyNotify) cut_import_report_free, cancellable_of (progress), callback,
                         user_data);
}

CutImportReport *
cut_notebook_import_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

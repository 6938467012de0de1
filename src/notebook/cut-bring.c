/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-bring.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-beside.h"
#include "cut-bring-folder.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-import.h"
#include "cut-imported.h"
#include "cut-imports.h"
#include "cut-json.h"
#include "cut-left-out.h"
#include "cut-limits.h"
#include "cut-notebook-private.h"
#include "cut-report.h"
#include "cut-sha256.h"

typedef struct
{
  CutNotebook *notebook;
  const char *path;
  GBytes *bytes; /* (nullable) */
  gboolean dry_run;
  CutProgress *progress;
  GCancellable *cancellable;
  CutBrought *brought;  /* (owned) */
  GPtrArray *arriving;  /* (owned) (element-type CutArriving) */
  CutImportReport *report; /* (owned) */
} Import;

static void
arriving_free (gpointer data)
{
  CutArriving *arriving = data;

  g_free (arriving->capture);
  g_clear_pointer (&arriving->intake, cut_intake_free);
  g_free (arriving);
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
  g_clear_pointer (&self->brought, cut_brought_free);
  g_clear_pointer (&self->report, cut_import_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Reading a folder. */

static CutBrought *
read_note (Import      *self,
           const char  *below,
           GError     **error)
{
  g_autofree char *path = g_build_filename (self->path, below, NULL);
  g_autofree char *shown = g_filename_display_name (below);
  g_autoptr (GBytes) bytes = cut_intake_read_file (path, CUT_LIMIT_BODY, self->cancellable, error);
  g_autoptr (GVariant) found = NULL;

  if (bytes != NULL)
    found = cut_extractor_ask (self->notebook->extractor, CUT_READER_IMPORT, bytes, "markdown", shown, self->cancellable, error);
  return found != NULL ? cut_brought_from_variant (found, error) : NULL;
}

static void
count_left (Import     *self,
            const char *below)
{
  const char *dot = strrchr (below, '.');

  cut_brought_leave (self->brought, dot != NULL ? dot : below);
}

/* A note that cannot be read does not keep the others back. */
static gboolean
take_note (Import      *self,
           const char  *below,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutBrought) one = read_note (self, below, &failure);

  if (one != NULL)
    cut_brought_take (self->brought, one);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  else
    g_ptr_array_add (self->brought->failed, g_strdup_printf ("%s: %s", below, failure->message));
  return TRUE;
}

static gboolean
read_folder (Import  *self,
             GError **error)
{
  g_autoptr (GPtrArray) files = cut_bring_folder_list (self->path, self->cancellable, error);

  if (files == NULL)
    return FALSE;
  self->brought = cut_brought_new ();
  self->brought->format = g_strdup ("markdown");
  for (guint i = 0; i < files->len; i++)
    {
      const char *below = g_ptr_array_index (files, i);

      if (!cut_bring_folder_is_note (below))
        count_left (self, below);
      else if (!take_note (self, below, error))
        return FALSE;
    }
  return TRUE;
}

/* Reading the file. */

/* The reader speaks of articles where it gives up. */
static void
explain (Import  *self,
         GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (!g_error_matches (*error, CUT_ERROR, CUT_ERROR_TIMEOUT) && !g_error_matches (*error, CUT_ERROR, CUT_ERROR_TOO_LARGE))
    return;
  g_clear_error (error);
  g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
               _("“%s” cannot be read: it takes too long or too much memory, or is broken. If the other program can, export less at a time."), name);
}

static gboolean
is_within_limits (Import      *self,
                  const char  *name,
                  GError     **error)
{
  guint n = self->brought->items->len;

  if (n > CUT_LIMIT_IMPORT_ITEMS)
    g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("“%s” holds more than %d entries"), name, CUT_LIMIT_IMPORT_ITEMS);
  for (guint i = 0; i < MIN (n, CUT_LIMIT_IMPORT_ITEMS); i++)
    {
      const CutBroughtItem *item = g_ptr_array_index (self->brought->items, i);

      if (item->notes->len <= CUT_LIMIT_LIST)
        continue;
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("“%s” holds more than %d notes on one page"), name, CUT_LIMIT_LIST);
      return FALSE;
    }
  return n <= CUT_LIMIT_IMPORT_ITEMS;
}

static gboolean
read_file (Import      *self,
           const char  *format,
           GError     **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GVariant) found = cut_extractor_ask (self->notebook->extractor, CUT_READER_IMPORT, self->bytes, format, shown,
                                                  self->cancellable, &failure);

  if (found != NULL)
    self->brought = cut_brought_from_variant (found, &failure);
  if (self->brought != NULL)
    return is_within_limits (self, shown, error);
  explain (self, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is there already. */

static char *
capture_id (Import               *self,
            const CutBroughtItem *item)
{
  g_autofree char *seed = g_strconcat (item->text[CUT_BROUGHT_KEY], "\ncapture", NULL);

  return cut_id_derive (self->brought->format, seed);
}

static gpointer
find_known_job (CutStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;

  for (guint i = 0; i < self->arriving->len; i++)
    {
      CutArriving *arriving = g_ptr_array_index (self->arriving, i);
      g_autoptr (CutRecord) capture = NULL;

      if (!cut_store_look_up (store, arriving->capture, &capture, error))
        return NULL;
      arriving->known = capture != NULL && !cut_record_is_deleted (capture);
    }
  return self;
}

static gboolean
find_known (Import  *self,
            GError **error)
{
  self->arriving = g_ptr_array_new_with_free_func (arriving_free);
  for (guint i = 0; i < self->brought->items->len; i++)
    {
      CutArriving *arriving = g_new0 (CutArriving, 1);

      arriving->item = g_ptr_array_index (self->brought->items, i);
      arriving->capture = capture_id (self, arriving->item);
      g_ptr_array_add (self->arriving, arriving);
    }
  return cut_worker_run (self->notebook->reader, find_known_job, self, self->cancellable, error) != NULL;
}

/* Reading the pages in it. */

static CutClipRequest *
request_for (Import               *self,
             const CutBroughtItem *item)
{
  CutClipRequest *request;
  const char *file = item->text[CUT_BROUGHT_FILE];
  g_autofree char *path = file != NULL ? cut_beside_find_named (self->path, file) : NULL;

  if (item->body == NULL && path == NULL)
    return NULL;
  request = cut_clip_request_new ();
  request->bytes = item->body != NULL ? g_bytes_ref (item->body) : NULL;
  request->path = g_steal_pointer (&path);
  request->url = g_strdup (item->text[CUT_BROUGHT_URL]);
  request->content_type = g_strdup (item->text[CUT_BROUGHT_TYPE]);
  request->how = g_strdup ("import");
  return request;
}

static const char *
name_of (const CutBroughtItem *item)
{
  return item->text[CUT_BROUGHT_TITLE] != NULL ? item->text[CUT_BROUGHT_TITLE] : item->text[CUT_BROUGHT_KEY];
}

/* An item whose page cannot be read is still worth its card. */
static gboolean
read_page (Import       *self,
           CutArriving  *arriving,
           GError      **error)
{
  g_autoptr (CutClipRequest) request = request_for (self, arriving->item);
  g_autoptr (GError) failure = NULL;

  if (request == NULL && arriving->item->text[CUT_BROUGHT_FILE] != NULL)
    g_ptr_array_add (self->brought->failed, g_strdup_printf (_("%s: the file “%s” is not there"), name_of (arriving->item),
                                                             arriving->item->text[CUT_BROUGHT_FILE]));
  if (request == NULL || arriving->known)
    return TRUE;
  arriving->intake = cut_intake_gather (self->notebook->extractor, request, NULL, self->cancellable, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (arriving->intake != NULL)
    arriving->intake->how = "import";
  else
    g_ptr_array_add (self->brought->failed, g_strdup_printf ("%s: %s", name_of (arriving->item), failure->message));
  return TRUE;
}

static void
say_read (Import *self,
          guint   n)
{
  g_autofree char *message = NULL;

  if (self->progress == NULL)
    return;
  /* Translators: how many entries of a file were read so far, and how many there are */
  message = g_strdup_printf (_("Reading %u of %u…"), n + 1, self->arriving->len);
  cut_progress_update (self->progress, message, (double) n / self->arriving->len);
}

static gboolean
read_pages (Import  *self,
            GError **error)
{
  for (guint i = 0; i < self->arriving->len; i++)
    {
      say_read (self, i);
      if (!read_page (self, g_ptr_array_index (self->arriving, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Writing. */

static void
add_header (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "value");
  json_builder_add_string_value (builder, value);
  json_builder_end_object (builder);
}

/* Where captures come from. The file's name stays out of it: it may hold the user's, and captures leave in bundles. */
static char *
describe_file (Import *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *sha256 = self->bytes != NULL ? cut_sha256_of_bytes (self->bytes) : NULL;
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  add_header (builder, CUT_IMPORTED_HEADER, self->brought->format);
  if (sha256 != NULL)
    add_header (builder, "Import-SHA256", sha256);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return cut_json_canonical (root);
}

/* What a person did with clips that came before counts more than what the file says of them now. */
static void
say_kept (Import            *self,
          const CutBringing *bringing)
{
  guint trashed = bringing->n_trashed, purged = bringing->n_purged, tags = bringing->n_other_tags, texts = bringing->n_other_texts;

  if (trashed > 0)
    g_ptr_array_add (self->report->left_out,
                     g_strdup_printf (ngettext ("%u clip that came before is in the Trash and stays there",
                                                "%u clips that came before are in the Trash and stay there", trashed), trashed));
  if (purged > 0)
    g_ptr_array_add (self->report->left_out,
                     g_strdup_printf (ngettext ("%u clip that came before was deleted for good here, and did not come back",
                                                "%u clips that came before were deleted for good here, and did not come back", purged), purged));
  if (tags > 0)
    g_ptr_array_add (self->report->left_out,
                     g_strdup_printf (ngettext ("%u clip that came before keeps its tags, though the file has others",
                                                "%u clips that came before keep their tags, though the file has others", tags), tags));
  if (texts > 0)
    g_ptr_array_add (self->report->left_out,
                     g_strdup_printf (ngettext ("%u clip that came before keeps its text, though the file has another under the same name",
                                                "%u clips that came before keep their texts, though the file has others under the same names",
                                                texts), texts));
}

static gboolean
store_all (Import    *self,
           CutStore  *store,
           CutCommit *commit,
           GError   **error)
{
  g_autoptr (GHashTable) named = cut_maker_named_new ();
  g_autofree char *headers = describe_file (self);
  CutBringing bringing = { { store, commit, named, self->report }, self->notebook->extractor, self->brought->format, headers, 0, 0, 0, 0, error };

  cut_commit_set_arrival (commit, "imported");
  for (guint i = 0; i < self->arriving->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !cut_bring_store (&bringing, g_ptr_array_index (self->arriving, i)))
      return FALSE;
  say_kept (self, &bringing);
  return TRUE;
}

static gpointer
store_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Import *self = data;
  g_autoptr (CutCommit) commit = cut_commit_begin (store, self->notebook->owner, _("Import"), error);

  if (commit == NULL || !store_all (self, store, commit, error))
    return NULL;
  return cut_import_end (self->notebook, commit, self->dry_run, error) ? self : NULL;
}

static void
finish_report (Import *self)
{
  self->report->format = g_strdup (self->brought->format);
  g_ptr_array_extend_and_steal (self->report->failed, g_steal_pointer (&self->brought->failed));
  self->brought->failed = g_ptr_array_new ();
  cut_left_out_describe (self->brought->left, self->report->left_out);
}

CutImportReport *
cut_import_brought (CutNotebook   *notebook,
                    const char    *path,
                    GBytes        *bytes,
                    const char    *format,
                    gboolean       dry_run,
                    CutProgress   *progress,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (Import) self = { notebook, path, bytes, dry_run, progress, cancellable, NULL, NULL, NULL };

  self.report = cut_import_report_new ();
  if (!(bytes != NULL ? read_file (&self, format, error) : read_folder (&self, error)) || !find_known (&self, error) || !read_pages (&self, error))
    return NULL;
  if (progress != NULL)
    cut_progress_update (progress, _("Importing…"), -1);
  if (cut_worker_run (notebook->writer, store_job, &self, cancellable, error) == NULL)
    return NULL;
  finish_report (&self);
  return g_steal_pointer (&self.report);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-commit.h"
#include "cut-error.h"
#include "cut-evidence.h"
#include "cut-id.h"
#include "cut-intake.h"
#include "cut-limits.h"
#include "cut-notebook-private.h"
#include "cut-placing.h"
#include "cut-sha256.h"
#include "cut-verdict.h"
#include "cut-version-new.h"

/* One clip on its way: gathered in a thread of its own, stored in the writer's. */
typedef struct
{
  CutNotebook *notebook; /* (unowned): held by whoever runs the job */
  CutClipRequest *request;
  CutProgress *progress; /* (owned) (nullable) */
  CutIntake *intake;  /* (owned) (nullable): until it is there, and of a page that is gone */
  GError *gone;       /* (owned) (nullable): what the server said in place of a page */
  gboolean known;     /* it was captured in time: nothing is fetched */
} Clipping;

static Clipping *
clipping_new (CutNotebook          *notebook,
              const CutClipRequest *request,
              CutProgress          *progress)
{
  Clipping *self = g_new0 (Clipping, 1);

  self->notebook = notebook;
  self->request = cut_clip_request_copy (request);
  self->progress = progress != NULL ? g_object_ref (progress) : NULL;
  return self;
}

static void
clipping_free (gpointer data)
{
  Clipping *self = data;

  g_clear_pointer (&self->request, cut_clip_request_free);
  g_clear_pointer (&self->intake, cut_intake_free);
  g_clear_error (&self->gone);
  g_clear_object (&self->progress);
  g_free (self);
}

static CutClipResult *
result_new (Clipping      *self,
            CutClipStatus  status,
            CutRecord     *clip,
            CutRecord     *capture)
{
  CutClipResult *result = g_new0 (CutClipResult, 1);

  result->status = status;
  result->clip = g_object_ref (clip);
  result->capture = g_object_ref (capture);
  if (self->intake != NULL && self->intake->fetched != NULL)
    result->refusal = g_strdup (self->intake->fetched->refusal);
  result->warnings = self->intake != NULL ? g_ptr_array_ref (self->intake->warnings)
                                          : g_ptr_array_new_with_free_func (g_free);
  return result;
}

/* What is there already. */

static gboolean
find_by_url (CutStore    *store,
             const char  *url,
             char       **id,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (*id != NULL || url == NULL)
    return TRUE;
  *id = cut_store_find_clip_by_url (store, url, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The first page alone may be the same as before. */
static gboolean
holds_pages (CutRecord       *capture,
             const CutIntake *intake)
{
  const char *resources = cut_capture_get_resources (CUT_CAPTURE (capture));

  for (guint i = 0; i < intake->pictures->len; i++)
    {
      const CutKept *kept = g_ptr_array_index (intake->pictures, i);

      if (!g_str_has_prefix (kept->content_type, "image/") && (resources == NULL || strstr (resources, kept->sha256) == NULL))
        return FALSE;
    }
  return TRUE;
}

static CutRecord *
get_capture (CutStore    *store,
             const char  *clip,
             const char  *sha256,
             GError     **error)
{
  g_autofree char *id = cut_store_find_capture (store, clip, sha256, error);

  return id != NULL ? cut_store_get (store, id, error) : NULL;
}

/* A page that was fetched is compared with what was there last: one that went back to an earlier wording has changed.
 * Files and pastes come in any order. */
static CutRecord *
last_capture (CutStore    *store,
              const char  *clip,
              const char  *sha256,
              GError     **error)
{
  g_autoptr (CutRecord) last = cut_store_newest_capture (store, clip, error);

  if (last == NULL || g_strcmp0 (cut_capture_get_sha256 (CUT_CAPTURE (last)), sha256) != 0)
    return NULL;
  return g_steal_pointer (&last);
}

/* A capture with these bytes, of @clip or, where the bytes came without an address, of any. */
static gboolean
find_same (Clipping    *self,
           CutStore    *store,
           const char  *clip,
           const char  *sha256,
           CutRecord  **capture,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) found = NULL;

  if (clip != NULL && self->intake->fetched != NULL)
    found = last_capture (store, clip, sha256, &failure);
  else
    found = get_capture (store, clip, sha256, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (found != NULL && !cut_record_is_deleted (found) && holds_pages (found, self->intake))
    *capture = g_steal_pointer (&found);
  return TRUE;
}

/* Whether the server answered with an error, whatever its page says. */
static gboolean
is_refused (Clipping *self)
{
  return self->intake->fetched != NULL && self->intake->fetched->refusal != NULL;
}

/* The clip and the capture that are there: both, the clip alone, or none. */
static gboolean
find_present (Clipping   *self,
              CutStore   *store,
              CutRecord **clip,
              CutRecord **capture,
              GError    **error)
{
  g_autofree char *sha256 = cut_sha256_of_bytes (self->intake->body);
  g_autofree char *id = g_strdup (self->request->again);
  gboolean addressed = self->intake->url != NULL;

  if (!find_by_url (store, self->intake->url, &id, error))
    return FALSE;
  /* Many a dead address leads to one page that says so: that is not what they were. */
  if (!is_refused (self) && !find_by_url (store, self->intake->final_url, &id, error))
    return FALSE;
  if ((id != NULL || !addressed) && !find_same (self, store, id, sha256, capture, error))
    return FALSE;
  if (id == NULL && *capture != NULL)
    id = g_strdup (cut_capture_get_clip (CUT_CAPTURE (*capture)));
  if (id == NULL)
    return TRUE;
  *clip = cut_store_get (store, id, error);
  if (*clip == NULL)
    return FALSE;
  if (cut_record_is_deleted (*clip))
    {
      g_clear_object (clip);
      g_clear_object (capture);
    }
  return TRUE;
}

/* Storing. */

static gboolean
put_blob (CutStore  *store,
          GBytes    *bytes,
          GError   **error)
{
  g_autofree char *sha256 = NULL;

  return cut_store_put_blob (store, bytes, &sha256, error);
}

static gboolean
put_evidence (Clipping   *self,
              CutStore   *store,
              CutRecord  *capture,
              GBytes     *warc,
              GError    **error)
{
  const CutArticle *article = self->intake->article;
  g_autofree char *blocks = cut_blocks_to_json (article->blocks);

  if (!put_blob (store, self->intake->body, error) || !put_blob (store, warc, error))
    return FALSE;
  for (guint i = 0; i < self->intake->pictures->len; i++)
    if (!put_blob (store, ((CutKept *) g_ptr_array_index (self->intake->pictures, i))->bytes, error))
      return FALSE;
  return cut_store_put_text (store, cut_record_get_id (capture), article->text, blocks, article->html, error);
}

static gboolean
find_previous (CutStore    *store,
               const char  *clip,
               CutRecord  **previous,
               GError     **error)
{
  g_autoptr (GError) failure = NULL;

  *previous = cut_store_newest_capture (store, clip, &failure);
  if (failure == NULL || g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What a wall called itself is no headline; what the reporter called the clip stays. */
static gboolean
has_wall_title (CutRecord *clip,
                CutRecord *previous)
{
  return previous != NULL && !cut_verdict_has_text (cut_capture_get_verdict (CUT_CAPTURE (previous))) &&
         cut_record_get_int (clip, CUT_RECORD_MODIFIED) == cut_record_get_int (clip, CUT_RECORD_CREATED);
}

/* @clip as it was, or a new one: how it reads with this capture. */
static CutRecord *
prepare_clip (Clipping  *self,
              CutRecord *clip,
              CutRecord *shown)
{
  const char *title = self->intake->article->title;
  g_autoptr (CutRecord) titled = NULL;
  g_autoptr (CutRecord) complete = NULL;

  if (clip == NULL)
    return cut_evidence_make_clip (self->intake, self->request);
  /* What a wall says of itself is no word about the article. */
  if (self->intake->article->verdict != NULL && shown != NULL && cut_capture_get_verdict (CUT_CAPTURE (shown)) == NULL)
    return cut_evidence_apply_request (clip, self->request);
  if (title != NULL && self->intake->article->verdict == NULL && has_wall_title (clip, shown))
    titled = cut_record_with (clip, "title", title, NULL);
  complete = cut_evidence_complete_clip (titled != NULL ? titled : clip, self->intake);
  return cut_evidence_apply_request (complete, self->request);
}

static gboolean
find_shown (CutStore    *store,
            const char  *clip,
            CutRecord  **shown,
            GError     **error)
{
  g_autoptr (GError) failure = NULL;

  *shown = cut_store_shown_capture (store, clip, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What changed, in a result of a new capture of a known clip. */
static void
describe_change (CutClipResult *result,
                 CutStore      *store,
                 CutRecord     *previous)
{
  g_autoptr (CutRecord) shown = cut_store_shown_capture (store, cut_record_get_id (result->clip), NULL);

  result->version = cut_version_new (store, result->capture, previous);
  result->version->shown = shown != NULL && g_str_equal (cut_record_get_id (shown), cut_record_get_id (result->capture));
  if (!result->version->shown)
    g_ptr_array_add (result->warnings, g_strdup (_("The clip goes on showing the last capture that is an article")));
}

static CutClipResult *
store_capture (Clipping   *self,
               CutStore   *store,
               CutCommit  *commit,
               CutRecord  *present,
               GError    **error)
{
  g_autoptr (CutRecord) clip = NULL;
  g_autoptr (CutRecord) previous = NULL;
  g_autoptr (CutRecord) shown = NULL;
  g_autoptr (CutRecord) capture = NULL;
  g_autoptr (GBytes) warc = NULL;
  CutClipResult *result;

  if (present != NULL && (!find_previous (store, cut_record_get_id (present), &previous, error) ||
                          !find_shown (store, cut_record_get_id (present), &shown, error)))
    return NULL;
  clip = prepare_clip (self, present, shown);
  capture = cut_evidence_make_capture (self->intake, self->request, cut_record_get_id (clip),
                                       previous != NULL ? cut_record_get_id (previous) : NULL, &warc);
  if (previous != NULL)
    cut_commit_set_arrival (commit, "captured-again");
  if (!cut_commit_put (commit, clip, error) || !put_evidence (self, store, capture, warc, error) ||
      !cut_commit_put (commit, capture, error))
    return NULL;
  result = result_new (self, present != NULL ? CUT_CLIPPED_NEW_CAPTURE : CUT_CLIPPED_NEW, clip, capture);
  if (previous != NULL)
    describe_change (result, store, previous);
  return result;
}

/* Nothing new in it, but the user may have said something new about it. */
static CutClipResult *
keep_capture (Clipping   *self,
              CutStore   *store,
              CutCommit  *commit,
              CutRecord  *present,
              CutRecord  *capture,
              GError    **error)
{
  g_autoptr (CutRecord) clip = cut_evidence_apply_request (present, self->request);

  if (!cut_commit_put (commit, clip, error))
    return NULL;
  if (self->intake != NULL && self->intake->fetched != NULL &&
      !cut_store_custody_append (store, "unchanged", cut_record_get_id (capture), NULL, error))
    return NULL;
  return result_new (self, CUT_CLIPPED_UNCHANGED, clip, capture);
}

/* There is no page any more: that it was looked for is noted, and what is kept stays. */
static CutClipResult *
note_gone (Clipping   *self,
           CutStore   *store,
           GError    **error)
{
  g_autoptr (CutRecord) clip = cut_store_get (store, self->request->again, error);
  g_autoptr (CutRecord) capture = clip != NULL ? cut_store_shown_capture (store, self->request->again, error) : NULL;
  CutClipResult *result;

  if (capture == NULL || !cut_store_custody_append (store, "missing", cut_record_get_id (capture), NULL, error))
    return NULL;
  result = result_new (self, CUT_CLIPPED_GONE, clip, capture);
  g_ptr_array_add (result->warnings, g_strdup (self->gone->message));
  return result;
}

/* What came in the same run of a list, before it was stopped or by the same address. */
static gboolean
find_known (Clipping    *self,
            CutStore    *store,
            CutRecord  **clip,
            CutRecord  **capture,
            GError     **error)
{
  g_autofree char *id = g_strdup (self->request->again);

  if (id == NULL && !find_by_url (store, self->request->url, &id, error))
    return FALSE;
  *capture = id != NULL ? cut_store_newest_capture (store, id, NULL) : NULL;
  if (*capture == NULL || cut_capture_get_fetched_at (CUT_CAPTURE (*capture)) < self->request->since ||
      cut_capture_get_verdict (CUT_CAPTURE (*capture)) != NULL)
    {
      g_clear_object (capture);
      return TRUE;
    }
  *clip = cut_store_get (store, id, error);
  if (*clip != NULL && cut_record_is_deleted (*clip))
    {
      g_clear_object (clip);
      g_clear_object (capture);
      return TRUE;
    }
  return *clip != NULL;
}

static gpointer
is_known_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (CutRecord) clip = NULL;
  g_autoptr (CutRecord) capture = NULL;

  return find_known (data, store, &clip, &capture, error) && capture != NULL ? data : NULL;
}

static CutClipResult *
store_all (Clipping   *self,
           CutStore   *store,
           CutCommit  *commit,
           GError    **error)
{
  g_autoptr (CutRecord) clip = NULL;
  g_autoptr (CutRecord) capture = NULL;

  if (self->gone != NULL)
    return note_gone (self, store, error);
  if (!(self->known ? find_known : find_present) (self, store, &clip, &capture, error))
    return NULL;
  if (self->known && capture == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The clip was deleted in the meantime"));
      return NULL;
    }
  /* Of what is there already an error says nothing new. */
  if (clip != NULL && capture == NULL && is_refused (self))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NETWORK, self->intake->fetched->refusal);
      return NULL;
    }
  if (capture != NULL)
    return keep_capture (self, store, commit, clip, capture, error);
  return store_capture (self, store, commit, clip, error);
}

/* The objects as the store has them now, with revision and owner. */
static gboolean
refresh (CutStore   *store,
         CutRecord **record,
         GError    **error)
{
  CutRecord *stored = cut_store_get (store, cut_record_get_id (*record), error);

  if (stored == NULL)
    return FALSE;
  g_object_unref (*record);
  *record = stored;
  return TRUE;
}

static gpointer
store_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Clipping *self = data;
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (CutCommit) commit = cut_commit_begin (store, self->notebook->owner, _("Clip"), error);
  g_autoptr (GPtrArray) changes = NULL;

  if (commit == NULL)
    return NULL;
  result = store_all (self, store, commit, error);
  if (result == NULL || !refresh (store, &result->clip, error) || !refresh (store, &result->capture, error) ||
      !cut_commit_end (commit, error))
    return NULL;
  changes = cut_commit_steal_changes (commit);
  if (changes->len > 0)
    cut_notebook_announce (self->notebook, g_steal_pointer (&changes), _("Clip"), NULL);
  return g_steal_pointer (&result);
}

/* Fetching again. */

static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_ascii_strncasecmp (address, "http://", 7) == 0 || g_ascii_strncasecmp (address, "https://", 8) == 0);
}

/* Where the clip is to be had: where it was asked for last, else where it says it is. */
static char *
address_of (CutRecord *clip,
            CutRecord *capture)
{
  const char *const addresses[] = {
    capture != NULL ? cut_capture_get_url (CUT_CAPTURE (capture)) : NULL,
    cut_clip_get_url (CUT_CLIP (clip)),
    capture != NULL ? cut_capture_get_final_url (CUT_CAPTURE (capture)) : NULL,
    cut_clip_get_canonical_url (CUT_CLIP (clip)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (is_web_address (addresses[i]))
      return g_strdup (addresses[i]);
  return NULL;
}

static gpointer
find_address_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  CutClipRequest *request = ((Clipping *) data)->request;
  g_autofree char *id = cut_id_is_valid (request->again) ? g_strdup (request->again)
                                                         : cut_store_find_prefix (store, request->again, error);
  g_autoptr (CutRecord) clip = id != NULL ? cut_store_get (store, id, error) : NULL;
  g_autoptr (CutRecord) capture = NULL;
  g_autofree char *name = NULL;

  if (clip == NULL)
    return NULL;
  name = cut_record_get_title (clip);
  if (!CUT_IS_CLIP (clip))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is no clip, so it cannot be fetched again"), name);
      return NULL;
    }
  g_free (request->again);
  request->again = g_steal_pointer (&id);
  capture = cut_store_newest_capture (store, request->again, NULL);
  if (request->url == NULL)
    request->url = address_of (clip, capture);
  if (request->url != NULL)
    return data;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” has no address on the web, so it cannot be fetched again"), name);
  return NULL;
}

/* Only that there is no page is news of the page; a server in trouble or a way that is barred is not. */
static gboolean
gather (Clipping      *self,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GError) failure = NULL;

  self->intake = cut_intake_gather (self->notebook->extractor, self->request, self->progress, cancellable, &failure);
  if (self->intake != NULL)
    return TRUE;
  if (self->request->again != NULL && g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      self->gone = g_steal_pointer (&failure);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The clip is stored by now: where its marks stand can also be found later, so nothing here fails. */

static gpointer
load_placing_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return cut_placing_load_capture (store, data, error);
}

static void
place_marks (CutNotebook   *notebook,
             CutRecord     *capture,
             GCancellable  *cancellable)
{
  g_autoptr (CutPlacing) placing = NULL;
  g_autoptr (GHashTable) standings = NULL;
  g_autoptr (GPtrArray) fresh = NULL;

  placing = cut_worker_run (notebook->reader, load_placing_job, (gpointer) cut_record_get_id (capture), cancellable, NULL);
  if (placing == NULL)
    return;
  standings = cut_placing_run (placing, cancellable, NULL);
  fresh = cut_placing_steal_fresh (placing);
  cut_notebook_keep_found (notebook, fresh);
}

static gpointer
clip_job (CutNotebook   *notebook,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Clipping *self = data;
  CutClipResult *result;

  if (cut_notebook_refuse (notebook, error))
    return NULL;
  if (self->request->again != NULL && cut_worker_run (notebook->reader, find_address_job, self, cancellable, error) == NULL)
    return NULL;
  /* Where a file came from says nothing of what is in it. */
  self->known = self->request->since > 0 && self->request->url != NULL && self->request->path == NULL && self->request->bytes == NULL &&
                cut_worker_run (notebook->reader, is_known_job, self, cancellable, NULL) != NULL;
  if (!self->known && !gather (self, cancellable, error))
    return NULL;
  result = cut_worker_run (notebook->writer, store_job, self, cancellable, error);
  if (result != NULL && result->status == CUT_CLIPPED_NEW_CAPTURE)
    place_marks (notebook, result->capture, cancellable);
  return result;
}

static GCancellable *
cancellable_of (CutProgress *progress)
{
  return progress != NULL ? cut_progress_get_cancellable (progress) : NULL;
}

CutClipResult *
cut_notebook_clip (CutNotebook           *self,
                   const CutClipRequest  *request,
                   CutProgress           *progress,
                   GError               **error)
{
  Clipping *clipping;
  CutClipResult *result;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && request != NULL, NULL);

  clipping = clipping_new (self, request, progress);
  result = cut_notebook_run_job (self, clip_job, clipping, cancellable_of (progress), error);
  clipping_free (clipping);
  cut_notebook_flush (self);
  return result;
}

void
cut_notebook_clip_async (CutNotebook           *self,
                         const CutClipRequest  *request,
                         CutProgress           *progress,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && request != NULL);

  cut_notebook_push_job (self, cut_notebook_clip_async, clip_job, clipping_new (self, request, progress),
                         clipping_free, (GDestroyNotify) cut_clip_result_free, cancellable_of (progress),
                         callback, user_data);
}

CutClipResult *
cut_notebook_clip_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

CutArticle *
cut_notebook_extract (CutExtractor  *extractor,
                      const char    *path,
                      const char    *url,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = cut_intake_read_file (path, CUT_LIMIT_BODY, cancellable, error);

  return bytes != NULL ? cut_intake_extract (extractor, bytes, NULL, url, cancellable, error) : NULL;
}

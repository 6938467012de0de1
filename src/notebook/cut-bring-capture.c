/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring-item.h"

#include "cut-capture.h"
#include "cut-error.h"
#include "cut-evidence.h"
#include "cut-report.h"
#include "cut-sha256.h"

static gboolean
put_blobs (CutBringItem            *self,
           const CutIntake *intake,
           GBytes          *warc)
{
  CutStore *store = self->all->maker.store;
  g_autofree char *body_sha256 = NULL;
  g_autofree char *warc_sha256 = NULL;

  if (!cut_store_put_blob (store, intake->body, &body_sha256, self->all->error) ||
      !cut_store_put_blob (store, warc, &warc_sha256, self->all->error))
    return FALSE;
  for (guint i = 0; i < intake->pictures->len; i++)
    {
      g_autofree char *sha256 = NULL;

      if (!cut_store_put_blob (store, ((CutKept *) g_ptr_array_index (intake->pictures, i))->bytes, &sha256, self->all->error))
        return FALSE;
    }
  return TRUE;
}

/* The program took the page when the item came into it: not now. */
static CutRecord *
make_capture (CutBringItem             *self,
              const char       *id,
              const CutIntake  *intake,
              GBytes          **warc)
{
  const CutClipRequest nothing = { 0 };
  g_autoptr (CutRecord) made = cut_evidence_make_capture (intake, &nothing, cut_record_get_id (self->clip), NULL, warc);
  gint64 at = self->item->added > 0 ? self->item->added : intake->at;
  g_autoptr (CutRecord) capture = cut_record_with (made, "id", id, "fetched-at", at, NULL);

  if (cut_capture_get_headers (CUT_CAPTURE (capture)) != NULL)
    return g_steal_pointer (&capture);
  return cut_record_with (capture, "headers", self->all->headers, NULL);
}

static gboolean
put_new_capture (CutBringItem            *self,
                 const char      *id,
                 const CutIntake *intake)
{
  g_autofree char *blocks = cut_blocks_to_json (intake->article->blocks);
  g_autoptr (GBytes) warc = NULL;
  g_autoptr (CutRecord) capture = make_capture (self, id, intake, &warc);

  cut_report_count (self->all->maker.report->added, CUT_KIND_CAPTURE, 1);
  return put_blobs (self, intake, warc) &&
         cut_store_put_text (self->all->maker.store, id, intake->article->text, blocks, intake->article->html, self->all->error) &&
         cut_commit_put (self->all->maker.commit, capture, self->all->error);
}

static gboolean
put_back (CutBringItem      *self,
          CutRecord *capture)
{
  gboolean gone = cut_record_is_deleted (capture);
  g_autoptr (CutRecord) restored = gone ? cut_record_with (capture, "deleted", (gint64) 0, NULL) : NULL;
  CutImportReport *report = self->all->maker.report;

  cut_report_count (gone ? report->added : report->same, CUT_KIND_CAPTURE, 1);
  return !gone || cut_commit_put (self->all->maker.commit, restored, self->all->error);
}

/* Whether @capture, which lay in the Trash, is what would be put now. */
static gboolean
is_same (CutBringItem            *self,
         CutRecord       *capture,
         const CutIntake *intake)
{
  g_autofree char *sha256 = cut_sha256_of_text (intake->article->text, -1);

  return g_strcmp0 (cut_capture_get_clip (CUT_CAPTURE (capture)), cut_record_get_id (self->clip)) == 0 &&
         g_strcmp0 (cut_capture_get_text_sha256 (CUT_CAPTURE (capture)), sha256) == 0;
}

/* @wanted: the id that it gets unless something else is there. Returns: (transfer full) (nullable): the id that it has */
char *
cut_bring_item_put_capture (CutBringItem            *self,
             const char      *wanted,
             const CutIntake *intake)
{
  g_autofree char *id = g_strdup (wanted);
  g_autoptr (CutRecord) present = NULL;

  if (!cut_store_look_up (self->all->maker.store, id, &present, self->all->error))
    return NULL;
  if (present != NULL && !is_same (self, present, intake))
    {
      g_autofree char *seed = g_strjoin ("\n", cut_record_get_id (self->clip), intake->article->text, NULL);

      g_clear_object (&present);
      g_free (id);
      id = cut_bring_item_derive (self, "capture", seed);
      if (!cut_store_look_up (self->all->maker.store, id, &present, self->all->error))
        return NULL;
    }
  if (present != NULL ? put_back (self, present) : put_new_capture (self, id, intake))
    return g_steal_pointer (&id);
  return NULL;
}

/* A text that notes may be about: that of the capture with @id, or of the one that stands for the clip. */
static gboolean
add_stored_page (CutBringItem       *self,
                 const char *id)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  CutBringPage *page;

  if (!cut_store_get_text (self->all->maker.store, id, &text, NULL, NULL, &failure))
    {
      g_propagate_error (self->all->error, g_steal_pointer (&failure));
      return FALSE;
    }
  page = cut_bring_page_new (id, text);
  if (page != NULL)
    g_ptr_array_add (self->pages, page);
  return TRUE;
}

/* What stands around words on a card is not what stands around them on the page. */
gboolean
cut_bring_is_card (CutRecord *capture)
{
  return g_strcmp0 (cut_capture_get_verdict (CUT_CAPTURE (capture)), "bookmark") == 0;
}

static gboolean
add_shown_page (CutBringItem *self)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) shown = cut_store_shown_capture (self->all->maker.store, cut_record_get_id (self->clip), &failure);

  if (failure != NULL && !g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      g_propagate_error (self->all->error, g_steal_pointer (&failure));
      return FALSE;
    }
  return shown == NULL || g_strcmp0 (cut_record_get_id (shown), self->home) == 0 || cut_bring_is_card (shown) ||
         add_stored_page (self, cut_record_get_id (shown));
}

gboolean
cut_bring_item_gather_pages (CutBringItem *self)
{
  if (self->home != NULL && !add_stored_page (self, self->home))
    return FALSE;
  return add_shown_page (self);
}

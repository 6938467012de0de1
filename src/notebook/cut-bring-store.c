/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring-item.h"
#include "cut-capture.h"
#include "cut-report.h"
#include "cut-sha256.h"
#include "cut-store-purge.h"

static void
item_clear (CutBringItem *self)
{
  g_clear_object (&self->clip);
  g_free (self->home);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  for (guint i = 0; self->places != NULL && i < self->item->notes->len; i++)
    cut_bring_place_clear (&self->places[i]);
  g_free (self->places);
  g_free (self->fresh);
  g_free (self->threads);
  g_free (self->wanted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CutBringItem, item_clear)



/* A note that was changed since, or another that is called the same: what came first stays. Of a web archive the capture holds
 * a page out of it. */
static void
compare_text (CutBringItem *self,
              CutCapture   *capture)
{
  const char *type = self->item->text[CUT_BROUGHT_TYPE];
  gboolean text = self->item->body != NULL && type != NULL && g_str_has_prefix (type, "text/");
  g_autofree char *sha256 = text ? cut_sha256_of_bytes (self->item->body) : NULL;

  if (sha256 != NULL && self->home != NULL && g_strcmp0 (cut_capture_get_sha256 (capture), sha256) != 0)
    self->all->n_other_texts++;
}

/* Ids follow from the file, so that what was deleted for good is known again. */
static gboolean
find_purged (CutBringItem *self,
             gboolean     *purged)
{
  g_autofree char *clip = cut_bring_item_derive (self, "clip", NULL);

  return cut_store_was_purged (self->all->maker.store, self->arriving->capture, purged, self->all->error) &&
         (*purged || cut_store_was_purged (self->all->maker.store, clip, purged, self->all->error));
}

static gboolean
find_known (CutBringItem *self)
{
  g_autoptr (CutRecord) capture = NULL;

  if (!cut_store_look_up (self->all->maker.store, self->arriving->capture, &capture, self->all->error))
    return FALSE;
  self->arriving->known = capture != NULL && !cut_record_is_deleted (capture);
  if (!self->arriving->known)
    return TRUE;
  self->home = !cut_bring_is_card (capture) ? g_strdup (self->arriving->capture) : NULL;
  cut_report_count (self->all->maker.report->same, CUT_KIND_CLIP, 1);
  cut_report_count (self->all->maker.report->same, CUT_KIND_CAPTURE, 1);
  if (!cut_store_look_up (self->all->maker.store, cut_capture_get_clip (CUT_CAPTURE (capture)), &self->clip, self->all->error))
    return FALSE;
  if (self->clip == NULL || cut_record_is_deleted (self->clip))
    {
      self->all->n_trashed++;
      return TRUE;
    }
  compare_text (self, CUT_CAPTURE (capture));
  return cut_bring_item_compare_tags (self);
}

static gboolean
put_home (CutBringItem *self)
{
  if (self->arriving->known)
    return TRUE;
  if (!cut_bring_item_put_clip (self))
    return FALSE;
  if (self->arriving->intake != NULL)
    self->home = cut_bring_item_put_capture (self, self->arriving->capture, self->arriving->intake);
  return self->arriving->intake == NULL || self->home != NULL;
}

gboolean
cut_bring_store (CutBringing *all,
                 CutArriving *arriving)
{
  g_auto (CutBringItem) self = { all, arriving, arriving->item };
  gboolean lacking;
  gboolean purged;

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_bring_page_free);
  self.places = g_new0 (CutBringPlace, arriving->item->notes->len);
  self.fresh = g_new0 (gboolean, arriving->item->notes->len);
  self.threads = g_new0 (guint, arriving->item->notes->len);
  self.wanted = g_new0 (gboolean, arriving->item->notes->len);
  if (!find_purged (&self, &purged))
    return FALSE;
  all->n_purged += purged;
  if (purged)
    return TRUE;
  if (!find_known (&self) || !put_home (&self))
    return FALSE;
  /* Somebody threw it away: nothing comes to it there. */
  if (self.clip == NULL || cut_record_is_deleted (self.clip))
    return TRUE;
  if (!cut_bring_item_find_fresh (&self) || !cut_bring_item_gather_pages (&self))
    return FALSE;
  cut_bring_item_find_threads (&self);
  lacking = cut_bring_item_find_places (&self);
  if ((lacking || (!arriving->known && arriving->intake == NULL)) && !cut_bring_item_put_card (&self))
    return FALSE;
  return cut_bring_item_put_marks (&self);
}

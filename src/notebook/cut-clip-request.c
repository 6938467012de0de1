/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-notebook.h"

CutClipRequest *
cut_clip_request_new (void)
{
  return g_new0 (CutClipRequest, 1);
}

CutClipRequest *
cut_clip_request_copy (const CutClipRequest *self)
{
  CutClipRequest *copy = cut_clip_request_new ();

  copy->url = g_strdup (self->url);
  copy->path = g_strdup (self->path);
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->content_type = g_strdup (self->content_type);
  copy->how = g_strdup (self->how);
  copy->title = g_strdup (self->title);
  copy->published = self->published != NULL ? cut_date_ref (self->published) : NULL;
  copy->story = g_strdup (self->story);
  copy->user_agent = g_strdup (self->user_agent);
  copy->without_pictures = self->without_pictures;
  copy->again = g_strdup (self->again);
  copy->since = self->since;
  return copy;
}

void
cut_clip_request_free (CutClipRequest *self)
{
  g_free (self->url);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->how);
  g_free (self->title);
  g_clear_pointer (&self->published, cut_date_unref);
  g_free (self->story);
  g_free (self->user_agent);
  g_free (self->again);
  g_free (self);
}

void
cut_clip_result_free (CutClipResult *self)
{
  g_clear_object (&self->clip);
  g_clear_object (&self->capture);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->version, cut_version_free);
  g_free (self->refusal);
  g_free (self);
}

const char *
cut_clip_status_to_word (CutClipStatus status)
{
  static const char *const words[] = {
    [CUT_CLIPPED_NEW] = "new",
    [CUT_CLIPPED_NEW_CAPTURE] = "new-capture",
    [CUT_CLIPPED_UNCHANGED] = "unchanged",
    [CUT_CLIPPED_GONE] = "gone",
  };

  g_return_val_if_fail (status < G_N_ELEMENTS (words), NULL);
  return words[status];
}

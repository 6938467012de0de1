/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-bundle.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-sha256.h"

static const char *const profile_words[] = {
  [CUT_PROFILE_COLLEAGUE] = "colleague",
  [CUT_PROFILE_PUBLIC] = "public",
  [CUT_PROFILE_FULL] = "full",
};

const char *
cut_bundle_profile_to_word (CutBundleProfile profile)
{
  return profile_words[profile];
}

gboolean
cut_bundle_profile_from_word (const char        *word,
                              CutBundleProfile  *profile,
                              GError           **error)
{
  *profile = CUT_PROFILE_COLLEAGUE;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (profile_words); i++)
    if (g_str_equal (word, profile_words[i]))
      {
        *profile = (CutBundleProfile) i;
        return TRUE;
      }
  g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE,
               _("“%.40s” is no profile; choose colleague, public or full"), word);
  return FALSE;
}

static void
text_free (gpointer data)
{
  CutBundleText *text = data;

  g_free (text->text);
  g_free (text->blocks_json);
  g_free (text->html);
  g_free (text);
}

void
cut_bundle_tombstone_free (CutBundleTombstone *self)
{
  g_free (self->object);
  g_free (self->contributor);
  g_strfreev (self->parents);
  g_free (self->write);
  g_strfreev (self->seen);
  g_free (self);
}

static void
place_free (gpointer data)
{
  CutBundlePlace *place = data;

  g_free (place->capture);
  g_free (place);
}

CutBundleContent *
cut_bundle_content_new (void)
{
  CutBundleContent *self = g_new0 (CutBundleContent, 1);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    self->records[kind] = g_ptr_array_new_with_free_func (g_object_unref);
  self->tombstones = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_bundle_tombstone_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  self->withheld = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_bundle_content_free (CutBundleContent *self)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    g_ptr_array_unref (self->records[kind]);
  g_ptr_array_unref (self->tombstones);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->withheld);
  cut_bundle_content_set_blobs (self, NULL, NULL, NULL);
  g_free (self->title);
  g_free (self->notebook_id);
  g_free (self->notebook_title);
  g_free (self->language);
  g_free (self->custody_head);
  g_free (self->in_reply_to);
  g_strfreev (self->reveal);
  g_free (self);
}

void
cut_bundle_content_add (CutBundleContent *self,
                        CutRecord        *record)
{
  g_ptr_array_add (self->records[cut_record_get_kind (record)], g_object_ref (record));
}

void
cut_bundle_content_set_text (CutBundleContent *self,
                             const char       *capture,
                             const char       *text,
                             const char       *blocks_json,
                             const char       *html)
{
  CutBundleText *entry = g_new0 (CutBundleText, 1);

  entry->text = g_strdup (text);
  entry->blocks_json = g_strdup (blocks_json);
  entry->html = g_strdup (html);
  g_hash_table_replace (self->texts, g_strdup (capture), entry);
}

void
cut_bundle_content_set_place (CutBundleContent *self,
                              const char       *annotation,
                              const char       *capture,
                              guint             start,
                              guint             end)
{
  CutBundlePlace *place = g_new0 (CutBundlePlace, 1);

  place->capture = g_strdup (capture);
  place->start = start;
  place->end = end;
  g_hash_table_insert (self->places, g_strdup (annotation), place);
}

void
cut_bundle_content_set_blobs (CutBundleContent  *self,
                              CutBundleBlobFunc  blob,
                              gpointer           data,
                              GDestroyNotify     destroy)
{
  if (self->blob_destroy != NULL)
    self->blob_destroy (self->blob_data);
  self->blob = blob;
  self->blob_data = data;
  self->blob_destroy = destroy;
}

CutRecord *
cut_bundle_content_find (CutBundleContent *self,
                         const char       *id)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      {
        CutRecord *record = g_ptr_array_index (self->records[kind], i);

        if (g_strcmp0 (cut_record_get_id (record), id) == 0)
          return record;
      }
  return NULL;
}

GBytes *
cut_bundle_content_get_blob_unchecked (CutBundleContent  *self,
                                       const char        *sha256,
                                       GError           **error)
{
  if (self->blob != NULL)
    return self->blob (sha256, self->blob_data, error);
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There are no bytes with the hash %.64s"), sha256);
  return NULL;
}

GBytes *
cut_bundle_content_get_blob (CutBundleContent  *self,
                             const char        *sha256,
                             GError           **error)
{
  g_autoptr (GBytes) bytes = cut_bundle_content_get_blob_unchecked (self, sha256, error);
  g_autofree char *actual = NULL;

  if (bytes == NULL)
    return NULL;
  actual = cut_sha256_of_bytes (bytes);
  if (!g_str_equal (actual, sha256))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The bytes with the hash %.64s have changed"), sha256);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

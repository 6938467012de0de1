/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-article.h"

static void
free_review (CutReview *self)
{
  g_free (self->claim);
  g_free (self->claimant);
  g_free (self->verdict);
  g_free (self->reviewer);
  g_free (self->url);
  g_clear_pointer (&self->reviewed, cut_date_unref);
  g_free (self);
}

CutPart *
cut_part_new (const char *url,
              const char *content_type,
              GBytes     *bytes)
{
  CutPart *self = g_new0 (CutPart, 1);

  self->url = g_strdup (url);
  self->content_type = g_strdup (content_type);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

static void
free_part (CutPart *self)
{
  g_free (self->url);
  g_free (self->content_type);
  g_bytes_unref (self->bytes);
  g_free (self);
}

CutSnapshot *
cut_snapshot_new (const char *url)
{
  CutSnapshot *self = g_new0 (CutSnapshot, 1);

  self->url = g_strdup (url);
  return self;
}

void
cut_snapshot_free (CutSnapshot *self)
{
  g_free (self->url);
  g_strfreev (self->headers);
  g_free (self);
}

CutArticle *
cut_article_new (void)
{
  CutArticle *self = g_new0 (CutArticle, 1);

  self->origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->blocks = cut_blocks_new ();
  self->images = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) free_review);
  self->about = cut_topics_new ();
  self->text = g_strdup ("");
  return self;
}

void
cut_article_free (CutArticle *self)
{
  g_free (self->title);
  g_free (self->standfirst);
  g_strfreev (self->authors);
  g_free (self->byline);
  g_free (self->publisher);
  g_free (self->site_name);
  g_clear_pointer (&self->published, cut_date_unref);
  g_clear_pointer (&self->updated, cut_date_unref);
  g_free (self->language);
  g_free (self->dir);
  g_free (self->canonical_url);
  g_free (self->excerpt);
  g_free (self->image);
  g_free (self->image_caption);
  g_free (self->image_credit);
  g_free (self->kind);
  g_free (self->wire_credit);
  g_free (self->licence);
  g_free (self->next_url);
  g_ptr_array_unref (self->reviews);
  g_strfreev (self->keywords);
  g_ptr_array_unref (self->about);
  g_free (self->charset);
  g_hash_table_unref (self->origins);
  g_free (self->text);
  g_ptr_array_unref (self->blocks);
  g_free (self->html);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->snapshot, cut_snapshot_free);
  g_free (self->warning);
  g_free (self->verdict);
  g_free (self);
}

void
cut_article_set_origin (CutArticle *self,
                        const char *field,
                        const char *origin)
{
  g_hash_table_replace (self->origins, g_strdup (field), g_strdup (origin));
}

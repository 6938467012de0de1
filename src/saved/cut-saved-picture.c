/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-saved-picture.h"

#include <string.h>

#include "cut-limits.h"

char *
cut_saved_without_fragment (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

gboolean
cut_saved_is_web (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "http://", 7) == 0 || g_ascii_strncasecmp (url, "https://", 8) == 0);
}

static void
add_picture (CutArticle     *article,
             const char     *url,
             CutPictureFunc  find,
             gpointer        user_data,
             gsize          *total)
{
  g_autofree char *address = cut_saved_without_fragment (url);
  g_autofree char *content_type = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < article->parts->len; i++)
    if (g_str_equal (((CutPart *) g_ptr_array_index (article->parts, i))->url, url))
      return;
  bytes = find (address, &content_type, user_data);
  if (bytes == NULL || g_bytes_get_size (bytes) > CUT_LIMIT_IMAGE_BYTES || g_bytes_get_size (bytes) + *total > CUT_LIMIT_IMAGES_BYTES)
    return;
  *total += g_bytes_get_size (bytes);
  g_ptr_array_add (article->parts, cut_part_new (url, content_type, bytes));
}

void
cut_saved_add_pictures (CutArticle     *article,
                        CutPictureFunc  find,
                        gpointer        user_data)
{
  gsize total = 0;

  for (guint i = 0; i < MIN (article->images->len, CUT_LIMIT_IMAGES); i++)
    add_picture (article, g_ptr_array_index (article->images, i), find, user_data, &total);
  if (article->image != NULL)
    add_picture (article, article->image, find, user_data, &total);
}

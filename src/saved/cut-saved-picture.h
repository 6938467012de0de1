/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * CutPictureFunc:
 * @url: as the article has it, without its fragment
 * @content_type: (out) (transfer full) (nullable)
 *
 * Returns: (transfer full) (nullable): the bytes that the file has for @url
 */
typedef GBytes *(*CutPictureFunc) (const char *url, char **content_type, gpointer user_data);

/**
 * cut_saved_add_pictures:
 *
 * Adds to the parts of @article those of its pictures that @find finds, within the limits on pictures.
 */
void cut_saved_add_pictures (CutArticle *article, CutPictureFunc find, gpointer user_data);

/** cut_saved_without_fragment: Returns: (transfer full) */
char *cut_saved_without_fragment (const char *url);

/** cut_saved_is_web: whether @url is one that can be on the web: http or https */
gboolean cut_saved_is_web (const char *url);

G_END_DECLS

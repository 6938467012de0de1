/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_article_to_variant:
 *
 * Returns: (transfer floating): all of @article as `a{sv}`
 */
GVariant *cut_article_to_variant (const CutArticle *article);

/**
 * cut_article_from_variant:
 * @variant: `a{sv}` in normal form, but not trusted otherwise
 * @error: %CUT_ERROR_CORRUPT when its parts do not make an article
 *
 * Returns: (transfer full) (nullable): the article
 */
CutArticle *cut_article_from_variant (GVariant *variant, GError **error);

G_END_DECLS

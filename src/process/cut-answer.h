/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_answer_write_found:
 * @found: (nullable): `a{sv}`; sunk when floating
 * @failure: (nullable): of %CUT_ERROR, where nothing was found
 *
 * Returns: (transfer full): what a worker sends
 */
GBytes *cut_answer_write_found (GVariant *found, const GError *failure);

/**
 * cut_answer_read_found:
 * @bytes: from a worker: not trusted
 *
 * Returns: (transfer full) (nullable): `a{sv}` in normal form, or %NULL with the failure that the worker told of
 */
GVariant *cut_answer_read_found (GBytes *bytes, GError **error);

/**
 * cut_answer_write:
 * @article: (nullable)
 * @failure: (nullable): of %CUT_ERROR, where there is no article
 *
 * Returns: (transfer full): what a worker sends
 */
GBytes *cut_answer_write (const CutArticle *article, const GError *failure);

/**
 * cut_answer_read:
 * @bytes: from a worker: not trusted
 *
 * Returns: (transfer full) (nullable): the article, or %NULL with the failure that the worker told of
 */
CutArticle *cut_answer_read (GBytes *bytes, GError **error);

G_END_DECLS

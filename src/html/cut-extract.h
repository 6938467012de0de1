/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cut_extract_html:
 * @bytes: a page, or a piece of one as a clipboard carries it
 * @content_type: (nullable): the HTTP header's value
 * @url: (nullable): the page's address; relative addresses resolve against it
 * @cancellable: (nullable)
 * @error: %CUT_ERROR_TOO_LARGE, %CUT_ERROR_INPUT when there is no text in it, or cancelled
 *
 * Extracts the article: its text with a block table, sanitised HTML and metadata with the
 * origin of each field. Of a piece of a page all text is kept; of a page the article, with
 * furniture inside it marked as such. Blocking; safe in any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
CutArticle *cut_extract_html (GBytes *bytes,
                              const char *content_type,
                              const char *url,
                              GCancellable *cancellable,
                              GError **error);

/** cut_extract_looks_like_html: Returns: whether @bytes begin as HTML does, rather than as plain
 * text */
gboolean cut_extract_looks_like_html (GBytes *bytes);

/**
 * cut_sanitise_fragment:
 * @html: UTF-8, untrusted
 * @base: (nullable): what relative addresses resolve against
 *
 * Returns: (transfer full) (nullable): the same content from a closed list of elements and
 *   attributes, without scripts, styles, forms and event handlers
 */
char *cut_sanitise_fragment (const char *html,
                             const char *base,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pages that were saved as one file with what belongs to them. */

/**
 * cut_extract_saved:
 * @bytes: MHTML (RFC 2557) or WARC (ISO 28500), told apart by the look
 * @url: (nullable): the address of the page wanted. Of a WARC the page with that address is read, else the first; of MHTML
 *   it is the page's address where the file names none
 * @error: as of cut_extract_html(); %CUT_ERROR_UNSUPPORTED when there is no page in the file, %CUT_ERROR_NOT_FOUND when
 *   there is none with that address
 *
 * Extracts the page in the file. The article's parts are those of its pictures that the file has, its snapshot is what the
 * file says of how the page was taken, and the origin of its canonical address is as in the page. Blocking; safe in any
 * thread, but meant for a process that can be killed.
 *
 * Returns: (transfer full) (nullable): the article
 */
CutArticle *cut_extract_saved (GBytes *bytes, const char *url, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CUT_READER_PAGE: the reader of web pages and of files that carry one */
#define CUT_READER_PAGE "cuttings-read-page"
/** CUT_READER_ARCHIVE: the reader of saved pages with their pictures: MHTML and WARC */
#define CUT_READER_ARCHIVE "cuttings-read-archive"
/** CUT_READER_IMPORT: the reader of files that other programs exported; asked with cut_extractor_ask() */
#define CUT_READER_IMPORT "cuttings-read-import"
/** CUT_READER_PDF: the reader of PDFs */
#define CUT_READER_PDF "cuttings-read-pdf"

#define CUT_TYPE_EXTRACTOR (cut_extractor_get_type ())
G_DECLARE_FINAL_TYPE (CutExtractor, cut_extractor, CUT, EXTRACTOR, GObject)

/**
 * cut_extractor_new:
 *
 * Whatever comes from outside is read in processes of its own: a page that takes all memory, never ends or breaks the
 * parser takes such a process with it, and the program says so and goes on. The processes are started when they are
 * needed, at most as many at a time as there are processors but one, used again, and end with this object. Any thread.
 *
 * The readers lie in the folder that the environment names in `CUTTINGS_LIBEXECDIR`, else beside the program (in a build
 * folder), else where they are installed.
 */
CutExtractor *cut_extractor_new (void);

/** cut_extractor_set_limits: for processes started from now on: @seconds of processor time, @memory in bytes */
void cut_extractor_set_limits (CutExtractor *self, guint seconds, gsize memory);

/**
 * cut_extractor_ask:
 * @reader, @error: as of cut_extractor_extract()
 * @content_type, @url: (nullable): two words that the reader understands
 *
 * Blocking. Returns: (transfer full) (nullable): what the reader found, `a{sv}` in normal form, not trusted otherwise
 */
GVariant *cut_extractor_ask (CutExtractor *self, const char *reader, GBytes *bytes, const char *content_type, const char *url,
                             GCancellable *cancellable, GError **error);

/**
 * cut_extractor_extract:
 * @reader: %CUT_READER_PAGE, or another program's file name
 * @content_type: (nullable): as the server or clipboard said
 * @url: (nullable): what relative addresses resolve against
 * @error: what the reader says; %CUT_ERROR_TIMEOUT when it takes too long, %CUT_ERROR_TOO_LARGE when it takes too much or
 *   breaks down, or cancelled
 *
 * Blocking. Returns: (transfer full) (nullable): the article
 */
CutArticle *cut_extractor_extract (CutExtractor *self, const char *reader, GBytes *bytes, const char *content_type,
                                   const char *url, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-extractor.h"
#include "cut-fetched.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * CutKept:
 *
 * A picture of the article, or one of its further pages, as it is kept.
 */
typedef struct
{
  char *url; /* as the block table has it */
  GBytes *bytes;
  char *content_type;
  char *sha256;
  unsigned width;  /* pixels, 0 where the header does not tell */
  unsigned height;
} CutKept;

/**
 * CutIntake:
 * @extractor: (owned): what reads @body
 * @how: a word of the vocabulary: `fetcher`, `browser`, `file`, `paste`, `import`
 * @url: (nullable): the address asked for
 * @final_url: (nullable): the address the bytes came from in the end
 * @content_type: (nullable)
 * @body: the bytes the article was read from, decoded from their transfer coding
 * @fetched: (nullable): how they came over the network
 * @at: ms since 1970 UTC when they were there
 * @article: what was found in them
 * @pictures: (element-type CutKept): and further pages
 * @warning: (nullable): for the capture: what is wrong with the article
 * @warnings: (element-type utf8): a sentence each for the person clipping, @warning among them
 *
 * What a clip is made of, gathered before the notebook is touched. Private to src/notebook; one thread at a time.
 */
typedef struct
{
  CutExtractor *extractor;
  const char *how;
  char *url;
  char *final_url;
  char *content_type;
  GBytes *body;
  CutFetched *fetched;
  gint64 at;
  CutArticle *article;
  GPtrArray *pictures;
  char *warning;
  GPtrArray *warnings;
} CutIntake;

/**
 * cut_intake_gather:
 * @progress: (nullable)
 *
 * Fetches, reads or takes the bytes that @request names, reads the article in them, and its pictures: those of
 * a fetched page from the network, those of a file from beside it. Blocking; not for the writer's thread.
 *
 * Returns: (transfer full) (nullable): %NULL with an error when there is nothing to keep
 */
CutIntake *cut_intake_gather (CutExtractor *extractor, const CutClipRequest *request, CutProgress *progress, GCancellable *cancellable,
                              GError **error);
/** cut_intake_new_imported: what another program knows of a page without having it. @url: (nullable); @article: (transfer full). Returns: (transfer full) */
CutIntake *cut_intake_new_imported (CutExtractor *extractor, const char *url, CutArticle *article);
void cut_intake_free (CutIntake *self);

/** cut_intake_read_file: a file, pipe or device. @limit: bytes. Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_TOO_LARGE where there is more */
GBytes *cut_intake_read_file (const char *path, guint limit, GCancellable *cancellable, GError **error);

/**
 * cut_intake_extract:
 * @content_type: (nullable): as the server or clipboard said
 * @url: (nullable): what relative addresses resolve against
 *
 * A page, PDF, saved page (MHTML, WARC) or plain text, by the type or the look, read in a process of its own.
 * %CUT_ERROR_UNSUPPORTED for what is none of them, %CUT_ERROR_INPUT when there are no words in it. A PDF whose pages are
 * pictures is an article without words.
 */
CutArticle *cut_intake_extract (CutExtractor *extractor, GBytes *bytes, const char *content_type, const char *url, GCancellable *cancellable, GError **error);

/** cut_kept_new: @bytes: a picture of a kind that is kept. Returns: (transfer full) (nullable): %NULL when they are none */
CutKept *cut_kept_new (const char *url, GBytes *bytes);
/** cut_kept_new_page: @content_type: (nullable): as the server said. Returns: (transfer full) */
CutKept *cut_kept_new_page (const char *url, const char *content_type, GBytes *bytes);
void cut_kept_free (CutKept *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutIntake, cut_intake_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutKept, cut_kept_free)

G_END_DECLS

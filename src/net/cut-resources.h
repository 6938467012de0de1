/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetcher.h"

G_BEGIN_DECLS

/**
 * CutResource:
 * @url: the address asked for, as given
 * @bytes: (nullable): the picture's bytes; %NULL when it failed
 * @content_type: (nullable): by its first bytes: `image/png`, `image/jpeg`, `image/gif`, `image/webp` or `image/avif`
 * @sha256: (nullable): of @bytes, hex
 * @width: pixels as the header promises, 0 where it does not tell; nothing was decoded
 * @height: likewise
 * @fetched: (nullable): the fetch, for the evidence
 * @error: (nullable): why it failed; a %CUT_ERROR
 *
 * One picture of a page. Immutable; safe to share between threads.
 */
typedef struct
{
  char *url;
  GBytes *bytes;
  const char *content_type;
  char *sha256;
  unsigned width;
  unsigned height;
  CutFetched *fetched;
  GError *error;
} CutResource;

/**
 * CutResourcesProgress:
 *
 * Called in the thread of the call, once for each picture that is done, well or not.
 */
typedef void (*CutResourcesProgress) (unsigned done, unsigned total, gpointer user_data);

/**
 * cut_fetch_session_fetch_pictures:
 * @urls: (array zero-terminated=1): absolute addresses, in the order of the page
 * @progress: (nullable) (scope call)
 *
 * Fetches pictures four at a time and waits for them; as cut_fetch_session_fetch(), never in the
 * main thread. Private addresses are refused but for a server that the reporter typed and this
 * session fetched from. An address given twice is fetched once. The limits of the session hold:
 * number, size of each, size of all; and all together may take as long as one page. A picture
 * that fails carries its error and harms no other.
 *
 * Returns: (transfer full) (nullable) (element-type CutResource): one for each of @urls, in their
 *   order; %NULL only with %G_IO_ERROR_CANCELLED
 */
GPtrArray *cut_fetch_session_fetch_pictures (CutFetchSession *self, const char *const *urls,
                                             CutResourcesProgress progress, gpointer progress_data,
                                             GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetched.h"

G_BEGIN_DECLS

/**
 * CutFetchFlags:
 * @CUT_FETCH_ALLOW_PRIVATE: the reporter typed this address herself and means it, also when it is
 *   on her own network. Holds for the server it leads to (address and port) for the rest of the
 *   clip, and for no other.
 * @CUT_FETCH_KEEP_INCOMPLETE: a body that broke off is returned, marked, instead of an error
 * @CUT_FETCH_KEEP_REFUSALS: the page that comes with a status from 400 on is returned, marked, instead of an error
 */
typedef enum
{
  CUT_FETCH_DEFAULT = 0,
  CUT_FETCH_ALLOW_PRIVATE = 1 << 0,
  CUT_FETCH_KEEP_INCOMPLETE = 1 << 1,
  CUT_FETCH_KEEP_REFUSALS = 1 << 2,
} CutFetchFlags;

/**
 * CutFetchLimits:
 * @idle_ms: longest silence of a server
 * @total_ms: longest time for one address, redirects and all
 * @body_bytes: largest page, as transferred and as unpacked
 * @redirects: most redirects followed
 * @pictures: most pictures fetched for one clip
 * @picture_bytes: largest picture
 * @pictures_bytes: all pictures of one clip
 */
typedef struct
{
  unsigned idle_ms;
  unsigned total_ms;
  gsize body_bytes;
  unsigned redirects;
  unsigned pictures;
  gsize picture_bytes;
  gsize pictures_bytes;
} CutFetchLimits;

/** cut_fetch_limits_init: sets the values of cut-limits.h */
void cut_fetch_limits_init (CutFetchLimits *limits);

/**
 * CutFetchProgress:
 * @bytes: bytes of the body received so far
 *
 * Blocking calls make it in the calling thread; asynchronous ones in the main context they were
 * started from, with several reports folded into one.
 */
typedef void (*CutFetchProgress) (guint64 bytes, gpointer user_data);

/**
 * CutFetcher:
 *
 * Fetches web pages. Holds settings only; nothing is kept between two clips: no cookies, no cache,
 * no connection. Set it up in one thread, then fetch from any, also at the same time.
 *
 * Only http and https; only public addresses unless typed; the address really connected to is
 * judged at every hop, so that a name which changes its meaning in between gains nothing. Where
 * the system has a proxy, the proxy connects, and only addresses written as such can be judged.
 */
#define CUT_TYPE_FETCHER (cut_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (CutFetcher, cut_fetcher, CUT, FETCHER, GObject)

/**
 * CutFetchSession:
 *
 * One clip: its page, then its pictures, which share cookies as they would in a browser. Drop it
 * when the clip is done and the cookies are gone. One call at a time; calls may come from
 * different threads.
 */
#define CUT_TYPE_FETCH_SESSION (cut_fetch_session_get_type ())
G_DECLARE_FINAL_TYPE (CutFetchSession, cut_fetch_session, CUT, FETCH_SESSION, GObject)

CutFetcher *cut_fetcher_new (void);

/** cut_fetcher_set_user_agent: @user_agent: (nullable): %NULL for `Cuttings/VERSION (+https://cuttings.app)` */
void cut_fetcher_set_user_agent (CutFetcher *self, const char *user_agent);
const char *cut_fetcher_get_user_agent (CutFetcher *self);

void cut_fetcher_set_limits (CutFetcher *self, const CutFetchLimits *limits);
void cut_fetcher_get_limits (CutFetcher *self, CutFetchLimits *limits);

/** cut_fetcher_set_tls_database: @database: (nullable): whom to trust; %NULL for the system's choice */
void cut_fetcher_set_tls_database (CutFetcher *self, GTlsDatabase *database);

/**
 * cut_fetcher_count_as_public:
 * @host_port: `127.0.0.1:8080`
 *
 * For tests alone, so that the rules for public servers can be tried on this computer. Nothing in
 * the program calls it and no setting or environment variable reaches it.
 */
void cut_fetcher_count_as_public (CutFetcher *self, const char *host_port);

/** cut_fetcher_begin_clip: Returns: (transfer full): with the settings as they are now and no cookies */
CutFetchSession *cut_fetcher_begin_clip (CutFetcher *self);

/**
 * cut_fetch_session_fetch:
 * @url: any form cut_address_normalise() takes
 * @progress: (nullable) (scope call)
 * @error: return location; a %CUT_ERROR whose sentence names the server, or %G_IO_ERROR_CANCELLED
 *
 * Fetches one page with GET and waits for it; returns at once when cancelled. Never call it in
 * the main thread. An answer other than success is an error: %CUT_ERROR_NOT_FOUND for a page or
 * server that is not there, %CUT_ERROR_REFUSED for an address not to be talked to (no byte was
 * sent to it), %CUT_ERROR_TOO_LARGE, %CUT_ERROR_TIMEOUT, %CUT_ERROR_UNSUPPORTED for a coding not
 * asked for, %CUT_ERROR_INPUT for what is no address, else %CUT_ERROR_NETWORK.
 *
 * Returns: (transfer full) (nullable)
 */
CutFetched *cut_fetch_session_fetch (CutFetchSession *self, const char *url, CutFetchFlags flags,
                                     CutFetchProgress progress, gpointer progress_data,
                                     GCancellable *cancellable, GError **error);

/** cut_fetcher_fetch: a clip of its own with one page and no pictures; see cut_fetch_session_fetch() */
CutFetched *cut_fetcher_fetch (CutFetcher *self, const char *url, CutFetchFlags flags,
                               CutFetchProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GError **error);

/** cut_fetch_session_fetch_async: the same in a worker thread; @progress_data must last until the callback */
void cut_fetch_session_fetch_async (CutFetchSession *self, const char *url, CutFetchFlags flags,
                                    CutFetchProgress progress, gpointer progress_data,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutFetched *cut_fetch_session_fetch_finish (CutFetchSession *self, GAsyncResult *result, GError **error);

void cut_fetcher_fetch_async (CutFetcher *self, const char *url, CutFetchFlags flags,
                              CutFetchProgress progress, gpointer progress_data,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutFetched *cut_fetcher_fetch_finish (CutFetcher *self, GAsyncResult *result, GError **error);

G_END_DECLS

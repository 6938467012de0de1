/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetcher.h"

G_BEGIN_DECLS

/* Private to src/net: one GET with its redirects, in the thread-default main context. */

/* What a session carries from call to call. */
struct _CutFetchSession
{
  GObject parent_instance;

  char *user_agent;
  CutFetchLimits limits;
  GTlsDatabase *tls_database; /* (nullable) */
  GPtrArray *public_servers;  /* (element-type utf8): "host:port", tests only */
  GObject *cookies;           /* the jar */
  GHashTable *approved;       /* "ip:port" of private servers the reporter typed */
};

/* Transfers that one transport runs side by side, also to one server. */
#define CUT_TRANSPORT_AT_ONCE 4

typedef struct _CutTransport CutTransport;

/** cut_transport_new: connections for one call, in one thread; @session must outlive it */
CutTransport *cut_transport_new (CutFetchSession *session);
void cut_transport_free (CutTransport *self);

/** cut_transport_new_cookies: Returns: (transfer full): an empty jar */
GObject *cut_transport_new_cookies (void);

typedef struct
{
  const char *accept; /* static */
  CutFetchFlags flags;
  gsize max_bytes;
  CutFetchProgress progress; /* (nullable) */
  gpointer progress_data;
} CutTransferOptions;

void cut_transfer_async (CutTransport *transport, const char *url, const CutTransferOptions *options,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutFetched *cut_transfer_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTransport, cut_transport_free)

G_END_DECLS

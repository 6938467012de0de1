/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CutHeader: one header line, valid UTF-8 */
typedef struct
{
  char *name;
  char *value;
} CutHeader;

/** CutHop: one answer that sent us on to another address */
typedef struct
{
  char *url;
  unsigned status;
  char *reason;
  char *http_version;
  char *remote_address;        /* (nullable) */
  GPtrArray *request_headers;  /* (element-type CutHeader): without secrets */
  GPtrArray *headers;          /* (element-type CutHeader): as received */
  gint64 at;                   /* ms since 1970 UTC: when the answer's headers were there */
} CutHop;

#define CUT_TYPE_FETCHED (cut_fetched_get_type ())

/**
 * CutFetched:
 * @url: the address asked for, normalised
 * @hops: (element-type CutHop): redirects followed, in order; empty for none
 * @final_url: the address the body came from
 * @http_version: `1.0`, `1.1` or `2`
 * @request_headers: (element-type CutHeader): what was sent last, without cookies
 * @headers: (element-type CutHeader): what came; may hold `Set-Cookie`. libsoup hands out the
 *   headers it knows first, then the others; within each the order is that of the wire.
 * @raw: the body as transferred: content coding (gzip) kept, chunk framing removed
 * @body: the body decoded; the same object as @raw when it had no coding
 * @content_encoding: (nullable): `gzip` and the like
 * @content_type: (nullable): the header's value, parameters and all
 * @started: ms since 1970 UTC by this computer's clock
 * @ended: likewise, when the last byte was there
 * @server_date: ms since 1970 UTC by the server's `Date` header, 0 for none
 * @remote_address: (nullable): IP address the body came from (a proxy's where one is set)
 * @tls_version: (nullable): such as `TLS 1.3`; %NULL without TLS
 * @tls_cipher: (nullable)
 * @certificate_pem: (nullable): the server's certificate chain, its own first
 * @certificate_sha256: (nullable): of the server's own certificate in DER, hex
 * @incomplete: the body is not whole (%CUT_FETCH_KEEP_INCOMPLETE only)
 * @incomplete_reason: (nullable): a sentence saying so
 * @refusal: (nullable): what the status says, a sentence, where the body is not the page asked for (%CUT_FETCH_KEEP_REFUSALS only)
 *
 * What one fetch brought. Immutable once returned, reference-counted, safe to
 * share between threads.
 */
typedef struct
{
  char *url;
  GPtrArray *hops;
  char *final_url;
  unsigned status;
  char *reason;
  char *http_version;
  GPtrArray *request_headers;
  GPtrArray *headers;
  GBytes *raw;
  GBytes *body;
  char *content_encoding;
  char *content_type;
  gint64 started;
  gint64 ended;
  gint64 server_date;
  char *remote_address;
  char *tls_version;
  char *tls_cipher;
  char *certificate_pem;
  char *certificate_sha256;
  gboolean incomplete;
  char *incomplete_reason;
  char *refusal;
} CutFetched;

GType cut_fetched_get_type (void);

/** cut_fetched_new: Returns: (transfer full): with empty lists and bodies, to be filled by its maker */
CutFetched *cut_fetched_new (void);
CutFetched *cut_fetched_ref (CutFetched *self);
void cut_fetched_unref (CutFetched *self);

/** cut_fetched_get_header: Returns: (nullable) (transfer none): the first of that name in any case */
const char *cut_fetched_get_header (const CutFetched *self, const char *name);

/** cut_headers_new: Returns: (transfer full) (element-type CutHeader) */
GPtrArray *cut_headers_new (void);
/** cut_headers_add: bytes of @value that are no UTF-8 are read as ISO 8859-1, as HTTP has it */
void cut_headers_add (GPtrArray *headers, const char *name, const char *value);
const char *cut_headers_get (const GPtrArray *headers, const char *name);

/** cut_header_is_secret: whether @name is one that never leaves: cookies and credentials */
gboolean cut_header_is_secret (const char *name);

/** cut_headers_to_json: Returns: (transfer full): `[["Name","value"],…]`, without secrets; canonical JSON for a capture */
char *cut_headers_to_json (const GPtrArray *headers);
/** cut_hops_to_json: Returns: (transfer full): `[{"at":…,"headers":…,"status":302,"url":…},…]`, likewise */
char *cut_hops_to_json (const GPtrArray *hops);

CutHop *cut_hop_new (void);
void cut_hop_free (CutHop *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutFetched, cut_fetched_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutHop, cut_hop_free)

G_END_DECLS

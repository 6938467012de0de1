/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-transfer.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "cut-address.h"
#include "cut-date.h"
#include "cut-decode.h"
#include "cut-error.h"
#include "cut-network-error.h"
#include "cut-sha256.h"

/* One transfer walks: hop → answer → (redirect → hop)* → body → decoded. Whatever stops it
 * (a limit, a refusal, the user) sets `failure` once and cancels the operation under way; the
 * operation's callback then ends the task. So there is one way out and nothing is left running. */

#define STEP (64 * 1024)
#define SAME_ADDRESS_VISITS 3 /* once more than a site needs that sets a cookie and sends us back */

struct _CutTransport
{
  CutFetchSession *session; /* (borrowed) */
  SoupSession *soup;
};

typedef struct
{
  CutTransport *transport; /* (borrowed) */
  CutTransferOptions options;
  CutFetched *fetched;
  GHashTable *visits; /* address → times asked */
  char *url;          /* of this hop */
  char *host;         /* of this hop, for messages */
  SoupMessage *message;
  GInputStream *stream; /* closes the answer when let go of */
  GInputStream *reader; /* what the body is read from: @stream or a part of it */
  CutChunks *chunks; /* (nullable): the body comes in chunks that we read ourselves */
  GByteArray *raw;
  char *connected; /* (nullable): "ip:port" of this hop */
  GCancellable *inner;
  GSource *cancel_source; /* (nullable) */
  GSource *idle;
  GSource *deadline;
  GError *failure;
  GError *refusal; /* (nullable): what the status says; the body is read all the same */
} Transfer;

static void start_hop (GTask *task);

/* --- Life ------------------------------------------------------------------------------- */

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Must happen while the transport's context is the thread's. */
static void
clear_message (Transfer *self)
{
  g_clear_object (&self->reader);
  g_clear_object (&self->stream);
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
  g_clear_pointer (&self->chunks, cut_chunks_free);
  g_clear_pointer (&self->connected, g_free);
}

static void
finish_up (Transfer *self)
{
  clear_source (&self->cancel_source);
  clear_source (&self->idle);
  clear_source (&self->deadline);
  clear_message (self);
}

static void
transfer_free (gpointer data)
{
  Transfer *self = data;

  g_clear_pointer (&self->fetched, cut_fetched_unref);
  g_hash_table_unref (self->visits);
  g_byte_array_unref (self->raw);
  g_object_unref (self->inner);
  g_clear_error (&self->failure);
  g_clear_error (&self->refusal);
  g_free (self->url);
  g_free (self->host);
  g_free (self);
}

/* Takes @error; the first reason wins. */
static void
stop (Transfer *self, GError *error)
{
  if (self->failure == NULL)
    self->failure = error;
  else
    g_error_free (error);
  g_cancellable_cancel (self->inner);
}

/* Ends the task with the reason it was stopped for or, without one, with @cause. */
static void
end_with_error (GTask *task, GError *cause)
{
  Transfer *self = g_task_get_task_data (task);
  GTlsCertificateFlags tls_errors = 0;
  GError *error;

  if (self->message != NULL)
    tls_errors = soup_message_get_tls_peer_certificate_errors (self->message);
  /* What the server said matters more than how its answer ended. */
  if (self->failure == NULL && self->refusal != NULL && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->failure = g_steal_pointer (&self->refusal);
  error = self->failure != NULL ? g_steal_pointer (&self->failure)
                                : cut_network_error_new (self->host, cause, tls_errors);
  g_clear_error (&cause);
  finish_up (self);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* --- What stops a transfer ---------------------------------------------------------------- */

static gboolean
idle_cb (gpointer data)
{
  Transfer *self = data;

  stop (self, g_error_new (CUT_ERROR, CUT_ERROR_TIMEOUT, _("%s has been silent for too long. Try again later."), self->host));
  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer data)
{
  Transfer *self = data;

  stop (self, g_error_new (CUT_ERROR, CUT_ERROR_TIMEOUT, _("%s takes too long to send the page. Try again later."), self->host));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  stop (data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped.")));
  return G_SOURCE_REMOVE;
}

static GSource *
add_timer (unsigned ms, GSourceFunc callback, Transfer *self)
{
  GSource *source = g_timeout_source_new (ms);

  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
heard (Transfer *self)
{
  g_source_set_ready_time (self->idle, g_get_monotonic_time () + self->transport->session->limits.idle_ms * G_GINT64_CONSTANT (1000));
}

static void
watch (Transfer *self, GCancellable *cancellable)
{
  const CutFetchLimits *limits = &self->transport->session->limits;

  self->idle = add_timer (limits->idle_ms, idle_cb, self);
  self->deadline = add_timer (limits->total_ms, deadline_cb, self);
  if (cancellable == NULL)
    return;
  self->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_attach (self->cancel_source, g_main_context_get_thread_default ());
}

/* --- Whom we talk to ---------------------------------------------------------------------- */

static gboolean
is_first_hop (Transfer *self)
{
  return self->fetched->hops->len == 0;
}

static gboolean
is_typed_private (Transfer *self)
{
  return is_first_hop (self) && (self->options.flags & CUT_FETCH_ALLOW_PRIVATE) != 0;
}

static gboolean
counts_as_public (CutFetchSession *session, const char *host_port)
{
  return g_ptr_array_find_with_equal_func (session->public_servers, host_port, g_str_equal, NULL);
}

static GError *
refusal (Transfer *self, const char *address)
{
  if (is_first_hop (self))
    return g_error_new (CUT_ERROR, CUT_ERROR_REFUSED,
                        _("%s is inside your own network or this computer (%s), so it was not asked."), self->host, address);
  return g_error_new (CUT_ERROR, CUT_ERROR_REFUSED,
                      _("The page sends us on to %s, which is inside your own network or this computer (%s). It was not asked."),
                      self->host, address);
}

/* Addresses that say by themselves that they are private: refused before anything is opened.
 * Those approved before are let through to the check of the connection. */
static gboolean
check_written_address (Transfer *self, GError **error)
{
  CutFetchSession *session = self->transport->session;
  g_autofree char *host_port = cut_address_get_host_port (self->url);

  if (!cut_address_names_private_host (self->url) || is_typed_private (self)
      || counts_as_public (session, host_port) || g_hash_table_size (session->approved) > 0)
    return TRUE;
  g_propagate_error (error, refusal (self, self->host));
  return FALSE;
}

static char *
print_address (GInetSocketAddress *address)
{
  g_autofree char *ip = g_inet_address_to_string (g_inet_socket_address_get_address (address));

  return g_strdup_printf ("%s:%u", ip, g_inet_socket_address_get_port (address));
}

static gboolean
may_connect (Transfer *self, GInetSocketAddress *address)
{
  CutFetchSession *session = self->transport->session;
  g_autofree char *host_port = print_address (address);

  if (cut_address_get_reach (g_inet_socket_address_get_address (address)) == CUT_REACH_PUBLIC
      || counts_as_public (session, host_port) || g_hash_table_contains (session->approved, host_port))
    return TRUE;
  /* No newsroom's server is there, but what machines tell only themselves: never, typed or not. */
  if (g_inet_address_get_is_link_local (g_inet_socket_address_get_address (address)) || !is_typed_private (self))
    return FALSE;
  g_hash_table_add (session->approved, g_steal_pointer (&host_port));
  return TRUE;
}

/* The one moment at which the real address is known and nothing was sent. Closing the socket
 * makes the connection attempt fail before its first packet. */
static void
check_connection (Transfer *self, GSocketConnection *connection)
{
  g_autoptr (GSocketAddress) address = g_socket_connection_get_remote_address (connection, NULL);
  g_autofree char *ip = NULL;

  if (G_IS_PROXY_ADDRESS (address))
    return; /* the system's proxy; it looks names up, not we */
  if (G_IS_INET_SOCKET_ADDRESS (address) && may_connect (self, G_INET_SOCKET_ADDRESS (address)))
    return;
  if (G_IS_INET_SOCKET_ADDRESS (address))
    ip = g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
  g_socket_close (g_socket_connection_get_socket (connection), NULL);
  stop (self, refusal (self, ip != NULL ? ip : "?"));
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, gpointer data)
{
  Transfer *self = data;

  heard (self);
  if (event == G_SOCKET_CLIENT_CONNECTING && G_IS_SOCKET_CONNECTION (connection))
    check_connection (self, G_SOCKET_CONNECTION (connection));
}

/* --- Writing down what came --------------------------------------------------------------- */

static void
collect_header (const char *name, const char *value, gpointer data)
{
  cut_headers_add (data, name, value);
}

static void
collect_sent_header (const char *name, const char *value, gpointer data)
{
  if (!cut_header_is_secret (name))
    cut_headers_add (data, name, value);
}

static const char *
version_name (SoupMessage *message)
{
  switch (soup_message_get_http_version (message))
    {
    case SOUP_HTTP_1_0:
      return "1.0";
    case SOUP_HTTP_2_0:
      return "2";
    case SOUP_HTTP_1_1:
    default:
      return "1.1";
    }
}

static char *
remote_ip (SoupMessage *message)
{
  GSocketAddress *address = soup_message_get_remote_address (message);

  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return NULL;
  return g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static CutHop *
describe_hop (Transfer *self)
{
  CutHop *hop = cut_hop_new ();

  hop->url = g_strdup (self->url);
  hop->status = soup_message_get_status (self->message);
  hop->reason = g_strdup (soup_message_get_reason_phrase (self->message));
  hop->http_version = g_strdup (version_name (self->message));
  hop->remote_address = remote_ip (self->message);
  hop->at = cut_time_now ();
  soup_message_headers_foreach (soup_message_get_request_headers (self->message), collect_sent_header, hop->request_headers);
  soup_message_headers_foreach (soup_message_get_response_headers (self->message), collect_header, hop->headers);
  return hop;
}

static const char *
tls_name (GTlsProtocolVersion version)
{
  switch (version)
    {
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLS 1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLS 1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLS 1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLS 1.3";
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_2:
    case G_TLS_PROTOCOL_VERSION_UNKNOWN:
    default:
      return "TLS";
    }
}

static char *
print_chain (GTlsCertificate *certificate)
{
  GString *chain = g_string_new (NULL);

  for (GTlsCertificate *each = certificate; each != NULL; each = g_tls_certificate_get_issuer (each))
    {
      g_autofree char *pem = NULL;
      g_object_get (each, "certificate-pem", &pem, NULL);
      g_string_append (chain, pem);
    }
  return g_string_free (chain, FALSE);
}

static char *
digest_certificate (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;

  g_object_get (certificate, "certificate", &der, NULL);
  return cut_sha256_of_data (der->data, der->len);
}

static void
describe_tls (CutFetched *fetched, SoupMessage *message)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);

  if (certificate == NULL)
    return;
  fetched->tls_version = g_strdup (tls_name (soup_message_get_tls_protocol_version (message)));
  fetched->tls_cipher = g_strdup (soup_message_get_tls_ciphersuite_name (message));
  fetched->certificate_pem = print_chain (certificate);
  fetched->certificate_sha256 = digest_certificate (certificate);
}

static gint64
parse_server_date (const char *date)
{
  g_autoptr (GDateTime) when = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;

  return when != NULL ? g_date_time_to_unix (when) * 1000 : 0;
}

static void
describe_answer (Transfer *self)
{
  CutFetched *fetched = self->fetched;
  CutHop *hop = describe_hop (self);

  fetched->final_url = g_steal_pointer (&hop->url);
  fetched->status = hop->status;
  fetched->reason = g_steal_pointer (&hop->reason);
  fetched->http_version = g_steal_pointer (&hop->http_version);
  fetched->remote_address = g_steal_pointer (&hop->remote_address);
  g_ptr_array_unref (fetched->request_headers);
  fetched->request_headers = g_ptr_array_ref (hop->request_headers);
  g_ptr_array_unref (fetched->headers);
  fetched->headers = g_ptr_array_ref (hop->headers);
  fetched->content_type = g_strdup (cut_fetched_get_header (fetched, "Content-Type"));
  fetched->server_date = parse_server_date (cut_fetched_get_header (fetched, "Date"));
  describe_tls (fetched, self->message);
  cut_hop_free (hop);
}

/* --- The end ------------------------------------------------------------------------------ */

static void
end_with_page (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);

  finish_up (self);
  g_task_return_pointer (task, g_steal_pointer (&self->fetched), (GDestroyNotify) cut_fetched_unref);
  g_object_unref (task);
}

/* All codings of the answer in one list, as several header lines mean. */
static char *
content_encoding (Transfer *self)
{
  return g_strdup (soup_message_headers_get_list (soup_message_get_response_headers (self->message), "Content-Encoding"));
}

static GError *
decode_error (Transfer *self, const GError *cause)
{
  return g_error_new (CUT_ERROR, cause->code, _("What %s sent cannot be used: %s."), self->host, cause->message);
}

static gboolean
decode_body (Transfer *self, GError **error)
{
  CutFetched *fetched = self->fetched;
  g_autoptr (GError) local = NULL;
  GBytes *body = cut_decode_content (fetched->raw, fetched->content_encoding, self->options.max_bytes, &local);

  if (body == NULL)
    {
      g_propagate_error (error, decode_error (self, local));
      return FALSE;
    }
  g_bytes_unref (fetched->body);
  fetched->body = body;
  if (g_bytes_get_size (body) > 0)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NETWORK, _("%s sent an empty page."), self->host);
  return FALSE;
}

static void
end_of_body (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);
  CutFetched *fetched = self->fetched;
  GError *error = NULL;

  fetched->ended = cut_time_now ();
  g_bytes_unref (fetched->raw);
  fetched->raw = g_byte_array_free_to_bytes (self->raw);
  self->raw = g_byte_array_new ();
  fetched->content_encoding = content_encoding (self);
  if (decode_body (self, &error))
    {
      fetched->refusal = self->refusal != NULL ? g_strdup (self->refusal->message) : NULL;
      end_with_page (task);
      return;
    }
  end_with_error (task, error);
}

/* The connection broke: an error, or what there is where the caller wants that. A packed body
 * that was cut cannot be read and stays an error. */
static void
end_of_broken_body (GTask *task, GError *cause)
{
  Transfer *self = g_task_get_task_data (task);
  g_autoptr (GError) error = cause;

  if (self->failure != NULL || (self->options.flags & CUT_FETCH_KEEP_INCOMPLETE) == 0 || self->raw->len == 0)
    {
      end_with_error (task, g_steal_pointer (&error));
      return;
    }
  self->fetched->incomplete = TRUE;
  self->fetched->incomplete_reason = g_strdup_printf (_("%s broke off before everything was there."), self->host);
  end_of_body (task);
}

/* --- Reading the body --------------------------------------------------------------------- */

static void read_more (GTask *task);

static GError *
too_large (Transfer *self)
{
  return g_error_new (CUT_ERROR, CUT_ERROR_TOO_LARGE, _("What %s sends is larger than %u MiB."), self->host,
                      (unsigned) MAX (self->options.max_bytes / (1024 * 1024), 1));
}

/* Returns: whether the body goes on. */
static gboolean
take_chunked (GTask *task, const guint8 *data, gsize length)
{
  Transfer *self = g_task_get_task_data (task);

  if (length == 0 && cut_chunks_end (self->chunks))
    end_of_body (task);
  else if (length == 0)
    end_of_broken_body (task, NULL);
  else
    switch (cut_chunks_feed (self->chunks, data, length, self->raw))
      {
      case CUT_CHUNKS_MORE:
        return TRUE;
      case CUT_CHUNKS_DONE:
        end_of_body (task);
        break;
      case CUT_CHUNKS_BROKEN:
      default:
        end_of_broken_body (task, NULL);
        break;
      }
  return FALSE;
}

/* libsoup 3.2 takes a body for whole that is shorter than its length says where the server had announced that it would close the
 * connection. */
static gboolean
is_short (Transfer *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && (goffset) self->raw->len < soup_message_headers_get_content_length (headers);
}

static gboolean
take_plain (GTask *task, const guint8 *data, gsize length)
{
  Transfer *self = g_task_get_task_data (task);

  if (length == 0)
    {
      if (is_short (self))
        end_of_broken_body (task, NULL);
      else
        end_of_body (task);
      return FALSE;
    }
  g_byte_array_append (self->raw, data, (guint) length);
  return TRUE;
}

static void
take (GTask *task, GBytes *bytes)
{
  Transfer *self = g_task_get_task_data (task);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  heard (self);
  if (!(self->chunks != NULL ? take_chunked (task, data, length) : take_plain (task, data, length)))
    return;
  if (self->options.progress != NULL)
    self->options.progress (self->raw->len, self->options.progress_data);
  read_more (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Transfer *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL || self->failure != NULL)
    end_of_broken_body (task, g_steal_pointer (&error));
  else
    take (task, bytes);
}

static void
read_more (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);

  if (self->raw->len > self->options.max_bytes)
    end_with_error (task, too_large (self));
  else
    g_input_stream_read_bytes_async (self->reader, STEP, G_PRIORITY_DEFAULT, self->inner, read_cb, task);
}

/* libsoup 3.2 takes a chunked body that breaks off, or whose sizes are no numbers, for a whole
 * one. Its body stream reads from a stream that still has the framing; we read that one. */
static void
open_chunked (Transfer *self)
{
  GInputStream *stream = self->stream;

  while (G_IS_FILTER_INPUT_STREAM (stream) && strcmp (G_OBJECT_TYPE_NAME (stream), "SoupBodyInputStream") != 0)
    stream = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  if (!G_IS_FILTER_INPUT_STREAM (stream))
    return; /* a libsoup built otherwise: its own reading has to do */
  self->chunks = cut_chunks_new ();
  g_set_object (&self->reader, g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream)));
}

static gboolean
is_chunked (SoupMessage *message)
{
  return soup_message_get_http_version (message) != SOUP_HTTP_2_0
         && soup_message_headers_get_encoding (soup_message_get_response_headers (message)) == SOUP_ENCODING_CHUNKED;
}

static void
start_body (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  unsigned status = soup_message_get_status (self->message);
  GError *error = cut_network_error_for_status (self->host, status);

  if (error != NULL && status >= 400 && (self->options.flags & CUT_FETCH_KEEP_REFUSALS) != 0)
    self->refusal = g_steal_pointer (&error);
  if (error == NULL && soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
      && (guint64) soup_message_headers_get_content_length (headers) > self->options.max_bytes)
    error = too_large (self);
  if (error != NULL)
    {
      end_with_error (task, error);
      return;
    }
  describe_answer (self);
  g_set_object (&self->reader, self->stream);
  if (is_chunked (self->message))
    open_chunked (self);
  read_more (task);
}

/* --- Hops --------------------------------------------------------------------------------- */

static gboolean
is_redirect (unsigned status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static gboolean
count_visit (Transfer *self, GError **error)
{
  unsigned visits = GPOINTER_TO_UINT (g_hash_table_lookup (self->visits, self->url)) + 1;

  g_hash_table_insert (self->visits, g_strdup (self->url), GUINT_TO_POINTER (visits));
  if (visits < SAME_ADDRESS_VISITS)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NETWORK, _("%s sends us round in a circle."), self->host);
  return FALSE;
}

/* Names the server that sent us, not the place it sent us to. */
static void
explain_bad_target (const char *host, const char *target, GError **error)
{
  int code = (*error)->code;
  g_autofree char *valid = g_utf8_make_valid (target, -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 80));

  g_clear_error (error);
  if (code == CUT_ERROR_INPUT)
    code = CUT_ERROR_NETWORK;
  g_set_error (error, CUT_ERROR, code, _("%s sends us on to “%s”, which is not a web page to fetch."), host, shown);
}

static gboolean
follow (Transfer *self, GError **error)
{
  unsigned limit = self->transport->session->limits.redirects;
  const char *target = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  char *next;

  if (target == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NETWORK, _("%s sends us on without saying where to."), self->host);
      return FALSE;
    }
  next = cut_address_resolve (self->url, target, error);
  if (next == NULL)
    {
      explain_bad_target (self->host, target, error);
      return FALSE;
    }
  if (self->fetched->hops->len >= limit)
    {
      g_free (next);
      g_set_error (error, CUT_ERROR, CUT_ERROR_NETWORK, _("%s sends us on more than %u times."), self->host, limit);
      return FALSE;
    }
  g_ptr_array_add (self->fetched->hops, describe_hop (self));
  g_free (self->url);
  self->url = next;
  return TRUE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Transfer *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL || self->failure != NULL)
    {
      end_with_error (task, error);
      return;
    }
  heard (self);
  if (!is_redirect (soup_message_get_status (self->message)))
    {
      start_body (task);
      return;
    }
  if (!follow (self, &error))
    {
      end_with_error (task, error);
      return;
    }
  clear_message (self);
  start_hop (task);
}

/* Nothing but what the transfer needs: no referrer, no language, no credentials. */
static SoupMessage *
make_message (Transfer *self)
{
  SoupMessage *message = soup_message_new ("GET", self->url);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  headers = soup_message_get_request_headers (message);
  soup_message_headers_append (headers, "Accept", self->options.accept);
  soup_message_headers_append (headers, "Accept-Encoding", CUT_DECODE_ACCEPTS);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), self);
  g_signal_connect_swapped (message, "got-headers", G_CALLBACK (heard), self);
  return message;
}

static void
start_hop (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_free (self->host);
  self->host = cut_address_get_host (self->url);
  if (!check_written_address (self, &error) || !count_visit (self, &error))
    {
      end_with_error (task, error);
      return;
    }
  self->message = make_message (self);
  if (self->message == NULL)
    {
      end_with_error (task, g_error_new (CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is not a web address."), self->url));
      return;
    }
  soup_session_send_async (self->transport->soup, self->message, G_PRIORITY_DEFAULT, self->inner, sent_cb, task);
}

void
cut_transfer_async (CutTransport *transport, const char *url, const CutTransferOptions *options,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Transfer *self = g_new0 (Transfer, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, cut_transfer_async);
  g_task_set_task_data (task, self, transfer_free);
  self->transport = transport;
  self->options = *options;
  self->fetched = cut_fetched_new ();
  self->fetched->started = cut_time_now ();
  self->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->raw = g_byte_array_new ();
  self->inner = g_cancellable_new ();
  self->url = cut_address_normalise (url, &error);
  if (self->url == NULL)
    {
      end_with_error (task, error);
      return;
    }
  self->fetched->url = g_strdup (self->url);
  watch (self, cancellable);
  start_hop (task);
}

CutFetched *
cut_transfer_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Transport ---------------------------------------------------------------------------- */

GObject *
cut_transport_new_cookies (void)
{
  return G_OBJECT (soup_cookie_jar_new ());
}

CutTransport *
cut_transport_new (CutFetchSession *session)
{
  CutTransport *self = g_new0 (CutTransport, 1);

  self->session = session;
  /* Our own timers do the waiting: libsoup's start anew with every operation. */
  self->soup = soup_session_new_with_options ("user-agent", session->user_agent, "timeout", 0, "idle-timeout", 0,
                                              "max-conns-per-host", CUT_TRANSPORT_AT_ONCE, NULL);
  if (session->tls_database != NULL)
    soup_session_set_tls_database (self->soup, session->tls_database);
  /* Decoding would lose the transferred bytes; asking for passwords has no place here. */
  soup_session_remove_feature_by_type (self->soup, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->soup, SOUP_TYPE_AUTH_MANAGER);
  soup_session_add_feature (self->soup, SOUP_SESSION_FEATURE (session->cookies));
  return self;
}

void
cut_transport_free (CutTransport *self)
{
  /* The jar is not taken out here: what is still queued refers to it, and would for ever. */
  soup_session_abort (self->soup);
  g_object_unref (self->soup);
  g_free (self);
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-server.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct
{
  unsigned status;
  char *content_type;
  GBytes *body;
  GPtrArray *names;
  GPtrArray *values;
  gboolean raw;
  CutTestEnding ending;
} Route;

typedef struct
{
  char *path;
  SoupMessageHeaders *headers;
} Request;

struct _CutTestServer
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *soup;
  char *ip;
  char *host_port;
  gboolean https;
  GMutex lock; /* guards what follows */
  GCond asked;
  GHashTable *routes;
  GPtrArray *requests;
  GPtrArray *held; /* connections kept open */
  char *folder;
  unsigned at_once;
  unsigned most_at_once;
};

static void
route_free (gpointer data)
{
  Route *self = data;

  g_free (self->content_type);
  g_bytes_unref (self->body);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static Route *
route_new (unsigned status, const char *content_type, const void *body, gssize length)
{
  Route *self = g_new0 (Route, 1);

  self->status = status;
  self->content_type = g_strdup (content_type);
  self->body = g_bytes_new (body, length < 0 ? strlen (body) : (gsize) length);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->path);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

/* --- Raw answers -------------------------------------------------------------------------- */

typedef struct
{
  CutTestServer *server;
  GIOStream *connection;
  GBytes *bytes;
  gsize at;
  GSource *timer;
} Drip;

static void
drip_free (gpointer data)
{
  Drip *self = data;

  g_bytes_unref (self->bytes);
  g_object_unref (self->connection);
  g_free (self);
}

static gboolean
drip_cb (gpointer data)
{
  Drip *self = data;
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);

  if (self->at >= length)
    return G_SOURCE_CONTINUE; /* silent, connection open */
  if (!g_output_stream_write_all (g_io_stream_get_output_stream (self->connection), bytes + self->at, 1, NULL, NULL, NULL))
    return G_SOURCE_REMOVE;
  self->at++;
  return G_SOURCE_CONTINUE;
}

static void
start_drip (CutTestServer *self, GIOStream *connection, GBytes *bytes)
{
  Drip *drip = g_new0 (Drip, 1);
  GSource *timer = g_timeout_source_new (10);

  drip->connection = g_object_ref (connection);
  drip->bytes = g_bytes_ref (bytes);
  g_source_set_callback (timer, drip_cb, drip, drip_free);
  g_source_attach (timer, self->context);
  g_source_unref (timer);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GIOStream) connection = data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  if (connection != NULL)
    g_io_stream_close (connection, NULL, NULL);
}

static void
answer_raw (CutTestServer *self, SoupServerMessage *message, const Route *route)
{
  GIOStream *connection = soup_server_message_steal_connection (message);
  gsize length;
  const char *bytes = g_bytes_get_data (route->body, &length);

  /* Kept until the server goes, also when closed: the bytes belong to the route until then. */
  g_ptr_array_add (self->held, connection);
  if (route->ending == CUT_TEST_DRIP)
    start_drip (self, connection, route->body);
  else
    g_output_stream_write_all_async (g_io_stream_get_output_stream (connection), bytes, length, G_PRIORITY_DEFAULT, NULL,
                                     written_cb, route->ending == CUT_TEST_CLOSE ? g_object_ref (connection) : NULL);
}

/* --- Answers ------------------------------------------------------------------------------ */

static void
answer_route (SoupServerMessage *message, const Route *route)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, route->status, NULL);
  if (route->content_type != NULL)
    soup_message_headers_replace (headers, "Content-Type", route->content_type);
  for (unsigned i = 0; i < route->names->len; i++)
    soup_message_headers_append (headers, route->names->pdata[i], route->values->pdata[i]);
  if (g_bytes_get_size (route->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), route->body);
}

static void
answer_file (CutTestServer *self, SoupServerMessage *message, const char *path)
{
  g_autofree char *file = self->folder != NULL ? g_build_filename (self->folder, path, NULL) : NULL;
  g_autofree char *type = NULL;
  g_autofree char *mime = NULL;
  g_autoptr (GBytes) body = NULL;
  char *contents;
  gsize length;

  if (file == NULL || strstr (path, "..") != NULL || !g_file_get_contents (file, &contents, &length, NULL))
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  body = g_bytes_new_take (contents, length);
  type = g_content_type_guess (file, NULL, 0, NULL);
  mime = g_content_type_get_mime_type (type);
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type", mime);
  if (length > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

static void
finished_cb (SoupServerMessage *message, gpointer data)
{
  CutTestServer *self = data;

  g_mutex_lock (&self->lock);
  self->at_once--;
  g_mutex_unlock (&self->lock);
}

static void
note_request (CutTestServer *self, SoupServerMessage *message, const char *path)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->headers = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  g_ptr_array_add (self->requests, request);
  self->at_once++;
  self->most_at_once = MAX (self->most_at_once, self->at_once);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), self);
  g_cond_broadcast (&self->asked);
}

static void
handle_cb (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  CutTestServer *self = data;
  const Route *route;

  g_mutex_lock (&self->lock);
  note_request (self, message, path);
  route = g_hash_table_lookup (self->routes, path);
  if (route == NULL)
    answer_file (self, message, path);
  else if (route->raw)
    answer_raw (self, message, route);
  else
    answer_route (message, route);
  g_mutex_unlock (&self->lock);
}

/* --- Thread ------------------------------------------------------------------------------- */

static void
listen_on (CutTestServer *self, const char *ip)
{
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (ip, 0);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  soup_server_listen (self->soup, address, self->https ? SOUP_SERVER_LISTEN_HTTPS : 0, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->soup);
  self->host_port = g_strdup_printf ("%s:%d", ip, g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static gpointer
serve_thread (gpointer data)
{
  CutTestServer *self = data;

  g_main_context_push_thread_default (self->context);
  g_mutex_lock (&self->lock);
  listen_on (self, self->ip);
  g_cond_broadcast (&self->asked);
  g_mutex_unlock (&self->lock);
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->soup);
  g_ptr_array_set_size (self->held, 0);
  g_clear_object (&self->soup);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

CutTestServer *
cut_test_server_new (const char *ip, GTlsCertificate *certificate)
{
  CutTestServer *self = g_new0 (CutTestServer, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->asked);
  self->routes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, route_free);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->https = certificate != NULL;
  self->ip = g_strdup (ip != NULL ? ip : "127.0.0.1");
  self->soup = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->soup, NULL, handle_cb, self, NULL);
  g_mutex_lock (&self->lock);
  self->thread = g_thread_new ("test-server", serve_thread, self);
  while (self->host_port == NULL)
    g_cond_wait (&self->asked, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  CutTestServer *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

void
cut_test_server_free (CutTestServer *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, self, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->routes);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->held);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->asked);
  g_free (self->host_port);
  g_free (self->ip);
  g_free (self->folder);
  g_free (self);
}

/* --- Setting up --------------------------------------------------------------------------- */

const char *
cut_test_server_get_host_port (CutTestServer *self)
{
  return self->host_port;
}

char *
cut_test_server_get_url (CutTestServer *self, const char *path)
{
  return g_strconcat (self->https ? "https://" : "http://", self->host_port, path, NULL);
}

void
cut_test_server_set_folder (CutTestServer *self, const char *folder)
{
  g_mutex_lock (&self->lock);
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_mutex_unlock (&self->lock);
}

static void
add_route (CutTestServer *self, const char *path, Route *route)
{
  g_mutex_lock (&self->lock);
  g_hash_table_insert (self->routes, g_strdup (path), route);
  g_mutex_unlock (&self->lock);
}

void
cut_test_server_serve (CutTestServer *self, const char *path, unsigned status, const char *content_type,
                       const void *body, gssize length)
{
  add_route (self, path, route_new (status, content_type, body, length));
}

void
cut_test_server_add_header (CutTestServer *self, const char *path, const char *name, const char *value)
{
  Route *route;

  g_mutex_lock (&self->lock);
  route = g_hash_table_lookup (self->routes, path);
  g_assert_nonnull (route);
  g_ptr_array_add (route->names, g_strdup (name));
  g_ptr_array_add (route->values, g_strdup (value));
  g_mutex_unlock (&self->lock);
}

void
cut_test_server_redirect (CutTestServer *self, const char *path, unsigned status, const char *location)
{
  cut_test_server_serve (self, path, status, "text/html", "moved", -1);
  cut_test_server_add_header (self, path, "Location", location);
}

void
cut_test_server_raw (CutTestServer *self, const char *path, const void *answer, gssize length, CutTestEnding ending)
{
  Route *route = route_new (0, NULL, answer, length);

  route->raw = TRUE;
  route->ending = ending;
  add_route (self, path, route);
}

/* --- Looking back ------------------------------------------------------------------------- */

static unsigned
count_requests (CutTestServer *self, const char *path)
{
  unsigned count = 0;

  for (unsigned i = 0; i < self->requests->len; i++)
    {
      const Request *request = self->requests->pdata[i];
      if (path == NULL || strcmp (request->path, path) == 0)
        count++;
    }
  return count;
}

unsigned
cut_test_server_count (CutTestServer *self, const char *path)
{
  unsigned count;

  g_mutex_lock (&self->lock);
  count = count_requests (self, path);
  g_mutex_unlock (&self->lock);
  return count;
}

void
cut_test_server_wait (CutTestServer *self, const char *path, unsigned count)
{
  g_mutex_lock (&self->lock);
  while (count_requests (self, path) < count)
    g_cond_wait (&self->asked, &self->lock);
  g_mutex_unlock (&self->lock);
}

char *
cut_test_server_get_request_header (CutTestServer *self, const char *path, const char *name)
{
  char *value = NULL;

  g_mutex_lock (&self->lock);
  for (unsigned i = self->requests->len; i > 0; i--)
    {
      const Request *request = self->requests->pdata[i - 1];
      if (strcmp (request->path, path) != 0)
        continue;
      value = g_strdup (soup_message_headers_get_list (request->headers, name));
      break;
    }
  g_mutex_unlock (&self->lock);
  return value;
}

unsigned
cut_test_server_get_most_at_once (CutTestServer *self)
{
  unsigned most;

  g_mutex_lock (&self->lock);
  most = self->most_at_once;
  g_mutex_unlock (&self->lock);
  return most;
}

GBytes *
cut_test_gzip (const void *data, gsize length)
{
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);

  g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* --- Trap --------------------------------------------------------------------------------- */

struct _CutTestTrap
{
  GSocket *socket;
  unsigned port;
};

CutTestTrap *
cut_test_trap_new (const char *ip)
{
  CutTestTrap *self = g_new0 (CutTestTrap, 1);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (ip, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  self->socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  g_socket_set_blocking (self->socket, FALSE);
  g_assert_true (g_socket_bind (self->socket, address, FALSE, NULL));
  g_assert_true (g_socket_listen (self->socket, NULL));
  bound = g_socket_get_local_address (self->socket, NULL);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  return self;
}

void
cut_test_trap_free (CutTestTrap *self)
{
  g_object_unref (self->socket);
  g_free (self);
}

unsigned
cut_test_trap_get_port (CutTestTrap *self)
{
  return self->port;
}

void
cut_test_trap_assert_untouched (CutTestTrap *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) visitor = g_socket_accept (self->socket, NULL, &error);

  g_assert_null (visitor);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
}

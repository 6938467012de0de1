/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-fetched.h"

G_DEFINE_BOXED_TYPE (CutFetched, cut_fetched, cut_fetched_ref, cut_fetched_unref)

static void
header_free (gpointer data)
{
  CutHeader *header = data;

  g_free (header->name);
  g_free (header->value);
  g_free (header);
}

GPtrArray *
cut_headers_new (void)
{
  return g_ptr_array_new_with_free_func (header_free);
}

static char *
to_utf8 (const char *text)
{
  if (g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  return g_convert (text, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

void
cut_headers_add (GPtrArray *headers, const char *name, const char *value)
{
  CutHeader *header = g_new0 (CutHeader, 1);

  header->name = to_utf8 (name);
  header->value = to_utf8 (value);
  g_ptr_array_add (headers, header);
}

const char *
cut_headers_get (const GPtrArray *headers, const char *name)
{
  for (unsigned i = 0; i < headers->len; i++)
    {
      const CutHeader *header = headers->pdata[i];
      if (g_ascii_strcasecmp (header->name, name) == 0)
        return header->value;
    }
  return NULL;
}

gboolean
cut_header_is_secret (const char *name)
{
  static const char *const secret[] = { "Cookie",  "Cookie2", "Set-Cookie", "Set-Cookie2", "Authorization", "Proxy-Authorization" };

  for (size_t i = 0; i < G_N_ELEMENTS (secret); i++)
    if (g_ascii_strcasecmp (name, secret[i]) == 0)
      return TRUE;
  return FALSE;
}

CutHop *
cut_hop_new (void)
{
  CutHop *self = g_new0 (CutHop, 1);

  self->request_headers = cut_headers_new ();
  self->headers = cut_headers_new ();
  return self;
}

void
cut_hop_free (CutHop *self)
{
  g_free (self->url);
  g_free (self->reason);
  g_free (self->http_version);
  g_free (self->remote_address);
  g_ptr_array_unref (self->request_headers);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

CutFetched *
cut_fetched_new (void)
{
  CutFetched *self = g_atomic_rc_box_new0 (CutFetched);

  self->hops = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_hop_free);
  self->request_headers = cut_headers_new ();
  self->headers = cut_headers_new ();
  self->raw = g_bytes_new (NULL, 0);
  self->body = g_bytes_ref (self->raw);
  return self;
}

CutFetched *
cut_fetched_ref (CutFetched *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fetched_clear (gpointer data)
{
  CutFetched *self = data;

  g_free (self->url);
  g_ptr_array_unref (self->hops);
  g_free (self->final_url);
  g_free (self->reason);
  g_free (self->http_version);
  g_ptr_array_unref (self->request_headers);
  g_ptr_array_unref (self->headers);
  g_bytes_unref (self->raw);
  g_bytes_unref (self->body);
  g_free (self->content_encoding);
  g_free (self->content_type);
  g_free (self->remote_address);
  g_free (self->tls_version);
  g_free (self->tls_cipher);
  g_free (self->certificate_pem);
  g_free (self->certificate_sha256);
  g_free (self->incomplete_reason);
  g_free (self->refusal);
}

void
cut_fetched_unref (CutFetched *self)
{
  g_atomic_rc_box_release_full (self, fetched_clear);
}

const char *
cut_fetched_get_header (const CutFetched *self, const char *name)
{
  return cut_headers_get (self->headers, name);
}

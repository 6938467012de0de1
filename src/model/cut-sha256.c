/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <string.h>

G_STATIC_ASSERT (CUT_SHA256_LENGTH == SHA256_DIGEST_SIZE);

struct _CutSha256
{
  struct sha256_ctx context;
};

static char *
end_hex (struct sha256_ctx *context)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc (BASE16_ENCODE_LENGTH (sizeof digest) + 1);

  sha256_digest (context, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);
  hex[BASE16_ENCODE_LENGTH (sizeof digest)] = '\0';
  return hex;
}

char *
cut_sha256_of_data (gconstpointer data,
                    gsize         length)
{
  struct sha256_ctx context;

  sha256_init (&context);
  if (length > 0)
    sha256_update (&context, length, data);
  return end_hex (&context);
}

char *
cut_sha256_of_text (const char *text,
                    gssize      length)
{
  return cut_sha256_of_data (text, length < 0 ? strlen (text) : (gsize) length);
}

char *
cut_sha256_of_bytes (GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return cut_sha256_of_data (data, length);
}

CutSha256 *
cut_sha256_new (void)
{
  CutSha256 *self = g_new (CutSha256, 1);

  sha256_init (&self->context);
  return self;
}

void
cut_sha256_free (CutSha256 *self)
{
  g_free (self);
}

void
cut_sha256_add (CutSha256     *self,
                gconstpointer  data,
                gsize          length)
{
  if (length > 0)
    sha256_update (&self->context, length, data);
}

void
cut_sha256_add_text (CutSha256  *self,
                     const char *text)
{
  cut_sha256_add (self, text, strlen (text));
}

void
cut_sha256_end (CutSha256 *self,
                guint8     digest[CUT_SHA256_LENGTH])
{
  sha256_digest (&self->context, CUT_SHA256_LENGTH, digest);
}

char *
cut_sha256_end_hex (CutSha256 *self)
{
  return end_hex (&self->context);
}

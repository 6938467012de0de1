/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-page-url.h"

#include "cut-limits.h"

#include <string.h>

#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

/* Browsers drop line ends and tabs inside an address and percent-encode spaces. */
static char *
clean (const char *reference)
{
  GString *out = g_string_new (NULL);

  while (g_ascii_isspace (*reference))
    reference++;
  for (; *reference != '\0'; reference++)
    if (*reference == ' ')
      g_string_append (out, "%20");
    else if ((guchar) *reference > ' ' && *reference != 0x7f)
      g_string_append_c (out, *reference);
  while (g_str_has_suffix (out->str, "%20"))
    g_string_truncate (out, out->len - 3);
  return g_string_free (out, FALSE);
}

static gboolean
has_scheme (const char *address, const char *scheme)
{
  gsize n = strlen (scheme);

  return g_ascii_strncasecmp (address, scheme, n) == 0 && address[n] == ':';
}

/* A semicolon ends the host to GLib, which then has an address without a root to put together. */
static gboolean
has_plain_host (const char *address)
{
  const char *host = strstr (address, "//");

  return host == NULL || strcspn (host + 2, ";\"<>") >= strcspn (host + 2, "/?#");
}

/* Against one without a host no path leads to the web, and GLib refuses to put together some that begin with two strokes. */
static gboolean
has_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, FLAGS, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return host != NULL && *host != '\0';
}

static char *
resolve_web (const char *base, const char *reference)
{
  gboolean plain = has_plain_host (reference) && (base == NULL || has_plain_host (base));
  g_autofree char *address = plain ? g_uri_resolve_relative (base != NULL && has_host (base) ? base : NULL, reference, FLAGS, NULL) : NULL;
  g_autoptr (GUri) uri = address ? g_uri_parse (address, FLAGS, NULL) : NULL;
  const char *scheme = uri ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (scheme == NULL || host == NULL || *host == '\0')
    return NULL;
  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return NULL;
  return g_steal_pointer (&address);
}

char *
cut_page_url_resolve_picture (const char *base, const char *reference)
{
  g_autofree char *cleaned = NULL;

  if (reference == NULL || strlen (reference) > CUT_LIMIT_ADDRESS)
    return NULL;
  cleaned = clean (reference);
  if (*cleaned == '\0' || has_scheme (cleaned, "data"))
    return NULL;
  return resolve_web (base, cleaned);
}

char *
cut_page_url_resolve (const char *base, const char *reference)
{
  g_autofree char *cleaned = NULL;

  if (reference == NULL || strlen (reference) > CUT_LIMIT_ADDRESS)
    return NULL;
  cleaned = clean (reference);
  if (has_scheme (cleaned, "mailto"))
    return g_steal_pointer (&cleaned);
  return *cleaned ? resolve_web (base, cleaned) : NULL;
}

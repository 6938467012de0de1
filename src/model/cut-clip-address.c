/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"

/* Parsed as leniently as browsers do: addresses in use have brackets and letters that a strict reader refuses. */
static gboolean
has_host (const char *address)
{
  g_autofree char *host = NULL;

  return g_uri_split (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL) &&
         host != NULL && *host != '\0';
}

gboolean
cut_clip_check_address (const char  *address,
                        GError     **error)
{
  static const char *const paged[] = { "http", "https", "ftp", NULL };
  static const char *const others[] = { "file", "urn", "doi", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (address);

  for (char *p = scheme; p != NULL && *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  if (scheme != NULL && strpbrk (address, " \t\r\n") == NULL &&
      (g_strv_contains (others, scheme) || (g_strv_contains (paged, scheme) && has_host (address))))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” is no address of a page, as https://example.org/page is"), address);
  return FALSE;
}

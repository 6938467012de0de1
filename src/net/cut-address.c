/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"

/* As browsers read addresses: forgiving about bad escapes, path and query left as written. */
#define URI_FLAGS                                                                                   \
  (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY                  \
   | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_PARSE_RELAXED)

typedef struct
{
  const char *range;
  CutReach reach;
} Range;

/* IANA IPv4 and IPv6 special-purpose address registries, and multicast. */
static const Range ranges[] = {
  { "0.0.0.0/8", CUT_REACH_LOOPBACK }, /* "this host" reaches ourselves on Linux */
  { "10.0.0.0/8", CUT_REACH_PRIVATE },
  { "100.64.0.0/10", CUT_REACH_PRIVATE },
  { "127.0.0.0/8", CUT_REACH_LOOPBACK },
  { "169.254.0.0/16", CUT_REACH_PRIVATE },
  { "172.16.0.0/12", CUT_REACH_PRIVATE },
  { "192.0.0.0/24", CUT_REACH_SPECIAL },
  { "192.0.2.0/24", CUT_REACH_SPECIAL },
  { "192.88.99.0/24", CUT_REACH_SPECIAL },
  { "192.168.0.0/16", CUT_REACH_PRIVATE },
  { "198.18.0.0/15", CUT_REACH_SPECIAL },
  { "198.51.100.0/24", CUT_REACH_SPECIAL },
  { "203.0.113.0/24", CUT_REACH_SPECIAL },
  { "224.0.0.0/4", CUT_REACH_SPECIAL },
  { "240.0.0.0/4", CUT_REACH_SPECIAL },
  { "::1/128", CUT_REACH_LOOPBACK },
  { "::/128", CUT_REACH_LOOPBACK },
  { "::/96", CUT_REACH_SPECIAL },          /* IPv4-compatible */
  { "::ffff:0:0/96", CUT_REACH_SPECIAL },  /* IPv4-mapped */
  { "::ffff:0:0:0/96", CUT_REACH_SPECIAL },/* IPv4-translated */
  { "64:ff9b:1::/48", CUT_REACH_PRIVATE }, /* NAT64 of the own network */
  { "100::/64", CUT_REACH_SPECIAL },
  { "2001::/23", CUT_REACH_SPECIAL },      /* Teredo and other protocol assignments */
  { "2001:db8::/32", CUT_REACH_SPECIAL },
  { "2002::/16", CUT_REACH_SPECIAL },      /* 6to4 hides an IPv4 address */
  { "3fff::/20", CUT_REACH_SPECIAL },
  { "5f00::/16", CUT_REACH_SPECIAL },
  { "fc00::/7", CUT_REACH_PRIVATE },
  { "fe80::/10", CUT_REACH_PRIVATE },
  { "fec0::/10", CUT_REACH_PRIVATE },
  { "ff00::/8", CUT_REACH_SPECIAL },
};

static gboolean
range_contains (const char *range, GInetAddress *address)
{
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (range, NULL);

  g_assert (mask != NULL);
  return g_inet_address_get_family (address) == g_inet_address_mask_get_family (mask)
         && g_inet_address_mask_matches (mask, address);
}

CutReach
cut_address_get_reach (GInetAddress *address)
{
  g_return_val_if_fail (G_IS_INET_ADDRESS (address), CUT_REACH_SPECIAL);

  if (range_contains ("64:ff9b::/96", address))
    {
      g_autoptr (GInetAddress) inner
          = g_inet_address_new_from_bytes (g_inet_address_to_bytes (address) + 12, G_SOCKET_FAMILY_IPV4);
      return cut_address_get_reach (inner);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (range_contains (ranges[i].range, address))
      return ranges[i].reach;
  return CUT_REACH_PUBLIC;
}

/* Percent-encodes what may not stand in an address but does in pages: spaces, controls, UTF-8. */
static char *
escape_address (const char *address)
{
  GString *escaped = g_string_sized_new (strlen (address));

  for (const unsigned char *p = (const unsigned char *) address; *p != '\0'; p++)
    {
      if (*p == '\t' || *p == '\n' || *p == '\r')
        continue; /* removed, as the URL standard has it */
      if (*p <= 0x20 || *p >= 0x7f || strchr ("\"<>\\^`{|}", *p) != NULL)
        g_string_append_printf (escaped, "%%%02X", *p);
      else
        g_string_append_c (escaped, (char) *p);
    }
  return g_string_free (escaped, FALSE);
}

/* `host:port/…` has no scheme although a colon follows its first word. */
static gboolean
has_scheme (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (scheme == NULL || strchr (scheme, '.') != NULL)
    return FALSE;
  return !g_ascii_isdigit (address[strlen (scheme) + 1]);
}

/* A blank that was escaped with the rest can only stand in a path; in a name of a server it is a slip of the pen. */
static gboolean
has_server (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return host != NULL && *host != '\0' && g_uri_get_port (uri) != 0 && strpbrk (host, " <>\"\\^`{|}%") == NULL;
}

static char *
add_scheme (const char *typed)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  g_autofree char *escaped = escape_address (trimmed);

  if (g_str_has_prefix (escaped, "//"))
    return g_strconcat ("https:", escaped, NULL);
  if (has_scheme (escaped))
    return g_steal_pointer (&escaped);
  return g_strconcat ("https://", escaped, NULL);
}

static gboolean
check_length (const char *address, GError **error)
{
  if (strlen (address) <= CUT_LIMIT_ADDRESS)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
               _("This web address is longer than %d characters, which no server reads."), CUT_LIMIT_ADDRESS);
  return FALSE;
}

static gboolean
check_scheme (const char *scheme, GError **error)
{
  if (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED,
               _("Cuttings fetches web pages (http and https) only, not “%s:” addresses."), scheme);
  return FALSE;
}

static void
set_no_address (const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 80));

  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is not a web address."), shown);
}

/* The address without user name and password, its path at least "/". */
static char *
print_uri (GUri *uri)
{
  const char *path = g_uri_get_path (uri);
  int port = g_uri_get_port (uri);
  int usual = strcmp (g_uri_get_scheme (uri), "http") == 0 ? 80 : 443;
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autoptr (GUri) plain
      = g_uri_build (URI_FLAGS, g_uri_get_scheme (uri), NULL, host, port == usual ? -1 : port,
                     *path == '\0' ? "/" : path, g_uri_get_query (uri), g_uri_get_fragment (uri));

  return g_uri_to_string (plain);
}

static char *
normalise_uri (GUri *uri, const char *text, GError **error)
{
  if (!check_scheme (g_uri_get_scheme (uri), error))
    return NULL;
  if (!has_server (uri))
    {
      set_no_address (text, error);
      return NULL;
    }
  return print_uri (uri);
}

char *
cut_address_normalise (const char *typed, GError **error)
{
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  if (!check_length (typed, error))
    return NULL;
  address = add_scheme (typed);
  uri = g_uri_parse (address, URI_FLAGS, NULL);
  if (uri == NULL)
    {
      g_autofree char *scheme = g_uri_parse_scheme (address);
      if (scheme == NULL || check_scheme (scheme, error))
        set_no_address (typed, error);
      return NULL;
    }
  return normalise_uri (uri, typed, error);
}

char *
cut_address_resolve (const char *base, const char *reference, GError **error)
{
  g_autoptr (GUri) base_uri = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  if (!check_length (reference, error))
    return NULL;
  trimmed = g_strstrip (g_strdup (reference));
  escaped = escape_address (trimmed);
  base_uri = g_uri_parse (base, URI_FLAGS, error);
  if (base_uri == NULL)
    {
      g_clear_error (error);
      set_no_address (base, error);
      return NULL;
    }
  uri = g_uri_parse_relative (base_uri, escaped, URI_FLAGS, NULL);
  if (uri == NULL)
    {
      set_no_address (reference, error);
      return NULL;
    }
  return normalise_uri (uri, reference, error);
}

char *
cut_address_get_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, URI_FLAGS, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return g_strdup (host != NULL ? host : "");
}

char *
cut_address_get_host_port (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, URI_FLAGS, NULL);
  int port;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup ("");
  port = g_uri_get_port (uri);
  if (port == -1)
    port = strcmp (g_uri_get_scheme (uri), "http") == 0 ? 80 : 443;
  return g_strdup_printf ("%s:%d", g_uri_get_host (uri), port);
}

/* `localhost.` with the dot of a full name is the same name. */
static gboolean
is_local_name (const char *host)
{
  g_autofree char *name = g_ascii_strdown (host, -1);
  size_t length = strlen (name);

  if (length > 0 && name[length - 1] == '.')
    name[length - 1] = '\0';
  return strcmp (name, "localhost") == 0 || g_str_has_suffix (name, ".localhost");
}

gboolean
cut_address_names_private_host (const char *url)
{
  g_autofree char *host = cut_address_get_host (url);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return cut_address_get_reach (address) != CUT_REACH_PUBLIC;
  return is_local_name (host);
}

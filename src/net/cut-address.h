/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which addresses Cuttings talks to. Pure functions: nothing here looks a name up. */

/**
 * CutReach:
 * @CUT_REACH_PUBLIC: somewhere on the internet
 * @CUT_REACH_LOOPBACK: this computer
 * @CUT_REACH_PRIVATE: the own network: RFC 1918, unique local, carrier-grade (RFC 6598), link-local
 * @CUT_REACH_SPECIAL: multicast, documentation, reserved, tunnels and IPv4 written as IPv6
 *
 * After the IANA special-purpose address registries. Only %CUT_REACH_PUBLIC is
 * fetched unless the reporter typed the address.
 */
typedef enum
{
  CUT_REACH_PUBLIC,
  CUT_REACH_LOOPBACK,
  CUT_REACH_PRIVATE,
  CUT_REACH_SPECIAL,
} CutReach;

/** cut_address_get_reach: An address behind NAT64 (64:ff9b::/96) is judged by the IPv4 address in it. */
CutReach cut_address_get_reach (GInetAddress *address);

/**
 * cut_address_normalise:
 * @typed: what a person typed or pasted, or an address found in a page
 * @error: return location
 *
 * Surrounding space is cut, a missing scheme becomes `https`, user name and
 * password are dropped, the host is lower case and in its ASCII form, other
 * characters that an address cannot hold are percent-encoded. A fragment stays.
 *
 * Returns: (transfer full) (nullable): an http or https address;
 *   %CUT_ERROR_REFUSED for another scheme, %CUT_ERROR_TOO_LARGE over
 *   %CUT_LIMIT_ADDRESS bytes, else %CUT_ERROR_INPUT
 */
char *cut_address_normalise (const char *typed, GError **error);

/**
 * cut_address_resolve:
 * @base: a normalised address
 * @reference: an address relative to it, as a `Location` header or a page has it
 * @error: return location; as for cut_address_normalise()
 *
 * Returns: (transfer full) (nullable): the address @reference means
 */
char *cut_address_resolve (const char *base, const char *reference, GError **error);

/**
 * cut_address_get_host:
 * @url: a normalised address
 *
 * Returns: (transfer full): the host, without brackets; "" when @url is no address
 */
char *cut_address_get_host (const char *url);

/** cut_address_get_host_port: Returns: (transfer full): `host:port` of @url, the port as meant when not written */
char *cut_address_get_host_port (const char *url);

/**
 * cut_address_names_private_host:
 * @url: a normalised address
 *
 * What can be told without looking the name up: an IP address that is not
 * public, `localhost` and names below it. A name may still lead to a private
 * address; the fetcher looks at the address it really connects to.
 *
 * Returns: whether @url says by itself that it is not public
 */
gboolean cut_address_names_private_host (const char *url);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-network-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "cut-error.h"

static const char *
explain_certificate (GTlsCertificateFlags errors)
{
  if (errors & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("it belongs to another server");
  if (errors & G_TLS_CERTIFICATE_EXPIRED)
    return _("it has expired");
  if (errors & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("it is not valid yet; is this computer's clock right?");
  if (errors & G_TLS_CERTIFICATE_REVOKED)
    return _("it was revoked");
  if (errors & G_TLS_CERTIFICATE_INSECURE)
    return _("it uses a method that is no longer safe");
  if (errors & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("nobody this computer trusts vouches for it");
  return _("it could not be checked");
}

static GError *
network_error (const char *format, const char *host)
{
  /* The formats are the literals of this file, run through gettext. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, format, host);
#pragma GCC diagnostic pop
}

static GError *
explain_resolver (const char *host, const GError *cause)
{
  if (g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return g_error_new (CUT_ERROR, CUT_ERROR_NOT_FOUND,
                        _("There is no server named %s. Check the spelling of the address and the network."), host);
  return network_error (_("The address of %s could not be looked up. Is this computer online?"), host);
}

static GError *
explain_io (const char *host, const GError *cause)
{
  switch (cause->code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return network_error (_("%s does not accept connections there. Check the address, or try again later."), host);
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return network_error (_("%s cannot be reached. Is this computer online?"), host);
    case G_IO_ERROR_TIMED_OUT:
      return g_error_new (CUT_ERROR, CUT_ERROR_TIMEOUT, _("%s did not answer in time."), host);
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
      return network_error (_("%s broke off before everything was there. Try again."), host);
    default:
      return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s: nothing could be fetched (%s)."), host, cause->message);
    }
}

static GError *
explain_soup (const char *host, const GError *cause)
{
  if (cause->code == SOUP_SESSION_ERROR_PARSING || cause->code == SOUP_SESSION_ERROR_ENCODING)
    return network_error (_("%s answered with something that is not a web page."), host);
  return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s: nothing could be fetched (%s)."), host, cause->message);
}

static GError *
explain_tls (const char *host, const GError *cause, GTlsCertificateFlags tls_errors)
{
  if (tls_errors != 0)
    return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK,
                        _("%s could not prove who it is, so nothing was fetched. Its certificate is not trusted: %s."),
                        host, explain_certificate (tls_errors));
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return network_error (_("%s broke off before everything was there. Try again."), host);
  return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("No secure connection to %s could be made (%s)."), host, cause->message);
}

GError *
cut_network_error_new (const char *host, const GError *cause, GTlsCertificateFlags tls_errors)
{
  if (cause == NULL)
    return network_error (_("%s broke off before everything was there. Try again."), host);
  if (cause->domain == CUT_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  if (cause->domain == G_TLS_ERROR)
    return explain_tls (host, cause, tls_errors);
  if (cause->domain == G_RESOLVER_ERROR)
    return explain_resolver (host, cause);
  if (cause->domain == SOUP_SESSION_ERROR)
    return explain_soup (host, cause);
  if (cause->domain == G_IO_ERROR)
    return explain_io (host, cause);
  return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s: nothing could be fetched (%s)."), host, cause->message);
}

GError *
cut_network_error_for_status (const char *host, unsigned status)
{
  switch (status)
    {
    case 200:
    case 201:
    case 202:
    case 203:
      return NULL;
    case 204:
    case 205:
      return network_error (_("%s sent an empty page."), host);
    case 404:
    case 410:
      return g_error_new (CUT_ERROR, CUT_ERROR_NOT_FOUND, _("%s has no page at this address (%u)."), host, status);
    case 401:
    case 402:
    case 403:
      return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK,
                          _("%s shows this page only to some readers (%u). Open it in your browser, save it as a file and clip the file."),
                          host, status);
    case 429:
      return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s asks to wait before fetching more (%u)."), host, status);
    case 451:
      return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s may not show this page here for legal reasons (%u)."), host, status);
    default:
      if (status >= 500)
        return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s has a problem of its own (%u). Try again later."), host, status);
      return g_error_new (CUT_ERROR, CUT_ERROR_NETWORK, _("%s did not send the page (%u)."), host, status);
    }
}

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to src/net: what went wrong, in words for a reporter, each naming the server. */

/**
 * cut_network_error_new:
 * @host: the server
 * @cause: (nullable): what the network layer said
 * @tls_errors: what was wrong with the server's certificate, 0 for nothing
 *
 * Returns: (transfer full): a %CUT_ERROR, or @cause copied when it is a cancellation or has been explained already
 */
GError *cut_network_error_new (const char *host, const GError *cause, GTlsCertificateFlags tls_errors);

/** cut_network_error_for_status: Returns: (transfer full) (nullable): %NULL when @status brings a page */
GError *cut_network_error_for_status (const char *host, unsigned status);

G_END_DECLS

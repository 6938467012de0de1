/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_page_url_resolve:
 * @base: (nullable): absolute address of the page
 * @reference: an address as an attribute holds it
 *
 * Returns: (transfer full) (nullable): the absolute http, https or mailto address; %NULL for
 *   any other scheme, for what is no address, and for a relative one without @base
 */
char *cut_page_url_resolve (const char *base, const char *reference);

/**
 * cut_page_url_resolve_picture:
 *
 * Like cut_page_url_resolve(), http and https only.
 */
char *cut_page_url_resolve_picture (const char *base, const char *reference);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_links_parse:
 * @text: what somebody typed or pasted
 * @typed: whether an address may come without its scheme ("example.org/page")
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the addresses @text consists of, parted by white space,
 *   in order and each once; %NULL when there is anything else in it
 */
char **cut_links_parse (const char *text, gboolean typed);

/**
 * cut_links_find_other:
 * @text: what somebody is typing
 * @finished: whether the last word is all there: else it counts only with white space behind it
 *
 * Returns: (transfer full) (nullable): the first word that is no address
 */
char *cut_links_find_other (const char *text, gboolean finished);

G_END_DECLS

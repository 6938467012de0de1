/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pictures that lie beside a saved page, as browsers put them into NAME_files/. */

/**
 * cut_beside_find:
 * @page: path of the HTML file
 * @base: the address its relative addresses were resolved against
 * @address: of a picture, absolute
 *
 * Returns: (transfer full) (nullable): path of the file that @address means, when there is one in the folder of
 *   @page or below it; never one outside, also not through a symbolic link
 */
char *cut_beside_find (const char *page, const char *base, const char *address);

/**
 * cut_beside_find_named:
 * @file: path of what names it
 * @name: its path from there, as it stands in @file: some programs write it as it is, some percent-encoded
 *
 * Returns: (transfer full) (nullable): likewise
 */
char *cut_beside_find_named (const char *file, const char *name);

G_END_DECLS

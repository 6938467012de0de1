/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cut_in_tex_plain: Returns: (transfer full): what TeX would print of @tex (UTF-8), as plain text in one line: accents and signs as
 *   characters, braces and orders left out. Private to src/imports. */
char *cut_in_tex_plain (const char *tex);

/** cut_in_tex_address: Returns: (transfer full): an address or path in which only what TeX needs escaped is escaped */
char *cut_in_tex_address (const char *tex);

G_END_DECLS

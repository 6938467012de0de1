/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cut_input_read_text:
 * @path: a file, or "-" for standard input
 *
 * Reads plain text whole, as it stands: offsets that are printed for it count its own code points.
 *
 * Returns: (transfer full) (nullable): UTF-8; %NULL with @error when it cannot be read, or is no UTF-8 text or too long
 */
char *cut_input_read_text (const char *path, GError **error);

G_END_DECLS

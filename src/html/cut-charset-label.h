/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_charset_from_label:
 * @label: as a header or `meta` writes it, any case, spaces around it allowed
 *
 * Returns: (transfer none) (nullable): the name iconv knows it by
 */
const char *cut_charset_from_label (const char *label);

G_END_DECLS

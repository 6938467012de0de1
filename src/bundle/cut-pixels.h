/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_pixels_drop:
 * @bytes: (transfer none): any
 *
 * Of a PNG or JPEG leaves what can hold words: its remarks, and whatever else stands beside the packed pixels, which are nearly all of it.
 *
 * Returns: (transfer full) (nullable): %NULL where it is no such picture, or one that is not built as it should be
 */
GBytes *cut_pixels_drop (GBytes *bytes);

G_END_DECLS

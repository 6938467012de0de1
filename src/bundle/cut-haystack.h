/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutHaystackFunc: @text: UTF-8, @length bytes. Returns: whether to go on */
typedef gboolean (*CutHaystackFunc) (const char *text, gsize length, gpointer data);

/**
 * cut_haystack_each:
 *
 * Hands out every text that @bytes hold, in whatever wrapping: as they are, unpacked (gzip, also inside a
 * WARC record; compressed text of PNG pictures, packed streams of a PDF), in Windows-1252 or UTF-16 where they are not UTF-8, with
 * percent-, entity-, JSON- and quoted-printable escapes and base64 undone, twice over.
 *
 * Returns: %FALSE when @func stopped it
 */
gboolean cut_haystack_each (GBytes *bytes, CutHaystackFunc func, gpointer data);

G_END_DECLS

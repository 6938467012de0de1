/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutHaystackFunc:
 * @text: @length bytes; UTF-8, with whatever is none in it, or, when @western, to be read as Latin-1
 *
 * Returns: whether to go on
 */
typedef gboolean (*CutHaystackFunc) (const char *text, gsize length, gboolean western, gpointer data);

/**
 * cut_haystack_each:
 *
 * Hands out every text that @bytes hold, in whatever wrapping: as they are, unpacked (gzip, also inside a
 * WARC record; compressed text of PNG pictures, packed streams of a PDF), in Windows-1252 or UTF-16 where they are not UTF-8, with
 * percent-, entity-, JSON- and quoted-printable escapes and base64 undone, twice over. @reach: how many letters and digits what is looked for has
 * at most: of a text in which escapes were undone only what stands so near to one is handed out, for the rest was seen before.
 *
 * Returns: %FALSE when @func stopped it, or when @cancellable was: see there
 */
gboolean cut_haystack_each (GBytes *bytes, gsize reach, CutHaystackFunc func, gpointer data, GCancellable *cancellable);

G_END_DECLS

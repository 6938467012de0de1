/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cut_growing_text_new:
 * @view: (transfer floating)
 *
 * Several lines to type in, as high as their text: whole lines, from two to ten of them, whatever the size of the letters. A list box gives its
 * rows no more than the least height, so that this is what grows.
 *
 * Returns: (transfer floating): a #GtkScrolledWindow around @view
 */
GtkWidget *cut_growing_text_new (GtkTextView *view);

G_END_DECLS

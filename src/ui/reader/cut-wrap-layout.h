/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_WRAP_LAYOUT (cut_wrap_layout_get_type ())
/**
 * CutWrapLayout:
 *
 * Puts children side by side, each as wide as it likes to be, and starts another line where the next one does
 * not fit: as words in a paragraph, starting at the right where the widget runs from right to left. A child
 * wider than the whole line has a line of its own. `spacing` (pixels) lies between children and between lines.
 * With `narrow` it asks for no more width than its widest child needs, so that what it lies in does not grow with
 * each child that comes.
 */
G_DECLARE_FINAL_TYPE (CutWrapLayout, cut_wrap_layout, CUT, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-timeline.h"

G_BEGIN_DECLS

/* The signs of the kinds of dates. */

/** cut_timeline_kind_get_colour: Returns: (transfer none): of the kind's row: a word of %CUT_VOCAB_COLOUR */
const char *cut_timeline_kind_get_colour (CutTimelineKind kind);

/** cut_timeline_sign_draw: @size: of the square it fills, in pixels; in the source that is set */
void cut_timeline_sign_draw (cairo_t *cr, CutTimelineKind kind, double size);

/** cut_timeline_sign_new: the sign alone, as tall as a line of text. It says nothing to a screen reader: the word does. */
GtkWidget *cut_timeline_sign_new (CutTimelineKind kind);
void cut_timeline_sign_set_kind (GtkWidget *sign, CutTimelineKind kind);

G_END_DECLS

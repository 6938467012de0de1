/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-index.h"

G_BEGIN_DECLS

/**
 * cut_grapheme_is_border:
 * @text: the whole text
 * @at: a character's start in it, or its end
 *
 * Whether what people take for one character may be parted before @at: the rules GB3 to GB13 of
 * Unicode Standard Annex 29, with the classes that GLib knows (emoji are told by their blocks).
 */
gboolean cut_grapheme_is_border (const char *text, const char *at);

/** cut_grapheme_widen: moves @start down and @end up (code points) to the next grapheme borders */
void cut_grapheme_widen (const char *text, const CutIndex *index, guint *start, guint *end);

G_END_DECLS

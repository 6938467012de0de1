/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"

G_BEGIN_DECLS

/**
 * CutLine:
 *
 * One line of reader text while it grows: white space folded, soft hyphens and controls
 * left out, spans over it opened and closed. Offsets are code points in the line.
 */
typedef struct
{
  GString *text;
  guint chars;
  guint indent; /* leading spaces of a preformatted line */
  guint marks; /* how many stand at the end of the text, taken apart */
  gboolean space_due;
  GArray *open;  /* (element-type CutSpan): target borrowed */
  GArray *spans; /* (element-type CutSpan): target borrowed */
} CutLine;

void cut_line_init (CutLine *self);
void cut_line_clear (CutLine *self);

/** cut_line_append: @text is UTF-8; any white space in it becomes one space at most */
void cut_line_append (CutLine *self, const char *text, gsize len);

/**
 * cut_line_append_verbatim: for preformatted text: spaces are kept, a TAB is four; leading
 *   ones become no-break spaces, for no line of reader text begins with a space
 */
void cut_line_append_verbatim (CutLine *self, const char *text, gsize len);

/** cut_line_break: the next word is parted from the last by a space */
void cut_line_break (CutLine *self);

/** cut_line_open_span: @target: (nullable): must live as long as the line */
void cut_line_open_span (CutLine *self, CutSpanKind kind, const char *target);
void cut_line_close_span (CutLine *self);

/**
 * cut_line_finish:
 * @block: gets the spans, shifted by @offset
 *
 * Ends the line and begins an empty one; open spans stay open.
 *
 * Returns: (transfer full): the line in NFC
 */
char *cut_line_finish (CutLine *self, CutBlock *block, guint offset);

G_END_DECLS

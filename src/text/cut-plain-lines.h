/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"

G_BEGIN_DECLS

/**
 * CutPlainLine:
 * @text: (owned): normalised, without the mark of a list or a heading
 * @length: of it, in code points
 * @ordinal: of a numbered list's item, else 0
 * @gap: a blank line stands before it
 * @bullet: it is an item of a list
 * @decided: @role is what it was found to be, not what it is until then
 */
typedef struct
{
  char *text;
  guint length;
  guint ordinal;
  gboolean gap;
  gboolean bullet;
  gboolean decided;
  CutBlockRole role;
} CutPlainLine;

/**
 * cut_plain_lines_read:
 * @text: as it was pasted; what is no UTF-8 is replaced
 *
 * Joins the lines of paragraphs that a mail program or a PDF has broken.
 *
 * Returns: (transfer full) (element-type CutPlainLine): the lines with words; may be empty
 */
GArray *cut_plain_lines_read (const char *text);

/** cut_plain_line_at: Returns: (transfer none) */
CutPlainLine *cut_plain_line_at (GArray *lines, guint i);

G_END_DECLS

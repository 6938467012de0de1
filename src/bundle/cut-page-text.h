/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"
#include "cut-index.h"
#include "cut-site.h"

G_BEGIN_DECLS

/** CutPageNote: writes the notes of the marks that end in the blocks just closed */
typedef void (*CutPageNote) (GString *page, const CutMark *mark, gpointer data);

/**
 * CutPageText:
 * @text: the reader text; @index: over it; @blocks: (element-type CutBlock)
 * @marks: (element-type CutMark) (nullable): in text order
 * @images: (element-type utf8 utf8): address → path below `data/`
 * @skip: (element-type utf8): lines that the page's head has already (title, standfirst)
 */
typedef struct
{
  CutSite *site;
  CutIndex *index;
  GPtrArray *blocks;
  GPtrArray *marks;
  GHashTable *images;
  GPtrArray *skip;
  CutPageNote note;
  gpointer note_data;
} CutPageText;

/** cut_page_text_write: the article's text with its marks, block by block */
void cut_page_text_write (const CutPageText *self, GString *page);

/** cut_page_text_inline: the words of [@start, @end) with links, emphasis and marks. Overlapping marks become pieces side by side, each
 *   naming in `data-marks` all that it belongs to; the first piece of a mark has its id */
void cut_page_text_inline (const CutPageText *self, GString *page, const CutBlock *block);

G_END_DECLS

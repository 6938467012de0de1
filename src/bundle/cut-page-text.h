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
 * @number: of the article, for those who need one; 0 at first
 * @note: (nullable): no notes without it
 */
typedef struct
{
  CutSite *site;
  CutIndex *index;
  GPtrArray *blocks;
  GPtrArray *marks;
  GHashTable *images;
  GPtrArray *skip;
  guint number;
  CutPageNote note;
  gpointer note_data;
} CutPageText;

/** cut_page_text_new: (nullable) (transfer full): of the capture that is shown of @clip; %NULL where there is none */
CutPageText *cut_page_text_new (CutSite *site, CutRecord *clip);
void cut_page_text_free (CutPageText *self);

/** cut_page_text_is_said: whether the head says the line already, and nothing is marked in it */
gboolean cut_page_text_is_said (const CutPageText *self, const CutBlock *block);
/** cut_page_text_link_at: (nullable): the link that covers the code point @at and may be clicked */
const CutSpan *cut_page_text_link_at (const CutBlock *block, guint at);

/** cut_page_text_write: the article's text with its marks, block by block */
void cut_page_text_write (const CutPageText *self, GString *page);

/** cut_page_text_inline: the words of [@start, @end) with links, emphasis and marks. Overlapping marks become pieces side by side, each
 *   naming in `data-marks` all that it belongs to; the first piece of a mark has its id */
void cut_page_text_inline (const CutPageText *self, GString *page, const CutBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPageText, cut_page_text_free)

G_END_DECLS

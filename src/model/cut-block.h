/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The block table: what each line of a reader text is. One block is one line.
 * All offsets are Unicode code points into the reader text, half-open. */

typedef enum
{
  CUT_BLOCK_PARAGRAPH,
  CUT_BLOCK_HEADING,
  CUT_BLOCK_LIST_ITEM,
  CUT_BLOCK_QUOTE,
  CUT_BLOCK_PREFORMATTED,
  CUT_BLOCK_CELL,
  CUT_BLOCK_CAPTION,
} CutBlockKind;

/**
 * CutBlockRole:
 *
 * What a block is to the article. Only %CUT_ROLE_BODY counts: the other roles
 * are shown (greyed) and can be marked, but are left out of the text that search,
 * proposals and `cuttings extract` work on. Words stored: `body` `title`
 * `standfirst` `byline` `caption` `credit` `furniture`.
 */
typedef enum
{
  CUT_ROLE_BODY,
  CUT_ROLE_TITLE,
  CUT_ROLE_STANDFIRST,
  CUT_ROLE_BYLINE,
  CUT_ROLE_CAPTION,
  CUT_ROLE_CREDIT,
  CUT_ROLE_FURNITURE,
} CutBlockRole;

typedef enum
{
  CUT_SPAN_LINK,
  CUT_SPAN_EMPHASIS,
  CUT_SPAN_STRONG,
  CUT_SPAN_CODE,
  CUT_SPAN_SUPERSCRIPT,
  CUT_SPAN_SUBSCRIPT,
} CutSpanKind;

/**
 * CutSpan:
 * @target: (nullable): the absolute address of a link
 */
typedef struct
{
  CutSpanKind kind;
  guint start;
  guint end;
  char *target;
} CutSpan;

/**
 * CutBlock:
 * @level: of a heading 1–6; nesting depth of a list item or quote, from 1; else 0
 * @ordinal: number of an ordered list item, 0 for a bullet
 * @table: tables are numbered from 1; 0 outside a table
 * @row, @column: of a cell, from 0
 * @header: a header cell
 * @page: of a document with pages, counted from 1 as it lies; 0 where there are none
 * @image: (nullable): absolute address of the picture this block captions or stands for; a
 *   picture without a caption has a caption block of length 0 (start == end) that has no line
 *   of its own: it stands before the block that follows it at the same offset
 * @alt: (nullable): the picture's alternative text
 * @spans: (element-type CutSpan): in order of start; may nest
 */
typedef struct
{
  CutBlockKind kind;
  CutBlockRole role;
  guint level;
  guint ordinal;
  guint table;
  guint row;
  guint column;
  gboolean header;
  guint page;
  guint start;
  guint end;
  char *image;
  char *alt;
  GArray *spans;
} CutBlock;

CutBlock *cut_block_new (CutBlockKind kind, CutBlockRole role, guint start, guint end);
void cut_block_free (CutBlock *self);
void cut_block_add_span (CutBlock *self, CutSpanKind kind, guint start, guint end, const char *target);
gboolean cut_block_counts (const CutBlock *self);

const char *cut_block_kind_to_word (CutBlockKind kind);
const char *cut_block_role_to_word (CutBlockRole role);
/** cut_block_role_from_word: Returns: %CUT_ROLE_BODY for an unknown word */
CutBlockRole cut_block_role_from_word (const char *word);

/** cut_blocks_new: Returns: (transfer full) (element-type CutBlock): an empty table */
GPtrArray *cut_blocks_new (void);

/**
 * cut_blocks_to_json:
 * @blocks: (element-type CutBlock)
 *
 * Returns: (transfer full): the table as compact JSON text, as the notebook stores it
 */
char *cut_blocks_to_json (GPtrArray *blocks);

/**
 * cut_blocks_from_json:
 *
 * Returns: (transfer full) (nullable) (element-type CutBlock): %NULL with %CUT_ERROR_CORRUPT
 *   when the text is no block table (offsets out of order included)
 */
GPtrArray *cut_blocks_from_json (const char *json, GError **error);

/** CutTextPart: bytes of a text, half-open */
typedef struct
{
  gsize start;
  gsize end;
} CutTextPart;

/** cut_blocks_get_counted: (transfer full) (element-type CutTextPart): where the blocks that count stand in @text, in order; those whose lines follow
 *   one another as one */
GArray *cut_blocks_get_counted (GPtrArray *blocks, const char *text);
/** cut_text_parts_join: (transfer full): the @parts of @text, joined by LF */
char *cut_text_parts_join (GArray *parts, const char *text);

/**
 * cut_blocks_get_counted_text:
 * @text: the reader text
 *
 * Returns: (transfer full): the lines of the blocks that count, joined by LF
 */
char *cut_blocks_get_counted_text (GPtrArray *blocks, const char *text);

/** cut_blocks_get_page: Returns: the page that the code point at @offset stands on, 0 where there are no pages */
guint cut_blocks_get_page (GPtrArray *blocks, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutBlock, cut_block_free)

G_END_DECLS

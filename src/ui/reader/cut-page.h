/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-annotation.h"
#include "cut-block.h"
#include "cut-notebook.h"
#include "cut-page-tables.h"

G_BEGIN_DECLS

/**
 * CutMarkForm:
 *
 * How a mark is told from another without colour; the lines are drawn by cut-reader-paint.c.
 */
typedef enum
{
  CUT_MARK_GROUND,   /* highlight: no line */
  CUT_MARK_SINGLE,   /* quote */
  CUT_MARK_DOUBLE,   /* claim */
  CUT_MARK_WAVE,     /* note */
  CUT_MARK_DOTS,     /* entity */
  CUT_MARK_DASHES,   /* date */
  CUT_MARK_OVERLINE, /* question */
} CutMarkForm;

/**
 * CutMark:
 * @annotation: (owned): the record
 * @start, @end: where it stands in the text shown, in code points
 * @lane: 0 for the line next to the words; marks that overlap get different ones
 */
typedef struct
{
  CutAnnotation *annotation;
  guint start;
  guint end;
  guint lane;
  CutMarkForm form;
} CutMark;

/**
 * CutPage:
 * @reading: (owned): what is shown
 * @marks: (element-type CutMark): the annotations that have a place in this text, by start; furniture decisions left out
 * @length: of the text, in code points
 * @tables: (element-type CutTable): see cut_page_tables_new()
 * @hidden: whether lines that do not count are left out unless asked for (a web page's; a pasted text's never)
 *
 * A reading made ready for the text view. Immutable, reference-counted; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutReading *reading;
  GArray *marks;
  GPtrArray *tables;
  guint length;
  gboolean hidden;
} CutPage;

/** cut_page_new: @reading: (transfer none). Linear in text and marks; for long texts call it off the main thread. */
CutPage *cut_page_new (CutReading *reading);
CutPage *cut_page_ref (CutPage *self);
void cut_page_unref (CutPage *self);

/** cut_page_find_block: Returns: the first block that ends at or after @offset, or the number of blocks */
guint cut_page_find_block (const CutPage *self, guint offset);

/** cut_page_get_block: Returns: (nullable): the block whose line holds @offset */
const CutBlock *cut_page_get_block (const CutPage *self, guint offset);

/** cut_page_find_mark: Returns: (nullable): the mark of the annotation @id */
const CutMark *cut_page_find_mark (const CutPage *self, const char *id);

/** cut_page_find_mark_at: Returns: (nullable): the shortest mark that holds @offset */
const CutMark *cut_page_find_mark_at (const CutPage *self, guint offset);

/** cut_page_repeats: whether @block says what stands above the text already: the standfirst, an author, the date */
gboolean cut_page_repeats (const CutPage *self, const CutBlock *block);

/** cut_page_hides: whether the line of @block is left out of view unless asked for: furniture, the headline, and what cut_page_repeats() */
gboolean cut_page_hides (const CutPage *self, const CutBlock *block);

/** cut_page_find_link: Returns: (nullable): the link span that holds @offset */
const CutSpan *cut_page_find_link (const CutPage *self, guint offset);

/** cut_mark_form_for_kind: @kind: a word of %CUT_VOCAB_ANNOTATION_KIND */
CutMarkForm cut_mark_form_for_kind (const char *kind);

/** cut_marks_assign_lanes: @marks: by start. Greedy interval colouring: each mark gets the lowest lane no overlapping earlier one holds. */
void cut_marks_assign_lanes (GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPage, cut_page_unref)

G_END_DECLS

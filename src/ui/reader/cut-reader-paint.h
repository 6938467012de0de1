/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-page.h"
#include "cut-palette.h"
#include "cut-proposal.h"

G_BEGIN_DECLS

/**
 * CutPaint:
 * @view: whose words are painted around
 * @page: what they are
 * @palette: its colours
 * @em: height of a line of text in pixels
 * @first, @last: the code points in view
 * @hidden: whether furniture is out of view
 *
 * What one frame paints. Only what is in view is looked at.
 */
typedef struct
{
  GtkTextView *view;
  const CutPage *page;
  CutPalette *palette;
  int em;
  guint first;
  guint last;
  gboolean hidden;
} CutPaint;

/** cut_paint_init: Returns: whether there is something to paint */
gboolean cut_paint_init (CutPaint *self, GtkTextView *view, const CutPage *page, int em);

/** cut_paint_blocks: bullets and numbers, bars of quotes, rules and headings of tables */
void cut_paint_blocks (const CutPaint *self, GtkSnapshot *snapshot);

/** cut_paint_marks: the lines of marks, stacked where marks overlap */
void cut_paint_marks (const CutPaint *self, GtkSnapshot *snapshot);

/** cut_paint_proposals: a dotted line under each part of @proposals (element-type CutProposal, in text order); a ground under the one
 *   that begins at @active */
void cut_paint_proposals (const CutPaint *self, GtkSnapshot *snapshot, GPtrArray *proposals, guint active);

/** cut_paint_range: a ground of @rgba under [start, end) */
void cut_paint_range (const CutPaint *self, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *rgba);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is read of a PDF before anybody understands it. Private to src/pdf, but for its tests. */

typedef enum
{
  CUT_PDF_BODY,
  CUT_PDF_FOOTNOTE,
  CUT_PDF_FURNITURE,
} CutPdfUse;

/**
 * CutPdfLine:
 * @text: UTF-8, as the page shows it
 * @x0, @y0, @x1, @y1: points from the page's upper left corner
 * @size: of most of its letters, points
 * @bold: whether most of its letters are
 * @fixed: whether most of its letters are of one width, as of a listing
 * @cells: whether wide gaps part it, as a table's row; set by cut_pdf_order_page()
 * @left, @right: the edges of the column it stands in; set by cut_pdf_order_page()
 * @column: its column's number on the page; set by cut_pdf_order_page()
 *
 * A piece of a line that no wide gap parts.
 */
typedef struct
{
  char *text;
  double x0;
  double y0;
  double x1;
  double y1;
  double size;
  gboolean bold;
  gboolean fixed;
  gboolean cells;
  double left;
  double right;
  guint column;
  CutPdfUse use;
} CutPdfLine;

CutPdfLine *cut_pdf_line_new (const char *text, double x0, double y0, double x1, double y1, double size);
void cut_pdf_line_free (CutPdfLine *self);

/**
 * CutPdfPage:
 * @lines: (element-type CutPdfLine)
 */
typedef struct
{
  double width;
  double height;
  GPtrArray *lines;
} CutPdfPage;

CutPdfPage *cut_pdf_page_new (double width, double height);
void cut_pdf_page_free (CutPdfPage *self);

/**
 * CutPdfDocument:
 * @pages: (element-type CutPdfPage): those that were read
 * @n_pages: all there are
 * @created, @modified: (nullable): ISO 8601
 * @metadata: (nullable): the XMP packet
 *
 * A PDF's words, and what it says of itself.
 */
typedef struct
{
  GPtrArray *pages;
  guint n_pages;
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *created;
  char *modified;
  char *metadata;
} CutPdfDocument;

CutPdfDocument *cut_pdf_document_new (void);
void cut_pdf_document_free (CutPdfDocument *self);

/**
 * cut_pdf_document_read:
 * @error: %CUT_ERROR_UNSUPPORTED
 *
 * Returns: (transfer full) (nullable)
 */
CutPdfDocument *cut_pdf_document_read (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPdfLine, cut_pdf_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPdfPage, cut_pdf_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPdfDocument, cut_pdf_document_free)

G_END_DECLS

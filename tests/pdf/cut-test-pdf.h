/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PDFs as small as they can be, written by the test that reads them: pages of A4 with text at given places. */

typedef struct _CutTestPdf CutTestPdf;

CutTestPdf *cut_test_pdf_new (void);
void cut_test_pdf_free (CutTestPdf *self);

/** cut_test_pdf_add_page: what is written from now on stands on a new page */
void cut_test_pdf_add_page (CutTestPdf *self);

/** cut_test_pdf_write: @font: 1 Helvetica, 2 bold, 3 Courier; @x, @y: points from the upper left; @text: windows-1252 */
void cut_test_pdf_write (CutTestPdf *self, int font, double size, double x, double y, const char *text);

/** cut_test_pdf_write_lines: @lines: parted by "|", 1.2 times @size from each other; Returns: where the next line would stand */
double cut_test_pdf_write_lines (CutTestPdf *self, int font, double size, double x, double y, const char *lines);

/** cut_test_pdf_set_info: @entries: of the information dictionary, in PDF's own form */
void cut_test_pdf_set_info (CutTestPdf *self, const char *entries);

/** cut_test_pdf_set_metadata: @xmp: the packet */
void cut_test_pdf_set_metadata (CutTestPdf *self, const char *xmp);

/** cut_test_pdf_set_protected: as if it were encrypted with a password that nobody knows */
void cut_test_pdf_set_protected (CutTestPdf *self);

/** cut_test_pdf_finish: Returns: (transfer full): the file */
GBytes *cut_test_pdf_finish (CutTestPdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTestPdf, cut_test_pdf_free)

G_END_DECLS

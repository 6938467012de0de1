/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-reader-text.h"

G_BEGIN_DECLS

/**
 * CutReaderPictures:
 *
 * The pictures of a page, as widgets laid over gaps above the lines they belong to, so that no character
 * stands for them in the text. One after the other is read from the notebook and decoded, and only one
 * at a time; each makes its gap when its size is known.
 */
typedef struct _CutReaderPictures CutReaderPictures;

/** cut_reader_pictures_new: @text: outlives it */
CutReaderPictures *cut_reader_pictures_new (CutReaderText *text, CutNotebook *notebook);
void cut_reader_pictures_free (CutReaderPictures *self);

/** cut_reader_pictures_set_page: @page: (nullable): takes the former page's pictures away */
void cut_reader_pictures_set_page (CutReaderPictures *self, CutPage *page);
/** cut_reader_pictures_filled: more of the text is there */
void cut_reader_pictures_filled (CutReaderPictures *self);
/** cut_reader_pictures_place: the lines or the column moved */
void cut_reader_pictures_place (CutReaderPictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutReaderPictures, cut_reader_pictures_free)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_CHECK_LIST_HTML,
  CUT_CHECK_LIST_MARKDOWN,
  CUT_CHECK_LIST_PDF,
} CutCheckListFormat;

/** cut_check_list_format_get_suffix: Returns: (transfer none): such as ".html" */
const char *cut_check_list_format_get_suffix (CutCheckListFormat format);
/** cut_check_list_format_from_word: Returns: whether @word (`html`, `markdown`, `pdf`) is one; @format gets it */
gboolean cut_check_list_format_from_word (const char *word, CutCheckListFormat *format);

/**
 * cut_check_list_save_async:
 * @standings: (element-type CutClaimStanding): whose gaps are written
 * @title: of the document
 * @mirrored: the language runs from right to left
 *
 * Written off the main thread; the file appears whole or not at all, one that was there is replaced.
 */
void cut_check_list_save_async (GPtrArray *standings, const char *title, CutCheckListFormat format, gboolean mirrored, GFile *file,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_check_list_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CutExportFormat:
 * @word: for #CutExportRequest
 * @label: to be translated
 * @ending: that the file's name gets
 * @pages: whether it has words of its own, in a language to be chosen
 *
 * What the window offers to write. The first is the bundle.
 */
typedef struct
{
  const char *word;
  const char *label;
  const char *ending;
  gboolean pages;
} CutExportFormat;

/** cut_export_format_labels: Returns: (transfer full): one string each, translated, in order */
GtkStringList *cut_export_format_labels (void);
/** cut_export_format_get: Returns: (transfer none): the one at @position of the labels, the first where there is none */
const CutExportFormat *cut_export_format_get (guint position);

G_END_DECLS

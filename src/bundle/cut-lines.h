/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/* The records of a bundle: `records/KIND.ndjson`, one object a line, and `bundle.json`. */

/** cut_lines_compare: by id, for g_ptr_array_sort() */
int cut_lines_compare (gconstpointer a, gconstpointer b);

/** cut_lines_write: adds the records' files and the captures' texts to @package */
void cut_lines_write (CutPackage *package);

/** cut_lines_path: Returns: (transfer full): `data/records/claims.ndjson` */
char *cut_lines_path (CutKind kind);
#define CUT_LINES_TOMBSTONES "data/records/tombstones.ndjson"

/**
 * cut_lines_read:
 * @path: for messages
 * @kind: of the records, or %CUT_KIND_NONE for tombstones
 *
 * Parses and checks every line: valid fields, ids in order and once, revisions that fit.
 */
gboolean cut_lines_read (CutBundleContent *content, CutKind kind, const char *path, GBytes *bytes, GError **error);

/** cut_lines_read_text: the two files of a capture's text into @content */
gboolean cut_lines_read_text (CutBundleContent *content, const char *capture, GBytes *text, GBytes *table, GError **error);

/** cut_lines_describe: Returns: (transfer full): `bundle.json` */
char *cut_lines_describe (CutBundleContent *content);
/** cut_lines_newest: the newest change among the records, in ms; 0 without any */
gint64 cut_lines_newest (CutBundleContent *content);
/** cut_lines_read_description: %CUT_ERROR_NEWER for another version's */
gboolean cut_lines_read_description (CutBundleContent *content, GBytes *bytes, GError **error);

G_END_DECLS

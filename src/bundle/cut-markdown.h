/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing Markdown (CommonMark, with what Obsidian adds: ==marks==, [[links]], ^blocks): everything that comes from outside
 * passes through one of these, so that it says what it said. */

/** cut_markdown_text: appends @text on one line, with nothing in it that Markdown or Obsidian would take for its own */
void cut_markdown_text (GString *out, const char *text);
/** cut_markdown_text_len: @length: bytes */
void cut_markdown_text_len (GString *out, const char *text, gsize length);

/** cut_markdown_quote: @text as a quotation, line by line, with an empty line behind it; @indent: before each line */
void cut_markdown_quote (GString *out, const char *indent, const char *text);
/** cut_markdown_fence: @text as it is, between fences that are longer than any in it */
void cut_markdown_fence (GString *out, const char *text);

/** cut_markdown_link: `[[FILE#^BLOCK|label]]`; @file: "" for the same file; @block: (nullable) */
void cut_markdown_link (GString *out, const char *file, const char *block, const char *label);

/* Front matter (YAML). Nothing is written of what is %NULL or "". */

void cut_markdown_property (GString *out, const char *name, const char *value);
void cut_markdown_properties (GString *out, const char *name, const char *const *values);

/** cut_markdown_file_name: Returns: (transfer full): @title as a name for a file, without what Obsidian's links or file systems refuse;
 *   one that is not in @taken, to which it is added (element-type utf8; folded, so that no two differ in case only) */
char *cut_markdown_file_name (const char *title, GHashTable *taken);

G_END_DECLS

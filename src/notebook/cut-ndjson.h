/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"
#include "cut-selector.h"

G_BEGIN_DECLS

/* One line of `import --format ndjson`. Private to src/notebook. */

/** CutLineName: a name to tie to the article; @schema: a word of the vocabulary; @selector: (nullable): where it stands first in the reader text */
typedef struct
{
  char *name;
  const char *schema;
  CutSelector *selector;
} CutLineName;

/** CutLineMark: @selector: (nullable): in the reader text made from `text`; %NULL where its words are not to be found there for certain;
 *   @colour: a word of the vocabulary */
typedef struct
{
  CutSelector *selector;
  char *colour;
  char *note; /* (nullable) */
} CutLineMark;

/**
 * CutLine:
 * @number: of the line, from 1
 * @clip: what it says of the article, but for the tags: a new clip that is valid
 * @body: the bytes kept as evidence: `html` where there is any, else `text`
 * @sha256: of @body
 * @text, @paragraphs, @blocks: the reader text, its paragraphs (element-type CutBlock), and these as JSON
 * @text_sha256, @text_length: of @text; code points
 * @names: (element-type CutLineName), @marks: (element-type CutLineMark)
 *
 * All that can be made of a line without the notebook, so that the writer's thread has less to do.
 */
typedef struct
{
  guint number;
  CutRecord *clip;
  GBytes *body;
  gboolean is_html;
  char *sha256;
  char *text;
  char *text_sha256;
  guint text_length;
  GPtrArray *paragraphs;
  char *blocks;
  char **tags;
  GPtrArray *names;
  GPtrArray *marks;
} CutLine;

/** cut_line_parse: any thread. @json: one line; @length: bytes. Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT */
CutLine *cut_line_parse (const char *json, gsize length, guint number, GError **error);
void cut_line_free (CutLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLine, cut_line_free)

G_END_DECLS

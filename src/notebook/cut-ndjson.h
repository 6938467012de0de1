/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"
#include "cut-date.h"
#include "cut-json.h"
#include "cut-selector.h"

G_BEGIN_DECLS

/* One line of `import --format ndjson`. Private to src/notebook. */

/** CutLineName: a name to tie to the article; @schema: a word of the vocabulary */
typedef struct
{
  char *name;
  const char *schema;
} CutLineName;

/** CutLineMark: @selector: its position is in the reader text made from `text`; @colour: a word of the vocabulary */
typedef struct
{
  CutSelector *selector;
  char *colour;
  char *note; /* (nullable) */
} CutLineMark;

/**
 * CutLine:
 * @number: of the line, from 1
 * @body: the bytes kept as evidence: `html` where there is any, else `text`
 * @html: (nullable): sanitised
 * @text, @blocks: the reader text
 * @names: (element-type CutLineName), @marks: (element-type CutLineMark)
 */
typedef struct
{
  guint number;
  char *url;
  char *title;
  char *byline;
  char *site_name;
  CutDate *published;
  GBytes *body;
  gboolean is_html;
  char *html;
  char *text;
  GPtrArray *blocks;
  char **tags;
  GPtrArray *names;
  GPtrArray *marks;
} CutLine;

/** cut_line_parse: @json: one line. Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT */
CutLine *cut_line_parse (const char *json, gsize length, guint number, GError **error);
void cut_line_free (CutLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLine, cut_line_free)

G_END_DECLS

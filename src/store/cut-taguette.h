/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The database of Taguette, a program that marks documents with tags: its "SQLite3" export of one project, or the file it works
 * in. It is looked at in memory, and nothing in it is run. Times are text, UTC. */

/** CutTaguetteDocument: strings (nullable), until the function returns: @contents is HTML */
typedef struct
{
  const char *project;
  const char *name;
  const char *description;
  const char *filename;
  const char *created;
  const char *contents;
} CutTaguetteDocument;

/**
 * CutTaguetteMark:
 * @start, @end: in bytes of the text of the document, all of it
 * @snippet: (nullable): what lies between them, HTML
 * @tags: (nullable): names, parted by LF
 * @created, @modified: (nullable)
 */
typedef struct
{
  gint64 start;
  gint64 end;
  const char *snippet;
  const char *tags;
  const char *created;
  const char *modified;
} CutTaguetteMark;

/** CutTaguetteVisitor: @mark: of the document that came last; @described: how many tags have a description */
typedef struct
{
  void (*document) (const CutTaguetteDocument *document, gpointer data);
  void (*mark) (const CutTaguetteMark *mark, gpointer data);
  void (*described) (gint64 n_tags, gpointer data);
} CutTaguetteVisitor;

/** cut_taguette_is: whether @bytes are such a database */
gboolean cut_taguette_is (GBytes *bytes);

/** cut_taguette_visit: goes through all documents with their marks. @error: %CUT_ERROR_INPUT where it is damaged */
gboolean cut_taguette_visit (GBytes *bytes, const CutTaguetteVisitor *visitor, gpointer data, GError **error);

G_END_DECLS

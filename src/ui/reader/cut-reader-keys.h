/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CutMarkKey:
 * @kind: a word of %CUT_VOCAB_ANNOTATION_KIND
 * @letter: what to press, as shown
 * @keyval: in lower case
 */
typedef struct
{
  const char *kind;
  const char *letter;
  guint keyval;
} CutMarkKey;

/** cut_mark_keys_get: Returns: (transfer none) (array length=n): the one table of single keys */
const CutMarkKey *cut_mark_keys_get (guint *n);

/** cut_reader_keys_add: single keys act on @text while it has the focus; the `reader.` actions are looked up from it */
void cut_reader_keys_add (GtkTextView *text);

G_END_DECLS

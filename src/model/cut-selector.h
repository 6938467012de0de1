/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define CUT_TYPE_SELECTOR (cut_selector_get_type ())

/**
 * CutSelector:
 * @start: offset in the reader text, in code points
 * @end: one past the last code point
 * @exact: the words marked
 * @prefix: the words before, at least 32 code points where there are as many
 * @suffix: the words after
 *
 * A W3C TextPositionSelector and TextQuoteSelector in one, as made, never changed
 * afterwards. Immutable and reference-counted; safe to share between threads.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint start;
  guint end;
  char *exact;
  char *prefix;
  char *suffix;
} CutSelector;

GType cut_selector_get_type (void);

/** cut_selector_new: @prefix and @suffix may be %NULL for none */
CutSelector *cut_selector_new (guint start, guint end, const char *exact, const char *prefix, const char *suffix);
CutSelector *cut_selector_ref (CutSelector *self);
void cut_selector_unref (CutSelector *self);
gboolean cut_selector_equal (const CutSelector *a, const CutSelector *b);

/**
 * cut_selector_to_json:
 *
 * Returns: (transfer full): an array of a TextPositionSelector and a TextQuoteSelector
 */
JsonNode *cut_selector_to_json (const CutSelector *self);

/** cut_selector_from_json: @node is such an array; %CUT_ERROR_INPUT where it is not */
CutSelector *cut_selector_from_json (JsonNode *node, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSelector, cut_selector_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-act.h"
#include "cut-comparing.h"

G_BEGIN_DECLS

/* A note on a change: on the newer capture where words came, on the older where they only went. */

/** cut_changes_note_menu: @change: index among the changes of the text. Returns: (transfer full): items of `changes.annotate` that fit it */
GMenuModel *cut_changes_note_menu (CutComparing *comparing, guint change);

/** cut_changes_note_is_possible: whether there are words to put a note on */
gboolean cut_changes_note_is_possible (CutComparing *comparing, guint change);

/**
 * cut_changes_note_new:
 * @word: `claim-removed`, `figure-changed`, `words-changed` or `words-added`
 * @annotation: (out): the note
 *
 * Returns: (transfer full) (nullable): the act that makes it
 */
CutAct *cut_changes_note_new (CutComparing *comparing, guint change, const char *word, CutRecord **annotation, GError **error);

G_END_DECLS

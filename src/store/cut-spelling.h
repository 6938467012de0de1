/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/**
 * cut_spelling_suggest:
 * @text: a search, as a person typed it
 * @suggestion: (out) (transfer full) (nullable): the same, where words that stand in no text are replaced by those words of the notebook
 *   that they are most like, and among these by the most frequent; %NULL where all stand somewhere, or one is like none
 *
 * Takes 100 ms at most, however many words there are.
 */
gboolean cut_spelling_suggest (CutDb *db, const char *text, char **suggestion, GError **error);

G_END_DECLS

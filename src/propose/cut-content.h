/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-parsed.h"

G_BEGIN_DECLS

/**
 * cut_content_end:
 * @i: where what is said begins
 * @end: of the sentence
 *
 * Looks for where reported speech ends: at the end of its sentence, or before the words of another report (", according to
 * …", ", adding that …", "and said …", ", Ms Reed said"). A quotation that it opens is taken whole, also over several sentences.
 *
 * Returns: the token behind it
 */
guint cut_content_end (const CutParsed *parsed, guint i, guint end);

/** cut_content_trim: without the stops and commas at its end, and without white signs at its beginning */
CutRange cut_content_trim (const CutParsed *parsed, CutRange content);

/** cut_content_begins_clause: whether a clause without "that" begins at @i: a noun phrase, then its verb */
gboolean cut_content_begins_clause (const CutParsed *parsed, guint i, guint end);

G_END_DECLS

/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/**
 * cut_stems_add_forms:
 * @terms: (element-type CutSearchTerm)
 * @languages: (nullable): tags parted by blanks or commas; those that have no stemmer are passed over
 *
 * Gives each word that is typed bare its other forms in @languages: those words of the notebook that have its stem. The index holds
 * the words as they stand, so that phrases stay exact, another language costs nothing, and the index does not grow. In German "Mueller" and
 * "Müller" are forms of one another.
 */
gboolean cut_stems_add_forms (CutDb *db, GPtrArray *terms, const char *languages, GError **error);

/** cut_stems_add_forms_of_text: likewise, but those words of @text that have its stem. Any thread. */
void cut_stems_add_forms_of_text (GPtrArray *terms, const char *languages, const char *text);

G_END_DECLS

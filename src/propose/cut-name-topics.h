/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-names.h"

G_BEGIN_DECLS

/**
 * cut_names_use_topics:
 * @self: of @text
 * @topics: (element-type CutTopic): what the page says it is about or mentions
 * @keywords: (nullable) (array zero-terminated=1): its keywords
 *
 * Lets what a page says of itself speak for names in its text. A topic whose type amounts to a schema:
 * - gives that to the name where it stands in the text, unless the text itself says more ("Inc." to an organisation);
 * - is a name where it stands and none was found, or only pieces of it;
 * - names in full a person of whom the text has the family name alone, where no other topic has the same; so does a keyword that is
 *   the full name of a person by the lists.
 * What stands nowhere in @text adds nothing, whatever a page has among its topics. Pure; one pass over @text.
 */
void cut_names_use_topics (CutNames *self, const char *text, const char *language, GPtrArray *topics, const char *const *keywords);

G_END_DECLS

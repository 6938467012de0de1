/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries: ISO 3166-1 in lower case, and a few codes that FollowTheMoney has beside them (`eu`, `xk`, `suhh`). */

/**
 * cut_country_find:
 * @text: a code in any case, or a name in English or in the user's language, in any case, with or without accents
 *
 * Returns: (transfer none) (nullable): the code
 */
const char *cut_country_find (const char *text);

/** cut_country_get_label: Returns: (transfer none): the name in the user's language where iso-codes has it, else in English; @code itself
 *   when it is none */
const char *cut_country_get_label (const char *code);

G_END_DECLS

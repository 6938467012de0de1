/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * cut_hits_parse:
 * @marked: (nullable): a snippet in which the words found stand between %CUT_ROW_HIT_START and %CUT_ROW_HIT_END
 * @attributes: (out): what makes them stand out: bold and underlined, so not by colour alone
 *
 * Returns: (transfer full): the snippet without the marks; never %NULL
 */
char *cut_hits_parse (const char *marked, PangoAttrList **attributes);

/**
 * cut_hits_shorten:
 * @marked: (nullable): as of cut_hits_parse()
 *
 * Returns: (transfer full) (nullable): from two words before the first hit on, so that the hit is seen in a narrow line
 */
char *cut_hits_shorten (const char *marked);

G_END_DECLS

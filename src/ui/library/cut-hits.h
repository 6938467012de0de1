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

G_END_DECLS

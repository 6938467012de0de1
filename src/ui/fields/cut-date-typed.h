/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/**
 * cut_date_from_text:
 * @text: as somebody typed it: "2018-11-23", or in words as a text has it, "23 Nov 2018", "before May 2019"
 *
 * Words are read in the user's language, then in English. What only a text could tell ("Thursday") is no date.
 *
 * Returns: (transfer full) (nullable): of the origin "user"; %NULL with %CUT_ERROR_INPUT
 */
CutDate *cut_date_from_text (const char *text, GError **error);

G_END_DECLS

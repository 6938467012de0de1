/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"
#include "cut-tokens.h"

G_BEGIN_DECLS

/**
 * cut_several_names:
 * @source: code points of the tokens' text: who says something
 *
 * Who is meant one by one. "China and the tech companies" are two; and a group ("the companies") that the text named just
 * before, as "Orbit and Halden", is those names. What only looks like several ("the Ministry of Health and Care") stays one:
 * each part must be a name of its own, without a preposition.
 *
 * Returns: (transfer full) (element-type CutStretch): one at least, @source itself where it is one
 */
GArray *cut_several_names (const CutTokens *tokens, const CutStretch *source);

G_END_DECLS
